"""An evening: the prompt, a minute of questions, the recap, and what everybody hears of it."""

import pytest

from bot.town import Resident, Town
from tests.stories.keeping import forges
from tests.stories.steps import begins, has_a_strong_craving, is_not_safe, says_all_is_well

PROMPT = "Hello. A minute for you, whenever you are ready."


async def test_the_prompt_comes_at_eight_and_says_nothing(
    town: Town, mia: Resident, dana: Resident, sam: Resident, rosa: Resident
) -> None:
    """It may light up a lock screen, so it holds no word about health."""
    await town.waits(minutes=4, seconds=59)
    assert mia.screen == []

    await town.waits(seconds=1)

    assert mia.screen == [PROMPT]
    assert mia.buttons == ["Start", "Later", "Short version"]
    assert [who.screen for who in (dana, sam, rosa)] == [[], [], []]


async def test_start_takes_the_buttons_off_the_prompt(town: Town, mia: Resident) -> None:
    """Nothing is left to press twice."""
    await begins(town, mia)

    assert mia.sees("Did you drink or use today?")
    assert mia.sees("Hello. Thank you for taking a minute.")
    assert PROMPT not in mia.history


async def test_an_answer_with_a_typo_counts(town: Town, mia: Resident) -> None:
    """Nobody has to spell well in the evening."""
    await begins(town, mia)

    await mia.says("noo")

    assert mia.sees("Used today: No")
    assert mia.sees("How strong was the craving")


async def test_an_answer_that_does_not_fit_is_asked_again(town: Town, mia: Resident) -> None:
    """The question comes back with a word about what would fit, and nothing is lost."""
    await begins(town, mia)

    await mia.says("purple")

    assert "Did you drink or use today?" in mia.screen[-1]
    assert mia.buttons[:2] == ["Yes", "No"]


async def test_skip_and_back(town: Town, mia: Resident) -> None:
    """A question may be left out, and come back to."""
    await begins(town, mia)
    await mia.says("no")
    await mia.says("3")

    await mia.taps("Skip")
    assert mia.sees("How well did you sleep")
    await mia.taps("Back")

    assert mia.sees("How was your mood")


async def test_one_answer_is_fixed_in_the_recap(town: Town, mia: Resident) -> None:
    """Whoever slipped with the thumb changes that one answer and nothing else."""
    await says_all_is_well(town, mia)
    assert mia.sees("Mood: 7")

    await mia.taps("Fix something")
    await mia.taps("Mood")
    await mia.taps("5")

    assert mia.sees("Mood: 5")
    assert mia.sees("Sleep: 7")


async def test_the_closing_says_who_sees_it_and_what_comes_next(town: Town, mia: Resident) -> None:
    """Who will see what, one step from the plan, and when we meet again."""
    await says_all_is_well(town, mia)

    await mia.taps("All good")

    assert mia.screen[-1].split("\n") == [
        "Thank you for checking in.",
        "Who sees this: Dana (everything).",
        "One next step from your plan: put your shoes by the door tonight",
        "Next check-in: tomorrow at 20:00.",
    ]


async def test_a_quiet_evening_pages_nobody(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """An alert is worth waking for, so there are few."""
    await says_all_is_well(town, mia)

    await mia.taps("All good")

    assert dana.screen == []
    assert sam.screen == []


async def test_the_page_leaves_before_the_recap(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """A human hears at the answer, not when the dialog is over."""
    await has_a_strong_craving(town, mia)

    await mia.taps("No")

    assert dana.screen == ["Someone you look after needs you. Alert 1."]
    assert mia.sees("I have told Dana.")
    assert mia.sees("How was your mood")
    assert sam.screen == []


async def test_a_strong_craving_somewhere_safe_pages_nobody(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Eight alone is for the next look; eight and not safe is for now."""
    await has_a_strong_craving(town, mia)

    await mia.taps("Yes")

    assert dana.screen == []
    assert mia.sees("How was your mood")


async def test_a_lapse_is_thanked_for_and_told_to_the_counselor_in_the_morning(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """No shame; and no page at night for what can wait until nine."""
    await begins(town, mia)

    await mia.says("yes")
    assert mia.sees("Thank you for saying so.")
    await mia.taps("Yes, I am safe")
    assert dana.screen == []
    await town.waits(hours=13)

    assert dana.screen == ["Alert 1 for your day. No rush in the next minutes."]


async def test_the_facts_come_after_a_tap(town: Town, mia: Resident, dana: Resident) -> None:
    """The page is neutral; who and why stand behind *Open*, in what Mia said."""
    await is_not_safe(town, mia)

    await dana.taps("Open")

    assert dana.screen[-1].startswith("Alert 1 · Mia")
    assert "craving 8, usually 4" in dana.screen[-1]
    assert "somewhere safe: no" in dana.screen[-1]


@pytest.mark.parametrize(
    ("tapped", "asked_next"),
    [
        pytest.param("Short version", "Did you drink or use today?", id="two-taps"),
        pytest.param("Rather not say", "How strong was the craving", id="rather-not-say"),
    ],
)
async def test_a_short_way_through(town: Town, mia: Resident, tapped: str, asked_next: str) -> None:
    """There is always an easier way than an answer."""
    await begins(town, mia)

    await mia.taps(tapped)

    assert mia.sees(asked_next)


async def test_checking_in_again_after_stopping(town: Town, mia: Resident) -> None:
    """What was stopped is brought back by the command that the goodbye names."""
    await begins(town, mia)
    await mia.says("no")

    await mia.says("/stop")
    assert mia.sees("Come back any time with /checkin.")
    await mia.says("/checkin")

    assert mia.sees("Did you drink or use today?")
    assert "Yes" in mia.buttons


async def test_the_old_start_after_stopping(town: Town, mia: Resident) -> None:
    """A tap is never answered with nothing."""
    await begins(town, mia)
    await mia.says("/stop")

    forges(town, mia.phone.user_id, "begin:15")
    await town.waits(seconds=4)

    assert mia.sees("Did you drink or use today?")


async def test_checking_in_between_times(town: Town, mia: Resident) -> None:
    """Whoever wants to talk at five to eight need not wait until eight."""
    await mia.says("/checkin")

    assert mia.sees("Did you drink or use today?")


async def test_a_check_in_once_done_is_not_asked_again(town: Town, mia: Resident) -> None:
    """*Start* pressed late, on a phone that was off, begins nothing twice."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")

    forges(town, mia.phone.user_id, "begin:15")
    await town.waits(seconds=4)

    assert mia.screen == ["You have done this one. Thank you."]


async def test_tomorrow_is_asked_again(town: Town, mia: Resident) -> None:
    """One evening after the other, each once."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    mia.puts_it_away()

    await town.waits(days=1)

    assert mia.screen == [PROMPT]
