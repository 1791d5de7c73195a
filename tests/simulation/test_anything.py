"""Anything may be pressed, typed and restarted: no answer lost or doubled, no question lost."""

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from dialogs import playbook
from tests.simulation import anything

STEPS = 2_000


@pytest.mark.story
def test_two_thousand_steps_of_anything(tmp_path: Path) -> None:
    book = playbook.load()
    anything.settled(tmp_path, book)

    with capture_logs():
        lived = anything.live(tmp_path, book, STEPS, chance=1)

    assert lived >= STEPS
