"""The lifeline: ``/sos`` and emergency words are answered before anything else is tried.

No database, no dialog, no outbox: a card of people and numbers goes straight to Telegram, in one
message. Then the update takes the ordinary road, and is not held up if Telegram does not answer.
What the card promises is only what will be done.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramRetryAfter

from bot.clock import Clock
from bot.observe import Figures
from bot.telegram import card_words as words
from bot.telegram import countries, letters
from bot.telegram.beside import Beside
from bot.telegram.calls import OPENING, Call, Ear
from bot.telegram.card_words import Sayer
from bot.telegram.cards import CardFile, CrisisCard
from bot.telegram.connection import Ending, ending
from bot.telegram.handling import Pause
from bot.telegram.incoming import Raw
from bot.telegram.limits import Limits
from dialogs.care.helplines import Helplines, card_for, is_stale
from dialogs.care.words import Category, Screen, screen
from dialogs.errors import StorageError
from dialogs.messages import Message, quote
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
NOBODY = 0
"""Whose card it is that holds a country and a language, and no person."""


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
        self._promised: set[int] = set()

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

    async def take_back(self, call: Call) -> None:
        """Say that nobody can be told after all, where a card has just promised that."""
        if call.words.update_id not in self._promised:
            return
        self._promised.discard(call.words.update_id)
        card = self._card(call.words.chat_id)
        language = card.language if card else self._know.ear.spoken(call.words)
        await self._sent(call, Message(Sayer(self._know.texts, language)("cannot_tell")))

    def message(self, call: Call, card: CrisisCard | None, now: datetime) -> Message:
        """Word the card: emergency number, own steps, own people, lines, who will be told.

        A short card that was asked for by its button holds no more than its own steps and the
        emergency number.
        """
        language = card.language if card else self._know.ear.spoken(call.words)
        country = card.country if card else self._know.country
        said = Sayer(self._know.texts, language)
        if call.country == "":
            return countries.asked(self._know.texts, language)
        numbers = card_for(self._know.helplines, country)
        parts = [said(call.card), words.emergency(said, numbers.emergency)]
        if call.tapped is not None:
            return Message("\n\n".join(parts))
        people = card.people[: words.MOST_PEOPLE] if card else ()
        if call.card == OPENING:
            parts.insert(1, words.people(said, people[:1], "first_person"))
        parts += [
            words.steps(said, card.steps if card else ()),
            words.people(said, people[1:] if call.card == OPENING else people, "people"),
            words.lines(said, numbers.lines),
            *(said("sites") for _ in numbers.fallback[:1]),
        ]
        if numbers.lines and is_stale(self._know.helplines, now.date()):
            parts.append(said("confirmed", date=numbers.confirmed_on.isoformat()))
        parts.append(self._who_is_told(said, call, card))
        text = "\n\n".join(part for part in parts if part)
        contact = next((words.contact(one) for one in people if one.phone), None)
        is_known = card is not None and card.person_id != NOBODY
        elsewhere = (
            () if is_known or call.card != OPENING else countries.elsewhere(said.texts, language)
        )
        return Message(text, words.other_cards(said, call) + elsewhere, contact=contact)

    def _who_is_told(self, said: Sayer, call: Call, card: CrisisCard | None) -> str:
        told = _told(call, card)
        if told is None:
            return said("nobody_watches")
        if not self._can_tell():
            return said("cannot_tell")
        name = quote(told, words.LONGEST_NAME)
        return said("telling", name=name) if call.alarming else said("will_tell", name=name)

    async def _show(self, call: Call) -> None:
        """Send the card, and after it the first person as a contact that a thumb can press."""
        try:
            if call.country:
                await asyncio.to_thread(self._remember, call, call.country)
            card = self._card(call.words.chat_id)
            message = self.message(call, card, self._clock())
            is_pressed = call.tapped is not None or call.country is not None
            if _told(call, card) and self._can_tell() and not is_pressed:
                self._promised.add(call.words.update_id)
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

    def _remember(self, call: Call, country: str) -> None:
        """Keep the country of somebody who has no card of their own, and nothing else of them."""
        known = self._card(call.words.chat_id)
        if country not in self._know.helplines.countries or (known and known.person_id):
            return
        language = self._know.ear.spoken(call.words)
        try:
            self._cards.put(CrisisCard(NOBODY, call.words.chat_id, language, country))
        except OSError:
            log.exception("country not kept")

    def _is_new(self, call: Call) -> bool:
        """Return whether this update is new, and its writer has not just been shown this card."""
        number = call.words.update_id
        if number in self._answered:
            return False
        self._answered[number] = None
        if len(self._answered) > REMEMBERED:
            forgotten, _ = self._answered.popitem(last=False)
            self._promised.discard(forgotten)
        now = self._monotonic()
        recent = {c: at for c, at in self._shown_at.items() if now - at < AGAIN_AFTER_SECONDS}
        self._shown_at = recent
        return _shown(call) not in recent and _shown(call) not in self._on_its_way


def _told(call: Call, card: CrisisCard | None) -> str | None:
    """Return the name of whoever is told: of staff, else a sponsor, who never hears of violence."""
    if card is None:
        return None
    if card.counselor is None and Category.VIOLENCE_ABUSE in call.about:
        return None
    return card.counselor or card.supporter


def _shown(call: Call) -> tuple[int, str]:
    """Return what is shown to whom: another card is never kept back for the one before it."""
    return call.words.chat_id, call.card if call.country is None else f"in {call.country}"
