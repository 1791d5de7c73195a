"""Malice: updates that nobody should ever send, made by a seeded generator.

Whole ones of all 27 kinds in all kinds of chats, then broken: wrong types, missing parts, huge and
empty texts, NUL, right to left, lone surrogates, numbers beyond all bounds, and nested deep.
"""

import copy
import json
import random
from collections.abc import Callable, Sequence
from typing import Any

from bot.emulator.media import sample

Json = dict[str, Any]

KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
    "subscription",
    "something_new",
)
CHATS = ("private", "group", "supergroup", "channel", "sender")
MEDIA = ("photo", "voice", "sticker", "document", "video", "location", "contact", "dice", "unheard")
FIRST_STRANGER = 8_000_000_000
STRANGERS = 200
LARGEST_BODY = 256 * 1024

TEXTS: Sequence[str] = (
    "hi",
    "",
    "7",
    "/help",
    "/now",
    "/sos",
    "/checkin",
    "/invite counselor",
    "/start " + "A" * 32,
    "/start \x00' OR 1=1 --",
    "/alerts@handrail_bot",
    "I want to kill myself",
    "a" * 4096,
    "🪢" * 3000,
    "x" * 100_000,
    "nul\x00in\x00the middle",
    "\u202egnirts desrever\u202c",
    "z\u200bero\u200cwi\u200ddth\ufeff",
    "lone \ud800 surrogate \udfff",
    "<b>bold</b> & <a href='tg://user?id=1'>you</a>",
    "{ $name } { alerts-page }",
    "'; DROP TABLE answers; --",
)
VALUES: Sequence[Any] = (
    None,
    [],
    {},
    "",
    "x",
    -1,
    0,
    2**31,
    2**53 + 1,
    2**63,
    10**40,
    1.5,
    1e308,
    True,
    "\x00",
    "\ud800",
    ["a", ["b"]],
    {"id": {"id": {}}},
    "9" * 5000,
)


def stranger(dice: random.Random, number: int) -> Json:
    """Make an update of somebody of whom nothing is stored; half of them are broken."""
    who = FIRST_STRANGER + dice.randrange(STRANGERS)
    return maybe_broken(dice, update(dice, number, dice.choice(KINDS), who))


def known(dice: random.Random, number: int, chats: Sequence[int]) -> Json:
    """Make an update of somebody we know, mostly of a kind we work on."""
    ours = ("message", "edited_message", "callback_query", "my_chat_member")
    kind = dice.choice(ours if dice.random() < 0.8 else KINDS)
    return maybe_broken(dice, update(dice, number, kind, dice.choice(chats)))


def update(dice: random.Random, number: int, kind: str, who: int) -> Json:
    """Make a whole update of one kind."""
    person = {"id": who, "is_bot": False, "first_name": "Nobody", "language_code": "en"}
    kind_of_chat = dice.choice(CHATS)
    chat = {"id": who if kind_of_chat == "private" else -who, "type": kind_of_chat}
    message = _message(dice, person, chat)
    status = {"status": dice.choice(("member", "kicked", "left", "odd")), "user": person}
    bodies: dict[str, Json] = {
        "callback_query": {
            "id": str(number),
            "from": person,
            "message": {**message, "from": {**person, "is_bot": True, "id": 42}},
            "chat_instance": "1",
            "data": dice.choice(
                ("r:AAAAAAAAAAA:1:1", "take:x", "", ":", "r:::", "ß" * 40, "x" * 65)
            ),
        },
        "my_chat_member": {
            "chat": chat,
            "from": person,
            "date": 1_700_000_000,
            "old_chat_member": status,
            "new_chat_member": status,
        },
        "inline_query": {"id": str(number), "from": person, "query": "hi", "offset": ""},
        "poll_answer": {"poll_id": "1", "user": person, "option_ids": [0]},
    }
    bodies["chat_member"] = bodies["my_chat_member"]
    odd = {"id": str(number), "from": person, "user": person, "chat": chat, "date": 1}
    is_message = "message" in kind or kind.endswith("post")
    return {"update_id": number, kind: bodies.get(kind, message if is_message else odd)}


