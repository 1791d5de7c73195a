"""Leafing: a list that is longer than one screen, a page at a time."""

from collections.abc import Sequence
from typing import TypeVar

from bot.actions.telling import Press

PAGE = 20
"""Lines, each with its button, on one page."""

One = TypeVar("One")


def page(whole: Sequence[One], first: int) -> Sequence[One]:
    """Return what stands on the page that begins with number ``first``; beyond the end, nothing."""
    return whole[first : first + PAGE]


def leaves(verb: str, first: int, whole: int) -> list[list[Press]]:
    """Return the row of buttons that go on and back; none where everything is on one page.

    Args:
        verb: Of the button; its argument is the number with which that page begins.
        first: With which number this page begins.
        whole: How many there are.

    """
    row = []
    if first:
        row.append(Press("commands-leaf.back", verb, (str(max(0, first - PAGE)),)))
    if first + PAGE < whole:
        row.append(Press("commands-leaf.more", verb, (str(first + PAGE),)))
    return [row] if row else []
