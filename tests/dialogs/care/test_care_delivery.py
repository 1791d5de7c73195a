"""Delivery: what happened is said with its time, what nobody can know is said to be not known."""

from datetime import UTC, datetime, timedelta

import pytest

from dialogs.care.delivery import NOT_KNOWN, STAGES, Times, stages

DUE = datetime(2026, 5, 12, 20, tzinfo=UTC)
SENT, ARRIVED, TAPPED, DONE = (DUE + timedelta(minutes=n) for n in (1, 2, 3, 9))


@pytest.mark.parametrize(
    ("times", "delivered", "refused", "opened"),
    [
        pytest.param(Times(DUE), None, None, None, id="only-planned"),
        pytest.param(Times(DUE, SENT), NOT_KNOWN, None, NOT_KNOWN, id="sent-and-no-answer"),
        pytest.param(Times(DUE, SENT, ARRIVED), ARRIVED, None, NOT_KNOWN, id="no-read-receipt"),
        pytest.param(Times(DUE, SENT, refused=ARRIVED), None, ARRIVED, None, id="refused"),
        pytest.param(Times(DUE, SENT, ARRIVED, opened=TAPPED), ARRIVED, None, TAPPED, id="tapped"),
        pytest.param(
            Times(DUE, SENT, opened=TAPPED), NOT_KNOWN, None, TAPPED, id="tapped-before-we-knew"
        ),
    ],
)
def test_what_is_known_of_a_prompt(times, delivered, refused, opened):
    found = stages(times)

    assert (found["delivered"], found["refused"], found["opened"]) == (delivered, refused, opened)


def test_what_the_client_did_is_known_or_did_not_happen():
    found = stages(Times(DUE, SENT, ARRIVED, opened=TAPPED, started=TAPPED, finished=DONE))

    assert tuple(found) == STAGES
    assert (found["started"], found["finished"], found["filled_in"]) == (TAPPED, DONE, None)
