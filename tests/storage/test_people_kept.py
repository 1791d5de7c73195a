"""People: found by their chat, known by their roles, invited once, forgotten for good."""

import asyncio
from dataclasses import replace
from datetime import time, timedelta

import pytest

from dialogs.care.people import Membership, PersonState, Role
from dialogs.care.plan import starter_plan
from dialogs.errors import AlertClosed
from storage.crypto import KeyForgotten
from storage.outbox import Lane


async def test_somebody_is_found_again(database, mia):
    async with database.reading() as uow:
        assert await uow.people.by_chat(101) == mia
        assert await uow.people.by_chat(102) is None
        assert await uow.people.get(mia.id) == mia
        with pytest.raises(LookupError):
            await uow.people.get(999)


async def test_somebody_may_have_no_chat_yet(database, meet):
    ben = await meet("Ben")

    async with database.unit_of_work() as uow:
        await uow.people.update(replace(ben, chat_id=303))
    async with database.reading() as uow:
        found = await uow.people.by_chat(303)
    assert found is not None
    assert found.name == "Ben"


async def test_everything_about_somebody_can_change(database, mia):
    changed = replace(
        mia,
        chat_id=111,
        name="Mia B.",
        language="es",
        country="MX",
        zone="America/Mexico_City",
        quiet_from=time(22),
        quiet_to=time(7, 30),
        discreet=True,
    )

    async with database.unit_of_work() as uow:
        await uow.people.update(changed)

    async with database.reading() as uow:
        assert await uow.people.get(mia.id) == changed
        assert await uow.people.by_chat(111) == changed
        assert await uow.people.by_chat(101) is None


async def test_many_are_loaded_at_once(database, mia, ana):
    async with database.reading() as uow:
        assert await uow.people.many([mia.id, ana.id, 999]) == {mia.id: mia, ana.id: ana}
        assert await uow.people.many([]) == {}


async def test_who_cannot_be_reached_is_remembered(database, mia, now):
    async with database.unit_of_work() as uow:
        await uow.people.blocked(mia.id, now)
        assert (await uow.people.get(mia.id)).state is PersonState.BLOCKED
        await uow.people.reachable(mia.id, now)
        assert (await uow.people.get(mia.id)).state is PersonState.ACTIVE


async def test_a_role_is_given_once_and_can_be_taken(database, mia, ana, now):
    later = now + timedelta(days=1)
    async with database.unit_of_work() as uow:
        for _ in range(2):
            await uow.people.join(mia.id, mia.id, Role.CLIENT, now)
            await uow.people.join(ana.id, mia.id, Role.COUNSELOR, later)
            await uow.people.join(ana.id, None, Role.ADMIN, now)

    async with database.unit_of_work() as uow:
        assert await uow.people.members_of(mia.id) == (
            Membership(mia.id, mia.id, Role.CLIENT, now),
            Membership(ana.id, mia.id, Role.COUNSELOR, later),
        )
        actor = await uow.people.actor(ana.id)
        assert actor.roles_for(mia.id) == {Role.COUNSELOR}
        assert actor.roles_for(None) == {Role.ADMIN}
        assert await uow.people.with_role(Role.ADMIN) == [ana]
        await uow.people.leave(ana.id, mia.id, Role.COUNSELOR, later)
        await uow.people.leave(ana.id, None, Role.ADMIN, later)
        assert (await uow.people.actor(ana.id)).memberships == ()
        await uow.people.join(ana.id, mia.id, Role.COUNSELOR, later)
        assert len(await uow.people.members_of(mia.id)) == 2


async def test_whoever_leaves_has_no_role_and_is_nobodys_client(database, mia, ana, now):
    async with database.unit_of_work() as uow:
        await uow.people.join(mia.id, mia.id, Role.CLIENT, now)
        await uow.people.join(ana.id, mia.id, Role.COUNSELOR, now)
        await uow.people.left(mia.id, now)

    async with database.reading() as uow:
        assert (await uow.people.get(mia.id)).state is PersonState.LEFT
        assert await uow.people.memberships(ana.id) == ()


async def test_a_role_that_was_only_offered_leaves_no_trace(database, mia, ana, now):
    async with database.unit_of_work() as uow:
        await uow.people.join(mia.id, mia.id, Role.CLIENT, now)
        await uow.people.join(ana.id, mia.id, Role.COUNSELOR, now)
        await uow.people.leave(ana.id, mia.id, Role.COUNSELOR, now)
        await uow.people.join(ana.id, mia.id, Role.SPONSOR, now)

        for role in (Role.COUNSELOR, Role.SPONSOR):
            await uow.people.withdraw(ana.id, mia.id, role)

        left = await uow._connection.exec_driver_sql(  # noqa: SLF001 - what is left has no other door
            "SELECT person_id, role FROM memberships ORDER BY id"
        )
        assert left.all() == [(mia.id, "client"), (ana.id, "counselor")]


