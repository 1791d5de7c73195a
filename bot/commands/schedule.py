"""``handrail schedule``: when would a rule fall due, and what became of what was planned?"""

import contextlib
import json
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import delivery

if TYPE_CHECKING:
    from dialogs.care.rhythm import Occurrence

MOST = 10_000

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Rule = Annotated[str, typer.Option(help="Such as 'daily 09:00' or 'weekdays mon,fri 18:30'.")]
Zone = Annotated[str, typer.Option(help="The client's time zone, such as Europe/Berlin.")]
After = Annotated[
    str | None, typer.Option(metavar="TIME", help="Begin after this; without it: now.")
]
Count = Annotated[int, typer.Option(min=1, max=MOST, help="How many to print.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


app.command(epilog="Example: handrail schedule log 7 --days 30 --json")(delivery.log)


@app.callback(epilog="Example: handrail schedule preview --rule 'daily 09:00' --zone Europe/Berlin")
def schedule() -> None:
    """When check-ins fall due, and what became of them."""


@app.command(
    epilog="Example: handrail schedule preview --rule 'daily 09:00' --zone America/New_York "
    "--after 2026-03-07T00:00Z --count 5 --json"
)
def preview(
    *, rule: Rule, zone: Zone, after: After = None, count: Count = 5, as_json: Json = False
) -> None:
    """Print when a rule falls due next, in UTC and on the client's own clock."""
    import zoneinfo

    from bot.clock import utc_now
    from dialogs.care import rhythm

    zoneinfo.reset_tzpath(())
    read = rhythm.parse_rule(rule)
    place = rhythm.check_zone(zone)
    begin = utc_now() if after is None else _moment(after)
    found = list(islice(rhythm.occurrences(read, place, begin), count))
    if as_json:
        typer.echo(json.dumps([_entry(occurrence) for occurrence in found]))
        return
    for occurrence in found:
        typer.echo(f"{occurrence.local:%a %Y-%m-%d %H:%M}  {_entry(occurrence)['utc']}")
    if len(found) < count:
        typer.echo("Never again after that." if found else "Never after that time.")


def _moment(text: str) -> datetime:
    with contextlib.suppress(ValueError, OverflowError):
        moment = datetime.fromisoformat(text.strip())
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    raise typer.BadParameter(
        f"{text[:40]!r} is no moment; write it like 2026-03-07T00:00Z or 2026-03-07T09:00-05:00.",
        param_hint="--after",
    )


def _entry(occurrence: "Occurrence") -> dict[str, str]:
    return {
        "utc": occurrence.utc.isoformat().replace("+00:00", "Z"),
        "local": occurrence.local.isoformat(),
    }
