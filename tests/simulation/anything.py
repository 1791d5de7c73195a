"""Anything: any button ever shown, any words, any moment, any restart; and what must still hold.

A Hypothesis state machine drives the whole program through two phones. After each step the rows it
touched are held against the invariants, and the question that is open must stand in the chat.
"""

import asyncio
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.actions.welcome import House
from bot.app import App, Ground
from bot.cast import COUNTRY, DANA, EVENING, LANGUAGE, MIA, ZONE
from bot.clock import TownClock
from bot.emulator.telegram import Telegram
from bot.simulation import calls
from bot.simulation.in_process import InProcess
from bot.simulation.invariants import PATIENCE, Evidence, violations
from bot.stage import introduce
from bot.town import Town, settle_in
from dialogs.playbook import Playbook
from storage import books as bookkeeping
from storage.unit_of_work import Database

STEPS_A_STORY = 100
LIVES = "town.db", "town.key", "town.cards"
COMMANDS = (
    "/checkin", "/now", "/sos", "/plan", "/goals", "/people", "/times", "/pause", "/back", "/skip",
    "/stop", "/help", "/privacy", "/language", "/nonsense", "/start", "/export", "/looked",
    "/clear", "/delete",
)  # fmt: skip
WORDS = (
    "yes", "no", "7", "8/10", "nine", "not sure", "skip", "back", "stop", "later", "20:30", "yse",
    "I want to die", "my phone died", "ok", "thanks", "0", "11", "-1",
)  # fmt: skip


def settled(folder: Path, book: Playbook) -> None:
    """Make the town once, to be copied for every story."""

    async def settle() -> None:
        database = await Database.open(
            f"sqlite:///{folder / LIVES[0]}", folder / LIVES[1], create=True
        )
        await settle_in(database, book, EVENING)
        await database.close()

    asyncio.run(settle())


