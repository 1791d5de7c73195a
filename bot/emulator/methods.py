"""Methods: one Bot API call, from its name and parameters to Telegram's envelope.

The same for a test in process and for a bot over HTTP. Any name not in the list is
unknown here, as a misspelt one is at Telegram.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from bot.emulator import editing, polling, profile, sending
from bot.emulator.faults import CALL_FAULTS, AnswerLost, Fault
from bot.emulator.params import Params
from bot.emulator.shapes import NOT_FOUND, Json, Refusal
from bot.emulator.world import World, as_chat_id

Handler = Callable[[World, Params], Awaitable[Any]]

METHODS: dict[str, Handler] = {
    "getMe": profile.get_me,
    "getUpdates": polling.get_updates,
    "setWebhook": polling.set_webhook,
    "deleteWebhook": polling.delete_webhook,
    "getWebhookInfo": polling.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendContact": sending.send_contact,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_text,
    "editMessageReplyMarkup": editing.edit_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "answerCallbackQuery": editing.answer_callback_query,
    "setMyCommands": profile.set_my_commands,
    "setChatMenuButton": profile.set_chat_menu_button,
    "leaveChat": profile.leave_chat,
    "getChat": profile.get_chat,
}
NAMES = {name.lower(): name for name in METHODS}


async def call(telegram: World, method: str, params: Json) -> Json:
    """Carry out one call.

    Args:
        telegram: The world it happens in.
        method: The method's name, in any case.
        params: Its parameters, as values, as text with JSON inside, or mixed.

    Returns:
        Telegram's envelope: ``ok`` with ``result``, or ``error_code`` and ``description``.

    Raises:
        AnswerLost: A fault broke the connection; the call may have taken effect.

    """
    name = NAMES.get(method.lower())
    if name is None:
        answer = Refusal("Not Found", NOT_FOUND).envelope()
        telegram.note(method, params, answer)
        return answer
    fault = telegram.faults.strike(CALL_FAULTS, name, as_chat_id(params.get("chat_id")))
    answer = await _answer(telegram, name, params, fault)
    telegram.note(name, params, answer, fault.kind if fault else None)
    if fault and fault.kind == "answer_lost":
        raise AnswerLost("connection reset after the call took effect")
    return answer


async def _answer(telegram: World, name: str, params: Json, fault: Fault | None) -> Json:
    try:
        if fault:
            await _suffer(telegram, name, params, fault)
        return {"ok": True, "result": await METHODS[name](telegram, Params(params))}
    except Refusal as refusal:
        return refusal.envelope()


async def _suffer(telegram: World, name: str, params: Json, fault: Fault) -> None:
    """Let a fault strike before the call; a reset goes into the journal too."""
    try:
        fault.refuse()
    except AnswerLost as lost:
        answer: Json = {"ok": False, "error_code": None, "description": str(lost)}
        telegram.note(name, params, answer, fault.kind)
        raise
    if fault.kind == "hang":
        await asyncio.sleep(fault.seconds)
