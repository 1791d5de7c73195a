"""A dialog as a Mermaid flowchart, for people who would rather see it than read it."""

from dialogs.engine.conditions import Condition
from dialogs.engine.definition import Ask, Branch, Call, Dialog, End, Later, Step, Wait

_COMPARED = {"at_least": "≥ {}", "at_most": "≤ {}", "equals": "= {}"}


def mermaid(dialog: Dialog) -> str:
    """Draw a dialog.

    Returns:
        Mermaid text: questions are boxes, forks are diamonds, safety questions are marked.

    """
    lines = ["flowchart TD"]
    lines += [f"    {_box(step)}" for step in dialog.steps]
    for step in dialog.steps:
        for road in dialog.roads(step):
            arrow = f"-->|{_words(road.when)}|" if road.when else "-->"
            lines.append(f"    {_id(step.name)} {arrow} {_id(road.to)}")
    safe = [_id(ask.name) for ask in dialog.asks if ask.safety]
    if safe:
        lines += ["    classDef safety stroke-width:4px", f"    class {','.join(safe)} safety"]
    return "\n".join(lines) + "\n"


def _id(name: str) -> str:
    return f"s_{name}"


def _box(step: Step) -> str:
    left, words, right = '("', step.name, '")'
    match step:
        case Ask():
            left, words, right = '["', f"{step.name}<br/>{step.answer.kind}", '"]'
        case Branch():
            left, right = '{"', '"}'
        case Wait(lasts=lasts):
            left, words, right = '[/"', f"{step.name}<br/>{lasts}", '"/]'
        case Call(dialogs=dialogs):
            left, words, right = '[["', f"{step.name}<br/>{' or '.join(dialogs)}", '"]]'
        case Later(dialog=dialog, after=after):
            left, words, right = '>"', f"{step.name}<br/>{dialog}, {', '.join(after)} later", '"]'
        case End():
            left, right = '(["', '"])'
        case _:
            pass
    return f"{_id(step.name)}{left}{words}{right}"


def _words(condition: Condition) -> str:
    subject = condition.fact or condition.answer
    parts = [subject] if subject else []
    for name, shape in _COMPARED.items():
        value = getattr(condition, name)
        if value is not None:
            parts.append(shape.format(value))
    if condition.one_of is not None:
        parts.append("is " + " or ".join(str(value) for value in condition.one_of))
    if condition.skipped is not None:
        parts.append("skipped" if condition.skipped else "not skipped")
    if condition.present is not None:
        parts.append("there" if condition.present else "not there")
    return " ".join(parts)
