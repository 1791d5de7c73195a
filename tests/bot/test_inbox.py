"""What comes in: confirmed after the commit, in a person's order, past what cannot be read."""

import asyncio

import pytest

from bot.emulator.faults import Fault
from bot.emulator.phone import Phone
from bot.telegram import incoming
from bot.telegram.calls import Call
from bot.telegram.connection import AnotherPoller, TokenRefused
from bot.telegram.handling import Handling
from bot.telegram.inbox import Inbox
from bot.telegram.wire import GetRawUpdates
from dialogs.errors import DatabaseRefused

MIA, ANA = 7_000_000_001, 7_000_000_002


class Road:
    """Stands for the dispatcher: notes what arrives, fails or waits where it is told to."""

    def __init__(self):
        self.texts = []
        self.failures = {}
        self.gates = {}
        self.arrived = asyncio.Event()
        self.failed = asyncio.Event()

    async def __call__(self, raw):
        text = (incoming.words(raw) or raw.get("callback_query", {})).text
        failures = self.failures.get(text, [])
        if failures:
            self.failed.set()
            raise failures.pop(0)
        if text in self.gates:
            await self.gates[text].wait()
        self.texts.append(text)
        self.arrived.set()

    async def has(self, *texts):
        """Wait until these have arrived."""
        while not set(texts) <= set(self.texts):
            self.arrived.clear()
            await self.arrived.wait()


@pytest.fixture
def road():
    return Road()


@pytest.fixture
def apologies():
    return []


@pytest.fixture
def cards():
    return asyncio.Queue()


@pytest.fixture
def too_much():
    """What came on top of too many, with the call for help in it, if there was one."""
    return []


@pytest.fixture
def lost_calls():
    """Which calls for help were put aside."""
    return []


@pytest.fixture
def handling(database, road, hand, figures, apologies, cards, too_much, lost_calls):
    async def lifeline(raw):
        said = incoming.words(raw)
        if said is None or said.text != "/sos":
            return None
        cards.put_nowait(said.update_id)
        return Call(said)

    async def flooded(raw, call):
        too_much.append((raw["update_id"], call))

    async def lost(_raw, call):
        lost_calls.append(call.words.update_id)

    async def sorry(raw, _now):
        apologies.append(incoming.private_chat(raw))

    async def stranded(_call):
        """Let the card take back what it promised."""

    return Handling(
        database,
        road,
        hand,
        hand.seconds,
        figures=figures,
        lifeline=lifeline,
        flooded=flooded,
        lost=lost,
        sorry=sorry,
        stranded=stranded,
        pause=hand.pause,
    )


@pytest.fixture
def inbox(bot, handling, figures, hand):
    return Inbox(bot, handling, figures=figures, pause=hand.pause)


@pytest.fixture
def polling(inbox):
    """Run the poll loop beside a test, and stop it after."""

    async def beside(work):
        async with asyncio.timeout(10), asyncio.TaskGroup() as group:
            group.create_task(inbox.poll())
            await work()
            inbox.stop()

    return beside


def count(figures, kind, outcome):
    return figures.registry.get_sample_value(
        "handrail_updates_total", {"kind": kind, "outcome": outcome}
    )


async def kept(bot):
    """What Telegram still holds for us."""
    return await bot(GetRawUpdates())


async def test_drain_works_in_order_until_nothing_waits(inbox, road, mia, bot):
    for number in range(130):
        mia.says(str(number))

    assert await inbox.drain() == 130

    assert road.texts == [str(number) for number in range(130)]
    assert await inbox.drain() == 0
    assert await kept(bot) == []


async def test_update_is_confirmed_only_when_it_is_done(inbox, road, mia, bot):
    """The database is locked: Telegram keeps the update, and it is worked on later."""
    road.failures["8"] = [DatabaseRefused("locked")]
    mia.says("8")

    with pytest.raises(DatabaseRefused):
        await inbox.drain()

    assert len(await kept(bot)) == 1
    assert await inbox.drain() == 1
    assert road.texts == ["8"]


async def test_ten_quick_messages_of_one_person_keep_their_order(polling, road, mia):
    """The polling that aiogram brings reverses them and keeps one of ten."""
    texts = [str(number) for number in range(10)]

    async def work():
        for text in texts:
            mia.says(text)
        await road.has(*texts)

    await polling(work)

    assert road.texts == texts


async def test_one_slow_person_holds_up_nobody(polling, road, mia, started, bot):
    """The offset waits for the slow one; everybody else's updates are worked on."""
    ana = started(ANA, "Ana")
    road.gates["slow"] = asyncio.Event()

    async def work():
        slow = mia.says("slow")
        for number in range(5):
            ana.says(f"quick {number}")
        await road.has(*(f"quick {number}" for number in range(5)))
        assert (await kept(bot))[0]["update_id"] == slow
        road.gates["slow"].set()
        await road.has("slow")

    await polling(work)

    assert road.texts == [f"quick {number}" for number in range(5)] + ["slow"]
    assert len(road.texts) == len(set(road.texts))


async def test_what_stops_in_the_middle_is_delivered_again(polling, road, mia, bot, database):
    """Stopped with the database gone: nothing is confirmed that is not done."""
    road.failures["8"] = [DatabaseRefused("locked")] * 1000

    async def work():
        mia.says("8")
        await road.failed.wait()

    await polling(work)

    assert len(await kept(bot)) == 1


