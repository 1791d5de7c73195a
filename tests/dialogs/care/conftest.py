"""What the tests of care share: the clinic's own content, read once."""

from pathlib import Path

import pytest

from dialogs.care import word_files
from dialogs.care.helplines import Helplines
from dialogs.care.ladders import Ladders
from dialogs.care.sign_rules import Rules
from dialogs.care.word_rules import WordBook
from dialogs.files import read_model

CONTENT = Path(__file__).parents[3] / "dialogs" / "content"


@pytest.fixture(scope="session")
def rules() -> Rules:
    return read_model(CONTENT / "warning_signs.yaml", Rules)


@pytest.fixture(scope="session")
def ladders() -> Ladders:
    return read_model(CONTENT / "ladders.yaml", Ladders)


@pytest.fixture(scope="session")
def helplines() -> Helplines:
    return read_model(CONTENT / "helplines.yaml", Helplines)


@pytest.fixture(scope="session")
def books() -> dict[str, WordBook]:
    return word_files.read([word_files.OURS])[0]
