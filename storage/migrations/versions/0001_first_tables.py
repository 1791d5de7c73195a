"""The first tables."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.parts import (
    at,
    column,
    count,
    data,
    forbid_change,
    index,
    many,
    number,
    person,
    table,
    word,
)

revision = "0001"
down_revision = None

_APPEND_ONLY = ("trail", "consent_events")
_TABLES = (
    "people data_keys memberships invitations grants consent_events definitions definition_words "
    "sessions answers check_ins plans alerts outbox stuck disclosures meta updates poison trail"
)


def upgrade() -> None:
    """Make every table; what is append-only is made so by the database itself."""
    _make_people()
    _make_roles()
    _make_consents()
    _make_definitions()
    _make_dialogs()
    _make_plans()
    _make_alerts()
    _make_outbox()
    _make_stuck()
    _make_disclosures()
    _make_records()
    for name in _APPEND_ONLY:
        forbid_change(name)


def downgrade() -> None:
    """Leave nothing."""
    for name in reversed(_TABLES.split()):
        op.drop_table(name)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change")


def _make_people() -> None:
    table(
        "people",
        number(),
        data("chat_index", nullable=True, unique=True),
        data("chat", nullable=True),
        data("name", nullable=True),
        word("language"),
        word("country", nullable=True),
        *many(word, "zone state"),
        column("quiet_from", sa.Time),
        column("quiet_to", sa.Time),
        column("discreet", sa.Boolean),
        at("paused_until", nullable=True),
        *many(at, "joined_at state_at"),
        data("old_card", nullable=True),
    )
    index("ix_people_old_card", "people", "id", where="old_card IS NOT NULL")
    table(
        "data_keys",
        count("owner", primary_key=True),
        column("epoch", sa.SmallInteger, primary_key=True),
        word("kid"),
        data("wrapped"),
    )


def _make_roles() -> None:
    table(
        "memberships",
        number(),
        person("person_id"),
        person("client_id", nullable=True),
        word("role"),
        at("since"),
        *many(at, "left_at paused_until", nullable=True),
    )
    index("ix_memberships_person", "memberships", "person_id")
    staff = "left_at IS NULL AND client_id IS NULL"
    index("uq_memberships_staff", "memberships", "role person_id", where=staff, unique=True)
    team = "left_at IS NULL AND client_id IS NOT NULL"
    index("uq_memberships_team", "memberships", "client_id person_id role", where=team, unique=True)
    table(
        "invitations",
        data("token_index", primary_key=True),
        word("role"),
        *many(person, "client_id inviter_id", nullable=True),
        *many(at, "created_at expires_at"),
        at("used_at", nullable=True),
        person("used_by", nullable=True),
    )


def _make_consents() -> None:
    table(
        "grants",
        number(),
        *many(person, "client_id recipient_id"),
        *many(word, "categories purpose"),
        at("since"),
        *many(at, "until revoked_at", nullable=True),
        *many(word, "text_version text_hash"),
    )
    index("ix_grants_client", "grants", "client_id")
    index("ix_grants_recipient", "grants", "recipient_id")
    table(
        "consent_events",
        number("seq"),
        count("grant_id"),
        *many(person, "client_id by"),
        *many(word, "what how"),
        at("at"),
        word("terms"),
    )
    index("ix_consent_events_client", "consent_events", "client_id")


def _make_definitions() -> None:
    table("definitions", word("fingerprint", primary_key=True), word("document"))
    whose = sa.ForeignKey("definitions.fingerprint")
    version = column("fingerprint", sa.String, whose, primary_key=True)
    table("definition_words", version, word("language", primary_key=True), word("words"))


def _make_dialogs() -> None:
    table(
        "sessions",
        word("id", primary_key=True),
        person("person_id"),
        *many(word, "dialog fingerprint state"),
        count("turn"),
        at("due_at", nullable=True),
        at("touched_at"),
        data("body"),
        *many(count, "question_turn question_message", nullable=True),
    )
    timed = "due_at IS NOT NULL AND state IN ('open', 'waiting', 'paused')"
    index("ix_sessions_due", "sessions", "due_at", where=timed)
    index("ix_sessions_person", "sessions", "person_id")
    running = "state IN ('open', 'waiting', 'paused')"
    index("ix_sessions_running", "sessions", "person_id", where=running)
    table(
        "answers",
        number(),
        data("seal_row"),
        column("session_id", sa.String, sa.ForeignKey("sessions.id")),
        person("person_id"),
        word("step"),
        word("name", nullable=True),
        at("at"),
        data("body"),
        at("superseded_at", nullable=True),
    )
    index("ix_answers_person", "answers", "person_id at")
    index("ix_answers_session", "answers", "session_id")


def _make_plans() -> None:
    table(
        "check_ins",
        number(),
        person("client_id"),
        *many(word, "schedule dialog"),
        column("local_date", sa.Date),
        count("slot"),
        at("due_at"),
        *many(word, "zone local state"),
        *many(at, "invited_at delivered_at refused_at opened_at started_at", nullable=True),
        *many(at, "finished_at filled_at remind_at reminded_at closes_at", nullable=True),
        word("session_id", nullable=True),
        sa.UniqueConstraint("client_id", "schedule", "local_date", "slot"),
    )
    index("ix_check_ins_client", "check_ins", "client_id due_at")
    invited = "state IN ('sent', 'delivered', 'opened', 'started')"
    index("ix_check_ins_closes", "check_ins", "closes_at", where=invited)
    index("ix_check_ins_due", "check_ins", "due_at", where="state = 'planned'")
    queued = "state = 'opened' AND remind_at IS NOT NULL"
    index("ix_check_ins_queued", "check_ins", "remind_at", where=queued)
    unreminded = "state IN ('sent', 'delivered') AND reminded_at IS NULL"
    index("ix_check_ins_remind", "check_ins", "remind_at", where=unreminded)
    table(
        "plans",
        person("client_id", primary_key=True),
        count("version", primary_key=True),
        person("author_id", nullable=True),
        at("at"),
        data("body"),
        at("card_at", nullable=True),
    )
    index("ix_plans_card", "plans", "client_id", where="card_at IS NULL")


def _make_alerts() -> None:
    table(
        "alerts",
        number("number"),
        word("ref", unique=True),
        person("client_id"),
        *many(word, "sign tier state"),
        *many(count, "fence round"),
        at("next_at", nullable=True),
        at("raised_at"),
        data("body"),
    )
    index("ix_alerts_client", "alerts", "client_id raised_at")
    index("ix_alerts_next", "alerts", "next_at", where="next_at IS NOT NULL")
    index("ix_alerts_open", "alerts", "raised_at", where="state <> 'resolved'")
    index("uq_alerts_open", "alerts", "client_id sign", where="state <> 'resolved'", unique=True)


def _make_outbox() -> None:
    table(
        "outbox",
        number(),
        data("seal_row"),
        *many(person, "person_id owner"),
        count("lane"),
        *many(word, "kind state"),
        data("body", nullable=True),
        *many(at, "created_at wanted_at not_before"),
        *many(at, "expires_at lease_until", nullable=True),
        count("attempts"),
        column("repeat", sa.Boolean),
        word("dedupe", nullable=True, unique=True),
        *many(count, "alert_id round", nullable=True),
        word("session_id", nullable=True),
        *many(count, "turn check_in_id edits", nullable=True),
        word("category", nullable=True),
        count("grant_id", nullable=True),
        at("done_at", nullable=True),
        count("message_id", nullable=True),
        word("reason", nullable=True),
    )
    index("ix_outbox_alert", "outbox", "alert_id", where="alert_id IS NOT NULL")
    index("ix_outbox_check_in", "outbox", "check_in_id", where="check_in_id IS NOT NULL")
    index("ix_outbox_pending", "outbox", "lane not_before id", where="state = 'pending'")
    index("ix_outbox_person", "outbox", "person_id", where="state = 'pending'")
    index("ix_outbox_sending", "outbox", "person_id lease_until", where="state = 'sending'")
    index("ix_outbox_session", "outbox", "session_id", where="state = 'pending'")


def _make_stuck() -> None:
    table(
        "stuck",
        *many(word, "what which", primary_key=True),
        count("failures"),
        *many(at, "since retry_at"),
    )
    index("ix_stuck_retry", "stuck", "retry_at")


def _make_disclosures() -> None:
    table(
        "disclosures",
        number(),
        data("seal_row"),
        count("outbox_id"),
        *many(person, "client_id recipient_id"),
        word("category"),
        count("grant_id", nullable=True),
        at("at"),
        data("sentence"),
    )
    index("ix_disclosures_client", "disclosures", "client_id at")


def _make_records() -> None:
    table("meta", word("key", primary_key=True), word("value"))
    table("updates", count("update_id", primary_key=True), at("at"))
    index("ix_updates_at", "updates", "at")
    table("poison", count("update_id", primary_key=True), at("at"), word("error"), data("raw"))
    table(
        "trail",
        number("seq"),
        at("at"),
        count("actor_id", nullable=True),
        *many(word, "role action object_ref"),
        count("client_id", nullable=True),
        word("reason", nullable=True),
        data("prev"),
        data("mac"),
    )
    index("ix_trail_client", "trail", "client_id seq")
