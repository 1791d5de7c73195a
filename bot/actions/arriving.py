"""Arriving: a question reaches its reader after it was answered already."""

from dataclasses import replace
from datetime import datetime

from bot.actions.asking import QUESTION
from bot.actions.telling import leave
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import SYSTEM
from storage.outbox import Lane, Outgoing
from storage.unit_of_work import UnitOfWork


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
