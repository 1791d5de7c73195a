"""Suggesting: a change of the plan that waits for everybody whose yes it needs.

It is shown as what would be different. Nothing changes before they have agreed; and if the plan has
changed meanwhile at the same place, both are shown what does not fit, and nothing is overwritten.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.actions.plans import saving
from bot.actions.plans.screens import WISH
from bot.actions.plans.words import PlanWords
from bot.actions.telling import Press, show_lines, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.consent import Category, may_see
from dialogs.care.people import Actor, Person, Role
from dialogs.care.plan import Plan, comparing
from dialogs.care.rhythm import after_quiet
from dialogs.care.suggestions import (
    LASTS,
    Needs,
    Suggestion,
    SuggestionState,
    agree,
    decline,
    is_quiet,
    withdraw,
)
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

OPEN, ANSWER = WISH, "wish_is"
YES, NO, TALK, BACK = "yes", "no", "talk", "take_back"
NOTICE = "suggestion"

FROM_COUNSELOR = "suggestion-from_counselor"
FROM_CLIENT = "suggestion-from_client"


async def quiet_names(uow: UnitOfWork, client_id: int, now: datetime) -> frozenset[str]:
    """Return what is not to be suggested now: it is open already, or was declined lately."""
    lately = await uow.suggestions.of_client(client_id, now - LASTS)
    return frozenset(one.name for one in lately if is_quiet(one, now))


async def suggest(
    uow: UnitOfWork,
    playbook: Playbook,
    suggestion: Suggestion,
    author: Person | None,
    now: datetime,
) -> Suggestion:
    """Keep a suggestion, with its author's own yes, and let those know whose yes it needs.

    Args:
        uow: The open unit of work.
        playbook: Words.
        suggestion: What is wanted.
        author: Who wants it; None: it comes from the client's data.
        now: The instant.

    """
    if author is not None:
        role = Role.CLIENT if author.id == suggestion.client_id else Role.COUNSELOR
        suggestion = agree(suggestion, role, author.id, now)
    made = await uow.suggestions.add(suggestion)
    await _notify(uow, playbook, made, await _waiting(uow, made, now), now)
    return made


async def answer(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    reader: Person,
    ref: str,
    how: str,
    now: datetime,
) -> None:
    """Take somebody's yes, no, or wish to talk about it first.

    Raises:
        StaleReply: There is none of this reference.

    """
    one, role = await theirs(uow, actor, reader, ref, now)
    if one.state is not SuggestionState.OPEN:
        await tell(uow, playbook, reader, "suggestion-over", now=now)
    elif how == YES:
        await _agreed(uow, playbook, agree(one, role, reader.id, now), reader, now)
    elif how == BACK and one.by == reader.id:
        taken = replace(withdraw(one, now), taken_back=True)
        await _put_off(uow, playbook, taken, reader, "suggestion-taken_back", now)
    elif how == NO:
        key = "suggestion-declined" if one.by is None else "suggestion-left"
        key = "suggestion-wish_left" if one.is_wish else key
        await _put_off(uow, playbook, decline(one, reader.id, now), reader, key, now)
    else:
        talk = replace(one, to_talk_since=one.to_talk_since or now)
        await _put_off(uow, playbook, talk, reader, "suggestion-to_talk", now)


async def wish(
    uow: UnitOfWork, playbook: Playbook, client: Person, plan: Plan, said: str, now: datetime
) -> None:
    """Pass a client's wish on in their own words; it is talked about, and changes nothing."""
    made = Suggestion(
        client_id=client.id,
        name=f"wish:{now.isoformat()}",
        text="suggestion-wish",
        base=plan.version,
        plan=None,
        needs=Needs.BOTH,
        by=client.id,
        made_at=now,
        args={"name": client.name, "words": said},
    )
    await suggest(uow, playbook, made, client, now)
    await tell(uow, playbook, client, "suggestion-noted", now=now)


async def theirs(
    uow: UnitOfWork, actor: Actor, reader: Person, ref: str, now: datetime
) -> tuple[Suggestion, Role]:
    """Return a suggestion that somebody may answer, and what they answer as.

    Raises:
        StaleReply: There is none of this reference.
        NotAllowed: It is about a plan that they may not see, or not change.

    """
    one = await uow.suggestions.by_ref(ref)
    if one is None:
        raise StaleReply("no such suggestion")
    own, plan = one.client_id == reader.id, Subject("plan", one.client_id)
    grants = await uow.consents.of_client(one.client_id)
    authorize(actor, Action.EDIT_OWN_PLAN if own else Action.EDIT_PLAN, plan, grants, now)
    if not own:  # what is wanted shows the plan, so seeing it has to be granted still
        authorize(actor, Action.SEE_PLAN, plan, grants, now)
    return one, Role.CLIENT if own else Role.COUNSELOR


async def _put_off(
    uow: UnitOfWork, playbook: Playbook, one: Suggestion, reader: Person, key: str, now: datetime
) -> None:
    if not await uow.suggestions.save(one):
        key = "suggestion-over"
    words = await words_for(uow, playbook, reader, one)
    await tell(uow, playbook, reader, words.key(key), now=now, words=words.named)
    await _notify(uow, playbook, one, await _other_side(uow, one, reader, now), now)


