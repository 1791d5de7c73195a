"""Typed answers: what is understood, and what is rather asked again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.engine.questions import Question, options
from dialogs.engine.screens import vocabulary_of
from dialogs.engine.session import Control, Tapped
from dialogs.engine.shapes import (
    Choice,
    Contact,
    Date,
    Number,
    Pick,
    Scale,
    Time,
    Words,
    YesNo,
)
from dialogs.engine.spelling import plain, squeezed, within_one
from dialogs.engine.typed import Given, Refused, understand, without_language

SCALE = Scale(kind="scale", low=0, high=10)
YES_NO = YesNo(kind="yes_no")
HOURS = Number(kind="number", low=0, high=24, unit="hours", whole=False)
GLASSES = Number(kind="number", low=0, high=50)


@pytest.fixture
def understood(texts):
    """Read a reply to a question of some shape; options are called as their keys are."""
    vocabulary = vocabulary_of(texts, "en")

    def read(shape, text, *, safety=False, facts=None):
        offered = options(shape, facts or {})
        question = Question("d", "s", 4, "ask", shape=shape, options=offered, safety=safety)
        labels = [option.label or option.key for option in offered]
        return understand(question, text, labels, vocabulary)

    return read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("8", 8, id="digit"),
        pytest.param(" 8. ", 8, id="full-stop"),
        pytest.param("08", 8, id="leading-nought"),
        pytest.param("8/10", 8, id="of-ten"),
        pytest.param("8 / 10", 8, id="of-ten-spaced"),
        pytest.param("8 out of 10", 8, id="in-words"),
        pytest.param("8 of 10!", 8, id="of"),
        pytest.param("eight", 8, id="word"),
        pytest.param("Eight", 8, id="capital"),
        pytest.param("\uff18", 8, id="full-width"),
        pytest.param("8️⃣", 8, id="keycap"),
        pytest.param("🔟", 10, id="keycap-ten"),
        pytest.param("٨", 8, id="arabic-indic"),
        pytest.param("⑧", 8, id="circled"),
        pytest.param("8.0", 8, id="point-nought"),
        pytest.param("zero", 0, id="zero"),
        pytest.param("10", 10, id="highest"),
    ],
)
def test_a_point_of_a_scale(understood, text, value):
    assert understood(SCALE, text) == Tapped(4, value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("11", "rejected-range", id="above"),
        pytest.param("-1", "rejected-range", id="below"),
        pytest.param("\u22121", "rejected-range", id="below-with-a-real-minus"),
        pytest.param("999999999999999999", "rejected-scale", id="huge"),
        pytest.param("7.5", "rejected-whole", id="between"),
        pytest.param("7,5", "rejected-whole", id="between-with-comma"),
        pytest.param("8-9", "rejected-scale", id="a-range"),
        pytest.param("8/5", "rejected-scale", id="of-another-scale"),
        pytest.param("2 beers", "rejected-scale", id="a-number-of-something-else"),
        pytest.param("fine", "rejected-scale", id="fine-is-not-five"),
        pytest.param("done", "rejected-scale", id="done-is-not-one"),
        pytest.param("", "rejected-scale", id="empty"),
        pytest.param("\x00", "rejected-scale", id="nul"),
        pytest.param("\u202e8\u202c9", "rejected-scale", id="turned-round"),
        pytest.param("½", "rejected-scale", id="a-half"),
    ],
)
def test_no_point_of_a_scale(understood, text, reason):
    answer = understood(SCALE, text)

    assert isinstance(answer, Refused)
    assert answer.reason == reason


@pytest.mark.parametrize(
    ("text", "option"),
    [
        pytest.param("yes", 0, id="yes"),
        pytest.param("YES!!", 0, id="loud"),
        pytest.param("yess", 0, id="doubled"),
        pytest.param("yeees", 0, id="drawn-out"),
        pytest.param("yse", 0, id="swapped"),
        pytest.param("y", 0, id="letter"),
        pytest.param("yep", 0, id="another-word"),
        pytest.param("👍", 0, id="thumb"),
        pytest.param("no", 1, id="no"),
        pytest.param("noo", 1, id="doubled-no"),
        pytest.param("Nope.", 1, id="nope"),
        pytest.param("👎", 1, id="thumb-down"),
    ],
)
def test_yes_and_no(understood, text, option):
    assert understood(YES_NO, text) == Tapped(4, option)


@pytest.mark.parametrize(
    "text", ["maybe", "now", "not", "nose", "yesno", "yes and no", "👍👎", "да нет"]
)
def test_neither_yes_nor_no(understood, text):
    assert understood(YES_NO, text) == Refused("rejected-choice")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        pytest.param("yes", Tapped(4, 0), id="yes"),
        pytest.param("yess", Tapped(4, 0), id="doubled"),
        pytest.param("no", Tapped(4, 1), id="no"),
        pytest.param("nope", Tapped(4, 1), id="another-word-for-no"),
        pytest.param("not sure", Tapped(4, 2), id="not-sure"),
        pytest.param("skip", Control("skip"), id="skip"),
        pytest.param("ok", Refused("rejected-safety"), id="ok-may-mean-understood"),
        pytest.param("sure", Refused("rejected-safety"), id="sure-may-be-half-of-not-sure"),
        pytest.param("yet", Refused("rejected-safety"), id="no-near-misses"),
        pytest.param("i am not", Refused("rejected-safety"), id="not-guessed"),
    ],
)
def test_a_safety_question_is_read_strictly(understood, text, answer):
    shape = Choice(kind="choice", options=("yes", "no", "not_sure"))

    assert understood(shape, text, safety=True) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        pytest.param("not taken", Tapped(4, 1), id="label"),
        pytest.param("NOT  TAKEN", Tapped(4, 1), id="case-and-spaces"),
        pytest.param("not takn", Tapped(4, 1), id="letter-missing"),
        pytest.param("tken", Tapped(4, 0), id="short-label"),
        pytest.param("take", Tapped(4, 0), id="one-letter-less"),
        pytest.param("takn it", Refused("rejected-choice"), id="two-off"),
        pytest.param("later", Tapped(4, 2), id="option-before-control"),
        pytest.param("back", Control("back"), id="back"),
        pytest.param("stop", Control("stop"), id="stop"),
        pytest.param("Rather not say.", Control("decline"), id="decline"),
    ],
)
def test_a_choice(understood, text, answer):
    shape = Choice(kind="choice", options=("taken", "not_taken", "later"))

    assert understood(shape, text) == answer


def test_a_near_miss_of_two_options_is_asked_again(understood):
    shape = Choice(kind="choice", options=("morning", "mourning"))

    assert understood(shape, "moorning") == Tapped(4, 0)
    assert understood(shape, "mowrning") == Refused("rejected-choice")


def test_something_of_ones_own_is_picked_or_worded(understood):
    shape = Pick(kind="pick", of="triggers", other=True)
    facts = {"triggers": [{"key": "bar", "label": "Passing the bar"}]}

    assert understood(shape, "passing the  bar", facts=facts) == Tapped(4, 0)
    assert understood(shape, "An old friend", facts=facts) == Given("other", "An old friend")
    assert understood(shape, "  ", facts=facts) == Refused("rejected-words")
    assert understood(shape, "x" * 201, facts=facts) == Refused("rejected-long", {"limit": 200})


@pytest.mark.parametrize(
    ("shape", "text", "answer"),
    [
        pytest.param(HOURS, "7.5", Given(7.5), id="decimal"),
        pytest.param(HOURS, "7,5 h", Given(7.5), id="comma-and-unit"),
        pytest.param(HOURS, "seven", Given(7), id="word"),
        pytest.param(HOURS, "7 hours", Given(7), id="unit"),
        pytest.param(HOURS, "24", Given(24), id="highest"),
        pytest.param(HOURS, "24.1", Refused("rejected-range", {"low": 0, "high": 24}), id="above"),
        pytest.param(
            HOURS, "lots", Refused("rejected-number", {"low": 0, "high": 24}), id="word-only"
        ),
        pytest.param(GLASSES, "1.5", Refused("rejected-whole", {"low": 0, "high": 50}), id="whole"),
        pytest.param(
            GLASSES, "7 or 8", Refused("rejected-number", {"low": 0, "high": 50}), id="two"
        ),
    ],
)
def test_a_number(understood, shape, text, answer):
    assert understood(shape, text) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        pytest.param("20:30", Given("20:30"), id="colon"),
        pytest.param("20.30", Given("20:30"), id="dot"),
        pytest.param("20h30", Given("20:30"), id="h"),
        pytest.param("20h", Given("20:00"), id="hour-h"),
        pytest.param("2030", Given("20:30"), id="four-digits"),
        pytest.param("20", Given("20:00"), id="hour-of-the-evening"),
        pytest.param("8 pm", Given("20:00"), id="pm"),
        pytest.param("8:15pm", Given("20:15"), id="pm-minutes"),
        pytest.param("8 p.m.", Given("20:00"), id="p-m"),
        pytest.param("12 am", Given("00:00"), id="midnight"),
        pytest.param("12 pm", Given("12:00"), id="noon"),
        pytest.param("\uff18\uff1a\uff11\uff15 PM", Given("20:15"), id="full-width"),
        pytest.param("08:00", Given("08:00"), id="morning"),
        pytest.param("8", Refused("rejected-time"), id="which-half"),
        pytest.param("24:00", Refused("rejected-time"), id="no-such-hour"),
        pytest.param("20:60", Refused("rejected-time"), id="no-such-minute"),
        pytest.param("13 pm", Refused("rejected-time"), id="thirteen-pm"),
        pytest.param("evening", Refused("rejected-time"), id="word"),
    ],
)
def test_a_time(understood, text, answer):
    assert understood(Time(kind="time"), text) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        pytest.param("2026-05-01", Given("2026-05-01"), id="iso"),
        pytest.param("1.5.2026", Given("2026-05-01"), id="dots"),
        pytest.param("1/5/2026", Given("2026-05-01"), id="day-first"),
        pytest.param("2026-02-30", Refused("rejected-date"), id="no-such-day"),
        pytest.param("soon", Refused("rejected-date"), id="word"),
    ],
)
def test_a_date(understood, text, answer):
    assert understood(Date(kind="date"), text) == answer


def test_free_words(understood):
    shape = Words(kind="words", at_most=20, suggest=("ireland",))

    assert understood(shape, "Ireland") == Tapped(4, 0)
    assert understood(shape, "Irelnd") == Given("Irelnd", "Irelnd")
    assert understood(shape, " a\x00b ") == Given("ab", "ab")
    assert understood(shape, "\ud800") == Given("\ufffd", "\ufffd")
    assert understood(shape, "stop") == Control("stop")
    assert understood(shape, "stop it") == Given("stop it", "stop it")
    assert understood(shape, "x" * 21) == Refused("rejected-long", {"limit": 20})
    assert understood(shape, "\x00") == Refused("rejected-words")


def test_a_contact_has_a_name(understood):
    assert understood(Contact(kind="contact"), "Sam\n+1 555 0100") == Given(
        "Sam +1 555 0100", "Sam +1 555 0100"
    )
    assert understood(Contact(kind="contact"), "+1 555 0100") == Refused("rejected-contact")


@pytest.mark.parametrize(
    ("word", "other", "near"),
    [
        ("yes", "yes", True),
        ("yes", "yess", True),
        ("yes", "es", True),
        ("yes", "yas", True),
        ("yes", "yse", True),
        ("yes", "sey", False),
        ("yes", "yesss", False),
        ("eight", "eigth", True),
        ("eight", "ehgti", False),
    ],
)
def test_within_one(word, other, near):
    assert within_one(word, other) is near
    assert within_one(other, word) is near


@given(st.text())
def test_plain_words_stay_plain(text):
    assert plain(plain(text)) == plain(text)
    assert squeezed(squeezed(text)) == squeezed(text)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text):
    for shape in (
        SCALE,
        HOURS,
        YES_NO,
        Time(kind="time"),
        Date(kind="date"),
        Contact(kind="contact"),
    ):
        offered = options(shape, {})
        question = Question("d", "s", 1, "ask", shape=shape, options=offered)
        assert without_language(question, text) is not None
