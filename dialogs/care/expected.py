"""Expected for now: a sign that is known and talked about already wakes nobody for some days.

It holds for one rule of one client, with a reason, for 30 days at most, and ends by itself at
midnight where the client is. Safety rules cannot be expected.

Source:
    PRODUCT.md 5.6; SAFETY.md 8.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dialogs.care import series
from dialogs.care.sign_rules import Rules

LONGEST_DAYS = 30
OFFERED_DAYS = (3, 7, 14, LONGEST_DAYS)
REASONS = ("talking", "medicine", "hard_date", "travel")
OWN_WORDS = "words"
"""The reason that was typed; what was typed stands in ``words``."""


@dataclass(frozen=True, slots=True)
class Expected:
    """That a sign is expected: ``until`` is the last local day of the client's on which it is.

    ``by`` is the counselor who said so, None where they are not known any more.
    """

    until: date
    reason: str
    words: str = ""
    by: int | None = None

    def holds(self, today: date) -> bool:
        """Tell whether it still holds on a local day of the client's."""
        return today <= self.until


def in_force(expected: Mapping[str, Expected], today: date) -> dict[str, Expected]:
    """Return what is expected on a day, by sign."""
    return {sign: one for sign, one in expected.items() if one.holds(today)}


def may_be_expected(rules: Rules, sign: str) -> bool:
    """Tell whether a counselor may expect a sign: it is known, and rests on no safety answer."""
    rule = rules.rule(sign)
    if rule is None:
        return sign in series.SIGNS
    return not (rule.safety or rule.always or rule.staff_only)
