"""The outbox, afterwards: bodies are wiped, receipts kept, and what is not known goes again."""

from datetime import timedelta

import pytest

from storage.outbox import Disclosure, Lane

LEASE = timedelta(seconds=20)


async def test_a_body_is_wiped_when_it_has_arrived(database, mia, left, claimed, bodies, now):
    number = await left(mia)
    await claimed()
    assert await bodies() == 1

    async with database.unit_of_work() as uow:
        await uow.outbox.sent(number, 501, now)

    assert await bodies() == 0


async def test_what_is_over_has_no_body(database, mia, left, bodies, now):
    failed, cancelled, expired = [
        await left(mia, session_id=str(n), expires_at=now) for n in range(3)
    ]
    async with database.unit_of_work() as uow:
        await uow.outbox.failed(failed, now, "gone")
        assert await uow.outbox.cancel(session_id="1") == 1
        assert await uow.outbox.expire(now) == 1

    assert await bodies() == 0
    assert (failed, cancelled, expired) == (1, 2, 3)


async def test_what_was_disclosed_is_on_record_under_the_clients_key(
    database, mia, ana, left, claimed, now
):
    """The receipt outlives the message: who was told what, when, under which grant."""
    told = await left(ana, "Mia reached 30 days", about_id=mia.id, receipt=("milestones", 7))
    untold = await left(mia, "about herself")
    await claimed()
    async with database.unit_of_work() as uow:
        await uow.outbox.sent(told, 501, now)
        await uow.outbox.sent(told, 501, now)
        await uow.outbox.sent(untold, 502, now)
        await uow.outbox.sent(999, 503, now)

    async with database.reading() as uow:
        assert await uow.outbox.disclosures(mia.id, now) == [
            Disclosure(ana.id, "milestones", 7, now, "Mia reached 30 days", "card", None, None)
        ]
        assert await uow.outbox.disclosures(ana.id, now) == []


async def test_a_message_that_surely_did_not_arrive_goes_again(database, mia, left, claimed, now):
    number = await left(mia, lane=Lane.BULK)
    await claimed()
    async with database.unit_of_work() as uow:
        await uow.outbox.retry(number, now + LEASE, "429")

    assert await claimed() == []
    (again,) = await claimed(after=LEASE)
    assert (again.attempts, again.repeat) == (2, False)


@pytest.mark.parametrize(
    ("lane", "tries"),
    [
        pytest.param(Lane.SOS, 5, id="sos-until-it-arrives"),
        pytest.param(Lane.ALERT, 5, id="alert-until-it-arrives"),
        pytest.param(Lane.REPLY, 2, id="question-once-more"),
        pytest.param(Lane.PROMPT, 2, id="prompt-once-more"),
        pytest.param(Lane.REMINDER, 1, id="reminder-never-again"),
        pytest.param(Lane.BULK, 1, id="bulk-never-again"),
    ],
)
async def test_a_message_of_which_nobody_knows(database, mia, left, claimed, now, lane, tries):
    number = await left(mia, lane=lane)
    seen = []
    for _ in range(5):
        for outgoing in await claimed():
            seen.append(outgoing.repeat)
            async with database.unit_of_work() as uow:
                await uow.outbox.unknown(number, now)

    assert seen == [False] + [True] * (tries - 1)


async def test_a_sender_that_died_leaves_nothing_behind(
    database, mia, ana, left, claimed, bodies, now
):
    """Its lease runs out: a page goes again, marked; a reminder is given up."""
    page = await left(mia, lane=Lane.ALERT)
    reminder = await left(ana, lane=Lane.REMINDER)
    await claimed()

    async with database.unit_of_work() as uow:
        assert await uow.outbox.requeue_expired_leases(now + LEASE - timedelta(seconds=1)) == []
        lost = await uow.outbox.requeue_expired_leases(now + LEASE)

    assert {row.id for row in lost} == {page, reminder}
    (again,) = await claimed(after=LEASE)
    assert (again.id, again.attempts, again.repeat) == (page, 2, True)
    assert await bodies() == 1


async def test_a_mark_that_comes_late_still_counts(database, mia, left, claimed, now):
    """The first sender was only slow: its message arrived, and is not sent again."""
    number = await left(mia, lane=Lane.ALERT)
    await claimed()
    async with database.unit_of_work() as uow:
        await uow.outbox.requeue_expired_leases(now + LEASE)
        await uow.outbox.sent(number, 501, now + LEASE)

    assert await claimed(after=LEASE) == []
