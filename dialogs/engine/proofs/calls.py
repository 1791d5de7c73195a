"""Dialogs that run one another: every one is there, none runs itself, none lacks a fact."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dialogs.engine.calling import DEEPEST
from dialogs.engine.definition import Call, Compute, Dialog, Later
from dialogs.engine.proofs.graphs import longest, reached, shortest
from dialogs.engine.proofs.ways import told
from dialogs.engine.sources import Source
from dialogs.errors import Problem


def between(sources: Sequence[Source]) -> Iterator[Problem]:
    """Find what is wrong between dialogs.

    Two of one name; a call or a follow-up of one that does not exist, or that lacks a fact;
    calls in a circle; calls too deep.
    """
    names = Counter(source.dialog.dialog for source in sources)
    dialogs = {source.dialog.dialog: source.dialog for source in sources}
    for source in sources:
        name = source.dialog.dialog
        if names[name] > 1:
            yield source.problem("", f"there are {names[name]} dialogs called {name}")
        for step in source.dialog.steps:
            if isinstance(step, Call):
                yield from _called(source, step, dialogs)
            if isinstance(step, Later):
                yield from _asked_for(source, step, dialogs)
    yield from _endless(sources, dialogs)


def _called(source: Source, call: Call, dialogs: Mapping[str, Dialog]) -> Iterator[Problem]:
    computed = {step.name for step in source.dialog.steps if isinstance(step, Compute)}
    for name in call.dialogs:
        if name not in dialogs:
            yield source.problem(call.name, f"there is no dialog {name} to call")
            continue
        lacking = sorted({*dialogs[name].given} - {*source.dialog.given, *computed})
        if lacking:
            sentence = f"{name} cannot be called here: it needs the facts {', '.join(lacking)}"
            yield source.problem(call.name, sentence)


def _asked_for(source: Source, later: Later, dialogs: Mapping[str, Dialog]) -> Iterator[Problem]:
    if later.dialog not in dialogs:
        yield source.problem(later.name, f"there is no dialog {later.dialog} to follow up with")
    elif dialogs[later.dialog].given:
        facts = ", ".join(dialogs[later.dialog].given)
        sentence = f"{later.dialog} cannot be asked later: it needs the facts {facts}"
        yield source.problem(later.name, sentence)


def _endless(sources: Sequence[Source], dialogs: Mapping[str, Dialog]) -> Iterator[Problem]:
    """Find dialogs that run themselves in the end, and calls that lie too deep in one another."""
    calls = {
        name: {one for s in dialog.steps if isinstance(s, Call) for one in s.dialogs}
        for name, dialog in dialogs.items()
    }
    circular = {name for name in calls if name in reached(calls, name)}
    for source in sources:
        name = source.dialog.dialog
        if name in circular:
            circle = told(shortest(calls, name, name))
            yield source.problem("", f"{name} calls itself in the end", circle)
        elif not circular & reached(calls, name):
            way = longest(calls, name)
            if len(way) > DEEPEST + 1:
                yield source.problem("", "calls lie too deep in one another", told(way))
