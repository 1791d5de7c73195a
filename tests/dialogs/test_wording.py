"""How it reads: kind, plain and short, in every language it speaks.

Source of the bounds: PRODUCT.md 10. English is measured by grade, Spanish and Russian by the
length of their sentences.
"""

import re
from pathlib import Path
from statistics import median

import pytest

from dialogs.playbook import CONTENT
from dialogs.texts import Texts

STIGMA = {
    "en": (
        "abuse", "abuser", "addict", "addicts", "alcoholic", "clean", "dirty", "drunk", "drunks",
        "failed", "failure", "habit", "junkie", "junkies", "noncompliant", "relapse", "relapsed",
        "substance abuse", "user", "users", "weak", "willpower",
    ),
    "es": (
        "abuso", "adicto", "adicta", "adictos", "adictas", "alcohólico", "alcohólica", "borracho",
        "borracha", "drogadicto", "drogadicta", "fracaso", "fracasado", "fracasada", "limpio",
        "limpia", "sucio", "sucia", "recaída", "recaer", "vicio", "débil", "fuerza de voluntad",
    ),
    "ru": (
        "алкаш", "алкоголик", "алкоголичка", "грязный", "грязная", "зависимый", "зависимая",
        "злоупотребление", "наркоман", "наркоманка", "неудача", "неудачник", "провал", "пьяница",
        "рецидив", "слабак", "слабость", "срыв", "сорвался", "сорвалась", "чистый", "чистая",
        "сила воли",
    ),
}  # fmt: skip
"""Words that hurt, by language. A lapse is called what happened: somebody used."""

HARDEST_GRADE = 6
LONGEST_MEDIAN, LONGEST_SENTENCE = 12, 20
LANGUAGES = sorted(STIGMA)
FILES = sorted(path.stem for path in (CONTENT / "texts" / "en").glob("*.ftl"))
_SENTENCES = re.compile(r"(?<=[.!?…:;])\s+|\n+")
_WORDS = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load([CONTENT / "texts"])


def spoken(texts: Texts, language: str, file: str = "") -> list[tuple[str, str]]:
    """Return texts with their keys, placeholders filled in; what people type is no text of ours."""
    return [
        (key, texts.say(language, key, **dict.fromkeys(variables, 2)))
        for key, variables in texts.variables(language).items()
        if not key.startswith("words-")
        and (not file or Path(texts.place(language, key)[0]).stem == file)
    ]


def sentences(said: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the sentences with their keys; lines of a list and commands end one."""
    return [
        (key, part)
        for key, words in said
        for part in _SENTENCES.split(words)
        if _WORDS.search(part)
    ]


def test_every_language_is_measured(texts):
    assert set(texts.languages) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_that_hurts(texts, language):
    hurtful = re.compile(rf"\b({'|'.join(STIGMA[language])})\b", re.IGNORECASE)

    found = [
        (key, match[0]) for key, said in spoken(texts, language) for match in hurtful.finditer(said)
    ]

    assert found == []


@pytest.mark.parametrize("file", FILES)
def test_english_is_easy_to_read(texts, file):
    """Each file by itself, so that a hard one cannot hide among easy ones."""
    said = [part for _, part in sentences(spoken(texts, "en", file))]

    assert grade(said) <= HARDEST_GRADE


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_sentences_are_short(texts, language):
    lengths = [(len(_WORDS.findall(part)), key) for key, part in sentences(spoken(texts, language))]

    assert median(length for length, _ in lengths) <= LONGEST_MEDIAN
    assert [one for one in lengths if one[0] > LONGEST_SENTENCE] == []


def grade(said: list[str]) -> float:
    """Return the Flesch-Kincaid grade (Kincaid et al. 1975), with syllables estimated."""
    words = [word for part in said for word in _WORDS.findall(part)]
    syllables = sum(map(syllables_in, words))
    return 0.39 * len(words) / len(said) + 11.8 * syllables / len(words) - 15.59


def syllables_in(word: str) -> int:
    """Estimate the syllables of an English word: groups of vowels, a silent e left out."""
    groups = re.findall(r"[aeiouy]+", word.lower())
    silent = word.lower().endswith("e") and not word.lower().endswith("le") and len(groups) > 1
    return max(1, len(groups) - silent)


@pytest.mark.parametrize(
    ("word", "count"),
    [("safe", 1), ("people", 2), ("craving", 2), ("tomorrow", 3), ("strength", 1), ("medicine", 3)],
)
def test_syllables(word, count):
    assert syllables_in(word) == count
