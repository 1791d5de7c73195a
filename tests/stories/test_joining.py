"""Joining: in by invitation only, and nobody's client before a yes."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions import welcome
from bot.cast import DANA
from bot.emulator.phone import Phone
from bot.emulator.state import commands
from bot.town import Resident, Town
from dialogs.care.people import SYSTEM, Role
from dialogs.playbook import Playbook
from tests.stories.conftest import english_only

CLOSED = "This invitation does not work any more. Please ask for a new one."
BY_INVITATION = "I work by invitation"
ALL_SET = "All set. Your first check-in is today at 20:00, New York time."
PROMPT = "Hello. A minute for you, whenever you are ready."
NELL, OTTO = 7_000_000_500, 7_000_000_501


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    """Our content in English alone: nobody is asked which language they like."""
    return english_only(tmp_path_factory.mktemp("english"))


def phone(town: Town, number: int, name: str) -> Resident:
    """Give somebody new a phone."""
    return Resident(Phone(town.telegram, number, name), town)


async def invitation(town: Town, role: Role) -> str:
    """Make an invitation, as ``handrail invite`` does; return what follows /start."""
    async with town.app.ground.database.unit_of_work() as uow:
        invited = await welcome.invite(uow, SYSTEM, role, town.clock.now())
    return invited.start


async def hands_out(counselor: Resident) -> str:
    """Let a counselor make an invitation for a client; return what follows /start."""
    await counselor.says("/invite")
    return counselor.screen[-1].rpartition("start=")[2].strip()


def digits(newcomer: Resident) -> str:
    """Return the digits that somebody at the door was shown."""
    return re.search(r"\d \d \d \d", "\n".join(newcomer.screen))[0].replace(" ", "")  # type: ignore[index]


async def comes_in(newcomer: Resident, inviter: Resident, token: str | None = None) -> str:
    """Let somebody open an invitation, and their inviter confirm them; return the token."""
    token = token or await hands_out(inviter)
    await newcomer.says(f"/start {token}")
    await inviter.says(digits(newcomer))
    return token


async def agrees(client: Resident) -> None:
    """Answer the welcome with a yes."""
    await client.taps("United States")
    await client.taps("I agree")
    await client.says("Nell")
    await client.taps(next(label for label in client.buttons if "New York" in label))
    await client.taps("20:00")


@pytest.fixture
async def una(clinic: Town) -> Resident:
    """The first counselor of a new clinic, who has just come in."""
    una = phone(clinic, 7_000_000_400, "Una")
    await una.says(f"/start {await invitation(clinic, Role.COUNSELOR)}")
    return una


@pytest.fixture
def nell(clinic: Town) -> Resident:
    """Somebody who is about to be invited."""
    return phone(clinic, NELL, "Nell")


async def test_from_an_empty_clinic_to_the_first_prompt(
    clinic: Town, una: Resident, nell: Resident
) -> None:
    """Counselor, invitation, client, consent, and the first evening comes by itself."""
    assert una.screen == [
        "Welcome, Una. You will be told here when somebody you look after needs you."
    ]

    await comes_in(nell, una)
    assert nell.sees("Hi. I am Handrail, a check-in companion.")
    await agrees(nell)
    assert nell.screen[-1] == ALL_SET
    nell.puts_it_away()
    await clinic.waits(minutes=6)

    assert nell.screen == [PROMPT]
    await una.says("/clients")
    assert una.sees("Nell · last check-in never")


async def test_who_reads_what_stands_before_the_question(
    clinic: Town, una: Resident, nell: Resident
) -> None:
    """Consent is asked for when it has been said what to."""
    await comes_in(nell, una)

    await nell.taps("Ireland")

    asked = nell.screen[-1]
    assert "Who reads what" in asked
    assert "not end-to-end encrypted" in asked
    assert nell.buttons[:2] == ["I agree", "Not now"]


@pytest.mark.parametrize("command", ["/checkin", "/now", "/invite", "/invite family", "/message"])
async def test_nothing_begins_before_a_yes(
    clinic: Town, una: Resident, nell: Resident, command: str
) -> None:
    """A question whose answer may not be kept is not asked."""
    await comes_in(nell, una)

    await nell.says(command)

    assert nell.sees("I need your yes first.")


async def test_sos_before_a_yes_is_the_card_and_no_promise(
    clinic: Town, una: Resident, nell: Resident
) -> None:
    """Nobody may be told yet, so no question is asked that says that somebody would be."""
    await comes_in(nell, una)

    await nell.says("/sos")

    assert "Nobody is watching this chat." in nell.screen[0]
    assert not nell.sees("Are you safe right now?")
    assert not una.sees("alert")


async def test_dark_words_before_a_yes(clinic: Town, una: Resident, nell: Resident) -> None:
    """Whom to call is shown at once; nothing is kept or told that was not agreed to."""
    await comes_in(nell, una)

    await nell.says("i am going to kill myself tonight")

    assert nell.sees("\n911\n")
    assert nell.sees("Nobody is watching this chat.")
    async with clinic.app.ground.database.reading() as uow:
        assert await uow.alerts.all_open(9) == []


async def test_an_invited_client_hides_no_alert(
    town: Town, mia: Resident, dana: Resident, stranger: Resident
) -> None:
    """Whoever stands at the door and has not agreed takes nothing from those inside."""
    await mia.says("/sos")
    await mia.taps("No")
    await stranger.says(f"/start {await hands_out(dana)}")

    await dana.says("/alerts")

    assert dana.sees("Alert 1 · Mia · nobody has it yet")


async def test_an_invitation_works_once(clinic: Town, una: Resident, nell: Resident) -> None:
    """A link that was forwarded lets nobody else in."""
    token = await hands_out(una)
    await nell.says(f"/start {token}")
    otto = phone(clinic, OTTO, "Otto")

    await otto.says(f"/start {token}")

    assert otto.screen == [CLOSED]
    async with clinic.app.ground.database.reading() as uow:
        assert await uow.people.by_chat(OTTO) is None


async def test_an_invitation_runs_out(clinic: Town, una: Resident, nell: Resident) -> None:
    """After three days the door is closed."""
    token = await hands_out(una)
    await clinic.waits(hours=72)

    await nell.says(f"/start {token}")

    assert nell.screen == [CLOSED]


@pytest.mark.parametrize(
    "token", ["abc", "x" * 64, "../../etc", "'; --", "🙂", "a b c", "-" * 32], ids=str
)
async def test_a_made_up_invitation(clinic: Town, nell: Resident, token: str) -> None:
    """Wrong, used and expired read the same: there is nothing to learn by trying."""
    await nell.says(f"/start {token}")

    assert nell.screen == [CLOSED]
    async with clinic.app.ground.database.reading() as uow:
        assert await uow.people.by_chat(NELL) is None


async def test_nobody_invites_themselves(clinic: Town, una: Resident) -> None:
    """A counselor is not their own client; the invitation stays good for whom it was meant."""
    token = await hands_out(una)

    await una.says(f"/start {token}")
    assert una.screen == [CLOSED]
    nell = phone(clinic, NELL, "Nell")
    await comes_in(nell, una, token)

    assert nell.sees("Hi. I am Handrail")


@pytest.mark.parametrize("who", ["Mia", "Sam", "Rosa"])
async def test_only_a_counselor_invites_a_client(town: Town, who: str) -> None:
    """A role comes from above, never from beside."""
    somebody = town.residents[who]

    await somebody.says("/invite client")

    assert somebody.screen == ["That one is not for you here. /help shows what I can do."]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        pytest.param("/start", "I am Handrail", id="start"),
        pytest.param("/help", "I am Handrail", id="help"),
        pytest.param("/privacy", "What you should know", id="privacy"),
        pytest.param("hello", BY_INVITATION, id="words"),
        pytest.param("/checkin", BY_INVITATION, id="a-command-of-clients"),
        pytest.param("/alerts", BY_INVITATION, id="a-command-of-counselors"),
        pytest.param("/frobnicate", BY_INVITATION, id="a-command-of-nobody"),
        pytest.param("/stop", BY_INVITATION, id="stop"),
    ],
)
async def test_a_stranger_is_never_met_with_silence(
    town: Town, stranger: Resident, said: str, answer: str
) -> None:
    """What this is, how to be invited, and /sos; and nothing of them is kept."""
    await stranger.says(said)

    assert stranger.sees(answer)
    assert "/sos" in stranger.screen[0]
    async with town.app.ground.database.reading() as uow:
        assert await uow.people.by_chat(stranger.phone.user_id) is None


@pytest.mark.parametrize("who", ["Mia", "Dana", "Sam", "Rosa"])
async def test_a_command_nobody_knows(town: Town, who: str) -> None:
    """It is owned up to, with the way to those that are known."""
    somebody = town.residents[who]

    await somebody.says("/frobnicate")

    assert somebody.screen == ["I do not know that one. /help shows what I can do."]


async def test_a_client_who_supports_another_client(
    town: Town, mia: Resident, sam: Resident, dana: Resident
) -> None:
    """Sam is Mia's sponsor and a client himself: every card says whom it is about."""
    now = town.clock.now()
    async with town.app.ground.database.unit_of_work() as uow:
        counselor = await uow.people.by_chat(DANA.user_id)
        assert counselor is not None
        await uow.people.invite(
            Role.CLIENT, None, counselor.id, "tok-for-sam", now + timedelta(days=1), now
        )
    await comes_in(sam, dana, "tok-for-sam")
    await sam.taps("United States")
    await sam.taps("I agree")
    await sam.says("Sam")
    await sam.says("New York")
    await sam.taps("21:00")

    await mia.says("/sos")
    await mia.taps("No")
    await town.waits(minutes=15)
    await sam.taps("Open")

    assert sam.screen[-1].startswith("Alert 1 · Mia")
    await sam.says("/people")
    assert sam.sees("You support Mia.")
    assert sam.sees("Dana · counselor")
    await sam.says("/help")
    assert sam.sees("/checkin")


