"""Server: the pretend Telegram over HTTP, on 127.0.0.1 and nowhere else.

The Bot API is under ``/bot<token>/``, the chat page under ``/``, its controls under
``/control/``. Requests are logged nowhere. Nothing of the bot itself is imported, so
the page is there while the bot still wakes up.
"""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from aiohttp import hdrs, web

from bot.emulator.control import Control
from bot.emulator.faults import AnswerLost
from bot.emulator.methods import call
from bot.emulator.shapes import (
    BAD_REQUEST,
    NOT_FOUND,
    TOO_LARGE,
    UNAUTHORIZED,
    Json,
    Refusal,
    Upload,
)
from bot.emulator.telegram import Telegram
from bot.emulator.webhook import Deliveries

HOST = "127.0.0.1"
TOKEN = re.compile(r"[0-9]{1,19}:[A-Za-z0-9_-]+")
LARGEST_REQUEST = 60 * 1024 * 1024
PROXY_ERRORS = frozenset({502, 504})
STATIC = Path(__file__).parent / "static"
PAGE_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
}


class Server:
    """A Bot API server and the chat page, running while the bot does."""

    def __init__(
        self,
        telegram: Telegram,
        *,
        people: Sequence[Json] = (),
        on_clock: Callable[[str], Awaitable[str]] | None = None,
        static: Path = STATIC,
        zone: str | None = None,
        pause: float = 1.0,
    ) -> None:
        """Prepare a server; `start` opens it.

        Args:
            telegram: The world it serves.
            people: A card for each phone on the page: user_id, name, role, blurb, about.
            on_clock: Moves the clock by "15m", "1d", "next" ... and returns what to tell.
            static: The folder with chat.html and what it needs.
            zone: The time zone the page shows, as "America/New_York".
            pause: Seconds before a failed webhook delivery is repeated the second time.

        """
        self.telegram = telegram
        self.port = 0
        self._static = static
        self._control = Control(telegram, people, on_clock)
        self._control.zone = zone
        self._deliveries = Deliveries(telegram, pause=pause)
        self._runner: web.AppRunner | None = None
        self._delivering: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """The address of the page, and the base of the Bot API."""
        return f"http://{HOST}:{self.port}"

    @property
    def ready(self) -> bool:
        """Whether the bot behind the page is awake."""
        return self._control.ready

    @ready.setter
    def ready(self, value: bool) -> None:
        self._control.ready = value
        self.telegram.touch()

    @property
    def note(self) -> str:
        """One line for the page to show."""
        return self._control.note

    @note.setter
    def note(self, value: str) -> None:
        self._control.note = value
        self.telegram.touch()

    def app(self) -> web.Application:
        """Build the application with all its routes."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        for method in (hdrs.METH_GET, hdrs.METH_POST):
            app.router.add_route(method, "/bot{token:[^/]*}/{method:[^/]*}", self._bot_api)
            app.router.add_route(method, "/file/{path:.*}", _no_file)
        app.router.add_get("/", self._page)
        app.router.add_get("/static/{path:.*}", self._page)
        self._control.add_routes(app)
        return app

    async def start(self, port: int = 8088, tries: int = 20) -> int:
        """Listen on this port or the next free one; return which.

        Args:
            port: Where to begin; 0 takes any free port.
            tries: How many ports to try, one after the other.

        Raises:
            OSError: None of them is free.

        """
        self._runner = web.AppRunner(self.app(), access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        self.port = await self._listen(self._runner, port, tries)
        self._control.port = self.port
        self._delivering = asyncio.create_task(self._deliveries.run())  # noqa: TID251 - ends in stop
        return self.port

    async def stop(self) -> None:
        """Stop delivering and close; whoever waits gets an answer first."""
        self._control.closing = True
        self.telegram.touch()
        if self._delivering:
            self._delivering.cancel()
            (ended,) = await asyncio.gather(self._delivering, return_exceptions=True)
            if isinstance(ended, Exception):
                raise ended
        if self._runner:
            await self._runner.cleanup()

    async def _listen(self, runner: web.AppRunner, port: int, tries: int) -> int:
        for number in range(port, port + max(1, tries)):
            site = web.TCPSite(runner, HOST, number, reuse_address=True)
            try:
                await site.start()
            except OSError:
                continue
            return int(runner.addresses[0][1])
        raise OSError(f"no free port from {port} to {port + tries - 1} on {HOST}")

    async def _bot_api(self, request: web.Request) -> web.StreamResponse:
        token = request.match_info["token"]
        if token != self.telegram.token:
            return _respond(_wrong_token(token).envelope())
        try:
            params = await read_params(request)
            answer = await call(self.telegram, request.match_info["method"], params)
        except Refusal as refusal:
            answer = refusal.envelope()
        except AnswerLost:
            if request.transport:
                request.transport.abort()
            return web.Response()
        return _respond(answer)

    async def _page(self, request: web.Request) -> web.StreamResponse:
        self._control.check_host(request)
        root = self._static.resolve()
        path = (root / (request.match_info.get("path") or "chat.html")).resolve()
        if not path.is_relative_to(root) or not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path, headers=PAGE_HEADERS)


async def read_params(request: web.Request) -> Json:
    """Read the parameters of a call from the query and from whatever body came.

    Raises:
        Refusal: The body is too large, or is no JSON object though it says so.

    """
    params: Json = dict(request.query)
    if request.method != hdrs.METH_POST or not request.body_exists:
        return params
    try:
        if request.content_type == "application/json":
            return params | _json_object(await request.read())
        form = await request.post()
    except web.HTTPRequestEntityTooLarge as error:
        raise Refusal("Request Entity Too Large", TOO_LARGE) from error
    except ValueError as error:
        raise Refusal("Bad Request: can't parse the request body", BAD_REQUEST) from error
    for name, value in form.items():
        params[name] = _upload(value) if isinstance(value, web.FileField) else value
    return params


def _upload(field: web.FileField) -> Upload:
    return Upload(field.filename, field.file.read(), field.content_type)


def _json_object(body: bytes) -> Json:
    """Read a JSON body; a ValueError when it is no object."""
    value = json.loads(body)
    if not isinstance(value, dict):
        raise ValueError("expected a JSON object")  # noqa: TRY004 - refused like unreadable JSON
    return value


def _wrong_token(token: str) -> Refusal:
    if TOKEN.fullmatch(token):
        return Refusal("Unauthorized", UNAUTHORIZED)
    return Refusal("Not Found", NOT_FOUND)


async def _no_file(_: web.Request) -> web.Response:
    return _respond(Refusal("Not Found", NOT_FOUND).envelope())


def _respond(answer: Json) -> web.Response:
    """Write an envelope, or the web page a proxy shows instead of one."""
    status = 200 if answer["ok"] else answer["error_code"]
    if status in PROXY_ERRORS:
        page = f"<html><h1>{status} {answer['description']}</h1></html>"
        return web.Response(text=page, status=status, content_type="text/html")
    headers = {}
    if wait := answer.get("parameters", {}).get("retry_after"):
        headers["Retry-After"] = str(wait)
    return web.json_response(answer, status=status, headers=headers)
