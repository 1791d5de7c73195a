"""Telegram: what people do on their phones, and the updates that follow from it.

Everything here is synchronous and only queues updates; the bot is reached when it polls
or when the server delivers.
"""

import re
from datetime import datetime
from typing import Any, Literal

from bot.emulator.media import sample
from bot.emulator.queues import MESSAGE_LIFETIME, TAP_LIFETIME, Pending, Queue
from bot.emulator.shapes import Chat, Json, Message, User, unix
from bot.emulator.utf16 import length
from bot.emulator.world import Query, World

COMMAND = re.compile(r"(?:^|(?<=\s))/[A-Za-z0-9_]{1,32}(?:@\w+)?")
FIRST_CHAT_INSTANCE = 5_000_000_000
POISON: Json = {"message": {"message_id": "not a number", "date": None, "chat": []}}

Membership = Literal["member", "left", "kicked"]


class Telegram(World):
    """One bot's Telegram, with the people in it."""

    def add_user(
        self, user_id: int, first_name: str, *, language: str = "en", username: str | None = None
    ) -> User:
        """Give a person a phone. The bot cannot write to them before they write to it.

        Raises:
            ValueError: They have one already.

        """
        if user_id in self.users:
            raise ValueError(f"person {user_id} has a phone already")
        user = User(user_id, first_name, language, username)
        self.users[user_id] = user
        self.chats[user_id] = Chat(user_id)
        self.touch()
        return user

    def add_group(
        self,
        chat_id: int,
        title: str,
        added_by: int,
        *,
        kind: Literal["group", "supergroup", "channel"] = "group",
    ) -> int:
        """Add the bot to a group; return the id of the update that tells it."""
        if chat_id >= 0:
            raise ValueError("a group has an id below zero")
        self.chats[chat_id] = Chat(chat_id, kind, title)
        return self._membership(chat_id, added_by, "left", "member")

    def say(
        self,
        user_id: int,
        text: str = "",
        *,
        chat_id: int | None = None,
        media: str | None = None,
        forwarded_from: str | None = None,
        **fields: Any,
    ) -> int:
        """Send something to the bot, or into a group it is in.

        Args:
            user_id: Who sends.
            text: The words, or the caption of the media.
            chat_id: The group; the private chat with the bot when absent.
            media: "photo", "voice", "sticker" ...; an unknown kind is made up.
            forwarded_from: The name of who first said it, for a forwarded message.
            fields: Further fields of the Bot API ``Message`` as they are.

        Returns:
            The update id.

        Raises:
            ValueError: Their account is deleted, or the bot is not in that group.

        """
        user = self.users[user_id]
        self._reach(user, chat_id)
        number, place = self.next_message_id(), chat_id or user_id
        message = Message(number, place, "user", user_id, self.now(), text, _commands(text))
        self._attach(message, media, forwarded_from)
        message.extra.update(fields)
        self.put(message)
        user.acted = self.changes
        return self._said("", message)

    def edit_said(self, user_id: int, message_id: int, text: str) -> int:
        """Let a person edit what they said; return the update id.

        Raises:
            ValueError: They said no such thing.

        """
        chats = (one for one in self.chats.values() if message_id in one.messages)
        message = next((one.messages[message_id] for one in chats), None)
        if message is None or message.sender != "user" or message.user_id != user_id:
            raise ValueError(f"person {user_id} has no message {message_id} to edit")
        message.text, message.entities, message.edited_at = text, _commands(text), self.now()
        self._acted(self.users[user_id])
        return self._said("edited_", message)

    def tap(self, user_id: int, message_id: int, data: str, *, chat_id: int | None = None) -> str:
        """Press a button that is on the message; return the query id.

        Raises:
            ValueError: The message is gone or has no such button (`tap_raw` forges one).

        """
        message = self.chats[chat_id or user_id].messages.get(message_id)
        rows = message.buttons if message else []
        if not any(one.data == data for row in rows for one in row):
            raise ValueError(f"message {message_id} has no button with this data")
        return self.tap_raw(user_id, message_id, data, chat_id=chat_id)

    def tap_raw(
        self, user_id: int, message_id: int, data: str, *, chat_id: int | None = None
    ) -> str:
        """Press a button that may not be there: stale, forged or on a deleted message."""
        user, place = self.users[user_id], chat_id or user_id
        query_id = self.new_query(Query(user_id, place, message_id, self.now()))
        message = self.chats[place].messages.get(message_id)
        gone = {"message_id": message_id, "date": 0, "chat": self.chat(place)}
        self._acted(user)
        body = {
            "id": query_id,
            "from": user.json(),
            "message": self.written(message) if message else gone,
            "chat_instance": str(FIRST_CHAT_INSTANCE + place),
            "data": data,
        }
        self._queue("callback_query", body, ("taps", user_id))
        return query_id

    def push_raw(self, body: Json, *, user_id: int = 0) -> int:
        """Queue an update as it is, however malformed; return the id it got."""
        pending = self.updates.add("raw", body, ("chat", user_id), MESSAGE_LIFETIME)
        self.touch()
        return pending.update_id

    def block(self, user_id: int) -> int:
        """Let a person block the bot; return the update id."""
        user = self.users[user_id]
        user.blocked = True
        return self._membership(user_id, user_id, "member", "kicked")

    def unblock(self, user_id: int) -> int:
        """Let a person take the bot back; return the update id."""
        user = self.users[user_id]
        user.blocked = False
        return self._membership(user_id, user_id, "kicked", "member")

    def deactivate(self, user_id: int) -> None:
        """Delete a person's account. Telegram tells bots nothing; they learn it by a 403."""
        self.users[user_id].deactivated = True
        self.touch()

    def throw_out(self, chat_id: int, user_id: int) -> int:
        """Remove the bot from a group; return the update id."""
        self.chats[chat_id].bot_is = "kicked"
        return self._membership(chat_id, user_id, "member", "kicked")

    def clears(self, user_id: int) -> None:
        """Call everything on a person's screen seen."""
        self._acted(self.users[user_id])

    def screen(self, user_id: int) -> list[Message]:
        """List what the bot wrote or changed since the person's last act, from the top down."""
        acted = self.users[user_id].acted
        return [
            one for one in self.messages(user_id) if one.sender == "bot" and one.changed > acted
        ]

    def next_expiry(self) -> datetime | None:
        """Return when the next waiting update lapses, for a clock that walks."""
        return self.updates.next_expiry()

    def _reach(self, user: User, chat_id: int | None) -> None:
        """Start the private chat, as pressing *Start* or *Restart* does."""
        if chat_id is not None:
            if self.chats[chat_id].bot_is != "member":
                raise ValueError(f"the bot is not in chat {chat_id}")
            return
        if user.deactivated:
            raise ValueError(f"person {user.user_id} has deleted their account")
        if user.blocked:
            self.unblock(user.user_id)
        user.started = True

    def _said(self, edited: str, message: Message) -> int:
        """Queue what was said; in a channel it is a post."""
        words = "channel_post" if self.chats[message.chat_id].kind == "channel" else "message"
        body = self.written(message)
        return self._queue(edited + words, body, ("chat", message.chat_id)).update_id

    def _attach(self, message: Message, media: str | None, forwarded_from: str | None) -> None:
        body = sample(media, self.files.new_id()) if media else {}
        message.photo = body.pop("photo", None)
        message.document = body.pop("document", None)
        message.contact = body.pop("contact", None)
        message.extra.update(body)
        if forwarded_from:
            origin = {"type": "hidden_user", "sender_user_name": forwarded_from}
            message.extra["forward_origin"] = {**origin, "date": unix(self.now())}

    def _acted(self, user: User) -> None:
        user.acted = self.changes
        self.touch()

    def _membership(self, chat_id: int, user_id: int, old: Membership, new: Membership) -> int:
        body = {
            "chat": self.chat(chat_id),
            "from": self.users[user_id].json(),
            "date": unix(self.now()),
            "old_chat_member": self._member(old),
            "new_chat_member": self._member(new),
        }
        return self._queue("my_chat_member", body, ("member", chat_id)).update_id

    def _member(self, status: Membership) -> Json:
        body: Json = {"status": status, "user": self.bot()}
        return {**body, "until_date": 0} if status == "kicked" else body

    def _queue(self, kind: str, body: Json, queue: Queue) -> Pending:
        """Put an update in line, with whatever goes wrong today."""
        fault = self.faults.strike(("duplicate", "poison"), None, queue[1])
        if fault and fault.kind == "poison":
            self.push_raw(dict(POISON), user_id=queue[1])
        lifetime = TAP_LIFETIME if kind == "callback_query" else MESSAGE_LIFETIME
        pending = self.updates.add(kind, {kind: body}, queue, lifetime)
        if fault and fault.kind == "duplicate":
            pending.repeats = 1
        self._reorder(pending, queue[1])
        self.touch()
        return pending

    def _reorder(self, pending: Pending, chat_id: int) -> None:
        """Let the update overtake the one before it, when that is what goes wrong today."""
        wanted = any(one.kind == "reorder" for one in self.faults.active)
        if (
            wanted
            and self.updates.overtakable(pending)
            and self.faults.strike(("reorder",), None, chat_id)
        ):
            self.updates.overtake(pending)


def _commands(text: str) -> list[Json]:
    """Mark the commands in a text as Telegram does."""
    return [
        {
            "type": "bot_command",
            "offset": length(text[: found.start()]),
            "length": length(found.group()),
        }
        for found in COMMAND.finditer(text)
    ]
