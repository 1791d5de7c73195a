"""Polling: how the bot gets its updates, and where it wants them posted instead."""

import asyncio
import re
from typing import Any
from urllib.parse import urlsplit

from bot.emulator.params import Params
from bot.emulator.shapes import CONFLICT, Json, Refusal, bad_request, unix
from bot.emulator.world import Webhook, World

MOST_UPDATES = 100
LONGEST_POLL = 50
MOST_CONNECTIONS = 100
SECRET = re.compile(r"[A-Za-z0-9_-]+")
LONGEST_SECRET = 256
OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
WEBHOOK_SET = "Conflict: terminated by setWebhook request"
LOCAL = frozenset({"127.0.0.1", "localhost"})


async def get_updates(world: World, params: Params) -> list[Json]:
    """Confirm what is below the offset and return what comes next.

    A second poller ends the first one's wait with a 409, as Telegram does, and so does
    a webhook set meanwhile.
    """
    if world.webhook.url:
        raise Refusal(WEBHOOK_ACTIVE, CONFLICT)
    _remember_allowed(world, params)
    offset = params.number("offset")
    limit = params.number("limit", MOST_UPDATES)
    limit = limit if 0 < limit <= MOST_UPDATES else MOST_UPDATES
    seconds = min(max(0, params.number("timeout")), LONGEST_POLL)
    world.polls += 1
    mine = world.polls
    world.updates.bell.ring()
    batch = world.updates.fetch(offset, limit)
    if not batch and seconds:
        await _wait(world, mine, seconds)
        batch = world.updates.fetch(offset, limit)
    return [one.json() for one in batch]


async def _wait(world: World, mine: int, seconds: int) -> None:
    """Wait for an update, the time to run out, or somebody else to take over."""
    try:
        async with asyncio.timeout(seconds):
            while not len(world.updates) and world.polls == mine:
                await world.updates.bell.wait()
    except TimeoutError:
        return
    if world.polls != mine:
        raise Refusal(WEBHOOK_SET if world.webhook.url else OTHER_POLLER, CONFLICT)


async def set_webhook(world: World, params: Params) -> bool:
    """Have updates posted to an address; an empty one means to poll again."""
    url, secret = params.text("url"), params.text("secret_token")
    if not url:
        return await delete_webhook(world, params)
    _check_address(url)
    if len(secret) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if secret and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = params.number("max_connections", 40)
    connections = min(max(1, connections), MOST_CONNECTIONS)
    _remember_allowed(world, params)
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    world.webhook = Webhook(
        url=url,
        secret=secret,
        max_connections=connections,
        ip_address=params.text("ip_address") or None,
        number=world.webhook.number + 1,
    )
    world.polls += 1
    world.updates.bell.ring()
    return True


async def delete_webhook(world: World, params: Params) -> bool:
    """Go back to polling."""
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    world.webhook = Webhook(number=world.webhook.number + 1)
    world.updates.bell.ring()
    return True


async def get_webhook_info(world: World, _: Params) -> Json:
    """Tell where updates are posted, how many wait, and what went wrong last."""
    hook = world.webhook
    body: Json = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if hook.url:
        body["max_connections"] = hook.max_connections
    if hook.ip_address:
        body["ip_address"] = hook.ip_address
    if hook.last_error and hook.last_error_at:
        body["last_error_date"] = unix(hook.last_error_at)
        body["last_error_message"] = hook.last_error
    if world.updates.allowed:
        body["allowed_updates"] = sorted(world.updates.allowed)
    return body


def _remember_allowed(world: World, params: Params) -> None:
    """Remember the kinds asked for; absent means as before, unreadable counts as absent."""
    try:
        kinds: Any = params.value("allowed_updates")
    except Refusal:
        return
    if isinstance(kinds, list):
        world.updates.allow([one for one in kinds if isinstance(one, str)])


def _check_address(url: str) -> None:
    """Allow https, and plain http on this machine, as a local Bot API server does."""
    parts = urlsplit(url)
    if parts.scheme == "http" and parts.hostname in LOCAL:
        return
    if parts.scheme != "https" or not parts.hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
