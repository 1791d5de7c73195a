"""The library: dialogs that a client opens of their own accord, by a command or from one card."""

from datetime import datetime

from bot.actions import asking, bringing, closing
from bot.actions.telling import Press, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.people import Actor, Person
from dialogs.errors import NotConsented, StaleReply
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

EXERCISES = ("urge_surfing", "breathing", "grounding", "meditation", "movement", "refusal")
PAGES = ("thought_record", "skills", "diary_card", "gratitude", "journal", "rulers")
COMMANDS = {
    "travel": "travel",
    "journal": "journal",
    "feedback": "feedback",
}
"""Dialogs with a command of their own, by that command."""

OPENED = frozenset(
    {
        *(*EXERCISES, *PAGES, *COMMANDS.values()),
        *("craving_now", "lapse", "intake", "plan_review", "safety_plan"),
    }
)
"""All that a client may open themselves; whatever else there is comes at its own time."""

PER_ROW = 2


async def show(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Show what a client can open, exercises first.

    Raises:
        NotConsented: They have no plan yet.

    """
    authorize(actor, Action.START_DIALOG, Subject("library", person.id), (), now)
    plan = await uow.plans.current(person.id)
    if plan is None:
        raise NotConsented
    found = [
        Press(f"library-name_{name}", "open_dialog", (name,))
        for name in ("craving_now", *EXERCISES, *PAGES, "lapse")
        if name in playbook.players
    ]
    rows = [found[start : start + PER_ROW] for start in range(0, len(found), PER_ROW)]
    await tell(uow, playbook, person, "library-card", now=now, buttons=rows)


async def open_one(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, dialog: str, now: datetime
) -> None:
    """Open one dialog of the library; what runs meanwhile is set aside and comes back.

    Raises:
        StaleReply: It is none that a client opens themselves.
        NotConsented: They have no plan yet.

    """
    authorize(actor, Action.START_DIALOG, Subject("library", person.id), (), now)
    if dialog not in OPENED or dialog not in playbook.players:
        raise StaleReply("no dialog that can be opened by hand")
    facts = await bringing.facts_for(uow, playbook, person, dialog, now)
    turn = await asking.begin(uow, playbook, person, dialog, now, facts=facts)
    await closing.finish(uow, playbook, person, turn, now)
