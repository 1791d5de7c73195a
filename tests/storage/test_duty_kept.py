"""Duty: kept as it was set, found when it is due; and what is noticed, sealed with its client."""

from dataclasses import replace
from datetime import time, timedelta

from dialogs.care.duty import Duty, Shift
from dialogs.care.ladders import WorkingHours
from dialogs.care.people import Role
from dialogs.care.warning_signs import Tier, WarningSign, Why

HOUR = timedelta(hours=1)


async def test_what_is_set_comes_back_whole(database, ana, now):
    duty = Duty(
        ana.id,
        hours=WorkingHours(days=("mon", "sat"), begins=time(8), ends=time(12, 30)),
        digest_at=time(7, 30),
        digest_next_at=now + HOUR,
        digest_since=now,
        today_at=now - HOUR,
        away_until=now + 2 * HOUR,
    )
    async with database.unit_of_work() as uow:
        assert await uow.duty.of(ana.id) == Duty(ana.id)
        await uow.duty.save(duty)

    async with database.unit_of_work() as uow:
        assert await uow.duty.of(ana.id) == duty
        await uow.duty.save(replace(duty, hours=None))
        assert await uow.duty.of_many([ana.id, 99]) == {
            ana.id: replace(duty, hours=None),
            99: Duty(99),
        }


async def test_who_is_away_and_who_is_back(database, ana, mia, now):
    async with database.unit_of_work() as uow:
        await uow.duty.save(Duty(ana.id, away_until=now + HOUR))

        assert await uow.duty.away([ana.id, mia.id], now) == {ana.id}
        assert await uow.duty.away([ana.id], now + HOUR) == frozenset()
        assert await uow.duty.back(now, 9) == []
        assert await uow.duty.back(now + HOUR, 9) == [ana.id]
        assert await uow.duty.next_at(now) == now + HOUR


async def test_digests_come_due_by_stored_time(database, ana, mia, now):
    async with database.unit_of_work() as uow:
        await uow.people.join(ana.id, None, Role.COUNSELOR, now)
        assert await uow.duty.unplanned() == [ana.id]
        await uow.duty.save(Duty(ana.id, digest_next_at=now + HOUR))

        assert await uow.duty.unplanned() == []
        assert await uow.duty.digests_due(now, 9) == []
        assert await uow.duty.digests_due(now + HOUR, 9) == [ana.id]


async def test_turns_are_kept_ended_and_given_up(database, ana, mia, now):
    async with database.unit_of_work() as uow:
        first = await uow.duty.add_shift(Shift(0, ana.id, now - HOUR, None))
        later = await uow.duty.add_shift(Shift(0, ana.id, now + HOUR, now + 2 * HOUR))

        assert await uow.duty.running(now) == [first]
        assert await uow.duty.coming(now, 9) == [later]
        assert await uow.duty.next_at(now) == now + HOUR
        assert not await uow.duty.drop_shift(later.id, mia.id, now)
        assert not await uow.duty.drop_shift(first.id, ana.id, now)
        assert await uow.duty.drop_shift(later.id, ana.id, now)
        await uow.duty.end_shift(first.id, now)
        assert await uow.duty.running(now) == []
        assert await uow.duty.coming(now, 9) == []


async def test_what_was_noticed_is_the_clients(database, mia, now):
    sign = WarningSign("x", Tier.DIGEST, (Why("said", {"word": "w"}),), (now,), safety=False)
    async with database.unit_of_work() as uow:
        await uow.noticed.add(mia.id, sign, now)

    async with database.unit_of_work() as uow:
        assert await uow.noticed.of_client(mia.id, now) == [sign]
        assert await uow.noticed.of_client(mia.id, now + HOUR) == []
        await uow.people.erase(mia.id, now)

    async with database.reading() as uow:
        assert await uow.noticed.of_client(mia.id, now) == []


async def test_duty_goes_with_whoever_is_erased(database, ana, now):
    async with database.unit_of_work() as uow:
        await uow.duty.save(Duty(ana.id, away_until=now + HOUR))
        await uow.duty.add_shift(Shift(0, ana.id, now, None))

    async with database.unit_of_work() as uow:
        await uow.people.erase(ana.id, now)

        assert await uow.duty.of(ana.id) == Duty(ana.id)
        assert await uow.duty.running(now) == []
