"""The tour: the demo's story played to its end without a browser, printed as it is seen.

The same program, the same HTTP; only the clock stands still while nobody waits, so that one seed
always gives the same words. What must be seen is looked for: a story that comes out differently is
an error, not a different story.
"""

import random
import sys
import textwrap
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.cast import CAST, EVENING, ZONE
from bot.clock import TownClock
from bot.emulator.server import Server
from bot.emulator.shapes import Message
from bot.emulator.telegram import Telegram
from bot.stage import introduce
from bot.telegram.connection import connect
from bot.town import Resident, Town, opened, walk

TOKEN = "4242:handrail-tour-token-that-opens-nothing"  # noqa: S105 - our own emulator's
WIDTH = 96
SHORTEST_PAUSE, LONGEST_PAUSE = 3, 9
BUTTONS = ""
CHANGED = "✎ "
CONTACT = "(contact card)"


class StoryChanged(Exception):
    """Somebody did not see what the story says they see."""


async def tell(folder: Path, seed: int) -> int:
    """Play the story in a fresh folder and print it. Return 0, or 1 if it came out differently."""
    clock = TownClock(EVENING)
    telegram = Telegram(TOKEN, clock.now, bot_username="handrail_demo_bot", seed=seed)
    introduce(telegram)
    server = Server(telegram)
    await server.start(0)
    try:
        bot = connect(telegram.token, server.url)
        async with opened(folder, bot, clock) as app:
            await _Teller(Town(app, clock, telegram), seed).tell()
    except StoryChanged as changed:
        sys.stderr.write(f"{changed}\n")
        return 1
    finally:
        await server.stop()
    return 0


