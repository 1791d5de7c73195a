"""Run a command so that Ctrl-C reaches it alone, and not `make` above it.

A terminal sends Ctrl-C to every process of its foreground group. `make` would then end with an
interrupt of its own, however well the command stopped. So on a terminal the command gets a group
of its own, and the terminal with it. Without a terminal nothing is gained, and nothing is done.
"""

import os
import signal
import sys
from types import FrameType


def our_terminal() -> int | None:
    """Open the terminal if we own it now, so that we may hand it on."""
    try:
        terminal = os.open(os.ctermid(), os.O_RDWR)
        return terminal if os.tcgetpgrp(terminal) == os.getpgrp() else None
    except OSError:
        return None


def run(command: list[str], terminal: int) -> int:
    """Run the command in a foreground group of its own and return its exit status."""
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # we hand the terminal over and take it back
    ours = os.getpgrp()
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(terminal, os.getpid())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        os.execvp(command[0], command)  # noqa: S606 - a fixed command from the Makefile

    def pass_on(number: int, _frame: FrameType | None) -> None:
        os.kill(child, number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, pass_on)
    while True:
        _, status = os.waitpid(child, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            break
        os.tcsetpgrp(terminal, ours)
        os.killpg(ours, signal.SIGSTOP)  # Ctrl-Z: the shell must see all of us stop
        os.tcsetpgrp(terminal, child)
        os.killpg(child, signal.SIGCONT)
    os.tcsetpgrp(terminal, ours)
    code = os.waitstatus_to_exitcode(status)
    return code if code >= 0 else 128 - code


terminal = our_terminal()
if terminal is not None:
    sys.exit(run(sys.argv[1:], terminal))
os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 - a fixed command from the Makefile
