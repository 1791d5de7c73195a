"""The lifeline: ``/sos`` and emergency words are answered before anything else is tried.

No database, no dialog, no outbox: a card of people and numbers goes straight to Telegram, in one
message. Then the update takes the ordinary road, and is not held up if Telegram does not answer.
What the card promises is only what will be done.
"""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramRetryAfter

from bot.clock import Clock
from bot.observe import Figures
from bot.telegram import letters
from bot.telegram.beside import Beside
from bot.telegram.calls import SHORT_CARDS, Call, Ear, press_card
from bot.telegram.cards import CardFile, CrisisCard, Person
from bot.telegram.connection import Ending, ending
from bot.telegram.handling import Pause
from bot.telegram.incoming import Raw
from bot.telegram.limits import Limits
from dialogs.care.helplines import Helplines, Line, card_for, is_stale
from dialogs.care.words import Screen, screen
from dialogs.errors import StorageError
from dialogs.messages import Button, Contact, Message, quote
from dialogs.playbook import Playbook
from dialogs.texts import Texts
from storage.outbox import Lane

log = structlog.get_logger(__name__)

TRIES = 3
WAITED_FOR_SECONDS = 0.5
"""How long an update is held up for its card; after that the card goes on by itself."""

TRY_SECONDS = 4.0
LONGEST_WAIT_SECONDS = 5.0
AGAIN_AFTER_SECONDS = 5.0
REMEMBERED = 10_000
LONGEST_STEP, LONGEST_NAME = 200, 60
MOST_STEPS, MOST_PEOPLE, MOST_LINES = 6, 5, 6

_NOT_DIALLED = re.compile(r"[^\d+]")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a card is made of, all in memory; ``country`` is the clinic's own."""

    texts: Texts
    helplines: Helplines
    ear: Ear
    country: str | None

    @classmethod
    def of(cls, playbook: Playbook, language: str, country: str | None) -> "Knowledge":
        """Take from the playbook what a card is made of."""

        def look(text: str, spoken: str) -> Screen:
            return screen(text, spoken, playbook.words)

        ear = Ear(playbook.texts, look, language)
        return cls(playbook.texts, playbook.helplines, ear, country)


