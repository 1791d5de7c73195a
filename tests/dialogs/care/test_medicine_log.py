"""The log of a medicine: days that were told about, the last word of each, nothing filled in."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from dialogs.care.medicine_log import medicine_log
from dialogs.care.plan import Medicine
from dialogs.care.warning_signs import Reading

NOW = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)
"""Nine in the evening of TODAY in New York, already tomorrow in UTC."""

TODAY = date(2026, 3, 9)
ZONE = "America/New_York"
MEDICINE = Medicine("nal", "Naltrexone", (time(8),))


def said(value, days_ago=0.0, name="medicine:nal", kind="answered"):
    return Reading(name, value, NOW - timedelta(days=days_ago), "s", kind)


@pytest.mark.parametrize(
    ("readings", "taken", "told"),
    [
        pytest.param([], 0, 0, id="nothing"),
        pytest.param([said("taken")], 1, 1, id="today"),
        pytest.param([said("taken"), said("not_taken", 1)], 1, 2, id="one-of-two"),
        pytest.param([said("taken", 13)], 1, 1, id="the-first-day-of-the-window"),
        pytest.param([said("taken", 14)], 0, 0, id="the-day-before-it"),
        pytest.param([said("taken"), said("taken", 0.2)], 1, 1, id="twice-a-day-is-one-day"),
        pytest.param([said("not_taken", 0.2), said("taken")], 1, 1, id="the-last-word-counts"),
        pytest.param([said("taken", 0.2), said("not_taken")], 0, 1, id="the-last-word-is-no"),
        pytest.param([said("later")], 0, 0, id="later-is-no-answer-yet"),
        pytest.param([said("taken", 0.2), said("later")], 1, 1, id="later-takes-nothing-back"),
        pytest.param([said("side_effect")], 1, 1, id="whoever-notes-an-effect-has-taken-it"),
        pytest.param([said(None, kind="skipped")], 0, 0, id="skipped"),
        pytest.param([said("taken", name="medicine")], 1, 1, id="said-of-all-at-once"),
        pytest.param([said("taken", name="medicine:other")], 0, 0, id="another-medicine"),
        pytest.param([said("taken", name="medicine_reason")], 0, 0, id="another-question"),
    ],
)
def test_days(readings, taken, told):
    """Each boundary of the window from both sides, in the client's own days."""
    log = medicine_log(MEDICINE, readings, today=TODAY, zone=ZONE)

    assert (log.taken, log.told, log.of) == (taken, told, 14)


def test_when_it_was_last_taken():
    readings = [said("taken", 3), said("taken", 1), said("not_taken")]

    log = medicine_log(MEDICINE, readings, today=TODAY, zone=ZONE)

    assert log.last_at == NOW - timedelta(days=1)
