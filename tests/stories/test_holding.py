"""Holding an alert: whoever has it says how it went, and only they; nothing new escapes them."""

from dataclasses import replace

from bot.cast import DANA, MIA, SAM
from bot.emulator.phone import Phone
from bot.town import Resident, Town
from dialogs.care.escalation import AlertState, Ladder, Rung
from dialogs.care.people import Role
from dialogs.care.warning_signs import Tier
from tests.stories.keeping import buttons, presses
from tests.stories.steps import is_not_safe
from tests.stories.test_the_ladder import AGAIN, revokes

NEWS = "There is a new word on alert 1."
TODAY = "Alert 1 for your day. No rush in the next minutes."


def outcome(town: Town, who: Resident) -> tuple[int, str]:
    """Find the newest button that says how it went, as message and data."""
    return [one for one in buttons(town, who) if one[1].startswith("outcome:")][-1]


async def state(town: Town) -> AlertState:
    """Return how alert 1 stands."""
    async with town.app.ground.database.reading() as uow:
        return (await uow.alerts.get(1)).state


async def test_passing_it_on_takes_the_buttons_off(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Whoever has passed it on cannot say how it went."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")
    await dana.taps("Pass on")

    assert dana.toast == "Passed on. The next person is being told now."
    assert dana.sees("You had alert 1.")
    assert not any(data.startswith(("outcome:", "pass:")) for _, data in buttons(town, dana))
    assert sam.screen == [AGAIN]


async def test_an_old_button_after_passing_it_on(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """It must not stop the climb; and it says what can be done instead."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")
    message, data = outcome(town, dana)
    await dana.taps("Pass on")
    dana.puts_it_away()

    toast = await presses(town, DANA.user_id, data, message)

    assert toast is not None
    assert toast.startswith("Nobody has this one right now.")
    assert await state(town) is AlertState.RAISED
    assert dana.sees("Nobody has taken it yet.")
    await dana.taps("I'm on it")
    await dana.taps("Reached, safe")
    assert await state(town) is AlertState.RESOLVED


async def test_an_old_button_when_another_has_it(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Sam is on the phone with Mia; Dana's old message cannot close it."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")
    old = [outcome(town, dana), *[one for one in buttons(town, dana) if "pass:" in one[1]]]
    await dana.taps("Pass on")
    await sam.taps("I'm on it")

    toasts = [await presses(town, DANA.user_id, data, message) for message, data in old]

    assert toasts == [
        "Sam has this one now and will say how it went. Thank you.",
        "This one has gone on already. Nothing more to do.",
    ]
    assert await state(town) is AlertState.ACKNOWLEDGED


async def test_passing_on_what_has_gone_on(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """The same button twice asks nobody else."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")
    (message, data) = next(one for one in buttons(town, dana) if one[1].startswith("pass:"))
    await dana.taps("Pass on")

    toast = await presses(town, DANA.user_id, data, message)

    assert toast == "This one has gone on already. Nothing more to do."
    assert sam.screen == [AGAIN]


