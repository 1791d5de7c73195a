"""The exercises: a number before and after, "did it help?", time that is told and does not drag."""

import re
from datetime import timedelta

import pytest

from dialogs.engine.definition import Ask, Call, Wait
from dialogs.engine.events import describe
from dialogs.engine.rehearsal import Rehearsal
from dialogs.engine.session import Control, Elapsed, Tapped
from dialogs.engine.shapes import Number, Scale

RATINGS = {
    "breathing": "tension",
    "grounding": "tension",
    "meditation": "tension",
    "movement": "tension",
    "refusal": "refusal_sure",
    "skills": "distress",
    "thought_record": "thought_mood",
    "urge_surfing": "craving",
}
"""Every exercise, and what is rated before and after it."""

IN_A_CRAVING = sorted(set(RATINGS) - {"thought_record"})
"""Those that leave the numbers to the dialog that opened them."""

LONGEST_PART = timedelta(minutes=2)
LONGEST_IN_ALL = timedelta(minutes=6)
SKILLS = [
    {"key": "wave", "label": "Ride the wave", "exercise": "urge_surfing"},
    {"key": "call", "label": "Call Sam"},
]


@pytest.fixture
def rehearse(players, texts, now):
    """Open a dialog by its name."""
    return lambda name, facts=None: Rehearsal(
        players[name], texts, "en", now, facts or {}, players=players
    )


def tap(rehearsal, *keys):
    """Tap options by name; ``None`` lets the time pass, a way out goes by its name."""
    for key in keys:
        session = rehearsal.turn.session
        option = None if key is None else rehearsal.player.question(session).option(key)
        if key is None:
            rehearsal.reply(Elapsed())
        elif option is None:
            rehearsal.reply(Control(key))
        else:
            rehearsal.reply(Tapped(session.turn, option))
    return [describe(event) for event in rehearsal.turn.events]


def through(rehearsal, at=4):
    """Play to the end: numbers as said, first options, times waited for. Return what was asked."""
    asked = []
    while not rehearsal.is_over:
        question = rehearsal.player.question(rehearsal.turn.session)
        if question.kind == "wait":
            asked.append("a wait")
            tap(rehearsal, None)
        elif question.kind == "recap":
            tap(rehearsal, "done")
        elif isinstance(question.shape, Number | Scale):
            asked.append(question.records)
            rehearsal.answer(str(at))
        else:
            asked.append(question.records)
            tap(rehearsal, question.options[0].key if question.options else "skip")
    return asked


@pytest.mark.parametrize("name", RATINGS)
def test_it_is_rated_before_and_after_and_asked_whether_it_helped(rehearse, name):
    asked = through(rehearse(name))

    before, after = (asked.index(f"{RATINGS[name]}{end}") for end in ("", "_after"))
    timed = [place for place, one in enumerate(asked) if one == "a wait"]
    assert before < after < asked.index("helped")
    assert all(before < place < after for place in timed)
    assert timed or name == "thought_record"


@pytest.mark.parametrize("name", RATINGS)
def test_the_two_numbers_are_of_one_kind(players, name):
    shapes = {ask.records: ask.answer for ask in players[name].dialog.asks}

    assert shapes[RATINGS[name]] == shapes[f"{RATINGS[name]}_after"]


@pytest.mark.parametrize("name", [*RATINGS, "craving_now"])
def test_it_comes_at_once(players, name):
    assert players[name].dialog.meeting == "interrupt"


@pytest.mark.parametrize("name", IN_A_CRAVING)
def test_inside_a_craving_it_asks_no_number_again(rehearse, name):
    """The craving was rated a moment ago, and will be rated again when the exercise is over."""
    asked = through(rehearse(name, {"rated": 0}))

    assert not {RATINGS[name], f"{RATINGS[name]}_after", "helped"} & {*asked}
    assert "a wait" in asked


@pytest.mark.parametrize("name", RATINGS)
def test_a_number_that_got_better_is_said(rehearse, players, name):
    """Both are named, and the difference is the person's own doing."""
    rehearsal = rehearse(name)
    good = 2 if name not in {"refusal", "thought_record"} else 8
    steps = {ask.records: ask.name for ask in players[name].dialog.asks}
    while (here := rehearsal.player.question(rehearsal.turn.session)).records != "helped":
        if here.step == steps[RATINGS[name]]:
            rehearsal.answer("5")
        elif here.step == steps[f"{RATINGS[name]}_after"]:
            rehearsal.answer(str(good))
        elif here.kind == "wait":
            tap(rehearsal, None)
        else:
            tap(rehearsal, here.options[0].key if here.options else "skip")

    assert f"From 5 to {good}" in rehearsal.shown()


def waits(players):
    return [
        (player.dialog, step)
        for player in players.values()
        for step in player.dialog.steps
        if isinstance(step, Wait)
    ]


