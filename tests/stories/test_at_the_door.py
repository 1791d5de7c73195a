"""At the door: what is kept of whoever has not said yes, what a yes is to, whose evening it is."""

import hashlib
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bot.emulator.phone import Phone
from bot.town import Resident, Town
from dialogs.care.people import Person, Role
from dialogs.playbook import Playbook
from tests.stories.conftest import DATABASE, english_only
from tests.stories.keeping import buttons, presses
from tests.stories.test_joining import ALL_SET, CLOSED, NELL, comes_in, hands_out, invitation

OTTO = 7_000_000_501
GOODBYE = "That is fine. I keep only your language and country, no name and no answers."


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    """Our content in English alone: nobody is asked which language they like."""
    return english_only(tmp_path_factory.mktemp("english"))


@pytest.fixture
async def una(clinic: Town) -> Resident:
    """The counselor of a new clinic."""
    una = Resident(Phone(clinic.telegram, 7_000_000_400, "Una"), clinic)
    await una.says(f"/start {await invitation(clinic, Role.COUNSELOR)}")
    return una


@pytest.fixture
async def nell(clinic: Town, una: Resident) -> Resident:
    """Somebody who has opened her invitation and named her country."""
    nell = Resident(Phone(clinic.telegram, NELL, "Nell"), clinic)
    await comes_in(nell, una)
    return nell


async def known(clinic: Town) -> Person:
    """Return what is known of Nell."""
    async with clinic.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(NELL)
    assert person is not None
    return person


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    """Look into the database itself."""
    with sqlite3.connect(folder / DATABASE) as connection:
        return list(connection.execute(query))


WAYS_OUT = [
    pytest.param(("Ireland", "Not now"), id="not-now"),
    pytest.param(("/stop",), id="stopped-at-once"),
    pytest.param(("Ireland", "/stop"), id="stopped-at-consent"),
    pytest.param(("Ireland", "I agree", "/stop"), id="stopped-after-a-yes"),
    pytest.param(("Ireland", "I agree", "Back", "Not now"), id="yes-then-no"),
    pytest.param(("Ireland", "I agree", "words:Nell", "/stop"), id="stopped-after-the-name"),
]


async def goes(nell: Resident, way: tuple[str, ...]) -> None:
    """Let Nell tap, type, or give a command."""
    for act in way:
        if act.startswith("/"):
            await nell.says(act)
        elif act.startswith("words:"):
            await nell.says(act.removeprefix("words:"))
        else:
            await nell.taps(act)


