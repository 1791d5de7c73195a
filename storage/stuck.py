"""Stuck: what was due and failed when it was worked on. It is tried again, less and less often.

It holds up nobody: what waits behind it is found as if it were not there (`claims.due`).
"""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, func, insert, select, update

from storage.claims import Due
from storage.tables import stuck
from storage.vault import Repository

FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(minutes=5)

_THIS = (stuck.c.what == bindparam("kind"), stuck.c.which == bindparam("number"))
_OF = select(stuck.c.which, stuck.c.failures).where(stuck.c.what == bindparam("kind"))
_ADD = insert(stuck)
_AGAIN = update(stuck).where(*_THIS)
_WORKS = delete(stuck).where(*_THIS)
_OVER = delete(stuck).where(stuck.c.retry_at < bindparam("before"))
_COUNT = select(stuck.c.what, func.count().label("many")).group_by(stuck.c.what)
_NEXT = select(func.min(stuck.c.retry_at)).where(stuck.c.retry_at > bindparam("now"))


def pause(failures: int) -> timedelta:
    """Return how long to pass over what has failed so many times: 5 s, 10 s, up to 5 minutes."""
    doubled: int = 2 ** min(failures - 1, 10)
    return min(FIRST_PAUSE * doubled, LONGEST_PAUSE)


class Stuck(Repository):
    """Everything that was due and did not work."""

    async def of(self, what: Due) -> dict[str, int]:
        """Return how often each of a kind has failed."""
        rows = await self._all(_OF, {"kind": what})
        return {row.which: row.failures for row in rows}

    async def put_behind(self, what: Due, which: str, failures: int, now: datetime) -> None:
        """Pass something over for a while that has failed, ``failures`` times by now."""
        row = {"failures": failures, "retry_at": now + pause(failures)}
        if failures == 1:
            await self._run(_ADD, {"what": what, "which": which, "since": now} | row)
        else:
            await self._run(_AGAIN, {"kind": what, "number": which} | row)

    async def works(self, what: Due, which: str) -> None:
        """Note that something that had failed has worked."""
        await self._run(_WORKS, {"kind": what, "number": which})

    async def forget(self, before: datetime) -> None:
        """Forget what was to be tried again before a moment and has not come due since."""
        await self._run(_OVER, {"before": before})

    async def count(self) -> dict[str, int]:
        """Count, by kind, what is stuck."""
        return {row.what: row.many for row in await self._all(_COUNT)}

    async def next_at(self, now: datetime) -> datetime | None:
        """Say when the next of them is tried again."""
        retry_at: datetime | None = await self._scalar(_NEXT, {"now": now})
        return retry_at
