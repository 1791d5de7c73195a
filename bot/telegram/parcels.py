"""Parcels: what goes straight to a chat after the commit, past the outbox.

It is too big for it, or too late: the file of a copy, messages taken out, the goodbye to somebody
already forgotten. Nothing depends on its arrival: whoever misses it asks again.
"""

import asyncio
from collections.abc import Sequence

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import BufferedInputFile

from bot.actions.copies import archive
from bot.actions.copies.gathering import Copy
from bot.actions.erasing import Farewell
from bot.telegram import letters
from bot.telegram.beside import Beside
from bot.telegram.connection import code_of
from bot.telegram.direct import tell_directly
from dialogs.messages import Message, covered
from dialogs.playbook import Playbook

log = structlog.get_logger(__name__)

AT_ONCE = 100
"""How many messages one call takes out."""

UPLOAD_SECONDS = 60


class Parcels:
    """Sends what is not in the outbox, beside the road."""

    def __init__(self, bot: Bot, beside: Beside, playbook: Playbook) -> None:
        self._bot = bot
        self._beside = beside
        self._playbook = playbook

    def send(self, copy: Copy) -> None:
        """Begin to pack and send a copy to the client it is about."""
        self._beside.go(self._sent(copy))

    def clear(self, chat_id: int, messages: Sequence[int], language: str) -> None:
        """Begin to take messages out of a chat, and say how many went."""
        self._beside.go(self._cleared(chat_id, messages, language))

    async def say_goodbye(self, farewell: Farewell) -> None:
        """Say goodbye to somebody of whom nothing is kept, and take out what was said."""
        await self._taken_out(farewell.chat_id, farewell.messages)
        words = self._playbook.texts.say(farewell.language, "rights-delete_done")
        message = covered(Message(words)) if farewell.discreet else Message(words)
        try:
            await letters.send(self._bot, farewell.chat_id, message)
        except (AiogramError, OSError) as error:
            log.info("goodbye not said", code=code_of(error))

    async def _sent(self, copy: Copy) -> None:
        person, say = copy.person, self._playbook.texts.say
        assert person.chat_id is not None, "somebody has written from a chat"
        content = await asyncio.to_thread(archive.packed, copy, self._playbook)
        try:
            await self._bot.send_document(
                person.chat_id,
                BufferedInputFile(content, archive.file_name(copy)),
                caption=say(person.language, "rights-export_caption"),
                request_timeout=UPLOAD_SECONDS,
            )
        except (AiogramError, OSError) as error:
            log.warning("copy not sent", person=person.id, code=code_of(error))
            failed = say(person.language, "rights-export_failed")
            await tell_directly(self._bot, person.chat_id, failed)

    async def _cleared(self, chat_id: int, messages: Sequence[int], language: str) -> None:
        count = await self._taken_out(chat_id, messages)
        words = self._playbook.texts.say(language, "rights-clear_done", count=count)
        await tell_directly(self._bot, chat_id, words)

    async def _taken_out(self, chat_id: int, messages: Sequence[int]) -> int:
        """Take messages out; return of how many Telegram said that they went."""
        count = 0
        for first in range(0, len(messages), AT_ONCE):
            some = list(messages[first : first + AT_ONCE])
            try:
                await self._bot.delete_messages(chat_id, some)
            except (AiogramError, OSError) as error:
                log.info("messages not taken out", count=len(some), code=code_of(error))
            else:
                count += len(some)
        return count
