"""Alerts and consents: one alert of a sign is open, one person takes it, nothing is forgotten."""

import asyncio
import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.care import escalation
from dialogs.care.consent import Category, Grant
from dialogs.care.escalation import AlertState, Evidence, Outcome
from dialogs.care.warning_signs import Why
from storage.outbox import Lane

QUARTER = timedelta(minutes=15)


async def test_an_alert_comes_back_whole_with_a_number_and_a_secret_reference(
    database, mia, ana, an_alert
):
    async with database.unit_of_work() as uow:
        alert = await uow.alerts.add(an_alert(mia, [ana]))

    assert alert is not None
    assert alert.number == 1
    assert len(alert.ref) == 22
    async with database.reading() as uow:
        assert await uow.alerts.get(1) == alert
        assert await uow.alerts.by_ref(alert.ref) == alert
        assert await uow.alerts.by_ref("guessed") is None
        with pytest.raises(LookupError):
            await uow.alerts.get(2)


async def test_one_alert_of_a_client_and_sign_is_open(database, mia, ana, an_alert, now):
    """Else every later answer of the same check-in would page again."""
    fresh = an_alert(mia, [ana])
    async with database.unit_of_work() as uow:
        alert = await uow.alerts.add(fresh)
        assert await uow.alerts.add(fresh) is None
        assert await uow.alerts.open_sign(mia.id, fresh.sign) == alert
        assert await uow.alerts.add(replace(fresh, sign="use")) is not None
        assert await uow.alerts.add(an_alert(ana, [mia])) is not None
        assert len(await uow.alerts.open_for(mia.id)) == 2
        assert len(await uow.alerts.all_open(10)) == 3

        taken = escalation.acknowledge(alert, ana.id, now)
        closed = escalation.resolve(taken, ana.id, Outcome.REACHED_SAFE, now)
        assert await uow.alerts.save(alert, closed)
        assert await uow.alerts.open_sign(mia.id, fresh.sign) is None
        assert (await uow.alerts.add(fresh)).number > 3
        assert len(await uow.alerts.of_client(mia.id, now)) == 3


async def test_of_many_who_take_it_one_has_it(database, mia, ana, an_alert, now):
    async with database.unit_of_work() as uow:
        alert = await uow.alerts.add(an_alert(mia, [ana]))

    async def take(person_id):
        async with database.unit_of_work() as uow:
            return await uow.alerts.save(alert, escalation.acknowledge(alert, person_id, now))

    taken = await asyncio.gather(*(take(number) for number in range(1, 21)))

    assert taken == [True] + [False] * 19
    async with database.reading() as uow:
        assert (await uow.alerts.get(alert.number)).taken_by == 1


async def test_an_old_fence_changes_nothing(database, mia, ana, an_alert, now):
    """A timer that decided on the alert as it was an hour ago must not move it now."""
    async with database.unit_of_work() as uow:
        old = await uow.alerts.add(an_alert(mia, [ana]))
        climbed = escalation.escalate(old, now + QUARTER)
        assert await uow.alerts.save(old, climbed)

        assert not await uow.alerts.save(old, escalation.escalate(old, now + QUARTER))
        assert await uow.alerts.get(old.number) == climbed


async def test_alerts_come_due_by_stored_time(database, mia, ana, an_alert, now):
    async with database.unit_of_work() as uow:
        alert = await uow.alerts.add(an_alert(mia, [ana]))

        assert await uow.alerts.next_due_at() == now + QUARTER
        assert await uow.alerts.due(now + QUARTER - timedelta(microseconds=1), 10) == []
        assert await uow.alerts.due(now + QUARTER, 10) == [alert.number]
        assert await uow.alerts.due(now + timedelta(days=90), 10) == [alert.number]
        assert await uow.alerts.overdue(now + QUARTER - timedelta(microseconds=1)) == 0
        assert await uow.alerts.overdue(now + QUARTER) == 1


async def test_merged_evidence_is_kept(database, mia, ana, an_alert, now):
    async with database.unit_of_work() as uow:
        before = await uow.alerts.add(an_alert(mia, [ana]))
        more = Evidence(now, (Why("use", {"days": 2}),))
        after = replace(before, evidence=(*before.evidence, more), fence=1)
        assert await uow.alerts.save(before, after)

        assert (await uow.alerts.open_sign(mia.id, before.sign)) == after


@pytest.fixture
def paged(database, ana, hello, now):
    """Lay a page for an alert, of its present round unless another is said."""

    async def lay(uow, alert, **said):
        usual = {"kind": "page", "round": alert.round, "alert_id": alert.number, "now": now}
        return await uow.outbox.add(ana.id, hello, lane=Lane.ALERT, **usual | said)

    return lay


