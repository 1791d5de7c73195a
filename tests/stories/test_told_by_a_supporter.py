"""Rosa and Sam write what alarms: they are shown whom to call, asked whom they mean, and heard."""

import pytest

from bot.cast import ROSA, SAM
from bot.town import Resident, Town
from dialogs.care.people import Role

CARD = "call now:\n911"
QUESTION = "Is this about you, or about Mia?"
PAGE = "Someone you look after needs you. Alert 1."
PILLS = "my daughter took too many pills and will not wake up"


async def signs(town: Town) -> list[tuple[str, bool]]:
    """Name the signs of all open alerts, and whether they are for staff only."""
    async with town.app.ground.database.reading() as uow:
        return [(alert.sign, alert.staff_only) for alert in await uow.alerts.all_open(9)]


@pytest.mark.parametrize("who", ["Rosa", "Sam"])
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(PILLS, id="overdose"),
        pytest.param("i am going to kill myself tonight", id="suicide"),
        pytest.param("my son wants to kill himself", id="suicide-of-another"),
        pytest.param("her boyfriend is going to kill her", id="violence"),
        pytest.param("off booze two days and seeing things", id="withdrawal"),
    ],
)
async def test_the_card_and_then_one_question(town: Town, who: str, words: str) -> None:
    """Nobody is told before they have said whom they mean."""
    supporter = town.residents[who]

    await supporter.says(words)

    card, asked = (text for text in supporter.screen if text)
    assert CARD in card
    assert QUESTION in asked
    assert supporter.buttons == ["Me", "The person I support"]
    assert await signs(town) == []


async def test_about_the_person_she_supports(
    town: Town, mia: Resident, dana: Resident, sam: Resident, rosa: Resident
) -> None:
    """Her daughter's counselor is told, and nobody else."""
    await rosa.says(PILLS)

    await rosa.taps("The person I support")

    assert await signs(town) == [("told_by_supporter", True)]
    assert dana.screen == [PAGE]
    assert sam.screen == []
    assert rosa.sees("I am telling the care team of Mia right now.")
    assert not rosa.sees("Dana")


async def test_what_the_counselor_reads(town: Town, dana: Resident, rosa: Resident) -> None:
    """Who told, and what it was about; the words themselves stay between Rosa and the bot."""
    await rosa.says(PILLS)
    await rosa.taps("The person I support")

    await dana.taps("Open")

    assert dana.sees("told by a supporter: words about an overdose or a medical emergency")
    assert not dana.sees("too many pills")


async def test_the_client_learns_that_somebody_will_call_and_not_why(
    town: Town, mia: Resident, dana: Resident, rosa: Resident
) -> None:
    """What a supporter wrote could put them in danger, so it stays among staff."""
    await rosa.says(PILLS)
    await rosa.taps("The person I support")
    await dana.taps("I'm on it")

    assert mia.screen == [
        "I have asked Dana to get in touch with you. You will hear here as soon as someone has it. "
        "/sos has people you can call this minute.",
        "Dana has this and will be in touch.",
    ]


async def test_no_sponsor_and_no_family_ever_sees_it(
    town: Town, dana: Resident, sam: Resident, rosa: Resident
) -> None:
    """The ladder of such an alert has counselors only, and it climbs to nobody else."""
    await rosa.says(PILLS)
    await rosa.taps("The person I support")
    rosa.puts_it_away()

    await town.waits(hours=2)

    assert sam.screen == []
    assert rosa.screen == []
    assert len(dana.screen) > 1


async def test_about_herself(town: Town, mia: Resident, dana: Resident, rosa: Resident) -> None:
    """It is hers: her daughter's counselor is not told, and she is told so."""
    await rosa.says("i am going to kill myself tonight")

    await rosa.taps("Me")
    await town.waits(minutes=15)

    assert await signs(town) == []
    assert dana.screen == []
    assert not mia.sees("Dana")
    assert rosa.sees("I have told nobody about this.")


