"""What Telegram refuses to send, in its own words, and what it delivers."""

import json
import struct

import pytest

from bot.emulator.media import PNG
from bot.emulator.phone import Phone
from bot.emulator.shapes import Upload
from tests.bot.emulator.conftest import GROUP, MIA


def picture(width: int, height: int) -> bytes:
    return PNG + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\0" * 9


def keyboard(*rows):
    return {"inline_keyboard": [list(row) for row in rows]}


async def test_text_arrives_with_entities_and_buttons(bot, mia):
    """What the bot sends is what the person sees."""
    mia.clears()
    sent = await bot.ok(
        "sendMessage",
        chat_id=str(MIA),
        text="Craving 0-10?",
        entities=json.dumps([{"type": "bold", "offset": 0, "length": 7}]),
        reply_markup=json.dumps(keyboard([{"text": "8", "callback_data": "r:x:1:8"}])),
        disable_notification="true",
        protect_content=True,
    )

    (message,) = [one for one in mia.telegram.messages(MIA) if one.sender == "bot"]
    assert mia.screen == ["Craving 0-10?"]
    assert mia.buttons == ["8"]
    assert (message.silent, message.protect_content) == (True, True)
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 7}]
    assert sent["from"]["is_bot"]
    assert sent["has_protected_content"]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        pytest.param({"chat_id": ""}, "chat_id is empty", id="no-chat"),
        pytest.param({"chat_id": 5}, "chat not found", id="unknown-chat"),
        pytest.param({"chat_id": "@somebody"}, "chat not found", id="chat-by-name"),
        pytest.param({"text": ""}, "message text is empty", id="empty"),
        pytest.param({"text": None}, "message text is empty", id="absent"),
        pytest.param({"text": " \n "}, "message text is empty", id="blank"),
        pytest.param({"text": "x" * 4097}, "message is too long", id="too-long"),
        pytest.param({"text": "😀" * 2049}, "message is too long", id="too-long-in-utf16"),
        pytest.param({"text": "\ud800"}, "strings must be encoded in UTF-8", id="surrogate"),
        pytest.param(
            {"reply_parameters": {"message_id": 99}},
            "message to be replied not found",
            id="reply-to-nothing",
        ),
        pytest.param({"parse_mode": "Foo"}, "unsupported parse_mode", id="parse-mode"),
    ],
)
async def test_refuses_a_message(bot, mia, params, words):
    given = {"chat_id": MIA, "text": "hi"} | params

    assert await bot.no("sendMessage", **given) == f"Bad Request: {words}"
    assert mia.screen == []


@pytest.mark.parametrize("text", ["x" * 4096, "😀" * 2048, f"<b>{'x' * 4096}</b>"])
async def test_longest_text_is_counted_after_parsing(bot, mia, text):
    """4096 UTF-16 units of what remains, not of the source."""
    sent = await bot.ok("sendMessage", chat_id=MIA, text=text, parse_mode="HTML")

    assert len(sent["text"].encode("utf-16-le")) // 2 == 4096


async def test_first_contact_is_the_persons(bot, telegram):
    """The bot may not write to somebody who never wrote to it."""
    ben = Phone(telegram, 8, "Ben")
    refused = await bot("sendMessage", chat_id=8, text="hi")
    assert refused == {
        "ok": False,
        "error_code": 403,
        "description": "Forbidden: bot can't initiate conversation with a user",
    }

    ben.says("/start")

    await bot.ok("sendMessage", chat_id=8, text="hi")


async def test_blocked_until_the_person_comes_back(bot, mia):
    mia.blocks()
    blocked = "Forbidden: bot was blocked by the user"
    assert await bot.no("sendMessage", chat_id=MIA, text="hi") == blocked
    assert await bot.no("sendChatAction", chat_id=MIA, action="typing") == blocked

    mia.unblocks()

    await bot.ok("sendMessage", chat_id=MIA, text="hi")


async def test_a_deleted_account_is_learnt_by_a_403(bot, mia, telegram):
    telegram.deactivate(MIA)

    answer = await bot("sendMessage", chat_id=MIA, text="hi")

    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: user is deactivated")
    with pytest.raises(ValueError, match="deleted"):
        mia.says("hello?")


