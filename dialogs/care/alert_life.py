"""The life of an alert: what it is, and the one machine that may change its state.

The machine is compiled here once and never bound to a model: each change makes a throw-away
case, lets one thing happen to it and hands back a new alert. ``escalation`` is the door to it.
"""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, cast

from transitions import EventData, Machine, MachineError

from dialogs.care.ladders import Ladder
from dialogs.care.replies import Reply
from dialogs.care.warning_signs import Tier, Why
from dialogs.errors import AlertClosed


class AlertState(StrEnum):
    """Where an alert is in its life."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    UNANSWERED = "unanswered"
    RESOLVED = "resolved"


OPEN = frozenset(AlertState) - {AlertState.RESOLVED}
"""The states in which new evidence joins the alert instead of raising a second one."""


class Outcome(StrEnum):
    """How an alert ended, in the words of its buttons."""

    REACHED_SAFE = "reached_safe"
    REACHED_NEEDS_MORE = "reached_needs_more"
    COULD_NOT_REACH = "could_not_reach"
    NOT_NEEDED = "not_needed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was noticed once: when the newest answer behind it came, in UTC, and its why-lines."""

    at: datetime
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Alert:
    """What a human must take: one warning sign of one client, until it is resolved.

    ``number`` is what people read and ``ref`` what buttons carry; both are empty until storage
    has given them. ``evidence`` is oldest first: what raised it, then whatever has joined it.
    ``rung`` counts from 0, ``repeat`` how often the last rung was paged again, and ``round`` is
    the fence under which the pages that count now were laid. ``next_at`` is when time changes it
    by itself, in UTC (None: never), ``told_at`` when its people last heard of new evidence.
    ``staff_only`` keeps it from sponsors and family whatever the ladder says. ``replies`` are
    what its people, and the client, have said to it, oldest first.
    """

    number: int
    ref: str
    client_id: int
    sign: str
    tier: Tier
    safety: bool
    staff_only: bool
    evidence: tuple[Evidence, ...]
    ladder: Ladder
    state: AlertState
    rung: int
    repeat: int
    next_at: datetime | None
    fence: int
    raised_at: datetime
    round: int = 0
    told_at: datetime | None = None
    taken_by: int | None = None
    taken_at: datetime | None = None
    reminded_at: datetime | None = None
    outcome: Outcome | None = None
    resolved_at: datetime | None = None
    replies: tuple[Reply, ...] = ()


def play(trigger: str, alert: Alert, **facts: object) -> Alert:
    """Let one thing happen to an alert.

    Args:
        trigger: A trigger of the machine below.
        alert: The alert as it was.
        **facts: What the trigger's effect needs to know.

    Returns:
        The alert afterwards, its fence one higher.

    Raises:
        AlertClosed: Nothing of the kind can happen in its state.

    """
    case = _Case(alert)
    try:
        _LIFE.events[trigger].trigger(case, **facts)
    except MachineError as error:
        raise AlertClosed(f"cannot {trigger} an alert that is {alert.state}") from error
    return replace(case.alert, state=AlertState(case.state), fence=alert.fence + 1)


class _Case:
    """The throw-away model of one change: the machine moves ``state``, the effects ``alert``."""

    def __init__(self, alert: Alert) -> None:
        self.alert = alert
        self.state = alert.state.value


def _staffed(alert: Alert, skip: AbstractSet[int]) -> list[int]:
    return [i for i, rung in enumerate(alert.ladder.rungs) if set(rung.people) - skip]


def _next_round(alert: Alert, skip: AbstractSet[int]) -> tuple[int, int] | None:
    """Return the rung to page next and which repeat of it this is, or None at the end."""
    staffed = _staffed(alert, skip)
    later = [rung for rung in staffed if rung > alert.rung]
    if later:
        return later[0], 0
    repeated = 0 if alert.state is AlertState.ACKNOWLEDGED else alert.repeat
    if staffed and repeated < alert.ladder.rungs[-1].repeats:
        return staffed[-1], repeated + 1
    return None


def _after(now: datetime, minutes: int | None) -> datetime | None:
    return None if minutes is None else now + timedelta(minutes=minutes)


