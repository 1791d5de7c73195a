"""Lost: a dialog whose own version can no longer be played.

Its answers are kept. A safety question that stood open in it was not answered, and counts so: the
silence at it would otherwise be lost together with the dialog.
"""

from datetime import datetime

import structlog

from bot.actions import judging
from dialogs.care.people import Person
from dialogs.engine.definition import Ask, Wait
from dialogs.engine.session import Answer, Session
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)


async def let_go(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """End a dialog that is lost, and page a human where it stood at a safety question."""
    log.warning("dialog lost", session=session.id)
    await uow.sessions.end(session, "expired", now)
    asked = _safety_question(playbook, session)
    if asked is not None:
        answer = Answer(session.step, asked.records, None, "expired", now)
        await uow.answers.add(session, answer)
        await judging.judge(uow, playbook, person, session, judging.names([answer]), now)


def _safety_question(playbook: Playbook, session: Session) -> Ask | None:
    """Return the safety question that stands open, as nearly as the dialogs of today can tell.

    Where a session rests, its time runs either for a wait or for the silence at such a question.
    """
    if session.due_at is None or session.state == "waiting":
        return None
    today = playbook.players.get(session.dialog)
    if today is not None and isinstance(today.dialog.by_name.get(session.step), Wait):
        return None
    players = playbook.players.values() if today is None else (today,)
    asks = [ask for player in players for ask in player.dialog.asks if ask.safety]
    return max(asks, key=lambda ask: ask.name == session.step, default=None)
