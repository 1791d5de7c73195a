"""A dialog as a Mermaid flowchart, for people who would rather see it than read it."""

from dialogs.engine.conditions import in_words
from dialogs.engine.definition import Ask, Branch, Call, Dialog, End, Later, Step, Wait


def mermaid(dialog: Dialog) -> str:
    """Draw a dialog.

    Returns:
        Mermaid text: questions are boxes, forks are diamonds, safety questions are marked.

    """
    lines = ["flowchart TD"]
    lines += [f"    {_box(step)}" for step in dialog.steps]
    for step in dialog.steps:
        for road in dialog.roads(step):
            arrow = f"-->|{in_words(road.when)}|" if road.when else "-->"
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
