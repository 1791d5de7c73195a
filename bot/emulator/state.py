"""State: the whole world as the chat page and the phones over HTTP read it."""

from collections.abc import Sequence
from itertools import islice

from bot.emulator.faults import Fault, Faults
from bot.emulator.shapes import Json
from bot.emulator.telegram import Telegram

SHOWN_CALLS = 30
SHOWN_MESSAGES = 200
SHOWN_ANSWERS = 20
SWITCHES: dict[str, Json] = {
    "429": {"kind": "too_many", "method": "send*", "retry_after": 3},
    "5xx": {"kind": "server_error", "code": 502},
    "slow": {"kind": "hang", "seconds": 2.0},
    "lost": {"kind": "answer_lost", "method": "send*", "probability": 0.5},
}


def described(telegram: Telegram, people: Sequence[Json]) -> Json:
    """Describe everything the page shows.

    Args:
        telegram: The world.
        people: The cards of those who have a phone on the page.

    """
    users = telegram.users
    return {
        "now": telegram.now().isoformat(),
        "people": [dict(one) for one in people],
        "users": {str(user_id): _user(telegram, user_id) for user_id in users},
        "blocked": [user_id for user_id, user in users.items() if user.blocked],
        "commands": {str(one["user_id"]): commands(telegram, one["user_id"]) for one in people},
        "chats": {
            str(chat_id): [one.shown() for one in telegram.messages(chat_id)[-SHOWN_MESSAGES:]]
            for chat_id in telegram.chats
        },
        "tap_answers": _answers(telegram),
        "calls": _newest_calls(telegram),
        "faults": [{"name": name, "on": _is_on(telegram.faults, name)} for name in SWITCHES],
        "active_faults": [one.json() for one in telegram.faults.active],
        "version": telegram.version,
    }


def commands(telegram: Telegram, user_id: int) -> list[Json]:
    """List the commands in a person's menu: their chat's, else all private chats', else all's.

    Within a scope, the list in the person's language comes before the one for any language.
    """
    user = telegram.users.get(user_id)
    language = user.language if user else ""
    for scope in (f"chat {user_id}", "all_private_chats", "default"):
        for spoken in (language, ""):
            found: list[Json] | None = telegram.settings.get(f"commands {scope} {spoken}")
            if found is not None:
                return found
    return []


def turn(faults: Faults, name: str, *, on: bool) -> None:
    """Turn one of the page's fault switches on or off.

    Raises:
        KeyError: There is no such switch.

    """
    given = SWITCHES[name]
    faults.clear(kind=given["kind"])
    if on:
        faults.set(Fault(**given, count=None))


def _is_on(faults: Faults, name: str) -> bool:
    return any(one.kind == SWITCHES[name]["kind"] for one in faults.active)


def _user(telegram: Telegram, user_id: int) -> Json:
    user = telegram.users[user_id]
    return {
        "name": user.first_name,
        "started": user.started,
        "blocked": user.blocked,
        "deactivated": user.deactivated,
        "acted": user.acted,
    }


def _newest_calls(telegram: Telegram) -> list[Json]:
    """Write the newest calls, oldest first, without polls that went well."""
    told = (one for one in reversed(telegram.journal) if one.method != "getUpdates" or not one.ok)
    return [one.json() for one in islice(told, SHOWN_CALLS)][::-1]


def _answers(telegram: Telegram) -> list[Json]:
    newest = list(telegram.tap_answers.items())[-SHOWN_ANSWERS:]
    return [
        {"id": query_id, "user_id": telegram.queries[query_id].user_id, **answer}
        for query_id, answer in newest
        if query_id in telegram.queries
    ]