class Lifeline:
    """Notices who needs help now and shows them whom to call."""

    def __init__(
        self,
        bot: Bot,
        cards: CardFile,
        knowledge: Knowledge,
        clock: Clock,
        monotonic: Callable[[], float],
        *,
        limits: Limits,
        figures: Figures,
        beside: Beside,
        can_tell: Callable[[], bool] = lambda: True,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._cards = cards
        self._know = knowledge
        self._clock = clock
        self._monotonic = monotonic
        self._pause = pause
        self._limits = limits
        self._figures = figures
        self._beside = beside
        self._can_tell = can_tell
        self._answered: OrderedDict[int, None] = OrderedDict()
        self._shown_at: dict[tuple[int, str], float] = {}
        self._on_its_way: set[tuple[int, str]] = set()

    async def catch(self, raw: Raw) -> Call | None:
        """Answer an update at once if it is a call for help; return the call, if it was one.

        Never raises, and waits no longer than half a second: the ordinary road is still ahead,
        whatever happens here.
        """
        call = self._know.ear.listen(raw)
        if call is not None and self._is_new(call):
            self._on_its_way.add(_shown(call))
            await self._beside.begin(self._show(call), WAITED_FOR_SECONDS)
        return call

    def message(self, call: Call, card: CrisisCard | None, now: datetime) -> Message:
        """Word the card: emergency number, own steps, own people, lines, who will be told.

        A short card that was asked for by its button holds no more than its own steps and the
        emergency number.
        """
        language = card.language if card else self._know.ear.spoken(call.words)
        country = card.country if card else self._know.country
        said = _Sayer(self._know.texts, language)
        numbers = card_for(self._know.helplines, country)
        parts = [said(call.card), _emergency(said, numbers.emergency)]
        if call.tapped is not None:
            return Message("\n\n".join(parts))
        people = card.people[:MOST_PEOPLE] if card else ()
        parts += [
            _steps(said, card.steps if card else ()),
            _people(said, people),
            _lines(said, numbers.lines),
            *(said("sites") for _ in numbers.fallback[:1]),
        ]
        if numbers.lines and is_stale(self._know.helplines, now.date()):
            parts.append(said("confirmed", date=numbers.confirmed_on.isoformat()))
        parts.append(self._who_is_told(said, call, card))
        text = "\n\n".join(part for part in parts if part)
        contact = next((_contact(one) for one in people if one.phone), None)
        return Message(text, _other_cards(said, call), contact=contact)

    def _who_is_told(self, said: "_Sayer", call: Call, card: CrisisCard | None) -> str:
        if card is None or card.counselor is None:
            return said("nobody_watches")
        if not self._can_tell():
            return said("cannot_tell")
        name = quote(card.counselor, LONGEST_NAME)
        return said("telling", name=name) if call.alarming else said("will_tell", name=name)

    async def _show(self, call: Call) -> None:
        """Send the card, and after it the first person as a contact that a thumb can press."""
        try:
            message = self.message(call, self._card(call.words.chat_id), self._clock())
            if not await self._sent(call, replace(message, contact=None)):
                return
            self._figures.lifeline.labels(outcome="sent").inc()
            self._shown_at[_shown(call)] = self._monotonic()
            if message.contact is not None:
                await self._make_room(call.words.chat_id)
                await self._sent(call, Message("", contact=message.contact))
        except Exception:
            self._figures.lifeline.labels(outcome="broken").inc()
            log.exception("lifeline broken", update=call.words.update_id)
        finally:
            self._on_its_way.discard(_shown(call))

    async def _make_room(self, chat_id: int) -> None:
        """Wait until this chat takes one more message; what must not wait has left by now."""
        wait = self._limits.chat_wait(Lane.SOS, chat_id, self._monotonic())
        if wait:
            await self._pause(min(wait, LONGEST_WAIT_SECONDS))

    async def _sent(self, call: Call, message: Message) -> bool:
        """Send a message; try again where that can help. One that came twice does no harm."""
        chat_id = call.words.chat_id
        for _ in range(TRIES):
            self._limits.took(Lane.SOS, chat_id, self._monotonic())
            try:
                async with asyncio.timeout(TRY_SECONDS):
                    await letters.send(self._bot, chat_id, message)
            except TelegramBadRequest as error:
                outcome = ending(error)
                message = letters.plain(message)
            except (AiogramError, OSError) as error:
                outcome = ending(error)
                wait = error.retry_after if isinstance(error, TelegramRetryAfter) else 1.0
                await self._pause(min(wait, LONGEST_WAIT_SECONDS))
            else:
                return True
            self._figures.lifeline.labels(outcome=outcome).inc()
            log.error("lifeline card not sent", update=call.words.update_id, code=outcome)
            if outcome in {Ending.GONE, Ending.TOKEN}:
                break
        return False

    def _card(self, chat_id: int) -> CrisisCard | None:
        try:
            return self._cards.get(chat_id)
        except StorageError:
            log.exception("crisis card not read")
            return None

    def _is_new(self, call: Call) -> bool:
        """Return whether this update is new, and its writer has not just been shown this card."""
        number = call.words.update_id
        if number in self._answered:
            return False
        self._answered[number] = None
        if len(self._answered) > REMEMBERED:
            self._answered.popitem(last=False)
        now = self._monotonic()
        recent = {c: at for c, at in self._shown_at.items() if now - at < AGAIN_AFTER_SECONDS}
        self._shown_at = recent
        return _shown(call) not in recent and _shown(call) not in self._on_its_way


@dataclass(frozen=True, slots=True)
class _Sayer:
    """Says the lifeline's texts in one language."""

    texts: Texts
    language: str

    def __call__(self, key: str, /, **args: str) -> str:
        return self.texts.say(self.language, f"lifeline-{key}", **args)


def _shown(call: Call) -> tuple[int, str]:
    """Return what is shown to whom: another card is never kept back for the one before it."""
    return call.words.chat_id, call.card


def dialled(phone: str) -> str:
    """Return a number as it is dialled: digits, and a plus where there is one."""
    return _NOT_DIALLED.sub("", phone)


def _emergency(said: _Sayer, numbers: tuple[str, ...]) -> str:
    if not numbers:
        return said("emergency_unknown")
    return "\n".join((said("emergency"), *numbers))


def _steps(said: _Sayer, steps: tuple[str, ...]) -> str:
    own = [f"{n}. {quote(step, LONGEST_STEP)}" for n, step in enumerate(steps[:MOST_STEPS], 1)]
    return "\n".join((said("steps"), *own)) if own else ""


def _people(said: _Sayer, people: tuple[Person, ...]) -> str:
    lines = [part for one in people for part in (_name(one), dialled(one.phone or "")) if part]
    return "\n".join((said("people"), *lines)) if lines else ""


def _contact(one: Person) -> Contact:
    return Contact(_name(one), dialled(one.phone or ""))


def _other_cards(said: _Sayer, call: Call) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons of the short cards that this card is not."""
    others = [card for card in SHORT_CARDS if card != call.card]
    return (tuple(Button(said(f"{card}.button"), press_card(card)) for card in others),)


def _name(one: Person) -> str:
    return quote(one.name, LONGEST_NAME)


def _lines(said: _Sayer, lines: tuple[Line, ...]) -> str:
    found = [part for line in lines[:MOST_LINES] for part in _line(said, line)]
    return "\n".join((said("lines"), *found)) if found else ""


def _line(said: _Sayer, line: Line) -> list[str]:
    found = [f"{line.name} ({line.hours})" if line.hours else line.name]
    if line.call:
        found.append(line.call)
    if line.option:
        found.append(said("option", key=line.option))
    if line.text_to and line.keyword:
        found.append(said("text_word", word=line.keyword, number=line.text_to))
    elif line.text_to:
        found.append(said("text_to", number=line.text_to))
    return found
