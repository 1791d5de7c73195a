"""Supporters: how a sponsor or family member comes in, takes a break, and is let go kindly."""

import sqlite3
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.cast import MIA, ROSA, SAM
from bot.emulator.phone import Phone
from bot.town import Resident, Town
from dialogs.care.consent import Category, Grant
from dialogs.care.people import Person, Role
from tests.stories.conftest import DATABASE
from tests.stories.steps import is_not_safe, says_all_is_well
from tests.stories.test_joining import comes_in

TINA = 7_000_000_502
INVITATION = "tok-for-tina"
ASKED = "Would you like a break from Mia's messages, or to stop them for good?"
NOTICE = "There is something for you here."
LEFT = "Sam has stepped back and hears nothing more from me."
OPEN_TO_SAM = "Nobody has taken alert 1 yet. Can you?"


async def person(town: Town, chat_id: int) -> Person:
    """Return somebody by their chat."""
    async with town.app.ground.database.reading() as uow:
        found = await uow.people.by_chat(chat_id)
    assert found is not None
    return found


async def roles(town: Town, chat_id: int) -> list[tuple[int | None, Role]]:
    """List what somebody is, and to whom."""
    somebody = await person(town, chat_id)
    async with town.app.ground.database.reading() as uow:
        return [(m.client_id, m.role) for m in await uow.people.memberships(somebody.id)]


async def invites(town: Town, role: Role, token: str = INVITATION) -> None:
    """Let Mia invite somebody, as the clinic's own tool does for her."""
    mia = await person(town, MIA.user_id)
    now = town.clock.now()
    async with town.app.ground.database.unit_of_work() as uow:
        await uow.people.invite(role, mia.id, mia.id, token, now + timedelta(days=1), now)


async def supports(town: Town, chat_id: int, client_chat: int, role: Role) -> None:
    """Let somebody who is known support one more client."""
    supporter, client = await person(town, chat_id), await person(town, client_chat)
    async with town.app.ground.database.unit_of_work() as uow:
        await uow.people.join(supporter.id, client.id, role, town.clock.now())


@pytest.fixture
def tina(town: Town) -> Resident:
    """Somebody whom Mia would like by her side."""
    return Resident(Phone(town.telegram, TINA, "Tina"), town)


# Coming in


@pytest.mark.parametrize(
    ("role", "yes", "closing"),
    [
        pytest.param(Role.SPONSOR, "Yes, count on me", "When you are needed", id="sponsor"),
        pytest.param(Role.FAMILY, "Yes, please", "When there is news for you", id="family"),
    ],
)
async def test_a_yes_is_thanked_for_and_told(
    town: Town, mia: Resident, tina: Resident, role: Role, yes: str, closing: str
) -> None:
    """A closing word for the one, a line for the other."""
    await invites(town, role)
    await comes_in(tina, mia, INVITATION)

    await tina.taps(yes)

    assert tina.screen[-1].startswith("Thank you. I let Mia know.")
    assert closing in tina.screen[-1]
    assert mia.screen[-1] == "Tina said yes. Nothing is shared until you choose it: /people."
    assert await roles(town, TINA) == [((await person(town, MIA.user_id)).id, role)]


@pytest.mark.parametrize("role", [Role.SPONSOR, Role.FAMILY])
@pytest.mark.parametrize("way_out", ["Not now", "/stop"])
async def test_not_now_is_fine_and_forgotten(
    town: Town, mia: Resident, tina: Resident, tmp_path: Path, role: Role, way_out: str
) -> None:
    """No role, no name, no answer stays; Mia hears it in one line that blames nobody."""
    await invites(town, role)
    await comes_in(tina, mia, INVITATION)

    await (tina.says(way_out) if way_out.startswith("/") else tina.taps(way_out))

    assert tina.screen[-1].startswith("That is fine, and thank you for telling me.")
    assert mia.screen[-1] == (
        'Tina said "not now". Nothing was shared, and you can ask again another time.'
    )
    assert await roles(town, TINA) == []
    newcomer = await person(town, TINA)
    assert newcomer.name == ""
    with sqlite3.connect(tmp_path / DATABASE) as connection:
        for table in ("sessions", "answers", "memberships"):
            query = f"SELECT count(*) FROM {table} WHERE person_id = {newcomer.id}"  # noqa: S608
            assert connection.execute(query).fetchone() == (0,)


async def test_not_now_may_become_a_yes(town: Town, mia: Resident, tina: Resident) -> None:
    """One tap on the goodbye, and she is asked again; her name is known again with it."""
    await invites(town, Role.SPONSOR)
    await comes_in(tina, mia, INVITATION)
    await tina.taps("Not now")

    await tina.taps("Begin again")
    await tina.taps("Yes, count on me")

    assert mia.screen[-1].startswith("Tina said yes")
    assert (await person(town, TINA)).name == "Tina"


