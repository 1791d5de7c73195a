"""Editing: the methods that change or remove what stands in a chat, and answer taps."""

from datetime import timedelta

from bot.emulator.buttons import read_markup
from bot.emulator.formatting import check_length
from bot.emulator.params import Params
from bot.emulator.queues import TAP_LIFETIME
from bot.emulator.sending import open_chat, read_text
from bot.emulator.shapes import Button, Chat, Json, Message, bad_request
from bot.emulator.world import World

LONGEST_ANSWER = 200
MOST_DELETED = 100
DELETABLE = timedelta(hours=48)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def edit_text(world: World, params: Params) -> Json:
    """Change a message's text; the keyboard goes unless it is given again."""
    text, entities = read_text(params)
    rows = read_markup(params, inline_only=True).rows
    message = _own(open_chat(world, params), params)
    if message.captioned or message.contact:
        raise bad_request("there is no text in the message to edit")
    if (message.text, message.entities) == (text, entities) and _same(message.buttons, rows):
        raise bad_request(NOT_MODIFIED)
    world.flood.spend(message.chat_id, edit=True)
    message.text, message.entities, message.buttons = text, entities, rows
    return _edited(world, message)


async def edit_markup(world: World, params: Params) -> Json:
    """Change or drop the keyboard under a message."""
    rows = read_markup(params, inline_only=True).rows
    message = _own(open_chat(world, params), params)
    if _same(message.buttons, rows):
        raise bad_request(NOT_MODIFIED)
    world.flood.spend(message.chat_id, edit=True)
    message.buttons = rows
    return _edited(world, message)


async def delete_message(world: World, params: Params) -> bool:
    """Remove one message for everybody."""
    chat = open_chat(world, params)
    message = chat.messages.get(params.number("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    _check_deletable(world, chat, message)
    world.remove(chat.chat_id, message.message_id)
    return True


async def delete_messages(world: World, params: Params) -> bool:
    """Remove up to 100 messages; those that are gone are passed over."""
    given = params.value("message_ids")
    if not given:
        raise bad_request("message identifiers are not specified")
    if not isinstance(given, list):
        raise bad_request("expected an Array of message identifiers")
    if len(given) > MOST_DELETED:
        raise bad_request("too many message identifiers specified")
    if not all(isinstance(one, int) and one > 0 for one in given):
        raise bad_request("invalid message identifier specified")
    chat = open_chat(world, params)
    found = [chat.messages[one] for one in dict.fromkeys(given) if one in chat.messages]
    for message in found:
        _check_deletable(world, chat, message)
    for message in found:
        world.remove(chat.chat_id, message.message_id)
    return True


async def answer_callback_query(world: World, params: Params) -> bool:
    """End the waiting circle on a tapped button, with or without words."""
    query_id, text = params.text("callback_query_id"), params.text("text")
    query = world.queries.get(query_id)
    if query is None or world.now() - query.at > TAP_LIFETIME:
        raise bad_request(TOO_OLD)
    check_length(text, LONGEST_ANSWER, "MESSAGE_TOO_LONG")
    if params.text("url"):
        raise bad_request("URL_INVALID")
    world.answer_tap(query_id, text, alert=params.flag("show_alert"))
    return True


def _own(chat: Chat, params: Params) -> Message:
    """Find the bot's own message a call names."""
    if not params.number("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(params.number("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender != "bot":
        raise bad_request("message can't be edited")
    return message


def _edited(world: World, message: Message) -> Json:
    message.edited_at = world.now()
    world.mark(message)
    return world.written(message)


def _same(before: list[list[Button]], after: list[list[Button]]) -> bool:
    return before == after


def _check_deletable(world: World, chat: Chat, message: Message) -> None:
    foreign = message.sender != "bot" and chat.kind != "private"
    if foreign or world.now() - message.at > DELETABLE:
        raise bad_request("message can't be deleted")
