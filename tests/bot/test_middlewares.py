"""The road of an update: who may walk it, once, and what is said when it ends early."""

import pytest
from aiogram import Router

from bot.emulator.faults import Fault
from bot.telegram.beside import Beside
from bot.telegram.dispatcher import Feed, Sorry, build_dispatcher
from bot.telegram.incoming import clean
from bot.telegram.middlewares import Deps, snake
from bot.telegram.wire import GetRawUpdates
from dialogs.errors import (
    AlreadyTaken,
    BadZone,
    DatabaseRefused,
    HandrailError,
    NotAllowed,
    NotJoined,
    StaleReply,
)
from dialogs.messages import Message as Said
from storage.outbox import Lane

MIA, ANA, GROUP = 7_000_000_001, 7_000_000_002, -500
SOMEBODY = {"id": MIA, "is_bot": False, "first_name": "Mia"}
PRIVATE = {"id": MIA, "type": "private"}
WRITTEN = {"message_id": 9, "date": 1, "text": "hi", "chat": PRIVATE, "from": SOMEBODY}


class Handlers:
    """Handlers that note who came, and do what they are told to."""

    def __init__(self):
        self.seen = []
        self.raises = None
        self.says = None
        self.leaves = None
        self.shown_again = []
        self.router = Router()
        self.router.message.register(self.on_message)
        self.router.edited_message.register(self.on_message)
        self.router.callback_query.register(self.on_tap)

    async def on_message(self, message, visit):
        return await self._note(message.text, visit)

    async def on_tap(self, query, visit):
        return await self._note(query.data, visit)

    async def _note(self, what, visit):
        self.seen.append((what, visit.guest.id if visit.guest else None))
        if self.leaves:
            await visit.uow.outbox.add(
                visit.person.id, Said(self.leaves), lane=Lane.REPLY, kind="card", now=visit.now
            )
        if self.raises:
            raise self.raises
        return self.says

    async def show_again(self, _uow, _book, person, refusal, _now):
        self.shown_again.append((person.id, type(refusal)))


@pytest.fixture
def handlers():
    return Handlers()


@pytest.fixture
def deps(database, book, hand, figures, handlers):
    return Deps(database, book, hand, figures, Beside(), handlers.show_again)


@pytest.fixture
def feed(deps, handlers, bot):
    return Feed(build_dispatcher([handlers.router], deps), bot)


@pytest.fixture
def says(feed, sky, mia, bot):
    """Mia writes, and the update is fed."""

    async def say(text="hi"):
        mia.says(text)
        await feed(await taken(sky, bot))

    return say


@pytest.fixture
def taps(feed, sky, mia, bot):
    """Mia taps a button, and the update is fed; gives the tap's answer."""

    async def tap(label="8"):
        sent = await bot.send_message(
            MIA,
            "Craving?",
            reply_markup={"inline_keyboard": [[{"text": label, "callback_data": "r:a:1:8"}]]},
        )
        assert sent.message_id
        query = mia.taps(label)
        await feed(await taken(sky, bot))
        return query

    return tap


async def taken(sky, bot):
    """Take the update that waits at Telegram."""
    (raw,) = await bot(GetRawUpdates())
    sky.updates.clear()
    return raw


async def waiting(database, hand):
    """The texts that lie in the outbox."""
    async with database.unit_of_work() as uow:
        rows = await uow.outbox.claim(list(Lane), hand(), limit=9, lease=hand.lease())
    return [row.message.text for row in rows]


async def test_person_of_ours_is_recognised(says, handlers, mia_id):
    await says("hi")

    assert handlers.seen == [("hi", mia_id)]


async def test_stranger_is_let_through_as_nobody(says, handlers):
    handlers.says = "I work by invitation."

    await says("hi")

    assert handlers.seen == [("hi", None)]


async def test_update_is_worked_on_once(feed, handlers, mia, mia_id):
    update = {"update_id": 5, "message": WRITTEN}

    await feed(update)
    await feed(update)

    assert handlers.seen == [("hi", mia_id)]


