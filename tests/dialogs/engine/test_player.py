"""The player: what a reply does to a session. Whole conversations are in ``turns``."""

import gc
import tracemalloc
from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import TypeAdapter

from dialogs.engine.definition import from_document
from dialogs.engine.events import (
    Answered,
    Asked,
    Called,
    Expired,
    Finished,
    Rejected,
    Said,
    Skipped,
    Toggled,
    Unanswered,
    Waiting,
    describe,
)
from dialogs.engine.player import Player
from dialogs.engine.session import ABOUT, Answer, Control, Elapsed, Session, Tapped, Typed
from dialogs.errors import NothingOpen, StaleReply, UnknownDialog

SESSION = "abcdefghijk"
ADAPTER = TypeAdapter(Session)


def opened(player, now, facts=None, **more):
    return player.open(SESSION, 7, facts or {}, now, **more)


def played(player, now, *replies, facts=None):
    """Open a dialog and play replies; numbers are taps on that position."""
    turn = opened(player, now, facts)
    for reply in replies:
        session = turn.session
        made = Tapped(session.turn, reply) if isinstance(reply, int) else reply
        turn = player.play(session, made, now)
    return turn


def told(turn):
    return [describe(event) for event in turn.events]


def test_a_session_starts_at_turn_one_of_the_first_question(players, now):
    turn = opened(players["daily_checkin"], now, check_in_id=5)

    session = turn.session
    assert (session.step, session.turn, session.state) == ("use", 1, "open")
    assert (session.check_in_id, session.person_id) == (5, 7)
    assert turn.events == (Asked("use"),)


def test_a_fact_that_texts_need_must_be_given(players, now):
    with pytest.raises(ValueError, match="needs the facts client"):
        opened(players["family_welcome"], now)


def test_an_answer_about_another_day_keeps_when_it_was_given(players, now):
    """The day is the fact's; nothing else about the answer moves, also when it is fixed."""
    player = players["daily_checkin"]
    yesterday = now.date() - timedelta(days=1)
    first = opened(player, now).session
    about = replace(first, facts={**first.facts, ABOUT: yesterday.isoformat()})

    turn = player.play(about, Tapped(1, 1), now, late=True)
    back = player.play(turn.session, Control("back"), now).session
    skipped = player.play(back, Control("skip"), now).session

    for session in (turn.session, skipped):
        answer = session.answer("use")
        assert (answer.at, answer.about) == (now, yesterday)


def test_an_answer_keeps_reading_value_time_and_lateness(players, now):
    player = players["daily_checkin"]
    before = played(player, now, 1).session

    turn = player.play(before, Tapped(2, 8), now, late=True)

    assert turn.session.answer("craving") == Answer(
        "craving", "craving", 8, "answered", now, late=True
    )
    assert turn.events[0] == Answered("craving", "craving", 8)


def test_typed_words_are_kept_beside_the_value(players, now):
    turn = played(players["craving_now"], now, 5, Typed("Payday, again"))

    answer = turn.session.answer("trigger")
    assert answer is not None
    assert (answer.value, answer.words) == ("other", "Payday, again")


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Tapped(1, 0), id="a-tap-for-an-older-question"),
        pytest.param(Tapped(9, 0), id="a-tap-for-a-question-not-asked-yet"),
        pytest.param(Tapped(2, 11), id="a-position-behind-the-last"),
        pytest.param(Tapped(2, -1), id="a-position-before-the-first"),
        pytest.param(Control("skip", 1), id="a-skip-for-an-older-question"),
    ],
)
def test_a_reply_to_another_question_is_stale(players, now, reply):
    player = players["daily_checkin"]
    session = played(player, now, 1).session

    with pytest.raises(StaleReply):
        player.play(session, reply, now)


def test_a_double_tap_counts_once(players, now):
    player = players["daily_checkin"]
    turn = played(player, now, 1)

    with pytest.raises(StaleReply):
        player.play(turn.session, Tapped(1, 1), now)