async def test_groups_come_and_go(bot, mia, telegram):
    """The bot hears that it was added, may leave, and then may not write there."""
    telegram.add_group(GROUP, "Family", MIA)
    mia.says("hello all", chat_id=GROUP)
    added, said = await bot.updates()
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert said["message"]["chat"] == {"id": GROUP, "type": "group", "title": "Family"}
    await bot.ok("sendMessage", chat_id=GROUP, text="bye")

    await bot.ok("leaveChat", chat_id=GROUP)

    words = await bot.no("sendMessage", chat_id=GROUP, text="still here?")
    assert words == "Forbidden: bot is not a member of the group chat"
    words = await bot.no("leaveChat", chat_id=MIA)
    assert words == "Bad Request: chat member status can't be changed in private chats"
    with pytest.raises(ValueError, match="not in chat"):
        mia.says("hello?", chat_id=GROUP)


async def test_thrown_out_of_a_group(bot, mia, telegram):
    telegram.add_group(GROUP, "Family", MIA)
    telegram.throw_out(GROUP, MIA)

    words = await bot.no("sendMessage", chat_id=GROUP, text="hi")

    assert words == "Forbidden: bot was kicked from the group chat"


async def test_pictures_and_files(bot, mia, telegram):
    photo = await bot.ok("sendPhoto", chat_id=MIA, photo=picture(640, 320), caption="Your week")
    attached = {"document": "attach://f", "f": Upload("brief.pdf", b"%PDF", "application/pdf")}
    file = await bot.ok("sendDocument", chat_id=MIA, **attached)

    assert (photo["photo"][0]["width"], photo["photo"][0]["height"]) == (640, 320)
    assert photo["caption"] == "Your week"
    assert (file["document"]["file_name"], file["document"]["file_size"]) == ("brief.pdf", 4)
    shown = [one.shown() for one in telegram.messages(MIA)]
    assert shown[-2]["photo"] == f"/control/file/{photo['photo'][0]['file_id']}"
    assert shown[-1]["document"]["name"] == "brief.pdf"
    again = await bot.ok("sendPhoto", chat_id=MIA, photo=photo["photo"][0]["file_id"])
    assert again["photo"][0]["file_id"] == photo["photo"][0]["file_id"]


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendPhoto", {}, "Bad Request: there is no photo in the request"),
        ("sendPhoto", {"photo": "attach://x"}, "Bad Request: there is no photo in the request"),
        ("sendPhoto", {"photo": b""}, "Bad Request: file must be non-empty"),
        ("sendPhoto", {"photo": b"no picture"}, "Bad Request: IMAGE_PROCESS_FAILED"),
        ("sendPhoto", {"photo": picture(9000, 2000)}, "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        ("sendPhoto", {"photo": picture(2100, 100)}, "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (
            "sendPhoto",
            {"photo": "nofile"},
            "Bad Request: wrong file identifier/HTTP URL specified",
        ),
        (
            "sendPhoto",
            {"photo": picture(9, 9), "caption": "x" * 1025},
            "Bad Request: message caption is too long",
        ),
        ("sendDocument", {}, "Bad Request: there is no document in the request"),
        ("sendContact", {"first_name": "Sam"}, "Bad Request: phone number must be non-empty"),
        ("sendContact", {"phone_number": "1"}, "Bad Request: first name must be non-empty"),
        ("sendChatAction", {"action": "dance"}, "Bad Request: wrong parameter action in request"),
    ],
)
async def test_refuses_other_sends(bot, mia, method, params, words):
    assert await bot.no(method, chat_id=MIA, **params) == words


async def test_contact_and_action(bot, mia):
    sent = await bot.ok("sendContact", chat_id=MIA, phone_number="+1555", first_name="Sam")

    assert sent["contact"] == {"phone_number": "+1555", "first_name": "Sam"}
    assert await bot.ok("sendChatAction", chat_id=MIA, action="typing") is True


async def test_reply_stands_under_what_it_answers(bot, mia, telegram):
    said = telegram.messages(MIA)[0].message_id

    sent = await bot.ok(
        "sendMessage", chat_id=MIA, text="hi", reply_parameters={"message_id": said}
    )

    assert sent["reply_to_message"]["message_id"] == said


async def test_unknown_methods_and_any_case(bot, mia):
    """Names are known in any case; any other name is 404, as a misspelt one is."""
    assert (await bot.ok("SENDmessage", chat_id=MIA, text="hi"))["text"] == "hi"

    answer = await bot("sendDice", chat_id=MIA)

    assert answer == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_journal_tells_every_call(bot, mia, telegram):
    await bot("sendMessage", chat_id=str(MIA), text="hi")
    await bot("sendMessage", chat_id=5, text="hi")

    first, second = telegram.journal
    assert (first.number, first.method, first.chat_id, first.ok) == (1, "sendMessage", MIA, True)
    assert first.at == telegram.now()
    assert (second.code, second.error) == (400, "Bad Request: chat not found")
    assert telegram.counts["sendMessage"] == 2
    assert telegram.counts["sendMessage 400"] == 1
