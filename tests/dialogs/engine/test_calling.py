"""Calls, follow-ups and waits: what a dialog hands to another, and what comes back."""

from datetime import timedelta

import pytest
from pydantic import JsonValue

from dialogs.engine.calling import handed_down, standing
from dialogs.engine.events import Asked, Called, FollowUp, Said, describe
from dialogs.engine.player import Player
from dialogs.engine.rehearsal import Rehearsal
from dialogs.engine.session import Control, Tapped
from dialogs.errors import ContentProblems

EVENING = """
dialog: evening
meeting: queue
steps:
  - {ask: skill, answer: {pick: skills, other: true}}
  - {call: exercise, of: skill, among: [breathing, grounding]}
  - {say: back_again}
  - {ask: how, answer: {scale: {low: 0, high: 10}}}
  - {recap: recap}
  - {end: over}
"""

BREATHING = """
dialog: breathing
meeting: interrupt
steps:
  - {ask: before, answer: {scale: {low: 0, high: 10}}, records: calm_before, brief: true}
  - {wait: breathe, lasts: 90s}
  - {ask: after, answer: {scale: {low: 0, high: 10}}, records: calm_after}
  - {end: over}
"""

WORDS = """
evening-skill = What will you try?
    .short = Skill
evening-back_again = Well done.
evening-how = How is it now?
    .short = Now
    .low = bad
    .high = good
evening-recap = You told me:
breathing-before = How calm are you?
    .short = Before
    .low = not
    .high = very
breathing-breathe = Breathe.
    .short = Breathing
breathing-after = And now?
    .short = After
    .low = not
    .high = very
"""

SKILLS: JsonValue = [
    {"key": "breathe", "label": "Breathe", "exercise": "breathing"},
    {"key": "call", "label": "Call Sam"},
    {"key": "paint", "label": "Paint", "exercise": "painting"},
]


@pytest.fixture
def evening(write_dialog):
    return Player(write_dialog(EVENING), "v1")


@pytest.fixture
def breathing(write_dialog):
    return Player(write_dialog(BREATHING), "v1")


def opened(player, now, **facts):
    return player.open("abcdefghijk", 7, {"skills": SKILLS, **facts}, now)


def told(turn):
    return [describe(event) for event in turn.events]


@pytest.mark.parametrize(
    ("option", "event"),
    [
        pytest.param(0, Called("exercise", "breathing"), id="the-exercise-of-what-was-chosen"),
        pytest.param(1, Said("back_again"), id="one-without-an-exercise"),
        pytest.param(2, Said("back_again"), id="an-exercise-that-is-not-among-them"),
        pytest.param(3, Said("back_again"), id="something-else"),
    ],
)
def test_what_was_chosen_says_which_dialog_runs(evening, now, option, event):
    turn = evening.play(opened(evening, now).session, Tapped(1, option), now)

    assert turn.events[1] == event


@pytest.mark.parametrize("way", ["skip", "decline"])
def test_a_choice_passed_over_runs_nothing(evening, now, way):
    turn = evening.play(opened(evening, now).session, Control(way), now)

    assert turn.events[1:] == (Said("back_again"), Asked("how"))


def test_a_plain_choice_names_the_dialog_itself(write_dialog, now):
    player = Player(
        write_dialog("""
dialog: menu
meeting: queue
steps:
  - {ask: which, answer: {choice: [breathing, grounding, none]}}
  - {call: it, of: which, among: [breathing, grounding]}
  - {end: over}
"""),
        "v1",
    )
    start = player.open("abcdefghijk", 7, {}, now).session

    assert told(player.play(start, Tapped(1, 1), now))[1:] == ["Called grounding"]
    assert told(player.play(start, Tapped(1, 2), now))[1:] == ["Finished over"]


