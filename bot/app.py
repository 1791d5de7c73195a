"""The program put together: the only place where everything meets.

`run` lets it live by itself. `settle` and `pass_time` let a town take it forward by hand, step by
step, with nothing happening in between: the same parts, the same order, every time.
"""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from aiogram import Bot

from bot.actions import arriving, asking, bundling, climbing, disclosing, housekeeping
from bot.actions.welcome import House
from bot.clock import Clock
from bot.observe import Figures, Health
from bot.telegram.beside import Beside
from bot.telegram.card_writer import CardWriter
from bot.telegram.cards import CardFile
from bot.telegram.claiming import Duties
from bot.telegram.dispatcher import Feed, Sorry, build_dispatcher
from bot.telegram.eraser import Eraser
from bot.telegram.guesses import Guesses
from bot.telegram.handling import Handling
from bot.telegram.inbox import Inbox
from bot.telegram.lifeline import Knowledge, Lifeline
from bot.telegram.limits import Flood, Limits
from bot.telegram.masks import Masks, mask_buttons
from bot.telegram.menus import ANYONE, Menus
from bot.telegram.middlewares import Deps
from bot.telegram.nets import Nets
from bot.telegram.parcels import Parcels
from bot.telegram.roads import all_roads
from bot.telegram.sender import Sender
from bot.telegram.watchman import Watchman
from bot.tick import Beat, Errand, Tick
from bot.web.heartbeat import keep_beating, keep_touching
from bot.web.server import Pages
from dialogs.playbook import Playbook
from storage.claims import Due
from storage.outbox import Outgoing
from storage.unit_of_work import Database, UnitOfWork

log = structlog.get_logger(__name__)

