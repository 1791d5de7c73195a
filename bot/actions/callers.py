"""Callers: the dialogs that wait above one that was called, and those that run below."""

from dialogs.engine.calling import DEEPEST
from dialogs.engine.session import Session
from storage.unit_of_work import UnitOfWork


async def above(uow: UnitOfWork, session: Session) -> list[Session]:
    """Load the sessions that a dialog was called from, the nearest first."""
    found: list[Session] = []
    while session.parent is not None and len(found) <= DEEPEST:
        caller = await uow.sessions.get(session.parent)
        if caller is None:
            break
        found.append(caller)
        session = caller
    return found


async def called_from(uow: UnitOfWork, session: Session) -> list[Session]:
    """Load the sessions that were called from one, running or over, the oldest first."""
    of_person = await uow.sessions.of_person(session.person_id, session.started_at)
    return [one for one in of_person if one.parent == session.id]


async def below(uow: UnitOfWork, session: Session) -> list[Session]:
    """Load the running sessions that were called from one, the nearest first."""
    running = await uow.sessions.paused_for(session.person_id)
    asking = await uow.sessions.open_for(session.person_id)
    known = [*running, asking] if asking is not None else running
    found: list[Session] = []
    above_them = {session.id}
    while new := [one for one in known if one.parent in above_them and one not in found]:
        found += new
        above_them = {one.id for one in new}
    return found
