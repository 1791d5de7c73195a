"""Patterns: how a rule writes down what people say, so that order and inflection may vary.

A pattern is written over the words of a skeleton (see ``skeletons``), never over letters, and is
matched with bit masks: one bit for each word of the message. So no message, however crafted, takes
longer than its length allows. Words on the language's list of fillers are not there at all.

==============  ==============================================================================
``word``        that word; ``stem*`` any word that begins so; ``a_b`` the words a b in a row
``a|b|<part>``  any of these; ``<part>`` is a list of words of the same language
``?a``          a, or nothing
``a .. b``      up to three words between them, no negation among them, within one clause;
                ``..6`` up to six
``a & b``       both, in any order, within ten words of one sentence
``a + b``       both, anywhere in the message
``a - b``       a, and b nowhere in the message
``#n``, ``#nn`` any number; one of two digits or more; ``#year`` a year
==============  ==============================================================================
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

GAP, NEAR = 3, 10
"""Words that ``..`` passes over, and words within which ``&`` must be met."""

MOST_MATCHES = 16
"""Matches of one pattern that are looked at: more of the same say no more."""

PartIds = Callable[[str], int | None]


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a sequence: any word of a part, with up to ``gap`` words before it."""

    part: int
    gap: int
    optional: bool


Sequence = tuple[Element, ...]
Group = tuple[Sequence, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What must be met: groups anywhere in the message, the sequences of each near each other.

    ``needs`` are the parts without which there can be no match, ``without`` those with which there
    is none.
    """

    groups: tuple[Group, ...]
    without: tuple[int, ...]
    needs: frozenset[int]


@dataclass(frozen=True, slots=True)
class Laid:
    """A message laid out for matching: bit *n* of a mask stands for word *n*.

    ``starts`` holds for each part, by its length in words, where it begins. ``breaks`` are the
    places at which a clause ends, ``stops`` those at which a sentence ends, and ``bars`` what no
    gap passes over: a break, or a negation.
    """

    words: tuple[str, ...]
    starts: dict[int, tuple[tuple[int, int], ...]]
    breaks: int
    stops: int
    bars: int


Span = tuple[int, int]
"""The first word of a match, and the one after its last."""


def parse(text: str, part_id: PartIds) -> Pattern:
    """Read one pattern.

    Args:
        text: As it is written.
        part_id: Gives the number of a place's alternatives, such as ``a|b|<part>``.

    Raises:
        ValueError: It cannot be read.

    """
    first, *rest = re.split(r" ([+-]) ", f" {text.strip()} ")
    wanted = [first]
    without: list[str] = []
    for sign, piece in zip(rest[::2], rest[1::2], strict=True):
        (wanted if sign == "+" else without).append(piece)
    groups = tuple(tuple(_sequence(one, part_id) for one in piece.split(" & ")) for piece in wanted)
    needs = {each.part for group in groups for seq in group for each in seq if not each.optional}
    refused = [part_id(word) for piece in without for word in piece.split()]
    if not needs:
        raise ValueError("there is no word in it that must be there")
    return Pattern(groups, tuple(part for part in refused if part is not None), frozenset(needs))


def _sequence(text: str, part_id: PartIds) -> Sequence:
    elements: list[Element] = []
    gap = 0
    for word in text.split():
        if word.startswith(".."):
            gap = int(word[2:] or GAP)
            continue
        part = part_id(word.removeprefix("?"))
        if part is not None:
            elements.append(Element(part, gap if elements else 0, word.startswith("?")))
            gap = 0
    if not elements or elements[0].optional or elements[-1].optional:
        raise ValueError(f"{text.strip()!r} must begin and end with a word that is not optional")
    return tuple(elements)


def matches(pattern: Pattern, laid: Laid) -> Iterator[Span]:
    """Find a pattern in a message, from its beginning; at most `MOST_MATCHES`.

    The parts it needs must be there; of several groups the first one is what is returned.
    """
    if any(part in laid.starts for part in pattern.without):
        return
    first, *others = pattern.groups
    if any(next(_of_group(group, laid), None) is None for group in others):
        return
    for number, span in enumerate(_of_group(first, laid)):
        if number == MOST_MATCHES:
            return
        yield span


def everywhere(pattern: Pattern, laid: Laid) -> list[Span]:
    """Return the first match of every group of a pattern that was found: all that it rests on."""
    found = [next(_of_group(group, laid), None) for group in pattern.groups[1:]]
    return [span for span in found if span is not None]


def _of_group(group: Group, laid: Laid) -> Iterator[Span]:
    begins = [_begins(sequence, laid) for sequence in group]
    if not all(begins):
        return
    if len(group) == 1:
        for start in _bits(begins[0]):
            yield start, _end(group[0], start, laid)
        return
    together = ~0
    for mask in begins:
        together &= _reached_from(mask, laid.stops)
    while together > 0:
        place = (together & -together).bit_length() - 1
        firsts = [_lowest(mask >> place) + place for mask in begins]
        ends = [_end(seq, at, laid) for seq, at in zip(group, firsts, strict=True)]
        yield min(firsts), max(ends)
        together &= -1 << (min(firsts) + 1)


def _begins(sequence: Sequence, laid: Laid) -> int:
    """Return where a sequence begins, looking from its end backwards."""
    after = (1 << (len(laid.words) + 1)) - 1
    for element in reversed(sequence):
        here = after if element.optional else 0
        for length, mask in laid.starts.get(element.part, ()):
            here |= mask & (after >> length)
        for _ in range(element.gap):
            here |= (here >> 1) & ~laid.bars
        after = here
        if not after:
            break
    return after


def _end(sequence: Sequence, start: int, laid: Laid) -> int:
    """Return where the shortest match that begins here ends."""
    here = 1 << start
    for element in sequence:
        for _ in range(element.gap):
            here |= (here & ~laid.bars) << 1
        behind = here if element.optional else 0
        for length, mask in laid.starts.get(element.part, ()):
            behind |= (here & mask) << length
        here = behind
    return _lowest(here)


def _reached_from(mask: int, stops: int) -> int:
    """Return the places from which one of these lies within reach, in the same sentence."""
    for _ in range(NEAR):
        mask |= (mask >> 1) & ~stops
    return mask


def _bits(mask: int) -> Iterator[int]:
    while mask:
        yield _lowest(mask)
        mask &= mask - 1


def _lowest(mask: int) -> int:
    return (mask & -mask).bit_length() - 1


def clause(span: Span, ends: int, length: int) -> Span:
    """Return the clause, or the sentence, around a match: from the end before it to the next."""
    start, end = span
    before = (ends & ((1 << start) - 1)).bit_length()
    behind = ends >> end
    return before, end + _lowest(behind) if behind else length


def covered(spans: Iterable[Span]) -> int:
    """Return the mask of all words within these."""
    mask = 0
    for start, end in spans:
        mask |= (1 << end) - (1 << start)
    return mask
