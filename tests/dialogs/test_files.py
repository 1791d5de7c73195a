"""Content files: a smaller YAML, and every mistake with its line."""

import pytest
from pydantic import BaseModel, ConfigDict

from dialogs.errors import ContentProblems
from dialogs.files import fit, parse_yaml, read_model, read_yaml


class Shape(BaseModel):
    """A small file."""

    model_config = ConfigDict(extra="forbid")
    name: str
    limits: tuple[int, ...]


def problems_of(act):
    with pytest.raises(ContentProblems) as caught:
        act()
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("a: no", {"a": "no"}, id="no-is-a-word"),
        pytest.param("a: yes", {"a": "yes"}, id="yes-is-a-word"),
        pytest.param("a: 22:30", {"a": "22:30"}, id="a-time-is-a-word"),
        pytest.param("a: 2026-05-01", {"a": "2026-05-01"}, id="a-date-is-a-word"),
        pytest.param("a: 010", {"a": "010"}, id="no-octal"),
        pytest.param("a: 1_000", {"a": "1_000"}, id="no-underscores"),
        pytest.param(
            "a: [true, 8, -8, 8.5, ~, '8']", {"a": [True, 8, -8, 8.5, None, "8"]}, id="rest"
        ),
        pytest.param("a:", {"a": None}, id="nothing"),
    ],
)
def test_scalars_are_what_they_look_like(text, data):
    assert parse_yaml(text, "f.yaml").data == data


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: &x 1\nb: *x", "f.yaml:1: anchors and aliases (& and *) are not allowed"),
        ("a: 1\nb: *x", "f.yaml:2: anchors and aliases (& and *) are not allowed"),
        ("\na: !!python/name:os.system 1", "f.yaml:2: tags (!) are not allowed"),
        ("a: 1\nb: 2\na: 3", "f.yaml:3: 'a' is written twice"),
        ("? [a]\n: 1", "f.yaml:1: a key must be a plain word"),
        ("a:\n  - [", "f.yaml:3: did not find expected node content"),
        ("- " * 21 + "1", "f.yaml:1: nested deeper than 20 levels"),
        ("", "f.yaml: the file is empty"),
        ("a: \x07", "f.yaml: the file holds characters that YAML does not allow"),
    ],
)
def test_tricks_are_refused(text, problem):
    assert problems_of(lambda: parse_yaml(text, "f.yaml")) == [problem]


def test_files_that_are_no_text_or_too_large(tmp_path):
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a: \xff")
    assert problems_of(lambda: read_yaml(path)) == ["f.yaml: the file is not UTF-8 text"]

    path.write_bytes(b"#" * (256 * 1024 + 1))
    assert problems_of(lambda: read_yaml(path)) == ["f.yaml: the file is larger than 256 KiB"]


def test_a_model_is_read(tmp_path):
    path = tmp_path / "f.yaml"
    path.write_text("name: x\nlimits: [1, 2]\n")

    assert read_model(path, Shape) == Shape(name="x", limits=(1, 2))


def test_every_misfit_is_told_with_its_line():
    document = parse_yaml("name: 5\nlimits:\n  - 1\n  - two\nmore: 1\n", "f.yaml")

    assert problems_of(lambda: fit(document, Shape)) == [
        "f.yaml:1: name: Input should be a valid string",
        "f.yaml:4: limits.1: Input should be a valid integer",
        "f.yaml:5: more: there is no such key here",
    ]
