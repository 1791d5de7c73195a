"""Suggestions: kept with the plan they would make, answered once, and gone with the client."""

from dataclasses import replace
from datetime import time, timedelta

from dialogs.care.people import Role
from dialogs.care.plan import Trigger, starter_plan
from dialogs.care.suggestions import Needs, Suggestion, agree, decline


async def test_a_suggestion_is_kept_and_answered_once(database, mia, now):
    plan = starter_plan(mia.id, time(20), now, None)
    wished = replace(plan, triggers=(Trigger("pay", "Payday"),))
    one = Suggestion(mia.id, "trigger:pay", "x", 1, wished, Needs.BOTH, None, now, {"n": 3})
    async with database.unit_of_work() as uow:
        kept = await uow.suggestions.add(one)

    async with database.unit_of_work() as uow:
        found = await uow.suggestions.by_ref(kept.ref)
        assert found == kept == replace(one, ref=kept.ref)
        assert await uow.suggestions.of_client(mia.id, now) == [kept]
        assert await uow.suggestions.of_client(mia.id, now + timedelta(seconds=1)) == []
        assert await uow.suggestions.by_ref("nobody's") is None
        yes = agree(kept, Role.CLIENT, mia.id, now)
        assert await uow.suggestions.save(yes)
        assert await uow.suggestions.save(decline(yes, mia.id, now))
        assert not await uow.suggestions.save(yes)


async def test_agreements_are_noted_once(database, mia, ana, now):
    async with database.unit_of_work() as uow:
        for person in (mia, ana, mia):
            await uow.suggestions.agree_to_version(mia.id, 2, person.id, now)

        assert await uow.suggestions.agreements(mia.id) == {2: [mia.id, ana.id]}
        assert await uow.suggestions.agreements(ana.id) == {}


async def test_all_of_it_goes_with_the_client(database, mia, now):
    one = Suggestion(mia.id, "x", "x", 1, None, Needs.CLIENT, None, now)
    async with database.unit_of_work() as uow:
        kept = await uow.suggestions.add(one)
        await uow.suggestions.agree_to_version(mia.id, 1, mia.id, now)

    async with database.unit_of_work() as uow:
        await uow.people.erase(mia.id, now)

        assert await uow.suggestions.by_ref(kept.ref) is None
        assert await uow.suggestions.agreements(mia.id) == {}
