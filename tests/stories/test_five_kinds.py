"""Five kinds of non-answer and answer are never taken for one another, whoever reads them."""

from datetime import timedelta
from typing import Any

from bot.cast import MIA
from bot.town import Resident, Town
from dialogs.care import progress
from dialogs.engine.became import became
from dialogs.engine.definition import from_document
from tests.stories.conftest import Restart
from tests.stories.steps import begins


async def test_five_kinds_are_kept_apart(town: Town, mia: Resident, restarts: Restart) -> None:
    """Also after the window has closed, a restart, and from the database alone."""
    await begins(town, mia)
    await mia.says("no")
    await mia.taps("Skip")
    await mia.taps("Rather not say")
    await town.waits(hours=1)
    await restarts(town)

    async with town.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        since = town.clock.now() - timedelta(hours=2)
        check_in = [o for o in await uow.check_ins.for_client(person.id, since) if o.session_id][-1]
        session = await uow.sessions.get(check_in.session_id or "")
        assert session is not None
        kept = await uow.definitions.get(session.fingerprint)
        assert kept is not None
        stored = {one.step: one.kind for one in await uow.answers.of_session(session.id)}
        readings = await uow.answers.readings(person.id, since)

    kinds = became(from_document(kept.document), session)
    asked = {"use": "answered", "craving": "skipped", "mood": "declined", "sleep": "expired"}
    assert stored == asked
    assert {reading.name: reading.kind for reading in readings} == asked
    assert {step: kind for step, kind in kinds.items() if kind != "not_asked"} == asked
    assert kinds["confidence"] == kinds["safe_now"] == "not_asked"


async def test_only_answers_are_counted(town: Town, mia: Resident) -> None:
    """A day on which craving was skipped is no day without craving."""
    await begins(town, mia)
    await mia.says("no")
    await mia.taps("Skip")
    await mia.taps("Rather not say")
    await town.waits(hours=1)

    async with town.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        readings = await uow.answers.readings(person.id, town.clock.now() - timedelta(hours=2))

    day: Any = {"today": town.clock.now().date(), "zone": "UTC", "days": 2}
    levels = [progress.level(readings, name, **day) for name in ("craving", "mood", "sleep")]
    assert levels == [None, None, None]
    assert progress.use_free(readings, **day) == progress.Share(1, 1, 2)
