"""Updates: their order, their lifetimes, and what a poll confirms."""

import asyncio

import pytest

from bot.emulator.phone import Phone
from tests.bot.emulator.conftest import GROUP, MIA

HOOK = "https://bot.example/hook"


def texts(updates):
    return [one["message"]["text"] for one in updates]


async def ask(bot, chat_id=MIA):
    rows = {"inline_keyboard": [[{"text": "8", "callback_data": "r:x:1:8"}]]}
    await bot.ok("sendMessage", chat_id=chat_id, text="Craving?", reply_markup=rows)


async def test_a_poll_confirms_what_is_below_its_offset(bot, mia):
    """What is not confirmed comes again, as after a crash."""
    first, second = mia.says("one"), mia.says("two")

    assert texts(await bot.updates()) == ["one", "two"]
    assert texts(await bot.updates()) == ["one", "two"]
    assert texts(await bot.updates(offset=first + 1)) == ["two"]
    assert await bot.updates(offset=second + 1) == []
    assert await bot.updates() == []


async def test_limit_and_negative_offset(bot, mia):
    for number in range(5):
        mia.says(str(number))

    assert texts(await bot.updates(limit=2)) == ["0", "1"]
    assert texts(await bot.updates(offset=-2)) == ["3", "4"]
    assert texts(await bot.updates()) == ["3", "4"]


async def test_polling_merges_all_queues_by_id(bot, mia, telegram):
    """Messages of two people and a tap between them come in the order they happened."""
    ben = Phone(telegram, 8, "Ben")
    await ask(bot)

    mia.says("one")
    mia.taps("8")
    ben.says("two")

    updates = await bot.updates()
    assert [sorted(one.keys() - {"update_id"}) for one in updates] == [
        ["message"],
        ["callback_query"],
        ["message"],
    ]
    ids = [one["update_id"] for one in updates]
    assert ids == list(range(ids[0], ids[0] + 3))


async def test_a_tap_lapses_after_150_seconds_and_a_message_after_a_day(bot, mia, clock, telegram):
    await ask(bot)
    mia.taps("8")
    mia.says("still here")
    clock.passes(seconds=149.9)
    assert len(await bot.updates()) == 2

    clock.passes(seconds=0.1)

    assert texts(await bot.updates()) == ["still here"]
    assert telegram.next_expiry() > clock()
    clock.passes(hours=24)
    assert await bot.updates() == []
    assert telegram.next_expiry() is None
    assert telegram.updates.counts["lapsed"] == 2


async def test_next_expiry_is_the_nearest(bot, mia, clock, telegram):
    """A walking clock stops where a tap lapses."""
    await ask(bot)
    start = clock()
    mia.says("one")
    mia.taps("8")

    assert (telegram.next_expiry() - start).total_seconds() == 150


async def test_only_kinds_asked_for_arrive(bot, mia):
    """The choice is remembered, and holds for what happens from then on."""
    await bot.updates(allowed_updates=["message"])
    mia.blocks()
    mia.unblocks()
    mia.says("hi")
    mia.edits("ho")

    updates = await bot.updates()

    assert [sorted(one.keys() - {"update_id"}) for one in updates] == [["message"]]
    await bot.updates(allowed_updates="[]", offset=updates[-1]["update_id"] + 1)
    mia.blocks()
    assert "my_chat_member" in (await bot.updates())[0]


async def test_unreadable_kinds_change_nothing(bot, mia):
    await bot.updates(allowed_updates=["callback_query"])
    await bot.updates(allowed_updates="[")
    mia.says("hi")

    assert await bot.updates() == []


async def test_blocking_is_told_once_each_way(bot, mia):
    mia.blocks()
    mia.says("back again")

    updates = await bot.updates()

    states = [one["my_chat_member"]["new_chat_member"]["status"] for one in updates[:2]]
    assert states == ["kicked", "member"]
    assert texts(updates[2:]) == ["back again"]


