"""The controls: what the page and the drills may do, and who may not."""

import asyncio
import socket

import aiohttp
import pytest

from bot.emulator.phone import NotOnScreen, RemotePhone
from bot.emulator.server import Server
from tests.bot.emulator.conftest import CARDS, MIA


def control(path):
    return f"/control/{path}"


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Host": "evil.example"}, id="other-host"),
        pytest.param({"Host": "127.0.0.1:1"}, id="other-port"),
        pytest.param({"Host": "evil.example@127.0.0.1"}, id="dressed-up-host"),
        pytest.param({"Origin": "https://evil.example"}, id="other-page"),
        pytest.param({"Origin": "null"}, id="page-from-nowhere"),
        pytest.param({"Origin": ""}, id="empty-origin"),
    ],
)
@pytest.mark.parametrize("path", ["state", "events", "calls", "file/file000001"])
async def test_another_page_can_neither_read_nor_act(mia, http, telegram, headers, path):
    before = telegram.version

    assert (await http.get(control(path), headers=headers)).status == 403
    acted = await http.post(control("say"), json={"user_id": MIA, "text": "x"}, headers=headers)

    assert acted.status == 403
    assert telegram.version == before


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
async def test_its_own_page_may(mia, http, server, name):
    own = {"Host": f"{name}:{server.port}", "Origin": f"http://{name}:{server.port}"}

    response = await http.post(control("say"), json={"user_id": MIA, "text": "x"}, headers=own)

    assert response.status == 200
    assert mia.history[-1] == "x"


async def test_the_page_is_served_and_nothing_beside_it(http, server, telegram):
    page = await http.get("/")
    assert (await page.text(), page.headers["Cache-Control"]) == ("page", "no-store")
    assert await (await http.get("/static/chat.html")).text() == "page"
    assert (await http.get("/", headers={"Host": "evil.example"})).status == 403
    for path in ("/static/nothing.js", "/static/..%2fsecret.txt", "/static/%2e%2e/secret.txt"):
        assert (await http.get(path)).status == 404


async def test_state(mia, http, server, telegram, bot):
    """What the page shows."""
    await bot.ok(
        "setMyCommands",
        commands=[{"command": "sos", "description": "Help now"}],
        scope={"type": "all_private_chats"},
    )
    rows = {"inline_keyboard": [[{"text": "8", "callback_data": "x"}]]}
    await bot.ok("sendMessage", chat_id=MIA, text="Craving?", reply_markup=rows)
    query = mia.taps("8")
    await bot.ok("answerCallbackQuery", callback_query_id=query, text="ok")
    await bot.no("sendMessage", chat_id=5, text="x")
    await bot.updates()
    server.ready, server.note = True, "Good evening"

    state = await (await http.get(control("state"))).json()

    assert state["now"] == "2025-01-06T19:55:00+00:00"
    assert (state["ready"], state["note"], state["zone"]) == (True, "Good evening", "Europe/Berlin")
    assert state["people"] == CARDS
    assert state["users"][str(MIA)]["started"]
    assert state["commands"] == {str(MIA): [{"command": "sos", "description": "Help now"}]}
    said, asked = state["chats"][str(MIA)]
    assert (said["sender"], said["text"]) == ("user", "/start")
    assert asked["buttons"] == [[{"label": "8", "data": "x", "url": None}]]
    assert state["tap_answers"][0]["text"] == "ok"
    assert [one["method"] for one in state["calls"]] == [
        "setMyCommands",
        "sendMessage",
        "answerCallbackQuery",
        "sendMessage",
    ]
    assert state["calls"][-1]["error"] == "Bad Request: chat not found"
    assert [one["on"] for one in state["faults"]] == [False] * 4
    assert state["version"] == telegram.version


async def test_events_wait_for_something_new(mia, http, telegram):
    state = await (await http.get(control("state"))).json()

    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(http.get(control(f"events?since={state['version']}")))
        while not telegram.bell.awaited:  # noqa: ASYNC110 - until the request has arrived
            await asyncio.sleep(0)
        assert not waiting.done()
        mia.says("news")

    newer = await waiting.result().json()
    assert newer["version"] > state["version"]
    assert newer["chats"][str(MIA)][-1]["text"] == "news"


