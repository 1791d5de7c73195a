"""Tables of what is planned, what is being asked, and what was answered."""

from sqlalchemy import Column, Date, ForeignKey, String, UniqueConstraint, text

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

SESSION_RUNS = text("state IN ('open', 'waiting', 'paused')")
SESSION_IS_TIMED = text("due_at IS NOT NULL AND state IN ('open', 'waiting', 'paused')")
HAS_NO_CARD = text("card_at IS NULL")
IS_PLANNED = text("state = 'planned'")
IS_INVITED = text("state IN ('sent', 'delivered', 'opened', 'started')")
IS_QUEUED = text("state = 'opened' AND remind_at IS NOT NULL")
IS_UNREMINDED = text("state IN ('sent', 'delivered') AND reminded_at IS NULL")

definitions = table(
    "definitions",
    word("fingerprint", primary_key=True),
    word("document"),
)

definition_words = table(
    "definition_words",
    Column("fingerprint", String, ForeignKey("definitions.fingerprint"), primary_key=True),
    word("language", primary_key=True),
    word("words"),
)

sessions = table(
    "sessions",
    word("id", primary_key=True),
    person(),
    word("dialog"),
    word("fingerprint"),
    word("state"),
    count("turn"),
    at("due_at"),
    at("touched_at", nullable=False),
    sealed("body"),
    count("question_turn", nullable=True),
    count("question_message", nullable=True),
    index("ix_sessions_person", "person_id"),
    index("ix_sessions_running", "person_id", where=SESSION_RUNS),
    index("ix_sessions_due", "due_at", where=SESSION_IS_TIMED),
)

answers = table(
    "answers",
    number(),
    seal_row(),
    Column("session_id", String, ForeignKey("sessions.id"), nullable=False),
    person(),
    word("step"),
    word("name", nullable=True),
    at("at", nullable=False),
    sealed("body"),
    at("superseded_at"),
    index("ix_answers_session", "session_id"),
    index("ix_answers_person", "person_id", "at"),
)

check_ins = table(
    "check_ins",
    number(),
    person("client_id"),
    word("schedule"),
    word("dialog"),
    Column("local_date", Date, nullable=False),
    count("slot"),
    at("due_at", nullable=False),
    word("zone"),
    word("local"),
    word("state"),
    at("invited_at"),
    at("delivered_at"),
    at("refused_at"),
    at("opened_at"),
    at("started_at"),
    at("finished_at"),
    at("filled_at"),
    at("remind_at"),
    at("reminded_at"),
    at("closes_at"),
    word("session_id", nullable=True),
    UniqueConstraint("client_id", "schedule", "local_date", "slot"),
    index("ix_check_ins_due", "due_at", where=IS_PLANNED),
    index("ix_check_ins_remind", "remind_at", where=IS_UNREMINDED),
    index("ix_check_ins_queued", "remind_at", where=IS_QUEUED),
    index("ix_check_ins_closes", "closes_at", where=IS_INVITED),
    index("ix_check_ins_client", "client_id", "due_at"),
)

plans = table(
    "plans",
    Column("client_id", BIG, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    Column("version", BIG, primary_key=True, autoincrement=False),
    person("author_id", nullable=True),
    at("at", nullable=False),
    sealed("body"),
    at("card_at"),
    index("ix_plans_card", "client_id", where=HAS_NO_CARD),
)

suggestions = table(
    "suggestions",
    word("ref", primary_key=True),
    person("client_id"),
    word("state"),
    at("made_at", nullable=False),
    sealed("body"),
    index("ix_suggestions_client", "client_id", "made_at"),
)

plan_agreements = table(
    "plan_agreements",
    Column("client_id", BIG, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    Column("version", BIG, primary_key=True, autoincrement=False),
    Column("person_id", BIG, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    at("at", nullable=False),
)