async def _agreed(
    uow: UnitOfWork, playbook: Playbook, one: Suggestion, reader: Person, now: datetime
) -> None:
    if one.state is SuggestionState.AGREED and one.plan is not None:
        await _take_effect(uow, playbook, one, one.plan, reader, now)
        return
    if not await uow.suggestions.save(one):
        await tell(uow, playbook, reader, "suggestion-over", now=now)
    elif one.state is SuggestionState.OPEN:
        waiting = await _waiting(uow, one, now)
        name = quote(waiting[0].name) if waiting else ""
        key = "suggestion-waits" if name else "suggestion-waits_nobody"
        await tell(uow, playbook, reader, key, now=now, words={"name": name})
        await _notify(uow, playbook, one, waiting, now)
    else:
        await tell(uow, playbook, reader, "suggestion-to_talk", now=now)
        await _notify(uow, playbook, one, await _other_side(uow, one, reader, now), now)


async def _take_effect(
    uow: UnitOfWork,
    playbook: Playbook,
    one: Suggestion,
    wanted: Plan,
    reader: Person,
    now: datetime,
) -> None:
    """Make it the plan, on top of whatever has changed meanwhile."""
    client = await uow.people.get(one.client_id)
    current = await uow.plans.current(client.id)
    base = await uow.plans.version(client.id, one.base)
    if current is None or base is None:
        raise StaleReply("the plan is gone")
    merged = comparing.merge(base, current, wanted)
    if merged.conflicts:
        await uow.suggestions.save(withdraw(one, now))
        words = await words_for(uow, playbook, reader, one)
        lines = [words.difference(each, wanted) for each in merged.conflicts]
        found = "\n".join([words.say("suggestion-conflict"), *lines])
        await show_lines(uow, playbook, reader, found, now=now)
        return
    await uow.suggestions.save(one)
    author = None if one.by is None else await uow.people.get(one.by)
    reason = one.name.partition(":")[0]
    saved = await saving.save(uow, client, current, merged.plan, reason, author, now)
    for person_id in {client.id, one.counselor_id or client.id}:
        await uow.suggestions.agree_to_version(client.id, saved.version, person_id, now)
    words = await words_for(uow, playbook, reader, one)
    about: dict[str, str | int] = {"version": saved.version, **words.named}
    await tell(uow, playbook, reader, words.key("suggestion-agreed"), now=now, words=about)
    await _notify(uow, playbook, one, await _other_side(uow, one, reader, now), now)


async def words_for(
    uow: UnitOfWork, playbook: Playbook, reader: Person, one: Suggestion
) -> PlanWords:
    """Return how somebody reads about the plan of a suggestion: their own, or a client's."""
    if reader.id == one.client_id:
        return PlanWords(playbook, reader.language)
    client = await uow.people.get(one.client_id)
    return PlanWords(playbook, reader.language, client.name)


async def _notify(
    uow: UnitOfWork, playbook: Playbook, one: Suggestion, readers: Iterable[Person], now: datetime
) -> None:
    """Let people know, neutrally and in their waking hours, that there is something to read."""
    for reader in readers:
        await tell(
            uow,
            playbook,
            reader,
            "suggestion-notice",
            now=now,
            lane=Lane.BULK,
            kind=NOTICE,
            buttons=((Press("suggestion-notice.open", OPEN, (one.ref,)),),),
            about_id=one.client_id,
            not_before=after_quiet(now, reader.quiet_from, reader.quiet_to, reader.zone),
            dedupe=f"{NOTICE}:{one.ref}:{reader.id}:{one.state}:{bool(one.to_talk_since)}",
        )


async def _waiting(uow: UnitOfWork, one: Suggestion, now: datetime) -> list[Person]:
    """Return those whose yes is needed next."""
    if one.waits_for is Role.CLIENT:
        return [await uow.people.get(one.client_id)]
    return await counselors(uow, one.client_id, now) if one.waits_for is Role.COUNSELOR else []


async def _other_side(
    uow: UnitOfWork, one: Suggestion, reader: Person, now: datetime
) -> list[Person]:
    """Return those who hear of an answer: their counselors, or the client and whoever wants it."""
    team = await counselors(uow, one.client_id, now)
    if reader.id == one.client_id:
        return team
    makers = [other for other in team if other.id == one.by and other.id != reader.id]
    return [await uow.people.get(one.client_id), *makers]


async def counselors(uow: UnitOfWork, client_id: int, now: datetime) -> list[Person]:
    """Return the counselors who may see a client's plan, longest-serving first."""
    grants = await uow.consents.of_client(client_id)
    ids = [
        one.person_id
        for one in await uow.people.members_of(client_id)
        if one.role is Role.COUNSELOR
        and may_see(grants, one.person_id, client_id, Category.PLAN, now) is not None
    ]
    people = await uow.people.many(ids)
    return [people[one] for one in dict.fromkeys(ids) if one in people]
