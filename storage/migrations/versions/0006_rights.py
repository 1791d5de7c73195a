"""Who has asked to be forgotten; the bot's own messages of the last days, found by their reader."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.parts import at, index, person, table

revision = "0006"
down_revision = "0005"

_SAID = "message_id IS NOT NULL"


def upgrade() -> None:
    """Make the table, and the index."""
    table(
        "erasures",
        person("person_id", primary_key=True),
        at("asked_at"),
        at("due_at"),
    )
    index("ix_erasures_due", "erasures", "due_at")
    index("ix_outbox_said", "outbox", "person_id done_at", where=_SAID)


def downgrade() -> None:
    """Leave neither."""
    op.drop_index("ix_outbox_said", "outbox", postgresql_where=sa.text(_SAID))
    op.drop_table("erasures")
