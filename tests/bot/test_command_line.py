"""The command line: what it prints, what it refuses, and with which status it ends."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.clock import utc_now
from bot.commands import house, plainly, run
from bot.emulator.server import Server
from bot.emulator.telegram import Telegram
from dialogs.care.people import Role
from dialogs.errors import DatabaseRefused, HandrailError
from storage.unit_of_work import Database

HOUSE = Path(__file__).parents[2]
CONTENT = HOUSE / "dialogs" / "content"
TOKEN = "4242:a-bot-that-exists-nowhere"  # noqa: S105 - a bot that exists nowhere
HELP_CPU_SECONDS = 0.6

COMMANDS = [
    "",
    "demo",
    "run",
    "check",
    "migrate",
    "invite",
    "dialogs",
    "dialogs check",
    "dialogs play",
    "dialogs diagram",
    "schedule",
    "schedule preview",
    "export",
    "erase",
    "backup",
    "restore",
    "rotate-key",
    "audit",
    "audit verify",
    "audit head",
]

# Runs commands in one fresh process, and tells what each of them has made Python import by then.
FRESH = """
import json, sys, time
from bot.__main__ import main
seen = {}
for line in json.loads(sys.argv[1]):
    status = main(line.split("|"))
    seen[line] = [status, time.process_time(), sorted(sys.modules)]
print()
print(json.dumps(seen))
"""

TINY = """\
dialog: tiny
meeting: queue
steps:
  - ask: walk
    answer: yes_no
    records: walk
  - ask: craving
    answer: {scale: {low: 0, high: 10}}
    records: craving
  - ask: mood
    answer: {scale: {low: 0, high: 10}}
    records: mood
  - say: thanks
  - end: done
"""
TINY_WORDS = """\
tiny-walk = Did you walk today?
    .short = Walk
tiny-craving = How strong was it?
    .short = Craving
    .low = none
    .high = strong
tiny-mood = How was your mood?
    .short = Mood
    .low = low
    .high = good
