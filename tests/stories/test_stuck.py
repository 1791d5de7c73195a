"""Stuck: sixty rows that cannot be worked come before Mia's, and she does not notice."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import text
from structlog.typing import EventDict

from bot.cast import DANA, MIA, ZONE
from bot.town import Resident, Town
from dialogs.care import escalation
from dialogs.care.escalation import Ladder, Rung
from dialogs.care.plan import starter_plan
from dialogs.care.warning_signs import Tier, WarningSign, Why
from dialogs.engine.session import Session
from storage.check_ins import CheckInState, Planned
from storage.unit_of_work import UnitOfWork
from tests.stories.steps import begins, has_a_strong_craving, is_not_safe

MANY = 60
"""More than any beat looks at in one unit of work."""

PROMPT = "Hello. A minute for you, whenever you are ready."
PAGE = "Someone you look after needs you. Alert"
AGAIN = "Nobody has taken alert"

Spoil = Callable[[UnitOfWork, Town, list[int]], Awaitable[None]]


async def strangers(uow: UnitOfWork, town: Town) -> list[int]:
    """Take in sixty clients whom nobody else of the town knows."""
    now = town.clock.now()
    people = [
        await uow.people.add(None, f"N{number}", language="en", country="US", zone=ZONE, now=now)
        for number in range(MANY)
    ]
    return [person.id for person in people]


async def damage(uow: UnitOfWork, table: str, column: str, key: str, ids: list[int]) -> None:
    """Write over what was sealed."""
    these = ", ".join(map(str, ids))
    statement = f"UPDATE {table} SET {column} = x'01' WHERE {key} IN ({these})"  # noqa: S608 - our own names
    await uow._connection.execute(text(statement))  # noqa: SLF001 - no door does this


async def check_ins(uow: UnitOfWork, town: Town, ids: list[int], **changes: Any) -> None:
    """Plan a check-in for each, in some state, for people who do not open."""
    now = town.clock.now()
    day = now.date()
    planned = [
        Planned(one, "daily", "daily_checkin", day, 0, now, ZONE, now.isoformat()) for one in ids
    ]
    await uow.check_ins.plan_many(planned)
    for one in await uow.check_ins.due(now, MANY):
        if changes:
            await uow.check_ins.mark(one.id, **changes)
    await damage(uow, "people", "name", "id", ids)


async def prompts(uow: UnitOfWork, town: Town, ids: list[int]) -> None:
    """Invite nobody we can read."""
    await check_ins(uow, town, ids)


async def reminders(uow: UnitOfWork, town: Town, ids: list[int]) -> None:
    """Remind nobody we can read."""
    now = town.clock.now()
    await check_ins(uow, town, ids, state=CheckInState.DELIVERED, invited_at=now, remind_at=now)


async def queued(uow: UnitOfWork, town: Town, ids: list[int]) -> None:
    """Let nobody's check-in come to its turn."""
    now = town.clock.now()
    await check_ins(uow, town, ids, state=CheckInState.OPENED, invited_at=now, remind_at=now)


async def windows(uow: UnitOfWork, town: Town, ids: list[int]) -> None:
    """Close nobody's window."""
    now = town.clock.now()
    await check_ins(
        uow, town, ids, state=CheckInState.SENT, invited_at=now, reminded_at=now, closes_at=now
    )


async def sessions(uow: UnitOfWork, town: Town, ids: list[int]) -> None:
    """Let dialogs wait that do not open."""
    now = town.clock.now()
    blank = Session(
        id="",
        person_id=0,
        dialog="daily_checkin",
        fingerprint="",
        step="",
        turn=1,
        answers=(),
        path=(),
        facts={},
        picked=(),
        fixing=None,
        state="waiting",
        due_at=now,
        started_at=now,
        touched_at=now,
    )
    await uow.sessions.add_many([replace(blank, id=f"s{one}", person_id=one) for one in ids])
    await damage(uow, "sessions", "body", "person_id", ids)


async def alerts(uow: UnitOfWork, town: Town, ids: list[int], minutes: int | None = 1) -> None:
    """Raise alerts that do not open, and for which no page was laid."""
    now = town.clock.now()
    dana = await uow.people.by_chat(DANA.user_id)
    assert dana is not None
    ladder = Ladder((Rung((dana.id,), minutes, 0),), None, None)
    sign = WarningSign("unsafe", Tier.NOW, (Why("sos", {}),), (now,), safety=True)
    for one in ids:
        await uow.alerts.add(escalation.open_alert(sign, one, ladder, now))
    await damage(uow, "alerts", "body", "client_id", ids)


async def unpaged(uow: UnitOfWork, town: Town, ids: list[int]) -> None:
    """Raise alerts that do not open, that nobody is asked to take, and that time does not move."""
    await alerts(uow, town, ids, None)


async def plans(uow: UnitOfWork, town: Town, ids: list[int]) -> None:
    """Save plans that do not open."""
    for one in ids:
        await uow.plans.save(starter_plan(one, town.clock.now().time(), town.clock.now(), None))
    await damage(uow, "plans", "body", "client_id", ids)


async def spoiled(town: Town, spoil: Spoil) -> None:
    """Put sixty rows before whatever comes next, and let the beats meet them."""
    async with town.app.ground.database.unit_of_work() as uow:
        await spoil(uow, town, await strangers(uow, town))
    await town.waits(seconds=1)


