"""Rehearsing in the terminal: show, read lines, keep what was left in a file and go on from it."""

import sys
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from pydantic import TypeAdapter, ValidationError

from dialogs.engine.rehearsal import Kept

if TYPE_CHECKING:
    from dialogs.engine.player import Player
    from dialogs.engine.rehearsal import Rehearsal

_KEPT = TypeAdapter(Kept)
_HOUR = timedelta(hours=1)


def take_up(rehearsal: "Rehearsal", name: str, players: "Mapping[str, Player]", file: Path) -> None:
    """Go on from what a file keeps, if it is there; say so where that cannot be.

    Raises:
        typer.BadParameter: The file keeps something else, which must not be written over.

    """
    if not file.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {file.parent}.", param_hint="--save")
    if not file.exists():
        return
    try:
        kept = _KEPT.validate_json(file.read_bytes(), strict=True)
    except ValidationError:
        kept = None
    if kept is None or not kept.sessions:
        raise typer.BadParameter(f"{file} keeps no dialog that was left.", param_hint="--save")
    first = kept.sessions[0].dialog
    if first != name:
        raise typer.BadParameter(f"{file} keeps {first}, not {name}.", param_hint="--save")
    changed = kept.changed(players)
    if changed is None:
        rehearsal.go_on(kept)
    else:
        typer.echo(f"{changed} has changed since it was left, so this begins anew.", err=True)


def put_down(rehearsal: "Rehearsal", file: Path) -> None:
    """Keep a rehearsal that was left; the file of one that is over goes."""
    if rehearsal.is_over:
        file.unlink(missing_ok=True)
    else:
        file.write_bytes(_KEPT.dump_json(rehearsal.keep(), indent=2))


def record(rehearsal: "Rehearsal", name: str) -> dict[str, Any]:
    """Return what would be written down of it: answers, follow-ups, and how it ended."""
    return {
        "dialog": name,
        "state": rehearsal.turn.session.state,
        "answers": [
            {"step": one.step, "name": one.name, "value": one.value, "kind": one.kind}
            for one in rehearsal.answers
        ],
        "follow_ups": [
            {"dialog": one.dialog, "after_hours": [delay / _HOUR for delay in one.after]}
            for one in rehearsal.follow_ups
        ],
    }


def through(rehearsal: "Rehearsal", script: Path | None, *, aside: bool) -> None:
    """Play to the end of the dialog or of the lines, whichever comes first.

    Args:
        rehearsal: Where to go on.
        script: A file with an answer on each line; None: they are typed.
        aside: Show everything on standard error, for standard output is for something else.

    """
    lines = _typed(aside=aside) if script is None else _written(script, aside=aside)
    _show(rehearsal, len(rehearsal.follow_ups) if not rehearsal.turn.events else 0, aside=aside)
    try:
        _answer(rehearsal, lines, aside=aside)
    except KeyboardInterrupt:  # whenever it comes, what was answered by then is answered
        typer.echo("", err=aside)
    if not rehearsal.is_over:
        typer.echo("(left here, unfinished)", err=aside)
        return
    recorded = [
        f"{answer.name} = {answer.value if answer.kind == 'answered' else answer.kind}"
        for answer in rehearsal.answers
        if answer.name
    ]
    typer.echo(f"({', '.join([rehearsal.turn.session.state, *recorded])})", err=aside)


def _answer(rehearsal: "Rehearsal", lines: Iterator[str], *, aside: bool) -> None:
    """Answer line by line, until the dialog or the lines are over."""
    while not rehearsal.is_over:
        line = next(lines, None)
        if line is None:
            return
        before = len(rehearsal.follow_ups)
        rehearsal.answer(line)
        _show(rehearsal, before, aside=aside)


def _show(rehearsal: "Rehearsal", before: int, *, aside: bool) -> None:
    """Show what is asked now, and the follow-ups there are beyond so many."""
    if shown := rehearsal.shown():
        typer.echo(f"{shown}\n", err=aside)
    for later in rehearsal.follow_ups[before:]:
        times = ", ".join(f"{delay / _HOUR:g} h" for delay in later.after)
        typer.echo(f"({later.dialog} would be asked after {times})", err=aside)


def _typed(*, aside: bool) -> Iterator[str]:
    """Yield what is typed, line by line, until Ctrl-D."""
    at_a_terminal = sys.stdin.isatty()
    if at_a_terminal:
        typer.echo(
            "Type an answer, skip, back or stop; ... lets time pass; Ctrl-D leaves.", err=True
        )
    while True:
        typer.echo("> ", nl=False, err=aside)
        line = sys.stdin.readline()
        if not at_a_terminal or not line:
            typer.echo(line.rstrip("\n"), err=aside)
        if not line:
            return
        yield line.rstrip("\n")


def _written(script: Path, *, aside: bool) -> Iterator[str]:
    for line in script.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.strip():
            typer.echo(f"> {line}", err=aside)
            yield line
