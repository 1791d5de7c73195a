"""Bad input: whatever comes in, there is a kind sentence, nothing is lost, nobody waits."""

from datetime import timedelta
from typing import Any

import pytest

from bot.cast import MIA
from bot.town import Resident, Town
from tests.stories.steps import begins

GROUP = -500
USE, CRAVING = "Did you drink or use today?", "How strong was the craving"
OPENED = "I can't open that here. Your keyboard's microphone can type for you."


def telegram_user() -> dict[str, Any]:
    """Mia, as Telegram writes of her."""
    return {"id": MIA.user_id, "is_bot": False, "first_name": "Mia", "language_code": "en"}


def message(**fields: Any) -> dict[str, Any]:
    """Write a message of Mia's as it would come in."""
    chat = {"id": MIA.user_id, "type": "private", "first_name": "Mia"}
    return {"message_id": 900, "date": 0, "chat": chat, "from": telegram_user(), **fields}


async def answers(town: Town) -> list[tuple[str, object]]:
    """List what Mia has answered this evening."""
    async with town.app.ground.database.reading() as uow:
        mia = await uow.people.by_chat(MIA.user_id)
        assert mia is not None
        found = await uow.answers.readings(mia.id, town.clock.now() - timedelta(hours=1))
    return [(one.name, one.value) for one in found]


ODD_WORDS = [
    pytest.param("purple", id="wrong"),
    pytest.param("x" * 4096, id="as-long-as-it-gets"),
    pytest.param("x" * 10_000, id="longer-than-it-gets"),
    pytest.param("😀" * 2_048, id="emoji"),
    pytest.param("👩‍👩‍👧‍👦🏳️‍🌈", id="joined-emoji"),
    pytest.param("لا أعرف اليوم", id="right-to-left"),
    pytest.param("\u202eon", id="turned-around"),
    pytest.param("a\x00b", id="nul"),
    pytest.param("\u200b\u200b", id="invisible"),
    pytest.param("   \n\n  ", id="blank"),
    pytest.param("<b>no</b> & [x](tg://user?id=1)", id="markup"),
    pytest.param("{ $name } %s {0}", id="placeholders"),
    pytest.param("'; DROP TABLE answers; --", id="sql"),
    pytest.param("999999999999999999999999", id="a-huge-number"),
    pytest.param("-1", id="below-zero"),
    pytest.param("NaN", id="not-a-number"),
]


@pytest.mark.parametrize("words", ODD_WORDS)
async def test_odd_words_at_a_question(town: Town, mia: Resident, words: str) -> None:
    """The question is asked again, and the next answer counts."""
    await begins(town, mia)

    town.telegram.push_raw({"message": message(text=words)}, user_id=MIA.user_id)
    await town.waits(seconds=4)
    assert USE in mia.screen[-1]
    await mia.says("no")

    assert mia.sees(CRAVING)
    assert await answers(town) == [("use", "no")]


@pytest.mark.parametrize("words", ODD_WORDS)
async def test_odd_words_where_nothing_is_asked(town: Town, mia: Resident, words: str) -> None:
    """There is always an answer, and it says what would work."""
    town.telegram.push_raw({"message": message(text=words)}, user_id=MIA.user_id)
    await town.waits(seconds=4)

    assert len(mia.screen) == 1
    assert "/checkin" in mia.screen[0]


@pytest.mark.parametrize(
    "media",
    ["photo", "voice", "video", "sticker", "document", "location", "contact", "video_note", "dice"],
)
async def test_what_cannot_be_opened(town: Town, mia: Resident, media: str) -> None:
    """Nothing is fetched; a word about why, and the question again."""
    await begins(town, mia)

    await mia.says("", media=media)

    assert mia.sees(OPENED)
    assert USE in mia.screen[-1]
    assert town.telegram.counts["getFile"] == 0


async def test_a_message_with_nothing_in_it(town: Town, mia: Resident) -> None:
    """Kinds of message that do not exist yet are kindly declined too."""
    await begins(town, mia)

    town.telegram.push_raw({"message": message(hologram={"id": 1})}, user_id=MIA.user_id)
    await town.waits(seconds=4)

    assert USE in mia.screen[-1]


async def test_a_forwarded_answer_is_an_answer(town: Town, mia: Resident) -> None:
    """Where the words come from does not matter to the question."""
    await begins(town, mia)

    await mia.says("no", forwarded_from="Somebody")

    assert mia.sees(CRAVING)


async def test_an_edited_answer_stays_as_it_was_given(town: Town, mia: Resident) -> None:
    """What was answered is not changed behind anybody's back, and that is said."""
    await begins(town, mia)
    await mia.says("no")

    mia.phone.edits("yes")
    await town.waits(seconds=4)

    assert mia.sees("I see you changed an earlier message.")
    assert await answers(town) == [("use", "no")]


