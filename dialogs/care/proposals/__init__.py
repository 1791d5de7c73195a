"""Proposals: changes of the plan that come from a client's own answers, with their evidence.

Nothing changes by itself. A proposal says what was counted, over which days, and what a yes would
do; silence is never counted as an answer, and no dose is ever touched.

Source:
    PRODUCT.md 1.10, 1.2-1.9; SAFETY.md 2 and 7.
"""

from dialogs.care.proposals.choosing import MOST, SILENT_DAYS, propose
from dialogs.care.proposals.shapes import Asked, Kind, Known, Needs, OwnWords, Proposal

__all__ = [
    "MOST",
    "SILENT_DAYS",
    "Asked",
    "Kind",
    "Known",
    "Needs",
    "OwnWords",
    "Proposal",
    "propose",
]
