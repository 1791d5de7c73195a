"""The outbox's questions to the database, built once so that each is compiled once."""

from functools import cache
from typing import Any

from sqlalchemy import (
    bindparam,
    case,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    text,
    union_all,
    update,
)

from storage.claims import claimed
from storage.outbox.shapes import Lane
from storage.tables import (
    IS_PENDING,
    IS_SENDING,
    consent_events,
    disclosures,
    grants,
    outbox,
    people,
)

TOGETHER = "together"
"""The reason of a row that was told of in one message with others."""

IN_ORDER = (outbox.c.not_before, outbox.c.id)

ADD = insert(outbox).returning(outbox.c.id)
BY_DEDUPE = select(outbox.c.id, outbox.c.state, outbox.c.created_at).where(
    outbox.c.dedupe == bindparam("dedupe")
)
HASTEN = (
    update(outbox)
    .where(IS_PENDING, outbox.c.dedupe == bindparam("of"))
    .values(not_before=bindparam("at"), wanted_at=bindparam("at"))
)
GET = select(outbox).where(outbox.c.id == bindparam("id"))

_in_flight = outbox.alias("in_flight")
_LEAVES = (outbox.c.expires_at.is_(None)) | (outbox.c.expires_at > bindparam("now"))

_CLAIMABLE = (
    select(outbox)
    .where(
        IS_PENDING,
        outbox.c.lane.in_(bindparam("lanes", expanding=True)),
        outbox.c.not_before <= bindparam("now"),
        _LEAVES,
        outbox.c.person_id.not_in(bindparam("busy", expanding=True)),
        ~exists().where(
            _in_flight.c.person_id == outbox.c.person_id, text("in_flight.state = 'sending'")
        ),
    )
    .limit(bindparam("limit"))
)
CLAIM = claimed(_CLAIMABLE.order_by(outbox.c.lane, *IN_ORDER))
_ASKED_BEFORE = case((outbox.c.round > 1, 1), else_=0)
CLAIM_URGENT = claimed(_CLAIMABLE.order_by(outbox.c.lane, _ASKED_BEFORE, *IN_ORDER))
SENDING = (
    update(outbox)
    .where(outbox.c.id == bindparam("which"))
    .values(state="sending", attempts=outbox.c.attempts + 1, lease_until=bindparam("lease"))
)
WAITING_PAGES = (
    select(outbox.c.id, outbox.c.alert_id)
    .where(
        IS_PENDING,
        outbox.c.person_id == bindparam("person"),
        outbox.c.lane == bindparam("of_lane"),
        outbox.c.kind == "page",
        outbox.c.not_before <= bindparam("now"),
        outbox.c.alert_id.is_not(None),
    )
    .order_by(*IN_ORDER)
    .limit(bindparam("limit"))
)
WAS_PAGED = (
    select(outbox.c.id)
    .where(
        outbox.c.alert_id.in_(bindparam("alerts", expanding=True)),
        outbox.c.person_id == bindparam("person"),
        outbox.c.kind == "page",
        outbox.c.state.in_(("sending", "sent")),
    )
    .limit(1)
)
CHATS = select(people.c.id, people.c.chat).where(
    people.c.id.in_(bindparam("ids", expanding=True)), people.c.chat.is_not(None)
)
_UNDONE = outbox.c.state.in_(("pending", "sending"))
SETTLE = (
    update(outbox)
    .where(outbox.c.id == bindparam("which"), _UNDONE)
    .values(
        state=bindparam("new"),
        body=None,
        lease_until=None,
        done_at=bindparam("now"),
        message_id=bindparam("message"),
        reason=bindparam("why"),
    )
)
RETRY = (
    update(outbox)
    .where(outbox.c.id == bindparam("which"), _UNDONE)
    .values(
        state="pending",
        lease_until=None,
        not_before=bindparam("later"),
        reason=bindparam("why"),
        repeat=or_(outbox.c.repeat, bindparam("again")),
    )
)
LOST = claimed(
    select(outbox).where(IS_SENDING, outbox.c.lease_until <= bindparam("now")).order_by(*IN_ORDER)
)
EXPIRE = (
    update(outbox)
    .where(IS_PENDING, outbox.c.expires_at <= bindparam("now"))
    .values(state="expired", body=None, done_at=bindparam("now"))
)
NEXT_AT = union_all(
    *(
        select(func.min(outbox.c.not_before).label("at")).where(
            IS_PENDING, outbox.c.lane == literal(lane, literal_execute=True)
        )
        for lane in Lane
    ),
    select(func.min(outbox.c.lease_until)).where(IS_SENDING),
)
OLDEST = select(func.min(outbox.c.not_before)).where(IS_PENDING, outbox.c.lane == bindparam("lane"))
PENDING = select(func.count()).where(IS_PENDING, outbox.c.not_before <= bindparam("now"))
PAGES_OF = (
    select(outbox.c.person_id, outbox.c.message_id)
    .where(
        outbox.c.alert_id == bindparam("alert"),
        outbox.c.kind == bindparam("kind"),
        outbox.c.message_id.is_not(None),
        outbox.c.reason.is_distinct_from(TOGETHER),
    )
    .order_by(outbox.c.id)
)
PROMPTS_OF = (
    select(outbox.c.message_id)
    .where(
        outbox.c.check_in_id == bindparam("check_in"),
        outbox.c.message_id.is_not(None),
        outbox.c.edits.is_(None),
    )
    .order_by(outbox.c.id)
)
REPLACED = (
    update(outbox)
    .where(
        IS_PENDING,
        outbox.c.person_id == bindparam("person"),
        outbox.c.edits == bindparam("edited"),
    )
    .values(state="cancelled", body=None, reason="replaced", dedupe=None)
)
DISCLOSE = insert(disclosures)
DISCLOSURES = (
    select(disclosures)
    .where(disclosures.c.client_id == bindparam("client"), disclosures.c.at >= bindparam("since"))
    .order_by(disclosures.c.at)
)
_AT: Any = bindparam("now")
IN_FORCE = (
    select(grants.c.id, grants.c.categories)
    .where(
        grants.c.client_id == bindparam("client"),
        grants.c.recipient_id == bindparam("recipient"),
        grants.c.since <= _AT,
        grants.c.until.is_(None) | (grants.c.until > _AT),
        grants.c.revoked_at.is_(None) | (grants.c.revoked_at > _AT),
        grants.c.paused_until.is_(None) | (grants.c.paused_until <= _AT),
    )
    .order_by(grants.c.id)
)
VERSION = select(func.max(consent_events.c.seq)).where(
    consent_events.c.grant_id == bindparam("grant")
)
OPENED = (
    update(disclosures)
    .where(
        disclosures.c.outbox_id
        == select(outbox.c.id).where(outbox.c.dedupe == bindparam("of")).scalar_subquery(),
        disclosures.c.opened_at.is_(None),
    )
    .values(opened_at=bindparam("now"))
)
PAGE_OPENED = (
    update(disclosures)
    .where(
        disclosures.c.outbox_id.in_(
            select(outbox.c.id).where(
                outbox.c.alert_id == bindparam("alert"),
                outbox.c.person_id == bindparam("person"),
                outbox.c.kind == "page",
            )
        ),
        disclosures.c.opened_at.is_(None),
    )
    .values(opened_at=bindparam("now"))
)


@cache
def cancel(*by: str) -> Any:
    """Make the statement that cancels what is pending and has all these columns' values.

    What was taken back may be laid down again: its name is free.
    """
    return (
        update(outbox)
        .where(IS_PENDING, *(outbox.c[column] == bindparam(f"by_{column}") for column in by))
        .values(state="cancelled", body=None, done_at=None, dedupe=None)
    )