async def test_failed_update_leaves_nothing_and_may_come_again(
    feed, handlers, mia, mia_id, database, hand
):
    update = {"update_id": 5, "message": WRITTEN}
    handlers.leaves, handlers.raises = "half done", RuntimeError("no")

    with pytest.raises(RuntimeError):
        await feed(update)
    handlers.raises = None
    await feed(update)

    assert len(handlers.seen) == 2
    assert await waiting(database, hand) == ["half done"]


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        pytest.param(StaleReply("no"), "That one is already answered.", id="its-own-words"),
        pytest.param(NotAllowed("see", "not_yours"), "That one is not for you", id="not-allowed"),
        pytest.param(BadZone("no", ["Europe/Riga"]), "Did you mean: Europe/Riga?", id="zone"),
        pytest.param(BadZone("no"), "a big city near you", id="zone-without-suggestion"),
        pytest.param(HandrailError("x"), "I can't do that right now.", id="the-last-resort"),
    ],
)
async def test_refusal_is_put_into_words(says, handlers, mia_id, database, hand, refusal, words):
    """What the handler did is undone; the words leave in a unit of work of their own."""
    handlers.leaves, handlers.raises = "half done", refusal

    await says("hi")

    (text,) = await waiting(database, hand)
    assert words in text
    assert handlers.shown_again == [(mia_id, type(refusal))]


async def test_refused_update_is_not_refused_twice(feed, handlers, mia, mia_id, database, hand):
    update = {"update_id": 5, "message": WRITTEN}
    handlers.raises = StaleReply("no")

    await feed(update)
    await feed(update)

    assert len(await waiting(database, hand)) == 1


async def test_refused_tap_is_answered(taps, handlers, mia_id, sky, database, hand):
    """The words come as the tap's answer, and not as a message on top."""
    handlers.raises = AlreadyTaken()

    query = await taps("8")

    assert sky.tap_answers[query]["text"].startswith("Somebody has this one already.")
    assert await waiting(database, hand) == []


async def test_refused_tap_that_is_too_old_is_answered_by_message(
    taps, handlers, mia_id, sky, database, hand
):
    handlers.raises = AlreadyTaken()
    sky.faults.set(Fault("server_error", method="answerCallbackQuery"))

    await taps("8")

    (text,) = await waiting(database, hand)
    assert text.startswith("Somebody has this one already.")


async def test_refused_stranger_is_answered_directly(says, handlers, mia, database, hand):
    handlers.raises = NotJoined()

    await says("hi")

    assert mia.screen[-1].startswith("I work by invitation")
    assert await waiting(database, hand) == []


async def test_tap_is_answered_with_what_the_handler_says(taps, handlers, mia_id, sky):
    handlers.says = "x" * 300

    query = await taps("8")

    assert sky.tap_answers[query]["text"] == "x" * 200


async def test_tap_that_cannot_be_answered_is_done_all_the_same(taps, handlers, mia_id, sky):
    """Its work is committed; that nobody waits for the answer any more changes nothing."""
    sky.faults.set(Fault("server_error", method="answerCallbackQuery"))

    await taps("8")

    assert handlers.seen == [("r:a:1:8", mia_id)]


async def test_locked_database_is_no_refusal(says, handlers, mia_id):
    """The inbox must hear of it, so that the update comes again."""
    handlers.raises = DatabaseRefused("locked")

    with pytest.raises(DatabaseRefused):
        await says("hi")


async def test_failure_is_logged_without_a_word_that_was_said(says, handlers, mia_id, logged):
    handlers.raises = RuntimeError("secret words")

    with pytest.raises(RuntimeError):
        await says("secret words")

    assert [line["event"] for line in logged if line["log_level"] == "error"] == ["update failed"]
    assert all("secret" not in str({**line, "exc_info": ""}) for line in logged)


KINDS = ["message", "edited_message", "channel_post", "edited_channel_post", "business_message"]
KINDS += ["guest_message", "callback_query", "my_chat_member"]
GROUPS = [
    pytest.param({"type": "group", "id": GROUP, "title": "g"}, id="group"),
    pytest.param({"type": "supergroup", "id": GROUP, "title": "g"}, id="supergroup"),
    pytest.param({"type": "channel", "id": GROUP, "title": "g"}, id="channel"),
    pytest.param({"type": "private", "id": ANA}, id="not-their-own-chat"),
]


