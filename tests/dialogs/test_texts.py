"""Texts: nothing is silently missing."""

import pytest

from dialogs.errors import MissingText
from dialogs.texts import Texts


@pytest.fixture
def small(tmp_path):
    def write(folder, language, words):
        place = tmp_path / folder / language
        place.mkdir(parents=True, exist_ok=True)
        (place / "words.ftl").write_text(words, encoding="utf-8")
        return tmp_path / folder

    ours = write("ours", "en", "hi = Hi, { $name }\n    .short = Hi\nbye = Bye\nlist = A, b ,,c\n")
    write("ours", "es", "hi = Hola, { $name }\n    .short = Hola\n")
    theirs = write("theirs", "en", "bye = See you\n")
    return Texts.load([ours, theirs])


def test_a_text_is_worded(small):
    assert small.say("es", "hi", name="Mia") == "Hola, Mia"
    assert small.say("en", "hi.short") == "Hi"
    assert small.languages == ("en", "es")


def test_an_argument_however_long_is_worded(tmp_path):
    """A long list in a text is cut off; nobody is left without an answer because of it."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "own.ftl").write_text("list = Here: { $lines }\n", encoding="utf-8")

    worded = Texts.load([tmp_path]).say("en", "list", lines="x" * 10_000)

    assert worded.startswith("Here: xxx")
    assert worded.endswith("…")
    assert len(worded) < 2_500


def test_a_later_folder_replaces_single_texts(small):
    assert small.say("en", "bye") == "See you"
    assert small.say("en", "hi.short") == "Hi"


def test_a_later_folder_replaces_no_more_than_it_says(tmp_path):
    """Whoever words a question anew keeps its labels, in a file of any name."""
    for folder, words in (
        ("ours", "q = Walk?\n    .yes = Yes\n    .no = No\n"),
        ("own", "q = Run?\n"),
    ):
        (tmp_path / folder / "en").mkdir(parents=True)
        (tmp_path / folder / "en" / "q.ftl").write_text(words, encoding="utf-8")

    texts = Texts.load([tmp_path / "ours", tmp_path / "own"])

    assert [texts.say("en", key) for key in ("q", "q.yes", "q.no")] == ["Run?", "Yes", "No"]
    assert texts.problems() == []
    assert texts.place("en", "q") == ("en/q.ftl", 1)


@pytest.fixture
def older(write_texts):
    """The texts of today, and above them what an older dialog said."""
    then = write_texts(
        """
        -house = Harbour
        shared = Welcome to { -house }
        # A note for translators.
        d-walk = { shared }: did you walk, { $name }?
            .short = Walk
            .yes = Yes
        other = Not of this dialog.
        """.replace("\n        ", "\n")
    )
    kept = {"en": then.source("en", ["d-walk", "d-gone"])}
    return kept, then


def test_the_source_of_a_text_brings_what_it_refers_to_and_no_more(older):
    kept, _ = older

    assert kept["en"] == (
        "-house = Harbour\n"
        "d-walk = { shared }: did you walk, { $name }?\n"
        "    .short = Walk\n"
        "    .yes = Yes\n"
        "shared = Welcome to { -house }\n"
    )


def test_older_words_stand_above_those_of_today(older, small):
    kept, _ = older

    texts = small.under(kept)

    assert texts.say("en", "d-walk", name="Mia") == "Welcome to Harbour: did you walk, Mia?"
    assert texts.say("en", "hi.short") == "Hi"
    assert texts.variables("en")["d-walk"] == {"name"}
    assert not small.has("en", "d-walk")


def test_an_older_message_stands_whole(tmp_path, older):
    """A label that was added since belongs to another question."""
    (tmp_path / "now" / "en").mkdir(parents=True)
    (tmp_path / "now" / "en" / "d.ftl").write_text("d-walk = Run?\n    .no = Never\n")
    texts = Texts.load([tmp_path / "now"]).under(older[0])

    assert texts.say("en", "d-walk.yes") == "Yes"
    assert not texts.has("en", "d-walk.no")


def test_a_language_that_was_not_there_yet_has_the_older_words_of_the_default_one(small, older):
    texts = small.under(older[0])

    assert texts.say("es", "d-walk.short") == "Walk"
    assert texts.say("es", "hi.short") == "Hola"


def test_a_language_we_do_not_have_falls_back(small):
    assert small.say("tlh", "hi.short") == "Hi"


@pytest.mark.parametrize(
    ("language", "key"),
    [("es", "bye"), ("en", "nothing"), ("en", "hi.long"), ("en", "hi"), ("en", "")],
)
def test_a_text_that_is_missing_or_lacks_an_argument_is_an_error(small, language, key):
    with pytest.raises(MissingText) as caught:
        small.say(language, key)
    assert (caught.value.key, caught.value.language) == (key, language)


@pytest.fixture
def borrowing(small, tmp_path):
    """A clinic's words: whole in English, in part in Spanish."""
    own = tmp_path / "theirs" / "en" / "own.ftl"
    own.write_text(
        "-place = the harbour\nwalk = Walk to { -place }?\n    .days = { $n ->\n"
        "        [one] { $n } day\n       *[other] { $n } days\n    }\nnew = New\n",
        encoding="utf-8",
    )
    (tmp_path / "theirs" / "es").mkdir()
    (tmp_path / "theirs" / "es" / "own.ftl").write_text("walk = ¿Un paseo?\n", encoding="utf-8")
    (tmp_path / "ours" / "ru").mkdir()
    (tmp_path / "ours" / "ru" / "words.ftl").write_text("hi = Привет\n", encoding="utf-8")
    return Texts.load([tmp_path / "ours", tmp_path / "theirs"])


