"""Asked once: an old button is no way to wear somebody down, or to stretch what was agreed."""

from pathlib import Path

import pytest

from bot.cast import MIA, SAM
from bot.town import Resident, Town
from tests.stories.keeping import buttons, presses
from tests.stories.test_at_the_door import rows
from tests.stories.test_granting import NOTICE, shares


def newest(town: Town, who: Resident, begins: str) -> tuple[int, str]:
    """Return message and data of the newest button that carries something that begins so."""
    return next(one for one in reversed(buttons(town, who)) if one[1].startswith(begins))


async def asks_for_a_call(mia: Resident, sam: Resident) -> None:
    """Let Mia ask Sam for a call, and Sam open the notice."""
    await mia.says("/people")
    await mia.taps("Sam")
    await mia.taps("Ask for a call")
    await sam.taps("Open")


async def test_nobody_calls_who_was_not_asked(town: Town, mia: Resident, sam: Resident) -> None:
    """A made-up button says nothing in his name."""
    await presses(town, SAM.user_id, f"calls:1:{int(town.clock.now().timestamp())}:now")

    assert mia.screen == []


async def test_each_answer_to_a_call_arrives_once(town: Town, mia: Resident, sam: Resident) -> None:
    """Pressed ten times, at whatever hour, it is one message; another answer is another."""
    await asks_for_a_call(mia, sam)
    message, later = next(one for one in buttons(town, sam) if one[1].endswith(":later"))
    await sam.taps("Later today")
    mia.puts_it_away()

    for _ in range(10):
        await presses(town, SAM.user_id, later, message)
    await sam.taps("I call now")

    assert mia.screen == ["Sam is calling you now."]


async def test_a_call_asked_for_last_week_is_over(town: Town, mia: Resident, sam: Resident) -> None:
    """The card is no longer there, and neither are its buttons."""
    await asks_for_a_call(mia, sam)
    message, now = newest(town, sam, "calls:")
    _, card = newest(town, sam, "callcard:")
    await town.waits(days=3)
    mia.puts_it_away()
    sam.puts_it_away()

    await presses(town, SAM.user_id, now, message)
    await presses(town, SAM.user_id, card)

    assert mia.screen == []
    assert not sam.sees("Mia would like a call from you")


async def test_her_yes_to_a_call_is_passed_on_once(
    town: Town, mia: Resident, sam: Resident
) -> None:
    """And not at all a week later; his lock screen never names her."""
    await sam.says("/people")
    await sam.taps("Ask to call")
    message, yes = newest(town, mia, "maysay:")
    for _ in range(3):
        await presses(town, MIA.user_id, yes, message)
    assert sam.screen[-1:] == [NOTICE]
    assert sam.screen.count(NOTICE) == 1
    sam.puts_it_away()

    await town.waits(days=7)
    sam.puts_it_away()
    await presses(town, MIA.user_id, yes, message)

    assert sam.screen == []


async def test_thirty_days_more_are_thirty_days(town: Town, mia: Resident, tmp_path: Path) -> None:
    """The question was about one end; its button moves no other."""
    await shares(mia, "Sam", "mood", "Yes, for 30 days")
    await town.waits(days=27, minutes=10)
    await mia.taps("Open")
    message, yes = newest(town, mia, "renew:")
    until = "SELECT until FROM grants WHERE categories = 'mood'"
    ((before,),) = rows(tmp_path, until)

    await mia.taps("30 more days")
    ((once,),) = rows(tmp_path, until)
    for _ in range(3):
        await presses(town, MIA.user_id, yes, message)

    assert once != before
    assert rows(tmp_path, until) == [(once,)]


@pytest.mark.parametrize("who_goes", ["let go", "leaves"])
async def test_no_kind_word_of_whoever_has_gone(
    town: Town, mia: Resident, rosa: Resident, who_goes: str
) -> None:
    """What waited for the morning goes with them."""
    await town.waits(hours=4)
    mia.puts_it_away()
    await rosa.says("/people")
    await rosa.taps("Send a kind word")
    await rosa.taps("I am proud of you.")
    await rosa.says("/people")
    await rosa.taps("Ask to call")
    if who_goes == "let go":
        await mia.says("/people")
        await mia.taps("Rosa")
        await mia.taps("Take out of my circle")
        await mia.taps("Yes")
    else:
        await rosa.says("/stop")
        await rosa.taps("Stop them")
    mia.puts_it_away()

    await town.waits(hours=14)

    assert not mia.sees("kind word")
    assert not mia.sees("would like to call")
