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

from bot.actions import (
    away,
    check_ins,
    climbing,
    digest,
    expiring,
    housekeeping,
    meeting,
    on_call,
    take_turn,
)
from bot.actions.circle import doors, lessons, renewing, updates
from bot.clock import Clock
from bot.observe import ALERTS, Figures, Health
from dialogs.playbook import Playbook
from storage.unit_of_work import Database, UnitOfWork

log = structlog.get_logger(__name__)

Work = Callable[[UnitOfWork, Playbook, datetime], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Beat:
    """One thing that recurs: what it does, how often, and whether it looks again until done."""

    work: Work
    every: timedelta


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing that recurs and opens units of work of its own, to do something between them."""

    work: Callable[[], Awaitable[int]]
    every: timedelta


PERIODS = 4
"""After how many of its periods a critical beat that has not come turns health red."""

LEAST_WITHIN = 30.0
"""Seconds that every critical beat is given."""

USUALLY_WITHIN = 120.0
"""Seconds that every other beat is given."""

CLIMB: Mapping[str, Beat] = {
    "escalate_overdue": Beat(climbing.escalate_overdue, timedelta(seconds=1)),
    "resume_waiting": Beat(take_turn.resume_waiting, timedelta(seconds=1)),
}
"""The critical beats, each in a loop of its own on the monotonic clock, not of the scheduler."""

WATCH = "watch_undelivered"
WATCH_EVERY = timedelta(seconds=30)

HEAD, HEAD_LOOKED_FOR = "show_head", timedelta(minutes=1)
HEAD_EVERY = timedelta(minutes=58)
"""With the minute until it is looked at again: at least once in every hour."""

BEATS: Mapping[str, Beat] = {
    "open_due": Beat(check_ins.open_due, timedelta(seconds=5)),
    "nudge_unanswered": Beat(check_ins.nudge_unanswered, timedelta(seconds=10)),
    "give_way": Beat(meeting.give_way, timedelta(seconds=10)),
    "expire_old": Beat(expiring.expire_old, timedelta(seconds=10)),
    "come_back": Beat(away.come_back, timedelta(seconds=10)),
    "change_over": Beat(on_call.change_over, timedelta(seconds=10)),
    "send_digests": Beat(digest.send_due, timedelta(minutes=1)),
    "send_updates": Beat(updates.send_updates, timedelta(minutes=1)),
    "send_lessons": Beat(lessons.send_due, timedelta(minutes=1)),
    "ask_about_grants": Beat(renewing.ask_due, timedelta(minutes=1)),
    "close_doors": Beat(doors.close_old, timedelta(minutes=10)),
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
        more: Mapping[str, Beat | Errand],
    ) -> None:
        self._database = database
        self._playbook = playbook
        self._clock = clock
        self._health = health
        self._figures = figures
        self._head_at: datetime | None = None
        self._critical = {**CLIMB, WATCH: Beat(self._watch, WATCH_EVERY)}
        self._beats: Mapping[str, Beat | Errand] = {
            **self._critical,
            **BEATS,
            HEAD: Beat(self._show_head, HEAD_LOOKED_FOR),
            **more,
        }
        self._scheduler = AsyncIOScheduler(
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )

    async def once(self) -> int:
        """Run every beat until nothing is due. Return how much was."""
        return sum([await self.beat(name) for name in self._beats])

    async def beat(self, name: str) -> int:
        """Run one beat until nothing is due for it, giving way to others in between."""
        beat = self._beats[name]
        done = 0
        while moved := await self._one_unit(beat):
            done += moved
            await asyncio.sleep(0)
        self._health.beat(name)
        return done

    async def climb(self) -> None:
        """Run the critical beats for ever, whatever happens to the wall clock.

        None waits for another, and health turns red for one that does not come.
        """
        async with asyncio.TaskGroup() as group:
            for name, beat in self._critical.items():
                seconds = beat.every.total_seconds()
                self._health.expect(name, max(LEAST_WITHIN, PERIODS * seconds))
                group.create_task(self._again_and_again(name, seconds))

    async def _again_and_again(self, name: str, seconds: float) -> None:
        while True:
            await self.guarded(name)
            await asyncio.sleep(seconds)

    def start(self) -> None:
        """Let the scheduler wake the other beats: in memory, never one job per client."""
        for name, beat in self._beats.items():
            if name in self._critical:
                continue
            seconds = beat.every.total_seconds()
            self._health.expect(name, max(USUALLY_WITHIN, PERIODS * seconds))
            self._scheduler.add_job(self.guarded, "interval", (name,), seconds=seconds, id=name)
        self._scheduler.start()

    def stop(self) -> None:
        """Wake nothing more."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _one_unit(self, beat: Beat | Errand) -> int:
        if isinstance(beat, Errand):
            return await beat.work()
        async with self._database.unit_of_work() as uow:
            return await beat.work(uow, self._playbook, self._clock())

    async def _watch(self, uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
        """Let the auditor look; what is wrong turns health red and stops the heartbeat. Return 0.

        A fault of ours is logged at every look for as long as it lasts.
        """
        found = await climbing.watch_undelivered(uow, playbook, now)
        for reason, count in found.faults.items():
            log.error("auditor found a fault", reason=reason, count=count)
        faults = "; ".join(f"{count} {reason}" for reason, count in found.faults.items())
        self._health.trouble("auditor", faults or None)
        nobody = found.unanswered
        self._health.trouble(ALERTS, f"{nobody} alerts have no answer" if nobody else None)
        return 0

    async def _show_head(self, uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
        """Write the head of the trail into the log, once an hour, however often this is asked."""
        if self._head_at is None or now - self._head_at >= HEAD_EVERY:
            self._head_at = now
            await housekeeping.show_head(uow, playbook, now)
        return 0

    async def guarded(self, name: str) -> None:
        """Run a beat; what goes wrong in it is noted and stops nothing else."""
        try:
            await self.beat(name)
        except Exception:  # one beat's fault stops no other
            self._figures.beat_failures.labels(beat=name).inc()
            log.exception("beat failed", beat=name)
