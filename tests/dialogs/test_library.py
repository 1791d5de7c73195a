"""The library as it ships: how long each dialog may be, and in which order things are said."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from pydantic import JsonValue

from dialogs.care.sign_rules import Rules, Tier
from dialogs.care.warning_signs import Reading, detect
from dialogs.engine.events import FollowUp, Said, describe
from dialogs.engine.proofs.structure import conditions_at
from dialogs.engine.rehearsal import Rehearsal, sample_facts
from dialogs.engine.session import Control, Tapped
from dialogs.engine.shapes import Scale
from dialogs.files import read_model
from dialogs.playbook import CONTENT

EVENING = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
NAMES = (
    "daily_checkin", "family_learning", "feedback", "goal_check", "gratitude", "intake", "journal",
    "lapse", "lapse_follow_up", "lapse_next", "medication", "monthly_review", "morning_intention",
    "plan_review", "safety_plan", "travel", "weekly_review",
)  # fmt: skip
PLANNED = {
    "daily_checkin", "intake", "lapse_follow_up", "medication", "monthly_review",
    "morning_intention", "weekly_review", "family_learning",
}  # fmt: skip
EDGES = (0, 2, 3, 6, 7)
"""Points of a scale from both sides of each threshold that is no red flag."""


@pytest.fixture(scope="module")
def rules():
    return read_model(CONTENT / "warning_signs.yaml", Rules)


def ways_on(player, session):
    """Return replies to a question that differ in what follows, without a red flag."""
    question = player.question(session)
    if question.kind == "recap":
        return [Tapped(session.turn, 0)]
    if session.step not in spoken_of(player.dialog):
        return [Control("skip", session.turn)]
    flags = player.dialog.by_name[session.step].flags
    positions = EDGES if isinstance(question.shape, Scale) else range(len(question.options))
    ways = []
    for at in positions:
        turn = player.play(session, Tapped(session.turn, at), EVENING)
        given = {answer.step: answer for answer in turn.session.answers}
        if not any(flag.holds(session.step, given, {}) for flag in flags):
            ways.append(Tapped(session.turn, at))
    return [*ways, Control("skip", session.turn)]


def spoken_of(dialog):
    """Return the questions whose answer some road depends on."""
    return {
        condition.answer or step.name
        for step in dialog.steps
        for condition in conditions_at(step)
        if condition.fact is None
    }


def paths(player, session, asked=()):
    """Yield what is asked on every path without a red flag, from here to the end."""
    if session.state == "finished":
        yield asked
        return
    here = (*asked, session.step)
    for reply in ways_on(player, session):
        yield from paths(player, player.play(session, reply, EVENING).session, here)


@pytest.mark.parametrize(
    "brought",
    [
        pytest.param((), id="nothing"),
        pytest.param(("item_1",), id="one-item"),
        pytest.param(("item_1", "item_2"), id="two-items"),
        pytest.param(("medicine",), id="medicine"),
        pytest.param(("item_1", "medicine"), id="item-and-medicine"),
    ],
)
def test_a_check_in_is_at_most_seven_questions_and_nine_taps(players, brought):
    """On every path without a red flag: Start, the answers, All good."""
    player = players["daily_checkin"]
    possible = {**sample_facts(player.dialog), "medicine": "naltrexone"}
    facts = {name: possible[name] for name in brought}

    found = set(paths(player, player.open("abcdefghijk", 7, facts, EVENING).session))

    longest = max(found, key=len)
    print(f"{len(found)} paths; longest: Start, {', '.join(longest)}")  # noqa: T201 - the figure
    assert len([step for step in longest if not step.startswith("recap")]) <= 7
    assert 1 + len(longest) <= 9


def test_the_short_versions_are_two_taps(players):
    """Beside the safety question, wherever one belongs (PRODUCT.md 2.5)."""
    shortened = {name for name in NAMES if players[name].dialog.has_short_version}

    briefs = {
        name: [ask.name for ask in players[name].dialog.asks if ask.brief] for name in shortened
    }
    assert briefs == {
        "daily_checkin": ["use", "craving"],
        "lapse_follow_up": ["how", "plan_change"],
        "monthly_review": ["contact", "change"],
        "morning_intention": ["morning", "step", "own_step"],
        "weekly_review": ["halt", "next_week"],
    }


@pytest.mark.parametrize("name", NAMES)
def test_how_it_meets_another_one(players, name):
    """What a schedule brings waits its turn; what was just asked for does not."""
    assert players[name].dialog.meeting == ("queue" if name in PLANNED else "interrupt")


@pytest.mark.parametrize("facts", [{}, {"small_step": "shoes by the door"}])
def test_a_morning_has_at_most_three_questions(players, facts):
    player = players["morning_intention"]

    found = set(paths(player, player.open("abcdefghijk", 7, facts, EVENING).session))

    assert max(len(path) - path.count("recap") for path in found) <= 3


def test_intake_has_nine_short_sections(players):
    """25 to 35 questions with the eight that ask whether to go on; safety questions on top."""
    asks = [ask for ask in players["intake"].dialog.asks if not ask.safety]
    gates = [ask.name for ask in asks if ask.name.startswith("go_")]

    assert gates == [f"go_{number}" for number in range(2, 10)]
    assert 25 <= len(asks) <= 35
    starts = [0, *(at for at, ask in enumerate(asks) if ask.name in gates), len(asks)]
    assert all(after - before <= 6 for before, after in pairwise(starts))


@pytest.mark.parametrize("section", range(2, 10))
def test_intake_goes_on_where_it_was(players, section):
    player = players["intake"]

    session = player.open("abcdefghijk", 7, {"section": section}, EVENING).session

    assert session.step == f"go_{section}"


@pytest.mark.parametrize("part", range(1, 11))
def test_family_hears_one_part_at_a_time(players, part):
    opened = players["family_learning"].open("abcdefghijk", 7, {"part": part}, EVENING)

    assert [event.step for event in opened.events if isinstance(event, Said)] == [f"part_{part}"]
    assert opened.session.step == "useful"


@pytest.mark.parametrize("safe", ["yes", "no", "not_sure"])
@pytest.mark.parametrize("wanted", ["talk", "plan", "rest"])
@pytest.mark.parametrize("name", ["lapse", "daily_checkin"])
def test_a_lapse_is_met_in_this_order(players, texts, name, safe, wanted):
    """Thanks, safe now, what next, who is told; in any case a day and three days later.

    (SAFETY.md 3.)
    """
    facts: dict[str, JsonValue] = {"told": "Dana", "opioids": 1, "weeks_without": 3}
    talk = Rehearsal(players[name], texts, "en", EVENING, facts, players=players)
    happened = [*talk.turn.events]
    if name == "daily_checkin":
        happened += talk.answer("yes").events
    for key in (safe, wanted):
        at = talk.player.question(talk.turn.session).option(key)
        assert at is not None
        happened += talk.reply(Tapped(talk.turn.session.turn, at)).events

    told = [describe(event) for event in happened]
    order = [
        "Said thanks", "Asked safe_now", "FollowUp lapse_follow_up", "Said tolerance",
        "Asked next_thing", "Said told", "Finished done",
    ]  # fmt: skip
    assert [line for line in told if line in order][:7] == order
    later = next(event for event in happened if isinstance(event, FollowUp))
    assert [delay.total_seconds() / 3600 for delay in later.after] == [24, 72]


@pytest.mark.parametrize(
    ("name", "value", "kind", "sign", "tier"),
    [
        pytest.param("know_today", "today", "answered", "asked_today", Tier.TODAY, id="asked-for"),
        pytest.param("know_today", "can_wait", "answered", None, None, id="can-wait"),
        pytest.param("safe_after_use", "yes", "answered", "use", Tier.TODAY, id="told-of-use"),
        pytest.param("safe_after_use", "no", "answered", "unsafe", Tier.NOW, id="unsafe-after-use"),
        pytest.param(
            "safe_after_use", None, "expired", "safety_unanswered", Tier.NOW, id="silent-after-use"
        ),
        pytest.param("safe_home", "no", "answered", "home_unsafe", Tier.NOW, id="harm-at-home"),
        pytest.param("safe_home", "yes", "answered", None, None, id="safe-today"),
    ],
)
def test_what_the_library_raises(rules, name, value, kind, sign, tier):
    reading = Reading(name, value, EVENING, "s", kind)

    found = {one.sign: one.tier for one in detect(rules, (reading,), EVENING, zone="UTC")}

    assert found.get(sign) == tier
    assert bool(found) is (sign is not None)


def test_harm_at_home_is_for_counselors_alone(rules):
    """Whoever is feared may be on the list (PRODUCT.md 6.4)."""
    reading = Reading("safe_home", "no", EVENING, "s")

    (sign,) = detect(rules, (reading,), EVENING, zone="UTC")

    assert sign.staff_only


def test_a_journal_is_private_and_a_word_about_the_bot_is_no_reading(players):
    """What is written there is for the client, or for the clinic, not for rules and briefs."""
    assert players["journal"].dialog.by_name["entry"].private
    assert [ask.records for ask in players["feedback"].dialog.asks] == [None, None]