@pytest.mark.parametrize("way", WAYS_OUT)
async def test_of_whoever_turns_back_nothing_is_kept(
    clinic: Town, una: Resident, nell: Resident, tmp_path: Path, way: tuple[str, ...]
) -> None:
    """No dialog, no answer, no tie to a counselor, no name: only chat, language and country."""
    await goes(nell, way)

    assert nell.sees(GOODBYE)
    person = await known(clinic)
    assert rows(tmp_path, "SELECT count(*) FROM sessions") == [(0,)]
    assert rows(tmp_path, "SELECT count(*) FROM answers") == [(0,)]
    assert rows(tmp_path, f"SELECT role FROM memberships WHERE client_id = {person.id}") == []  # noqa: S608
    assert rows(tmp_path, "SELECT used_at, used_by FROM invitations WHERE role = 'client'") == [
        (None, None)
    ]
    for table in ("plans", "check_ins", "grants", "consent_events"):
        assert rows(tmp_path, f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608
    assert rows(tmp_path, "SELECT body FROM outbox WHERE body IS NOT NULL") == []
    assert (person.name, person.language) == ("", "en")
    assert person.country == ("US" if way == ("/stop",) else "IE")
    assert person.zone == clinic.app.ground.house.zone
    await una.says("/clients")
    assert una.sees("Nobody is linked to you yet.")


async def test_the_goodbye_has_the_way_back_in(clinic: Town, una: Resident, nell: Resident) -> None:
    """One tap, and it begins again from the start."""
    await goes(nell, ("Ireland", "Not now"))

    await nell.taps("Begin again")
    assert nell.sees("Hi. I am Handrail")
    await goes(nell, ("United States", "I agree", "words:Nell", "words:New York", "20:00"))

    assert nell.screen[-1] == ALL_SET
    await una.says("/clients")
    assert una.sees("Nell")


async def test_so_has_the_invitation(clinic: Town, una: Resident) -> None:
    """It is good again, as long as it would have been."""
    token = await hands_out(una)
    nell = Resident(Phone(clinic.telegram, NELL, "Nell"), clinic)
    await comes_in(nell, una, token)
    await goes(nell, ("Ireland", "Not now"))

    await nell.says(f"/start {token}")
    assert nell.sees("Hi. I am Handrail")
    await nell.says("/stop")
    await clinic.waits(days=3)
    await nell.says(f"/start {token}")

    assert nell.screen == [CLOSED]


async def test_a_way_back_that_was_used_is_no_second_door(
    clinic: Town, una: Resident, nell: Resident
) -> None:
    """Once she is in, the old button opens nothing for anybody."""
    await goes(nell, ("Ireland", "Not now"))
    (back,) = [data for _, data in buttons(clinic, nell) if data.startswith("join:")]
    await nell.taps("Begin again")
    await goes(nell, ("Ireland", "I agree", "words:Nell", "Skip", "20:00"))

    Phone(clinic.telegram, OTTO, "Otto")
    clinic.telegram.users[OTTO].started = True
    for who in (NELL, OTTO):
        assert await presses(clinic, who, back) == CLOSED

    async with clinic.app.ground.database.reading() as uow:
        assert await uow.people.by_chat(OTTO) is None


async def test_start_alone_after_turning_back(clinic: Town, nell: Resident) -> None:
    """We no longer know who invited her, and say how it works."""
    await goes(nell, ("Ireland", "Not now"))

    await nell.says("/start")

    assert nell.sees("I work by invitation")
    assert nell.sees("/sos")


async def test_start_alone_before_an_answer(clinic: Town, nell: Resident) -> None:
    """Whoever only put the phone down stands where they stood, hours later too."""
    await nell.taps("Ireland")

    await nell.says("/start")
    assert nell.buttons[:2] == ["I agree", "Not now"]
    await clinic.waits(hours=5)
    await nell.says("/start")
    assert nell.sees("Hi. I am Handrail")
    await goes(nell, ("Ireland", "Not now"))

    assert nell.buttons == ["Begin again"]


async def test_a_client_who_says_not_now_to_another_counselor(
    clinic: Town, una: Resident, nell: Resident
) -> None:
    """She stays in the care she agreed to; only the new counselor is let go."""
    await goes(nell, ("Ireland", "I agree", "words:Nell", "Skip", "20:00"))
    vera = Resident(Phone(clinic.telegram, OTTO, "Vera"), clinic)
    await vera.says(f"/start {await invitation(clinic, Role.COUNSELOR)}")

    await comes_in(nell, vera)
    await goes(nell, ("Ireland", "Not now"))

    await una.says("/clients")
    assert una.sees("Nell")
    await vera.says("/clients")
    assert vera.sees("Nobody is linked to you yet.")
    await nell.says("/plan")
    assert nell.sees("Your plan, version 1")


async def test_a_yes_is_to_all_that_was_shown(clinic: Town, nell: Resident) -> None:
    """Who reads what, the limits, the question and the buttons: one text, one hash."""
    await nell.taps("Ireland")
    shown = "\n\n".join([nell.screen[-1], *nell.buttons[:2]])

    await goes(nell, ("I agree", "words:Nell", "Skip", "20:00"))

    person = await known(clinic)
    async with clinic.app.ground.database.reading() as uow:
        (grant,) = await uow.consents.of_client(person.id)
        (event,) = await uow.consents.events(person.id)
    assert grant.text_hash == hashlib.sha256(shown.encode()).hexdigest()
    assert event.grant.text_hash == grant.text_hash


async def test_a_country_with_one_clock(clinic: Town, nell: Resident) -> None:
    """One tap; and from then on evening is evening where she is."""
    await goes(nell, ("Ireland", "I agree", "words:Nell"))
    assert "What does your clock say right now?" in nell.screen[-1]
    assert nell.buttons[:1] == ["00:55 · Dublin"]

    await nell.taps("00:55 · Dublin")
    await nell.taps("20:00")

    assert nell.screen[-1] == "All set. Your first check-in is today at 20:00, Dublin time."
    assert (await known(clinic)).zone == "Europe/Dublin"
    await clinic.waits(hours=19, minutes=4)
    assert not nell.sees("A minute for you")
    await clinic.waits(minutes=1)
    assert nell.screen[-1] == "Hello. A minute for you, whenever you are ready."


async def test_a_country_with_many_clocks(clinic: Town, nell: Resident) -> None:
    """A short list, the clinic's own first, each with the time that it shows."""
    await goes(nell, ("United States", "I agree", "words:Nell"))

    assert nell.buttons[:5] == [
        "19:55 · New York",
        "18:55 · Chicago",
        "17:55 · Denver",
        "16:55 · Phoenix",
        "16:55 · Los Angeles",
    ]
    await nell.taps("16:55 · Los Angeles")
    await nell.taps("20:00")
    assert nell.screen[-1] == "All set. Your first check-in is today at 20:00, Los Angeles time."


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        pytest.param("chicago", "Chicago", id="one-of-the-list"),
        pytest.param("Louisville", "Louisville", id="one-that-is-not"),
        pytest.param("europe/berlin", "Berlin", id="far-away"),
    ],
)
async def test_a_city_typed_instead(clinic: Town, nell: Resident, typed: str, place: str) -> None:
    """Whoever does not find their clock names a city."""
    await goes(nell, ("United States", "I agree", "words:Nell"))

    await nell.says(typed)
    await nell.taps("20:00")

    assert nell.screen[-1].endswith(f"at 20:00, {place} time.")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        pytest.param("Chicgo", "Did you mean: Chicago", id="a-slip"),
        pytest.param("EST", "Did you mean: New York", id="an-abbreviation"),
        pytest.param("qqqq", "Try the name of a big city near you.", id="nowhere"),
    ],
)
async def test_a_place_we_do_not_know(
    clinic: Town, nell: Resident, typed: str, answer: str
) -> None:
    """Kindly, with what may be meant, and the question once more."""
    await goes(nell, ("United States", "I agree", "words:Nell"))

    await nell.says(typed)

    assert "I do not know that place." in nell.screen[-1]
    assert answer in nell.screen[-1]
    assert "19:5" in nell.buttons[0]


