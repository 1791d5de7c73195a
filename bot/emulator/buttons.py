"""Buttons: the keyboard under a message, checked as Telegram checks it."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from bot.emulator.params import Params
from bot.emulator.shapes import Button, Json, bad_request

MOST_DATA_BYTES = 64
MOST_BUTTONS = 100
MOST_COPIED = 256
ACTIONS = frozenset({"callback_data", "url", "web_app", "copy_text"})


@dataclass(frozen=True, slots=True)
class Markup:
    """What came with ``reply_markup``: inline rows, or labels instead of the keyboard."""

    rows: list[list[Button]] = field(default_factory=list)
    keyboard: list[list[str]] = field(default_factory=list)


def read_markup(params: Params, *, inline_only: bool = False) -> Markup:
    """Read ``reply_markup``.

    Args:
        params: The call's parameters.
        inline_only: Whether only inline buttons are allowed, as in edits.

    Raises:
        Refusal: A button is wrong, or there are too many.

    """
    given = params.value("reply_markup")
    if given is None:
        return Markup()
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in given:
        return Markup(rows=_inline(given["inline_keyboard"]))
    if inline_only and given:
        raise bad_request("inline keyboard expected")
    return Markup(keyboard=_labels(given["keyboard"])) if "keyboard" in given else Markup()


def _inline(given: Any) -> list[list[Button]]:
    rows = [[_button(one) for one in row] for row in _rows(given, "inline_keyboard")]
    rows = [row for row in rows if row]
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return rows


def _rows(given: Any, name: str) -> list[list[Any]]:
    if not isinstance(given, list) or not all(isinstance(row, list) for row in given):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    return given


def _labels(given: Any) -> list[list[str]]:
    rows = [
        [one if isinstance(one, str) else _label(one) for one in row]
        for row in _rows(given, "keyboard")
    ]
    if not any(rows):
        raise bad_request("keyboard must be non-empty")
    return rows


def _label(one: Any) -> str:
    if not isinstance(one, dict):
        raise bad_request("can't parse keyboard button: expected an Object")
    label = one.get("text")
    if not isinstance(label, str):
        raise bad_request("can't parse keyboard button: Can't find field \"text\"")
    if not label.strip():
        raise bad_request("keyboard button text must be non-empty")
    return label


def _button(one: Any) -> Button:
    label = _label(one)
    raw: Json = {name: value for name, value in one.items() if value is not None}
    actions = ACTIONS & raw.keys()
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action is allowed")
    _check_action(raw)
    return Button(label, raw.get("callback_data"), raw.get("url"), raw)


def _check_action(raw: Json) -> None:
    if "callback_data" in raw:
        data = raw["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= MOST_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    if "url" in raw:
        _check_url(raw["url"])
    if "web_app" in raw:
        address = raw["web_app"].get("url") if isinstance(raw["web_app"], dict) else None
        if not isinstance(address, str) or urlsplit(address).scheme != "https":
            raise bad_request(
                f"inline keyboard button Web App URL '{address}' is invalid: "
                "Only HTTPS links are allowed"
            )
    if "copy_text" in raw:
        copied = raw["copy_text"].get("text") if isinstance(raw["copy_text"], dict) else None
        if not isinstance(copied, str) or not 1 <= len(copied) <= MOST_COPIED:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_url(url: Any) -> None:
    prefix = f"inline keyboard button URL '{url}' is invalid: "
    if not isinstance(url, str) or not url:
        raise bad_request("BUTTON_URL_INVALID")
    scheme, _, rest = url.partition("://") if "://" in url else ("http", "", url)
    if scheme == "tg" and rest:
        return
    if ":" in url.partition("/")[0] and "://" not in url:
        raise bad_request(f"{prefix}Unsupported URL protocol")
    if scheme not in {"http", "https"}:
        raise bad_request(f"{prefix}Unsupported URL protocol")
    if "." not in rest.partition("/")[0].strip("."):
        raise bad_request(f"{prefix}Wrong HTTP URL")
