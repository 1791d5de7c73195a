"""Tables of the people around a client: who stands at the door, what goes back and forth."""

from sqlalchemy import Boolean, Column, LargeBinary, text

from storage.tables.columns import at, count, index, number, person, sealed, table, word

UPDATE_IS_DUE = text("update_at IS NOT NULL")
LESSON_IS_DUE = text("next_at IS NOT NULL")

# Whoever opened an invitation and was not confirmed yet, by the digits that only they are shown.
pairings = table(
    "pairings",
    word("ref", primary_key=True),
    Column("token_index", LargeBinary, nullable=False),
    word("role"),
    person("client_id", nullable=True),
    person("inviter_id"),
    person(),
    sealed("code", nullable=True),
    count("tries"),
    at("made_at", nullable=False),
    at("expires_at", nullable=False),
    at("confirmed_at"),
    index("ix_pairings_person", "person_id"),
    index("ix_pairings_inviter", "inviter_id"),
    index("ix_pairings_expires", "expires_at"),
)

# An invitation that lets somebody back in whose account is lost.
relinks = table(
    "relinks",
    Column("token_index", LargeBinary, primary_key=True),
    person(),
    index("ix_relinks_person", "person_id"),
)

# A client and one supporter: when the next weekly update is due, and what else goes to and fro.
circle = table(
    "circle",
    number(),
    person("client_id"),
    person(),
    at("update_at"),
    Column("greetings", Boolean, nullable=False),
    at("asked_at"),
    index("uq_circle", "client_id", "person_id", unique=True),
    index("ix_circle_person", "person_id"),
    index("ix_circle_update", "update_at", where=UPDATE_IS_DUE),
)

lessons = table(
    "lessons",
    person(),
    count("part"),
    at("next_at"),
    index("uq_lessons", "person_id", unique=True),
    index("ix_lessons_next", "next_at", where=LESSON_IS_DUE),
)

# Answers that a client keeps to themselves; no view of anybody else's may rest on them.
private_answers = table(
    "private_answers",
    word("session_id", primary_key=True),
    word("name", primary_key=True),
    person(),
    at("at", nullable=False),
    index("ix_private_answers_person", "person_id", "at"),
)
