"""What somebody wants changed in a plan, and who agreed to which version of it."""

from alembic import op

from storage.migrations.parts import at, count, data, index, person, table, word

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make both tables."""
    table(
        "suggestions",
        word("ref", primary_key=True),
        person("client_id"),
        word("state"),
        at("made_at"),
        data("body"),
    )
    index("ix_suggestions_client", "suggestions", "client_id made_at")
    table(
        "plan_agreements",
        person("client_id", primary_key=True),
        count("version", primary_key=True),
        person("person_id", primary_key=True),
        at("at"),
    )


def downgrade() -> None:
    """Leave neither."""
    op.drop_table("plan_agreements")
    op.drop_table("suggestions")
