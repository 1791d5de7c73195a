"""The same check-in as people usually build it: `ConversationHandler` and `PicklePersistence`.

The same questions with the same buttons, the same three calls for each answer (toast, the answered
question redrawn, the next one sent), and what was said on the disk after each update. One thing is
in its favour: its file is not synchronised, so a power cut may take it.
"""

import warnings
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    PicklePersistence,
    TypeHandler,
)
from telegram.warnings import PTBUserWarning

FILE = "conversations.pickle"
NAME = "check_in"
YES_NO = ("Yes", "No")
SCALE = tuple(str(point) for point in range(11))

Context = ContextTypes.DEFAULT_TYPE
Handler = Callable[[Update, Any], Coroutine[Any, Any, int]]
Person = tuple[int, int]


def questions(texts: list[tuple[str, bool]]) -> list[tuple[str, tuple[str, ...]]]:
    """Give each question its options: a scale, or yes and no."""
    return [(text, SCALE if scale else YES_NO) for text, scale in texts]


ASKED = questions(
    [
        ("Did you drink or use since we last talked?", False),
        ("How strong is the strongest craving today? 0 is none, 10 is the worst.", True),
        ("How is your mood? 0 is very low, 10 is very good.", True),
        ("How did you sleep? 0 is not at all, 10 is very well.", True),
        ("How sure are you that you can stay on your way today?", True),
        ("Did you get your walk in today?", False),
        ("Did you talk to Sam today?", False),
        ("Here is what I have. Shall I keep it?", False),
    ]
)


def _keyboard(number: int) -> InlineKeyboardMarkup:
    options = ASKED[number][1]
    buttons = [InlineKeyboardButton(one, callback_data=f"{number}:{one}") for one in options]
    return InlineKeyboardMarkup([buttons[:6], buttons[6:]] if len(buttons) > 6 else [buttons])


async def begin(update: Update, context: Context) -> int:
    """Ask the first question."""
    assert update.effective_message is not None
    _memory(context)["answers"] = {}
    await update.effective_message.reply_text(ASKED[0][0], reply_markup=_keyboard(0))
    return 0


def answer_to(number: int) -> Handler:
    """Make the handler of one question: note the answer, redraw the question, ask the next."""

    async def take(update: Update, context: Context) -> int:
        query = update.callback_query
        assert query is not None
        said = (query.data or "").partition(":")[2]
        _memory(context)["answers"][number] = said
        await query.answer()
        await query.edit_message_text(f"{ASKED[number][0]} {said}")
        assert update.effective_chat is not None
        if number + 1 == len(ASKED):
            await context.bot.send_message(update.effective_chat.id, "Kept. Until tomorrow.")
            return ConversationHandler.END
        await context.bot.send_message(
            update.effective_chat.id, ASKED[number + 1][0], reply_markup=_keyboard(number + 1)
        )
        return number + 1

    return take


async def flush(_update: object, context: Context) -> None:
    """Put on the disk what this update has changed."""
    await context.application.update_persistence()
    persistence = context.application.persistence
    assert persistence is not None
    await persistence.flush()


async def remember(folder: Path, chats: list[int]) -> None:
    """Write the file of somebody who has this many conversations under way."""
    persistence: PicklePersistence[Any, Any, Any] = PicklePersistence(folder / FILE, on_flush=True)
    conversations: dict[Person, object] = {(chat, chat): 3 for chat in chats}
    persistence.conversations = {NAME: conversations}  # type: ignore[dict-item]  # its own shape
    persistence.user_data = {chat: {"answers": {0: "No", 1: "4", 2: "4"}} for chat in chats}
    persistence.chat_data, persistence.bot_data = {}, {}
    await persistence.flush()


@asynccontextmanager
async def running(token: str, api: str, folder: Path) -> AsyncIterator[None]:
    """Poll and answer until left."""
    persistence: PicklePersistence[Any, Any, Any] = PicklePersistence(folder / FILE, on_flush=True)
    builder = Application.builder().token(token).base_url(f"{api}/bot")
    application = builder.persistence(persistence).build()
    states: dict[object, Any] = {
        number: [CallbackQueryHandler(answer_to(number), pattern=f"^{number}:")]
        for number in range(len(ASKED))
    }
    start: CommandHandler[Any, Any] = CommandHandler("checkin", begin)
    warnings.filterwarnings("ignore", category=PTBUserWarning)  # our buttons name their question
    application.add_handler(
        ConversationHandler([start], states, [], name=NAME, persistent=True, allow_reentry=True)
    )
    application.add_handler(TypeHandler(Update, flush), group=1)
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        yield
        await application.updater.stop()
        await application.stop()


def _memory(context: Context) -> dict[Any, Any]:
    assert context.user_data is not None
    return context.user_data
