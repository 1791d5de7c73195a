"""The bot's own HTTP server: is it well, what are its figures, and the door for the webhook.

It listens on this machine only unless told otherwise. Whoever may reach it may see the figures;
they are never about a person.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog
from aiohttp import web
from prometheus_client import exposition

from bot.observe import Figures, Health
from dialogs.errors import HandrailError
from storage.unit_of_work import Database

log = structlog.get_logger(__name__)

STOP_SECONDS = 10.0

Door = Callable[[web.Request], Awaitable[web.Response]]


class AddressTaken(HandrailError):
    """The address we were to listen on cannot be had."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"HANDRAIL_LISTEN: {host}:{port} is taken or not ours to listen on.")


class Pages:
    """The pages of one program."""

    def __init__(self, health: Health, figures: Figures, database: Database) -> None:
        self._health = health
        self._figures = figures
        self._database = database

    def application(self, webhook: Door | None = None, path: str = "/telegram") -> web.Application:
        """Put the routes together; ``webhook`` is where Telegram brings updates."""
        app = web.Application(client_max_size=512 * 1024)
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/readyz", self._readyz)
        app.router.add_get("/metrics", self._metrics)
        if webhook is not None:
            app.router.add_post(path, webhook)
        return app

    @asynccontextmanager
    async def served(
        self, host: str, port: int, webhook: Door | None = None, path: str = "/telegram"
    ) -> AsyncIterator[tuple[str, int]]:
        """Serve the pages; yields the address. Requests under way may end when it closes.

        Raises:
            AddressTaken: Somebody else listens there.

        """
        runner = web.AppRunner(
            self.application(webhook, path),
            access_log=None,
            handle_signals=False,
            shutdown_timeout=STOP_SECONDS,
        )
        await runner.setup()
        try:
            await _listen(runner, host, port)
            found = runner.addresses[0]
            log.info("listening", port=found[1])
            yield found[0], found[1]
        finally:
            await runner.cleanup()

    async def _healthz(self, _request: web.Request) -> web.Response:
        """Say whether everything that must never stop is running."""
        return _answer(self._health.reasons())

    async def _readyz(self, _request: web.Request) -> web.Response:
        """Say whether work can be taken in: not while stopping, nor without the database."""
        reasons = list(self._health.reasons())
        if self._health.draining:
            reasons.append("stopping")
        try:
            async with self._database.reading() as uow:
                await uow.meta.get("key_proof")
        except HandrailError as error:
            reasons.append(str(error))
        return _answer(tuple(reasons))

    async def _metrics(self, _request: web.Request) -> web.Response:
        """Show the figures in Prometheus's text form."""
        text = exposition.generate_latest(self._figures.registry)
        return web.Response(body=text, headers={"Content-Type": exposition.CONTENT_TYPE_LATEST})


def _answer(reasons: tuple[str, ...]) -> web.Response:
    status = 503 if reasons else 200
    return web.json_response({"ok": not reasons, "reasons": list(reasons)}, status=status)


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError:
        raise AddressTaken(host, port) from None
