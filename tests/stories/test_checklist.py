"""What on-call engines have learnt the hard way, where no other story tells it.

`docs/on-call.md` lists every line of that checklist with the story that holds it.
"""

import asyncio
import contextlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from structlog.typing import EventDict

from bot.actions.alerts import raise_alert
from bot.app import App
from bot.cast import DANA, MIA, SAM
from bot.emulator.faults import Fault
from bot.town import Resident, Town
from dialogs.care.escalation import Alert, AlertState, Ladder, Rung
from dialogs.care.people import Role
from dialogs.care.warning_signs import Tier, WarningSign, Why
from dialogs.errors import DatabaseRefused
from dialogs.messages import Message
from storage.outbox import Lane
from storage.sqlite import Pool
from tests.drills.clock import Scene, Wall
from tests.stories.keeping import buttons, presses
from tests.stories.staff import alert, leaves_care, looks_after, person_of
from tests.stories.steps import begins, has_a_strong_craving, is_not_safe
from tests.stories.test_the_ladder import AGAIN, PAGE, revokes

ON_IT = "Dana is on it. Alert 1. Nothing more to do."
TODAY = "Alert 1 for your day. No rush in the next minutes."
USE = WarningSign("use", Tier.TODAY, (Why("use", {"answer": "yes"}),), (), safety=False)
DANGER = replace(USE, sign="use_danger", tier=Tier.NOW, safety=True)


async def raised(town: Town, client: Resident, *signs: WarningSign) -> list[Alert]:
    """Raise alerts of these signs for somebody at this moment, as an answer would."""
    now, person = town.clock.now(), await person_of(town, client)
    async with town.app.ground.database.unit_of_work() as uow:
        found = [
            await raise_alert(
                uow, town.app.ground.playbook, person, replace(sign, readings_at=(now,)), now
            )
            for sign in signs
        ]
    return [one for one in found if one is not None]


async def open_alerts(town: Town) -> list[Alert]:
    """List every alert that is open."""
    async with town.app.ground.database.reading() as uow:
        return await uow.alerts.all_open(99)