async def stuck(town: Town) -> dict[str, int]:
    """Count what is stuck."""
    async with town.app.ground.database.reading() as uow:
        return await uow.stuck.count()


async def test_a_prompt_comes(town: Town, mia: Resident) -> None:
    """Sixty prompts of people who cannot be read are due before hers."""
    await spoiled(town, prompts)

    await town.waits(minutes=6)

    assert mia.screen == [PROMPT]
    assert await stuck(town) == {"prompt": MANY}


async def test_a_reminder_comes(town: Town, mia: Resident) -> None:
    """An hour after her prompt, to the minute."""
    await spoiled(town, reminders)

    await town.waits(minutes=5 + 60)

    assert len(mia.screen) == 2
    assert await stuck(town) == {"reminder": MANY}


async def test_a_check_in_comes_to_its_turn(town: Town, mia: Resident) -> None:
    """It waited behind a dialog that she has left."""
    await spoiled(town, queued)
    await mia.says("/now")
    await mia.taps("6")
    await town.waits(minutes=6)
    await mia.taps("Start")
    mia.puts_it_away()
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        await uow.people.update(replace(person, quiet_from=person.quiet_to))

    await town.waits(hours=2, minutes=10)

    assert mia.sees("Did you drink or use today?")
    assert await stuck(town) == {"queued": MANY}


async def test_a_window_closes(town: Town, mia: Resident, dana: Resident) -> None:
    """What she did not answer is kept as silence."""
    await spoiled(town, windows)

    await town.waits(hours=4, minutes=6)
    await dana.says("/clients")

    assert dana.sees("missed in a row: 1")
    assert await stuck(town) == {"window": MANY}


async def test_silence_at_a_safety_question_is_heard(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Ten minutes, and somebody is paged."""
    await spoiled(town, sessions)
    await has_a_strong_craving(town, mia)

    await town.waits(minutes=10)

    assert dana.sees(PAGE)
    assert await stuck(town) == {"session": MANY}


async def test_an_alert_climbs(town: Town, mia: Resident, dana: Resident, sam: Resident) -> None:
    """Fifteen minutes, and the next one is asked."""
    await spoiled(town, alerts)
    await is_not_safe(town, mia)

    await town.waits(minutes=15)

    assert sam.sees(AGAIN)
    assert await stuck(town) == {"alert": MANY, "unpaged": MANY}


async def test_the_auditor_finds_an_alert_that_nobody_was_asked_to_take(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Its page was lost; the next one is asked at the next look."""
    await spoiled(town, unpaged)
    await is_not_safe(town, mia)
    async with town.app.ground.database.unit_of_work() as uow:
        lost = "UPDATE outbox SET state = 'failed' WHERE kind = 'page'"
        await uow._connection.execute(text(lost))  # noqa: SLF001 - no door does this

    await town.waits(seconds=1)

    assert sam.sees(AGAIN)
    assert await stuck(town) == {"unpaged": MANY}


async def test_a_crisis_card_is_written(town: Town) -> None:
    """Sixty plans that cannot be read are looked at before that of somebody new."""
    chat_id = 7_777
    async with town.app.ground.database.unit_of_work() as uow:
        await plans(uow, town, await strangers(uow, town))
        now = town.clock.now()
        new = await uow.people.add(chat_id, "Nell", language="en", country="IE", zone=ZONE, now=now)
        await uow.plans.save(starter_plan(new.id, now.time(), now, None))

    await town.waits(seconds=1)

    card = town.app.cards.get(chat_id)
    assert card is not None
    assert card.country == "IE"
    assert await stuck(town) == {"card": MANY}


async def test_each_is_told_of_once_and_tried_again_ever_more_rarely(
    town: Town, mia: Resident, logged: list[EventDict]
) -> None:
    """An hour of the same fault is one line for each row, and a figure."""
    await spoiled(town, sessions)

    await town.waits(hours=1)

    failed = [line for line in logged if line["event"] == "due work failed"]
    assert len(failed) == MANY
    assert {line["kind"] for line in failed} == {"session"}
    assert await stuck(town) == {"session": MANY}


async def test_what_works_again_is_done_and_no_more_counted(town: Town, mia: Resident) -> None:
    """Her row could not be read for a while, and her reminder is late, not lost."""
    await town.waits(minutes=10)
    async with town.app.ground.database.unit_of_work() as uow:
        keep = "CREATE TABLE kept AS SELECT id, name FROM people"
        await uow._connection.execute(text(keep))  # noqa: SLF001 - no door does this
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        await damage(uow, "people", "name", "id", [person.id])
    await town.waits(minutes=56)
    assert await stuck(town) == {"reminder": 1}
    async with town.app.ground.database.unit_of_work() as uow:
        back = "UPDATE people SET name = (SELECT name FROM kept WHERE kept.id = people.id)"
        await uow._connection.execute(text(back))  # noqa: SLF001 - no door does this

    await town.waits(minutes=5)

    assert len(mia.screen) == 2
    assert await stuck(town) == {}


async def test_the_same_evening_goes_on(town: Town, mia: Resident) -> None:
    """All of it at once; she answers her check-in as ever."""
    for spoil in (prompts, sessions, alerts, plans):
        await spoiled(town, spoil)

    await begins(town, mia)
    await mia.says("no")

    assert mia.sees("How strong was the craving")
    assert (await stuck(town)).keys() == {"prompt", "session", "alert", "unpaged", "card"}
