"""Opening: the dialog that a button of the plan's screens leads to."""

from collections.abc import Mapping

from pydantic import JsonValue

from bot.actions import asking, bringing, closing
from bot.actions.plans import changing, offering, writing
from bot.actions.plans.screens import OUTCOME, Look
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.plan.editing import Part
from dialogs.errors import BadEdit, StaleReply
from dialogs.plan_writing import STEP

STEPPED, OFFER = "stepped", "offer"
ABOUT_A_GOAL = {"check": "goal_check", OUTCOME: "goal_outcome"}
"""The dialogs that look at one goal, by what the button of it says."""

GOAL = "plan_goal"
"""The verb of the button that begins a goal in a part of life."""


async def add(at: Look, part: str) -> None:
    """Begin to add something to a part of the plan."""
    if part == Part.GOALS:
        await writing.offer_domains(at, GOAL)
        return
    await _begin(at, *writing.to_add(at, part))


async def add_goal(at: Look, domain: str) -> None:
    """Begin to add a goal in a part of life."""
    await _begin(at, *writing.to_add(at, Part.GOALS, domain))


async def edit(at: Look, doing: str, part: str, key: str) -> None:
    """Do what a button of the plan's screens says, or ask what it needs to know first.

    Raises:
        StaleReply: What it is about is not in the plan any more.

    """
    asked = _asked_first(at, doing, part, key)
    try:
        if asked is not None:
            await _begin(at, *asked)
        elif doing == STEPPED and at.own:
            stepped = await changing.step_taken(at, part, key)
            await _begin(stepped, *writing.to_write(stepped, STEP, key))
        elif doing == OFFER and not at.own:
            await offering.offer_now(at)
        elif doing in ABOUT_A_GOAL and at.own:
            await _ask_about(at, ABOUT_A_GOAL[doing], key)
        else:
            await changing.do(at, doing, part, key)
    except BadEdit as error:
        await changing.refused(at, error)


def _asked_first(at: Look, doing: str, part: str, key: str) -> writing.Opening | None:
    """Return the dialog that asks for words; None where a button does something at once."""
    if doing in {"reword", "write"}:
        return writing.to_write(at, part, key)
    if doing == STEP:
        return writing.to_write(at, STEP, key)
    if doing in writing.AGAIN:
        return writing.to_ask_again(at, doing, part, key)
    if doing in writing.HELPS:
        return writing.to_help(at, doing, key)
    return writing.to_log(at, key) if doing == "log" else None


async def _ask_about(at: Look, dialog: str, key: str) -> None:
    """Look at one goal: how it goes and which step comes next, or what became of it."""
    facts = await bringing.facts_for(at.uow, at.playbook, at.client, dialog, at.now, goal=key)
    if not {"goal_title", "past_1"} & facts.keys():
        raise StaleReply("that goal is not in the plan any more, or its day is still to come")
    await _begin(at, dialog, facts)


async def _begin(at: Look, dialog: str, facts: Mapping[str, JsonValue]) -> None:
    if at.own:
        authorize(at.actor, Action.EDIT_OWN_PLAN, Subject("plan", at.client.id), (), at.now)
    else:
        grants = await at.uow.consents.of_client(at.client.id)
        authorize(at.actor, Action.EDIT_PLAN, Subject("plan", at.client.id), grants, at.now)
    if dialog == "plan_log" and not at.own:
        raise StaleReply("only the client logs")
    turn = await asking.begin(at.uow, at.playbook, at.reader, dialog, at.now, facts=facts)
    await closing.finish(at.uow, at.playbook, at.reader, turn, at.now)
