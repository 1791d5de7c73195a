"""Bad days of Telegram's and of the disk: late, doubled, lost on the way, but never lost."""

import asyncio
import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.cast import DANA, EVENING, MIA, ROSA, SAM, ZONE
from bot.emulator.faults import Fault
from bot.town import Resident, Town
from dialogs.care.plan import Schedule
from dialogs.errors import DatabaseRefused
from storage.check_ins import CheckInState
from storage.sqlite import Pool
from tests.stories.conftest import DATABASE
from tests.stories.steps import begins, has_a_strong_craving

USE, CRAVING, MOOD = "Did you drink or use today?", "How strong was the craving", "your mood today?"
PROMPT = "Hello. A minute for you, whenever you are ready."
PAGE = "Someone you look after needs you. Alert 1."


async def answers(town: Town) -> list[tuple[str, object]]:
    """List what Mia has answered this evening."""
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        found = await uow.answers.readings(mia.id, town.clock.now() - timedelta(hours=6))
    return [(one.name, one.value) for one in found]


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(Fault("too_many", "sendMessage", MIA.user_id, retry_after=7), id="429"),
        pytest.param(Fault("server_error", "sendMessage", MIA.user_id), id="500"),
        pytest.param(Fault("server_error", "sendMessage", MIA.user_id, code=502), id="502"),
        pytest.param(Fault("reset", "sendMessage", MIA.user_id), id="connection-broken"),
        pytest.param(Fault("hang", "sendMessage", MIA.user_id, seconds=0.05), id="slow"),
    ],
)
async def test_a_question_comes_though_telegram_refused_it(
    town: Town, mia: Resident, fault: Fault
) -> None:
    """It is tried again, and the evening goes on where it was."""
    await begins(town, mia)
    town.telegram.faults.set(fault)

    await mia.says("no")
    await town.waits(seconds=10)

    assert sum(CRAVING in text for text in mia.screen) == 1
    await mia.taps("3")
    assert MOOD in mia.screen[-1]


async def test_a_question_whose_delivery_nobody_knows_of(town: Town, mia: Resident) -> None:
    """It may come twice; the first answer counts, and the other message does no harm."""
    await begins(town, mia)
    town.telegram.faults.set(Fault("answer_lost", "sendMessage", MIA.user_id))

    await mia.says("no")
    await town.waits(seconds=5)
    assert sum(CRAVING in text for text in mia.screen) == 2
    await mia.taps("3")
    await mia.says("6")

    assert await answers(town) == [("use", "no"), ("craving", 3), ("mood", 6)]


