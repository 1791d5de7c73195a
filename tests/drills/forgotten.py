"""The drill of being forgotten: everybody says things of their own, and then is erased.

Each of a thousand strings is looked for in every file afterwards, and so is each person's data key:
in the database, its log, the backups made before, the crisis cards, our log and the figures.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from prometheus_client import generate_latest
from sqlalchemy import text

from bot.app import App
from bot.town import walk
from dialogs.care.plan import Skill
from dialogs.engine.session import Answer
from dialogs.messages import Message
from dialogs.playbook import load
from storage.outbox import Lane
from storage.unit_of_work import Database
from tests.drills import house
from tests.drills.drill import Outcome, Terms
from tests.drills.restart import House, moved_in

CANARIES = 1_000
CLIENTS = 20
IN_CHAT = 10
"""How many each client says in the chat; the others lie in what is kept of them."""

PAUSE = timedelta(seconds=6)
LOG = "drill.log"
_PLANTED = 4


async def forgotten(terms: Terms) -> Outcome:
    """Let everybody talk, take backups, erase everybody, and look everywhere."""
    dice, playbook = random.Random(terms.seed), load()  # noqa: S311 - repeatable, no secret
    words = [f"Kanarie{dice.randrange(10**12):012d}x{number}" for number in range(CANARIES)]
    each = CANARIES // CLIENTS
    folder = terms.folder / "house"
    folder.mkdir()
    scene = await moved_in(folder, playbook, CLIENTS)
    said = {
        chat: words[number * each : (number + 1) * each]
        for number, chat in enumerate(house.chats(CLIENTS))
    }
    wrong = list[str]()
    async with scene.alive() as app:
        await _talk(scene, app, said, terms)
        for number, client in enumerate(scene.clinic.clients):
            own = words[number * each + IN_CHAT : (number + 1) * each]
            await _plant(app.ground.database, scene, client.id, own)
        await _break_something(app.ground.database, scene)
        await _talk(scene, app, {chat: own[:1] for chat, own in said.items()}, terms)
        backups = [folder / "backups" / f"{number}.db" for number in range(2)]
        for backup in backups:
            await app.ground.database.back_up(backup)
        keys = await _wrapped(app.ground.database, scene)
        wrong += _not_there(folder, keys, backups)
        figures = [generate_latest(app.figures.registry)]
        await _erase(scene, app)
        figures.append(generate_latest(app.figures.registry))
        left = _found(_files(folder), keys)
        canaries = [word.encode() for word in words] + [word.encode("utf-16-le") for word in words]
        left += _found(_files(folder), canaries)
    left += _found(_files(folder), [*keys, *canaries])
    told = {"our log": (terms.folder / LOG).read_bytes(), "figures": b"".join(figures)}
    left += _found(told, canaries)
    wrong += [f"{words} is still in {place}" for place, words in left]
    bytes_ = sum(len(words) for _, words in left)
    figure = f"{bytes_} bytes of keys and words left, {len(told['our log'])} bytes of log"
    return Outcome(f"{CANARIES} strings, {len(keys)} keys, 2 backups", figure, wrong)


async def _talk(scene: House, app: App, said: Mapping[int, Sequence[str]], terms: Terms) -> None:
    """Let everybody write: as a name for a trigger, in no dialog at all, and behind a command."""
    for number, (chat, words) in enumerate(said.items()):
        phone = scene.phone(chat)
        for nth, word in enumerate(words[:IN_CHAT]):
            if nth % 3 == 0:
                for act in ("/plan", f"/{word}", "/checkin"):
                    phone.says(act)
                    await walk(app, scene.clock, scene.clock.now() + PAUSE)
            phone.says(word)
            await walk(app, scene.clock, scene.clock.now() + PAUSE)
        terms.tell(f"client {number + 1} of {len(said)} has said what they had to say")


async def _plant(database: Database, scene: House, client_id: int, words: Sequence[str]) -> None:
    """Keep strings in every kind of thing that is kept of a client."""
    now, part = scene.clock.now(), len(words) // _PLANTED
    async with database.unit_of_work() as uow:
        person = await uow.people.get(client_id)
        await uow.people.update(replace(person, name=words[0]))
        plan = await uow.plans.current(client_id)
        assert plan is not None
        skills = tuple(Skill(f"c{nth}", word, 9) for nth, word in enumerate(words[:part]))
        await uow.plans.save(replace(plan, skills=(*plan.skills, *skills)))
        session = await uow.sessions.open_for(client_id)
        assert session is not None, "somebody has begun a check-in"
        for word in words[part : 3 * part]:
            answer = Answer("words", "words", word, "answered", now, words=word)
            await uow.answers.add(session, answer)
        for word in words[3 * part :]:
            await uow.outbox.add(
                scene.clinic.counselor.id,
                Message(word),
                lane=Lane.BULK,
                kind="note",
                now=now,
                about_id=client_id,
                receipt=("notes", None),
            )


async def _break_something(database: Database, scene: House) -> None:
    """Damage what some clients have begun, so that what they write ends in an error."""
    broken = ", ".join(str(one.id) for one in scene.clinic.clients[::4])
    async with database.unit_of_work() as uow:
        damage = f"UPDATE sessions SET body = x'01' WHERE person_id IN ({broken})"  # noqa: S608 - our own numbers
        await uow._connection.execute(text(damage))  # noqa: SLF001 - a burglar's tool


async def _wrapped(database: Database, scene: House) -> list[bytes]:
    """Read the wrapped data keys of all clients as they lie on the disk."""
    owners = ", ".join(str(one.id) for one in scene.clinic.clients)
    async with database.reading() as uow:
        query = text(f"SELECT wrapped FROM data_keys WHERE owner IN ({owners})")  # noqa: S608 - our own numbers
        rows = (await uow._connection.execute(query)).all()  # noqa: SLF001 - no door shows it
    return [row.wrapped for row in rows]


async def _erase(scene: House, app: App) -> None:
    now = scene.clock.now()
    async with app.ground.database.unit_of_work() as uow:
        for client in scene.clinic.clients:
            await uow.erasures.book(client.id, now, now - timedelta(days=4))
    await walk(app, scene.clock, now + timedelta(minutes=5))
    async with app.ground.database.reading() as uow:
        assert await uow.erasures.next_at() is None, "somebody was not erased"


def _not_there(folder: Path, keys: Iterable[bytes], backups: Sequence[Path]) -> list[str]:
    """See to it that the drill could find a key: before the erasure each is in every copy."""
    held = {path: path.read_bytes() for path in backups}
    return [
        f"a key was not found in {path.name} before the erasure"
        for path, content in held.items()
        for key in keys
        if key not in content
    ]


def _files(folder: Path) -> dict[str, bytes]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def _found(places: Mapping[str, bytes], needles: Iterable[bytes]) -> list[tuple[str, str]]:
    wanted = list(needles)
    return [
        (place, needle.hex())
        for place, content in places.items()
        for needle in wanted
        if needle in content
    ]
