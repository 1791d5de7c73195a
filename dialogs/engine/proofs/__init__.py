"""Proofs over dialogs: everything that can go wrong on any path, found before it runs.

The whole graph is walked, with every answer a question can get. What is proven: every step can
be reached, every path ends, every answer leads somewhere, every text exists in every language
with the same placeholders and fits into a message, and after every red-flag answer comes a
direct safety question.
"""

from collections.abc import Sequence

from dialogs.engine.proofs import calls, paths, structure, wording
from dialogs.engine.sources import Source
from dialogs.errors import Problem
from dialogs.texts import Texts


def check(sources: Sequence[Source], texts: Texts) -> list[Problem]:
    """Check dialogs and texts against each other.

    Args:
        sources: Every dialog; they may call one another.
        texts: All texts in all languages.

    Returns:
        Every problem found, each with file and line; empty if all is proven.

    """
    problems = [*calls.between(sources), *wording.between_languages(texts)]
    for source in sources:
        broken = structure.within(source)
        problems += broken
        if not broken:
            problems += paths.within(source)
            problems += wording.within(source, texts)
    return sorted(set(problems))
