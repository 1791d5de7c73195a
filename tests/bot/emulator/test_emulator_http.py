"""The Bot API over HTTP: every way to write a request, and what breaks on the way."""

import json

import aiohttp
import pytest

from bot.emulator.faults import Fault
from tests.bot.emulator.conftest import MIA, TOKEN


def api(method, token=TOKEN):
    return f"/bot{token}/{method}"


async def test_every_way_to_write_a_request(mia, http):
    """Query, form, multipart and JSON, GET and POST, in any case: the same answer."""
    markup = {"inline_keyboard": [[{"text": "8", "callback_data": "x"}]]}
    written = {"chat_id": str(MIA), "text": "hi", "reply_markup": json.dumps(markup)}
    parts = aiohttp.FormData(default_to_multipart=True)
    for name, value in written.items():
        parts.add_field(name, value)

    responses = [
        await http.get(api("SendMessage"), params=written),
        await http.post(api("sendMESSAGE"), params=written),
        await http.post(api("sendmessage"), data=written),
        await http.post(api("sendMessage"), data=parts),
        await http.post(
            api("sendMessage"), json={"chat_id": MIA, "text": "hi", "reply_markup": markup}
        ),
        await http.post(
            api("sendMessage"),
            params={"chat_id": MIA},
            data={"text": "hi", "reply_markup": json.dumps(markup)},
        ),
    ]

    for response in responses:
        answer = await response.json()
        assert answer["ok"], answer
        assert answer["result"]["reply_markup"] == markup
    assert mia.screen == ["hi"] * 6


async def test_a_file_comes_as_a_part(mia, http, telegram):
    parts = aiohttp.FormData()
    parts.add_field("chat_id", str(MIA))
    parts.add_field("document", b"%PDF", filename="brief.pdf", content_type="application/pdf")

    response = await http.post(api("sendDocument"), data=parts)

    file = (await response.json())["result"]["document"]
    assert file["file_name"] == "brief.pdf"
    fetched = await http.get(f"/control/file/{file['file_id']}")
    assert await fetched.read() == b"%PDF"
    assert (await http.get("/control/file/unknown")).status == 404


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        pytest.param(api("getMe", "42:OTHER"), 401, "Unauthorized", id="wrong-token"),
        pytest.param(api("getMe", "nonsense"), 404, "Not Found", id="no-token"),
        pytest.param("/bot/getMe", 404, "Not Found", id="empty-token"),
        pytest.param(api("nothing"), 404, "Not Found", id="unknown-method"),
        pytest.param(f"/file/bot{TOKEN}/x.jpg", 404, "Not Found", id="file"),
    ],
)
async def test_who_may_ask_for_what(http, path, status, words):
    response = await http.get(path)

    assert response.status == status
    assert await response.json() == {"ok": False, "error_code": status, "description": words}


@pytest.mark.parametrize("body", ["{", "[]", '"x"'])
async def test_an_unreadable_body(http, body):
    response = await http.post(
        api("getMe"), data=body, headers={"Content-Type": "application/json"}
    )

    assert response.status == 400
    assert (await response.json())["description"] == "Bad Request: can't parse the request body"


async def test_faults_over_http(mia, http, telegram):
    """A 429 says when in a header too, a 502 is a web page, a reset is a broken connection."""
    message = {"chat_id": MIA, "text": "hi"}
    telegram.faults.set(Fault("too_many", retry_after=9))
    response = await http.post(api("sendMessage"), json=message)
    assert (response.status, response.headers["Retry-After"]) == (429, "9")
    telegram.faults.set(Fault("server_error", code=502))
    response = await http.post(api("sendMessage"), json=message)
    assert (response.status, response.content_type) == (502, "text/html")
    telegram.faults.set(Fault("server_error"))
    assert (await http.post(api("sendMessage"), json=message)).status == 500
    assert mia.screen == []

    telegram.faults.set(Fault("answer_lost"))
    with pytest.raises(aiohttp.ClientError):
        await http.post(api("sendMessage"), json=message)

    assert mia.screen == ["hi"]
