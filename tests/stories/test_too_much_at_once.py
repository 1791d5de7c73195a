"""Too much at once: whoever writes faster than anybody can read is still heard."""

from dataclasses import replace

import pytest

from bot.app import App
from bot.cast import MIA
from bot.emulator.methods import call
from bot.telegram.limits import Flood
from bot.town import Resident, Town
from tests.stories.steps import begins

TOO_FAST = "Too many messages came at once, and I could not keep up."
PAGE = "Someone you look after needs you. Alert 1."
SAFE = "Are you safe right now?"
CARD = "call now:\n911"
PATIENCE = 6
"""Messages at once that are worked on here; the real measure is tried in tests/bot."""


@pytest.fixture
async def town(town: Town) -> Town:
    """A town that soon has too much."""
    flood = Flood(burst=PATIENCE, per_second=0.1, reserve=0.1)
    town.app = App(replace(town.app.ground, flood=flood))
    await town.app.prepare()
    return town


def shown(who: Resident, words: str) -> int:
    """Count the messages in the whole chat that hold these words."""
    return sum(words in text for text in who.history)


async def floods(town: Town, who: Resident, *then: str) -> None:
    """Let somebody write more than is worked on, and then these words, all at once."""
    for _ in range(2 * PATIENCE):
        who.phone.says("hello?")
    for words in then:
        who.phone.says(words)
    await town.waits(seconds=8)


async def signs(town: Town) -> list[str]:
    """Name the signs of all open alerts."""
    async with town.app.ground.database.reading() as uow:
        return [alert.sign for alert in await uow.alerts.all_open(9)]


async def answers(town: Town) -> list[tuple[str, object]]:
    """What Mia has answered in the session that is open."""
    async with town.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        session = await uow.sessions.open_for(person.id)
        assert session is not None
        return [(answer.step, answer.value) for answer in session.answers]


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        pytest.param("he is outside with a knife", "words_violence_abuse", id="violence"),
        pytest.param("i am going to kill myself tonight", "words_suicide_selfharm", id="suicide"),
        pytest.param("i took all my pills", "words_overdose_medical", id="overdose"),
        pytest.param("two days off booze and seeing things", "words_withdrawal", id="withdrawal"),
    ],
)
async def test_a_red_flag_in_a_flood_is_raised_once(
    town: Town, mia: Resident, dana: Resident, words: str, sign: str
) -> None:
    """Whatever kind it is, and however often it is said."""
    await floods(town, mia, words, "hello?", words)

    assert await signs(town) == [sign]
    assert dana.screen == [PAGE]
    assert shown(mia, SAFE) == 1


async def test_a_red_flag_in_pieces(town: Town, mia: Resident, dana: Resident) -> None:
    """Three short messages are read as one."""
    await floods(town, mia, "i am going to", "kill", "myself tonight")

    assert await signs(town) == ["words_suicide_selfharm"]
    assert dana.screen == [PAGE]


async def test_two_dangers_in_a_flood_are_two_alerts(town: Town, mia: Resident) -> None:
    """One does not hide behind the other."""
    await floods(town, mia, "he is outside with a knife", "i took all my pills")

    assert set(await signs(town)) == {"words_violence_abuse", "words_overdose_medical"}


async def test_a_flood_is_told_of_once(town: Town, mia: Resident) -> None:
    """Kindly: what was not kept, and what still works."""
    await floods(town, mia)
    await floods(town, mia)

    (told,) = [text for text in mia.history if TOO_FAST in text]
    assert "did not keep the last ones" in told
    assert "/sos works" in told


async def test_the_next_flood_is_told_of_again(town: Town, mia: Resident) -> None:
    """An hour later it is another one."""
    await floods(town, mia)
    await town.waits(minutes=60)
    await floods(town, mia)

    assert shown(mia, TOO_FAST) == 2


async def test_the_open_question_stays_open(town: Town, mia: Resident) -> None:
    """What was dropped is no answer; the next message in peace is one."""
    await begins(town, mia)
    await mia.says("no")
    before = await answers(town)
    await floods(town, mia, "3")

    assert await answers(town) == before
    await town.waits(minutes=2)
    await mia.says("3")

    assert await answers(town) == [*before, ("craving", 3)]


async def test_the_open_question_comes_back_after_a_red_flag(town: Town, mia: Resident) -> None:
    """It is set aside for the question whether she is safe, and not answered by what she wrote."""
    await begins(town, mia)
    await mia.says("no")
    before = await answers(town)
    await floods(town, mia, "he is outside with a knife")
    await town.waits(minutes=2)

    await mia.taps("Yes, I am safe")

    assert await answers(town) == before
    assert "How strong was the craving" in mia.screen[-1]


async def test_sos_works_in_a_flood(town: Town, mia: Resident) -> None:
    """The card, and the question that it announces."""
    await floods(town, mia, "/sos")

    assert shown(mia, CARD) == 1
    assert shown(mia, SAFE) == 1


async def test_what_is_asked_in_a_flood_can_be_answered(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A tap is no message too many: it brings somebody at once."""
    await floods(town, mia, "/sos")

    await mia.taps("Tell my team now")

    assert await signs(town) == ["sos"]
    assert dana.screen == [PAGE]


async def test_a_flood_of_a_mother_is_heard_as_well(town: Town, rosa: Resident) -> None:
    """She is asked whom she means, as at any other time."""
    await floods(town, rosa, "my daughter took too many pills")

    assert "The person I support" in rosa.buttons


async def test_a_flood_of_a_stranger_keeps_nothing(town: Town, stranger: Resident) -> None:
    """They are told too, shown whom to call, and nobody is paged."""
    await floods(town, stranger, "he is outside with a knife")

    assert shown(stranger, TOO_FAST) == 1
    assert shown(stranger, CARD) == 1
    assert await signs(town) == []


async def test_a_flood_comes_again_after_a_restart(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """An update that Telegram brings twice raises nothing twice, in a flood as elsewhere."""
    for _ in range(2 * PATIENCE):
        mia.phone.says("hello?")
    mia.phone.says("i took all my pills")
    updates = (await call(town.telegram, "getUpdates", {}))["result"]
    await town.waits(seconds=8)

    town.app = App(replace(town.app.ground))
    await town.app.prepare()
    for update in updates[-2:]:
        await town.app.inbox.handle(update)
    await town.waits(seconds=8)

    assert len(await signs(town)) == 1
    assert dana.screen == [PAGE]
