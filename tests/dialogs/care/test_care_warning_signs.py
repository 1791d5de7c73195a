"""Warning signs: each default rule, each threshold from both sides, and what is not said again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dialogs.care.sign_rules import Condition, Rule, Rules, family
from dialogs.care.warning_signs import Reading, Tier, detect

NOW = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)
"""Nine in the evening in New York: the local day is still 9 March."""

ZONE = "America/New_York"
YESTERDAY = date(2026, 3, 8)
TONIGHT = "tonight"


def said(name, value, *, days_ago=0.0, seconds=0, session=TONIGHT, late=False):
    at = NOW - timedelta(days=days_ago) + timedelta(seconds=seconds)
    return Reading(name, value, at, session if days_ago == 0 else f"{days_ago}", late=late)


def unsaid(name, kind):
    return Reading(name, None, NOW, TONIGHT, kind)


def missed(days_ago=0.0):
    return Reading("check_in", "missed", NOW - timedelta(days=days_ago), None, "expired")


def finished(days_ago=0.0):
    return Reading("check_in", "finished", NOW - timedelta(days=days_ago), None)


def found(rules, readings, *, session=TONIGHT, **kwargs):
    readings = sorted(readings, key=lambda reading: reading.at)
    signs = detect(rules, readings, NOW, zone=ZONE, session_id=session, **kwargs)
    return {sign.sign: sign.tier for sign in signs}


@pytest.mark.parametrize(
    ("readings", "signs"),
    [
        pytest.param([], {}, id="nothing"),
        pytest.param([said("asked", "no")], {}, id="asked-and-no"),
        pytest.param([said("asked", "thoughts")], {"unsafe": "now"}, id="asked-and-thoughts"),
        pytest.param([said("asked", "danger")], {"unsafe": "now"}, id="asked-and-in-danger"),
        pytest.param([said("asked", "talk")], {"sos": "now"}, id="asked-and-wants-to-talk"),
        pytest.param([said("asked_gently", "talk")], {"sos": "now"}, id="asked-gently-and-talk"),
        pytest.param(
            [unsaid("asked", "expired")], {"safety_unanswered": "now"}, id="asked-and-silent"
        ),
        pytest.param([unsaid("asked_gently", "skipped")], {}, id="asked-gently-and-skipped"),
        pytest.param(
            [said("asked", "no"), said("asked_gently", "no", days_ago=5)], {}, id="two-nos"
        ),
        pytest.param(
            [
                said("asked", "no"),
                said("asked_gently", "no", days_ago=5),
                said("asked", "no", days_ago=13),
            ],
            {"asked_often": "digest"},
            id="three-nos-in-14-days",
        ),
        pytest.param(
            [
                said("asked", "no"),
                said("asked", "no", days_ago=5),
                said("asked", "no", days_ago=14.1),
            ],
            {},
            id="three-nos-in-15-days",
        ),
        pytest.param([said("craving", 7)], {}, id="craving-7-once"),
        pytest.param([said("craving", 8)], {"craving_high": "digest"}, id="craving-8-alone"),
        pytest.param([said("urge_use", 3)], {}, id="urge-to-use-3-of-5"),
        pytest.param([said("urge_use", 4)], {"urge_high": "digest"}, id="urge-to-use-4-of-5"),
        pytest.param([said("urge_harm", 2)], {}, id="urge-to-hurt-oneself-2"),
        pytest.param([said("urge_harm", 3)], {"self_harm": "today"}, id="urge-to-hurt-oneself-3"),
        pytest.param(
            [said("actions", ("shouted", "hurt_myself"))], {"self_harm": "today"}, id="self-harm"
        ),
        pytest.param(
            [said("craving", 8), said("safe_place", "no", seconds=9)],
            {"craving_unsafe": "now"},
            id="craving-8-not-safe-is-one-sign",
        ),
        pytest.param(
            [said("craving", 8), said("safe_place", "not_sure", seconds=9)],
            {"craving_unsafe": "now"},
            id="not-sure-is-not-safe",
        ),
        pytest.param(
            [said("craving", 8), said("safe_place", "yes", seconds=9)], {}, id="craving-8-safe"
        ),
        pytest.param(
            [said("craving", 7), said("safe_place", "no", seconds=9)],
            {"unsafe": "now"},
            id="craving-7-not-safe-is-unsafe-all-the-same",
        ),
        pytest.param(
            [said("craving", 4), said("craving_after", 8, seconds=5),
             said("safe_place", "no", seconds=9)],
            {"craving_unsafe": "now"},
            id="after-the-wait",
        ),
        pytest.param([said("safe_now", "yes")], {}, id="safe"),
        pytest.param([said("safe_now", "no")], {"unsafe": "now"}, id="unsafe"),
        pytest.param([said("safe_now", "tell_now")], {"sos": "now"}, id="tell-my-counselor"),
        pytest.param([unsaid("safe_now", "skipped")], {"safety_unanswered": "now"}, id="skipped"),
        pytest.param([unsaid("safe_now", "declined")], {"safety_unanswered": "now"}, id="declined"),
        pytest.param([unsaid("safe_place", "expired")], {"safety_unanswered": "now"}, id="silent"),
        pytest.param([unsaid("craving", "skipped")], {}, id="any-other-skip-says-nothing"),
        pytest.param([said("use", "no")], {}, id="no-use"),
        pytest.param([said("use", "yes")], {"use": "today"}, id="use"),
        pytest.param(
            [said("use", "yes"), said("safe_now", "no", seconds=9)],
            {"use_danger": "now"},
            id="use-with-danger-is-one-sign",
        ),
        pytest.param(
            [said("use", "yes"), said("safe_now", "yes", seconds=9)],
            {},
            id="use-was-told-at-its-own-answer",
        ),
        pytest.param(
            [said("use", "yes", days_ago=1), said("safe_now", "no")],
            {"unsafe": "now"},
            id="yesterdays-use-is-another-session",
        ),
        pytest.param([said("medicine", "taken")], {}, id="medicine-taken"),
        pytest.param([said("medicine", "later")], {}, id="medicine-later"),
        pytest.param([said("medicine", "not_taken")], {"medicine": "digest"}, id="not-taken"),
        pytest.param([said("medicine:b", "side_effect")], {"medicine": "digest"}, id="one-of-two"),
    ],
)  # fmt: skip
def test_one_evening(rules, readings, signs):
    """The defaults of PRODUCT.md 5.5, answer by answer."""
    assert found(rules, readings) == signs


@pytest.mark.parametrize(
    ("readings", "holds"),
    [
        pytest.param([said("craving", 7), said("craving", 7, days_ago=1)], True, id="2-days"),
        pytest.param([said("craving", 7), said("craving", 6, days_ago=1)], False, id="7-and-6"),
        pytest.param([said("craving", 7), said("craving", 7, days_ago=2)], True, id="2-of-3"),
        pytest.param([said("craving", 7), said("craving", 7, days_ago=3)], False, id="too-old"),
        pytest.param(
            [said("craving", 7), said("craving", 7, days_ago=0.5)], False, id="same-day-twice"
        ),
        pytest.param(
            [said("craving", 7, days_ago=0.5), replace(said("craving", 7), about=YESTERDAY)],
            True,
            id="filled-in-about-yesterday",
        ),
        pytest.param(
            [said("craving", 7, days_ago=1), replace(said("craving", 7), about=YESTERDAY)],
            False,
            id="yesterday-twice",
        ),
        pytest.param(
            [said("craving", 3), said("craving", 9, days_ago=1), said("craving", 9, days_ago=2)],
            False,
            id="tonight-is-fine",
        ),
    ],
)
def test_craving_on_two_of_three_days(rules, readings, holds):
    """Days are calendar days where the client lives: this evening is already tomorrow in UTC."""
    assert ("craving_days" in found(rules, readings)) is holds


def test_morning_and_evening_of_one_local_day_are_one_day(rules):
    """Eight in the morning and nine in the evening in New York lie on two days of UTC."""
    morning = Reading("craving", 9, NOW - timedelta(hours=13), "morning")

    signs = found(rules, [morning, said("craving", 7)])

    assert "craving_days" not in signs
    assert morning.at.date() != NOW.date()


@pytest.mark.parametrize(
    ("readings", "holds"),
    [
        pytest.param([missed(2), missed(1), missed()], True, id="three"),
        pytest.param([missed(1), missed()], False, id="two"),
        pytest.param([missed(3), missed(2), finished(1), missed()], False, id="not-in-a-row"),
        pytest.param([missed(3), missed(2), missed(1), finished()], False, id="answered-now"),
    ],
)
def test_three_missed_in_a_row(rules, readings, holds):
    """Silence is told as silence, and only while it lasts."""
    assert found(rules, readings, session=None) == ({"missed": "today"} if holds else {})


@pytest.mark.parametrize(
    ("days", "holds"),
    [
        pytest.param([0, 0, 0], True, id="three-tonight"),
        pytest.param([3, 1, 0], True, id="three-in-four-days"),
        pytest.param([4, 1, 0], False, id="one-is-too-old"),
        pytest.param([1, 0], False, id="two"),
    ],
)
def test_three_of_my_own_signs(rules, days, holds):
    """Their number predicts, not their order."""
    readings = [said(f"own_sign:{i}", "yes", days_ago=day) for i, day in enumerate(days)]
    readings.append(said("own_sign:other", "no", days_ago=1))

    assert ("own_signs" in found(rules, readings)) is holds


def test_the_same_own_sign_three_times_is_one(rules):
    """Three evenings of bad sleep are one sign."""
    readings = [said("own_sign:sleep", "yes", days_ago=day) for day in (2, 1, 0)]

    assert found(rules, readings) == {}


@pytest.mark.parametrize(
    ("readings", "signs"),
    [
        pytest.param([said("use", "yes", late=True)], {"use": "digest"}, id="today-to-digest"),
        pytest.param(
            [said("medicine", "not_taken", late=True)], {"medicine": "digest"}, id="lowest-stays"
        ),
        pytest.param([said("safe_now", "no", late=True)], {"unsafe": "now"}, id="safety-stays"),
        pytest.param(
            [said("craving", 9, late=True), said("safe_place", "no", seconds=9, late=True)],
            {"craving_unsafe": "now"},
            id="craving-with-danger-stays",
        ),
        pytest.param(
            [said("craving", 9, days_ago=1, late=True), said("craving", 7)],
            {"craving_days": "today"},
            id="older-evidence-was-late",
        ),
    ],
)
def test_late_answers_count_one_tier_less(rules, readings, signs):
    """A late "not safe" may still be true now."""
    assert found(rules, readings) == signs


def test_a_sign_is_told_at_its_own_answer_only(rules):
    """The next answer of the same check-in must not raise it again after it was resolved."""
    use = said("use", "yes")

    assert found(rules, [use]) == {"use": "today"}
    assert found(rules, [use, said("mood", 4, seconds=30)]) == {}


def test_another_dialog_is_not_judged(rules):
    """Old answers of other sessions are evidence, never the reason to speak."""
    assert found(rules, [said("use", "yes", days_ago=1)]) == {}


@pytest.mark.parametrize(
    ("thresholds", "signs"),
    [
        pytest.param(None, {"craving_days": "today"}, id="the-clinics"),
        pytest.param({"craving_days": 8}, {}, id="higher"),
        pytest.param({"craving_days": 7}, {"craving_days": "today"}, id="the-same"),
        pytest.param({"craving_high": 7}, {"craving_days": "today"}, id="another-signs"),
    ],
)
def test_a_client_may_have_thresholds_of_their_own(rules, thresholds, signs):
    """What is usual for one person is an alarm for another."""
    readings = [said("craving", 7), said("craving", 7, days_ago=1)]

    assert found(rules, readings, thresholds=thresholds) == signs


def test_safety_rules_cannot_be_tuned_away(rules):
    """Nobody edits a client out of being noticed."""
    readings = [said("craving", 8), said("safe_place", "no", seconds=9)]

    assert found(rules, readings, thresholds={"craving_unsafe": 10}) == {"craving_unsafe": "now"}


def test_why_names_the_answer_and_the_usual(rules):
    """A person can talk about "craving 9, your usual 3"."""
    readings = [said("craving", value, days_ago=day) for day, value in ((5, 3), (4, 2), (3, 4))]
    readings += [said("craving", 9), said("safe_place", "no", seconds=9)]

    (sign,) = detect(rules, readings, NOW, zone=ZONE, session_id=TONIGHT)

    assert [(why.key, dict(why.args)) for why in sign.why] == [
        ("craving_usual", {"value": 9, "usual": 3}),
        ("safe_place", {"answer": "no"}),
    ]
    assert sign.readings_at == (NOW, NOW + timedelta(seconds=9))
    assert sign.safety


@pytest.mark.parametrize(
    ("readings", "why"),
    [
        pytest.param(
            [said("craving", 5, days_ago=2), said("craving", 8)],
            [("craving", {"value": 8})],
            id="no-usual-from-one-evening",
        ),
        pytest.param(
            [unsaid("safe_now", "expired")],
            [("safe_now", {"answer": "none_given"})],
            id="no-answer",
        ),
        pytest.param(
            [said("medicine:b", "not_taken")],
            [("medicine", {"answer": "not_taken", "item": "b"})],
            id="which-item",
        ),
        pytest.param(
            [said("craving", 8, days_ago=1), said("craving", 7)],
            [("craving_days", {"count": 2, "days": 3}), ("craving", {"value": 7})],
            id="days-and-the-newest",
        ),
        pytest.param(
            [said(f"own_sign:{i}", "yes") for i in range(3)]
            + [said(f"own_sign:{i}", "no", days_ago=1) for i in range(2, 5)],
            [("own_signs", {"count": 3, "of": 5, "days": 4})],
            id="three-of-your-five",
        ),
    ],
)
def test_why_lines(rules, readings, why):
    """Keys and arguments only: words are the catalogue's."""
    readings = sorted(readings, key=lambda reading: reading.at)

    (sign,) = detect(rules, readings, NOW, zone=ZONE, session_id=TONIGHT)

    assert [(line.key, dict(line.args)) for line in sign.why] == why


