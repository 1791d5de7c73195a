"""Practice: small dialogs of a clinic's own, for stories about what dialogs do to one another."""

import shutil
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.cast import MIA
from bot.town import Resident, Town

DIALOGS = {
    "practice_evening": """
meeting: queue
steps:
  - {ask: mood, answer: {scale: {low: 0, high: 10}}, records: mood, brief: true}
  - {ask: which, answer: {choice: [practice_breathing, none]}}
  - {call: exercise, of: which, among: [practice_breathing]}
  - {say: back_again}
  - {ask: how, answer: {scale: {low: 0, high: 10}}}
  - {recap: recap}
  - {end: over}
""",
    "practice_breathing": """
meeting: interrupt
steps:
  - ask: before
    answer: {scale: {low: 0, high: 10}}
    records: craving
    flags: [{at_least: 8}]
    routes: [{when: {at_least: 8}, to: safe}, {to: breathe}]
  - ask: safe
    answer: {choice: [yes, no, not_sure]}
    records: safe_place
    safety: true
    silence: 10m
    flags: [{one_of: [no, not_sure]}]
  - {wait: breathe, lasts: 90s}
  - {ask: after, answer: {scale: {low: 0, high: 10}}, records: calm}
  - {end: over}
""",
    "practice_start": """
meeting: queue
steps:
  - {call: practice_breathing}
  - {end: over}
""",
    "practice_lapse": """
meeting: queue
steps:
  - ask: sorry
    answer: yes_no
    routes: [{when: {equals: yes}, to: later}, {to: rest}]
  - {follow_up: later, dialog: practice_after, after: [24h, 72h]}
  - {ask: rest, answer: yes_no}
  - {end: over}
""",
    "practice_after": """
meeting: queue
steps:
  - {ask: how, answer: yes_no}
  - {end: over}
""",
    "practice_journal": """
meeting: queue
steps:
  - {ask: note, answer: words, records: journal, private: true}
  - {end: over}
""",
}

WORDS = """
practice_evening-mood = Mood?
    .short = Mood
    .low = low
    .high = high
practice_evening-which = Shall we do something for you?
    .short = Exercise
    .practice_breathing = Breathe
    .none = Nothing now
practice_evening-back_again = Good that you are back.
practice_evening-how = How is it now?
    .short = Now
    .low = low
    .high = high
practice_evening-recap = You told me:
practice_breathing-before = How strong is it before?
    .short = Before
    .low = none
    .high = strong
practice_breathing-safe = Are you safe there? Without an answer a person is told after 10 minutes.
    .short = Safe
    .yes = Yes
    .no = No
    .not_sure = Not sure
practice_breathing-breathe = Breathe slowly now.
    .short = Breathing
practice_breathing-after = How calm are you after?
    .short = Calm
    .low = not
    .high = very
practice_lapse-sorry = Is it a hard day?
    .short = Hard day
practice_lapse-rest = Will you rest?
    .short = Rest
practice_after-how = Some time has passed. Are you all right?
    .short = All right
practice_journal-note = What is on your mind? Only you can read it.
    .short = Note
"""


def content(folder: Path) -> Path:
    """Write a clinic's content folder, and return it."""
    (folder / "dialogs").mkdir(parents=True)
    for name, steps in DIALOGS.items():
        path = folder / "dialogs" / f"{name}.yaml"
        path.write_text(f"dialog: {name}{steps}", encoding="utf-8")
    for language in ("en", "es", "ru"):
        (folder / "texts" / language).mkdir(parents=True)
        (folder / "texts" / language / "practice.ftl").write_text(WORDS, encoding="utf-8")
    return folder


def moved_in(history: Path, folder: Path) -> Path:
    """Copy the two weeks of history into a folder."""
    shutil.copytree(history, folder, dirs_exist_ok=True)
    return folder


async def is_asked(town: Town, mia: Resident, dialog: str) -> None:
    """Let a dialog be due in a minute, and Mia begin it at once."""
    due_at = town.clock.now() + timedelta(minutes=1)
    async with town.app.ground.database.unit_of_work() as uow:
        person = await uow.people.by_chat(MIA.user_id)
        assert person is not None
        local = due_at.astimezone(ZoneInfo(person.zone))
        key = f"practice:{dialog}:{due_at.isoformat()}"
        place = (local.date(), 0, due_at, person.zone, local.isoformat())
        await uow.check_ins.plan_next(person.id, key, dialog, *place)
    await town.waits(minutes=1)
    await mia.taps("Start")
