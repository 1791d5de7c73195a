"""Screens: a session as the message a person sees, and the reader of what they type.

The texts are looked up here and only here; which of them belongs where is ``wording``.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import get_args

from dialogs.engine.definition import Ask, Say, Wait
from dialogs.engine.events import (
    Answered,
    Declined,
    Dropped,
    Event,
    Rejected,
    Said,
    Skipped,
    Value,
)
from dialogs.engine.player import Player
from dialogs.engine.questions import Question
from dialogs.engine.session import Answer, AnswerKind, ControlName, Session
from dialogs.engine.shapes import Scale, Several
from dialogs.engine.spelling import plain
from dialogs.engine.typed import Read, Understood, Vocabulary, understand
from dialogs.engine.wording import Wording
from dialogs.messages import Button, Message, Row, press_control, press_reply, quote
from dialogs.texts import Texts

FIRST_ROW_OF_SCALE = 6
CONTROLS_IN_A_ROW = 3
CONTROLS_IN_TWO_ROWS = 4
_COLUMNS = ((6, 3), (16, 2))
LONGEST_PAGE = 3_000
"""In characters: as long as anybody may write at once."""

_TICK = "✓ "


def screen(
    texts: Texts,
    language: str,
    player: Player,
    session: Session,
    *,
    prefix_events: Iterable[Event] = (),
) -> Message:
    """Show what stands open in a session.

    Args:
        texts: All texts.
        language: The person's.
        player: The one whose dialog the session runs on.
        session: Open or waiting.
        prefix_events: What just happened; whatever of it needs words comes first.

    Raises:
        NothingOpen: Nothing stands open; ``aloud`` words the events alone.

    """
    wording = Wording(texts, language, player.dialog, session)
    question = player.question(session)
    parts = [*_aloud(wording, prefix_events), wording.question(question)]
    rows = (*_option_rows(wording, question, session), *_control_rows(wording, question, session))
    return Message("\n\n".join(parts), rows, protect=question.kind == "recap")


def aloud(
    texts: Texts, language: str, player: Player, session: Session, events: Iterable[Event]
) -> str:
    """Word what happened without asking anything: what was said, refused, dropped.

    Returns:
        The paragraphs with an empty line between them; empty if there is nothing to say.

    """
    return "\n\n".join(_aloud(Wording(texts, language, player.dialog, session), events))


def shown_at(texts: Texts, language: str, player: Player, session: Session, step: str) -> str:
    """Word again what a person read at a question they have answered.

    Args:
        texts: All texts.
        language: The person's.
        player: The one whose dialog the session runs on.
        session: At any later moment.
        step: The question, on the session's path.

    Returns:
        The words said before it, the question and the labels of its options, in the order shown,
        with an empty line between them.

    """
    wording = Wording(texts, language, player.dialog, session)
    path = [player.dialog.by_name[name] for name in session.path]
    end = session.path.index(step)
    start = max((n + 1 for n in range(end) if isinstance(path[n], Ask | Wait)), default=0)
    said = [wording.say(wording.place(one.name)) for one in path[start:end] if isinstance(one, Say)]
    question = player.question(replace(session, step=step))
    labels = [wording.option(question, option) for option in question.options]
    return "\n\n".join([*said, wording.question(question), *labels])


def whole_answers(
    texts: Texts, language: str, player: Player, session: Session, *, without: str
) -> list[str]:
    """Word what was answered in whole, each with its name above it, in the order of the dialog.

    Args:
        texts: All texts.
        language: The reader's.
        player: The one whose dialog the session runs on.
        session: A session of it.
        without: A step to leave out.

    """
    wording = Wording(texts, language, player.dialog, session)
    told = [one for one in session.answers if one.kind == "answered" and one.step != without]
    return [
        f"{wording.name(one.step)}\n{quote(one.words, LONGEST_PAGE)}"
        if one.words is not None
        else wording.line(one.step)
        for one in told
    ]


def answered_line(
    texts: Texts, language: str, player: Player, session_before: Session, event: Event
) -> str:
    """Word what a question's message becomes once it is answered: ``Craving: 7``.

    Args:
        texts: All texts.
        language: The person's.
        player: The one whose dialog the session runs on.
        session_before: The session as it was when the question stood open.
        event: Answered, Skipped or Declined; after any other the name alone is given.

    """
    wording = Wording(texts, language, player.dialog, session_before)
    kind, value = _outcome(event)
    if kind is None:
        return wording.name(event.step)
    answer = Answer(event.step, None, value, kind, session_before.touched_at)
    return wording.common("answer-line", name=wording.name(event.step), value=wording.value(answer))


def reader(texts: Texts, language: str, player: Player, session: Session) -> Read:
    """Make the function that understands what a person types, for ``Player.play``."""
    wording = Wording(texts, language, player.dialog, session)
    vocabulary = vocabulary_of(texts, language)

    def read(question: Question, text: str) -> Understood:
        labels = [wording.option(question, option) for option in question.options]
        return understand(question, text, labels, vocabulary)

    return read


@lru_cache(maxsize=32)
def vocabulary_of(texts: Texts, language: str) -> Vocabulary:
    """Collect what a language calls numbers, yes and no, and the ways out."""

    def words(key: str) -> tuple[str, ...]:
        return tuple(plain(word) for word in texts.listed(language, f"words-{key}"))

    controls: dict[str, ControlName] = {}
    for name in get_args(ControlName):
        controls |= dict.fromkeys(words(name), name)
    return Vocabulary(
        numbers=words("numbers"),
        yes=frozenset(words("yes")),
        no=frozenset(words("no")),
        done=frozenset(words("done")),
        fix=frozenset(words("fix")),
        out_of=words("out_of"),
        controls=controls,
    )


def _aloud(wording: Wording, events: Iterable[Event]) -> list[str]:
    spoken = []
    for event in events:
        match event:
            case Said(step=step):
                spoken.append(wording.say(wording.place(step)))
            case Rejected(reason=reason, args=args):
                spoken.append(wording.common(reason, **args))
            case Dropped(steps=steps):
                names = ", ".join(wording.name(step) for step in steps)
                spoken.append(wording.common("answers-dropped", names=names))
            case _:
                pass
    return spoken


def _outcome(event: Event) -> tuple[AnswerKind | None, Value]:
    match event:
        case Answered(value=value):
            return "answered", value
        case Skipped():
            return "skipped", None
        case Declined():
            return "declined", None
        case _:
            return None, None


def _option_rows(wording: Wording, question: Question, session: Session) -> tuple[Row, ...]:
    def button(position: int) -> Button:
        option = question.options[position]
        label = wording.option(question, option)
        ticked = isinstance(question.shape, Several) and option.key in question.picked
        press = press_reply(session.id, question.turn, position)
        return Button(f"{_TICK}{label}" if ticked else label, press)

    buttons = [button(position) for position in _shown(question)]
    if isinstance(question.shape, Scale):
        return _in_rows(buttons, FIRST_ROW_OF_SCALE)
    if question.kind == "recap":
        return _in_rows(buttons, 1 if question.picked else 2)
    if isinstance(question.shape, Several):
        return (*_in_rows(buttons[:-1], _columns(buttons)), (buttons[-1],))
    return _in_rows(buttons, _columns(buttons))


def _shown(question: Question) -> list[int]:
    """Return the positions to show: the answers to fix only once *Fix* was tapped, *Done* last."""
    everything = list(range(len(question.options)))
    if question.kind != "recap":
        return everything
    return [*everything[2:], 0] if question.picked else everything[:2]


def _control_rows(wording: Wording, question: Question, session: Session) -> tuple[Row, ...]:
    buttons = [
        Button(wording.common(f"control-{name}"), press_control(session.id, question.turn, name))
        for name in question.controls
    ]
    return _in_rows(buttons, 2 if len(buttons) == CONTROLS_IN_TWO_ROWS else CONTROLS_IN_A_ROW)


def _columns(buttons: list[Button]) -> int:
    longest = max((len(button.label) for button in buttons), default=0)
    return next((columns for width, columns in _COLUMNS if longest <= width), 1)


def _in_rows(buttons: list[Button], columns: int) -> tuple[Row, ...]:
    return tuple(
        tuple(buttons[start : start + columns]) for start in range(0, len(buttons), columns)
    )
