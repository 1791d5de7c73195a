"""Formatting: a text with entities, as given or out of HTML, checked as Telegram checks it."""

from typing import Any

from bot.emulator.html import parse_html
from bot.emulator.params import Params
from bot.emulator.shapes import Json, bad_request
from bot.emulator.utf16 import boundaries, length

STYLES = {"bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "blockquote"}
NAMES = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
WITH_MORE = {"expandable_blockquote", "text_link", "text_mention", "custom_emoji", "date_time"}
ENTITIES = STYLES | NAMES | WITH_MORE
MOST_ENTITIES = 100
NEEDS = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}
UNSPOKEN = frozenset({"markdown", "markdownv2"})
CONTROL = {code: " " for code in range(32) if chr(code) not in "\n\t\r"}


def formatted(params: Params, name: str, entities: str) -> tuple[str, list[Json]]:
    """Read a text and its entities from a call.

    Args:
        params: The call's parameters.
        name: Where the text is, "text" or "caption".
        entities: Where its entities are; ignored when a ``parse_mode`` is given.

    Returns:
        The text without its trailing blanks, and entities that fit it, in order.

    Raises:
        Refusal: The HTML or an entity is wrong.

    """
    raw = params.text(name)
    _check_unicode(raw)
    mode = params.text("parse_mode").lower()
    if mode == "html":
        text, found = parse_html(raw)
    elif mode in UNSPOKEN:
        raise bad_request(
            "can't parse entities: this emulator does not speak Markdown, send entities or HTML"
        )
    elif mode:
        raise bad_request("unsupported parse_mode")
    else:
        text, found = raw, _checked(params.value(entities), raw)
    text = text.translate(CONTROL).rstrip()
    return text, _fitted(found, length(text))


def check_length(text: str, limit: int, words: str) -> None:
    """Refuse a text longer than so many UTF-16 units."""
    if length(text) > limit:
        raise bad_request(words)


def _check_unicode(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error


def _checked(given: Any, text: str) -> list[Json]:
    if given is None:
        return []
    if not isinstance(given, list):
        raise bad_request("can't parse entities JSON object: expected an Array of MessageEntity")
    starts = boundaries(text)
    return [_entity(one, starts) for one in given[:MOST_ENTITIES]]


def _entity(one: Any, starts: list[int]) -> Json:
    if not isinstance(one, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    kind = one.get("type")
    if kind not in ENTITIES:
        raise bad_request(f'can\'t parse MessageEntity: type "{kind}" is unsupported')
    for name in ("offset", "length"):
        if not isinstance(one.get(name), int) or isinstance(one[name], bool):
            raise bad_request(f'can\'t parse MessageEntity: Field "{name}" must be of type Number')
    if kind in NEEDS and not one.get(NEEDS[kind]):
        raise bad_request(f"can't parse MessageEntity: Can't find field \"{NEEDS[kind]}\"")
    _check_place(one["offset"], one["length"], starts)
    return {name: value for name, value in one.items() if value is not None}


def _check_place(offset: int, size: int, starts: list[int]) -> None:
    end = starts[-1]
    if offset < 0 or size <= 0:
        raise bad_request(f"entity at UTF-16 offset {offset} has an invalid length {size}")
    if offset >= end:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
    if offset + size > end:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text "
            f"at UTF-16 offset {offset + size}"
        )
    if offset not in starts:
        raise bad_request(f"entity begins in a middle of a UTF-16 symbol at UTF-16 offset {offset}")
    if offset + size not in starts:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol "
            f"at UTF-16 offset {offset + size}"
        )


def _fitted(entities: list[Json], end: int) -> list[Json]:
    """Cut what reaches into trailing blanks and sort: outer before inner."""
    fitted = [
        {**one, "length": min(one["length"], end - one["offset"])}
        for one in entities
        if one["offset"] < end
    ]
    return sorted(fitted, key=lambda one: (one["offset"], -one["length"]))
