"""Menus: the commands a chat lists follow what its person is to whom.

Telegram keeps a list for each chat; it is set again when it would differ from what was set last.
"""

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand, BotCommandScopeChat

from dialogs.care.people import Actor, Person, Role
from dialogs.texts import Texts

log = structlog.get_logger(__name__)

ANYONE = ("sos", "language", "privacy", "help")
DISCREET = ("checkin", "now", "sos", "help")
REMEMBERED = 10_000
_BY_ROLE = {
    Role.CLIENT: (
        *("checkin", "now", "sos", "plan", "goals", "meds", "safety", "coping"),
        *("people", "invite", "message", "times", "pause"),
        *("looked", "clear", "export", "delete"),
    ),
    Role.COUNSELOR: (
        *("alerts", "digest", "clients", "oncall", "away", "hours", "figures", "invite", "lost"),
    ),
    Role.SPONSOR: ("people", "learn"),
    Role.FAMILY: ("people", "learn"),
    Role.ADMIN: ("figures", "lost"),
}


def menu_of(actor: Actor, *, discreet: bool) -> tuple[str, ...]:
    """Return the commands for somebody, in order, each once."""
    if discreet:
        return DISCREET
    own = [name for role, names in _BY_ROLE.items() if actor.is_role(role) for name in names]
    return tuple(dict.fromkeys((*own, *ANYONE)))


class Menus:
    """Remembers which menu each chat was given last."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._given: dict[int, tuple[str, ...]] = {}

    async def follow(self, bot: Bot, actor: Actor, person: Person) -> None:
        """Give a chat its menu if it has another one; nothing depends on it."""
        wanted = (person.language, *menu_of(actor, discreet=person.discreet))
        if person.chat_id is None or self._given.get(person.id) == wanted:
            return
        if len(self._given) >= REMEMBERED:
            self._given.clear()
        self._given[person.id] = wanted
        try:
            await bot.set_my_commands(
                self.commands(person.language, wanted[1:]),
                scope=BotCommandScopeChat(chat_id=person.chat_id),
            )
        except AiogramError as error:
            log.info("menu not set", error=type(error).__name__)

    def commands(self, language: str, names: tuple[str, ...]) -> list[BotCommand]:
        """Word commands in a language."""
        say = self._texts.say
        return [
            BotCommand(command=name, description=say(language, f"commands-menu_{name}"))
            for name in names
        ]
