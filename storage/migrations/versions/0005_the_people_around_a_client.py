"""Who stands at the door, sharing that can rest, what was opened, what goes back and forth."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.migrations.parts import (
    at,
    column,
    count,
    data,
    index,
    many,
    narrow,
    number,
    person,
    table,
    widen,
    word,
)

revision = "0005"
down_revision = "0004"

_TABLES = ("private_answers", "lessons", "circle", "relinks", "pairings")

_WHO_SAID_YES = """
INSERT INTO circle (client_id, person_id, greetings)
SELECT DISTINCT client_id, person_id, TRUE FROM memberships
WHERE role IN ('sponsor', 'family') AND left_at IS NULL AND client_id IS NOT NULL
"""
"""Supporters of before have accepted, or have their welcome open still and will say."""


def upgrade() -> None:
    """Make the new tables, and give grants and disclosures what they now also say."""
    asked = [*many(at, "paused_until ask_at", nullable=True)]
    widen("grants", *_grants(), *asked, new="paused_until ask_at", indexes=_index_grants_more)
    told = [word("kind", nullable=True), count("consent_seq", nullable=True)]
    opened = at("opened_at", nullable=True)
    widen(
        "disclosures",
        *_disclosures(),
        *told,
        opened,
        new="kind consent_seq opened_at",
        indexes=_index_disclosures_more,
    )
    index("ix_consent_events_grant", "consent_events", "grant_id seq")
    _make_doors()
    _make_circle()
    op.execute(_WHO_SAID_YES)


def downgrade() -> None:
    """Leave neither table nor column of these."""
    for name in _TABLES:
        op.drop_table(name)
    op.drop_index("ix_consent_events_grant", "consent_events")
    _drop_new_indexes()
    narrow("grants", *_grants(), indexes=_index_grants, gone="paused_until ask_at")
    gone = "kind consent_seq opened_at"
    narrow("disclosures", *_disclosures(), indexes=_index_disclosures, gone=gone)


def _drop_new_indexes() -> None:
    op.drop_index("ix_grants_ask", "grants")
    op.drop_index("ix_disclosures_outbox", "disclosures")


def _grants() -> list[Any]:
    return [
        number(),
        *many(person, "client_id recipient_id"),
        *many(word, "categories purpose"),
        at("since"),
        *many(at, "until revoked_at", nullable=True),
        *many(word, "text_version text_hash"),
    ]


def _index_grants() -> None:
    if op.get_bind().dialect.name != "postgresql":
        index("ix_grants_client", "grants", "client_id")
        index("ix_grants_recipient", "grants", "recipient_id")


def _index_grants_more() -> None:
    _index_grants()
    index("ix_grants_ask", "grants", "ask_at", where="ask_at IS NOT NULL")


def _disclosures() -> list[Any]:
    return [
        number(),
        data("seal_row"),
        count("outbox_id"),
        *many(person, "client_id recipient_id"),
        word("category"),
        count("grant_id", nullable=True),
        at("at"),
        data("sentence"),
    ]


def _index_disclosures() -> None:
    if op.get_bind().dialect.name != "postgresql":
        index("ix_disclosures_client", "disclosures", "client_id at")


def _index_disclosures_more() -> None:
    _index_disclosures()
    index("ix_disclosures_outbox", "disclosures", "outbox_id")


def _make_doors() -> None:
    table(
        "pairings",
        word("ref", primary_key=True),
        data("token_index"),
        word("role"),
        person("client_id", nullable=True),
        *many(person, "inviter_id person_id"),
        data("code", nullable=True),
        count("tries"),
        *many(at, "made_at expires_at"),
        at("confirmed_at", nullable=True),
    )
    index("ix_pairings_person", "pairings", "person_id")
    index("ix_pairings_inviter", "pairings", "inviter_id")
    index("ix_pairings_expires", "pairings", "expires_at")
    table("relinks", data("token_index", primary_key=True), person("person_id"))
    index("ix_relinks_person", "relinks", "person_id")


def _make_circle() -> None:
    table(
        "circle",
        number(),
        *many(person, "client_id person_id"),
        at("update_at", nullable=True),
        column("greetings", sa.Boolean),
        at("asked_at", nullable=True),
    )
    index("uq_circle", "circle", "client_id person_id", unique=True)
    index("ix_circle_person", "circle", "person_id")
    index("ix_circle_update", "circle", "update_at", where="update_at IS NOT NULL")
    table("lessons", person("person_id"), count("part"), at("next_at", nullable=True))
    index("uq_lessons", "lessons", "person_id", unique=True)
    index("ix_lessons_next", "lessons", "next_at", where="next_at IS NOT NULL")
    table(
        "private_answers",
        word("session_id", primary_key=True),
        word("name", primary_key=True),
        person("person_id"),
        at("at"),
    )
    index("ix_private_answers_person", "private_answers", "person_id at")
