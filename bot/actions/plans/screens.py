"""Screens: the plan in one message, and each of its parts with what can be done about it.

A counselor reads the same screens about their client; what they change there is a suggestion.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from bot.actions.plans.words import PlanWords
from bot.actions.telling import Press, show_lines, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.people import Actor, Person, Role
from dialogs.care.plan import (
    RUNNING,
    SAFETY_STEPS,
    Goal,
    GoalStatus,
    Phase,
    Plan,
    PlanState,
    missing_before_active,
)
from dialogs.care.plan.editing import Part, Text, item, items
from dialogs.errors import NotConsented, StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

ME = "me"
"""Whose plan a button is about, when it is the reader's own; else the client's number."""

PLAN, PART, THING, HISTORY = "plan", "part", "thing", "plan_past"
ADD, EDIT = "plan_add", "plan_edit"
SAFETY, TEXTS, PHASE = "safety", "texts", "phase"
EDITED = (Part.GOALS, Part.TRIGGERS, Part.SKILLS, Part.SIGNS, Part.PEOPLE, Part.MEDICINES,
          Part.TREATMENT, Part.DATES, Part.MILESTONES, Part.CONDITIONS)  # fmt: skip
"""The parts that are opened and changed here; check-ins have their hours in `/times`."""

_T = TypeVar("_T")
_PER_ROW = 2


@dataclass(frozen=True, slots=True)
class Look:
    """A plan, whose it is, and who is reading it."""

    uow: UnitOfWork
    playbook: Playbook
    actor: Actor
    reader: Person
    client: Person
    plan: Plan
    now: datetime

    @property
    def own(self) -> bool:
        """Whether the reader looks at their own."""
        return self.reader.id == self.client.id

    @property
    def whose(self) -> str:
        """What buttons carry."""
        return ME if self.own else str(self.client.id)

    @property
    def words(self) -> PlanWords:
        """How it is worded for the reader."""
        return PlanWords(self.playbook, self.reader.language)


async def look(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, reader: Person, whose: str, now: datetime
) -> Look:
    """Open a plan for somebody: their own, or that of a client who shares it with them.

    Raises:
        NotConsented: There is no plan yet.
        StaleReply: No button of ours looks like that.

    """
    if whose == ME:
        authorize(actor, Action.SEE_OWN_PLAN, Subject("plan", reader.id), (), now)
        client = reader
    else:
        client_id = int(whose) if whose.isascii() and whose.isdigit() else 0
        grants = await uow.consents.of_client(client_id)
        authorize(actor, Action.SEE_PLAN, Subject("plan", client_id), grants, now)
        client = await uow.people.get(client_id)
        await uow.trail.note(
            reader.id,
            Role.COUNSELOR,
            Action.SEE_PLAN,
            f"client:{client_id}",
            now,
            client_id=client_id,
        )
    plan = await uow.plans.current(client.id)
    if plan is None:
        raise NotConsented
    return Look(uow, playbook, actor, reader, client, plan, now)


async def show(at: Look, edits: int | None = None) -> None:
    """Show the whole plan on one screen, with a button for each part."""
    words, plan = at.words, at.plan
    version = {"version": plan.version, "client": quote(at.client.name)}
    lines = [words.say("plan-title" if at.own else "plan-title_of", **version)]
    lines.append(words.say(f"plan-state_{plan.state}"))
    for part in (*EDITED, Part.RHYTHM):
        shown = [one for one in items(plan, part) if not _is_over(one)]
        if shown:
            bullets = "\n".join(f"• {words.line(one)}" for one in shown)
            lines += ["", words.title(part), bullets]
    for text in Text:
        if said := getattr(plan.prevention, text.value):
            lines += ["", words.title(text), quote(said)]
    lines += await _what_is_next(at)
    buttons = [[_open(at, part) for part in pair] for pair in _pairs((*EDITED, TEXTS, SAFETY))]
    buttons.append([Press("plan-history", HISTORY, (at.whose,))])
    buttons += await _to_agree(at) if at.own else await _of_a_counselor(at)
    await card(at, "\n".join(lines), buttons, edits)


async def _to_agree(at: Look) -> list[list[Press]]:
    """Return the client's own next step: to begin, or to say that this is their plan."""
    if at.plan.state is PlanState.ACTIVE:
        return [[Press("plan-go_through", "open_dialog", ("plan_review",))]]
    if not missing_before_active(at.plan, at.client.country):
        return [[Press("plan-ready.agree", EDIT, (ME, "agree", PLAN, PLAN))]]
    starts = at.plan.state is PlanState.STARTER
    return [[Press("plan-begin", "open_dialog", ("intake",))]] if starts else []


async def _of_a_counselor(at: Look) -> list[list[Press]]:
    def press(key: str, doing: str) -> Press:
        return Press(key, EDIT, (at.whose, doing, PLAN, PLAN))

    phase = Press("plan-title_phase", PART, (at.whose, PHASE))
    asks = [press("plan-ask_intake", "intake"), press("plan-ask_discharge", "discharge"), phase]
    agreed = await at.uow.suggestions.agreements(at.client.id)
    signed = at.reader.id in agreed.get(at.plan.version, ())
    offers = [press("plan-offer", "offer")]
    return [asks, offers] if signed else [asks, [*offers, press("plan-co_sign", "co_sign")]]


