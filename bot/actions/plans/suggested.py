"""Suggested: a change that somebody wants, as whoever is asked reads it, with ways to answer."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.actions.plans import suggesting
from bot.actions.plans.suggesting import ANSWER, BACK, NO, TALK, YES
from bot.actions.plans.words import PlanWords
from bot.actions.telling import Press, show_lines, shown_name
from dialogs.care.people import Actor, Person, Role
from dialogs.care.plan import comparing
from dialogs.care.suggestions import Suggestion, SuggestionState
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

PROPOSAL = "proposal-"
"""What the text keys begin with that say to a client what their own answers speak for."""


async def show(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, reader: Person, ref: str, now: datetime
) -> None:
    """Show a suggestion: the evidence for it, what would be different, and how to answer.

    Raises:
        StaleReply: There is none of this reference.

    """
    one, role = await suggesting.theirs(uow, actor, reader, ref, now)
    words = await suggesting.words_for(uow, playbook, reader, one)
    lines = await _what(uow, words, one)
    if (how := await _how_it_stands(uow, words, reader, one)) is not None:
        lines += ["", how]
    buttons = [
        tuple(Press(_label(playbook, reader, one, role, how), ANSWER, (ref, how)) for how in row)
        for row in _answers(one, role, reader)
    ]
    await show_lines(uow, playbook, reader, "\n".join(lines), now=now, buttons=buttons)


def _answers(one: Suggestion, role: Role, reader: Person) -> Sequence[Sequence[str]]:
    """Return what its reader may say to it, in rows."""
    if one.state is not SuggestionState.OPEN:
        return ()
    if one.by == reader.id:
        return ((BACK,),)
    said_yes = one.agreed_by_client if role is Role.CLIENT else one.agreed_by_counselor
    if one.is_wish or (said_yes is not None and role is Role.COUNSELOR):
        return ((TALK, NO),)
    return () if said_yes is not None else ((YES, NO), (TALK,))


def _label(playbook: Playbook, reader: Person, one: Suggestion, role: Role, how: str) -> str:
    own = f"{one.text}.yes"
    has_own = playbook.texts.has(reader.language, own) and role is Role.CLIENT
    return own if how == YES and has_own else f"suggestion-{how}"


async def _how_it_stands(
    uow: UnitOfWork, words: PlanWords, reader: Person, one: Suggestion
) -> str | None:
    """Word what has become of it so far, and by whom; None where it simply waits."""
    if one.state is SuggestionState.DECLINED and one.declined_by not in {None, reader.id}:
        people = await uow.people.many([one.declined_by or 0])
        key = "suggestion-wish_waits" if one.is_wish else "suggestion-left_by"
        return words.say(key, name=shown_name(people, one.declined_by or 0))
    if one.state is SuggestionState.OPEN and one.to_talk_since is None:
        return None
    how = one.state if one.state is not SuggestionState.OPEN else TALK
    taken_back = one.state is SuggestionState.WITHDRAWN and one.taken_back
    return words.say("suggestion-is_taken_back" if taken_back else f"suggestion-is_{how}")


async def _what(uow: UnitOfWork, words: PlanWords, one: Suggestion) -> list[str]:
    """Word a suggestion: who wants it and why, then what would be different."""
    said = words.say(one.text, **_quoted(one.args))
    lines = [words.say("suggestion-asked_of", words=said) if _speaks_to_client(one) else said]
    base = await uow.plans.version(one.client_id, one.base)
    if one.plan is not None and base is not None:
        found = comparing.differences(base, one.plan)
        lines += ["", *(words.difference(each, one.plan) for each in found)]
    return lines


def _speaks_to_client(one: Suggestion) -> bool:
    """Tell whether its words are said to the client: somebody else reads them as a quotation."""
    return one.text.startswith(PROPOSAL)


def _quoted(args: Mapping[str, int | float | str]) -> dict[str, int | float | str]:
    return {k: quote(one) if isinstance(one, str) else one for k, one in args.items()}
