"""Shapes: what the pretend Telegram keeps, and how the Bot API writes it down.

Times are kept as aware UTC datetimes; the Bot API writes whole Unix seconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Json = dict[str, Any]

BAD_REQUEST = 400
UNAUTHORIZED = 401
FORBIDDEN = 403
NOT_FOUND = 404
CONFLICT = 409
TOO_LARGE = 413
TOO_MANY = 429


class Refusal(Exception):
    """Telegram says no: a code, its own words, and sometimes how long to wait."""

    def __init__(
        self, description: str, code: int = BAD_REQUEST, *, retry_after: int | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def envelope(self) -> Json:
        """Write the answer as Telegram does."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(words: str) -> Refusal:
    """Build the usual refusal: 400, 'Bad Request: ' and the words."""
    return Refusal(f"Bad Request: {words}")


@dataclass(slots=True)
class User:
    """A person with a phone, as the bot may know them."""

    user_id: int
    first_name: str
    language: str = "en"
    username: str | None = None
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    acted: int = 0
    """The world's change counter at this person's last act; what changed later is on the screen."""

    def json(self) -> Json:
        """Write a Bot API ``User``."""
        body: Json = {"id": self.user_id, "is_bot": False, "first_name": self.first_name}
        if self.username:
            body["username"] = self.username
        return {**body, "language_code": self.language}


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: a label with callback data, or a link, or another action in ``raw``."""

    label: str
    data: str | None
    url: str | None
    raw: Mapping[str, Any]


@dataclass(slots=True)
class Message:
    """One message in a chat, text or media; the text of media is its caption."""

    message_id: int
    chat_id: int
    sender: Literal["bot", "user"]
    user_id: int
    at: datetime
    text: str = ""
    entities: list[Json] = field(default_factory=list)
    buttons: list[list[Button]] = field(default_factory=list)
    keyboard: list[list[str]] = field(default_factory=list)
    photo: list[Json] | None = None
    document: Json | None = None
    contact: Json | None = None
    extra: Json = field(default_factory=dict)
    edited_at: datetime | None = None
    silent: bool = False
    protect_content: bool = False
    changed: int = 0

    @property
    def captioned(self) -> bool:
        """Whether the text is a caption under a picture or a file."""
        return bool(self.photo or self.document)

    def shown(self) -> Json:
        """Write what a person sees, for the chat page and for phones over HTTP."""
        return {
            "message_id": self.message_id,
            "sender": self.sender,
            "user_id": self.user_id,
            "text": self.text,
            "entities": self.entities,
            "buttons": [
                [{"label": one.label, "data": one.data, "url": one.url} for one in row]
                for row in self.buttons
            ],
            "keyboard": self.keyboard,
            "photo": _address(self.photo[-1]) if self.photo else None,
            "document": _file(self.document) if self.document else None,
            "contact": _card(self.contact) if self.contact else None,
            "extra": self.extra,
            "at": self.at.isoformat(),
            "edited_at": self.edited_at.isoformat() if self.edited_at else None,
            "silent": self.silent,
            "protect_content": self.protect_content,
            "changed": self.changed,
        }


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the person's) or a group the bot is in."""

    chat_id: int
    kind: Literal["private", "group", "supergroup", "channel"] = "private"
    title: str = ""
    bot_is: Literal["member", "left", "kicked"] = "member"
    messages: dict[int, Message] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Call:
    """One Bot API call as the journal keeps it."""

    number: int
    at: datetime
    method: str
    params: Json
    chat_id: int | None
    ok: bool
    result: Any
    code: int | None = None
    error: str | None = None
    fault: str | None = None

    def json(self) -> Json:
        """Write the call for the chat page; uploads appear by size only."""
        return {
            "number": self.number,
            "at": self.at.isoformat(),
            "method": self.method,
            "params": {name: _plain(name, value) for name, value in self.params.items()},
            "chat_id": self.chat_id,
            "message_id": self.result.get("message_id") if isinstance(self.result, dict) else None,
            "ok": self.ok,
            "code": self.code,
            "error": self.error,
            "fault": self.fault,
        }


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    content: bytes
    content_type: str = "application/octet-stream"

    def json(self) -> Json:
        """Write name and size, never the content."""
        return {"file": self.name, "size": len(self.content)}


def unix(at: datetime) -> int:
    """Write a time as the Bot API does, in whole Unix seconds."""
    return int(at.timestamp())


def chat_json(chat: Chat, person: User | None) -> Json:
    """Write a Bot API ``Chat``."""
    body: Json = {"id": chat.chat_id, "type": chat.kind}
    if person is None:
        return {**body, "title": chat.title}
    body["first_name"] = person.first_name
    if person.username:
        body["username"] = person.username
    return body


def message_json(message: Message, sender: Json, chat: Json) -> Json:
    """Write a Bot API ``Message``.

    Args:
        message: What is written.
        sender: The Bot API ``User`` who sent it.
        chat: The Bot API ``Chat`` it stands in.

    """
    body: Json = {
        "message_id": message.message_id,
        "from": sender,
        "chat": chat,
        "date": unix(message.at),
        **message.extra,
    }
    if message.edited_at:
        body["edit_date"] = unix(message.edited_at)
    for kind in ("photo", "document", "contact"):
        if value := getattr(message, kind):
            body[kind] = value
    if message.text:
        words = "caption" if message.captioned or "file" in message.extra else "text"
        body[words] = message.text
        if message.entities:
            body["caption_entities" if words == "caption" else "entities"] = message.entities
    if message.protect_content:
        body["has_protected_content"] = True
    if message.buttons:
        rows = [[dict(one.raw) for one in row] for row in message.buttons]
        body["reply_markup"] = {"inline_keyboard": rows}
    return body


def _address(file: Json) -> str:
    return f"/control/file/{file['file_id']}"


def _file(document: Json) -> Json:
    return {"name": document.get("file_name", "file"), "url": _address(document)}


def _card(contact: Json) -> Json:
    names = (contact.get("first_name"), contact.get("last_name"))
    name = " ".join(one for one in names if one)
    return {"name": name, "phone": contact["phone_number"]}


def _plain(name: str, value: Any) -> Any:
    given = Upload(name, value) if isinstance(value, bytes) else value
    return given.json() if isinstance(given, Upload) else given
