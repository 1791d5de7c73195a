"""The words people read: Fluent texts, one folder per language.

A key is ``message`` or ``message.attribute``: ``daily_checkin-use.none`` is the label of
the option *none* at the step *use* of the daily check-in. A text that is missing in a
language is an error, never silently English; only a language we do not have at all
falls back to the default one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from dialogs.errors import MissingText, Problem

DEFAULT_LANGUAGE = "en"


@dataclass(slots=True)
class _Language:
    """One language's texts, parsed."""

    bundle: FluentBundle
    variables: dict[str, frozenset[str]] = field(default_factory=dict)
    places: dict[str, tuple[str, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class Texts:
    """All texts in all languages; a language is parsed when its first text is wanted."""

    def __init__(self, files: Mapping[str, Sequence[Path]], default: str) -> None:
        self._files = files
        self._default = default
        self._parsed: dict[str, _Language] = {}

    @classmethod
    def load(cls, folders: Sequence[Path], default: str = DEFAULT_LANGUAGE) -> "Texts":
        """Find the languages in these folders (``<folder>/<language>/*.ftl``).

        Args:
            folders: Texts of a later folder replace those of an earlier one, key by key.
            default: The language for people whose language we do not have.

        """
        files: dict[str, list[Path]] = {}
        for folder in folders:
            for path in sorted(folder.glob("*/*.ftl")):
                files.setdefault(path.parent.name, []).append(path)
        return cls(files, default)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are, the default one first."""
        return tuple(sorted(self._files, key=lambda name: (name != self._default, name)))

    def known(self, language: str) -> str:
        """Return this language if we have it, else the default one."""
        return language if language in self._files else self._default

    def say(self, language: str, key: str, /, **args: str | float) -> str:
        """Word one text.

        Raises:
            MissingText: The text is not there, or lacks an argument it needs.

        """
        name, _, attribute = key.partition(".")
        parsed = self._language(language)
        if not parsed.bundle.has_message(name):
            raise MissingText(key, language)
        message = parsed.bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise MissingText(key, language)
        worded, errors = parsed.bundle.format_pattern(pattern, args)
        if errors:
            raise MissingText(key, language) from errors[0]
        return str(worded)

    def has(self, language: str, key: str) -> bool:
        """Tell whether there is such a text."""
        return key in self._language(language).variables

    def listed(self, language: str, key: str) -> tuple[str, ...]:
        """Word a text that is a list: parts between commas, in lower case."""
        return tuple(
            part.strip().lower() for part in self.say(language, key).split(",") if part.strip()
        )

    def variables(self, language: str) -> Mapping[str, frozenset[str]]:
        """Return every key of a language with the names of the arguments it uses."""
        return self._language(language).variables

    def place(self, language: str, key: str) -> tuple[str, int]:
        """Return file and line of a text; of the language as a whole if it is missing."""
        return self._language(language).places.get(key, (f"{language}/*.ftl", 0))

    def problems(self) -> list[Problem]:
        """Return what is not Fluent, or written twice, in any language."""
        return [problem for name in self.languages for problem in self._language(name).problems]

    def _language(self, language: str) -> _Language:
        name = self.known(language)
        if name not in self._parsed:
            self._parsed[name] = _parse(name, self._files.get(name, ()))
        return self._parsed[name]


def _parse(language: str, files: Iterable[Path]) -> _Language:
    parsed = _Language(FluentBundle([language], use_isolating=False))
    for path in files:
        source = path.read_text(encoding="utf-8")
        resource = FluentParser().parse(source)
        _index(parsed, path, source, resource)
        parsed.bundle.add_resource(resource, allow_overrides=True)
    return parsed


def _index(parsed: _Language, path: Path, source: str, resource: ast.Resource) -> None:
    file = f"{path.parent.name}/{path.name}"
    for entry in resource.body:
        line = source.count("\n", 0, entry.span.start if entry.span else 0) + 1
        if isinstance(entry, ast.Junk):
            parsed.problems.append(Problem(file, line, "this is not a Fluent text"))
        if not isinstance(entry, ast.Message):
            continue
        for key, pattern in _patterns(entry):
            if parsed.places.get(key, ("", 0))[0] == file:
                parsed.problems.append(Problem(file, line, f"{key} is written twice"))
            parsed.variables[key] = _variables(pattern)
            parsed.places[key] = (file, line)


def _patterns(entry: ast.Message) -> Iterable[tuple[str, ast.Pattern]]:
    if entry.value is not None:
        yield entry.id.name, entry.value
    for attribute in entry.attributes:
        yield f"{entry.id.name}.{attribute.id.name}", attribute.value


class _Variables(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - fluent's name
        self.names.add(node.id.name)


def _variables(pattern: ast.Pattern) -> frozenset[str]:
    visitor = _Variables()
    visitor.visit(pattern)
    return frozenset(visitor.names)