@pytest.mark.parametrize("ending", ["finished", "expired", "stopped", "paused"])
def test_nothing_answers_a_session_that_is_not_open(players, now, ending):
    player = players["sos"]
    session = replace(opened(player, now).session, state=ending)

    with pytest.raises(StaleReply):
        player.play(session, Typed("yes"), now)


def test_a_refusal_changes_nothing_but_the_time(players, now):
    player = players["daily_checkin"]
    before = played(player, now, 1).session
    later = now + timedelta(minutes=1)

    turn = player.play(before, Typed("eleventy"), later)

    assert turn.session == replace(before, touched_at=later)
    assert turn.events == (Rejected("craving", "rejected-scale", {"low": 0, "high": 10}),)


def test_a_control_that_is_not_offered_is_refused_kindly(players, now):
    facts = {"clinic": "Harbour House"}
    turn = played(players["welcome"], now, 0, Control("decline"), facts=facts)

    assert told(turn) == ["Rejected consent rejected-decline"]


def test_there_is_no_back_from_the_first_question(players, now):
    turn = played(players["sos"], now, Control("back"))

    assert told(turn) == ["Rejected safe_now rejected-back"]


def test_time_that_has_not_passed_does_nothing(players, now):
    player = players["sos"]
    session = opened(player, now).session

    turn = player.play(session, Elapsed(), now + timedelta(minutes=9, seconds=59))

    assert (turn.session, turn.events) == (session, ())


def test_silence_at_a_safety_question_is_told_once_and_leaves_it_open(players, now):
    player = players["sos"]
    late = now + timedelta(minutes=10)

    silent = player.play(opened(player, now).session, Elapsed(), late)
    again = player.play(silent.session, Elapsed(), late)
    answered = player.play(silent.session, Tapped(1, 0), late)

    assert silent.events == (Unanswered("safe_now"),)
    assert silent.session.due_at is None
    assert again.events == ()
    assert answered.events[0] == Answered("safe_now", "safe_now", "yes", corrects=True)


def test_silence_is_noticed_while_something_else_is_asked(players, now):
    player = players["sos"]
    paused = player.pause(opened(player, now).session, now).session

    turn = player.play(paused, Elapsed(), now + timedelta(minutes=10))

    assert turn.events == (Unanswered("safe_now"),)
    assert turn.session.state == "paused"


@pytest.mark.parametrize("way", ["skip", "decline"])
def test_passing_over_a_safety_question_is_no_answer(players, now, way):
    turn = played(players["sos"], now, Control(way))

    assert Unanswered("safe_now") in turn.events
    assert turn.events[-1] == Finished("done")


def test_an_expired_session_keeps_apart_what_was_never_asked(players, now):
    player = players["daily_checkin"]
    session = played(player, now, 1).session

    turn = player.expire(session, now)

    assert turn.events == (Expired("craving"),)
    assert [(a.step, a.kind) for a in turn.session.answers] == [
        ("use", "answered"),
        ("craving", "expired"),
    ]


def test_a_safety_question_that_expires_is_unanswered(players, now):
    player = players["sos"]

    turn = player.expire(opened(player, now).session, now)

    assert turn.events == (Unanswered("safe_now"), Expired("safe_now"))


def test_a_wait_that_was_set_aside_goes_on_when_its_time_is_over(players, now):
    player = players["craving_now"]
    waiting = played(player, now, 3, 0, 4).session
    paused = player.pause(waiting, now).session

    early = player.resume(paused, now + timedelta(minutes=14))
    late = player.resume(paused, now + timedelta(minutes=15))

    assert waiting.state == "waiting"
    assert early.events == (Waiting("ride", now + timedelta(minutes=15)),)
    assert late.events == (Asked("after"),)


def test_what_was_set_aside_is_asked_again_with_the_same_buttons(players, now):
    player = players["daily_checkin"]
    session = played(player, now, 1).session

    turn = player.resume(player.pause(session, now).session, now)

    assert turn.events == (Asked("craving"),)
    assert turn.session == session


