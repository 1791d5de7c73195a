"""The town for tests: the whole program, pretend phones, and a clock that is turned by hand."""

import os
import zoneinfo

import pytest

zoneinfo.reset_tzpath(())


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests read no settings but their own."""
    for name in [name for name in os.environ if name.startswith("HANDRAIL_")]:
        monkeypatch.delenv(name)
