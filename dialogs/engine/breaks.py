"""Breaks: what becomes of a session by time, by something more urgent, and after its end."""

from dataclasses import dataclass, replace

from dialogs.engine.definition import Ask, Call, End, Recap, Step, Wait
from dialogs.engine.events import Asked, Event, Expired, Recapped, Waiting
from dialogs.engine.questions import FIX
from dialogs.engine.session import Session, Turn
from dialogs.engine.standing import Standing, state_at


@dataclass(frozen=True, slots=True)
class Break(Standing):
    """One break in one session."""

    def elapse(self) -> Turn:
        """Act on the end of a wait, or of the silence allowed at a safety question.

        The safety question stays open: whoever comes back later can still answer it.
        """
        session = self.session
        if session.due_at is None or self.now < session.due_at:
            return Turn(session, ())
        if session.state == "waiting":
            return self._leave()
        silent, events = self._without_safety_answer()
        return Turn(replace(silent, due_at=None), events)

    def expire(self) -> Turn:
        """Close the session; the open question, if there is one, counts as expired."""
        left, events = self._without_safety_answer()
        step = self._step()
        if isinstance(step, Ask) and left.answer(step.name) is None:
            left = replace(left, answers=self._answers_with(self._no_answer(step, "expired")))
        return Turn(self._closed(left, "expired"), (*events, Expired(step.name)))

    def pause(self) -> Turn:
        """Set the session aside."""
        return Turn(replace(self.session, state="paused", touched_at=self.now), ())

    def resume(self) -> Turn:
        """Ask again, or go on if it is a wait that is over or a dialog that was called."""
        session, step = self.session, self._step()
        rested = session.due_at is None or session.due_at <= self.now
        if isinstance(step, Call) or (isinstance(step, Wait) and rested):
            return self._leave()
        due_at = session.due_at or self._silence_ends(session)
        state = "open" if isinstance(step, End) else state_at(step)
        again = replace(session, state=state, due_at=due_at, touched_at=self.now)
        return Turn(again, (self._shown_again(step, again),))

    def reopen(self) -> Turn:
        """Open a session that has ended for changes: at its recap, or at the list of its answers.

        What was answered is walked through once more, silently; a question that a broken-off
        change has left without an answer is asked.
        """
        cursor = self._cursor()
        cursor.state, cursor.path = self.dialog.steps[0].name, [self.dialog.steps[0].name]
        cursor.keeping, cursor.fresh = True, False
        self.graph.walk(cursor)
        step = self.dialog.by_name[cursor.state]
        cursor.events.clear()
        opened = self._rest(cursor).session
        fixing = step.name if isinstance(step, Ask) else None
        picked = opened.picked if fixing else (FIX,)
        opened = replace(opened, state="open", picked=picked, fixing=fixing, reopened_at=self.now)
        return Turn(opened, (self._shown_again(step, opened),))

    def _shown_again(self, step: Step, session: Session) -> Event:
        match step:
            case Wait():
                return Waiting(step.name, session.due_at or self.now)
            case Recap() | End():
                return Recapped(step.name)
            case _:
                return Asked(step.name)
