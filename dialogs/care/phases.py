"""Phases: the rhythm that is proposed for each phase of treatment.

``content/phases.yaml`` holds rules with places to fill in; a plan gets plain rules. A phase only
proposes: what a client has chosen stands until client and counselor agree on another rhythm.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dialogs.care.plan import Phase, Plan, Schedule
from dialogs.care.rhythm_rules import (
    WEEKDAYS,
    EveryDays,
    Monthly,
    Once,
    Random,
    Times,
    Weekdays,
    parse_rule,
)
from dialogs.errors import BadRule

CHECK_IN = "daily_checkin"
NONE = "none"
"""Whoever chooses this is asked nothing by the clock, and may still come by themselves."""

EVENING = time(20, 0)
"""When somebody is asked who has chosen no hour."""

SUNDAY = 6
EARLIEST_MORNING = time(7, 0)
_HALF_DAY = timedelta(hours=12)
_CLOSE = timedelta(hours=2)
_APART = timedelta(hours=4)
_WEEK, _DAYS_OF_YEAR, _MONTHS = 7, 365, 12
_SAMPLE = {
    "time": "20:00",
    "morning": "08:00",
    "noon": "14:00",
    "day": "sun",
    "from": "2026-01-01",
    "random": "1",
}


class _Content(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Touch(_Content):
    """One dialog and its rule, with places such as ``{time}`` still open."""

    dialog: str
    rule: str


class PhaseRhythm(_Content):
    """What is proposed in one phase.

    ``touch`` are the check-ins, ``reviews`` the looks back; ``human_review_days`` is how often a
    counselor looks at the plan, in days. ``by_choice`` are the rules of check-ins among which the
    client chooses, by how often that is.
    """

    touch: tuple[Touch, ...]
    by_choice: Mapping[str, str] = Field(default_factory=dict)
    reviews: tuple[Touch, ...] = ()
    human_review_days: int = Field(ge=1, le=366)

    def chosen(self, how_often: str) -> "PhaseRhythm":
        """Return this rhythm with the check-ins a client chose; `NONE` of them is a choice, too."""
        rule = self.by_choice.get(how_often)
        if rule is None:
            return self if how_often != NONE else self.model_copy(update={"touch": ()})
        return self.model_copy(update={"touch": (Touch(dialog=CHECK_IN, rule=rule),)})


class Phases(_Content):
    """``content/phases.yaml``: a rhythm for each phase."""

    detox: PhaseRhythm
    residential: PhaseRhythm
    intensive_outpatient: PhaseRhythm
    outpatient: PhaseRhythm
    aftercare_early: PhaseRhythm
    aftercare_late: PhaseRhythm
    remission: PhaseRhythm

    def of(self, phase: Phase) -> PhaseRhythm:
        """Return the rhythm of one phase."""
        rhythm: PhaseRhythm = getattr(self, phase.value)
        return rhythm

    def dialogs(self) -> Iterator[tuple[Phase, Touch]]:
        """Yield every dialog that any phase asks for, with the phase."""
        for phase in Phase:
            rhythm = self.of(phase)
            for touch in (*rhythm.touch, *rhythm.reviews):
                yield phase, touch

    @model_validator(mode="after")
    def _can_be_read(self) -> "Phases":
        rules = [(phase, touch.rule) for phase, touch in self.dialogs()]
        rules += [(phase, rule) for phase in Phase for rule in self.of(phase).by_choice.values()]
        for phase, rule in rules:
            try:
                parse_rule(rule.format_map(_SAMPLE))
            except (BadRule, KeyError, ValueError) as error:
                raise ValueError(f"{phase.value}: {rule!r} is no rule ({error})") from None
        return self


def schedules_for(
    rhythm: PhaseRhythm,
    check_in_at: time,
    review_day: int,
    first: date,
    seed: int,
    present: Sequence[Schedule] = (),
) -> tuple[Schedule, ...]:
    """Work out the schedules that a phase proposes to one client.

    Args:
        rhythm: Of the phase.
        check_in_at: The local time the client chose for the evening.
        review_day: The weekday of the review, 0 for Monday.
        first: The local date from which rules that count days begin.
        seed: The client's own number; a random time stays the same for it.
        present: The schedules that hold now. One for the same dialog keeps its key, so that
            today's check-in is not asked again under another one.

    Returns:
        One schedule for each dialog of the phase, the check-ins first. Two rules for the same
        dialog get keys of their own.

    """
    places = _places(check_in_at, review_day, first, seed)
    dialogs = {touch.dialog for touch in (*rhythm.touch, *rhythm.reviews)}
    known = {name: [one.key for one in present if one.dialog == name] for name in dialogs}
    counted: dict[str, int] = {}
    schedules = []
    for touch in (*rhythm.touch, *rhythm.reviews):
        number = counted[touch.dialog] = counted.get(touch.dialog, 0) + 1
        own = touch.dialog if number == 1 else f"{touch.dialog}_{number}"
        key = known[touch.dialog].pop(0) if known[touch.dialog] else own
        rule = parse_rule(touch.rule.format_map(places)).text
        schedules.append(Schedule(key, rule, touch.dialog))
    return tuple(schedules)


def in_phase(
    plan: Plan, phase: Phase, phases: Phases, today: date, how_often: str | None = None
) -> Plan:
    """Return the plan as a phase would have it: its rhythm, and when both look at it again.

    Args:
        plan: The plan that holds.
        phase: The one it would be in.
        phases: The clinic's rhythms.
        today: The client's date.
        how_often: What the client chose, where the phase leaves it to them: one of the rhythm's
            ``by_choice``, or `NONE`.

    """
    rhythm = phases.of(phase)
    rhythm = rhythm if how_often is None else rhythm.chosen(how_often)
    evening = evening_of(plan.schedules, CHECK_IN, EVENING)
    found = schedules_for(rhythm, evening, SUNDAY, today, plan.client_id, plan.schedules)
    review_on = today + timedelta(days=rhythm.human_review_days)
    return replace(plan, phase=phase, schedules=found, review_on=review_on)


def asks_a_year(schedules: Iterable[Schedule]) -> float:
    """Return how often schedules ask in a year; what is asked once does not count."""
    return sum(_times_a_year(one.rule) for one in schedules)


def is_less_contact(before: Plan, after: Plan) -> bool:
    """Tell whether somebody would be asked less often: that needs both (PRODUCT.md 1.8)."""
    return asks_a_year(after.schedules) < asks_a_year(before.schedules)


def _times_a_year(text: str) -> float:
    rule = parse_rule(text)
    each = 1 if isinstance(rule.times, Random) else len(rule.times.times)
    match rule.days:
        case Weekdays(days=days):
            return each * len(days) * _DAYS_OF_YEAR / _WEEK
        case EveryDays(step=step):
            return each * _DAYS_OF_YEAR / step
        case Monthly():
            return each * _MONTHS
        case Once():
            return 0


def evening_of(schedules: Sequence[Schedule], dialog: str, otherwise: time) -> time:
    """Return the last time of day at which a dialog is asked; ``otherwise`` where it is not."""
    rules = [parse_rule(one.rule) for one in schedules if one.dialog == dialog]
    times = [at for rule in rules if isinstance(rule.times, Times) for at in rule.times.times]
    return max(times, default=otherwise)


def _places(check_in_at: time, review_day: int, first: date, seed: int) -> dict[str, str]:
    evening = datetime.combine(first, check_in_at)
    morning = max(evening - _HALF_DAY, datetime.combine(first, EARLIEST_MORNING))
    if abs(evening - morning) < _CLOSE:  # whoever chose an early hour gets the others after it
        morning = evening + _APART
    noon = min(morning, evening) + abs(evening - morning) / 2
    return {
        "time": f"{evening:%H:%M}",
        "morning": f"{morning:%H:%M}",
        "noon": f"{noon:%H:%M}",
        "day": WEEKDAYS[review_day],
        "from": first.isoformat(),
        "random": str(seed),
    }