async def test_taken_by_the_first_after_it_has_climbed(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Dana sees it late; it is hers all the same, and Sam is told at once."""
    await is_not_safe(town, mia)
    await town.waits(minutes=20)
    assert sam.screen == [AGAIN]

    await dana.taps("I'm on it")

    assert sam.screen == [ON_IT]
    assert mia.sees("Dana has this and will be in touch.")
    assert (await alert(town)).state is AlertState.ACKNOWLEDGED


async def test_resolved_from_a_lower_rung(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """It had climbed past Dana; she has it, so she closes it, and nobody is asked again."""
    await is_not_safe(town, mia)
    await town.waits(minutes=20)
    await dana.taps("I'm on it")

    await dana.taps("Reached, safe")
    sam.puts_it_away()
    await town.waits(hours=1)

    assert (await alert(town)).state is AlertState.RESOLVED
    assert sam.screen == []


async def test_taking_it_stops_what_is_queued(
    town: Town, mia: Resident, dana: Resident, ben: Resident
) -> None:
    """Ben's page waits for his chat; when Dana takes it, it is never sent."""
    await looks_after(town, ben, mia)
    await has_a_strong_craving(town, mia)
    chat = ben.phone.user_id
    town.telegram.faults.set(Fault("too_many", "sendMessage", chat, retry_after=120))
    await mia.taps("No")

    await dana.taps("I'm on it")
    await town.waits(minutes=5)

    assert ben.screen == []


async def test_a_double_tap_takes_it_once(town: Town, mia: Resident, dana: Resident) -> None:
    """The second tap changes nothing, and Mia hears it once."""
    await is_not_safe(town, mia)
    message, data = buttons(town, dana)[-1]

    for _ in range(2):
        await presses(town, DANA.user_id, data, message)

    assert [one for one in mia.screen if "has this" in one] == [
        "Dana has this and will be in touch."
    ]


async def test_a_ladder_that_is_edited_while_an_alert_climbs(
    town: Town, mia: Resident, dana: Resident, ben: Resident, sam: Resident
) -> None:
    """What is on its way keeps the ladder it was raised with; the next alert has the new one."""
    await looks_after(town, ben, mia)
    await is_not_safe(town, mia)
    client, other = await person_of(town, mia), await person_of(town, ben)
    async with town.app.ground.database.unit_of_work() as uow:
        plan = await uow.plans.current(client.id)
        assert plan is not None
        own = Ladder((Rung((other.id,), 5, 1),), 30, 15)
        await uow.plans.save(replace(plan, ladders={Tier.NOW: own}))
    ben.puts_it_away()

    await town.waits(minutes=15)

    assert (ben.screen, sam.screen) == ([], [AGAIN])
    await raised(town, mia, DANGER)
    await town.waits(seconds=5)
    assert ben.screen == ["Someone you look after needs you. Alert 2."]


async def test_somebody_removed_from_the_ladder_is_passed_over(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Sam is no sponsor any more: he is not asked, whatever the snapshot says."""
    await is_not_safe(town, mia)
    await leaves_care(town, SAM.user_id, Role.SPONSOR)
    dana.puts_it_away()

    await town.waits(minutes=15)

    assert sam.screen == []
    assert dana.screen == [AGAIN]


async def test_an_empty_rung_is_passed_over_and_the_admin_told(
    town: Town, mia: Resident, dana: Resident, sam: Resident, ada: Resident
) -> None:
    """Dana cannot be reached: nobody waits for her, and somebody knows that she should be seen."""
    await dana.blocks()

    await is_not_safe(town, mia)

    assert sam.screen == [PAGE]
    assert ada.screen == ["Alert 1 had to pass somebody by who could not be reached. It goes on."]


async def test_quiet_hours_hold_what_can_wait_and_nothing_else(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """At three in the morning: what cannot wait wakes Dana, what can is there when she works."""
    await town.waits_until(datetime(2026, 5, 13, 7, tzinfo=UTC))

    await raised(town, mia, DANGER, replace(USE, sign="asked_today"))
    await town.waits(seconds=5)

    assert dana.screen == [PAGE]
    dana.puts_it_away()
    await dana.taps("I'm on it")
    await dana.taps("Reached, safe")
    dana.puts_it_away()
    await town.waits_until(datetime(2026, 5, 13, 13, tzinfo=UTC))
    assert dana.screen == ["Alert 2 for your day. No rush in the next minutes."]


async def test_two_signs_of_one_client_are_one_message(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Two rules hold by one evening's answers: Dana reads of both in one message."""
    await raised(town, mia, USE, replace(USE, sign="asked_today"))

    await town.waits(hours=14)

    assert dana.screen == ["2 alerts for your day: 1, 2. No rush in the next minutes."]


async def test_a_graver_sign_takes_the_milder_one_in(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Use, and then use with danger: one alert is open, and one page was sent."""
    await raised(town, mia, USE)

    await raised(town, mia, DANGER)
    await town.waits(hours=14)

    assert [one.sign for one in await open_alerts(town)] == ["use_danger"]
    assert dana.screen[0] == "Someone you look after needs you. Alert 2."
    assert TODAY not in dana.screen


async def test_worse_pages_again(town: Town, mia: Resident, dana: Resident) -> None:
    """What could wait cannot any more: the same alert, with a page, in the middle of the night."""
    await raised(town, mia, replace(USE, sign="told"))
    await town.waits(seconds=5)
    assert dana.screen == []

    await raised(town, mia, replace(USE, sign="told", tier=Tier.NOW))
    await town.waits(seconds=5)

    assert dana.screen == [PAGE]
    assert [one.number for one in await open_alerts(town)] == [1]


async def test_the_same_sign_after_it_was_resolved(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """What is over is over: it is a new alert, with a number and a page of its own."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")
    await dana.taps("Reached, safe")
    dana.puts_it_away()

    await mia.taps("Back")
    await mia.taps("Not sure")

    assert dana.screen == ["Someone you look after needs you. Alert 2."]
    assert (await alert(town, 1)).state is AlertState.RESOLVED


async def test_a_client_who_is_erased_while_an_alert_is_open(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Nobody is asked about somebody who is not there any more, and old buttons open nothing."""
    await is_not_safe(town, mia)
    message, data = buttons(town, dana)[-1]
    async with town.app.ground.database.unit_of_work() as uow:
        client = await uow.people.by_chat(MIA.user_id)
        assert client is not None
        await uow.people.erase(client.id, town.clock.now())
    dana.puts_it_away()

    await town.waits(hours=4)
    toast = await presses(town, DANA.user_id, data, message)

    assert toast == "This one is closed. Nothing more to do."
    assert (dana.screen, sam.screen) == ([], [])
    assert [one for one in town.app.health.reasons() if "alerts" in one] == []


async def test_a_timer_of_an_older_moment_does_nothing(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Whoever decided on the alert as it was before finds out when it is saved."""
    await is_not_safe(town, mia)
    stale = await alert(town)
    await dana.taps("I'm on it")

    async with town.app.ground.database.unit_of_work() as uow:
        saved = await uow.alerts.save(stale, replace(stale, rung=1, fence=stale.fence + 1))

    assert not saved
    assert (await alert(town)).state is AlertState.ACKNOWLEDGED
    assert sam.screen == []


async def test_an_alert_of_months_ago_wakes_nobody(
    town: Town, mia: Resident, dana: Resident, sam: Resident, ada: Resident
) -> None:
    """A backup comes back to life, or a server: it is told of, and stays open until looked at."""
    await is_not_safe(town, mia)
    for one in (mia, dana):
        one.puts_it_away()
    town.clock.walk_to(town.clock.now() + timedelta(days=90))

    await town.waits(minutes=30)

    assert not any("alert 1" in one.lower() for one in (*dana.screen, *sam.screen))
    assert ada.screen == [
        "Alert 1 is from 2026-05-13 and still open. I was not running since. "
        "Nobody is being woken for it now. Please look who should see it."
    ]
    assert not mia.sees("Nobody has answered")
    await dana.says("/alerts")
    assert dana.sees("Alert 1 · Mia · nobody answered")


async def test_an_overdue_alert_of_some_hours_is_none_of_long_ago(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Three hours down: the next one is asked at once, once, and the ladder goes on from there."""
    await is_not_safe(town, mia)
    town.clock.walk_to(town.clock.now() + timedelta(hours=3))

    await town.waits(minutes=1)
    assert sam.screen == [AGAIN]
    await town.waits(minutes=15)

    assert sam.screen == [AGAIN] * 2


async def test_two_ticks_at_once(town: Town, mia: Resident, dana: Resident, sam: Resident) -> None:
    """Beats beside one another do nothing twice."""
    await is_not_safe(town, mia)
    due = await town.app.next_due()
    assert due is not None
    town.clock.walk_to(due)

    await asyncio.gather(*(town.app.tick.beat("escalate_overdue") for _ in range(5)))
    await town.waits(seconds=5)

    assert sam.screen == [AGAIN]


async def test_the_database_fails_in_the_middle_of_a_tick(
    town: Town, mia: Resident, dana: Resident, sam: Resident, logged: list[EventDict]
) -> None:
    """What was begun is undone, and done a moment later: Sam is asked once."""
    await is_not_safe(town, mia)
    writer = town.app.ground.database._writer  # noqa: SLF001 - the disk behind it goes bad
    assert isinstance(writer, Pool)
    async with writer.begun() as connection:
        await connection.exec_driver_sql("PRAGMA query_only=ON")
    town.clock.walk_to(town.clock.now() + timedelta(minutes=15))
    await town.app.tick.guarded("escalate_overdue")
    assert "beat failed" in [line["event"] for line in logged]
    assert (await alert(town)).rung == 0

    await writer.close()
    await town.waits(seconds=5)

    assert sam.screen == [AGAIN]


async def does(town: Town, statement: str) -> object:
    """Do to the database what no door of it does."""
    async with town.app.ground.database.unit_of_work() as uow:
        return (await uow._connection.execute(text(statement))).scalar()  # noqa: SLF001 - see above


async def fills_the_disk(town: Town) -> None:
    """Leave no room for one page more in the database, nor in any page it has."""
    await does(town, f"PRAGMA max_page_count={await does(town, 'PRAGMA page_count')}")
    rows = "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < {many}) "
    made = "INSERT INTO updates SELECT abs(random()), '2026-05-12 00:00:00.000000' "
    for many in (1000, 100, 10, 1):
        with contextlib.suppress(DatabaseRefused):
            while True:
                await does(town, f"{made} FROM ({rows.format(many=many)} SELECT i FROM n)")  # noqa: S608 - our own words


async def test_a_full_disk_loses_no_alert(
    town: Town, mia: Resident, dana: Resident, logged: list[EventDict]
) -> None:
    """Nothing can be written: Mia's answer stays with Telegram, and pages when there is room."""
    await has_a_strong_craving(town, mia)
    await fills_the_disk(town)
    mia.phone.taps("No")

    with pytest.raises(DatabaseRefused, match="full"):
        await town.app.inbox.drain()
    assert dana.screen == []
    await does(town, "PRAGMA max_page_count=1073741823")
    await town.waits(seconds=10)

    assert dana.screen == [PAGE]


@pytest.mark.parametrize(
    ("jumps", "earliest", "latest"),
    [
        pytest.param((60,), 0, 16, id="an-hour-forward"),
        pytest.param((-60,), 15, 77, id="an-hour-back"),
        pytest.param((60, -60), 0, 16, id="to-and-fro"),
    ],
)
async def test_the_clock_jumps(
    town: Town,
    mia: Resident,
    dana: Resident,
    sam: Resident,
    jumps: tuple[int, ...],
    earliest: int,
    latest: int,
) -> None:
    """Somebody sets the machine's clock: the next one is asked, a little early or an hour late."""
    wall = Wall(town.clock)
    town.app = App(replace(town.app.ground, clock=wall.now))
    scene = Scene(wall, town.telegram, town.app)
    await is_not_safe(town, mia)
    since = wall.real()

    for minutes in jumps:
        wall.off_by += timedelta(minutes=minutes)
        await scene.lives(timedelta(minutes=1))
    while not sam.screen and wall.real() - since < timedelta(hours=3):
        await scene.lives(timedelta(minutes=1))

    assert earliest <= (wall.real() - since).total_seconds() / 60 <= latest
    assert sam.screen[:1] == [AGAIN]


async def test_a_machine_that_slept_for_ten_minutes(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """The lid was closed at a bad moment: what came due meanwhile happens when it opens."""
    await is_not_safe(town, mia)
    await town.waits(minutes=10)

    town.clock.walk_to(town.clock.now() + timedelta(minutes=10))
    await town.waits(seconds=2)

    assert sam.screen == [AGAIN]


async def test_consent_taken_back_while_a_page_waits(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Dana's page is held up for a moment; what Mia takes back meanwhile holds for it."""
    await has_a_strong_craving(town, mia)
    town.telegram.faults.set(Fault("too_many", "sendMessage", DANA.user_id, retry_after=60))
    await mia.taps("No")
    await revokes(town, DANA.user_id)

    await town.waits(minutes=3)

    assert dana.screen == []
    assert sam.sees("alert 1") or sam.sees("Alert 1")


async def test_consent_taken_back_while_a_card_waits(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Not only the page: nothing about Mia is sent any more that has not left yet."""
    await is_not_safe(town, mia)
    town.telegram.faults.set(Fault("too_many", "sendMessage", DANA.user_id, retry_after=60))
    await dana.taps("Open")
    await revokes(town, DANA.user_id)
    dana.puts_it_away()

    await town.waits(minutes=3)

    assert not dana.sees("Mia")
    assert not dana.sees("craving")


async def test_a_reminder_whose_delivery_nobody_knows_of(town: Town, mia: Resident) -> None:
    """It is not sent again: once too few is kinder than once too many."""
    await town.waits(minutes=6)
    mia.puts_it_away()
    await town.waits(minutes=50)
    town.telegram.faults.set(Fault("answer_lost", "sendMessage", MIA.user_id))

    await town.waits(minutes=30)

    assert mia.screen == ["Still here if you have a minute."]


async def test_a_page_in_a_morning_rush(
    town: Town, mia: Resident, dana: Resident, logged: list[EventDict]
) -> None:
    """Three thousand messages wait to be sent; the page is with Dana within a second."""
    await begins(town, mia)
    await mia.says("no")
    await mia.taps("8")
    await waits_for_sending(town, readers=300, each=10)
    mia.phone.taps("No")
    asked_at = town.clock.now()
    await town.app.inbox.drain()

    await town.app.sender.flush(town.clock.now())
    await town.waits(seconds=1)

    assert dana.screen[:1] == [PAGE]
    sent = next(one for one in town.telegram.messages(DANA.user_id) if one.text == PAGE)
    assert (sent.at - asked_at).total_seconds() <= 1
    async with town.app.ground.database.reading() as uow:
        assert await uow.outbox.pending(town.clock.now()) > 2500


async def waits_for_sending(town: Town, *, readers: int, each: int) -> None:
    """Lay down prompts for many people at this moment, as a morning does."""
    now = town.clock.now()
    async with town.app.ground.database.unit_of_work() as uow:
        for number in range(readers):
            chat = 7_100_000_000 + number
            town.telegram.add_user(chat, f"R{number}")
            person = await uow.people.add(
                chat, f"R{number}", language="en", country="US", zone="UTC", now=now
            )
            for count in range(each):
                await uow.outbox.add(
                    person.id, Message(f"prompt {count}"), lane=Lane.PROMPT, kind="prompt", now=now
                )
