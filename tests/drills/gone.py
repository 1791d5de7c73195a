"""The drill without a database: its file is deleted, the engine stopped, and people call for help.

Everybody is shown whom to call all the same: clients their own people and numbers, in words that
promise nothing any more; whoever has not joined the numbers of the clinic's country.
"""

import random
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from itertools import product

from bot.app import App
from bot.emulator.methods import call
from bot.emulator.phone import Phone
from dialogs.errors import StorageError
from dialogs.playbook import load
from tests.drills import house
from tests.drills.drill import Outcome, Terms
from tests.drills.house import COUNSELOR_CHAT, SPONSOR_CHAT, STRANGER_CHAT
from tests.drills.restart import CLIENTS, House, moved_in

CALLS = ("/sos", "help me", "I want to kill myself tonight", "i took all my pills")
TELLS = "I tell Dana"
"""What a card promises while somebody can be told."""

TAKEN_BACK = "I cannot tell anyone"


async def gone(terms: Terms) -> Outcome:
    """Let everybody call for help, in every way, and look at what each of them is shown."""
    rounds = terms.either(5, 50)
    dice, playbook = random.Random(terms.seed), load()  # noqa: S311 - repeatable, no secret
    wrong, cards = list[str](), 0
    for number in range(rounds):
        folder = terms.folder / str(number)
        folder.mkdir()
        scene = await moved_in(folder, playbook)
        scene.telegram.add_user(STRANGER_CHAT, "Stranger", language="en").started = True
        scene.phones[STRANGER_CHAT] = Phone(scene.telegram, STRANGER_CHAT, "Stranger")
        async with scene.alive() as app:
            await app.pass_time()
            await app.ground.database.close()
            for path in folder.glob(f"{house.DATABASE}*"):
                path.unlink()
            cards += await _everybody_calls(scene, app, dice, wrong)
        terms.tell(f"round {number + 1} of {rounds}")
    return Outcome(f"{rounds} deleted databases", f"{cards} calls, {len(wrong)} unanswered", wrong)


async def _everybody_calls(scene: House, app: App, dice: random.Random, wrong: list[str]) -> int:
    calls = list(_calls())
    dice.shuffle(calls)
    for chat, words in calls:
        scene.clock.walk_to(scene.clock.now() + timedelta(seconds=20))
        before = len(scene.telegram.messages(chat))
        scene.phone(chat).says(words)
        for update in (await call(scene.telegram, "getUpdates", {"offset": -1}))["result"]:
            with suppress(StorageError):
                await app.inbox.handle(update)
        new = [one.text for one in scene.telegram.messages(chat)[before:] if one.sender == "bot"]
        shown = "\n".join(new)
        is_client = chat in house.chats(CLIENTS)
        if "911" not in shown or (is_client and "Sam" not in shown):
            wrong.append(f"{chat} wrote {words!r} and was not shown whom to call")
        elif TELLS in shown and TAKEN_BACK not in shown:
            wrong.append(f"{chat} was promised that somebody is told")
    return len(calls)


def _calls() -> Iterator[tuple[int, str]]:
    """Yield who calls, and how; by a command everybody, in words that need none as well."""
    people = (*house.chats(CLIENTS), COUNSELOR_CHAT, SPONSOR_CHAT, STRANGER_CHAT)
    yield from product(people, CALLS)
