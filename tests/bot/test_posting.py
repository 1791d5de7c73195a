"""Posting: what an action leaves is claimed in its own commit, and on its way right after it."""

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.emulator.faults import Fault
from bot.telegram.claiming import Duties
from bot.telegram.limits import Limits, Pace
from bot.telegram.sender import Sender
from dialogs.errors import DatabaseRefused
from dialogs.messages import Message
from storage.outbox import Lane

BEN = 7_000_000_005


class Trouble(Exception):
    """Something unexpected in the middle of an action."""


class Asked:
    """What the sender asked of the actions; ``refusals`` of the next looks cannot be taken."""

    def __init__(self):
        self.refusals = 0
        self.sent = []
        self.heard = asyncio.Event()

    async def recheck(self, _uow, _row, _now):
        if self.refusals:
            self.refusals -= 1
            raise DatabaseRefused("The disk that holds it failed.")
        return True

    async def on_sent(self, uow, row, _message_id, _now):
        uow.on_commit(lambda: self._note(row.kind))

    async def on_undeliverable(self, _uow, _row, _now):
        """Nobody is unreachable here."""

    async def has(self, *kinds):
        """Wait until these have been sent, in this order."""
        await self.count(len(kinds))
        assert self.sent == [*kinds]

    async def count(self, number):
        """Wait until so many have been sent."""
        while len(self.sent) < number:
            self.heard.clear()
            await self.heard.wait()

    def _note(self, kind):
        self.sent.append(kind)
        self.heard.set()


@pytest.fixture
def asked():
    return Asked()


@pytest.fixture
def sender(database, bot, hand, book, figures, asked):
    made = Sender(
        database,
        bot,
        Limits(bot=Pace(burst=100, per_second=100)),
        hand,
        hand.seconds,
        duties=Duties(asked.recheck, asked.on_sent, asked.on_undeliverable),
        texts=book.texts,
        figures=figures,
    )
    database.post_with(made.posting)
    return made


@asynccontextmanager
async def running(sender):
    """Let the sender run until left; nothing here takes longer than a few seconds."""
    async with asyncio.timeout(4), asyncio.TaskGroup() as group:
        group.create_task(sender.run())
        await asyncio.sleep(0.05)  # it has looked once, and rests for five seconds
        yield
        sender.stop()


async def lay(uow, hand, to, kind, lane=Lane.REPLY, **more):
    return await uow.outbox.add(to, Message(kind), lane=lane, kind=kind, now=hand(), **more)


async def pending(database, hand):
    async with database.reading() as uow:
        return await uow.outbox.pending(hand() + timedelta(hours=1))


async def test_it_is_claimed_in_the_commit_that_lays_it_down(
    sender, database, hand, mia, mia_id, asked
):
    """One transaction less before the question, and nothing pending that could be forgotten."""
    async with running(sender):
        async with database.unit_of_work() as uow:
            await lay(uow, hand, mia_id, "question")
        assert await pending(database, hand) == 0
        await asked.has("question")

    assert mia.history[1:] == ["question"]


async def test_what_waited_for_the_chat_goes_when_the_way_is_free(
    sender, database, hand, mia_id, asked
):
    """One at a time to a chat: the mark of the first claims the next, nobody has to look."""
    async with running(sender):
        async with database.unit_of_work() as uow:
            for kind in ("first", "second", "third"):
                await lay(uow, hand, mia_id, kind)
        await asked.has("first", "second", "third")

    assert asked.sent == ["first", "second", "third"]


async def test_a_page_goes_before_what_was_laid_earlier(sender, database, hand, mia_id, asked):
    async with running(sender):
        async with database.unit_of_work() as uow:
            await lay(uow, hand, mia_id, "question")
            await lay(uow, hand, mia_id, "page", Lane.ALERT)
        await asked.has("page", "question")

    assert asked.sent == ["page", "question"]


async def test_what_is_undone_is_not_sent(sender, database, hand, mia, mia_id, asked):
    """And nobody behind it is held up."""

    async def fail() -> None:
        async with database.unit_of_work() as uow:
            await lay(uow, hand, mia_id, "never")
            raise Trouble

    async with running(sender):
        with pytest.raises(Trouble):
            await fail()
        async with database.unit_of_work() as uow:
            await lay(uow, hand, mia_id, "question")
        await asked.has("question")

    assert mia.history[1:] == ["question"]


async def test_a_fault_at_the_post_undoes_no_action(sender, database, hand, mia_id, asked, logged):
    """The answer counts; its message is looked at again, and goes."""
    async with running(sender):
        asked.refusals = 1
        async with database.unit_of_work() as uow:
            await uow.meta.set("answer", "kept")
            await lay(uow, hand, mia_id, "question")
        await asked.has("question")

    async with database.reading() as uow:
        assert await uow.meta.get("answer") == "kept"
    assert "outbox cannot be claimed" in [line["event"] for line in logged]


async def test_a_cancelled_commit_is_posted_all_the_same(sender, database, hand, mia_id, asked):
    """It happened, so what it left is on its way."""

    async def act() -> None:
        async with database.unit_of_work() as uow:
            await lay(uow, hand, mia_id, "question")
            asyncio.get_running_loop().call_soon(acting.cancel)

    async with running(sender):
        acting = asyncio.ensure_future(act())
        with pytest.raises(asyncio.CancelledError):
            await acting
        await asked.has("question")


async def test_what_is_laid_while_stopping_waits_for_the_next_start(
    sender, database, hand, mia_id, asked
):
    async with running(sender):
        sender.stop()
        async with database.unit_of_work() as uow:
            await lay(uow, hand, mia_id, "question")

    assert asked.sent == []
    assert await pending(database, hand) == 1


async def test_what_may_leave_later_leaves_then(sender, database, hand, mia_id, asked):
    """The sender does not sleep through a moment that came up while it rested."""
    async with running(sender):
        async with database.unit_of_work() as uow:
            later = hand() + timedelta(milliseconds=100)
            await lay(uow, hand, mia_id, "news", Lane.BULK, not_before=later)
        assert asked.sent == []
        hand.passes(seconds=1)
        await asked.has("news")

    assert asked.sent == ["news"]


async def test_a_message_that_must_wait_holds_no_other(
    sender, database, hand, started, mia_id, known, asked
):
    """One chat has had its four; another is written to in the same commit."""
    started(BEN, "Ben")
    ben = await known(BEN, "Ben")
    async with running(sender):
        async with database.unit_of_work() as uow:
            for number in range(5):
                await lay(uow, hand, mia_id, f"mia {number}")
            await lay(uow, hand, ben, "ben")
        await asked.count(5)

    assert "ben" in asked.sent
    assert "mia 4" not in asked.sent
    assert await pending(database, hand) == 1


async def test_a_call_that_failed_makes_way_too(sender, database, hand, sky, mia_id, asked):
    """The first may have arrived, and no reminder is sent twice; the second goes at once."""
    sky.faults.set(Fault("server_error", method="sendMessage", code=500))
    async with running(sender):
        async with database.unit_of_work() as uow:
            await lay(uow, hand, mia_id, "reminder", Lane.REMINDER)
            await lay(uow, hand, mia_id, "news", Lane.BULK)
        await asked.has("news")

    assert asked.sent == ["news"]
    assert await pending(database, hand) == 0
