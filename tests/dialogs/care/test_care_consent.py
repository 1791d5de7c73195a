"""Consent: a grant holds from its first moment to just before its last, and not a second longer."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dialogs.care.consent import (
    ASK_BEFORE_END,
    Category,
    Grant,
    ask_at,
    begins_at,
    is_in_force,
    may_see,
    revoke,
)
from dialogs.care.people import Role

NOW = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MIA, SAM, EVE = 1, 2, 3
GRANT = Grant(
    id=5,
    client_id=MIA,
    recipient_id=SAM,
    categories=frozenset({Category.ALERTS}),
    purpose="to be called when it is hard",
    since=NOW,
    until=None,
    revoked_at=None,
    text_version="1",
    text_hash="ab",
)


@pytest.mark.parametrize(
    ("grant", "holds"),
    [
        pytest.param(GRANT, True, id="from-its-first-moment"),
        pytest.param(replace(GRANT, since=NOW + SECOND), False, id="a-second-early"),
        pytest.param(replace(GRANT, until=NOW + SECOND), True, id="a-second-left"),
        pytest.param(replace(GRANT, until=NOW), False, id="just-over"),
        pytest.param(replace(GRANT, revoked_at=NOW), False, id="revoked-this-moment"),
        pytest.param(replace(GRANT, revoked_at=NOW + SECOND), True, id="not-revoked-yet"),
    ],
)
def test_a_grant_is_in_force(grant, holds):
    """A message sent a second after a revocation is a broken promise."""
    assert is_in_force(grant, NOW) is holds


@pytest.mark.parametrize(
    ("recipient", "client", "category", "seen"),
    [
        pytest.param(SAM, MIA, Category.ALERTS, True, id="what-was-granted"),
        pytest.param(SAM, MIA, Category.MOOD, False, id="another-kind"),
        pytest.param(EVE, MIA, Category.ALERTS, False, id="another-receiver"),
        pytest.param(SAM, EVE, Category.ALERTS, False, id="another-client"),
        pytest.param(MIA, SAM, Category.ALERTS, False, id="not-the-other-way-round"),
    ],
)
def test_may_see_answers_for_one_person_one_client_one_kind(recipient, client, category, seen):
    """Nothing is implied by anything else."""
    assert (may_see([GRANT], recipient, client, category, NOW) is GRANT) is seen


def test_may_see_finds_the_grant_that_still_holds():
    """A revoked grant before a new one does not hide it: the receipt names the new one."""
    renewed = replace(GRANT, id=6)

    assert may_see([revoke(GRANT, NOW), renewed], SAM, MIA, Category.ALERTS, NOW) is renewed


def test_nothing_is_shared_by_default():
    """No grants, nothing seen, of any kind."""
    assert not any(may_see([], SAM, MIA, category, NOW) for category in Category)


def test_revoking_twice_keeps_the_first_time():
    """The ledger says when it was really taken back."""
    once = revoke(GRANT, NOW)

    assert revoke(once, NOW + SECOND) is once


@pytest.mark.parametrize(
    ("role", "hours"),
    [
        pytest.param(Role.FAMILY, 24, id="family-a-day-later"),
        pytest.param(Role.SPONSOR, 0, id="sponsor-at-once"),
        pytest.param(Role.COUNSELOR, 0, id="counselor-at-once"),
    ],
)
def test_family_waits_a_day(role, hours):
    """A grant given under pressure can be taken back before anything flows (T25)."""
    assert begins_at(role, NOW) == NOW + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("role", "ends_in", "asked_in"),
    [
        pytest.param(Role.FAMILY, None, 30, id="family-after-30-days"),
        pytest.param(Role.FAMILY, 90, 30, id="family-long-before-its-end"),
        pytest.param(Role.FAMILY, 20, 20 - ASK_BEFORE_END.days, id="family-before-an-early-end"),
        pytest.param(Role.SPONSOR, None, None, id="family-only"),
        pytest.param(Role.SPONSOR, 90, 90 - ASK_BEFORE_END.days, id="anybody-before-its-end"),
    ],
)
def test_when_a_grant_is_asked_about_again(role, ends_in, asked_in):
    """Consent that nobody remembers giving is none (T25)."""
    until = None if ends_in is None else NOW + timedelta(days=ends_in)
    expected = None if asked_in is None else NOW + timedelta(days=asked_in)

    assert ask_at(role, NOW, until) == expected
