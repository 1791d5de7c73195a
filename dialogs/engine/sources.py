"""Dialog files: a dialog together with where it was written, so that problems have a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dialogs import files
from dialogs.engine.definition import Dialog, unfold
from dialogs.errors import Problem


@dataclass(frozen=True, slots=True)
class Source:
    """A dialog as it was read; ``lines`` says on which line each step begins."""

    dialog: Dialog
    file: str
    lines: Mapping[str, int]

    def problem(self, step: str, sentence: str, way: str = "") -> Problem:
        """Say that something is wrong with a step; an unknown step means the whole file."""
        return Problem(self.file, self.lines.get(step, 0), sentence, way)


def read_dialog(path: Path) -> Source:
    """Read one dialog file. Raises ContentProblems with everything that does not fit its shape."""
    document = files.read_yaml(path)
    dialog = files.fit(document, Dialog, unfold)
    lines = {step.name: document.line("steps", at) for at, step in enumerate(dialog.steps)}
    return Source(dialog, document.file, lines)
