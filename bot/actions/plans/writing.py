"""Writing: opening the short dialog for a part of the plan, and what its end makes of the plan."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from pydantic import JsonValue

from bot.actions.plans import changing, parts
from bot.actions.plans.answers import writing_of
from bot.actions.plans.screens import ABOUT, LIVING, PHASE, Look, look
from bot.actions.telling import Press, tell
from dialogs import plan_writing
from dialogs.care.people import Actor, Person
from dialogs.care.plan import SAFETY_STEPS, Condition, Domain, Goal
from dialogs.care.plan.editing import LONGEST, LONGEST_TEXT, MOST, Part, Text, item
from dialogs.engine.session import Session
from dialogs.errors import BadEdit, StaleReply
from dialogs.messages import quote
from dialogs.plan_writing import DOMAIN, FOR, KEY, PART, STEP, STRENGTHS
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

WHOSE, CLIENT, WAS, LINE = "whose", "client", "was", "was_line"
"""Facts: whose plan it is, by button and by name; how the thing read when its dialog opened, by its
name alone or as a whole line."""

_DIALOGS = {
    Part.GOALS: "plan_goal",
    Part.PEOPLE: "plan_person",
    Part.MEDICINES: "plan_medicine",
    Part.DATES: "plan_date",
    Part.TREATMENT: "plan_treatment",
    Part.MILESTONES: "plan_milestone",
}
WORDS = "plan_words"
_ENTERED = (Part.PEOPLE, Part.MEDICINES, Part.DATES, Part.MILESTONES)
AGAIN: Mapping[str, Mapping[Part, str]] = {
    "anew": {part: _DIALOGS[part] for part in _ENTERED},
    "retime": {Part.MEDICINES: "plan_times"},
    "aim": {Part.GOALS: "plan_aim"},
}
"""The dialogs that ask for something of a thing anew, by what the button says, and by part."""

HELPS = {"goal_for": Part.GOALS, "sign_for": Part.SIGNS, "treatment_for": Part.TREATMENT}
"""What can be added for a condition, by what its button says."""

Opening = tuple[str, dict[str, JsonValue]]
"""A dialog, and the facts it begins with."""

_DOMAINS_IN_A_ROW = 2
KEEP_MINE = "plan_mine"
"""The verb of the button that holds on to one's own words; its argument is the session."""


async def offer_domains(at: Look, verb: str) -> None:
    """Ask which part of life a new goal is about."""
    presses = [Press(f"domain-{one}", verb, (at.whose, one)) for one in Domain]
    starts = range(0, len(presses), _DOMAINS_IN_A_ROW)
    rows = [presses[start : start + _DOMAINS_IN_A_ROW] for start in starts]
    await at.tell("plan-which_domain", buttons=rows)


def to_add(at: Look, part: str, domain: str | None = None) -> Opening:
    """Return the dialog that adds to a part, and the facts it begins with.

    Raises:
        StaleReply: There is no such part, or nothing can be added to it here.

    """
    facts = _of_whom(at, part)
    if part == Part.GOALS:
        if domain not in set(Domain):
            raise StaleReply("no such part of life")
        found = at.playbook.catalogue.of(Domain(domain), at.plan.phase)
        ideas: list[JsonValue] = [*plan_writing.ideas(found, at.words.say)]
        return _DIALOGS[Part.GOALS], {**facts, DOMAIN: domain, "ideas": ideas}
    if part not in set(Part) or Part(part) is Part.RHYTHM:
        raise StaleReply("nothing can be added there")
    if Part(part) in _DIALOGS:
        return _DIALOGS[Part(part)], facts
    return WORDS, {**facts, "words": _asking(at, part, LONGEST)}


def to_help(at: Look, how: str, key: str) -> Opening:
    """Return the dialog that adds something for a condition: a goal, a sign or a treatment.

    Raises:
        StaleReply: The condition is not in the plan any more.

    """
    found = item(at.plan, Part.CONDITIONS, key)
    if not isinstance(found, Condition):
        raise StaleReply("that condition is not in the plan any more")
    part = HELPS[how]
    dialog, facts = to_add(at, part, Domain.MIND)
    if part is Part.SIGNS:
        text = at.words.say("plan-ask_sign_for", title=quote(found.label))
        facts |= {"words": {**_asking(at, part, LONGEST), "text": text}}
    return dialog, {**facts, FOR: found.label}


def to_write(at: Look, part: str, key: str) -> Opening:
    """Return the dialog that says something of the plan in other words, with its facts.

    Raises:
        StaleReply: It is not in the plan any more.

    """
    if part == ABOUT and key in {PHASE, LIVING}:
        return f"plan_{key}", _of_whom(at, key)
    if key in SAFETY_STEPS or key in set(Text) or (part, key) == (ABOUT, STRENGTHS):
        longest = LONGEST_TEXT if key in set(Text) else MOST * LONGEST
        asking = _asking(at, key, min(longest, LONGEST_TEXT))
        return WORDS, {**_of_whom(at, key), "words": asking}
    where = Part.GOALS if part == STEP else Part(part) if part in set(Part) else None
    if where is None or item(at.plan, where, key) is None:
        raise StaleReply("that is not in the plan any more")
    was = None if part == STEP else plan_writing.name_of(at.plan, part, key)
    facts = {**_of_whom(at, part), KEY: key, WAS: was}
    return WORDS, {**facts, "words": _asking(at, part, LONGEST)}


