"""What every update passes before a handler sees it, outermost first.

`Private` → `Apologise` → `OneUnitOfWork` → `Once` → `WhoIsThis`. Refusals are put into words here
and nowhere else, after the unit of work has rolled back. No network call happens inside a unit of
work: taps are answered after the commit.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import Chat, Message, TelegramObject, Update, User

from bot.actions import welcome
from bot.clock import Clock
from bot.observe import Figures
from bot.telegram.beside import Beside
from bot.telegram.direct import answer, tell_directly
from bot.telegram.fragments import Fragments
from bot.telegram.menus import Menus
from bot.telegram.visit import Visit
from dialogs import messages
from dialogs.care.people import STRANGER, Person, PersonState
from dialogs.errors import BadZone, ContentProblems, HandrailError, MissingText, StorageError
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import Database, UnitOfWork

log = structlog.get_logger(__name__)

WAITED_FOR_SECONDS = 0.5
_JOINED = ("member", "administrator", "restricted")
_NOT_REFUSALS = (StorageError, ContentProblems, MissingText)
_WORD = re.compile(r"(?<!^)(?=[A-Z])")

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
ShowAgain = Callable[[UnitOfWork, Playbook, Person, HandrailError, datetime], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Deps:
    """What the road of an update needs from the rest of the program.

    ``show_again`` leaves what should follow the words of a refusal, such as the current question.
    """

    database: Database
    playbook: Playbook
    clock: Clock
    figures: Figures
    beside: Beside
    show_again: ShowAgain | None = None
    fragments: Fragments = field(default_factory=Fragments)


class Private:
    """Lets only people in their own private chats through; leaves groups; the rest is counted."""

    def __init__(self, deps: Deps) -> None:
        self._figures = deps.figures

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Pass the update on, or stop it here without a trace of who sent it."""
        update = _update(event)
        if is_private(update):
            return await handler(update, data)
        self._figures.updates.labels(kind="other", outcome="ignored").inc()
        group = _group_joined(update)
        if group is not None:
            await _leave(data["bot"], group)
        return None


class Apologise:
    """Puts a refusal into words, after the unit of work in which it arose has rolled back."""

    def __init__(self, deps: Deps) -> None:
        self._deps = deps

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Pass the update on; a refusal is answered, anything unexpected is logged and raised."""
        update = _update(event)
        try:
            return await handler(update, data)
        except _NOT_REFUSALS as error:
            _complain(update, error)
            raise
        except HandrailError as refusal:
            log.info("refused", update=update.update_id, reason=type(refusal).__name__)
            await self._say_so(update, refusal, data)
            return None
        except Exception as error:
            _complain(update, error)
            raise

    async def _say_so(self, update: Update, refusal: HandrailError, data: dict[str, Any]) -> None:
        person: Person | None = data.get("person")
        text = self._words(update, person, refusal)
        if person is None or person.chat_id is None:
            await _tell_stranger(data["bot"], update, text)
            return
        if update.callback_query and await answer(update.callback_query, text):
            text = ""
        await self._leave(update, person, text, refusal)

    async def _leave(
        self, update: Update, person: Person, text: str, refusal: HandrailError
    ) -> None:
        """Leave the words, and what should follow them, in a unit of work of their own."""
        now = self._deps.clock()
        async with self._deps.database.unit_of_work() as uow:
            if not await uow.trail.remember(update.update_id, now):
                return
            if text:
                message = messages.Message(text)
                await uow.outbox.add(person.id, message, lane=Lane.REPLY, kind="apology", now=now)
            if self._deps.show_again is not None:
                await self._deps.show_again(uow, self._deps.playbook, person, refusal, now)

    def _words(self, update: Update, person: Person | None, refusal: HandrailError) -> str:
        """Find the words for the closest class of refusal that has some."""
        texts = self._deps.playbook.texts
        language = person.language if person else language_of(sender(update))
        more: dict[str, str] = {}
        if isinstance(refusal, BadZone):
            more["suggestions"] = ", ".join(refusal.suggestions) or "none"
        keys = (f"errors-{snake(kind.__name__)}" for kind in type(refusal).__mro__)
        key = next(key for key in keys if texts.has(language, key))
        return texts.say(language, key, **more)


class OneUnitOfWork:
    """Opens the one transaction in which an update is worked on; answers the tap after it."""

    def __init__(self, deps: Deps) -> None:
        self._deps = deps
        self._menus = Menus(deps.playbook.texts)

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Hand ``uow`` and ``now`` on; a handler's text answers the tap or the stranger."""
        update = _update(event)
        async with self._deps.database.unit_of_work() as uow:
            data["uow"] = uow
            data["now"] = self._deps.clock()
            result = await handler(update, data)
        said = result if isinstance(result, str) else None
        await self._deps.beside.begin(self._answer(update, said, data), WAITED_FOR_SECONDS)
        return result

    async def _answer(self, update: Update, said: str | None, data: dict[str, Any]) -> None:
        """Say what is not in the outbox; somebody's next update does not wait for Telegram."""
        if update.callback_query:
            await answer(update.callback_query, said)
        elif said:
            await _tell_stranger(data["bot"], update, said)
        visit: Visit | None = data.get("visit")
        if visit is not None and visit.guest is not None:
            await self._menus.follow(data["bot"], visit.actor, visit.guest)


