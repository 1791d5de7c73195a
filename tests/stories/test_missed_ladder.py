"""The missed ladder: the short version first, then whoever the client chose hears of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cast import MIA, SAM
from bot.town import Resident, Town
from dialogs.care.consent import Category, Grant
from dialogs.care.missed import MissedLadder
from dialogs.care.plan import Plan
from storage.outbox import Disclosure
from tests.stories.conftest import Restart
from tests.stories.keeping import forges

NOTICE = "There is something for you here."
PAGE = "Alert 1 for your day. No rush in the next minutes."
EVENING_OVER = {"hours": 4, "minutes": 6}
MORNING = {"hours": 10}


async def chooses(town: Town, ladder: MissedLadder) -> None:
    """Let a plan hold another ladder, as it is agreed in a session."""
    async with town.app.ground.database.unit_of_work() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        plan = await uow.plans.current(mia.id)
        assert plan is not None
        await uow.plans.save(replace(plan, missed=ladder, at=town.clock.now()))


async def plan_of_mia(town: Town) -> Plan:
    """Return the plan in force."""
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        plan = await uow.plans.current(mia.id)
    assert plan is not None
    return plan


async def shares_presence_with_sam(town: Town) -> int:
    """Let Mia share with her sponsor that she checked in; return the grant."""
    async with town.app.ground.database.unit_of_work() as uow:
        mia, sam = [await uow.people.by_chat(one.user_id) for one in (MIA, SAM)]
        assert mia is not None
        assert sam is not None
        grant = Grant(
            id=0,
            client_id=mia.id,
            recipient_id=sam.id,
            categories=frozenset({Category.PRESENCE}),
            purpose="support",
            since=town.clock.now(),
            until=None,
            revoked_at=None,
            text_version="test",
            text_hash="test",
        )
        kept = await uow.consents.grant(grant, town.clock.now(), by=mia.id)
    return kept.id


async def disclosed(town: Town) -> list[Disclosure]:
    """Return what Sam was told of Mia."""
    async with town.app.ground.database.reading() as uow:
        mia, sam = [await uow.people.by_chat(one.user_id) for one in (MIA, SAM)]
        assert mia is not None
        assert sam is not None
        found = await uow.outbox.disclosures(mia.id, town.clock.now() - timedelta(days=14))
    return [one for one in found if one.recipient_id == sam.id]


@pytest.fixture
async def open_to_sam(town: Town) -> int:
    """Mia's wish that Sam hears after two, and her consent to it."""
    await chooses(town, MissedLadder(tell_after=2, tell="sponsor"))
    return await shares_presence_with_sam(town)


async def test_after_a_miss_the_short_version_stands_first(town: Town, mia: Resident) -> None:
    """Two taps are easier than seven, after a day on which nothing was."""
    await town.waits(minutes=6)
    assert mia.buttons == ["Start", "Later", "Short version"]
    await town.waits(days=1)
    assert mia.buttons == ["Short version", "Start", "Later"]

    await mia.taps("Short version")

    assert mia.sees("Did you drink or use today?")


async def test_who_checked_in_is_asked_as_ever(town: Town, mia: Resident) -> None:
    """One answered evening, and *Start* stands first again."""
    await town.waits(days=1, minutes=6)
    await mia.taps("Short version")
    for said in ("no", "2", "All good"):
        await mia.says(said)

    await town.waits(days=1)

    assert mia.buttons == ["Start", "Later", "Short version"]


async def test_whoever_wants_no_short_version_gets_none(town: Town, mia: Resident) -> None:
    await chooses(town, MissedLadder(short_after=None))

    await town.waits(days=1, minutes=6)

    assert mia.buttons == ["Start", "Later", "Short version"]


@pytest.mark.parametrize(
    ("after", "evenings", "told"),
    [
        pytest.param(2, 1, False, id="not-yet"),
        pytest.param(2, 2, True, id="after-two"),
        pytest.param(3, 2, False, id="three-are-not-two"),
        pytest.param(5, 4, False, id="more-than-the-clinics-three"),
    ],
)
async def test_the_counselor_hears_after_the_number_in_the_plan(
    town: Town, mia: Resident, dana: Resident, after: int, evenings: int, told: bool
) -> None:
    """The rule of the clinic takes its number from the plan."""
    await chooses(town, MissedLadder(tell_after=after))

    await town.waits(days=evenings - 1, **EVENING_OVER)
    await town.waits(**MORNING)

    assert dana.screen == ([PAGE] if told else [])


async def test_the_sponsor_hears_once_and_no_more_than_that(
    town: Town, mia: Resident, dana: Resident, sam: Resident, open_to_sam: int
) -> None:
    """A notice that says nothing, then one neutral sentence; the counselor is not told as well."""
    await town.waits(days=1, **EVENING_OVER)
    await town.waits(**MORNING)
    assert sam.screen == [NOTICE]

    await sam.taps("Open")
    assert sam.screen[-1] == (
        "Some check-ins of Mia went without an answer. That is all I know, and it says nothing "
        "about why. Mia chose that I tell you.\n\n"
        "This is for you alone. Please do not pass it on.\n"
        "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
    )
    sam.puts_it_away()
    await town.waits(days=2)

    assert sam.screen == []
    assert dana.screen == []
    notice, told = await disclosed(town)
    assert notice.opened_at is not None
    assert (told.category, told.grant_id) == (Category.PRESENCE, open_to_sam)


