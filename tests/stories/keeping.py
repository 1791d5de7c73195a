"""Looking into the database and at the buttons, to see whether a tap has changed anything."""

import sqlite3
from pathlib import Path

from bot.town import Resident, Town
from tests.stories.conftest import DATABASE

KEPT = (
    "alerts",
    "answers",
    "check_ins",
    "consent_events",
    "grants",
    "invitations",
    "memberships",
    "people",
    "plans",
    "sessions",
    "shifts",
)
"""The tables in which anything stands that a forged tap could want to change."""


def kept(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Copy what is kept, but for which message shows a question and when a card was written."""
    with sqlite3.connect(folder / DATABASE) as connection:
        found = {}
        for table in KEPT:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            by_itself = [name for name in columns if name.startswith(("question_", "card_"))]
            wanted = ", ".join(name for name in columns if name not in by_itself)
            query = f"SELECT {wanted} FROM {table}"  # noqa: S608 - our own tables and columns
            found[table] = list(connection.execute(query))
    return found


def buttons(town: Town, who: Resident) -> list[tuple[int, str]]:
    """List the buttons in somebody's chat, as message and data, without masks."""
    masks = town.app.masks
    return [
        (message.message_id, masks.show(button.data, who.phone.user_id))
        for message in town.telegram.messages(who.phone.user_id)
        for row in message.buttons
        for button in row
        if button.data
    ]


def forges(town: Town, who: int, data: str, message_id: int = 1) -> str:
    """Press what may not be there as though it had been shown in this chat; return the tap.

    Its masks are right, so that what is asked behind them is tried.
    """
    return town.telegram.tap_raw(who, message_id, town.app.masks.hide(data, who))


async def presses(town: Town, who: int, data: str, message_id: int = 1) -> str | None:
    """Let somebody press what may not be there; return what the tap was answered with."""
    query = forges(town, who, data, message_id)
    await town.waits(seconds=4)
    answer = town.telegram.tap_answers.get(query)
    return answer["text"] if answer else None
