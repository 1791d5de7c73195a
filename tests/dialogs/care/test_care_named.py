"""Names out of typed answers: lists are taken apart, stories and doses are not."""

import pytest

from dialogs.care.named import OF_A_MEDICINE, OF_A_PERSON, named


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param("Rosa", ("Rosa",), id="one"),
        pytest.param("Rosa and Sam", ("Rosa", "Sam"), id="and"),
        pytest.param("Ana y Luis", ("Ana", "Luis"), id="spanish-and"),
        pytest.param("Оля и Дима", ("Оля", "Дима"), id="russian-and"),
        pytest.param("- Rosa\n- Sam, my sponsor", ("Rosa", "Sam", "my sponsor"), id="lines"),
        pytest.param("Rosa, +1 555 0100", ("Rosa, +1 555 0100",), id="number-behind-a-comma"),
        pytest.param("Naltrexone, 50 mg", ("Naltrexone, 50 mg",), id="dose-behind-a-comma"),
        pytest.param("Lorazepam 2,5 mg", ("Lorazepam 2,5 mg",), id="comma-in-a-dose"),
        pytest.param("1. Naltrexone\n2. X 0.5 mg", ("Naltrexone", "X 0.5 mg"), id="numbered"),
        pytest.param("0.5 mg X", ("0.5 mg X",), id="a-dose-first-is-no-number-of-a-list"),
        pytest.param("vitamin e", ("vitamin e",), id="a-letter"),
        pytest.param("Rosa, rosa, Rosa", ("Rosa", "rosa"), id="once-each"),
        pytest.param("a\nb\nc\nd\ne\nf", ("a", "b", "c", "d", "e"), id="no-more-than-five"),
        pytest.param("None.", (), id="none"),
        pytest.param("I don't know", (), id="not-known"),
        pytest.param("nadie", (), id="nadie"),
        pytest.param("Никого нет", (), id="nikogo"),
        pytest.param("my best friend Ann", ("my best friend Ann",), id="four-words"),
        pytest.param("my very best friend Ann", (), id="five-words"),
        pytest.param("x" * 60, ("x" * 60,), id="sixty"),
        pytest.param("x" * 61, (), id="sixty-one"),
        pytest.param("Nobody right now, that is why I came", (), id="a-sentence"),
        pytest.param("I have Rosa", (), id="a-sentence-about-oneself"),
        pytest.param("+1 555 0100", (), id="a-number-alone"),
        pytest.param("  ,; \n", (), id="empty"),
    ],
)
def test_names_in_an_answer(said, found):
    assert named(said, OF_A_PERSON) == found


def test_a_medicine_may_take_more_words():
    said = "naltrexone 50 mg once a day"

    assert named(said, OF_A_MEDICINE) == (said,)
    assert named(f"{said} with food", OF_A_MEDICINE) == ()
