"""The checklist of `docs/on-call.md`: every line names tests, and each of them exists."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "on-call.md"
_ROW = re.compile(r"^\| (?P<line>[^|]+) \| (?P<tests>`test_[^|]+) \|$")
SCHEDULING_LINES = 37


def rows() -> list[tuple[str, list[str]]]:
    """Return the lines of the checklist, each with the tests it names."""
    found = [_ROW.match(line) for line in PAGE.read_text(encoding="utf-8").splitlines()]
    return [(one["line"], re.findall(r"`(\w+)`", one["tests"])) for one in found if one]


@cache
def existing() -> frozenset[str]:
    """Return the names of all tests that there are."""
    return frozenset(
        node.name
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
    )


@pytest.mark.parametrize(("line", "named"), rows())
def test_a_line_is_held_by_tests(line: str, named: list[str]) -> None:
    """What is claimed is tried."""
    assert named
    assert set(named) <= existing()


def test_no_line_of_scheduling_is_missing() -> None:
    """All of them, in their order."""
    numbered = [int(line.split()[0]) for line, _ in rows() if line.split()[0].isdigit()]

    assert numbered == list(range(1, SCHEDULING_LINES + 1))


def test_the_table_is_read_whole() -> None:
    """A row that is written otherwise would be held by nothing."""
    text = PAGE.read_text(encoding="utf-8")
    checklist = text.partition("## The checklist")[2]
    written = [line for line in checklist.splitlines() if line.startswith("|")]

    assert len(written) - 2 * checklist.count("| line | test |") == len(rows())
