"""Medicine log: on how many days a medicine was taken, of those that were told about.

Nothing is filled in: a day of which nothing was told is not counted, neither way.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.care.plan import Medicine
from dialogs.care.warning_signs import Reading

ALL = "medicine"
"""The name under which it is recorded what was said of all medicines at once."""

DAYS = 14

_TAKEN = frozenset({"taken", "side_effect"})
"""Answers that say it was taken: whoever notes a side effect has taken it."""

_TOLD = _TAKEN | {"not_taken"}


@dataclass(frozen=True, slots=True)
class MedicineLog:
    """What was told of one medicine.

    ``taken`` of ``told`` days, in a window of ``of`` days; a day counts by its last answer.
    ``last_at`` is when it was last said to have been taken, UTC; None: not in this window.
    """

    taken: int
    told: int
    of: int
    last_at: datetime | None


def medicine_log(
    medicine: Medicine, readings: Sequence[Reading], *, today: date, zone: str
) -> MedicineLog:
    """Work out the log of a medicine over the last `DAYS` days.

    Args:
        medicine: A medicine of the plan.
        readings: Any readings of its client, in any order. What was said of all medicines at once
            counts for each.
        today: The client's date, the last day of the window.
        zone: The client's time zone.

    """
    here, first = ZoneInfo(zone), today - timedelta(days=DAYS - 1)
    by_day: dict[date, Reading] = {}
    for reading in sorted(readings, key=lambda one: one.at):
        day = reading.day_of(here)
        if reading.name not in {ALL, medicine.reading} or not first <= day <= today:
            continue
        if reading.kind == "answered" and reading.value in _TOLD:
            by_day[day] = reading
    taken = [reading for reading in by_day.values() if reading.value in _TAKEN]
    last_at = max((reading.at for reading in taken), default=None)
    return MedicineLog(len(taken), len(by_day), DAYS, last_at)
