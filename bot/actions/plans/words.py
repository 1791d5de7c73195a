"""Words: each thing of a plan as one line, on the plan's screens and in a list of differences."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from dialogs.care.plan import (
    Appointment,
    Condition,
    ContactPerson,
    Goal,
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
from dialogs.care.rhythm_rules import Once, Weekdays, parse_rule
from dialogs.messages import quote
from dialogs.playbook import Playbook

Say = Callable[..., str]
LONGEST = 200
_WEEK = 7


class PlanWords:
    """Words the things of a plan in one language."""

    def __init__(self, playbook: Playbook, language: str) -> None:
        self._texts = playbook.texts
        self._language = language
        self.say: Say = partial(playbook.texts.say, language)
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

    def title(self, part: str) -> str:
        """Name a part of the plan: a list, a text, a step of the safety plan, a single field."""
        return self.say(f"plan-title_{part}")

    def line(self, one: object) -> str:
        """Word a thing of the plan in a line; nothing is an empty line."""
        word = self._kinds.get(type(one), self._plain)
        return word(one)

    def rule(self, rule: str) -> str:
        """Word when a rule falls: ``Mon, Thu 18:00``."""
        read = parse_rule(rule)
        clock = rule.rsplit(" ", 1)[-1]
        match read.days:
            case Weekdays(days=days) if len(days) == _WEEK:
                return rule.removeprefix("daily ") if rule.startswith("daily ") else rule
            case Weekdays(days=days):
                names = ", ".join(self.say(f"times-day_{day}") for day in sorted(days))
                return f"{names} {clock}"
            case Once(day=day):
                return f"{day.isoformat()} {clock}"
            case _:
                return rule

    def dialog(self, name: str) -> str:
        """Name a check-in."""
        key = f"times-name_{name}"
        return self.say(key if self._texts.has(self._language, key) else "times-name_other")

    def difference(self, one: Difference, after: Plan) -> str:
        """Word one difference between two versions in a line."""
        title = self.title(one.part)
        if one.how is How.MOVED:
            order = ", ".join(self._short(after, one.part, key) for key in one.after)
            return self.say("plan-difference_moved", title=title, after=order)
        words = {"title": title, "before": self.line(one.before), "after": self.line(one.after)}
        return self.say(f"plan-difference_{one.how}", **words)

    def _short(self, plan: Plan, part: str, key: str) -> str:
        one = item(plan, Part(part), key)
        return quote(getattr(one, "label", None) or getattr(one, "title", None) or key, LONGEST)

    def _goal(self, goal: Goal) -> str:
        measure = goal.measure
        words = {
            "title": quote(goal.title, LONGEST),
            "target": f"{measure.target:g}" if measure.target is not None else "",
            "by": measure.by.isoformat() if measure.by else "",
        }
        kind = measure.kind if measure.target is not None or measure.by else "none"
        aim = "date" if kind is MeasureKind.DATE else str(kind)
        line = self.say(f"plan-goal_{aim}", **words)
        status = "" if goal.status == "active" else f" ({self.say(f'plan-status_{goal.status}')})"
        step = f" → {quote(goal.small_step, LONGEST)}" if goal.small_step else ""
        return f"{line}{status}{step}"

    def _modality(self, one: Modality) -> str:
        kind = self.say(f"plan_treatment-sort.{one.kind}")
        works = [] if one.works is None else [self.say("plan-works", n=one.works)]
        return _joined(kind, quote(one.dose, LONGEST), *works)

    def _contact(self, one: ContactPerson) -> str:
        phone = f", {quote(one.phone)}" if one.phone else ""
        return f"{quote(one.name)} ({quote(one.role)}){phone}"

    def _medicine(self, one: Medicine) -> str:
        times = ", ".join(f"{at:%H:%M}" for at in one.times)
        return _joined(quote(one.name), quote(one.dose or ""), times)

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