def test_a_wait_cut_short_is_no_answer(players, now):
    turn = played(players["craving_now"], now, 3, 0, 4, 0)

    assert turn.events == (Skipped("ride", None), Asked("after"))
    assert turn.session.answer("ride") is None


def test_nothing_is_asked_once_it_is_over(players, now):
    player = players["sos"]

    with pytest.raises(NothingOpen):
        player.question(played(player, now, 0).session)


def test_ticks_are_set_taken_off_and_kept_in_the_order_of_the_options(write_dialog, now):
    player = Player(
        write_dialog("""
dialog: halt
meeting: queue
steps:
  - {ask: today, answer: {several: [hungry, angry, lonely, tired]}, records: halt}
  - {end: over}
"""),
        "f1",
    )

    ticked = played(player, now, 3, 0, 1, 1)
    turn = player.play(ticked.session, Tapped(1, 4), now)

    assert ticked.events == (Toggled("today", "angry"),)
    assert ticked.session.turn == 1
    assert turn.events[0] == Answered("today", "halt", ("hungry", "tired"))


def test_a_called_dialog_runs_in_between(write_dialog, now):
    player = Player(
        write_dialog("""
dialog: evening
meeting: queue
steps:
  - {ask: ready, answer: yes_no}
  - {call: breathing}
  - {say: well_done}
  - {ask: how, answer: {scale: {low: 0, high: 10}}}
  - {end: over}
"""),
        "f1",
    )

    away = played(player, now, 0)
    back = player.resume(away.session, now)

    assert away.events[-1] == Called("breathing", "breathing")
    assert away.session.state == "paused"
    assert back.events == (Said("well_done"), Asked("how"))
    assert told(player.play(back.session, Control("back"), now)) == ["Rejected how rejected-back"]


def test_computed_facts_open_roads(write_dialog, now):
    player = Player(
        write_dialog("""
dialog: wave
meeting: queue
steps:
  - {ask: before, answer: {scale: {low: 0, high: 10}}}
  - {ask: after, answer: {scale: {low: 0, high: 10}}}
  - {compute: fall, function: difference, of: [before, after]}
  - branch: lower
    routes: [{when: {fact: fall, at_least: 1}, to: good}, {to: over}]
  - {say: good}
  - {end: over}
"""),
        "f1",
    )

    assert told(played(player, now, 8, 5)) == ["Answered after=5", "Said good", "Finished over"]
    assert played(player, now, 8, 5).session.facts["fall"] == 3
    assert told(played(player, now, 5, 5)) == ["Answered after=5", "Finished over"]
    assert told(played(player, now, 5, Control("skip"))) == ["Skipped after", "Finished over"]


def test_a_session_survives_its_storage(players, now):
    session = played(players["craving_now"], now, 9, 0, Typed("bar"), facts={"a": [1, {"b": None}]})

    stored = ADAPTER.dump_json(session.session)

    assert ADAPTER.validate_json(stored) == session.session


def test_a_session_goes_on_on_the_version_it_began_with(players, now):
    player = players["daily_checkin"]
    session = played(player, now, 1).session

    kept = Player(from_document(player.dialog.document), session.fingerprint)

    assert kept.play(session, Tapped(2, 3), now) == player.play(session, Tapped(2, 3), now)


@pytest.mark.parametrize("document", ["", "{}", "[]", '{"dialog": "x"}'])
def test_a_document_that_is_no_dialog_is_unknown(document):
    with pytest.raises(UnknownDialog):
        from_document(document)


def test_a_session_leaves_nothing_behind(players, now):
    """Sessions are never registered with the machine, so a million of them cost nothing."""
    player = players["daily_checkin"]
    taps = (1, 8, 0, 5, 5, 5, 0)
    played(player, now, *taps)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]

    for _ in range(200):
        played(player, now, *taps)

    gc.collect()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert after - before < 20_000