async def test_update_that_fails_three_times_is_put_aside(
    inbox, road, mia, database, apologies, figures, bot
):
    road.failures["bad"] = [RuntimeError("no")] * 3
    number = mia.says("bad")
    mia.says("good")

    await inbox.drain()

    assert road.texts == ["good"]
    assert apologies == [MIA]
    assert count(figures, "message", "put_aside") == 1
    async with database.reading() as uow:
        assert b'"bad"' in await uow.trail.poisoned(number)
        assert await uow.trail.done(number)
    assert await kept(bot) == []


async def test_update_that_fails_twice_is_worked_on(inbox, road, mia, apologies):
    road.failures["bad"] = [RuntimeError("no")] * 2
    mia.says("bad")

    await inbox.drain()

    assert road.texts == ["bad"]
    assert apologies == []


def _deep(levels):
    found: dict[str, object] = {}
    for _ in range(levels):
        found = {"a": found}
    return found


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"message": _deep(100)}, id="too-deep"),
        pytest.param({"message": {"text": "x", "n": 10**30}}, id="number-too-large"),
        pytest.param({"message": {"n": float("inf")}}, id="not-finite"),
    ],
)
async def test_update_beyond_reason_is_put_aside(handling, body, database, road):
    await handling.handle({"update_id": 5, **body})

    async with database.reading() as uow:
        assert await uow.trail.poisoned(5) is not None


async def test_update_done_before_is_not_done_again(inbox, road, sky, mia, figures):
    sky.faults.set(Fault("duplicate", count=1))
    mia.says("8")

    await inbox.drain()
    await inbox.drain()

    assert road.texts == ["8"]


async def test_lifeline_does_not_wait_for_a_slow_update(polling, road, mia, cards):
    """Somebody whose last answer hangs must get the card all the same."""
    road.gates["slow"] = asyncio.Event()

    async def work():
        mia.says("slow")
        sos = mia.says("/sos")
        assert await cards.get() == sos
        road.gates["slow"].set()
        await road.has("slow", "/sos")

    await polling(work)

    assert road.texts == ["slow", "/sos"]


async def test_flood_of_one_person_is_counted_but_not_worked_on(
    handling, road, figures, cards, too_much
):
    """After burst and reserve nothing takes the ordinary road; a call for help is told apart."""
    chat = {"id": MIA, "type": "private"}
    for number in range(600):
        text = "/sos" if number == 599 else str(number)
        message = {"text": text, "chat": chat, "from": {"id": MIA}}
        await handling.handle({"update_id": number, "message": message})

    assert len(road.texts) == 520
    assert count(figures, "message", "flood") == 80
    assert cards.get_nowait() == 599
    assert [number for number, call in too_much if call] == [599]


async def test_call_for_help_that_is_put_aside_falls_into_the_net(
    inbox, road, mia, lost_calls, apologies
):
    """What the card announced is not lost because our road is broken."""
    road.failures["/sos"] = [RuntimeError("no")] * 3
    road.failures["bad"] = [RuntimeError("no")] * 3
    number = mia.says("/sos")
    mia.says("bad")

    await inbox.drain()

    assert lost_calls == [number]
    assert apologies == [MIA, MIA]


async def test_call_for_help_waits_for_the_database_before_the_net(inbox, road, mia, lost_calls):
    """A database that is locked puts nothing aside: the ordinary road goes on later."""
    road.failures["/sos"] = [DatabaseRefused("locked")]
    mia.says("/sos")

    with pytest.raises(DatabaseRefused):
        await inbox.drain()
    await inbox.drain()

    assert lost_calls == []
    assert road.texts == ["/sos"]


async def test_another_receiver_ends_in_a_clear_sentence(inbox, bot):
    await bot.set_webhook("https://elsewhere.example/")

    with pytest.raises(ExceptionGroup) as raised:
        await inbox.poll()

    assert raised.group_contains(AnotherPoller, match="Another program")


async def test_wrong_token_ends_in_a_clear_sentence(connects, server, handling, figures, hand):
    bot = connects("43:OTHER", server.url)
    inbox = Inbox(bot, handling, figures=figures, pause=hand.pause)

    with pytest.raises(ExceptionGroup) as raised:
        await inbox.poll()

    assert raised.group_contains(TokenRefused)


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [
        pytest.param(Fault("too_many", method="getUpdates", retry_after=7), 7, id="429-obeyed"),
        pytest.param(Fault("server_error", method="getUpdates", code=502, count=3), 7, id="502"),
        pytest.param(Fault("reset", method="getUpdates"), 1, id="reset"),
    ],
)
async def test_trouble_while_fetching(polling, road, sky, mia, hand, fault, seconds):
    """A 429 is obeyed; other trouble is waited out, 1 s, 2 s, 4 s …, and nothing is lost."""
    sky.faults.set(fault)
    before = hand.seconds()

    async def work():
        mia.says("8")
        await road.has("8")

    await polling(work)

    assert hand.seconds() - before == seconds


async def test_phone_of_somebody_new_needs_no_start(inbox, road, sky):
    Phone(sky, ANA, "Ana").says("/start abc")

    await inbox.drain()

    assert road.texts == ["/start abc"]
