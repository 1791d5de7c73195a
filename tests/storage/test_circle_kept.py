"""The circle: ties, lessons, doors and digits, and the log of consent beside its rows."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.care.consent import Category, Grant, may_see
from dialogs.care.consent_log import allowed_by, effective
from dialogs.care.people import Role
from storage.crypto import KeyForgotten

DAY = timedelta(days=1)
TOKEN = "a-token-that-opens-once"  # noqa: S105 - of a test


@pytest.fixture
def grant(mia, ana, now):
    kinds = frozenset({Category.MOOD, Category.USE})
    return Grant(0, mia.id, ana.id, kinds, "support", now, None, None, "1", "ab")


@pytest.fixture
def opens(database, mia, ana, now):
    """Let Ana open an invitation of Mia's."""

    async def open_it(token=TOKEN, length=DAY):
        async with database.unit_of_work() as uow:
            await uow.people.invite(Role.FAMILY, mia.id, mia.id, token, now + length, now)
            return await uow.people.stand_at_door(
                token, Role.FAMILY, mia.id, mia.id, ana.id, now + length, now
            )

    return open_it


async def test_rows_of_grants_are_what_the_log_says(database, mia, ana, grant, now):
    """After every kind of change, for the row is only the quicker way to ask."""
    async with database.unit_of_work() as uow:
        one = await uow.consents.grant(grant, now)
        two = await uow.consents.grant(replace(grant, until=now + DAY), now)
        less = replace(one, categories=frozenset({Category.MOOD}))
        assert await uow.consents.change("narrowed", less, now, mia.id)
        rests = replace(less, paused_until=now + DAY)
        assert await uow.consents.change("paused", rests, now, mia.id)
        assert await uow.consents.change("renewed", replace(two, until=now + 9 * DAY), now, mia.id)
        assert await uow.consents.revoke(two.id, now + DAY, mia.id)
        assert not await uow.consents.change("renewed", two, now + DAY, mia.id)

    async with database.reading() as uow:
        rows = {one.id: one for one in await uow.consents.of_client(mia.id)}
        log = await uow.consents.events(mia.id)
    held = effective(log, now + 2 * DAY)
    assert {number: entry.grant for number, entry in held.items()} == rows
    for at in (now, now + DAY / 2, now + 2 * DAY):
        for kind in Category:
            allowed = allowed_by(log, ana.id, mia.id, kind, at)
            quick = may_see(rows.values(), ana.id, mia.id, kind, at)
            assert (allowed is None) is (quick is None)


async def test_a_client_is_asked_about_a_grant_when_it_is_time(database, mia, grant, now):
    async with database.unit_of_work() as uow:
        kept = await uow.consents.grant(grant, now)
        await uow.consents.ask_at(kept.id, now + DAY)
        assert await uow.consents.next_ask_at() == now + DAY
        assert await uow.consents.to_ask(now, 9) == []
        assert await uow.consents.to_ask(now + DAY, 9) == [kept.id]

        await uow.consents.revoke(kept.id, now, mia.id)

        assert await uow.consents.to_ask(now + DAY, 9) == []


async def test_digits_are_kept_sealed_until_they_are_confirmed(database, ana, opens, now):
    door = await opens()
    assert door.code is not None
    assert len(door.code) == 4
    assert door.code.isdigit()

    async with database.unit_of_work() as uow:
        assert await uow.people.at_door(door.ref, now) == door
        assert await uow.people.waiting(ana.id, now) == [door]
        assert await uow.people.waiting_for(door.inviter_id, now) == [door]
        assert not await uow.people.was_confirmed(TOKEN, ana.id)
        assert await uow.people.confirm(door.ref, now)
        assert not await uow.people.confirm(door.ref, now)
        assert await uow.people.at_door(door.ref, now) is None
        assert await uow.people.was_confirmed(TOKEN, ana.id)
        assert not await uow.people.was_confirmed(TOKEN, door.inviter_id)
        assert not await uow.people.was_confirmed("another", ana.id)


async def test_wrong_digits_are_counted(database, opens):
    door = await opens()

    async with database.unit_of_work() as uow:
        counted = [await uow.people.wrong_code(door.ref) for _ in range(3)]
        await uow.people.turn_away(door.ref)

        assert counted == [1, 2, 3]
        assert await uow.people.wrong_code(door.ref) == 0


async def test_a_door_closes_with_its_invitation(database, opens, now):
    door = await opens()

    async with database.unit_of_work() as uow:
        assert await uow.people.at_door(door.ref, now + DAY) is None
        assert not await uow.people.confirm(door.ref, now + DAY)
        assert await uow.people.doors_over(now, 9) == []
        assert await uow.people.doors_over(now + DAY, 9) == [door]


async def test_an_invitation_may_lead_back_to_a_record(database, mia, opens):
    async with database.unit_of_work() as uow:
        await uow.people.relinks(TOKEN, mia.id)

    door = await opens()

    assert door.again == mia.id
    async with database.reading() as uow:
        assert await uow.people.leads_back_to(TOKEN) == mia.id
        assert await uow.people.leads_back_to("another") is None


