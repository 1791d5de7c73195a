"""Golden conversations: what each dialog does, turn by turn; ``pytest --rewrite-turns``."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from dialogs.engine.events import describe
from dialogs.engine.rehearsal import Rehearsal
from dialogs.engine.session import Control, Elapsed, Tapped, Typed
from dialogs.files import read_yaml
from dialogs.messages import utf16_len

FILES = sorted(Path(__file__).parent.glob("*.yaml"))
EVENING = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_conversation(path, players, texts, request):
    golden: Any = read_yaml(path).data

    played = play(golden, players, texts)

    if request.config.getoption("--rewrite-turns", default=False):
        rewrite(path, golden, played)
    else:
        assert played == [golden["opens"], *(turn["events"] for turn in golden["turns"])]


def play(golden, players, texts):
    """Play a conversation and write down the events of every turn; each screen must render."""
    player = players[golden["dialog"]]
    rehearsal = Rehearsal(player, texts, "en", EVENING, golden.get("facts"), players=players)
    played = [[describe(event) for event in rehearsal.turn.events]]
    for turn in golden["turns"]:
        rehearsal.reply(reply_of(turn, rehearsal))
        played.append([describe(event) for event in rehearsal.turn.events])
        assert utf16_len(rehearsal.shown()) < 4096
    return played


def reply_of(turn, rehearsal):
    session = rehearsal.turn.session
    match turn:
        case {"reply": text}:
            return Typed(str(text))
        case {"tap": key}:
            position = rehearsal.player.question(session).option(str(key))
            assert position is not None, f"no button {key} at {session.step}"
            return Tapped(session.turn, position)
        case {"control": name}:
            return Control(name, session.turn)
        case _:
            return Elapsed()


def rewrite(path, golden, played):
    """Put what happened in the place of what was expected; comments at the top stay."""
    lines = [line for line in path.read_text().splitlines() if line.startswith("#")]
    lines.append(f"dialog: {golden['dialog']}")
    if "facts" in golden:
        lines.append(f"facts: {flow(golden['facts'])}")
    lines.append(f"opens: {flow(played[0])}")
    lines.append("turns:")
    for turn, events in zip(golden["turns"], played[1:], strict=True):
        lines.append(f"  - {flow({**turn, 'events': events})}")
    path.write_text("\n".join(lines) + "\n")


def flow(value):
    return yaml.safe_dump(
        value, default_flow_style=True, width=10_000, sort_keys=False, allow_unicode=True
    ).strip()
