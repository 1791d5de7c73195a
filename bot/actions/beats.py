"""Beats: working through what is due, one by one, so that one that fails stops no other.

Between two of them the loop is given way to: however much is due, nobody's tap waits for it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

import structlog

from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

Due = TypeVar("Due")


async def each(uow: UnitOfWork, due: Iterable[Due], work: Callable[[Due], Awaitable[None]]) -> int:
    """Work on each thing that is due, undoing whatever fails and going on.

    Args:
        uow: The open unit of work.
        due: What is due.
        work: Does one of them.

    Returns:
        How many were done; one that failed is not among them and is tried again later.

    """
    done = 0
    for one in due:
        await asyncio.sleep(0)
        try:
            async with uow.apart():
                await work(one)
        except Exception:  # one that fails must not hold up the others
            log.exception("due work failed", what=type(one).__name__)
        else:
            done += 1
    return done
