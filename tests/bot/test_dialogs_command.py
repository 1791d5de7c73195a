"""``handrail dialogs``: every mistake in one line with its way, and rehearsals that can be left."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from signal import SIGINT
from subprocess import PIPE

import pytest

from bot.__main__ import main
from dialogs import playbook
from dialogs.engine.rehearsal import Rehearsal
from dialogs.errors import ContentProblems

HOUSE = Path(__file__).parents[2]
NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
SAFE = (
    "{ask: safe_place, answer: yes_no, records: safe_place, safety: true, silence: 10m,"
    " flags: [{equals: no}]}"
)
WRONG = {
    "key": (
        "  - {ask: a, answer: yes_no, rutes: []}\n",
        "",
        "key.yaml:4: steps.0.ask.rutes: there is no such key here",
    ),
    "goto": (
        "  - {say: s, next: nowhere}\n",
        "goto-s = Said.",
        "goto.yaml:4: s leads to nowhere, which does not exist (s → nowhere)",
    ),
    "circle": (
        "  - {ask: a, answer: yes_no, routes: [{when: {equals: yes}, to: b}, {to: c}]}\n"
        "  - {say: b, next: c}\n  - {say: c, next: b}\n",
        "circle-a = A?\n    .short = A\ncircle-b = B.\ncircle-c = C.",
        "circle.yaml:5: b is on a circle: no path may come back (a → b → c → b)",
    ),
    "unreached": (
        "  - {say: a, next: c}\n  - {say: b}\n  - {say: c}\n",
        "unreached-a = A.\nunreached-b = B.\nunreached-c = C.",
        "unreached.yaml:5: no road leads to b (a → c)",
    ),
    "endless": (
        "  - {say: a, next: e}\n  - {end: e}\n  - {say: b}\n",
        "endless-a = A.\nendless-b = B.",
        "endless.yaml:6: nothing follows b; let the last step be an end",
    ),
    "nowhere": (
        "  - {ask: a, answer: yes_no, routes: [{when: {present: true}, to: e}]}\n",
        "nowhere-a = A?\n    .short = A",
        "nowhere.yaml:4: skipped at a leads nowhere (a skipped)",
    ),
    "text": (
        "  - {say: a}\n  - {say: b}\n",
        "text-a = A.",
        "text.yaml:5: text-b is missing in en",
    ),
    "other": (
        "  - {ask: a, answer: yes_no}\n  - {say: b}\n",
        "other-a = A?\n    .short = A\nother-b = { $a }",
        "es/other.ftl:3: other-b has other placeholders than in en",
    ),
    "label": (
        "  - {ask: a, answer: {choice: [p, q]}}\n",
        f"label-a = A?\n    .short = A\n    .p = {'x' * 65}\n    .q = Q",
        "label.yaml:4: label-a.p is too long for a button in en",
    ),
    "bomb": (
        "  - &a {say: a}\n  - *a\n",
        "",
        "bomb.yaml:4: anchors and aliases (& and *) are not allowed",
    ),
    "twice": (
        "  - {say: a}\n  - {say: a}\n",
        "twice-a = A.",
        "twice.yaml:5: 2 steps are called a",
    ),
    "unsafe": (
        "  - ask: use\n    answer: yes_no\n"
        "  - ask: craving\n    answer: {scale: {low: 0, high: 10}}\n    flags: [{at_least: 8}]\n"
        "    routes:\n      - {when: {answer: use, equals: no}, to: safe_place}\n"
        "      - {when: {at_least: 8}, to: company}\n      - {to: e}\n"
        "  - ask: company\n    answer: yes_no\n    next: e\n"
        f"  - {SAFE}\n",
        "unsafe-use = Use?\n    .short = Use\nunsafe-craving = Craving?\n    .short = Craving\n"
        "    .low = low\n    .high = high\nunsafe-company = Company?\n    .short = Company\n"
        "unsafe-safe_place = Safe?\n    .short = Safe",
        "unsafe.yaml:6: craving=8 is a red flag, but no safety question follows it on every path"
        " (use = yes → craving ≥ 8 → company → end)",
    ),
}
"""By kind of mistake: the steps of a dialog, its words, and the line that tells of it."""


@pytest.fixture
def handrail(tmp_path, monkeypatch, capsys):
    """Call handrail in an empty folder; return its status and what it printed."""
    monkeypatch.setenv("HANDRAIL_HOME", str(tmp_path / "house"))
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        capsys.readouterr()
        status = main(arguments)
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def write(folder, name, steps, words, language="en"):
    """Write a dialog of a clinic, with its words in one language."""
    for place in ("dialogs", f"texts/{language}"):
        (folder / place).mkdir(parents=True, exist_ok=True)
    end = "" if name == "endless" else "  - {end: e}\n"
    yaml = f"dialog: {name}\nmeeting: queue\nsteps:\n{steps}{end}"
    (folder / "dialogs" / f"{name}.yaml").write_text(yaml, encoding="utf-8")
    (folder / "texts" / language / f"{name}.ftl").write_text(f"{words}\n", encoding="utf-8")


@pytest.fixture
def all_wrong(tmp_path):
    """Make one folder with every kind of mistake in it."""
    folder = tmp_path / "wrong"
    for name, (steps, words, _) in WRONG.items():
        write(folder, name, steps, words)
    (folder / "texts" / "es").mkdir()
    other = WRONG["other"][1].replace("$a", "$b")
    (folder / "texts" / "es" / "other.ftl").write_text(f"{other}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("kind", WRONG)
def test_each_mistake_is_one_line_with_its_place_and_way(handrail, all_wrong, kind):
    """All of them at once: whoever edits mends a folder in one go."""
    status, out, err = handrail("dialogs", "check", "--dir", str(all_wrong))

    assert (status, out) == (1, "")
    assert WRONG[kind][2] in err.splitlines()


def test_nothing_is_told_that_is_not_wrong(handrail, all_wrong):
    """One mistake in a file brings one line, but for values that each lead astray."""
    _, out, _ = handrail("dialogs", "check", "--dir", str(all_wrong), "--json")

    found = json.loads(out)
    assert not found["ok"]
    told = [one["file"].partition(".")[0] for one in found["problems"]]
    assert set(told) == {*WRONG, "es/other"} - {"other"}
    often = {"circle": 3, "nowhere": 2, "unsafe": 3, "es/other": 2, "label": 3}
    assert {name: told.count(name) for name in told} == dict.fromkeys(told, 1) | often
    ways = [one["way"] for one in found["problems"] if one["file"] == "goto.yaml"]
    assert ways == ["s → nowhere"]


def test_the_running_playbook_is_left_as_it_was(all_wrong):
    book = playbook.load()
    before = dict(book.fingerprints)

    with pytest.raises(ContentProblems):
        playbook.load(all_wrong)

    assert book.fingerprints == before
    rehearsal = Rehearsal(book.player("sos"), book.texts, "en", NOW, players=book.players)
    assert not rehearsal.is_over


def test_what_other_languages_lack_is_noted_and_not_refused(handrail, tmp_path, monkeypatch):
    """A clinic has its own language; the others read that where nothing is translated."""
    steps = "  - {say: a}\n  - {ask: b, answer: yes_no}\n"
    write(tmp_path / "own", "walk", steps, "walk-a = A.\nwalk-b = B?\n    .short = B")
    write(tmp_path / "own", "walk", steps, "walk-a = Ah.", "es")
    monkeypatch.setenv("HANDRAIL_CONTENT_DIR", str(tmp_path / "own"))

    checked = handrail("dialogs", "check", "--dir", "own")
    as_json = handrail("dialogs", "check", "--dir", "own", "--json")
    house = handrail("check")

    lacking = [
        "en/walk.ftl:2: es lacks 1 text of walk.ftl: walk-b",
        "en/walk.ftl:1: ru lacks 2 texts of walk.ftl: walk-a, walk-b",
    ]
    assert (checked[0], as_json[0], house[0]) == (0, 0, 0)
    assert {f"note: {line}" for line in lacking} <= set(checked[1].splitlines())
    told = {
        f"{one['file']}:{one['line']}: {one['sentence']}" for one in json.loads(as_json[1])["notes"]
    }
    assert set(lacking) <= told
    assert all(f"{line}." in house[1] for line in lacking)
    assert "complete in en." in house[1]


def test_the_clinics_language_is_the_one_that_must_be_there(handrail, tmp_path, monkeypatch):
    write(tmp_path / "own", "walk", "  - {say: a}\n", "walk-a = Un paseo.", "es")

    refused = handrail("dialogs", "check", "--dir", "own")
    asked = handrail("dialogs", "check", "--dir", "own", "--language", "es")
    monkeypatch.setenv("HANDRAIL_LANGUAGE", "es")
    checked = handrail("dialogs", "check", "--dir", "own")
    played = handrail("dialogs", "play", "walk", "--dir", "own", "--language", "ru")

    assert refused[0] == 1
    assert "walk.yaml:4: walk-a is missing in en" in refused[2]
    assert (asked[0], checked[0], played[0]) == (0, 0, 0)
    assert "note: es/walk.ftl:1: ru lacks 1 text of walk.ftl: walk-a" in checked[1]
    assert "Un paseo." in played[1]


def test_words_under_review_are_noted(handrail):
    status, out, _ = handrail("dialogs", "check")

    assert status == 0
    for language in ("en", "es", "ru"):
        assert f"note: {language}/skills.ftl:" in out
    assert "note: lapse_next.yaml:16: needs a clinician's review: " in out


def test_the_example_in_the_book_is_sound_and_goes_wrong_as_it_says(handrail, tmp_path):
    """Whoever learns from the page must see on their screen what stands in it."""
    page = (HOUSE / "docs" / "writing-dialogs.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```(\w*)\n(.*?)```", page, re.DOTALL)
    yaml, words = (next(text for kind, text in blocks if kind == k) for k in ("yaml", "fluent"))
    for place, name, text in (("dialogs", "yaml", yaml), ("texts/en", "ftl", words)):
        (tmp_path / "own" / place).mkdir(parents=True)
        (tmp_path / "own" / place / f"weekend.{name}").write_text(text, encoding="utf-8")
    promised = {line for kind, text in blocks if not kind for line in text.splitlines()}

    sound = handrail("dialogs", "check", "--dir", "own")
    changed = yaml.replace("{at_least: 8}, to: safe_place", "{at_least: 9}, to: safe_place")
    (tmp_path / "own" / "dialogs" / "weekend.yaml").write_text(changed, encoding="utf-8")
    wrong = handrail("dialogs", "check", "--dir", "own")

    assert (sound[0], wrong[0]) == (0, 1)
    assert len(promised) == 2
    assert promised <= {*sound[1].splitlines(), *wrong[2].splitlines()}


@pytest.fixture
def script(tmp_path):
    """Write a script, a line for each answer; return its path."""

    def write_down(*lines):
        path = tmp_path / "answers.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        return str(path)

    return write_down


def test_a_rehearsal_goes_on_where_it_was_left(handrail, script, tmp_path):
    """Also in the middle of a dialog that another one called."""
    kept = tmp_path / "kept.json"
    play = ("dialogs", "play", "lapse", "--save", str(kept), "--script")

    left = handrail(*play, script("yes"))
    was_kept = kept.exists()
    ended = handrail(*play, script("rest", "skip", "skip", "skip", "skip"), "--json")
    again = handrail(*play, script())

    assert left[1].endswith("(left here, unfinished)\n")
    assert was_kept
    record = json.loads(ended[1])
    assert (record["dialog"], record["state"]) == ("lapse", "finished")
    assert record["answers"][0] == {
        "step": "safe_now",
        "name": "safe_after_use",
        "value": "yes",
        "kind": "answered",
    }
    assert record["follow_ups"] == [{"dialog": "lapse_follow_up", "after_hours": [24.0, 72.0]}]
    assert "> rest" in ended[2]
    assert again[1].startswith(left[1].partition("> yes")[0])


@pytest.mark.parametrize(
    "leave", [pytest.param(None, id="ctrl-d"), pytest.param(SIGINT, id="ctrl-c")]
)
def test_leaving_at_the_keyboard_keeps_the_rehearsal(tmp_path, leave):
    """The answers typed so far are in the file, and no traceback is on the screen."""
    command = (sys.executable, "-m", "bot", "dialogs", "play", "lapse", "--save", "kept.json")
    environ = {**os.environ, "PYTHONPATH": str(HOUSE), "HANDRAIL_HOME": str(tmp_path)}
    with subprocess.Popen(  # noqa: S603 - our own Python, our own words
        command, cwd=tmp_path, env=environ, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("yes\n")
        process.stdin.flush()
        seen = ""
        while seen.count("> ") < 2:
            seen += process.stdout.read(1)
        if leave is not None:
            process.send_signal(leave)
        _, err = process.communicate(timeout=60)

    assert (process.returncode, err) == (0, "")
    kept = json.loads((tmp_path / "kept.json").read_text(encoding="utf-8"))
    assert [one["dialog"] for one in kept["sessions"]] == ["lapse", "lapse_next"]
    assert kept["sessions"][0]["answers"][0]["value"] == "yes"


def test_a_rehearsal_of_a_changed_dialog_begins_anew(handrail, script, tmp_path):
    steps = "  - {ask: a, answer: yes_no, records: a}\n  - {ask: b, answer: yes_no}\n"
    words = "walk-a = A?\n    .short = A\nwalk-b = B?\n    .short = B"
    write(tmp_path / "own", "walk", steps, words)
    play = ("dialogs", "play", "walk", "--dir", "own", "--save", "kept.json", "--script")
    handrail(*play, script("yes"))

    write(tmp_path / "own", "walk", steps, words.replace("B?", "Be?"))
    status, out, err = handrail(*play, script("no"), "--json")

    assert status == 0
    assert err.startswith("walk has changed since it was left, so this begins anew.\n")
    assert "A?" in err
    assert [one["value"] for one in json.loads(out)["answers"]] == ["no"]


@pytest.mark.parametrize(
    ("held", "words"),
    [
        pytest.param("my thesis", "keeps no dialog that was left", id="something-else"),
        pytest.param("{}", "keeps no dialog that was left", id="other-json"),
        pytest.param(None, "keeps sos, not lapse", id="another-dialog"),
    ],
)
def test_a_file_that_keeps_something_else_is_not_written_over(
    handrail, script, tmp_path, held, words
):
    file = tmp_path / "kept.json"
    if held is None:
        handrail("dialogs", "play", "sos", "--save", str(file), "--script", script())
    else:
        file.write_text(held, encoding="utf-8")
    before = file.read_bytes()

    status, out, err = handrail(
        "dialogs", "play", "lapse", "--save", str(file), "--script", script("yes")
    )

    assert (status, out) == (2, "")
    assert words in err
    assert len(err.splitlines()) == 1
    assert file.read_bytes() == before


def test_a_rehearsal_can_be_left_and_taken_up_at_any_turn():
    """What is kept is enough: the second half goes as if nobody had left."""
    book = playbook.load()
    player = book.player("craving_now")
    lines = ["9", "yes", "skip", "the first one", "...", "...", "4", "yes", "skip", "skip", "skip"]

    for at in range(len(lines)):
        through, left = (
            Rehearsal(player, book.texts, "en", NOW, players=book.players) for _ in range(2)
        )
        for line in lines[:at]:
            if not through.is_over:
                through.answer(line)
                left.answer(line)
        if through.is_over:
            break
        fresh = Rehearsal(player, book.texts, "en", NOW, players=book.players)
        kept = left.keep()
        fresh.go_on(kept)
        changed = replace(kept.sessions[0], fingerprint="another")

        assert kept.changed(book.players) is None
        assert replace(kept, sessions=(changed,)).changed(book.players) == "craving_now"
        assert fresh.turn.session == through.turn.session
        for line in lines[at:]:
            if not through.is_over:
                assert fresh.answer(line) == through.answer(line)
                assert fresh.shown() == through.shown()
