"""Beats: working through what is due, one by one, so that one that fails stops no other.

What fails is put behind for a while, so however many rows cannot be worked, those after them are.
Between two of them the loop is given way to: however much is due, nobody's tap waits for it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import TypeVar

import structlog

from storage.check_ins import CheckIn
from storage.claims import Due
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

AT_ONCE = 50
"""How many due things one beat works on in one unit of work: well under a tenth of a second."""

Key = TypeVar("Key", int, str)


async def each(
    uow: UnitOfWork,
    what: Due,
    due: Iterable[Key],
    work: Callable[[Key], Awaitable[None]],
    now: datetime,
) -> int:
    """Work on each thing that is due, undoing whatever fails and going on.

    Args:
        uow: The open unit of work.
        what: What is due; who is stuck at it is known by this and by its key.
        due: What is due, by its keys. Whatever has to be loaded is loaded by ``work``, so that
            one that cannot be read is one that fails.
        work: Does one of them.
        now: The instant.

    Returns:
        How many were looked at. One that failed is among them: it is due again only after a
        while, less and less often, and logged when it fails for the first time.

    """
    keys = list(due)
    failed = await uow.stuck.of(what) if keys else {}
    for key in keys:
        await asyncio.sleep(0)
        which = str(key)
        error = await attempt(uow, key, work)
        if error is None:
            if which in failed:
                await uow.stuck.works(what, which)
            continue
        failures = failed.get(which, 0) + 1
        if failures == 1:
            log.error("due work failed", kind=what, row=which, exc_info=error)
        await uow.stuck.put_behind(what, which, failures, now)
    return len(keys)


async def attempt(
    uow: UnitOfWork, one: Key, work: Callable[[Key], Awaitable[None]]
) -> Exception | None:
    """Do one thing, undone alone if it fails. Return what went wrong."""
    try:
        async with uow.apart():
            await work(one)
    except Exception as error:  # noqa: BLE001 - handed back, to be told of
        return error
    return None


def by_number(check_ins: Iterable[CheckIn]) -> dict[int, CheckIn]:
    """Lay check-ins out by the number under which each is worked on."""
    return {one.id: one for one in check_ins}
