"""Changing: what a tap on the plan's screens does at once, and its undo.

A client's change of their own plan holds at once. A counselor's is a suggestion.
"""

from dataclasses import replace

from bot.actions import follow_ups
from bot.actions.plans import saving, suggesting
from bot.actions.plans.parts import show_part
from bot.actions.plans.screens import EDIT, PLAN, Look
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.phases import is_less_contact
from dialogs.care.plan import (
    Condition,
    Goal,
    GoalStatus,
    Plan,
    PlanState,
    comparing,
    missing_before_active,
)
from dialogs.care.plan.editing import Part, item, leave_out_step, move_up, put, take_out
from dialogs.care.suggestions import Needs, Suggestion
from dialogs.errors import BadEdit, StaleReply
from dialogs.messages import quote

UNDO, AGREE, CO_SIGN = "undo", "agree", "co_sign"
LEAVE_OUT = "leave_out"
ASKS = ("intake", "discharge")
"""Dialogs that a counselor lets a client be asked, once."""

_ASKS_ABOUT = {"ask_about": True, "ask_no_more": False}
_STATUS = {"hold": GoalStatus.ON_HOLD, "go_on": GoalStatus.ACTIVE, "met": GoalStatus.MET}


async def do(at: Look, doing: str, part: str, key: str) -> None:
    """Do what a button of the plan's screens says.

    Raises:
        StaleReply: What it is about is not in the plan any more, or never was.

    """
    if doing == UNDO:
        await undo(at, key)
    elif doing == AGREE:
        await _agree(at)
    elif doing == CO_SIGN:
        await _co_sign(at)
    elif doing in ASKS:
        await _ask(at, doing)
    else:
        await apply(at, _edited(at, doing, part, key), doing)
        if at.own and doing == "met":
            goal = item(at.plan, Part.GOALS, key)
            title = quote(goal.title if isinstance(goal, Goal) else "")
            await at.tell("plan-outcome_done", {"title": title})
        elif at.own and part in set(Part):
            fresh = await at.uow.plans.current(at.client.id)
            await show_part(replace(at, plan=fresh or at.plan), part)


async def step_taken(at: Look, part: str, key: str) -> Look:
    """Note that a small step was taken, and say that it counts; the next one is asked for."""
    await apply(at, _edited(at, "stepped", part, key), "stepped")
    await at.tell("plan-step_taken")
    fresh = await at.uow.plans.current(at.client.id)
    return replace(at, plan=fresh or at.plan)


def _edited(at: Look, doing: str, part: str, key: str) -> Plan:
    if doing == LEAVE_OUT:
        return leave_out_step(at.plan, key)
    if part not in set(Part) or item(at.plan, Part(part), key) is None:
        raise StaleReply("that is not in the plan any more")
    if doing == "up":
        return move_up(at.plan, Part(part), key)
    if doing == "out":
        return take_out(at.plan, Part(part), key)
    if doing in _ASKS_ABOUT:
        return _with_condition(at, key, asks=_ASKS_ABOUT[doing])
    return _with_goal(at, doing, key)


def _with_condition(at: Look, key: str, *, asks: bool) -> Plan:
    found = item(at.plan, Part.CONDITIONS, key)
    if not isinstance(found, Condition):
        raise StaleReply("only a condition is asked about so")
    return put(at.plan, Part.CONDITIONS, replace(found, asks=asks), at.today)


def _with_goal(at: Look, doing: str, key: str) -> Plan:
    goal = item(at.plan, Part.GOALS, key)
    if not isinstance(goal, Goal):
        raise StaleReply("only a goal has a status")
    if doing == "stepped":
        changed = goal.stepped(at.today, None)
    elif doing in _STATUS:
        changed = goal.became(_STATUS[doing], at.now, at.reader.id)
    else:
        raise StaleReply("no such button")
    return put(at.plan, Part.GOALS, changed, at.today)


