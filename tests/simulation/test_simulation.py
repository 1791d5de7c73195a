"""A simulated clinic: the real program for a month, everything listed, nothing broken."""

import json
import sqlite3
from itertools import pairwise

import pytest

from bot.__main__ import main
from bot.cast import EVENING
from bot.simulation.invariants import Violation
from bot.simulation.report import Broken, Report
from bot.simulation.run import reproduce, simulate


def nobody_looks(day: int, report: Report) -> None:
    """Let the days pass."""


@pytest.mark.story
async def test_a_month_with_ten_clients(tmp_path):
    """People answer late, skip, travel, block and return; every invariant holds at every step."""
    report = await simulate(30, range(1, 11), 1, tmp_path, nobody_looks)

    assert report.broken is None, report.broken
    assert report.days == 30
    assert {one.tier for one in report.raised} >= {"now", "today"}
    assert len({one.to for one in report.sent}) > 10
    assert all(a.at <= b.at for a, b in pairwise(report.entries()))


async def test_the_same_seed_is_the_same_story(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()

    first = await simulate(3, [1, 2, 3], 5, tmp_path / "one", nobody_looks)
    second = await simulate(3, [1, 2, 3], 5, tmp_path / "two", nobody_looks)

    assert list(first.entries()) == list(second.entries())
    assert first.sent


async def test_leaving_somebody_out_changes_nothing_for_the_others(tmp_path):
    """Otherwise no run could be cut down to the one client with whom something breaks."""
    (tmp_path / "all").mkdir()
    (tmp_path / "one").mkdir()

    everybody = await simulate(2, [1, 2, 3], 5, tmp_path / "all", nobody_looks)
    alone = await simulate(2, [2], 5, tmp_path / "one", nobody_looks)

    theirs = [one for one in everybody.sent if one.to == "client 2"]
    assert [(one.at, one.to) for one in alone.sent if one.to == "client 2"] == [
        (one.at, one.to) for one in theirs
    ]
    assert theirs


async def test_a_lost_answer_is_noticed(tmp_path):
    """Somebody deletes a row behind the program's back: the simulation stops and names it."""

    def lose_an_answer(day: int, report: Report) -> None:
        if day == 1:
            with sqlite3.connect(tmp_path / "simulation.db") as book:
                book.execute("DELETE FROM answers WHERE id = (SELECT max(id) FROM answers)")

    report = await simulate(3, [1, 2, 3], 5, tmp_path, lose_an_answer)

    assert report.broken is not None
    assert report.broken.day == 2
    assert "I1" in {one.invariant for one in report.broken.violations}
    assert "without a row" in str(report.broken)


async def test_what_cannot_be_reproduced_with_fewer_needs_everybody():
    broken = Broken(EVENING, 1, "client 2: tap", [Violation("I99", "is no invariant")])

    assert await reproduce(broken, [1, 2], 5) == (1, 2)


def test_command_lists_every_message(capsys, tmp_path):
    status = main(["simulate", "--days", "1", "--clients", "2", "--json"])

    out, err = capsys.readouterr()
    entries = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert {"kind", "at", "to", "text", "edit"} == set(entries[0])
    assert "1 days" in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["--only", "three"], "write their numbers like 3,17", id="no-number"),
        pytest.param(["--days", "0"], "--days", id="no-days"),
        pytest.param(["--clients", "1001"], "--clients", id="too-many-clients"),
    ],
)
def test_command_used_wrongly(capsys, arguments, sentence):
    assert main(["simulate", *arguments]) == 2
    assert sentence in capsys.readouterr().err


def test_command_keeps_nothing_over_something(capsys, tmp_path):
    (tmp_path / "mine").write_text("precious")

    assert main(["simulate", "--days", "1", "--keep", str(tmp_path)]) == 2
    assert "not empty" in capsys.readouterr().err
    assert (tmp_path / "mine").read_text() == "precious"
