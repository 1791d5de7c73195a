"""What the tests of the pure half share: the real content, and an evening that stands still."""

import contextlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dialogs.engine.definition import Dialog, unfold
from dialogs.engine.player import Player
from dialogs.engine.sources import Source, read_dialog
from dialogs.files import fit, parse_yaml
from dialogs.texts import Texts

CONTENT = Path(__file__).parents[2] / "dialogs" / "content"


def pytest_addoption(parser: pytest.Parser) -> None:
    with contextlib.suppress(ValueError):  # the conftest above may offer it for runs of everything
        parser.addoption(
            "--rewrite-turns",
            action="store_true",
            help="write down what the golden conversations do now; then read the diff",
        )


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts.load([CONTENT / "texts"])


@pytest.fixture(scope="session")
def sources() -> list[Source]:
    return [read_dialog(path) for path in sorted((CONTENT / "dialogs").glob("*.yaml"))]


@pytest.fixture(scope="session")
def players(sources: list[Source]) -> dict[str, Player]:
    return {source.dialog.dialog: Player(source.dialog, source.file) for source in sources}


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 3, 2, 20, 0, tzinfo=UTC)


@pytest.fixture
def write_dialog():
    """Make a dialog out of YAML text."""

    def write(text: str) -> Dialog:
        return fit(parse_yaml(text, "written.yaml"), Dialog, unfold)

    return write


@pytest.fixture
def english(tmp_path_factory):
    """A texts folder with our English alone."""
    folder = tmp_path_factory.mktemp("english")
    (folder / "en").symlink_to(CONTENT / "texts" / "en")
    return folder


@pytest.fixture
def write_texts(tmp_path, english):
    """Make texts out of Fluent text beside the common ones; further languages by name."""

    def write(own: str, **others: str) -> Texts:
        for language, words in {"en": own, **others}.items():
            folder = tmp_path / language
            folder.mkdir()
            (folder / "written.ftl").write_text(words, encoding="utf-8")
        return Texts.load([english, tmp_path])

    return write
