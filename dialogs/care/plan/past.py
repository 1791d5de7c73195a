"""Past: what was done to a plan, edit by edit, from the versions that are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from dialogs.care.plan.comparing import Difference, differences
from dialogs.care.plan.whole import Plan


@dataclass(frozen=True, slots=True)
class PlanEdit:
    """One step from a version of a plan to the next.

    Attributes:
        version: The version it led to.
        at: When, UTC.
        author_id: Who wrote it; None: the bot itself, from what both had agreed on.
        reason: Why, as a text key without its ``plan-reason_``.
        differences: What became different, part by part.

    """

    version: int
    at: datetime
    author_id: int | None
    reason: str
    differences: tuple[Difference, ...]


def edits(versions: Sequence[Plan], since: datetime | None = None) -> tuple[PlanEdit, ...]:
    """List what was done to a plan.

    Args:
        versions: Versions of one plan that follow one another, oldest first. The first one is
            only compared with; it is no edit.
        since: From when, included; None: all of them.

    Returns:
        The edits, oldest first.

    """
    return tuple(
        PlanEdit(after.version, after.at, after.author_id, after.reason, differences(before, after))
        for before, after in pairwise(versions)
        if since is None or after.at >= since
    )
