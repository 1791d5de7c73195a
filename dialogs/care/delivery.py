"""Delivery: how far one check-in came, said only as far as anybody can know it.

*Delivered* means that Telegram took the prompt, *opened* that one of its buttons was tapped. A bot
is told of no reading, so what was delivered and not tapped is not known to be opened or not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

NOT_KNOWN: Final = "not known"

Stage = datetime | Literal["not known"] | None
"""When something happened, in UTC; None: it did not, or not yet."""

STAGES = ("planned", "sent", "delivered", "refused", "opened", "started", "finished", "filled_in")


@dataclass(frozen=True, slots=True)
class Times:
    """What was written down of one check-in as it happened, in UTC."""

    planned: datetime
    sent: datetime | None = None
    delivered: datetime | None = None
    refused: datetime | None = None
    opened: datetime | None = None
    started: datetime | None = None
    finished: datetime | None = None
    filled_in: datetime | None = None


def stages(times: Times) -> Mapping[str, Stage]:
    """Say how far a check-in came.

    Args:
        times: What was written down.

    Returns:
        Every one of `STAGES`, in their order. A prompt of which nobody knows whether it arrived is
        "not known" to be delivered; one that arrived, or may have, is "not known" to be opened
        until a button of it is tapped.

    Source:
        PRODUCT.md 3.8.

    """
    on_its_way = times.sent is not None and times.refused is None
    found: dict[str, Stage] = {name: getattr(times, name) for name in STAGES}
    for name in ("delivered", "opened"):
        if on_its_way and found[name] is None:
            found[name] = NOT_KNOWN
    return found
