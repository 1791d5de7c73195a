"""Family and sponsor: a week of what is granted, short parts, kind words, a call, a message."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.cast import MIA, ROSA, SAM
from bot.town import Resident, Town
from dialogs.care.people import Role
from dialogs.engine.session import Answer
from tests.stories.keeping import presses
from tests.stories.steps import begins, says_all_is_well
from tests.stories.test_at_the_door import rows
from tests.stories.test_granting import NOTHING, NOTICE, shares
from tests.stories.test_joining import comes_in, phone
from tests.stories.test_supporters import person
from tests.stories.test_the_door import TINA, link

NELL = 7_000_000_777
SUNDAY = datetime(2026, 5, 17, 22, 1, tzinfo=UTC)
"""A minute past six in the evening in New York, on the first Sunday."""


async def checks_in_well(town: Town, mia: Resident) -> None:
    """Let Mia check in this evening."""
    await says_all_is_well(town, mia)
    await mia.taps("All good")


# The week


async def test_a_week_of_exactly_what_is_granted(town: Town, mia: Resident, rosa: Resident) -> None:
    """Goals and no mood: the notice says nothing, and the week no more than she chose."""
    await checks_in_well(town, mia)
    await shares(mia, "Rosa", "goals")
    await town.waits(hours=2)
    rosa.puts_it_away()

    await town.waits_until(SUNDAY)
    assert rosa.screen == [NOTICE]
    await rosa.taps("Open")

    week = rosa.screen[-1]
    assert week.startswith("A week of Mia, as far as it is shared with you:")
    assert "• “Talk to Sam three times a week”: done on one day" in week
    assert "Mood" not in week
    assert "Cravings" not in week
    assert "use" not in week.split("42 CFR")[0]
    assert "This is for you alone." in week


async def test_a_week_of_very_long_goals(town: Town, mia: Resident, rosa: Resident) -> None:
    """Twenty of them, in characters that Telegram counts twice: what fits is told."""
    client = await person(town, MIA.user_id)
    async with town.app.ground.database.unit_of_work() as uow:
        plan = await uow.plans.current(client.id)
        assert plan is not None
        long = "\U0001f600" * 200
        goals = tuple(replace(plan.goals[0], key=f"g{n}", title=long) for n in range(20))
        await uow.plans.save(replace(plan, goals=goals))
    await begins(town, mia)
    async with town.app.ground.database.unit_of_work() as uow:
        session = await uow.sessions.open_for(client.id)
        assert session is not None
        for goal in goals:
            await uow.answers.add(
                session, Answer(goal.key, f"goal:{goal.key}", "yes", "answered", town.clock.now())
            )
    await shares(mia, "Rosa", "goals")
    await town.waits_until(SUNDAY)

    await rosa.taps("Open")

    assert rosa.screen[-1].startswith("A week of Mia, as far as it is shared with you:")
    assert "…\n\nThis is for you alone." in rosa.screen[-1]


async def test_no_week_without_anything_to_tell(town: Town, mia: Resident, rosa: Resident) -> None:
    """Good news alone are told when they happen; no empty notice comes."""
    await town.waits_until(SUNDAY)

    assert NOTICE not in rosa.screen


async def test_a_week_taken_back_before_it_is_opened(
    town: Town, mia: Resident, rosa: Resident
) -> None:
    """Behind the notice there is nothing any more, in the words of every other nothing."""
    await checks_in_well(town, mia)
    await shares(mia, "Rosa", "goals")
    rosa.puts_it_away()
    await town.waits_until(SUNDAY)
    await mia.says("/people")
    await mia.taps("Rosa")
    await mia.taps("Stop sharing")
    await mia.taps("Yes, stop all")

    await rosa.taps("Open")

    assert rosa.screen[-1] == NOTHING


async def test_taken_back_in_the_very_moment_of_sending(
    town: Town, mia: Resident, rosa: Resident, tmp_path: Path
) -> None:
    """What lies in the outbox for a quiet hour goes with the grant; no receipt is written."""
    await checks_in_well(town, mia)
    await shares(mia, "Rosa", "goals")
    await town.waits_until(SUNDAY - timedelta(minutes=2))
    rosa.puts_it_away()
    await mia.says("/people")
    await mia.taps("Rosa")
    await mia.taps("Stop sharing")
    await mia.taps("Yes, stop all")

    await town.waits_until(SUNDAY + timedelta(hours=1))

    assert rosa.screen == []
    assert rows(tmp_path, "SELECT count(*) FROM disclosures WHERE category = 'goals'") == [(0,)]


async def test_the_sender_asks_once_more(
    town: Town, mia: Resident, rosa: Resident, tmp_path: Path
) -> None:
    """A grant that ends while its notice lies in the outbox stops it there."""
    await checks_in_well(town, mia)
    await shares(mia, "Rosa", "goals")
    mother = await person(town, ROSA.user_id)
    async with town.app.ground.database.unit_of_work() as uow:
        await uow.people.update(replace(mother, quiet_from=time(17, 0)))
    await town.waits_until(SUNDAY)
    rosa.puts_it_away()
    client = await person(town, MIA.user_id)
    async with town.app.ground.database.unit_of_work() as uow:
        for grant in await uow.consents.of_client(client.id):
            await uow.consents.revoke(grant.id, town.clock.now(), by=client.id)

    await town.waits(hours=20)

    assert rosa.screen == []
    assert rows(tmp_path, "SELECT count(*) FROM disclosures WHERE category = 'goals'") == [(0,)]


async def test_every_line_of_the_account_names_the_consent(
    town: Town, mia: Resident, rosa: Resident, tmp_path: Path
) -> None:
    """Each disclosure cites the very entry of the log that allowed it."""
    await checks_in_well(town, mia)
    await shares(mia, "Rosa", "goals")
    await town.waits_until(SUNDAY)
    await rosa.taps("Open")

    told = rows(
        tmp_path,
        "SELECT d.category, e.what FROM disclosures d "
        "LEFT JOIN consent_events e ON e.seq = d.consent_seq AND e.grant_id = d.grant_id",
    )
    assert {kind for kind, _ in told} == {"goals", "milestones"}
    assert {what for _, what in told} == {"granted"}


@pytest.mark.parametrize(
    ("choices", "days"),
    [
        pytest.param((), 2, id="told"),
        pytest.param(("use",), 1, id="kept"),
        pytest.param(("Keep all of it",), 1, id="all-kept"),
        pytest.param(("Keep all of it", "🔒 use"), 2, id="after-all"),
    ],
)
async def test_one_kind_of_answer_stays_hers(
    town: Town, mia: Resident, rosa: Resident, choices: tuple[str, ...], days: int
) -> None:
    """Chosen after the check-in; the week is told as if it had not been said."""
    await shares(mia, "Rosa", "use")
    await checks_in_well(town, mia)
    await mia.taps("Keep something to myself")
    assert "What you said about being safe still brings help" in mia.screen[-1]
    assert "Rosa gets this on Sunday:" in mia.screen[-1]
    assert "Days without use: 7" in mia.screen[-1]
    for choice in choices:
        await mia.taps(choice)
    assert f"Days without use: {days + 5}" in mia.screen[-1]
    rosa.puts_it_away()

    await town.waits_until(SUNDAY)
    await rosa.taps("Open")

    assert f"Days without use: {days}" in rosa.screen[-1]


async def test_all_of_it_is_all_of_it(town: Town, mia: Resident, sam: Resident) -> None:
    """That she checked in as well, also where she would rather not say whether she used."""
    await shares(mia, "Sam", "that you checked in")
    await shares(mia, "Sam", "mood")
    await sam.says("/people")
    await sam.taps("News of Mia")
    before = next(line for line in sam.screen[-1].splitlines() if "Checked in" in line)
    await begins(town, mia)
    await mia.taps("Rather not say")
    for answer in ("2", "7", "7", "8", "yes", "yes"):
        await mia.says(answer)
    await mia.taps("All good")
    await mia.taps("Keep something to myself")

    await mia.taps("Keep all of it")

    await sam.says("/people")
    await sam.taps("News of Mia")
    assert before in sam.screen[-1]


async def test_that_she_checked_in_can_be_kept_alone(town: Town, mia: Resident) -> None:
    """Where it is the only thing that is shared, there is something to keep as well."""
    await shares(mia, "Sam", "that you checked in")
    await checks_in_well(town, mia)

    await mia.taps("Keep something to myself")

    assert "Keep all of it" in mia.buttons


async def test_nothing_to_keep_where_nothing_is_shared(town: Town, mia: Resident) -> None:
    """A question that changes nothing is not asked."""
    await checks_in_well(town, mia)

    assert "Keep something to myself" not in mia.buttons


# Short parts


async def test_the_first_part_comes_by_itself_and_so_does_the_next(
    town: Town, mia: Resident
) -> None:
    """On Wednesdays at six, where somebody said yes; ten of them, then no more."""
    tina = phone(town, TINA, "Tina")
    await comes_in(tina, mia, await link(mia, "Family"))
    await tina.taps("Yes, please")
    tina.puts_it_away()

    await town.waits(days=1)
    assert tina.screen == ["A short read for you is here: part 1 of 10."]
    await tina.taps("Read it")
    assert tina.sees("1 of 10: what recovery is like")
    await tina.taps("Yes")
    tina.puts_it_away()
    await town.waits(days=7)
    assert tina.screen == ["A short read for you is here: part 2 of 10."]
    await town.waits(weeks=12)

    parts = [line for line in tina.history if line.startswith("A short read")]
    assert parts == [f"A short read for you is here: part {n} of 10." for n in range(1, 11)]


async def test_no_more_of_them(town: Town, mia: Resident) -> None:
    """One tap, and they come only when asked for."""
    tina = phone(town, TINA, "Tina")
    await comes_in(tina, mia, await link(mia, "Family"))
    await tina.taps("Yes, please")
    await town.waits(days=1)

    await tina.taps("No more of these")
    tina.puts_it_away()
    await town.waits(weeks=3)

    assert tina.screen == []
    await tina.says("/learn")
    assert tina.sees("2 of 10: what helps")


# A kind word


async def test_a_kind_word(town: Town, mia: Resident, rosa: Resident) -> None:
    """Out of a few, three a day at most."""
    for _ in range(4):
        await rosa.says("/people")
        await rosa.taps("Send a kind word")
        await rosa.taps("I am thinking of you.")

    assert mia.history.count("Rosa sends you a kind word: I am thinking of you.") == 3
    assert rosa.screen[-1] == "That is three for today. Tomorrow is another day."


async def test_whoever_supports_two_sees_for_whom_each_button_is(
    town: Town, mia: Resident, sam: Resident
) -> None:
    """A kind word goes to the one it was meant for."""
    nell = phone(town, NELL, "Nell")
    town.telegram.users[NELL].started = True
    now = town.clock.now()
    async with town.app.ground.database.unit_of_work() as uow:
        client = await uow.people.add(
            NELL, "Nell", language="en", country="US", zone="America/New_York", now=now
        )
        sponsor = await uow.people.by_chat(SAM.user_id)
        assert sponsor is not None
        await uow.people.join(client.id, client.id, Role.CLIENT, now)
        await uow.people.join(sponsor.id, client.id, Role.SPONSOR, now)
        await uow.circle.keep(client.id, sponsor.id)

    await sam.says("/people")
    assert {"Ask to call · Mia", "Ask to call · Nell"} <= set(sam.buttons)
    assert sam.buttons.count("Read a short part") == 1
    await sam.taps("Send a kind word · Nell")
    await sam.taps("I am proud of you.")

    assert nell.screen == ["Sam sends you a kind word: I am proud of you."]
    assert mia.screen == []


async def test_no_kind_words_for_now(town: Town, mia: Resident, rosa: Resident) -> None:
    """Rosa is thanked just the same."""
    await mia.says("/people")
    await mia.taps("Rosa")
    await mia.taps("No kind words for now")
    assert mia.sees("Nobody told them.")
    mia.puts_it_away()

    await rosa.says("/people")
    await rosa.taps("Send a kind word")
    await rosa.taps("I am proud of you.")

    assert rosa.screen[-1].startswith("Thank you. Kind words are passed on")
    assert mia.screen == []


async def test_no_kind_word_at_night(town: Town, mia: Resident, rosa: Resident) -> None:
    """It waits until the morning."""
    await town.waits(hours=4)
    mia.puts_it_away()
    await rosa.says("/people")
    await rosa.taps("Send a kind word")
    await rosa.taps("I am proud of you.")
    assert not mia.sees("kind word")

    await town.waits(hours=10)

    assert mia.sees("Rosa sends you a kind word")


# A call


async def test_she_asks_for_a_call(town: Town, mia: Resident, sam: Resident) -> None:
    """The lock screen says nothing; behind it are three honest answers."""
    await mia.says("/people")
    await mia.taps("Sam")
    await mia.taps("Ask for a call")
    assert mia.sees("I asked Sam to call you.")
    assert sam.screen == [NOTICE]

    await sam.taps("Open")
    assert sam.screen[-1] == "Mia would like a call from you, when you can."
    await sam.taps("Later today")

    assert mia.sees("Sam calls you later today.")


async def test_he_asks_whether_a_call_is_welcome(town: Town, mia: Resident, sam: Resident) -> None:
    """And hears a yes, or a no that is nobody's fault."""
    await sam.says("/people")
    await sam.taps("Ask to call")
    assert mia.sees("Sam would like to call you. Is that all right?")

    await mia.taps("Yes, please call")

    assert sam.screen[-1] == NOTICE
    await sam.taps("Open")
    assert sam.sees("Mia says: yes, please call.")