def _anybody(alert: Alert, *, skip: AbstractSet[int], **_: object) -> bool:
    return bool(_staffed(alert, skip))


def _another_round(alert: Alert, *, skip: AbstractSet[int], **_: object) -> bool:
    return _next_round(alert, skip) is not None


def _page(alert: Alert, rung: int, repeat: int, now: datetime) -> Alert:
    due = _after(now, alert.ladder.rungs[rung].minutes)
    paged = replace(_untake(alert), rung=rung, repeat=repeat, next_at=due)
    return replace(paged, round=alert.fence + 1, told_at=None)  # the fence that `play` gives it


def _page_first(alert: Alert, *, skip: AbstractSet[int], now: datetime) -> Alert:
    return _page(alert, _staffed(alert, skip)[0], 0, now)


def _page_next(alert: Alert, *, skip: AbstractSet[int], now: datetime) -> Alert:
    rung, repeat = _next_round(alert, skip) or (alert.rung, alert.repeat)
    return _page(alert, rung, repeat, now)


def _page_again(alert: Alert, *, now: datetime, **_: object) -> Alert:
    return _page(alert, alert.rung, alert.repeat, now)


def _hold(alert: Alert, *, until: datetime) -> Alert:
    return replace(alert, next_at=until)


def _give_up(alert: Alert, **_: object) -> Alert:
    return replace(_untake(alert), next_at=None)


def _untake(alert: Alert) -> Alert:
    return replace(alert, taken_by=None, taken_at=None, reminded_at=None)


def _take(alert: Alert, *, person_id: int, now: datetime) -> Alert:
    taken = replace(alert, taken_by=person_id, taken_at=now, told_at=None)
    return _count_silence(taken, now=now)


def _count_silence(alert: Alert, *, now: datetime) -> Alert:
    return replace(alert, reminded_at=None, next_at=_after(now, alert.ladder.remind_minutes))


def _remind(alert: Alert, *, now: datetime) -> Alert:
    return replace(alert, reminded_at=now, next_at=_after(now, alert.ladder.back_minutes))


def _join(alert: Alert, **changes: Any) -> Alert:
    return replace(alert, **changes)


def _close(alert: Alert, *, person_id: int | None, outcome: Outcome, now: datetime) -> Alert:
    return replace(
        alert,
        taken_by=person_id,
        taken_at=alert.taken_at or now,
        outcome=outcome,
        resolved_at=now,
        next_at=None,
    )


def _rule(
    trigger: str,
    sources: str,
    dest: str,
    effect: Callable[..., Alert],
    guard: Callable[..., bool] | None = None,
) -> list[dict[str, object]]:
    """Write one rule of life for each state named in ``sources``; dest "=" stays in it."""

    def change(event: EventData) -> None:
        case = cast(_Case, event.model)
        case.alert = effect(case.alert, **event.kwargs)

    def holds(event: EventData) -> bool:
        return guard is None or guard(cast(_Case, event.model).alert, **event.kwargs)

    return [
        {"trigger": trigger, "source": source, "dest": dest, "before": change, "conditions": holds}
        for source in sources.split()
    ]


_LIFE = Machine(
    model=None,
    states=[state.value for state in AlertState],
    initial=AlertState.RAISED.value,
    auto_transitions=False,
    send_event=True,
    transitions=[
        *_rule("start", "raised acknowledged unanswered", "raised", _page_first, _anybody),
        *_rule("start", "raised acknowledged unanswered", "unanswered", _give_up),
        *_rule("climb", "raised acknowledged", "raised", _page_next, _another_round),
        *_rule("climb", "raised acknowledged", "unanswered", _give_up),
        *_rule("relieve", "raised", "raised", _page_again),
        *_rule("hold", "raised", "=", _hold),
        *_rule("lapse", "raised acknowledged", "unanswered", _give_up),
        *_rule("acknowledge", "raised unanswered", "acknowledged", _take),
        *_rule("report", "acknowledged", "=", _count_silence),
        *_rule("remind", "acknowledged", "=", _remind),
        *_rule("join", "raised acknowledged unanswered", "=", _join),
        *_rule("note", "raised acknowledged unanswered resolved", "=", _join),
        *_rule("resolve", "raised acknowledged unanswered", "resolved", _close),
    ],
)