tiny-thanks = Thank you.
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Stand in an empty folder in which a house can be set up, with no setting but that."""
    monkeypatch.setenv("HANDRAIL_HOME", str(tmp_path / "house"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def handrail(here, capsys):
    """Call handrail in this process."""

    def call(*arguments: str) -> Ended:
        capsys.readouterr()
        status = main(arguments)
        said = capsys.readouterr()
        return Ended(status, said.out, said.err)

    return call


@pytest.fixture
def own_content(here):
    """Make a content folder with a small dialog of its own."""
    folder = here / "own"
    (folder / "dialogs").mkdir(parents=True)
    (folder / "dialogs" / "tiny.yaml").write_text(TINY, encoding="utf-8")
    for language in ("en", "es", "ru"):
        (folder / "texts" / language).mkdir(parents=True)
        (folder / "texts" / language / "tiny.ftl").write_text(TINY_WORDS, encoding="utf-8")
    return folder


def preview(rule: str, zone: str, after: str, count: int) -> tuple[str, ...]:
    asked = ("--rule", rule, "--zone", zone, "--after", after, "--count", str(count))
    return ("schedule", "preview", *asked)


async def in_house(here, look):
    """Open the database of the house and look at something in it."""
    house = here / "house"
    database = await Database.open(
        f"sqlite:///{house / 'handrail.db'}", house / "handrail.key", create=False
    )
    try:
        async with database.unit_of_work() as uow:
            return await look(uow)
    finally:
        await database.close()


@pytest.mark.parametrize("command", [pytest.param(c, id=c or "handrail") for c in COMMANDS])
def test_every_command_explains_itself_with_an_example(handrail, command):
    ended = handrail(*command.split(), "--help")

    assert ended.status == 0
    assert f"Usage: handrail {command}".strip() in ended.out
    assert f"Example: handrail {command}".strip() in ended.out
    assert ended.err == ""


def test_a_command_imports_no_more_than_it_needs(here):
    """Importing aiogram takes seconds and 145 MB; help must not even wait for pydantic."""
    rule = "schedule|preview|--rule|daily 09:00|--zone|UTC|--json"
    lines = ["--help", rule, "dialogs|check", "check", "migrate", "invite|counselor|--json"]

    fresh = subprocess.run(  # noqa: S603 - our own Python, our own words
        [sys.executable, "-c", FRESH, json.dumps(lines)],
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        check=True,
    )

    seen = json.loads(fresh.stdout.splitlines()[-1])
    assert [status for status, _, _ in seen.values()] == [0] * len(lines)
    _, seconds, modules = seen["--help"]
    assert seconds <= HELP_CPU_SECONDS
    assert not {"aiogram", "sqlalchemy", "pydantic", "rich"} & set(modules)
    assert not {"aiogram", "sqlalchemy"} & set(seen[rule][2])
    assert "aiogram" not in seen["invite|counselor|--json"][2]


def test_the_preview_of_the_product_book(handrail):
    asked = preview("daily 09:00", "America/New_York", "2026-03-07T00:00Z", 5)

    ended = handrail(*asked, "--json")

    assert ended.status == 0
    assert ended.out.startswith(
        '[{"utc": "2026-03-07T14:00:00Z", "local": "2026-03-07T09:00:00-05:00"}, '
    )
    assert json.loads(ended.out) == [
        {"utc": "2026-03-07T14:00:00Z", "local": "2026-03-07T09:00:00-05:00"},
        {"utc": "2026-03-08T13:00:00Z", "local": "2026-03-08T09:00:00-04:00"},
        {"utc": "2026-03-09T13:00:00Z", "local": "2026-03-09T09:00:00-04:00"},
        {"utc": "2026-03-10T13:00:00Z", "local": "2026-03-10T09:00:00-04:00"},
        {"utc": "2026-03-11T13:00:00Z", "local": "2026-03-11T09:00:00-04:00"},
    ]


@pytest.mark.parametrize(
    ("rule", "zone", "after", "local"),
    [
        pytest.param(
            "daily 02:30",
            "America/New_York",
            "2026-03-08T00:00-05:00",
            ["2026-03-08T03:30:00-04:00", "2026-03-09T02:30:00-04:00"],
            id="the-hour-that-spring-leaves-out",
        ),
        pytest.param(
            "daily 01:30",
            "America/New_York",
            "2026-11-01T00:00-04:00",
            ["2026-11-01T01:30:00-04:00", "2026-11-02T01:30:00-05:00"],
            id="the-hour-that-autumn-repeats",
        ),
        pytest.param(
            "weekdays mon,wed,fri 18:30",
            "Europe/Berlin",
            "2026-05-01T00:00Z",
            ["2026-05-01T18:30:00+02:00", "2026-05-04T18:30:00+02:00"],
            id="weekdays",
        ),
        pytest.param(
            "every 3 days from 2026-01-02 20:00",
            "UTC",
            "2026-01-02T20:00Z",
            ["2026-01-05T20:00:00+00:00", "2026-01-08T20:00:00+00:00"],
            id="every-three-days-strictly-after",
        ),
        pytest.param(
            "monthly 31 09:00",
            "Asia/Kathmandu",
            "2026-02-01T00:00Z",
            ["2026-02-28T09:00:00+05:45", "2026-03-31T09:00:00+05:45"],
            id="last-day-of-a-short-month",
        ),
        pytest.param(
            "once 2026-05-01 12:00",
            "UTC",
            "2026-01-01T00:00Z",
            ["2026-05-01T12:00:00+00:00"],
            id="once",
        ),
        pytest.param("once 2026-05-01 12:00", "UTC", "2026-05-01T12:00Z", [], id="never-again"),
    ],
)
def test_a_preview_follows_the_clock_of_the_place(handrail, rule, zone, after, local):
    ended = handrail(*preview(rule, zone, after, 2), "--json")

    assert ended.status == 0
    assert [entry["local"] for entry in json.loads(ended.out)] == local
    for entry in json.loads(ended.out):
        assert entry["utc"].endswith("Z")
        assert datetime.fromisoformat(entry["utc"]) == datetime.fromisoformat(entry["local"])


def test_a_preview_for_people_says_when_there_is_no_more(handrail):
    ended = handrail(*preview("once 2026-05-01 12:00", "UTC", "2026-01-01T00:00Z", 3))

    assert ended.out.splitlines() == [
        "Fri 2026-05-01 12:00  2026-05-01T12:00:00Z",
        "Never again after that.",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(
            preview("dayly 9", "UTC", "2026-01-01T00:00Z", 1),
            "Cannot read the rule 'dayly 9'; write it like: daily 08:00,20:00",
            id="rule",
        ),
        pytest.param(
            preview("daily 25:00", "UTC", "2026-01-01T00:00Z", 1),
            "There is no time 25:00",
            id="time",
        ),
        pytest.param(
            preview("daily 09:00", "Europe/Berln", "2026-01-01T00:00Z", 1),
            "Did you mean one of these: Europe/Berlin",
            id="zone",
        ),
        pytest.param(
            preview("daily 09:00", "UTC", "2026-01-01", 1),
            "'2026-01-01' is no moment; write it like 2026-03-07T00:00Z",
            id="moment-without-zone",
        ),
        pytest.param(
            preview("daily 09:00", "UTC", "0001-01-01T00:00+05:00", 1),
            "is no moment",
            id="before-the-calendar",
        ),
        pytest.param(preview("daily 09:00", "UTC", "2026-01-01T00:00Z", 0), "--count", id="count"),
        pytest.param(
            ("schedule", "preview"),
            "Missing option '--rule'; see: handrail schedule preview --help",
            id="option-missing",
        ),
        pytest.param(("waltz",), "No such command 'waltz'; see: handrail --help", id="command"),
        pytest.param(
            ("invite", "client"), "'client' is not one of 'counselor', 'admin'", id="role"
        ),
        pytest.param(
            ("dialogs", "play", "daily"),
            "there is no dialog called 'daily'; there are: ",
            id="play",
        ),
        pytest.param(
            ("dialogs", "diagram", "daily"), "there is no dialog called 'daily'", id="diagram"
        ),
        pytest.param(
            ("dialogs", "play", "sos", "--language", "xx"), "no language 'xx'", id="language"
        ),
        pytest.param(("dialogs", "check", "--dir", "nowhere"), "does not exist", id="folder"),
        pytest.param(("demo", "--port", "70000"), "--port", id="port"),
    ],
)
def test_wrong_use_is_told_in_one_line(handrail, arguments, words):
    ended = handrail(*arguments)

    assert ended.status == 2
    assert words in ended.err
    assert len(ended.err.splitlines()) == 1
    assert ended.out == ""


def test_without_a_command_there_is_help(handrail):
    ended = handrail()

    assert ended.status == 2
    assert "Usage: handrail" in ended.err


def test_our_own_dialogs_are_sound(handrail):
    ended = handrail("dialogs", "check", "--json")

    found = json.loads(ended.out)
    assert ended.status == 0
    assert found["ok"] is True
    assert found["problems"] == []
    assert {"daily_checkin", "sos", "welcome"} <= set(found["dialogs"])
    assert "en" in found["languages"]


def test_a_file_that_is_no_yaml_is_named_with_its_line(handrail, own_content):
    (own_content / "dialogs" / "broken.yaml").write_text("dialog: [broken\n", encoding="utf-8")

    ended = handrail("dialogs", "check", "--dir", str(own_content))
    as_json = handrail("dialogs", "check", "--dir", str(own_content), "--json")

    assert ended.status == as_json.status == 1
    assert ended.err.startswith("broken.yaml:2: ")
    assert ended.out == as_json.err == ""
    found = json.loads(as_json.out)
    assert found["ok"] is False
    assert [(one["file"], one["line"]) for one in found["problems"]] == [("broken.yaml", 2)]


def test_playing_a_script_writes_a_transcript(handrail, own_content):
    script = own_content / "answers.txt"
    script.write_text("perhaps\n\nyes\n0\nskip\nnot needed any more\n", encoding="utf-8")

    ended = handrail("dialogs", "play", "tiny", "--dir", str(own_content), "--script", str(script))

    assert ended.status == 0
    assert ended.err == ""
    spoken = [line for line in ended.out.splitlines() if line]
    assert spoken[0] == "Did you walk today?"
    assert spoken[1].startswith("[Yes] [No]")
    assert spoken.count("> perhaps") == spoken.count("> yes") == 1
    assert spoken.index("Did you walk today?", spoken.index("> perhaps")) < spoken.index("> yes")
    assert spoken[-2:] == ["Thank you.", "(finished, walk = yes, craving = 0, mood = skipped)"]


def test_a_script_may_end_before_the_dialog(handrail, own_content):
    script = own_content / "answers.txt"
    script.write_text("", encoding="utf-8")

    ended = handrail("dialogs", "play", "tiny", "--dir", str(own_content), "--script", str(script))

    assert ended.status == 0
    assert ended.out.splitlines()[-1] == "(left here, unfinished)"


def test_a_diagram_is_mermaid(handrail):
    ended = handrail("dialogs", "diagram", "sos")

    assert ended.status == 0
    assert ended.out.startswith("flowchart TD\n")
    assert "class s_safe_now safety" in ended.out


@pytest.mark.parametrize("command", ["check", "migrate", "invite counselor", "run"])
def test_every_mistake_in_the_settings_is_told_at_once(handrail, here, monkeypatch, command):
    monkeypatch.setenv("HANDRAIL_INTAKE", "pigeon")
    (here / ".env").write_text("HANDRAIL_COUNTRY=Utopia\nHANDRAIL_COLOUR=red\n", encoding="utf-8")

    ended = handrail(*command.split())

    assert ended.status == 1
    for name in ("HANDRAIL_INTAKE must be", "HANDRAIL_COUNTRY must be", "HANDRAIL_COLOUR is not"):
        assert name in ended.err
    assert "pigeon" not in ended.err
    assert not (here / "house").exists()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        pytest.param("sqlite:handrail.db", "must begin with sqlite:///", id="half-an-address"),
        pytest.param("sqlite:////proc/none/h.db", "No database can be made at /proc", id="folder"),
    ],
)
def test_a_database_that_cannot_be_is_refused(handrail, monkeypatch, url, words):
    monkeypatch.setenv("HANDRAIL_DATABASE_URL", url)

    ended = handrail("migrate")

    assert ended.status == 1
    assert words in ended.err
    assert len(ended.err.splitlines()) == 1


def test_settings_that_are_no_text_are_refused(handrail, here):
    (here / ".env").write_bytes(b"\xff\xfe")

    assert handrail("migrate") == Ended(1, "", ".env cannot be read as text.\n")


def test_check_on_an_empty_machine_finds_nothing_wrong(handrail, here):
    ended = handrail("check", "--json")

    found = json.loads(ended.out)
    assert ended.status == 0
    assert found["ok"] is True
    about = {finding["about"]: finding["sentence"] for finding in found["findings"]}
    assert "HANDRAIL_BOT_TOKEN is not set" in about["settings"]
    assert about["zones"].startswith("Time zones come from tzdata ")
    assert about["sqlite"].startswith("SQLite 3.")
    assert "`handrail migrate` makes it" in about["database"]
    assert not (here / "house").exists()


@pytest.mark.parametrize(
    ("days", "level", "status"),
    [
        pytest.param(-2, "wrong", 1, id="past-the-date"),
        pytest.param(28, "soon", 0, id="within-thirty-days"),
        pytest.param(32, "good", 0, id="long-before"),
    ],
)
def test_check_reminds_of_old_numbers(handrail, own_content, monkeypatch, days, level, status):
    """A line that nobody has dialled for months may be dead when somebody needs it."""
    lines = (CONTENT / "helplines.yaml").read_text(encoding="utf-8").splitlines()
    by = f"recheck_by: {(utc_now() + timedelta(days=days)).date()}"
    changed = [by if line.startswith("recheck_by:") else line for line in lines]
    (own_content / "helplines.yaml").write_text("\n".join(changed), encoding="utf-8")
    monkeypatch.setenv("HANDRAIL_CONTENT_DIR", str(own_content))

    ended = handrail("check", "--json")

    findings = json.loads(ended.out)["findings"]
    assert [one["level"] for one in findings if one["about"] == "helplines"] == [level]
    assert ended.status == status


def test_check_names_content_that_is_wrong(handrail, own_content, monkeypatch):
    (own_content / "dialogs" / "broken.yaml").write_text("dialog: [broken\n", encoding="utf-8")
    monkeypatch.setenv("HANDRAIL_CONTENT_DIR", str(own_content))

    ended = handrail("check")

    assert ended.status == 1
    assert "broken.yaml:2: " in ended.err


def test_migrate_says_what_it_did(handrail, here):
    made = handrail("migrate")
    again = handrail("migrate")
    looked = handrail("check")

    assert made.status == again.status == looked.status == 0
    assert made.out.startswith(f"Made the database {here / 'house' / 'handrail.db'}, and the key")
    assert again.out == f"The database {here / 'house' / 'handrail.db'} is up to date.\n"
    assert "It is up to date, and its key fits." in looked.out
    assert "run `handrail invite counselor` first" in looked.out
    for name in ("handrail.db", "handrail.key"):
        assert (here / "house" / name).stat().st_mode & 0o777 == 0o600


def test_a_database_without_its_key_is_refused(handrail, here):
    """A new key could read nothing of what is there."""
    handrail("migrate")
    (here / "house" / "handrail.key").unlink()

    for command in ("migrate", "invite admin", "check"):
        ended = handrail(*command.split())

        assert ended.status == 1
        assert "handrail.key is missing." in ended.err
        assert not (here / "house" / "handrail.key").exists()


def test_a_database_in_use_is_left_alone(handrail, here):
    handrail("migrate")

    async def meanwhile(_uow):
        return await asyncio.to_thread(handrail, "migrate")

    ended = asyncio.run(in_house(here, meanwhile))

    assert ended.status == 1
    assert "Another Handrail process already works with" in ended.err


def test_an_invitation_opens_the_door_once(handrail, here):
    ended = handrail("invite", "counselor", "--name", "Dana", "--json")

    said = json.loads(ended.out)
    assert ended.status == 0
    assert list(said) == ["role", "start", "link", "expires_at"]
    assert (said["role"], said["link"]) == ("counselor", None)
    assert said["expires_at"].endswith("Z")
    assert datetime.fromisoformat(said["expires_at"]) > datetime.now(UTC)  # noqa: TID251 - no town
    assert ended.err.startswith("Made the database")

    invitation = asyncio.run(
        in_house(here, lambda uow: uow.people.invitation(said["start"], utc_now()))
    )
    assert (invitation.role, invitation.client_id) == (Role.COUNSELOR, None)


def test_an_invitation_comes_with_a_link_once_the_bot_has_a_name(handrail, here):
    handrail("migrate")
    asyncio.run(in_house(here, lambda uow: uow.meta.set("bot_username", "harbour_bot")))

    said = json.loads(handrail("invite", "admin", "--json").out)
    letter = handrail("invite", "admin", "--name", "Ana").out

    assert said["link"] == f"https://t.me/harbour_bot?start={said['start']}"
    assert letter.startswith("An invitation for Ana, as an admin.")
    assert "https://t.me/harbour_bot?start=" in letter
    assert "/start " in letter


def test_run_asks_for_a_token(handrail):
    ended = handrail("run")

    assert ended == Ended(1, "", "HANDRAIL_BOT_TOKEN is not set; get one from @BotFather.\n")


async def _started(api: str) -> asyncio.subprocess.Process:
    """Start the bot as a process of its own, talking to a Telegram of ours."""
    environ = {
        "PYTHONPATH": str(HOUSE),
        "HANDRAIL_BOT_TOKEN": TOKEN,
        "HANDRAIL_TELEGRAM_API": api,
        "HANDRAIL_LISTEN": "127.0.0.1:0",
    }
    command = (sys.executable, "-m", "bot", "run")
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        *command, env={**os.environ, **environ}, stdout=pipe, stderr=pipe
    )


@pytest.fixture
async def server():
    """Serve a Telegram in which our bot exists."""
    telegram = Telegram(TOKEN, utc_now, bot_username="harbour_bot")
    server = Server(telegram)
    await server.start(0, tries=1)
    yield server
    await server.stop()


async def _invite(role: str) -> None:
    assert await asyncio.to_thread(main, ("invite", role, "--json")) == 0


@pytest.mark.story
async def test_run_lives_until_it_is_told_to_stop(here, server, capsys):
    """From nothing to a running bot, and back: the way every clinic starts."""
    await _invite("counselor")
    process = await _started(server.url)
    assert process.stdout is not None
    first = await asyncio.wait_for(process.stdout.readline(), 60)
    assert first == b"@harbour_bot is running. Ctrl-C stops it.\n"

    process.send_signal(signal.SIGTERM)
    out, err = await asyncio.wait_for(process.communicate(), 30)

    assert (process.returncode, out) == (0, b"")
    assert b"Traceback" not in err
    capsys.readouterr()
    await _invite("admin")
    assert json.loads(capsys.readouterr().out)["link"].startswith("https://t.me/harbour_bot?start=")


async def test_run_refuses_to_start_where_nobody_would_hear(here, monkeypatch):
    """The default ladder must have a first rung before the first check-in is asked."""
    monkeypatch.setenv("HANDRAIL_BOT_TOKEN", TOKEN)

    with pytest.raises(HandrailError, match="run `handrail invite counselor` first"):
        await run.live(house.settings_here())


@pytest.mark.parametrize(
    ("token", "api", "words"),
    [
        pytest.param("4242:another-token", None, "does not accept HANDRAIL_BOT_TOKEN", id="token"),
        pytest.param(TOKEN, "http://127.0.0.1:9", "at http://127.0.0.1:9 (", id="nobody-there"),
    ],
)
async def test_run_says_what_telegram_has_against_it(here, server, monkeypatch, token, api, words):
    await _invite("counselor")
    monkeypatch.setenv("HANDRAIL_BOT_TOKEN", token)
    monkeypatch.setenv("HANDRAIL_TELEGRAM_API", api or server.url)

    with pytest.raises(HandrailError) as refused:
        await run.live(house.settings_here())

    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        pytest.param(
            ExceptionGroup("tasks", [HandrailError("another program polls")]),
            ("Another program polls.",),
            id="out-of-a-task-group",
        ),
        pytest.param(
            ExceptionGroup("tasks", [DatabaseRefused("full."), ZeroDivisionError()]),
            (),
            id="a-fault-of-ours-is-not-hidden",
        ),
        pytest.param(OSError(98, "Address in use"), ("Address in use.",), id="system"),
        pytest.param(
            PermissionError(13, "Permission denied", "town.db"),
            ("Permission denied: town.db.",),
            id="file",
        ),
        pytest.param(ZeroDivisionError(), (), id="fault"),
    ],
)
def test_errors_are_worded(error, words):
    assert plainly.sentences(error) == words