def test_every_rule_names_its_source_and_owner(rules):
    """A threshold that nobody answers for is a guess."""
    assert all(rule.source.strip() and rule.owner.strip() for rule in rules.rules)


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        pytest.param(3, True, id="at-the-limit"),
        pytest.param(4, False, id="above-it"),
        pytest.param("low", False, id="not-a-number"),
        pytest.param(("low", "sad"), False, id="several-words"),
    ],
)
def test_a_clinic_may_look_for_low_numbers(value, holds):
    """Confidence falls before craving rises."""
    when = {"any_of": [{"readings": ["confidence"], "at_most": 3}]}
    rule = Rule(sign="low", tier=Tier.DIGEST, when=when, source="s", owner="o")

    assert (found(Rules(rules=(rule,)), [said("confidence", value)]) == {"low": "digest"}) is holds


def test_one_of_several_ticks_is_enough():
    """An answer of several ticks meets a rule by any of them."""
    when = {"any_of": [{"readings": ["halt"], "one_of": ["angry"]}]}
    rule = Rule(sign="halt", tier=Tier.DIGEST, when=when, source="s", owner="o")

    signs = detect(
        Rules(rules=(rule,)), [said("halt", ("tired", "angry"))], NOW, zone=ZONE, session_id=TONIGHT
    )

    assert dict(signs[0].why[0].args) == {"answer": "tired,angry"}


