"""Who is on call, who is away, when a counselor works; and what is only read in a digest."""

from alembic import op

from storage.migrations.parts import at, data, index, number, person, table, word

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    table(
        "duties",
        person("person_id", primary_key=True),
        word("hours", nullable=True),
        word("digest_at", nullable=True),
        at("digest_next_at", nullable=True),
        at("digest_since", nullable=True),
        at("today_at", nullable=True),
        at("away_until", nullable=True),
    )
    index("ix_duties_digest", "duties", "digest_next_at", where="digest_next_at IS NOT NULL")
    index("ix_duties_away", "duties", "away_until", where="away_until IS NOT NULL")
    table(
        "shifts",
        number(),
        person("person_id"),
        at("begins_at"),
        at("ends_at", nullable=True),
    )
    index("ix_shifts_begins", "shifts", "begins_at")
    index("ix_shifts_ends", "shifts", "ends_at", where="ends_at IS NOT NULL")
    index("ix_shifts_person", "shifts", "person_id")
    table(
        "noticed",
        number(),
        data("seal_row"),
        person("client_id"),
        at("at"),
        data("body"),
    )
    index("ix_noticed_client", "noticed", "client_id at")
    index("ix_noticed_at", "noticed", "at")


def downgrade() -> None:
    """Leave none of them."""
    for name in ("noticed", "shifts", "duties"):
        op.drop_table(name)
