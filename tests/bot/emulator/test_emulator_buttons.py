"""Buttons: which keyboards Telegram takes."""

import pytest

from tests.bot.emulator.conftest import MIA


def keyboard(*rows):
    return {"inline_keyboard": [list(row) for row in rows]}


@pytest.mark.parametrize(
    ("button", "words"),
    [
        pytest.param({"callback_data": ""}, "BUTTON_DATA_INVALID", id="no-data"),
        pytest.param({"callback_data": "x" * 65}, "BUTTON_DATA_INVALID", id="65-bytes"),
        pytest.param({"callback_data": "ä" * 33}, "BUTTON_DATA_INVALID", id="66-bytes-33-letters"),
        pytest.param({"callback_data": 5}, "BUTTON_DATA_INVALID", id="data-no-text"),
        pytest.param(
            {"url": "tel:+15550100"},
            "inline keyboard button URL 'tel:+15550100' is invalid: Unsupported URL protocol",
            id="tel",
        ),
        pytest.param(
            {"url": "ftp://a.example"},
            "inline keyboard button URL 'ftp://a.example' is invalid: Unsupported URL protocol",
            id="ftp",
        ),
        pytest.param(
            {"url": "http://localhost"},
            "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
            id="no-dot",
        ),
        pytest.param({"url": ""}, "BUTTON_URL_INVALID", id="empty-url"),
        pytest.param(
            {"web_app": {"url": "http://a.example"}},
            "inline keyboard button Web App URL 'http://a.example' is invalid: "
            "Only HTTPS links are allowed",
            id="web-app",
        ),
        pytest.param({"copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID", id="copy"),
        pytest.param(
            {},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
            id="no-action",
        ),
        pytest.param(
            {"callback_data": "a", "url": "https://a.example"},
            "can't parse inline keyboard button: exactly one action is allowed",
            id="two-actions",
        ),
        pytest.param(
            {"text": " ", "callback_data": "a"},
            "keyboard button text must be non-empty",
            id="no-label",
        ),
        pytest.param(
            {"text": None, "callback_data": "a"},
            "can't parse keyboard button: Can't find field \"text\"",
            id="label-absent",
        ),
    ],
)
async def test_refuses_a_button(bot, mia, button, words):
    markup = keyboard([{"text": "Open"} | button])

    found = await bot.no("sendMessage", chat_id=MIA, text="hi", reply_markup=markup)

    assert found == f"Bad Request: {words}"


@pytest.mark.parametrize(
    "button",
    [
        {"callback_data": "x"},
        {"callback_data": "x" * 64},
        {"callback_data": "ä" * 32},
        {"url": "https://a.example/b"},
        {"url": "a.example"},
        {"url": "tg://user?id=5"},
        {"copy_text": {"text": "+15550100"}},
        {"web_app": {"url": "https://a.example"}},
    ],
)
async def test_takes_a_button(bot, mia, button):
    markup = keyboard([{"text": "Open"} | button])

    sent = await bot.ok("sendMessage", chat_id=MIA, text="hi", reply_markup=markup)

    assert sent["reply_markup"]["inline_keyboard"] == [[{"text": "Open"} | button]]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("{", "can't parse reply_markup JSON object"),
        ("[]", "object expected as reply markup"),
        ({"inline_keyboard": [{}]}, 'field "inline_keyboard" must be an Array of Arrays'),
        ({"keyboard": []}, "keyboard must be non-empty"),
        (keyboard([5]), "can't parse keyboard button: expected an Object"),
        (
            keyboard(*[[{"text": "x", "callback_data": "x"}]] * 101),
            "REPLY_MARKUP_TOO_LONG",
        ),
    ],
)
async def test_refuses_a_keyboard(bot, mia, markup, words):
    found = await bot.no("sendMessage", chat_id=MIA, text="hi", reply_markup=markup)

    assert found == f"Bad Request: {words}"


async def test_reply_keyboard_labels_are_said(bot, mia):
    """A tap on a reply keyboard is a message, not a tap."""
    await bot.ok(
        "sendMessage", chat_id=MIA, text="?", reply_markup={"keyboard": [["Yes", {"text": "No"}]]}
    )
    assert mia.buttons == ["Yes", "No"]

    mia.taps("No")

    (update,) = await bot.updates()
    assert update["message"]["text"] == "No"
