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


def test_a_later_folder_replaces_single_texts(small):
    assert small.say("en", "bye") == "See you"
    assert small.say("en", "hi.short") == "Hi"


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
