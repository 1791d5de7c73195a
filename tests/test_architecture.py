"""The architecture: imports point one way, handlers stay thin, functions stay short."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CHECK = "from importlinter.cli import lint_imports_command as check; check()"
HANDLERS = ("anyone", "client", "counselor", "family")
LONGEST = 40
LONGEST_MODULE = 300
LISTS = ("bot/cast.py mias_plan", "bot/observe.py __init__")
"""Functions that only name one thing after the other: a plan, the figures we keep."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_imports_keep_the_contracts(tmp_path: Path) -> None:
    """The contracts of pyproject.toml hold, so pytest alone tells the whole truth."""
    found = subprocess.run(  # noqa: S603 - our own interpreter and arguments
        [sys.executable, "-c", CHECK, "--cache-dir", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert found.returncode == 0, found.stdout
    assert "0 broken" in found.stdout


def _functions(*packages: str) -> Iterator[tuple[str, Function]]:
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, Function):
                    yield f"{path.relative_to(ROOT)} {node.name}", node


def _length(node: Function) -> int:
    """Count a function's lines from its name on, without the docstring."""
    first = node.body[0]
    words = 0
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        words = (first.end_lineno or first.lineno) - first.lineno + 1
    return (node.end_lineno or node.lineno) - node.lineno + 1 - words


@pytest.mark.parametrize("package", ["bot", "dialogs", "storage", "tests"])
def test_no_function_is_long(package: str) -> None:
    """What does not fit on a screen does more than one thing."""
    found = [place for place, node in _functions(package) if _length(node) > LONGEST]

    assert [place for place in found if place not in LISTS] == []


@pytest.mark.parametrize("package", ["bot", "dialogs", "storage"])
def test_no_module_is_long(package: str) -> None:
    """A module has one subject."""
    modules = sorted((ROOT / package).rglob("*.py"))

    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules}

    assert [path for path, length in lengths.items() if length > LONGEST_MODULE] == []


@pytest.mark.parametrize("name", HANDLERS)
def test_handlers_open_no_drawer(name: str) -> None:
    """A handler parses and calls one action; what is stored it neither reads nor writes."""
    tree = ast.parse((ROOT / "bot" / "telegram" / f"{name}.py").read_text(encoding="utf-8"))

    opened = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "uow"
    ]

    assert opened == []


@pytest.mark.parametrize("name", HANDLERS)
def test_no_magic_filter(name: str) -> None:
    """Each of aiogram's ``F`` filters costs a thread for every update."""
    source = (ROOT / "bot" / "telegram" / f"{name}.py").read_text(encoding="utf-8")

    imported = [
        one.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("aiogram")
        for one in node.names
    ]

    assert "F" not in imported