def test_every_wait_says_how_long_and_can_be_ended(players, texts):
    """A silence nobody explained looks like a machine that has stopped."""
    for dialog, wait in waits(players):
        long = wait.rest >= timedelta(minutes=2)
        figure = int(wait.rest / timedelta(minutes=1) if long else wait.rest.total_seconds())
        for language in texts.languages:
            for key in (f"{dialog.dialog}-{wait.name}", f"{dialog.dialog}-{wait.name}.short"):
                assert re.search(rf"\b{figure}\b", texts.say(language, key)), key
            assert texts.has(language, f"{dialog.dialog}-{wait.name}.done")


@pytest.mark.parametrize("name", RATINGS)
def test_no_part_drags_and_the_whole_is_short(players, name):
    parts = [wait.rest for dialog, wait in waits(players) if dialog.dialog == name]

    assert all(part <= LONGEST_PART for part in parts)
    assert longest(players, name) <= LONGEST_IN_ALL


def longest(players, name):
    """Return the longest time that somebody can be made to wait in a dialog."""
    dialog = players[name].dialog
    known = {}

    def from_here(step):
        if step not in known:
            here = dialog.by_name[step]
            rest = timedelta(0)
            if isinstance(here, Wait):
                rest = here.rest
            elif isinstance(here, Call):
                rest = max(longest(players, called) for called in here.dialogs)
            ways = [from_here(road.to) for road in dialog.roads(here)]
            known[step] = rest + max(ways, default=timedelta(0))
        return known[step]

    return from_here(dialog.steps[0].name)


@pytest.mark.parametrize(
    ("facts", "taps"),
    [
        pytest.param({"skills": SKILLS}, ("6", "other", "wave"), id="an-exercise-of-ones-own"),
        pytest.param({"skills": SKILLS}, ("6", "skip", "call"), id="a-skill-of-ones-own"),
        pytest.param({"skills": SKILLS}, ("9", "yes", "wave"), id="strong-but-safe"),
        pytest.param({"skills": SKILLS}, ("9", "no", "wave"), id="not-safe"),
        pytest.param({"skills": SKILLS}, ("9", "skip", "call"), id="no-answer"),
        pytest.param({}, ("6", "other", "breathing"), id="no-plan-yet"),
        pytest.param({}, ("10", "not_sure", "stay"), id="no-plan-and-not-safe"),
    ],
)
def test_in_a_craving_help_is_three_taps_away(rehearse, facts, taps):
    rehearsal = rehearse("craving_now", facts)

    told = tap(rehearsal, *taps)

    assert any(one.startswith(("Waiting", "Called")) for one in told)


def test_after_a_strong_craving_what_set_it_off_is_asked_once_and_later(players, rehearse):
    rehearsal = rehearse("craving_now", {"skills": SKILLS})
    tap(rehearsal, "9", "yes", "call", None)

    assert tap(rehearsal, "3") == ["Answered after=3", "Asked trigger_after"]
    records = {ask.name: ask.records for ask in players["craving_now"].dialog.asks}
    assert records["trigger"] == records["trigger_after"] == "trigger"


@pytest.mark.parametrize(
    ("facts", "reply", "cold"),
    [
        pytest.param({"tipp": "reviewed"}, "none", True, id="nothing-against-it"),
        pytest.param({"tipp": "reviewed"}, "some", False, id="something-against-it"),
        pytest.param({"tipp": "reviewed"}, "not_sure", False, id="not-sure"),
        pytest.param({"tipp": "reviewed"}, "skip", False, id="skipped"),
        pytest.param({"tipp": "reviewed"}, "decline", False, id="rather-not-say"),
    ],
)
def test_cold_and_hard_exercise_stand_behind_their_gate(rehearse, facts, reply, cold):
    """SAFETY.md 2: none of the reasons against it, and somebody who has said so."""
    rehearsal = rehearse("skills", facts)
    tap(rehearsal, "8", "hard_moment", "body")

    told = tap(rehearsal, reply)

    assert ("Waiting cold" in told) is cold
    followed = {"cold", "effort"} & {*through_waits(rehearsal)}
    assert followed == ({"cold", "effort"} if cold else set())


def test_where_no_clinician_confirmed_the_gate_it_is_not_offered(rehearse):
    rehearsal = rehearse("skills")

    assert tap(rehearsal, "8", "hard_moment", "body")[-1] == "Waiting paced"


def through_waits(rehearsal):
    """Let every part pass that follows; return their names."""
    seen = []
    while rehearsal.turn.session.state == "waiting":
        seen.append(rehearsal.turn.session.step)
        tap(rehearsal, None)
    return seen


def test_a_thought_record_is_for_oneself_alone(players):
    """Whatever is typed there; only whether it helped may be counted."""
    for ask in players["thought_record"].dialog.asks:
        assert ask.private or ask.name in {"helped", "share"}


def test_what_is_named_for_the_moment_only_is_not_recorded(players):
    for name in ("grounding", "skills"):
        for ask in players[name].dialog.asks:
            assert isinstance(ask, Ask)
            assert ask.records is None or not ask.private
