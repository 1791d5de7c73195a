"""Webhooks: every queue on its own, repeated until the bot takes it."""

import asyncio
from typing import Any

import pytest
from aiohttp import web

from bot.emulator.faults import Fault
from tests.bot.emulator.conftest import MIA


class Receiver:
    """A bot's webhook that answers as the test says."""

    def __init__(self):
        self.got = []
        self.answers = []
        self.headers = []
        self.calls: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.url = ""

    async def handle(self, request):
        self.headers.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        update = await request.json()
        self.got.append(update)
        answer = self.answers.pop(0) if self.answers else web.Response()
        self.calls.put_nowait(update)
        return answer

    async def receives(self, count):
        """Wait for so many more deliveries."""
        return [await asyncio.wait_for(self.calls.get(), 5) for _ in range(count)]


@pytest.fixture
async def receiver():
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_webhook_delivers_with_its_secret(mia, server, receiver, bot):
    """What waited comes first, then what is said."""
    mia.says("waited")
    await bot.ok("setWebhook", url=receiver.url, secret_token="s" * 32)
    await receiver.receives(1)
    mia.says("said")
    await receiver.receives(1)

    assert [one["message"]["text"] for one in receiver.got] == ["waited", "said"]
    assert receiver.headers == ["s" * 32] * 2


@pytest.mark.parametrize("status", [500, 503, 302])
async def test_webhook_repeats_until_it_is_taken(mia, server, receiver, bot, status):
    """In order: nothing behind a refused update moves."""
    receiver.answers = [web.Response(status=status) for _ in range(3)]
    await bot.ok("setWebhook", url=receiver.url)
    mia.says("one")
    mia.says("two")

    got = await receiver.receives(5)

    assert [one["message"]["text"] for one in got] == ["one", "one", "one", "one", "two"]
    info = await bot.ok("getWebhookInfo")
    assert f"Wrong response from the webhook: {status}" in info["last_error_message"]


async def test_a_refused_message_does_not_hold_up_a_tap(mia, server, receiver, bot):
    """A chat's messages and a person's taps are two queues."""
    rows = {"inline_keyboard": [[{"text": "8", "callback_data": "x"}]]}
    await bot.ok("sendMessage", chat_id=MIA, text="?", reply_markup=rows)
    receiver.answers = [web.Response(status=500, headers={"Retry-After": "3600"})]
    await bot.ok("setWebhook", url=receiver.url)
    mia.says("refused")
    await receiver.receives(1)

    mia.taps("8")

    (update,) = await receiver.receives(1)
    assert update["callback_query"]["data"] == "x"


async def test_setting_the_webhook_again_ends_the_wait(mia, server, receiver, bot):
    """Else a bot that restarts would wait an hour for what it refused."""
    receiver.answers = [web.Response(status=500, headers={"Retry-After": "3600"})]
    await bot.ok("setWebhook", url=receiver.url)
    mia.says("again")
    await receiver.receives(1)

    await bot.ok("setWebhook", url=receiver.url)

    (update,) = await receiver.receives(1)
    assert update["message"]["text"] == "again"


async def test_a_duplicate_is_posted_twice(mia, server, receiver, bot, telegram):
    await bot.ok("setWebhook", url=receiver.url)
    telegram.faults.set(Fault("duplicate"))

    mia.says("one")

    first, second = await receiver.receives(2)
    assert first == second


async def test_the_answer_to_an_update_may_be_a_call(mia, server, receiver, bot, telegram):
    """As Telegram carries it out, except for methods that would make no sense."""
    receiver.answers = [
        web.json_response({"method": "sendMessage", "chat_id": MIA, "text": "hello"}),
        web.json_response({"method": "deleteWebhook"}),
        web.Response(text="{", content_type="application/json"),
    ]
    await bot.ok("setWebhook", url=receiver.url)
    for text in ("one", "two", "three", "four"):
        mia.says(text)

    await receiver.receives(4)

    assert [one.text for one in telegram.messages(MIA) if one.sender == "bot"] == ["hello"]
    assert telegram.webhook.url


async def test_a_webhook_that_is_not_there(mia, server, bot, telegram):
    await bot.ok("setWebhook", url="http://127.0.0.1:9/hook")
    mia.says("hello?")

    while telegram.webhook.last_error is None:
        await telegram.bell.wait()

    assert telegram.webhook.last_error.startswith("Connection failed")
    await bot.ok("deleteWebhook")
    assert len(await bot.updates()) == 1