async def test_twice_a_day_is_enough(town: Town, mia: Resident, sam: Resident) -> None:
    """Asking is no way to wear somebody down."""
    for _ in range(3):
        await sam.says("/people")
        await sam.taps("Ask to call")

    assert mia.history.count("Sam would like to call you. Is that all right?") == 2
    assert sam.sees("You have asked twice today.")


# Hearing more


async def test_she_would_like_to_hear_more(town: Town, mia: Resident, rosa: Resident) -> None:
    """Mia decides alone; asked again the next day she is not bothered, and Rosa cannot tell."""
    for _ in range(2):
        await rosa.says("/people")
        await rosa.taps("Ask to hear more")
        assert rosa.screen[-1].startswith("Thank you for asking. Mia decides alone")
        await town.waits(hours=12)

    asked = [line for line in mia.history if "would like to hear more" in line]
    assert len(asked) == 1
    await mia.taps("Leave it")
    assert mia.sees("Left as it is.")


# Message Dana


async def test_a_message_to_dana_and_back(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Both ways under a fixed header; when it is read is said before it is written."""
    await mia.says("/message")
    assert "What would you like to say to Dana?" in mia.screen[-1]
    assert "working hours" in mia.screen[-1]
    assert "/sos" in mia.screen[-1]
    await mia.says("Can we move Thursday?")
    assert mia.screen[-1].startswith("Dana has your message.")

    assert dana.screen == [NOTICE]
    await dana.taps("Open")
    assert dana.screen[-1].startswith("Message from Mia, 2026-05-12")
    assert dana.screen[-1].endswith("Can we move Thursday?")
    await dana.taps("Answer")
    await dana.says("Yes, Friday at ten.")

    assert mia.screen[-1] == NOTICE
    await mia.taps("Open")
    assert mia.screen[-1].endswith("Yes, Friday at ten.")
    assert sam.screen == []


async def test_words_that_alarm_in_a_message(town: Town, mia: Resident, dana: Resident) -> None:
    """They are heard like any others: nobody waits for working hours."""
    await mia.says("/message")

    await mia.says("i am going to kill myself tonight")

    assert mia.sees("\n911\n")
    async with town.app.ground.database.reading() as uow:
        assert len(await uow.alerts.all_open(9)) == 1
    assert dana.sees("alert") or dana.sees("needs")


async def test_nobody_else_reads_it(town: Town, mia: Resident, rosa: Resident) -> None:
    """The button in other hands opens nothing."""
    await mia.says("/message")
    await mia.says("Can we move Thursday?")
    async with town.app.ground.database.reading() as uow:
        client = await person(town, MIA.user_id)
        assert await uow.sessions.open_for(client.id) is None

    await presses(town, ROSA.user_id, "letter:abcdefghijk")

    assert not rosa.sees("Thursday")


@pytest.mark.parametrize("who", ["Sam", "Rosa"])
async def test_a_supporter_writes_to_no_counselor(town: Town, who: str) -> None:
    """Whoever supports somebody is no client."""
    somebody = town.residents[who]

    await somebody.says("/message")

    assert somebody.screen == ["That one is not for you here. /help shows what I can do."]


# A lost phone


async def test_a_client_with_a_new_account(town: Town, mia: Resident, dana: Resident) -> None:
    """A stranger with her name gets nothing; Dana, who knows her, lets her back in."""
    new = phone(town, TINA, "Mia")
    await new.says("/start")
    assert new.sees("I work by invitation")

    await dana.says("/lost")
    await dana.taps("Mia")
    await dana.taps("Close the old chat")
    token = dana.screen[-1].rpartition("start=")[2].strip()
    mia.puts_it_away()
    await mia.says("/plan")
    assert mia.sees("I work by invitation")

    await comes_in(new, dana, token)
    assert new.sees("Welcome back, Mia.")
    await new.says("/plan")
    assert new.sees("Walk twenty minutes a day")
    await town.waits(minutes=10)
    assert new.sees("Hello.")


async def test_a_frozen_chat_takes_no_tap(town: Town, mia: Resident, dana: Resident) -> None:
    """Whoever holds the old phone can press what they like."""
    await mia.says("/people")
    await dana.says("/lost")
    await dana.taps("Mia")
    await dana.taps("Close the old chat")

    await mia.taps("Rosa")

    assert not mia.sees("Gets: good news\n")


async def test_a_counselor_with_a_new_account(
    town: Town, ada: Resident, ben: Resident, mia: Resident
) -> None:
    """An admin lets staff back in; the clients stay where they were."""
    await ada.says("/lost")
    await ada.taps("Ben")
    await ada.taps("Close the old chat")
    token = ada.screen[-1].rpartition("start=")[2].strip()
    new = phone(town, TINA, "Ben")

    await comes_in(new, ada, token)
    ben.puts_it_away()
    await ben.says("/clients")

    assert new.sees("Welcome back, Ben.")
    assert ben.sees("I work by invitation")
    await new.says("/clients")
    assert new.sees("Nobody is linked to you yet.")


async def test_nobody_takes_more_over_than_they_could_give(
    town: Town, mia: Resident, ben: Resident
) -> None:
    """Mia's brother counsels others: his record is more than hers to hand to a new chat."""
    await comes_in(ben, mia, await link(mia, "Family"))
    await ben.taps("Yes, please")
    await mia.says("/people")
    await mia.taps("Ben")

    await mia.taps("New phone")

    assert "Close the old chat" not in mia.buttons
    assert mia.toast == "That one is not for you here. /help shows what I can do."
    await ben.says("/clients")
    assert ben.sees("Nobody is linked to you yet.")


async def test_a_way_back_is_for_nobody_inside(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """Whoever is somebody here already cannot take another's record over."""
    await dana.says("/lost")
    await dana.taps("Mia")
    await dana.taps("Close the old chat")
    token = dana.screen[-1].rpartition("start=")[2].strip()

    await sam.says(f"/start {token}")

    assert sam.screen == ["This invitation does not work any more. Please ask for a new one."]


async def test_a_supporter_with_a_new_account(town: Town, mia: Resident, sam: Resident) -> None:
    """A client lets her own sponsor back in; what she shared with him is as it was."""
    await mia.says("/people")
    await mia.taps("Sam")
    await mia.taps("New phone")
    await mia.taps("Close the old chat")
    token = mia.screen[-1].rpartition("start=")[2].strip()
    new = phone(town, TINA, "Sam")

    await comes_in(new, mia, token)

    assert new.sees("Welcome back, Sam.")
    await mia.says("/people")
    assert mia.sees("Sam · sponsor\nGets: when you need someone")
    await new.says("/people")
    assert new.sees("You support Mia.")
