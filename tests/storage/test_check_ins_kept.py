"""Check-ins and plans: planned once, due in order, moved on with every time noted."""

from dataclasses import asdict, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from dialogs.care.plan import (
    ContactPerson,
    Goal,
    GoalStatus,
    Measure,
    MeasureKind,
    Medicine,
    SafetyPlan,
    Skill,
    starter_plan,
)
from storage.check_ins import CheckInState, Planned

DAY = timedelta(days=1)


@pytest.fixture
def planned(now):
    def make(client, days=0, **said):
        due_at = now + days * DAY
        usual = {
            "client_id": client.id,
            "schedule": "daily",
            "dialog": "daily_checkin",
            "local_date": due_at.date(),
            "slot": 0,
            "due_at": due_at,
            "zone": "America/New_York",
            "local": "2026-03-02T07:00:00-05:00",
        }
        return Planned(**usual | said)

    return make


async def test_a_slot_is_planned_once(database, mia, ana, planned):
    async with database.unit_of_work() as uow:
        assert await uow.check_ins.plan_next(*asdict(planned(mia)).values())
        assert not await uow.check_ins.plan_next(*asdict(planned(mia)).values())
        again = [planned(mia), planned(mia, 1), planned(mia, slot=1), planned(ana)]
        assert await uow.check_ins.plan_many(again) == 3
        assert await uow.check_ins.plan_many([]) == 0


async def test_what_nobody_planned_in_time_is_written_down(database, mia, planned, now):
    """Days on which we were not there are in the book at once, as what they were."""
    ours = CheckInState.MISSED_BY_US
    async with database.unit_of_work() as uow:
        await uow.check_ins.plan_many([planned(mia)])

        assert await uow.check_ins.plan_many([planned(mia), planned(mia, 1)], state=ours) == 1

        found = await uow.check_ins.for_client(mia.id, now)
        assert [one.state for one in found] == [CheckInState.PLANNED, ours]


async def test_a_time_that_changes_is_planned_anew(database, mia, planned, now):
    async with database.unit_of_work() as uow:
        await uow.check_ins.plan_many(
            [planned(mia), planned(mia, 1), planned(mia, schedule="weekly")]
        )
        first = await uow.check_ins.next_for(mia.id)
        assert first is not None
        await uow.check_ins.mark(first.id, state=CheckInState.SENT)

        assert await uow.check_ins.unplan(mia.id, "daily") == 1
        later = planned(mia, 1, due_at=now + DAY + timedelta(hours=2))
        assert await uow.check_ins.plan_many([later]) == 1
        assert await uow.check_ins.unplan(mia.id) == 2
        assert len(await uow.check_ins.for_client(mia.id, now - DAY)) == 1


async def test_check_ins_come_due_in_order(database, mia, planned, now):
    async with database.unit_of_work() as uow:
        await uow.check_ins.plan_many([planned(mia, days) for days in (2, 0, 1)])

        due = await uow.check_ins.due(now + DAY, 10)
        assert [one.due_at for one in due] == [now, now + DAY]
        assert len(await uow.check_ins.due(now + 9 * DAY, 2)) == 2
        assert await uow.check_ins.due(now - timedelta(microseconds=1), 10) == []
        assert await uow.check_ins.next_planned_at() == now


async def test_a_check_in_goes_through_its_day(database, mia, planned, now):
    """Asked, reminded once, closed: each only while it is due, none twice."""
    hour = timedelta(hours=1)
    async with database.unit_of_work() as uow:
        await uow.check_ins.plan_many([planned(mia)])
        (one,) = await uow.check_ins.due(now, 10)
        assert one.state is CheckInState.PLANNED

        await uow.check_ins.mark(
            one.id,
            state=CheckInState.SENT,
            invited_at=now,
            remind_at=now + hour,
            closes_at=now + 4 * hour,
        )
        assert await uow.check_ins.due(now, 10) == []
        assert await uow.check_ins.next_due_at() == now + hour
        assert await uow.check_ins.remind_due(now + hour, 10) == [await uow.check_ins.get(one.id)]

        await uow.check_ins.mark(one.id, reminded_at=now + hour)
        assert await uow.check_ins.remind_due(now + 2 * hour, 10) == []
        assert await uow.check_ins.next_due_at() == now + 4 * hour
        assert await uow.check_ins.running_for(mia.id) == await uow.check_ins.get(one.id)
        assert len(await uow.check_ins.expire_due(now + 4 * hour, 10)) == 1

        await uow.check_ins.mark(one.id, state=CheckInState.MISSED)
        assert await uow.check_ins.expire_due(now + 5 * hour, 10) == []
        assert await uow.check_ins.running_for(mia.id) is None
        assert await uow.check_ins.next_due_at() is None