async def apply(at: Look, edited: Plan, reason: str) -> None:
    """Make an edit hold: at once for the client's own plan, as a suggestion for a counselor.

    What the client leaves out of the safety plan, and less contact, takes the counselor's yes too.
    """
    if not comparing.differences(at.plan, edited):
        await at.tell("plan-nothing")
    elif at.own and reason != LEAVE_OUT and not is_less_contact(at.plan, edited):
        authorize(at.actor, Action.EDIT_OWN_PLAN, Subject("plan", at.client.id), (), at.now)
        saved = await saving.save(at.uow, at.client, at.plan, edited, reason, at.reader, at.now)
        back = at.press("plan-undo", EDIT, (UNDO, PLAN, str(saved.version)))
        await at.tell("plan-saved", {"version": saved.version}, [[back]])
    else:
        await _suggest(at, edited, reason)


async def refused(at: Look, error: BadEdit) -> None:
    """Say in one sentence why a plan cannot be changed that way."""
    key = "plan-gone" if error.reason == "gone" else f"plan-refused_{error.reason}"
    await at.tell(key, error.args_of_text)


async def undo(at: Look, version: str) -> None:
    """Take back a change of one's own, as long as nothing came after it."""
    authorize(at.actor, Action.EDIT_OWN_PLAN, Subject("plan", at.client.id), (), at.now)
    before = await at.uow.plans.version(at.client.id, at.plan.version - 1)
    if str(at.plan.version) != version or before is None:
        raise StaleReply("another change came after it")
    saved = await saving.save(at.uow, at.client, at.plan, before, "undo", at.reader, at.now)
    await at.tell("plan-saved", {"version": saved.version})


async def _ask(at: Look, dialog: str) -> None:
    """Let a client be asked once, now or after their quiet hours."""
    grants = await at.uow.consents.of_client(at.client.id)
    authorize(at.actor, Action.EDIT_PLAN, Subject("plan", at.client.id), grants, at.now)
    await follow_ups.ask(at.uow, at.playbook, at.client, dialog, at.now)
    await at.tell(f"plan-asked_{dialog}", {"name": quote(at.client.name)})


async def _suggest(at: Look, edited: Plan, reason: str) -> None:
    action = Action.EDIT_OWN_PLAN if at.own else Action.EDIT_PLAN
    grants = await at.uow.consents.of_client(at.client.id)
    authorize(at.actor, action, Subject("plan", at.client.id), grants, at.now)
    made = Suggestion(
        client_id=at.client.id,
        name=f"{reason}:{at.plan.version}:{at.reader.id}",
        text=suggesting.FROM_CLIENT if at.own else suggesting.FROM_COUNSELOR,
        base=at.plan.version,
        plan=edited,
        needs=Needs.BOTH,
        by=at.reader.id,
        made_at=at.now,
        args={"name": at.reader.name},
    )
    await suggesting.suggest(at.uow, at.playbook, made, at.reader, at.now)
    await at.tell("suggestion-sent")


async def _agree(at: Look) -> None:
    """Make the plan the client's own; the counselor can see it and co-sign."""
    if missing_before_active(at.plan, at.client.country) or at.plan.state is PlanState.ACTIVE:
        raise StaleReply("it is active already, or lacks something")
    authorize(at.actor, Action.EDIT_OWN_PLAN, Subject("plan", at.client.id), (), at.now)
    active = replace(at.plan, state=PlanState.ACTIVE)
    await saving.save(at.uow, at.client, at.plan, active, "active", at.reader, at.now)
    readers = await suggesting.counselors(at.uow, at.client.id, at.now)
    names = ", ".join(quote(one.name) for one in readers)
    key = "plan-agreed" if names else "plan-agreed_alone"
    await at.tell(key, {"names": names})


async def _co_sign(at: Look) -> None:
    grants = await at.uow.consents.of_client(at.client.id)
    authorize(at.actor, Action.EDIT_PLAN, Subject("plan", at.client.id), grants, at.now)
    version = at.plan.version
    await at.uow.suggestions.agree_to_version(at.client.id, version, at.reader.id, at.now)
    await at.tell("plan-co_signed", {"version": version})
