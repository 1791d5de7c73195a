"""Profile: what the bot says about itself, its menus, and the chats it looks at or leaves."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.emulator.params import Params
from bot.emulator.sending import known_chat, open_chat
from bot.emulator.shapes import Json, bad_request
from bot.emulator.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LONGEST_DESCRIPTION = 256
MOST_COMMANDS = 100
SCOPES = frozenset(
    {
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    }
)
MENUS = frozenset({"commands", "web_app", "default"})


async def get_me(world: World, _: Params) -> Json:
    """Describe the bot."""
    return {
        **world.bot(),
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


async def set_my_commands(world: World, params: Params) -> bool:
    """Set the list behind the menu button, per scope and language."""
    given = params.value("commands")
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for one in given:
        _check_command(one)
    scope: Any = params.value("scope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    place = f"chat {scope.get('chat_id')}" if scope["type"] == "chat" else scope["type"]
    world.settings[f"commands {place} {params.text('language_code')}"] = given
    return True


async def set_chat_menu_button(world: World, params: Params) -> bool:
    """Set what the menu button opens, for one chat or for all."""
    menu: Any = params.value("menu_button") or {"type": "default"}
    kind = menu.get("type") if isinstance(menu, dict) else None
    if kind not in MENUS:
        raise bad_request("can't parse menu button: Unsupported menu button type")
    if kind == "web_app":
        _check_web_app(menu)
    if params.text("chat_id"):
        known_chat(world, params)
    world.settings[f"menu {params.text('chat_id')}"] = menu
    return True


async def leave_chat(world: World, params: Params) -> bool:
    """Leave a group."""
    chat = open_chat(world, params)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_is = "left"
    world.touch()
    return True


async def get_chat(world: World, params: Params) -> Json:
    """Describe a chat."""
    gifts = {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
        "gifts_from_channels": False,
    }
    return {
        **world.chat(known_chat(world, params).chat_id),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": gifts,
    }


def _check_command(one: Any) -> None:
    if not isinstance(one, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, words = one.get("command"), one.get("description")
    if not isinstance(name, str) or not COMMAND.fullmatch(name.removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not isinstance(words, str) or not 1 <= len(words) <= LONGEST_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def _check_web_app(menu: Json) -> None:
    if not isinstance(menu.get("text"), str) or not menu["text"]:
        raise bad_request("can't parse menu button: Can't find field \"text\"")
    app = menu.get("web_app")
    address = app.get("url") if isinstance(app, dict) else None
    if not isinstance(address, str) or urlsplit(address).scheme != "https":
        raise bad_request(
            f"menu button Web App URL '{address}' is invalid: Only HTTPS links are allowed"
        )