def to_ask_again(at: Look, doing: str, part: str, key: str) -> Opening:
    """Return the dialog that enters a thing anew in its own place, with its facts.

    Raises:
        StaleReply: It is not in the plan any more, or there is no such dialog for it.

    """
    where = Part(part) if part in set(Part) else None
    one = None if where is None else item(at.plan, where, key)
    dialog = AGAIN[doing].get(where) if where is not None else None
    if one is None or dialog is None:
        raise StaleReply("that is not in the plan any more")
    measured = {"measured": one.measure.kind.value} if isinstance(one, Goal) else {}
    return dialog, {**_of_whom(at, part), **measured, KEY: key, LINE: at.words.line(one)}


def to_log(at: Look, key: str) -> Opening:
    """Return the dialog that logs a goal between two check-ins, with its facts."""
    goal = item(at.plan, Part.GOALS, key)
    if not isinstance(goal, Goal):
        raise StaleReply("that goal is not in the plan any more")
    kind = "yes_no" if goal.measure.kind in {"yes_no", "date"} else "number"
    asked: JsonValue = {
        "key": goal.key,
        "kind": kind,
        "label": goal.title,
        "text": goal.measure.question,
        "unit": goal.measure.unit,
        "records": goal.reading,
    }
    return "plan_log", {"goal": asked}


def _of_whom(at: Look, part: str) -> dict[str, JsonValue]:
    """Return the facts that say whose plan is written, and which part of it."""
    return {WHOSE: at.whose, CLIENT: at.client.name, PART: part}


def _asking(at: Look, what: str, longest: int) -> dict[str, JsonValue]:
    title = at.words.title("goals" if what == STEP else what)
    text = at.words.say(f"plan-ask_{what}") if what not in SAFETY_STEPS else None
    if text is None and at.own:
        text = at.words.say(f"safety_plan-{what}")
    elif text is None:
        text = at.words.say("plan-ask_safety", title=title)
    return {"key": what, "kind": "words", "text": text, "label": title, "at_most": longest}


async def written(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Put what was answered into the plan: at once, or as a suggestion of a counselor's."""
    actor = await uow.people.actor(person.id)
    at = await look(uow, playbook, actor, person, str(session.facts[WHOSE]), now)
    if await _was_changed_meanwhile(at, session):
        return
    await _take(at, session)


async def keep_mine(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    session_id: str,
    now: datetime,
) -> None:
    """Take one's own words after all, though somebody changed the same thing meanwhile.

    Raises:
        StaleReply: It is not theirs.

    """
    session = await uow.sessions.get(session_id)
    if session is None or session.person_id != person.id or WHOSE not in session.facts:
        raise StaleReply("no such dialog of theirs")
    at = await look(uow, playbook, actor, person, str(session.facts[WHOSE]), now)
    await _take(at, session)


async def _take(at: Look, session: Session) -> None:
    writing = writing_of(at.playbook, at.reader, at.client, at.plan, session, at.now)
    part = str(session.facts[PART])
    try:
        await changing.apply(at, plan_writing.edited(writing), part)
    except BadEdit as error:
        await changing.refused(at, error)
        return
    if at.own and part == Part.CONDITIONS and KEY not in session.facts:
        fresh = await at.uow.plans.current(at.client.id)
        seen = replace(at, plan=fresh or at.plan)
        await parts.show_thing(seen, part, writing.new_key, lead="plan-condition_added")


async def _was_changed_meanwhile(at: Look, session: Session) -> bool:
    """Show both where somebody else has said the same thing differently meanwhile."""
    was, now_says, mine_says = _then_and_now(at, session)
    if was is None or now_says is None or now_says == was:
        return False
    people = await at.uow.people.many([at.plan.author_id] if at.plan.author_id else [])
    author = people.get(at.plan.author_id or 0)
    words: Mapping[str, str | int] = {
        "name": quote(author.name) if author else at.words.say("plan-by_bot"),
        "now": quote(now_says),
        "mine": quote(mine_says),
    }
    mine = Press("plan-changed_meanwhile.mine", KEEP_MINE, (session.id,))
    await tell(
        at.uow,
        at.playbook,
        at.reader,
        "plan-changed_meanwhile",
        now=at.now,
        words=words,
        buttons=[[mine]],
    )
    return True


def _then_and_now(at: Look, session: Session) -> tuple[str | None, str | None, str]:
    """Return how a thing read when its dialog opened, how it reads now, and as it was answered.

    None twice where something is added, or where it is gone by now.
    """
    part, key = str(session.facts[PART]), session.facts.get(KEY)
    was = session.facts.get(LINE) or session.facts.get(WAS)
    if key is None or not isinstance(was, str):
        return None, None, ""
    if LINE not in session.facts:
        answer = session.answer("words")
        now_says = plan_writing.name_of(at.plan, part, str(key))
        return was, now_says, (answer.words if answer else None) or ""
    one = item(at.plan, Part(part), str(key))
    if one is None:
        return None, None, ""
    writing = writing_of(at.playbook, at.reader, at.client, at.plan, session, at.now)
    try:
        mine = item(plan_writing.edited(writing), Part(part), str(key))
    except BadEdit:  # it is refused with its own sentence
        return None, None, ""
    return was, at.words.line(one), at.words.line(mine)