async def test_no_word_of_it_at_night(town: Town, mia: Resident, tina: Resident) -> None:
    """It can wait until the morning."""
    await town.waits(hours=4)
    mia.puts_it_away()
    await invites(town, Role.FAMILY)
    await comes_in(tina, mia, INVITATION)
    await tina.taps("Yes, please")
    mia.puts_it_away()
    await town.waits(hours=7)
    assert not mia.sees("Tina")

    await town.waits(hours=2)

    assert mia.sees("Tina said yes")


async def test_not_now_to_one_is_no_goodbye_to_another(town: Town, sam: Resident) -> None:
    """Sam does not want to be somebody else's sponsor; Mia's he stays."""
    here = Resident(Phone(town.telegram, TINA, "Ben"), town)
    async with town.app.ground.database.unit_of_work() as uow:
        now = town.clock.now()
        ben = await uow.people.add(
            TINA, "Ben", language="en", country="US", zone="America/New_York", now=now
        )
        await uow.people.join(ben.id, ben.id, Role.CLIENT, now)
        await uow.people.invite(
            Role.SPONSOR, ben.id, ben.id, INVITATION, now + timedelta(days=1), now
        )
    before = await roles(town, SAM.user_id)

    await comes_in(sam, here, INVITATION)
    assert sam.sees("Ben would like you as a person to turn to.")
    await sam.taps("Not now")

    assert await roles(town, SAM.user_id) == before
    assert (await person(town, SAM.user_id)).name == "Sam"


# Going


async def test_stop_asks_once_more(town: Town, mia: Resident, sam: Resident) -> None:
    """A slip of the thumb ends no sponsorship."""
    await sam.says("/stop")

    assert ASKED in sam.screen[-1]
    assert sam.buttons == ["Keep them", "A week's break", "Stop them"]
    assert await roles(town, SAM.user_id) != []
    assert mia.screen == []


@pytest.mark.parametrize("stays", ["Keep them", "/stop"])
async def test_whoever_stays_after_all(
    town: Town, mia: Resident, sam: Resident, stays: str
) -> None:
    """Nothing has changed, nobody is told, and Sam is asked as before."""
    await sam.says("/stop")

    await (sam.says(stays) if stays.startswith("/") else sam.taps(stays))

    assert sam.screen[-1] == "Good to have you. Nothing has changed."
    await is_not_safe(town, mia)
    assert not mia.sees("Sam")
    await town.waits(minutes=16)
    assert sam.screen[-1] == OPEN_TO_SAM


async def test_a_sponsor_leaves(town: Town, mia: Resident, sam: Resident) -> None:
    """Two taps; Mia hears it kindly, and Sam hears nothing more."""
    await sam.says("/stop")
    await sam.taps("Stop them")

    assert sam.screen[-1].startswith("Done. You will hear no more from me about Mia.")
    assert mia.screen[-1].startswith(LEFT)
    assert "It says nothing about you." in mia.screen[-1]
    sam.puts_it_away()
    await is_not_safe(town, mia)
    await town.waits(minutes=20)
    assert sam.screen == []
    await mia.says("/people")
    assert not mia.sees("Sam · sponsor\nGets")


async def test_a_mother_leaves(town: Town, mia: Resident, rosa: Resident) -> None:
    """What waits for her is taken back: no more means no more."""
    async with town.app.ground.database.unit_of_work() as uow:
        mother = await uow.people.by_chat(ROSA.user_id)
        assert mother is not None
        await uow.people.update(replace(mother, quiet_from=time(19, 0)))
    await says_all_is_well(town, mia)
    await mia.taps("All good")

    await rosa.says("/stop")
    await rosa.says("stop them")
    rosa.puts_it_away()
    await town.waits(hours=14)

    assert rosa.screen == []
    assert mia.sees("Rosa has stepped back")


async def test_a_goodbye_in_the_middle_of_an_alert(
    town: Town, mia: Resident, sam: Resident, dana: Resident
) -> None:
    """What rested on Sam goes on to the next at once."""
    await is_not_safe(town, mia)
    await town.waits(minutes=15)
    await sam.taps("I'm on it")
    assert mia.sees("Sam has this")
    dana.puts_it_away()

    await sam.says("/stop")
    await sam.taps("Stop them")

    assert dana.screen == ["Nobody has taken alert 1 yet. Can you?"] or dana.sees("alert 1")
    assert not await roles(town, SAM.user_id)


