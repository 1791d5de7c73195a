"""The run: the real program, lived through act by act, and looked at after every one.

The clock stands while anything happens and walks to the next thing that is due or done. After each
step the rows it touched are held against the invariants; once a day, all there is.
"""

import asyncio
import heapq
import tempfile
import zoneinfo
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path

from bot.actions.welcome import House
from bot.app import App, Ground
from bot.cast import COUNTRY, EVENING, LANGUAGE, ZONE
from bot.clock import TownClock
from bot.emulator.shapes import Call
from bot.emulator.telegram import Telegram
from bot.simulation import calls
from bot.simulation.calls import Arrived
from bot.simulation.clinic import Clinic, move_in
from bot.simulation.doings import DOINGS
from bot.simulation.in_process import InProcess
from bot.simulation.invariants import PATIENCE, Evidence, Violation, violations
from bot.simulation.people import DAY, Act
from bot.simulation.report import Broken, Raised, Report, Sent
from dialogs.playbook import Playbook, load
from storage import books as bookkeeping
from storage.books import Books, Part
from storage.unit_of_work import Database

TOKEN = "42:SIMULATION"  # noqa: S105 - our own emulator's
SMALLEST_STEP = timedelta(milliseconds=1)
LOOK_BACK = timedelta(days=2)
"""How far back the rows of a step are read: further than any dialog or alert reaches."""
HEARD = timedelta(hours=2)
"""How long messages are kept at hand to be held against the rows."""
REMEMBERED = timedelta(days=3)
"""How long a phone keeps its messages."""

Tell = Callable[[int, Report], None]


class Simulation:
    """One clinic, its phones and its clock, while they run."""

    def __init__(
        self, app: App, clock: TownClock, telegram: Telegram, clinic: Clinic, ids: dict[int, int]
    ) -> None:
        self.report = Report()
        self._app = app
        self._clock = clock
        self._telegram = telegram
        self._clinic = clinic
        self._ids = ids
        self._ahead: list[Act] = []
        self._heard = 0
        self._recent: deque[tuple[Call, Arrived | None]] = deque()
        self._today: list[tuple[Call, Arrived | None]] = []
        self._newest: deque[int] = deque(maxlen=LOOK_BACK.days + 1)
        """The newest message at the end of each of the last days, oldest day first."""

    async def live(self, days: int, tell: Tell) -> Report:
        """Let so many days pass, or fewer where an invariant breaks."""
        for day in range(1, days + 1):
            self._wake_up()
            await self._walk(self._clock.now() + DAY, day)
            if self.report.broken is None:
                self._note(day, "the end of the day", await self._in_full())
            self.report.days = day
            tell(day, self.report)
            if self.report.broken is not None:
                break
            self._forget()
        self.report.raised = await self._alerts()
        return self.report

    def _wake_up(self) -> None:
        for person in self._clinic.people.values():
            for act in person.day(self._clock.now()):
                heapq.heappush(self._ahead, act)

    async def _walk(self, until: datetime, day: int) -> None:
        while self.report.broken is None:
            due = await self._app.next_due()
            act = self._ahead[0].at if self._ahead else None
            following = min((at for at in (due, act) if at is not None), default=None)
            if following is None or following > until:
                self._clock.walk_to(until)
                return
            if due is not None and due <= following:
                self._clock.walk_to(max(due, self._clock.now() + SMALLEST_STEP))
                await self._app.pass_time()
                await self._step(day, "the clock", None)
            else:
                self._clock.walk_to(following)
                await self._do(heapq.heappop(self._ahead), day)

    async def _do(self, act: Act, day: int) -> None:
        if not DOINGS[act.kind](self._telegram, act):
            return
        self.report.acts += 1
        await self._app.settle()
        await self._step(day, f"{self._clinic.names[act.chat]}: {act.kind}", act.chat)

    async def _step(self, day: int, after: str, chat: int | None) -> None:
        """Let everybody see what arrived, and hold what was touched against the invariants."""
        self.report.steps += 1
        touched = {chat} if chat is not None else set()
        touched |= self._hear()
        people = frozenset(self._ids[one] for one in touched if one in self._ids)
        if people:
            self._note(day, after, await self._look(people))

    def _hear(self) -> set[int]:
        """Read what was called since the last step. Return the chats it reached."""
        now = self._clock.now()
        newest = takewhile(lambda call: call.number > self._heard, reversed(self._telegram.journal))
        fresh = list(newest)[::-1]
        found: set[int] = set()
        for call in fresh:
            arrived = next(iter(calls.arrived([call], self._app.masks)), None)
            self._recent.append((call, arrived))
            self._today.append((call, arrived))
            if arrived is None:
                continue
            found.add(arrived.chat_id)
            name = self._clinic.names[arrived.chat_id]
            self.report.sent.append(Sent(call.at, name, arrived.text, arrived.is_edit))
            message = self._telegram.chats[arrived.chat_id].messages.get(arrived.message_id)
            if message is not None and message.buttons:
                for act in self._clinic.people[arrived.chat_id].react(message, now):
                    heapq.heappush(self._ahead, act)
        if fresh:
            self._heard = fresh[-1].number
        while self._recent and self._recent[0][0].at < now - HEARD:
            self._recent.popleft()
        return found

    async def _look(self, people: frozenset[int]) -> list[Violation]:
        now = self._clock.now()
        whole = len(self._newest) == self._newest.maxlen
        part = Part(people, now - LOOK_BACK, now - 2 * HEARD, self._newest[0] if whole else 0)
        books = await bookkeeping.read(self._app.ground.database, part)
        return self._judge(books, self._recent)

    async def _in_full(self) -> list[Violation]:
        books = await bookkeeping.read(self._app.ground.database)
        self._newest.append(max((row.id for row in books.outbox), default=0))
        failed = [
            Violation("I6", f"the beat {sample.labels['beat']} failed")
            for metric in self._app.figures.beat_failures.collect()
            for sample in metric.samples
            if sample.name.endswith("_total") and sample.value
        ]
        return [*failed, *self._judge(books, self._today)]

    def _judge(self, books: Books, heard: Iterable[tuple[Call, Arrived | None]]) -> list[Violation]:
        evidence = Evidence(
            books=books,
            journal=[call for call, _ in heard],
            messages=[arrived for _, arrived in heard if arrived is not None],
            now=self._clock.now(),
            patience=PATIENCE,
        )
        poison = [
            Violation("I6", f"update {number} was put aside: {error}")
            for number, error in books.poison.items()
        ]
        return [*poison, *violations(evidence)]

    def _note(self, day: int, after: str, found: list[Violation]) -> None:
        if found and self.report.broken is None:
            self.report.broken = Broken(self._clock.now(), day, after, found)

    def _forget(self) -> None:
        """Let go of yesterday's calls, and of messages nobody would scroll back to."""
        self._today.clear()
        before = self._clock.now() - REMEMBERED
        for chat in self._telegram.chats.values():
            for number in [n for n, one in chat.messages.items() if one.at < before]:
                del chat.messages[number]

    async def _alerts(self) -> list[Raised]:
        books = await bookkeeping.read(self._app.ground.database)
        name = {person: self._clinic.names[chat] for chat, person in self._ids.items()}
        return [
            Raised(
                alert.raised_at,
                name[alert.client_id],
                alert.number,
                alert.sign,
                alert.tier.value,
                alert.state.value,
                name.get(alert.taken_by) if alert.taken_by is not None else None,
            )
            for alert in books.alerts
        ]


