"""Editing, deleting and answering taps: what Telegram allows, and for how long."""

import pytest

from bot.emulator.phone import NotOnScreen, Phone
from tests.bot.emulator.conftest import GROUP, MIA

ROW = {"inline_keyboard": [[{"text": "8", "callback_data": "r:x:1:8"}]]}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


async def ask(bot):
    """Send a question with one button; return its message id."""
    sent = await bot.ok("sendMessage", chat_id=MIA, text="Craving 0-10?", reply_markup=ROW)
    return int(sent["message_id"])


async def test_an_edit_changes_text_and_drops_the_keyboard(bot, mia, clock):
    """As after a tap: 'Craving: 8', and nothing left to press."""
    asked = await ask(bot)
    mia.taps("8")
    clock.passes(days=400)

    edited = await bot.ok("editMessageText", chat_id=MIA, message_id=asked, text="Craving: 8")

    assert mia.screen == ["Craving: 8"]
    assert mia.buttons == []
    assert edited["edit_date"] > edited["date"]


async def test_the_screen_is_read_from_the_top_down(bot, mia):
    """What was changed stands where it stood; the newest message is at the bottom."""
    mia.clears()
    asked = await ask(bot)
    await bot.ok("sendMessage", chat_id=MIA, text="second")
    assert mia.screen == ["Craving 0-10?", "second"]

    await bot.ok("editMessageText", chat_id=MIA, message_id=asked, text="first, changed")

    assert mia.screen == ["first, changed", "second"]
    assert mia.history == ["/start", "first, changed", "second"]


async def test_an_edit_that_changes_nothing_is_refused(bot, mia):
    asked = await ask(bot)
    same = {"chat_id": MIA, "message_id": asked, "text": "Craving 0-10?"}

    assert await bot.no("editMessageText", **same, reply_markup=ROW) == NOT_MODIFIED
    assert (
        await bot.no("editMessageReplyMarkup", chat_id=MIA, message_id=asked, reply_markup=ROW)
        == NOT_MODIFIED
    )
    await bot.ok("editMessageText", **same)
    assert await bot.no("editMessageReplyMarkup", chat_id=MIA, message_id=asked) == NOT_MODIFIED


async def test_the_keyboard_alone_can_change(bot, mia):
    asked = await ask(bot)
    other = {"inline_keyboard": [[{"text": "✓ 8", "callback_data": "r:x:1:8"}]]}

    await bot.ok("editMessageReplyMarkup", chat_id=MIA, message_id=asked, reply_markup=other)

    assert mia.buttons == ["✓ 8"]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"message_id": 999}, "message to edit not found"),
        ({"message_id": 0}, "message identifier is not specified"),
        ({"message_id": 1}, "message can't be edited"),
        ({"text": ""}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"chat_id": 5}, "chat not found"),
        ({"reply_markup": {"keyboard": [["x"]]}}, "inline keyboard expected"),
    ],
)
async def test_refuses_an_edit(bot, mia, params, words):
    """Message 1 is Mia's own /start."""
    asked = await ask(bot)
    given = {"chat_id": MIA, "message_id": asked, "text": "new"} | params

    assert await bot.no("editMessageText", **given) == f"Bad Request: {words}"


async def test_a_contact_has_no_text_to_edit(bot, mia):
    sent = await bot.ok("sendContact", chat_id=MIA, phone_number="1", first_name="Sam")

    words = await bot.no("editMessageText", chat_id=MIA, message_id=sent["message_id"], text="x")

    assert words == "Bad Request: there is no text in the message to edit"


@pytest.mark.parametrize(
    ("hours", "goes"), [pytest.param(48, True, id="48"), pytest.param(48.01, False, id="over")]
)
async def test_messages_can_be_deleted_for_48_hours(bot, mia, clock, hours, goes):
    asked = await ask(bot)
    clock.passes(hours=hours)

    answer = await bot("deleteMessage", chat_id=MIA, message_id=asked)

    assert answer["ok"] is goes
    if not goes:
        assert answer["description"] == "Bad Request: message can't be deleted"
    assert ("Craving 0-10?" in mia.history) is not goes


async def test_deleting_what_is_gone(bot, mia):
    asked = await ask(bot)
    await bot.ok("deleteMessage", chat_id=MIA, message_id=asked)

    words = await bot.no("deleteMessage", chat_id=MIA, message_id=asked)
    gone = await bot.no("editMessageText", chat_id=MIA, message_id=asked, text="x")

    assert words == "Bad Request: message to delete not found"
    assert gone == "Bad Request: message to edit not found"


