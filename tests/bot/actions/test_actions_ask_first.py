"""Every action asks whether it may, before it reads or writes anything.

Read from the source, on every path through it. An action is what the edges of the program call;
what only other actions call has been let through by them.
"""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import bot
from bot import actions

TO_DECIDE = frozenset(
    {
        "alerts.by_ref",  # whose alert it is
        "consents.get",  # which grant a notice stands for
        "consents.of_client",  # what was granted
        "sessions.get",  # whose page it is
        "sessions.open_for",  # whose question it is
        "suggestions.by_ref",  # whose plan it is about
        "sessions.waiting",
    }
)
"""What has to be looked up before anybody can say whether an action is allowed."""

EXEMPT = {
    "bundling.gather": "asks the grants themselves, in the sender's name",
    "climbing.still_wanted": "asks the grants themselves, in the sender's name",
    "asking.remind_of_question": "shows somebody their own open question after a refusal",
    "cards.show": "leaves its reader a text that an action has worded for them",
    "arriving.delivered": "notes what the sender has just done",
    "arriving.refused": "notes what the sender has just been refused",
    "staff_cards.show_alert": "words an alert that `alerts.open_card` has let the reader open",
    "staff_cards.who_closes_it": "words a refusal, as `staff_cards.who_has_it`",
    "staff_cards.who_has_it": "words a refusal that names only whom the reader was paged with",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef
Found = tuple[bool, tuple[str, ...]]
"""Whether it was asked by then, and what was touched before."""


def _modules() -> list[ModuleType]:
    found = pkgutil.walk_packages(actions.__path__, "bot.actions.")
    return [importlib.import_module(one.name) for one in found if not one.ispkg]


@cache
def _functions(module: ModuleType) -> dict[str, Function]:
    tree = ast.parse(inspect.getsource(module))
    return {node.name: node for node in tree.body if isinstance(node, Function)}


def _short(module: ModuleType, name: str) -> str:
    return f"{module.__name__.rpartition('.')[2]}.{name}"


def _public() -> list[tuple[ModuleType, Function]]:
    return [
        (module, node)
        for module in _modules()
        for name, node in _functions(module).items()
        if not name.startswith("_")
    ]


def _edges() -> Iterator[ast.Module]:
    """Read every module of the program that is no action itself."""
    root = Path(str(bot.__file__)).parent
    for path in sorted(root.rglob("*.py")):
        if "actions" not in path.relative_to(root).parts:
            yield ast.parse(path.read_text(encoding="utf-8"))


@cache
def _called_from_outside() -> frozenset[str]:
    found: set[str] = set()
    for tree in _edges():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bot.actions."):
                module = (node.module or "").rpartition(".")[2]
                found |= {f"{module}.{one.name}" for one in node.names}
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found.add(f"{node.value.id}.{node.attr}")
    return frozenset(found)


def _parameters(node: Function) -> list[str]:
    return [one.arg for one in (*node.args.posonlyargs, *node.args.args)]


class Reading:
    """Reads one action, along every path, and into the actions that it calls."""

    def __init__(self) -> None:
        self._under_way: set[str] = set()

    def of(self, module: ModuleType, node: Function, asked: bool) -> Found:
        """Read a function, entered after it was asked or not."""
        name = _short(module, node.name)
        if name in self._under_way:
            return asked, ()
        self._under_way.add(name)
        found = self._block(module, node.body, asked)
        self._under_way.discard(name)
        return found

    def _block(self, module: ModuleType, block: Sequence[ast.stmt], asked: bool) -> Found:
        touched: tuple[str, ...] = ()
        for statement in block:
            asked, more = self._statement(module, statement, asked)
            touched += more
            if isinstance(statement, ast.Return | ast.Raise):
                return True, touched  # a path that ends here has nothing left to ask for
        return asked, touched

    def _statement(self, module: ModuleType, statement: ast.stmt, asked: bool) -> Found:
        heads = [one for one in ast.iter_child_nodes(statement) if isinstance(one, ast.expr)]
        touched: tuple[str, ...] = ()
        for head in heads:
            asked, more = self._expression(module, head, asked)
            touched += more
        branches = list(_branches(statement))
        ends = [self._block(module, branch, asked) for branch in branches]
        touched += tuple(one for _, more in ends for one in more)
        if branches and _is_exhaustive(statement):
            asked = all(end for end, _ in ends)
        return asked, touched

    def _expression(self, module: ModuleType, head: ast.expr, asked: bool) -> Found:
        """Read an expression inside out, as it is evaluated."""
        touched: tuple[str, ...] = ()
        for inner in ast.iter_child_nodes(head):
            for expression in _expressions(inner):
                asked, more = self._expression(module, expression, asked)
                touched += more
        if isinstance(head, ast.Call):
            if isinstance(head.func, ast.Name) and head.func.id == "authorize":
                return True, touched
            called = _called(module, head)
            if called is not None:
                asked, more = self.of(*called, asked)
                return asked, touched + more
        use = _use(head)
        if use is not None and not asked and use not in TO_DECIDE:
            touched += (use,)
        return asked, touched


def _expressions(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.expr):
        yield node
    elif isinstance(node, ast.keyword | ast.comprehension):
        yield from (one for one in ast.iter_child_nodes(node) if isinstance(one, ast.expr))


def _branches(statement: ast.stmt) -> Iterator[Sequence[ast.stmt]]:
    match statement:
        case ast.If():
            yield statement.body
            yield statement.orelse
        case ast.Match():
            yield from (case.body for case in statement.cases)
        case ast.Try():
            yield [*statement.body, *statement.orelse]
            yield from (handler.body for handler in statement.handlers)
        case ast.For() | ast.While() | ast.AsyncFor():
            yield statement.body
        case ast.With() | ast.AsyncWith():
            yield statement.body
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield statement.body


def _is_exhaustive(statement: ast.stmt) -> bool:
    """Tell whether one of the branches is taken for certain."""
    return isinstance(statement, ast.If | ast.Try | ast.With | ast.AsyncWith)


def _called(module: ModuleType, call: ast.Call) -> tuple[ModuleType, Function] | None:
    """Find the action that is called with the unit of work, if it is one."""
    if not any(isinstance(one, ast.Name) and one.id == "uow" for one in call.args):
        return None
    function: object = None
    if isinstance(call.func, ast.Name):
        function = getattr(module, call.func.id, None)
    elif isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name):
        function = getattr(getattr(module, call.func.value.id, None), call.func.attr, None)
    home = inspect.getmodule(function) if inspect.isfunction(function) else None
    if home is None or not home.__name__.startswith("bot.actions.") or function is None:
        return None
    return home, _functions(home)[str(getattr(function, "__name__", ""))]