@pytest.mark.parametrize(
    "media", ["photo", "voice", "sticker", "video_note", "document", "contact", "hologram"]
)
async def test_people_send_more_than_words(bot, mia, media):
    mia.says("look", media=media)

    (update,) = await bot.updates()

    assert media in update["message"]


async def test_forwards_edits_groups_and_channels(bot, mia, telegram):
    telegram.add_group(GROUP, "Family", MIA)
    telegram.add_group(GROUP - 1, "News", MIA, kind="channel")
    telegram.updates.clear()

    mia.says("I never said that", forwarded_from="Bob")
    mia.edits("said what?")
    mia.says("hello", chat_id=GROUP)
    mia.says("news", chat_id=GROUP - 1)
    mia.says("quoted", quote={"text": "x", "position": 0})

    forwarded, edited, grouped, posted, quoted = await bot.updates()
    assert forwarded["message"]["forward_origin"]["sender_user_name"] == "Bob"
    assert edited["edited_message"]["text"] == "said what?"
    assert edited["edited_message"]["edit_date"]
    assert grouped["message"]["chat"]["type"] == "group"
    assert posted["channel_post"]["chat"]["title"] == "News"
    assert quoted["message"]["quote"] == {"text": "x", "position": 0}


async def test_commands_are_marked_in_utf16(bot, mia):
    mia.says("😀 /sos now /x/y")

    (update,) = await bot.updates()

    marked = [(one["offset"], one["length"]) for one in update["message"]["entities"]]
    assert marked[0] == (3, 4)


async def test_malformed_updates_come_as_they_are(bot, mia, telegram):
    number = telegram.push_raw({"message": 5})
    telegram.push_raw({"update_id": "x"})

    assert await bot.updates() == [{"update_id": number, "message": 5}, {"update_id": "x"}]


async def test_a_long_poll_wakes_for_an_update(bot, mia):
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(bot.updates(timeout=50))
        await asyncio.sleep(0)
        mia.says("hi")

    assert texts(poll.result()) == ["hi"]


async def test_a_long_poll_ends_with_nothing(bot, mia):
    """One second is the shortest wait there is."""
    assert await bot.updates(timeout=1) == []


async def test_the_second_poller_ends_the_first(bot, mia):
    async with asyncio.TaskGroup() as group:
        first = group.create_task(bot("getUpdates", timeout=50))
        await asyncio.sleep(0)
        second = group.create_task(bot("getUpdates", timeout=50))
        await asyncio.sleep(0.01)
        mia.says("hi")

    assert first.result() == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    assert texts(second.result()["result"]) == ["hi"]


async def test_a_webhook_ends_polling(bot, mia):
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(bot("getUpdates", timeout=50))
        await asyncio.sleep(0)
        await bot.ok("setWebhook", url=HOOK)
    assert waiting.result()["error_code"] == 409
    assert await bot.no("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )

    await bot.ok("deleteWebhook")

    assert await bot.updates() == []


async def test_queues_stand_side_by_side(bot, mia, telegram):
    """A chat's messages are one queue and a person's taps another: each has its own head."""
    await ask(bot)
    mia.says("one")
    mia.says("two")
    mia.taps("8")

    heads = {one.queue: one for one in telegram.updates.heads()}

    assert heads["chat", MIA].body["message"]["text"] == "one"
    assert heads["taps", MIA].body["callback_query"]["data"] == "r:x:1:8"
    telegram.updates.delivered(heads["chat", MIA])
    assert telegram.updates.head(("chat", MIA)).body["message"]["text"] == "two"


async def test_everything_is_the_same_every_time(telegram, bot):
    """Ids count up from fixed starts."""
    mia = Phone(telegram, MIA, "Mia")

    assert mia.says("/start") == 100_000_001
    await ask(bot)
    assert mia.taps("8") == "700000001"
    assert [one.message_id for one in telegram.messages(MIA)] == [1, 2]
