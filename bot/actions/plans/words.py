"""Words: each thing of a plan as one line, on the plan's screens and in a list of differences."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from dialogs.care import rhythm_words
from dialogs.care.catalogue import worded_in
from dialogs.care.plan import (
    Appointment,
    Condition,
    ContactPerson,
    Goal,
    GoalStatus,
    Living,
    MeasureKind,
    Medicine,
    Milestone,
    Modality,
    Phase,
    Plan,
    PlanState,
    Schedule,
)
from dialogs.care.plan.comparing import Difference, How
from dialogs.care.plan.editing import Part, item
from dialogs.care.proposals.shapes import Kind
from dialogs.messages import quote
from dialogs.playbook import Playbook

LONGEST = 200
_NAMES = ("title", "label", "name", "words")


class PlanWords:
    """Words the things of a plan in one language, for its client or for somebody else."""

    def __init__(self, playbook: Playbook, language: str, client: str | None = None) -> None:
        """Prepare to word a plan.

        Args:
            playbook: Texts, and the ready-made goals.
            language: The reader's.
            client: Whose plan it is, by name; None: the reader's own. A text about somebody else
                is its attribute ``.of``, where it has one.

        """
        self._texts = playbook.texts
        self._catalogue = playbook.catalogue
        self._language = language
        self.named: Mapping[str, str] = {} if client is None else {"client": quote(client)}
        self._kinds: Mapping[type, Callable[[Any], str]] = {
            Goal: self._goal,
            ContactPerson: self._contact,
            Medicine: self._medicine,
            Modality: self._modality,
            Appointment: self._appointment,
            Milestone: self._milestone,
            Schedule: lambda one: f"{self.dialog(one.dialog)} · {self.rule(one.rule)}",
            Condition: self._condition,
            Phase: self._named,
            Living: self._named,
            PlanState: self._named,
            date: date.isoformat,
        }

    def key(self, key: str) -> str:
        """Return the key of a text as this reader reads it."""
        of = f"{key}.of"
        return of if self.named and self._texts.has(self._language, of) else key

    def say(self, key: str, **args: Any) -> str:
        """Word a text as this reader reads it."""
        return self._texts.say(self._language, self.key(key), **self.named, **args)

    def reason(self, reason: str) -> str:
        """Word why a version was made; empty where what is different in it says it all."""
        key = "plan-reason_answers" if reason in set(Kind) else f"plan-reason_{reason}"
        return self.say(key) if self._texts.has(self._language, key) else ""

    def about(self, plan: Plan, name: str) -> str:
        """Word one of the fields about the client themselves, with its name before it."""
        value = getattr(plan, name)
        said = self.line(value) if value else self.say("plan-part_empty")
        return self.say("plan-about_line", title=self.title(name), value=said)

    def title(self, part: str) -> str:
        """Name a part of the plan: a list, a text, a step of the safety plan, a single field."""
        return self.say(f"plan-title_{part}")

    def line(self, one: object) -> str:
        """Word a thing of the plan in a line; nothing is an empty line."""
        word = self._kinds.get(type(one), self._plain)
        return word(one)

    def rule(self, rule: str) -> str:
        """Word when a rule falls: ``Mon, Thu 18:00``."""
        return rhythm_words.worded(rule, self.say)

    def dialog(self, name: str) -> str:
        """Name a check-in."""
        key = f"times-name_{name}"
        return self.say(key if self._texts.has(self._language, key) else "times-name_other")

    def difference(self, one: Difference, after: Plan) -> str:
        """Word one difference between two versions in a line."""
        title = self.title(one.part)
        if one.how is How.MOVED:
            moved = (item(after, Part(one.part), key) for key in one.after)
            order = ", ".join(self.short(each) for each in moved if each is not None)
            return self.say("plan-difference_moved", title=title, after=order)
        before, after_words = self.line(one.before), self.line(one.after)
        if isinstance(one.before, Goal) and isinstance(one.after, Goal):
            before, after_words = self._goals(one.before, one.after)
        words = {"title": title, "before": before, "after": after_words}
        return self.say(f"plan-difference_{one.how}", **words)

    def _goals(self, before: Goal, after: Goal) -> tuple[str, str]:
        """Word two states of a goal by what is different: its title, and the parts that changed."""
        was, now = self._parts(before), self._parts(after)
        changed = [name for name in was if was[name] != now[name]]
        nothing = self.say("plan-nothing_there")
        old, new = (_joined(*(of[name] for name in changed)) or nothing for of in (was, now))
        return (old, new) if "title" in changed else (_joined(was["title"], old), new)

    def short(self, one: object, longest: int = LONGEST) -> str:
        """Word a thing of the plan by its name alone, in at most so many characters."""
        names = (getattr(one, name, None) for name in _NAMES)
        own = (name for name in names if isinstance(name, str))
        return quote(next(own, self.line(one)), longest)

    def _goal(self, goal: Goal) -> str:
        parts = self._parts(goal)
        if goal.status is GoalStatus.ACTIVE:
            del parts["status"]
        return _joined(*parts.values())

    def _parts(self, goal: Goal) -> dict[str, str]:
        by, step = goal.measure.by, goal.small_step
        return {
            "title": quote(goal.title, LONGEST),
            "aim": self._aim(goal),
            "by": "" if by is None else self.say("plan-goal_by", by=by.isoformat()),
            "status": self.say(f"plan-status_{goal.status}"),
            "step": self.say("plan-goal_step", step=quote(step, LONGEST)) if step else "",
        }

    def _aim(self, goal: Goal) -> str:
        """Word how much a goal aims for, unless its ready-made title says so already."""
        target = goal.measure.target
        if target is None or worded_in(self._catalogue, self._texts, goal) is not None:
            return ""
        entry = None if goal.entry is None else self._catalogue.entry(goal.entry)
        unit = None if entry is None else entry.measure.unit
        amount = self.say("aim-times", target=target)
        if goal.measure.kind is MeasureKind.YES_NO:
            amount = self.say("aim-days", target=target)
        elif unit is not None:
            amount = self.say(f"unit-{unit}", n=target)
        return self.say(f"plan-goal_{goal.measure.kind}", amount=amount, target=target)

    def _modality(self, one: Modality) -> str:
        kind = self.say(f"plan_treatment-sort.{one.kind}")
        works = [] if one.works is None else [self.say("plan-works", n=one.works)]
        return _joined(kind, quote(one.dose, LONGEST), *works)

    def _contact(self, one: ContactPerson) -> str:
        phone = f", {quote(one.phone)}" if one.phone else ""
        return f"{quote(one.name)} ({quote(one.role)}){phone}"

    def _medicine(self, one: Medicine) -> str:
        times = ", ".join(f"{at:%H:%M}" for at in one.times)
        asks = self.say("plan-medicine_asks") if one.asks and one.times else ""
        return _joined(quote(one.name), quote(one.dose or ""), times, asks)

    def _appointment(self, one: Appointment) -> str:
        return _joined(quote(one.label, LONGEST), self.rule(one.rule), quote(one.place or ""))

    def _milestone(self, one: Milestone) -> str:
        counted = self.say(f"plan-counted_{one.of}", n=one.count)
        return f"{counted}: “{quote(one.words, LONGEST)}”"

    def _condition(self, one: Condition) -> str:
        return f"{quote(one.label, LONGEST)} ({self.say(f'plan-stated_{one.stated_by}')})"

    def _named(self, one: Phase | Living | PlanState) -> str:
        return self.say(f"plan-{type(one).__name__.lower()}_{one}")

    def _plain(self, one: object) -> str:
        if one is None:
            return ""
        if isinstance(one, tuple):
            return "; ".join(self._plain(each) for each in one)
        return quote(str(getattr(one, "label", one)), LONGEST)


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
