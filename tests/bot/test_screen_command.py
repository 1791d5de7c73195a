"""``handrail screen``: messages in, what they would lead to out, line by line."""

import json
import subprocess
import sys
import time

import pytest

START_SECONDS = 2.5


def screened(said: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as somebody at a terminal does, where there are no settings at all."""
    command = [sys.executable, "-m", "bot", "screen", *arguments]
    return subprocess.run(  # noqa: S603  our own command
        command, input=said, capture_output=True, text=True, check=False
    )


def lines_of(*messages: object) -> str:
    """Write messages as JSON lines."""
    return "".join(json.dumps(message) + "\n" for message in messages)


def test_one_answer_for_each_line_in_order():
    """With the language given, with a country, and without."""
    done = screened(
        lines_of(
            {"text": "did yoga", "lang": "en"},
            {"text": "kms tonight", "lang": "en-US"},
            {"text": "хочу умереть"},
        ),
        "--json",
    )

    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["action"] for one in found] == ["none", "alert", "ask"]
    assert found[0] == {"action": "none", "severity": "none", "labels": [], "why": []}
    assert found[1]["severity"] == "emergency"
    assert found[1]["labels"] == ["suicide_selfharm"]
    assert found[1]["why"][0] == {
        "rule": "en-suicide-intent",
        "span": "kms tonight",
        "context": [],
    }
    assert done.returncode == 0
    assert done.stderr == ""


def test_context_is_named_whether_it_counted_or_not():
    """What lessens, and what was passed over and why."""
    said = lines_of(
        {"text": "I will not hang myself"},
        {"text": "I did not sleep. I am going to hang myself tonight"},
    )

    found = [json.loads(line) for line in screened(said, "--json").stdout.splitlines()]

    assert found[0]["why"][0]["context"] == ["negation"]
    assert found[1]["why"][0]["context"] == ["not negation: it stands elsewhere"]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        pytest.param("nope", "this line is not JSON", id="no-json"),
        pytest.param("", "this line is not JSON", id="empty"),
        pytest.param("[" * 5000, "this line is not JSON", id="nested-beyond-reason"),
        pytest.param('["text"]', "expected an object", id="no-object"),
        pytest.param("{}", '"text" is missing', id="no-text"),
        pytest.param('{"text": 3}', '"text" is missing, or is no string', id="a-number"),
        pytest.param('{"text": "x", "lang": 3}', '"lang" is no string', id="a-language-of-3"),
    ],
)
def test_a_bad_line_is_answered_in_its_place(line, error):
    """And stops nothing."""
    done = screened(f'{line}\n{{"text": "I relapsed"}}\n', "--json")

    bad, good = (json.loads(one) for one in done.stdout.splitlines())
    assert bad["error"].startswith("line 1: ")
    assert error in bad["error"]
    assert bad["action"] is None
    assert good["action"] == "ask"
    assert done.returncode == 1


def test_words_for_people():
    """Without --json each line is a message as it stands."""
    done = screened("he is not breathing\nsee you at 7\n")

    assert "alert  emergency  he is not breathing  (overdose_medical)" in done.stdout
    assert "en-unresponsive: he is not breathing" in done.stdout
    assert "none   none       see you at 7" in done.stdout


def test_nothing_in_nothing_out():
    """An empty input is no mistake."""
    done = screened("", "--json")

    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_it_starts_fast():
    """It is used in pipes: no database, no aiogram, no settings."""
    begun = time.monotonic()

    screened(lines_of({"text": "hello"}), "--json")

    assert time.monotonic() - begun < START_SECONDS