def test_a_step_may_be_called_otherwise_than_its_dialog(write_dialog, now):
    steps = "steps: [{call: calm, dialog: breathing}, {call: breathing}, {end: over}]"
    player = Player(write_dialog(f"dialog: twice\nmeeting: queue\n{steps}"), "v1")

    first = player.open("abcdefghijk", 7, {}, now)
    second = player.resume(first.session, now)
    last = player.resume(second.session, now)

    assert first.events == (Called("calm", "breathing"),)
    assert second.events == (Called("breathing", "breathing"),)
    assert told(last) == ["Finished over"]


def test_one_goes_back_past_a_call_that_ran_nothing_only(evening, now):
    passed = evening.play(opened(evening, now).session, Tapped(1, 1), now)
    away = evening.play(opened(evening, now).session, Tapped(1, 0), now)
    returned = evening.resume(away.session, now)

    assert told(evening.play(passed.session, Control("back"), now))[0] == "WentBack how skill"
    assert told(evening.play(returned.session, Control("back"), now)) == [
        "Rejected how rejected-back"
    ]


def test_what_is_kept_is_not_called_again(evening, now):
    """Putting another answer right must not send somebody through the exercise once more."""
    away = evening.play(opened(evening, now).session, Tapped(1, 0), now)
    asked = evening.resume(away.session, now).session
    recap = evening.play(asked, Tapped(asked.turn, 4), now).session
    fixing = evening.play(recap, Tapped(recap.turn, 3), now).session

    turn = evening.play(fixing, Tapped(fixing.turn, 6), now)

    assert told(turn) == ["Answered how=6", "Recapped recap"]


def test_the_calls_that_stand_are_those_of_the_path(evening, now):
    away = evening.play(opened(evening, now).session, Tapped(1, 0), now).session
    passed = evening.play(opened(evening, now).session, Tapped(1, 1), now).session

    assert standing(evening.dialog, away) == {"breathing"}
    assert standing(evening.dialog, passed) == frozenset()


def test_the_facts_are_handed_down_in_full_length(evening, now):
    short = opened(evening, now, short=True, staff_only=True)

    assert handed_down(short.session) == {"skills": SKILLS, "staff_only": True}


def test_a_called_dialog_offers_no_short_version_of_its_own(breathing, now):
    alone = breathing.open("abcdefghijk", 7, {}, now)
    called = breathing.open("abcdefghijl", 7, {}, now, parent="abcdefghijk")

    assert "short" in breathing.question(alone.session).controls
    assert "short" not in breathing.question(called.session).controls


def test_a_rehearsal_goes_into_the_called_dialog_and_comes_back(
    evening, breathing, write_texts, now
):
    texts = write_texts(WORDS)
    rehearsal = Rehearsal(
        evening, texts, "en", now, {"skills": SKILLS}, players={"breathing": breathing}
    )

    away = told(rehearsal.answer("breathe"))
    shown = rehearsal.shown()
    rehearsal.answer("3")
    rehearsal.answer("...")
    back = told(rehearsal.answer("7"))

    assert away == ["Answered skill=breathe", "Called breathing", "Asked before"]
    assert shown.startswith("How calm are you?")
    assert back == ["Answered after=7", "Finished over", "Said back_again", "Asked how"]
    assert rehearsal.shown().startswith("Well done.\n\nHow is it now?")
    assert [answer.name for answer in rehearsal.ended] == ["calm_before", "calm_after"]


def test_a_rehearsal_that_stops_the_called_dialog_comes_back(evening, breathing, write_texts, now):
    texts = write_texts(WORDS)
    rehearsal = Rehearsal(
        evening, texts, "en", now, {"skills": SKILLS}, players={"breathing": breathing}
    )

    rehearsal.answer("breathe")
    back = told(rehearsal.answer("stop"))

    assert back == ["Stopped before", "Said back_again", "Asked how"]
    assert not rehearsal.is_over


def test_sample_facts_lead_into_an_exercise_and_past_it(evening, breathing, write_texts, now):
    players = {"breathing": breathing}
    rehearsal = Rehearsal(evening, write_texts(WORDS), "en", now, players=players)

    assert "Called breathing" in told(rehearsal.answer("the first one"))


