"""Skills: judged by what was said to have helped, and only after a few tries."""

from dataclasses import replace

import pytest

from dialogs.care.proposals import Needs
from tests.dialogs.care.proposals.sample import PLAN, SKILLS, known, names, only, said

SKILLED = replace(PLAN, skills=SKILLS)


def tries(skill, *helped, days_ago=1.0):
    """Sessions in which a skill was chosen; None: it was not said whether it helped."""
    found = []
    for number, one in enumerate(helped):
        session = f"{skill}{number}"
        found.append(said("skill", skill, days_ago, session))
        if one is not None:
            found.append(said("helped", one, days_ago, session))
    return found


def first(skill, helped, tried):
    return tries(skill, *(["yes"] * helped + ["no"] * (tried - helped)))


@pytest.mark.parametrize(
    ("readings", "found"),
    [
        pytest.param(first("sam", 7, 9) + first("walk", 1, 6), ["skill_first:sam"], id="as-told"),
        pytest.param(first("sam", 5, 5) + first("walk", 1, 5), ["skill_first:sam"], id="five"),
        pytest.param(first("sam", 4, 4) + first("walk", 1, 5), [], id="four-tries-of-the-other"),
        pytest.param(first("sam", 5, 5) + first("walk", 1, 4), [], id="four-tries-of-the-first"),
        pytest.param(first("sam", 9, 10) + first("walk", 6, 10), ["skill_first:sam"], id="0.3"),
        pytest.param(first("sam", 8, 10) + first("walk", 6, 10), [], id="0.2"),
        pytest.param(first("sam", 1, 6) + first("walk", 7, 9), [], id="it-is-first-already"),
        pytest.param(
            first("sam", 5, 5) + first("walk", 1, 4) + tries("walk", None),
            [],
            id="not-said-is-no-try",
        ),
        pytest.param(
            tries("sam", *["a_bit"] * 5) + first("walk", 1, 5), ["skill_first:sam"], id="a-bit"
        ),
        pytest.param(
            tries("sam", *["yes"] * 5, days_ago=59) + first("walk", 1, 5),
            ["skill_first:sam"],
            id="sixtieth-day",
        ),
        pytest.param(
            tries("sam", *["yes"] * 5, days_ago=60) + first("walk", 1, 5), [], id="sixty-first-day"
        ),
        pytest.param(first("gone", 5, 5) + first("walk", 1, 5), [], id="no-skill-of-the-plan"),
    ],
)
def test_the_one_that_helps_more_goes_first(readings, found):
    """PRODUCT.md 1.10: "Calling Sam helped 7 of 9 times, walking 1 of 6"."""
    assert names(known(readings, SKILLED)) == found


def test_putting_first_says_both_counts_and_moves_only_that_one():
    one = only(known(first("sam", 7, 9) + first("walk", 1, 6), SKILLED))

    assert one.args == {
        "skill": "Calling Sam",
        "helped": 7,
        "tried": 9,
        "first": "Walking",
        "first_helped": 1,
        "first_tried": 6,
        "days": 60,
    }
    assert [skill.key for skill in one.plan.skills_in_order] == ["sam", "walk", "tea"]
    assert one.needs is Needs.BOTH


@pytest.mark.parametrize(
    ("readings", "found"),
    [
        pytest.param(first("walk", 0, 5), ["skill_rest:walk"], id="five"),
        pytest.param(first("walk", 0, 4), [], id="four"),
        pytest.param(first("walk", 1, 6), [], id="helped-once"),
        pytest.param(tries("walk", *["no"] * 5, "a_bit"), [], id="helped-a-bit"),
        pytest.param(first("tea", 0, 6), [], id="it-is-last-already"),
    ],
)
def test_what_never_helped_moves_last(readings, found):
    assert names(known(readings, SKILLED)) == found


def test_resting_keeps_the_skill():
    one = only(known(first("walk", 0, 5), SKILLED))

    assert [skill.key for skill in one.plan.skills_in_order] == ["sam", "tea", "walk"]
