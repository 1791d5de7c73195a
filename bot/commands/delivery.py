"""``handrail schedule log``: how far each check-in of one client came."""

import asyncio
import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from bot.commands import house
from dialogs.care.delivery import STAGES, Stage

if TYPE_CHECKING:
    from bot.actions.delivery_log import Entry
    from bot.settings import Settings

LONGEST = 36_500
NOTHING = "-"

Client = Annotated[int, typer.Argument(help="The client's number, as the log has it.")]
Days = Annotated[int, typer.Option(min=1, max=LONGEST, help="How many days back.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def log(client: Client, *, days: Days = 14, as_json: Json = False) -> None:
    """Print what became of a client's check-ins; no name and no answer is read.

    Delivered means that Telegram took the prompt, opened that a button of it was tapped. What
    nobody can know is "not known": Telegram gives a bot no read receipt.
    """
    import zoneinfo

    from bot.clock import utc_now

    zoneinfo.reset_tzpath(())
    entries = asyncio.run(_entries(house.settings_here(), client, days, utc_now()))
    if entries is None:
        raise typer.BadParameter(f"there is nobody with the number {client}", param_hint="CLIENT")
    if as_json:
        typer.echo(json.dumps([_facts(entry) for entry in entries]))
        return
    if not entries:
        typer.echo(f"Nothing was planned in the last {days} days.")
    for line in _table(entries) if entries else ():
        typer.echo(line)


async def _entries(
    settings: "Settings", client: int, days: int, now: datetime
) -> "list[Entry] | None":
    """Read the log; None where nobody has this number."""
    from bot.actions import delivery_log
    from dialogs.care.people import SYSTEM
    from storage.unit_of_work import Database

    url, key = settings.database_url, settings.key_file
    database = await Database.open(url, key, create=False, read_only=True)
    try:
        async with database.reading() as uow:
            if client not in await uow.people.many([client]):
                return None
            since = now - timedelta(days=days)
            return await delivery_log.of_client(uow, SYSTEM, client, since, now)
    finally:
        await database.close()


def _facts(entry: "Entry") -> dict[str, str | int | None]:
    about: dict[str, str | int | None] = {
        "check_in": entry.number,
        "schedule": entry.schedule,
        "dialog": entry.dialog,
        "zone": entry.zone,
        "became": entry.became,
    }
    return about | {name: _utc(entry.stages[name]) for name in STAGES}


def _utc(at: Stage) -> str | None:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}" if isinstance(at, datetime) else at


def _table(entries: "list[Entry]") -> list[str]:
    """Draw a table, every time on the client's own clock of that day."""
    head = ["check-in", "dialog", *(name.replace("_", " ") for name in STAGES), "became"]
    rows = [head, *(_row(entry) for entry in entries)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def _row(entry: "Entry") -> list[str]:
    planned = entry.stages["planned"]
    assert isinstance(planned, datetime), "every check-in was planned for a time"
    zone = ZoneInfo(entry.zone)
    day = planned.astimezone(zone).date()
    times = [_local(entry.stages[name], zone, day.isoformat()) for name in STAGES[1:]]
    when = f"{planned.astimezone(zone):%Y-%m-%d %H:%M}"
    return [str(entry.number), entry.dialog, when, *times, entry.became.replace("_", " ")]


def _local(at: Stage, zone: ZoneInfo, day: str) -> str:
    """Write a time as the clock shows it, with its date where that is another one."""
    if not isinstance(at, datetime):
        return at or NOTHING
    local = at.astimezone(zone)
    return f"{local:%H:%M}" if local.date().isoformat() == day else f"{local:%m-%d %H:%M}"
