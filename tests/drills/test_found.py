"""Faults of the program that a drill has found; each stays here so that it stays found."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from aiogram.types import CallbackQuery, User
from structlog.testing import capture_logs

from bot.app import App
from bot.cast import EVENING
from bot.emulator.faults import Fault
from bot.emulator.server import Server
from bot.emulator.telegram import Telegram
from bot.simulation.invariants import check
from bot.telegram.connection import connect
from bot.telegram.direct import answer
from bot.town import walk
from dialogs.care.rhythm import is_stale_reminder
from dialogs.playbook import Playbook, load
from storage import books as bookkeeping
from storage.check_ins import CheckInState
from tests.drills import house
from tests.drills.house import FIRST_CHAT
from tests.drills.restart import MINUTE, House, moved_in

FIRST = FIRST_CHAT


@pytest.fixture(autouse=True)
def _quiet():
    with capture_logs():
        yield


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return load()


@pytest.fixture
async def scene(tmp_path: Path, playbook: Playbook) -> House:
    """One client at five to eight, with a check-in at eight."""
    return await moved_in(tmp_path, playbook, clients=1)


@pytest.fixture
async def app(scene: House) -> AsyncIterator[App]:
    async with scene.alive() as app:
        yield app


async def goes_on(scene: House, app: App, minutes: float) -> None:
    await walk(app, scene.clock, scene.clock.now() + minutes * MINUTE)


async def test_closing_after_an_outage_raises_no_second_alert(scene):
    """The old answer was the newest reading once more, and paged again under another sign."""
    async with scene.alive() as app:
        await goes_on(scene, app, 6)
        for label in ("Start", "No", "9", "No"):
            scene.phone(FIRST).taps(label)
            await goes_on(scene, app, 0.1)
    scene.clock.walk_to(scene.clock.now() + 180 * MINUTE)

    async with scene.alive() as app:
        await goes_on(scene, app, 1)
        books = await bookkeeping.read(app.ground.database)

    assert [alert.sign for alert in books.alerts] == ["craving_unsafe"]


async def test_check_ins_that_came_due_together_are_asked_once(scene):
    """Two prompts at the same instant are a storm; the older one was missed by us."""
    scene.clock.walk_to(EVENING + 80 * MINUTE)

    async with scene.alive() as app:
        await goes_on(scene, app, 1)
        books = await bookkeeping.read(app.ground.database)

    prompts = [row for row in books.outbox if row.kind == "prompt"]
    states = sorted(row.state for row in books.check_ins if row.due_at <= scene.clock.now())
    assert len(prompts) == 1
    assert states == [CheckInState.DELIVERED, CheckInState.MISSED_BY_US]


async def test_reminder_that_is_hours_late_is_dropped(scene):
    """It was due at nine in the evening and came at eleven, in quiet hours."""
    async with scene.alive() as app:
        await goes_on(scene, app, 6)
    scene.clock.walk_to(scene.clock.now() + 175 * MINUTE)

    async with scene.alive() as app:
        await goes_on(scene, app, 1)
        books = await bookkeeping.read(app.ground.database)

    assert [row for row in books.outbox if row.kind == "reminder"] == []


async def test_question_that_was_answered_before_it_arrived_loses_its_buttons(scene, app):
    """It was asked a second time, and answered where it stood first."""
    phone = scene.phone(FIRST)
    phone.says("/now")
    await goes_on(scene, app, 0.1)

    phone.says("/now")
    await app.inbox.drain()
    phone.taps("5")
    await app.inbox.drain()
    await goes_on(scene, app, 0.5)

    asked = [one for one in scene.telegram.messages(FIRST) if "How strong is it" in one.text]
    assert len(asked) == 1
    assert [one for one in asked if one.buttons] == []


@pytest.mark.parametrize("date", [2**53, 2**62, -(2**40)])
async def test_date_beyond_all_calendars_stops_nothing(app, date):
    """The age of the update was worked out after its work; it took the poll loop down."""
    person = {"id": 5, "is_bot": False, "first_name": "Nobody"}
    message = {"message_id": 1, "date": date, "chat": {"id": 5, "type": "private"}}
    raw = {"update_id": 7, "message": {**message, "from": person, "text": "hi"}}

    await app.handling.handle(raw)

    assert app.handling.is_done(7)


async def test_error_page_of_a_proxy_is_no_fault_of_the_update():
    """A 502 comes as HTML, which is another error class; the tap's work was committed."""
    telegram = Telegram(house.TOKEN, lambda: EVENING)
    server = Server(telegram)
    await server.start(0)
    bot = connect(house.TOKEN, server.url)
    telegram.faults.set(Fault("server_error", code=502))
    person = User(id=5, is_bot=False, first_name="Mia")
    query = CallbackQuery(id="1", from_user=person, chat_instance="1").as_(bot)

    try:
        answered = await answer(query, "Thank you.")
    finally:
        await bot.session.close()
        await server.stop()

    assert not answered


