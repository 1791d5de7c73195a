"""Reopening: a dialog that has ended is opened once more to change an answer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.engine import screens
from dialogs.engine.events import Asked, Recapped, describe
from dialogs.engine.player import Player
from dialogs.engine.rehearsal import as_text
from dialogs.engine.session import Control, Elapsed, Tapped
from dialogs.errors import StaleReply

LATER = timedelta(hours=30)


def told(turn):
    return [describe(event) for event in turn.events]


def played(player, session, now, *replies):
    turn = None
    for reply in replies:
        made = Tapped(session.turn, reply) if isinstance(reply, int) else reply
        turn = player.play(session, made, now)
        session = turn.session
    assert turn is not None
    return turn


CHECK_IN = """
dialog: evening
meeting: queue
steps:
  - ask: use
    answer: yes_no
    records: use
    flags: [{equals: yes}]
    routes: [{when: {equals: yes}, to: safe_now}, {to: craving}]
  - ask: safe_now
    answer: yes_no
    records: safe_now
    safety: true
    silence: 10m
    flags: [{equals: no}]
  - ask: craving
    answer: {scale: {low: 0, high: 10}}
    records: craving
    flags: [{at_least: 8}]
    routes: [{when: {at_least: 8}, to: safe_place}, {to: mood}]
  - ask: safe_place
    answer: yes_no
    records: safe_place
    safety: true
    silence: 10m
    flags: [{equals: no}]
  - {ask: mood, answer: {scale: {low: 0, high: 10}}, records: mood}
  - branch: hard_day
    routes: [{when: {answer: use, equals: yes}, to: recap}, {to: confidence}]
  - {ask: confidence, answer: {scale: {low: 0, high: 10}}, records: confidence}
  - {recap: recap}
  - {end: done}
"""

EVENING_WORDS = """
evening-use = Used?
    .short = Used
evening-safe_now = Safe?
    .short = Safe
evening-craving = Craving?
    .short = Craving
    .low = none
    .high = strong
evening-safe_place = Safe there?
    .short = Safe there
evening-mood = Mood?
    .short = Mood
    .low = low
    .high = high
evening-confidence = Sure?
    .short = Sure
    .low = no
    .high = yes
evening-recap = You told me:
"""


@pytest.fixture
def check_in(write_dialog):
    return Player(write_dialog(CHECK_IN), "v1")


@pytest.fixture
def finished(check_in, now):
    """A calm evening, all answered: use no, craving 3, mood 6, confidence 8, recap."""
    start = check_in.open("abcdefghijk", 7, {}, now).session
    return played(check_in, start, now, 1, 3, 6, 8, 0).session


def test_it_opens_at_the_list_of_answers(check_in, finished, write_texts, now):
    turn = check_in.reopen(finished, now + LATER)

    place = (write_texts(EVENING_WORDS), "en", check_in, turn.session)
    shown = as_text(screens.screen(*place, prefix_events=turn.events))
    assert finished.state == "finished"
    assert turn.events == (Recapped("recap"),)
    assert (turn.session.state, turn.session.turn) == ("open", finished.turn + 1)
    assert turn.session.answers == finished.answers
    assert "[Craving: 3]" in shown


def test_a_changed_answer_stays_about_its_day(check_in, finished, now):
    opened = check_in.reopen(finished, now + LATER).session

    turn = played(check_in, opened, now + LATER, 3, 5)

    changed = turn.session.answer("craving")
    assert changed is not None
    assert told(turn) == ["Answered craving=5", "Recapped recap"]
    assert (changed.value, changed.at, changed.edited_at) == (5, now, now + LATER)
    assert turn.session.answer("mood") == finished.answer("mood")


def test_it_ends_again_when_all_is_right(check_in, finished, now):
    opened = check_in.reopen(finished, now + LATER).session

    turn = played(check_in, opened, now + LATER, 3, 5, 0)

    assert told(turn) == ["Finished done"]
    assert turn.session.state == "finished"
    assert turn.session.reopened_at == now + LATER


def test_a_change_asks_what_it_makes_necessary_and_drops_what_it_ends(check_in, finished, now):
    opened = check_in.reopen(finished, now + LATER).session

    turn = played(check_in, opened, now + LATER, 2, 0, 0)

    safe = turn.session.answer("safe_now")
    assert told(turn) == ["Answered safe_now=yes", "Dropped confidence", "Recapped recap"]
    assert safe is not None
    assert (safe.at, safe.edited_at) == (now, now + LATER)


@pytest.mark.parametrize("reply", [Control("stop"), Elapsed()])
def test_silence_at_a_safety_question_counts_in_a_change_too(check_in, finished, now, reply):
    opened = check_in.reopen(finished, now + LATER).session
    asked = played(check_in, opened, now + LATER, 2, 0).session

    turn = check_in.play(asked, reply, now + LATER + timedelta(minutes=10))

    assert told(turn)[0] == "Unanswered safe_now"


def test_a_change_broken_off_is_finished_and_can_be_taken_up(check_in, finished, now):
    """What was changed stays, and the question it left open is asked first."""
    opened = check_in.reopen(finished, now + LATER).session
    craving = played(check_in, opened, now + LATER, 3, 9, Control("stop")).session

    again = check_in.reopen(craving, now + LATER)

    assert craving.state == "finished"
    assert craving.answer("safe_place").kind == "expired"
    assert again.events == (Recapped("recap"),)


def test_a_question_without_an_answer_is_asked_and_the_rest_is_kept(write_dialog, now):
    player = Player(
        write_dialog("""
