"""Somebody else may look at the telephone: what comes unasked is covered, who writes is proven."""

import re

import pytest

from bot.emulator.phone import NotOnScreen
from bot.town import Resident, Town
from tests.stories.steps import MINUTES_TO_EIGHT, has_a_strong_craving, is_not_safe


def covers(town: Town, resident: Resident) -> list[tuple[int, int]]:
    """Return what is covered in the newest message, as offset and length."""
    spans = town.telegram.messages(resident.phone.user_id)[-1].entities
    return [(span["offset"], span["length"]) for span in spans if span["type"] == "spoiler"]


def open_ones(town: Town, resident: Resident) -> list[str]:
    """List what can be read on the screen without a tap, of what the bot has sent."""
    return [
        one.text
        for one in town.telegram.screen(resident.phone.user_id)
        if not any(span["type"] == "spoiler" for span in one.entities)
    ]


async def test_what_comes_unasked_is_covered(town: Town, mia: Resident) -> None:
    """Nothing of it can be read on a locked screen; what she opens herself is not covered."""
    await mia.says("/discreet")
    await mia.taps("Turn it on")
    mia.puts_it_away()

    await town.waits(minutes=MINUTES_TO_EIGHT + 1)

    assert covers(town, mia) == [(0, len(mia.screen[-1]))]
    await mia.taps("Start")
    assert covers(town, mia) == []


async def test_what_becomes_of_an_alert_is_covered(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """That somebody has it, that another is asked, that nobody answered: it comes unasked."""
    await mia.says("/discreet")
    await mia.taps("Turn it on")
    await is_not_safe(town, mia)
    assert covers(town, mia) == []
    mia.puts_it_away()

    for act in ("I'm on it", "Pass on"):
        await dana.taps(act)
        assert covers(town, mia) == [(0, len(mia.screen[-1]))]
    await town.waits(hours=3)

    assert mia.sees("Nobody has answered me")
    assert open_ones(town, mia) == []


async def test_a_question_that_comes_by_itself_is_covered(town: Town, mia: Resident) -> None:
    """The quarter of an hour is over, and the telephone lies on the table."""
    await mia.says("/discreet")
    await mia.taps("Turn it on")
    await mia.says("/now")
    await mia.taps("7")
    await mia.taps("Payday")
    await mia.taps("Call Sam")
    mia.puts_it_away()

    await town.waits(minutes=16)

    assert mia.sees("How strong is it now?")
    assert open_ones(town, mia) == []


async def test_the_goodbye_is_covered(town: Town, mia: Resident) -> None:
    """It comes a day later, on a telephone that may lie on the table."""
    await mia.says("/discreet")
    await mia.taps("Turn it on")
    await mia.says("/delete")
    await mia.taps("Yes, delete everything")
    mia.puts_it_away()

    await town.waits(days=1, minutes=5)

    assert mia.sees("Done. All I kept about you is deleted.")
    assert open_ones(town, mia) == []


async def test_it_can_be_turned_off_again(town: Town, mia: Resident) -> None:
    """The same screen says how it is now."""
    await mia.says("/discreet")
    await mia.taps("Turn it on")
    assert "Discreet mode is on." in mia.screen[-1]

    await mia.taps("Turn it off")

    assert "Discreet mode is off." in mia.screen[-1]
    mia.puts_it_away()
    await town.waits(minutes=MINUTES_TO_EIGHT + 1)
    assert covers(town, mia) == []


@pytest.mark.parametrize(
    ("button", "line"),
    [
        pytest.param("Only in this chat", "Please reach Mia in this chat only", id="here"),
        pytest.param("Write, don't call", "Please write to Mia and do not call.", id="write"),
    ],
)
async def test_a_safe_way_to_be_reached_stands_on_the_alert(
    town: Town, mia: Resident, dana: Resident, button: str, line: str
) -> None:
    """A counselor reads it before the telephone is in their hand."""
    await mia.says("/discreet")
    await mia.taps(button)

    await has_a_strong_craving(town, mia)
    await mia.taps("No")
    await dana.taps("Open")

    assert line in dana.screen[-1]


async def test_whoever_may_be_called_needs_no_line(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """That is how it is unless she says otherwise."""
    await has_a_strong_craving(town, mia)
    await mia.taps("No")
    await dana.taps("Open")

    assert "Please" not in dana.screen[-1]


async def test_safe_words_are_proposed_and_kept(mia: Resident) -> None:
    """Others can be had; those kept are shown to her alone."""
    await mia.says("/discreet")
    await mia.taps("Choose safe words")
    await mia.taps("Other words")
    proposed = re.search(r'"(\w+ \w+)"', mia.screen[-1])

    await mia.taps("Keep these")

    assert proposed
    assert f'Your safe words: "{proposed[1]}"' in mia.screen[-1]


async def test_safe_words_can_be_given_up(mia: Resident) -> None:
    """Nobody has to remember anything."""
    await mia.says("/discreet")
    await mia.taps("Choose safe words")
    await mia.taps("Keep these")
    await mia.taps("Choose safe words")

    await mia.taps("No words")

    assert "Your safe words: none." in mia.screen[-1]


async def test_a_supporter_is_asked_for_no_words(rosa: Resident) -> None:
    """Hers are only whether a locked screen shows anything."""
    await rosa.says("/discreet")

    with pytest.raises(NotOnScreen):
        await rosa.taps("Choose safe words")


async def test_safe_words_stand_above_what_a_counselor_sends(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """And above nothing that she writes herself."""
    await mia.says("/discreet")
    await mia.taps("Choose safe words")
    await mia.taps("Keep these")
    kept = re.search(r'Your safe words: "(\w+ \w+)"', mia.screen[-1])
    await mia.says("/message")
    await mia.says("Is Thursday all right?")
    await dana.taps("Open")
    assert not dana.sees("safe words")
    await dana.taps("Answer")
    await dana.says("Yes, at ten.")

    await mia.taps("Open")

    assert kept
    assert mia.sees(f'Your safe words: "{kept[1]}"')
    assert mia.sees("Yes, at ten.")