@pytest.mark.parametrize(
    "ways",
    [
        pytest.param({}, id="none"),
        pytest.param({"at_least": 7, "at_most": 9}, id="two"),
        pytest.param({"one_of": ["yes"], "no_answer": True}, id="answer-and-none"),
    ],
)
def test_a_condition_has_one_way(ways):
    """Two conditions in one would hide which of them held."""
    with pytest.raises(ValidationError, match="exactly one"):
        Condition(readings=("craving",), **ways)


@pytest.mark.parametrize(
    ("signs", "covers", "problem"),
    [
        pytest.param(["use", "use"], (), "twice", id="the-same-sign"),
        pytest.param(["use"], ("moon",), "covers a sign that no rule has", id="covers-nothing"),
    ],
)
def test_rules_that_do_not_fit_together(signs, covers, problem):
    """The clinic learns of it when it starts the bot, not at an alert."""
    when = {"any_of": [{"readings": ["use"], "one_of": ["yes"]}]}
    rules = [
        Rule(sign=sign, tier=Tier.NOW, when=when, covers=covers, source="s", owner="o")
        for sign in signs
    ]

    with pytest.raises(ValidationError, match=problem):
        Rules(rules=tuple(rules))


@pytest.mark.parametrize(
    ("names", "families"),
    [
        pytest.param({"mood"}, set(), id="no-rule-looks-at-it"),
        pytest.param({"craving"}, {"craving", "craving_after", "safe_place"}, id="two-rules"),
        pytest.param({"own_sign:tired"}, {"own_sign"}, id="one-of-a-family"),
        pytest.param({"check_in"}, {"check_in"}, id="silence"),
        pytest.param({"mood", "medicine"}, {"medicine"}, id="several-at-once"),
        pytest.param(set(), set(), id="nothing"),
    ],
)
def test_what_must_be_known_to_judge_an_answer(rules, names, families):
    """Two weeks of answers are a lot to open for a question that no rule looks at."""
    assert rules.about(names) == families


