"""What the pretend Telegram's journal proves: which messages people really got, and what said so.

A call counts where it took effect, whether or not the bot heard of it: a lost answer is a message
that arrived.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.emulator.shapes import Call
from bot.telegram.masks import Masks
from dialogs.messages import parse_press

EDIT = "editMessageText"
SAME = "message is not modified"
_PLACE = 3
_SENDS = ("sendMessage", "sendContact", EDIT)


@dataclass(frozen=True, slots=True)
class Arrived:
    """One message that reached a chat, or changed in it; ``presses`` is what its buttons carry."""

    number: int
    at: datetime
    chat_id: int
    message_id: int
    text: str
    presses: tuple[tuple[str, tuple[str, ...]], ...]
    is_edit: bool
    told: bool
    """Whether the bot heard that it arrived."""

    def args_of(self, verb: str) -> list[tuple[str, ...]]:
        """Return the arguments of each button with this verb."""
        return [args for name, args in self.presses if name == verb]


def arrived(journal: Iterable[Call], masks: Masks | None = None) -> list[Arrived]:
    """List what reached people, in order; with the masks what their buttons carry can be read."""
    found = []
    for call in journal:
        if call.method not in _SENDS or not call.ok or call.chat_id is None:
            continue
        result = call.result if isinstance(call.result, dict) else {}
        made = Arrived(
            number=call.number,
            at=call.at,
            chat_id=call.chat_id,
            message_id=int(result.get("message_id") or call.params.get("message_id") or 0),
            text=str(call.params.get("text", "")),
            presses=tuple(_presses(call.params.get("reply_markup"), call.chat_id, masks)),
            is_edit=call.method == EDIT,
            told=call.fault is None,
        )
        found.append(made)
    return found


def already_so(journal: Iterable[Call]) -> set[tuple[int, int]]:
    """Return the messages, by chat and number, of which Telegram said that they read so already.

    An edit that would change nothing is refused, and is as good as done.
    """
    return {
        (call.chat_id, int(call.params.get("message_id") or 0))
        for call in journal
        if call.method == EDIT and call.chat_id is not None and SAME in (call.error or "")
    }


def questions(messages: Iterable[Arrived]) -> Iterator[tuple[Arrived, str, int]]:
    """Yield each message that shows a question, with the session and the turn it belongs to."""
    for one in messages:
        place = next((args for verb, args in one.presses if verb in {"r", "c"}), None)
        if place is not None and len(place) >= _PLACE:
            yield one, place[0], int(place[1])


def confirmed(journal: Sequence[Call]) -> list[dict[str, Any]]:
    """Return the updates that were handed out by poll and confirmed by a later one.

    What lapsed before anybody confirmed it is not among them: it is no longer handed out when a
    later poll asks from there, and a poll that confirms it asks from the one after it.
    """
    waiting: dict[int, dict[str, Any]] = {}
    found: dict[int, dict[str, Any]] = {}
    for call in journal:
        if call.method != "getUpdates" or not call.ok:
            continue
        offset = int(call.params.get("offset") or 0)
        found |= {number: raw for number, raw in waiting.items() if number < offset}
        waiting = {raw["update_id"]: raw for raw in call.result or ()}
    return [raw for _, raw in sorted(found.items())]


def dump(journal: Iterable[Call], path: Path) -> None:
    """Write a journal to a file, one call a line."""
    lines = (json.dumps({**asdict(one), "at": one.at.isoformat()}, default=str) for one in journal)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def load(path: Path) -> list[Call]:
    """Read a journal from a file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Call(**{**row, "at": datetime.fromisoformat(row["at"])}) for row in rows]


def _presses(
    markup: Any, chat_id: int, masks: Masks | None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Read what the buttons of a keyboard carry, as JSON text or as values."""
    read = json.loads(markup) if isinstance(markup, str) and markup else markup
    rows = read.get("inline_keyboard", []) if isinstance(read, dict) else []
    for row in rows:
        for button in row:
            data = button.get("callback_data") or ""
            pressed = parse_press(masks.show(data, chat_id) if masks else data)
            if pressed is not None:
                yield pressed
