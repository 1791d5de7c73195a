"""The redeeming drill: fifty people open the same invitation at the same moment; one gets in."""

import asyncio
import json
import re

from sqlalchemy import select

from bot.emulator.phone import Phone
from storage import tables
from tests.drills.drill import Outcome, Terms
from tests.drills.hostile import Door, open_door, settle
from tests.drills.house import COUNSELOR_CHAT

AT_ONCE = 50
FIRST_CHAT = 7_500_000_000
_TOKEN = re.compile(r"start=([\w-]+)")


async def redeem(terms: Terms) -> Outcome:
    """Hand round after round of fifty the same link, and count who is somebody afterwards."""
    rounds = terms.either(20, 100)
    wrong: list[str] = []
    async with open_door(terms) as door:
        dana = Phone(door.telegram, COUNSELOR_CHAT, "Dana")
        for number in range(rounds):
            terms.tell(f"round {number} of {rounds}")
            dana.says("/invite")
            await settle(door)
            found = _TOKEN.search(dana.screen[-1])
            if found is None:
                return Outcome(f"{number} rounds", "no invitation was shown", ["no link"])
            before = await _people(door)
            await asyncio.gather(
                *(knock(door, FIRST_CHAT + number * AT_ONCE + n, found[1]) for n in range(AT_ONCE))
            )
            came = await _people(door) - before
            if came != 1:
                wrong.append(f"in round {number} {came} people came in by one invitation")
        wrong += door.tally.wrong
    figure = f"{rounds} invitations x {AT_ONCE} at once, {rounds - len(wrong)} with one who came in"
    return Outcome(f"{rounds * AT_ONCE} knocks", figure, wrong)


async def knock(door: Door, chat: int, token: str) -> None:
    door.telegram.add_user(chat, "Somebody").started = True
    who = {"id": chat, "is_bot": False, "first_name": "Somebody"}
    message = {"message_id": 1, "date": 1_700_000_000, "chat": {"id": chat, "type": "private"}}
    said = {**message, "from": who, "text": f"/start {token}"}
    update = {"update_id": door.number(), "message": said}
    await door.brings(json.dumps(update).encode(), good=True)


async def _people(door: Door) -> int:
    """Count everybody who is known."""
    async with door.database.reading() as uow:
        found = await uow._connection.execute(select(tables.people.c.id))  # noqa: SLF001 - looks behind it
        return len(found.all())
