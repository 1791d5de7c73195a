"""``handrail check``: looks at everything ``run`` will need, and changes nothing."""

import asyncio
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.commands import house, plainly
from dialogs.errors import ContentProblems, DatabaseRefused, HandrailError

if TYPE_CHECKING:
    from bot.settings import Settings
    from dialogs.care.helplines import Helplines

SYSTEM_ZONES = Path("/usr/share/zoneinfo")

Level = Literal["wrong", "soon", "note", "good"]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    ``soon`` is not wrong yet, or not wrong for everybody; ``note`` is for whoever writes content.
    """

    about: str
    level: Level
    sentence: str


def check(*, as_json: Json = False) -> int:
    """Look at everything `run` will need. Changes nothing.

    Settings, dialogs and texts, helplines, time zones, the database and its key.
    """
    from bot.clock import utc_now

    findings = list(_look(utc_now()))
    is_wrong = any(finding.level == "wrong" for finding in findings)
    if as_json:
        found = {"ok": not is_wrong, "findings": [asdict(finding) for finding in findings]}
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            line = f"{finding.level:5}  {finding.about:9}  {finding.sentence}"
            typer.echo(line, err=finding.level == "wrong")
    return plainly.FOUND_WRONG if is_wrong else 0


def _look(now: datetime) -> Iterator[Finding]:
    settings = None
    try:
        settings = house.settings_here()
    except HandrailError as error:
        yield from _wrong("settings", error)
    else:
        yield from _about_settings(settings)
    yield from _about_content(settings, now)
    yield _about_sqlite()
    yield _about_zones()
    if settings is not None:
        yield from asyncio.run(_about_database(settings, now))


def _wrong(about: str, error: HandrailError) -> Iterator[Finding]:
    for sentence in plainly.sentences(error):
        yield Finding(about, "wrong", sentence)


def _about_settings(settings: "Settings") -> Iterator[Finding]:
    if settings.bot_token is None:
        words = "HANDRAIL_BOT_TOKEN is not set; `handrail run` needs one, from @BotFather."
        yield Finding("settings", "soon", words)
    else:
        yield Finding("settings", "good", "All settings can be used.")


def _about_content(settings: "Settings | None", now: datetime) -> Iterator[Finding]:
    from dialogs.playbook import load
    from dialogs.texts import DEFAULT_LANGUAGE

    try:
        own = (settings.content_dir, settings.language) if settings else (None, DEFAULT_LANGUAGE)
        book = load(own[0], language=own[1])
    except ContentProblems as error:
        yield from _wrong("content", error)
        return
    languages = ", ".join(one for one in book.texts.languages if not book.texts.lacking(one))
    yield Finding("content", "good", f"{len(book.players)} dialogs, complete in {languages}.")
    if settings and settings.language not in book.texts.languages:
        there = ", ".join(book.texts.languages)
        words = f"HANDRAIL_LANGUAGE={settings.language}, but there are texts in {there} only."
        yield Finding("content", "wrong", words)
    yield from (Finding("content", "note", f"{note}.") for note in book.notes)
    yield _about_helplines(book.helplines, now)
    if settings and settings.country and book.helplines.code_of(settings.country) is None:
        words = f"No emergency number is known for HANDRAIL_COUNTRY={settings.country}."
        yield Finding("helplines", "soon", words)


def _about_helplines(helplines: "Helplines", now: datetime) -> Finding:
    from dialogs.care.helplines import is_due_for_recheck, is_stale

    today, by = now.date(), helplines.recheck_by
    told = f"confirmed on {helplines.confirmed_on}, to be checked again by {by}"
    if is_stale(helplines, today):
        return Finding("helplines", "wrong", f"The numbers are out of date: {told}.")
    if is_due_for_recheck(helplines, today):
        return Finding("helplines", "soon", f"Check the numbers in the next days: {told}.")
    return Finding("helplines", "good", f"Numbers were {told}.")


def _about_sqlite() -> Finding:
    import sqlite3

    from storage.sqlite import has_wal_fault

    version = f"SQLite {sqlite3.sqlite_version}"
    if has_wal_fault():
        words = f"{version} has the WAL-reset fault (3.7.0 to 3.51.2); Handrail works around it."
        return Finding("sqlite", "good", words)
    return Finding("sqlite", "good", f"{version}.")


def _about_zones() -> Finding:
    from importlib import metadata

    try:
        version = metadata.version("tzdata")
    except metadata.PackageNotFoundError:
        words = "The package tzdata is missing: pip install tzdata."
        return Finding("zones", "wrong", words)
    own = _system_zones(SYSTEM_ZONES)
    beside = f"; this computer's own ({own}) are not used" if own else ""
    return Finding("zones", "good", f"Time zones come from tzdata {version}{beside}.")


def _system_zones(folder: Path) -> str | None:
    """Return the version of the system's zone data; None if it has none that says so."""
    for name in ("+VERSION", "tzdata.zi"):
        try:
            with (folder / name).open(encoding="ascii", errors="replace") as file:
                first = file.readline()
        except OSError:
            continue
        if found := re.search(r"\b\d{4}[a-z]+\b", first):
            return found[0]
    return None


async def _about_database(settings: "Settings", now: datetime) -> list[Finding]:
    from storage.unit_of_work import Database

    file = house.file_of(settings)
    if file is not None and not file.exists():
        words = f"There is none at {file} yet; `handrail migrate` makes it."
        return [Finding("database", "good", words)]
    try:
        database = await Database.open(
            settings.database_url, settings.key_file, create=False, read_only=True
        )
    except DatabaseRefused as error:
        return list(_wrong("database", error))
    try:
        async with database.reading() as uow:
            heard = await house.somebody_hears(uow, now)
    except DatabaseRefused as error:
        return list(_wrong("database", error))
    finally:
        await database.close()
    findings = [Finding("database", "good", "It is up to date, and its key fits.")]
    if not heard:
        findings.append(Finding("people", "soon", house.NOBODY_HEARS))
    return findings
