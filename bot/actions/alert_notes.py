"""Notes: a few words on how it went, from whoever has closed an alert.

They are kept with the alert, under the client's key; the dialog in which they were written keeps
nothing of them.
"""

from dataclasses import replace
from datetime import datetime

from pydantic import JsonValue

from bot.actions import alerts, asking
from bot.actions.telling import tell
from dialogs.care.access import Action
from dialogs.care.alert_changes import said
from dialogs.care.people import Actor, Person
from dialogs.care.replies import Reply, ReplyKind
from dialogs.engine.session import Session
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

NOTE = "alert_note"
"""The dialog in which they are asked for, and the verb of the button that opens it."""


async def begin_note(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, ref: str, now: datetime
) -> None:
    """Ask for a few words on an alert.

    Raises:
        NotAllowed: The alert is not theirs.

    """
    alert = await alerts.mine(uow, actor, Action.RESOLVE_ALERT, ref, now)
    facts: dict[str, JsonValue] = {"number": alert.number, "ref": alert.ref}
    await asking.begin(uow, playbook, person, NOTE, now, facts=facts)


async def note_written(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Keep the words with the alert, and not as an answer of whoever wrote them."""
    answer = session.answer("note")
    ref = str(session.facts.get("ref"))
    actor = await uow.people.actor(person.id)
    before = await alerts.mine(uow, actor, Action.RESOLVE_ALERT, ref, now)
    words = "" if answer is None or answer.kind != "answered" else str(answer.value)
    if words:
        await alerts.save(uow, before, said(before, Reply(person.id, ReplyKind.NOTE, now, words)))
    await uow.answers.forget(session.id)
    await uow.sessions.save(session, replace(session, answers=()))
    key = "replies-noted" if words else "replies-no_note"
    await tell(uow, playbook, person, key, now=now, words={"number": before.number})
