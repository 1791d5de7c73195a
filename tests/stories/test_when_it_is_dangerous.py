"""When it is dangerous: whom to call comes first, and a human hears of it."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.cast import DANA, MIA
from bot.emulator.methods import call
from bot.town import Resident, Town
from dialogs.errors import StorageError
from tests.stories.conftest import DATABASE
from tests.stories.steps import begins, has_a_strong_craving, is_not_safe

CARD = "If your life or someone else's is in danger, call now:\n911"
SAFE = "Are you safe right now?"
STRAIGHT = "Are you thinking of ending your life"
PAGE = "Someone you look after needs you. Alert 1."
DARK = "i am going to kill myself tonight"

Somewhere = Callable[[Town, Resident], Awaitable[None]]


async def nowhere(town: Town, mia: Resident) -> None:
    """Nothing is being asked."""


async def at_now(town: Town, mia: Resident) -> None:
    """In the middle of a craving."""
    await mia.says("/now")
    await mia.says("6")


async def waiting(town: Town, mia: Resident) -> None:
    """While the quarter of an hour of a craving runs."""
    await at_now(town, mia)
    await mia.taps("Payday")
    await mia.taps("Call Sam")


EVERYWHERE = [
    pytest.param(nowhere, id="nothing-open"),
    pytest.param(begins, id="at-the-first-question"),
    pytest.param(has_a_strong_craving, id="at-a-safety-question"),
    pytest.param(at_now, id="in-a-craving"),
    pytest.param(waiting, id="while-a-timer-runs"),
]


def shown(who: Resident, words: str) -> int:
    """Count the messages on the screen that hold these words."""
    return sum(words in text for text in who.screen)


@pytest.mark.parametrize("somewhere", EVERYWHERE)
async def test_sos_from_anywhere(town: Town, mia: Resident, somewhere: Somewhere) -> None:
    """First whom to call, then the question whether she is safe, whatever was going on."""
    await somewhere(town, mia)

    await mia.says("/sos")

    assert CARD in mia.screen[0]
    assert "Sam\n+12025550143" in mia.screen[0]
    assert "Tell my team now" in mia.buttons


@pytest.mark.parametrize("somewhere", EVERYWHERE)
async def test_dark_words_from_anywhere(
    town: Town, mia: Resident, dana: Resident, somewhere: Somewhere
) -> None:
    """They need no question to be heard: the card, a human, and the question."""
    await somewhere(town, mia)

    await mia.says(DARK)

    (card,) = [text for text in mia.screen if CARD in text]
    (asked,) = [text for text in mia.screen if SAFE in text]
    assert "I am telling Dana now" in card
    assert mia.screen.index(card) < mia.screen.index(asked)
    assert dana.screen == [PAGE]
    assert "Tell my team now" in mia.buttons


@pytest.mark.parametrize(
    "kinds",
    [
        pytest.param({"text": DARK, "media": "photo"}, id="under-a-picture"),
        pytest.param({"text": f"/help {DARK}"}, id="behind-a-command"),
        pytest.param({"text": f"/sos {DARK}"}, id="behind-sos"),
        pytest.param({"text": f"/whatever {DARK}"}, id="behind-no-command"),
        pytest.param({"text": DARK, "forwarded_from": "Somebody"}, id="forwarded"),
        pytest.param({"text": DARK.upper()}, id="shouted"),
        pytest.param({"text": "i am going to k\u200bill my\u200bself tonight"}, id="hidden"),
    ],
)
async def test_dark_words_however_they_come(
    town: Town, mia: Resident, dana: Resident, kinds: dict[str, str]
) -> None:
    """The card says that somebody is being told, so somebody is."""
    await mia.says(**kinds)

    assert CARD in mia.screen[0]
    assert dana.screen == [PAGE]


async def test_forwarded_words_are_said_to_be_forwarded(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """They count, and nobody is made to have written them."""
    await mia.says(text=DARK, forwarded_from="Somebody")

    await dana.taps("Open")

    assert "the message was forwarded: somebody else wrote it first" in dana.screen[-1]


async def test_dark_words_that_replace_harmless_ones(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """An edited message is read again."""
    await mia.says("a quiet day")

    mia.phone.edits(DARK)
    await town.waits(seconds=4)

    assert shown(mia, CARD) == 1
    assert dana.screen == [PAGE]


@pytest.mark.parametrize("words", ["help me", "SOS!", "I need help.", "/Sos", "/SOS@handrail_bot"])
async def test_plain_words_for_sos(town: Town, mia: Resident, words: str) -> None:
    """What the card announces follows: the question, and the ten minutes."""
    await mia.says(words)

    assert CARD in mia.screen[0]
    assert "Next I ask if you are safe." in mia.screen[0]
    assert SAFE in mia.screen[-1]


async def test_unclear_words_are_asked_about(town: Town, mia: Resident, dana: Resident) -> None:
    """Nobody is woken for what may mean little, and nothing is passed over."""
    await mia.says("i feel hopeless")

    assert STRAIGHT in mia.screen[-1]
    assert mia.buttons[:4] == ["No", "Yes, thoughts", "Yes, in danger now", "Talk to someone"]
    assert dana.screen == []


async def test_no_to_the_direct_question_closes_it(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Asking costs nothing: nobody is paged for an honest no."""
    await mia.says("i feel hopeless")

    await mia.taps("No")
    await town.waits(minutes=15)

    assert dana.screen == []