dialog: d
meeting: queue
steps:
  - {ask: a, answer: yes_no, routes: [{when: {equals: yes}, to: b}, {to: c}]}
  - {ask: b, answer: yes_no}
  - {ask: c, answer: yes_no}
  - {recap: r}
  - {end: e}
"""),
        "v1",
    )
    start = player.open("abcdefghijk", 7, {}, now).session
    ended = played(player, start, now, 1, 0, 0).session
    opened = player.reopen(ended, now).session
    left = played(player, opened, now, 2, 0, Control("stop")).session

    again = player.reopen(left, now)
    back = player.play(again.session, Control("back"), now)
    on = played(player, again.session, now, 0)

    assert again.events == (Asked("b"),)
    assert told(back) == ["WentBack b a", "Asked a"]
    assert told(on) == ["Answered b=yes", "Recapped r"]


@pytest.fixture
def without_recap(write_dialog, now):
    player = Player(
        write_dialog("""
dialog: d
meeting: queue
steps:
  - {ask: a, answer: yes_no, records: x}
  - {say: thanks}
  - {wait: rest, lasts: 5m}
  - {follow_up: later, dialog: d, after: [24h]}
  - {ask: b, answer: yes_no}
  - {end: e}
"""),
        "v1",
    )
    start = player.open("abcdefghijk", 7, {}, now).session
    return player, played(player, start, now, 1, 0, 0).session


WORDS = """
d-a = A?
    .short = A
d-thanks = Ta.
d-rest = R.
    .short = R
d-b = B?
    .short = B
"""


def test_a_dialog_without_a_recap_shows_its_answers_all_the_same(without_recap, write_texts, now):
    player, ended = without_recap

    turn = player.reopen(ended, now + LATER)

    place = (write_texts(WORDS), "en", player, turn.session)
    shown = as_text(screens.screen(*place, prefix_events=turn.events))
    assert (
        shown
        == "Which answer would you like to change?\n\nA: No\nB: Yes\n[A: No]\n[B: Yes]\n[Done]"
    )


def test_one_change_ends_a_dialog_without_a_recap(without_recap, now):
    """Nothing is said, waited for or planned a second time."""
    player, ended = without_recap
    opened = player.reopen(ended, now + LATER).session

    turn = played(player, opened, now + LATER, 3, 1)
    nothing = played(player, opened, now + LATER, 0)

    assert told(turn) == ["Answered b=no", "Finished e"]
    assert told(nothing) == ["Finished e"]
    assert nothing.session.state == "finished"


def test_going_back_from_a_change_without_a_recap_changes_nothing(without_recap, now):
    player, ended = without_recap
    opened = player.reopen(ended, now + LATER).session

    turn = played(player, opened, now + LATER, 2, Control("back"))

    assert told(turn)[-1] == "Finished e"
    assert turn.session.answers == ended.answers


def test_a_list_of_answers_can_be_set_aside(without_recap, now):
    player, ended = without_recap
    opened = player.reopen(ended, now + LATER).session

    again = player.resume(player.pause(opened, now + LATER).session, now + LATER)

    assert again.events == (Recapped("e"),)
    assert again.session == opened


@pytest.mark.parametrize("state", ["open", "waiting", "paused", "stopped", "expired"])
def test_what_has_not_finished_is_not_reopened(check_in, now, state):
    session = replace(check_in.open("abcdefghijk", 7, {}, now).session, state=state)

    with pytest.raises(StaleReply):
        check_in.reopen(session, now)
