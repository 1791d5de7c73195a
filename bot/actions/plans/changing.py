"""Changing: what a tap on the plan's screens does at once, and its undo.

A client's change of their own plan holds at once. A counselor's is a suggestion.
"""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.actions import follow_ups
from bot.actions.plans import saving, suggesting
from bot.actions.plans.screens import EDIT, ME, PLAN, Look, show_part
from bot.actions.telling import Press, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.phases import in_phase
from dialogs.care.plan import Goal, GoalStatus, Phase, Plan, PlanState, missing_before_active
from dialogs.care.plan.editing import Part, item, leave_out_step, move_up, put, take_out
from dialogs.care.suggestions import Needs, Suggestion
from dialogs.errors import BadEdit, StaleReply
from dialogs.messages import quote

UNDO, AGREE, CO_SIGN = "undo", "agree", "co_sign"
PHASE = "phase"
ASKS = ("intake", "discharge")
"""Dialogs that a counselor lets a client be asked, once."""

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
            words = {"title": quote(goal.title if isinstance(goal, Goal) else "")}
            await tell(at.uow, at.playbook, at.reader, "plan-goal_is_met", now=at.now, words=words)
        elif at.own and part in set(Part):
            fresh = await at.uow.plans.current(at.client.id)
            await show_part(replace(at, plan=fresh or at.plan), part)


async def step_taken(at: Look, part: str, key: str) -> Look:
    """Note that a small step was taken, and say that it counts; the next one is asked for."""
    await apply(at, _edited(at, "stepped", part, key), "stepped")
    await tell(at.uow, at.playbook, at.reader, "plan-step_taken", now=at.now)
    fresh = await at.uow.plans.current(at.client.id)
    return replace(at, plan=fresh or at.plan)


def _edited(at: Look, doing: str, part: str, key: str) -> Plan:
    if doing == "leave_out":
        return leave_out_step(at.plan, key)
    today = at.now.astimezone(ZoneInfo(at.client.zone)).date()
    if doing == PHASE and key in set(Phase):
        return in_phase(at.plan, Phase(key), at.playbook.phases, today)
    if part not in set(Part) or item(at.plan, Part(part), key) is None:
        raise StaleReply("that is not in the plan any more")
    if doing == "up":
        return move_up(at.plan, Part(part), key)
    if doing == "out":
        return take_out(at.plan, Part(part), key)
    return _with_goal(at, doing, key, today)


def _with_goal(at: Look, doing: str, key: str, today: date) -> Plan:
    goal = item(at.plan, Part.GOALS, key)
    if not isinstance(goal, Goal):
        raise StaleReply("only a goal has a status")
    if doing == "stepped":
        changed = goal.stepped(today, None)
    elif doing in _STATUS:
        changed = goal.became(_STATUS[doing], at.now, at.reader.id)
    else:
        raise StaleReply("no such button")
    return put(at.plan, Part.GOALS, changed, min(today, goal.measure.by or today))


async def apply(at: Look, edited: Plan, reason: str) -> None:
    """Make an edit hold: at once for the client's own plan, as a suggestion for a counselor."""
    if edited == at.plan:
        await tell(at.uow, at.playbook, at.reader, "plan-nothing", now=at.now)
    elif at.own and reason != "leave_out":
        authorize(at.actor, Action.EDIT_OWN_PLAN, Subject("plan", at.client.id), (), at.now)
        saved = await saving.save(at.uow, at.client, at.plan, edited, reason, at.reader, at.now)
        back = Press("plan-undo", EDIT, (ME, UNDO, PLAN, str(saved.version)))
        words = {"version": saved.version}
        await tell(
            at.uow,
            at.playbook,
            at.reader,
            "plan-saved",
            now=at.now,
            words=words,
            buttons=[[back]],
        )
    else:
        await _suggest(at, edited, reason)


async def refused(at: Look, error: BadEdit) -> None:
    """Say in one sentence why a plan cannot be changed that way."""
    key = "plan-gone" if error.reason == "gone" else f"plan-refused_{error.reason}"
    await tell(at.uow, at.playbook, at.reader, key, now=at.now, words=error.args_of_text)


async def undo(at: Look, version: str) -> None:
    """Take back a change of one's own, as long as nothing came after it."""
    authorize(at.actor, Action.EDIT_OWN_PLAN, Subject("plan", at.client.id), (), at.now)
    before = await at.uow.plans.version(at.client.id, at.plan.version - 1)
    if str(at.plan.version) != version or before is None:
        raise StaleReply("another change came after it")
    saved = await saving.save(at.uow, at.client, at.plan, before, "undo", at.reader, at.now)
    words = {"version": saved.version}
    await tell(at.uow, at.playbook, at.reader, "plan-saved", now=at.now, words=words)


async def _ask(at: Look, dialog: str) -> None:
    """Let a client be asked once, now or after their quiet hours."""
    grants = await at.uow.consents.of_client(at.client.id)
    authorize(at.actor, Action.EDIT_PLAN, Subject("plan", at.client.id), grants, at.now)
    await follow_ups.ask(at.uow, at.playbook, at.client, dialog, at.now)
    words = {"name": quote(at.client.name)}
    await tell(at.uow, at.playbook, at.reader, f"plan-asked_{dialog}", now=at.now, words=words)


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
    await tell(at.uow, at.playbook, at.reader, "suggestion-sent", now=at.now)


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
    await tell(at.uow, at.playbook, at.reader, key, now=at.now, words={"names": names})


async def _co_sign(at: Look) -> None:
    grants = await at.uow.consents.of_client(at.client.id)
    authorize(at.actor, Action.EDIT_PLAN, Subject("plan", at.client.id), grants, at.now)
    version = at.plan.version
    await at.uow.suggestions.agree_to_version(at.client.id, version, at.reader.id, at.now)
    words = {"version": version}
    await tell(at.uow, at.playbook, at.reader, "plan-co_signed", now=at.now, words=words)
