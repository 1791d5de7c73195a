"""Contact: more of it as soon as things get harder, less of it after weeks that went well.

More is proposed at once and the client's yes is enough; less needs both (PRODUCT.md 1.8).
"""

from collections.abc import Iterator
from datetime import date, timedelta
from statistics import fmean

from dialogs.care.plan import Phase, Plan
from dialogs.care.plan.comparing import differences
from dialogs.care.progress import AFTER_USE, USE, WEEK, about_use
from dialogs.care.proposals.history import KEPT, Dated, History
from dialogs.care.proposals.rhythms import less, more
from dialogs.care.proposals.shapes import Args, Kind, Known, Needs, Proposal

USE_FREE_DAYS = 14
"""Use after so many days without it, known of each of their weeks. Source: SAFETY.md 7 (use after
abstinence); the number is our choice."""

HIGH, HIGH_DAYS, HIGH_WINDOW = 7, 2, 3
"""Source: the rule craving_days of warning_signs.yaml (PRODUCT.md 5.5)."""

MISSED = 2
"""Source: SAFETY.md 7 (two missed check-ins early on)."""

GOOD_WEEKS = 8
"""Our choice, as are the next three: long, answered, calm and sure enough."""

KEPT_SHARE, CALM, SURE = 0.8, 3.0, 7.0

_SAFETY = ("safe_now", "safe_place", AFTER_USE)
_GOOD_DAYS = GOOD_WEEKS * WEEK
_STEPS = (
    Phase.INTENSIVE_OUTPATIENT,
    Phase.OUTPATIENT,
    Phase.AFTERCARE_EARLY,
    Phase.AFTERCARE_LATE,
    Phase.REMISSION,
)
"""From most contact to least. A stay begins and ends with people, never by a proposal."""

_STAYS = frozenset({Phase.DETOX, Phase.RESIDENTIAL})


def step_up(known: Known, history: History) -> Iterator[Proposal]:
    """Propose more contact: the rhythm of the phase where the plan has less, or the phase before.

    Without a phase, or with no more contact to be had from a rhythm, it is a talk with the team.
    It is about its reason: who declined after a craving is asked again after use. What was known
    when more was agreed on is no reason for more still.
    """
    phase = known.plan.phase
    if phase in _STAYS or _changed(known, WEEK, Kind.STEP_UP):
        return
    reasons = (
        _unsafe(history),
        _used_again(history),
        _strong_craving(history),
        _silent(known, history),
    )
    for args in filter(None, reasons):
        about = str(args["why"])
        yield Proposal(Kind.STEP_UP, about, args, _with_more(known), Needs.CLIENT)


def step_down(known: Known, history: History) -> Iterator[Proposal]:
    """Propose the next phase after weeks without use, kept, calm and sure."""
    phase = known.plan.phase
    if (
        phase not in _STEPS[:-1]
        or _changed(known, _GOOD_DAYS, Kind.STEP_UP, Kind.STEP_DOWN)
        or any(step_up(known, history))
    ):
        return
    asked = [one for one in known.asked if history.since(_GOOD_DAYS) <= one.local_date]
    kept = sum(one.kept for one in asked)
    craving, sure = (_mean(history, name) for name in ("craving", "confidence"))
    calm = craving is not None and craving <= CALM and sure is not None and sure >= SURE
    if not asked or kept < KEPT_SHARE * len(asked) or not calm or not _use_free(history):
        return
    plan = less(known, _STEPS[_STEPS.index(phase) + 1])
    if plan is not None:
        args: Args = {"weeks": GOOD_WEEKS, "kept": kept, "asked": len(asked), "days": _GOOD_DAYS}
        yield Proposal(Kind.STEP_DOWN, phase.value, args, plan, Needs.BOTH)


def _with_more(known: Known) -> Plan | None:
    phase = known.plan.phase
    if phase is None:
        return None
    same = more(known, phase)
    if same is not None and differences(known.plan, same):
        return same
    place = _STEPS.index(phase)
    return more(known, _STEPS[place - 1]) if place else None


def _unsafe(history: History) -> Args:
    """Say that a safety answer of the last week was not yes, unanswered included."""
    those = [one for name in _SAFETY for one in history.every(name, WEEK)]
    days = {one.day for one in those if one.reading.value != "yes"}
    return {"why": "safety", "count": len(days), "days": WEEK} if days else {}


def _used_again(history: History) -> Args:
    """Say that there was use in the last week, after so many days without it."""
    known = _about_use(history)
    used = sorted(day for day, value in known.items() if value == "yes")
    for day in (one for one in used if one >= history.since(WEEK)):
        before = [one for one in known if timedelta(0) < day - one <= timedelta(USE_FREE_DAYS)]
        weeks = {((day - one).days - 1) // WEEK for one in before}
        if len(weeks) == USE_FREE_DAYS // WEEK and not set(before) & set(used):
            return {"why": "use", "count": USE_FREE_DAYS, "days": WEEK}
    return {}


def _strong_craving(history: History) -> Args:
    by_day = history.by_day("craving", HIGH_WINDOW)
    strong = sum(any((one.number or 0) >= HIGH for one in said) for said in by_day.values())
    why: Args = {"why": "craving", "count": strong, "days": HIGH_WINDOW}
    return why if strong >= HIGH_DAYS else {}


def _silent(known: Known, history: History) -> Args:
    """Say that the last check-ins of the first months were missed."""
    if known.plan.phase is not Phase.AFTERCARE_EARLY:
        return {}
    asked = [one for one in known.asked if one.local_date <= known.today]
    last = sorted(asked, key=lambda one: (one.local_date, one.slot))[-MISSED:]
    if len(last) < MISSED or any(one.kept for one in last):
        return {}
    days = (history.today - last[0].local_date).days + 1
    return {"why": "missed", "count": MISSED, "days": days} if days <= _GOOD_DAYS else {}


def _changed(known: Known, days: int, *kinds: Kind) -> bool:
    """Tell whether one of these was agreed to in the last days."""
    named = tuple(f"{kind}:" for kind in kinds)
    first = known.today - timedelta(days=days - 1)
    return any(day >= first for name, day in known.agreed.items() if name.startswith(named))


def _use_free(history: History) -> bool:
    """Tell whether of each of the weeks it is known that there was no use."""
    known, first = _about_use(history), history.since(_GOOD_DAYS)
    values = {day: value for day, value in known.items() if day >= first}
    weeks = {(history.today - day).days // WEEK for day in values}
    return len(weeks) == GOOD_WEEKS and all(value == "no" for value in values.values())


def _about_use(history: History) -> dict[date, str]:
    """Return what is known of use by day: yes if it was said at all, else no."""
    found: dict[date, str] = {}
    for one in (*history.every(USE, KEPT), *history.every(AFTER_USE, KEPT)):
        (said,) = about_use([one.reading])
        if said.kind == "answered" and found.get(one.day) != "yes":
            found[one.day] = str(said.value)
    return found


def _mean(history: History, name: str) -> float | None:
    """Return the mean of the days' means, so that every day weighs the same."""
    by_day = history.by_day(name, _GOOD_DAYS)
    days = [_numbers(said) for said in by_day.values()]
    return fmean(map(fmean, filter(None, days))) if any(days) else None


def _numbers(said: list[Dated]) -> list[float]:
    return [one.number for one in said if one.number is not None]
