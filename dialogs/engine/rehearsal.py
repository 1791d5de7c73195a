"""Rehearsals: a dialog played alone, with made-up facts and a clock moved by hand.

For trying a dialog in the terminal and for its golden conversations; nothing is kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue

from dialogs.engine import screens
from dialogs.engine.calling import EXERCISE, handed_down
from dialogs.engine.definition import Ask, Call, Dialog
from dialogs.engine.events import Called, Event, FollowUp
from dialogs.engine.player import PLAYABLE, Player
from dialogs.engine.questions import YES_NO
from dialogs.engine.session import Answer, Elapsed, Reply, Session, Turn, Typed
from dialogs.engine.shapes import Item, Pick
from dialogs.messages import Message
from dialogs.texts import Texts

TIME_PASSES = "..."
"""What to type when the time a dialog waits for shall be over."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What one of the dialogs brought about in the last turn."""

    player: Player
    session: Session
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A rehearsal that was left, to go on with another time.

    Attributes:
        now: What its clock showed, in UTC.
        opened: How many sessions were opened in it.
        sessions: Those that call one another; the last is being asked.
        ended: What was answered in dialogs that have ended.
        follow_ups: What would be asked later.

    """

    now: datetime
    opened: int
    sessions: tuple[Session, ...]
    ended: tuple[Answer, ...]
    follow_ups: tuple[FollowUp, ...]

    def changed(self, players: Mapping[str, Player]) -> str | None:
        """Return the first of its dialogs that is not the same any more, or None."""
        known = {name: player.fingerprint for name, player in players.items()}
        names = (s.dialog for s in self.sessions if known.get(s.dialog) != s.fingerprint)
        return next(names, None)


class Rehearsal:
    """One dialog being rehearsed, with those it calls.

    Attributes:
        turn: The last turn: the session that is being asked now, and all that happened on the
            way there, whichever dialog it happened in.
        player: The one whose dialog is being asked now.
        ended: What was answered in called dialogs that have ended.
        follow_ups: What would be asked later.

    """

    def __init__(
        self,
        player: Player,
        texts: Texts,
        language: str,
        now: datetime,
        facts: Mapping[str, JsonValue] | None = None,
        *,
        players: Mapping[str, Player] | None = None,
    ) -> None:
        """Open the dialog. ``players`` are those it may call; one that is not there is passed."""
        self.player = player
        self.ended: list[Answer] = []
        self._players = players or {}
        self._texts = texts
        self._language = language
        self._now = now
        self._callers: list[tuple[Player, Session]] = []
        self._opened = 0
        self._spoken: list[_Spoken] = []
        self.follow_ups: list[FollowUp] = []
        dialogs = {name: other.dialog for name, other in self._players.items()}
        chosen = sample_facts(player.dialog, dialogs) if facts is None else facts
        self.turn: Turn = self._on_from(self._open(player, chosen))

    def keep(self) -> Kept:
        """Return all that is needed to go on another time."""
        sessions = (*(session for _, session in self._callers), self.turn.session)
        return Kept(self._now, self._opened, sessions, tuple(self.ended), tuple(self.follow_ups))

    def go_on(self, kept: Kept) -> None:
        """Go on from where another rehearsal was left, instead of from the beginning.

        Args:
            kept: Of the same dialogs in the same version, as ``Kept.changed`` says.

        """
        *callers, asked = kept.sessions
        self._callers = [(self._players[one.dialog], one) for one in callers]
        self.player = self._players[asked.dialog]
        self._now, self._opened = kept.now, kept.opened
        self.ended, self.follow_ups = list(kept.ended), list(kept.follow_ups)
        self._spoken = [_Spoken(self.player, asked, ())]
        self.turn = Turn(asked, ())

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Everything that was answered so far, the dialog that was begun with first."""
        callers = (answer for _, session in self._callers for answer in session.answers)
        return (*callers, *self.turn.session.answers, *self.ended)

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
        read = screens.reader(self._texts, self._language, self.player, session)
        self.turn = self._on_from(self.player.play(session, reply, self._now, read=read))
        return self.turn

    def shown(self) -> str:
        """Return what the person sees now: the text, and the buttons in brackets."""
        place = (self._texts, self._language)
        before = self._spoken if self.is_over else self._spoken[:-1]
        parts = [screens.aloud(*place, one.player, one.session, one.events) for one in before]
        if not self.is_over:
            last = self._spoken[-1]
            asked = screens.screen(*place, last.player, last.session, prefix_events=last.events)
            parts.append(as_text(asked))
        return "\n\n".join(part for part in parts if part)

    def _open(
        self, player: Player, facts: Mapping[str, JsonValue], parent: str | None = None
    ) -> Turn:
        self._opened += 1
        return player.open(f"rehearsal{self._opened:02}", 1, facts, self._now, parent=parent)

    def _on_from(self, turn: Turn) -> Turn:
        """Open what was called and go back to what called, until something is asked."""
        self._spoken = [_Spoken(self.player, turn.session, turn.events)]
        while (following := self._following(turn)) is not None:
            turn = following
            self._spoken.append(_Spoken(self.player, turn.session, turn.events))
        events = tuple(event for one in self._spoken for event in one.events)
        self.follow_ups += [event for event in events if isinstance(event, FollowUp)]
        return Turn(turn.session, events)

    def _following(self, turn: Turn) -> Turn | None:
        session = turn.session
        call = next((event for event in turn.events if isinstance(event, Called)), None)
        if call is not None:
            called = self._players.get(call.dialog)
            if called is None:
                return self.player.resume(session, self._now)
            self._callers.append((self.player, session))
            self.player = called
            return self._open(called, handed_down(session), parent=session.id)
        if session.state in PLAYABLE or session.state == "paused" or not self._callers:
            return None
        self.ended += session.answers
        self.player, caller = self._callers.pop()
        return self.player.resume(caller, self._now)


