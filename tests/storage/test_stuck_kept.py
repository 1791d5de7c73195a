"""Stuck: what has failed is passed over for a while, and what cannot be read hides nothing else."""

from datetime import time, timedelta

import pytest
from structlog.testing import capture_logs

from dialogs.care.people import Role
from dialogs.care.plan import starter_plan
from storage.check_ins import Planned
from storage.claims import Due
from storage.crypto import SealBroken
from storage.stuck import pause

TICK = timedelta(microseconds=1)


@pytest.fixture(autouse=True)
def logged():
    with capture_logs() as lines:
        yield lines


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [
        pytest.param(1, 5, id="once"),
        pytest.param(2, 10, id="twice"),
        pytest.param(6, 160, id="six-times"),
        pytest.param(7, 300, id="five-minutes-at-most"),
        pytest.param(10**6, 300, id="for-ever"),
    ],
)
def test_it_is_tried_again_less_and_less_often(failures, seconds):
    assert pause(failures) == timedelta(seconds=seconds)


async def test_what_failed_is_passed_over_and_then_due_again(database, mia, a_session, now):
    """It gives way to what waits behind it; the walking clock meets it when it is tried again."""
    both = [
        a_session(mia, id=name, state="waiting", due_at=now + timedelta(minutes=number))
        for number, name in enumerate(["broken", "healthy"])
    ]
    late = now + timedelta(minutes=5)
    async with database.unit_of_work() as uow:
        await uow.sessions.add_many(both)
        assert await uow.sessions.due(late, 1) == ["broken"]

        await uow.stuck.put_behind(Due.SESSION, "broken", 1, late)

        assert await uow.sessions.due(late, 1) == ["healthy"]
        assert await uow.sessions.next_due_at() == now + timedelta(minutes=1)
        again = await uow.stuck.next_at(late)
        assert again == late + timedelta(seconds=5)
        assert await uow.sessions.due(again - TICK, 1) == ["healthy"]
        assert await uow.sessions.due(again, 1) == ["broken"]


async def test_failures_are_counted_until_it_works(database, now):
    async with database.unit_of_work() as uow:
        for failures in (1, 2, 3):
            await uow.stuck.put_behind(Due.ALERT, "7", failures, now)
        await uow.stuck.put_behind(Due.CARD, "7", 1, now)

        assert await uow.stuck.of(Due.ALERT) == {"7": 3}
        assert await uow.stuck.count() == {"alert": 1, "card": 1}
        await uow.stuck.works(Due.ALERT, "7")
        assert await uow.stuck.of(Due.ALERT) == {}
        assert await uow.stuck.count() == {"card": 1}


async def test_what_never_came_due_again_is_forgotten(database, now):
    """Its session may have ended by another road."""
    async with database.unit_of_work() as uow:
        await uow.stuck.put_behind(Due.SESSION, "a", 1, now)

        await uow.stuck.forget(now + pause(1))
        assert await uow.stuck.count() == {"session": 1}
        await uow.stuck.forget(now + pause(1) + TICK)
        assert await uow.stuck.count() == {}


async def test_one_row_waits_for_each_thing_apart(database, mia, now):
    """That a reminder fails does not keep the prompt of the same check-in back."""
    day = now.date()
    planned = Planned(mia.id, "daily", "daily_checkin", day, 0, now, "UTC", now.isoformat())
    async with database.unit_of_work() as uow:
        await uow.check_ins.plan_many([planned])
        (one,) = await uow.check_ins.due(now, 9)

        await uow.stuck.put_behind(Due.REMINDER, str(one.id), 1, now)
        assert await uow.check_ins.due(now, 9) == [one]
        await uow.stuck.put_behind(Due.PROMPT, str(one.id), 1, now)
        assert await uow.check_ins.due(now, 9) == []


async def test_a_card_that_failed_gives_way(database, mia, ana, now):
    async with database.unit_of_work() as uow:
        for person in (mia, ana):
            await uow.plans.save(starter_plan(person.id, time(20), now, None))

        await uow.stuck.put_behind(Due.CARD, str(mia.id), 1, now)

        assert await uow.plans.without_card(now, 1) == [ana.id]


async def test_many_are_loaded_without_those_that_do_not_open(
    database, mia, ana, now, corrupted, logged
):
    """One damaged row must not take a whole beat with it, nor be told of every second."""
    async with database.unit_of_work() as uow:
        plans = [
            await uow.plans.save(starter_plan(person.id, time(20), now, None))
            for person in (mia, ana)
        ]
        for person in (mia, ana):
            await uow.people.join(person.id, None, Role.ADMIN, now)
        await corrupted(uow, "people", "name", f"id = {mia.id}")
        await corrupted(uow, "plans", "body", f"client_id = {mia.id}")

    for _ in range(3):
        async with database.reading() as uow:
            assert await uow.people.many([mia.id, ana.id]) == {ana.id: ana}
            assert await uow.people.with_role(Role.ADMIN) == [ana]
            assert await uow.plans.current_many([mia.id, ana.id]) == {ana.id: plans[1]}
            assert await uow.plans.history(mia.id) == []

    assert len(database.unreadable) == 2
    assert [line["event"] for line in logged] == ["row unreadable"] * 2


async def test_one_alone_says_that_it_does_not_open(database, mia, now, corrupted):
    """Whoever asks for one thing must not take "cannot be read" for "is not there"."""
    async with database.unit_of_work() as uow:
        await uow.plans.save(starter_plan(mia.id, time(20), now, None))
        await corrupted(uow, "people", "name", f"id = {mia.id}")
        await corrupted(uow, "plans", "body", f"client_id = {mia.id}")

        with pytest.raises(SealBroken):
            await uow.people.get(mia.id)
        with pytest.raises(SealBroken):
            await uow.plans.current(mia.id)


async def test_a_key_that_does_not_open_keeps_no_other_shut(
    database, mia, ana, a_session, now, corrupted
):
    """The keys of everybody who is due are opened together."""
    async with database.unit_of_work() as uow:
        for person in (mia, ana):
            await uow.sessions.add(a_session(person, state="waiting", due_at=now))
        await corrupted(uow, "data_keys", "wrapped", f"owner = {mia.id}")
    database._cache.drop(mia.id)  # noqa: SLF001 - as ten minutes would

    async with database.unit_of_work() as uow:
        assert await uow.people.many([mia.id, ana.id]) == {ana.id: ana}
        assert await uow.sessions.open_for(mia.id) is None
        assert await uow.sessions.open_for(ana.id) is not None
        with pytest.raises(SealBroken):
            await uow.sessions.get(f"session-{mia.id}")