def _use(node: ast.expr) -> str | None:
    """Name what is touched by ``uow.alerts.get``: ``alerts.get``."""
    if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Attribute):
        return None
    inner = node.value
    if isinstance(inner.value, ast.Name) and inner.value.id == "uow":
        return f"{inner.attr}.{node.attr}"
    return None


ENTRANCES = [
    pytest.param(module, node, id=_short(module, node.name))
    for module, node in _public()
    if _short(module, node.name) in _called_from_outside() and "uow" in _parameters(node)
]


@pytest.mark.parametrize(("module", "node"), ENTRANCES)
def test_an_action_asks_before_it_touches_anything(module: ModuleType, node: Function) -> None:
    """Nothing is read or written for somebody who may not have it."""
    asked, touched = Reading().of(module, node, asked=False)

    if _short(module, node.name) in EXEMPT:
        assert touched or not asked, "it asks: take it off the list"
    else:
        assert touched == ()
        assert asked


@pytest.mark.parametrize(
    ("module", "node"),
    [
        pytest.param(module, node, id=_short(module, name))
        for module in _modules()
        for name, node in _functions(module).items()
        if "uow" in _parameters(node)
    ],
)
def test_the_unit_of_work_comes_first(module: ModuleType, node: Function) -> None:
    """Whoever reads a call sees at once that it touches the database."""
    assert _parameters(node)[0] == "uow"


def test_nobody_looks_at_a_plan_but_through_the_door() -> None:
    """What takes a `Look` asks no more: `screens.look` is the only place that makes one."""
    made = [
        _short(module, name)
        for module in _modules()
        for name, node in _functions(module).items()
        for one in ast.walk(node)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "Look"
    ]

    assert made == ["screens.look"]


def test_every_exemption_is_one_of_an_action() -> None:
    """A reason whose action is gone is a reason for nothing."""
    assert set(EXEMPT) <= {str(one.id) for one in ENTRANCES}


def _sample(source: str) -> tuple[str, ...]:
    tree = ast.parse(source)
    node = tree.body[0]
    assert isinstance(node, Function)
    check: Callable[..., Found] = Reading().of
    asked, touched = check(importlib.import_module("bot.actions.alerts"), node, False)
    return touched if asked else (*touched, "never asked")


@pytest.mark.parametrize(
    ("source", "touched"),
    [
        pytest.param("authorize()\nawait uow.alerts.get(1)", (), id="asks-first"),
        pytest.param("await uow.alerts.get(1)\nauthorize()", ("alerts.get",), id="asks-after"),
        pytest.param(
            "if x:\n    authorize()\nawait uow.alerts.get(1)",
            ("alerts.get", "never asked"),
            id="asks-on-one-path",
        ),
        pytest.param(
            "if x:\n    return\nauthorize()\nawait uow.alerts.get(1)", (), id="leaves-before"
        ),
        pytest.param("authorize(await uow.people.get(1))", ("people.get",), id="in-an-argument"),
        pytest.param("await mine(uow)\nawait uow.alerts.get(1)", (), id="asks-through-a-helper"),
        pytest.param("return", (), id="touches-nothing"),
    ],
)
def test_the_reader_itself(source: str, touched: tuple[str, ...]) -> None:
    """What guards every door is tried on doors that are open."""
    body = "\n".join(f"    {line}" for line in source.split("\n"))

    assert _sample(f"async def action(uow):\n{body}") == touched
