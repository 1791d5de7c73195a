"""Days out of answers: what was recorded, averaged over the local day it is about."""

from collections.abc import Iterable
from datetime import date
from statistics import fmean
from zoneinfo import ZoneInfo

from dialogs.care.series.watch import Day
from dialogs.care.warning_signs import Reading

CHECK_IN = "check_in"
_AS_NUMBER = {"yes": 1.0, "no": 0.0}


def days_of(readings: Iterable[Reading], zone: str) -> list[Day]:
    """Put readings together as days.

    Args:
        readings: Answers by the name of the item, and ``check_in`` for those kept or missed.
        zone: The client's, an IANA name.

    Returns:
        Days in order. An item that was asked and not answered is None; a day of which nothing but
        a missed check-in is known holds nothing but that.

    """
    where = ZoneInfo(zone)
    found: dict[date, dict[str, list[float | None]]] = {}
    for one in readings:
        values = found.setdefault(one.day_of(where), {})
        if one.name != CHECK_IN:
            values.setdefault(one.name, []).append(_number(one))
    return [
        Day(on, {item: _average(said) for item, said in values.items()})
        for on, values in sorted(found.items())
    ]


def _number(one: Reading) -> float | None:
    if one.kind != "answered" or isinstance(one.value, bool):
        return None
    if isinstance(one.value, int | float):
        return float(one.value)
    return _AS_NUMBER.get(str(one.value))


def _average(said: Iterable[float | None]) -> float | None:
    numbers = [one for one in said if one is not None]
    return fmean(numbers) if numbers else None
