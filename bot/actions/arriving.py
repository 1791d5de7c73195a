"""Arriving: what follows from a message that has reached its reader, or never will."""

from dataclasses import replace
from datetime import datetime

from bot.actions.asking import QUESTION
from bot.actions.check_ins import PROMPT
from bot.actions.telling import leave
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import SYSTEM
from storage.check_ins import CheckInState
from storage.outbox import Lane, Outgoing
from storage.unit_of_work import UnitOfWork


async def delivered(uow: UnitOfWork, outgoing: Outgoing, now: datetime) -> None:
    """Note that a prompt has reached Telegram; more than that nobody can know."""
    number = outgoing.check_in_id
    if number is None or outgoing.kind != PROMPT:
        return
    new = CheckInState.DELIVERED
    if not await uow.check_ins.mark(
        number, expected=CheckInState.SENT, state=new, delivered_at=now
    ):  # its button was faster than this mark
        await uow.check_ins.mark(number, delivered_at=now)


async def refused(uow: UnitOfWork, outgoing: Outgoing, now: datetime) -> None:
    """Note that a prompt will never reach its reader."""
    if outgoing.check_in_id is not None and outgoing.kind == PROMPT:
        await uow.check_ins.mark(outgoing.check_in_id, refused_at=now)


async def arrived(uow: UnitOfWork, outgoing: Outgoing, message_id: int, now: datetime) -> None:
    """Take the buttons off a question that was answered before it reached its reader."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    if outgoing.kind != QUESTION or outgoing.session_id is None or not outgoing.message.rows:
        return
    turn = await uow.sessions.turn_of(outgoing.session_id)
    if turn is None or turn == outgoing.turn:
        return
    await leave(
        uow,
        await uow.people.get(outgoing.person_id),
        replace(outgoing.message, rows=()),
        lane=Lane.REPLY,
        kind="settled",
        now=now,
        about_id=outgoing.person_id,
        edits=message_id,
    )
