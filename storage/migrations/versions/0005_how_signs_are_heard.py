"""How the signs of one client are heard: what is expected for now, and how soon series speak."""

from alembic import op

from storage.migrations.parts import data, person, table

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table."""
    table("hearing", person("client_id", primary_key=True), data("body"))


def downgrade() -> None:
    """Leave none of it."""
    op.drop_table("hearing")
