"""Who may: every button and command that there is, in the hands of everybody it is not for."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from bot.cast import EVENING, ROSA, SAM, ZONE
from bot.emulator.phone import Phone
from bot.town import Resident, Town
from dialogs.care.people import Role
from tests.stories.keeping import buttons, kept, presses
from tests.stories.steps import has_a_strong_craving

UNA, ADA = 7_000_000_400, 7_000_000_900
OF_CLIENTS = ("r", "c", "begin", "later")
OF_CIRCLE = (
    *("person:3", "share:3", "preview:3:mood", "grant:3:mood:0:abcdef12", "stop:3:alerts"),
    *("stopnow:3:alerts", "stopall:3", "stopallnow:3", "rest:3", "restfor:3:7", "unrest:3"),
    *("remove:3", "removenow:3", "newphone:3", "lockphone:3", "told:0", "callme:3"),
    *("greetings:3:off", "maysay:3:1:yes", "renewal:2", "renew:2:0", "write:2"),
    *("sendnews:fortnight", "keepnews:fortnight"),
)
OF_SUPPORTERS = (
    "cheer:1",
    "cheered:1:1",
    "maycall:1",
    "askmore:1",
    "calls:1:1:now",
    "callcard:1:1",
    "callsaid:1:1:yes",
)
OF_ALERTS = (
    *("open", "take", "pass", "outcome", "alert_note"),
    *("calling", "tonight", "call_first"),
)
OF_SIGNS = (
    *("signs", "sign", "sign_try", "sign_save", "sign_leave", "sign_type"),
    *("expect", "expect_why", "expect_for", "expect_end"),
)
OF_STAFF = (
    *("oncall_take", "oncall_hand", "oncall_ask", "oncall_is", "oncall_drop", "oncall_test"),
    *("test_other", "test_got", "away", "back", "hours", "hours_day", "hours_pick", "hours_set"),
    *("digest", "alerts", "clients", "pausecard"),
)


def verbs(presses_: Sequence[str]) -> tuple[str, ...]:
    """Return what these buttons do."""
    return tuple(dict.fromkeys(one.partition(":")[0] for one in presses_))


COMMANDS = {
    "client": ("/checkin", "/now", "/plan", "/goals"),
    "counselor": (
        *("/alerts", "/clients", "/invite"),
        *("/oncall", "/away", "/hours", "/digest", "/oncall test", "/away friday"),
    ),
}


async def revokes_everything(town: Town) -> None:
    """Let Mia take back every grant there is."""
    now = town.clock.now()
    async with town.app.ground.database.unit_of_work() as uow:
        for one in town.residents.values():
            person = await uow.people.by_chat(one.phone.user_id)
            assert person is not None
            for grant in await uow.consents.for_recipient(person.id):
                await uow.consents.revoke(grant.id, now, by=grant.client_id)


async def leaves(town: Town, chat_id: int, role: Role) -> None:
    """Let somebody's role in Mia's care end."""
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(chat_id)
        assert person is not None
        (member,) = [m for m in await uow.people.memberships(person.id) if m.role is role]
        await uow.people.leave(person.id, member.client_id, role, town.clock.now())


async def moves_in(town: Town, chat_id: int, name: str, role: Role) -> None:
    """Let somebody join the clinic who has nothing to do with Mia."""
    Phone(town.telegram, chat_id, name)
    town.telegram.users[chat_id].started = True
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.add(
            chat_id, name, language="en", country="US", zone=ZONE, now=EVENING
        )
        await uow.people.join(person.id, None, role, EVENING)


@pytest.fixture
async def evening(town: Town, mia: Resident) -> list[str]:
    """An evening with an alert, a question that is open, and news: a button of every kind."""
    await has_a_strong_craving(town, mia)
    await mia.taps("No")
    await moves_in(town, UNA, "Una", Role.COUNSELOR)
    await moves_in(town, ADA, "Ada", Role.ADMIN)
    shown = [data for who in town.residents.values() for _, data in buttons(town, who)]
    ref = next(data for data in shown if data.startswith("take:")).partition(":")[2]
    made = [f"pass:{ref}", f"outcome:{ref}:reached_safe", "begin:15", "later:15"]
    made += [f"{verb}:{ref}" for verb in ("calling", "tonight", "call_first", "alert_note")]
    made += [f"may_call:{ref}:2:yes", f"safe_way:{ref}:by_call"]
    made += ["oncall_take", "oncall_hand", "oncall_ask:2", "oncall_is:2:yes", "oncall_drop:1"]
    made += ["oncall_test", "test_other:2", "test_got:2:1", "away:1900000000", "back"]
    made += ["hours", "hours_day:sun", "hours_pick:from", "hours_set:to:1900", "digest:1", "alerts"]
    made += [*OF_CIRCLE, *OF_SUPPORTERS, "door:abcdefghijkl", "pad:abcdefghijkl:1"]
    made += ["signs:1", "sign:1:use", "sign_try:1:craving_high:900", "sign_leave:1:standing"]
    made += ["sign_save:1:craving_high:900", "sign_type:1:craving_high", "expect_end:1:use"]
    made += ["expect:1:use", "expect_why:1:use:3", "expect_for:1:use:3:talking"]
    return [*shown, *made, "news:1:fortnight", "news:2:fortnight", "news:3:fortnight"]


def without(verbs: Iterable[str], presses_: Iterable[str]) -> list[str]:
    """Leave out what somebody may press."""
    allowed = set(verbs)
    return [data for data in presses_ if data.partition(":")[0] not in allowed]


@pytest.mark.parametrize(
    ("who", "own_verbs", "own_commands"),
    [
        pytest.param("Mia", (*OF_CLIENTS, *verbs(OF_CIRCLE), "safe_way"), "client", id="client"),
        pytest.param("Dana", (*OF_ALERTS, *OF_STAFF, *OF_SIGNS), "counselor", id="counselor"),
        pytest.param("Sam", (*OF_ALERTS, *verbs(OF_SUPPORTERS)), "", id="sponsor"),
        pytest.param("Rosa", verbs(OF_SUPPORTERS), "", id="family"),
        pytest.param("Una", OF_STAFF, "counselor", id="counselor-of-others"),
        pytest.param("Ada", (), "", id="admin"),
        pytest.param("Nell", (), "", id="stranger"),
    ],
)
async def test_what_is_not_for_somebody(
    town: Town,
    stranger: Resident,
    evening: list[str],
    tmp_path: Path,
    who: str,
    own_verbs: tuple[str, ...],
    own_commands: str,
) -> None:
    """It is refused with a sentence each time, and nothing is written."""
    chats = {name: one.phone.user_id for name, one in town.residents.items()}
    chats |= {"Una": UNA, "Ada": ADA, "Nell": stranger.phone.user_id}
    somebody = Resident(Phone(town.telegram, chats[who], who), town)
    others = [one for role, names in COMMANDS.items() if role != own_commands for one in names]
    before = kept(tmp_path)

    for data in without(own_verbs, evening):
        assert await presses(town, chats[who], data) or somebody.screen, data
    for command in others:
        await somebody.says(command)
        assert len(somebody.screen) >= 1, command

    assert kept(tmp_path) == before


async def test_a_sponsor_whose_grant_is_gone(
    town: Town, evening: list[str], tmp_path: Path
) -> None:
    """An alert that was theirs a minute ago is not any more."""
    await revokes_everything(town)
    before = kept(tmp_path)

    for data in evening:
        await presses(town, SAM.user_id, data)

    assert kept(tmp_path) == before


@pytest.mark.parametrize(
    ("chat_id", "role"),
    [
        pytest.param(SAM.user_id, Role.SPONSOR, id="sponsor"),
        pytest.param(ROSA.user_id, Role.FAMILY, id="family"),
    ],
)
async def test_somebody_who_has_left(
    town: Town, evening: list[str], tmp_path: Path, chat_id: int, role: Role
) -> None:
    """A role that has ended opens nothing, whatever is still on the screen."""
    await leaves(town, chat_id, role)
    before = kept(tmp_path)

    for data in evening:
        await presses(town, chat_id, data)

    assert kept(tmp_path) == before