def test_a_clinics_words_are_borrowed_where_they_are_not_translated(borrowing):
    assert borrowing.say("es", "walk") == "¿Un paseo?"
    assert borrowing.say("es", "walk.days", n=2) == "2 days"
    assert borrowing.say("ru", "walk") == "Walk to the harbour?"
    assert dict(borrowing.lacking("es")) == {
        "new": ("en/own.ftl", 7),
        "walk.days": ("en/own.ftl", 2),
    }
    assert borrowing.lacking("en") == {}


def test_borrowed_words_count_as_their_own_language_does(borrowing):
    """In Russian 21 is a singular; an English sentence in it must not become one."""
    assert borrowing.say("ru", "walk.days", n=21) == "21 days"


def test_our_own_words_are_never_borrowed(borrowing):
    with pytest.raises(MissingText):
        borrowing.say("ru", "list")
    assert not borrowing.has("es", "list")


def test_what_is_kept_of_borrowed_words_is_whole(borrowing):
    assert "walk = ¿Un paseo?\n    .days =" in borrowing.source("es", ["walk"])
    assert "-place = the harbour" in borrowing.source("ru", ["walk"])


def test_a_list(small):
    assert small.listed("en", "list") == ("a", "b", "c")


def test_arguments_and_places_are_known(small):
    assert small.variables("en")["hi"] == {"name"}
    assert small.place("en", "bye") == ("en/words.ftl", 1)
    assert small.place("es", "bye") == ("es/*.ftl", 0)
    assert small.has("en", "hi.short")
    assert not small.has("es", "bye")


def test_names_are_not_wrapped_in_invisible_marks(small):
    assert small.say("en", "hi", name="\u05d3\u05e0\u05d4") == "Hi, \u05d3\u05e0\u05d4"


def test_what_is_no_fluent_or_twice_in_a_file_is_told(write_texts):
    texts = write_texts("one = 1\none = 2\nthis is nothing\n")

    assert [str(problem) for problem in texts.problems()] == [
        "en/written.ftl:2: one is written twice",
        "en/written.ftl:3: this is not a Fluent text",
    ]
