"""Treatment: what is worth a word with the care team. The plan itself is never touched."""

from dataclasses import replace
from datetime import time

import pytest

from dialogs.care.plan import (
    Appointment,
    AppointmentKind,
    Medicine,
    Modality,
    ModalityKind,
)
from dialogs.care.proposals import Needs
from tests.dialogs.care.proposals.sample import MEDICINE, PLAN, each_day, known, names, only, said

ON_MEDICINE = replace(PLAN, medicines=(MEDICINE,))
ON_TWO = replace(PLAN, medicines=(MEDICINE, Medicine("vit", "Vitamins", (time(8),))))
TREATED = replace(
    PLAN,
    modalities=(Modality("group", ModalityKind.CBT, "Group on Tuesdays"),),
    appointments=(
        Appointment("ana", "Talk with Ana", AppointmentKind.THERAPY, "weekly tue 10:00"),
    ),
)
EFFECT = ["side_effect"]


@pytest.mark.parametrize(
    ("readings", "plan", "found"),
    [
        pytest.param(
            each_day("medicine", *EFFECT * 3), ON_MEDICINE, ["review_medicine:medicine"], id="3"
        ),
        pytest.param(each_day("medicine", *EFFECT * 2), ON_MEDICINE, [], id="2"),
        pytest.param(
            [said("medicine", "side_effect", n / 100, f"s{n}") for n in range(3)],
            ON_MEDICINE,
            [],
            id="thrice-in-one-day-is-a-day",
        ),
        pytest.param(
            each_day("medicine", *EFFECT * 3, first=27),
            ON_MEDICINE,
            ["review_medicine:medicine"],
            id="thirtieth-day",
        ),
        pytest.param(
            each_day("medicine", *EFFECT * 3, first=28), ON_MEDICINE, [], id="thirty-first-day"
        ),
        pytest.param(each_day("medicine", *EFFECT * 3), PLAN, [], id="it-is-in-the-plan-no-more"),
        pytest.param(
            each_day("medicine:vit", *EFFECT * 3),
            ON_TWO,
            ["review_medicine:medicine:vit"],
            id="one",
        ),
    ],
)
def test_side_effects_are_looked_at(readings, plan, found):
    """PRODUCT.md 1.10: reported 3 times."""
    assert names(known(readings, plan)) == found


@pytest.mark.parametrize(
    ("plan", "name", "medicine"),
    [
        (ON_MEDICINE, "medicine", "Naltrexone"),
        (ON_TWO, "medicine", "none"),
        (ON_TWO, "medicine:vit", "Vitamins"),
    ],
)
def test_the_bot_only_proposes_to_talk_about_a_medicine(plan, name, medicine):
    """No dose is ever changed; where several were asked about at once, none is named."""
    one = only(known(each_day(name, *EFFECT * 3), plan))

    assert (one.plan, one.needs) == (None, Needs.CLIENT)
    assert one.args == {"medicine": medicine, "count": 3, "days": 30}


NOT = ["not_taken"]


@pytest.mark.parametrize(
    ("readings", "found"),
    [
        pytest.param(each_day("medicine", *NOT * 3), ["medicine_missed:medicine"], id="3"),
        pytest.param(each_day("medicine", *NOT * 2, "taken"), [], id="2"),
        pytest.param(
            each_day("medicine", *NOT * 3, first=4), ["medicine_missed:medicine"], id="seventh-day"
        ),
        pytest.param(each_day("medicine", *NOT * 3, first=5), [], id="eighth-day"),
        pytest.param(each_day("medicine", *["later"] * 7), [], id="later-is-not-missed"),
        pytest.param(
            [*each_day("medicine", *NOT * 3, first=0.1), said("medicine", "taken")],
            [],
            id="taken-after-all",
        ),
    ],
)
def test_missed_medicine_is_worth_a_talk(readings, found):
    assert names(known(readings, ON_MEDICINE)) == found


def test_missed_medicine_names_the_days_that_were_answered():
    one = only(known(each_day("medicine", *NOT * 3, "taken", None, "taken"), ON_MEDICINE))

    assert one.args == {"medicine": "Naltrexone", "count": 3, "answered": 5, "days": 7}
    assert one.plan is None


@pytest.mark.parametrize(
    ("readings", "found"),
    [
        pytest.param(
            each_day("appointment:ana", "no", "no"), ["appointment_missed:ana"], id="twice-running"
        ),
        pytest.param(each_day("appointment:ana", "no"), [], id="once"),
        pytest.param(each_day("appointment:ana", "no", "yes", "no"), [], id="went-between"),
        pytest.param(each_day("appointment:ana", "yes", "no", "no"), [], id="went-since"),
        pytest.param(
            [said("appointment:ana", "no", 7), said("appointment:ana", None, 0, kind="skipped")],
            [],
            id="not-answered-is-not-missed",
        ),
        pytest.param(each_day("appointment:gone", "no", "no"), [], id="not-in-the-plan"),
    ],
)
def test_an_appointment_missed_twice_running(readings, found):
    """PRODUCT.md 1.3: two missed are a sign."""
    assert names(known(readings, TREATED)) == found


@pytest.mark.parametrize(
    ("ratings", "found"),
    [
        pytest.param((3, 3), ["treatment_review:group"], id="3-twice"),
        pytest.param((4, 3), [], id="4-now"),
        pytest.param((3, 4), [], id="4-before"),
        pytest.param((0,), [], id="once"),
        pytest.param((2, 1, 9), ["treatment_review:group"], id="the-last-two"),
    ],
)
def test_a_treatment_rated_low_twice_running(ratings, found):
    assert names(known(each_day("modality:group", *ratings), TREATED)) == found


def test_a_low_rating_says_over_which_days():
    readings = [said("modality:group", 2, 30), said("modality:group", 3)]

    one = only(known(readings, TREATED))

    assert one.args == {
        "label": "Group on Tuesdays",
        "treatment": "cbt",
        "count": 2,
        "highest": 3,
        "days": 31,
    }
