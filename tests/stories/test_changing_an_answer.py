"""Changing an answer: for two days what was said can be put right, and whoever was told is told."""

from datetime import timedelta

import pytest

from bot.cast import MIA
from bot.simulation.invariants import check
from bot.town import Resident, Town
from dialogs.engine.session import Answer
from tests.stories.keeping import buttons, forges
from tests.stories.steps import begins, has_a_strong_craving, is_not_safe, says_all_is_well

STAYS_OPEN = (
    "An answer behind alert 1 was changed later. It stays open until someone has talked with them."
)
MOST_QUESTIONS = 15
CLOSING = "Thank you for checking in."
CHANGED = "Changed. Your first answer is kept behind the new one."
TOO_LATE = "This one is more than two days old, so I keep it as it is."


async def is_done(town: Town, mia: Resident) -> None:
    """Let Mia finish a quiet evening."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")


async def changes(mia: Resident, name: str, to: str) -> None:
    """Let Mia change one answer from the list, up to the list again."""
    await mia.taps("Change an answer")
    await mia.taps(name)
    await mia.taps(to)


async def skips_the_rest(mia: Resident, until: str) -> None:
    """Let Mia pass over whatever else is asked, up to these words."""
    for _ in range(MOST_QUESTIONS):
        if mia.sees(until):
            return
        ways = ("All good", "That is right", "Skip")
        await mia.taps(next(way for way in ways if way in mia.buttons))
    raise AssertionError(f"never saw {until!r}, but {mia.screen}")


async def has_used(town: Town, mia: Resident) -> None:
    """Let Mia say that she used and is safe, and pass over the rest."""
    await begins(town, mia)
    await mia.says("yes")
    await mia.taps("Yes, I am safe")
    await skips_the_rest(mia, CLOSING)


async def answers(town: Town) -> dict[str, Answer]:
    """Return the answers of Mia's newest check-in that stand, by step."""
    async with town.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        since = town.clock.now() - timedelta(days=3)
        done = [one for one in await uow.check_ins.for_client(person.id, since) if one.finished_at]
        assert done[-1].session_id is not None
        return {one.step: one for one in await uow.answers.of_session(done[-1].session_id)}


async def test_an_answer_is_changed_from_the_closing(town: Town, mia: Resident) -> None:
    """The list is shown at once; one tap on the answer, one on the right one."""
    await is_done(town, mia)

    await mia.taps("Change an answer")
    assert mia.sees("Mood: 7")
    await mia.taps("Mood")
    await mia.taps("5")
    assert mia.sees("Mood: 5")
    await mia.taps("All good")

    assert mia.screen[-1] == CHANGED


async def test_the_change_stays_about_that_evening(town: Town, mia: Resident) -> None:
    """A figure of Monday that is put right on Tuesday is a figure of Monday."""
    await is_done(town, mia)
    evening = (await answers(town))["mood"].at
    await town.waits(hours=20)

    await changes(mia, "Mood", "5")

    mood = (await answers(town))["mood"]
    assert (mood.value, mood.at) == (5, evening)
    assert mood.edited_at is not None
    assert mood.edited_at - evening > timedelta(hours=19)


async def test_the_change_is_on_the_trail(town: Town, mia: Resident) -> None:
    await is_done(town, mia)

    await changes(mia, "Mood", "5")

    async with town.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        notes = await uow.trail.of_client(person.id)
    assert [note.reason for note in notes if note.action == "answer"] == ["answer changed"]


async def test_checkin_offers_a_change_once_it_is_done(town: Town, mia: Resident) -> None:
    """And a new one, for whoever has more to say."""
    await is_done(town, mia)

    await mia.says("/checkin")
    assert mia.screen == ["You have done this one. Change an answer?"]
    assert mia.buttons == ["Change an answer", "Check in again"]
    await mia.taps("Check in again")

    assert mia.sees("Did you drink or use today?")


async def test_the_old_start_offers_a_change_too(town: Town, mia: Resident) -> None:
    await is_done(town, mia)

    forges(town, mia.phone.user_id, "begin:15")
    await town.waits(seconds=4)

    assert mia.screen == ["You have done this one. Thank you."]
    assert mia.buttons == ["Change an answer"]


