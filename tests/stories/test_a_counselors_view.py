"""A counselor's view: the client is named, and nothing on the screen says "my" or "you"."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from typing import Any

import pytest

from bot.actions.plans.edits import edits_since
from bot.cast import DANA, MIA, SAM
from bot.town import Resident, Town
from dialogs.care.plan import (
    Appointment,
    AppointmentKind,
    Condition,
    Living,
    Medicine,
    Modality,
    ModalityKind,
    Prevention,
    StatedBy,
)
from dialogs.care.plan.past import edits
from dialogs.errors import NotAllowed
from tests.stories.test_goals_in_time import has
from tests.stories.test_the_plan import opens, opens_of_mia, plan_of

MINE = {
    "en": r"\b(my|mine|I|me|your|you)\b",
    "es": r"\b(mi|mis|mío|mía|tu|tus|te)\b",
    "ru": r"\b(мой|моя|моё|мои|моих|моими|твой|твоя|твоё|твои|тебе|тебя|ты)\b",
}
"""What only a client's own screen says."""

TO_BOTH = ("You look at it again together", "before you have both agreed")
SHORTEST = 3
"""Keys and the like are no words."""

ADDED = [
    pytest.param("What Mia is working on", ("Food",), "A goal for Mia.", id="goal"),
    pytest.param("What can set it off for Mia", (), "What can set it off for Mia?", id="trigger"),
    pytest.param("What helps Mia", (), "What helps Mia when it comes close?", id="skill"),
    pytest.param("Mia's early signs", (), "How can one tell that it gets harder", id="sign"),
    pytest.param("Mia's people", (), "Somebody for Mia to call.", id="person"),
    pytest.param("Mia's medicines", (), "A medicine of Mia's.", id="medicine"),
    pytest.param("Mia's treatment", (), "Help for Mia.", id="treatment"),
    pytest.param("Mia's dates", (), "A date of Mia's.", id="date"),
    pytest.param("What Mia lives with", (), "Which condition of Mia's", id="condition"),
    pytest.param("What Mia celebrates", (), "Something for Mia to celebrate.", id="milestone"),
]  # fmt: skip


@pytest.fixture
async def everything(town: Town) -> None:
    """Let Mia's plan have something in every part."""
    await has(
        town,
        medicines=(Medicine("nal", "Naltrexone", (time(8),), "one a day"),),
        modalities=(Modality("cbt", ModalityKind.CBT, "once a week", works=7),),
        conditions=(Condition("d", "Depression", StatedBy.CLIENT),),
        appointments=(Appointment("g", "Group", AppointmentKind.GROUP, "weekly thu 18:00"),),
        prevention=Prevention("Not for me, thanks", "Walk first", "Call Sam"),
        living=Living.PARTNER,
        strengths=("Getting up early",),
        review_on=date(2026, 6, 1),
    )


async def speaks(town: Town, user_id: int, language: str) -> None:
    """Let somebody read another language."""
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(user_id)
        assert person is not None
        await uow.people.update(replace(person, language=language))


def words_of(plan: Any) -> set[str]:
    """Return all that stands in the plan in the client's own words."""
    if isinstance(plan, str):
        return {plan} if len(plan) > SHORTEST else set()
    each: Any = plan if isinstance(plan, tuple) else ()
    if is_dataclass(plan):
        each = [getattr(plan, one.name) for one in fields(plan)]
    return {words for one in each for words in words_of(one)}


def ours(text: str, plan: Any) -> str:
    """Return what we say on a screen, without the client's own words."""
    for words in sorted(words_of(plan), key=len, reverse=True):
        text = text.replace(words, "…")
    for said in TO_BOTH:
        text = text.replace(said, "…")
    return text


@pytest.mark.usefixtures("everything")
@pytest.mark.parametrize("language", ["en", "es", "ru"])
async def test_no_screen_of_a_clients_plan_speaks_as_the_client(
    town: Town, mia: Resident, dana: Resident, language: str
) -> None:
    """The whole plan, every part, every thing in it."""
    await speaks(town, DANA.user_id, language)
    plan = await plan_of(town)
    await opens_of_mia(dana)
    seen = [*dana.screen, *dana.buttons]
    opening = [one for one in dana.buttons if not one.startswith(SENT[language])]
    for label in opening:
        await opens_of_mia(dana, label)
        seen += [*dana.screen, *dana.buttons]

    said = [ours(one, plan) for one in seen]
    assert [one for one in said if re.search(MINE[language], one)] == []
    assert len(opening) > 10
    assert any("Mia" in one for one in said)


SENT = {
    "en": ("Ask the first", "Ask about discharge", "What the answers say", "Co-sign"),
    "es": (
        "Hacer las primeras",
        "Preguntar por el alta",
        "Qué dicen las respuestas",
        "Firmar también",
    ),
    "ru": ("Задать первые", "Спросить", "Что говорят ответы", "Подписать тоже"),
}
"""Buttons that do something at once."""


@pytest.mark.parametrize(("part", "taps", "asked"), ADDED)
async def test_each_dialog_names_the_client_first(
    town: Town, dana: Resident, part: str, taps: tuple[str, ...], asked: str
) -> None:
    await opens_of_mia(dana, part, "Suggest one", *taps)

    assert dana.sees(asked), dana.screen


