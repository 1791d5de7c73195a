"""Named: people and medicines in an answer that was typed, one by one.

Only what reads like a list of names is taken; a sentence stays what it is, an answer. Nothing is
looked up and nothing is guessed: what is found is proposed in the words in which it was written.
"""

import re

MOST = 5
"""A first plan starts small; the rest can be added any time."""

LONGEST = 60
"""In characters. What is longer is a story, not a name."""

OF_A_PERSON, OF_A_MEDICINE = 4, 6
"""In words, numbers not counted: *my best friend Ann*; *naltrexone 50 mg once a day*."""

_MORE = re.compile(r"\+?\d")
_BETWEEN = re.compile(r"[\n;•]+|,(?!\d)|(?<!\w)(?:and|y|и)(?!\w)")
"""A comma between two digits is part of a dose; ``2,5`` is never torn apart."""

_PHONE = re.compile(r"\+?\d[\d\s()./-]{4,}\d")
_LEADING = re.compile(r"^(?:[-*•]|\d+[.)])\s+")
_NOBODY = frozenset({
    "no", "none", "nobody", "nothing", "nil", "not", "any", "one", "noone", "i", "me", "myself",
    "dont", "don't", "know", "n/a",
    "ninguno", "ninguna", "nadie", "nada", "sé", "se", "tengo", "yo",
    "нет", "никто", "никого", "никаких", "никакие", "ничего", "не", "знаю", "принимаю",
    "я", "сам", "сама",
})  # fmt: skip
"""Words with which begins what names nobody and nothing, or tells a story."""


def named(said: str, longest: int) -> tuple[str, ...]:
    """Take the names out of an answer.

    Args:
        said: As it was typed: names between commas, on lines of their own, or with "and".
        longest: How many words one name has at most; with more of them it is a story.

    Returns:
        At most `MOST` of them, in their order, each once; none where the answer says that there
        are none, or reads like a story.

    """
    parts: list[str] = []
    for found in _BETWEEN.split(said):
        part = _LEADING.sub("", found.strip()).strip(" .!\t")
        if parts and _MORE.match(part):  # a number, or a dose, belongs to the name before it
            parts[-1] = f"{parts[-1]}, {part}"
        elif part:
            parts.append(part)
    if any(len(part) > LONGEST or not 0 < _words(part) <= longest for part in parts):
        return ()
    if any(part.casefold().split()[0] in _NOBODY for part in parts):
        return ()
    return tuple(dict.fromkeys(parts))[:MOST]


def _words(part: str) -> int:
    return sum(not any(letter.isdigit() for letter in word) for word in part.split())


def name_and_phone(said: str) -> tuple[str, str | None]:
    """Take a telephone number out of what was written; the rest is the name."""
    found = _PHONE.search(said)
    if found is None:
        return said.strip(), None
    name = (said[: found.start()] + said[found.end() :]).strip(" ,;:-\n")
    return name or found[0], found[0].strip()
