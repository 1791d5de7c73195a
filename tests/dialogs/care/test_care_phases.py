"""Phases: the rhythm that is proposed for each, as rules that can be read."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs import files
from dialogs.care.phases import (
    CHECK_IN,
    Phases,
    evening_of,
    is_less_contact,
    schedules_for,
)
from dialogs.care.plan import Phase, Schedule, starter_plan
from dialogs.care.rhythm_rules import parse_rule
from dialogs.errors import ContentProblems
from dialogs.playbook import CONTENT

SUNDAY = 6
FIRST = date(2026, 5, 12)
PLAN = starter_plan(7, time(20), datetime(2026, 5, 12, tzinfo=UTC), 7)


@pytest.fixture(scope="module")
def phases() -> Phases:
    return files.read_model(CONTENT / "phases.yaml", Phases)


@pytest.mark.parametrize(
    ("phase", "rules"),
    [
        pytest.param(Phase.DETOX, ["daily 08:00,14:00,20:00"], id="a-few-short-ones-a-day"),
        pytest.param(
            Phase.OUTPATIENT,
            ["daily 20:00", "weekly sun 14:00", "monthly 1 14:00"],
            id="one-a-day-and-reviews",
        ),
        pytest.param(
            Phase.AFTERCARE_LATE,
            [
                "weekdays wed,sun 20:00",
                "every 14 days from 2026-05-12 14:00",
                "monthly 1 14:00",
            ],
            id="twice-a-week",
        ),
        pytest.param(
            Phase.REMISSION,
            ["weekly sun 20:00", "every 91 days from 2026-05-12 14:00"],
            id="once-a-week-and-a-quarterly-check-up",
        ),
    ],
)
def test_rhythm_of_a_phase(phases, phase, rules):
    proposed = schedules_for(phases.of(phase), time(20, 0), SUNDAY, FIRST, seed=7)

    assert [schedule.rule for schedule in proposed] == rules


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_keeps_in_touch(phases, phase):
    """Somebody who is never asked is never missed; and the hour they chose stays in their plan."""
    proposed = schedules_for(phases.of(phase), time(19, 15), SUNDAY, FIRST, seed=7)

    assert evening_of(proposed, CHECK_IN, time(0)) == time(19, 15)


@given(st.sampled_from(Phase), st.times(), st.integers(0, 6))
def test_whatever_time_is_chosen_every_rule_can_be_read(phases, phase, at, day):
    """Also seven in the morning, where the morning and the evening question would meet."""
    proposed = schedules_for(phases.of(phase), at.replace(second=0), day, FIRST, seed=1)

    assert all(parse_rule(schedule.rule) for schedule in proposed)
    assert len({schedule.key for schedule in proposed}) == len(proposed)


@pytest.mark.parametrize("rule", ["daily {evening}", "daily 25:00", "daily {time", "sometimes"])
def test_a_rule_that_cannot_be_read_is_refused(tmp_path, rule):
    text = (CONTENT / "phases.yaml").read_text().replace("daily {morning},{noon},{time}", rule)
    path = tmp_path / "phases.yaml"
    path.write_text(text)

    with pytest.raises(ContentProblems, match="detox"):
        files.read_model(path, Phases)


@pytest.mark.parametrize(
    ("before", "after", "less"),
    [
        pytest.param("daily 20:00", "weekdays mon,wed,fri 20:00", True, id="fewer-days"),
        pytest.param("weekdays mon,wed,fri 20:00", "daily 20:00", False, id="more-days"),
        pytest.param("daily 20:00", "daily 08:00", False, id="another-hour"),
        pytest.param("daily 08:00,20:00", "daily 20:00", True, id="fewer-times-a-day"),
        pytest.param(
            "weekly sun 10:00", "every 7 days from 2026-01-04 10:00", False, id="as-often"
        ),
        pytest.param("weekly sun 10:00", "every 8 days from 2026-01-04 10:00", True, id="rarer"),
        pytest.param("weekly sun 10:00", "monthly 1 10:00", True, id="monthly"),
        pytest.param("monthly 1 10:00", "once 2026-05-01 12:00", True, id="once"),
        pytest.param("daily 20:00", "random daily 10:00-12:00 seed 7", False, id="at-random"),
    ],
)
def test_less_contact_is_being_asked_less_often(before, after, less):
    """The client's yes is enough for more; less takes both."""
    old, new = (
        replace(PLAN, schedules=(Schedule("daily", rule, CHECK_IN),)) for rule in (before, after)
    )

    assert is_less_contact(old, new) is less