class _Teller:
    """Plays the scenes and prints what appears on whose phone."""

    def __init__(self, town: Town, seed: int) -> None:
        self._town = town
        self._chance = random.Random(seed)  # noqa: S311 - how long people think, nothing secret
        self.mia, self.dana, self.sam, self.rosa = (town.residents[one.name] for one in CAST)
        self._seen: dict[str, list[str]] = {}
        self._shown: dict[tuple[str, int], tuple[str, list[str]]] = {}
        self._told_at = ""

    async def tell(self) -> None:
        """Tell the story, scene by scene."""
        await self._evening()
        await self._check_in()
        await self._taken()
        await self._silence()
        await self._craving()
        await self._climbs()
        await self._how_it_ended()
        await self._plan()

    async def _evening(self) -> None:
        self._title("Tuesday, five to eight in the evening")
        self._line(
            "Mia; Dana, her counselor; Sam, her sponsor; Rosa, her mother. Two weeks behind them."
        )
        await self._until(hour=20, minute=0)
        self._sees(self.mia, "A minute for you")

    async def _check_in(self) -> None:
        self._title("The check-in")
        await self._taps(self.mia, "Start", "Did you drink or use today?")
        await self._says(self.mia, "noo", "How strong was the craving")
        await self._taps(self.mia, "8", "Are you somewhere safe right now?")
        self._line("Not somewhere safe: the page leaves at this answer, before the recap.")
        await self._taps(self.mia, "No", "I have told Dana")
        self._sees(self.dana, "Someone you look after needs you. Alert 1.")
        await self._taps(self.mia, "Skip", "How well did you sleep")
        await self._taps(self.mia, "Back", "How was your mood")
        await self._says(self.mia, "4", "How well did you sleep")
        await self._says(self.mia, "5", "Mood: 4")
        await self._taps(self.mia, "Fix something", "Mood: 4")
        await self._taps(self.mia, "Mood", "How was your mood")
        await self._taps(self.mia, "5", "Mood: 5")
        await self._taps(self.mia, "That is right", "Thank you for checking in.")
        self._line("Rosa was granted good news. It waits; Mia reads it first, word for word.")
        self._hears_nothing(self.rosa)
        await self._taps(self.mia, "Send it now", "It is on its way.")
        self._hears_nothing(self.sam)
        self._sees(self.rosa, "There is something for you here.")
        await self._taps(self.rosa, "Open", "fourteen evenings that are mine")

    async def _taken(self) -> None:
        self._title("Somebody has it")
        await self._taps(self.dana, "Open", "craving 8")
        await self._taps(self.dana, "I'm on it", "You have alert 1.")
        self._sees(self.mia, "Dana has this")
        await self._wait(minutes=20)
        await self._taps(self.dana, "Reached, safe", "Alert 1 is closed")

    async def _silence(self) -> None:
        self._title("The next evening: no answer")
        await self._until(hour=20, minute=0)
        self._sees(self.mia, "A minute for you")
        await self._wait(minutes=60)
        self._sees(self.mia, "Still here if you have a minute.")
        await self._wait(hours=3, minutes=5)
        for quiet in (self.dana, self.sam, self.rosa):
            self._hears_nothing(quiet)
        self._line("          It is kept as silence. Nobody is paged for it.")
        await self._says(self.dana, "/clients", "missed in a row: 1")

    async def _craving(self) -> None:
        await self._until(hour=0, minute=30)
        self._title("Half past twelve at night: a craving")
        await self._says(self.mia, "/now", "How strong")
        await self._taps(self.mia, "9", "Are you somewhere safe right now?")
        await self._taps(self.mia, "Not sure", "I have told Dana")
        self._sees(self.dana, "Alert 3.")

    async def _climbs(self) -> None:
        self._title("Nobody takes it, so it climbs")
        await self._wait(minutes=15)
        self._sees(self.sam, "Nobody has taken alert 3 yet.")
        self._sees(self.mia, "so I am asking Sam too")
        await self._taps(self.sam, "Open", "Mia could use you now")
        await self._taps(self.sam, "I'm on it", "You have alert 3.")
        self._sees(self.mia, "Sam has this")

    async def _how_it_ended(self) -> None:
        self._title("How it ended")
        await self._taps(self.mia, "Call Sam", "Give it 15 minutes")
        await self._wait(minutes=15)
        self._sees(self.mia, "How strong is it now?")
        await self._taps(self.mia, "3", "what set it off?")
        await self._taps(self.mia, "Skip", "Where were you")
        await self._taps(self.mia, "At home", "Did what you tried help?")
        await self._taps(self.mia, "Yes", "It went from 9 to 3.")
        await self._taps(self.sam, "Reached, safe", "Alert 3 is closed")
        await self._says(self.mia, "/goals", "How your goals are going")

    async def _plan(self) -> None:
        await self._until(hour=10, minute=0)
        self._title("The morning after: the plan is hers, and Dana sees what changed")
        await self._says(self.mia, "/plan", "Your plan, version 1")
        await self._taps(self.mia, "What I am working on", "Walk twenty minutes a day")
        await self._taps(self.mia, "Walk twenty", "The step is done")
        await self._taps(self.mia, "Say it differently", "How would you say this goal now?")
        await self._says(self.mia, "Walk home instead of the bus", "now version 2")
        await self._says(self.dana, "/clients", "Mia")
        await self._taps(self.dana, "Mia", "The plan of Mia, version 2")
        await self._taps(self.dana, "How it came to be", "Walk home instead of the bus")
        await self._says(self.dana, "/clients", "Mia")
        await self._taps(self.dana, "Mia", "Mia changed this plan.")
        await self._taps(self.dana, "Co-sign", "You agreed to version 2.")

    async def _taps(self, who: Resident, label: str, then: str) -> None:
        self._act(who, f"taps [{label}]")
        who.phone.taps(label)
        await self._answer(who, then)

    async def _says(self, who: Resident, text: str, then: str) -> None:
        self._act(who, f"types “{text}”")
        who.phone.says(text)
        await self._answer(who, then)

    async def _answer(self, who: Resident, then: str) -> None:
        await self._wait(seconds=self._chance.randint(SHORTEST_PAUSE, LONGEST_PAUSE))
        self._sees(who, then)

    async def _wait(self, **length: float) -> None:
        await self._walk(self._town.clock.now() + timedelta(**length))

    async def _until(self, *, hour: int, minute: int) -> None:
        """Wait until it is this time of day in the town."""
        local = self._now()
        at = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
        if at <= local:
            at += timedelta(days=1)
        await self._walk(at.astimezone(EVENING.tzinfo))

    async def _walk(self, until: datetime) -> None:
        """Let time pass, and show what appears at the moment it appears."""
        self._seen = {name: [] for name in self._town.residents}
        await walk(self._town.app, self._town.clock, until, self._moment)

    async def _moment(self) -> None:
        await self._town.app.pass_time()
        for name, resident in self._town.residents.items():
            for message in self._town.telegram.messages(resident.phone.user_id):
                self._show(name, message)

    def _show(self, name: str, message: Message) -> None:
        """Print a message that is new, or what is new about it."""
        buttons = [button.label for row in message.buttons for button in row]
        before = self._shown.get((name, message.message_id))
        self._shown[name, message.message_id] = (message.text, buttons)
        if message.sender != "bot" or before == (message.text, buttons):
            return
        if before is None or before[0] != message.text:
            self._seen[name].append(message.text)
            words = message.text or CONTACT
            self._bubble(name, words if before is None else f"{CHANGED}{words}")
        if buttons:
            self._seen[name].append(" ".join(buttons))
            self._bubble(BUTTONS, " ".join(f"[{label}]" for label in buttons))

    def _act(self, who: Resident, what: str) -> None:
        self._line(f"{self._now():%H:%M:%S}  {who.phone.name} {what}")
        self._told_at = f"{self._now():%H:%M}"

    def _sees(self, who: Resident, text: str) -> None:
        seen = self._seen[who.phone.name]
        if not any(text in one for one in seen):
            raise StoryChanged(f"{who.phone.name} should see {text!r}, but saw {seen}")

    def _hears_nothing(self, who: Resident) -> None:
        if seen := self._seen[who.phone.name]:
            raise StoryChanged(f"{who.phone.name} should hear nothing, but saw {seen}")
        self._line(f"          {who.phone.name} hears nothing.")

    def _now(self) -> datetime:
        return self._town.clock.now().astimezone(ZoneInfo(ZONE))

    def _title(self, text: str) -> None:
        self._line("")
        self._line(f"{self._now():%H:%M}  —  {text}")

    def _bubble(self, name: str, text: str) -> None:
        """Print one message beside its reader's name, with the time where it is a new one."""
        if name != BUTTONS and self._told_at != (at := f"{self._now():%H:%M}"):
            self._line(f"{self._now():%H:%M:%S}")
            self._told_at = at
        lead, rest = f"          {name:<5}| ", " " * 15 + "| "
        if name == BUTTONS:
            lead = rest = " " * 17
        for number, paragraph in enumerate(text.split("\n")):
            first = lead if number == 0 else rest
            filled = textwrap.fill(paragraph, WIDTH, initial_indent=first, subsequent_indent=rest)
            self._line(filled or first)

    def _line(self, text: str) -> None:
        sys.stdout.write(f"{text.rstrip()}\n")
        sys.stdout.flush()
