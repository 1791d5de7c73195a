"""The checker of the drills finds what is planted, and nothing where all is well."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.simulation import calls
from bot.simulation.invariants import PATIENCE, Evidence, violations
from bot.town import walk
from dialogs.care.consent import Category
from dialogs.care.consent_log import What
from dialogs.engine.session import Tapped, Typed
from dialogs.playbook import Playbook, load
from storage import books as bookkeeping
from storage.books import Books
from tests.drills.house import FIRST_CHAT
from tests.drills.people import Done, newest_question
from tests.drills.replay import compare
from tests.drills.restart import MINUTE, House, moved_in

Plant = Callable[[Evidence], Evidence]
Evening = tuple[Evidence, list[Done]]

EVENING = ("Start", "No", "9", "No", "7", "7", "That is right")
LATER = timedelta(hours=1)


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    """All content."""
    return load()


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory, playbook: Playbook) -> Evening:
    """A client in danger finishes a check-in, once for all tests: nobody changes what is read."""
    with capture_logs():
        return asyncio.run(_lived(tmp_path_factory.mktemp("evening"), playbook))


async def _lived(folder: Path, playbook: Playbook) -> Evening:
    scene = await moved_in(folder, playbook, clients=1)
    done: list[Done] = []
    async with scene.alive() as app:
        await walk(app, scene.clock, scene.clock.now() + 6 * MINUTE)
        for label in EVENING:
            done += _tapped(scene, label)
            await walk(app, scene.clock, scene.clock.now() + timedelta(seconds=5))
        journal = list(scene.telegram.journal)
        books = await bookkeeping.read(app.ground.database)
    messages = calls.arrived(journal, app.masks)
    return Evidence(books, journal, messages, scene.clock.now(), PATIENCE), done


def _tapped(scene: House, label: str) -> list[Done]:
    """Tap a button; return what was replied, if the button belongs to a question."""
    shown = [one.shown() for one in scene.telegram.messages(FIRST_CHAT)]
    question = newest_question(shown, set())
    query = scene.phone(FIRST_CHAT).taps(label)
    if question is None:
        return []
    position = [name for name, _ in question.options].index(label)
    return [Done(FIRST_CHAT, question.place, Tapped(question.place[1], position), query)]


def _with(evidence: Evidence, **changes: Any) -> Evidence:
    return replace(evidence, books=replace(evidence.books, **changes))


def _rows(rows: Sequence[Any], wanted: Callable[[Any], bool], **changes: Any) -> list[Any]:
    """Return the rows, with changes in the first that is wanted."""
    plain = [SimpleNamespace(**row._asdict()) for row in rows]
    first = next(row for row in plain if wanted(row))
    vars(first).update(changes)
    return plain


def _session_forgotten(evidence: Evidence) -> Evidence:
    return _with(evidence, sessions={})


def _session_behind(evidence: Evidence) -> Evidence:
    (session,) = evidence.books.sessions.values()
    return _with(evidence, sessions={session.id: replace(session, turn=2)})


def _answer_lost(evidence: Evidence) -> Evidence:
    return _with(evidence, answers=evidence.books.answers[:-1])


def _answer_doubled(evidence: Evidence) -> Evidence:
    return _with(evidence, answers=[*evidence.books.answers, evidence.books.answers[0]])


def _alert_missing(evidence: Evidence) -> Evidence:
    return _with(evidence, alerts=[])


def _alert_doubled(evidence: Evidence) -> Evidence:
    (alert,) = evidence.books.alerts
    return _with(evidence, alerts=[alert, replace(alert, number=2)])


def _alert_without_reason(evidence: Evidence) -> Evidence:
    (alert,) = evidence.books.alerts
    behind = tuple(replace(part, at=part.at + MINUTE) for part in alert.evidence)
    other = replace(
        alert, number=2, sign="sos", raised_at=alert.raised_at + MINUTE, evidence=behind
    )
    return _with(evidence, alerts=[alert, other])


def _nobody_paged(evidence: Evidence) -> Evidence:
    return _with(evidence, outbox=[row for row in evidence.books.outbox if row.kind != "page"])


def _alert_forgotten(evidence: Evidence) -> Evidence:
    (alert,) = evidence.books.alerts
    assert alert.next_at is not None
    return replace(evidence, now=alert.next_at + LATER)


def _page_without_number(evidence: Evidence) -> Evidence:
    shown = [replace(one, text="Someone needs you.") for one in evidence.messages]
    return replace(evidence, messages=shown)


def _two_dialogs(evidence: Evidence) -> Evidence:
    (session,) = evidence.books.sessions.values()
    two = {name: replace(session, id=name, state="open", answers=()) for name in ("a", "b")}
    return _with(evidence, sessions={session.id: session, **two})


def _prompted_twice(evidence: Evidence) -> Evidence:
    prompts = [row for row in evidence.books.outbox if row.kind == "prompt"]
    return _with(evidence, outbox=[*evidence.books.outbox, prompts[0]])


def _prompt_came_often(evidence: Evidence) -> Evidence:
    prompt = next(one for one in evidence.messages if one.args_of("later"))
    return replace(evidence, messages=[*evidence.messages, prompt, prompt])


def _update_dropped(evidence: Evidence) -> Evidence:
    return _with(evidence, updates=frozenset(sorted(evidence.books.updates)[1:]))


def _never_arrived(evidence: Evidence) -> Evidence:
    last = evidence.messages[-1]
    place = (last.chat_id, last.message_id)  # with whatever changed it in place
    others = [one for one in evidence.messages if (one.chat_id, one.message_id) != place]
    return replace(evidence, messages=others)


def _edit_never_arrived(evidence: Evidence) -> Evidence:
    settled = next(row for row in evidence.books.outbox if row.edits is not None)
    chat, number = evidence.chat(settled.person_id), settled.message_id
    others = [one for one in evidence.messages if (one.chat_id, one.message_id) != (chat, number)]
    return replace(evidence, messages=others)


def _stuck(evidence: Evidence) -> Evidence:
    long_ago = evidence.now - LATER
    changes = {"state": "sending", "lease_until": long_ago, "body": b"x"}
    return _with(evidence, outbox=_rows(evidence.books.outbox, bool, **changes))


def _given_up(evidence: Evidence) -> Evidence:
    rows = _rows(evidence.books.outbox, lambda row: row.kind == "page", state="unknown")
    return _with(evidence, outbox=rows)


def _trail_altered(evidence: Evidence) -> Evidence:
    return _with(evidence, trail_broken="the trail was altered at row 1")


def _receipt_missing(evidence: Evidence) -> Evidence:
    sent = _rows(evidence.books.outbox, lambda row: row.state == "sent", category="alerts")
    return _with(evidence, outbox=sent)


def _told_without_a_grant(evidence: Evidence) -> Evidence:
    """Nobody has agreed to anything: the page was of an alert, whether or not it said of whom."""
    return _with(evidence, consents=[], grants={})


def _consent(evidence: Evidence, what: What, **terms: Any) -> Evidence:
    """Add to the log, and to the row, what a client did a minute before somebody was paged."""
    page = next(row for row in evidence.books.outbox if row.kind == "page")
    entry = next(
        one
        for one in evidence.books.consents
        if (one.grant.recipient_id, one.grant.client_id) == (page.person_id, page.owner)
    )
    number, at = entry.grant.id, page.done_at - MINUTE
    grant = replace(entry.grant, **terms)
    later = replace(entry, seq=entry.seq + 999, what=what, grant=grant, at=at)
    row = SimpleNamespace(**evidence.books.grants[number]._asdict())
    for name, value in terms.items():
        setattr(row, name, " ".join(value) if name == "categories" else value)
    return _with(
        evidence,
        consents=[*evidence.books.consents, later],
        grants={**evidence.books.grants, number: row},
    )


def _told_after_the_grant_was_taken_back(evidence: Evidence) -> Evidence:
    page = next(row for row in evidence.books.outbox if row.kind == "page")
    return _consent(evidence, "revoked", revoked_at=page.done_at - MINUTE)


def _told_while_the_grant_rested(evidence: Evidence) -> Evidence:
    return _consent(evidence, "paused", paused_until=evidence.now + LATER)


def _told_after_the_grant_was_narrowed(evidence: Evidence) -> Evidence:
    return _consent(evidence, "narrowed", categories=frozenset({Category.MOOD}))


def _grant_not_in_the_log(evidence: Evidence) -> Evidence:
    return _with(evidence, consents=evidence.books.consents[1:])


def _grant_is_not_what_the_log_says(evidence: Evidence) -> Evidence:
    number, grant = next(iter(evidence.books.grants.items()))
    row = SimpleNamespace(**grant._asdict())
    row.paused_until = evidence.now + LATER
    return _with(evidence, grants={**evidence.books.grants, number: row})


def _grant_lost(evidence: Evidence) -> Evidence:
    return _with(evidence, grants={})


@pytest.mark.parametrize(
    ("plant", "invariant"),
    [
        pytest.param(_session_forgotten, "I1", id="session-forgotten"),
        pytest.param(_session_behind, "I1", id="session-behind-what-was-shown"),
        pytest.param(_answer_lost, "I1", id="answer-lost"),
        pytest.param(_answer_doubled, "I1", id="answer-doubled"),
        pytest.param(_alert_missing, "I2", id="red-flag-without-alert"),
        pytest.param(_alert_doubled, "I2", id="two-alerts-for-one-red-flag"),
        pytest.param(_alert_without_reason, "I2", id="alert-without-an-answer"),
        pytest.param(_nobody_paged, "I3", id="nobody-paged"),
        pytest.param(_alert_forgotten, "I3", id="alert-that-did-not-climb"),
        pytest.param(_page_without_number, "I3", id="page-without-its-number"),
        pytest.param(_told_without_a_grant, "I4", id="told-without-a-grant"),
        pytest.param(_told_after_the_grant_was_taken_back, "I4", id="told-after-revocation"),
        pytest.param(_told_while_the_grant_rested, "I4", id="told-while-the-grant-rested"),
        pytest.param(_told_after_the_grant_was_narrowed, "I4", id="told-after-narrowing"),
        pytest.param(_grant_not_in_the_log, "I4", id="grant-in-no-log"),
        pytest.param(_grant_is_not_what_the_log_says, "I4", id="row-is-not-the-log"),
        pytest.param(_grant_lost, "I4", id="log-without-its-grant"),
        pytest.param(_two_dialogs, "I5", id="two-dialogs-at-once"),
        pytest.param(_prompted_twice, "I5", id="two-prompts-laid-for-one-slot"),
        pytest.param(_prompt_came_often, "I5", id="prompt-came-three-times"),
        pytest.param(_update_dropped, "I6", id="update-confirmed-and-not-recorded"),
        pytest.param(_never_arrived, "I7", id="sent-and-never-arrived"),
        pytest.param(_edit_never_arrived, "I7", id="edit-that-never-arrived"),
        pytest.param(_stuck, "I7", id="stuck-on-its-way"),
        pytest.param(_given_up, "I7", id="page-given-up"),
        pytest.param(_trail_altered, "I8", id="trail-altered"),
        pytest.param(_receipt_missing, "I8", id="disclosed-without-a-receipt"),
    ],
)
def test_planted_violation_is_found(evening, plant, invariant):
    evidence, _ = evening

    found = {one.invariant for one in violations(plant(evidence))}

    assert invariant in found


def test_an_edit_that_changes_nothing_is_as_good_as_done(evening):
    """Telegram refuses it, and says that the message reads so already."""
    evidence, _ = evening
    broken = _edit_never_arrived(evidence)
    settled = next(row for row in evidence.books.outbox if row.edits is not None)
    refused = replace(
        evidence.journal[-1],
        method=calls.EDIT,
        ok=False,
        chat_id=evidence.chat(settled.person_id),
        params={"message_id": settled.message_id},
        error=f"Bad Request: {calls.SAME}",
    )

    told = replace(broken, journal=[*broken.journal, refused])

    assert "I7" in {one.invariant for one in violations(broken)}
    assert "I7" not in {one.invariant for one in violations(told)}


def test_nothing_is_found_where_all_is_well(evening):
    evidence, _ = evening

    assert violations(evidence) == []


def test_replay_agrees_with_what_is_stored(evening, playbook):
    """Seven answers, all of them shown as taken."""
    evidence, done = evening

    compared = compare(evidence.books, done, _all_shown(evidence.books), playbook)

    assert (compared.lost, compared.doubled, compared.unexplained) == ([], [], [])
    assert compared.acknowledged == len(EVENING) - 1


@pytest.mark.parametrize(
    ("instead", "found"),
    [
        pytest.param(Tapped(2, 3), "lost", id="another-answer-was-given"),
        pytest.param(Typed("3"), "lost", id="another-answer-was-typed"),
        pytest.param(None, "unexplained", id="nobody-answered"),
    ],
)
def test_replay_finds_what_differs(evening, playbook, instead, found):
    """The second question was the craving; a nine is stored."""
    evidence, done = evening
    changed = [
        one if one.place[1] != 2 else replace(one, reply=instead)
        for one in done
        if one.place[1] != 2 or instead is not None
    ]

    compared = compare(evidence.books, changed, _all_shown(evidence.books), playbook)

    assert getattr(compared, found)


def test_replay_counts_rows(evening, playbook):
    """An answer that was worked on twice leaves a second row, even where it is superseded."""
    evidence, done = evening
    row = replace(evidence.books.answers[0], superseded_at=evidence.now)
    doubled = replace(evidence.books, answers=[*evidence.books.answers, row])

    compared = compare(doubled, done, _all_shown(doubled), playbook)

    assert compared.doubled


def _all_shown(books: Books) -> dict[str, int]:
    return {session.id: session.turn for session in books.sessions.values()}
