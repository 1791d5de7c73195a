"""A second look: what a change of earlier answers makes of the warning signs.

Every moment from the changed answers on is judged once more, before and after the change, as it was
judged then. What holds now by a changed answer, and did not, is raised; of what was told before it
is said what changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dialogs.care.sign_rules import Rules
from dialogs.care.warning_signs import URGENCY, Reading, WarningSign, Why, detect, said

CHANGED = "changed"
"""The argument that marks a why-line whose answer was changed since."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What an alert of one sign has to learn.

    Attributes:
        gone: Why-lines that are not true any more.
        now: What is answered instead.
        holds: Whether the sign holds all the same.

    """

    gone: tuple[Why, ...]
    now: tuple[Why, ...]
    holds: bool


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What a change has done: ``raised`` in the order of the rules, ``amended`` by sign."""

    raised: tuple[WarningSign, ...]
    amended: Mapping[str, Amendment]


def second_look(
    rules: Rules,
    before: Sequence[Reading],
    after: Sequence[Reading],
    since: datetime,
    *,
    zone: str,
    thresholds: Mapping[str, float] | None = None,
) -> SecondLook:
    """Compare the signs before and after answers were changed.

    Args:
        rules: The clinic's rules.
        before: The client's readings of the weeks around, oldest first, as they were.
        after: The same as they are now; a changed one has kept its time.
        since: The first moment that may have changed, in UTC.
        zone: The client's time zone.
        thresholds: The client's own, as for ``detect``.

    """
    was = _signs(rules, before, since, zone, thresholds)
    holds = _signs(rules, after, since, zone, thresholds)
    given = [reading for reading in after if reading not in before]
    times = {reading.at for reading in given}
    covered = {name for sign in holds for name in rules.covered_by(sign)}
    raised = tuple(
        sign
        for name, sign in holds.items()
        if name not in covered
        and not times.isdisjoint(sign.readings_at)
        and _is_new(sign, was.get(name))
    )
    amended = {
        name: amendment
        for name, sign in was.items()
        if (amendment := _amendment(sign, holds.get(name), given)).gone
    }
    return SecondLook(raised, amended)


def same(one: Why, other: Why) -> bool:
    """Tell whether two why-lines say the same, whatever is usual and whether it was changed."""
    return _told(one) == _told(other)


def _signs(
    rules: Rules,
    readings: Sequence[Reading],
    since: datetime,
    zone: str,
    thresholds: Mapping[str, float] | None,
) -> dict[str, WarningSign]:
    """Return every sign that any moment since then brought, in the order of the rules."""
    found: dict[str, WarningSign] = {}
    for at, session_id in dict.fromkeys((r.at, r.session_id) for r in readings if r.at >= since):
        known = [reading for reading in readings if reading.at <= at]
        for sign in detect(
            rules, known, at, zone=zone, session_id=session_id, thresholds=thresholds
        ):
            found[sign.sign] = _together(found.get(sign.sign), sign)
    return {rule.sign: found[rule.sign] for rule in rules.rules if rule.sign in found}


def _together(one: WarningSign | None, other: WarningSign) -> WarningSign:
    if one is None:
        return other
    graver = max(one, other, key=lambda sign: URGENCY[sign.tier])
    new = tuple(why for why in other.why if why not in one.why)
    times = tuple(sorted({*one.readings_at, *other.readings_at}))
    return replace(graver, why=one.why + new, readings_at=times)


def _is_new(sign: WarningSign, was: WarningSign | None) -> bool:
    """Tell whether somebody must hear of it: it is new, or a safety answer in it is."""
    return was is None or (sign.safety and bool(_missing(sign.why, was.why)))


def _amendment(was: WarningSign, holds: WarningSign | None, given: Sequence[Reading]) -> Amendment:
    gone = _missing(was.why, () if holds is None else holds.why)
    if holds is not None:
        return Amendment(gone, _missing(holds.why, was.why), holds=True)
    about = {_base(why) for why in gone}
    lines = (said(reading) for reading in given)
    return Amendment(gone, tuple(line for line in lines if _base(line) in about), holds=False)


def _missing(lines: Sequence[Why], others: Sequence[Why]) -> tuple[Why, ...]:
    return tuple(line for line in lines if not any(same(line, other) for other in others))


def _base(why: Why) -> str:
    return why.key.removesuffix("_usual")


def _told(why: Why) -> tuple[str, frozenset[tuple[str, object]]]:
    args = {name: arg for name, arg in why.args.items() if name not in {"usual", CHANGED}}
    return _base(why), frozenset(args.items())
