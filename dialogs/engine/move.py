"""One move: what becomes of a session when its person answers, goes back, or goes another way.

``Player`` says which move it is; a ``Move`` works it out and is gone.
"""

from dataclasses import dataclass, replace

from dialogs.engine import questions
from dialogs.engine.definition import Ask, End
from dialogs.engine.events import (
    Asked,
    Event,
    Finished,
    Fixing,
    Postponed,
    Rejected,
    Skipped,
    Stopped,
    Toggled,
    Unanswered,
    WentBack,
)
from dialogs.engine.questions import DONE, FIX, Question
from dialogs.engine.session import SHORT, Answer, ControlName, State, Turn, event_of
from dialogs.engine.shapes import Several
from dialogs.engine.standing import Standing
from dialogs.errors import StaleReply


@dataclass(frozen=True, slots=True)
class Move(Standing):
    """One reply being worked out for one session."""

    def tap(self, asked: Question, position: int) -> Turn:
        """Take an option. Raises StaleReply if there is none at this position."""
        if not 0 <= position < len(asked.options):
            raise StaleReply(f"there is no option {position}")
        option = asked.options[position]
        if asked.kind == "wait":
            return self._leave(Skipped(self.session.step, None))
        if asked.kind == "recap":
            return self._recap(option.key)
        value = option.value
        if isinstance(asked.shape, Several):
            if option.key != DONE:
                return self._toggle(asked, option.key)
            value = self.session.picked
        return self.answer(
            Answer(self.session.step, asked.records, value, "answered", self.now, late=self.late)
        )

    def answer(self, answer: Answer) -> Turn:
        """Write down what became of the open question, and go on."""
        before = self.session.answer(answer.step)
        answer = self._dated(answer)
        events = [event_of(answer, corrects=before is not None)]
        ask = self._step()
        if isinstance(ask, Ask) and ask.safety and answer.kind != "answered":
            events.append(Unanswered(answer.step))
        cursor = self._cursor()
        cursor.answers[answer.step] = answer
        self.graph.leave(cursor)
        return self._go_on(cursor, *events)

    def control(self, asked: Question, name: ControlName) -> Turn:
        """Go another way than answering."""
        if name in {"stop", "back"}:
            return self._stop() if name == "stop" else self._back()
        if name == "skip" and asked.kind == "wait":
            return self._leave(Skipped(self.session.step, None))
        if name not in asked.controls:
            return self.stay(Rejected(self.session.step, f"rejected-{name}", {}))
        ask = self._step()
        if isinstance(ask, Ask) and name in {"skip", "decline"}:
            return self.answer(self._no_answer(ask, "skipped" if name == "skip" else "declined"))
        return self._postpone() if name == "postpone" else self._shorten()

    def _toggle(self, asked: Question, key: str) -> Turn:
        ticked = set(self.session.picked) ^ {key}
        in_order = tuple(option.key for option in asked.options if option.key in ticked)
        ticking = replace(self.session, picked=in_order, touched_at=self.now)
        return Turn(ticking, (Toggled(self.session.step, key),))

    def _recap(self, key: str) -> Turn:
        if key == DONE:
            return self._done()
        if key == FIX:
            listing = replace(self.session, picked=(FIX,), touched_at=self.now)
            return Turn(listing, (Toggled(self.session.step, FIX),))
        return self._ask_again(key, Fixing(key), fixing=key)

    def _stop(self) -> Turn:
        left, events = self._without_safety_answer()
        state: State = "stopped" if left.reopened_at is None else "finished"
        return Turn(self._closed(left, state), (*events, Stopped(left.step)))

    def _done(self) -> Turn:
        if not isinstance(self._step(), End):
            return self._leave()
        return Turn(self._closed(self.session, "finished"), (Finished(self.session.step),))

    def _back(self) -> Turn:
        session = self.session
        if session.fixing == session.step and session.answer(session.step) is not None:
            return self._give_up_fixing()
        to = questions.back_to(self.dialog, session)
        if to is None:
            return self.stay(Rejected(session.step, "rejected-back", {}))
        return self._ask_again(to, WentBack(session.step, to), fixing=session.fixing)

    def _give_up_fixing(self) -> Turn:
        cursor = self._cursor()
        cursor.fresh = False
        self.graph.leave(cursor)
        self.graph.walk(cursor)
        return self._rest(cursor, WentBack(self.session.step, cursor.state))

    def _postpone(self) -> Turn:
        aside = replace(self.session, state="paused", touched_at=self.now)
        return Turn(aside, (Postponed(self.session.step),))

    def _shorten(self) -> Turn:
        start = self.dialog.steps[0].name
        cursor = self._cursor()
        cursor.state, cursor.path = start, [start]
        cursor.facts[SHORT] = True
        return self._go_on(cursor)

    def _ask_again(self, step: str, event: Event, fixing: str | None) -> Turn:
        path = self.session.path
        again = replace(
            self.session,
            step=step,
            turn=self.session.turn + 1,
            path=path[: path.index(step) + 1],
            fixing=fixing,
            state="open",
            touched_at=self.now,
        )
        due_at = self._silence_ends(again) or self._safety_due_at()
        again = replace(again, picked=questions.ticks(again), due_at=due_at)
        return Turn(again, (event, Asked(step)))
