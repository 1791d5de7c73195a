"""Older: reading a plan that another version of this program has written, without losing any of it.

What is not known here is put aside as it was written, and goes with the plan from version to
version. Nobody reads it aloud; that it is there is said in a sentence.
"""

import json
from dataclasses import fields
from typing import Any

from pydantic import JsonValue, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from dialogs.care.plan.whole import Plan

_PLAN: TypeAdapter[Plan] = TypeAdapter(Plan)
_FIELDS = frozenset(one.name for one in fields(Plan))
_ASIDE = "older"
_UNKNOWN, _LACKING = "unexpected_keyword_argument", "missing"
_ROUNDS = 20
"""Behind a thing that does not fit there may be another one; no plan has so many in a row."""

_Path = tuple[int | str, ...]


def read_plan(document: bytes) -> Plan:
    """Read a plan as it is kept.

    Args:
        document: JSON, as `Plan` is written by this or another version of the program. A field
            that was not there yet has its default; what is unknown, or cannot be read, is kept in
            ``Plan.older`` by the way to it.

    Raises:
        ValueError: Something is lacking without which there is no plan.

    """
    try:
        return _PLAN.validate_json(document, extra="forbid")
    except ValidationError as found:
        return _with_what_fits(document, found)


def _with_what_fits(document: bytes, found: ValidationError) -> Plan:
    data = json.loads(document)
    aside: dict[str, JsonValue] = dict(data.get(_ASIDE) or {}) if isinstance(data, dict) else {}
    for _ in range(_ROUNDS):
        wrong = {_to_put_aside(error) for error in found.errors()}
        for path in sorted(wrong, key=_from_the_end):
            _put_aside(data, path, aside)
        try:
            plan = _PLAN.validate_json(json.dumps(data), extra="forbid")
        except ValidationError as more:
            found = more
        else:
            return plan.with_fields(older=aside)
    raise ValueError("this is no plan")


def _to_put_aside(error: ErrorDetails) -> _Path:
    """Return the way to what an error is about: a field nobody knows, or one thing of a list."""
    path = error["loc"]
    if error["type"] == _UNKNOWN:
        return path
    place = next((at for at, part in enumerate(path) if isinstance(part, int)), None)
    if place is not None:
        return path[: place + 1]
    path = path[:-1] if error["type"] == _LACKING else path
    if not path:
        raise ValueError("this is no plan: something is lacking")
    return path


def _from_the_end(path: _Path) -> list[tuple[bool, int, str]]:
    """Order ways so that what stands last in a list is taken out first."""
    return [
        (isinstance(part, str), -part if isinstance(part, int) else 0, str(part)) for part in path
    ]


def _put_aside(data: Any, path: _Path, aside: dict[str, JsonValue]) -> None:
    """Take something out of a document; a field of the plan itself is left empty in its place."""
    *way, last = path
    for part in way:
        if not _has(data, part):
            return
        data = data[part]
    if not _has(data, last):
        return
    value = data.pop(last)
    if not way and last in _FIELDS:
        data[last] = [] if isinstance(value, list) else None
    if value not in (None, []):
        name = ".".join(map(str, path))
        while name in aside:
            name += "+"
        aside[name] = value


def _has(data: Any, part: int | str) -> bool:
    if isinstance(data, list):
        return isinstance(part, int) and part < len(data)
    return isinstance(data, dict) and part in data
