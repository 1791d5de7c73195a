"""The words people read: Fluent texts, one folder per language.

A key is ``message`` or ``message.attribute``: ``daily_checkin-use.none`` is the label of
the option *none* at the step *use* of the daily check-in. A text of ours that is missing in a
language is an error, never silently English; only a language we do not have at all
falls back to the default one. What a clinic has written itself, in its own language alone, is
borrowed from there by the others.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from fluent.syntax import FluentSerializer

from dialogs.errors import MissingText, Problem
from dialogs.languages import Entry, Language, Mentioned, above, borrowing, parse

DEFAULT_LANGUAGE = "en"


LONGEST_ARGUMENT = 2_400
"""In characters. Fluent refuses what is longer than 2,500."""


def _cut(args: Mapping[str, str | float]) -> dict[str, str | float]:
    return {
        name: f"{one[:LONGEST_ARGUMENT]}…"
        if isinstance(one, str) and len(one) > LONGEST_ARGUMENT
        else one
        for name, one in args.items()
    }


class Texts:
    """All texts in all languages; a language is read when its first text is wanted."""

    def __init__(
        self, languages: Iterable[str], read: Callable[[str], Language], default: str
    ) -> None:
        self._languages = tuple(sorted(languages, key=lambda name: (name != default, name)))
        self._read = read
        self._default = default
        self._parsed: dict[str, Language] = {}

    @classmethod
    def load(cls, folders: Sequence[Path], default: str = DEFAULT_LANGUAGE) -> "Texts":
        """Find the languages in these folders (``<folder>/<language>/*.ftl``).

        Args:
            folders: Texts of a later folder replace those of an earlier one, key by key. What
                only later ones have, and only in the default language, all languages have.
            default: The language for people whose language we do not have; English if there is
                no text in it.

        """
        files: dict[str, list[list[Path]]] = {}
        for number, folder in enumerate(folders):
            for path in sorted(folder.glob("*/*.ftl")):
                of_language = files.setdefault(path.parent.name, [[] for _ in folders])
                of_language[number].append(path)
        first = default if default in files else DEFAULT_LANGUAGE

        def read(language: str) -> Language:
            parsed = parse(language, files.get(language, ()))
            return parsed if language == first else borrowing(parsed, texts._language(first))

        texts = cls(files, read, first)
        return texts

    def under(self, kept: Mapping[str, str]) -> "Texts":
        """Return these texts with others above them: the words of an older dialog.

        Args:
            kept: What `source` gave, by language. A message in it stands for the whole message
                here; a language that was not there yet has the words of the default one.

        """

        def read(language: str) -> Language:
            words = kept.get(language) or kept.get(self._default, "")
            return above(language, words, self._language(language))

        return Texts(self._languages, read, self._default)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are, the default one first."""
        return self._languages

    def known(self, language: str) -> str:
        """Return this language if we have it, else the default one."""
        return language if language in self._languages else self._default

    def say(self, language: str, key: str, /, **args: str | float) -> str:
        """Word one text; an argument that is far too long for any message is cut off with "…".

        Raises:
            MissingText: The text is not there, or lacks an argument it needs.

        """
        name, _, attribute = key.partition(".")
        parsed = self._language(language)
        if key in parsed.borrowed:
            parsed = self._language(self._default)
        if not parsed.bundle.has_message(name):
            raise MissingText(key, language)
        message = parsed.bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise MissingText(key, language)
        worded, errors = parsed.bundle.format_pattern(pattern, _cut(args))
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

    def lacking(self, language: str) -> Mapping[str, tuple[str, int]]:
        """Return the texts a language borrows, with the file and line where they are written."""
        parsed = self._language(language)
        return {key: parsed.places[key] for key in sorted(parsed.borrowed)}

    def marks(self) -> list[Problem]:
        """Return every mark ``# needs-review: reason`` above a text that is in use."""
        return [mark for name in self.languages for mark in self._language(name).marks.values()]

    def under_review(self, language: str) -> frozenset[str]:
        """Name the texts of a language that a clinician has yet to confirm."""
        return frozenset(self._language(language).marks)

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
        wanted, found = list(names), dict[str, Entry]()
        while wanted:
            name = wanted.pop()
            if name in entries and name not in found:
                found[name] = entries[name]
                wanted += Mentioned.in_(entries[name]).others
        return "".join(FluentSerializer().serialize_entry(found[name]) for name in sorted(found))

    def _language(self, language: str) -> Language:
        name = self.known(language)
        if name not in self._parsed:
            self._parsed[name] = self._read(name)
        return self._parsed[name]
