"""The bot's own server: health that tells the truth, and a door that opens to Telegram only."""

import asyncio
import gzip
import json

import aiohttp
import pytest
from multidict import CIMultiDict

from bot.observe import Health
from bot.telegram.handling import Handling
from bot.telegram.inbox import Inbox
from bot.telegram.webhook import LARGEST_BODY, SECRET_HEADER
from bot.web.server import AddressTaken, Pages
from dialogs.errors import DatabaseRefused

SECRET = "right_" + "s" * 40
MIA = 7_000_000_001
UPDATE = {
    "update_id": 5,
    "message": {"text": "8", "chat": {"id": MIA, "type": "private"}, "from": {"id": MIA}},
}


class Road:
    """Stands for the dispatcher."""

    def __init__(self):
        self.seen = []
        self.raises = []

    async def __call__(self, raw):
        if self.raises:
            raise self.raises.pop()
        self.seen.append(raw)


@pytest.fixture
def road():
    return Road()


@pytest.fixture
def health(hand):
    return Health(hand.seconds)


@pytest.fixture
def inbox(bot, database, road, hand, figures):
    async def nothing(*_):
        return False

    handling = Handling(
        database,
        road,
        hand,
        hand.seconds,
        figures=figures,
        lifeline=nothing,
        flooded=nothing,
        lost=nothing,
        sorry=nothing,
        stranded=nothing,
        pause=hand.pause,
    )
    return Inbox(bot, handling, figures=figures, secret=SECRET)


@pytest.fixture
async def http():
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def url(health, figures, database, inbox):
    pages = Pages(health, figures, database)
    async with pages.served("127.0.0.1", 0, inbox.webhook, "/telegram") as (host, port):
        yield f"http://{host}:{port}"


@pytest.fixture
def post(http, url):
    """Call the webhook as Telegram does, with changes; gives the status."""

    async def call(body=UPDATE, *, secret=SECRET, **more):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = more.pop("headers", {})
        if secret is not None and not isinstance(headers, CIMultiDict):
            headers = {SECRET_HEADER: secret, **headers}
        more = {"data": data, "headers": headers} | more
        async with http.post(f"{url}/telegram", **more) as response:
            return response.status

    return call


async def test_update_is_confirmed_after_it_is_done(post, road):
    assert await post() == 200
    assert road.seen == [UPDATE]


async def test_redelivered_update_is_done_once(post, road):
    assert [await post(), await post()] == [200, 200]
    assert len(road.seen) == 1


@pytest.mark.parametrize(
    "secret",
    [
        pytest.param(None, id="missing"),
        pytest.param("", id="empty"),
        pytest.param("wrong", id="wrong"),
        pytest.param(SECRET[:-1], id="a-beginning"),
        pytest.param(SECRET + "s", id="and-more"),
        pytest.param(SECRET.upper(), id="another-case"),
        pytest.param("é" * 46, id="not-ascii"),
        pytest.param("s" * 300, id="long"),
    ],
)
async def test_wrong_secret_is_turned_away(post, road, secret, figures):
    assert await post(secret=secret) == 401
    assert road.seen == []
    assert figures.registry.get_sample_value("handrail_webhook_refused_total", {"status": "401"})


async def test_secret_sent_twice_is_turned_away(post, road):
    """Whoever sends two hopes that we look at one and a proxy at the other."""
    twice = CIMultiDict([(SECRET_HEADER, SECRET), (SECRET_HEADER, SECRET)])

    assert await post(headers=twice) == 401
    assert road.seen == []


async def test_secret_is_asked_before_the_body_is_read(url, road):
    """A stranger's endless body is not waited for."""
    host, port = url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(
        b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n"
        + SECRET_HEADER.encode()
        + b": wrong\r\n\r\n{"
    )

    async with asyncio.timeout(5):
        status = await reader.readline()

    assert b"401" in status
    writer.close()