STOP_WITHIN = 10.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What the program stands on; a town brings its own clock, Telegram and patience."""

    database: Database
    playbook: Playbook
    bot: Bot
    clock: Clock
    monotonic: Callable[[], float]
    house: House
    cards: Path
    secret: str | None = None
    webhook_path: str = "/telegram"
    heartbeat_url: str | None = None
    heartbeat_file: Path | None = None
    flood: Flood = field(default_factory=Flood)


class App:
    """The running program."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.figures = Figures()
        self.health = Health(ground.monotonic)
        database, playbook, clock = ground.database, ground.playbook, ground.clock
        self.cards = CardFile(ground.cards, database.keys)
        limits = Limits()
        self.beside = Beside()
        self.parcels = Parcels(ground.bot, self.beside, playbook)
        house = ground.house
        know = Knowledge.of(playbook, house.language, house.country)
        deps = Deps(database, playbook, clock, self.figures, self.beside, asking.remind_of_question)
        self.nets = Nets(deps, know.ear, ground.bot, ground.monotonic)
        self.handling = self._handling(deps, self._lifeline(know, limits))
        self.masks = Masks.of(database.keys)
        self.inbox = self._inbox()
        self.sender = Sender(
            database,
            ground.bot,
            limits,
            clock,
            ground.monotonic,
            duties=_duties(playbook),
            texts=playbook.texts,
            figures=self.figures,
            beat=self.health.expect("sender", 30),
        )
        self.tick = Tick(database, playbook, clock, self.health, self.figures, self._beats())
        self.watchman = Watchman(
            ground.bot, playbook.texts, self.health, ground.monotonic, self._admins
        )
        self._stop = asyncio.Event()
        database.post_with(self.sender.posting)

    def _inbox(self) -> Inbox:
        """Let updates in, and buttons out, with their numbers masked."""
        ground = self.ground
        mask_buttons(ground.bot, self.masks)
        return Inbox(
            ground.bot,
            self.handling,
            figures=self.figures,
            secret=ground.secret,
            read=self.masks.read,
            beat=self.health.expect("inbox", 90) if ground.secret is None else _no_beat,
        )

    async def prepare(self) -> None:
        """Get ready to answer: the cards in memory, the menu at Telegram."""
        if not self.ground.cards.exists():
            async with self.ground.database.unit_of_work() as uow:
                await uow.plans.cards_lost()
        await self.tick.guarded("write_cards")
        menus = Menus(self.ground.playbook.texts)
        for language in self.ground.playbook.texts.languages:
            menu = menus.commands(language, ANYONE)
            await self.ground.bot.set_my_commands(menu, language_code=language)

    async def run(self, listen: tuple[str, int] | None = None) -> None:
        """Live until `stop`, then finish what is under way.

        Args:
            listen: Where health pages and the webhook are served; None: nowhere. With a secret
                updates come in there, otherwise by long polling.

        Raises:
            ExceptionGroup: Holds `TelegramRefuses` where Telegram will not work with us.

        """
        pages = Pages(self.health, self.figures, self.ground.database)
        async with contextlib.AsyncExitStack() as stack:
            if listen is not None:
                webhook = self.inbox.webhook if self.ground.secret else None
                await stack.enter_async_context(
                    pages.served(*listen, webhook=webhook, path=self.ground.webhook_path)
                )
            async with self.beside.open(), asyncio.TaskGroup() as group:
                endless = [
                    group.create_task(self.tick.climb()),
                    group.create_task(self.watchman.watch()),
                    *(group.create_task(one) for one in self._heartbeats()),
                ]
                if self.ground.secret is None:
                    group.create_task(self.inbox.poll())
                group.create_task(self.sender.run())
                self.tick.start()
                await self._stop.wait()
                self.health.draining = True
                self.tick.stop()
                for task in endless:
                    task.cancel()
                self.inbox.stop()
                self.sender.stop()
        log.info("stopped")

    def stop(self) -> None:
        """Let `run` come to its end."""
        self._stop.set()

    def _heartbeats(self) -> list[Coroutine[None, None, None]]:
        """Return what shows somebody elsewhere that all is well, as far as that is wanted."""
        url, file = self.ground.heartbeat_url, self.ground.heartbeat_file
        calls = [] if url is None else [keep_beating(url, self.health)]
        return [*calls, *([] if file is None else [keep_touching(file, self.health)])]

    async def _admins(self) -> tuple[housekeeping.Reachable, ...]:
        async with self.ground.database.reading() as uow:
            return await housekeeping.admins(uow, self.ground.clock())

    def _beats(self) -> Mapping[str, Beat | Errand]:
        """Return what recurs beside the beats that every program has."""
        ground = self.ground
        writer = CardWriter(ground.database, self.cards, ground.clock, self.health)
        eraser = Eraser(ground.database, ground.playbook, self.parcels, ground.clock)
        return {
            "erase_due": Errand(eraser.erase, timedelta(minutes=1)),
            "write_cards": Errand(writer.write, timedelta(seconds=5)),
            "listen_on": Errand(self.nets.listen, timedelta(seconds=1)),
            "measure": Beat(self._measure, timedelta(seconds=30)),
        }

    def _handling(self, deps: Deps, lifeline: Lifeline) -> Handling:
        """Put the road of an update together, from the lifeline to the commit."""
        ground = self.ground
        dispatcher = build_dispatcher(all_roads(), deps)
        dispatcher["house"] = ground.house
        dispatcher["guesses"] = Guesses()
        dispatcher["parcels"] = self.parcels
        return Handling(
            ground.database,
            Feed(dispatcher, ground.bot),
            ground.clock,
            ground.monotonic,
            figures=self.figures,
            lifeline=lifeline.catch,
            flooded=self.nets.too_much,
            lost=self.nets.put_aside,
            sorry=Sorry(deps, ground.bot),
            stranded=lifeline.take_back,
            flood=ground.flood,
        )

    def _lifeline(self, know: Knowledge, limits: Limits) -> Lifeline:
        ground = self.ground
        return Lifeline(
            ground.bot,
            self.cards,
            know,
            ground.clock,
            ground.monotonic,
            limits=limits,
            figures=self.figures,
            beside=self.beside,
            can_tell=lambda: self.handling.remembers(),  # noqa: PLW0108 - made only after this
        )

    async def _measure(self, uow: UnitOfWork, _playbook: Playbook, _now: datetime) -> int:
        """Show how many alerts are open, and what is stuck or cannot be read. Return 0."""
        self.figures.alerts_open.set(await uow.alerts.count_open())
        self.figures.rows_unreadable.set(len(self.ground.database.unreadable))
        stuck = await uow.stuck.count()
        for what in Due:
            self.figures.stuck.labels(what=what.value).set(stuck.get(what, 0))
        return 0

    async def settle(self) -> None:
        """Work on everything that came in and send everything that may go, until it is quiet."""
        async with self.beside.open():
            while await self.inbox.drain() + await self.sender.flush(self.ground.clock()):
                pass

    async def pass_time(self) -> None:
        """Do what is due at this instant, and let it settle."""
        await self.tick.once()
        await self.settle()

    async def is_quiet(self) -> bool:
        """Tell whether nothing is being worked on and nothing could be sent right now."""
        async with self.ground.database.reading() as uow:
            return not await uow.outbox.pending(self.ground.clock())

    async def next_due(self) -> datetime | None:
        """Return the next instant at which something happens by itself."""
        now = self.ground.clock()
        async with self.ground.database.reading() as uow:
            moments = [
                await uow.check_ins.next_due_at(),
                await uow.sessions.next_due_at(),
                await uow.alerts.next_due_at(),
                await uow.duty.next_at(now),
                await uow.circle.next_at(),
                await uow.consents.next_ask_at(),
                await uow.stuck.next_at(now),
                await uow.erasures.next_at(),
            ]
        moments.append(await self.sender.next_at(now))
        return min((moment for moment in moments if moment is not None), default=None)


def _no_beat() -> None:
    """A webhook is only called when somebody writes: a quiet night is no fault."""


def _duties(playbook: Playbook) -> Duties:
    async def recheck(uow: UnitOfWork, outgoing: Outgoing, now: datetime) -> bool:
        wanted = await climbing.still_wanted(uow, playbook, outgoing, now)
        return wanted and await disclosing.still_allowed(uow, outgoing, now)

    async def on_sent(uow: UnitOfWork, outgoing: Outgoing, message_id: int, now: datetime) -> None:
        await arriving.delivered(uow, outgoing, now)
        await arriving.arrived(uow, outgoing, message_id, now)

    async def on_undeliverable(uow: UnitOfWork, outgoing: Outgoing, now: datetime) -> None:
        await climbing.undeliverable(uow, playbook, outgoing, now)

    async def gather(
        uow: UnitOfWork, outgoing: Outgoing, lease: timedelta, now: datetime
    ) -> Outgoing:
        return await bundling.gather(uow, playbook, outgoing, lease, now)

    return Duties(recheck, on_sent, on_undeliverable, gather)
