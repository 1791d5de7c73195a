"""Buttons misused: stale, doubled, forged. A tap is a wish; what it may do the database knows."""

import itertools
from pathlib import Path

import pytest

from bot.cast import DANA, MIA, ROSA, SAM
from bot.emulator.faults import Fault
from bot.town import Resident, Town
from tests.stories.keeping import buttons, forges, kept, presses
from tests.stories.steps import begins, is_not_safe, says_all_is_well

USE, CRAVING = "Did you drink or use today?", "How strong was the craving"
DONE = "That one is already answered."
NOT_YOURS = "That one is not for you here. /help shows what I can do."


async def test_a_double_tap_is_one_answer(town: Town, mia: Resident) -> None:
    """Thumbs shake; the second tap is told that it came second."""
    await begins(town, mia)

    mia.phone.taps("No")
    await mia.taps("No")

    assert mia.toast == DONE
    assert sum(CRAVING in text for text in mia.screen) >= 1
    await mia.taps("3")
    assert mia.sees("How was your mood")


async def test_a_stale_tap_is_answered_with_the_present_question(town: Town, mia: Resident) -> None:
    """An old message changes nothing, and nobody is left before a dead button."""
    await begins(town, mia)
    old = buttons(town, mia)[-6:]
    await mia.says("no")

    toast = await presses(town, MIA.user_id, old[0][1], old[0][0])

    assert toast == DONE
    assert CRAVING in mia.screen[-1]


async def test_a_tap_that_can_no_longer_be_answered(town: Town, mia: Resident) -> None:
    """After a few minutes no toast can be shown any more; then it is a message."""
    await begins(town, mia)
    _, data = buttons(town, mia)[-6]
    await mia.says("no")
    query = forges(town, MIA.user_id, data)
    town.telegram.faults.set(Fault("server_error", method="answerCallbackQuery"))

    await town.waits(seconds=4)

    assert query not in town.telegram.tap_answers
    assert DONE in mia.screen
    assert CRAVING in mia.screen[-1]


async def test_every_button_of_mias_pressed_by_everybody_else(
    town: Town, mia: Resident, tmp_path: Path, stranger: Resident
) -> None:
    """Whose a button is, is looked up; that somebody has its data means nothing."""
    await begins(town, mia)
    mine = [data for _, data in buttons(town, mia)] + ["begin:15", "later:15"]
    before = kept(tmp_path)

    for who, data in itertools.product((DANA.user_id, SAM.user_id, ROSA.user_id), mine):
        assert await presses(town, who, data)
    for data in mine:
        assert await presses(town, stranger.phone.user_id, data)

    assert kept(tmp_path) == before


async def test_every_button_of_an_alert_pressed_by_everybody_else(
    town: Town, mia: Resident, dana: Resident, tmp_path: Path, stranger: Resident
) -> None:
    """Only who is on the ladder may open, take, pass on or close an alert."""
    await is_not_safe(town, mia)
    ref = buttons(town, dana)[0][1].partition(":")[2]
    wanted = [f"open:{ref}", f"take:{ref}", f"pass:{ref}", f"outcome:{ref}:not_needed"]
    before = kept(tmp_path)

    for who, data in itertools.product((MIA.user_id, ROSA.user_id), wanted):
        assert await presses(town, who, data) == NOT_YOURS
    for data in wanted:
        assert await presses(town, stranger.phone.user_id, data)

    assert kept(tmp_path) == before


async def test_news_pressed_by_somebody_else(
    town: Town, mia: Resident, rosa: Resident, sam: Resident
) -> None:
    """A notice opens only for whom it was meant."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")
    await mia.taps("Send it now")
    _, data = buttons(town, rosa)[-1]

    for other in (SAM.user_id, DANA.user_id, MIA.user_id):
        await presses(town, other, data)

    for who in town.residents.values():
        assert not any("wants you to know" in text for text in who.history)


def _mutations(data: str) -> list[str]:
    """Change each part of a button's data, in every way that somebody might try."""
    parts = data.split(":")
    instead = ("", "0", "99", "-1", "1e9", "٣", "x" * 40, "None", "__class__", "9" * 30)
    found = [
        ":".join([*parts[:n], new, *parts[n + 1 :]])
        for n in range(len(parts))
        for new in instead
        if new != parts[n]
    ]
    return [*found, data + ":1", data.rpartition(":")[0], data.upper()]


