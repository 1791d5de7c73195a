"""Erasure: which rows go when somebody is forgotten, and what stays without its content."""

from sqlalchemy import bindparam, delete, or_, update

from storage.claims import Connection
from storage.tables import (
    ALERT_IS_OPEN,
    IS_PENDING,
    IS_SENDING,
    alerts,
    answers,
    check_ins,
    circle,
    duties,
    erasures,
    invitations,
    lessons,
    noticed,
    outbox,
    pairings,
    people,
    plan_agreements,
    plans,
    private_answers,
    relinks,
    sessions,
    shifts,
    suggestions,
)

_WIPE_PERSON = (
    update(people)
    .where(people.c.id == bindparam("who"))
    .values(chat_index=None, chat=None, name=None, country=None, zone="UTC")
)
_TAKE_BACK = (
    update(outbox)
    .where(or_(outbox.c.owner == bindparam("who"), outbox.c.person_id == bindparam("who")))
    .values(state="cancelled", body=None, reason="erased")
)
_FORGET = (
    delete(answers).where(answers.c.person_id == bindparam("who")),
    delete(sessions).where(sessions.c.person_id == bindparam("who")),
    delete(check_ins).where(check_ins.c.client_id == bindparam("who")),
    delete(suggestions).where(suggestions.c.client_id == bindparam("who")),
    delete(plan_agreements).where(plan_agreements.c.client_id == bindparam("who")),
    delete(plans).where(plans.c.client_id == bindparam("who")),
    delete(private_answers).where(private_answers.c.person_id == bindparam("who")),
    delete(circle).where(
        or_(circle.c.client_id == bindparam("who"), circle.c.person_id == bindparam("who"))
    ),
    delete(lessons).where(lessons.c.person_id == bindparam("who")),
    delete(pairings).where(
        or_(pairings.c.person_id == bindparam("who"), pairings.c.inviter_id == bindparam("who"))
    ),
    delete(relinks).where(relinks.c.person_id == bindparam("who")),
    delete(noticed).where(noticed.c.client_id == bindparam("who")),
    delete(duties).where(duties.c.person_id == bindparam("who")),
    delete(shifts).where(shifts.c.person_id == bindparam("who")),
    delete(erasures).where(erasures.c.person_id == bindparam("who")),
    delete(invitations).where(
        or_(
            invitations.c.client_id == bindparam("who"),
            invitations.c.inviter_id == bindparam("who"),
        ),
        invitations.c.used_at.is_(None),
    ),
    _TAKE_BACK.where(IS_PENDING),
    _TAKE_BACK.where(IS_SENDING),
    update(alerts)
    .where(alerts.c.client_id == bindparam("who"), ALERT_IS_OPEN)
    .values(state="resolved", next_at=None),
)


async def forget(connection: Connection, person_id: int) -> None:
    """Delete what somebody said and wipe what is left of them; their key is the vault's to destroy.

    What others rely on stays without its content: that a role was held, that an alert was
    taken, that something was disclosed under a grant, and the trail.
    """
    for statement in (_WIPE_PERSON, *_FORGET):
        await connection.execute(statement, {"who": person_id})
