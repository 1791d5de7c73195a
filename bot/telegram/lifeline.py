"""The lifeline: ``/sos`` and emergency words are answered before anything else is tried.

No database, no dialog, no outbox: a card of people and numbers goes straight to Telegram, in one
message. Then the update takes the ordinary road. What the card promises is only what will be done.
"""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramRetryAfter

from bot.actions.crisis import is_call
from bot.clock import Clock
from bot.observe import Figures
from bot.telegram import letters
from bot.telegram.cards import CardFile, CrisisCard, Person
from bot.telegram.connection import Ending, ending
from bot.telegram.handling import Pause
from bot.telegram.incoming import Raw, Words, words
from bot.telegram.limits import Limits
from dialogs.care.helplines import Helplines, Line, card_for, is_stale
from dialogs.care.words import Action, Category, Hit, Screen, Severity, screen
from dialogs.errors import StorageError
from dialogs.messages import LONGEST_TEXT, Contact, Message, quote
from dialogs.playbook import Playbook
from dialogs.texts import Texts
from storage.outbox import Lane

log = structlog.get_logger(__name__)

TRIES = 3
LONGEST_WAIT_SECONDS = 5.0
AGAIN_AFTER_SECONDS = 5.0
REMEMBERED = 10_000
LONGEST_STEP, LONGEST_NAME = 200, 60
MOST_STEPS, MOST_PEOPLE, MOST_LINES = 6, 5, 6

_EMERGENCIES = frozenset({Category.SUICIDE_SELFHARM, Category.OVERDOSE_MEDICAL})
_NOT_DIALLED = re.compile(r"[^\d+]")


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody needs help now, by ``/sos`` or in words that say so.

    ``about`` is what the words are about; ``alarming`` if they alone make us tell a human.
    """

    words: Words
    about: frozenset[Category] = frozenset()
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a card is made of, all in memory; ``language`` and ``country`` are the clinic's own."""

    texts: Texts
    helplines: Helplines
    screen: Callable[[str, str], Screen]
    language: str
    country: str | None

    @classmethod
    def of(cls, playbook: Playbook, language: str, country: str | None) -> "Knowledge":
        """Take from the playbook what a card is made of."""

        def look(text: str, spoken: str) -> Screen:
            return screen(text, spoken, playbook.words)

        return cls(playbook.texts, playbook.helplines, look, language, country)


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
        self._can_tell = can_tell
        self._answered: OrderedDict[int, None] = OrderedDict()
        self._shown_at: dict[int, float] = {}

    async def catch(self, raw: Raw) -> bool:
        """Answer an update at once if it is a call for help; return whether it was one.

        Never raises: the ordinary road is still ahead, whatever happens here.
        """
        call = self.recognise(raw)
        if call is None:
            return False
        if self._is_new(call.words):
            try:
                await self._send(call)
            except Exception:
                self._figures.lifeline.labels(outcome="broken").inc()
                log.exception("lifeline broken", update=call.words.update_id)
        return True

    def recognise(self, raw: Raw) -> Call | None:
        """Return what somebody calls for, or None when this is no call for help."""
        said = words(raw)
        if said is None:
            return None
        language = self._language(said)
        if is_call(self._know.texts, said.text):
            return Call(said)
        found = self._know.screen(said.text[:LONGEST_TEXT], language)
        about = frozenset(hit.category for hit in found.why if _is_grave(hit))
        return Call(said, about, found.action is Action.ALERT) if about else None

    def message(self, call: Call, card: CrisisCard | None, now: datetime) -> Message:
        """Word the card: emergency number, own steps, own people, lines, who will be told."""
        language = card.language if card else self._language(call.words)
        country = (card.country if card else None) or self._know.country
        said = _Sayer(self._know.texts, language)
        numbers = card_for(self._know.helplines, country)
        people = card.people[:MOST_PEOPLE] if card else ()
        parts = [
            said("overdose" if Category.OVERDOSE_MEDICAL in call.about else "opening"),
            _emergency(said, numbers.emergency),
            _steps(said, card.steps if card else ()),
            _people(said, people),
            _lines(said, numbers.lines),
            *(said("sites") for _ in numbers.fallback[:1]),
        ]
        if numbers.lines and is_stale(self._know.helplines, now.date()):
            parts.append(said("confirmed", date=numbers.confirmed_on.isoformat()))
        parts.append(self._who_is_told(said, call, card))
        first = next((one for one in people if one.phone), None)
        contact = (
            Contact(quote(first.name, LONGEST_NAME), dialled(first.phone or "")) if first else None
        )
        return Message("\n\n".join(part for part in parts if part), contact=contact)

    def _who_is_told(self, said: "_Sayer", call: Call, card: CrisisCard | None) -> str:
        if card is None or card.counselor is None:
            return said("nobody_watches")
        if not self._can_tell():
            return said("cannot_tell")
        name = quote(card.counselor, LONGEST_NAME)
        return said("telling", name=name) if call.alarming else said("will_tell", name=name)

    async def _send(self, call: Call) -> None:
        """Send the card; try again where that can help. A card that came twice does no harm."""
        chat_id = call.words.chat_id
        message = self.message(call, self._card(chat_id), self._clock())
        for _ in range(TRIES):
            self._limits.took(Lane.SOS, chat_id, self._monotonic())
            try:
                await letters.send(self._bot, chat_id, message)
            except TelegramBadRequest as error:
                outcome = ending(error)
                message = letters.plain(message)
            except (AiogramError, OSError) as error:
                outcome = ending(error)
                wait = error.retry_after if isinstance(error, TelegramRetryAfter) else 1.0
                await self._pause(min(wait, LONGEST_WAIT_SECONDS))
            else:
                self._figures.lifeline.labels(outcome="sent").inc()
                self._shown_at[chat_id] = self._monotonic()
                return
            self._figures.lifeline.labels(outcome=outcome).inc()
            log.error("lifeline card not sent", update=call.words.update_id, code=outcome)
            if outcome in {Ending.GONE, Ending.TOKEN}:
                return

    def _card(self, chat_id: int) -> CrisisCard | None:
        try:
            return self._cards.get(chat_id)
        except StorageError:
            log.exception("crisis card not read")
            return None

    def _is_new(self, said: Words) -> bool:
        """Return whether this update is new, and its writer has not just been shown the card."""
        if said.update_id in self._answered:
            return False
        self._answered[said.update_id] = None
        if len(self._answered) > REMEMBERED:
            self._answered.popitem(last=False)
        now = self._monotonic()
        recent = {c: at for c, at in self._shown_at.items() if now - at < AGAIN_AFTER_SECONDS}
        self._shown_at = recent
        return said.chat_id not in recent

    def _language(self, said: Words) -> str:
        code = (said.language or "").partition("-")[0].lower()
        return code if code in self._know.texts.languages else self._know.language


@dataclass(frozen=True, slots=True)
class _Sayer:
    """Says the lifeline's texts in one language."""

    texts: Texts
    language: str

    def __call__(self, key: str, /, **args: str) -> str:
        return self.texts.say(self.language, f"lifeline-{key}", **args)


def _is_grave(hit: Hit) -> bool:
    """Return whether these words are about life and death, and nothing around them says less."""
    grave = hit.severity in {Severity.EMERGENCY, Severity.URGENT} and hit.category in _EMERGENCIES
    return grave and not hit.context


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


def _contact(one: Person) -> Contact | None:
    return Contact(_name(one), dialled(one.phone)) if one.phone else None


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