async def simulate(
    days: int, clients: Sequence[int], seed: int, folder: Path, tell: Tell
) -> Report:
    """Live through so many days with these clients.

    Args:
        days: How many.
        clients: Their numbers, from 1; each is the same whoever else there is.
        seed: Decides what everybody does.
        folder: A fresh one for the database.
        tell: Called after each day, with its number.

    Returns:
        What happened; ``broken`` holds what must never be, if it was.

    """
    zoneinfo.reset_tzpath(())
    clock = TownClock(EVENING)
    telegram = Telegram(TOKEN, clock.now, bot_username="handrail_simulation_bot")
    playbook = await asyncio.to_thread(load)
    async with _opened(folder, clock, telegram, playbook, clients, seed) as simulation:
        return await simulation.live(days, tell)


async def reproduce(broken: Broken, clients: Sequence[int], seed: int) -> tuple[int, ...]:
    """Find the fewest clients with whom the same invariant breaks as early.

    Args:
        broken: What broke.
        clients: Everybody who was there.
        seed: The seed of the run.

    Returns:
        One client if that is enough, else the smaller half that is, else everybody.

    """
    wanted = {one.invariant for one in broken.violations}
    candidates: list[tuple[int, ...]] = []
    candidates += [(number,) for number in clients if broken.after.startswith(f"client {number}:")]
    half = len(clients) // 2
    candidates += [tuple(clients[:half]), tuple(clients[half:])] if half else []
    for chosen in candidates:
        with tempfile.TemporaryDirectory(prefix="handrail-simulation-") as folder:
            report = await simulate(broken.day, chosen, seed, Path(folder), lambda *_: None)
        found = report.broken
        if found is not None and wanted & {one.invariant for one in found.violations}:
            return chosen
    return tuple(clients)


@asynccontextmanager
async def _opened(
    folder: Path,
    clock: TownClock,
    telegram: Telegram,
    playbook: Playbook,
    clients: Sequence[int],
    seed: int,
) -> AsyncIterator[Simulation]:
    url, keys = f"sqlite:///{folder / 'simulation.db'}", folder / "simulation.key"
    database = await Database.open(url, keys, create=True)
    try:
        async with database.unit_of_work() as uow:
            languages = playbook.texts.languages
            clinic = await move_in(uow, telegram, languages, clients, seed, clock.now())
            ids = {}
            for chat in clinic.people:
                person = await uow.people.by_chat(chat)
                assert person is not None
                ids[chat] = person.id
        house = House(LANGUAGE, ZONE, COUNTRY, telegram.bot_username)
        cards = folder / "simulation.cards"
        bot = InProcess.bot(telegram)
        app = App(Ground(database, playbook, bot, clock.now, clock.monotonic, house, cards))
        await app.prepare()
        yield Simulation(app, clock, telegram, clinic, ids)
    finally:
        await database.close()
