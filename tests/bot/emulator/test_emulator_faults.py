"""Telegram's bad days, on command and the same every time; and its flood control."""

import asyncio

import pytest

from bot.emulator.faults import AnswerLost, Fault
from bot.emulator.methods import call
from bot.emulator.telegram import Telegram
from tests.bot.emulator.conftest import GROUP, MIA, TOKEN, Caller


async def test_too_many_requests_once(bot, mia, telegram):
    telegram.faults.set(Fault("too_many", method="sendMessage", retry_after=7))

    answer = await bot("sendMessage", chat_id=MIA, text="hi")

    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    assert telegram.journal[-1].fault == "too_many"
    await bot.ok("sendMessage", chat_id=MIA, text="hi")


@pytest.mark.parametrize(
    ("code", "words"),
    [(500, "Internal Server Error"), (502, "Bad Gateway"), (504, "Gateway Timeout")],
)
async def test_server_errors(bot, mia, telegram, code, words):
    telegram.faults.set(Fault("server_error", code=code))

    answer = await bot("getMe")

    assert (answer["error_code"], answer["description"]) == (code, words)


async def test_a_lost_answer_took_effect_and_a_reset_did_not(bot, mia, telegram):
    mia.clears()
    telegram.faults.set(Fault("reset"))
    with pytest.raises(AnswerLost):
        await bot("sendMessage", chat_id=MIA, text="never sent")
    assert mia.screen == []

    telegram.faults.set(Fault("answer_lost"))
    with pytest.raises(ConnectionResetError):
        await bot("sendMessage", chat_id=MIA, text="sent")

    assert mia.screen == ["sent"]
    assert [one.fault for one in telegram.journal] == ["reset", "answer_lost"]


async def test_a_hang_ends_in_an_effect_nobody_may_wait_for(bot, mia, telegram):
    telegram.faults.set(Fault("hang", seconds=3600))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(bot("sendMessage", chat_id=MIA, text="slow"), 0.01)
    telegram.faults.set(Fault("hang", seconds=0.01))

    await bot.ok("sendMessage", chat_id=MIA, text="a little slow")

    assert mia.screen == ["a little slow"]


async def test_where_and_when_a_fault_strikes(bot, mia, telegram):
    """One method or a family of them, one chat, after some calls, so many times."""
    telegram.add_group(GROUP, "Family", MIA)
    telegram.faults.set(Fault("too_many", method="SEND*", chat_id=MIA, after=1, count=2))

    async def code(method, chat_id, **params):
        answer = await bot(method, chat_id=chat_id, **params)
        return answer.get("error_code")

    assert await code("sendMessage", GROUP, text="x") is None
    assert await code("getChat", MIA) is None
    assert await code("sendMessage", MIA, text="first passes") is None
    assert await code("sendMessage", MIA, text="x") == 429
    assert await code("sendChatAction", MIA, action="typing") == 429
    assert await code("sendMessage", MIA, text="x") is None
    assert telegram.faults.struck == 2


async def test_without_end_until_it_is_lifted(bot, telegram):
    first = telegram.faults.set(Fault("server_error", count=None))
    second = telegram.faults.set(Fault("too_many", count=None))
    assert [(await bot("getMe"))["error_code"] for _ in range(3)] == [500] * 3

    telegram.faults.clear(number=first.number)
    assert (await bot("getMe"))["error_code"] == 429
    telegram.faults.clear(kind="server_error")
    assert telegram.faults.active == [second]
    telegram.faults.clear()

    await bot.ok("getMe")


async def test_chance_is_the_same_for_one_seed(clock):
    async def strikes(seed):
        telegram = Telegram(TOKEN, clock, seed=seed)
        telegram.faults.set(Fault("server_error", count=None, probability=0.5))
        return [(await call(telegram, "getMe", {}))["ok"] for _ in range(40)]

    first = await strikes(1)
    assert first == await strikes(1)
    assert first != await strikes(2)
    assert 10 < sum(first) < 30


@pytest.mark.parametrize(
    ("given", "words"), [({"kind": "flood"}, "no such fault"), ({"code": 404}, "500-599")]
)
def test_no_such_fault(given, words):
    with pytest.raises(ValueError, match=words):
        Fault(**({"kind": "server_error"} | given))


