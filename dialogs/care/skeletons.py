"""Skeletons: one plain shape for the many ways in which the same words are typed.

Rules for free text match skeletons only. Case, accents on Latin letters, invisible characters,
look-alike letters, digits for letters, drawn-out letters and spaced-out words all disappear;
sentence marks stay, because context ends at them. The text itself is kept as it was written.
"""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 4096
"""Characters of a message that are looked at: as many as Telegram lets a person send."""

_CYRILLIC_AS_LATIN = str.maketrans("авсеіјкмнорԛѕтухԝ", "abceijkmhopqstyxw")
_LATIN_AS_CYRILLIC = str.maketrans("aceikmhopqstyxbnu", "асеікмнорԛѕтухьпи")
_PLAIN = str.maketrans("\u0131\u0142\u00f8\u0111\u0127\u0167\u0451", "ilodht\u0435")

_DIGITS_AS_LETTERS = str.maketrans("013457@$!", "oieastasi", "*")

_APOSTROPHES = re.compile("['`\u00b4\u02bc\u2018\u2019\u2032]")
_MARKS = re.compile(r"[.!?;,:\n\u2014\u3001\u3002\u00a1\u00bf]+")
_COMMAS = frozenset(",:\u3001")
_EDGES = " .,;:!?\"'()\u00a1\u00bf\u00ab\u00bb\u201c\u201d\u2026-"
_SUBORDINATE = re.compile(
    "[,:] ?(?=(?:что|чтобы|чтоб|если|когда|как|пока|котор\\w+|que|that|if)\\b)"
)
_NOISE = re.compile(r"[^\w.,]+|_+")
_DISGUISED = re.compile(r"(?<=[^\W\d_])[013457@$!*]+(?=[^\W\d_])")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_SPACED_OUT = re.compile(r"(?<!\w)[^\W\d_](?:[ .*_-]{1,2}[^\W\d_]){3,}(?!\w)")
_GAP = re.compile(r"[ .*_-]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-z]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def skeleton(text: str) -> str:
    """Reduce a message to what it says.

    Args:
        text: What somebody typed, of any length and in any script.

    Returns:
        Words in lower case with single blanks between them, `` . `` for every mark or line break at
        which a sentence ends, and `` , `` where a clause does; a comma before "that" or "if" ends
        none.

    """
    plain = _APOSTROPHES.sub("", text[:LONGEST])
    plain = unicodedata.normalize("NFKC", plain).casefold()
    if not plain.isascii():
        plain = "".join(c for c in plain if unicodedata.category(c) not in {"Cf", "Cs", "Mn"})
    plain = _DISGUISED.sub(_undisguised, unaccented(plain))
    plain = _SPACED_OUT.sub(_closed_up, _DRAWN_OUT.sub(r"\1", plain))
    plain = _MARKS.sub(_mark, _SUBORDINATE.sub(" ", plain))
    plain = _NOISE.sub(" ", plain)
    return " ".join(_WORD.sub(_in_one_script, plain).split())


def _mark(found: re.Match[str]) -> str:
    return " , " if _COMMAS.issuperset(found[0]) else " . "


def _undisguised(found: re.Match[str]) -> str:
    return found[0].translate(_DIGITS_AS_LETTERS)


def _closed_up(found: re.Match[str]) -> str:
    return _GAP.sub("", found[0])


def unaccented(text: str) -> str:
    """Drop accents from Latin letters; Cyrillic keeps its own letters, but for ё."""
    if text.isascii():
        return text
    return "".join(
        unicodedata.normalize("NFD", c)[0] if c < "\u0250" else c for c in text
    ).translate(_PLAIN)


def _in_one_script(found: re.Match[str]) -> str:
    """Write a word of mixed letters in the script that most of it has."""
    word = found[0]
    latin, cyrillic = len(_LATIN.findall(word)), len(_CYRILLIC.findall(word))
    if not latin or not cyrillic:
        return word
    table = _CYRILLIC_AS_LATIN if latin >= cyrillic else _LATIN_AS_CYRILLIC
    return word.translate(table)


def as_written(text: str, bones: list[str], start: int, end: int) -> str:
    """Return part of a skeleton as it was written.

    Args:
        text: The message.
        bones: The words and marks of its skeleton.
        start: The first of them.
        end: The one after the last.

    Returns:
        The words of the message, with their marks; those of the skeleton where they were written
        so that they cannot be told apart.

    """
    chunks = text[:LONGEST].split()
    origin = [n for n, chunk in enumerate(chunks) for word in _spoken(skeleton(chunk))]
    if len(origin) != len(_spoken(" ".join(bones))):
        return " ".join(_spoken(" ".join(bones[start:end])))
    first = len(_spoken(" ".join(bones[:start])))
    last = first + len(_spoken(" ".join(bones[start:end]))) - 1
    return " ".join(chunks[origin[first] : origin[last] + 1]).strip(_EDGES)


def _spoken(bones: str) -> list[str]:
    return [word for word in bones.split() if word not in {".", ","}]


class Slips:
    """A short list of words that are known although one letter of them is wrong.

    Every word is kept under itself and under itself without each of its letters: a typed word that
    shares one of these with it may be a slip, and only then are the two compared.
    """

    def __init__(self, words: Iterable[str], never: Iterable[str] = ()) -> None:
        self._never = frozenset(never)
        self._by_piece: dict[str, list[str]] = {}
        for word in sorted(words):
            for piece in _pieces(word):
                self._by_piece.setdefault(piece, []).append(word)

    def meant(self, typed: str) -> str | None:
        """Return the word of the list that was probably meant; None if there is none."""
        if typed in self._never:
            return None
        near = (word for piece in _pieces(typed) for word in self._by_piece.get(piece, ()))
        return next((word for word in near if is_slip(typed, word)), None)


def _pieces(word: str) -> set[str]:
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def is_slip(typed: str, meant: str) -> bool:
    """Return whether one slip of a finger lies between two words that begin alike."""
    if typed == meant or typed[:1] != meant[:1]:
        return False
    if len(typed) == len(meant):
        wrong = [i for i, (a, b) in enumerate(zip(typed, meant, strict=True)) if a != b]
        swapped = typed[wrong[0] : wrong[-1] + 1] == meant[wrong[0] : wrong[-1] + 1][::-1]
        return len(wrong) == 1 or (len(wrong) == 2 and wrong[1] == wrong[0] + 1 and swapped)  # noqa: PLR2004  two letters swapped
    longer, shorter = sorted((typed, meant), key=len, reverse=True)
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
