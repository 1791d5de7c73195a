"""Control: what the chat page and the drills may do, as JSON under ``/control/``.

Every call must name this machine in ``Host`` and come from this page or from no page
at all, so another website in the same browser can neither read nor act.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web

from bot.emulator.faults import Fault
from bot.emulator.media import picture_type
from bot.emulator.shapes import Json
from bot.emulator.state import described, turn
from bot.emulator.telegram import POISON, Telegram

LONGEST_WAIT = 25.0

Act = Callable[[Json], Awaitable[Json]]


class Control:
    """The controls of one running server."""

    def __init__(
        self,
        telegram: Telegram,
        people: Sequence[Json],
        on_clock: Callable[[str], Awaitable[str]] | None,
    ) -> None:
        self._telegram = telegram
        self._people = list(people)
        self._on_clock = on_clock
        self.port = 0
        self.zone: str | None = None
        self.ready = False
        self.note = ""
        self.closing = False

    def add_routes(self, app: web.Application) -> None:
        """Add every control call to the application."""
        app.router.add_get("/control/state", self._state)
        app.router.add_get("/control/events", self._events)
        app.router.add_get("/control/calls", self._calls)
        app.router.add_get("/control/file/{file_id}", self._file)
        acts: dict[str, Act] = {
            "user": self._user,
            "say": self._say,
            "edit": self._edit,
            "tap": self._tap,
            "raw": self._raw,
            "block": self._block,
            "clears": self._clears,
            "clock": self._clock,
            "fault": self._fault,
        }
        for name, act in acts.items():
            app.router.add_post(f"/control/{name}", self._guarded(act))

    def check_host(self, request: web.Request) -> None:
        """Refuse a request that was not meant for this machine, or comes from another page.

        Raises:
            web.HTTPForbidden: Host or Origin is somebody else's.

        """
        hosts = {f"127.0.0.1:{self.port}", f"localhost:{self.port}"}
        if request.headers.get("Host", "") not in hosts:
            raise web.HTTPForbidden(text="this server answers to 127.0.0.1 and localhost only")
        origin = request.headers.get("Origin")
        if origin is not None and origin not in {f"http://{host}" for host in hosts}:
            raise web.HTTPForbidden(text="this server answers to its own page only")

    def state(self) -> Json:
        """Describe everything the page shows."""
        about = {"zone": self.zone, "ready": self.ready, "note": self.note}
        return {**about, **described(self._telegram, self._people)}

    async def _state(self, request: web.Request) -> web.Response:
        self.check_host(request)
        return web.json_response(self.state())

    async def _events(self, request: web.Request) -> web.Response:
        """Answer with the state once it is newer than ``since``, or after 25 seconds."""
        self.check_host(request)
        since = request.query.get("since", "")
        wanted = int(since) if since.isdigit() else -1
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                while self._telegram.version == wanted and not self.closing:
                    await self._telegram.bell.wait()
        except TimeoutError:
            pass
        return web.json_response(self.state())

    async def _calls(self, request: web.Request) -> web.Response:
        """List the journal, newest last: of one method, after one number."""
        self.check_host(request)
        method, after = request.query.get("method"), int(request.query.get("after", "0"))
        calls = [
            one.json()
            for one in self._telegram.journal
            if one.number > after and method in {None, one.method}
        ]
        return web.json_response({"calls": calls, "counts": dict(self._telegram.counts)})

    async def _file(self, request: web.Request) -> web.Response:
        self.check_host(request)
        upload = self._telegram.files.get(request.match_info["file_id"])
        if upload is None:
            raise web.HTTPNotFound
        return web.Response(body=upload.content, content_type=picture_type(upload.content))

    def _guarded(self, act: Act) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handle(request: web.Request) -> web.Response:
            self.check_host(request)
            try:
                given = json.loads(await request.read())
                if not isinstance(given, dict):
                    raise TypeError("expected a JSON object")  # noqa: TRY301 - one answer for all
                return web.json_response(await act(given))
            except KeyError as error:
                return _wrong(f"unknown or missing: {error}")
            except (TypeError, ValueError) as error:
                return _wrong(str(error))

        return handle

    async def _user(self, given: Json) -> Json:
        language = str(given.get("language", "en"))
        self._telegram.add_user(int(given["user_id"]), str(given["first_name"]), language=language)
        return {"ok": True}

    async def _say(self, given: Json) -> Json:
        user_id = int(given.pop("user_id"))
        update_id = self._telegram.say(user_id, str(given.pop("text", "")), **given)
        return {"update_id": update_id}

    async def _edit(self, given: Json) -> Json:
        message_id = int(given["message_id"])
        update_id = self._telegram.edit_said(int(given["user_id"]), message_id, str(given["text"]))
        return {"update_id": update_id}

    async def _tap(self, given: Json) -> Json:
        press = self._telegram.tap_raw if given.get("forged") else self._telegram.tap
        query_id = press(int(given["user_id"]), int(given["message_id"]), str(given["data"]))
        return {"query_id": query_id}

    async def _raw(self, given: Json) -> Json:
        return {"update_id": self._telegram.push_raw(given["update"])}

    async def _block(self, given: Json) -> Json:
        act = self._telegram.block if given["blocked"] else self._telegram.unblock
        return {"update_id": act(int(given["user_id"]))}

    async def _clears(self, given: Json) -> Json:
        self._telegram.clears(int(given["user_id"]))
        return {"ok": True}

    async def _clock(self, given: Json) -> Json:
        if self._on_clock is None:
            raise ValueError("this clock cannot be moved")
        self.note = await self._on_clock(str(given["move"]))
        self._telegram.touch()
        return {"now": self._telegram.now().isoformat(), "note": self.note}

    async def _fault(self, given: Json) -> Json:
        """Turn a switch, put a fault in force, or lift faults (``clear``)."""
        if "name" in given:
            turn(self._telegram.faults, str(given["name"]), on=bool(given["on"]))
        elif given.pop("clear", False):
            self._telegram.faults.clear(kind=given.get("kind"), number=given.get("number"))
        elif given.get("kind") == "poison" and given.pop("now", False):
            self._telegram.push_raw(dict(POISON), user_id=int(given.get("chat_id") or 0))
        else:
            self._telegram.faults.set(Fault(**given))
        self._telegram.touch()
        return {"faults": [one.json() for one in self._telegram.faults.active]}


def _wrong(words: str) -> web.Response:
    return web.json_response({"error": words}, status=400)
