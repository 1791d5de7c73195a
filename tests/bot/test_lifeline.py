"""The lifeline: help is shown before anything else, and with everything else broken."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.emulator.faults import Fault
from bot.telegram.beside import Beside
from bot.telegram.cards import CardFile, CrisisCard, Person
from bot.telegram.lifeline import Knowledge, Lifeline
from bot.telegram.limits import Limits
from storage.crypto import KeyRing, SealBroken
from storage.outbox import Lane
from storage.people import CRISIS_CARD

MIA = 7_000_000_001
CARD = CrisisCard(
    person_id=1,
    chat_id=MIA,
    language="en",
    country="IE",
    steps=("Leave the kitchen", "Call Sam"),
    people=(Person("Sam", "+353 87 123 4567"), Person("Aunt Rose", None)),
    counselor="Ana",
)


@pytest.fixture
def ring(tmp_path):
    return KeyRing.create(tmp_path / "cards.key")


@pytest.fixture
def cards(tmp_path, ring):
    return CardFile(tmp_path / "cards", ring)


@pytest.fixture
def told():
    """Whether somebody can be told; turned off when the database is gone."""
    return {"can": True}


@pytest.fixture
def beside():
    return Beside()


@pytest.fixture
def limits():
    return Limits()


@pytest.fixture
def lifeline(bot, cards, book, hand, figures, told, beside, limits):
    return Lifeline(
        bot,
        cards,
        Knowledge.of(book, "en", "US"),
        hand,
        hand.seconds,
        limits=limits,
        figures=figures,
        beside=beside,
        can_tell=lambda: told["can"],
        pause=hand.pause,
    )


def update(text, number=1, *, chat=MIA, kind="message", language="en", **more):
    sender = {"id": chat, "language_code": language}
    return {
        "update_id": number,
        kind: {"text": text, "chat": {"id": chat, "type": "private"}, "from": sender, **more},
    }


def shown(sky, chat=MIA):
    return [one for one in sky.messages(chat) if one.sender == "bot"]


@pytest.mark.parametrize(
    ("text", "is_call"),
    [
        pytest.param("/sos", True, id="command"),
        pytest.param("/sos@handrail_bot", True, id="command-with-the-bot's-name"),
        pytest.param("/SOS please", True, id="command-with-more"),
        pytest.param("SOS!", True, id="the-word"),
        pytest.param("help me", True, id="words-of-the-list"),
        pytest.param("I want to kill myself", True, id="suicide"),
        pytest.param("i took too many pills", True, id="overdose"),
        pytest.param("/sosa", False, id="another-command"),
        pytest.param("this coffee is killing me", False, id="idiom"),
        pytest.param("I don't want to kill myself", False, id="negated"),
        pytest.param("8", False, id="an-answer"),
        pytest.param("/start", False, id="start"),
        pytest.param("", False, id="nothing"),
    ],
)
async def test_what_is_a_call_for_help(lifeline, sky, mia, text, is_call):
    assert bool(await lifeline.catch(update(text))) is is_call
    assert bool(shown(sky)) is is_call


async def test_edited_words_count_as_well(lifeline, sky, mia):
    """Somebody who changes "fine" into this must not be missed."""
    assert await lifeline.catch(update("I want to kill myself", kind="edited_message"))
    assert shown(sky)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param({"update_id": 1}, id="empty"),
        pytest.param({"update_id": 1, "message": None}, id="none"),
        pytest.param({"update_id": 1, "message": {"text": ["/sos"]}}, id="no-text"),
        pytest.param({"update_id": 1, "message": {"text": "/sos", "chat": 5}}, id="no-chat"),
        pytest.param(update("/sos", chat_type="x") | {"message": {"text": "/sos"}}, id="no-from"),
        pytest.param({"message": {"text": "/sos"}}, id="no-number"),
    ],
)
async def test_odd_updates_are_no_calls(lifeline, sky, raw):
    assert not await lifeline.catch(raw)


async def test_group_gets_no_card(lifeline, sky, mia):
    raw = update("/sos")
    raw["message"]["chat"] = {"id": -5, "type": "group"}

    assert not await lifeline.catch(raw)


async def test_client_sees_their_own_card(lifeline, cards, sky, mia):
    """Numbers stand alone on their lines, the first person comes as a contact as well."""
    cards.put(CARD)

    await lifeline.catch(update("/sos"))

    card, contact = shown(sky)
    lines = card.text.split("\n")
    for line in ("112", "999", "1. Leave the kitchen", "Sam", "+353871234567", "Aunt Rose"):
        assert line in lines
    assert "116 123" in lines
    assert lines.index("Sam") < lines.index("112") < lines.index("1. Leave the kitchen")
    assert lines.index("1. Leave the kitchen") < lines.index("Aunt Rose") < lines.index("116 123")
    assert "do not answer in ten minutes, I tell Ana" in card.text
    assert contact.contact["phone_number"] == "+353871234567"


async def test_stranger_is_told_that_nobody_watches(lifeline, sky, mia):
    await lifeline.catch(update("/sos"))

    (card,) = shown(sky)
    assert "911" in card.text.split("\n")
    assert "Nobody is watching this chat." in card.text


async def test_unknown_country_gets_no_wrong_number(lifeline, cards, sky, mia):
    """A wrong number is worse than none."""
    cards.put(replace(CARD, country="XK"))

    await lifeline.catch(update("/sos"))

    assert "local emergency number" in shown(sky)[0].text
    assert "findahelpline.com" in shown(sky)[0].text
    assert "911" not in shown(sky)[0].text


async def test_emergency_words_say_that_somebody_is_told_now(lifeline, cards, sky, mia):
    cards.put(CARD)

    await lifeline.catch(update("I am going to end my life"))

    assert "I am telling Ana now" in shown(sky)[0].text


async def test_words_that_only_make_us_ask_promise_no_more(lifeline, cards, sky, mia):
    """The ordinary road asks first; the card must not say that somebody knows already."""
    cards.put(CARD)

    await lifeline.catch(update("I want to kill myself"))

    assert "Next I ask if you are safe." in shown(sky)[0].text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("my friend will not wake up", "If someone cannot be woken", id="overdose"),
        pytest.param("he is outside with a knife", "I am glad you wrote", id="violence"),
        pytest.param("he hits me", "I am glad you wrote", id="violence-unclear"),
        pytest.param("off booze two days and seeing things", "Stopping alcohol", id="withdrawal"),
        pytest.param("i am in withdrawal", "Stopping alcohol", id="withdrawal-unclear"),
    ],
)
async def test_each_danger_has_its_card(lifeline, sky, mia, text, first):
    await lifeline.catch(update(text))

    card, *_ = shown(sky)
    assert card.text.startswith(first)
    assert "911" in card.text.split("\n")


def pressed(data, number=1, chat=MIA):
    sender = {"id": chat, "language_code": "en"}
    message = {"message_id": 1, "chat": {"id": chat, "type": "private"}}
    return {
        "update_id": number,
        "callback_query": {"data": data, "from": sender, "message": message},
    }


@pytest.mark.parametrize(
    ("label", "first"),
    [("Overdose", "If someone cannot be woken"), ("Withdrawal", "Stopping alcohol")],
)
async def test_short_cards_are_one_tap_away(lifeline, sky, mia, label, first):
    """Under every card stand the buttons of the short ones, and they work at once."""
    await lifeline.catch(update("/sos"))
    data = {b.label: b.data for row in shown(sky)[0].buttons for b in row}[label]

    assert await lifeline.catch(pressed(data, 2))

    short = shown(sky)[1].text
    assert short.startswith(first)
    assert "911" in short.split("\n")
    assert "Nobody is watching" not in short


async def test_short_card_does_not_offer_itself(lifeline, sky, mia):
    await lifeline.catch(update("i overdosed"))

    assert [b.label for row in shown(sky)[0].buttons for b in row] == ["Withdrawal"]


async def test_stranger_in_another_country_is_shown_its_numbers_from_then_on(
    lifeline, sky, mia, hand
):
    await lifeline.catch(update("/sos"))
    data = {b.label: b.data for row in shown(sky)[-1].buttons for b in row}
    await lifeline.catch(pressed(data["I am in another country"], 2))
    data = {b.label: b.data for row in shown(sky)[-1].buttons for b in row}
    await lifeline.catch(pressed(data["Spain"], 3))
    await hand.pause(60)
    await lifeline.catch(update("help me", 4))

    first, asked, chosen, later = shown(sky)
    assert "911" in first.text.split("\n")
    assert "Which country are you in?" in asked.text
    assert "112" in chosen.text.split("\n")
    assert later.text == chosen.text
    assert "Nobody is watching this chat" in later.text


async def test_client_has_their_country_in_their_plan(lifeline, cards, sky, mia):
    """No button asks a client for it, and one that was pressed in another chat changes nothing."""
    cards.put(CARD)

    await lifeline.catch(pressed("country:ES"))

    assert cards.get(MIA) == CARD
    assert "I am in another country" not in {b.label for row in shown(sky)[0].buttons for b in row}


@pytest.mark.parametrize("data", ["country:XX", "country:us:es", "country:ñ"])
async def test_country_nobody_knows_is_not_kept(lifeline, cards, sky, mia, data):
    assert await lifeline.catch(pressed(data))

    assert cards.get(MIA) is None
    assert shown(sky)


@pytest.mark.parametrize("data", ["card:7", "card", "card:0:1", "card:x", "take:0", "", "r:a:1:0"])
async def test_other_buttons_are_no_calls(lifeline, sky, mia, data):
    assert not await lifeline.catch(pressed(data))
    assert shown(sky) == []


async def test_overdose_card_is_not_kept_back_for_the_one_before(lifeline, sky, mia):
    """What comes five seconds after ``/sos`` may be worse than it."""
    await lifeline.catch(update("/sos", 1))
    await lifeline.catch(update("i overdosed", 2))

    assert shown(sky)[1].text.startswith("If someone cannot be woken")


async def test_hanging_telegram_does_not_hold_the_update_up(lifeline, beside, sky, mia):
    """The first try is waited for half a second; the rest goes on beside the road."""
    sky.faults.set(Fault("hang", method="sendMessage", seconds=1.2))
    began = asyncio.get_running_loop().time()

    async with beside.open():
        assert await lifeline.catch(update("/sos", 1))
        waited = asyncio.get_running_loop().time() - began
        assert shown(sky) == []
        assert await lifeline.catch(update("/sos", 2))

    assert waited < 0.9
    assert len(shown(sky)) == 1


async def test_what_goes_wrong_beside_goes_no_further(beside, logged):
    async def work():
        raise RuntimeError("no")

    async with beside.open():
        await beside.begin(work(), 1.0)

    assert [line["event"] for line in logged] == ["work beside the road failed"]


async def test_first_person_with_a_number_comes_as_a_contact(lifeline, cards, sky, mia):
    """After the text, in the order of the plan; whoever has no number is only named."""
    cards.put(replace(CARD, people=(Person("Aunt Rose", None), *CARD.people)))

    await lifeline.catch(update("/sos"))

    card, contact = shown(sky)
    assert card.text
    assert contact.contact["first_name"] == "Sam"


async def test_contact_waits_until_the_chat_takes_it_and_the_text_does_not(
    lifeline, cards, sky, mia, hand, limits
):
    """Somebody has just been sent all that a chat takes at once; the number is in the text."""
    cards.put(CARD)
    for _ in range(4):
        limits.took(Lane.REPLY, MIA, hand.seconds())
    written = hand()

    await lifeline.catch(update("/sos"))

    card, contact = shown(sky)
    assert card.at == written
    assert contact.at - card.at >= timedelta(seconds=1)


async def test_contact_is_tried_again_and_the_text_is_not(lifeline, cards, sky, mia):
    cards.put(CARD)
    sky.faults.set(Fault("server_error", method="sendContact"))

    await lifeline.catch(update("/sos"))

    assert [bool(one.contact) for one in shown(sky)] == [False, True]


async def test_overdose_shows_what_to_do_first(lifeline, sky, mia):
    await lifeline.catch(update("i overdosed"))

    assert shown(sky)[0].text.startswith("If someone cannot be woken")


async def test_nothing_is_promised_while_the_database_is_gone(lifeline, cards, sky, mia, told):
    cards.put(CARD)
    told["can"] = False

    await lifeline.catch(update("/sos"))

    assert "ten minutes" not in shown(sky)[0].text
    assert "I cannot tell anyone" in shown(sky)[0].text


async def test_redelivered_update_shows_no_second_card(lifeline, sky, mia):
    await lifeline.catch(update("/sos", 5))
    await lifeline.catch(update("/sos", 5))

    assert len(shown(sky)) == 1


async def test_who_calls_again_gets_the_card_again(lifeline, sky, mia, hand):
    await lifeline.catch(update("/sos", 5))
    hand.passes(seconds=60)
    await lifeline.catch(update("/sos", 6))

    assert len(shown(sky)) == 2


async def test_storm_of_calls_is_answered_once_in_a_while(lifeline, sky, mia):
    for number in range(50):
        assert await lifeline.catch(update("/sos", number))

    assert len(shown(sky)) == 1


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(Fault("too_many", method="sendMessage", retry_after=2), id="429"),
        pytest.param(Fault("server_error", method="sendMessage", code=502), id="502"),
        pytest.param(Fault("reset", method="sendMessage"), id="reset"),
    ],
)
async def test_card_is_tried_again(lifeline, sky, mia, fault):
    sky.faults.set(fault)

    assert await lifeline.catch(update("/sos"))

    assert len(shown(sky)) == 1


async def test_card_arrives_though_its_contact_is_refused(lifeline, cards, sky, mia):
    cards.put(CARD)
    sky.faults.set(Fault("server_error", method="sendContact", count=None))

    await lifeline.catch(update("/sos"))

    assert len(shown(sky)) == 1


async def test_nothing_stops_the_ordinary_road(connects, cards, book, hand, figures, tmp_path):
    """Telegram is out of reach, the card is broken: the update still goes on."""
    bot = connects("42:TEST", "http://127.0.0.1:9")
    lifeline = Lifeline(
        bot,
        cards,
        Knowledge.of(book, "en", "US"),
        hand,
        hand.seconds,
        limits=Limits(),
        figures=figures,
        beside=Beside(),
        pause=hand.pause,
    )
    cards.put(CARD)
    (path,) = [path for path in (tmp_path / "cards").rglob("*") if path.is_file()]
    path.write_text("{}")

    assert await lifeline.catch(update("/sos"))


async def test_old_lines_say_when_they_were_confirmed(lifeline, sky, mia, hand, book):
    hand.at = datetime(2031, 1, 1, tzinfo=UTC)

    await lifeline.catch(update("/sos"))

    assert f"last confirmed on {book.helplines.confirmed_on}" in shown(sky)[0].text


async def test_card_fits_into_one_message_whatever_it_holds(lifeline, cards, sky, mia):
    """A card too long to send would be no card at all."""
    endless = "word " * 500
    full = replace(
        CARD, steps=(endless,) * 9, people=(Person(endless, "1" * 90),) * 9, counselor=endless
    )
    cards.put(full)

    await lifeline.catch(update("i overdosed"))

    assert len(shown(sky)[0].text) <= 4096


def test_card_comes_back_as_it_was(cards):
    cards.put(CARD)

    assert cards.get(MIA) == CARD
    assert cards.get(MIA + 1) is None


def test_card_is_rewritten_whole(cards):
    cards.put(CARD)
    cards.put(replace(CARD, steps=("Breathe",)))

    assert cards.get(MIA).steps == ("Breathe",)


def test_file_says_nothing_of_whose_it_is(cards, tmp_path):
    cards.put(CARD)

    (path,) = [path for path in (tmp_path / "cards").rglob("*") if path.is_file()]
    assert path.stat().st_mode & 0o077 == 0
    for secret in ("Sam", "kitchen", str(MIA), "353"):
        assert secret not in path.read_text() + str(path.relative_to(tmp_path))


def test_destroyed_card_is_gone(cards, ring, tmp_path):
    """With what a write that broke off may have left beside it; twice does no harm."""
    cards.put(CARD)
    name = ring.blind(CRISIS_CARD, str(MIA))
    (path,) = [path for path in (tmp_path / "cards").rglob("*") if path.is_file()]
    path.with_name(f"{path.name}.0a1b2c3d").write_text("half")

    cards.destroy(name)
    cards.destroy(name)

    assert cards.get(MIA) is None
    assert [path for path in (tmp_path / "cards").rglob("*") if path.is_file()] == []


def test_card_of_somebody_else_does_not_open(cards, tmp_path):
    """A file moved to another name is refused, not shown to the wrong person."""
    cards.put(CARD)
    cards.put(replace(CARD, chat_id=MIA + 1))
    first, second = (path for path in (tmp_path / "cards").rglob("*") if path.is_file())

    first_bytes, second_bytes = first.read_bytes(), second.read_bytes()
    first.write_bytes(second_bytes)
    second.write_bytes(first_bytes)

    with pytest.raises(SealBroken):
        cards.get(MIA)


def test_wrong_key_opens_no_card(cards, tmp_path):
    cards.put(CARD)
    other = CardFile(tmp_path / "cards", KeyRing.create(tmp_path / "other.key"))

    assert other.get(MIA) is None


async def test_many_cards_written_at_once(cards):
    """Two writers of one card leave one of both, never a torn one."""
    await asyncio.gather(
        *(asyncio.to_thread(cards.put, replace(CARD, steps=(str(n),))) for n in range(20))
    )

    assert int(cards.get(MIA).steps[0]) in range(20)
