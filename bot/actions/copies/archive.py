"""The archive: one ZIP with a page to read, tables to count with, and JSON for other programs."""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace

from pydantic_core import to_jsonable_python

from bot.actions.copies import page, tables
from bot.actions.copies.gathering import Copy
from bot.actions.copies.worded import Worded
from dialogs.care.escalation import Alert
from dialogs.playbook import Playbook

FORMAT = 1
PAGE, JSON = "my-records.html", "my-records.json"
ANSWERS, CHECK_INS, TOLD = "answers.csv", "check-ins.csv", "who-was-told.csv"


def file_name(copy: Copy) -> str:
    """Name the archive; nothing in it says what it is about."""
    return f"my-copy-{copy.made_at:%Y-%m-%d}.zip"


def packed(copy: Copy, playbook: Playbook) -> bytes:
    """Pack a copy; it takes a while for long histories, so it is for a thread."""
    held = io.BytesIO()
    moment = copy.made_at.timetuple()[:6]
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files(copy, playbook).items():
            archive.writestr(zipfile.ZipInfo(name, moment), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def files(copy: Copy, playbook: Playbook) -> Mapping[str, bytes]:
    """Write every file of the archive, by name."""
    worded = Worded(playbook, copy.person.language)
    document = json.dumps(as_json(copy), ensure_ascii=False, indent=1)
    return {
        PAGE: page.written(copy, worded),
        JSON: document.encode(),
        ANSWERS: tables.answers(copy, worded),
        CHECK_INS: tables.check_ins(copy),
        TOLD: tables.told(copy),
    }


def as_json(copy: Copy) -> dict[str, object]:
    """Write a copy as plain JSON values; times are ISO 8601 in UTC, days and hours local."""
    wishes = [replace(one, plan=None) for one in copy.suggestions]
    parts = {
        "person": copy.person,
        "names": {str(one): name for one, name in copy.names.items()},
        "plan_versions": copy.plans,
        "suggestions": wishes,
        "answers": copy.answers,
        "check_ins": copy.check_ins,
        "alerts": [_alert(one) for one in copy.alerts],
        "circle": copy.circle,
        "grants": copy.grants,
        "told": copy.disclosures,
        "looked": copy.looks,
    }
    made: dict[str, object] = {
        "format": FORMAT,
        "made_at": copy.made_at,
        **parts,
    }
    document: dict[str, object] = to_jsonable_python(made)
    return document


def _alert(alert: Alert) -> dict[str, object]:
    return {
        "number": alert.number,
        "sign": alert.sign,
        "tier": alert.tier,
        "raised_at": alert.raised_at,
        "why": sorted({why.key for evidence in alert.evidence for why in evidence.why}),
        "taken_at": alert.taken_at,
        "resolved_at": alert.resolved_at,
        "outcome": alert.outcome,
    }
