"""How somebody may be reached, and the words that stand above what their counselor sends."""

from alembic import op

from storage.migrations.parts import data, word

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add both; nobody has chosen anything yet."""
    op.add_column("people", word("reach", nullable=True))
    op.add_column("people", data("phrase", nullable=True))


def downgrade() -> None:
    """Take both away."""
    op.drop_column("people", "phrase")
    op.drop_column("people", "reach")
