"""First plan: what the answers of the first conversation lead to, by rules a clinician can read.

It is a proposal, and nothing in it is a diagnosis: a condition stands in it as the client named it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dialogs.care.catalogue import Catalogue, Entry
from dialogs.care.named import OF_A_MEDICINE, OF_A_PERSON, name_and_phone, named
from dialogs.care.plan import Condition as Stated
from dialogs.care.plan import (
    ContactPerson,
    Domain,
    Living,
    Medicine,
    ModalityKind,
    Plan,
    StatedBy,
)
from dialogs.care.plan.editing import LONGEST, MOST
from dialogs.care.sign_rules import Condition
from dialogs.care.warning_signs import Reading, meets
from dialogs.errors import Problem

GOALS = 3
"""A plan starts small."""

_FILE = "first_plan.yaml"


class _Content(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FirstRule(_Content):
    """One rule: what was answered, and what is proposed for it."""

    when: Condition
    goal: str | None = None
    talk: ModalityKind | None = None
    sign: str | None = None

    @model_validator(mode="after")
    def _proposes_something(self) -> "FirstRule":
        if self.goal is None and self.talk is None and self.sign is None:
            raise ValueError("a rule proposes a goal, a treatment to talk about, or a sign")
        return self


class WithCondition(_Content):
    """What goes with a condition that was stated, whichever it is: a goal, a sign, a treatment."""

    goal: str
    sign: str
    talk: ModalityKind | None = None


class FirstPlan(_Content):
    """``content/first_plan.yaml``: the rules, the most important ones first.

    ``stated_condition`` is for what somebody says that they live with; what it is called is not
    looked at.
    """

    rules: tuple[FirstRule, ...] = Field(min_length=1)
    stated_condition: WithCondition | None = None

    def strangers(self, catalogue: Catalogue) -> Iterable[Problem]:
        """Find goals that the catalogue does not have."""
        more = () if self.stated_condition is None else (self.stated_condition.goal,)
        for goal in (*(rule.goal for rule in self.rules), *more):
            if goal is not None and catalogue.entry(goal) is None:
                yield Problem(_FILE, 0, f"{goal} is no goal of the catalogue")


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the rules propose: goals with their domain, treatments to talk about, signs by key."""

    goals: tuple[tuple[Domain, Entry], ...]
    talk: tuple[ModalityKind, ...]
    signs: tuple[str, ...]


def proposed(rules: FirstPlan, readings: Sequence[Reading], catalogue: Catalogue) -> Proposed:
    """Apply the rules to what was answered, the newest answer of each question.

    Args:
        rules: The clinic's.
        readings: Of the whole first conversation, in any order.
        catalogue: The ready-made goals.

    """
    newest = {one.name: one for one in sorted(readings, key=lambda one: one.at)}
    fits = [rule for rule in rules.rules if any(meets(rule.when, r) for r in newest.values())]
    domains = {entry.key: (domain, entry) for domain, entry in catalogue.entries()}
    goals = list(dict.fromkeys(rule.goal for rule in fits if rule.goal is not None))
    stated = rules.stated_condition if _stated(newest) is not None else None
    more = () if stated is None else (stated,)
    room = GOALS - len(more)
    keys = dict.fromkeys((*goals[:room], *(one.goal for one in more), *goals[room:]))
    talk = (one.talk for one in (*fits, *more) if one.talk is not None)
    signs = (one.sign for one in (*fits, *more) if one.sign is not None)
    return Proposed(
        goals=tuple(domains[key] for key in list(keys)[:GOALS] if key in domains),
        talk=tuple(dict.fromkeys(talk)),
        signs=tuple(dict.fromkeys(signs)),
    )


def _stated(newest: Mapping[str, Reading]) -> str | None:
    """Return what somebody said that they live with, in their words."""
    said = newest.get("intake_conditions")
    return said.value if said is not None and isinstance(said.value, str) else None


def named_by_them(
    plan: Plan, readings: Sequence[Reading], new_key: Callable[[], str], role: str
) -> Plan:
    """Return the plan with the people and the medicines that they named, as they wrote them.

    Args:
        plan: The plan so far; whom and what it holds already stays, and is not added again.
        readings: Of the first conversation.
        new_key: Makes what something is called for ever.
        role: Who somebody is of whom nothing but a name is known.

    """
    newest = {one.name: one for one in sorted(readings, key=lambda one: one.at)}
    people = [name_and_phone(said) for said in _names(newest.get("intake_people"), OF_A_PERSON)]
    there = {one.name.casefold() for one in plan.contacts}
    contacts = [
        ContactPerson(new_key(), name, phone, role)
        for name, phone in people
        if name.casefold() not in there
    ]
    taken = {one.name.casefold() for one in plan.medicines}
    medicines = [
        Medicine(new_key(), said, ())
        for said in _names(newest.get("intake_medicines"), OF_A_MEDICINE)
        if said.casefold() not in taken
    ]
    return replace(
        plan,
        contacts=(*plan.contacts, *contacts)[: max(MOST, len(plan.contacts))],
        medicines=(*plan.medicines, *medicines)[: max(MOST, len(plan.medicines))],
    )


def _names(reading: Reading | None, longest: int) -> tuple[str, ...]:
    said = reading.value if reading is not None and reading.kind == "answered" else None
    return named(said, longest) if isinstance(said, str) else ()


def about_the_person(plan: Plan, readings: Sequence[Reading], key: str) -> Plan:
    """Return the plan with what they said about themselves: home, strengths, stated conditions.

    Args:
        plan: The plan so far.
        readings: Of the first conversation.
        key: What the condition is called for ever, if one was named. Check-ins ask about it.

    """
    newest = {one.name: one for one in sorted(readings, key=lambda one: one.at)}
    home, strengths = newest.get("intake_home"), newest.get("intake_strengths")
    stated = _stated(newest)
    conditions = plan.conditions
    if stated is not None and not conditions:
        conditions = (Stated(key, stated[:LONGEST], StatedBy.CLIENT, asks=True),)
    return replace(
        plan,
        living=Living(str(home.value)) if home and home.value in set(Living) else plan.living,
        strengths=strengths.value
        if strengths is not None and isinstance(strengths.value, tuple)
        else plan.strengths,
        conditions=conditions,
    )
