"""The outbox's way out: order, marks, and what each kind of failure does to each message."""

import asyncio
from datetime import timedelta

import pytest

from bot.emulator.faults import Fault
from bot.telegram.claiming import Duties
from bot.telegram.connection import TokenRefused
from bot.telegram.limits import Limits
from bot.telegram.sender import Sender
from dialogs.messages import Button, Contact, Link, Message, Span
from storage.outbox import Lane

MIA, ANA = 7_000_000_001, 7_000_000_002
LATER = timedelta(minutes=2)


class Noted:
    """What the sender asked of the actions."""

    def __init__(self):
        self.withdrawn = set()
        self.sent = []
        self.enough = 2
        self.done = asyncio.Event()
        self.gone = []

    async def recheck(self, _uow, row, _now):
        return row.kind not in self.withdrawn

    async def on_sent(self, _uow, row, message_id, _now):
        self.sent.append((row.kind, message_id))
        if len(self.sent) == self.enough:
            self.done.set()

    async def on_undeliverable(self, _uow, row, _now):
        self.gone.append(row.person_id)


@pytest.fixture
def noted():
    return Noted()


@pytest.fixture
def sender(database, bot, hand, book, figures, noted):
    return Sender(
        database,
        bot,
        Limits(),
        hand,
        hand.seconds,
        duties=Duties(noted.recheck, noted.on_sent, noted.on_undeliverable),
        texts=book.texts,
        figures=figures,
    )


@pytest.fixture
def leaves(database, hand, mia_id):
    """Leave a message for Mia in the outbox."""

    async def leave(text="hello", *, lane=Lane.REPLY, kind="card", to=None, **more):
        message = text if isinstance(text, Message) else Message(text)
        async with database.unit_of_work() as uow:
            return await uow.outbox.add(
                to or mia_id, message, lane=lane, kind=kind, now=hand(), **more
            )

    return leave


async def flushed(sender, hand, *, later=LATER):
    """Send now, and again when everything that waits may go."""
    first = await sender.flush(hand())
    hand.passes(seconds=later.total_seconds())
    return first + await sender.flush(hand())


async def test_urgent_goes_first(sender, leaves, hand, mia):
    """A page is never behind anything else that waits."""
    await leaves("bulk", lane=Lane.BULK)
    await leaves("reply", lane=Lane.REPLY)
    await leaves("page", lane=Lane.ALERT)
    await leaves("card", lane=Lane.SOS)

    await flushed(sender, hand)

    assert mia.history[1:] == ["card", "page", "reply", "bulk"]


async def test_message_arrives_whole(sender, leaves, hand, sky, mia):
    await leaves(
        Message(
            "hi <b> & 8",
            rows=((Button("8", "r:a:1:8"), Link("Map", "https://a.example/")),),
            entities=(Span("bold", 0, 2),),
            protect=True,
            silent=True,
        )
    )

    await sender.flush(hand())

    shown = sky.messages(MIA)[-1]
    assert shown.text == "hi <b> & 8"
    assert [(e["type"], e["offset"], e["length"]) for e in shown.entities] == [("bold", 0, 2)]
    assert [one.label for one in shown.buttons[0]] == ["8", "Map"]
    assert shown.protect_content
    assert shown.silent


async def test_contact_card_follows_its_text(sender, leaves, hand, sky, mia):
    await leaves(Message("Sam\n+15550100", contact=Contact("Sam", "+15550100")))

    await sender.flush(hand())

    assert sky.messages(MIA)[-2].text == "Sam\n+15550100"
    assert sky.messages(MIA)[-1].contact["phone_number"] == "+15550100"


async def test_sent_message_is_marked_and_wiped(sender, leaves, hand, database, noted, sky, mia):
    row = await leaves("hello", kind="page", alert_id=7, lane=Lane.ALERT)

    assert await sender.flush(hand()) == 1

    async with database.reading() as uow:
        assert await uow.outbox.pages_of(7) == [(row, sky.messages(MIA)[-1].message_id)]
        assert await uow.outbox.pending(hand()) == 0
    assert noted.sent == [("page", sky.messages(MIA)[-1].message_id)]
    assert await sender.flush(hand()) == 0


async def test_edit_changes_in_place(sender, leaves, hand, sky, mia):
    await leaves(Message("Craving?", rows=((Button("8", "r:a:1:8"),),)))
    await sender.flush(hand())

    await leaves("Craving: 8", edits=sky.messages(MIA)[-1].message_id)
    await sender.flush(hand())

    assert mia.history[1:] == ["Craving: 8"]
    assert sky.messages(MIA)[-1].buttons == []


