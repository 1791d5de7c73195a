"""Start the demo on a terminal while port 8088 is taken, press Ctrl-C, and expect a quiet end.

What a person would see is what is tested: `make demo`, another address than the usual one, a
goodbye, exit status 0, no word from `make` and no traceback.
"""

import contextlib
import os
import pty
import re
import select
import socket
import sys
import time
from collections.abc import Iterator

USUAL_PORT = 8088
PATIENCE = 90.0
CTRL_C = b"\x03"
ADDRESS = re.compile(rb"http://127\.0\.0\.1:(\d+)")


@contextlib.contextmanager
def port_taken() -> Iterator[None]:
    """Hold the usual port, unless somebody else already does."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):
            listener.bind(("127.0.0.1", USUAL_PORT))
            listener.listen()
        yield


def watch(terminal: int, seconds_after_address: float) -> bytes:
    """Read all that is said; press Ctrl-C once an address has been shown for some seconds."""
    said = b""
    started = time.monotonic()
    press_at = None
    while time.monotonic() - started < PATIENCE:
        if press_at is None and ADDRESS.search(said):
            press_at = time.monotonic() + seconds_after_address
        if press_at is not None and time.monotonic() >= press_at:
            os.write(terminal, CTRL_C)
            press_at = float("inf")
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                more = os.read(terminal, 65536)
            except OSError:  # how Linux tells that the other side is closed
                return said
            if not more:
                return said
            said += more
    return said


def faults(said: bytes, exit_status: int | None) -> list[str]:
    """Say what a person would complain about."""
    found = ADDRESS.search(said)
    complaints = {
        "no address was shown": found is None,
        f"the address shown is the taken port {USUAL_PORT}": found is not None
        and int(found[1]) == USUAL_PORT,
        f"the exit status is {exit_status}, not 0": exit_status != 0,
        "make complains": b"make: ***" in said or b"make[1]: ***" in said,
        "there is a traceback": b"Traceback" in said,
    }
    return [complaint for complaint, holds in complaints.items() if holds]


def stop_after(seconds: float) -> list[str]:
    """Start the demo, stop it so long after its address was shown, return what was wrong."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvp("make", ["make", "demo", "ARGS=--no-open"])  # noqa: S606, S607 - as a person types it
    said = watch(terminal, seconds)
    ended, status = os.waitpid(child, os.WNOHANG)
    if not ended:
        time.sleep(1)
        ended, status = os.waitpid(child, os.WNOHANG)
    if not ended:
        os.killpg(child, 9)
        os.waitpid(child, 0)
    wrong = faults(said, os.waitstatus_to_exitcode(status) if ended else None)
    if wrong:
        sys.stdout.write(said.decode(errors="replace") + "\n")
    return wrong


def main() -> int:
    """Stop it once while it wakes up, and once when it has settled."""
    with port_taken():
        wrong = [fault for seconds in (0.1, 15.0) for fault in stop_after(seconds)]
    for fault in wrong:
        sys.stdout.write(f"make demo with the port taken: {fault}\n")
    return 1 if wrong else 0


sys.exit(main())