async def test_the_menu_follows_the_role(
    town: Town, mia: Resident, dana: Resident, rosa: Resident
) -> None:
    """Nobody is offered a command that is not for them."""
    for who in (mia, dana, rosa):
        await who.says("/help")

    offered = [
        {one["command"] for one in commands(town.telegram, who.phone.user_id)}
        for who in (mia, dana, rosa)
    ]

    assert [{"checkin", "clients"} & menu for menu in offered] == [{"checkin"}, {"clients"}, set()]
    assert all({"sos", "help"} <= menu for menu in offered)


async def test_a_client_who_blocked_the_bot_and_comes_back(town: Town, mia: Resident) -> None:
    """Whoever is away is not asked; whoever is back is asked again the next evening."""
    await mia.blocks()
    await town.waits(days=2)

    mia.phone.unblocks()
    mia.puts_it_away()
    await town.waits(minutes=10)

    assert mia.screen == [PROMPT]


async def test_a_name_is_only_a_name(town: Town, mia: Resident) -> None:
    """What somebody calls themselves can neither link nor turn the text around."""
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(DANA.user_id)
        assert person is not None
        await uow.people.update(replace(person, name="D\u202eana\nhttps://evil.example @x"))

    await mia.says("/sos")
    await mia.taps("No")

    told = next(text for text in mia.screen if text.startswith("I have told"))
    assert "\u202e" not in told
    assert "https://" not in told
    assert "@x" not in told
