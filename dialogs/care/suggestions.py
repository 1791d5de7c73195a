"""Suggestions: a change of the plan that somebody wants, until both have said yes or one has not.

What is suggested is kept as the plan it would make, beside the version it was made from. Nothing
changes by itself: more contact needs the client's yes, everything else the counselor's too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from dialogs.care.people import Role
from dialogs.care.plan import Plan

QUIET_AFTER_NO = timedelta(days=30)
"""How long nobody is asked again what they have just said no to (PRODUCT.md 1.10)."""

LASTS = timedelta(days=60)
"""After so long without an answer it is let go."""


class Needs(StrEnum):
    """Whose yes it takes."""

    CLIENT = "client"
    BOTH = "both"


class SuggestionState(StrEnum):
    """Where a suggestion is."""

    OPEN = "open"
    AGREED = "agreed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One change that is wanted.

    Attributes:
        ref: What buttons carry; empty until storage has given it one.
        client_id: Whose plan.
        name: What it is about, the same for the same wish: it is not asked twice.
        text: The text key of what is read aloud; ``args`` go into it.
        base: The version of the plan it was made from.
        plan: The plan it would make; None where it is only to be talked about.
        needs: Whose yes it takes.
        by: Who wants it; None: it comes from the client's own data.
        made_at: When it was made, UTC.
        agreed_by_client: When the client said yes.
        agreed_by_counselor: When a counselor did, and ``counselor_id`` says who.
        to_talk_since: When somebody first wished to talk about it; it stays open.
        decided_at: When it was agreed on, declined or withdrawn.
        declined_by: Who said no.
        taken_back: Whether it was withdrawn by whoever wanted it.

    """

    client_id: int
    name: str
    text: str
    base: int
    plan: Plan | None
    needs: Needs
    by: int | None
    made_at: datetime
    args: Mapping[str, int | float | str] = field(default_factory=dict)
    ref: str = ""
    state: SuggestionState = SuggestionState.OPEN
    agreed_by_client: datetime | None = None
    agreed_by_counselor: datetime | None = None
    counselor_id: int | None = None
    to_talk_since: datetime | None = None
    decided_at: datetime | None = None
    declined_by: int | None = None
    taken_back: bool = False

    @property
    def is_wish(self) -> bool:
        """Whether it is a wish in the client's own words: there is nothing in it to agree to."""
        return self.plan is None and self.by == self.client_id

    @property
    def waits_for(self) -> Role | None:
        """Whose answer is still needed, the client's first; None: nobody's."""
        if self.state is not SuggestionState.OPEN:
            return None
        if self.agreed_by_client is None:
            return Role.CLIENT
        needs_both = self.needs is Needs.BOTH and self.agreed_by_counselor is None
        return Role.COUNSELOR if needs_both else None


def agree(suggestion: Suggestion, role: Role, person_id: int, now: datetime) -> Suggestion:
    """Note a yes; with the last one that was needed it is agreed on."""
    if role is Role.COUNSELOR:
        agreed = replace(suggestion, agreed_by_counselor=now, counselor_id=person_id)
    else:
        agreed = replace(suggestion, agreed_by_client=now)
    if agreed.waits_for is None and agreed.state is SuggestionState.OPEN:
        return replace(agreed, state=SuggestionState.AGREED, decided_at=now)
    return agreed


def decline(suggestion: Suggestion, person_id: int, now: datetime) -> Suggestion:
    """Note a no, whoever says it."""
    declined = SuggestionState.DECLINED
    return replace(suggestion, state=declined, decided_at=now, declined_by=person_id)


def withdraw(suggestion: Suggestion, now: datetime) -> Suggestion:
    """Let go of it: the plan has changed underneath, or nobody answered."""
    return replace(suggestion, state=SuggestionState.WITHDRAWN, decided_at=now)


def is_quiet(suggestion: Suggestion, now: datetime) -> bool:
    """Tell whether the same is not to be suggested now: it is open, or was declined lately."""
    if suggestion.state is SuggestionState.OPEN:
        return now - suggestion.made_at < LASTS
    declined = suggestion.state is SuggestionState.DECLINED and suggestion.decided_at is not None
    return declined and now - (suggestion.decided_at or now) < QUIET_AFTER_NO