async def test_without_a_grant_the_counselor_hears(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Nobody falls between two chairs, and nobody hears what was not shared."""
    await chooses(town, MissedLadder(tell_after=2, tell="sponsor"))

    await town.waits(days=1, **EVENING_OVER)
    await town.waits(**MORNING)

    assert dana.screen == [PAGE]
    assert sam.screen == []


async def test_a_sponsor_who_cannot_be_reached_is_no_sponsor(
    town: Town, mia: Resident, dana: Resident, sam: Resident, open_to_sam: int
) -> None:
    """Sam has blocked the bot, and the bot knows."""
    await sam.blocks()
    await town.waits(seconds=10)

    await town.waits(days=1, **EVENING_OVER)
    await town.waits(**MORNING)

    assert dana.screen == [PAGE]


async def test_what_was_taken_back_is_not_read(
    town: Town, mia: Resident, sam: Resident, open_to_sam: int
) -> None:
    """Between the notice and the tap the consent may end."""
    await town.waits(days=1, **EVENING_OVER)
    await town.waits(**MORNING)
    async with town.app.ground.database.unit_of_work() as uow:
        client = await uow.people.by_chat(MIA.user_id)
        assert client is not None
        await uow.consents.revoke(open_to_sam, town.clock.now(), by=client.id)

    await sam.taps("Open")

    assert sam.screen[-1] == "There is nothing new here right now. When there is, I write to you."


async def test_whoever_answers_before_the_morning_was_not_silent(
    town: Town, mia: Resident, sam: Resident, open_to_sam: int
) -> None:
    """The notice waits for Sam's quiet hours to end, and is taken back."""
    await town.waits(days=1, **EVENING_OVER)
    await mia.taps("Fill it in")
    await mia.taps("About now")
    for said in ("no", "2", "7", "7", "8", "yes", "yes", "All good"):
        await mia.says(said)

    await town.waits(**MORNING)

    assert sam.screen == []


async def test_two_taps_in_times_set_it(town: Town, mia: Resident) -> None:
    """After how many, and who: a new version of the plan that says why."""
    before = await plan_of_mia(town)
    await mia.says("/times")
    await mia.taps("If I don't answer")
    assert mia.sees("After 3 check-ins in a row without an answer I tell your counselor.")

    await mia.taps("After 5: counselor")
    assert mia.sees("Done. After 5 check-ins in a row without an answer I tell your counselor.")

    after = await plan_of_mia(town)
    assert after.missed == MissedLadder(1, 5, "counselor")
    assert (after.version, after.reason) == (before.version + 1, "missed")
    await mia.taps("Undo")
    assert (await plan_of_mia(town)).missed == before.missed


async def test_what_a_sponsor_would_read_of_silence_is_shown_first(
    town: Town, mia: Resident, sam: Resident
) -> None:
    """Word for word, when she chooses it."""
    await shares_presence_with_sam(town)
    await mia.says("/times")
    await mia.taps("If I don't answer")
    await mia.taps("After 2: sponsor")
    shown = mia.screen[-1]

    await town.waits(days=1, **EVENING_OVER)
    await town.waits(**MORNING)
    await sam.taps("Open")

    assert "Sam would read:" in shown
    assert sam.screen[-1].startswith("Some check-ins of Mia went without an answer.")
    assert f"«{sam.screen[-1]}»" in shown


@pytest.mark.parametrize(
    ("shared", "said"),
    [
        pytest.param(True, "that check-ins were missed, and no more", id="shared"),
        pytest.param(False, "Until then I tell your counselor.", id="not-yet-shared"),
    ],
)
async def test_a_sponsor_is_chosen_with_what_it_needs(
    town: Town, mia: Resident, shared: bool, said: str
) -> None:
    """Nothing is promised that a consent does not carry."""
    if shared:
        await shares_presence_with_sam(town)
    await mia.says("/times")
    await mia.taps("If I don't answer")

    await mia.taps("After 2: sponsor")

    assert mia.sees(said)
    assert (await plan_of_mia(town)).missed == MissedLadder(1, 2, "sponsor")


@pytest.mark.parametrize(
    "made", ["setmissed:0:counselor", "setmissed:99:sponsor", "setmissed:3:me"]
)
async def test_a_forged_choice_changes_nothing(town: Town, mia: Resident, made: str) -> None:
    before = await plan_of_mia(town)

    forges(town, MIA.user_id, made)
    await town.waits(seconds=4)

    assert (await plan_of_mia(town)).version == before.version


async def test_somebody_elses_notice_opens_nothing(
    town: Town, mia: Resident, rosa: Resident, open_to_sam: int
) -> None:
    """A grant is its receiver's."""
    forges(town, rosa.phone.user_id, f"silence:{open_to_sam}:1")
    await town.waits(seconds=4)

    assert not rosa.sees("went without an answer")


@pytest.mark.parametrize(
    ("ladder", "told"),
    [
        pytest.param(MissedLadder(), True, id="nothing-was-chosen"),
        pytest.param(MissedLadder(tell_after=3), False, id="her-own-number-stands"),
    ],
)
async def test_the_clinics_number_holds_until_one_is_chosen(
    town: Town, mia: Resident, dana: Resident, restarts: Restart, ladder: MissedLadder, told: bool
) -> None:
    """A clinic that wants to hear after two does, of everybody who has not chosen otherwise."""
    rules = town.app.ground.playbook.rules
    (rule,) = [one for one in rules.rules if one.sign == "missed"]
    sooner = rule.model_copy(update={"when": rule.when.model_copy(update={"in_a_row": 2})})
    others = tuple(sooner if one is rule else one for one in rules.rules)
    changed = rules.model_copy(update={"rules": others})
    await restarts(town, replace(town.app.ground.playbook, rules=changed))
    await chooses(town, ladder)
    await mia.says("/times")
    await mia.taps("If I don't answer")
    assert mia.sees(f"After {2 if told else 3} check-ins in a row")
    mia.puts_it_away()

    await town.waits(days=1, **EVENING_OVER)
    await town.waits(**MORNING)

    assert dana.screen == ([PAGE] if told else [])