def maybe_broken(dice: random.Random, whole: Json) -> Json:
    """Break an update, once or several times, or leave it whole."""
    broken = copy.deepcopy(whole)
    for _ in range(dice.choice((0, 1, 1, 1, 2, 3))):
        dice.choice(_BREAKS)(dice, broken)
    return {**broken, "update_id": whole["update_id"]}


def body(dice: random.Random, number: int) -> bytes:
    """Make the body of a call that is no update, or hardly."""
    whole = json.dumps({"update_id": number, "message": {"text": "hi"}}).encode()
    made: Sequence[Callable[[], bytes]] = (
        lambda: b"",
        lambda: dice.choice((b"[]", b"null", b"{}", b'"x"', b"7", b"NaN", b'{"update_id": NaN}')),
        lambda: b'{"update_id": 1e400, "message": {}}',
        lambda: b'{"update_id": ' + b"9" * 5000 + b"}",
        lambda: b'{"update_id": -5}',
        lambda: b"[" * 100_000 + b"]" * 100_000,
        lambda: b'{"update_id": 5, "message": ' + b'{"a":' * 3000 + b"1" + b"}" * 3001,
        lambda: whole[: dice.randrange(len(whole))],
        lambda: whole + b"\xff\xfe",
        lambda: dice.randbytes(dice.randrange(1, 400)),
        lambda: whole.replace(b"hi", b"x" * (LARGEST_BODY + 10)),
        lambda: "grüße".encode("latin-1"),
    )
    return dice.choice(made)()


def forged(dice: random.Random, data: str) -> str:
    """Change a button's data in one field, or leave it as somebody else's."""
    parts = data.split(":")
    how = dice.randrange(6)
    if how == 0:
        return data
    if how == 1:
        return data[: dice.randrange(len(data))]
    at = dice.randrange(len(parts))
    values = ("-1", "0", "1", "2", "99999999999999999999", "x", "", "٣", "1e3", "\x00", "True")
    parts[at] = dice.choice(values)
    return ":".join(parts)


def _message(dice: random.Random, person: Json, chat: Json) -> Json:
    made: Json = {"message_id": dice.randrange(1, 10_000), "date": 1_700_000_000}
    made |= {"chat": chat, "from": person}
    if dice.random() < 0.25:
        made |= sample(dice.choice(MEDIA), "file1")
    else:
        made["text"] = dice.choice(TEXTS)
    relayed: Sequence[Json] = (
        {"via_bot": {**person, "is_bot": True}},
        {"sender_chat": chat},
        {"business_connection_id": "b"},
        {"guest_query_id": "g"},
        {"forward_origin": {"type": "hidden_user", "sender_user_name": "Dana", "date": 1}},
        {"entities": [{"type": "bot_command", "offset": 0, "length": 9999}]},
        {"reply_to_message": {"message_id": 1}},
    )
    return made | dice.choice(relayed) if dice.random() < 0.2 else made


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List the paths to everything inside a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found: list[tuple[Any, ...]] = []
    for key, one in inner if isinstance(value, dict | list) else ():
        found.append((*path, key))
        if isinstance(one, dict | list):
            found += _places(one, (*path, key))
    return found


def _parent(dice: random.Random, value: Json) -> tuple[Any, Any]:
    *path, last = dice.choice(_places(value))
    for key in path:
        value = value[key]
    return value, last


def _retype(dice: random.Random, value: Json) -> None:
    parent, key = _parent(dice, value)
    parent[key] = copy.deepcopy(dice.choice(VALUES))


def _drop(dice: random.Random, value: Json) -> None:
    parent, key = _parent(dice, value)
    if key != "update_id" and isinstance(parent, dict) and len(value) > 1:
        del parent[key]


def _bury(dice: random.Random, value: Json) -> None:
    parent, key = _parent(dice, value)
    for _ in range(dice.choice((3, 63, 70, 250))):
        parent[key] = {"reply_to_message": parent[key]}


def _say(dice: random.Random, value: Json) -> None:
    for event in value.values():
        if isinstance(event, dict):
            event[dice.choice(("text", "caption", "data"))] = dice.choice(TEXTS)


_BREAKS: Sequence[Callable[[random.Random, Json], None]] = (_retype, _retype, _drop, _bury, _say)
