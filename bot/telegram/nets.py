"""Nets: what still catches a call for help where the ordinary road does not run.

Of somebody who writes more than may be worked on, only the rules read on: each message at a glance,
and their last ones joined, once a second. And a call for help in an update that had to be put aside
is told to a human all the same, in a unit of work of its own. Nothing else is kept of either.
"""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog
from aiogram import Bot

from bot.actions import hearing
from bot.telegram import incoming
from bot.telegram.calls import Call, Ear
from bot.telegram.direct import tell_directly
from bot.telegram.handling import GLANCE
from bot.telegram.incoming import Raw, Words
from bot.telegram.middlewares import Deps
from dialogs.engine.session import Typed
from dialogs.errors import DatabaseRefused
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

JOINED = 3
"""How many of the newest messages are read as one: people cut what is hard to say into pieces."""

HEARD_FOR_SECONDS = 60.0
"""How long the same call of somebody who floods is not acted on again."""

ALARMING = "alarming"
"""What was heard besides its kind: words that page somebody, after words that only asked."""

CALM_AFTER_SECONDS = 60.0
"""After how long without too much the next flood is a new one, and told of again."""

_BLANKS = re.compile(r"\s+")


@dataclass(slots=True)
class _Flooding:
    """Somebody who writes more than may be worked on."""

    last_at: float
    told: bool = False
    unread: Words | None = None
    recent: deque[str] = field(default_factory=lambda: deque(maxlen=JOINED))
    heard_at: dict[str, float] = field(default_factory=dict)


class Nets:
    """Hears what would else go under."""

    def __init__(self, deps: Deps, ear: Ear, bot: Bot, monotonic: Callable[[], float]) -> None:
        self._deps = deps
        self._ear = ear
        self._bot = bot
        self._monotonic = monotonic
        self._people: dict[int, _Flooding] = {}

    async def too_much(self, raw: Raw, call: Call | None) -> None:
        """Take an update that came on top of too many: hear a call for help, keep nothing else.

        Raises:
            DatabaseRefused: The database cannot be used; the update is as good as never seen.

        """
        chat_id = incoming.private_chat(raw)
        if chat_id is None:
            return
        now = self._monotonic()
        one = self._people.setdefault(chat_id, _Flooding(now))
        one.last_at = now
        said = incoming.words(incoming.glance(raw, GLANCE))
        if said is not None:
            one.recent.append(said.text)
            one.unread = said
        try:
            if call is not None:
                await self._hear(one, call, incoming.update_id(raw))
            if not one.told:
                await self._say_so(chat_id)
                one.told = True
        except DatabaseRefused:
            raise
        except Exception:  # one person's broken row must not stop everybody's updates
            log.exception("flood not heard", update=incoming.update_id(raw))

    async def listen(self) -> int:
        """Read what came on top of too many since the last time, joined. Return 0: once is enough.

        Raises:
            DatabaseRefused: The database cannot be used; it is read again the next time.

        """
        now = self._monotonic()
        self._people = {
            chat_id: one
            for chat_id, one in self._people.items()
            if one.unread is not None or now - one.last_at < CALM_AFTER_SECONDS
        }
        for one in tuple(self._people.values()):
            if one.unread is not None:
                await self._read_on(one, one.unread)
                one.unread = None
        return 0

    async def _read_on(self, one: _Flooding, newest: Words) -> None:
        call = self._ear.weigh(_joined(newest, one.recent))
        if call is None or not call.alarming:
            return
        try:
            await self._hear(one, call, None)
        except DatabaseRefused:
            raise
        except Exception:  # one person's broken row must not hide what others wrote
            log.exception("flood not heard", update=newest.update_id)

    async def put_aside(self, raw: Raw, call: Call) -> None:
        """Tell a human of a call for help whose update is being put aside.

        Raises:
            DatabaseRefused: The database cannot be used; the update is as good as never seen.

        """
        if call.tapped is not None:
            return
        number = incoming.update_id(raw)
        try:
            async with self._deps.database.unit_of_work() as uow:
                told = await self._told(uow, call)
        except DatabaseRefused:
            raise
        except Exception:
            log.exception("call for help lost", update=number)
        else:
            log.error("call for help put aside", update=number, state="told" if told else "unknown")

    async def _told(self, uow: UnitOfWork, call: Call) -> bool:
        person = await uow.people.by_chat(call.words.chat_id)
        if person is None:
            return False
        actor = await uow.people.actor(person.id)
        text, now = call.words.text, self._deps.clock()
        return await hearing.put_aside(uow, self._deps.playbook, actor, person, text, now)

    async def _hear(self, one: _Flooding, call: Call, update_id: int | None) -> None:
        """Act on a call, unless the same has just been acted on."""
        what: set[str] = {*(call.about or {call.card})}
        if call.alarming:
            what.add(ALARMING)
        now = self._monotonic()
        lately = {each for each, at in one.heard_at.items() if now - at < HEARD_FOR_SECONDS}
        if call.tapped is not None or what <= lately:
            return
        async with self._deps.database.unit_of_work() as uow:
            at = self._deps.clock()
            if update_id is not None and not await uow.trail.remember(update_id, at):
                return
            person = await uow.people.by_chat(call.words.chat_id)
            if person is not None:
                actor = await uow.people.actor(person.id)
                text = call.words.text
                await hearing.hear(uow, self._deps.playbook, actor, person, Typed(text), at)
        one.heard_at.update(dict.fromkeys(what, now))

    async def _say_so(self, chat_id: int) -> None:
        """Say once that it was too much; of whom nothing is stored, nothing is stored now."""
        async with self._deps.database.unit_of_work() as uow:
            person = await uow.people.by_chat(chat_id)
            if person is not None:
                await hearing.too_fast(uow, self._deps.playbook, person, self._deps.clock())
                return
        texts = self._deps.playbook.texts
        await tell_directly(self._bot, chat_id, texts.say("", "errors-too_fast"))


def _joined(newest: Words, recent: deque[str]) -> Words:
    """Read the last messages as one; what was cut into pieces is short, so the end is enough."""
    whole = _BLANKS.sub(" ", " ".join(recent))
    return Words(newest.update_id, newest.chat_id, whole[-GLANCE:], newest.language)
