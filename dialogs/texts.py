"""The words people read: Fluent texts, one folder per language.

A key is ``message`` or ``message.attribute``: ``daily_checkin-use.none`` is the label of
the option *none* at the step *use* of the daily check-in. A text that is missing in a
language is an error, never silently English; only a language we do not have at all
falls back to the default one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Visitor

from dialogs.errors import MissingText, Problem

DEFAULT_LANGUAGE = "en"

_Entry = ast.Message | ast.Term


@dataclass(slots=True)
class _Language:
    """One language's texts, parsed."""

    bundle: FluentBundle
    entries: dict[str, _Entry] = field(default_factory=dict)
    variables: dict[str, frozenset[str]] = field(default_factory=dict)
    places: dict[str, tuple[str, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class Texts:
    """All texts in all languages; a language is read when its first text is wanted."""

    def __init__(
        self, languages: Iterable[str], read: Callable[[str], _Language], default: str
    ) -> None:
        self._languages = tuple(sorted(languages, key=lambda name: (name != default, name)))
        self._read = read
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
        return cls(files, lambda language: _parse(language, files.get(language, ())), default)

    def under(self, kept: Mapping[str, str]) -> "Texts":
        """Return these texts with others above them: the words of an older dialog.

        Args:
            kept: What `source` gave, by language. A message in it stands for the whole message
                here; a language that was not there yet has the words of the default one.

        """

        def read(language: str) -> _Language:
            words = kept.get(language) or kept.get(self._default, "")
            return _above(language, words, self._language(language))

        return Texts(self._languages, read, self._default)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are, the default one first."""
        return self._languages

    def known(self, language: str) -> str:
        """Return this language if we have it, else the default one."""
        return language if language in self._languages else self._default

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

    def source(self, language: str, names: Iterable[str]) -> str:
        """Write messages, and whatever they refer to, as Fluent, without comments and in order.

        Args:
            language: In which language.
            names: Of messages, without attributes; one that is not there is passed over.

        """
        entries = self._language(language).entries
        wanted, found = list(names), dict[str, _Entry]()
        while wanted:
            name = wanted.pop()
            if name in entries and name not in found:
                found[name] = entries[name]
                wanted += _Mentioned.in_(entries[name]).others
        return "".join(FluentSerializer().serialize_entry(found[name]) for name in sorted(found))

    def _language(self, language: str) -> _Language:
        name = self.known(language)
        if name not in self._parsed:
            self._parsed[name] = self._read(name)
        return self._parsed[name]


def _parse(language: str, files: Iterable[Path]) -> _Language:
    parsed = _Language(FluentBundle([language], use_isolating=False))
    for path in files:
        _add(parsed, f"{path.parent.name}/{path.name}", path.read_text(encoding="utf-8"))
    return _ready(parsed)


def _above(language: str, words: str, below: _Language) -> _Language:
    parsed = _Language(FluentBundle([language], use_isolating=False))
    _add(parsed, "kept", words)
    for name in below.entries.keys() - parsed.entries.keys():
        parsed.entries[name] = below.entries[name]
    return _ready(parsed)


def _add(parsed: _Language, file: str, source: str) -> None:
    """Read one file; what it says of a message replaces what was there, key by key."""
    seen: set[str] = set()
    for entry in FluentParser().parse(source).body:
        line = source.count("\n", 0, entry.span.start if entry.span else 0) + 1
        if isinstance(entry, ast.Junk):
            parsed.problems.append(Problem(file, line, "this is not a Fluent text"))
        if not isinstance(entry, ast.Message | ast.Term):
            continue
        for key, _ in _patterns(entry):
            if key in seen:
                parsed.problems.append(Problem(file, line, f"{key} is written twice"))
            parsed.places[key] = (file, line)
            seen.add(key)
        name = _name(entry)
        parsed.entries[name] = _merged(parsed.entries.get(name), entry)


def _merged(before: _Entry | None, entry: _Entry) -> _Entry:
    attributes = {one.id.name: one for one in before.attributes} if before else {}
    attributes |= {one.id.name: one for one in entry.attributes}
    if isinstance(entry, ast.Term):
        return ast.Term(entry.id, entry.value, list(attributes.values()))
    value = entry.value or (before.value if before else None)
    return ast.Message(entry.id, value, list(attributes.values()))


def _ready(parsed: _Language) -> _Language:
    """Hand everything that was read to Fluent, and note what each text needs."""
    parsed.bundle.add_resource(ast.Resource(list(parsed.entries.values())))
    for entry in parsed.entries.values():
        if isinstance(entry, ast.Message):
            for key, pattern in _patterns(entry):
                parsed.variables[key] = frozenset(_Mentioned.in_(pattern).arguments)
    return parsed


def _name(entry: _Entry) -> str:
    return f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name


def _patterns(entry: _Entry) -> Iterable[tuple[str, ast.Pattern]]:
    name = _name(entry)
    if entry.value is not None:
        yield name, entry.value
    for attribute in entry.attributes:
        yield f"{name}.{attribute.id.name}", attribute.value


class _Mentioned(Visitor):
    """What a text mentions: its arguments, and other messages and terms by name."""

    def __init__(self) -> None:
        super().__init__()
        self.arguments: set[str] = set()
        self.others: set[str] = set()

    @classmethod
    def in_(cls, part: ast.BaseNode) -> "_Mentioned":
        mentioned = cls()
        mentioned.visit(part)
        return mentioned

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - fluent's name
        self.arguments.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - fluent's name
        self.others.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - fluent's name
        self.others.add(f"-{node.id.name}")
        self.generic_visit(node)
