"""What every drill has in common: its terms, its outcome, and the one line it prints."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

MOST_SHOWN = 12

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms a drill runs.

    ``seed`` decides everything that is decided by chance, as far as a real machine lets it;
    ``long`` asks for the form that takes its time. ``folder`` is fresh and goes afterwards.
    """

    seed: int
    long: bool
    folder: Path
    tell: Tell

    def either(self, short: int, long: int) -> int:
        """Return a number that differs between the two forms."""
        return long if self.long else short


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a drill went: ``n`` says of how many, ``figure`` what was measured."""

    n: str
    figure: str
    wrong: Sequence[str] = ()


def line(name: str, terms: Terms, outcome: Outcome, seconds: float) -> str:
    """Word an outcome: one line, and below it what went wrong and how to see it again."""
    verdict = "FAIL" if outcome.wrong else "PASS"
    head = f"{name}: n={outcome.n}, seed={terms.seed}, {outcome.figure}, {seconds:.0f} s, {verdict}"
    if not outcome.wrong:
        return head
    shown = [f"  - {words}" for words in outcome.wrong[:MOST_SHOWN]]
    more = len(outcome.wrong) - len(shown)
    rest = [f"  - and {more} more"] if more > 0 else []
    form = " --long" if terms.long else ""
    again = f"  again: python -m tests.drills --only {name} --seed {terms.seed}{form}"
    return "\n".join((head, *shown, *rest, again))


def say(words: str) -> None:
    """Print one line at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
