"""Choosing: of all that the answers speak for, the few that are worth asking about now."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from dialogs.care.plan.comparing import differences
from dialogs.care.proposals.contact import step_down, step_up
from dialogs.care.proposals.goals import goal_next, goal_smaller, goal_stuck
from dialogs.care.proposals.history import History
from dialogs.care.proposals.hours import move_hour
from dialogs.care.proposals.shapes import Kind, Known, Proposal
from dialogs.care.proposals.skills import skill_first, skill_rest
from dialogs.care.proposals.treatment import (
    appointment_missed,
    medicine_missed,
    review_medicine,
    treatment_review,
)
from dialogs.care.proposals.triggers import new_trigger
from dialogs.care.proposals.wellbeing import lonely, sleep_goal

MOST = 3
"""More at once would be a form, not a question. Our choice."""

SILENT_DAYS = 30
"""What was declined, and what was agreed to and has yet to show, is left alone so long."""

_STEPS = frozenset({Kind.STEP_UP, Kind.STEP_DOWN})
_CONTACT = ("contact", "")
"""All steps are about the same thing. When the next one may come they know themselves."""

_FINDERS: tuple[Callable[[Known, History], Iterator[Proposal]], ...] = (
    step_up,
    review_medicine,
    medicine_missed,
    appointment_missed,
    treatment_review,
    goal_stuck,
    goal_smaller,
    move_hour,
    new_trigger,
    skill_first,
    sleep_goal,
    lonely,
    goal_next,
    skill_rest,
    step_down,
)
"""Most useful first: what may hold off harm, then what does not work, then what can grow."""


def propose(known: Known) -> tuple[Proposal, ...]:
    """Find the changes that a client's own answers speak for.

    Args:
        known: The plan, the answers, the check-ins kept and missed, what was proposed before.

    Returns:
        At most 3 proposals, most useful first, one for each thing. None that is open, none that
        was declined in the last 30 days, and none about what was changed by a proposal in that
        time (contact has its own times). Every plan among them differs from the one in force.

    """
    history = History.of(known)
    agreed = _lately(known.agreed, known.today)
    quiet = {topic for topic in map(_topic, agreed) if topic != _CONTACT}
    quiet |= {_topic(name) for name in known.open_names}
    declined = _lately(known.declined, known.today)
    chosen: list[Proposal] = []
    for one in (found for find in _FINDERS for found in find(known, history)):
        topic = _topic(one.name)
        if topic in quiet or one.name in declined or not _changes(known, one):
            continue
        quiet.add(topic)
        chosen.append(one)
        if len(chosen) == MOST:
            break
    return tuple(chosen)


def _lately(names: Mapping[str, date], today: date) -> set[str]:
    return {name for name, day in names.items() if (today - day).days < SILENT_DAYS}


def _topic(name: str) -> tuple[str, str]:
    """Return what a proposal is about: two about the same goal are never asked side by side."""
    kind, _, about = name.partition(":")
    return _CONTACT if kind in _STEPS else (kind.partition("_")[0], about)


def _changes(known: Known, one: Proposal) -> bool:
    return one.plan is None or bool(differences(known.plan, one.plan))