async def test_a_duplicate_comes_again_after_it_was_confirmed(bot, mia, telegram):
    telegram.faults.set(Fault("duplicate", chat_id=MIA))
    number = mia.says("once")
    assert [one["update_id"] for one in await bot.updates()] == [number]

    again = await bot.updates(offset=number + 1)

    assert [one["update_id"] for one in again] == [number]
    assert await bot.updates(offset=number + 1) == []


async def test_an_update_overtakes_the_one_before(bot, mia, telegram):
    mia.says("one")
    telegram.faults.set(Fault("reorder"))
    mia.says("two")
    mia.says("three")

    updates = await bot.updates()

    assert [one["message"]["text"] for one in updates] == ["two", "one", "three"]
    ids = [one["update_id"] for one in updates]
    assert ids == sorted(ids)
    heads = [one.body["message"]["text"] for one in telegram.updates.heads()]
    assert heads == ["two"]


async def test_nothing_overtakes_what_the_bot_has_seen(bot, mia, telegram):
    mia.says("one")
    await bot.updates()
    telegram.faults.set(Fault("reorder"))

    mia.says("two")

    assert [one["message"]["text"] for one in await bot.updates()] == ["one", "two"]
    assert len(telegram.faults.active) == 1


async def test_poison_comes_before_what_is_said(bot, mia, telegram):
    telegram.faults.set(Fault("poison"))

    mia.says("hi")

    poison, good = await bot.updates()
    assert poison["message"]["message_id"] == "not a number"
    assert good["message"]["text"] == "hi"


@pytest.fixture
def strict(clock):
    """Mia's Telegram with flood control."""
    telegram = Telegram(TOKEN, clock, strict_limits=True)
    for user_id in range(1, 101):
        telegram.add_user(user_id, "Somebody")
        telegram.say(user_id, "/start")
    return telegram


async def test_one_chat_takes_a_burst_and_then_one_a_second(strict, clock):
    bot = Caller(strict)
    for _ in range(5):
        await bot.ok("sendMessage", chat_id=1, text="x")

    answer = await bot("sendMessage", chat_id=1, text="x")

    assert answer["description"] == "Too Many Requests: retry after 1"
    assert answer["parameters"] == {"retry_after": 1}
    assert strict.flood.refused == 1
    clock.passes(seconds=1)
    await bot.ok("sendMessage", chat_id=1, text="x")
    assert (await bot("sendMessage", chat_id=1, text="x"))["error_code"] == 429


async def test_the_whole_bot_takes_30_a_second(strict, clock):
    bot = Caller(strict)
    for user_id in range(1, 31):
        await bot.ok("sendMessage", chat_id=user_id, text="x")
    assert (await bot("sendMessage", chat_id=31, text="x"))["error_code"] == 429

    clock.passes(seconds=1)

    for user_id in range(31, 61):
        await bot.ok("sendMessage", chat_id=user_id, text="x")


async def test_edits_share_the_budget(strict, clock):
    """A burst of 20 in one chat and then 20 a minute: one a second lasts half a minute."""
    bot = Caller(strict)
    sent = await bot.ok("sendMessage", chat_id=1, text="x")
    edit = {"chat_id": 1, "message_id": sent["message_id"]}
    number = 0
    while (answer := await bot("editMessageText", **edit, text=f"{number}"))["ok"]:
        clock.passes(seconds=1)
        number += 1

    assert answer["error_code"] == 429
    assert 28 <= number <= 32
    clock.passes(seconds=answer["parameters"]["retry_after"])
    await bot.ok("editMessageText", **edit, text="last")


async def test_a_group_takes_20_a_minute(strict, clock):
    bot = Caller(strict)
    strict.add_group(GROUP, "Family", 1)
    for _ in range(20):
        await bot.ok("sendMessage", chat_id=GROUP, text="x")

    answer = await bot("sendMessage", chat_id=GROUP, text="x")

    assert answer["parameters"]["retry_after"] == 3


async def test_refusals_cost_nothing(strict, clock):
    """Only what is sent counts."""
    bot = Caller(strict)
    for _ in range(10):
        await bot.no("sendMessage", chat_id=1, text="")

    sent = [await bot.ok("sendMessage", chat_id=1, text="x") for _ in range(5)]

    assert [one["text"] for one in sent] == ["x"] * 5