async def test_a_tie_is_made_once_and_changed(database, mia, ana, now):
    async with database.unit_of_work() as uow:
        assert await uow.circle.tie(mia.id, ana.id) is None
        await uow.circle.keep(mia.id, ana.id)
        await uow.circle.keep(mia.id, ana.id, update_at=now, greetings=False)
        tie = await uow.circle.tie(mia.id, ana.id)
        assert tie is not None
        assert (tie.update_at, tie.greetings, tie.asked_at) == (now, False, None)
        assert await uow.circle.updates_due(now, 9) == [tie.id]
        assert await uow.circle.tie_by_id(tie.id) == tie
        assert await uow.circle.next_at() == now

        await uow.circle.keep(mia.id, ana.id, update_at=None)
        assert await uow.circle.updates_due(now, 9) == []
        await uow.circle.untie(mia.id, ana.id)

        assert await uow.circle.tie(mia.id, ana.id) is None


async def test_lessons_are_remembered(database, ana, now):
    async with database.unit_of_work() as uow:
        assert await uow.circle.lesson(ana.id) is None
        await uow.circle.learn(ana.id, 1, now + DAY)
        await uow.circle.learn(ana.id, 2, now + DAY)
        found = await uow.circle.lesson(ana.id)
        assert found is not None
        assert (found.part, found.next_at) == (2, now + DAY)
        assert await uow.circle.lessons_due(now, 9) == []
        assert await uow.circle.lessons_due(now + DAY, 9) == [ana.id]
        assert await uow.circle.next_at() == now + DAY
        await uow.circle.learn(ana.id, 10, None)

        assert await uow.circle.next_at() is None


async def test_what_somebody_keeps_to_themselves(database, mia, ana, now):
    async with database.unit_of_work() as uow:
        await uow.circle.keep_private(mia.id, "evening", ["mood", "sleep"], now)
        await uow.circle.keep_private(mia.id, "evening", ["mood"], now)
        await uow.circle.no_longer_private("evening", "sleep")

        assert await uow.circle.private(mia.id, now) == {("evening", "mood")}
        assert await uow.circle.private(mia.id, now + DAY) == frozenset()
        assert await uow.circle.private(ana.id, now) == frozenset()


async def test_whoever_is_forgotten_stands_at_no_door(database, mia, ana, opens, now):
    door = await opens()
    async with database.unit_of_work() as uow:
        await uow.circle.keep(mia.id, ana.id, update_at=now)
        await uow.circle.learn(ana.id, 3, now)
        await uow.circle.keep_private(ana.id, "evening", ["mood"], now)

        await uow.people.erase(ana.id, now)

    async with database.reading() as uow:
        assert await uow.people.at_door(door.ref, now) is None
        assert await uow.circle.tie(mia.id, ana.id) is None
        assert await uow.circle.lesson(ana.id) is None
        assert await uow.circle.private(ana.id, now) == frozenset()
        with pytest.raises(KeyForgotten):
            uow._vault.seal(ana.id, None, b"")  # noqa: SLF001 - the key itself is gone


@pytest.mark.parametrize("named", [True, False], ids=["the-grant-it-names", "whichever-holds"])
async def test_a_receipt_cites_the_version_of_the_consent(
    database, mia, ana, grant, left, claimed, now, named
):
    """One row for each kind of thing, with the entry of the log that held just then."""
    async with database.unit_of_work() as uow:
        kept = await uow.consents.grant(grant, now)
        await uow.consents.change("renewed", replace(kept, until=now + DAY), now, mia.id)
        newest = (await uow.consents.events(mia.id))[-1]
    receipt = ("mood use", kept.id if named else None)
    told = await left(ana, "Mia's week", about_id=mia.id, receipt=receipt, dedupe="week", kind="w")
    await claimed()

    async with database.unit_of_work() as uow:
        await uow.outbox.sent(told, 501, now)
        await uow.outbox.opened("week", now + DAY)
        await uow.outbox.opened("week", now + 2 * DAY)

    async with database.reading() as uow:
        found = await uow.outbox.disclosures(mia.id, now)
    assert [(one.category, one.grant_id, one.version) for one in found] == [
        ("mood", kept.id, newest.seq),
        ("use", kept.id, newest.seq),
    ]
    assert {one.opened_at for one in found} == {now + DAY}
    assert {one.kind for one in found} == {"w"}


async def test_looks_and_counts_of_the_trail(database, mia, ana, now):
    """Of one client, of these kinds, since a moment; and how often one person did one thing."""
    async with database.unit_of_work() as uow:
        note = uow.trail.note
        await note(ana.id, "family", "get_update", "client:1", now - 2 * DAY, client_id=mia.id)
        await note(ana.id, "family", "get_update", "client:1", now, client_id=mia.id)
        await note(ana.id, "family", "ask_to_call", "call:1", now, client_id=mia.id)
        await note(ana.id, "family", "ask_to_call", "call:10", now, client_id=mia.id)
        await note(mia.id, "client", "ask_to_call", "call:1", now, client_id=mia.id)
        await note(ana.id, "family", "get_update", "client:2", now, client_id=ana.id)

        looks = await uow.trail.looks(mia.id, ("get_update", "see_plan"), now - DAY)
        every = await uow.trail.count_of(ana.id, "ask_to_call", mia.id, now - DAY)
        one = await uow.trail.count_of(ana.id, "ask_to_call", mia.id, now - DAY, "call:1")

    assert [(note.actor_id, note.at) for note in looks] == [(ana.id, now)]
    assert (every, one) == (2, 1)