async def test_controls(mia, http, telegram, moves):
    """What the page and the drills may do."""

    async def act(act, **given):
        response = await http.post(control(act), json=given)
        return response.status, await response.json()

    status, answer = await act("user", user_id=9, first_name="Ada", language="de")
    assert (status, telegram.users[9].language) == (200, "de")
    status, answer = await act("say", user_id=MIA, text="one", media="voice")
    assert (status, answer["update_id"]) == (200, 100_000_002)
    await act("edit", user_id=MIA, message_id=2, text="two")
    assert mia.history[-1] == "two"
    await act("tap", user_id=MIA, message_id=2, data="forged", forged=True)
    await act("raw", update={"message": 5})
    await act("block", user_id=MIA, blocked=True)
    assert telegram.users[MIA].blocked
    await act("block", user_id=MIA, blocked=False)
    await act("clears", user_id=MIA)
    assert await act("clock", move="1h") == (
        200,
        {"now": "2025-01-06T20:55:00+00:00", "note": "an hour on"},
    )
    assert moves == ["1h"]
    status, answer = await act("fault", kind="hang", method="getMe", seconds=0.5)
    assert answer["faults"][0]["number"] == 1
    assert (await act("fault", clear=True))[1] == {"faults": []}
    before = len(telegram.updates)
    await act("fault", kind="poison", now=True, chat_id=MIA)
    assert len(telegram.updates) == before + 1
    await act("fault", name="429", on=True)
    assert telegram.faults.active[0].method == "send*"
    await act("fault", name="429", on=False)
    assert telegram.faults.active == []


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("say", {"user_id": 5, "text": "x"}, "unknown or missing: 5"),
        ("say", {"text": "x"}, "unknown or missing: 'user_id'"),
        ("tap", {"user_id": MIA, "message_id": 1, "data": "x"}, "has no button with this data"),
        ("edit", {"user_id": MIA, "message_id": 99, "text": "x"}, "no message 99 to edit"),
        ("fault", {"kind": "earthquake"}, "no such fault"),
        ("fault", {"kind": "hang", "colour": 1}, "colour"),
        ("fault", {"name": "earthquake", "on": True}, "unknown or missing"),
        ("clock", {"move": "back"}, "expected 1h"),
        ("clock", [], "expected a JSON object"),
        ("user", {"user_id": "x", "first_name": "y"}, "invalid literal"),
    ],
)
async def test_a_wrong_control_is_told_so(mia, http, name, given, words):
    response = await http.post(control(name), json=given)

    assert response.status == 400
    assert words in (await response.json())["error"]


async def test_the_journal_over_http(mia, http, bot):
    await bot.ok("sendMessage", chat_id=MIA, text="one")
    await bot.ok("getMe")
    await bot.ok("sendPhoto", chat_id=MIA, photo=b"\x89PNG\r\n\x1a\n", caption="two")

    told = await (await http.get(control("calls?method=sendPhoto&after=1"))).json()

    (sent,) = told["calls"]
    assert (sent["number"], sent["params"]["caption"]) == (3, "two")
    assert sent["params"]["photo"] == {"file": "photo", "size": 8}
    assert told["counts"] == {"sendMessage": 1, "getMe": 1, "sendPhoto": 1}


async def test_a_taken_port_means_the_next(telegram):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        server = Server(telegram)
        with pytest.raises(OSError, match="no free port"):
            await Server(telegram).start(port, tries=1)

        found = await server.start(port)

        await server.stop()
    assert port < found < port + 20


async def test_stopping_ends_every_wait(mia, telegram):
    """Nobody is left hanging when the demo stops."""
    server = Server(telegram)
    await server.start(0)
    async with aiohttp.ClientSession(server.url) as http, asyncio.TaskGroup() as group:
        events = group.create_task(http.get(control(f"events?since={telegram.version}")))
        while not telegram.bell.awaited:  # noqa: ASYNC110 - until the request has arrived
            await asyncio.sleep(0)
        await server.stop()

    assert events.result().status == 200


async def test_a_phone_over_http(server, http, telegram, bot):
    """The same acts as in process, for drills against a running program."""
    async with aiohttp.ClientSession() as session:
        ada = RemotePhone(server.url, 9, "Ada", session)
        await ada.acts("user", first_name="Ada")
        await ada.says("/start")
        rows = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}

        async with asyncio.TaskGroup() as group:
            waiting = group.create_task(ada.waits_for("Ready"))
            await bot.ok("sendMessage", chat_id=9, text="Ready?", reply_markup=rows)
        assert waiting.done()
        assert await ada.screen() == ["Ready?"]
        assert await ada.buttons() == ["Yes"]
        assert await ada.taps("Ye") == "700000001"
        assert not await ada.sees("Ready")
        assert await ada.history() == ["/start", "Ready?"]
        await bot.ok("sendMessage", chat_id=9, text="Or?", reply_markup={"keyboard": [["No"]]})
        assert await ada.taps("No") == ""
        await ada.clears()
        await ada.blocks()
        assert telegram.users[9].blocked
        await ada.unblocks()
        with pytest.raises(NotOnScreen, match="Ada sees no button"):
            await ada.taps("Never")
        with pytest.raises(NotOnScreen, match="Ada waited for 'Never'"):
            await ada.waits_for("Never", seconds=0.02)
        with pytest.raises(ValueError, match="no button"):
            await ada.acts("tap", message_id=1, data="forged")
