"""The table of threats in `docs/security.md`: none is missing, and every test it names exists."""

import re

import pytest

from tests.test_on_call_checklist import ROOT, existing

PAGE = ROOT / "docs" / "security.md"
THREATS = 32
_ROW = re.compile(
    r"^\| T(?P<number>\d+) (?P<what>[^|]+) \| (?P<done>[^|]+) \| (?P<tests>[^|]+) \|$"
)


def threats() -> list[tuple[int, str, str]]:
    """Return each threat's number, what is done, and the cell with its tests."""
    found = [_ROW.match(line) for line in PAGE.read_text(encoding="utf-8").splitlines()]
    return [(int(one["number"]), one["done"], one["tests"]) for one in found if one]


def test_no_threat_is_missing() -> None:
    assert [number for number, _, _ in threats()] == list(range(1, THREATS + 1))


@pytest.mark.parametrize(("number", "done", "cell"), threats())
def test_a_threat_is_held_by_tests(number: int, done: str, cell: str) -> None:
    """What is claimed is tried; where nothing is tried, the line says why."""
    named = re.findall(r"`(test_\w+)`", cell)

    assert set(named) <= existing()
    assert named or "in this version" in done or cell.startswith("none: ")
