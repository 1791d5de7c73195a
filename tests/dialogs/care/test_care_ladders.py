"""Ladders: the clinic's shape with people on it, and when a message that can wait may leave."""

from datetime import UTC, datetime

import pytest

from dialogs.care.ladders import (
    Ladder,
    Rung,
    default_ladder,
    keep_only,
    next_working_moment,
    with_on_call,
)

ANA, BEN, SAM = 3, 4, 5


def build(ladders, tier="now", *, counselors=(ANA,), on_call=(BEN,), sponsors=(SAM,), **kwargs):
    shape = getattr(ladders, tier)
    kwargs.setdefault("staff_only", False)
    return default_ladder(
        shape, counselors=counselors, on_call=on_call, sponsors=sponsors, **kwargs
    )


def test_the_default_ladder_is_the_one_of_the_product(ladders):
    """Counselor 15 min, on call 15, sponsor 15, then eight repeats (PRODUCT.md 6.2)."""
    ladder = build(ladders)

    on_call = Rung((BEN,), 15, on_call=True)
    assert ladder.rungs == (Rung((ANA,), 15), on_call, Rung((SAM,), 15, repeats=8))
    assert (ladder.remind_minutes, ladder.back_minutes) == (30, 15)


@pytest.mark.parametrize(
    ("people", "rungs"),
    [
        pytest.param({"on_call": ()}, [(ANA,), (SAM,)], id="sponsor-second-without-on-call"),
        pytest.param({"sponsors": ()}, [(ANA,), (BEN,)], id="nobody-granted"),
        pytest.param({"on_call": (ANA,)}, [(ANA,), (SAM,)], id="counselor-is-on-call-herself"),
        pytest.param({"on_call": (ANA, BEN)}, [(ANA,), (BEN,), (SAM,)], id="one-of-two-on-call"),
        pytest.param({"staff_only": True}, [(ANA,), (BEN,)], id="violence"),
        pytest.param({"counselors": (), "on_call": ()}, [(SAM,)], id="sponsor-alone"),
        pytest.param({"counselors": (), "on_call": (), "sponsors": ()}, [], id="nobody"),
    ],
)
def test_rungs_without_people_are_left_out(ladders, people, rungs):
    """Whichever rung is the last repeats; nobody stands on two. That of those on call stays."""
    ladder = build(ladders, **people)

    assert [rung.people for rung in ladder.rungs if rung.people] == rungs
    assert all(rung.people or rung.on_call for rung in ladder.rungs)
    assert [rung.repeats for rung in ladder.rungs][-1] == 8
    assert sum(rung.repeats for rung in ladder.rungs) == 8


def test_the_today_ladder_does_not_climb(ladders):
    """One message in working hours; whoever is on call gets it where there is no counselor."""
    own, on_call = build(ladders, "today").rungs

    assert own == Rung((ANA,), None)
    assert on_call == Rung((BEN,), None, on_call=True)


@pytest.mark.parametrize(
    ("people", "rung"),
    [
        pytest.param((6,), (6,), id="somebody-else-took-over"),
        pytest.param((), (), id="nobody-any-more"),
        pytest.param((ANA,), (), id="the-counselor-herself"),
    ],
)
def test_on_call_is_whoever_it_is_when_it_climbs(ladders, people, rung):
    """The rest of the ladder is the snapshot it was."""
    before = build(ladders)

    after = with_on_call(before, people)

    assert [one.people for one in after.rungs] == [(ANA,), rung, (SAM,)]


@pytest.mark.parametrize(
    ("people", "rungs"),
    [
        pytest.param({ANA, SAM}, (Rung((ANA,), 15), Rung((SAM,), 15, 8)), id="a-rung-dropped"),
        pytest.param({ANA}, (Rung((ANA,), 15, 8),), id="the-last-left-repeats"),
        pytest.param(set(), (), id="nobody-left"),
    ],
)
def test_keep_only_leaves_out_those_without_a_grant(people, rungs):
    """A plan's own ladder is checked against the grants whenever it is used."""
    ladder = Ladder((Rung((ANA,), 15), Rung((BEN,), 15), Rung((SAM,), 15, 8)), 30, 15)

    assert keep_only(ladder, people).rungs == rungs


@pytest.mark.parametrize(
    ("now", "then"),
    [
        pytest.param("2026-03-02T09:00-05:00", "2026-03-02T09:00-05:00", id="as-work-begins"),
        pytest.param("2026-03-02T08:59-05:00", "2026-03-02T09:00-05:00", id="a-minute-before"),
        pytest.param("2026-03-02T16:59-05:00", "2026-03-02T16:59-05:00", id="the-last-minute"),
        pytest.param("2026-03-02T17:00-05:00", "2026-03-03T09:00-05:00", id="as-work-ends"),
        pytest.param("2026-03-06T18:00-05:00", "2026-03-09T09:00-04:00", id="weekend-and-change"),
        pytest.param("2026-03-07T12:00-05:00", "2026-03-09T09:00-04:00", id="on-a-saturday"),
    ],
)
def test_what_can_wait_leaves_in_working_hours(ladders, now, then):
    """In the counselor's zone, over a weekend, over a change of the clocks."""
    moment = datetime.fromisoformat(now).astimezone(UTC)

    found = next_working_moment(ladders.working_hours, "America/New_York", moment)

    assert found == datetime.fromisoformat(then)
    assert found.tzinfo is UTC
