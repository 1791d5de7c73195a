"""Vocabulary: one language's words, sorted into the parts that its patterns speak of.

A word is looked up once and remembered: a message costs a few look-ups for each of its words, and
nothing for each rule that has nothing to do with it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from dialogs.care.skeletons import Slips, unaccented
from dialogs.care.word_patterns import Laid

BREAK, STOP = ",", "."
"""How a skeleton marks that a clause, or a sentence, ends."""

HIDDEN = "·"
"""What stands in place of a word that an idiom has taken out."""

PHRASE = 2
"""Words a phrase needs: one that fillers shrink to a single word would find far too much."""

REMEMBERED = 20_000
SHORTEST_STEM = 2
SHORTEST_SLIP = 6
"""Letters a word needs before one wrong letter in it is read as a slip."""

_PART = re.compile(r"<(\w+)>")
_JOINED = re.compile("[_-]")
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")

Entry = tuple[str, ...]
Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a language brings before any rule: how its words are read."""

    fillers: frozenset[str]
    slang: Mapping[str, str]
    breaks: frozenset[str]
    negators: frozenset[str]
    also: Mapping[str, str]
    slips: Slips


@dataclass(slots=True)
class Vocabulary:
    """Which parts each word belongs to; grows while patterns are read, then only remembers."""

    lexicon: Lexicon
    parts: Mapping[str, str]
    _ids: dict[tuple[Entry, ...], int] = field(default_factory=dict)
    _entries: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    _words: dict[str, list[int]] = field(default_factory=dict)
    _stems: dict[str, list[int]] = field(default_factory=dict)
    _phrases: dict[str, list[tuple[Entry, int]]] = field(default_factory=dict)
    _first_words: set[str] = field(default_factory=set)
    _rarity: dict[int, int] = field(default_factory=dict)
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _parts: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _pairs: dict[tuple[str, str], tuple[tuple[Entry, int], ...]] = field(default_factory=dict)

    def part_id(self, alternatives: str) -> int | None:
        """Return the number of one place of a pattern; None if it holds nothing but fillers.

        Raises:
            ValueError: It names a part that is not there.

        """
        entries = tuple(dict.fromkeys(self._read(alternatives.replace("|", " "), ())))
        if not entries:
            return None
        known = self._ids.get(entries)
        if known is None:
            known = self._ids[entries] = len(self._ids)
            self._add(entries, known)
        return known

    def rarity(self, part: int) -> int:
        """Return how rare a part is in what people write, for want of better: by its letters."""
        return self._rarity[part]

    def lay(self, bones: list[str], hidden: int = 0) -> tuple[Laid, list[int]]:
        """Lay a message out for matching.

        Args:
            bones: The words and marks of its skeleton.
            hidden: The mask of the words, as they were laid out before, that idioms take out.

        Returns:
            The message, and for each of its words which of ``bones`` it came from.

        """
        laid = [(at, word) for at, bone in enumerate(bones) for word in self._meant(bone)]
        words = [HIDDEN if hidden >> n & 1 else word for n, (_, word) in enumerate(laid)]
        places: dict[str, int] = {}
        for place, word in enumerate(words):
            places[word] = places.get(word, 0) | 1 << place
        starts: dict[int, dict[int, int]] = {}
        for word, mask in places.items():
            for part in self._parts_of(word):
                lengths = starts.setdefault(part, {})
                lengths[1] = lengths.get(1, 0) | mask
        for place, length, part in self._all_phrases_in(words):
            lengths = starts.setdefault(part, {})
            lengths[length] = lengths.get(length, 0) | 1 << place
        found = {part: tuple(lengths.items()) for part, lengths in starts.items()}
        marked = _marked(places, self.lexicon)
        return Laid(tuple(words), found, *marked), [at for at, _ in laid]

    def _parts_of(self, word: str) -> tuple[int, ...]:
        known = self._parts.get(word)
        if known is None:
            known = _remember(self._parts, word, self._ids_of(word))
        return known

    def _all_phrases_in(self, words: list[str]) -> Iterator[tuple[int, int, int]]:
        """Find the phrases of a message, as it stands and with "2" read as "to"."""
        yield from self._phrases_in(words)
        heard = [self.lexicon.also.get(word, word) for word in words]
        if heard != words:
            yield from self._phrases_in(heard)

    def _phrases_in(self, words: list[str]) -> Iterator[tuple[int, int, int]]:
        """Find the phrases of a message: where each begins, how long it is, and its part."""
        for place, pair in enumerate(pairwise(words)):
            known = self._pairs.get(pair)
            if known is None:
                known = _remember(self._pairs, pair, tuple(self._begun_by(*pair)))
            for rest, part in known:
                behind = words[place + 2 : place + 2 + len(rest)]
                if len(behind) == len(rest) and all(map(_fits, behind, rest)):
                    yield place, len(rest) + 2, part

    def _begun_by(self, first: str, second: str) -> Iterator[tuple[Entry, int]]:
        stems = (f"{first[:n]}*" for n in range(SHORTEST_STEM, len(first) + 1))
        for word in (first, *stems):
            for rest, part in self._phrases.get(word, ()):
                if _fits(second, rest[0]):
                    yield rest[1:], part

    def _read(self, text: str, inside: tuple[str, ...]) -> Iterator[Entry]:
        for word in text.split():
            name = _PART.fullmatch(word)
            if name is None:
                entry = tuple(self._spelled(word))
                if _JOINED.search(word) and len(entry) < PHRASE:
                    raise ValueError(f"{word} is one word, or none, once fillers are left out")
                if entry:
                    yield entry
            elif name[1] not in self.parts or name[1] in inside:
                raise ValueError(f"no part called {name[1]}")
            else:
                if name[1] not in self._entries:
                    self._entries[name[1]] = tuple(
                        self._read(self.parts[name[1]], (*inside, name[1]))
                    )
                yield from self._entries[name[1]]

    def _spelled(self, entry: str) -> Iterator[str]:
        """Write an entry as messages come in: no accents, slang written out, no fillers."""
        for piece in _JOINED.split(entry):
            plain = unaccented(piece)
            for word in self.lexicon.slang.get(plain, plain).split():
                if word not in self.lexicon.fillers:
                    yield word

    def _add(self, entries: Iterable[Entry], part: int) -> None:
        self._rarity[part] = min(sum(map(len, entry)) for entry in entries)
        for first, *rest in entries:
            if rest:
                self._phrases.setdefault(first, []).append((tuple(rest), part))
                self._first_words.add(first)
            elif first.endswith("*"):
                self._stems.setdefault(first[:-1], []).append(part)
            else:
                self._words.setdefault(first, []).append(part)

    def _meant(self, bone: str) -> tuple[str, ...]:
        """Return the words that a word of a message stands for: none, if it is a filler."""
        known = self._known.get(bone)
        if known is None:
            words = self.lexicon.slang.get(bone, bone).split()
            fillers = self.lexicon.fillers
            meant = tuple(self._right(word) for word in words if word not in fillers)
            known = _remember(self._known, bone, meant)
        return known

    def _right(self, word: str) -> str:
        """Put a slip of a finger right."""
        if len(word) < SHORTEST_SLIP or word in self._first_words or self._ids_of(word):
            return word
        return self.lexicon.slips.meant(word) or word

    def _ids_of(self, word: str) -> tuple[int, ...]:
        if word in {BREAK, STOP, HIDDEN}:
            return ()
        found = [*self._words.get(word, ()), *self._words.get(self.lexicon.also.get(word, ""), ())]
        for length in range(SHORTEST_STEM, len(word) + 1):
            found += self._stems.get(word[:length], ())
        number = _NUMBER.match(word)
        if number:
            found += self._words.get("#n", ())
            found += self._words.get("#nn", ()) if len(number[0]) > 1 else ()
            found += self._words.get("#year", ()) if _YEAR.fullmatch(word) else ()
        return tuple(dict.fromkeys(found))


def _remember(memory: dict[Key, Value], key: Key, value: Value) -> Value:
    """Keep what was found, within bounds; give it back."""
    if len(memory) >= REMEMBERED:
        memory.clear()
    memory[key] = value
    return value


def _marked(places: Mapping[str, int], lexicon: Lexicon) -> tuple[int, int, int]:
    """Return the masks of where clauses and sentences end, and of what no gap passes over."""
    stops = places.get(STOP, 0)
    breaks = stops | places.get(BREAK, 0)
    for word in places.keys() & lexicon.breaks:
        breaks |= places[word]
    bars = breaks
    for word in places.keys() & lexicon.negators:
        bars |= places[word]
    return breaks, stops, bars


def _fits(word: str, wanted: str) -> bool:
    if wanted.endswith("*"):
        return word.startswith(wanted[:-1])
    return word == wanted or (wanted == "#n" and word[:1].isdigit())
