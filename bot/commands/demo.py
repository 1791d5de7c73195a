"""``handrail demo``: hands over at once, so that the first line is there at once."""

from pathlib import Path
from typing import Annotated

import typer

LAST_PORT = 65_535

Port = Annotated[
    int, typer.Option(min=0, max=LAST_PORT, help="Where the page is; taken: the next free one.")
]
NoOpen = Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")]
Tour = Annotated[bool, typer.Option("--tour", help="Print the story as a transcript, and end.")]
Seed = Annotated[int, typer.Option(min=0, help="With --tour: the same seed, the same transcript.")]
Keep = Annotated[
    Path | None,
    typer.Option(file_okay=False, metavar="DIR", help="Keep what was made in this folder."),
]


def demo(
    *,
    port: Port = 8088,
    no_open: NoOpen = False,
    tour: Tour = False,
    seed: Seed = 1,
    keep: Keep = None,
) -> int:
    """Play an evening on this computer. No token, no server, nothing leaves it."""
    from bot import demo as town

    if tour:
        return town.tour(seed=seed, keep=keep)
    return town.main(port=port, open_browser=not no_open, keep=keep)
