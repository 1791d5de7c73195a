"""Outcomes: what a dialog does when it has come to its end, by its name.

This is the one place of it. A dialog that is not named here ends with its own last words and
leaves nothing but its answers; if it was a check-in, it closes with who sees it and what is next.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from bot.actions import (
    after_check_in,
    alert_notes,
    consenting,
    expecting,
    leaving,
    news,
    settling,
    sharing,
    tuning,
)
from bot.actions.circle import letters
from bot.actions.plans import beginning, offering, reviewing, writing
from bot.actions.telling import moment, tell
from dialogs.care.people import Person
from dialogs.care.zones import place_in
from dialogs.engine.session import Session
from dialogs.plan_writing import DIALOGS
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

Outcome = Callable[[UnitOfWork, Playbook, Person, Session, datetime], Awaitable[None]]


WRITES_PLAN = DIALOGS | {"goal_outcome", "safety_plan"}
"""Dialogs that change the plan at their end, and nothing before it."""


def after(dialog: str) -> Outcome:
    """Return what is to be done once a dialog has finished.

    It is called once, in the unit of work of the last answer, with the finished session. A change
    of the answers afterwards does not call it again.
    """
    return _OUTCOMES.get(dialog, _nothing)


def after_stop(session: Session) -> Outcome:
    """Return what is to be done once a dialog was stopped."""
    return _STOPS.get(session.dialog, _stopped)


async def _stopped(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    name = "plan" if session.dialog in WRITES_PLAN else session.dialog
    own = f"commands-stopped_{name}"
    key = own if playbook.texts.has(person.language, own) else "commands-stopped"
    if session.reopened_at is not None:
        key = "commands-change_stopped"
    elif session.parent is not None:
        key = "commands-stopped_part"
    await tell(uow, playbook, person, key, now=now)


async def _stays(
    uow: UnitOfWork, playbook: Playbook, person: Person, _session: Session, now: datetime
) -> None:
    await tell(uow, playbook, person, "commands-parting_stay", now=now)


async def _craving(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    answers = {a.name: a.value for a in session.answers if a.name and a.kind == "answered"}
    before, after = answers.get("craving"), answers.get("craving_after")
    if isinstance(before, int) and isinstance(after, int):
        better = after < before
        key = "commands-craving_closing" if better else "commands-craving_closing_still"
        words = {"before": before, "after": after} if better else {"after": after}
        await tell(uow, playbook, person, key, now=now, words=words)
    else:
        await tell(uow, playbook, person, "commands-craving_kept", now=now)
    await news.milestone(uow, playbook, person, session, now)


async def _welcome(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    known = await consenting.welcomed(uow, playbook, person, session, now)
    following = await uow.check_ins.next_for(known.id)
    if following is not None:
        when = moment(playbook, known, following.due_at, now)
        words: dict[str, str | int] = {"when": when, "place": place_in(known.zone)}
        await tell(uow, playbook, known, "commands-welcome_next", now=now, words=words)


async def _sos(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    safe = any(answer.value == "yes" for answer in session.answers)
    if safe:
        await tell(uow, playbook, person, "commands-sos_safe", now=now)


async def _nothing(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """End a dialog whose own last words are all there is to say; a check-in is closed as such."""
    if session.check_in_id is not None:
        await after_check_in.close_other(uow, playbook, person, session, now)


_OUTCOMES: Mapping[str, Outcome] = {
    "daily_checkin": after_check_in.close,
    "craving_now": _craving,
    "sos": _sos,
    "welcome": _welcome,
    "sponsor_welcome": consenting.supporter_welcomed,
    "family_welcome": consenting.supporter_welcomed,
    "parting": leaving.parted,
    "travel": settling.travelled,
    "safety_plan": settling.safety_plan_written,
    "journal": sharing.page_written,
    "thought_record": sharing.page_written,
    "feedback": sharing.feedback_given,
    alert_notes.NOTE: alert_notes.note_written,
    expecting.REASON: expecting.reason_written,
    tuning.NUMBER: tuning.number_written,
    letters.LETTER: letters.written,
    "weekly_review": offering.week_reviewed,
    "monthly_review": reviewing.looked_back,
    "plan_review": reviewing.looked_back,
    "lapse_follow_up": reviewing.looked_back,
    "goal_check": reviewing.goal_checked,
    "goal_outcome": reviewing.goals_settled,
    "intake": beginning.intake_told,
    "discharge": beginning.discharged,
    **dict.fromkeys(DIALOGS, writing.written),
}
_STOPS: Mapping[str, Outcome] = {
    "welcome": leaving.not_now,
    "sponsor_welcome": leaving.declined,
    "family_welcome": leaving.declined,
    "parting": _stays,
}
