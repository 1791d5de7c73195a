"""The real client library against the pretend Telegram, over real HTTP."""

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendDice
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MenuButtonCommands,
    ReplyKeyboardMarkup,
    ReplyParameters,
    Update,
)
from aiogram.utils.formatting import Bold, Text

from bot.emulator.faults import Fault
from bot.emulator.phone import Phone
from bot.emulator.server import Server
from tests.bot.emulator.conftest import GROUP, MIA, TOKEN

MEDIA = "photo voice audio video video_note animation document sticker location contact dice"
MARKUP = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text="8", callback_data="r:x:1:8")],
        [InlineKeyboardButton(text="Page", url="https://a.example")],
        [InlineKeyboardButton(text="Copy", copy_text=CopyTextButton(text="+1555"))],
    ]
)


@pytest.fixture
async def server(telegram):
    server = Server(telegram)
    await server.start(0)
    yield server
    await server.stop()


def bot_at(server, token=TOKEN):
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(server.url)))


@pytest.fixture
async def aiobot(server):
    bot = bot_at(server)
    yield bot
    await bot.session.close()


async def test_every_method(aiobot, mia, telegram):
    """Each of the methods the bot calls is understood on both sides."""
    assert (await aiobot.get_me()).username == "handrail_bot"
    sent = await aiobot.send_message(
        MIA,
        **Text(Bold("Craving"), " 0-10?").as_kwargs(),
        reply_markup=MARKUP,
        disable_notification=True,
        protect_content=True,
        reply_parameters=ReplyParameters(message_id=1),
    )
    assert sent.reply_markup.model_dump() == MARKUP.model_dump()
    assert sent.entities[0].type == "bold"
    assert sent.reply_to_message.text == "/start"
    mia.taps("8")
    (tapped,) = await aiobot.get_updates(allowed_updates=["message", "callback_query"])
    shown_with = tapped.callback_query.message.reply_markup
    assert shown_with.model_dump() == MARKUP.model_dump()
    assert await aiobot.answer_callback_query(tapped.callback_query.id, text="Noted")
    edited = await aiobot.edit_message_text("Craving: 8", chat_id=MIA, message_id=sent.message_id)
    assert edited.reply_markup is None
    await aiobot.edit_message_reply_markup(
        chat_id=MIA, message_id=sent.message_id, reply_markup=MARKUP
    )
    picture = BufferedInputFile(b"\x89PNG\r\n\x1a\n", "week.png")
    shown = await aiobot.send_photo(MIA, picture, caption="<b>week</b>", parse_mode="HTML")
    assert shown.caption_entities[0].type == "bold"
    filed = await aiobot.send_document(MIA, BufferedInputFile(b"%PDF", "brief.pdf"))
    assert filed.document.file_name == "brief.pdf"
    assert (await aiobot.send_contact(MIA, "+1555", "Sam")).contact.first_name == "Sam"
    keys = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Yes")]])
    await aiobot.send_message(MIA, "?", reply_markup=keys)
    assert await aiobot.send_chat_action(MIA, "typing")
    assert all(call.ok for call in telegram.journal)


async def test_every_other_method(aiobot, mia, telegram):
    filed = await aiobot.send_message(MIA, "one")
    shown = await aiobot.send_message(MIA, "two")
    assert await aiobot.delete_message(MIA, filed.message_id)
    assert await aiobot.delete_messages(MIA, [shown.message_id])
    assert await aiobot.set_my_commands(
        [BotCommand(command="sos", description="Help")], scope=BotCommandScopeChat(chat_id=MIA)
    )
    assert await aiobot.set_chat_menu_button(MIA, MenuButtonCommands())
    assert (await aiobot.get_chat(MIA)).first_name == "Mia"
    telegram.add_group(GROUP, "Family", MIA)
    assert await aiobot.leave_chat(GROUP)
    assert await aiobot.set_webhook("https://a.example/hook", secret_token="s" * 32)
    assert (await aiobot.get_webhook_info()).url == "https://a.example/hook"
    assert await aiobot.delete_webhook(drop_pending_updates=True)
    assert all(call.ok for call in telegram.journal)


async def test_refusals_become_the_librarys_errors(aiobot, server, mia, telegram):
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await aiobot.send_message(5, "x")
    with pytest.raises(TelegramBadRequest, match="can't parse entities: Unsupported start tag"):
        await aiobot.send_message(MIA, "a < b>", parse_mode="HTML")
    telegram.faults.set(Fault("too_many", method="sendMessage", retry_after=4))
    with pytest.raises(TelegramRetryAfter) as slower:
        await aiobot.send_message(MIA, "x")
    assert slower.value.retry_after == 4
    telegram.faults.set(Fault("server_error"))
    with pytest.raises(TelegramServerError):
        await aiobot.get_me()
    telegram.faults.set(Fault("server_error", code=502))
    with pytest.raises(ClientDecodeError):
        await aiobot.get_me()
    telegram.faults.set(Fault("reset"))
    with pytest.raises(TelegramNetworkError):
        await aiobot.get_me()
    telegram.faults.set(Fault("hang", seconds=5))
    with pytest.raises(TelegramNetworkError, match="timeout"):
        await aiobot.get_me(request_timeout=0.05)
    mia.blocks()
    with pytest.raises(TelegramForbiddenError, match="blocked"):
        await aiobot.send_message(MIA, "x")
    await aiobot.set_webhook("https://a.example/hook")
    with pytest.raises(TelegramConflictError):
        await aiobot.get_updates()
    stranger = bot_at(server, "42:OTHER")
    with pytest.raises(TelegramUnauthorizedError):
        await stranger.get_me()
    await stranger.session.close()
    with pytest.raises(Exception, match="Not Found"):
        await aiobot(SendDice(chat_id=MIA))


async def test_every_update_is_understood(bot, mia, telegram):
    """Whatever a person does, the library can read what follows from it."""
    ben = Phone(telegram, 8, "Ben")
    telegram.add_user(9, "Ada", language="de", username="ada")
    telegram.add_group(GROUP, "Family", 9)
    telegram.add_group(GROUP - 1, "News", 9, kind="channel")
    ben.says("/start invitation")
    for kind in MEDIA.split():
        ben.says("with words", media=kind)
    ben.says("not mine", forwarded_from="Bob")
    ben.edits("changed")
    telegram.say(9, "in a group", chat_id=GROUP)
    telegram.say(9, "in a channel", chat_id=GROUP - 1)
    telegram.throw_out(GROUP, 9)
    rows = {"inline_keyboard": [[{"text": "8", "callback_data": "r:x:1:8"}]]}
    sent = await bot.ok("sendMessage", chat_id=8, text="?", reply_markup=rows)
    ben.taps("8")
    await bot.ok("deleteMessage", chat_id=8, message_id=sent["message_id"])
    telegram.tap_raw(8, sent["message_id"], "on what is gone")
    ben.blocks()
    ben.unblocks()

    updates = await bot.updates()

    assert len(updates) == 23
    for raw in updates:
        update = Update.model_validate(raw)
        assert update.event_type
    kinds = {Update.model_validate(raw).event_type for raw in updates}
    assert kinds == {
        "message",
        "edited_message",
        "channel_post",
        "callback_query",
        "my_chat_member",
    }
