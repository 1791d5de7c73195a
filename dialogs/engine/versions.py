"""Versions: a dialog exactly as it is today, its words included, kept for those who begin with it.

A session goes on in the words in which it began, so a changed word makes a new version too. What
all dialogs share, such as the buttons, is always that of today.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dialogs.engine.definition import Dialog, from_document
from dialogs.engine.player import Player
from dialogs.engine.proofs import wording
from dialogs.engine.shapes import Number
from dialogs.errors import UnknownDialog
from dialogs.texts import Texts


@dataclass(frozen=True)
class Definition:
    """What is kept of a version.

    Attributes:
        document: The structure, as ``Dialog.document``.
        words: Its texts in each language, as Fluent.

    """

    document: str
    words: Mapping[str, str]

    @cached_property
    def fingerprint(self) -> str:
        """16 hexadecimal characters that change when anything in the dialog or its words does."""
        parts = [self.document, *(part for pair in sorted(self.words.items()) for part in pair)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def definition_of(dialog: Dialog, texts: Texts) -> Definition:
    """Take down a dialog as it is now, in every language."""
    words = {}
    for language in texts.languages:
        names = {key.partition(".")[0] for key in texts.variables(language)}
        own = {name for name in names if name.startswith(f"{dialog.dialog}-")}
        words[language] = texts.source(language, own | _units(dialog))
    return Definition(dialog.document, words)


def restore(fingerprint: str, kept: Definition, texts: Texts) -> tuple[Player, Texts]:
    """Make an older version ready to play again.

    Args:
        fingerprint: By which its sessions know it.
        kept: What was kept of it.
        texts: Those of today.

    Returns:
        Its player, and the texts in its own words.

    Raises:
        UnknownDialog: It is no dialog that this program understands, or words are missing.

    """
    dialog = from_document(kept.document)
    own = texts.under(kept.words)
    needed = {key for step in dialog.steps for key in wording.keys(dialog, step)}
    if any(needed - own.variables(language).keys() for language in own.languages):
        raise UnknownDialog("a stored definition")
    return Player(dialog, fingerprint), own


def _units(dialog: Dialog) -> set[str]:
    numbers = (ask.answer for ask in dialog.asks)
    return {f"unit-{one.unit}" for one in numbers if isinstance(one, Number) and one.unit}
