"""Disclosing: what was shared reaches whoever opened it, with its receipt and the notice behind it.

The message names the kinds of things it tells. Each of them is checked once more just before it
goes (`still_allowed`), and each has a row of its own in the account of what was told.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from bot.actions.paging import PAGE
from bot.actions.telling import leave
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.consent import Category, may_see
from dialogs.care.people import SYSTEM, Person
from dialogs.messages import LONGEST_TEXT, cut, in_block, utf16_len
from dialogs.playbook import Playbook
from storage.outbox import Lane, Outgoing
from storage.unit_of_work import UnitOfWork

OPENED = "opened"
"""The kind of an outbox row that shows what stands behind a notice."""

UPDATE = "update"
"""The kind of the notice of a week: it goes as long as any part of the week may be told."""

UNITED_STATES = "US"


def with_notice(playbook: Playbook, reader: Person, client: Person, text: str) -> str:
    """Put below what is disclosed that it goes no further; in the words of the law where it asks.

    The whole fits into one message; what does not is cut off with "…".

    Source:
        42 CFR 2.32 (2024 rule), as SAFETY.md 6 has it.

    """
    alone = playbook.texts.say(reader.language, "family-yours_alone")
    notice = "\n".join(["", "", alone, *of_the_law(playbook, reader, client)])
    return cut(text, LONGEST_TEXT - utf16_len(notice)) + notice


def of_the_law(playbook: Playbook, reader: Person, client: Person | None) -> tuple[str, ...]:
    """Word the notice that the law of a client's country puts under a disclosure, if it does."""
    if client is None or client.country != UNITED_STATES:
        return ()
    return (playbook.texts.say(reader.language, "family-law"),)


async def disclose(
    uow: UnitOfWork,
    playbook: Playbook,
    reader: Person,
    client: Person,
    text: str,
    categories: Collection[Category],
    now: datetime,
    *,
    grant_id: int | None = None,
    block: str = "",
) -> None:
    """Leave what somebody opened, to be sent only if it may still be told then.

    Args:
        uow: The open unit of work.
        playbook: Words.
        reader: Who opened it.
        client: Whom it is about.
        text: What is told.
        categories: The kinds of things it tells, each under a grant.
        now: The instant of opening.
        grant_id: The grant that the notice named, if it did.
        block: The part of the text that is in the client's own words; shown as such.

    """
    whole = with_notice(playbook, reader, client, text)
    message = replace(in_block(whole, block), protect=True)
    told = " ".join(one for one in Category if one in categories)
    await leave(
        uow,
        reader,
        message,
        lane=Lane.REPLY,
        kind=OPENED,
        now=now,
        about_id=client.id,
        receipt=(told, grant_id),
    )


async def still_allowed(uow: UnitOfWork, outgoing: Outgoing, now: datetime) -> bool:
    """Tell, just before sending, whether what a message tells may be told at this very moment.

    Of a page that is for `climbing.still_wanted` to tell, which knows who stands in for whom.
    """
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)
    if outgoing.receipt is None or outgoing.about_id is None or outgoing.kind == PAGE:
        return True
    categories, _ = outgoing.receipt
    grants = await uow.consents.of_client(outgoing.about_id)
    allowed = [
        may_see(grants, outgoing.person_id, outgoing.about_id, Category(one), now) is not None
        for one in categories.split()
    ]
    return any(allowed) if outgoing.kind == UPDATE else all(allowed)