async def test_no_secret_of_ours_lets_nobody_in(bot, database, road, hand, figures, health, http):
    async def nothing(*_):
        return False

    handling = Handling(
        database,
        road,
        hand,
        hand.seconds,
        figures=figures,
        lifeline=nothing,
        flooded=nothing,
        lost=nothing,
        sorry=nothing,
        stranded=nothing,
    )
    inbox = Inbox(bot, handling, figures=figures, secret=None)
    pages = Pages(health, figures, database)
    async with pages.served("127.0.0.1", 0, inbox.webhook) as (host, port):
        url = f"http://{host}:{port}/telegram"
        async with http.post(url, json=UPDATE, headers={SECRET_HEADER: ""}) as response:
            assert response.status == 401


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        pytest.param(
            gzip.compress(json.dumps(UPDATE).encode()), {"Content-Encoding": "gzip"}, 415, id="gzip"
        ),
        pytest.param(b" " * (LARGEST_BODY + 1), {}, 413, id="too-large"),
    ],
)
async def test_body_that_is_turned_away(post, road, body, headers, status):
    assert await post(body, headers=headers) == status
    assert road.seen == []


async def test_chunks_without_end_are_turned_away(post):
    async def endless():
        for _ in range(40):
            yield b" " * 16_384

    assert await post(data=endless()) == 413


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"no json", id="no-json"),
        pytest.param(b"[]", id="a-list"),
        pytest.param(b"{}", id="no-id"),
        pytest.param(b'{"update_id": 1e400}', id="infinite"),
        pytest.param(b'{"update_id": NaN}', id="not-a-number"),
        pytest.param(b'{"update_id": 1, "x": ' + b"9" * 5000 + b"}", id="5000-digits"),
        pytest.param(b'{"update_id": 1, "x": ' + b"[" * 100_000 + b"}", id="100000-deep"),
        pytest.param(b'{"update_id": 1, "x": ' + b"[" * 90 + b"]" * 90 + b"}", id="90-deep"),
        pytest.param(b"\xff\xfe\x00", id="no-text"),
    ],
)
async def test_unreadable_body_is_put_aside_and_confirmed(post, road, body, figures):
    """Anything but 200 would bring it back for a day; the next update must not wait behind it."""
    assert await post(body) == 200
    assert await post(body) == 200

    assert road.seen == []
    assert figures.registry.get_sample_value("handrail_dead_letters_total") == 2
    assert await post() == 200
    assert road.seen == [UPDATE]


async def test_update_that_fails_is_put_aside_and_confirmed(post, road, database):
    road.raises = [RuntimeError("no")] * 3

    assert await post() == 200

    async with database.reading() as uow:
        assert await uow.trail.poisoned(5) is not None


async def test_locked_database_asks_telegram_to_come_again(post, road):
    road.raises = [DatabaseRefused("locked")]

    assert await post() == 503
    assert await post() == 200
    assert road.seen == [UPDATE]


async def test_stopping_asks_telegram_to_come_again(url, http, inbox, road):
    inbox.stop()

    async with http.post(f"{url}/telegram", json=UPDATE, headers={SECRET_HEADER: SECRET}) as answer:
        assert answer.status == 503
        assert int(answer.headers["Retry-After"]) > 0
    assert road.seen == []


async def test_get_is_no_way_in(url, http):
    async with http.get(f"{url}/telegram", headers={SECRET_HEADER: SECRET}) as response:
        assert response.status == 405


async def page(http, url, path):
    async with http.get(f"{url}{path}") as response:
        return response.status, await response.text()


async def test_health(http, url, health, hand):
    health.expect("sender", within=30)
    assert await page(http, url, "/healthz") == (200, '{"ok": true, "reasons": []}')

    hand.passes(seconds=31)

    status, text = await page(http, url, "/healthz")
    assert status == 503
    assert json.loads(text)["reasons"] == ["sender has been silent for 31 s"]


async def test_ready(http, url, health):
    assert (await page(http, url, "/readyz"))[0] == 200

    health.draining = True

    status, text = await page(http, url, "/readyz")
    assert (status, json.loads(text)["reasons"]) == (503, ["stopping"])
    assert (await page(http, url, "/healthz"))[0] == 200


async def test_metrics(http, url, figures):
    figures.dead_letters.inc()

    status, text = await page(http, url, "/metrics")

    assert status == 200
    assert "handrail_dead_letters_total 1.0" in text


async def test_address_that_is_taken(health, figures, database, url):
    port = int(url.rpartition(":")[2])

    with pytest.raises(AddressTaken, match=f"HANDRAIL_LISTEN: 127.0.0.1:{port} is taken"):
        async with Pages(health, figures, database).served("127.0.0.1", port):
            pass
