"""Skeletons: one plain shape for the many ways in which the same words are typed.

Rules for free text match skeletons only. Case, accents on Latin letters, invisible characters,
look-alike letters, digits for letters, drawn-out letters and spaced-out words all disappear;
sentence marks stay, because context ends at them. The text itself is kept as it was written.
"""

import re
import unicodedata

LONGEST = 4096
"""Characters of a message that are looked at: as many as Telegram lets a person send."""

_CYRILLIC_AS_LATIN = str.maketrans("авсеіјкмнорԛѕтухԝ", "abceijkmhopqstyxw")
_LATIN_AS_CYRILLIC = str.maketrans("aceikmhopqstyxbnu", "асеікмнорԛѕтухьпи")
_PLAIN = str.maketrans("\u0131\u0142\u00f8\u0111\u0127\u0167\u0451", "ilodht\u0435")

_DIGITS_AS_LETTERS = str.maketrans("013457@$", "oieastas")

_APOSTROPHES = re.compile("['`\u00b4\u02bc\u2018\u2019\u2032]")
_MARKS = re.compile(r"[.!?;,:\n\u2014\u3001\u3002]+")
_SUBORDINATE = re.compile(
    "[,:] ?(?=(?:что|чтобы|чтоб|если|когда|как|пока|котор\\w+|que|that|if)\\b)"
)
_NOISE = re.compile(r"[^\w.]+|_+")
_DISGUISED = re.compile(r"(?<=[^\W\d_])[013457@$]+(?=[^\W\d_])")
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
        Words in lower case with single blanks between them, and `` . `` for every mark or line
        break at which a clause ends; a comma before "that" or "if" ends none.

    """
    plain = _APOSTROPHES.sub("", text[:LONGEST])
    plain = unicodedata.normalize("NFKC", plain).casefold()
    plain = "".join(c for c in plain if unicodedata.category(c) not in {"Cf", "Cs", "Mn"})
    plain = _DISGUISED.sub(_undisguised, _without_accents(plain))
    plain = _SPACED_OUT.sub(_closed_up, _DRAWN_OUT.sub(r"\1", plain))
    plain = _MARKS.sub(" . ", _SUBORDINATE.sub(" ", plain))
    plain = _NOISE.sub(" ", plain)
    return " ".join(_WORD.sub(_in_one_script, plain).split())


def _undisguised(found: re.Match[str]) -> str:
    return found[0].translate(_DIGITS_AS_LETTERS)


def _closed_up(found: re.Match[str]) -> str:
    return _GAP.sub("", found[0])


def _without_accents(text: str) -> str:
    """Drop accents from Latin letters; Cyrillic keeps its own letters, but for ё."""
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
