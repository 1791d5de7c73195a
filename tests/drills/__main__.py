"""``make drills``: what happens when things break, each drill with one line of outcome.

Exits 1 where one fails; below its line stands what went wrong and the command that repeats it.
"""

import argparse
import asyncio
import sys
import tempfile
import time
import zoneinfo
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any

from bot.clock import monotonic, utc_now
from bot.observe import start_logging
from tests.drills import (
    anything,
    clock,
    faults,
    forgotten,
    fuzz,
    gone,
    guessing,
    hostile,
    injection,
    kill,
    matrix,
    months,
    redeem,
    restart,
    rotating,
    rush,
    tampering,
    zones,
)
from tests.drills.drill import Outcome, Terms, line, say

TELL_EVERY = 5.0

Drill = Callable[[Terms], Coroutine[Any, Any, Outcome]]

DRILLS: Mapping[str, Drill] = {
    "kill": kill.full,
    "fork": kill.fork,
    "faults": faults.faults,
    "hostile": hostile.hostile,
    "injection": injection.injection,
    "fuzz": fuzz.fuzz,
    "redeem": redeem.redeem,
    "guessing": guessing.guessing,
    "matrix": matrix.matrix,
    "restart": restart.restart,
    "rush": rush.rush,
    "gone": gone.gone,
    "clock": clock.clock,
    "anything": anything.anything,
    "months": months.months,
    "zones": zones.zones,
    "tampering": tampering.tampering,
    "forgotten": forgotten.forgotten,
    "rotating": rotating.rotating,
}


def main() -> int:
    """Run what is asked for. Return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.drills", description=__doc__)
    parser.add_argument("--only", choices=DRILLS, action="append", metavar="NAME")
    parser.add_argument("--long", action="store_true", help="the forms that take their time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="keep the databases, logs and journals here")
    chosen = parser.parse_args()
    zoneinfo.reset_tzpath(())
    began, well = monotonic(), True
    names = chosen.only or list(DRILLS)
    for number, name in enumerate(names, start=1):
        with tempfile.TemporaryDirectory(prefix="handrail-drill-") as made:
            folder = chosen.keep / name if chosen.keep else Path(made)
            if chosen.keep and folder.exists():
                parser.error(f"{folder} is there already; a drill begins with nothing")
            folder.mkdir(parents=True, exist_ok=True)
            where = f"{number} of {len(names)}, {name}"
            terms = Terms(chosen.seed, chosen.long, folder, teller(where))
            well &= _run(name, terms)
    say(f"{len(names)} drills in {monotonic() - began:.0f} s")
    return 0 if well else 1


def teller(where: str) -> Callable[[str], None]:
    """Make what shows how far a drill has come, every few seconds, on standard error."""
    last = -TELL_EVERY

    def tell(words: str) -> None:
        nonlocal last
        if monotonic() - last >= TELL_EVERY:
            last = monotonic()
            sys.stderr.write(f"  {where}: {words}\n")
            sys.stderr.flush()

    return tell


def _run(name: str, terms: Terms) -> bool:
    began = time.monotonic()
    with (terms.folder / "drill.log").open("w", encoding="utf-8") as log:
        start_logging("info", log, utc_now)
        try:
            outcome = asyncio.run(DRILLS[name](terms))
        except Exception as error:  # noqa: BLE001 - whatever it is: this drill failed
            outcome = Outcome("?", "broke off", [f"{type(error).__name__}: {error}"])
    say(line(name, terms, outcome, time.monotonic() - began))
    return not outcome.wrong


if __name__ == "__main__":
    sys.exit(main())
