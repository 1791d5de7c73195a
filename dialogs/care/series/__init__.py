"""Series: what many days say together, by three separate and explained signals.

*Standing* counts plain facts of the last days, *change* compares with the person's own level, and
*silence* says that answers stop. None of them is a probability, and none hides its parts.
"""

from dialogs.care.series.findings import (
    FEWER_ANSWERS,
    SIGNS,
    days_of,
    families,
    found_lately,
    sign_of,
    with_thresholds,
)
from dialogs.care.series.rules import SeriesRules
from dialogs.care.series.watch import Day, Signal, Watch, replay

__all__ = [
    "FEWER_ANSWERS",
    "SIGNS",
    "Day",
    "SeriesRules",
    "Signal",
    "Watch",
    "days_of",
    "families",
    "found_lately",
    "replay",
    "sign_of",
    "with_thresholds",
]
