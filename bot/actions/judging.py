"""Judging: what an answer means, or the lack of one. A warning sign that holds raises an alert."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from bot.actions import whose
from bot.actions.alerts import raise_alert
from bot.actions.check_ins import silence_and_answers
from dialogs.care.people import Person
from dialogs.care.warning_signs import WarningSign, detect
from dialogs.engine.session import Answer, Session
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

STAFF_ONLY = "staff_only"
"""The fact of a session that keeps whatever comes of it from sponsors and family."""

BEHIND = "behind"
"""The fact of a session that asks because of an alert: the sign of that alert."""

UNANSWERED = "safety_unanswered"


def names(answers: Iterable[Answer]) -> frozenset[str]:
    """Return under which names answers are recorded."""
    return frozenset(answer.name for answer in answers if answer.name is not None)


async def judge(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    session: Session | None,
    names: Collection[str],
    now: datetime,
    *,
    but: Collection[str] = (),
) -> None:
    """Look at a client's series after an answer, and raise what has come to hold by it.

    Args:
        uow: The open unit of work.
        playbook: Rules and words.
        person: The client.
        session: The dialog it was given in; None: it is about a check-in as a whole.
        names: Under which it was recorded. What no rule looks at beside these is not read.
        now: The instant of the answer.
        but: Signs of which somebody else has heard already.

    """
    if session is not None and session.dialog == whose.WHOSE:
        await whose.answered(uow, playbook, person, session, now)
        return
    families = playbook.rules.about(names)
    if not families:
        return
    readings = await silence_and_answers(uow, person.id, now, families)
    plan = await uow.plans.current(person.id)
    signs = detect(
        playbook.rules,
        readings,
        now,
        zone=person.zone,
        session_id=session.id if session else None,
        thresholds=plan.own_thresholds if plan else None,
    )
    staff_only = session is not None and bool(session.facts.get(STAFF_ONLY))
    for sign in (one for one in signs if one.sign not in but):
        kept = replace(sign, staff_only=True) if staff_only else sign
        await raise_alert(uow, playbook, person, await _of_one(uow, session, kept), now)


async def _of_one(uow: UnitOfWork, session: Session | None, sign: WarningSign) -> WarningSign:
    """Let silence at a question join the open alert because of which it was asked.

    Whoever answers has said something new; whoever does not may be talking to a human by then.
    """
    behind = session.facts.get(BEHIND) if session is not None else None
    if session is None or behind is None or sign.sign != UNANSWERED:
        return sign
    is_open = await uow.alerts.open_sign(session.person_id, str(behind)) is not None
    return replace(sign, sign=str(behind)) if is_open else sign
