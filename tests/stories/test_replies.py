"""Replies: what a sponsor answers, what a client is asked first, and what is noted afterwards."""

import pytest

from bot.cast import SAM
from bot.town import Resident, Town
from dialogs.care.escalation import AlertState, Outcome
from dialogs.care.replies import ReplyKind
from tests.stories.keeping import buttons, presses
from tests.stories.staff import alert
from tests.stories.steps import has_a_strong_craving, is_not_safe
from tests.stories.test_the_ladder import AGAIN, PAGE, revokes

SPONSOR_ANSWERS = ["Calling now", "Tonight", "Please pass on"]


async def asks_sam(town: Town, mia: Resident, sam: Resident) -> None:
    """Let alert 1 climb to Sam, who opens it."""
    await is_not_safe(town, mia)
    await town.waits(minutes=15)
    await sam.taps("Open")


async def is_hit_at_home(mia: Resident) -> None:
    """Let Mia write of violence, and answer that she is not safe."""
    await mia.says("my boyfriend hits me and I am scared of him")
    await mia.taps("No")


async def kinds(town: Town) -> list[ReplyKind]:
    """List what has been said to alert 1."""
    return [one.kind for one in (await alert(town)).replies]


async def test_a_sponsors_card_has_three_answers(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """It says what the grant allows: that a call is wanted, and no word of why."""
    await asks_sam(town, mia, sam)

    assert sam.buttons == SPONSOR_ANSWERS
    assert "chose you to be asked" in sam.screen[-1]
    assert not any(word in sam.screen[-1] for word in ("craving", "safe", "8"))


async def test_calling_now(town: Town, mia: Resident, dana: Resident, sam: Resident) -> None:
    """It is taken, Mia is told who calls, and Dana that there is nothing more to do."""
    await asks_sam(town, mia, sam)

    await sam.taps("Calling now")

    assert mia.sees("Sam is calling you now.")
    assert not mia.sees("Sam has this")
    assert dana.sees("Sam is on it. Alert 1. Nothing more to do.")
    assert (await alert(town)).state is AlertState.ACKNOWLEDGED
    assert await kinds(town) == [ReplyKind.CALLING]
    await sam.taps("Reached, safe")
    assert sam.sees("Alert 1 is closed: reached, safe.")


async def test_tonight_does_not_stop_the_ladder(
    town: Town, mia: Resident, dana: Resident, ben: Resident, sam: Resident
) -> None:
    """A call in some hours is kind; until then somebody else is asked, and Mia knows both."""
    await asks_sam(town, mia, sam)
    dana.puts_it_away()

    await sam.taps("Tonight")

    assert sam.sees("Mia knows that you will call tonight. The next person is being asked.")
    assert mia.sees("Sam cannot call this minute, but will call you tonight. I am asking the next")
    assert dana.sees(AGAIN)
    paged = await alert(town)
    assert paged.state is AlertState.RAISED
    assert await kinds(town) == [ReplyKind.TONIGHT]
    await dana.taps("Open")
    assert "Sam will call tonight" in dana.screen[-1]


async def test_tonight_with_nobody_else_to_ask(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """It is noted, and said truly: he may be asked again."""
    await revokes(town, dana.phone.user_id)
    await is_not_safe(town, mia)
    await sam.taps("Open")

    await sam.taps("Tonight")

    assert sam.sees("Nobody else is on this list, so I may ask you again.")
    assert mia.sees("will call you tonight")
    assert not mia.sees("I am asking the next person")
    await town.waits(minutes=15)
    assert sam.sees(AGAIN)


async def test_tonight_twice_is_said_once(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """A double tap promises nothing twice."""
    await asks_sam(town, mia, sam)
    (message, data) = next(one for one in buttons(town, sam) if one[1].startswith("tonight:"))
    await presses(town, SAM.user_id, data, message)
    mia.puts_it_away()

    await presses(town, SAM.user_id, data, message)

    assert mia.screen == []
    assert await kinds(town) == [ReplyKind.TONIGHT]


async def test_please_pass_on(
    town: Town, mia: Resident, dana: Resident, ben: Resident, sam: Resident
) -> None:
    """Whoever cannot says so in one tap; no quarter of an hour is lost, and staff can read it."""
    await asks_sam(town, mia, sam)
    dana.puts_it_away()

    await sam.taps("Please pass on")

    assert sam.toast == "Passed on. The next person is being told now."
    assert dana.sees(AGAIN)
    assert await kinds(town) == [ReplyKind.PASSED]


async def test_a_sponsor_answers_what_is_closed(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Late answers are met kindly and change nothing."""
    await asks_sam(town, mia, sam)
    old = [one for one in buttons(town, sam) if one[1].startswith(("tonight:", "calling:"))]
    await dana.taps("I'm on it")
    await dana.taps("Not needed")
    mia.puts_it_away()

    for message, data in old:
        assert await presses(town, SAM.user_id, data, message)

    assert mia.screen == []
    assert (await alert(town)).outcome is Outcome.NOT_NEEDED


async def test_asked_before_a_call(town: Town, mia: Resident, dana: Resident) -> None:
    """May Dana call? Mia's yes is shown at once, and stands on the card."""
    await is_not_safe(town, mia)
    await dana.taps("Open")
    assert dana.buttons == ["I'm on it", "Call me first?", "Pass on"]

    await dana.taps("Call me first?")
    assert dana.toast == "I have asked. You will read the answer here."
    assert mia.sees("May Dana call you now?")
    await mia.taps("Yes, please")

    assert mia.sees("Thank you. Dana knows.")
    assert dana.sees("Alert 1: a yes. You can call now.")
    assert await kinds(town) == [ReplyKind.ASKED_TO_CALL, ReplyKind.MAY_CALL]


async def test_no_call_now(town: Town, mia: Resident, dana: Resident) -> None:
    """A no is a no, and the way to numbers stands beside it."""
    await is_not_safe(town, mia)
    await dana.taps("Open")
    await dana.taps("Call me first?")

    await mia.taps("Not now")

    assert mia.sees("That is fine. Dana knows. /sos is here at any time.")
    assert dana.sees("Alert 1: not now, please.")


async def test_asked_twice_whether_one_may_call(town: Town, mia: Resident, dana: Resident) -> None:
    """Mia is asked once."""
    await is_not_safe(town, mia)
    await dana.taps("Open")
    await dana.taps("Call me first?")
    mia.puts_it_away()

    await dana.taps("Call me first?")

    assert dana.toast == "I have asked already. You will read the answer here."
    assert mia.screen == []


async def test_nobody_answers_for_mia(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Her yes to a call is hers alone, and so is how she may be reached."""
    await is_not_safe(town, mia)
    await dana.taps("Open")
    await dana.taps("Call me first?")
    (message, data) = next(one for one in buttons(town, mia) if one[1].startswith("may_call:"))

    for somebody in (dana, sam):
        assert await presses(town, somebody.phone.user_id, data, message)

    assert await kinds(town) == [ReplyKind.ASKED_TO_CALL]


@pytest.mark.parametrize(
    ("button", "kind", "line"),
    [
        pytest.param("A call is fine", ReplyKind.BY_CALL, "Mia can be called", id="call"),
        pytest.param(
            "In writing only", ReplyKind.BY_MESSAGE, "Mia wants it in writing", id="writing"
        ),
        pytest.param(
            "Please wait for me", ReplyKind.NOT_NOW, "Mia wants to be waited for", id="wait"
        ),
    ],
)
async def test_violence_goes_to_counselors_only(
    town: Town,
    mia: Resident,
    dana: Resident,
    sam: Resident,
    rosa: Resident,
    button: str,
    kind: ReplyKind,
    line: str,
) -> None:
    """Whatever the ladder says; and Mia says which way of reaching her is safe."""
    await is_hit_at_home(mia)
    assert dana.sees(PAGE)
    assert mia.sees("How may Dana reach you?")

    await mia.taps(button)
    assert mia.sees("Thank you. Dana can see that.")
    assert dana.sees("Alert 1: there is a word on how to get in touch.")
    assert await kinds(town) == [kind]
    await dana.taps("Open")
    assert line in dana.screen[-1]
    await town.waits(minutes=15 * 11)

    assert not any("alert 1" in one.lower() for one in (*sam.screen, *rosa.screen))


async def test_a_note_on_how_it_went(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """In Dana's own words, kept with the alert and with nothing else."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")
    await dana.taps("Reached, needs more")

    await dana.taps("Add a note")
    assert dana.sees("What should the care team know?")
    await dana.says("Talked for ten minutes, sees me at nine tomorrow.")

    assert dana.sees("Noted with alert 1.")
    closed = await alert(town)
    assert closed.state is AlertState.RESOLVED
    assert closed.replies[-1].words == "Talked for ten minutes, sees me at nine tomorrow."
    async with town.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(dana.phone.user_id)
        assert person is not None
        assert await uow.sessions.open_for(person.id) is None
        assert await uow.answers.named(person.id, {"note"}) == []


async def test_no_note_after_all(town: Town, mia: Resident, dana: Resident) -> None:
    """Nobody has to write anything."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")
    await dana.taps("Reached, safe")
    await dana.taps("Add a note")

    await dana.taps("Skip")

    assert dana.sees("All right, no note.")
    assert await kinds(town) == []


async def test_what_is_mine_comes_first(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """The list begins with what Dana has, each line with its taps."""
    await is_hit_at_home(mia)
    await has_a_strong_craving(town, mia)
    await mia.taps("No")
    await dana.taps("I'm on it")
    dana.puts_it_away()

    await dana.says("/alerts")

    lines = dana.screen[-1].splitlines()
    assert lines[0] == "Open alerts"
    assert "· yours ·" in lines[2]
    assert "· nobody has it yet ·" in lines[3]
    assert dana.buttons[0].startswith("Open alert")
    assert "I'm on it" in dana.buttons
