"""Typed answers: what somebody means who writes instead of tapping.

Reading is forgiving where nothing can go wrong (``8/10``, full-width and emoji digits,
number words, "yess") and refuses everywhere else. A near miss counts only when it is near
to one option alone, and never at a direct safety question.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dialogs.engine.questions import DONE, FIX, OTHER, Question
from dialogs.engine.session import Control, ControlName, Tapped
from dialogs.engine.shapes import Contact, Date, Number, Pick, Scale, Time, Words
from dialogs.engine.spelling import (
    denominator,
    iso_date,
    number_in,
    plain,
    squeezed,
    time_of_day,
    within_one,
)
from dialogs.messages import tidy

SHORTEST_NEAR_MISS = 3
LONGEST_CONTACT = 200
LONGEST_OTHER = 200

_UNIT = re.compile(r"[^\W\d_]{0,12}")


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that is no option: a number, a time, words. ``words`` is what was typed."""

    value: int | float | str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Not an answer to this question. ``reason`` is a text key."""

    reason: str
    args: Mapping[str, str | int | float] = field(default_factory=dict)


Understood = Tapped | Control | Given | Refused
Read = Callable[[Question, str], Understood]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a language calls numbers, yes and no, and the ways out. All words are plain."""

    numbers: tuple[str, ...] = ()
    yes: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    fix: frozenset[str] = frozenset()
    out_of: tuple[str, ...] = ()
    controls: Mapping[str, ControlName] = field(default_factory=dict)


def understand(
    question: Question, text: str, labels: Iterable[str], vocabulary: Vocabulary
) -> Understood:
    """Read a typed reply to a question.

    Args:
        question: What is being asked.
        text: As it came in.
        labels: The words on the question's options, in their order.
        vocabulary: The person's language.

    """
    said = plain(text)
    labels = tuple(plain(label) for label in labels)
    spoken = _spoken(question, labels, vocabulary)
    option = spoken.get(said)
    if option is None and not isinstance(question.shape, Words | Contact):
        option = _squeezed(said, spoken)
    if option is not None:
        return Tapped(question.turn, option)
    if said in vocabulary.controls:
        return Control(vocabulary.controls[said])
    return _free(question, text, said, labels, vocabulary)


def without_language(question: Question, text: str) -> Understood:
    """Read digits and the keys of options only; for where no texts are at hand."""
    keys = [option.label or option.key for option in question.options]
    return understand(question, text, keys, Vocabulary())


def _spoken(question: Question, labels: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, int]:
    """Return every plain word that means one option alone, with the option's position.

    Of a label such as "Yes, please" the part before the comma is enough.
    """
    found: dict[str, int | None] = {}
    for position, (option, label) in enumerate(zip(question.options, labels, strict=True)):
        own = {label, label.partition(",")[0], plain(option.key)}
        for word in own | _synonyms(question, option.key, vocabulary):
            found[word] = position if found.get(word, position) == position else None
    return {word: position for word, position in found.items() if word and position is not None}


def _synonyms(question: Question, key: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return other words for an option. A safety question takes no "ok" for a yes."""
    if isinstance(question.shape, Scale) and key.isdecimal():
        return frozenset(vocabulary.numbers[int(key) : int(key) + 1])
    done = vocabulary.done | vocabulary.yes if question.kind == "recap" else vocabulary.done
    yes = frozenset[str]() if question.safety else vocabulary.yes
    words = {"yes": yes, "no": vocabulary.no, DONE: done, FIX: vocabulary.fix}
    return words.get(key, frozenset())


def _squeezed(said: str, spoken: Mapping[str, int]) -> int | None:
    hits = {at for word, at in spoken.items() if squeezed(word) == squeezed(said)}
    return hits.pop() if len(hits) == 1 else None


def _near(said: str, labels: Sequence[str]) -> int | None:
    """Return the only option whose label is one letter away."""
    hits = [
        position
        for position, label in enumerate(labels)
        if min(len(label), len(said)) >= SHORTEST_NEAR_MISS and within_one(label, said)
    ]
    return hits[0] if len(hits) == 1 else None


def _free(
    question: Question,
    text: str,
    said: str,
    labels: Sequence[str],
    vocabulary: Vocabulary,
) -> Understood:
    """Read what is neither an option nor a way out."""
    match question.shape:
        case Scale() as scale:
            return _scale(question, scale, said, vocabulary)
        case Number() as shape:
            return _number(shape, said, vocabulary)
        case Words(at_most=limit):
            return _words(text, limit)
        case Contact():
            return _contact(text)
        case Time() | Date() as shape:
            return _moment(shape, said)
        case _:
            return _option(question, text, said, labels)


def _scale(question: Question, scale: Scale, said: str, vocabulary: Vocabulary) -> Understood:
    found = number_in(said)
    of_ten = found is not None and denominator(found[1], vocabulary.out_of) == scale.high
    if found is None or (found[1] and not of_ten):
        return Refused("rejected-scale", {"low": scale.low, "high": scale.high})
    given = _within(found[0], scale.low, scale.high, whole=True)
    if isinstance(given, Refused):
        return given
    return Tapped(question.turn, int(given.value) - scale.low)


def _number(shape: Number, said: str, vocabulary: Vocabulary) -> Given | Refused:
    in_words = vocabulary.numbers.index(said) if said in vocabulary.numbers else None
    found = number_in(said) if in_words is None else (float(in_words), "")
    if found is None or not _UNIT.fullmatch(found[1]):
        return Refused("rejected-number", {"low": shape.low, "high": shape.high})
    return _within(found[0], shape.low, shape.high, whole=shape.whole)


def _within(number: float, low: float, high: float, *, whole: bool) -> Given | Refused:
    if whole and not number.is_integer():
        return Refused("rejected-whole", {"low": low, "high": high})
    if not low <= number <= high:
        return Refused("rejected-range", {"low": low, "high": high})
    return Given(int(number) if number.is_integer() else number)


def _words(text: str, limit: int) -> Understood:
    words = tidy(text).strip()
    if not words:
        return Refused("rejected-words")
    if len(words) > limit:
        return Refused("rejected-long", {"limit": limit})
    return Given(words, words)


def _contact(text: str) -> Understood:
    words = " ".join(tidy(text).split())
    if not any(character.isalpha() for character in words):
        return Refused("rejected-contact")
    if len(words) > LONGEST_CONTACT:
        return Refused("rejected-long", {"limit": LONGEST_CONTACT})
    return Given(words, words)


def _moment(shape: Time | Date, said: str) -> Understood:
    if isinstance(shape, Time):
        time = time_of_day(said)
        return Refused("rejected-time") if time is None else Given(time)
    date = iso_date(said)
    return Refused("rejected-date") if date is None else Given(date)


def _option(question: Question, text: str, said: str, labels: Sequence[str]) -> Understood:
    near = None if question.safety else _near(said, labels)
    if near is not None:
        return Tapped(question.turn, near)
    if isinstance(question.shape, Pick) and question.shape.other:
        words = _words(text, LONGEST_OTHER)
        return Given(OTHER, words.words) if isinstance(words, Given) else words
    if question.safety:
        return Refused("rejected-safety")
    return Refused("rejected-choice" if question.kind == "ask" else f"rejected-{question.kind}")
