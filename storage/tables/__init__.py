"""Every table, and the predicates of its partial indexes. Nothing outside storage imports this.

A query that is to meet a partial index repeats the index's predicate, which is named beside it.
"""

from storage.tables.columns import SEAL_ROW_BYTES, UtcDateTime, metadata
from storage.tables.dialogs import (
    HAS_NO_CARD,
    IS_INVITED,
    IS_PLANNED,
    IS_UNREMINDED,
    SESSION_IS_TIMED,
    SESSION_RUNS,
    answers,
    check_ins,
    definitions,
    plans,
    sessions,
)
from storage.tables.duty import (
    ALERT_IS_OPEN,
    ALERT_IS_TIMED,
    IS_PENDING,
    IS_SENDING,
    alerts,
    disclosures,
    meta,
    outbox,
    poison,
    trail,
    updates,
)
from storage.tables.people import (
    consent_events,
    data_keys,
    grants,
    invitations,
    memberships,
    people,
)

__all__ = [
    "ALERT_IS_OPEN",
    "ALERT_IS_TIMED",
    "HAS_NO_CARD",
    "IS_INVITED",
    "IS_PENDING",
    "IS_PLANNED",
    "IS_SENDING",
    "IS_UNREMINDED",
    "SEAL_ROW_BYTES",
    "SESSION_IS_TIMED",
    "SESSION_RUNS",
    "UtcDateTime",
    "alerts",
    "answers",
    "check_ins",
    "consent_events",
    "data_keys",
    "definitions",
    "disclosures",
    "grants",
    "invitations",
    "memberships",
    "meta",
    "metadata",
    "outbox",
    "people",
    "plans",
    "poison",
    "sessions",
    "trail",
    "updates",
]
