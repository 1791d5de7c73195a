"""Rules of words: the shapes in which ``content/words/<language>/*.yaml`` is written.

``language.yaml`` says how the words of a language are read; each other file holds the rules of a
category. How a pattern is written stands in ``word_patterns``. Every rule brings an example that
it finds and a counter-example that it does not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from dialogs.care.skeletons import Slips
from dialogs.care.vocabulary import Lexicon, Vocabulary
from dialogs.care.word_patterns import Laid, Pattern, Span, matches, parse


class Category(StrEnum):
    """What a message may be about."""

    SUICIDE_SELFHARM = "suicide_selfharm"
    OVERDOSE_MEDICAL = "overdose_medical"
    VIOLENCE_ABUSE = "violence_abuse"
    LAPSE = "lapse"
    CRAVING = "craving"
    WITHDRAWAL = "withdrawal"
    MEDICATION = "medication"
    HOPELESS = "hopeless"


class Severity(StrEnum):
    """How much it matters if it is true."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    WATCH = "watch"
    NONE = "none"


class Context(StrEnum):
    """What may turn words into something less."""

    NEGATION = "negation"
    PAST = "past"
    THIRD_PERSON = "third_person"
    QUESTION = "question"
    QUOTATION = "quotation"
    JOKE = "joke"


def _lines(text: object) -> object:
    """Read a block of text as its lines, without comments; one that ends in ``|`` goes on."""
    if not isinstance(text, str):
        return text
    lines = (line.strip() for line in text.splitlines())
    kept = "\n".join(line for line in lines if line and not line.startswith("# "))
    return tuple(kept.replace("|\n", "|").splitlines())


def _words(text: object) -> object:
    return frozenset(text.split()) if isinstance(text, str) else text


Lines = Annotated[tuple[str, ...], BeforeValidator(_lines)]
Words = Annotated[frozenset[str], BeforeValidator(_words)]


class _Content(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class WordRule(_Content):
    """One thing that people say in many ways; ``despite`` names contexts that do not lessen it."""

    id: str
    category: Category
    severity: Severity
    reason: str
    patterns: Lines = Field(min_length=1)
    despite: frozenset[Context] = frozenset()
    example: str
    counter: str


class Contexts(_Content):
    """The words of each context, as patterns.

    ``negation`` counts directly before what was matched, with at most three words between them,
    ``negation_after`` directly behind it, and neither where ``no_negation`` covers it. ``past``
    counts in the same sentence, ``third_person`` before it there, the others in all of the message.
    """

    negation: Lines
    negation_after: Lines = ()
    no_negation: Lines = ()
    past: Lines
    third_person: Lines
    question: Lines
    quotation: Lines
    joke: Lines = ()


class _Page(_Content):
    parts: Mapping[str, str] = {}
    idioms: Lines = ()


class Language(_Page):
    """How a language is read.

    ``fillers`` are words passed over everywhere, ``breaks`` words at which a clause ends,
    ``negators`` words that no gap of a pattern passes over. ``slang`` is written out, and ``also``
    says what a word may be besides itself ("2" is "to" as well). A word one slip of a finger away
    from one of ``crisis_words`` is read as that, unless some pattern knows it or it stands in
    ``not_slips``. ``idioms`` are taken out of a message before any rule is tried.
    """

    language: str
    fillers: Words = frozenset()
    breaks: Words = frozenset()
    negators: Words = frozenset()
    also: Mapping[str, str] = {}
    slang: Mapping[str, str] = {}
    crisis_words: Words = frozenset()
    not_slips: Words = frozenset()
    contexts: Contexts


class Chapter(_Page):
    """The rules of one category, with parts and idioms of their own."""

    rules: tuple[WordRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Finder:
    """Patterns by the rarest part that each of them needs, with what each of them stands for."""

    by_part: Mapping[int, tuple[tuple[Pattern, str], ...]]

    def find(self, laid: Laid) -> Iterator[tuple[str, Pattern, Span]]:
        """Find all that stands in a message: what was found, by which pattern, and where."""
        present = laid.starts.keys()
        for part in present & self.by_part.keys():
            for pattern, owner in self.by_part[part]:
                if pattern.needs <= present:
                    for span in matches(pattern, laid):
                        yield owner, pattern, span


@dataclass(frozen=True, slots=True)
class WordBook:
    """One language's rules, ready to be used."""

    language: str
    vocabulary: Vocabulary
    rules: Mapping[str, WordRule]
    finder: Finder
    idioms: Finder
    contexts: Mapping[str, Finder]


def bind(language: Language, chapters: Iterable[Chapter]) -> WordBook:
    """Put the files of one language together.

    Raises:
        ValueError: A pattern cannot be read, names no part that there is, or a rule or a part is
            written twice. The message names the rule.

    """
    pages = tuple(chapters)
    whole: tuple[_Page, ...] = (language, *pages)
    named = [part for page in whole for part in page.parts.items()]
    rules = [rule for page in pages for rule in page.rules]
    _once("rule", [rule.id for rule in rules])
    _once("part", [name for name, _ in named])
    slips = Slips(language.crisis_words, language.not_slips)
    lexicon = Lexicon(
        language.fillers, language.slang, language.breaks, language.negators, language.also, slips
    )
    words = Vocabulary(lexicon, dict(named))
    idioms = [line for page in whole for line in page.idioms]
    contexts = {kind: _finder(words, {kind: lines}) for kind, lines in language.contexts}
    return WordBook(
        language=language.language,
        vocabulary=words,
        rules={rule.id: rule for rule in rules},
        finder=_finder(words, {rule.id: rule.patterns for rule in rules}),
        idioms=_finder(words, {"idioms": idioms}),
        contexts=contexts,
    )


def _finder(words: Vocabulary, written: Mapping[str, Iterable[str]]) -> Finder:
    by_part: dict[int, list[tuple[Pattern, str]]] = {}
    for owner, lines in written.items():
        for line in lines:
            try:
                pattern = parse(line, words.part_id)
            except ValueError as error:
                raise ValueError(f"{owner}: {error}: {line}") from None
            by_part.setdefault(max(pattern.needs, key=words.rarity), []).append((pattern, owner))
    return Finder({part: tuple(found) for part, found in by_part.items()})


def _once(what: str, names: list[str]) -> None:
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"the {what} {min(twice)} is written twice")
