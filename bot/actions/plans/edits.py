"""Edits: what was done to a plan, worded for whoever may read it: who, why, and what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.actions.plans.words import PlanWords
from bot.actions.telling import shown_name
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.people import Actor, Person
from dialogs.care.plan import Plan
from dialogs.care.plan.past import PlanEdit, edits
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class WordedEdit:
    """One edit in its reader's language.

    Attributes:
        edit: What was done.
        author: Who did it, by name.
        by_client: Whether it was the client.
        reason: Why; empty where what is different says it all.
        lines: What is different, one line each.

    """

    edit: PlanEdit
    author: str
    by_client: bool
    reason: str
    lines: tuple[str, ...]


async def edits_since(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    reader: Person,
    client_id: int,
    since: datetime,
    now: datetime,
) -> list[WordedEdit]:
    """List what was done to a client's plan since a moment, oldest first.

    Args:
        uow: The open unit of work.
        playbook: Words.
        actor: Who reads, with their memberships.
        reader: The same, as somebody with a language.
        client_id: Whose plan.
        since: From when, included.
        now: The instant.

    Raises:
        NotAllowed: The reader may not see this plan.

    """
    grants = await uow.consents.of_client(client_id)
    authorize(actor, Action.SEE_PLAN, Subject("plan", client_id), grants, now)
    client = await uow.people.get(client_id)
    versions = await uow.plans.since(client_id, since)
    words = PlanWords(playbook, reader.language, client.name)
    people = await uow.people.many(one.author_id for one in versions if one.author_id is not None)
    plans = {one.version: one for one in versions}
    return list(worded(words, people, plans, edits(versions, since)))


def worded(
    words: PlanWords,
    people: Mapping[int, Person],
    plans: Mapping[int, Plan],
    done: Iterable[PlanEdit],
) -> Iterable[WordedEdit]:
    """Word edits for a reader.

    Args:
        words: How the reader reads the plan.
        people: The authors, by number.
        plans: The versions, by number.
        done: The edits.

    """
    for one in done:
        author_id, after = one.author_id, plans[one.version]
        name = words.say("plan-by_bot") if author_id is None else shown_name(people, author_id)
        lines = tuple(words.difference(each, after) for each in one.differences)
        own = author_id == after.client_id
        yield WordedEdit(one, name, own, words.reason(one.reason), lines)
