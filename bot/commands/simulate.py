"""``handrail simulate``: months of a whole clinic in minutes, with every message listed."""

import asyncio
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.simulation.report import Broken, Report

MOST_DAYS = 730
MOST_CLIENTS = 1000

Days = Annotated[int, typer.Option(min=1, max=MOST_DAYS, help="How many days pass.")]
Clients = Annotated[int, typer.Option(min=1, max=MOST_CLIENTS, help="How many clients there are.")]
Seed = Annotated[int, typer.Option(min=0, help="The same seed, the same days.")]
Only = Annotated[
    str, typer.Option(metavar="N,N", help="Only these clients, by number, such as 3,17.")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]
Keep = Annotated[
    Path | None,
    typer.Option(file_okay=False, metavar="DIR", help="Keep the database in this fresh folder."),
]


def simulate(
    *,
    days: Days = 30,
    clients: Clients = 10,
    seed: Seed = 1,
    only: Only = "",
    as_json: Json = False,
    keep: Keep = None,
) -> int:
    """Dry-run a clinic: the real program, people with habits, and a clock that is turned.

    Lists every message and alert with time and recipient, and checks after every step what must
    never be: an answer lost or doubled, a red flag that nobody hears of, somebody told too much.
    """
    import structlog

    from bot.clock import utc_now
    from bot.observe import start_logging
    from bot.simulation.run import reproduce
    from bot.simulation.run import simulate as live

    numbers = _numbers(only, clients)
    with _folder(keep) as folder, (folder / "simulation.log").open("w", encoding="utf-8") as log:
        start_logging("info", log, utc_now)
        try:
            report = asyncio.run(live(days, numbers, seed, folder, _teller(days)))
            _print(report, as_json=as_json)
            if report.broken is None:
                return 0
            fewest = asyncio.run(reproduce(report.broken, numbers, seed))
            _complain(report.broken, fewest, seed)
        finally:
            structlog.reset_defaults()  # the log is closed with its folder
        return 1


def _numbers(only: str, clients: int) -> Sequence[int]:
    if not only:
        return range(1, clients + 1)
    words = only.split(",")
    if not all(word.strip().isdecimal() and 0 < int(word) <= MOST_CLIENTS for word in words):
        sentence = f"{only[:40]!r} are no clients; write their numbers like 3,17."
        raise typer.BadParameter(sentence, param_hint="--only")
    return sorted({int(word) for word in words})


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="handrail-simulation-") as made:
            yield Path(made)
        return
    if keep.exists() and any(keep.iterdir()):
        sentence = f"{keep} is not empty; a simulation begins with nothing."
        raise typer.BadParameter(sentence, param_hint="--keep")
    keep.mkdir(parents=True, exist_ok=True)
    yield keep


def _teller(days: int) -> "Callable[[int, Report], None]":
    """Show on a terminal how far it is."""

    def tell(day: int, report: "Report") -> None:
        if sys.stderr.isatty():
            done = 24 * day // days
            bar = "█" * done + "░" * (24 - done)
            words = f"\r{bar} day {day} of {days}, {len(report.sent)} messages "
            sys.stderr.write(words + ("\n" if day == days else ""))
            sys.stderr.flush()

    return tell


def _print(report: "Report", *, as_json: bool) -> None:
    for entry in report.entries():
        typer.echo(json.dumps(entry.entry(), ensure_ascii=False) if as_json else str(entry))
    typer.echo(report.summary() + ".", err=as_json)


def _complain(broken: "Broken", fewest: Sequence[int], seed: int) -> None:
    typer.echo(f"What must never be: {broken}.", err=True)
    only = ",".join(map(str, fewest))
    command = f"handrail simulate --days {broken.day} --only {only} --seed {seed}"
    typer.echo(f"To see it again: {command}", err=True)