async def test_an_alert_for_which_nobody_is_asked_is_found(
    database, mia, ana, an_alert, paged, now
):
    async with database.unit_of_work() as uow:
        alert = await uow.alerts.add(an_alert(mia, [ana]))
        assert await uow.alerts.unpaged(now, 9) == [alert.number]

        page = await paged(uow, alert)
        assert await uow.alerts.unpaged(now, 9) == []
        await uow.outbox.failed(page, now, "gone")
        assert await uow.alerts.unpaged(now, 9) == [alert.number]
        taken = escalation.acknowledge(alert, ana.id, now)
        await uow.alerts.save(alert, taken)
        assert taken.state is AlertState.ACKNOWLEDGED
        assert await uow.alerts.unpaged(now, 9) == []


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"round": 0}, id="of-an-earlier-rung"),
        pytest.param({"kind": "new_word"}, id="not-a-page"),
        pytest.param({"alert_id": 99}, id="of-another-alert"),
    ],
)
async def test_other_messages_are_no_page_of_the_present_rung(
    database, mia, ana, an_alert, paged, now, said
):
    """A page that somebody had an hour ago asks nobody now."""
    async with database.unit_of_work() as uow:
        alert = await uow.alerts.add(an_alert(mia, [ana]))
        page = await paged(uow, alert, **said)
        await uow.outbox.sent(page, 7, now)

        assert await uow.alerts.unpaged(now, 9) == [alert.number]


async def test_a_page_that_waits_too_long_is_counted(database, mia, ana, an_alert, paged, now):
    """However often it is tried again: its age is counted from when it could first have left."""
    half, tick = timedelta(seconds=30), timedelta(microseconds=1)
    async with database.unit_of_work() as uow:
        alert = await uow.alerts.add(an_alert(mia, [ana]))
        page = await paged(uow, alert)
        assert await uow.alerts.unsent(now - tick) == 0
        assert await uow.alerts.unsent(now) == 1
        await uow.outbox.retry(page, now + half, "no net")
        assert await uow.alerts.unsent(now) == 1

        other = await paged(uow, alert)
        await uow.outbox.sent(other, 7, now)
        assert await uow.alerts.unsent(now) == 0


async def test_a_page_for_tomorrow_morning_is_not_late(database, mia, ana, an_alert, paged, now):
    """What can wait for working hours waits for them."""
    morning = now + timedelta(hours=9)
    async with database.unit_of_work() as uow:
        alert = await uow.alerts.add(an_alert(mia, [ana]))
        await paged(uow, alert, not_before=morning)

        assert await uow.alerts.unsent(now + timedelta(hours=8)) == 0
        assert await uow.alerts.unsent(morning) == 1


async def test_an_alert_that_cannot_be_read_makes_room_for_a_new_one(
    database, mia, ana, an_alert, corrupted
):
    """It must not stand in the way of the next word of the same kind."""
    fresh = an_alert(mia, [ana])
    async with database.unit_of_work() as uow:
        broken = await uow.alerts.add(fresh)
        await corrupted(uow, "alerts", "body", f"number = {broken.number}")
        assert await uow.alerts.open_sign(mia.id, fresh.sign) is None
        assert await uow.alerts.add(fresh) is None

        await uow.alerts.set_aside(mia.id, fresh.sign)

        new = await uow.alerts.add(fresh)
        assert await uow.alerts.all_open(9) == [new]


@pytest.fixture
def grant(mia, ana, now):
    return Grant(
        id=0,
        client_id=mia.id,
        recipient_id=ana.id,
        categories=frozenset({Category.ALERTS, Category.GOALS}),
        purpose="care",
        since=now,
        until=now + timedelta(days=90),
        revoked_at=None,
        text_version="1",
        text_hash="abc",
    )


async def test_a_grant_is_given_and_taken_back_and_both_are_on_record(
    database, mia, ana, grant, now
):
    async with database.unit_of_work() as uow:
        given = await uow.consents.grant(grant, now)
        assert given == replace(grant, id=given.id)
        assert await uow.consents.get(given.id) == given
        assert await uow.consents.of_client(mia.id) == [given]
        assert await uow.consents.for_recipient(ana.id) == [given]

        later = now + timedelta(days=1)
        assert await uow.consents.revoke(given.id, later, mia.id, how="page")
        assert not await uow.consents.revoke(given.id, later, mia.id)
        assert not await uow.consents.revoke(999, later, mia.id)

        (held,) = await uow.consents.of_client(mia.id)
        assert held == replace(given, revoked_at=later)
        events = await uow.consents.events(mia.id)
        assert [(e.what, e.by, e.how, e.at, e.grant) for e in events] == [
            ("granted", mia.id, "chat", now, given),
            ("revoked", mia.id, "page", later, held),
        ]


@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET at = at"])
@pytest.mark.parametrize("table", ["consent_events", "trail"])
async def test_what_was_recorded_cannot_be_changed(database, mia, grant, now, change, table):
    async with database.unit_of_work() as uow:
        await uow.consents.grant(grant, now)
        await uow.trail.note(mia.id, "client", "grant", "grant:1", now)

        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            await uow._connection.exec_driver_sql(change.format(table))  # noqa: SLF001 - no door does this
