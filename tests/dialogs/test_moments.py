"""Moments: what somebody means who types when they are back, in three languages."""

from datetime import UTC, datetime, time, timedelta

import pytest

from dialogs.moments import moment_in, span_in

NOW = datetime(2026, 5, 12, 23, 55, tzinfo=UTC)
"""Five to eight in the evening in New York, on a Tuesday."""

ZONE = "America/New_York"


def read(texts, said, language="en"):
    return moment_in(said, texts, language, ZONE, NOW, morning=time(9))


def local(day, hour, minute=0):
    """Return an instant of May in New York, which is four hours behind UTC then."""
    return datetime(2026, 5, day, hour, minute, tzinfo=UTC) + timedelta(hours=4)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        pytest.param("friday 8:00", local(15, 8), id="day-and-hour"),
        pytest.param("until Friday 8 am", local(15, 8), id="until"),
        pytest.param("8:00 friday", local(15, 8), id="hour-first"),
        pytest.param("fri at 17", local(15, 17), id="a-bare-hour-beside-a-day"),
        pytest.param("friday", local(15, 9), id="a-day-begins-in-the-morning"),
        pytest.param("frday", local(15, 9), id="a-slip"),
        pytest.param("tuesday", local(19, 9), id="today's-name-is-next-week"),
        pytest.param("wednesday", local(13, 9), id="tomorrow-by-name"),
        pytest.param("tomorrow", local(13, 9), id="tomorrow"),
        pytest.param("the day after tomorrow", local(14, 9), id="three-words"),
        pytest.param("tomorrow noon", local(13, 12), id="noon"),
        pytest.param("today 23:30", local(12, 23, 30), id="later-today"),
        pytest.param("23:30", local(12, 23, 30), id="an-hour-alone-today"),
        pytest.param("7:30", local(13, 7, 30), id="an-hour-alone-tomorrow"),
        pytest.param("2026-05-20", local(20, 9), id="a-date"),
        pytest.param("2026-05-20 18:00", local(20, 18), id="a-date-and-hour"),
        pytest.param("20.5.2026", local(20, 9), id="day-first"),
        pytest.param("20.5.", local(20, 9), id="without-a-year"),
        pytest.param("5/20", local(20, 9), id="month-first-where-it-can-only-be-that"),
        pytest.param("5/5", datetime(2027, 5, 5, 13, tzinfo=UTC), id="the-same-both-ways"),
        pytest.param("1.2.", datetime(2027, 2, 1, 14, tzinfo=UTC), id="next-year"),
        pytest.param("3 days", NOW + timedelta(days=3), id="a-length"),
        pytest.param("for two weeks", NOW + timedelta(days=14), id="a-length-in-words"),
        pytest.param("a week", NOW + timedelta(days=7), id="one-of-it"),
        pytest.param("2 hours", NOW + timedelta(hours=2), id="hours"),
    ],
)
def test_what_is_meant(texts, said, meant):
    """However it is put, and always after now."""
    assert read(texts, said) == meant


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("", id="nothing"),
        pytest.param("soon", id="no-moment"),
        pytest.param("4/5", id="April-or-May"),
        pytest.param("friday or saturday", id="two-days"),
        pytest.param("today 8:00", id="over-already"),
        pytest.param("2026-05-01", id="a-date-that-has-passed"),
        pytest.param("31.2.", id="no-such-day"),
        pytest.param("friday 25:00", id="no-such-hour"),
        pytest.param("0 days", id="no-length"),
        pytest.param("until", id="half-a-sentence"),
    ],
)
def test_what_cannot_be_read(texts, said):
    """Then one is asked again: a guess would leave somebody unpaged."""
    assert read(texts, said) is None


@pytest.mark.parametrize(
    ("language", "said", "meant"),
    [
        pytest.param("es", "hasta el viernes a las 8:00", local(15, 8), id="es-day"),
        pytest.param("es", "hasta mañana", local(13, 9), id="es-tomorrow"),
        pytest.param("es", "pasado mañana 18:00", local(14, 18), id="es-overmorrow"),
        pytest.param("es", "tres días", NOW + timedelta(days=3), id="es-length"),
        pytest.param("es", "una semana", NOW + timedelta(days=7), id="es-week"),
        pytest.param("ru", "до пятницы 8:00", local(15, 8), id="ru-day"),
        pytest.param("ru", "до завтра", local(13, 9), id="ru-tomorrow"),
        pytest.param("ru", "послезавтра в 18:00", local(14, 18), id="ru-overmorrow"),
        pytest.param("ru", "на три дня", NOW + timedelta(days=3), id="ru-length"),
        pytest.param("ru", "на неделю", None, id="ru-a-week-without-a-number"),
    ],
)
def test_in_other_languages(texts, language, said, meant):
    """The words are the language's own, with their cases."""
    assert read(texts, said, language) == meant


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_the_example_in_the_refusal_can_be_read(texts, language):
    """What one is told to type works when it is typed."""
    away = texts.say(language, "duty-away_unread").partition("/away ")[2]
    shift = texts.say(language, "duty-on_call_unread").partition("/oncall ")[2]

    assert read(texts, away, language) == local(15, 8)
    assert span_in(shift, texts, language, ZONE, NOW, morning=time(9)) == (
        local(15, 17),
        local(18, 8),
    )


@pytest.mark.parametrize(
    ("said", "span"),
    [
        pytest.param("fri 17:00 to mon 8:00", (local(15, 17), local(18, 8)), id="both"),
        pytest.param("from friday until monday", (local(15, 9), local(18, 9)), id="from-until"),
        pytest.param("until mon 8:00", (None, local(18, 8)), id="only-an-end"),
        pytest.param("tomorrow 9:00 to 17:00", (local(13, 9), local(13, 17)), id="same-day"),
        pytest.param("friday", (None, None), id="no-end"),
        pytest.param("soon to later", (None, None), id="neither"),
        pytest.param("fri 17:00 to", (None, None), id="half"),
    ],
)
def test_spans(texts, said, span):
    """The end is read from the beginning on."""
    assert span_in(said, texts, "en", ZONE, NOW, morning=time(9)) == span


def test_a_word_that_is_both(texts):
    """In Spanish ``a`` stands before an hour as well as between two moments."""
    said = "viernes a las 17:00 a lunes a las 8:00"

    found = span_in(said, texts, "es", ZONE, NOW, morning=time(9))

    assert found == (local(15, 17), local(18, 8))


def test_in_the_night_when_clocks_change(texts):
    """An hour that does not exist is moved on; the wall clock is what is meant."""
    before = datetime(2026, 3, 7, 20, tzinfo=UTC)

    found = moment_in("sunday 2:30", texts, "en", ZONE, before, morning=time(9))

    assert found == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)