VALUES = (0, 3, 7, 8, 9, 10, "yes", "no", "not_sure", "not_taken", "missed", "tell_now", None)
NAMES = (
    *("use", "craving", "craving_after", "safe_place", "safe_now", "mood", "medicine", "check_in"),
    *("own_sign:tired", "own_sign:alone", "own_sign:skipping", "goal:walk"),
)


def _readings(at, session_id):
    return st.builds(
        Reading,
        name=st.sampled_from(NAMES),
        value=st.sampled_from(VALUES),
        at=at,
        session_id=session_id,
        kind=st.sampled_from(["answered", "skipped", "expired"]),
        late=st.booleans(),
    )


QUARTERS = st.integers(-13 * 24 * 4, 0).map(lambda count: NOW + count * timedelta(minutes=15))
PAST = _readings(QUARTERS, st.sampled_from([TONIGHT, "yesterday", None]))
NEW = _readings(st.just(NOW + timedelta(seconds=1)), st.just(TONIGHT))


@given(past=st.lists(PAST, max_size=25), new=st.lists(NEW, min_size=1, max_size=3))
def test_what_no_rule_asks_for_changes_nothing(rules, past, new):
    """Leaving out what `about` does not name gives the very same signs, why-lines included."""
    readings = [*sorted(past, key=lambda reading: reading.at), *new]
    families = rules.about([reading.name for reading in new])
    needed = [reading for reading in readings if family(reading.name) in families]

    whole = detect(rules, readings, NOW, zone=ZONE, session_id=TONIGHT)

    assert detect(rules, needed, NOW, zone=ZONE, session_id=TONIGHT) == whole
