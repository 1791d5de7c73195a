"""``handrail signs``: what the rules for many days would have said of a series of answers."""

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dialogs.care.series import Day, Signal

HEADER = ("date", "item", "value")
MOST_ROWS = 200_000
_WORDS = {"yes": 1.0, "no": 0.0}

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

File = Annotated[
    Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="date,item,value")
]
Content = Annotated[
    Path | None,
    typer.Option("--dir", exists=True, file_okay=False, help="The clinic's own content."),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]


@app.callback(epilog="Example: handrail signs replay answers.csv --json")
def signs() -> None:
    """What the rules for many days say."""


@app.command(epilog="Example: handrail signs replay answers.csv --json")
def replay(*, file: File, content: Content = None, as_json: Json = False) -> None:
    """Go through answers day by day and print the signals each day raises, and why.

    FILE has the columns date, item and value, such as 2026-03-01,craving,7. A blank value was asked
    and not answered; of several on one day the average counts. Days without a row were not asked.
    """
    from dialogs.care import series
    from dialogs.playbook import load

    rules = load(content).series
    for day, signals in series.replay(rules, _days(file)):
        if as_json:
            entry = {"date": day.on.isoformat(), "signals": [_entry(one) for one in signals]}
            typer.echo(json.dumps(entry))
        elif signals:
            typer.echo(f"{day.on}  {'; '.join(map(_told, signals))}")
        else:
            typer.echo(f"{day.on}  -")


def _entry(signal: "Signal") -> dict[str, object]:
    why = [{"item": name, **_rounded(figures)} for name, figures in signal.why]
    return {"signal": signal.kind, "why": why}


def _told(signal: "Signal") -> str:
    parts = (
        f"{name} ({', '.join(f'{key} {value:g}' for key, value in _rounded(figures).items())})"
        for name, figures in signal.why
    )
    return f"{signal.kind}: {', '.join(parts)}"


def _rounded(figures: Mapping[str, float]) -> dict[str, float]:
    return {key: round(value, 2) for key, value in figures.items()}


def _days(path: Path) -> Iterator["Day"]:
    """Read a file as days in order, each item averaged over its day."""
    from dialogs.care.series import Day

    found: dict[date, dict[str, list[float | None]]] = {}
    for on, item, value in _rows(path):
        found.setdefault(on, {}).setdefault(item, []).append(value)
    for on in sorted(found):
        yield Day(on, {item: _average(values) for item, values in found[on].items()})


def _average(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _rows(path: Path) -> Iterator[tuple[date, str, float | None]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise _bad(path, 0, "is not UTF-8 text; save it as CSV in UTF-8") from None
    header = tuple(name.strip().lower() for name in lines[0].split(",")) if lines else ()
    if header != HEADER:
        raise _bad(path, 1, "must be the header date,item,value")
    if len(lines) > MOST_ROWS:
        raise _bad(path, MOST_ROWS, f"is too long: at most {MOST_ROWS} rows are read")
    for number, row in enumerate(csv.reader(lines[1:]), start=2):
        if row:
            yield _read(path, number, row)


def _read(path: Path, number: int, row: list[str]) -> tuple[date, str, float | None]:
    if len(row) != len(HEADER):
        raise _bad(path, number, f"has {len(row)} columns, expected date,item,value")
    day, item, said = (one.strip() for one in row)
    try:
        on = date.fromisoformat(day)
    except ValueError:
        raise _bad(path, number, f"has no date in {day[:20]!r}; write 2026-03-01") from None
    if not item:
        raise _bad(path, number, "names no item, such as craving or mood")
    if not said:
        return on, item, None
    try:
        value = _WORDS.get(said.lower())
        value = float(said) if value is None else value
    except ValueError:
        value = float("nan")
    if not abs(value) < float("inf"):
        raise _bad(path, number, f"has no number in {said[:20]!r}; yes, no or blank will do too")
    return on, item, value


def _bad(path: Path, number: int, words: str) -> typer.BadParameter:
    where = f"{path.name} line {number}" if number else path.name
    return typer.BadParameter(f"{where} {words}.", param_hint="FILE")
