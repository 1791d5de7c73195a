"""Lengths of time as dialog files write them: ``90s``, ``15m``, ``24h``."""

import re
from datetime import timedelta
from typing import Annotated

from pydantic import Field

_PATTERN = re.compile(r"^([1-9][0-9]{0,5})([smh])$")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours"}

Length = Annotated[str, Field(pattern=_PATTERN.pattern)]


def length(written: str) -> timedelta:
    """Read a length of time. Raises ValueError if it is not written like ``90s``."""
    found = _PATTERN.match(written)
    if found is None:
        raise ValueError("a length of time is written like 90s, 15m or 24h")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})
