"""Files that clinicians edit: strict YAML with line numbers, and models that hold it.

The YAML here is smaller than YAML: no anchors, no aliases, no tags, no key twice, and
only ``true``/``false`` are booleans, so ``no``, ``22:30`` and ``2026-05-01`` stay the words
they look like.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, JsonValue, ValidationError
from pydantic_core import ErrorDetails

from dialogs.errors import NEEDS_REVIEW, ContentProblems, Problem, awaits_review

LARGEST_FILE = 256 * 1024
DEEPEST = 20

Model = TypeVar("Model", bound=BaseModel)
Loc = tuple[int | str, ...]


class _Loader(yaml.CSafeLoader):
    """PyYAML's C loader with the plain scalars of YAML 1.2 instead of YAML 1.1."""


_Loader.yaml_implicit_resolvers = {}

_BOOL = "tag:yaml.org,2002:bool"
_INT = "tag:yaml.org,2002:int"
_FLOAT = "tag:yaml.org,2002:float"
_NULL = "tag:yaml.org,2002:null"
_Loader.add_implicit_resolver(_BOOL, re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver(_INT, re.compile(r"^-?(?:0|[1-9][0-9]*)$"), list("-0123456789"))
_Loader.add_implicit_resolver(
    _FLOAT, re.compile(r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$"), list("-0123456789")
)
_Loader.add_implicit_resolver(_NULL, re.compile(r"^(?:~|null|)$"), ["~", "n", ""])

_SCALARS: dict[str, Callable[[str], JsonValue]] = {
    _BOOL: lambda word: word == "true",
    _INT: int,
    _FLOAT: float,
    _NULL: lambda _: None,
}


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file that was read: its data, and the line (from 1) of every part of it."""

    file: str
    data: JsonValue
    lines: dict[Loc, int]

    def line(self, *loc: int | str) -> int:
        """Return the line of a part; of the nearest part around it if it has none."""
        known: Loc = ()
        for name in loc:
            if (*known, name) in self.lines:
                known = (*known, name)
        return self.lines.get(known, 0)


def read_yaml(path: Path) -> Document:
    """Read one file.

    Raises:
        ContentProblems: It is too large, not YAML, or uses what is not allowed here.

    """
    raw = path.read_bytes()
    if len(raw) > LARGEST_FILE:
        raise _problem(path.name, 0, f"the file is larger than {LARGEST_FILE // 1024} KiB")
    try:
        return parse_yaml(raw.decode(), path.name)
    except UnicodeDecodeError:
        raise _problem(path.name, 0, "the file is not UTF-8 text") from None


def parse_yaml(text: str, file: str) -> Document:
    """Parse YAML text; ``file`` is the name used in problems. Raises as ``read_yaml`` does."""
    try:
        _refuse_tricks(text, file)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _problem(file, mark.line + 1 if mark else 0, error.problem or "not YAML") from None
    except yaml.YAMLError:
        raise _problem(file, 0, "the file holds characters that YAML does not allow") from None
    if root is None:
        raise _problem(file, 0, "the file is empty")
    lines: dict[Loc, int] = {}
    problems: list[Problem] = []
    data = _value(root, (), lines, problems, file)
    if problems:
        raise ContentProblems(problems)
    return Document(file, data, lines)


def marks(path: Path) -> Iterator[Problem]:
    """Find the marks ``# needs-review: reason`` in a file: what a clinician has yet to confirm."""
    text = path.read_text(encoding="utf-8", errors="replace")
    lines = [line if line.lstrip().startswith("#") else "" for line in text.splitlines()]
    for number, (line, below) in enumerate(pairwise([*lines, ""]), start=1):
        reason = awaits_review(f"{line}\n{below}") if NEEDS_REVIEW.search(line) else None
        if reason is not None:
            yield Problem(path.name, number, f"needs a clinician's review: {reason}")


def read_model(
    path: Path, model: type[Model], unfold: Callable[[JsonValue], JsonValue] | None = None
) -> Model:
    """Read a file into a strict pydantic model.

    Args:
        path: The YAML file.
        model: What it must hold; tuples, enums and times are read as from JSON.
        unfold: Turns a short way of writing into the long one before validation.

    Raises:
        ContentProblems: Every mistake in the file, each with its line.

    """
    return fit(read_yaml(path), model, unfold)


def fit(
    document: Document,
    model: type[Model],
    unfold: Callable[[JsonValue], JsonValue] | None = None,
) -> Model:
    """Validate a document that was read already. Raises as ``read_model`` does."""
    data = unfold(document.data) if unfold else document.data
    try:
        return model.model_validate_json(json.dumps(data), strict=True)
    except ValidationError as error:
        raise ContentProblems(_explain(error, document)) from None


def _explain(error: ValidationError, document: Document) -> Iterator[Problem]:
    errors = error.errors(include_url=False, include_input=False)
    for found in errors:
        deeper = (one["loc"] for one in errors if len(one["loc"]) > len(found["loc"]))
        if any(loc[: len(found["loc"])] == found["loc"] for loc in deeper):
            continue  # it only follows from what is wrong inside it
        place = ".".join(str(part) for part in found["loc"])
        said = _in_words(found)
        sentence = f"{place}: {said}" if place else said
        yield Problem(document.file, document.line(*found["loc"]), sentence)


def _in_words(found: ErrorDetails) -> str:
    """Say what pydantic found as somebody would who does not know pydantic."""
    match found["type"], found.get("ctx", {}):
        case "extra_forbidden", _:
            return "there is no such key here"
        case "missing", _:
            return "this is missing"
        case "union_tag_invalid", {"expected_tags": expected}:
            return f"expected one of {str(expected).replace(chr(39), '')}"
        case "union_tag_not_found", _:
            return "it does not say of what kind it is"
        case _:
            return found["msg"]


def _refuse_tricks(text: str, file: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = _line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _problem(file, line, "anchors and aliases (& and *) are not allowed")
        if getattr(event, "tag", None):
            raise _problem(file, line, "tags (!) are not allowed")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _problem(file, line, f"nested deeper than {DEEPEST} levels")


def _value(
    node: yaml.Node, loc: Loc, lines: dict[Loc, int], problems: list[Problem], file: str
) -> JsonValue:
    lines[loc] = _line(node)
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(item, (*loc, place), lines, problems, file)
            for place, item in enumerate(node.value)
        ]
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, JsonValue] = {}
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _problem(file, _line(key), "a key must be a plain word")
            name = str(key.value)
            if name in mapping:
                problems.append(Problem(file, _line(key), f"{name!r} is written twice"))
            mapping[name] = _value(item, (*loc, name), lines, problems, file)
            lines[*loc, name] = _line(key)
        return mapping
    return _SCALARS.get(node.tag, str)(node.value)


def _line(part: yaml.Node | yaml.Event) -> int:
    return part.start_mark.line + 1 if part.start_mark else 0


def _problem(file: str, line: int, sentence: str) -> ContentProblems:
    return ContentProblems([Problem(file, line, sentence)])
