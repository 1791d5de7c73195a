"""A counselor with forty alerts: what cannot wait is first, and every one of them can be opened."""

from dataclasses import replace

import pytest

from bot.actions.alerts import raise_alert
from bot.town import Resident, Town
from dialogs.care.warning_signs import Tier, WarningSign, Why
from tests.stories.staff import person_of
from tests.stories.test_forty_clients import forty

__all__ = ["forty"]

USE = WarningSign("use", Tier.TODAY, (Why("use", {"answer": "yes"}),), (), safety=False)
UNSAFE = replace(USE, sign="unsafe", tier=Tier.NOW, safety=True)


@pytest.fixture
async def alerts(town: Town, dana: Resident, forty: None) -> list[int]:
    """Give forty people an alert for the day, and one of them another that cannot wait."""
    now, counselor = town.clock.now(), await person_of(town, dana)
    numbers: list[int] = []
    async with town.app.ground.database.unit_of_work() as uow:
        team = await uow.people.memberships(counselor.id)
        people = await uow.people.many([one.client_id for one in team if one.client_id])
        for sign in (*[USE] * len(people), UNSAFE):
            client = people[sorted(people)[len(numbers) % len(people)]]
            book = town.app.ground.playbook
            alert = await raise_alert(uow, book, client, replace(sign, readings_at=(now,)), now)
            assert alert is not None
            numbers.append(alert.number)
    await town.waits(seconds=30)
    dana.puts_it_away()
    return numbers


async def test_what_cannot_wait_stands_first(dana: Resident, alerts: list[int]) -> None:
    """It came last, after forty that can."""
    await dana.says("/alerts")

    first = dana.screen[-1].splitlines()[2]

    assert first.startswith(f"Alert {alerts[-1]} ")


async def test_every_one_can_be_opened(dana: Resident, alerts: list[int]) -> None:
    """A page at a time, each once; and back again."""
    await dana.says("/alerts")
    found = opened(dana)
    while "More" in dana.buttons:
        await dana.taps("More")
        found += opened(dana)

    assert sorted(found) == sorted(alerts)
    await dana.taps("Back")
    assert len(opened(dana)) == 20


def opened(dana: Resident) -> list[int]:
    """Return the alerts that have a button on the page that is shown."""
    said = "Open alert "
    return [int(one.removeprefix(said)) for one in dana.buttons if one.startswith(said)]
