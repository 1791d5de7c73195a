"""Sessions and answers: saved onto the turn they were loaded from, corrected without loss."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.care.warning_signs import Reading
from dialogs.engine.versions import Definition
from dialogs.errors import StaleReply


async def test_a_session_comes_back_whole(database, mia, a_session, an_answer, now):
    session = a_session(
        mia,
        answers=(
            an_answer(8),
            an_answer(6.5, "sleep"),
            an_answer(("call_sam", "walk"), "skills", words="call sam, and walk"),
            an_answer(None, "use", kind="declined", late=True),
            an_answer("no", "safe", name=None),
        ),
        facts={"skills": [{"key": "call_sam", "label": "Call Sam"}], "n": 3, "none": None},
        picked=("walk",),
        fixing="craving",
        due_at=now,
        check_in_id=5,
        parent="other",
    )

    async with database.unit_of_work() as uow:
        await uow.sessions.add(session)

    async with database.unit_of_work() as uow:
        assert await uow.sessions.waiting(session.id, mia.id) == session
        assert await uow.sessions.get(session.id) == session
        assert await uow.sessions.get("unknown") is None


async def test_of_two_replies_to_one_turn_one_counts(database, mia, a_session):
    """Both were decided on turn 1; the second must not overwrite the first."""
    before = a_session(mia)
    async with database.unit_of_work() as uow:
        await uow.sessions.add(before)

    async def answer(step: str) -> str:
        async with database.unit_of_work() as uow:
            await uow.sessions.save(before, replace(before, step=step, turn=2))
        return step

    found = await asyncio.gather(answer("sleep"), answer("mood"), return_exceptions=True)

    won = [step for step in found if isinstance(step, str)]
    assert len(won) == 1
    assert sum(isinstance(step, StaleReply) for step in found) == 1
    async with database.unit_of_work() as uow:
        assert (await uow.sessions.waiting(before.id, mia.id)).step == won[0]


@pytest.mark.parametrize(
    "moved",
    [
        pytest.param({"turn": 2}, id="turn"),
        pytest.param({"state": "paused"}, id="state"),
        pytest.param({"touched_at": None}, id="tick"),
    ],
)
async def test_a_session_that_has_moved_on_is_not_saved(database, mia, a_session, now, moved):
    before = a_session(mia)
    if "touched_at" in moved:
        moved = {"touched_at": now + timedelta(seconds=1)}
    async with database.unit_of_work() as uow:
        await uow.sessions.add(before)
        await uow.sessions.save(before, replace(before, **moved))

    with pytest.raises(StaleReply):
        async with database.unit_of_work() as uow:
            await uow.sessions.save(before, replace(before, step="elsewhere"))


@pytest.mark.parametrize("state", ["finished", "expired", "stopped"])
async def test_nothing_waits_in_a_session_that_is_over(database, mia, a_session, now, state):
    session = a_session(mia, due_at=now)
    async with database.unit_of_work() as uow:
        await uow.sessions.add(session)
        await uow.sessions.end(session, state, now)

        with pytest.raises(StaleReply):
            await uow.sessions.waiting(session.id, mia.id)
        assert await uow.sessions.open_for(mia.id) is None
        assert await uow.sessions.due(now, 10) == []
        over = await uow.sessions.get(session.id)
        assert over is not None
        assert over.state == state


async def test_a_session_is_its_owners(database, mia, ana, a_session):
    async with database.unit_of_work() as uow:
        await uow.sessions.add(a_session(mia))

        with pytest.raises(StaleReply):
            await uow.sessions.waiting(f"session-{mia.id}", ana.id)


async def test_the_one_touched_last_is_asking_and_the_others_pause(
    database, mia, ana, a_session, now
):
    def at(name, minutes, **said):
        return a_session(mia, id=name, touched_at=now + timedelta(minutes=minutes), **said)

    first = at("first", 1, state="paused")
    second = at("second", 2, state="paused")
    asking = at("asking", 4)
    async with database.unit_of_work() as uow:
        await uow.sessions.add_many(
            [first, second, at("older", 3), asking, at("over", 5, state="finished")]
        )

        assert await uow.sessions.open_for(mia.id) == asking
        assert await uow.sessions.open_for_many([mia.id, ana.id]) == {mia.id: asking}
        assert await uow.sessions.paused_for(mia.id) == [second, first]


async def test_sessions_come_due_in_order(database, mia, a_session, now):
    def due(name, minutes):
        return a_session(mia, id=name, state="waiting", due_at=now + timedelta(minutes=minutes))

    async with database.unit_of_work() as uow:
        await uow.sessions.add_many([due("c", 3), due("a", 1), due("b", 2), a_session(mia, id="x")])

        found = await uow.sessions.due(now + timedelta(minutes=2), 10)
        assert found == ["a", "b"]
        assert len(await uow.sessions.due(now + timedelta(minutes=9), 1)) == 1
        assert await uow.sessions.next_due_at() == now + timedelta(minutes=1)
        assert await uow.sessions.overdue(now + timedelta(minutes=2)) == 2


async def test_a_definition_is_kept_once_with_its_words(database):
    kept = Definition("dialog: daily_checkin", {"en": "hi = Hi\n", "es": "hi = Hola\n"})
    async with database.unit_of_work() as uow:
        await uow.definitions.keep(kept)
        await uow.definitions.keep(kept)

        assert await uow.definitions.get(kept.fingerprint) == kept
        assert await uow.definitions.get("f2") is None


@pytest.mark.parametrize("state", ["open", "waiting", "paused"])
async def test_a_definition_is_let_go_of_with_its_last_session(database, mia, a_session, state):
    """Those of today stay: a session may begin on them at any moment."""
    older, over, today = (Definition(f"dialog: {one}", {"en": "hi = Hi\n"}) for one in "abc")
    async with database.unit_of_work() as uow:
        for kept in (older, over, today):
            await uow.definitions.keep(kept)
        running = a_session(mia, fingerprint=older.fingerprint, state=state)
        await uow.sessions.add(running)
        await uow.sessions.add(
            a_session(mia, id="o", fingerprint=over.fingerprint, state="finished")
        )
    present = [today.fingerprint]

    async with database.unit_of_work() as uow:
        assert await uow.definitions.let_go(present) == 1
        found = [await uow.definitions.get(kept.fingerprint) for kept in (older, over, today)]
        assert found == [older, None, today]
        await uow.sessions.end(running, "finished", running.touched_at)
        assert await uow.definitions.let_go(present) == 1
        assert await uow.definitions.get(older.fingerprint) is None
        await uow.definitions.keep(older)


async def test_a_question_is_known_by_its_turn(database, mia, a_session):
    session = a_session(mia)
    async with database.unit_of_work() as uow:
        await uow.sessions.add(session)
        assert await uow.sessions.question_message(session.id, 1) is None

        await uow.sessions.set_question_message(session.id, 1, 555)

        assert await uow.sessions.question_message(session.id, 1) == 555
        assert await uow.sessions.question_message(session.id, 2) is None


async def test_readings_are_the_answers_that_stand(database, mia, a_session, an_answer, now):
    """A correction takes the place of the old answer; what was dropped counts no more."""
    session = a_session(mia)
    async with database.unit_of_work() as uow:
        await uow.sessions.add(session)
        await uow.answers.add(session, an_answer(8))
        await uow.answers.add(session, an_answer("home", "place", name=None))
        await uow.answers.add(session, an_answer(None, "mood", kind="skipped"))
        await uow.answers.add(session, an_answer("drank", "use"))
        await uow.answers.correct(session, an_answer(3, at=now + timedelta(minutes=1)))
        await uow.answers.drop(session.id, ["use"], now)

        readings = await uow.answers.readings(mia.id, now)
        stands = await uow.answers.of_session(session.id)

    assert readings == [
        Reading("mood", None, now, session.id, "skipped"),
        Reading("craving", 3, now + timedelta(minutes=1), session.id),
    ]
    assert [(answer.step, answer.value) for answer in stands] == [
        ("place", "home"),
        ("mood", None),
        ("craving", 3),
    ]


async def test_readings_have_a_beginning_and_an_end(database, mia, a_session, an_answer, now):
    session = a_session(mia)
    async with database.unit_of_work() as uow:
        await uow.sessions.add(session)
        for minutes in range(4):
            at = now + timedelta(minutes=minutes)
            await uow.answers.add(session, an_answer(minutes, f"craving{minutes}", at=at))

        since, until = now + timedelta(minutes=1), now + timedelta(minutes=3)
        assert [r.value for r in await uow.answers.readings(mia.id, since)] == [1, 2, 3]
        assert [r.value for r in await uow.answers.readings(mia.id, since, until)] == [1, 2]


async def test_a_dialog_that_came_to_nothing_is_forgotten(database, mia, ana, a_session, an_answer):
    """With its answers and every earlier try at it; what was finished before, others' stay."""
    said = an_answer("ie", "country")
    tries = {
        "first": a_session(mia, id="first", dialog="welcome", state="expired", answers=(said,)),
        "agreed": a_session(mia, id="agreed", dialog="welcome", state="finished"),
        "other": a_session(mia, id="other"),
        "anas": a_session(ana, id="anas", dialog="welcome"),
        "last": a_session(mia, id="last", dialog="welcome", state="finished", answers=(said,)),
    }
    async with database.unit_of_work() as uow:
        await uow.sessions.add_many(list(tries.values()))
        for name in ("first", "agreed", "last"):
            await uow.answers.add(tries[name], said)

        await uow.sessions.forget(tries["last"])

        left = {name for name in tries if await uow.sessions.get(name) is not None}
        assert left == {"agreed", "other", "anas"}
        assert len(await uow.answers.of_session("agreed")) == 1
        assert await uow.answers.of_session("first") + await uow.answers.of_session("last") == []
