"""Files of words: a folder for each language, ``language.yaml`` and a file for each category."""

from collections.abc import Sequence
from pathlib import Path

from dialogs import files
from dialogs.care.word_rules import Chapter, Language, WordBook, bind
from dialogs.errors import ContentProblems, Problem

LANGUAGE = "language.yaml"
OURS = Path(__file__).parent.parent / "content" / "words"


def of(folders: Sequence[Path]) -> dict[str, list[Path]]:
    """Return the files of every language; the last folder that has a file of that name gives it."""
    found: dict[str, dict[str, Path]] = {}
    for folder in folders:
        for path in sorted(folder.glob("*/*.yaml")):
            found.setdefault(path.parent.name, {})[path.name] = path
    return {language: list(paths.values()) for language, paths in found.items()}


def read(folders: Sequence[Path]) -> tuple[dict[str, WordBook], list[Problem]]:
    """Read the rules of every language.

    Args:
        folders: Such as ``content/words``: ours, and the clinic's behind it.

    Returns:
        The books that can be used, by language, and everything that is wrong with the others.

    """
    books: dict[str, WordBook] = {}
    problems: list[Problem] = []
    for language, paths in of(folders).items():
        try:
            books[language] = _read(language, paths)
        except ContentProblems as found:
            problems += found.problems
    return books, problems


def _read(name: str, paths: list[Path]) -> WordBook:
    language = [files.read_model(path, Language) for path in paths if path.name == LANGUAGE]
    problems: list[Problem] = []
    chapters = []
    for path in paths:
        try:
            chapters += [files.read_model(path, Chapter)] if path.name != LANGUAGE else []
        except ContentProblems as found:
            problems += found.problems
    if not language:
        problems.append(Problem(f"{name}/{LANGUAGE}", 0, "this file is missing"))
    if problems:
        raise ContentProblems(problems)
    try:
        return bind(language[0], chapters)
    except ValueError as error:
        raise ContentProblems([Problem(f"words/{name}", 0, str(error))]) from None
