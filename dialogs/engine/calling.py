"""Calling: which dialog a step runs in between, and what that one is told."""

from collections.abc import Mapping

from pydantic import JsonValue

from dialogs.engine.definition import Ask, Call, Dialog
from dialogs.engine.session import SHORT, Answer, Session
from dialogs.engine.shapes import Pick

DEEPEST = 3
"""How many dialogs may lie above one that was called, the first included."""

EXERCISE = "exercise"
"""Under this name an entry of a list says which dialog guides through it."""


def called(
    dialog: Dialog, call: Call, answers: Mapping[str, Answer], facts: Mapping[str, JsonValue]
) -> str | None:
    """Return the dialog that a step runs, or None where what was answered names none.

    Args:
        dialog: The one in which the step stands.
        call: The step.
        answers: What was answered so far, by step.
        facts: What the dialog was told; the entries of its lists may name an ``exercise``.

    """
    if call.of is None:
        return call.dialogs[0]
    answer = answers.get(call.of)
    if answer is None or answer.kind != "answered":
        return None
    named = _exercise(dialog, call.of, answer, facts)
    return named if named in call.among else None


def standing(dialog: Dialog, session: Session) -> frozenset[str]:
    """Return the dialogs that the calls on a session's path run, as its answers stand now."""
    answers = {answer.step: answer for answer in session.answers}
    calls = (dialog.by_name[name] for name in session.path)
    named = (
        called(dialog, call, answers, session.facts) for call in calls if isinstance(call, Call)
    )
    return frozenset(name for name in named if name is not None)


def handed_down(session: Session) -> dict[str, JsonValue]:
    """Return the facts that a called dialog opens with: those of its caller, in full length."""
    return {name: fact for name, fact in session.facts.items() if name != SHORT}


def entries(fact: JsonValue) -> tuple[dict[str, JsonValue], ...]:
    """Return the entries of a list of the person's own: a fact, or the options in one."""
    listed = fact.get("options") if isinstance(fact, dict) else fact
    if not isinstance(listed, list):
        return ()
    return tuple(entry for entry in listed if isinstance(entry, dict))


def _exercise(
    dialog: Dialog, step: str, answer: Answer, facts: Mapping[str, JsonValue]
) -> JsonValue:
    """Return what is named by the chosen entry of a list; a plain choice names it itself."""
    ask = dialog.by_name[step]
    if not isinstance(ask, Ask) or not isinstance(ask.answer, Pick):
        return answer.value if isinstance(answer.value, str) else None
    own = entries(facts.get(ask.answer.of))
    return next((entry.get(EXERCISE) for entry in own if entry.get("key") == answer.value), None)
