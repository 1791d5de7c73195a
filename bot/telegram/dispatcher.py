"""The road of one update: middlewares and routers, in the order in which it meets them.

An exception of a handler comes out again: only so can the inbox know that an update is not done.
"""

from collections.abc import Sequence
from datetime import datetime

from aiogram import Bot, Dispatcher, Router
from aiogram.types import Update

from bot.telegram.direct import tell_directly
from bot.telegram.incoming import Raw, clean, pared, private_chat
from bot.telegram.middlewares import (
    Apologise,
    Deps,
    Once,
    OneUnitOfWork,
    Private,
    WhoIsThis,
)
from dialogs.messages import Message
from storage.outbox import Lane


def build_dispatcher(routers: Sequence[Router], deps: Deps) -> Dispatcher:
    """Put the road together. The state of a dialog is in the database, so FSM is off."""
    dispatcher = Dispatcher(disable_fsm=True)
    for middleware in (
        Private(deps),
        Apologise(deps),
        OneUnitOfWork(deps),
        Once(),
        WhoIsThis(deps),
    ):
        dispatcher.update.outer_middleware(middleware)
    dispatcher.include_routers(*routers)
    return dispatcher


class Feed:
    """The road as one function: takes an update as it came, returns when its work is committed."""

    def __init__(self, dispatcher: Dispatcher, bot: Bot) -> None:
        self._dispatcher = dispatcher
        self._bot = bot

    async def __call__(self, raw: Raw) -> None:
        """Work on one update.

        Raises:
            ValidationError: It cannot be read.
            Exception: Whatever a handler raised that is not a refusal put into words.

        """
        update = Update.model_validate(clean(pared(raw)), context={"bot": self._bot})
        await self._dispatcher.feed_update(self._bot, update)


class Sorry:
    """What a person hears when their update was put aside: that it was not their fault."""

    def __init__(self, deps: Deps, bot: Bot) -> None:
        self._deps = deps
        self._bot = bot

    async def __call__(self, raw: Raw, now: datetime) -> None:
        """Leave an apology; whoever is not stored gets it straight away."""
        chat_id = private_chat(raw)
        if chat_id is None:
            return
        texts = self._deps.playbook.texts
        async with self._deps.database.unit_of_work() as uow:
            person = await uow.people.by_chat(chat_id)
            if person is not None:
                message = Message(texts.say(person.language, "errors-unexpected"))
                await uow.outbox.add(person.id, message, lane=Lane.REPLY, kind="apology", now=now)
                return
        await tell_directly(self._bot, chat_id, texts.say("", "errors-unexpected"))
