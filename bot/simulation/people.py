"""People with habits: what each does with their phone, drawn once from a seed of their own.

Nobody here knows anything about the program. They see messages with buttons and answer them, late,
in part, with typing mistakes, or not at all; they travel, block the bot and come back. Each has
dice of their own, so that leaving somebody out changes nothing for the others.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.emulator.shapes import Message
from bot.simulation.words import Words
from dialogs.messages import parse_press

Kind = Literal["say", "tap", "edit", "block", "unblock"]

YES = frozenset({"Yes", "Sí", "Да"})
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Act:
    """Something somebody is going to do: say ``what``, or tap the button that carries it."""

    at: datetime
    chat: int
    number: int
    kind: Kind
    what: str = ""
    message_id: int = 0


@dataclass(frozen=True, slots=True)
class Habits:
    """How somebody is; shares are from 0 to 1, times in minutes."""

    answers: float
    late: float
    puts_off: float
    delay: float
    leaves: float
    skips: float
    types: float
    goes_back: float
    lapses: float
    strong: float
    unsafe: float
    travels: float
    blocks: float
    writes: float
    danger: float

    @classmethod
    def drawn(cls, dice: random.Random) -> "Habits":
        """Draw somebody: most answer most evenings, a few hardly ever."""
        return cls(
            answers=dice.choice((0.95, 0.9, 0.85, 0.7, 0.4)),
            late=dice.uniform(0.0, 0.3),
            puts_off=dice.uniform(0.0, 0.15),
            delay=dice.uniform(2.0, 50.0),
            leaves=dice.uniform(0.0, 0.02),
            skips=dice.uniform(0.0, 0.1),
            types=dice.uniform(0.05, 0.4),
            goes_back=dice.uniform(0.0, 0.04),
            lapses=dice.uniform(0.0, 0.06),
            strong=dice.uniform(0.02, 0.15),
            unsafe=dice.uniform(0.05, 0.3),
            travels=dice.uniform(0.0, 0.02),
            blocks=dice.uniform(0.0, 0.008),
            writes=dice.uniform(0.0, 0.4),
            danger=dice.uniform(0.0, 0.01),
        )


class Somebody:
    """A person with a phone; ``react`` and ``day`` say what they are going to do."""

    def __init__(self, chat: int, name: str, seed: str) -> None:
        self.chat = chat
        self.name = name
        self.dice = random.Random(seed)  # noqa: S311 - repeatable, no secret
        self._acts = 0

    def react(self, message: Message, now: datetime) -> Iterator[Act]:
        """Yield what they are going to do about a message that has arrived or changed."""
        yield from ()

    def day(self, now: datetime) -> Iterator[Act]:
        """Yield what they are going to do today of their own accord."""
        yield from ()

    def act(self, at: datetime, kind: Kind, what: str = "", message_id: int = 0) -> Act:
        """Make a plan to do something."""
        self._acts += 1
        return Act(at, self.chat, self._acts, kind, what, message_id)

    def after(self, minutes: float) -> timedelta:
        """Draw how long something takes; twice as long now and then, rarely far longer."""
        return min(self.dice.expovariate(1 / minutes), minutes * 6) * MINUTE

    def happens(self, share: float) -> bool:
        """Draw whether something happens."""
        return self.dice.random() < share


class Client(Somebody):
    """Somebody who is asked how they are."""

    def __init__(self, chat: int, name: str, seed: str, words: Words) -> None:
        super().__init__(chat, name, seed)
        self.habits = Habits.drawn(self.dice)
        self._words = words
        self._minds: dict[str, bool] = {}
        self._moving_to: str | None = None

    def react(self, message: Message, now: datetime) -> Iterator[Act]:
        """Open what asks to be opened, answer what asks for an answer."""
        presses = presses_of(message)
        if "begin" in presses:
            yield from self._invited(message, presses, now)
        elif "r" in presses or "c" in presses:
            yield from self._asked(message, presses, now)
        elif presses and self.happens(0.5):
            data = self.dice.choice([one for found in presses.values() for one in found])
            yield self.act(now + self.after(20), "tap", data, message.message_id)

    def day(self, now: datetime) -> Iterator[Act]:
        """Write, ask for help, travel or go away for some days."""
        habits = self.habits
        if self.happens(habits.writes):
            yield self.act(self._some_time(now), "say", self.dice.choice(self._words.chat))
        if self.happens(habits.strong):
            yield self.act(self._some_time(now), "say", "/now")
        if self.happens(habits.writes / 4):
            yield self.act(self._some_time(now), "say", self.dice.choice(self._words.commands))
        if self.happens(habits.danger):
            yield self.act(self._some_time(now), "say", self.dice.choice(self._words.danger))
        if self.happens(habits.writes / 10):
            yield self.act(self._some_time(now), "edit", self.dice.choice(self._words.chat))
        if self.happens(habits.travels):
            self._moving_to = self.dice.choice(self._words.zones)
            yield self.act(self._some_time(now), "say", "/travel")
        if self.happens(habits.blocks):
            away = self._some_time(now)
            yield self.act(away, "block")
            yield self.act(away + self.dice.uniform(0.5, 4) * DAY, "unblock")

    def _some_time(self, now: datetime) -> datetime:
        return now + self.dice.uniform(0, 24 * 60) * MINUTE

    def _invited(
        self, message: Message, presses: Mapping[str, list[str]], now: datetime
    ) -> Iterator[Act]:
        habits, begin = self.habits, presses["begin"][0]
        again = begin in self._minds
        if again and (self._minds[begin] or self.happens(0.5)):
            return  # it has been opened already, or the reminder changes nothing
        put_off = [one for verb, found in presses.items() if verb != "begin" for one in found]
        self._minds[begin] = again or self.happens(habits.answers)
        if not again and put_off and self.happens(habits.puts_off):
            yield self.act(
                now + self.after(5), "tap", self.dice.choice(put_off), message.message_id
            )
        elif self._minds[begin]:
            yield self.act(now + self.after(habits.delay), "tap", begin, message.message_id)
        elif self.happens(habits.late):
            hours = self.dice.uniform(3, 18)
            yield self.act(now + hours * 60 * MINUTE, "tap", begin, message.message_id)

    def _asked(
        self, message: Message, presses: Mapping[str, list[str]], now: datetime
    ) -> Iterator[Act]:
        habits = self.habits
        if self.happens(habits.leaves):
            return
        at = now + self.dice.uniform(2, 40) * timedelta(seconds=1)
        options, controls = presses.get("r", []), presses.get("c", [])
        if controls and self.happens(habits.skips):
            yield self.act(at, "tap", self.dice.choice(controls), message.message_id)
        elif self.happens(habits.goes_back):
            yield self.act(at, "say", "/back")
        elif not options:
            yield self.act(at, "say", self._typed())
        elif self.happens(habits.types):
            yield self.act(at, "say", self._written(message, self._chosen(message, options)))
        else:
            data = self._chosen(message, options)
            yield self.act(at, "tap", data, message.message_id)

    def _typed(self) -> str:
        if self._moving_to is not None:
            words, self._moving_to = self._moving_to, None
            return words
        return self.dice.choice(self._words.chat)

    def _chosen(self, message: Message, options: Sequence[str]) -> str:
        """Choose among the options: mostly calm days, sometimes a hard one."""
        if len(options) > len("0123456"):  # a scale: the strong end is rare
            strong = self.happens(self.habits.strong)
            cut = len(options) * 7 // 10
            return self.dice.choice(options[cut:] if strong else options[:cut])
        if len(options) == len(("yes", "no")) and _label(message, options[0]) in YES:
            return options[0 if self.happens(max(self.habits.lapses, 0.02)) else 1]
        if self.happens(self.habits.unsafe):
            return self.dice.choice(options)
        return options[0]

    def _written(self, message: Message, data: str) -> str:
        """Type what a button says, now and then with two letters the wrong way round."""
        label = _label(message, data)
        if len(label) > len("four") and self.happens(0.3):
            return label[0] + label[2] + label[1] + label[3:]
        return label


class Staff(Somebody):
    """Somebody who is paged: takes most alerts, passes some on, sleeps through a few."""

    def __init__(self, chat: int, name: str, seed: str) -> None:
        super().__init__(chat, name, seed)
        self.takes = self.dice.uniform(0.6, 0.97)
        self.minutes = self.dice.uniform(2, 14)

    def react(self, message: Message, now: datetime) -> Iterator[Act]:
        """Take a page, and say later how it went."""
        presses = presses_of(message)
        outcomes = presses.get("outcome", [])
        if "take" in presses and self.happens(self.takes):
            yield self.act(
                now + self.after(self.minutes), "tap", presses["take"][0], message.message_id
            )
        elif outcomes and self.happens(0.9):
            data = self.dice.choice(outcomes)
            yield self.act(now + self.after(25), "tap", data, message.message_id)
        elif presses and self.happens(0.1):
            data = self.dice.choice([one for found in presses.values() for one in found])
            yield self.act(now + self.after(30), "tap", data, message.message_id)

    def day(self, now: datetime) -> Iterator[Act]:
        """Look at what is open."""
        if self.happens(0.3):
            at = now + self.dice.uniform(8, 18) * 60 * MINUTE
            yield self.act(at, "say", self.dice.choice(("/alerts", "/clients")))


class Relative(Somebody):
    """Somebody who hears what they were granted, and now and then asks."""

    def day(self, now: datetime) -> Iterator[Act]:
        """Ask who shares what."""
        if self.happens(0.05):
            at = now + self.dice.uniform(8, 20) * 60 * MINUTE
            yield self.act(at, "say", "/people")


def _label(message: Message, data: str) -> str:
    labels = (one.label for row in message.buttons for one in row if one.data == data)
    return next(labels, "")


def presses_of(message: Message) -> dict[str, list[str]]:
    """List what a message's buttons carry, by verb, in the order shown."""
    found: dict[str, list[str]] = {}
    for row in message.buttons:
        for button in row:
            read = parse_press(button.data or "")
            if read is not None and button.data:
                found.setdefault(read[0], []).append(button.data)
    return found
