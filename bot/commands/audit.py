"""The audit: is the trail of who did what still whole?"""

import asyncio
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import house, plainly

if TYPE_CHECKING:
    from bot.settings import Settings

app = typer.Typer(
    help="Check the trail of who did what.",
    epilog="Example: handrail audit verify --log handrail.log",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Log = Annotated[
    list[Path] | None,
    typer.Option("--log", help="A log of the bot, with its heads; - reads standard input."),
]


@app.command(epilog="Example: handrail audit verify --log handrail.log")
def verify(*, log: Log = None, as_json: house.Json = False) -> int:
    """Check every row of the trail, and that it still holds the heads in the bot's logs.

    From the journal: journalctl -u handrail -o cat | handrail audit verify --log -
    Without a log, a trail whose end was cut off cannot be told from a whole one.
    """
    settings = house.settings_here()
    heads = sorted(set(_heads(_lines(log or ()))))
    rows, broken = asyncio.run(_verified(settings, heads))
    if as_json:
        facts = {"rows": rows, "heads": len(heads), "broken": broken}
        typer.echo(json.dumps(facts))
    elif broken is None:
        typer.echo(f"The trail is whole: {rows} rows, {len(heads)} heads from logs.")
    if broken is not None and not as_json:
        typer.echo(f"{broken[:1].upper()}{broken[1:]}.", err=True)
    if broken is None and not heads:
        typer.echo("No head was given, so an end that was cut off would not show.", err=True)
    return 0 if broken is None else plainly.FOUND_WRONG


@app.command(epilog="Example: handrail audit head")
def head(*, as_json: house.Json = False) -> None:
    """Print the head of the trail, to be kept in another place."""
    newest = asyncio.run(_head(house.settings_here()))
    row, code = newest or (0, "")
    if as_json:
        typer.echo(json.dumps({"event": "trail head", "row": row, "code": code}))
    else:
        typer.echo(f"{row} {code}".strip())


def _lines(logs: Iterable[Path]) -> Iterator[str]:
    for path in logs:
        if str(path) == "-":
            yield from sys.stdin
        else:
            yield from path.read_text(encoding="utf-8", errors="replace").splitlines()


def _heads(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Find the heads of the trail among the lines of a log; a line may begin with a date."""
    for line in lines:
        start = line.find("{")
        try:
            fact = json.loads(line[start:]) if start >= 0 else None
            if isinstance(fact, dict) and fact.get("event") == "trail head":
                yield int(fact["row"]), str(fact["code"])
        except (ValueError, KeyError, TypeError):
            continue


async def _verified(settings: "Settings", heads: list[tuple[int, str]]) -> tuple[int, str | None]:
    from storage.trail import Head, TrailBroken
    from storage.unit_of_work import Database

    url, key = settings.database_url, settings.key_file
    database = await Database.open(url, key, create=False, read_only=True)
    try:
        async with database.reading() as uow:
            anchors: list[Head] = [Head(row, code) for row, code in heads]
            try:
                return await uow.trail.verify(*anchors), None
            except TrailBroken as broken:
                return 0, str(broken)
    finally:
        await database.close()


async def _head(settings: "Settings") -> tuple[int, str] | None:
    from storage.unit_of_work import Database

    url, key = settings.database_url, settings.key_file
    database = await Database.open(url, key, create=False, read_only=True)
    try:
        async with database.reading() as uow:
            found = await uow.trail.head()
            return None if found is None else (found.seq, found.mac)
    finally:
        await database.close()
