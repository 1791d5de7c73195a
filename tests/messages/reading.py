"""The messages: one JSON object a line, ``work`` to look at and train on, ``kept`` to measure on.

``{"text", "lang", "labels", "severity", "note"}``. A note that begins with ``HN-`` marks a harmless
message that sounds grave; no label but ``none`` marks a harmless one.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).parent
TRAP = "HN-"

Kind = Literal["work", "kept"]


@dataclass(frozen=True, slots=True)
class Said:
    """One message, and what a reader made of it."""

    text: str
    lang: str
    labels: tuple[str, ...]
    severity: str
    note: str

    @property
    def is_harmless(self) -> bool:
        """Whether there is nothing in it that a human should hear of."""
        return self.severity == "none"

    @property
    def is_trap(self) -> bool:
        """Whether it is harmless, but does not sound so."""
        return self.is_harmless and self.note.startswith(TRAP)


def messages(kind: Kind, folder: Path = FOLDER) -> list[Said]:
    """Read all messages of a kind, from every file of it, in the order of the files' names."""
    paths = sorted((folder / kind).glob("**/*.jsonl"))
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return [_said(json.loads(line)) for line in lines if line.strip()]


def _said(row: dict[str, object]) -> Said:
    labels = row["labels"]
    assert isinstance(labels, list)
    text, lang = str(row["text"]), str(row["lang"])
    return Said(text, lang, tuple(labels), str(row["severity"]), str(row.get("note") or ""))