async def test_a_goal_suggested_speaks_of_the_client_to_its_end(
    town: Town, mia: Resident, dana: Resident
) -> None:
    await opens_of_mia(dana, "What Mia is working on", "Suggest one", "Food")
    await dana.says("Eat something before noon")
    await dana.taps("On so many days a week")
    await dana.says("3")
    await dana.taps("Two weeks")
    await dana.taps("Skip")
    assert dana.sees("Why does it matter to Mia?")
    await dana.taps("Skip")
    assert dana.sees("Here is the goal:")
    await dana.taps("That is the goal")

    await mia.taps("Open")
    assert mia.sees("Eat something before noon · 3 days a week")


async def test_the_client_is_asked_as_before(town: Town, mia: Resident) -> None:
    await opens(mia, "What I am working on", "Add", "Food")

    assert mia.sees("Which one speaks to you? Or type your own, in your words.")
    assert not mia.sees("A goal for")


async def test_the_history_names_who_why_and_what(
    town: Town, mia: Resident, dana: Resident
) -> None:
    await opens(mia, "What can set it off", "Add")
    await mia.says("The smell of the bar")
    await opens_of_mia(dana, "How it came to be")

    assert dana.sees("How Mia's plan came to be, newest first")
    assert dana.sees("+ What can set it off for Mia: The smell of the bar")


async def test_an_edit_says_why(town: Town, mia: Resident) -> None:
    await opens(mia, "What can set it off", "Payday", "Take out")
    await opens(mia, "How it came to be")

    assert mia.sees("Version 2 · 2026-05-12 · Mia · taken out")


async def test_what_a_client_changed_is_listed_since_a_moment(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Who, why, and what is different, as whoever looks after them may read it."""
    await opens(mia, "What can set it off", "Add")
    await mia.says("The smell of the bar")
    since = town.clock.now()
    await opens(mia, "What can set it off", "Payday", "Take out")
    await opens(mia, "What helps me", "Cold water", "Move up")

    async with town.app.ground.database.reading() as uow:
        client = await uow.people.by_chat(MIA.user_id)
        reader = await uow.people.by_chat(DANA.user_id)
        assert client is not None
        assert reader is not None
        actor = await uow.people.actor(reader.id)
        book = town.app.ground.playbook
        found = await edits_since(uow, book, actor, reader, client.id, since, town.clock.now())
        stranger = await uow.people.by_chat(SAM.user_id)
        assert stranger is not None
        other = await uow.people.actor(stranger.id)
        with pytest.raises(NotAllowed):
            await edits_since(uow, book, other, stranger, client.id, since, town.clock.now())

    assert [(one.author, one.by_client, one.reason) for one in found] == [
        ("Mia", True, "taken out"),
        ("Mia", True, "in another order"),
    ]
    assert found[0].lines[0].endswith("What can set it off for Mia: Payday")
    assert found[1].edit.version == 4


async def test_a_day_without_edits_lists_none(town: Town, mia: Resident) -> None:
    async with town.app.ground.database.reading() as uow:
        client = await uow.people.by_chat(MIA.user_id)
        assert client is not None
        versions = await uow.plans.since(client.id, town.clock.now())

    assert [one.version for one in versions] == [1]
    assert edits(versions, town.clock.now()) == ()


async def test_whether_both_agreed_is_said_of_this_version(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A change of her own holds at once; nobody else has agreed to it yet."""
    await opens(mia, "What can set it off", "Payday", "Take out")
    await mia.says("/plan")
    assert mia.sees("This is your plan. Your counselor can see what you changed.")
    await opens_of_mia(dana)
    assert dana.sees("Mia changed this plan.")

    await dana.taps("Co-sign")

    await mia.says("/plan")
    assert mia.sees("You both agreed on this plan.")
    await opens_of_mia(dana)
    assert dana.sees("Mia and the care team agreed on this plan.")


@pytest.mark.parametrize(
    ("label", "words", "line"),
    [
        pytest.param(
            "Say it differently",
            "Walk home",
            "What I am working on: Walk twenty minutes a day → Walk home",
            id="title",
        ),
        pytest.param(
            "Let it rest",
            None,
            "What I am working on: Walk twenty minutes a day · now → resting",
            id="status",
        ),
        pytest.param(
            "The step is done",
            None,
            "Walk twenty minutes a day · next: put your shoes by the door tonight → nothing",
            id="step",
        ),
    ],
)
async def test_a_changed_goal_is_told_by_what_changed(
    town: Town, mia: Resident, label: str, words: str | None, line: str
) -> None:
    """Not twice the whole line, in which nobody finds the difference."""
    await opens(mia, "What I am working on", "Walk twenty", label)
    if words:
        await mia.says(words)
    await opens(mia, "How it came to be")

    assert mia.sees(line), mia.screen


async def test_a_new_order_is_told_by_names(town: Town, mia: Resident) -> None:
    await opens(mia, "My people", "Rosa", "Move up")
    await opens(mia, "How it came to be")

    assert mia.sees("My people, new order: Rosa, Sam")