async def test_edit_that_changes_nothing_counts_as_sent(sender, leaves, hand, noted, sky, mia):
    await leaves("same")
    await sender.flush(hand())

    await leaves("same", edits=sky.messages(MIA)[-1].message_id)

    assert await sender.flush(hand()) == 1
    assert len(noted.sent) == 2


@pytest.mark.parametrize(
    ("turn", "shown"),
    [
        pytest.param(2, ["Craving?"], id="a-question-is-sent-anew"),
        pytest.param(None, [], id="a-line-is-dropped"),
    ],
)
async def test_edit_of_a_message_that_is_gone(sender, leaves, hand, mia, noted, turn, shown):
    await leaves("Craving?", edits=987, turn=turn)

    await flushed(sender, hand)

    assert mia.history[1:] == shown
    assert noted.gone == []


async def test_withdrawn_before_it_goes(sender, leaves, hand, noted, mia):
    """An alert that was taken a moment ago pages nobody any more."""
    await leaves("page", lane=Lane.ALERT, kind="page")
    noted.withdrawn.add("page")

    assert await flushed(sender, hand) == 0
    assert mia.screen == []


@pytest.mark.parametrize("lane", list(Lane))
@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(Fault("too_many", method="sendMessage", retry_after=3), id="429"),
        pytest.param(Fault("server_error", method="sendMessage", code=500), id="500"),
        pytest.param(Fault("reset", method="sendMessage"), id="reset-before"),
        pytest.param(Fault("answer_lost", method="sendMessage"), id="answer-lost"),
    ],
)
async def test_fault_once(sender, leaves, hand, sky, mia, lane, fault):
    """Alerts at least once; questions once more; reminders and bulk at most once."""
    sky.faults.set(fault)
    await leaves("hello", lane=lane)

    await flushed(sender, hand)
    await flushed(sender, hand)

    arrived = len(mia.history[1:])
    surely_not_sent = fault.kind == "too_many"
    if lane in {Lane.REMINDER, Lane.BULK} and not surely_not_sent:
        assert arrived == (fault.kind == "answer_lost")
    else:
        assert arrived == 1 + (fault.kind == "answer_lost")
    if fault.kind == "answer_lost" and lane in {Lane.SOS, Lane.ALERT}:
        assert mia.history[-1] == "(repeat) hello"


async def test_question_goes_once_more_and_not_twice(sender, leaves, hand, sky, mia):
    sky.faults.set(Fault("answer_lost", method="sendMessage", count=None))
    await leaves("Craving?", lane=Lane.PROMPT)

    for _ in range(4):
        await flushed(sender, hand)

    assert mia.history[1:] == ["Craving?", "Craving?"]


async def test_unknown_page_is_tried_until_it_surely_arrives(sender, leaves, hand, sky, mia):
    sky.faults.set(Fault("answer_lost", method="sendMessage", count=3))
    await leaves("page", lane=Lane.ALERT)

    for _ in range(6):
        await flushed(sender, hand)

    assert mia.history[1:] == ["page", "(repeat) page", "(repeat) page", "(repeat) page"]


@pytest.mark.parametrize("lane", list(Lane))
async def test_unreachable_telegram_loses_nothing(
    connects, database, hand, book, figures, noted, leaves, lane
):
    """A connection that was never made is surely not sent, so even a reminder goes again."""
    bot = connects("42:TEST", "http://127.0.0.1:9")
    duties = Duties(noted.recheck, noted.on_sent, noted.on_undeliverable)
    sender = Sender(
        database,
        bot,
        Limits(),
        hand,
        hand.seconds,
        duties=duties,
        texts=book.texts,
        figures=figures,
    )
    await leaves("hello", lane=lane)

    assert await flushed(sender, hand) == 0

    async with database.reading() as uow:
        assert await uow.outbox.pending(hand() + LATER) == 1


async def test_blocked_person_is_told_to_the_actions(sender, leaves, hand, mia, mia_id, noted):
    mia.blocks()
    await leaves("page", lane=Lane.ALERT)

    await flushed(sender, hand)

    assert noted.gone == [mia_id]


async def test_person_who_never_started_is_unreachable(sender, leaves, known, hand, noted):
    ana = await known(ANA, "Ana")
    await leaves("page", lane=Lane.ALERT, to=ana)

    await flushed(sender, hand)

    assert noted.gone == [ana]