async def test_evening_holds_all_invariants(scene, app):
    """What the drills look for is not there on an ordinary evening."""
    await goes_on(scene, app, 6)
    for label in ("Start", "No", "9", "No", "7", "7"):
        scene.phone(FIRST).taps(label)
        await goes_on(scene, app, 0.1)

    found = await check(app.ground.database, scene.telegram.journal, scene.clock.now())

    assert found == []


@pytest.mark.parametrize(
    ("late", "hour", "stale"),
    [
        pytest.param(9, 21, False, id="quiet-but-within-its-margin"),
        pytest.param(11, 21, True, id="quiet-and-past-its-margin"),
        pytest.param(11, 15, False, id="by-day-a-little-late"),
        pytest.param(60, 15, False, id="by-day-an-hour-late"),
        pytest.param(61, 15, True, id="by-day-too-late"),
    ],
)
def test_stale_reminders(late, hour, stale):
    now = datetime(2026, 5, 12, hour, 40, tzinfo=UTC)

    found = is_stale_reminder(now - late * MINUTE, now, time(21, 30), time(8), "UTC")

    assert found is stale


async def test_older_question_that_arrives_later_is_not_the_one_that_is_open(scene, app):
    """A second copy of the first question hid where the second one stands: its buttons stayed."""
    scene.phone(FIRST).says("/now")
    await goes_on(scene, app, 0.1)
    books = await bookkeeping.read(app.ground.database)
    (session,) = books.sessions

    async with app.ground.database.unit_of_work() as uow:
        await uow.sessions.set_question_message(session, 2, 99)
        await uow.sessions.set_question_message(session, 1, 102)

        assert await uow.sessions.question_message(session, 2) == 99


async def test_list_of_answers_opens_where_the_question_stands_last(scene, app):
    """An edit of an older copy counted as the newest one, and *Fix something* did nothing."""
    phone = scene.phone(FIRST)
    await goes_on(scene, app, 6)
    phone.taps("Start")
    await goes_on(scene, app, 0.1)
    for words in ("no", "2", "7", "7", "8", "yes", "yes"):
        phone.says(words)
        await goes_on(scene, app, 0.1)

    phone.says("/checkin")
    await app.inbox.drain()
    phone.taps("Fix something")
    await app.inbox.drain()
    await goes_on(scene, app, 0.5)
    phone.taps("Fix something")
    await goes_on(scene, app, 0.5)

    newest = [one for one in scene.telegram.messages(FIRST) if one.buttons][-1]
    assert newest is scene.telegram.messages(FIRST)[-1]
    assert len([one for row in newest.buttons for one in row]) > 2


async def test_skipped_question_that_no_longer_applies_is_let_go_in_the_books_too(scene, app):
    """Only what was answered was superseded: a skip stayed among the readings for ever."""
    phone = scene.phone(FIRST)
    await goes_on(scene, app, 6)
    phone.taps("Start")
    await goes_on(scene, app, 0.1)
    for words in ("no", "2", "7", "7", "skip", "yes", "yes", "fix", "use", "yes", "yes", "rest"):
        phone.says(words)
        await goes_on(scene, app, 0.1)

    books = await bookkeeping.read(app.ground.database)

    session, after = sorted(books.sessions.values(), key=lambda one: one.dialog)
    standing = {row.answer.step for row in books.answers if row.superseded_at is None}
    standing -= {answer.step for answer in after.answers}
    assert session.answer("confidence") is None
    assert standing == {answer.step for answer in session.answers}
