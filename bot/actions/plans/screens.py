"""Screens: whose plan is looked at by whom, and the plan as a whole in one message.

A counselor reads the same screens about their client, who is named on them; what they change there
is a suggestion. Each part of the plan is in ``parts``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.actions.plans.words import PlanWords
from bot.actions.telling import Press, show_lines, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.people import Actor, Person, Role
from dialogs.care.plan import (
    RUNNING,
    SAFETY_STEPS,
    Goal,
    Plan,
    PlanState,
    missing_before_active,
)
from dialogs.care.plan.editing import Part, Text, items
from dialogs.care.suggestions import LASTS, Suggestion, SuggestionState
from dialogs.errors import NotConsented
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

ME = "me"
"""Whose plan a button is about, when it is the reader's own; else the client's number."""

PLAN, PART, THING, HISTORY = "plan", "part", "thing", "plan_past"
ADD, EDIT = "plan_add", "plan_edit"
SAFETY, TEXTS, ABOUT = "safety", "texts", "about"
OUTCOME = "outcome"
PHASE, LIVING, STRENGTHS = ABOUT_ONESELF = ("phase", "living", "strengths")
"""What there is to say about where a client is: fields of the plan that hold no list of things."""

EDITED = (Part.GOALS, Part.TRIGGERS, Part.SKILLS, Part.SIGNS, Part.PEOPLE, Part.MEDICINES,
          Part.TREATMENT, Part.DATES, Part.MILESTONES, Part.CONDITIONS)  # fmt: skip
"""The parts that are opened and changed here; check-ins have their hours in `/times`."""

_T = TypeVar("_T")
_PER_ROW = 2
_WAITING = 3

WISH = "wish"
"""The verb of the button that opens a suggestion."""


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
    def today(self) -> date:
        """The client's date."""
        return self.now.astimezone(ZoneInfo(self.client.zone)).date()

    @property
    def words(self) -> PlanWords:
        """How it is worded for the reader."""
        about = None if self.own else self.client.name
        return PlanWords(self.playbook, self.reader.language, about)

    def press(
        self,
        label: str,
        verb: str,
        args: tuple[str, ...] = (),
        words: Mapping[str, str | int] | None = None,
    ) -> Press:
        """Make a button, worded for the reader; its first argument is whose plan it is about."""
        named = {**(words or {}), **self.words.named}
        return Press(self.words.key(label), verb, (self.whose, *args), named)

    async def tell(
        self,
        key: str,
        words: Mapping[str, str | int] | None = None,
        buttons: Sequence[Sequence[Press]] = (),
    ) -> None:
        """Say a text to the reader; about somebody else it names them."""
        named = {**(words or {}), **self.words.named}
        key = self.words.key(key)
        await tell(
            self.uow, self.playbook, self.reader, key, now=self.now, words=named, buttons=buttons
        )


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
    agreed = await _counselors_agreed(at)
    state = "own" if plan.state is PlanState.ACTIVE and not agreed else plan.state
    lines = [words.say("plan-title", version=plan.version), words.say(f"plan-state_{state}")]
    about = [words.about(plan, name) for name in ABOUT_ONESELF if getattr(plan, name)]
    lines += ["", *about] if about else []
    for part in (*EDITED, Part.RHYTHM):
        shown = [one for one in items(plan, part) if not _is_over(one)]
        if shown:
            bullets = "\n".join(f"• {words.line(one)}" for one in shown)
            lines += ["", words.title(part), bullets]
    for text in Text:
        if said := getattr(plan.prevention, text.value):
            lines += ["", words.title(text), quote(said)]
    lines += _what_is_next(at)
    parts = (*EDITED, ABOUT, TEXTS, SAFETY)
    buttons = [
        [at.press(f"plan-title_{part}", PART, (part,)) for part in pair] for pair in pairs(parts)
    ]
    buttons += [[Press("plan-waits", WISH, (one.ref,))] for one in await _waits(at)]
    buttons.append([at.press("plan-history", HISTORY)])
    buttons += _to_agree(at) if at.own else await _of_a_counselor(at)
    await card(at, "\n".join(lines), buttons, edits)


async def _counselors_agreed(at: Look) -> bool:
    """Tell whether anybody but the client wrote this version, or agreed to it."""
    agreed = await at.uow.suggestions.agreements(at.client.id)
    return bool({at.plan.author_id, *agreed.get(at.plan.version, ())} - {None, at.client.id})


async def _waits(at: Look) -> list[Suggestion]:
    """Return the suggestions that wait for an answer, the newest first."""
    lately = await at.uow.suggestions.of_client(at.client.id, at.now - LASTS)
    found = [one for one in lately if one.state is SuggestionState.OPEN]
    return found[: -_WAITING - 1 : -1]


def _to_agree(at: Look) -> list[list[Press]]:
    """Return the client's own next step: to begin, or to say that this is their plan."""
    if at.plan.state is PlanState.ACTIVE:
        return [[Press("plan-go_through", "open_dialog", ("plan_review",))]]
    if not missing_before_active(at.plan, at.client.country):
        return [[at.press("plan-ready.agree", EDIT, ("agree", PLAN, PLAN))]]
    starts = at.plan.state is PlanState.STARTER
    return [[Press("plan-begin", "open_dialog", ("intake",))]] if starts else []


async def _of_a_counselor(at: Look) -> list[list[Press]]:
    def press(key: str, doing: str) -> Press:
        return at.press(key, EDIT, (doing, PLAN, PLAN))

    phase = at.press("plan-title_phase", EDIT, ("write", ABOUT, PHASE))
    asks = [press("plan-ask_intake", "intake"), press("plan-ask_discharge", "discharge"), phase]
    agreed = await at.uow.suggestions.agreements(at.client.id)
    signed = at.reader.id in agreed.get(at.plan.version, ())
    offers = [press("plan-offer", "offer")]
    return [asks, offers] if signed else [asks, [*offers, press("plan-co_sign", "co_sign")]]


def _what_is_next(at: Look) -> list[str]:
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
    if plan.older:
        lines += ["", words.say("plan-older")]
    if plan.review_on is not None:
        lines += ["", words.say("plan-review_on", date=plan.review_on.isoformat())]
    return lines


def _is_over(one: object) -> bool:
    return isinstance(one, Goal) and one.status not in RUNNING


def pairs(those: Sequence[_T]) -> list[Sequence[_T]]:
    """Set things two by two, as buttons stand."""
    return [those[start : start + _PER_ROW] for start in range(0, len(those), _PER_ROW)]


async def card(
    at: Look, text: str, buttons: Sequence[Sequence[Press]], edits: int | None = None
) -> None:
    """Leave a screen of the plan, or redraw it in the message it was opened from."""
    await show_lines(at.uow, at.playbook, at.reader, text, now=at.now, buttons=buttons, edits=edits)