class Anything(RuleBasedStateMachine):
    """One evening in which anything may happen."""

    template: Path
    book: Playbook
    lived: list[int]
    """One entry for each step of all stories."""

    @initialize()
    def moves_in(self) -> None:
        """Copy the town and wake it up."""
        self.folder = Path(tempfile.mkdtemp(prefix="handrail-anything-"))
        shutil.copytree(self.template, self.folder, dirs_exist_ok=True)
        self.runner = asyncio.Runner()
        self.clock = TownClock(EVENING)
        self.telegram = Telegram("42:TEST", self.clock.now)
        self.shown: dict[int, dict[tuple[int, str], None]] = {MIA.user_id: {}, DANA.user_id: {}}
        self.heard = 0
        introduce(self.telegram)
        self.town = self.runner.run(self._open())

    async def _open(self) -> Town:
        database = await Database.open(
            f"sqlite:///{self.folder / LIVES[0]}", self.folder / LIVES[1], create=False
        )
        house = House(LANGUAGE, ZONE, COUNTRY, "handrail_bot")
        bot = InProcess.bot(self.telegram)
        cards = self.folder / LIVES[2]
        app = App(
            Ground(database, self.book, bot, self.clock.now, self.clock.monotonic, house, cards)
        )
        await app.prepare()
        return Town(app, self.clock, self.telegram)

    @rule(words=st.one_of(st.sampled_from(COMMANDS), st.sampled_from(WORDS), st.text(max_size=60)))
    def mia_writes(self, words: str) -> None:
        """Mia writes anything at all."""
        if words:
            self.telegram.say(MIA.user_id, words)
            self._settle()

    @precondition(lambda self: self.shown[MIA.user_id])
    @rule(data=st.data(), times=st.integers(1, 3), newest=st.booleans())
    def mia_presses(self, data: st.DataObject, times: int, newest: bool) -> None:
        """Mia presses any button she was ever shown, once or again and again."""
        self._press(MIA.user_id, data, times, newest=newest)

    @precondition(lambda self: self.shown[DANA.user_id])
    @rule(data=st.data(), times=st.integers(1, 3))
    def dana_presses(self, data: st.DataObject, times: int) -> None:
        """Dana presses any button she was ever shown."""
        self._press(DANA.user_id, data, times, newest=False)

    @rule(minutes=st.sampled_from((1, 9, 11, 31, 61, 241, 700)))
    def time_passes(self, minutes: int) -> None:
        """Time passes, moment by moment."""
        self.runner.run(self.town.waits(minutes=minutes))

    @rule()
    def everything_stops_and_starts_again(self) -> None:
        """Stop the program where it is, and start it on what it kept."""

        async def again() -> None:
            ground = self.town.app.ground
            await ground.database.close()
            database = await Database.open(
                f"sqlite:///{self.folder / LIVES[0]}", self.folder / LIVES[1], create=False
            )
            self.town.app = App(replace(ground, database=database))
            await self.town.app.prepare()

        self.runner.run(again())

    def _press(self, chat: int, data: st.DataObject, times: int, *, newest: bool) -> None:
        buttons = list(self.shown[chat])
        if newest:  # those of the newest message: otherwise stories would hardly go on
            last = max(message for message, _ in buttons)
            buttons = [one for one in buttons if one[0] == last]
        message_id, pressed = data.draw(st.sampled_from(buttons))
        for _ in range(times):
            self.telegram.tap_raw(chat, message_id, pressed)
        self._settle()

    def _settle(self) -> None:
        self.runner.run(self.town.waits(seconds=20))  # a chat takes a message a second

    @invariant()
    def nothing_that_must_never_be(self) -> None:
        """Hold the database against what people got, and find the open question in the chat."""
        if not hasattr(self, "town"):
            return
        self.lived.append(1)
        for chat, found in self.shown.items():
            for message in self.telegram.messages(chat):
                for row in message.buttons:
                    found |= {(message.message_id, one.data): None for one in row if one.data}
        self.runner.run(self._look())

    async def _look(self) -> None:
        database = self.town.app.ground.database
        books = await bookkeeping.read(database)
        journal = list(self.telegram.journal)
        messages = calls.arrived(journal, self.town.app.masks)
        evidence = Evidence(books, journal, messages, self.clock.now(), PATIENCE)
        found = violations(evidence)
        assert not found, [str(one) for one in found]
        assert not books.poison, books.poison
        await self._is_reachable(database)

    async def _is_reachable(self, database: Database) -> None:
        async with database.reading() as uow:
            mia = await uow.people.by_chat(MIA.user_id)
            assert mia is not None
            session = await uow.sessions.open_for(mia.id)
        if session is None or mia.state != "active":
            return
        player = self.book.version(session.fingerprint)
        assert player is not None
        asked = player.question(session)
        if not asked.options and not asked.controls:
            return
        place = f":{session.id}:{session.turn}:"
        assert any(
            place in (one.data or "")
            for message in self.telegram.messages(MIA.user_id)
            for row in message.buttons
            for one in row
        ), f"{session.dialog} waits at {session.step} and nothing in the chat asks it"

    def teardown(self) -> None:
        """Close the town."""
        if hasattr(self, "town"):
            self.runner.run(self.town.app.ground.database.close())
            self.runner.close()
            shutil.rmtree(self.folder, ignore_errors=True)


def live(template: Path, book: Playbook, steps: int, chance: int) -> int:
    """Live through so many steps, in stories of a hundred at most. Return how many it was.

    Raises:
        AssertionError: An invariant broke; Hypothesis prints the shortest story it found.

    """
    lived: list[int] = []
    told = {"template": template, "book": book, "lived": lived}
    while len(lived) < steps:  # some stories end early
        machine: Any = type("Story", (Anything,), told)
        run_state_machine_as_test(
            seed(chance + len(lived))(machine),
            settings=settings(
                max_examples=-(-(steps - len(lived)) // STEPS_A_STORY),
                stateful_step_count=STEPS_A_STORY,
                deadline=None,
                database=None,
                phases=(Phase.generate,),  # a story is played anew with other ids: no shrinking
                suppress_health_check=list(HealthCheck),
            ),
        )
    return len(lived)
