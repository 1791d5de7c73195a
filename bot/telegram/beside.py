"""Beside the road: what must not hold an update up is begun there and goes on by itself.

Its tasks live in the group of the program that runs; where none runs, nothing goes on by itself,
and everything is waited for.
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import structlog

log = structlog.get_logger(__name__)


class Beside:
    """A place for tasks that outlive the update that began them."""

    def __init__(self) -> None:
        self._group: asyncio.TaskGroup | None = None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Let work go on beside, and wait at the end until all of it is done."""
        if self._group is not None:
            yield
            return
        try:
            async with asyncio.TaskGroup() as self._group:
                yield
        finally:
            self._group = None

    async def begin(self, work: Coroutine[Any, Any, object], seconds: float) -> None:
        """Begin some work and wait for it, but no longer than this; then it goes on by itself.

        Whatever goes wrong in it is logged and goes no further.
        """
        guarded = _guarded(work)
        if self._group is None:
            await guarded
            return
        task = self._group.create_task(guarded)
        await asyncio.wait({task}, timeout=seconds)

    def go(self, work: Coroutine[Any, Any, object]) -> None:
        """Begin some work for which nobody waits; where no program runs, it is let be."""
        if self._group is None:
            work.close()
        else:
            self._group.create_task(_guarded(work))


async def _guarded(work: Coroutine[Any, Any, object]) -> None:
    try:
        await work
    except Exception:  # nobody waits for it any more
        log.exception("work beside the road failed")
