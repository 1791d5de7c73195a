"""The shape of the graph: names, roads, circles. What this finds wrong cannot be walked."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dialogs.engine.conditions import Condition
from dialogs.engine.definition import Ask, Branch, Call, Compute, Dialog, End, Step
from dialogs.engine.events import Value
from dialogs.engine.questions import options
from dialogs.engine.shapes import Choice, Item, Number, Scale, Several, YesNo
from dialogs.engine.sources import Source
from dialogs.errors import Problem


def between(sources: Sequence[Source]) -> Iterator[Problem]:
    """Find dialogs of the same name, calls that lead nowhere, and calls in a circle."""
    names = Counter(source.dialog.dialog for source in sources)
    calls = {
        source.dialog.dialog: {s.name for s in source.dialog.steps if isinstance(s, Call)}
        for source in sources
    }
    for source in sources:
        name = source.dialog.dialog
        if names[name] > 1:
            yield source.problem("", f"there are {names[name]} dialogs called {name}")
        for called in sorted(calls[name]):
            if called not in names:
                yield source.problem(called, f"there is no dialog {called} to call")
        if name in _reached(calls, name):
            yield source.problem("", f"{name} calls itself in the end")


def within(source: Source) -> list[Problem]:
    """Find what is wrong with one dialog's graph."""
    dialog = source.dialog
    named = [*_names(source), *_conditions(source), *_safety(source)]
    roads = [*_roads(source)]
    if named or roads:
        return [*named, *roads]
    graph = {step.name: {road.to for road in dialog.roads(step)} for step in dialog.steps}
    start = dialog.steps[0].name
    reached = {start} | _reached(graph, start)
    lost = [name for name in graph if name not in reached]
    circles = [name for name in graph if name in _reached(graph, name)]
    return [
        *(source.problem(name, f"no road leads to {name}") for name in lost),
        *(
            source.problem(name, f"{name} is on a circle: no path may come back")
            for name in circles
        ),
    ]


def _names(source: Source) -> Iterator[Problem]:
    for name, count in Counter(step.name for step in source.dialog.steps).items():
        if count > 1:
            yield source.problem(name, f"{count} steps are called {name}")


def _roads(source: Source) -> Iterator[Problem]:
    dialog = source.dialog
    for step in dialog.steps:
        roads = dialog.roads(step)
        if not roads and not isinstance(step, End):
            yield source.problem(
                step.name, f"nothing follows {step.name}; let the last step be an end"
            )
        for road in roads:
            if road.to not in dialog.by_name:
                yield source.problem(
                    step.name, f"{step.name} leads to {road.to}, which does not exist"
                )
        if any(road.when is None for road in roads[:-1]):
            yield source.problem(
                step.name, f"a road out of {step.name} stands behind one for everybody"
            )


def _conditions(source: Source) -> Iterator[Problem]:
    dialog = source.dialog
    for step in dialog.steps:
        for condition in conditions_at(step):
            sentence = _misfit(dialog, step, condition)
            if sentence:
                yield source.problem(step.name, sentence)
        for name in step.of if isinstance(step, Compute) else ():
            asked = dialog.by_name.get(name)
            if not isinstance(asked, Ask) or not isinstance(asked.answer, Scale | Number | Item):
                yield source.problem(step.name, f"{name} is no question that gives a number")


def conditions_at(step: Step) -> tuple[Condition, ...]:
    """Return every condition written at a step."""
    routes = step.routes if isinstance(step, Ask | Branch) else ()
    flags = step.flags if isinstance(step, Ask) else ()
    return (*(route.when for route in routes if route.when is not None), *flags)


def _misfit(dialog: Dialog, step: Step, condition: Condition) -> str | None:
    if condition.fact is not None:
        return None
    name = condition.answer or step.name
    asked = dialog.by_name.get(name)
    if not isinstance(asked, Ask):
        return f"a condition speaks of the answer to {name}, which is no question"
    named = condition.one_of or (() if condition.equals is None else (condition.equals,))
    possible = _possible(asked)
    wrong = [str(value) for value in named if possible is not None and value not in possible]
    return f"{name} can never be answered with {', '.join(wrong)}" if wrong else None


def _possible(ask: Ask) -> set[Value] | None:
    """Return every value an answer can have, or None if they cannot be listed."""
    if not isinstance(ask.answer, Scale | Choice | Several | YesNo):
        return None
    return {option.value for option in options(ask.answer, {})} - {None}


def _safety(source: Source) -> Iterator[Problem]:
    for ask in source.dialog.asks:
        if ask.safety and (ask.patience is None or not ask.flags or ask.records is None):
            sentence = f"{ask.name} is a safety question: it needs silence, flags and records"
            yield source.problem(ask.name, sentence)
        if ask.silence and not ask.safety:
            sentence = f"{ask.name} counts silence, but is no safety question"
            yield source.problem(ask.name, sentence)


def _reached(graph: Mapping[str, set[str]], start: str) -> set[str]:
    """Return everything that can be reached from a place, itself only if there is a way back."""
    found: set[str] = set()
    ahead = list(graph.get(start, ()))
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead.extend(graph.get(name, ()))
    return found