async def test_whom_it_is_about(town: Town, sam: Resident) -> None:
    """Whoever supports two people leaves the one they mean."""
    Phone(town.telegram, TINA, "Ben")
    async with town.app.ground.database.unit_of_work() as uow:
        now = town.clock.now()
        ben = await uow.people.add(
            TINA, "Ben", language="en", country="US", zone="America/New_York", now=now
        )
        await uow.people.join(ben.id, ben.id, Role.CLIENT, now)
    await supports(town, SAM.user_id, TINA, Role.SPONSOR)

    await sam.says("/stop")
    assert sam.screen[-1] == "Whom is it about?"
    await sam.taps("Ben")
    assert "Ben's messages" in sam.screen[-1]
    await sam.taps("Stop them")

    mia = await person(town, MIA.user_id)
    assert await roles(town, SAM.user_id) == [(mia.id, Role.SPONSOR)]


# A break


async def test_a_week_off(town: Town, mia: Resident, sam: Resident) -> None:
    """Mia knows until when; Sam is passed over, and on the ladder again after it."""
    await sam.says("/stop")
    await sam.taps("A week's break")

    assert "Until 2026-05-19 you hear nothing from me about Mia." in sam.screen[-1]
    assert mia.screen[-1] == "Sam is taking a break until 2026-05-19. It says nothing about you."
    await mia.says("/people")
    assert mia.sees("Sam · sponsor\nGets: when you need someone\nTaking a break until 2026-05-19")
    sam.puts_it_away()
    await is_not_safe(town, mia)
    await town.waits(minutes=20)
    assert sam.screen == []

    await town.waits(days=7)
    await mia.says("/sos")
    await mia.taps("No")
    await town.waits(minutes=16)

    assert sam.screen != []


async def test_no_news_in_a_break(town: Town, mia: Resident, rosa: Resident) -> None:
    """And no promise to Mia that somebody hears of it."""
    await rosa.says("/stop")
    await rosa.taps("A week's break")
    rosa.puts_it_away()

    await says_all_is_well(town, mia)
    await mia.taps("All good")

    assert rosa.screen == []
    assert not mia.sees("this good news goes to Rosa")


async def test_back_before_the_week_is_over(town: Town, mia: Resident, sam: Resident) -> None:
    """One word, and Mia knows."""
    await sam.says("/stop")
    await sam.taps("A week's break")
    mia.puts_it_away()

    await sam.says("/start")

    assert sam.screen[-1] == "Welcome back. Mia knows."
    assert mia.screen == ["Sam is back from the break."]
    await is_not_safe(town, mia)
    await town.waits(minutes=16)
    assert sam.screen[-1] == OPEN_TO_SAM


async def test_a_role_that_ended_meanwhile(town: Town, sam: Resident, mia: Resident) -> None:
    """Whoever was let go while they thought about it has nothing left to leave."""
    await sam.says("/stop")
    sponsor, client = await person(town, SAM.user_id), await person(town, MIA.user_id)
    async with town.app.ground.database.unit_of_work() as uow:
        await uow.people.leave(sponsor.id, client.id, Role.SPONSOR, town.clock.now())

    await sam.taps("Stop them")

    assert sam.toast == "That one is not for you here. /help shows what I can do."
    assert mia.screen == []


async def test_a_break_of_a_sponsor_who_is_a_client_too(
    town: Town, mia: Resident, sam: Resident
) -> None:
    """His own check-in is stopped first; asked once more it is about Mia."""
    sponsor = await person(town, SAM.user_id)
    now = town.clock.now()
    async with town.app.ground.database.unit_of_work() as uow:
        await uow.people.join(sponsor.id, sponsor.id, Role.CLIENT, now)
        plan = await uow.plans.current((await person(town, MIA.user_id)).id)
        assert plan is not None
        await uow.plans.save(replace(plan, client_id=sponsor.id))
    await sam.says("/checkin")

    await sam.says("/stop")
    assert sam.screen[-1].startswith("Stopped.")
    await sam.says("/stop")

    assert ASKED in sam.screen[-1]


async def test_grants_say_nothing_of_breaks(town: Town, sam: Resident) -> None:
    """A break is Sam's; what Mia allowed him stays as it was."""
    sponsor = await person(town, SAM.user_id)
    await sam.says("/stop")
    await sam.taps("A week's break")

    async with town.app.ground.database.reading() as uow:
        held: list[Grant] = await uow.consents.for_recipient(sponsor.id)
    assert [grant.categories for grant in held] == [frozenset({Category.ALERTS})]
    assert held[0].revoked_at is None
