"""``handrail screen``: what the rules for free text make of messages, line by line.

It needs no settings, no database and no token, and keeps nothing of what it reads.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands import plainly

if TYPE_CHECKING:
    from dialogs.care.words import Hit, Near, Screen

LONGEST_LINE = 1024 * 1024

Json = Annotated[bool, typer.Option("--json", help="Read and write JSON, one line for each line.")]
Dir = Annotated[
    Path | None,
    typer.Option(
        "--dir", exists=True, file_okay=False, metavar="DIR", help="A content folder of your own."
    ),
]
AskModel = Annotated[
    bool, typer.Option("--near", help="Ask the model of the extra `nearness`, too, if it is here.")
]


@dataclass(frozen=True, slots=True)
class _Message:
    """One line that was read: a message, or what is wrong with the line."""

    text: str = ""
    language: str = ""
    wrong: str = ""


def screen(*, as_json: Json = False, folder: Dir = None, near: AskModel = False) -> int:
    """Say what each message on standard input would lead to, and why.

    Without --json each line is a message as it stands. With it each line is
    {"text": ..., "lang": ...}, "lang" may be left out, and each answer is {"action", "severity",
    "labels", "why"}. A line that cannot be read is answered with an "error" and nothing else; the
    others are answered all the same, and the exit status is 1.
    """
    from dialogs.care import word_files, words
    from dialogs.care.likeness import Likeness, either
    from dialogs.errors import ContentProblems

    own = [folder / "words"] if folder else []
    books, problems = word_files.read([word_files.OURS, *own])
    if problems:
        raise ContentProblems(problems)
    model = either(Likeness.read(), _model() if near else None)
    wrong = 0
    for number, line in enumerate(_lines(), start=1):
        said = _read(line) if as_json else _Message(line)
        if said.wrong:
            wrong += 1
            typer.echo(_unread(number, said.wrong))
            continue
        found = words.screen(said.text, said.language, books, model)
        typer.echo(_as_json(found) if as_json else _as_text(found, said.text))
    return plainly.FOUND_WRONG if wrong else 0


def _model() -> "Near | None":
    from bot.nearness import nearness

    model = nearness()
    if model is None:
        raise typer.BadParameter(
            "the extra is not installed: pip install 'handrail[nearness]'", param_hint="--near"
        )
    return model


def _lines() -> Iterator[str]:
    """Read standard input line by line, whatever bytes there are in it."""
    while raw := sys.stdin.buffer.readline(LONGEST_LINE):
        yield raw.decode(errors="replace").rstrip("\r\n")


def _read(line: str) -> _Message:
    try:
        found: Any = json.loads(line)
    except (ValueError, RecursionError):
        return _Message(wrong='this line is not JSON; expected {"text": "...", "lang": "en"}')
    if not isinstance(found, dict):
        return _Message(wrong='expected an object such as {"text": "...", "lang": "en"}')
    text, language = found.get("text"), found.get("lang")
    if not isinstance(text, str):
        return _Message(wrong='"text" is missing, or is no string')
    if language is not None and not isinstance(language, str):
        return _Message(wrong='"lang" is no string')
    return _Message(text, (language or "").partition("-")[0].lower())


def _unread(number: int, wrong: str) -> str:
    """Answer a line that cannot be read in the shape of an answer, with nothing in it."""
    empty: dict[str, Any] = {"action": None, "severity": None, "labels": [], "why": []}
    return json.dumps({**empty, "error": f"line {number}: {wrong}"}, ensure_ascii=False)


def _as_json(found: "Screen") -> str:
    answer = {
        "action": found.action,
        "severity": found.severity,
        "labels": list(found.labels),
        "why": [
            {"rule": hit.rule, "span": hit.span, "context": list(_contexts(hit))}
            for hit in found.why
        ],
    }
    return json.dumps(answer, ensure_ascii=False)


def _as_text(found: "Screen", text: str) -> str:
    labels = ", ".join(found.labels)
    lines = [f"{found.action:5}  {found.severity:9}  {text}" + (f"  ({labels})" if labels else "")]
    for hit in found.why:
        around = "; ".join(_contexts(hit))
        lines.append(f"       {hit.rule}: {hit.span}" + (f" [{around}]" if around else ""))
    return "\n".join(lines)


def _contexts(hit: "Hit") -> Iterator[str]:
    """Name each context that was met, and why it did not count where it did not."""
    yield from hit.context
    for one in hit.passed:
        yield f"not {one.context}: {REASONS[one.because]}"


REASONS = {"elsewhere": "it stands elsewhere", "holds": "the rule holds in spite of it"}
