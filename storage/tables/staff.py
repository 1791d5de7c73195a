"""Tables of who is on duty: shifts, absences, hours; and of what is only read in a digest."""

from sqlalchemy import Column, ForeignKey, text

from storage.tables.columns import BIG, at, index, number, person, seal_row, sealed, table, word

DIGEST_IS_TIMED = text("digest_next_at IS NOT NULL")
IS_AWAY = text("away_until IS NOT NULL")
SHIFT_ENDS = text("ends_at IS NOT NULL")

duties = table(
    "duties",
    Column("person_id", BIG, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    word("hours", nullable=True),
    word("digest_at", nullable=True),
    at("digest_next_at"),
    at("digest_since"),
    at("today_at"),
    at("away_until"),
    index("ix_duties_digest", "digest_next_at", where=DIGEST_IS_TIMED),
    index("ix_duties_away", "away_until", where=IS_AWAY),
)

shifts = table(
    "shifts",
    number(),
    person(),
    at("begins_at", nullable=False),
    at("ends_at"),
    index("ix_shifts_begins", "begins_at"),
    index("ix_shifts_ends", "ends_at", where=SHIFT_ENDS),
    index("ix_shifts_person", "person_id"),
)

noticed = table(
    "noticed",
    number(),
    seal_row(),
    person("client_id"),
    at("at", nullable=False),
    sealed("body"),
    index("ix_noticed_client", "client_id", "at"),
    index("ix_noticed_at", "at"),
)