async def test_several_are_deleted_at_once(bot, mia):
    """Those that are gone already are passed over; Mia's own message may go too."""
    first, second = await ask(bot), await ask(bot)

    await bot.ok("deleteMessages", chat_id=MIA, message_ids=[1, first, second, 999])

    assert mia.history == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (None, "message identifiers are not specified"),
        ([], "message identifiers are not specified"),
        (5, "expected an Array of message identifiers"),
        (list(range(1, 102)), "too many message identifiers specified"),
        (["x"], "invalid message identifier specified"),
    ],
)
async def test_refuses_to_delete_several(bot, mia, given, words):
    found = await bot.no("deleteMessages", chat_id=MIA, message_ids=given)

    assert found == f"Bad Request: {words}"


async def test_in_a_group_only_its_own(bot, mia, telegram):
    telegram.add_group(GROUP, "Family", MIA)
    mia.says("hello", chat_id=GROUP)
    (said,) = telegram.messages(GROUP)

    words = await bot.no("deleteMessage", chat_id=GROUP, message_id=said.message_id)

    assert words == "Bad Request: message can't be deleted"


async def test_a_tap_is_answered_on_the_phone(bot, mia, telegram):
    await ask(bot)
    query = mia.taps("8")
    assert not mia.toast

    await bot.ok("answerCallbackQuery", callback_query_id=query, text="Noted", show_alert="true")

    assert mia.toast == "Noted"
    assert telegram.tap_answers[query]["show_alert"] is True


@pytest.mark.parametrize(
    ("seconds", "goes"), [pytest.param(150, True, id="150"), pytest.param(151, False, id="151")]
)
async def test_a_tap_can_be_answered_for_150_seconds(bot, mia, clock, seconds, goes):
    await ask(bot)
    query = mia.taps("8")
    clock.passes(seconds=seconds)

    answer = await bot("answerCallbackQuery", callback_query_id=query)

    assert answer["ok"] is goes


@pytest.mark.parametrize(
    ("params", "words"),
    [
        (
            {"callback_query_id": "1"},
            "query is too old and response timeout expired or query ID is invalid",
        ),
        ({"text": "x" * 201}, "MESSAGE_TOO_LONG"),
        ({"url": "https://a.example"}, "URL_INVALID"),
    ],
)
async def test_refuses_an_answer(bot, mia, params, words):
    await ask(bot)
    given = {"callback_query_id": mia.taps("8"), "text": "x" * 200} | params

    assert await bot.no("answerCallbackQuery", **given) == f"Bad Request: {words}"


async def test_a_phone_finds_buttons_by_label(bot, mia, telegram):
    """Exact labels first, on the newest message; else what the label begins with."""
    rows = {
        "inline_keyboard": [
            [{"text": "10", "callback_data": "ten"}, {"text": "1", "callback_data": "one"}],
            [{"text": "Call Sam now", "callback_data": "sam"}],
            [{"text": "Page", "url": "https://a.example"}],
        ]
    }
    await bot.ok("sendMessage", chat_id=MIA, text="?", reply_markup=rows)
    telegram.updates.clear()

    mia.taps("1")
    mia.taps("Call Sam")

    assert [one["callback_query"]["data"] for one in await bot.updates()] == ["one", "sam"]
    with pytest.raises(NotOnScreen, match=r"no button '7'.*'10', '1', 'Call Sam now'"):
        mia.taps("7")
    with pytest.raises(NotOnScreen, match="it is a link"):
        mia.taps("Page")


async def test_a_forged_tap_needs_its_own_way(bot, mia, telegram):
    """`tap` presses what is there; `tap_raw` anything, also on a message that is gone."""
    asked = await ask(bot)
    with pytest.raises(ValueError, match="no button"):
        telegram.tap(MIA, asked, "forged")
    await bot.ok("deleteMessage", chat_id=MIA, message_id=asked)
    with pytest.raises(ValueError, match="no button"):
        telegram.tap(MIA, asked, "r:x:1:8")

    telegram.tap_raw(MIA, asked, "forged")

    (update,) = await bot.updates()
    assert update["callback_query"]["message"]["date"] == 0


def test_phones_show_their_own_chat_only(telegram, mia):
    ben = Phone(telegram, 8, "Ben")

    assert (ben.screen, ben.history, ben.buttons) == ([], [], [])
    with pytest.raises(NotOnScreen, match="nothing to edit"):
        ben.edits("x")
    assert not ben.sees("start")
