"""What an operator may see of a running bot: log lines, figures, health. Never a word anyone said.

A log line is a constant sentence with facts from a closed list of keys. Libraries may say that
something happened and where, but not what: their messages carry bodies, parameters and names.
"""

import json
import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge

from dialogs.errors import HandrailError

KEYS = frozenset(
    {"event", "level", "at", "logger", "where", "error", "because", "sentence", "dropped"}
    | {"person", "client", "alert", "session", "check_in", "update", "row", "plan", "grant"}
    | {"dialog", "turn", "kind", "lane", "state", "beat", "action", "method", "code", "role"}
    | {"rung", "fence", "attempt", "attempts", "count", "seconds", "reason", "signal"}
    | {"port", "version", "revision", "intake"}
)
ALERTS = "alerts"
"""The name under which it turns health red that nobody has answered an alert."""

OURS = ("bot", "storage", "dialogs")
LONGEST_FACT = 200

_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{30,}")
_ROOT = Path(__file__).resolve().parent.parent
_QUIET = ("aiosqlite", "transitions", "aiogram", "sqlalchemy", "alembic", "apscheduler", "aiohttp")

Event = MutableMapping[str, Any]


def start_logging(level: str, stream: TextIO, clock: Callable[[], datetime]) -> None:
    """Send every log line of this process, ours and the libraries', to ``stream`` as JSON.

    Args:
        level: ``debug``, ``info``, ``warning`` or ``error``.
        stream: Where the lines go.
        clock: What time to write on them.

    """
    lowest = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[structlog.processors.add_log_level, _Stamp(clock), _no_bodies, _allowed, _line],
        wrapper_class=structlog.make_filtering_bound_logger(lowest),
        logger_factory=structlog.PrintLoggerFactory(stream),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers[:] = [_Libraries()]
    root.setLevel(max(lowest, logging.INFO))
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(capture=True)
    sys.excepthook = _crashed
    threading.excepthook = lambda args: _crashed(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def loop_complains(_loop: object, context: Mapping[str, Any]) -> None:
    """Log what asyncio could not hand to anybody; to be set as the loop's exception handler."""
    structlog.get_logger(__name__).error("event loop complains", exc_info=context.get("exception"))


@dataclass(frozen=True, slots=True)
class _Stamp:
    """Puts the time on a line, as the program's own clock has it."""

    clock: Callable[[], datetime]

    def __call__(self, _logger: object, _method: str, event: Event) -> Event:
        event["at"] = self.clock().isoformat(timespec="milliseconds")
        return event


def _no_bodies(_logger: object, _method: str, event: Event) -> Event:
    """Keep of an exception its kind and where it came from; a sentence only if it is ours."""
    error = event.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()[1]
    if isinstance(error, BaseException):
        event.update(describe(error))
    return event


def _allowed(_logger: object, _method: str, event: Event) -> Event:
    """Let only known keys through, with values too short to be anybody's words."""
    dropped = sorted(event.keys() - KEYS)
    kept = {key: _fact(value) for key, value in event.items() if key in KEYS}
    return {**kept, "dropped": dropped} if dropped else kept


def _line(_logger: object, _method: str, event: Event) -> str:
    return _TOKEN.sub("<token>", json.dumps(event, ensure_ascii=False, default=_fact))


def _fact(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)[:LONGEST_FACT]


def describe(error: BaseException) -> dict[str, str]:
    """Say of an exception what may be logged: its kind, where it arose, and our own sentence."""
    facts = {"error": type(error).__name__, "where": _where(error.__traceback__)}
    if error.__cause__ is not None:
        facts["because"] = type(error.__cause__).__name__
    if isinstance(error, HandrailError):
        facts["sentence"] = str(error)
    if isinstance(error, BaseExceptionGroup):
        facts["because"] = ", ".join(sorted({type(e).__name__ for e in error.exceptions}))
    return facts


def _where(trace: TracebackType | None) -> str:
    """Name the deepest line of ours that the exception passed, else the deepest of all."""
    frames = traceback.extract_tb(trace)
    ours = [frame for frame in frames if _inside(frame.filename) in OURS]
    for frame in reversed(ours or frames):
        path = Path(frame.filename)
        name = path.relative_to(_ROOT) if ours else path.name
        return f"{name}:{frame.lineno} {frame.name}"
    return "unknown"


def _inside(filename: str) -> str | None:
    path = Path(filename)
    return path.relative_to(_ROOT).parts[0] if path.is_relative_to(_ROOT) else None


class _Libraries(logging.Handler):
    """Writes that a library said something, and where; its words stay behind."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        structlog.get_logger().log(
            record.levelno,
            "library message",
            logger=record.name,
            where=f"{record.module}:{record.lineno}",
            **({"exc_info": error} if error else {}),
        )


def _crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log the end of the program without the values that were in it."""
    if issubclass(kind, KeyboardInterrupt):
        return
    structlog.get_logger(__name__).critical("crashed", exc_info=error.with_traceback(trace))


class Figures:
    """Counters and gauges in a registry of their own; labels are few and never about a person."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.updates = Counter(
            "handrail_updates",
            "Updates by kind and what became of them.",
            ["kind", "outcome"],
            registry=self.registry,
        )
        self.calls = Counter(
            "handrail_api_calls",
            "Calls to the Bot API by method and result.",
            ["method", "code"],
            registry=self.registry,
        )
        self.sent = Counter(
            "handrail_messages",
            "Outbox messages by lane and what became of them.",
            ["lane", "outcome"],
            registry=self.registry,
        )
        self.dead_letters = Counter(
            "handrail_dead_letters",
            "Updates put aside after three failures.",
            registry=self.registry,
        )
        self.refused_calls = Counter(
            "handrail_webhook_refused",
            "Webhook calls turned away, by status.",
            ["status"],
            registry=self.registry,
        )
        self.lifeline = Counter(
            "handrail_lifeline_cards",
            "Crisis cards sent straight to Telegram, by result.",
            ["outcome"],
            registry=self.registry,
        )
        self.beat_failures = Counter(
            "handrail_beat_failures",
            "Beats of the tick that failed.",
            ["beat"],
            registry=self.registry,
        )
        self.inbox_lag = Gauge(
            "handrail_inbox_lag_seconds",
            "Age of the newest message when it was worked on.",
            registry=self.registry,
        )
        self.outbox_oldest = Gauge(
            "handrail_outbox_oldest_seconds",
            "Age of the oldest unsent message.",
            ["lane"],
            registry=self.registry,
        )
        self.stuck = Gauge(
            "handrail_stuck",
            "Due things that failed and are tried again, by what was due.",
            ["what"],
            registry=self.registry,
        )
        self.rows_unreadable = Gauge(
            "handrail_rows_unreadable",
            "Rows that would not open since the start.",
            registry=self.registry,
        )
        self.alerts_open = Gauge(
            "handrail_alerts_open", "Alerts nobody has resolved.", registry=self.registry
        )


@dataclass(slots=True)
class Health:
    """Whether the parts that must never stop are running: each beats, and a late beat shows.

    ``monotonic`` is in seconds. ``draining`` is set when the program begins to stop.
    """

    monotonic: Callable[[], float]
    draining: bool = False
    _within: dict[str, float] = field(default_factory=dict)
    _beats: dict[str, float] = field(default_factory=dict)
    _troubles: dict[str, str] = field(default_factory=dict)

    def expect(self, name: str, within: float) -> Callable[[], None]:
        """Expect a beat of this name at least every ``within`` seconds; return what beats."""
        self._within[name] = within
        self.beat(name)
        return lambda: self.beat(name)

    def beat(self, name: str) -> None:
        """Note that this part is alive now."""
        self._beats[name] = self.monotonic()

    def trouble(self, name: str, reason: str | None) -> None:
        """Turn health red for a reason that is not a missing beat; None takes it back."""
        if reason is None:
            self._troubles.pop(name, None)
        else:
            self._troubles[name] = reason

    def reasons(self) -> tuple[str, ...]:
        """Return one sentence for each thing that is wrong; empty when all is well."""
        late = (f"{name} has been silent for {s:.0f} s" for name, s in self._silent().items())
        return (*late, *(reason for _, reason in sorted(self._troubles.items())))

    def wrong(self) -> dict[str, float]:
        """Return what is the program's own fault, by name, and for how many seconds if known.

        That an alert has no answer is a fault of nobody here, and told by other ways.
        """
        lasting = dict.fromkeys(sorted(self._troubles.keys() - {ALERTS}), 0.0)
        return {**lasting, **self._silent()}

    def _silent(self) -> dict[str, float]:
        now = self.monotonic()
        silent = {name: now - self._beats[name] for name in sorted(self._within)}
        return {name: lasts for name, lasts in silent.items() if lasts > self._within[name]}

    def ok(self) -> bool:
        """Return whether everything that was expected is alive."""
        return not self.reasons()
