"""Playing a dialog: a session and a reply go in, the next session and what happened come out.

Everything is decided here and nothing is done: no clock, no store, no message. A reply that
does not fit is an event (``Rejected``); only a reply to a question that is gone is an error.
"""

from collections.abc import Mapping
from datetime import datetime

from pydantic import JsonValue

from dialogs.engine import questions
from dialogs.engine.breaks import Break
from dialogs.engine.definition import Ask, Dialog
from dialogs.engine.events import Rejected
from dialogs.engine.move import Move
from dialogs.engine.questions import Question
from dialogs.engine.session import Answer, Control, Elapsed, Reply, Session, Tapped, Turn, Typed
from dialogs.engine.typed import Given, Read, Refused, without_language
from dialogs.engine.walk import Graph
from dialogs.errors import StaleReply

PLAYABLE = ("open", "waiting")


class Player:
    """One dialog, compiled once and shared by all its sessions.

    ``fingerprint`` is its exact version, words included; a session plays on the version it began
    with.
    """

    def __init__(self, dialog: Dialog, fingerprint: str) -> None:
        self.dialog = dialog
        self.fingerprint = fingerprint
        self._graph = Graph(dialog)

    def can_open(self, facts: Mapping[str, JsonValue]) -> bool:
        """Tell whether the facts hold all that the dialog cannot do without."""
        return all(name in facts for name in self.dialog.given)

    def open(
        self,
        session_id: str,
        person_id: int,
        facts: Mapping[str, JsonValue],
        now: datetime,
        check_in_id: int | None = None,
        parent: str | None = None,
    ) -> Turn:
        """Start the dialog and go to its first question.

        Args:
            session_id: 11 url-safe characters, never used before.
            person_id: Who answers.
            facts: What the plan brings: items, skills, names the texts mention.
            now: In UTC.
            check_in_id: The planned check-in this answers, if any.
            parent: The session that called this dialog, if any.

        Raises:
            ValueError: A fact that the dialog cannot do without is missing.

        """
        if not self.can_open(facts):
            given = ", ".join(name for name in self.dialog.given if name not in facts)
            raise ValueError(f"{self.dialog.dialog} needs the facts {given}")
        start = self.dialog.steps[0].name
        blank = Session(
            id=session_id,
            person_id=person_id,
            dialog=self.dialog.dialog,
            fingerprint=self.fingerprint,
            step=start,
            turn=0,
            answers=(),
            path=(start,),
            facts=dict(facts),
            picked=(),
            fixing=None,
            state="open",
            due_at=None,
            started_at=now,
            touched_at=now,
            check_in_id=check_in_id,
            parent=parent,
        )
        return Move(self.dialog, self._graph, blank, now, late=False).begin()

    def question(self, session: Session) -> Question:
        """Return what stands open. Raises NothingOpen if nothing does."""
        return questions.question(self.dialog, session)

    def play(
        self,
        session: Session,
        reply: Reply,
        now: datetime,
        *,
        read: Read = without_language,
        late: bool = False,
    ) -> Turn:
        """Take one reply.

        Args:
            session: As it was stored.
            reply: What came in.
            now: In UTC.
            read: Understands typed words in the person's language (``screens.reader``).
            late: The check-in's window had closed; the answer is labelled so.

        Returns:
            The session after it and what happened, in order. ``turn`` rises exactly when
            something else is asked, so older buttons go stale and a double tap does nothing.

        Raises:
            StaleReply: The reply belongs to a question that has been answered or closed.

        """
        if isinstance(reply, Elapsed):
            return Break(self.dialog, self._graph, session, now, late).elapse()
        move = Move(self.dialog, self._graph, session, now, late)
        if session.state not in PLAYABLE:
            raise StaleReply(f"the dialog is {session.state}")
        asked = self.question(session)
        said = read(asked, reply.text) if isinstance(reply, Typed) else reply
        if isinstance(said, Tapped | Control) and said.turn not in {None, session.turn}:
            raise StaleReply(f"a reply to turn {said.turn}, but turn {session.turn} is open")
        match said:
            case Refused(reason=reason, args=args):
                return move.stay(Rejected(session.step, reason, args))
            case Given(value=value, words=words):
                return move.answer(
                    Answer(session.step, asked.records, value, "answered", now, words, late)
                )
            case Control(name=name):
                return move.control(asked, name)
            case Tapped(option=option):
                return move.tap(asked, option)

    def is_private(self, session: Session) -> bool:
        """Tell whether what is answered where a session stands is for its person alone."""
        step = self.dialog.by_name.get(session.step)
        return isinstance(step, Ask) and step.private

    def expire(self, session: Session, now: datetime) -> Turn:
        """Close a session whose time is over; the open question counts as expired."""
        return self._break(session, now).expire()

    def pause(self, session: Session, now: datetime) -> Turn:
        """Set a session aside for something more urgent; ``due_at`` keeps running."""
        return self._break(session, now).pause()

    def resume(self, session: Session, now: datetime) -> Turn:
        """Take up a session that was set aside, or go on after the dialog it called."""
        return self._break(session, now).resume()

    def reopen(self, session: Session, now: datetime) -> Turn:
        """Open a session that has ended, so that its answers can be changed.

        The list of answers is shown at once. A changed answer keeps the time it is about, and
        ``edited_at`` says when it was changed; when all is right the session ends again.

        Raises:
            StaleReply: It has not ended, or nothing was answered in it.

        """
        if session.state != "finished" or not session.answers:
            raise StaleReply("there is nothing to change")
        return self._break(session, now).reopen()

    def _break(self, session: Session, now: datetime) -> Break:
        return Break(self.dialog, self._graph, session, now, late=False)
