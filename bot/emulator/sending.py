"""Sending: the methods that put something new into a chat."""

from dataclasses import dataclass, field
from typing import Any

from bot.emulator.buttons import read_markup
from bot.emulator.formatting import check_length, formatted
from bot.emulator.media import described, photo_sizes
from bot.emulator.params import Params
from bot.emulator.shapes import FORBIDDEN, Chat, Json, Message, Refusal, Upload, bad_request
from bot.emulator.world import World, as_chat_id

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "upload_document",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


@dataclass(slots=True)
class Content:
    """What a new message says."""

    text: str = ""
    entities: list[Json] = field(default_factory=list)
    photo: list[Json] | None = None
    document: Json | None = None
    contact: Json | None = None


def known_chat(world: World, params: Params) -> Chat:
    """Return the chat a call names.

    Raises:
        Refusal: There is none of that id.

    """
    given = params.text("chat_id").strip()
    if not given:
        raise bad_request("chat_id is empty")
    chat = world.chats.get(as_chat_id(given) or 0)
    if chat is None:
        raise bad_request("chat not found")
    return chat


def open_chat(world: World, params: Params) -> Chat:
    """Return the chat a call names, if the bot may write there.

    Raises:
        Refusal: No such chat, never started, blocked, deactivated, or not in the group.

    """
    chat = known_chat(world, params)
    user = world.users.get(chat.chat_id)
    if user is None:
        return _open_group(chat)
    if user.deactivated:
        raise Refusal("Forbidden: user is deactivated", FORBIDDEN)
    if user.blocked:
        raise Refusal("Forbidden: bot was blocked by the user", FORBIDDEN)
    if not user.started:
        raise Refusal("Forbidden: bot can't initiate conversation with a user", FORBIDDEN)
    return chat


def _open_group(chat: Chat) -> Chat:
    if chat.bot_is == "kicked":
        raise Refusal(f"Forbidden: bot was kicked from the {chat.kind} chat", FORBIDDEN)
    if chat.bot_is == "left":
        raise Refusal(f"Forbidden: bot is not a member of the {chat.kind} chat", FORBIDDEN)
    return chat


def read_text(params: Params) -> tuple[str, list[Json]]:
    """Read the text of a message.

    Raises:
        Refusal: It is empty, too long, or its formatting is wrong.

    """
    text, entities = formatted(params, "text", "entities")
    if not text.strip():
        raise bad_request("message text is empty")
    check_length(text, LONGEST_TEXT, "message is too long")
    return text, entities


async def send_message(world: World, params: Params) -> Json:
    """Send a text."""
    text, entities = read_text(params)
    return _send(world, params, Content(text, entities))


async def send_photo(world: World, params: Params) -> Json:
    """Send a picture with a caption."""
    content = _captioned(params)
    content.photo = photo_sizes(world.files, _given(params, "photo"))
    return _send(world, params, content)


async def send_document(world: World, params: Params) -> Json:
    """Send a file with a caption."""
    content = _captioned(params)
    content.document, upload = described(world.files, _given(params, "document"))
    if upload:
        content.document["file_name"] = upload.name
        content.document["mime_type"] = upload.content_type
    return _send(world, params, content)


async def send_contact(world: World, params: Params) -> Json:
    """Send a phone number with a name."""
    contact = {
        name: params.text(name)
        for name in ("phone_number", "first_name", "last_name", "vcard")
        if params.text(name)
    }
    if "phone_number" not in contact:
        raise bad_request("phone number must be non-empty")
    if "first_name" not in contact:
        raise bad_request("first name must be non-empty")
    return _send(world, params, Content(contact=contact))


async def send_chat_action(world: World, params: Params) -> bool:
    """Show that the bot is busy."""
    if params.text("action").lower() not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    open_chat(world, params)
    return True


def _given(params: Params, kind: str) -> Upload | str:
    upload = params.upload(kind)
    if upload is None:
        raise bad_request(f"there is no {kind} in the request")
    return upload


def _captioned(params: Params) -> Content:
    text, entities = formatted(params, "caption", "caption_entities")
    check_length(text, LONGEST_CAPTION, "message caption is too long")
    return Content(text, entities)


def _send(world: World, params: Params, content: Content) -> Json:
    markup = read_markup(params)
    chat = open_chat(world, params)
    reply = _replied(chat, params)
    world.flood.spend(chat.chat_id, edit=False)
    message = Message(
        message_id=world.next_message_id(),
        chat_id=chat.chat_id,
        sender="bot",
        user_id=world.bot_id,
        at=world.now(),
        text=content.text,
        entities=content.entities,
        buttons=markup.rows,
        keyboard=markup.keyboard,
        photo=content.photo,
        document=content.document,
        contact=content.contact,
        silent=params.flag("disable_notification"),
        protect_content=params.flag("protect_content"),
    )
    if reply:
        message.extra["reply_to_message"] = world.written(reply)
    return world.written(world.put(message))


def _replied(chat: Chat, params: Params) -> Message | None:
    asked: Any = params.value("reply_parameters")
    if not isinstance(asked, dict):
        return None
    message = chat.messages.get(asked.get("message_id", 0))
    if message is None and not asked.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message
