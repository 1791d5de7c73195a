"""Pretend people: clients who answer whatever they are asked, staff who take some of the alerts.

Each looks at their phone and reacts, over HTTP, like anybody: one reply to a question, the same
button again if nothing happens, never a second opinion. What they did is written down.
"""

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from aiohttp import ClientSession

from bot.emulator.phone import RemotePhone
from bot.emulator.shapes import Json
from dialogs.engine.session import Control, ControlName, Reply, Tapped, Typed

AGAIN_SECONDS = 3.0
PATIENCE_SECONDS = 45.0
QUIET_SECONDS = 2.5
TYPES, GOES_BACK, SKIPS, INTERRUPTS, STRONG, IN_DANGER, TAKES = (
    0.2,
    0.05,
    0.06,
    0.02,
    0.5,
    0.45,
    0.7,
)

_TYPEABLE = frozenset({"Yes", "No", *map(str, range(11))})
_STRONG = frozenset({"8", "9", "10"})
_UNSAFE = frozenset({"No", "Not sure", "Tell my team now"})
_SAFETY = "a person from your team is told"
_FREE = "in your own words"
_COMMANDS = ("/now", "/now", "/checkin", "/sos")

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Question:
    """What stands in a chat and waits; ``options`` and ``controls`` are data by label."""

    message_id: int
    place: Place
    text: str
    options: tuple[tuple[str, str], ...]
    controls: tuple[tuple[str, str], ...]
    is_last: bool
    """Whether nothing else stands below it."""


@dataclass(frozen=True, slots=True)
class Done:
    """One reply that somebody gave; ``id`` is the update's, or for a tap the query's."""

    chat: int
    place: Place
    reply: Reply
    id: str


@dataclass(slots=True)
class Diary:
    """Everything everybody did, and where they were left without any reaction."""

    replies: list[Done] = field(default_factory=list)
    acts: int = 0
    stuck: list[str] = field(default_factory=list)


class Somebody:
    """A person with a phone in their hand."""

    def __init__(
        self, url: str, chat: int, session: ClientSession, diary: Diary, dice: random.Random
    ) -> None:
        self.chat = chat
        self.diary = diary
        self.dice = dice
        self._phone = RemotePhone(url, chat, str(chat), session)

    async def do(self, act: str, **given: object) -> Json:
        """Act on the phone."""
        self.diary.acts += 1
        return await self._phone.acts(act, **given)

    async def messages(self) -> list[Json]:
        """Look at the chat, oldest message first."""
        state = await self._phone.state()
        found: list[Json] = state["chats"].get(str(self.chat), [])
        return found


