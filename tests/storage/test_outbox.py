"""The outbox: the urgent first, one message on its way to each person, no body kept too long."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.messages import Button, Contact, Link, Message, Span
from storage.outbox import Lane

LEASE = timedelta(seconds=20)


async def test_a_message_arrives_as_it_was_left(database, mia, ana, now, claimed):
    message = Message(
        "Alert 1",
        rows=((Button("I'm on it", "take:x"), Link("Open", "https://example.org")),),
        entities=(Span("bold", 0, 5), Span("text_link", 6, 1, "https://example.org")),
        protect=True,
        silent=True,
        contact=Contact("Sam", "+15550100"),
    )
    async with database.unit_of_work() as uow:
        number = await uow.outbox.add(
            ana.id,
            message,
            lane=Lane.ALERT,
            kind="page",
            now=now,
            about_id=mia.id,
            alert_id=1,
            session_id="s",
            turn=3,
            check_in_id=4,
            edits=77,
            receipt=("alerts", 5),
        )

    (outgoing,) = await claimed()

    assert outgoing.id == number
    assert outgoing.chat_id == 202
    assert outgoing.message == message
    assert (outgoing.lane, outgoing.kind, outgoing.about_id) == (Lane.ALERT, "page", mia.id)
    assert (outgoing.alert_id, outgoing.session_id, outgoing.turn) == (1, "s", 3)
    assert (outgoing.check_in_id, outgoing.edits, outgoing.receipt) == (4, 77, ("alerts", 5))
    assert (outgoing.attempts, outgoing.repeat) == (1, False)


async def test_the_urgent_lane_goes_first_and_each_lane_in_order(meet, left, claimed):
    people = [await meet(f"P{number}", 1000 + number) for number in range(8)]
    lanes = [5, 4, 3, 2, 1, 0, 1, 3]
    for person, lane in zip(people, lanes, strict=True):
        await left(person, lane=Lane(lane))

    first = await claimed(limit=3)
    rest = await claimed()

    assert [row.lane for row in first] == [Lane.SOS, Lane.ALERT, Lane.ALERT]
    assert [row.person_id for row in first] == [people[5].id, people[4].id, people[6].id]
    assert [row.lane for row in rest] == [Lane.REPLY, Lane.PROMPT, Lane.PROMPT, 4, 5]


async def test_only_the_lanes_asked_for_are_claimed(mia, left, claimed):
    await left(mia, lane=Lane.BULK)

    assert await claimed([Lane.SOS, Lane.ALERT]) == []
    assert len(await claimed([Lane.BULK])) == 1


async def test_one_message_at_a_time_goes_to_each_person(database, mia, ana, left, claimed, now):
    """Two on their way at once could arrive in the wrong order."""
    first = await left(mia, "one")
    second = await left(mia, "two")
    other = await left(ana, "three")

    assert [row.id for row in await claimed()] == [first, other]
    assert await claimed() == []
    async with database.unit_of_work() as uow:
        await uow.outbox.sent(first, 501, now)
    assert [row.id for row in await claimed()] == [second]


async def test_whoever_must_wait_holds_nobody_up(mia, ana, left, claimed):
    for _ in range(5):
        await left(mia)
    last = await left(ana)

    assert [row.id for row in await claimed(limit=1, exclude=[mia.id])] == [last]


async def test_a_message_leaves_not_before_its_time_and_not_after(
    database, mia, ana, left, claimed, now
):
    minute = timedelta(minutes=1)
    await left(mia, not_before=now + minute)
    await left(ana, expires_at=now + minute)

    assert [row.person_id for row in await claimed(after=minute)] == [mia.id]
    async with database.unit_of_work() as uow:
        assert await uow.outbox.expire(now + minute) == 1
        assert await uow.outbox.pending(now + minute) == 0


async def test_next_at_is_when_something_may_happen(database, mia, ana, left, claimed, now):
    async with database.reading() as uow:
        assert await uow.outbox.next_at(now) is None
    await left(mia, not_before=now + timedelta(minutes=5))
    async with database.reading() as uow:
        assert await uow.outbox.next_at(now) == now + timedelta(minutes=5)
    await left(ana)
    async with database.reading() as uow:
        assert await uow.outbox.next_at(now) == now
        assert await uow.outbox.oldest_unsent(Lane.REPLY) == now
        assert await uow.outbox.oldest_unsent(Lane.SOS) is None
    await claimed()
    async with database.reading() as uow:
        assert await uow.outbox.next_at(now) == now + LEASE


async def test_the_same_thing_is_not_left_twice(database, mia, left, claimed):
    first = await left(mia, dedupe="prompt:1")

    assert await left(mia, "again", dedupe="prompt:1") == first
    assert len(await claimed()) == 1
    async with database.reading() as uow:
        assert await uow.outbox.was_left("prompt:1")
        assert not await uow.outbox.was_left("prompt:2")


async def test_what_was_taken_back_may_be_left_again(database, mia, left, claimed):
    first = await left(mia, dedupe="news:1")
    async with database.unit_of_work() as uow:
        assert await uow.outbox.cancel(person_id=mia.id) == 1
        assert not await uow.outbox.was_left("news:1")

    assert await left(mia, "again", dedupe="news:1") != first
    assert [row.message.text for row in await claimed()] == ["again"]


async def test_a_later_edit_replaces_one_that_waits(mia, ana, left, claimed):
    await left(mia, "Ana is on it", edits=9)
    await left(ana, "for somebody else", edits=9)
    last = await left(mia, "Closed", edits=9)

    assert {row.id: row.message.text for row in await claimed()} == {
        2: "for somebody else",
        last: "Closed",
    }


async def test_what_is_cancelled_waits_no_more(database, mia, ana, left, claimed):
    kept = await left(mia, alert_id=1, kind="alert_taken")
    await left(ana, alert_id=1, kind="page")
    await left(ana, session_id="s")
    await left(ana, check_in_id=4)
    await left(ana, about_id=mia.id, kind="news")

    async with database.unit_of_work() as uow:
        assert await uow.outbox.cancel(alert_id=1, kind="page") == 1
        assert await uow.outbox.cancel(session_id="s") == 1
        assert await uow.outbox.cancel(check_in_id=4) == 1
        assert await uow.outbox.cancel(about_id=mia.id, kind="news") == 1
        assert await uow.outbox.cancel(person_id=ana.id) == 0
        with pytest.raises(AssertionError):
            await uow.outbox.cancel(kind="page")

    assert [row.id for row in await claimed()] == [kept]


async def test_what_is_on_its_way_is_not_cancelled(database, mia, left, claimed):
    await left(mia, alert_id=1)
    await claimed()

    async with database.unit_of_work() as uow:
        assert await uow.outbox.cancel(alert_id=1) == 0


async def test_whoever_was_paged_is_known(database, mia, ana, left, claimed, now):
    first = await left(mia, alert_id=1, kind="page")
    second = await left(ana, alert_id=1, kind="page")
    await left(ana, alert_id=1, kind="alert_reminder")
    async with database.unit_of_work() as uow:
        await uow.outbox.sent(second, 502, now)
        assert await uow.outbox.pages_of(1) == [(ana.id, 502)]
        await uow.outbox.sent(first, 501, now)
        assert await uow.outbox.pages_of(1) == [(mia.id, 501), (ana.id, 502)]


async def test_whoever_has_no_chat_is_not_waited_for(database, meet, left, claimed, bodies):
    ben = await meet("Ben")
    await left(ben)

    assert await claimed() == []
    assert await bodies() == 0


async def test_a_message_goes_where_somebody_is_now(database, mia, left, claimed):
    """A chat that has moved since the message was left is the one that is written to."""
    await left(mia)
    async with database.unit_of_work() as uow:
        await uow.people.update(replace(mia, chat_id=111))

    assert [row.chat_id for row in await claimed()] == [111]
