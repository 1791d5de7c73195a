"""The tick: everything that happens because time passes, as beats that wait for nobody.

Our own tables know what is due; a beat looks, moves a handful of rows in one unit of work, and
looks again until nothing is left. Running a beat twice, late or beside another changes nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.actions import check_ins, climbing, expiring, housekeeping, take_turn
from bot.clock import Clock
from bot.observe import Figures, Health
from dialogs.playbook import Playbook
from storage.unit_of_work import Database, UnitOfWork

log = structlog.get_logger(__name__)

Work = Callable[[UnitOfWork, Playbook, datetime], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Beat:
    """One thing that recurs: what it does, how often, and whether it looks again until done."""

    work: Work
    every: timedelta


CLIMBS_WITHIN = 30.0
"""Seconds after which a ladder that stands still turns health red."""

CLIMB: Mapping[str, Beat] = {
    "escalate_overdue": Beat(climbing.escalate_overdue, timedelta(seconds=1)),
    "watch_undelivered": Beat(climbing.watch_undelivered, timedelta(seconds=30)),
}
"""The critical beats: they run on the monotonic clock, apart from the scheduler."""

BEATS: Mapping[str, Beat] = {
    "open_due": Beat(check_ins.open_due, timedelta(seconds=5)),
    "nudge_unanswered": Beat(check_ins.nudge_unanswered, timedelta(seconds=10)),
    "resume_waiting": Beat(take_turn.resume_waiting, timedelta(seconds=5)),
    "expire_old": Beat(expiring.expire_old, timedelta(seconds=10)),
    "drop_stale": Beat(housekeeping.drop_stale, timedelta(minutes=1)),
    "forget_expired": Beat(housekeeping.forget_expired, timedelta(hours=1)),
}


class Tick:
    """Runs the beats: by itself while the program runs, or once when a town walks its clock."""

    def __init__(
        self,
        database: Database,
        playbook: Playbook,
        clock: Clock,
        health: Health,
        figures: Figures,
        more: Mapping[str, Beat],
    ) -> None:
        self._database = database
        self._playbook = playbook
        self._clock = clock
        self._health = health
        self._figures = figures
        self._beats = {**CLIMB, **BEATS, **more}
        self._scheduler = AsyncIOScheduler(
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )

    async def once(self) -> int:
        """Run every beat until nothing is due. Return how much was."""
        return sum([await self.beat(name) for name in self._beats])

    async def beat(self, name: str) -> int:
        """Run one beat until nothing is due for it, giving way to others in between."""
        work = self._beats[name].work
        done = 0
        while moved := await self._one_unit(work):
            done += moved
            await asyncio.sleep(0)
        self._health.beat(name)
        return done

    async def climb(self) -> None:
        """Run the critical beats for ever, whatever happens to the wall clock."""
        passed = 0
        self._health.expect("escalate_overdue", CLIMBS_WITHIN)
        while True:
            for name, beat in CLIMB.items():
                if passed % int(beat.every.total_seconds()) == 0:
                    await self.guarded(name)
            passed += 1
            await asyncio.sleep(1)

    def start(self) -> None:
        """Let the scheduler wake the other beats: in memory, never one job per client."""
        for name, beat in self._beats.items():
            if name in CLIMB:
                continue
            seconds = beat.every.total_seconds()
            self._scheduler.add_job(self.guarded, "interval", (name,), seconds=seconds, id=name)
        self._scheduler.start()

    def stop(self) -> None:
        """Wake nothing more."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _one_unit(self, work: Work) -> int:
        async with self._database.unit_of_work() as uow:
            return await work(uow, self._playbook, self._clock())

    async def guarded(self, name: str) -> None:
        """Run a beat; what goes wrong in it is noted and stops nothing else."""
        try:
            await self.beat(name)
        except Exception:  # one beat's fault stops no other
            self._figures.beat_failures.labels(beat=name).inc()
            log.exception("beat failed", beat=name)
