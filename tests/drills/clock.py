"""The clock drill: the wall clock jumps an hour, to and fro, while alerts climb.

Somebody set the machine's clock, or it woke up wrong. No page may be lost by that. What is due is
kept as wall time, so a page may come early by a jump forward, and late by a jump back, not more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.app import App
from bot.cast import EVENING
from bot.clock import TownClock
from bot.emulator.faults import Fault
from bot.emulator.phone import Phone
from bot.emulator.telegram import Telegram
from bot.simulation.calls import arrived
from bot.simulation.in_process import InProcess
from bot.simulation.invariants import check
from dialogs.playbook import Playbook, load
from storage import books as bookkeeping
from tests.drills import house
from tests.drills.drill import Outcome, Terms
from tests.drills.house import COUNSELOR_CHAT, SPONSOR_CHAT

NOTHING, HOUR = timedelta(0), timedelta(hours=1)
STEP = timedelta(seconds=20)
CLIENTS = 3
RUNG = timedelta(minutes=15)
SLACK = timedelta(minutes=1)
MOMENTS = ("before the page", "after the page", "just before it climbs", "after it climbed")
"""When the clock jumps, in the life of an alert."""


@dataclass(slots=True)
class Wall:
    """A wall clock that can be set wrong, beside a steady one that cannot."""

    steady: TownClock
    off_by: timedelta = field(default=NOTHING)

    def now(self) -> datetime:
        """Return what the wall clock shows."""
        return self.steady.now() + self.off_by

    def real(self) -> datetime:
        """Return the time that has really come."""
        return self.steady.now()


@dataclass(frozen=True, slots=True)
class Scene:
    """A program with a wall clock, and a line to Telegram that can be cut."""

    wall: Wall
    telegram: Telegram
    app: App

    async def lives(self, length: timedelta) -> None:
        """Let the loops run for so long, whatever the wall clock shows meanwhile."""
        ends = self.wall.real() + length
        while self.wall.real() < ends:
            self.wall.steady.walk_to(min(ends, self.wall.real() + STEP))
            await self.app.pass_time()


async def clock(terms: Terms) -> Outcome:
    """Let the clock jump at every moment of an alert's life, in both directions."""
    playbook, wrong = load(), list[str]()
    worst = NOTHING
    jumps: Sequence[tuple[timedelta, ...]] = ((HOUR,), (-HOUR,), (HOUR, -HOUR), (-HOUR, HOUR))
    for path in jumps:
        for moment in MOMENTS:
            name = f"{'/'.join(f'{one / HOUR:+.0f}h' for one in path)} {moment}"
            folder = terms.folder / name.replace(" ", "-").replace("/", "")
            folder.mkdir()
            terms.tell(name)
            late, found = await _one(folder, playbook, path, moment)
            worst = max(worst, late)
            wrong += [f"{name}: {words}" for words in found]
    lost = sum("never reached" in words for words in wrong)
    late_by = worst / timedelta(minutes=1)
    figure = f"{lost} pages lost, the latest {late_by:.0f} min behind its time"
    n = f"{len(jumps) * len(MOMENTS)} jumps of 1 h x {CLIENTS} alerts"
    return Outcome(n, figure, wrong)


async def _one(
    folder: Path, playbook: Playbook, path: Sequence[timedelta], moment: str
) -> tuple[timedelta, list[str]]:
    """Let alerts climb through one path of jumps; return the worst delay and what was wrong."""
    wall = Wall(TownClock(EVENING))
    await house.found(folder, wall.now(), CLIENTS, scheduled=False)
    telegram = Telegram(house.TOKEN, wall.real)
    house.introduce(telegram, CLIENTS)
    steady = wall.steady.monotonic
    living = house.living(folder, InProcess.bot(telegram), wall.now, steady, playbook)
    async with living as app:
        scene = Scene(wall, telegram, app)
        raised_at = await _raise_alerts(scene, cut_off=moment == MOMENTS[0])
        wait = {MOMENTS[1]: STEP * 6, MOMENTS[2]: RUNG - STEP, MOMENTS[3]: RUNG + SLACK}
        await scene.lives(wait.get(moment, STEP))
        for jump in path:
            wall.off_by += jump
            await scene.lives(STEP * 2)
        telegram.faults.clear()
        back = -sum((one for one in path if one < NOTHING), start=NOTHING)
        await scene.lives(RUNG + back + 3 * SLACK)
        late, wrong = await _judged(scene, raised_at, back)
        wrong += map(str, await check(app.ground.database, telegram.journal, wall.now()))
    return late, wrong


async def _raise_alerts(scene: Scene, *, cut_off: bool) -> datetime:
    """Let every client be in danger; ``cut_off``: the staff's pages do not go through yet."""
    phones = [Phone(scene.telegram, chat, str(chat)) for chat in house.chats(CLIENTS)]
    for phone in phones:
        phone.says("/now")
    await scene.lives(STEP * 4)
    for phone in phones:
        phone.taps("9")
    await scene.lives(STEP * 4)
    if cut_off:
        for chat in (COUNSELOR_CHAT, SPONSOR_CHAT):
            scene.telegram.faults.set(Fault("server_error", chat_id=chat, count=None))
    for phone in phones:
        phone.taps("No")
    await scene.app.settle()
    return scene.wall.real()


async def _judged(
    scene: Scene, raised_at: datetime, excused: timedelta
) -> tuple[timedelta, list[str]]:
    """Measure how late each alert reached the first rung, and the second; some is excused."""
    books = await bookkeeping.read(scene.app.ground.database)
    messages = arrived(scene.telegram.journal)
    worst, wrong = NOTHING, []
    for alert in books.alerts:
        for chat, due_at in ((COUNSELOR_CHAT, raised_at), (SPONSOR_CHAT, raised_at + RUNG)):
            words = f"alert {alert.number}"
            came = [m.at for m in messages if m.chat_id == chat and words in m.text.casefold()]
            if not came:
                wrong.append(f"{words} never reached {house.STAFF[chat]}")
                continue
            worst = max(worst, came[0] - due_at)
            if came[0] - due_at > excused + SLACK * 2:
                minutes = (came[0] - due_at) / timedelta(minutes=1)
                wrong.append(f"{words} reached {house.STAFF[chat]} {minutes:.0f} minutes late")
    return worst, wrong
