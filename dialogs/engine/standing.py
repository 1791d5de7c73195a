"""Where a session stands: its step, going on from there, and what not answering there means.

What a reply does is ``move``; what time and interruption do is ``breaks``. Both stand on this.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from dialogs.engine import questions
from dialogs.engine.definition import Ask, Call, Dialog, End, Recap, Step, Wait
from dialogs.engine.events import Event, Unanswered, Waiting
from dialogs.engine.session import ABOUT, Answer, AnswerKind, Session, State, Turn
from dialogs.engine.walk import Cursor, Graph


@dataclass(frozen=True, slots=True)
class Standing:
    """One session at one moment. ``late``: its window had closed."""

    dialog: Dialog
    graph: Graph
    session: Session
    now: datetime
    late: bool

    def begin(self) -> Turn:
        """Walk from where the session stands to the first question."""
        return self._go_on(self._cursor())

    def stay(self, event: Event) -> Turn:
        """Note something without asking anything else; the buttons stay good."""
        return Turn(replace(self.session, touched_at=self.now), (event,))

    def _step(self) -> Step:
        return self.dialog.by_name[self.session.step]

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
            state=state_at(step),
            touched_at=self.now,
        )
        due_at = self._silence_ends(after)
        if isinstance(step, Wait):
            due_at = self.now + step.rest
            cursor.events.append(Waiting(step.name, due_at))
        after = replace(after, picked=questions.ticks(after), due_at=due_at)
        return Turn(after, (*events, *cursor.events))

    def _closed(self, session: Session, state: State) -> Session:
        turn = session.turn + 1
        return replace(session, state=state, turn=turn, due_at=None, touched_at=self.now)

    def _safety_due_at(self) -> datetime | None:
        """Return when silence ends at a safety question that is being gone back from."""
        return self.session.due_at if self._safety_question() is not None else None

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
        return self._dated(Answer(ask.name, name, None, kind, self.now, late=self.late))

    def _dated(self, answer: Answer) -> Answer:
        """Say whose eyes an answer is for, and when it is about if it comes afterwards."""
        ask = self.dialog.by_name[answer.step]
        day = self.session.facts.get(ABOUT)
        answer = replace(
            answer,
            private=isinstance(ask, Ask) and ask.private,
            about=date.fromisoformat(day) if isinstance(day, str) else None,
        )
        if self.session.reopened_at is None:
            return answer
        before = self.session.answer(answer.step)
        at = before.at if before is not None else max(one.at for one in self.session.answers)
        return replace(answer, at=at, edited_at=self.now)

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


def state_at(step: Step) -> State:
    """Return the state of a session that rests at a step."""
    match step:
        case Wait():
            return "waiting"
        case Call():
            return "paused"
        case End():
            return "finished"
        case _:
            return "open"