async def show_part(at: Look, part: str, edits: int | None = None) -> None:
    """Show one part: what stands in it, each with a button, and how to add to it."""
    words, whose = at.words, at.whose
    back = Press("plan-back", PLAN, (whose,))
    if part in {SAFETY, TEXTS}:
        names: Sequence[str] = SAFETY_STEPS if part == SAFETY else tuple(Text)
        await _show_texts(at, part, names, back, edits)
        return
    if part == PHASE and not at.own:
        presses = [
            Press(f"plan-phase_{one}", EDIT, (whose, PHASE, PHASE, one))
            for one in Phase
            if one is not at.plan.phase
        ]
        here = words.line(at.plan.phase)
        rows = [*([press] for press in presses), [back]]
        await card(at, f"{_titled(at, PHASE)}\n{here}".strip(), rows, edits)
        return
    if part not in set(EDITED):
        raise StaleReply("no such part")
    found = items(at.plan, Part(part))
    lines = [_titled(at, part), "", *(f"• {words.line(one)}" for one in found)]
    if not found:
        lines.append(words.say("plan-part_empty"))
    buttons = [[_thing(at, part, one)] for one in found]
    add = Press("plan-add" if at.own else "plan-add_of", ADD, (whose, part))
    await card(at, "\n".join(lines), [*buttons, [add, back]], edits)


async def show_thing(at: Look, part: str, key: str, edits: int | None = None) -> None:
    """Show one thing of a part, with all that can be done about it."""
    one = item(at.plan, Part(part), key) if part in set(EDITED) else None
    if one is None:
        await tell(at.uow, at.playbook, at.reader, "plan-gone", now=at.now)
        return
    doings = _doings(one, first=items(at.plan, Part(part))[0].key == key)
    presses = [Press(f"plan-{doing}", EDIT, (at.whose, doing, part, key)) for doing in doings]
    rows = [list(pair) for pair in _pairs(presses)]
    title = {"title": at.words.title(part)}
    back = Press("plan-back_to", PART, (at.whose, part), title)
    await card(at, f"{_titled(at, part)}\n\n{at.words.line(one)}", [*rows, [back]], edits)


async def _show_texts(
    at: Look, part: str, names: Sequence[str], back: Press, edits: int | None
) -> None:
    words = at.words
    lines, buttons = [], []
    for name in names:
        said = _said(at.plan, name)
        lines += [words.title(name), quote(said) if said else words.say("plan-part_empty"), ""]
        title = {"title": words.title(name)}
        presses = [Press("plan-text", EDIT, (at.whose, "write", part, name), title)]
        if not said and part == SAFETY and name not in at.plan.safety.declined:
            presses.append(Press("plan-leave_out", EDIT, (at.whose, "leave_out", part, name)))
        buttons.append(presses)
    await card(at, "\n".join(lines), [*buttons, [back]], edits)


def _said(plan: Plan, name: str) -> str:
    if name in SAFETY_STEPS:
        return "\n".join(getattr(plan.safety, name))
    return getattr(plan.prevention, name) or ""


async def _what_is_next(at: Look) -> list[str]:
    words, plan = at.words, at.plan
    lacking = missing_before_active(plan, at.client.country)
    lines: list[str] = []
    if plan.state is not PlanState.ACTIVE and lacking:
        names = [
            words.title(one) if one in SAFETY_STEPS else words.say(f"plan-lacks_{one}")
            for one in lacking
        ]
        lines += ["", words.say("plan-lacks", parts=", ".join(names))]
    elif plan.state is not PlanState.ACTIVE:
        lines += ["", words.say("plan-ready")]
    if plan.review_on is not None:
        lines += ["", words.say("plan-review_on", date=plan.review_on.isoformat())]
    return lines


def _doings(one: object, *, first: bool) -> list[str]:
    if not isinstance(one, Goal):
        return ["reword", *([] if first else ["up"]), "out"]
    if one.status not in RUNNING:
        return ["go_on", "out"]
    rests = one.status is GoalStatus.ON_HOLD
    stepped = ["stepped"] if one.small_step else ["step"]
    return ["log", "check", *stepped, "met", "reword", "go_on" if rests else "hold", "out"]


def _titled(at: Look, part: str) -> str:
    """Name a part, and whose it is where that is not the reader."""
    title = at.words.title(part)
    return title if at.own else f"{quote(at.client.name)} · {title}"


def _is_over(one: object) -> bool:
    return isinstance(one, Goal) and one.status not in RUNNING


def _open(at: Look, part: str) -> Press:
    return Press(f"plan-title_{part}", PART, (at.whose, part))


def _thing(at: Look, part: str, one: object) -> Press:
    label = next(
        words
        for name in ("title", "label", "name", "words", "dose")
        if isinstance(words := getattr(one, name, None), str)
    )
    return Press("plan-thing", THING, (at.whose, part, one.key), {"line": quote(label, 60)})  # type: ignore[attr-defined]


def _pairs(those: Sequence[_T]) -> list[Sequence[_T]]:
    return [those[start : start + _PER_ROW] for start in range(0, len(those), _PER_ROW)]


async def card(
    at: Look, text: str, buttons: Sequence[Sequence[Press]], edits: int | None = None
) -> None:
    """Leave a screen of the plan, or redraw it in the message it was opened from."""
    await show_lines(at.uow, at.playbook, at.reader, text, now=at.now, buttons=buttons, edits=edits)