async def test_who_would_rather_not_say_has_the_clinics_clock(clinic: Town, nell: Resident) -> None:
    """It is a guess that is right for most."""
    await goes(nell, ("Skip", "I agree", "words:Nell", "Skip", "20:00"))

    assert nell.screen[-1] == ALL_SET


async def test_a_country_we_have_no_numbers_for(clinic: Town, nell: Resident) -> None:
    """Then /sos shows no other country's numbers as if they were hers."""
    await nell.says("Atlantis")
    await goes(nell, ("I agree", "words:Nell", "words:Reykjavik", "20:00"))

    assert (await known(clinic)).country is None
    await clinic.waits(seconds=10)
    await nell.says("/sos")
    assert nell.sees("call your local emergency number now")
    assert not nell.sees("911")


async def test_the_clocks_are_those_of_the_moment(clinic: Town, nell: Resident) -> None:
    """Whoever takes a while to say their name is not shown the time of before."""
    await goes(nell, ("Ireland", "I agree"))
    await clinic.waits(minutes=10)

    await nell.says("Nell")

    assert nell.buttons[0] == "01:05 · Dublin"


async def test_an_unanswered_welcome_asks_nobody(
    clinic: Town, una: Resident, nell: Resident
) -> None:
    """Who has not agreed is not reminded, not planned for, and nobody's client yet."""
    await nell.taps("Ireland")
    nell.puts_it_away()

    await clinic.waits(days=2)

    assert nell.screen == []
    person = await known(clinic)
    async with clinic.app.ground.database.reading() as uow:
        since = clinic.clock.now() - timedelta(days=9)
        assert await uow.check_ins.for_client(person.id, since) == []