@pytest.mark.parametrize("which", [0, 2], ids=["an-option", "a-way-out"])
async def test_a_forged_answer(town: Town, mia: Resident, tmp_path: Path, which: int) -> None:
    """Another session, another turn, an option that does not exist: none of it is an answer."""
    await begins(town, mia)
    data = buttons(town, mia)[which][1]
    before = kept(tmp_path)

    for forged in _mutations(data):
        if len(forged.encode()) <= 64 and forged not in [one for _, one in buttons(town, mia)]:
            await presses(town, MIA.user_id, forged)
    mia.puts_it_away()

    assert kept(tmp_path) == before
    await mia.says("no")
    assert mia.sees(CRAVING)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("", id="empty"),
        pytest.param(":", id="only-a-colon"),
        pytest.param("grant:1", id="a-verb-that-is-not"),
        pytest.param("__init__:1", id="a-name-of-python"),
        pytest.param("begin:999", id="no-such-check-in"),
        pytest.param("begin:x", id="a-number-that-is-none"),
        pytest.param("later:-1", id="below-zero"),
        pytest.param("news:1:../..", id="a-path"),
        pytest.param("take:nothing", id="no-such-alert"),
        pytest.param("outcome:nothing:withdrawn", id="an-outcome-of-the-system"),
        pytest.param("outcome:nothing:great", id="no-such-outcome"),
        pytest.param("r:a:b:c", id="an-answer-to-nothing"),
        pytest.param("c:a:1:explode", id="no-such-way-out"),
        pytest.param("\ud83d\ude00" * 16, id="emoji"),
        pytest.param("x" * 64, id="as-long-as-it-gets"),
        pytest.param("x" * 500, id="longer-than-it-gets"),
        pytest.param("a\x00b", id="nul"),
    ],
)
@pytest.mark.parametrize("who", ["Mia", "Dana", "Rosa"])
async def test_a_made_up_button(town: Town, tmp_path: Path, who: str, data: str) -> None:
    """It is answered with a sentence, and nothing comes of it."""
    before = kept(tmp_path)

    somebody = town.residents[who]
    toast = await presses(town, somebody.phone.user_id, data)

    assert toast or somebody.screen
    assert kept(tmp_path) == before


async def test_no_alert_is_withdrawn_by_a_button(
    town: Town, mia: Resident, dana: Resident, tmp_path: Path
) -> None:
    """One ending is the system's own; a human cannot choose it."""
    await is_not_safe(town, mia)
    ref = buttons(town, dana)[0][1].partition(":")[2]
    before = kept(tmp_path)

    toast = await presses(town, DANA.user_id, f"outcome:{ref}:withdrawn")

    assert toast
    assert kept(tmp_path) == before


async def test_all_that_was_ever_shown_pressed_again(
    town: Town, mia: Resident, dana: Resident, tmp_path: Path
) -> None:
    """After the evening is over no old button brings any of it back."""
    seen: dict[int, set[tuple[int, str]]] = {MIA.user_id: set(), DANA.user_id: set()}

    def look() -> None:
        seen[MIA.user_id] |= set(buttons(town, mia))
        seen[DANA.user_id] |= set(buttons(town, dana))

    await is_not_safe(town, mia)
    look()
    for answer in ("4", "5"):
        await mia.says(answer)
        look()
    await mia.taps("That is right")
    await dana.taps("I'm on it")
    look()
    await dana.taps("Not needed")
    before = kept(tmp_path)

    for who, shown in seen.items():
        for message_id, data in sorted(shown):
            if not data.startswith("change:"):  # an answer can be changed for two days
                await presses(town, who, data, message_id)

    assert kept(tmp_path) == before
