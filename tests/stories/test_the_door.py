"""The door: whoever opens an invitation comes in only when their inviter has entered their digits.

A link that went astray shows nothing to whoever has it, and a wrong guess lets nobody in.
"""

from datetime import timedelta
from pathlib import Path

import pytest
from structlog.typing import EventDict

from bot.cast import MIA, ROSA
from bot.emulator.phone import Phone
from bot.town import Resident, Town
from dialogs.care.people import Role
from tests.stories.keeping import buttons, presses
from tests.stories.test_at_the_door import rows
from tests.stories.test_joining import CLOSED, comes_in, digits, phone
from tests.stories.test_supporters import person, roles

TINA, OTTO = 7_000_000_502, 7_000_000_503


async def link(inviter: Resident, whom: str) -> str:
    """Make an invitation in the chat; return what follows /start."""
    await inviter.says("/invite")
    await inviter.taps(whom)
    return inviter.screen[-1].rpartition("start=")[2].strip()


@pytest.fixture
def tina(town: Town) -> Resident:
    """Somebody whom Mia would like by her side."""
    return phone(town, TINA, "Tina")


@pytest.mark.parametrize(
    ("whom", "role", "yes"),
    [
        pytest.param("A sponsor", Role.SPONSOR, "Yes, count on me", id="sponsor"),
        pytest.param("Family, or someone close", Role.FAMILY, "Yes, please", id="family"),
    ],
)
async def test_a_client_invites_somebody(
    town: Town, mia: Resident, tina: Resident, whom: str, role: Role, yes: str
) -> None:
    """Link, digits, welcome, yes; from then on she stands in the circle, with nothing shared."""
    await comes_in(tina, mia, await link(mia, whom))

    assert mia.sees("That is right. Tina can come in now.")
    await tina.taps(yes)

    assert await roles(town, TINA) == [((await person(town, MIA.user_id)).id, role)]
    await mia.says("/people")
    assert mia.sees(f"Tina · {role}\nGets: nothing")


async def test_nothing_shows_at_the_door(town: Town, mia: Resident, tina: Resident) -> None:
    """Not whose it is, nor what it would be: only the digits."""
    await tina.says(f"/start {await link(mia, 'Family')}")

    assert "Mia" not in "".join(tina.screen)
    assert tina.buttons == []
    assert await roles(town, TINA) == []
    assert mia.screen[-1] == "Someone has opened your invitation."


async def test_the_digits_can_be_tapped(town: Town, mia: Resident, tina: Resident) -> None:
    """A keypad under the question, with the digits so far above it, and one step back."""
    await tina.says(f"/start {await link(mia, 'Family')}")
    code = digits(tina)
    await mia.taps("Look")
    assert "for your family" in mia.screen[-1]
    assert "“Tina”" in mia.screen[-1]

    wrong = next(str(n) for n in range(10) if str(n) != code[0])
    await mia.taps(wrong)
    assert f"{wrong} _ _ _" in mia.screen[-1]
    await mia.taps("⌫")
    for digit in code:
        await mia.taps(digit)

    assert mia.sees("That is right. Tina can come in now.")
    assert tina.sees("Mia")


async def test_three_wrong_guesses_close_it(town: Town, mia: Resident, tina: Resident) -> None:
    """Whoever stands there reads what everybody reads whose invitation is no good."""
    await tina.says(f"/start {await link(mia, 'A sponsor')}")
    wrong = str((int(digits(tina)) + 1) % 10_000).zfill(4)

    await mia.says(wrong)
    assert mia.sees("You can try 2 more times.")
    await mia.says(wrong)
    await mia.says(wrong)

    assert mia.sees("so I closed this invitation")
    assert tina.screen[-1] == CLOSED
    assert await roles(town, TINA) == []
    assert (await person(town, TINA)).name == ""


async def test_that_is_not_them(town: Town, mia: Resident) -> None:
    """A forwarded link: the stranger learns nothing, and is forgotten."""
    otto = phone(town, OTTO, "Otto")
    await otto.says(f"/start {await link(mia, 'Family')}")
    await mia.taps("Look")

    await mia.taps("That is not them")

    assert otto.screen[-1] == CLOSED
    assert mia.sees("Nobody came in")
    assert (await person(town, OTTO)).name == ""


async def test_a_link_opened_by_another_first(town: Town, mia: Resident, tina: Resident) -> None:
    """Used is used: the second reads the one sentence there is."""
    token = await link(mia, "Family")
    await phone(town, OTTO, "Otto").says(f"/start {token}")

    await tina.says(f"/start {token}")

    assert tina.screen == [CLOSED]


async def test_somebody_who_waits_is_shown_the_digits_again(
    town: Town, mia: Resident, tina: Resident
) -> None:
    """A chat that was scrolled away is no reason for a new invitation."""
    await tina.says(f"/start {await link(mia, 'Family')}")
    code = digits(tina)

    await tina.says("/start")

    assert digits(tina) == code


async def test_who_never_came_in_is_forgotten(
    town: Town, mia: Resident, tina: Resident, tmp_path: Path
) -> None:
    """A day after a family invitation the door is shut, and no digits are kept."""
    await tina.says(f"/start {await link(mia, 'Family')}")
    code = digits(tina)

    await town.waits(hours=25)
    await mia.says(code)

    assert await roles(town, TINA) == []
    assert rows(tmp_path, "SELECT count(*) FROM pairings") == [(0,)]
    assert (await person(town, TINA)).name == ""


