"""Rehearsals: a dialog played alone, with made-up facts and a clock moved by hand.

For trying a dialog in the terminal and for its golden conversations; nothing is kept.
"""

from collections.abc import Mapping
from datetime import datetime

from pydantic import JsonValue

from dialogs.engine import screens
from dialogs.engine.definition import Dialog
from dialogs.engine.player import PLAYABLE, Player
from dialogs.engine.session import Elapsed, Reply, Turn, Typed
from dialogs.engine.shapes import Item, Pick
from dialogs.messages import Message
from dialogs.texts import Texts

TIME_PASSES = "..."
"""What to type when the time a dialog waits for shall be over."""

_SESSION = "rehearsal00"


class Rehearsal:
    """One dialog being rehearsed, with its last turn."""

    def __init__(
        self,
        player: Player,
        texts: Texts,
        language: str,
        now: datetime,
        facts: Mapping[str, JsonValue] | None = None,
    ) -> None:
        self._player = player
        self._texts = texts
        self._language = language
        self._now = now
        chosen = sample_facts(player.dialog) if facts is None else facts
        self.turn: Turn = player.open(_SESSION, 1, chosen, now)

    @property
    def is_over(self) -> bool:
        """Whether nothing is being asked any more."""
        return self.turn.session.state not in PLAYABLE

    def answer(self, line: str) -> Turn:
        """Type a line; ``...`` lets the time pass that the dialog waits for."""
        return self.reply(Elapsed() if line.strip() == TIME_PASSES else Typed(line))

    def reply(self, reply: Reply) -> Turn:
        """Send any reply. Raises as ``Player.play`` does."""
        session = self.turn.session
        if isinstance(reply, Elapsed) and session.due_at is not None:
            self._now = session.due_at
        read = screens.reader(self._texts, self._language, self._player, session)
        self.turn = self._player.play(session, reply, self._now, read=read)
        return self.turn

    def shown(self) -> str:
        """Return what the person sees now: the text, and the buttons in brackets."""
        turn = self.turn
        place = (self._texts, self._language, self._player, turn.session)
        if self.is_over:
            return screens.aloud(*place, turn.events)
        return as_text(screens.screen(*place, prefix_events=turn.events))


def as_text(message: Message) -> str:
    """Write a message with its buttons in brackets, a row on a line."""
    rows = (" ".join(f"[{button.label}]" for button in row) for row in message.rows)
    return "\n".join((message.text, *rows))


def sample_facts(dialog: Dialog) -> dict[str, JsonValue]:
    """Make up whatever a dialog may ask about."""
    facts: dict[str, JsonValue] = dict.fromkeys(dialog.given, "Sam")
    for ask in dialog.asks:
        match ask.answer:
            case Item(of=of):
                facts[of] = {
                    "key": of,
                    "kind": "yes_no",
                    "label": "Walk",
                    "text": "Did you take a walk today?",
                    "records": f"goal:{of}",
                }
            case Pick(of=of):
                facts[of] = [
                    {"key": f"{of}_1", "label": "The first one"},
                    {"key": f"{of}_2", "label": "The second one"},
                ]
            case _:
                pass
    return facts