@pytest.mark.parametrize("chat", GROUPS)
@pytest.mark.parametrize("kind", KINDS)
async def test_only_private_chats(feed, handlers, mia, mia_id, sky, kind, chat):
    """Nothing from elsewhere is worked on, stored or answered."""
    written = {**WRITTEN, "chat": chat}
    body: dict[str, object]
    if kind == "callback_query":
        body = {"id": "1", "from": SOMEBODY, "chat_instance": "1", "data": "a", "message": written}
    elif kind == "my_chat_member":
        left = {"status": "left", "user": SOMEBODY}
        body = {"chat": chat, "from": SOMEBODY, "date": 1}
        body |= {"old_chat_member": left, "new_chat_member": left}
    else:
        body = written

    await feed({"update_id": 5, kind: body})

    assert handlers.seen == []
    assert not any(call.method.startswith("send") for call in sky.journal)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"via_bot": {**SOMEBODY, "is_bot": True}}, id="via-a-bot"),
        pytest.param({"sender_chat": {"id": -1, "type": "channel"}}, id="as-a-channel"),
        pytest.param({"business_connection_id": "b"}, id="for-a-business"),
        pytest.param({"guest_query_id": "q"}, id="as-a-guest"),
        pytest.param({"from": {**SOMEBODY, "is_bot": True}}, id="from-a-bot"),
        pytest.param({"from": None}, id="from-nobody"),
    ],
)
async def test_nobody_speaks_for_somebody(feed, handlers, mia_id, more):
    await feed({"update_id": 5, "message": {**WRITTEN, **more}})

    assert handlers.seen == []


async def test_bot_leaves_a_group(feed, sky, mia, bot):
    sky.add_group(GROUP, "Friends", MIA)

    await feed(await taken(sky, bot))

    assert [call.method for call in sky.journal][-1] == "leaveChat"


async def test_unreadable_update_is_an_error(feed):
    with pytest.raises(ValueError, match="validation error"):
        await feed({"update_id": 5, "message": {"text": 3}})


async def test_whoever_sent_what_was_put_aside_is_told(deps, bot, mia_id, database, hand):
    await Sorry(deps, bot)({"update_id": 5, "message": WRITTEN}, hand())

    (text,) = await waiting(database, hand)
    assert text.startswith("Something went wrong on my side")


async def test_a_stranger_is_told_as_well(deps, bot, sky, mia, hand):
    """Nothing is stored of them, so it goes straight there: never silence."""
    sky.say(MIA, "/start broken")

    await Sorry(deps, bot)({"update_id": 5, "message": WRITTEN}, hand())

    assert sky.messages(MIA)[-1].text.startswith("Something went wrong on my side")


async def test_nobody_is_told_of_what_came_from_a_group(deps, bot, mia_id, database, hand):
    group = {"type": "group", "id": GROUP}
    await Sorry(deps, bot)({"update_id": 5, "message": {**WRITTEN, "chat": group}}, hand())

    assert await waiting(database, hand) == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("8\x00", "8", id="nul"),
        pytest.param("a\x07b\x1bc", "abc", id="control"),
        pytest.param("a\nb\tc", "a\nb\tc", id="line-and-tab-stay"),
        pytest.param("\ud83d half", "� half", id="lone-surrogate"),
        pytest.param("👩‍👧 שלום", "👩‍👧 שלום", id="what-people-write-stays"),
    ],
)
async def test_text_is_fit_to_be_kept(feed, handlers, mia_id, typed, kept):
    await feed({"update_id": 5, "message": {**WRITTEN, "text": typed}})

    assert handlers.seen == [(kept, mia_id)]


def test_clean_reaches_everything():
    assert clean({"a": [{"b": "x\x00"}], "n": 1, "t": True}) == {
        "a": [{"b": "x"}],
        "n": 1,
        "t": True,
    }


@pytest.mark.parametrize(
    ("name", "key"),
    [("StaleReply", "stale_reply"), ("NotAllowed", "not_allowed"), ("X", "x")],
)
def test_snake(name, key):
    assert snake(name) == key
