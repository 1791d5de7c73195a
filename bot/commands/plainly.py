"""Errors in plain words: one sentence each, and the exit status that goes with them."""

from collections.abc import Iterator

import typer

from dialogs.errors import BadRule, BadZone, ContentProblems, HandrailError, UnknownDialog

FOUND_WRONG = 1
USED_WRONGLY = 2
INTERRUPTED = 130

_MISUSES = (BadRule, BadZone, UnknownDialog)


def sentences(error: Exception) -> tuple[str, ...]:
    """Word an error for whoever sits at the terminal.

    Args:
        error: One of ours, one of the operating system's, or a group of them.

    Returns:
        A sentence for each thing that is wrong; empty if the error is a fault of the program.

    """
    match error:
        case ExceptionGroup():
            return _of_group(list(_leaves(error)))
        case ContentProblems():
            return tuple(str(problem) for problem in error.problems)
        case BadZone(suggestions=(_, *_)):
            meant = ", ".join(error.suggestions)
            return (f"{_ended(error.sentence)} Did you mean one of these: {meant}?",)
        case HandrailError():
            return tuple(_ended(line) for line in str(error).splitlines())
        case OSError(strerror=str(reason)):
            place = f": {error.filename}" if error.filename is not None else ""
            return (_ended(f"{reason}{place}"),)
        case _:
            return ()


def status(error: Exception) -> int:
    """Return the exit status: 2 where the command was used wrongly, else 1."""
    return USED_WRONGLY if isinstance(error, _MISUSES) else FOUND_WRONG


def misuse(error: typer.TyperException) -> str:
    """Word a command line that cannot be understood, and name its help."""
    message = error.format_message().replace("Value error, ", "")
    if "\n" in message:  # nothing was asked for: the message is the help
        return message
    context: typer.Context | None = getattr(error, "ctx", None)
    if context is None or type(error) is typer.BadParameter:
        return _ended(message)
    return f"{message.removesuffix('.')}; see: {context.command_path} --help"


def _of_group(errors: list[Exception]) -> tuple[str, ...]:
    """Word a group, unless a fault of the program is among them: that must not be hidden."""
    worded = [sentences(error) for error in errors]
    return tuple(dict.fromkeys(line for each in worded for line in each)) if all(worded) else ()


def _leaves(group: ExceptionGroup[Exception]) -> Iterator[Exception]:
    for error in group.exceptions:
        if isinstance(error, ExceptionGroup):
            yield from _leaves(error)
        else:
            yield error


def _ended(line: str) -> str:
    """Begin with a capital and end with a stop, as a sentence does."""
    words = line[:1].upper() + line[1:]
    return words if words.endswith((".", "?", "!")) else f"{words}."
