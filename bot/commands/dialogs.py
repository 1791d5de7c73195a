"""``handrail dialogs``: check what clinicians wrote, draw it, play it."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands import house
from dialogs.errors import ContentProblems, Problem, UnknownDialog

if TYPE_CHECKING:
    from dialogs.engine.player import Player
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
Main = Annotated[
    str | None,
    typer.Option(
        help="The language your files must have at least; HANDRAIL_LANGUAGE if you leave it out."
    ),
]
Save = Annotated[
    Path | None,
    typer.Option(dir_okay=False, metavar="FILE", help="Keep it here when left; go on from here."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.callback(epilog="Example: handrail dialogs play daily_checkin")
def dialogs() -> None:
    """Check, play and draw dialogs."""


@app.command(epilog="Example: handrail dialogs check --dir our-content")
def check(*, folder: Dir = None, language: Main = None, as_json: Json = False) -> int:
    """Prove that every dialog is sound.

    Every step is reached, every path ends, every text is there, and no alarming answer gets past
    its safety question. Ours are there in every language; yours in your own at least, and it is
    noted what the others lack.
    """
    found: dict[str, Any] = {"ok": True, "dialogs": [], "languages": [], "problems": []}
    notes: tuple[Problem, ...] = ()
    try:
        book = _read(folder, language)
        found["dialogs"], found["languages"] = sorted(book.players), book.texts.languages
        notes = book.notes
    except ContentProblems as refused:
        if not as_json:
            raise
        found["ok"] = False
        found["problems"] = [asdict(one) for one in refused.problems]
    found["notes"] = [asdict(note) for note in notes]
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        names, languages = ", ".join(found["dialogs"]), ", ".join(found["languages"])
        typer.echo(f"Nothing is wrong with {names} (in {languages}).")
        for note in notes:
            typer.echo(f"note: {note}")
    return 0 if found["ok"] else 1


@app.command(epilog="Example: handrail dialogs diagram sos > sos.mmd")
def diagram(name: Name, *, folder: Dir = None) -> None:
    """Draw a dialog as a Mermaid flowchart."""
    from dialogs.engine.diagram import mermaid

    typer.echo(mermaid(_player(_read(folder), name).dialog), nl=False)


@app.command(epilog="Example: handrail dialogs play daily_checkin --script answers.txt")
def play(
    name: Name,
    *,
    language: Language = "en",
    script: Script = None,
    save: Save = None,
    folder: Dir = None,
    as_json: Json = False,
) -> None:
    """Play a dialog here in the terminal.

    The plan is made up, answers are typed or come from a file. Nothing is kept, unless a file is
    named: left with Ctrl-D or Ctrl-C, or at the end of the script, it goes on from there next time.
    """
    from bot.clock import utc_now
    from bot.commands import rehearsing
    from dialogs.engine.rehearsal import Rehearsal

    book = _read(folder)
    player = _player(book, name)
    if language not in book.texts.languages:
        there = ", ".join(book.texts.languages)
        raise typer.BadParameter(
            f"there is no language {language!r}; there are: {there}.", param_hint="--language"
        )
    rehearsal = Rehearsal(player, book.texts, language, utc_now(), players=book.players)
    if save is not None:
        rehearsing.take_up(rehearsal, name, book.players, save)
    rehearsing.through(rehearsal, script, aside=as_json)
    if save is not None:
        rehearsing.put_down(rehearsal, save)
    if as_json:
        typer.echo(json.dumps(rehearsing.record(rehearsal, name), ensure_ascii=False, indent=2))


def _read(folder: Path | None, language: str | None = None) -> "Playbook":
    """Read all content, with the language of the house as that of the clinic's own files."""
    from dialogs.playbook import load

    return load(folder, language=language or house.settings_here().language)


def _player(book: "Playbook", name: str) -> "Player":
    try:
        return book.player(name)
    except UnknownDialog:
        there = ", ".join(sorted(book.players))
        raise typer.BadParameter(
            f"there is no dialog called {name!r}; there are: {there}.", param_hint="NAME"
        ) from None
