"""The command line: ``handrail``, which is ``python -m bot``.

A command imports what it needs when it runs, so that help costs nothing. Whatever a person can
cause ends here, as one sentence on stderr: exit 1 where something was found wrong, 2 where the
command was used wrongly.
"""

import io
import sys
from collections.abc import Sequence

import typer

from bot.commands import (
    audit,
    check,
    demo,
    dialogs,
    house,
    keys,
    plainly,
    records,
    run,
    schedule,
    screen,
    signs,
    simulate,
)
from dialogs.errors import HandrailError

app = typer.Typer(
    help="Handrail: a check-in companion for people in recovery, in Telegram.",
    epilog="Example: handrail demo",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.command(epilog="Example: handrail demo --port 9000")(demo.demo)
app.command(epilog="Example: handrail run")(run.run)
app.command(epilog="Example: handrail check --json")(check.check)
app.command(epilog="Example: handrail migrate")(house.migrate)
app.command(epilog="Example: handrail invite counselor --name Dana")(house.invite)
app.command(epilog="Example: handrail simulate --days 90 --clients 50 --seed 1")(simulate.simulate)
app.command(epilog="Example: handrail screen --json < messages.jsonl")(screen.screen)
app.command(epilog="Example: handrail export 12 --to mia.zip")(records.export)
app.command(epilog="Example: handrail erase 12")(records.erase)
app.command(epilog="Example: handrail backup")(keys.backup)
app.command(epilog="Example: handrail restore backups/handrail-20260301-060000.db")(keys.restore)
app.command(epilog="Example: handrail rotate-key")(keys.rotate_key)
app.add_typer(audit.app, name="audit")
app.add_typer(dialogs.app, name="dialogs")
app.add_typer(schedule.app, name="schedule")
app.add_typer(signs.app, name="signs")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: What follows ``handrail``; None: what this process was called with.

    Returns:
        The exit status.

    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        done: int | None = app(arguments, prog_name="handrail", standalone_mode=False)
    except typer.TyperException as error:
        typer.echo(plainly.misuse(error), err=True)
        return error.exit_code
    except typer.Abort:
        return plainly.INTERRUPTED
    except BrokenPipeError:
        _nobody_reads()
        return plainly.FOUND_WRONG
    except (HandrailError, OSError, ExceptionGroup) as error:
        return _say_what_is_wrong(error)
    return done or 0


def _say_what_is_wrong(error: Exception) -> int:
    lines = plainly.sentences(error)
    if not lines:
        raise error
    for line in lines:
        typer.echo(line, err=True)
    return plainly.status(error)


def _nobody_reads() -> None:
    """Let Python flush into nothing at its end, where the reader of a pipe has gone."""
    sys.stdout = io.StringIO()


if __name__ == "__main__":
    sys.exit(main())