async def test_page_that_is_refused_goes_as_plain_text(sender, leaves, hand, mia):
    """Better a page without buttons than none."""
    broken = Message("page", entities=(Span("text_link", 0, 4, "not an address"),))
    await leaves(broken, lane=Lane.ALERT)

    await sender.flush(hand())

    assert mia.history[1:] == ["page"]


@pytest.mark.parametrize(
    ("lane", "shown"),
    [
        pytest.param(Lane.ALERT, ["hello"], id="a-page-goes-all-the-same"),
        pytest.param(Lane.REPLY, [], id="nothing-else-goes-unchecked"),
    ],
)
async def test_fault_in_the_last_look(sender, leaves, hand, mia, noted, lane, shown):
    """A fault in the actions must not stop the sender, nor disclose anything unchecked."""
    noted.withdrawn = None
    await leaves("hello", lane=lane)

    await flushed(sender, hand)

    assert mia.history[1:] == shown


async def test_fault_in_what_follows_does_not_send_again(sender, leaves, hand, mia, noted):
    noted.sent = None
    await leaves("page", lane=Lane.ALERT)

    for _ in range(3):
        await flushed(sender, hand)

    assert mia.history[1:] == ["page"]


async def test_one_bad_row_does_not_stop_the_others(sender, leaves, hand, mia):
    await leaves(Message("bad", entities=(Span("no such kind", 0, 3),)))
    await leaves("good")

    await flushed(sender, hand)

    assert mia.history[-1] == "good"


async def test_bulk_429_of_five_minutes_holds_no_page(sender, leaves, hand, sky, mia):
    sky.faults.set(Fault("too_many", method="sendMessage", retry_after=300))
    await leaves("bulk", lane=Lane.BULK)
    await sender.flush(hand())

    await leaves("page", lane=Lane.ALERT)
    await leaves("reply", lane=Lane.REPLY)
    await sender.flush(hand())

    assert mia.history[1:] == ["page", "reply"]
    assert await sender.next_at(hand()) == hand() + timedelta(seconds=300)


async def test_one_chat_waiting_holds_no_other(sender, leaves, hand, mia, started, known):
    ana = await known(ANA, "Ana")
    phone = started(ANA, "Ana")
    for number in range(6):
        await leaves(f"mia {number}")
    await leaves("ana", to=ana)

    await flushed(sender, hand, later=timedelta(seconds=0.2))

    assert len(mia.history[1:]) == 4
    assert phone.history[-1] == "ana"
    assert hand() < await sender.next_at(hand()) <= hand() + timedelta(seconds=1)


async def test_messages_of_one_person_keep_their_order(sender, leaves, hand, mia):
    for number in range(9):
        await leaves(str(number))

    while (at := await sender.next_at(hand())) is not None:
        hand.passes(seconds=max(0.0, (at - hand()).total_seconds()))
        await sender.flush(hand())

    assert mia.history[1:] == [str(number) for number in range(9)]


async def test_row_of_a_sender_that_died(sender, leaves, hand, database, mia):
    """Claimed, then the lights went out: when the lease ends, a page goes again and says so."""
    await leaves("page", lane=Lane.ALERT)
    async with database.unit_of_work() as uow:
        await uow.outbox.claim(
            [Lane.ALERT], hand(), limit=1, lease=timedelta(seconds=20), exclude_people=()
        )

    await sender.flush(hand())
    assert mia.screen == []
    await flushed(sender, hand)

    assert mia.screen == ["(repeat) page"]


async def test_wrong_token_stops_the_sender(
    connects, server, database, hand, book, figures, noted, leaves
):
    bot = connects("43:OTHER", server.url)
    duties = Duties(noted.recheck, noted.on_sent, noted.on_undeliverable)
    sender = Sender(
        database,
        bot,
        Limits(),
        hand,
        hand.seconds,
        duties=duties,
        texts=book.texts,
        figures=figures,
    )
    await leaves("hello")

    with pytest.raises(TokenRefused, match="HANDRAIL_BOT_TOKEN"):
        await sender.flush(hand())

    async with database.reading() as uow:
        assert await uow.outbox.pending(hand() + LATER) == 1


async def test_runs_until_told_to_stop(sender, leaves, hand, mia, noted):
    """Woken by a commit, it sends at once; told to stop, it returns."""
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        group.create_task(sender.run())
        await leaves("first", lane=Lane.ALERT)
        await leaves("second")
        sender.wake()
        await noted.done.wait()
        sender.stop()

    assert mia.history[1:] == ["first", "second"]
