"""Tables: a copy as CSV, one row per answer, for whoever wants to count for themselves."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.actions.copies.gathering import Copy
from bot.actions.copies.worded import Worded

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula, where it begins a cell that somebody typed."""

ANSWERS = (
    *("at", "dialog", "step", "name", "question", "value", "answer", "kind", "typed"),
    *("about_day", "late", "only_for_me", "replaced_at"),
)
CHECK_INS = ("day", "planned_at", "state", "asked_at", "begun_at", "finished_at")
TOLD = ("at", "to", "kind", "sentence")


def answers(copy: Copy, worded: Worded) -> bytes:
    """Write one row for each answer, replaced ones included; times are ISO 8601 in UTC."""
    rows = [
        (
            _time(kept.answer.at),
            kept.dialog,
            kept.answer.step,
            kept.answer.name or "",
            worded.question(kept),
            _plain(kept.answer.value),
            worded.answer(kept),
            kept.answer.kind,
            kept.answer.words or "",
            kept.answer.about or "",
            "yes" if kept.answer.late else "no",
            "yes" if kept.answer.private else "no",
            _time(kept.replaced_at),
        )
        for kept in copy.answers
    ]
    return _written(ANSWERS, rows)


def check_ins(copy: Copy) -> bytes:
    """Write one row for each check-in and what became of it."""
    rows = [
        (
            one.local_date,
            _time(one.due_at),
            one.state,
            _time(one.invited_at),
            _time(one.started_at),
            _time(one.finished_at),
        )
        for one in copy.check_ins
    ]
    return _written(CHECK_INS, rows)


def told(copy: Copy) -> bytes:
    """Write one row for each thing that somebody was told about the client."""
    rows = [
        (_time(one.at), copy.names.get(one.recipient_id, ""), one.category, one.sentence)
        for one in copy.disclosures
    ]
    return _written(TOLD, rows)


def _written(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")  # the mark by which Excel knows UTF-8


def _cell(value: object) -> str:
    text = str(value)
    is_number = isinstance(value, int | float) or text.lstrip("-").replace(".", "", 1).isdigit()
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text


def _plain(value: object) -> object:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else value


def _time(at: datetime | None) -> str:
    return "" if at is None else f"{at:%Y-%m-%dT%H:%M:%SZ}"
