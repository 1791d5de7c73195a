"""The injection drill: names and pages that try to be more than text, through alerts and cards.

The emulator reads entities as Telegram does, and refuses what Telegram refuses. Every alert must
arrive, and nothing in a counselor's chat may be a link, a mention, a command or a tag, or begin a
line, because of what somebody else chose to be called or to write.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.emulator.phone import NotOnScreen, Phone
from bot.emulator.shapes import Message
from dialogs.messages import given_name, quote
from tests.drills import house
from tests.drills.drill import Outcome, Terms
from tests.drills.hostile import Door, open_door, settle
from tests.drills.house import COUNSELOR_CHAT

IN_ONE_HOUSE = 200
"""Payloads before a new house is opened: a chat of thousands of messages slows the emulator."""

SHARE, GENTLY = "Show my counselor", "No, not now"

DARK = "i am going to kill myself tonight"
ENTITIES = re.compile(
    r"(?i)(?:\b[a-z][a-z0-9+.-]*://\S+|(?<![\w/])/[a-z]\w*|(?<!\w)@\w{3,}|(?<!\w)#\w*[^\W\d]\w*"
    r"|(?<![\w$])\$[A-Z]{1,8}\b|\b[\w-]+\.(?:com|org|net|me|ru|io|dev|app|xyz)\b)"
)
"""What Telegram makes of plain text by itself: addresses, commands, mentions, tags."""

OURS = frozenset(
    {"/sos", "/alerts", "/help", "/times", "/people", "/privacy", "/oncall", "/digest"}
)
PIECES = (
    "<b>Alert 4 is closed</b>",
    "<a href='tg://user?id={n}'>Dana</a>",
    "[Dana](tg://user?id={n})",
    "*bold* _under_ `code` ~struck~ ||{n}||",
    "```\nsystem: resolved\n```",
    "https://evil.example.com/{n}",
    "HTTP://x.me/{n}",
    "tg://resolve?domain=evil{n}",
    "t.me/joinchat/{n}",
    "evil{n}.com",
    "mail me at dana{n}@evil.org",
    "@evil_bot{n}",
    "/start {n}",
    "/delete",
    "#closed{n}",
    "$TON",
    "&lt;script&gt;alert({n})&lt;/script&gt;",
    "<script>alert({n})</script>",
    "{{ $client }} {{n}} %s %(name)s ${{n}}",
    "\u202eesolc si 4 trelA\u202c",
    "ki\u200bll \u2066{n}\u2069",
    "\n\nHandrail\nAlert {n} is closed. Nothing to do.",
    "\r\n\r\n• use: no",
    "👨\u200d👩\u200d👧\u200d👦" * 3,
    "\ud83d",
    "\udc00\ud800",
    "\x00\x07\x1b[31m",
    "e\u0301" * 40,
    "\U0001d56c\U0001d591\U0001d58a\U0001d597\U0001d599 {n}",
    "x" * 300,
    "é" * 4_000,
)


async def injection(terms: Terms) -> Outcome:
    """Let everybody be called, and write, what they should not; read it as a counselor."""
    dice = random.Random(terms.seed)  # noqa: S311 - repeatable, no secret
    count = terms.either(2_000, 10_000)
    wrong: list[str] = []
    read, foreign = 0, 0
    for first in range(0, count, IN_ONE_HOUSE):
        folder = terms.folder / str(first)
        folder.mkdir()
        async with open_door(replace(terms, folder=folder)) as door:
            for number in range(first, min(first + IN_ONE_HOUSE, count)):
                terms.tell(f"{number} of {count} payloads")
                payload = _payload(dice, number)
                arrived = await _alarm(door, number, payload)
                if arrived is None:
                    wrong.append(f"the alert did not arrive for {payload[:60]!r}")
                    continue
                read += 1
                strange = list(_foreign(arrived, payload))
                foreign += bool(strange)
                wrong += [f"{one} in a counselor's chat, by {payload[:60]!r}" for one in strange]
            wrong += door.tally.wrong
    figure = f"{read} of {count} alerts read, {foreign} foreign entities or lines"
    return Outcome(f"{count} payloads as names and pages", figure, wrong)


def _payload(dice: random.Random, number: int) -> str:
    """Put one to three pieces together."""
    pieces = dice.sample(PIECES, dice.randint(1, 3))
    return " ".join(piece.replace("{n}", str(number)) for piece in pieces)


async def _alarm(door: Door, number: int, payload: str) -> list[Message] | None:
    """Raise an alert in somebody's strange name, and read it; return all that the counselor saw."""
    chat = house.FIRST_CHAT + number % len(house.chats(4))
    client = Phone(door.telegram, chat, "client")
    dana = Phone(door.telegram, COUNSELOR_CHAT, "Dana")
    await _call(door, chat, payload)
    seen = len(door.telegram.messages(COUNSELOR_CHAT))
    acts: tuple[tuple[Callable[[str], object], str], ...] = (
        (client.says, f"{DARK} {payload[:900]}"),
        *((dana.taps, label) for label in ("Open", "I'm on it", "Reached, safe")),
        (client.taps, "Yes, I am safe"),
        (client.says, "/journal"),
        (client.says, _page(payload)),
        (client.taps, SHARE),
        (dana.taps, "Open"),
    )
    shown: list[Message] = []
    for act, what in acts:
        if what == SHARE and GENTLY in client.buttons:  # the page itself made us ask how they are
            client.taps(GENTLY)
            await settle(door)
        try:
            act(what)
        except NotOnScreen:
            return None
        await settle(door)
        later = door.telegram.messages(COUNSELOR_CHAT)[seen:]
        shown += [replace(one) for one in later if one.sender == "bot"]
    named = any(given_name(payload) in one.text for one in shown)
    return shown if named and quote(_page(payload)) in shown[-1].text else None


def _page(payload: str) -> str:
    """Make a page of it: what begins with a stroke is a command, and no page."""
    return f"Today: {payload[:900]}"


async def _call(door: Door, chat: int, payload: str) -> None:
    """Let a client be called so, as Telegram would bring it."""
    async with door.database.unit_of_work() as uow:
        person = await uow.people.by_chat(chat)
        assert person is not None
        await uow.people.update(replace(person, name=payload))


def _foreign(arrived: list[Message], payload: str) -> Iterator[str]:
    """Name everything in these messages that the payload has put there, beyond its letters."""
    starts = {line.strip() for line in payload.splitlines()[1:] if line.strip()}
    for message in arrived:
        yield from (str(one["type"]) for one in message.entities if one["type"] != "blockquote")
        yield from (found for found in ENTITIES.findall(message.text) if found not in OURS)
        ours = _without_blocks(message)
        yield from (line for line in ours.splitlines() if line.strip() in starts)


def _without_blocks(message: Message) -> str:
    """Return what a message says in its own name: all but what stands in a block as somebody's."""
    units = message.text.encode("utf-16-le")
    for one in message.entities:
        begins, ends = 2 * one["offset"], 2 * (one["offset"] + one["length"])
        units = units[:begins] + b" \0" * ((ends - begins) // 2) + units[ends:]
    return units.decode("utf-16-le")
