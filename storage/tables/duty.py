"""Tables of what a human must take, what waits to be sent, and what was done."""

from sqlalchemy import Boolean, Column, LargeBinary, String, text

from storage.tables.columns import (
    BIG,
    at,
    count,
    index,
    number,
    person,
    seal_row,
    sealed,
    table,
    word,
)

ALERT_IS_OPEN = text("state <> 'resolved'")
ALERT_IS_TIMED = text("next_at IS NOT NULL")
IS_PENDING = text("state = 'pending'")
IS_SENDING = text("state = 'sending'")

meta = table("meta", word("key", primary_key=True), word("value"))

alerts = table(
    "alerts",
    number("number"),
    Column("ref", String, nullable=False, unique=True),
    person("client_id"),
    word("sign"),
    word("tier"),
    word("state"),
    count("fence"),
    count("round"),
    at("next_at"),
    at("raised_at", nullable=False),
    sealed("body"),
    index("uq_alerts_open", "client_id", "sign", where=ALERT_IS_OPEN, unique=True),
    index("ix_alerts_client", "client_id", "raised_at"),
    index("ix_alerts_open", "raised_at", where=ALERT_IS_OPEN),
    index("ix_alerts_next", "next_at", where=ALERT_IS_TIMED),
)

outbox = table(
    "outbox",
    number(),
    seal_row(),
    person(),
    person("owner"),
    count("lane"),
    word("kind"),
    word("state"),
    sealed("body", nullable=True),
    at("created_at", nullable=False),
    at("wanted_at", nullable=False),
    at("not_before", nullable=False),
    at("expires_at"),
    at("lease_until"),
    count("attempts"),
    Column("repeat", Boolean, nullable=False),
    Column("dedupe", String, unique=True),
    count("alert_id", nullable=True),
    count("round", nullable=True),
    word("session_id", nullable=True),
    count("turn", nullable=True),
    count("check_in_id", nullable=True),
    count("edits", nullable=True),
    word("category", nullable=True),
    count("grant_id", nullable=True),
    at("done_at"),
    count("message_id", nullable=True),
    word("reason", nullable=True),
    index("ix_outbox_pending", "lane", "not_before", "id", where=IS_PENDING),
    index("ix_outbox_sending", "person_id", "lease_until", where=IS_SENDING),
    index("ix_outbox_person", "person_id", where=IS_PENDING),
    index("ix_outbox_said", "person_id", "done_at", where=text("message_id IS NOT NULL")),
    index("ix_outbox_session", "session_id", where=IS_PENDING),
    index("ix_outbox_check_in", "check_in_id", where=text("check_in_id IS NOT NULL")),
    index("ix_outbox_alert", "alert_id", where=text("alert_id IS NOT NULL")),
)

# Due things that failed when they were worked on, and until when they are passed over.
stuck = table(
    "stuck",
    word("what", primary_key=True),
    word("which", primary_key=True),
    count("failures"),
    at("since", nullable=False),
    at("retry_at", nullable=False),
    index("ix_stuck_retry", "retry_at"),
)

# The account of disclosures: who was told what about whom, and which grant allowed it.
disclosures = table(
    "disclosures",
    number(),
    seal_row(),
    count("outbox_id"),
    person("client_id"),
    person("recipient_id"),
    word("category"),
    count("grant_id", nullable=True),
    at("at", nullable=False),
    sealed("sentence"),
    word("kind", nullable=True),
    count("consent_seq", nullable=True),
    at("opened_at"),
    index("ix_disclosures_client", "client_id", "at"),
    index("ix_disclosures_outbox", "outbox_id"),
)

updates = table(
    "updates",
    Column("update_id", BIG, primary_key=True, autoincrement=False),
    at("at", nullable=False),
    index("ix_updates_at", "at"),
)

poison = table(
    "poison",
    Column("update_id", BIG, primary_key=True, autoincrement=False),
    at("at", nullable=False),
    word("error"),
    sealed("raw"),
)

trail = table(
    "trail",
    number("seq"),
    at("at", nullable=False),
    count("actor_id", nullable=True),
    word("role"),
    word("action"),
    word("object_ref"),
    count("client_id", nullable=True),
    word("reason", nullable=True),
    Column("prev", LargeBinary, nullable=False),
    Column("mac", LargeBinary, nullable=False),
    index("ix_trail_client", "client_id", "seq"),
)
