"""The bot's own profile, its menus and its webhook settings."""

import pytest

from tests.bot.emulator.conftest import MIA

HOOK = "https://bot.example/hook"


async def test_profile(bot, mia):
    me = await bot.ok("getMe")
    assert (me["id"], me["username"], me["is_bot"]) == (42, "handrail_bot", True)
    assert (await bot.ok("getChat", chat_id=MIA))["first_name"] == "Mia"
    assert await bot.no("getChat", chat_id=5) == "Bad Request: chat not found"


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("setMyCommands", {}, "expected an Array of BotCommand"),
        (
            "setMyCommands",
            {"commands": [{"command": "SOS", "description": "x"}]},
            "BOT_COMMAND_INVALID",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "sos", "description": ""}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        ("setMyCommands", {"commands": [5]}, "can't parse BotCommand: expected an Object"),
        ("setMyCommands", {"commands": [{}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        (
            "setMyCommands",
            {"commands": [], "scope": {"type": "moon"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
        (
            "setChatMenuButton",
            {"menu_button": {"type": "moon"}},
            "can't parse menu button: Unsupported menu button type",
        ),
        (
            "setChatMenuButton",
            {"menu_button": {"type": "web_app"}},
            "can't parse menu button: Can't find field \"text\"",
        ),
        (
            "setChatMenuButton",
            {"menu_button": {"type": "web_app", "text": "x", "web_app": {"url": "http://a.b"}}},
            "menu button Web App URL 'http://a.b' is invalid: Only HTTPS links are allowed",
        ),
        ("setChatMenuButton", {"chat_id": 5}, "chat not found"),
    ],
)
async def test_refuses_a_menu(bot, method, params, words):
    assert await bot.no(method, **params) == f"Bad Request: {words}"


async def test_webhook_info(bot, mia):
    mia.says("waits")
    await bot.ok(
        "setWebhook",
        url=HOOK,
        secret_token="s" * 256,
        max_connections=500,
        ip_address="192.0.2.1",
        allowed_updates='["message", "callback_query"]',
    )

    assert await bot.ok("getWebhookInfo") == {
        "url": HOOK,
        "has_custom_certificate": False,
        "pending_update_count": 1,
        "max_connections": 100,
        "ip_address": "192.0.2.1",
        "allowed_updates": ["callback_query", "message"],
    }


async def test_waiting_updates_can_be_dropped(bot, mia):
    mia.says("one")
    await bot.ok("setWebhook", url=HOOK, drop_pending_updates=True)
    assert (await bot.ok("getWebhookInfo"))["pending_update_count"] == 0
    mia.says("two")

    await bot.ok("setWebhook", url="", drop_pending_updates="true")

    assert await bot.updates() == []


@pytest.mark.parametrize(
    ("params", "words"),
    [
        (
            {"url": "http://bot.example/hook"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        ({"url": "nonsense"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"secret_token": "sécret"}, "secret token contains unallowed characters"),
        ({"secret_token": "s" * 257}, "secret token is too long"),
    ],
)
async def test_refuses_a_webhook(bot, params, words):
    assert await bot.no("setWebhook", **({"url": HOOK} | params)) == f"Bad Request: {words}"