async def test_silence_is_no_all_clear(town: Town, dana: Resident, rosa: Resident) -> None:
    """Whoever holds their daughter does not tap: after ten minutes the counselor is told."""
    await rosa.says(PILLS)

    await town.waits(minutes=9, seconds=50)
    assert dana.screen == []
    await town.waits(seconds=20)

    assert dana.screen == [PAGE]
    await dana.taps("Open")
    assert dana.sees("They did not say whom they mean: it may be about themselves.")


async def test_stopping_is_no_all_clear_either(town: Town, dana: Resident, sam: Resident) -> None:
    """The question may be left, and what was written stays written."""
    await sam.says(PILLS)

    await sam.says("/stop")

    assert dana.screen == [PAGE]


async def test_typed_instead_of_tapped(town: Town, dana: Resident, sam: Resident) -> None:
    """The label may be written too."""
    await sam.says(PILLS)

    await sam.says("the person i support")

    assert dana.screen == [PAGE]


async def test_the_same_again_is_the_same_alert(
    town: Town, dana: Resident, rosa: Resident, sam: Resident
) -> None:
    """Two who worry about one client make one alert."""
    for supporter in (rosa, sam):
        await supporter.says(PILLS)
        await supporter.taps("The person I support")

    assert len(await signs(town)) == 1
    assert dana.screen == [PAGE]


async def test_somebody_who_supports_two_is_asked_which(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Each by name; only the counselor of whoever is meant is told."""
    await supports_another(town)
    await sam.says(PILLS)
    assert sam.buttons == ["Me", "Mia", "Tom"]

    await sam.taps("Mia")

    assert dana.screen == [PAGE]
    assert len(await signs(town)) == 1


async def test_of_two_and_silent_both_are_meant(town: Town, dana: Resident, sam: Resident) -> None:
    """Nobody guesses which of them it is."""
    await supports_another(town)
    await sam.says(PILLS)

    await town.waits(minutes=11)

    assert len(await signs(town)) == 2
    assert PAGE in dana.screen


async def supports_another(town: Town) -> None:
    """Let Sam be the sponsor of Tom too, whom nobody looks after."""
    now = town.clock.now()
    async with town.app.ground.database.unit_of_work() as uow:
        tom = await uow.people.add(
            7_000_000_777, "Tom", language="en", country="US", zone="UTC", now=now
        )
        sam = await uow.people.by_chat(SAM.user_id)
        assert sam is not None
        await uow.people.join(tom.id, tom.id, Role.CLIENT, now)
        await uow.people.join(sam.id, tom.id, Role.SPONSOR, now)


async def test_nobody_to_tell_is_said(town: Town, mia: Resident, rosa: Resident) -> None:
    """If no counselor can be told, she must not wait for one."""
    now = town.clock.now()
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(ROSA.user_id)
        assert person is not None
        (member,) = await uow.people.memberships(person.id)
        for grant in await uow.consents.of_client(member.client_id or 0):
            await uow.consents.revoke(grant.id, now, by=grant.client_id)

    await rosa.says(PILLS)
    await rosa.taps("The person I support")

    assert rosa.sees("I could not find anyone on the care team of Mia to tell.")


async def test_heavy_words_that_are_no_emergency(
    town: Town, dana: Resident, rosa: Resident
) -> None:
    """They are answered, and nobody is asked or told."""
    await rosa.says("i feel hopeless")

    assert rosa.sees("That sounds like a lot to carry.")
    assert dana.screen == []


async def test_dark_words_under_a_picture(town: Town, rosa: Resident) -> None:
    """Everybody's text is read, wherever it stands."""
    await rosa.says(PILLS, media="photo")

    assert "The person I support" in rosa.buttons


async def test_help_me_from_a_mother_is_the_card_and_no_more(town: Town, rosa: Resident) -> None:
    """Without a word of what it is about there is nobody else to tell."""
    await rosa.says("help me")

    assert CARD in rosa.screen[0]
    assert not rosa.sees("I do not know that one.")
