"""A flood of alerts: a counselor's phone is spared what can be put together, and nothing else."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.actions.alerts import raise_alert
from bot.cast import DANA
from bot.emulator.faults import Fault
from bot.town import Resident, Town
from dialogs.care.consent import Category, Grant
from dialogs.care.people import Person, Role
from dialogs.care.warning_signs import Tier, WarningSign, Why
from tests.stories.staff import person_of, violations
from tests.stories.test_the_ladder import AGAIN

CLIENTS = 50
MORNING = datetime(2026, 5, 13, 13, tzinfo=UTC)

CAN_WAIT = WarningSign("use", Tier.TODAY, (Why("use", {"answer": "yes"}),), (), safety=False)
SAFETY = replace(CAN_WAIT, sign="unsafe", tier=Tier.NOW, safety=True)
URGENT = replace(CAN_WAIT, sign="urgent", tier=Tier.NOW)


@pytest.fixture
async def clients(town: Town, dana: Resident) -> list[Person]:
    """Fifty people whom Dana looks after beside Mia; none of them has a phone."""
    now, counselor = town.clock.now(), await person_of(town, dana)
    found = []
    async with town.app.ground.database.unit_of_work() as uow:
        for number in range(CLIENTS):
            client = await uow.people.add(
                None, f"C{number}", language="en", country="US", zone="UTC", now=now
            )
            await uow.people.join(client.id, client.id, Role.CLIENT, now)
            await uow.people.join(counselor.id, client.id, Role.COUNSELOR, now)
            everything = frozenset(Category)
            grant = Grant(0, client.id, counselor.id, everything, "care", now, None, None, "1", "")
            await uow.consents.grant(grant, now, by=client.id)
            found.append(client)
    return found


async def flood(town: Town, clients: Sequence[Person], signs: Sequence[WarningSign]) -> list[int]:
    """Raise an alert of each sign for each client at this moment; return their numbers."""
    now = town.clock.now()
    numbers = []
    async with town.app.ground.database.unit_of_work() as uow:
        for sign in signs:
            for client in clients:
                alert = await raise_alert(
                    uow, town.app.ground.playbook, client, replace(sign, readings_at=(now,)), now
                )
                assert alert is not None
                numbers.append(alert.number)
    return numbers


def named(text: str) -> set[int]:
    """Return the alerts a message names."""
    return {int(one) for one in re.findall(r"\d+", text.split(":")[-1])}


async def without_answers(town: Town) -> list[str]:
    """Hold the database against what people got; these alerts have no answers behind them."""
    return [one for one in await violations(town) if "has no answer behind it" not in one]


async def test_a_flood_of_500_is_put_together(
    town: Town, dana: Resident, clients: list[Person]
) -> None:
    """In the morning nine signs of fifty people are five messages, and none is forgotten."""
    kinds = [replace(CAN_WAIT, sign=f"sign{n}") for n in range(9)]
    numbers = await flood(town, clients, kinds)
    safety = await flood(town, clients, [SAFETY])
    await town.waits(minutes=2)
    pages = [one for one in dana.screen if one.startswith("Someone you look after")]
    assert pages == [f"Someone you look after needs you. Alert {one}." for one in safety]
    dana.puts_it_away()

    await town.waits_until(MORNING)
    await town.waits(minutes=1)

    told = [one for one in dana.screen if "for your day" in one]
    assert len(told) == 5
    assert sum(int(one.split()[0]) for one in told) == len(numbers) == 450
    async with town.app.ground.database.reading() as uow:
        assert await uow.alerts.unpaged(town.clock.now(), 999) == []
    assert not [one for one in town.app.health.reasons() if "alerts" in one and "answer" not in one]
    assert await without_answers(town) == []


async def test_each_message_names_its_alerts(
    town: Town, dana: Resident, clients: list[Person]
) -> None:
    """A handful is named one by one, and a tap shows them."""
    numbers = await flood(town, clients[:4], [CAN_WAIT])

    await town.waits_until(MORNING)

    (told,) = dana.screen
    assert told.startswith("4 alerts for your day: ")
    assert set(numbers) <= named(told.partition(". ")[0])
    await dana.taps("Show them")
    assert dana.screen[-1].splitlines()[0] == "Open alerts"


async def test_what_comes_within_half_an_hour_is_one(
    town: Town, dana: Resident, clients: list[Person]
) -> None:
    """The first leaves at once; what comes after it waits a little, and leaves as one."""
    await town.waits_until(MORNING)
    for client in clients[:3]:
        await flood(town, [client], [CAN_WAIT])
        await town.waits(minutes=5)
    assert len(dana.screen) == 1

    await town.waits(minutes=20)

    assert len(dana.screen) == 2
    assert dana.screen[-1].startswith("2 alerts for your day: ")


async def test_of_urgent_ones_the_first_of_each_client_is_its_own(
    town: Town, dana: Resident, clients: list[Person]
) -> None:
    """Three signs each of five people: five pages, and what waited behind them put together."""
    signs = [replace(URGENT, sign=f"urgent{n}") for n in range(3)]

    await flood(town, clients[:5], signs)
    await town.waits(minutes=1)

    alone = [one for one in dana.screen if one.startswith("Someone you look after")]
    together = [one for one in dana.screen if "wait for you" in one]
    assert len(alone) >= 5
    assert len(alone) + sum(int(one.split()[0]) for one in together) == 15
    assert 1 <= len(together) <= 3
    assert await without_answers(town) == []


async def test_safety_alerts_are_never_put_together(
    town: Town, dana: Resident, clients: list[Person]
) -> None:
    """However many: each is a page of its own, with its number."""
    numbers = await flood(town, clients, [SAFETY])

    await town.waits(minutes=2)

    assert dana.screen == [f"Someone you look after needs you. Alert {one}." for one in numbers]


async def test_a_new_alert_goes_before_one_that_is_asked_again(
    town: Town, dana: Resident, clients: list[Person]
) -> None:
    """Twenty pages are due again at the same moment at which a new one is raised."""
    await flood(town, clients[:20], [SAFETY])
    await town.waits(minutes=14, seconds=59)
    dana.puts_it_away()
    town.clock.walk_to(town.clock.now() + timedelta(seconds=1))
    await town.app.tick.once()
    (new,) = await flood(town, [clients[30]], [SAFETY])

    await town.waits(seconds=2)

    assert dana.screen[0] == f"Someone you look after needs you. Alert {new}."
    assert dana.screen[1].startswith(AGAIN[:20])


async def test_taken_meanwhile_is_not_told_of(
    town: Town, dana: Resident, ben: Resident, clients: list[Person]
) -> None:
    """What somebody took before the morning is left out of the message."""
    numbers = await flood(town, clients[:3], [CAN_WAIT])
    await dana.says("/alerts")
    await dana.taps(f"Open alert {numbers[0]}")
    await dana.taps("I'm on it")
    dana.puts_it_away()

    await town.waits_until(MORNING)

    (told,) = [one for one in dana.screen if "for your day" in one]
    assert told.startswith("2 alerts for your day: ")
    assert numbers[0] not in named(told.partition(". ")[0])


async def test_a_message_for_many_that_did_not_arrive(
    town: Town, dana: Resident, clients: list[Person]
) -> None:
    """Telegram refuses it once: all of them are told of a moment later, once."""
    numbers = await flood(town, clients[:3], [CAN_WAIT])
    town.telegram.faults.set(Fault("too_many", "sendMessage", DANA.user_id, retry_after=7))

    await town.waits_until(MORNING)
    assert dana.screen == []
    await town.waits(seconds=20)

    (told,) = dana.screen
    assert set(numbers) <= named(told.partition(". ")[0])
