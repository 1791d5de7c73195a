"""The world: everybody who has a phone, every chat, everything that was said and called.

Ids count up from fixed starts, so the same story has the same ids every time.
"""

from collections import Counter, OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.emulator.faults import Faults
from bot.emulator.flood import Flood
from bot.emulator.media import Files
from bot.emulator.queues import Bell, UpdateQueue
from bot.emulator.shapes import Call, Chat, Json, Message, User, chat_json, message_json

KEEP_CALLS = 5_000
KEEP_ANSWERS = 5_000
FIRST_QUERY_ID = 700_000_001
NOBODY = User(0, "Nobody")


@dataclass(slots=True)
class Query:
    """A tap the bot may still answer."""

    user_id: int
    chat_id: int
    message_id: int
    at: datetime
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are posted; an empty address means they are polled."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    ip_address: str | None = None
    last_error: str | None = None
    last_error_at: datetime | None = None
    number: int = 0
    """Counts the webhooks that were set, so that setting one again begins afresh."""


class World:
    """What one bot's Telegram knows. `Telegram` adds what people do."""

    def __init__(
        self,
        token: str,
        now: Callable[[], datetime],
        *,
        bot_username: str = "handrail_bot",
        strict_limits: bool = False,
        seed: int = 0,
    ) -> None:
        """Make an empty world.

        Args:
            token: The bot's token; its number before the colon is the bot's id.
            now: The clock, aware and in UTC.
            bot_username: The bot's name in links.
            strict_limits: Whether flood control answers 429.
            seed: Decides faults that strike by chance.

        """
        self.token, self.now = token, now
        self.bot_username = bot_username
        self.bot_id = int(token.partition(":")[0])
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.updates = UpdateQueue(now)
        self.faults = Faults(seed)
        self.flood = Flood(now, strict=strict_limits)
        self.files = Files()
        self.webhook = Webhook()
        self.journal: deque[Call] = deque(maxlen=KEEP_CALLS)
        self.counts: Counter[str] = Counter()
        self.queries: OrderedDict[str, Query] = OrderedDict()
        self.tap_answers: OrderedDict[str, Json] = OrderedDict()
        self.settings: Json = {}
        self.polls = 0
        self.bell = Bell()
        self.version = 0
        self.changes = 0
        self._messages = self._calls = self._taps = 0

    def touch(self) -> None:
        """Tell everybody who watches that something changed."""
        self.version += 1
        self.bell.ring()

    def bot(self) -> Json:
        """Write the bot as a Bot API ``User``."""
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": "Handrail",
            "username": self.bot_username,
        }

    def messages(self, chat_id: int) -> list[Message]:
        """List what stands in a chat, oldest first."""
        chat = self.chats.get(chat_id)
        return list(chat.messages.values()) if chat else []

    def chat(self, chat_id: int) -> Json:
        """Write a Bot API ``Chat``; a private one has the person's name."""
        return chat_json(self.chats[chat_id], self.users.get(chat_id))

    def written(self, message: Message) -> Json:
        """Write a Bot API ``Message``."""
        person = self.users.get(message.user_id, NOBODY)
        sender = self.bot() if message.sender == "bot" else person.json()
        return message_json(message, sender, self.chat(message.chat_id))

    def next_message_id(self) -> int:
        """Count up to the next message id; all chats of a bot share the count."""
        self._messages += 1
        return self._messages

    def put(self, message: Message) -> Message:
        """Put a new message into its chat."""
        self.chats[message.chat_id].messages[message.message_id] = message
        self.mark(message)
        return message

    def mark(self, message: Message) -> None:
        """Note that a message is the newest thing that changed."""
        self.changes += 1
        message.changed = self.changes
        self.touch()

    def remove(self, chat_id: int, message_id: int) -> None:
        """Take a message out of its chat for everybody."""
        del self.chats[chat_id].messages[message_id]
        self.touch()

    def new_query(self, query: Query) -> str:
        """Remember a tap until it is answered; return its query id."""
        query_id = str(FIRST_QUERY_ID + self._taps)
        self._taps += 1
        self.queries[query_id] = query
        while len(self.queries) > KEEP_ANSWERS:
            self.queries.popitem(last=False)
        return query_id

    def answer_tap(self, query_id: str, text: str, *, alert: bool) -> None:
        """Show the bot's answer to a tap on the person's phone."""
        self.queries[query_id].answered = True
        at = self.now().isoformat()
        self.tap_answers[query_id] = {"text": text, "show_alert": alert, "at": at}
        while len(self.tap_answers) > KEEP_ANSWERS:
            self.tap_answers.popitem(last=False)
        self.touch()

    def note(self, method: str, params: Json, answer: Json, fault: str | None = None) -> None:
        """Write a call into the journal and count it."""
        self._calls += 1
        ok, result = bool(answer.get("ok")), answer.get("result")
        self.counts[method] += 1
        if not ok:
            self.counts[f"{method} {answer.get('error_code')}"] += 1
        call = Call(
            number=self._calls,
            at=self.now(),
            method=method,
            params=params,
            chat_id=as_chat_id(params.get("chat_id")),
            ok=ok,
            result=result,
            code=answer.get("error_code"),
            error=answer.get("description") if not ok else None,
            fault=fault,
        )
        self.journal.append(call)
        if method != "getUpdates" or not ok:
            self.touch()

    def webhook_failed(self, words: str) -> None:
        """Remember the latest failed delivery for getWebhookInfo."""
        self.webhook = replace(self.webhook, last_error=words, last_error_at=self.now())
        self.touch()


def as_chat_id(value: Any) -> int | None:
    """Read a chat id, or nothing when it is none."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return None