def as_text(message: Message) -> str:
    """Write a message with its buttons in brackets, a row on a line."""
    rows = (" ".join(f"[{button.label}]" for button in row) for row in message.rows)
    return "\n".join((message.text, *rows))


def sample_facts(
    dialog: Dialog, others: Mapping[str, Dialog] | None = None
) -> dict[str, JsonValue]:
    """Make up whatever a dialog, and those of the ``others`` that it calls, may ask about."""
    facts: dict[str, JsonValue] = {}
    for one in reversed(list(_with_called(dialog, others or {}))):
        facts |= _own_facts(one)
    return facts


def _with_called(dialog: Dialog, others: Mapping[str, Dialog]) -> Iterator[Dialog]:
    ahead, seen = [dialog.dialog], {dialog.dialog}
    known = {**others, dialog.dialog: dialog}
    while ahead:
        one = known[ahead.pop()]
        yield one
        called = {name for step in one.steps if isinstance(step, Call) for name in step.dialogs}
        ahead += sorted((called & known.keys()) - seen)
        seen |= called


def _own_facts(dialog: Dialog) -> dict[str, JsonValue]:
    facts: dict[str, JsonValue] = dict.fromkeys(dialog.given, "Sam")
    exercises = {
        step.of: step.among[0] for step in dialog.steps if isinstance(step, Call) and step.of
    }
    for ask in dialog.asks:
        match ask.answer:
            case Item(of=of):
                facts[of] = _item(of, _told_apart(ask))
            case Pick(of=of):
                first: dict[str, JsonValue] = {"key": f"{of}_1", "label": "The first one"}
                if ask.name in exercises:
                    first[EXERCISE] = exercises[ask.name]
                facts[of] = [first, {"key": f"{of}_2", "label": "The second one"}]
            case _:
                pass
    return facts


def _item(of: str, keys: list[str]) -> JsonValue:
    """Make up a question out of a plan: yes or no, or a choice of what its roads tell apart."""
    item: dict[str, JsonValue] = {
        "key": of,
        "kind": "yes_no",
        "label": "Walk",
        "text": "Did you take a walk today?",
        "records": f"goal:{of}",
    }
    if not keys:
        return item
    options: list[JsonValue] = [{"key": key, "label": key} for key in (*keys, "another")]
    return {**item, "kind": "choice", "options": options}


def _told_apart(ask: Ask) -> list[str]:
    """Return the answers that a question's own roads tell apart, yes and no aside."""
    own = [route.when for route in ask.routes if route.when and not route.when.answer]
    named = [value for when in own for value in (when.equals, *(when.one_of or ()))]
    return [one for one in dict.fromkeys(named) if isinstance(one, str) and one not in YES_NO]
