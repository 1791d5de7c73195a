"""Notes on texts: what is no mistake, but should be known to whoever runs the bot."""

from collections.abc import Iterator
from itertools import groupby

from dialogs.errors import Problem
from dialogs.texts import Texts

MOST_NAMED = 6


def lacking(texts: Texts) -> Iterator[Problem]:
    """Say, for each language and each of a clinic's files, which of its texts are not translated.

    People read those in the clinic's own language. A message and its labels count as one text.
    """
    for language in texts.languages:
        places = sorted((place, key) for key, place in texts.lacking(language).items())
        for file, found in groupby(places, key=lambda one: one[0][0]):
            lines = {key.partition(".")[0]: line for (_, line), key in reversed(list(found))}
            yield _note(language, file, dict(reversed(lines.items())))


def _note(language: str, file: str, lines: dict[str, int]) -> Problem:
    names = list(lines)
    more = [f"and {len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
    count = "1 text" if len(names) == 1 else f"{len(names)} texts"
    named = ", ".join([*names[:MOST_NAMED], *more])
    short = file.rpartition("/")[2]
    return Problem(file, lines[names[0]], f"{language} lacks {count} of {short}: {named}")