@pytest.mark.parametrize(
    ("hours", "words"),
    [pytest.param(47, "Mood: 7", id="just-in-time"), pytest.param(48, TOO_LATE, id="two-days")],
)
async def test_it_can_be_changed_for_two_days(
    town: Town, mia: Resident, hours: int, words: str
) -> None:
    await is_done(town, mia)
    button = mia_button(town, mia, "change:")
    await town.waits(hours=hours)

    forges(town, mia.phone.user_id, button)
    await town.waits(seconds=4)

    assert mia.sees(words)


def mia_button(town: Town, mia: Resident, begins_with: str) -> str:
    """Return the data of the newest button that begins so."""
    return [data for _, data in buttons(town, mia) if data.startswith(begins_with)][-1]


async def test_nobody_changes_what_is_not_theirs(town: Town, mia: Resident, sam: Resident) -> None:
    await is_done(town, mia)
    button = mia_button(town, mia, "change:")

    forges(town, sam.phone.user_id, button)
    await town.waits(seconds=4)

    assert not sam.sees("Mood")


async def test_a_change_that_raises_a_question_asks_it(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Use reported afterwards is asked about as it would have been, and told as it would."""
    await is_done(town, mia)

    await changes(mia, "Used", "Yes")
    assert mia.sees("Thank you for saying so.")
    await mia.taps("No")

    assert dana.screen == ["Someone you look after needs you. Alert 2."]
    assert mia.sees("I have told Dana.")
    await mia.taps("Rest")
    assert mia.sees("these answers no longer apply")


async def test_what_no_longer_applies_is_dropped_and_said_so(town: Town, mia: Resident) -> None:
    await is_done(town, mia)

    await changes(mia, "Used", "Yes")
    await mia.taps("Yes, I am safe")
    await mia.taps("Rest")

    assert mia.sees("With that change these answers no longer apply")
    assert "confidence" not in await answers(town)


async def test_what_a_called_dialog_asked_is_let_go_of_with_its_call(
    town: Town, mia: Resident
) -> None:
    """She did not use after all: what was asked about it goes, in the dialog as in its rows."""
    await has_used(town, mia)

    await changes(mia, "Used today", "No")
    await skips_the_rest(mia, CHANGED)

    journal = list(town.telegram.journal)
    assert await check(town.app.ground.database, journal, town.clock.now()) == []


async def test_news_that_waits_is_taken_back_by_a_change(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """A celebration that has not left yet does not leave after a lapse is reported."""
    await town.waits(hours=2)
    await mia.taps("Start")
    for answer in ("no", "2", "7", "7", "8", "yes", "yes"):
        await mia.says(answer)
    await mia.taps("All good")
    assert mia.sees("this good news goes to Rosa")

    await changes(mia, "Used", "Yes")
    await town.waits(hours=14)

    assert rosa.screen == []


async def test_an_alert_that_nobody_has_taken_is_taken_back(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A thumb that slipped need not worry anybody in the morning."""
    await begins(town, mia)
    await mia.says("yes")
    await mia.taps("Yes, I am safe")
    await mia.taps("Rest")

    await changes(mia, "Used", "No")
    await town.waits(hours=14)

    assert dana.screen == []
    await dana.says("/alerts")
    assert dana.screen == ["Nothing is open."]


async def test_whoever_was_told_hears_that_it_is_taken_back(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """In one line, with no button left under the first."""
    await begins(town, mia)
    await mia.says("yes")
    await mia.taps("Yes, I am safe")
    await mia.taps("Rest")
    await town.waits(hours=14)
    assert dana.screen == ["Alert 1 for your day. No rush in the next minutes."]
    dana.puts_it_away()

    await changes(mia, "Used", "No")

    assert dana.screen == [
        "Alert 1 was taken back.",
        "Alert 1 is taken back: the answer behind it was changed. Nothing to do.",
    ]
    assert dana.buttons == []


async def test_a_safety_alert_is_never_taken_back_by_a_change(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Whoever was told keeps it, and reads what was changed."""
    await is_not_safe(town, mia)
    await skips_the_rest(mia, CLOSING)
    dana.puts_it_away()

    await changes(mia, "Craving", "3")

    assert dana.screen == [STAYS_OPEN]
    await dana.says("/alerts")
    await dana.taps("Open")
    assert dana.sees("craving 8, usually 4 (changed later)")
    assert dana.sees("craving 3")
    assert dana.sees("Nobody has taken it yet.")


async def test_an_alert_that_was_taken_stays_with_whoever_took_it(
    town: Town, mia: Resident, dana: Resident
) -> None:
    await begins(town, mia)
    await mia.says("yes")
    await mia.taps("Yes, I am safe")
    await mia.taps("Rest")
    await town.waits(hours=14)
    await dana.taps("Open")
    await dana.taps("I'm on it")
    dana.puts_it_away()

    await changes(mia, "Used", "No")

    assert dana.screen == [STAYS_OPEN]
    await dana.says("/alerts")
    assert dana.sees("Alert 1 · Mia · yours")


async def test_a_worse_answer_pages_as_it_would_have(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A safety answer that is put right the other way is a new one."""
    await has_a_strong_craving(town, mia)
    await mia.taps("Yes")
    for answer in ("7", "7", "8", "no", "it can wait"):
        await mia.says(answer)
    await mia.taps("That is right")
    assert dana.screen == []

    await changes(mia, "Somewhere safe", "Not sure")

    assert dana.screen == ["Someone you look after needs you. Alert 1."]


async def test_a_change_left_open_gives_way_to_tomorrow(town: Town, mia: Resident) -> None:
    """Nobody is held up by a list that lies open."""
    await is_done(town, mia)
    await mia.taps("Change an answer")
    mia.puts_it_away()

    await town.waits(days=1)
    await mia.taps("Start")

    assert mia.sees("Did you drink or use today?")


async def test_a_change_left_open_is_closed_by_itself(town: Town, mia: Resident) -> None:
    """Two days stay two days, however long the list lies open."""
    await is_done(town, mia)
    await mia.taps("Change an answer")
    await town.waits(hours=3)

    await mia.taps("Mood")

    assert mia.screen == ["All right. What you changed so far is kept."]


async def test_stopping_a_change_keeps_what_was_changed(town: Town, mia: Resident) -> None:
    await is_done(town, mia)
    await changes(mia, "Mood", "5")

    await mia.says("/stop")
    assert mia.screen[-1] == "All right. What you changed so far is kept."
    await mia.says("/checkin")
    await mia.taps("Change an answer")

    assert mia.sees("Mood: 5")


async def test_a_change_that_changes_nothing(town: Town, mia: Resident) -> None:
    await is_done(town, mia)
    await mia.taps("Change an answer")

    await mia.taps("All good")

    assert mia.screen[-1] == "All right, it all stays as it was."


async def test_something_that_is_being_asked_goes_first(town: Town, mia: Resident) -> None:
    await is_done(town, mia)
    button = mia_button(town, mia, "change:")
    await mia.says("/now")

    forges(town, mia.phone.user_id, button)
    await town.waits(seconds=4)

    assert mia.sees("Here is where we were:")
    assert mia.sees("How strong")


async def test_the_short_version_from_the_prompt(town: Town, mia: Resident) -> None:
    """Two taps are a whole evening."""
    await town.waits(minutes=6)

    await mia.taps("Short version")
    await mia.taps("No")
    await mia.taps("2")
    assert mia.sees("Craving: 2")
    await mia.taps("All good")

    assert mia.sees("Thank you for checking in.")


async def test_the_short_version_from_the_reminder(town: Town, mia: Resident) -> None:
    """Whoever has let the prompt pass has perhaps a minute less."""
    await town.waits(minutes=66)
    assert mia.buttons == ["Start", "Short version"]

    await mia.taps("Short version")

    assert mia.sees("Did you drink or use today?")
    assert "Short version" not in mia.buttons
    await mia.taps("No")
    await mia.taps("2")
    assert mia.sees("Craving: 2")
