"""Parts: one part of the plan on a screen, one thing of it, and what can be done about each."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.actions.plans.screens import (
    ABOUT,
    ABOUT_ONESELF,
    ADD,
    EDIT,
    EDITED,
    OUTCOME,
    PART,
    PLAN,
    SAFETY,
    TEXTS,
    THING,
    Look,
    card,
    pairs,
)
from bot.actions.telling import Press
from dialogs.care.plan import (
    RUNNING,
    SAFETY_STEPS,
    Appointment,
    Condition,
    ContactPerson,
    Goal,
    GoalStatus,
    Medicine,
    Milestone,
)
from dialogs.care.plan.editing import Part, Text, item, items
from dialogs.errors import StaleReply
from dialogs.messages import quote

MEDS = "meds"
"""The verb of the button that opens what was taken and when."""

LONGEST_ON_BUTTON = 60
_AGAIN: Mapping[type, Sequence[str]] = {
    Medicine: ("retime", "anew"),
    ContactPerson: ("anew",),
    Appointment: ("anew",),
    Milestone: ("anew",),
}
"""What can be asked anew of a thing, by its kind."""


async def show_part(at: Look, part: str, edits: int | None = None) -> None:
    """Show one part: what stands in it, each with a button, and how to add to it.

    Raises:
        StaleReply: There is no such part.

    """
    back = at.press("plan-back", PLAN)
    if part == SAFETY:
        await show_safety(at, edits)
        return
    if part in {ABOUT, TEXTS}:
        await (_show_about if part == ABOUT else _show_texts)(at, back, edits)
        return
    if part not in set(EDITED):
        raise StaleReply("no such part")
    words, found = at.words, items(at.plan, Part(part))
    lines = [words.title(part), "", *(f"• {words.line(one)}" for one in found)]
    if not found:
        lines.append(words.say("plan-part_empty"))
    buttons = [[_thing(at, part, one)] for one in found]
    if part == Part.MEDICINES and found and at.own:
        buttons.append([at.press("plan-meds", MEDS)])
    add = at.press("plan-add", ADD, (part,))
    await card(at, "\n".join(lines), [*buttons, [add, back]], edits)


async def show_thing(
    at: Look, part: str, key: str, edits: int | None = None, *, lead: str | None = None
) -> None:
    """Show one thing of a part, with all that can be done about it.

    Args:
        at: Whose plan, and who reads it.
        part: The part.
        key: Of the thing.
        edits: The message to redraw.
        lead: The key of a sentence to say below it.

    """
    one = item(at.plan, Part(part), key) if part in set(EDITED) else None
    if one is None:
        await at.tell("plan-gone")
        return
    doings = _doings(one, at.today, first=items(at.plan, Part(part))[0].key == key)
    doings = doings if at.own else _of_others(doings)
    presses = [_doing(at, doing, part, key) for doing in doings]
    rows = [list(pair) for pair in pairs(presses)]
    title = {"title": at.words.title(part)}
    back = at.press("plan-back_to", PART, (part,), title)
    lines = [at.words.title(part), "", at.words.line(one)]
    lines += [] if lead is None else ["", at.words.say(lead)]
    await card(at, "\n".join(lines), [*rows, [back]], edits)


def _doing(at: Look, doing: str, part: str, key: str) -> Press:
    """Make the button that does something, named for its part where that has a name of its own."""
    own = f"plan-{doing}_{part}"
    has_own = at.playbook.texts.has(at.reader.language, own)
    return at.press(own if has_own else f"plan-{doing}", EDIT, (doing, part, key))


async def _show_about(at: Look, back: Press, edits: int | None) -> None:
    words = at.words
    lines = [words.title(ABOUT), ""]
    buttons = []
    for name in ABOUT_ONESELF:
        lines.append(words.about(at.plan, name))
        title = {"title": words.title(name)}
        buttons.append([at.press("plan-change", EDIT, ("write", ABOUT, name), title)])
    await card(at, "\n".join(lines), [*buttons, [back]], edits)


async def _show_texts(at: Look, back: Press, edits: int | None) -> None:
    words = at.words
    lines, buttons = [words.title(TEXTS), ""], []
    for name in Text:
        said = getattr(at.plan.prevention, name.value)
        lines += [words.title(name), quote(said) if said else words.say("plan-part_empty"), ""]
        buttons.append([at.press(f"plan-title_{name}", EDIT, ("write", TEXTS, name))])
    lines.append(words.say("plan-texts_hint"))
    await card(at, "\n".join(lines), [*buttons, [back]], edits)


async def show_safety(at: Look, edits: int | None = None) -> None:
    """Show the safety plan, its steps in the order in which they are taken; each can be written."""
    words, safety = at.words, at.plan.safety
    lines, buttons = [words.title(SAFETY), ""], []
    for step in SAFETY_STEPS:
        declined, said = step in safety.declined, getattr(safety, step)
        bullets = [f"• {quote(line)}" for line in said]
        empty = words.say("plan-left_out" if declined else "plan-part_empty")
        lines += [words.say(f"plan-step_{step}"), *(bullets or [empty]), ""]
        presses = [at.press(f"plan-step_{step}", EDIT, ("write", SAFETY, step))]
        if not said and not declined:
            presses.append(at.press("plan-leave_out", EDIT, ("leave_out", SAFETY, step)))
        buttons.append(presses)
    lines.append(words.say("plan-safety_hint"))
    if at.own:
        buttons.append([Press("plan-safety_all", "open_dialog", ("safety_plan",))])
    await card(at, "\n".join(lines), [*buttons, [at.press("plan-back", PLAN)]], edits)


def _doings(one: object, today: date, *, first: bool) -> list[str]:
    if isinstance(one, Goal):
        return _about_a_goal(one, today)
    again = next((found for kind, found in _AGAIN.items() if isinstance(one, kind)), ())
    own = ["reword", *again, *([] if first else ["up"]), "out"]
    if isinstance(one, Condition):
        asks = "ask_no_more" if one.asks else "ask_about"
        return ["goal_for", "sign_for", asks, "treatment_for", *own]
    return own


def _about_a_goal(goal: Goal, today: date) -> list[str]:
    if goal.status not in RUNNING:
        return ["go_on", "out"]
    rests = goal.status is GoalStatus.ON_HOLD
    if goal.is_past(today) and not rests:
        return [OUTCOME, "met", "reword", "aim", "hold", "out"]
    stepped = ["stepped"] if goal.small_step else ["step"]
    return ["log", "check", *stepped, "met", "reword", "aim", "go_on" if rests else "hold", "out"]


def _of_others(doings: Sequence[str]) -> list[str]:
    """Return what somebody else can suggest; what the client alone can tell is left out."""
    return [one for one in doings if one not in {"log", "check", "stepped", OUTCOME}]


def _thing(at: Look, part: str, one: object) -> Press:
    line = {"line": at.words.short(one, LONGEST_ON_BUTTON)}
    return at.press("plan-thing", THING, (part, one.key), line)  # type: ignore[attr-defined]  # every thing of a part has a key
