"""Keeping: what a turn leaves in the database, and what its answers make somebody hear.

An answer is judged at that answer. One that was changed after the end is judged once more together
with all that came after it.
"""

from dataclasses import replace
from datetime import datetime

from bot.actions import callers, changing, follow_ups, judging, news
from dialogs.care.people import Person
from dialogs.engine.calling import standing
from dialogs.engine.events import (
    Answered,
    Declined,
    Expired,
    Finished,
    Recapped,
    Skipped,
    Unanswered,
)
from dialogs.engine.player import Player
from dialogs.engine.session import Answer, Session, Turn
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

_RECORDS = (Answered, Skipped, Declined, Unanswered, Expired)
_SETTLES = (Recapped, Finished)


async def keep(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    player: Player,
    before: Session,
    turn: Turn,
    now: datetime,
) -> None:
    """Write down what was answered, changed and dropped in a turn, and judge it at once.

    Args:
        uow: The open unit of work; the session itself has been saved in it.
        playbook: Rules, ladders and words.
        person: Whose turn it is.
        player: The one whose dialog the session runs on.
        before: The session before the turn.
        turn: The turn, by a reply or by which the dialog was taken up again.
        now: The instant.

    """
    if before.reopened_at is None:
        answered = await _record(uow, before, turn)
        await _drop(uow, playbook, person, player, before, turn, now)
        if answered:
            names = judging.names(answered)
            await judging.judge(uow, playbook, person, turn.session, names, now)
    else:
        readings = await changing.readings_around(uow, person.id, before, now)
        answered = await _record(uow, before, turn)
        if await _drop(uow, playbook, person, player, before, turn, now) or answered:
            await changing.judge_again(uow, playbook, person, readings, turn, now)
    await news.withdraw(uow, person, answered)


async def _record(uow: UnitOfWork, before: Session, turn: Turn) -> list[Answer]:
    """Write down what was answered in this turn, and return it."""
    recorded = []
    steps = {event.step for event in turn.events if isinstance(event, _RECORDS)}
    for step in steps:
        answer = turn.session.answer(step)
        if answer is None or answer == before.answer(step):
            continue
        recorded.append(answer)
        if before.answer(step) is None:
            await uow.answers.add(turn.session, answer)
        else:
            await uow.answers.correct(turn.session, answer)
    return recorded


async def _drop(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    player: Player,
    before: Session,
    turn: Turn,
    now: datetime,
) -> bool:
    """Let go of answers that no longer apply. Return whether there were any."""
    gone = [one.step for one in before.answers if turn.session.answer(one.step) is None]
    if gone:  # all of them: `Dropped` names only what is worth a word
        await uow.answers.drop(turn.session.id, gone, now)
    fixed = before.fixing is not None or before.reopened_at is not None
    settled = any(isinstance(event, _SETTLES) for event in turn.events)
    if fixed and settled:
        await follow_ups.call_off(uow, person, player.dialog, turn.session)
        return await _drop_called(uow, playbook, person, player, turn.session, now) or bool(gone)
    return bool(gone)


async def _drop_called(
    uow: UnitOfWork,
    playbook: Playbook,
    person: Person,
    player: Player,
    session: Session,
    now: datetime,
) -> bool:
    """Let go of what was answered in dialogs that would not be called any more."""
    found = False
    stand = standing(player.dialog, session)
    for called in await callers.called_from(uow, session):
        if called.dialog not in stand and called.answers:
            found = True
            await uow.answers.drop(called.id, [one.step for one in called.answers], now)
            await uow.sessions.save(called, replace(called, answers=()))
            version = playbook.version(called.fingerprint)
            if version is not None:
                await follow_ups.call_off(uow, person, version.dialog, replace(called, path=()))
    return found