@pytest.mark.parametrize("answer", ["Yes, thoughts", "Yes, in danger now", "Talk to someone"])
async def test_any_other_answer_to_the_direct_question_pages(
    town: Town, mia: Resident, dana: Resident, answer: str
) -> None:
    """Whoever says it in so many words is heard."""
    await mia.says("i feel hopeless")

    await mia.taps(answer)

    assert dana.screen == [PAGE]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        pytest.param("i feel hopeless", "No", id="straight-out"),
        pytest.param("i relapsed", "No, not now", id="gently"),
    ],
)
async def test_nobody_who_says_no_is_left_without_a_word(
    mia: Resident, words: str, answer: str
) -> None:
    """They told something hard: they are thanked, and read what is there for them."""
    await mia.says(words)

    await mia.taps(answer)

    assert "Thank you" in mia.screen[-1]
    assert "/now" in mia.screen[-1]
    assert "/sos" in mia.screen[-1]


async def test_silence_at_the_direct_question_pages(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Ten minutes without an answer, after words about life and limb, are a call for help."""
    await mia.says("i feel hopeless")

    await town.waits(minutes=9, seconds=55)
    assert dana.screen == []
    await town.waits(seconds=5)

    assert dana.screen == [PAGE]


async def test_words_about_use_are_asked_about_gently(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Nobody is paged because somebody who slipped does not answer at once."""
    await mia.says("i relapsed")

    assert "Would it help to talk to someone from your team now?" in mia.screen[-1]
    await town.waits(minutes=30)
    assert dana.screen == []


async def test_whoever_slipped_may_ask_for_somebody(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """One tap."""
    await mia.says("i relapsed")

    await mia.taps("Talk to someone")

    assert dana.screen == [PAGE]


async def test_dark_words_in_pieces(town: Town, mia: Resident, dana: Resident) -> None:
    """What no single message says, three of them may; the card comes with it."""
    for piece in ("i am going to", "hang", "myself tonight"):
        await mia.says(piece)

    assert CARD in "".join(mia.screen)
    assert dana.screen == [PAGE]


async def test_pieces_far_apart_are_no_whole(town: Town, mia: Resident, dana: Resident) -> None:
    """What was written an hour ago is another story."""
    for piece in ("i am going to", "hang", "myself tonight"):
        await mia.says(piece)
        await town.waits(minutes=11)

    assert dana.screen == []


async def test_an_alert_shows_its_words_and_rule(town: Town, mia: Resident, dana: Resident) -> None:
    """And the context that was considered, with why it did not count."""
    await mia.says("i did not sleep. i am going to hang myself tonight")

    await dana.taps("Open")

    card = dana.screen[-1]
    assert "“i am going to hang myself” (en-suicide-intent)" in card
    assert 'considered, not applied: a "not" that stands elsewhere' in card


@pytest.mark.parametrize("answer", ["Tell my team now", "No", "Not sure", "Skip", "Rather not say"])
async def test_answers_that_bring_somebody(
    town: Town, mia: Resident, dana: Resident, answer: str
) -> None:
    """Every answer but *yes* pages a human at once."""
    await mia.says("/sos")

    await mia.taps(answer)

    assert dana.screen == [PAGE]
    assert mia.sees("I have told Dana.")


async def test_ten_minutes_of_silence_after_sos(town: Town, mia: Resident, dana: Resident) -> None:
    """Whoever cannot answer any more is not left alone; the card has said so."""
    await mia.says("/sos")

    await town.waits(minutes=9, seconds=55)
    assert dana.screen == []
    await town.waits(seconds=5)

    assert dana.screen == [PAGE]


async def test_safe_after_all(town: Town, mia: Resident, dana: Resident) -> None:
    """A yes closes kindly, and nobody is paged."""
    await mia.says("/sos")

    await mia.taps("Yes, I am safe")
    await town.waits(minutes=15)

    assert mia.sees("I am glad you are safe.")
    assert dana.screen == []


async def test_the_check_in_goes_on_afterwards(town: Town, mia: Resident) -> None:
    """What was interrupted comes back by itself, at the same question."""
    await begins(town, mia)
    await mia.says("no")
    await mia.says("/sos")

    await mia.taps("Yes, I am safe")

    assert "How strong was the craving" in mia.screen[-1]
    await mia.says("3")
    assert mia.sees("How was your mood")


async def test_the_same_words_again_are_the_same_alert(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """New evidence joins the open alert; nobody is woken twice."""
    await mia.says(DARK)

    await town.waits(minutes=1)
    await mia.says(DARK)

    assert dana.screen == [PAGE]


async def test_a_storm_of_messages_hides_no_dark_words(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """However much somebody writes, what matters is heard."""
    for _ in range(30):
        mia.phone.says("hello?")

    await mia.says(DARK)

    assert shown(mia, CARD) == 1
    assert dana.screen == [PAGE]


@pytest.mark.parametrize("words", ["/sos", DARK, "help me"])
async def test_a_stranger_is_shown_whom_to_call(
    town: Town, dana: Resident, stranger: Resident, words: str
) -> None:
    """It works for anyone; and it says that nobody is watching."""
    await stranger.says(words)

    assert CARD in stranger.screen[0]
    assert "Nobody is watching this chat." in stranger.screen[0]
    assert dana.screen == []


@pytest.mark.parametrize("who", ["Sam", "Rosa", "Dana"])
async def test_whoever_is_no_client_is_shown_whom_to_call(town: Town, who: str) -> None:
    """A mother may need it as well as her daughter."""
    somebody = town.residents[who]

    await somebody.says(DARK)

    assert CARD in somebody.screen[0]
    assert "Nobody is watching this chat." in somebody.screen[0]


async def test_the_card_comes_though_the_database_is_gone(
    town: Town, mia: Resident, tmp_path: Path
) -> None:
    """Her own people and the numbers, with the file deleted and the engine stopped."""
    await town.app.ground.database.close()
    (tmp_path / DATABASE).unlink()
    mia.phone.says("/sos")

    updates = (await call(town.telegram, "getUpdates", {}))["result"]
    with pytest.raises(StorageError):
        await town.app.inbox.handle(updates[0])

    assert CARD in mia.screen[0]
    assert "Sam\n+12025550143" in mia.screen[0]


async def test_nothing_is_promised_while_the_database_is_gone(
    town: Town, mia: Resident, tmp_path: Path
) -> None:
    """The card names no one who would be told, once we know that nobody can be."""
    await town.app.ground.database.close()
    (tmp_path / DATABASE).unlink()
    mia.phone.says("hello")
    mia.phone.says("/sos")

    for update in (await call(town.telegram, "getUpdates", {}))["result"]:
        with pytest.raises(StorageError):
            await town.app.inbox.handle(update)

    assert "I cannot tell anyone." in mia.screen[0]


async def test_a_promise_is_taken_back_where_nobody_can_be_told(
    town: Town, mia: Resident, tmp_path: Path
) -> None:
    """Nobody knew yet that the database is gone when the first card named Dana."""
    await town.app.ground.database.close()
    (tmp_path / DATABASE).unlink()
    mia.phone.says("/sos")

    for _ in range(2):  # it stays unconfirmed, and comes again
        for update in (await call(town.telegram, "getUpdates", {}))["result"]:
            with pytest.raises(StorageError):
                await town.app.inbox.handle(update)

    card, _, taken_back = mia.screen
    assert "I tell Dana" in card
    assert taken_back.startswith("Something in me is broken right now, and I cannot tell anyone.")


async def test_the_numbers_are_where_a_thumb_can_press_them(town: Town, mia: Resident) -> None:
    """Each number stands alone on its line, and the first person comes as a contact card."""
    await mia.says("/sos")

    lines = mia.screen[0].split("\n")
    assert {"911", "988", "+12025550143", "+12025550166"} <= set(lines)
    cards = [one.contact for one in town.telegram.messages(MIA.user_id) if one.contact]
    assert [card["first_name"] for card in cards] == ["Sam"]


async def test_the_page_overtakes_everything_else(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """A counselor who has just asked for much still gets the page first."""
    for _ in range(6):
        dana.phone.says("/clients")
    await town.app.inbox.drain()
    mia.phone.says(DARK)
    await town.app.inbox.drain()

    await town.waits(seconds=1)

    texts = [one.text for one in town.telegram.messages(DANA.user_id) if one.sender == "bot"]
    assert texts[0] == PAGE


async def test_the_page_and_the_climb_are_neutral(
    town: Town, mia: Resident, dana: Resident, sam: Resident
) -> None:
    """A lock screen tells nobody who it is about, nor what."""
    await is_not_safe(town, mia)
    await town.waits(minutes=15)

    for text in (*dana.screen, *sam.screen):
        assert "Mia" not in text
        assert "crav" not in text
        assert "safe" not in text


async def test_what_may_be_an_emergency_is_asked_about_and_told(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """No rule is sure, but emergencies are made of such words: her counselor reads a "no" too."""
    await mia.says("the water is running and i have the razor")

    assert mia.screen[-2].startswith("I leave your team a note about these words")
    assert STRAIGHT in mia.screen[-1]
    await mia.taps("No")
    assert dana.screen == []
    await town.waits(hours=18)

    assert dana.sees("Alert 1 for your day.")


async def test_what_may_be_an_emergency_is_told_at_once_if_nobody_answers(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """The note for the day becomes a page."""
    await mia.says("the water is running and i have the razor")

    await town.waits(minutes=11)

    assert dana.screen == [PAGE]


async def test_a_note_for_the_day_that_becomes_a_page_is_told_as_a_page(
    town: Town, mia: Resident, dana: Resident
) -> None:
    """Nobody was asked before, so nobody has failed to answer."""
    await mia.says("the water is running and i have the razor")
    await mia.taps("No")

    await mia.says(DARK)

    assert dana.screen == [PAGE]
    assert sum("I have told Dana" in text for text in mia.screen) == 1
    assert not any("not heard back yet" in text for text in mia.screen)
