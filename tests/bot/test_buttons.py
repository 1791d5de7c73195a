"""Taps are read against a grammar, and rows become keyboards."""

from pathlib import Path

import pytest
from aiogram.types import CallbackQuery, User

from bot import telegram
from bot.telegram.buttons import Pressed, keyboard
from dialogs.messages import Button, Link, press_reply

ROUTERS = Path(telegram.__file__).parent


def tap(data):
    user = User(id=1, is_bot=False, first_name="Mia")
    return CallbackQuery(id="1", from_user=user, chat_instance="1", data=data)


@pytest.mark.parametrize(
    ("data", "read"),
    [
        pytest.param("take:ab12", {"args": ("ab12",)}, id="ours"),
        pytest.param("take", False, id="too-few"),
        pytest.param("take:a:b", False, id="too-many"),
        pytest.param("takes:a", False, id="another-verb"),
        pytest.param("__class__:a", False, id="no-attribute"),
        pytest.param("take:" + "a" * 60, False, id="too-long"),
        pytest.param("", False, id="empty"),
        pytest.param(None, False, id="none"),
        pytest.param("\ud800:a", False, id="no-text"),
    ],
)
async def test_pressed(data, read):
    assert await Pressed("take", 1)(tap(data)) == read


def test_rows_become_a_keyboard():
    markup = keyboard(
        ((Button("8", press_reply("abcdefghijk", 1, 8)),), (), (Link("Map", "https://a.example"),))
    )

    assert markup == {
        "inline_keyboard": [
            [{"text": "8", "callback_data": "r:abcdefghijk:1:8"}],
            [{"text": "Map", "url": "https://a.example"}],
        ]
    }


def test_no_rows_no_keyboard():
    assert keyboard(()) is None
    assert keyboard(((),)) is None


def test_no_magic_filters():
    """Each ``F.xxx`` filter costs a thread and 160 µs; ninety of them are a slow bot."""
    found = [
        path.name
        for path in ROUTERS.glob("*.py")
        if "import F\n" in (text := path.read_text()) or ", F," in text or "MagicFilter" in text
    ]

    assert found == []
