"""Every error the pure half, and what stands on it, may raise.

::

    HandrailError
    ├── DialogError
    │   ├── StaleReply          the question has been answered or closed already
    │   ├── NothingOpen         a reply came while nothing is being asked
    │   └── UnknownDialog       no dialog of that name, or of that fingerprint
    ├── ContentProblems         files a clinic edits are wrong; holds all of them at once
    ├── MissingText             a text is missing, or lacks one of its arguments
    ├── NotAllowed              this person may not do this
    ├── NotJoined           somebody of whom nothing is stored asked for more than that
    ├── NotConsented            nobody has agreed to this being stored or shared
    ├── InvitationInvalid       used, expired, or never given
    ├── AlreadyTaken            somebody else took the alert first
    ├── NotTaken                the alert has yet to be taken by somebody
    ├── AlertClosed             the alert has been resolved already
    ├── BadEdit                 a plan cannot be changed that way
    ├── BadRule                 a schedule rule that cannot be read (also a ValueError)
    ├── BadZone                 no such time zone (also a ValueError)
    └── StorageError
        └── DatabaseRefused     the database cannot or must not be opened
            └── DatabaseNotReady    it has yet to be made or brought up to date

What a person gets wrong is an event (``Rejected``), never an exception. Messages name
what was expected and found; they never hold an answer or a person's name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

NEEDS_REVIEW = re.compile(r"^\W*needs-review:\s*(?P<reason>.*\S)", re.MULTILINE)
"""The mark above words or numbers that a clinician has yet to confirm."""

_REVIEWED = re.compile(r"^\W*reviewed:\s*\S.*,\s*\d{4}-\d{2}-\d{2}\s*$", re.MULTILINE)


def awaits_review(comment: str) -> str | None:
    """Return what a clinician has yet to confirm; None once a name and a date stand beside it.

    Args:
        comment: The lines of a comment, such as ``# needs-review: the dose`` and below it
            ``# reviewed: R. Moreno MD, 2026-11-01``.

    """
    found = NEEDS_REVIEW.search(comment)
    return found["reason"] if found and not _REVIEWED.search(comment) else None


class HandrailError(Exception):
    """Something the situation forbids; turned into words in one place, at the edge."""


class DialogError(HandrailError):
    """A reply and a running dialog do not fit together."""


class StaleReply(DialogError):
    """The question this reply belongs to has already been answered or closed."""


class NothingOpen(DialogError):
    """A reply came, or a screen was wanted, while nothing is being asked."""


class UnknownDialog(DialogError):
    """There is no dialog of this name or fingerprint."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no dialog called {name!r}")
        self.name = name


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a content file.

    ``line`` counts from 1; 0 means the whole file. ``way`` is the shortest way through the dialog
    that shows it, as steps with the answers given; empty where it is about no way.
    """

    file: str
    line: int
    sentence: str
    way: str = ""

    def __str__(self) -> str:
        """Write it the way compilers do, so that editors can jump to it."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        shown = f" ({self.way})" if self.way else ""
        return f"{place}: {self.sentence}{shown}"


class ContentProblems(HandrailError):
    """Content files are wrong. Holds every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class MissingText(HandrailError):
    """A text does not exist in this language, or was not given an argument it needs."""

    def __init__(self, key: str, language: str) -> None:
        super().__init__(f"no text {key!r} in language {language!r}")
        self.key = key
        self.language = language


class NotAllowed(HandrailError):
    """This person may not do this. ``action`` and ``reason`` are keys, not sentences."""

    def __init__(self, action: str, reason: str) -> None:
        super().__init__(f"{action}: {reason}")
        self.action = action
        self.reason = reason


class NotJoined(HandrailError):
    """Somebody of whom nothing is stored asked for what only members have."""


class NotConsented(HandrailError):
    """Nobody has agreed to this being stored or shared."""


class InvitationInvalid(HandrailError):
    """The invitation was used, has expired, or was never given."""


class AlreadyTaken(HandrailError):
    """Somebody took the alert first. ``by`` is their person id, where it may be told."""

    def __init__(self, by: int | None = None) -> None:
        super().__init__("the alert has been taken already")
        self.by = by


class NotTaken(HandrailError):
    """Nobody has the alert, so nobody can say how it went: it has to be taken first."""


class AlertClosed(HandrailError):
    """The alert has been resolved already."""


class BadEdit(HandrailError):
    """A plan cannot be changed that way. ``reason`` names a text, ``args`` what goes into it."""

    def __init__(self, reason: str, **args: int | str) -> None:
        super().__init__(f"the plan cannot be changed that way: {reason}")
        self.reason = reason
        self.args_of_text = args


class BadRule(HandrailError, ValueError):
    """A schedule rule cannot be read. ``sentence`` says what was expected."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class BadZone(HandrailError, ValueError):
    """There is no such time zone. ``suggestions`` are names that exist, best first."""

    def __init__(self, sentence: str, suggestions: Iterable[str] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.suggestions: tuple[str, ...] = tuple(suggestions)


class StorageError(HandrailError):
    """The memory of the program cannot be used as it is."""


class DatabaseRefused(StorageError):
    """The database must not be opened: newer schema, other key, read-only, or locked."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class DatabaseNotReady(DatabaseRefused):
    """The database has yet to be made, or to be brought up to date."""
