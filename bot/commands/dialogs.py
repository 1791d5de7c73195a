"""``handrail dialogs``: check what clinicians wrote, draw it, play it."""

import json
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dialogs.errors import ContentProblems, UnknownDialog

if TYPE_CHECKING:
    from dialogs.engine.player import Player
    from dialogs.engine.rehearsal import Rehearsal
    from dialogs.playbook import Playbook

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Name = Annotated[str, typer.Argument(help="A dialog, such as daily_checkin.", show_default=False)]
Dir = Annotated[
    Path | None,
    typer.Option(
        "--dir", exists=True, file_okay=False, metavar="DIR", help="A content folder of your own."
    ),
]
Language = Annotated[str, typer.Option(help="The language it is played in.")]
Script = Annotated[
    Path | None,
    typer.Option(
        exists=True, dir_okay=False, metavar="FILE", help="Take the answers from here, one a line."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.callback(epilog="Example: handrail dialogs play daily_checkin")
def dialogs() -> None:
    """Check, play and draw dialogs."""


@app.command(epilog="Example: handrail dialogs check --dir our-content")
def check(*, folder: Dir = None, as_json: Json = False) -> int:
    """Prove that every dialog is sound.

    Every step is reached, every path ends, every text is there in every language, and no
    alarming answer gets past its safety question.
    """
    from dialogs.playbook import load

    problems: tuple[dict[str, str | int], ...] = ()
    names: list[str] = []
    languages: tuple[str, ...] = ()
    try:
        book = load(folder)
        names, languages = sorted(book.players), tuple(book.texts.languages)
    except ContentProblems as found:
        if not as_json:
            raise
        problems = tuple(
            {"file": one.file, "line": one.line, "sentence": one.sentence} for one in found.problems
        )
    if as_json:
        found_out = {
            "ok": not problems,
            "dialogs": names,
            "languages": languages,
            "problems": problems,
        }
        typer.echo(json.dumps(found_out, ensure_ascii=False, indent=2))
    else:
        typer.echo(f"Nothing is wrong with {', '.join(names)} (in {', '.join(languages)}).")
    return 1 if problems else 0


@app.command(epilog="Example: handrail dialogs diagram sos > sos.mmd")
def diagram(name: Name, *, folder: Dir = None) -> None:
    """Draw a dialog as a Mermaid flowchart."""
    from dialogs.engine.diagram import mermaid
    from dialogs.playbook import load

    typer.echo(mermaid(_player(load(folder), name).dialog), nl=False)


@app.command(epilog="Example: handrail dialogs play daily_checkin --script answers.txt")
def play(
    name: Name, *, language: Language = "en", script: Script = None, folder: Dir = None
) -> None:
    """Play a dialog here in the terminal.

    The plan is made up, answers are typed or come from a file, and nothing is kept.
    """
    from bot.clock import utc_now
    from dialogs.engine.rehearsal import Rehearsal
    from dialogs.playbook import load

    book = load(folder)
    player = _player(book, name)
    if language not in book.texts.languages:
        there = ", ".join(book.texts.languages)
        raise typer.BadParameter(
            f"there is no language {language!r}; there are: {there}.", param_hint="--language"
        )
    rehearsal = Rehearsal(player, book.texts, language, utc_now(), players=book.players)
    if script is None:
        _through(rehearsal, _typed())
    else:
        _through(rehearsal, _written(script))


def _player(book: "Playbook", name: str) -> "Player":
    try:
        return book.player(name)
    except UnknownDialog:
        there = ", ".join(sorted(book.players))
        raise typer.BadParameter(
            f"there is no dialog called {name!r}; there are: {there}.", param_hint="NAME"
        ) from None


def _through(rehearsal: "Rehearsal", lines: Iterator[str]) -> None:
    """Play to the end of the dialog or of the lines, whichever comes first."""
    _show(rehearsal)
    while not rehearsal.is_over:
        line = next(lines, None)
        if line is None:
            typer.echo("(left here, unfinished)")
            return
        rehearsal.answer(line)
        _show(rehearsal)
    recorded = [
        f"{answer.name} = {answer.value if answer.kind == 'answered' else answer.kind}"
        for answer in (*rehearsal.turn.session.answers, *rehearsal.ended)
        if answer.name
    ]
    typer.echo(f"({', '.join([rehearsal.turn.session.state, *recorded])})")


def _show(rehearsal: "Rehearsal") -> None:
    from dialogs.engine.events import FollowUp

    if shown := rehearsal.shown():
        typer.echo(f"{shown}\n")
    for event in rehearsal.turn.events:
        if isinstance(event, FollowUp):
            times = ", ".join(f"{delay / timedelta(hours=1):g} h" for delay in event.after)
            typer.echo(f"({event.dialog} would be asked after {times})")


def _typed() -> Iterator[str]:
    """Yield what is typed, line by line, until Ctrl-D or Ctrl-C."""
    at_a_terminal = sys.stdin.isatty()
    if at_a_terminal:
        typer.echo(
            "Type an answer, skip, back or stop; ... lets time pass; Ctrl-D leaves.", err=True
        )
    while True:
        typer.echo("> ", nl=False)
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt:
            line = ""
        if not at_a_terminal or not line:
            typer.echo(line.rstrip("\n"))
        if not line:
            return
        yield line.rstrip("\n")


def _written(script: Path) -> Iterator[str]:
    for line in script.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.strip():
            typer.echo(f"> {line}")
            yield line
