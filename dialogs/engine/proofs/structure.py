"""The shape of one graph: names, roads, circles. What this finds wrong cannot be walked."""

from collections import Counter
from collections.abc import Iterator

from dialogs.engine.conditions import Condition
from dialogs.engine.definition import Ask, Branch, Call, Compute, Dialog, End, Step
from dialogs.engine.events import Value
from dialogs.engine.proofs.graphs import reached
from dialogs.engine.proofs.ways import Map
from dialogs.engine.questions import options
from dialogs.engine.shapes import Choice, Item, Number, Pick, Scale, Several, YesNo
from dialogs.engine.sources import Source
from dialogs.errors import Problem


def within(source: Source) -> list[Problem]:
    """Find what is wrong with one dialog's graph."""
    dialog = source.dialog
    named = [*_names(source), *_conditions(source), *_calls(source), *_safety(source)]
    roads = [*_roads(source)]
    if named or roads:
        return [*named, *roads]
    roads_of = Map(dialog)
    graph, found = roads_of.graph, roads_of.reached()
    lost = [name for name in graph if name not in found]
    circles = [name for name in graph if name in reached(graph, name)]
    return [
        *(source.problem(name, f"no road leads to {name}", roads_of.past(name)) for name in lost),
        *(
            source.problem(
                name, f"{name} is on a circle: no path may come back", roads_of.round(name)
            )
            for name in circles
        ),
    ]


def _names(source: Source) -> Iterator[Problem]:
    for name, count in Counter(step.name for step in source.dialog.steps).items():
        if count > 1:
            yield source.problem(name, f"{count} steps are called {name}")


def _roads(source: Source) -> Iterator[Problem]:
    dialog = source.dialog
    roads_of = Map(dialog)
    for step in dialog.steps:
        roads = dialog.roads(step)
        if not roads and not isinstance(step, End):
            sentence = f"nothing follows {step.name}; let the last step be an end"
            yield source.problem(step.name, sentence, roads_of.to(step.name))
        for road in roads:
            if road.to not in dialog.by_name:
                sentence = f"{step.name} leads to {road.to}, which does not exist"
                yield source.problem(step.name, sentence, roads_of.to(step.name, road.to))
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


def _calls(source: Source) -> Iterator[Problem]:
    """Find calls that take their dialog from an answer that can name none."""
    for call in source.dialog.steps:
        if not isinstance(call, Call) or call.of is None:
            continue
        asked = source.dialog.by_name.get(call.of)
        if not isinstance(asked, Ask) or not isinstance(asked.answer, Pick | Choice):
            sentence = f"{call.of} is no question whose answer could name a dialog"
            yield source.problem(call.name, sentence)
        elif isinstance(asked.answer, Choice):
            for name in sorted(set(call.among) - set(asked.answer.options)):
                sentence = f"{call.of} can never be answered with {name}"
                yield source.problem(call.name, sentence)


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
        if ask.private and (ask.safety or ask.flags):
            sentence = f"{ask.name} is private: nobody could be told of a red flag there"
            yield source.problem(ask.name, sentence)