async def test_a_break_is_one_clients(database, mia, ana, meet, now):
    ben, later = await meet("Ben"), now + timedelta(days=7)
    async with database.unit_of_work() as uow:
        await uow.people.join(ana.id, mia.id, Role.SPONSOR, now)
        await uow.people.join(ana.id, ben.id, Role.SPONSOR, now)

        await uow.people.pause(ana.id, mia.id, later)
        resting = {m.client_id: m.paused_until for m in await uow.people.memberships(ana.id)}
        assert resting == {mia.id: later, ben.id: None}
        (member,) = await uow.people.members_of(mia.id)
        assert member.is_paused(now)
        assert not member.is_paused(later)

        await uow.people.pause(ana.id, mia.id, None)
        (member,) = await uow.people.members_of(mia.id)
        assert not member.is_paused(now)


async def test_an_invitation_is_good_again_only_for_whom_it_was(database, mia, ana, now):
    async with database.unit_of_work() as uow:
        until = now + timedelta(days=1)
        await uow.people.invite(Role.CLIENT, None, ana.id, "token-1", until, now)
        assert await uow.people.redeem("token-1", mia.id, now)

        await uow.people.reopen("token-1", ana.id)
        assert await uow.people.redeem("token-1", ana.id, now) is None
        await uow.people.reopen("token-1", mia.id)
        assert await uow.people.redeem("token-1", mia.id, now)
        await uow.people.reopen("token-1", mia.id)
        assert await uow.people.redeem("token-1", mia.id, until) is None


async def test_one_of_fifty_gets_in(database, mia, now):
    """An invitation is used up by a single conditional update, however many try at once."""
    async with database.unit_of_work() as uow:
        await uow.people.invite(
            Role.SPONSOR, mia.id, mia.id, "token-1", now + timedelta(days=7), now
        )

    async def redeem():
        async with database.unit_of_work() as uow:
            return await uow.people.redeem("token-1", mia.id, now)

    found = await asyncio.gather(*(redeem() for _ in range(50)))

    opened = [invitation for invitation in found if invitation is not None]
    assert [(one.role, one.client_id, one.inviter_id) for one in opened] == [
        (Role.SPONSOR, mia.id, mia.id)
    ]


@pytest.mark.parametrize(
    ("token", "hours", "opens"),
    [
        pytest.param("token-1", 23.99, True, id="in-time"),
        pytest.param("token-1", 24, False, id="at-the-hour"),
        pytest.param("token-2", 1, False, id="unknown"),
    ],
)
async def test_an_invitation_opens_in_time(database, mia, now, token, hours, opens):
    then = now + timedelta(hours=hours)
    async with database.unit_of_work() as uow:
        await uow.people.invite(
            Role.FAMILY, mia.id, mia.id, "token-1", now + timedelta(hours=24), now
        )

        looked = await uow.people.invitation(token, then)
        counted = await uow.people.open_invitations(Role.FAMILY, then)
        used = await uow.people.redeem(token, mia.id, then)

        assert (looked is not None, used is not None) == (opens, opens)
        assert counted == (hours < 24)
        assert await uow.people.invitation(token, then) is None


@pytest.fixture
async def told(database, mia, ana, hello, a_session, an_answer, an_alert, now):
    """Something of Mia's in every table. Returns the number of the alert about her."""
    session = a_session(mia)
    async with database.unit_of_work() as uow:
        await uow.people.join(mia.id, mia.id, Role.CLIENT, now)
        await uow.plans.save(starter_plan(mia.id, time(20), now, mia.id))
        await uow.sessions.add(session)
        await uow.answers.add(session, an_answer(8))
        alert = await uow.alerts.add(an_alert(mia, [ana]))
        await uow.outbox.add(
            ana.id,
            hello,
            lane=Lane.ALERT,
            kind="page",
            now=now,
            about_id=mia.id,
            alert_id=alert.number,
        )
        await uow.outbox.add(mia.id, hello, lane=Lane.REPLY, kind="card", now=now)
        await uow.trail.note(mia.id, "client", "erase", f"person:{mia.id}", now)
    return alert.number


async def test_erasing_forgets_what_was_said_and_keeps_what_others_rely_on(
    database, mia, ana, hello, told, now
):
    """Rows of others stay readable; nothing of the erased can be opened by anybody."""
    async with database.unit_of_work() as uow:
        await uow.people.erase(mia.id, now)

    async with database.unit_of_work() as uow:
        gone = await uow.people.get(mia.id)
        assert (gone.state, gone.name, gone.chat_id) == (PersonState.ERASED, "", None)
        assert await uow.people.by_chat(101) is None
        assert await uow.people.members_of(mia.id) == ()
        assert await uow.plans.current(mia.id) is None
        assert await uow.sessions.open_for(mia.id) is None
        assert await uow.answers.readings(mia.id, now - timedelta(days=1)) == []
        assert await uow.alerts.all_open(10) == []
        assert await uow.alerts.due(now + timedelta(days=1), 10) == []
        with pytest.raises(AlertClosed):
            await uow.alerts.get(told)
        assert await uow.outbox.pending(now) == 0
        with pytest.raises(KeyForgotten):
            await uow.outbox.add(mia.id, hello, lane=Lane.REPLY, kind="card", now=now)
        assert await uow.people.get(ana.id) == ana
        assert await uow.trail.verify() == 1


async def test_an_undone_erasure_erases_nothing(database, mia, now):
    async def think_better_of_it() -> None:
        async with database.unit_of_work() as uow:
            await uow.people.erase(mia.id, now)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await think_better_of_it()

    async with database.reading() as uow:
        assert await uow.people.get(mia.id) == mia