class Once:
    """Stops an update that has been worked on before: Telegram delivers at least once."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Pass on what is new, and remember it in the same transaction as its effects."""
        update = _update(event)
        if await data["uow"].trail.remember(update.update_id, data["now"]):
            return await handler(update, data)
        return None


class WhoIsThis:
    """Finds the person of a chat, and what they are to whom, from the database every time."""

    def __init__(self, deps: Deps) -> None:
        self._deps = deps

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Hand the ``visit`` on; ``person`` is for the apology."""
        user = sender(_update(event))
        people = data["uow"].people
        person = await people.by_chat(user.id) if user else None
        if person is not None and person.state is PersonState.BLOCKED and _writes(event):
            person = await welcome.came_back(data["uow"], person, data["now"])
        actor = await people.actor(person.id) if person else STRANGER
        data["uow"].asked_by = person.id if person else None
        texts = self._deps.playbook.texts
        language = person.language if person else texts.known(language_of(user))
        data["person"] = person
        data["visit"] = Visit(
            data["uow"],
            self._deps.playbook,
            actor,
            person,
            language,
            data["now"],
            self._earlier(_update(event), data["now"]),
        )
        return await handler(event, data)

    def _earlier(self, update: Update, now: datetime) -> tuple[str, ...]:
        message = update.message
        if message is None or not message.text:
            return ()
        return self._deps.fragments.before(message.chat.id, update.update_id, message.text, now)


def _writes(event: TelegramObject) -> bool:
    """Tell whether somebody wrote or tapped, which nobody can who blocks the bot."""
    return _update(event).my_chat_member is None


def is_private(update: Update) -> bool:
    """Return whether this is a person, in their own private chat with us, and nothing else."""
    user, chat = sender(update), _chat(update)
    if user is None or chat is None or user.is_bot:
        return False
    return chat.type == "private" and chat.id == user.id


def sender(update: Update) -> User | None:
    """Return whoever caused this update, for the kinds we work on."""
    event = (
        update.message or update.edited_message or update.callback_query or update.my_chat_member
    )
    return event.from_user if event else None


def language_of(user: User | None) -> str:
    """Return the language somebody's phone is set to, as a folder name ("" if not known)."""
    code = user.language_code if user and user.language_code else ""
    return code.partition("-")[0].lower()


def snake(name: str) -> str:
    """Turn a class name into the form text keys have: ``StaleReply`` into ``stale_reply``."""
    return _WORD.sub("_", name).lower()


def _update(event: TelegramObject) -> Update:
    assert isinstance(event, Update)
    return event


def _chat(update: Update) -> Chat | None:
    """Return the chat an update belongs to, unless somebody else speaks in it."""
    if update.callback_query:
        message = update.callback_query.message
        return message.chat if message else None
    written = update.message or update.edited_message
    if written:
        return None if _is_relayed(written) else written.chat
    return update.my_chat_member.chat if update.my_chat_member else None


def _is_relayed(message: Message) -> bool:
    """Return whether somebody else wrote this, or wrote it for somebody else."""
    return any(
        (
            message.via_bot,
            message.sender_chat,
            message.business_connection_id,
            getattr(message, "guest_query_id", None),
        )
    )


def _group_joined(update: Update) -> int | None:
    change = update.my_chat_member
    if change is None or change.chat.type == "private":
        return None
    return change.chat.id if change.new_chat_member.status in _JOINED else None


async def _leave(bot: Bot, chat_id: int) -> None:
    try:
        await bot.leave_chat(chat_id)
    except AiogramError as error:
        log.warning("group not left", error=type(error).__name__)


async def _tell_stranger(bot: Bot, update: Update, text: str) -> None:
    """Answer somebody of whom nothing is stored, so there is no outbox row to leave."""
    user = sender(update)
    if update.callback_query and await answer(update.callback_query, text):
        return
    if user is not None:
        await tell_directly(bot, user.id, text)


def _complain(update: Update, error: Exception) -> None:
    log.error("update failed", update=update.update_id, exc_info=error)