async def test_in_a_group_the_bot_says_nothing_and_leaves(town: Town, mia: Resident) -> None:
    """What belongs between two people is not said before others."""
    town.telegram.add_group(GROUP, "Friends", MIA.user_id)
    mia.phone.says("/sos", chat_id=GROUP)
    mia.phone.says("no", chat_id=GROUP)
    await town.waits(seconds=4)

    assert [one for one in town.telegram.messages(GROUP) if one.sender == "bot"] == []
    assert town.telegram.counts["leaveChat"] == 1
    assert mia.screen == []


@pytest.mark.parametrize(
    "update",
    [
        pytest.param({"holiday_greeting": {"from": telegram_user()}}, id="unknown-kind"),
        pytest.param({"channel_post": message(text="no")}, id="channel-post"),
        pytest.param({"inline_query": {"id": "1", "from": telegram_user()}}, id="inline"),
        pytest.param({"message": "no"}, id="not-an-object"),
        pytest.param({"message": {"text": "no"}}, id="without-a-chat"),
        pytest.param({"message": message(text=["no"])}, id="text-is-a-list"),
        pytest.param({"message": message(text="no", date="soon")}, id="date-is-a-word"),
        pytest.param({"callback_query": {"id": 1}}, id="half-a-tap"),
        pytest.param({"my_chat_member": {}}, id="half-a-membership"),
        pytest.param({}, id="nothing"),
        pytest.param({"message": message(text="no", via_bot=telegram_user())}, id="via-a-bot"),
        pytest.param({"message": message(sender_chat={"id": -1, "type": "group"})}, id="anonymous"),
    ],
)
async def test_an_update_that_is_none(town: Town, mia: Resident, update: dict[str, Any]) -> None:
    """It is put aside; the next one of the same person is worked on, and nothing was answered."""
    await begins(town, mia)

    town.telegram.push_raw(update, user_id=MIA.user_id)
    await town.waits(seconds=10)
    assert await answers(town) == []
    await mia.says("no")

    assert mia.sees(CRAVING)


@pytest.mark.parametrize(
    ("command", "then"),
    [
        pytest.param("/skip", CRAVING, id="skip"),
        pytest.param("/back", USE, id="back-at-the-first"),
        pytest.param("/stop", "Stopped.", id="stop"),
        pytest.param("/SKIP", CRAVING, id="in-capitals"),
        pytest.param("/skip@handrail_bot", CRAVING, id="with-a-name"),
        pytest.param("skip", CRAVING, id="as-a-word"),
    ],
)
async def test_ways_out_of_a_question(town: Town, mia: Resident, command: str, then: str) -> None:
    """They work in every question, by button, command or word."""
    await begins(town, mia)

    await mia.says(command)

    assert mia.sees(then)


@pytest.mark.parametrize("command", ["/skip", "/back", "/stop"])
@pytest.mark.parametrize("who", ["Mia", "Dana", "Sam", "Rosa"])
async def test_ways_out_of_nothing(town: Town, who: str, command: str) -> None:
    """Where nothing is asked, that is said; it is no mistake."""
    somebody = town.residents[who]

    await somebody.says(command)

    assert len(somebody.screen) == 1


async def test_ways_out_while_a_timer_runs(town: Town, mia: Resident) -> None:
    """A wait can be cut short too."""
    await mia.says("/now")
    for answer in ("6", "Payday", "Call Sam"):
        await mia.says(answer)

    await mia.says("/skip")

    assert mia.sees("How strong is it now?")


async def test_two_people_at_once(town: Town, mia: Resident, dana: Resident) -> None:
    """What one does neither waits for the other nor gets into their way."""
    await begins(town, mia)

    mia.phone.says("no")
    dana.phone.says("/clients")
    mia.phone.says("3")
    dana.phone.says("/alerts")
    await town.waits(seconds=4)

    assert mia.sees("How was your mood")
    assert dana.sees("The people you look after")
    assert dana.sees("Nothing is open.")
    assert await answers(town) == [("use", "no"), ("craving", 3)]


async def test_answers_faster_than_questions(town: Town, mia: Resident) -> None:
    """Ten messages in one breath are taken in their order."""
    await begins(town, mia)

    for word in ("no", "2", "7", "6", "8", "yes", "no"):
        mia.phone.says(word)
    await town.waits(seconds=15)

    assert [value for _, value in await answers(town)] == ["no", 2, 7, 6, 8, "yes", "no"]
    assert mia.sees("Here is what you told me")
