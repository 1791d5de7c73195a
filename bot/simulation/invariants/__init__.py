"""The invariants of SECURITY.md §4, as one function that may be called at any moment.

It holds the database against what Telegram's journal proves, and each of them against itself. I9
and I11 have tests of their own; I10 is proved of every dialog when it is loaded.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.emulator.shapes import Call
from bot.simulation import calls
from bot.simulation.invariants import about_answers, about_consent, about_messages
from bot.simulation.invariants.evidence import Check, Evidence, Violation
from bot.telegram.masks import Masks
from storage import books as bookkeeping
from storage.unit_of_work import Database

__all__ = ["PATIENCE", "Evidence", "Violation", "check", "violations"]

PATIENCE = timedelta(minutes=2)
"""How late something may be before it counts as forgotten."""

CHECKS: Sequence[tuple[str, Check]] = (
    ("I1", about_answers.answers_are_stored),
    ("I1", about_answers.answers_are_stored_once),
    ("I2", about_answers.red_flags_have_alerts),
    ("I2", about_answers.alerts_are_raised_once),
    ("I3", about_answers.alerts_are_paged),
    ("I3", about_messages.pages_carry_their_number),
    ("I4", about_consent.consent_was_in_force),
    ("I4", about_consent.rows_say_what_the_log_says),
    ("I5", about_answers.one_dialog_at_a_time),
    ("I5", about_messages.one_prompt_a_slot),
    ("I6", about_messages.confirmed_updates_are_recorded),
    ("I7", about_messages.sent_is_sent),
    ("I7", about_messages.nothing_is_stuck),
    ("I8", about_messages.chain_holds),
    ("I8", about_messages.one_receipt_each),
)


async def check(
    database: Database,
    telegram_journal: Iterable[Call],
    now: datetime,
    *,
    patience: timedelta = PATIENCE,
) -> list[Violation]:
    """Find everything that must not be.

    Args:
        database: Open, for reading or for writing.
        telegram_journal: What the bot called, oldest first, as the emulator kept it.
        now: What the program's clock shows.
        patience: How late an alert or its page may be.

    Returns:
        The violations, in the order of the invariants; none if all is well.

    """
    journal = tuple(telegram_journal)
    books = await bookkeeping.read(database)
    messages = calls.arrived(journal, Masks.of(database.keys))
    return violations(Evidence(books, journal, messages, now, patience))


def violations(evidence: Evidence) -> list[Violation]:
    """Find everything that must not be in what was read."""
    return [Violation(name, words) for name, look in CHECKS for words in look(evidence)]