def test_a_follow_up_is_asked_for_once_with_its_times(write_dialog, now):
    player = Player(
        write_dialog("""
dialog: lapse
meeting: queue
steps:
  - {ask: use, answer: yes_no}
  - {follow_up: after_lapse, dialog: lapse_follow_up, after: [24h, 72h]}
  - {ask: how, answer: yes_no}
  - {recap: recap}
  - {end: over}
"""),
        "v1",
    )
    start = player.open("abcdefghijk", 7, {}, now).session

    asked = player.play(start, Tapped(1, 0), now)
    recap = player.play(asked.session, Tapped(2, 0), now).session
    fixing = player.play(recap, Tapped(3, 3), now).session
    fixed = player.play(fixing, Tapped(fixing.turn, 1), now)

    assert asked.events[1:] == (
        FollowUp("after_lapse", "lapse_follow_up", (timedelta(hours=24), timedelta(hours=72))),
        Asked("how"),
    )
    assert told(asked)[1] == "FollowUp lapse_follow_up"
    assert told(fixed) == ["Answered how=no", "Recapped recap"]


@pytest.mark.parametrize(
    ("lasts", "rest"),
    [
        pytest.param("5s", timedelta(seconds=5), id="shortest"),
        pytest.param("90s", timedelta(seconds=90), id="seconds"),
        pytest.param("15m", timedelta(minutes=15), id="minutes"),
        pytest.param("168h", timedelta(days=7), id="longest"),
        pytest.param("4s", None, id="too-short"),
        pytest.param("169h", None, id="too-long"),
        pytest.param("15", None, id="no-unit"),
        pytest.param("1.5m", None, id="no-whole-number"),
        pytest.param("0m", None, id="nothing"),
    ],
)
def test_a_wait_lasts_seconds_to_days(write_dialog, now, lasts, rest):
    text = f"dialog: d\nmeeting: queue\nsteps: [{{wait: w, lasts: {lasts}}}, {{end: e}}]"
    if rest is None:
        with pytest.raises(ContentProblems):
            write_dialog(text)
        return

    session = Player(write_dialog(text), "v1").open("abcdefghijk", 7, {}, now).session

    assert session.due_at == now + rest


@pytest.mark.parametrize(
    "step",
    [
        pytest.param("{call: c, of: q}", id="of-without-among"),
        pytest.param("{call: c, among: [x]}", id="among-without-of"),
        pytest.param("{call: c, dialog: x, of: q, among: [x]}", id="dialog-and-answer"),
        pytest.param("{follow_up: f, dialog: x, after: []}", id="follow-up-without-a-time"),
        pytest.param("{follow_up: f, dialog: x, after: [72h, 24h]}", id="follow-up-falling"),
        pytest.param("{follow_up: f, dialog: x, after: [30m]}", id="follow-up-too-soon"),
        pytest.param("{follow_up: f, dialog: x, after: [2161h]}", id="follow-up-too-late"),
        pytest.param("{follow_up: f, after: [24h]}", id="follow-up-of-nothing"),
        pytest.param("{wait: w, minutes: 15}", id="the-old-way-to-wait"),
    ],
)
def test_a_step_written_wrongly_is_refused(write_dialog, step):
    with pytest.raises(ContentProblems):
        write_dialog(f"dialog: d\nmeeting: queue\nsteps: [{step}, {{end: e}}]")


@pytest.mark.parametrize("private", [True, False])
def test_an_answer_says_whether_it_is_for_the_client_alone(write_dialog, now, private):
    ask = f"{{ask: q, answer: yes_no, records: r, private: {str(private).lower()}}}"
    player = Player(write_dialog(f"dialog: d\nmeeting: queue\nsteps: [{ask}, {{end: e}}]"), "v1")
    start = player.open("abcdefghijk", 7, {}, now).session

    answered = player.play(start, Tapped(1, 0), now).session.answer("q")
    skipped = player.play(start, Control("skip"), now).session.answer("q")

    assert answered is not None
    assert skipped is not None
    assert (answered.private, skipped.private) == (private, private)
