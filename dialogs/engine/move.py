"""One move: what becomes of a session when its person answers, leaves, goes back, or is silent.

``Player`` says which move it is; a ``Move`` works it out and is gone.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dialogs.engine import questions
from dialogs.engine.definition import Ask, Call, Dialog, End, Recap, Step, Wait
from dialogs.engine.events import (
    Asked,
    Event,
    Expired,
    Fixing,
    Postponed,
    Recapped,
    Rejected,
    Skipped,
    Stopped,
    Toggled,
    Unanswered,
    Waiting,
    WentBack,
)
from dialogs.engine.questions import DONE, FIX, Question
from dialogs.engine.session import (
    Answer,
    AnswerKind,
    ControlName,
    Session,
    State,
    Turn,
    event_of,
)
from dialogs.engine.shapes import Several
from dialogs.engine.walk import SHORT, Cursor, Graph
from dialogs.errors import StaleReply


@dataclass(frozen=True, slots=True)
class Move:
    """One reply being worked out for one session. ``late``: its window had closed."""

    dialog: Dialog
    graph: Graph
    session: Session
    now: datetime
    late: bool

    def begin(self) -> Turn:
        """Walk from where the session stands to the first question."""
        return self._go_on(self._cursor())

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
        again = replace(session, state=_state_at(step), due_at=due_at, touched_at=self.now)
        if isinstance(step, Wait):
            return Turn(again, (Waiting(step.name, due_at or self.now),))
        return Turn(again, (Recapped(step.name) if isinstance(step, Recap) else Asked(step.name),))

    def stay(self, event: Event) -> Turn:
        """Note something without asking anything else; the buttons stay good."""
        return Turn(replace(self.session, touched_at=self.now), (event,))

    def _toggle(self, asked: Question, key: str) -> Turn:
        ticked = set(self.session.picked) ^ {key}
        in_order = tuple(option.key for option in asked.options if option.key in ticked)
        ticking = replace(self.session, picked=in_order, touched_at=self.now)
        return Turn(ticking, (Toggled(self.session.step, key),))

    def _recap(self, key: str) -> Turn:
        if key == DONE:
            return self._leave()
        if key == FIX:
            listing = replace(self.session, picked=(FIX,), touched_at=self.now)
            return Turn(listing, (Toggled(self.session.step, FIX),))
        return self._ask_again(key, Fixing(key), fixing=key)

    def _stop(self) -> Turn:
        left, events = self._without_safety_answer()
        return Turn(self._closed(left, "stopped"), (*events, Stopped(left.step)))

    def _back(self) -> Turn:
        session = self.session
        if session.fixing == session.step:
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
        return Turn(self.pause().session, (Postponed(self.session.step),))

    def _shorten(self) -> Turn:
        start = self.dialog.steps[0].name
        cursor = self._cursor()
        cursor.state, cursor.path = start, [start]
        cursor.facts[SHORT] = True
        return self._go_on(cursor)

    def _leave(self, *events: Event) -> Turn:
        cursor = self._cursor()
        self.graph.leave(cursor)
        return self._go_on(cursor, *events)

    def _go_on(self, cursor: Cursor, *events: Event) -> Turn:
        self.graph.walk(cursor)
        return self._rest(cursor, *events)

    def _rest(self, cursor: Cursor, *events: Event) -> Turn:
        """Write down where a walk has come to rest."""
        step = self.dialog.by_name[cursor.state]
        over = isinstance(step, Recap | End)
        after = replace(
            self.session,
            step=step.name,
            turn=self.session.turn + 1,
            answers=tuple(cursor.answers.values()),
            path=tuple(cursor.path),
            facts=cursor.facts,
            fixing=None if over else self.session.fixing,
            state=_state_at(step),
            touched_at=self.now,
        )
        due_at = self._silence_ends(after)
        if isinstance(step, Wait):
            due_at = self.now + timedelta(minutes=step.minutes)
            cursor.events.append(Waiting(step.name, due_at))
        after = replace(after, picked=questions.ticks(after), due_at=due_at)
        return Turn(after, (*events, *cursor.events))

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

    def _safety_due_at(self) -> datetime | None:
        """Return when silence ends at a safety question that is being gone back from."""
        return self.session.due_at if self._safety_question() is not None else None

    def _closed(self, session: Session, state: State) -> Session:
        turn = session.turn + 1
        return replace(session, state=state, turn=turn, due_at=None, touched_at=self.now)

    def _step(self) -> Step:
        return self.dialog.by_name[self.session.step]

    def _without_safety_answer(self) -> tuple[Session, tuple[Event, ...]]:
        """Note that a direct safety question got no answer, if one stands open."""
        ask = self._safety_question()
        if ask is None or self.session.answer(ask.name) is not None:
            return self.session, ()
        answers = self._answers_with(self._no_answer(ask, "expired"))
        return replace(self.session, answers=answers), (Unanswered(ask.name),)

    def _safety_question(self) -> Ask | None:
        """Return the safety question that stands open, also after going back from it."""
        step = self._step()
        if not isinstance(step, Ask):
            return None
        if not step.safety and self.session.due_at is not None:
            cursor = self._cursor()
            cursor.keeping = True
            self.graph.leave(cursor)
            self.graph.walk(cursor)
            step = self.dialog.by_name[cursor.state]
        return step if isinstance(step, Ask) and step.safety else None

    def _silence_ends(self, session: Session) -> datetime | None:
        step = self.dialog.by_name[session.step]
        if not isinstance(step, Ask) or step.patience is None or session.answer(step.name):
            return None
        return self.now + step.patience

    def _no_answer(self, ask: Ask, kind: AnswerKind) -> Answer:
        name = questions.records(ask, self.session.facts)
        return Answer(ask.name, name, None, kind, self.now, late=self.late)

    def _answers_with(self, answer: Answer) -> tuple[Answer, ...]:
        cursor = self._cursor()
        cursor.answers[answer.step] = answer
        return tuple(cursor.answers.values())

    def _cursor(self) -> Cursor:
        return Cursor(
            state=self.session.step,
            path=list(self.session.path),
            answers={answer.step: answer for answer in self.session.answers},
            facts=dict(self.session.facts),
            keeping=self.session.fixing is not None,
        )


def _state_at(step: Step) -> State:
    match step:
        case Wait():
            return "waiting"
        case Call():
            return "paused"
        case End():
            return "finished"
        case _:
            return "open"
