"""What an operator sees: facts from a closed list, and never a word anyone said."""

import asyncio
import json
import logging
import sys
import threading
import warnings
from datetime import UTC, datetime
from io import StringIO

import pytest
import structlog
from prometheus_client import generate_latest

from bot.observe import Figures, Health, describe, loop_complains, start_logging
from dialogs.errors import DatabaseRefused

NOON = datetime(2025, 1, 6, 12, 0, tzinfo=UTC)
CANARY = "Marigold took the blue ones"


@pytest.fixture
def lines():
    """The lines that were logged, read; everything is put back as it was."""
    before = structlog.get_config(), logging.getLogger().handlers[:], logging.getLogger().level
    hooks = sys.excepthook, threading.excepthook
    stream = StringIO()
    start_logging("info", stream, lambda: NOON)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    structlog.configure(**before[0])
    logging.getLogger().handlers[:] = before[1]
    logging.getLogger().setLevel(before[2])
    logging.captureWarnings(capture=False)
    sys.excepthook, threading.excepthook = hooks


def test_line(lines):
    structlog.get_logger().info("alert acknowledged", alert=7, seconds=1.5)

    assert lines() == [
        {
            "event": "alert acknowledged",
            "alert": 7,
            "seconds": 1.5,
            "level": "info",
            "at": "2025-01-06T12:00:00.000+00:00",
        }
    ]


def test_unknown_keys_are_dropped_and_named(lines):
    structlog.get_logger().info("answered", text=CANARY, person=3)

    (line,) = lines()
    assert line["dropped"] == ["text"]
    assert line["person"] == 3
    assert CANARY not in str(line)


def test_level(lines):
    structlog.get_logger().debug("too much")

    assert lines() == []


@pytest.mark.parametrize(
    ("name", "level", "said"),
    [
        ("aiosqlite", logging.DEBUG, False),
        ("transitions.core", logging.INFO, False),
        ("aiogram.event", logging.INFO, False),
        ("aiogram.event", logging.ERROR, True),
        ("asyncio", logging.ERROR, True),
    ],
)
def test_libraries_say_that_and_where_but_not_what(lines, name, level, said):
    logging.getLogger(name).log(level, "parameters: %s", CANARY)

    assert [line["event"] for line in lines()] == ["library message"] * said
    assert CANARY not in str(lines())


def fail():
    try:
        dict[str, str]()[CANARY]
    except KeyError as error:
        raise ValueError(f"could not read {CANARY}") from error


def refuse():
    raise DatabaseRefused("The disk that holds /x is full.")


def test_exception_is_told_by_kind_and_place(lines):
    try:
        fail()
    except ValueError:
        structlog.get_logger().exception("beat failed", beat="tick")

    (line,) = lines()
    assert line["error"] == "ValueError"
    assert line["because"] == "KeyError"
    assert "fail" in line["where"]
    assert CANARY not in str(line)


def test_our_own_sentence_is_kept(lines):
    try:
        refuse()
    except DatabaseRefused:
        structlog.get_logger().exception("stopped")

    assert lines()[0]["sentence"] == "The disk that holds /x is full."


def test_exception_that_was_never_raised():
    assert describe(ValueError(CANARY)) == {"error": "ValueError", "where": "unknown"}


def test_group_names_what_is_in_it():
    group = ExceptionGroup(CANARY, [ValueError(CANARY), KeyError(CANARY)])

    assert describe(group)["because"] == "KeyError, ValueError"


@pytest.mark.filterwarnings("default")
def test_nothing_leaks_when_the_program_crashes(lines):
    error = ValueError(CANARY)

    sys.excepthook(ValueError, error, None)
    threading.excepthook(threading.ExceptHookArgs((ValueError, error, None, None)))
    loop_complains(asyncio.SelectorEventLoop, {"message": CANARY, "exception": error})
    warnings.warn(CANARY, stacklevel=1)

    assert [line["event"] for line in lines()] == [
        "crashed",
        "crashed",
        "event loop complains",
        "library message",
    ]
    assert CANARY not in str(lines())


def test_ctrl_c_is_no_crash(lines):
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert lines() == []


def test_token_is_filtered(lines):
    token = "123456789:" + "A" * 35

    structlog.get_logger().info("stopped", reason=f"https://api.telegram.org/bot{token}/getMe")

    assert lines()[0]["reason"] == "https://api.telegram.org/bot<token>/getMe"


def test_long_values_are_cut(lines):
    structlog.get_logger().info("stopped", reason="x" * 5000)

    assert len(lines()[0]["reason"]) == 200


def test_figures_are_apart_from_each_other():
    """Two programs in one process, as in the demo, must not count together."""
    first, second = Figures(), Figures()

    first.dead_letters.inc()

    assert b"handrail_dead_letters_total 1.0" in generate_latest(first.registry)
    assert b"handrail_dead_letters_total 0.0" in generate_latest(second.registry)


@pytest.mark.parametrize(
    ("silent", "ok"),
    [pytest.param(30.0, True, id="just-in-time"), pytest.param(30.1, False, id="late")],
)
def test_late_beat_turns_health_red(silent, ok):
    now = [100.0]
    health = Health(lambda: now[0])
    health.expect("sender", within=30)

    now[0] += silent

    assert health.ok() is ok
    assert len(health.reasons()) == (not ok)


def test_beat_turns_health_green_again():
    now = [0.0]
    health = Health(lambda: now[0])
    beat = health.expect("sender", within=30)
    now[0] = 99.0

    beat()

    assert health.ok()


def test_trouble_stays_until_it_is_taken_back():
    health = Health(lambda: 0.0)

    health.trouble("alert 7", "nobody answered alert 7")
    assert health.reasons() == ("nobody answered alert 7",)

    health.trouble("alert 7", None)
    health.trouble("alert 8", None)
    assert health.ok()