async def test_check_ins_wait_their_turn(database, mia, planned, now):
    """The first to come first; looked at again when what they wait for may have been left."""
    hour = timedelta(hours=1)
    async with database.unit_of_work() as uow:
        await uow.check_ins.plan_many([planned(mia), planned(mia, slot=1, due_at=now + hour)])
        for one in reversed(await uow.check_ins.due(now + hour, 10)):
            waits = {"state": CheckInState.OPENED, "remind_at": one.due_at + 2 * hour}
            await uow.check_ins.mark(one.id, closes_at=now + 9 * hour, **waits)

        assert [one.slot for one in await uow.check_ins.queued_for(mia.id)] == [0, 1]
        assert await uow.check_ins.remind_due(now + 3 * hour, 10) == []
        assert await uow.check_ins.next_due_at() == now + 2 * hour
        (first,) = await uow.check_ins.give_way_due(now + 2 * hour, 10)

        await uow.check_ins.mark(first.id, state=CheckInState.STARTED)
        assert [one.slot for one in await uow.check_ins.queued_for(mia.id)] == [1]
        assert len(await uow.check_ins.give_way_due(now + 9 * hour, 10)) == 1


async def test_a_check_in_moves_only_from_where_it_was_expected(database, mia, planned, now):
    async with database.unit_of_work() as uow:
        await uow.check_ins.plan_many([planned(mia)])
        (one,) = await uow.check_ins.due(now, 10)

        started = {"state": CheckInState.STARTED, "started_at": now}
        assert not await uow.check_ins.mark(one.id, expected=CheckInState.SENT, **started)
        assert await uow.check_ins.mark(one.id, expected=CheckInState.PLANNED, **started)
        assert not await uow.check_ins.mark(999, **started)


async def test_many_are_marked_at_once(database, mia, ana, planned, now):
    async with database.unit_of_work() as uow:
        await uow.check_ins.plan_many([planned(mia), planned(ana)])
        due = await uow.check_ins.due(now, 10)

        await uow.check_ins.mark_many(
            {one.id: {"state": CheckInState.SENT, "invited_at": now} for one in due}
        )
        await uow.check_ins.mark_many({})

        for one in due:
            moved = await uow.check_ins.get(one.id)
            assert moved == replace(one, state=CheckInState.SENT, invited_at=now)


@pytest.mark.parametrize(
    ("beat", "index"),
    [
        pytest.param("state = 'planned' AND due_at <= ?", "ix_check_ins_due", id="open"),
        pytest.param(
            "state IN ('sent', 'delivered') AND reminded_at IS NULL AND remind_at <= ?",
            "ix_check_ins_remind",
            id="remind",
        ),
        pytest.param(
            "state = 'opened' AND remind_at IS NOT NULL AND remind_at <= ?",
            "ix_check_ins_queued",
            id="give-way",
        ),
        pytest.param(
            "state IN ('sent', 'delivered', 'opened', 'started') AND closes_at <= ?",
            "ix_check_ins_closes",
            id="expire",
        ),
    ],
)
async def test_what_is_due_is_found_by_its_index(database, beat, index):
    """The indexes hold only what can come due, so an idle look costs the same for a million."""
    async with database.reading() as uow:
        plan = await uow._connection.exec_driver_sql(  # noqa: SLF001 - a plan has no other door
            f"EXPLAIN QUERY PLAN SELECT * FROM check_ins WHERE {beat} ORDER BY due_at",  # noqa: S608 - our own text
            ("2026",),
        )
        assert index in str(plan.all())


async def test_a_plan_comes_back_whole_in_every_version(database, mia, ana, now):
    first = starter_plan(mia.id, time(20), now, mia.id)
    second = replace(
        first,
        goals=(
            Goal(
                "walk",
                "Walk more",
                Measure(MeasureKind.NUMBER, "How far?", 5.5, "km", date(2026, 5, 1)),
                GoalStatus.ACTIVE,
                "to the corner",
            ),
        ),
        skills=(Skill("call_sam", "Call Sam", 0),),
        contacts=(ContactPerson("sam", "Sam", "+15550100", "sponsor"),),
        medicines=(Medicine("m", "Naltrexone", (time(8), time(20, 30))),),
        safety=SafetyPlan(signs=("I stop sleeping",), declined=frozenset({"places"})),
        thresholds={"craving_high": 6.0},
        at=datetime(2026, 3, 3, tzinfo=UTC),
    )

    async with database.unit_of_work() as uow:
        assert await uow.plans.current(mia.id) is None
        one = await uow.plans.save(first)
        two = await uow.plans.save(second)
        other = await uow.plans.save(starter_plan(ana.id, time(9), now, None))

    assert (one.version, two.version, other.version) == (1, 2, 1)
    async with database.reading() as uow:
        assert await uow.plans.current(mia.id) == replace(second, version=2) == two
        assert await uow.plans.current_many([mia.id, ana.id, 999]) == {mia.id: two, ana.id: other}
        assert await uow.plans.version(mia.id, 1) == one
        assert await uow.plans.version(mia.id, 3) is None
        assert await uow.plans.history(mia.id) == [one, two]
