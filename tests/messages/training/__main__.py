"""Train weights: ``python -m tests.messages.training likeness nearness``. Needs the extra.

Both are logistic regressions that tell messages which a human should read from all others. Always
gives the same weights. Says how well messages are told apart that were left out of the training.
"""

import argparse

from bot import nearness
from dialogs.care import likeness
from tests.messages import training
from tests.messages.reading import messages
from tests.messages.training import likeness as of_likeness
from tests.messages.training import nearness as of_nearness

TRAINED = {
    "likeness": (of_likeness.trained, likeness.WEIGHTS),
    "nearness": (of_nearness.trained, nearness.WEIGHTS),
}


def main() -> None:
    """Train what is named, all by default; write the weights."""
    parser = argparse.ArgumentParser(prog="python -m tests.messages.training", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="|".join(TRAINED), help="all by default")
    said = messages("work")
    for name in parser.parse_args().names or TRAINED:
        if name not in TRAINED:
            parser.error(f"there is no {name}; only: {', '.join(TRAINED)}")
        train, path = TRAINED[name]
        weights, scores, threshold = train(said)
        path.write_text(weights, encoding="utf-8")
        print(f"{name}: {path.stat().st_size // 1024} KiB")  # noqa: T201  what a script says
        print(training.tell(said, scores, threshold))  # noqa: T201


if __name__ == "__main__":
    main()