async def test_a_page_whose_delivery_nobody_knows_of(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A page is sent again until it surely arrived, and says that it is a repeat."""
    await has_a_strong_craving(town, mia)
    town.telegram.faults.set(Fault("answer_lost", "sendMessage", DANA.user_id, count=2))

    await mia.taps("No")
    await town.waits(seconds=10)

    assert dana.screen == [PAGE, f"(repeat) {PAGE}", f"(repeat) {PAGE}"]


async def test_a_page_while_telegram_is_down(town: Town, mia: Resident, dana: Resident) -> None:
    """A minute of refusals, and it is there as soon as Telegram is."""
    await has_a_strong_craving(town, mia)
    down = town.telegram.faults.set(Fault("reset", "sendMessage", DANA.user_id, count=None))
    await mia.taps("No")
    await town.waits(minutes=1)
    assert dana.screen == []

    town.telegram.faults.clear(number=down.number)
    await town.waits(seconds=40)

    assert PAGE in dana.screen[-1]


async def test_one_chat_that_must_wait_holds_up_nobody(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A 429 for one chat is that chat's; a page to another goes at once."""
    await has_a_strong_craving(town, mia)
    town.telegram.faults.set(Fault("too_many", "sendMessage", MIA.user_id, retry_after=300))

    await mia.taps("No")

    assert dana.screen == [PAGE]


async def test_a_client_who_blocked_the_bot_holds_up_nobody(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A prompt that cannot be delivered is noted, and everything else goes on."""
    town.telegram.users[MIA.user_id].blocked = True

    await town.waits(minutes=10)
    await dana.says("/clients")

    assert mia.screen == []
    assert dana.sees("The people you look after")


@pytest.mark.parametrize("kind", ["duplicate", "reorder", "poison"])
async def test_updates_that_come_wrongly(town: Town, mia: Resident, kind: str) -> None:
    """Twice, late, or with rubbish before them: each answer counts once."""
    await begins(town, mia)
    town.telegram.faults.set(Fault(kind, chat_id=MIA.user_id))  # type: ignore[arg-type]  # one of them

    await mia.says("no")
    await mia.says("3")
    await town.waits(seconds=10)

    assert await answers(town) == [("use", "no"), ("craving", 3)]
    assert MOOD in mia.screen[-1]


async def test_taps_that_nobody_can_answer(town: Town, mia: Resident) -> None:
    """The little wheel on the button may turn in vain; the answer is kept all the same."""
    await begins(town, mia)
    town.telegram.faults.set(Fault("server_error", "answerCallbackQuery", count=None))

    await mia.taps("No")

    assert mia.sees(CRAVING)
    assert await answers(town) == [("use", "no")]


async def test_edits_that_fail(town: Town, mia: Resident) -> None:
    """Old buttons that cannot be taken off are harmless; nothing waits for them."""
    await begins(town, mia)
    town.telegram.faults.set(Fault("server_error", "editMessageText", count=None))

    await mia.taps("No")
    await mia.taps("3")

    assert MOOD in mia.screen[-1]


async def test_a_question_that_vanished(town: Town, mia: Resident) -> None:
    """A message somebody deleted is sent anew with the next word."""
    await begins(town, mia)
    town.telegram.chats[MIA.user_id].messages.clear()

    await mia.says("purple")

    assert USE in mia.screen[-1]


async def test_a_database_that_is_held_for_a_moment(
    town: Town, mia: Resident, tmp_path: Path
) -> None:
    """The answer waits, the loop does not; once the other program lets go it counts."""
    await begins(town, mia)
    other = sqlite3.connect(tmp_path / DATABASE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    mia.phone.says("no")

    async def lets_go() -> list[tuple[str, object]]:
        kept = await answers(town)
        other.close()
        return kept

    _, meanwhile = await asyncio.gather(town.app.inbox.drain(), lets_go())
    await town.waits(seconds=4)

    assert meanwhile == []
    assert mia.sees(CRAVING)
    assert await answers(town) == [("use", "no")]


async def test_a_database_that_cannot_be_written(town: Town, mia: Resident) -> None:
    """A disk that went read-only loses nothing either, and /sos still shows whom to call."""
    await begins(town, mia)
    writer = town.app.ground.database._writer  # noqa: SLF001 - the disk behind it goes bad
    assert isinstance(writer, Pool)
    async with writer.begun() as connection:
        await connection.exec_driver_sql("PRAGMA query_only=ON")
    mia.phone.says("/sos")

    with pytest.raises(DatabaseRefused, match="cannot be written to"):
        await town.app.inbox.drain()
    assert "911" in mia.screen[0]
    await writer.close()
    await town.waits(seconds=4)

    assert "Tell my team now" in mia.buttons


async def test_eight_hours_away(town: Town, mia: Resident, dana: Resident) -> None:
    """A check-in that fell into our own downtime is ours, not hers; the next one comes."""
    town.clock.walk_to(town.clock.now() + timedelta(hours=8))

    await town.waits(minutes=1)
    assert mia.screen == []
    await dana.says("/clients")
    assert dana.sees("missed in a row: 0")
    await town.waits(hours=16, minutes=5)

    assert mia.screen == [PROMPT]


async def check_ins(town: Town) -> list[tuple[date, CheckInState]]:
    """List Mia's check-ins from this evening on that have come due, with what became of them."""
    now = town.clock.now()
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        found = await uow.check_ins.for_client(mia.id, EVENING)
    return [(one.local_date, one.state) for one in found if one.due_at <= now]


async def test_four_days_away(town: Town, mia: Resident, dana: Resident) -> None:
    """Every evening we missed is written down as ours; none is asked late, none is hers."""
    first = EVENING.astimezone(ZoneInfo(ZONE)).date()
    town.clock.walk_to(town.clock.now() + timedelta(days=4))

    await town.waits(minutes=1)
    assert mia.screen == []
    days = [first + timedelta(days=n) for n in range(4)]
    assert await check_ins(town) == [(day, CheckInState.MISSED_BY_US) for day in days]
    await dana.says("/clients")
    assert dana.sees("missed in a row: 0")
    await town.waits(minutes=5)

    assert mia.screen == [PROMPT]
    assert dana.screen != [PAGE]


async def test_back_in_time_for_todays(town: Town, mia: Resident) -> None:
    """Of the days away only the last can still be asked, and is, once."""
    town.clock.walk_to(town.clock.now() + timedelta(days=2, hours=1))

    await town.waits(minutes=1)

    assert mia.screen == [PROMPT]
    states = [state for _, state in await check_ins(town)]
    assert states == [CheckInState.MISSED_BY_US] * 2 + [CheckInState.DELIVERED]


async def test_a_year_away(town: Town, mia: Resident) -> None:
    """Two months of it are written down; nobody needs more."""
    town.clock.walk_to(town.clock.now() + timedelta(days=365))

    await town.waits(minutes=1)

    states = [state for _, state in await check_ins(town)]
    assert states == [CheckInState.MISSED_BY_US] * 61
    await town.waits(minutes=5)
    assert mia.screen == [PROMPT]


async def test_twice_a_day_and_a_day_away(town: Town, mia: Resident) -> None:
    """Each schedule is caught up with on its own; of what is still open, the last is asked."""
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        plan = await uow.plans.current(person.id)
        assert plan is not None
        twice = (Schedule("daily", "daily 18:00,20:00", "daily_checkin"),)
        await uow.plans.save(replace(plan, schedules=twice))

    town.clock.walk_to(town.clock.now() + timedelta(days=1, hours=1))
    await town.waits(minutes=1)

    assert mia.screen == [PROMPT]
    states = [state for _, state in await check_ins(town)]
    assert states == [CheckInState.MISSED_BY_US] * 2 + [CheckInState.DELIVERED]


async def test_a_ladder_overdue_after_downtime_climbs_at_once(
    town: Town, mia: Resident, sam: Resident
) -> None:
    """Alerts first: whoever should have been asked meanwhile is asked now."""
    await has_a_strong_craving(town, mia)
    await mia.taps("No")

    town.clock.walk_to(town.clock.now() + timedelta(hours=1))
    await town.waits(seconds=1)

    assert sam.screen == ["Nobody has taken alert 1 yet. Can you?"]


async def test_nobody_else_notices(town: Town, mia: Resident) -> None:
    """Three phones are dead; the evening of the fourth is as any other."""
    for one in (DANA, SAM, ROSA):
        town.telegram.deactivate(one.user_id)

    await has_a_strong_craving(town, mia)
    await mia.taps("No")
    await town.waits(seconds=10)

    assert mia.sees(MOOD)
    assert mia.sees("Nobody has answered me") or mia.sees("I could not find anyone")
