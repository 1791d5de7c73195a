"""Tables of who there is, in what role, and what they agreed to."""

from sqlalchemy import Boolean, Column, ForeignKey, LargeBinary, SmallInteger, Time, text

from storage.tables.columns import BIG, at, index, number, person, sealed, table, word

IN_A_TEAM = text("left_at IS NULL AND client_id IS NOT NULL")
ON_THE_STAFF = text("left_at IS NULL AND client_id IS NULL")
HAS_OLD_CARD = text("old_card IS NOT NULL")
GRANT_IS_ASKED_ABOUT = text("ask_at IS NOT NULL")

people = table(
    "people",
    number(),
    Column("chat_index", LargeBinary, unique=True),
    sealed("chat", nullable=True),
    sealed("name", nullable=True),
    word("language"),
    word("country", nullable=True),
    word("zone"),
    word("state"),
    Column("quiet_from", Time, nullable=False),
    Column("quiet_to", Time, nullable=False),
    Column("discreet", Boolean, nullable=False),
    at("paused_until"),
    at("joined_at", nullable=False),
    at("state_at", nullable=False),
    Column("old_card", LargeBinary),
    word("reach", nullable=True),
    sealed("phrase", nullable=True),
    index("ix_people_old_card", "id", where=HAS_OLD_CARD),
)

# Owner 0 is the house: its key seals what belongs to nobody, such as updates that failed.
data_keys = table(
    "data_keys",
    Column("owner", BIG, primary_key=True, autoincrement=False),
    Column("epoch", SmallInteger, primary_key=True, autoincrement=False),
    word("kid"),
    Column("wrapped", LargeBinary, nullable=False),
)

memberships = table(
    "memberships",
    number(),
    person(),
    person("client_id", nullable=True),
    word("role"),
    at("since", nullable=False),
    at("left_at"),
    at("paused_until"),
    index("ix_memberships_person", "person_id"),
    index("uq_memberships_team", "client_id", "person_id", "role", where=IN_A_TEAM, unique=True),
    index("uq_memberships_staff", "role", "person_id", where=ON_THE_STAFF, unique=True),
)

invitations = table(
    "invitations",
    Column("token_index", LargeBinary, primary_key=True),
    word("role"),
    person("client_id", nullable=True),
    person("inviter_id", nullable=True),
    at("created_at", nullable=False),
    at("expires_at", nullable=False),
    at("used_at"),
    person("used_by", nullable=True),
)

grants = table(
    "grants",
    number(),
    person("client_id"),
    person("recipient_id"),
    word("categories"),
    word("purpose"),
    at("since", nullable=False),
    at("until"),
    at("revoked_at"),
    word("text_version"),
    word("text_hash"),
    at("paused_until"),
    at("ask_at"),
    index("ix_grants_client", "client_id"),
    index("ix_grants_recipient", "recipient_id"),
    index("ix_grants_ask", "ask_at", where=GRANT_IS_ASKED_ABOUT),
)

consent_events = table(
    "consent_events",
    number("seq"),
    Column("grant_id", BIG, nullable=False),
    person("client_id"),
    person("by"),
    word("what"),
    word("how"),
    at("at", nullable=False),
    word("terms"),
    index("ix_consent_events_client", "client_id"),
    index("ix_consent_events_grant", "grant_id", "seq"),
)

# Who has asked to be forgotten; the row goes with the person.
erasures = table(
    "erasures",
    Column("person_id", BIG, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    at("asked_at", nullable=False),
    at("due_at", nullable=False),
    index("ix_erasures_due", "due_at"),
)