async def test_another_inviter_opens_no_door_of_hers(
    town: Town, mia: Resident, dana: Resident, rosa: Resident, tina: Resident
) -> None:
    """Neither digits nor buttons work for anybody but whoever invited."""
    await tina.says(f"/start {await link(mia, 'Family')}")
    await dana.says(digits(tina))
    _, data = buttons(town, mia)[-1]
    await presses(town, ROSA.user_id, data)

    assert await roles(town, TINA) == []
    assert not dana.sees("can come in")
    assert not rosa.sees("Tina")


async def test_her_own_mother_cannot_be_her_counselor(
    town: Town, mia: Resident, dana: Resident, rosa: Resident
) -> None:
    """Two sides of one case go to no one person; a second client of hers is another matter."""
    await dana.says(f"/start {await link(mia, 'Family')}")

    assert dana.screen[-1] == CLOSED
    assert (await person(town, MIA.user_id)).id not in {
        client for client, role in await roles(town, dana.phone.user_id) if role is Role.FAMILY
    }


async def test_a_counselor_who_is_somebodys_sister(
    town: Town, mia: Resident, ben: Resident
) -> None:
    """Ben counsels others; here he is family, and sees what family sees: nothing unasked."""
    await comes_in(ben, mia, await link(mia, "Family"))
    await ben.taps("Yes, please")

    await ben.says("/clients")
    assert not ben.sees("Mia ·")
    await ben.says("/people")
    assert ben.sees("You support Mia.")


@pytest.mark.parametrize("who", ["Sam", "Rosa"])
async def test_a_supporter_invites_nobody(town: Town, who: str) -> None:
    """Not for themselves, and not for the client."""
    somebody = town.residents[who]

    await somebody.says("/invite family")

    assert somebody.screen == ["That one is not for you here. /help shows what I can do."]


async def test_a_used_link_of_somebody_inside(town: Town, mia: Resident, tina: Resident) -> None:
    """It opens nothing twice, not even for the one whom it was meant for."""
    token = await link(mia, "A sponsor")
    await comes_in(tina, mia, token)
    await tina.taps("Yes, count on me")

    await tina.says(f"/start {token}")

    assert tina.screen == [CLOSED]


async def test_an_expired_link(town: Town, mia: Resident) -> None:
    """Family invitations last a day."""
    token = await link(mia, "Family")
    await town.waits_until(town.clock.now() + timedelta(hours=24))
    late = Resident(Phone(town.telegram, TINA, "Tina"), town)

    await late.says(f"/start {token}")

    assert late.screen == [CLOSED]


async def test_an_admin_invites_a_counselor(town: Town, ada: Resident, tina: Resident) -> None:
    """In the chat as well somebody has to know who came."""
    await ada.says("/invite counselor")
    token = ada.screen[-1].rpartition("start=")[2].strip()

    await comes_in(tina, ada, token)

    assert tina.screen[-1].startswith("Welcome, Tina.")
    assert await roles(town, TINA) == [(None, Role.COUNSELOR)]


async def test_fifty_at_one_door(town: Town, mia: Resident, tmp_path: Path) -> None:
    """A link that fifty people press lets one of them to the door, and nobody in."""
    token = await link(mia, "Family")
    crowd = [phone(town, 7_000_001_000 + n, f"Otto {n}") for n in range(50)]
    for one in crowd:
        one.phone.says(f"/start {token}")

    await town.waits(seconds=60)

    assert sum("Please tell this number" in line for one in crowd for line in one.screen) == 1
    assert sum(one.screen == [CLOSED] for one in crowd) == 49
    assert rows(tmp_path, "SELECT count(*) FROM pairings") == [(1,)]


@pytest.mark.parametrize("command", ["/invite", "/people"])
async def test_a_name_to_call_for_those_without_family(
    town: Town, mia: Resident, command: str
) -> None:
    """A friend or a group stands in the circle with a number alone; nothing is shared with it."""
    await mia.says(command)
    await mia.taps("Only a name" if command == "/invite" else "Add a name")
    await mia.says("Tuesday group")
    for _ in range(6):
        if "Skip" in mia.buttons:
            await mia.taps("Skip")

    await mia.says("/people")

    assert mia.sees("Also there for you:\nTuesday group")


async def test_five_wrong_links_and_no_more_for_an_hour(
    town: Town, mia: Resident, tina: Resident
) -> None:
    """Whoever tries one after another is not even looked up; an hour later a good one is good."""
    token = await link(mia, "Family")
    for n in range(5):
        await tina.says(f"/start made-up-{n}")

    await tina.says(f"/start {token}")
    assert tina.screen == [CLOSED]
    await town.waits(hours=1)
    await tina.says(f"/start {token}")

    assert digits(tina)


async def test_guessing_is_noticed(town: Town, logged: list[EventDict]) -> None:
    """A hundred within a minute, from however many chats, is no slip of the thumb."""
    crowd = [phone(town, 7_000_001_000 + n, f"Otto {n}") for n in range(50)]
    for one in crowd:
        one.phone.says("/start made-up")
        one.phone.says("/start made-up-too")

    await town.waits(seconds=30)

    errors = [line["event"] for line in logged if line["log_level"] == "error"]
    assert errors == ["invitations are being guessed"]