class Client(Somebody):
    """Somebody who answers, and begins something whenever nothing is asked."""

    def __init__(
        self, url: str, chat: int, session: ClientSession, diary: Diary, dice: random.Random
    ) -> None:
        super().__init__(url, chat, session, diary, dice)
        self._gone: set[Place] = set()
        self._minds: dict[tuple[Place, int], tuple[Reply, str]] = {}
        self._typed: set[Place] = set()
        self._words = 0
        self._sure = True  # that the bot has reacted to everything so far

    async def live(self, stop: asyncio.Event) -> None:
        """Answer until told to stop."""
        while not stop.is_set():
            question = await self._question()
            if question is None:
                await self._begin(stop)
            elif self.dice.random() < INTERRUPTS:
                await self.do("say", text=self.dice.choice(_COMMANDS))
                await self._sees(partial(_changed, question), stop, AGAIN_SECONDS)
            else:
                await self._answer(question, stop)

    async def _begin(self, stop: asyncio.Event) -> None:
        """Wait for a question; if none comes, start what waits, or something of their own."""
        if await self._sees(lambda now: now is not None, stop, QUIET_SECONDS) or stop.is_set():
            return
        prompt = _prompt(await self.messages(), self._gone)
        if prompt is None:
            await self.do("say", text=self.dice.choice(_COMMANDS))
        else:
            self._gone.add((prompt[1], 0))
            await self._tap(*prompt)
        await self._sees(lambda now: now is not None, stop, PATIENCE_SECONDS / 3)

    async def _answer(self, question: Question, stop: asyncio.Event) -> None:
        """Reply, and wait until something changes; press again where nothing does."""
        if question.place in self._typed:  # a leftover: they wrote, and saw what came of it
            if not await self._sees(partial(_changed, question), stop, AGAIN_SECONDS):
                self._gone.add(question.place)
            return
        where = (question.place, len(question.options))
        reply, data = self._minds.setdefault(where, self._choose(question))
        queries: set[str] = set()
        for _ in range(round(PATIENCE_SECONDS / AGAIN_SECONDS)):
            queries |= await self._give(await self._newest(question), reply, data)
            if await self._sees(partial(_changed, question), stop, AGAIN_SECONDS):
                return
            if stop.is_set():
                return
        self._gone.add(question.place)
        if not await self._had_a_reaction(question, queries):
            self.diary.stuck.append(
                f"{self.chat} at turn {question.place[1]} of {question.place[0]}"
            )

    async def _give(self, question: Question, reply: Reply, data: str) -> set[str]:
        if isinstance(reply, Typed):
            if question.place in self._typed:
                return set()
            self._typed.add(question.place)
            number = str((await self.do("say", text=reply.text))["update_id"])
        else:
            found = await self._tap(question.message_id, data)
            if found is None:
                return set()
            number = found
        self.diary.replies.append(Done(self.chat, question.place, reply, number))
        return {number}

    async def _tap(self, message_id: int, data: str) -> str | None:
        try:
            return str((await self.do("tap", message_id=message_id, data=data))["query_id"])
        except ValueError:  # the button went while they reached for it
            return None

    async def _had_a_reaction(self, question: Question, queries: set[str]) -> bool:
        """Tell whether a tap was answered with words, or anything was written below a question.

        A question that came twice keeps the buttons of one copy; whoever taps there is told so.
        """
        state = await self._phone.state()
        if any(one["id"] in queries and one["text"] for one in state["tap_answers"]):
            return True
        shown = state["chats"].get(str(self.chat), [])
        return any(
            one["sender"] == "bot" and one["message_id"] > question.message_id for one in shown
        )

    async def _question(self) -> Question | None:
        return newest_question(await self.messages(), self._gone)

    async def _newest(self, question: Question) -> Question:
        """Return the newest copy of a question; it may have been shown again."""
        now = await self._question()
        return now if now is not None and now.place == question.place else question

    async def _sees(
        self, wanted: Callable[[Question | None], bool], stop: asyncio.Event, seconds: float
    ) -> bool:
        """Look until what is asked is as wanted; return whether it came to that in time."""
        ends = asyncio.get_running_loop().time() + seconds
        self._sure = False
        while not stop.is_set() and asyncio.get_running_loop().time() < ends:
            if wanted(await self._question()):
                self._sure = True
                return True
            await asyncio.sleep(0.1)
        return False

    def _choose(self, question: Question) -> tuple[Reply, str]:
        """Make up their mind; return the reply, and what its button carries."""
        options, controls = dict(question.options), dict(question.controls)
        turn = question.place[1]
        typed = self._typing(question, list(options))
        if typed is not None:
            return Typed(typed), ""
        leaving: tuple[tuple[str, ControlName, float], ...] = (
            ("Back", "back", GOES_BACK),
            ("Skip", "skip", SKIPS),
        )
        for label, name, chance in leaving:
            if label in controls and self.dice.random() < chance:
                return Control(name, turn), controls[label]
        data = options[self.dice.choice(self._preferred(question.text, list(options)))]
        return Tapped(turn, int(data.rpartition(":")[2])), data

    def _typing(self, question: Question, labels: Sequence[str]) -> str | None:
        """Type instead of tapping: where there is nothing to tap, and sometimes elsewhere."""
        if not labels or (_FREE in question.text and self.dice.random() < 0.5):
            self._words += 1
            return f"word {self._words} of {self.chat}"
        if not (self._sure and question.is_last) or self.dice.random() > TYPES:
            return None
        possible = [one for one in self._preferred(question.text, labels) if one in _TYPEABLE]
        return self.dice.choice(possible) if possible else None

    def _preferred(self, text: str, labels: Sequence[str]) -> list[str]:
        """Narrow the choice: strong cravings and danger are what a drill is about."""
        strong = [label for label in labels if label in _STRONG]
        unsafe = [label for label in labels if label in _UNSAFE]
        if strong and self.dice.random() < STRONG:
            return strong
        if unsafe and _SAFETY in text and self.dice.random() < IN_DANGER:
            return unsafe
        return list(labels)


class Staff(Somebody):
    """Somebody who looks after clients: takes most alerts, says how it went, leaves the rest."""

    def __init__(
        self, url: str, chat: int, session: ClientSession, diary: Diary, dice: random.Random
    ) -> None:
        super().__init__(url, chat, session, diary, dice)
        self._seen: set[str] = set()

    async def live(self, stop: asyncio.Event) -> None:
        """Look at the phone now and then."""
        while not stop.is_set():
            await asyncio.sleep(self.dice.uniform(0.2, 1.0))
            for message_id, data in _presses(await self.messages(), ("take", "outcome")):
                if data in self._seen:
                    continue
                self._seen.add(data)
                if data.startswith("outcome") or self.dice.random() < TAKES:
                    await self._press(message_id, data)
                break

    async def _press(self, message_id: int, data: str) -> None:
        try:
            await self.do("tap", message_id=message_id, data=data)
        except ValueError:  # the button went while they reached for it
            return


def newest_question(messages: Sequence[Json], gone: set[Place]) -> Question | None:
    """Find what is asked now: the newest question with buttons, those given up left out."""
    for number, message in enumerate(reversed(messages)):
        buttons = [(one["label"], one["data"] or "") for row in message["buttons"] for one in row]
        options = tuple(one for one in buttons if one[1].startswith("r:"))
        controls = tuple(one for one in buttons if one[1].startswith("c:"))
        if not options and not controls:
            continue
        _, session, turn, _ = (options or controls)[0][1].split(":")
        place = session, int(turn)
        if place in gone:
            continue
        number_of_message = int(message["message_id"])
        text = str(message["text"])
        return Question(number_of_message, place, text, options, controls, number == 0)
    return None


def _changed(before: Question, now: Question | None) -> bool:
    """Tell whether something else is asked, or the same with other buttons (a list opened)."""
    return now is None or now.place != before.place or len(now.options) != len(before.options)


def _prompt(messages: Sequence[Json], gone: set[Place]) -> tuple[int, str] | None:
    """Find the newest *Start* that was not tapped yet."""
    found = _presses(messages, ("begin",))
    return next((one for one in found if (one[1], 0) not in gone), None)


def _presses(messages: Sequence[Json], verbs: tuple[str, ...]) -> list[tuple[int, str]]:
    """List the buttons of these verbs, newest message first, in the order shown."""
    return [
        (int(message["message_id"]), str(one["data"]))
        for message in reversed(messages)
        for row in message["buttons"]
        for one in row
        if str(one["data"]).partition(":")[0] in verbs
    ]