async def test_silence_takes_the_buttons_off_as_well(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """It is back on the ladder: neither the message nor its reminder can close it."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")

    await town.waits(minutes=45)

    assert sam.screen == [AGAIN]
    assert not any(data.startswith("outcome:") for _, data in buttons(town, dana))


async def test_a_counselor_closes_it_when_its_holder_is_gone(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Sam took it, and then Mia took back what Sam may be told."""
    await is_not_safe(town, mia)
    await town.waits(minutes=15)
    await sam.taps("I'm on it")
    await dana.says("/alerts")
    await dana.taps("Open")
    assert "Reached, safe" not in dana.buttons
    await revokes(town, SAM.user_id)
    sam.puts_it_away()

    await dana.says("/alerts")
    await dana.taps("Open")
    await dana.taps("Reached, safe")

    assert await state(town) is AlertState.RESOLVED
    assert dana.sees("Alert 1 is closed: reached, safe. Thank you.")
    assert not sam.sees("closed")


async def test_another_sponsor_does_not(town: Town, mia: Resident, dana: Resident) -> None:
    """Standing in is a counselor's part."""
    eve = Resident(Phone(town.telegram, 7_000_000_901, "Eve"), town)
    town.telegram.users[eve.phone.user_id].started = True
    now = town.clock.now()
    async with town.app.ground.database.unit_of_work() as uow:
        client, holder = [await uow.people.by_chat(one.user_id) for one in (MIA, SAM)]
        assert client is not None
        assert holder is not None
        person = await uow.people.add(
            eve.phone.user_id, "Eve", language="en", country="US", zone="UTC", now=now
        )
        await uow.people.join(person.id, client.id, Role.SPONSOR, now)
        (held,) = await uow.consents.for_recipient(holder.id)
        await uow.consents.grant(replace(held, recipient_id=person.id), now)
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")
    message, data = outcome(town, dana)
    await revokes(town, DANA.user_id)

    toast = await presses(town, eve.phone.user_id, data, message)

    assert toast == "Dana has this one now and will say how it went. Thank you."
    assert await state(town) is AlertState.ACKNOWLEDGED


async def opens(town: Town, who: Resident, words: str) -> str:
    """Press *Open* under the newest message of these words; return the card."""
    under = [one for one in town.telegram.messages(who.phone.user_id) if one.text == words][-1]
    data = under.buttons[0][0].data
    assert data is not None
    await presses(town, who.phone.user_id, data, under.message_id)
    return who.screen[-1]


def of_alert_1(who: Resident) -> list[str]:
    """List what somebody reads of alert 1: a week of silence is another alert."""
    return [one for one in who.screen if "alert 1" in one.lower()]


async def uses(town: Town, mia: Resident) -> None:
    """Let Mia answer the check-in that waits: she has used, and is safe."""
    await mia.taps("Start")
    await mia.says("yes")
    await mia.says("yes")


async def test_the_same_sign_a_week_later(town: Town, mia: Resident, dana: Resident) -> None:
    """The alert is still Dana's: she hears of it once, in working hours, and can read when."""
    await town.waits(minutes=6)
    await uses(town, mia)
    await town.waits(hours=15)
    await dana.taps("Open")
    await dana.taps("I'm on it")
    await town.waits(days=6, hours=9)
    dana.puts_it_away()
    mia.puts_it_away()

    await uses(town, mia)
    assert not dana.sees(NEWS)
    await town.waits(hours=14)

    assert of_alert_1(dana) == [NEWS]
    card = await opens(town, dana, NEWS)
    assert card.count("• use: yes") == 2
    assert "Again, 2026-05-19" in card


async def test_the_same_sign_while_it_lies_on_the_list(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Nobody has taken it for a week: what was new is said all the same."""
    await town.waits(minutes=6)
    await uses(town, mia)
    await town.waits(days=7)
    assert of_alert_1(dana) == [TODAY]
    mia.puts_it_away()

    await uses(town, mia)
    await town.waits(hours=15)

    assert of_alert_1(dana) == [TODAY, NEWS]


async def test_ten_words_in_a_row_are_one_to_whoever_has_it(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Mia changes her mind, and back; Dana is on the phone with her."""
    await is_not_safe(town, mia)
    await dana.taps("I'm on it")
    dana.puts_it_away()

    for answer in ("Not sure", "No", "Not sure"):
        await mia.taps("Back")
        await mia.taps(answer)

    assert dana.screen == [NEWS]
    await dana.taps("Open")
    assert dana.screen[-1].count("Again, ") == 3


async def test_a_ladder_of_ones_own_is_for_its_tier(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Mia wants Sam to be woken first; what can wait still goes to Dana's list, and stays there."""
    async with town.app.ground.database.unit_of_work() as uow:
        client, friend = [await uow.people.by_chat(one.user_id) for one in (MIA, SAM)]
        assert client is not None
        assert friend is not None
        plan = await uow.plans.current(client.id)
        assert plan is not None
        own = Ladder((Rung((friend.id,), 15, 8),), 30, 15)
        await uow.plans.save(replace(plan, ladders={Tier.NOW: own}))

    await town.waits(minutes=6)
    await uses(town, mia)
    await town.waits(hours=15)
    assert (dana.screen, sam.screen) == ([TODAY], [])
    await mia.says("/sos")
    await mia.taps("No")

    assert sam.screen == ["Someone you look after needs you. Alert 2."]
    assert dana.screen == [TODAY]
