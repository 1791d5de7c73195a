"""The ledger: what holds at a moment follows from the log alone, checked against brute force.

The model knows nothing of terms. It paints, minute by minute, what each grant shows, and every act
repaints the minutes from its own on; a minute that has passed is never painted again.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.care.consent import Category, Grant, may_see
from dialogs.care.consent_log import ConsentEvent, allowed_by, effective

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
MINUTES = 40
MIA, SAM, EVE = 1, 2, 3
KINDS = (Category.MOOD, Category.USE, Category.ALERTS)
SOME = st.frozensets(st.sampled_from(KINDS), min_size=1)
SOON = st.integers(1, 15)


def at(minute: int) -> datetime:
    return NOON + timedelta(minutes=minute)


@dataclass
class Painted:
    """One grant as the model has it: what it shows at each minute, and whether it rests then."""

    recipient: int
    shows: list[set[Category]]
    rests: list[bool]
    revoked: bool = False


@dataclass
class Ledger:
    """The log under test, and beside it the model."""

    log: list[ConsentEvent] = field(default_factory=list)
    terms: dict[int, Grant] = field(default_factory=dict)
    model: dict[int, Painted] = field(default_factory=dict)

    def write(self, what, grant, minute):
        self.terms[grant.id] = grant
        self.log.append(ConsentEvent(len(self.log) + 1, what, grant, MIA, "chat", at(minute)))

    def grant(self, minute, recipient, kinds, cool_off, length):
        begins = minute + cool_off
        ends = None if length is None else begins + length
        number = len(self.terms) + 1
        until = None if ends is None else at(ends)
        grant = Grant(number, MIA, recipient, kinds, "care", at(begins), until, None, "1", "ab")
        self.write("granted", grant, minute)
        shown = [
            set(kinds) if begins <= one and (ends is None or one < ends) else set()
            for one in range(MINUTES)
        ]
        self.model[number] = Painted(recipient, shown, [False] * MINUTES)

    def revoke(self, minute, number):
        self.write("revoked", replace(self.terms[number], revoked_at=at(minute)), minute)
        self.model[number].revoked = True
        for one in range(minute, MINUTES):
            self.model[number].shows[one] = set()

    def narrow(self, minute, number, without):
        left = self.terms[number].categories - {without}
        self.write("narrowed", replace(self.terms[number], categories=left), minute)
        for one in range(minute, MINUTES):
            self.model[number].shows[one].discard(without)

    def pause(self, minute, number, length):
        paused = replace(self.terms[number], paused_until=at(minute + length))
        self.write("paused", paused, minute)
        for one in range(minute, MINUTES):
            self.model[number].rests[one] = one < minute + length

    def resume(self, minute, number):
        self.write("resumed", replace(self.terms[number], paused_until=None), minute)
        for one in range(minute, MINUTES):
            self.model[number].rests[one] = False

    def renew(self, minute, number, length):
        terms, ends = self.terms[number], minute + length
        self.write("renewed", replace(terms, until=at(ends)), minute)
        for one in range(minute, MINUTES):
            goes_on = at(one) >= terms.since and one < ends
            self.model[number].shows[one] = set(terms.categories) if goes_on else set()

    def shown(self, recipient, minute):
        return {
            kind
            for painted in self.model.values()
            if painted.recipient == recipient and not painted.rests[minute]
            for kind in painted.shows[minute]
        }


@st.composite
def ledgers(draw):
    """Draw a ledger: grants, and what became of them, one act after another."""
    ledger, minute = Ledger(), 0
    for _ in range(draw(st.integers(1, 12))):
        minute = min(minute + draw(st.integers(0, 4)), MINUTES - 1)
        alive = [number for number, one in ledger.model.items() if not one.revoked]
        act = draw(st.sampled_from(("grant", "revoke", "narrow", "pause", "resume", "renew")))
        if act == "grant" or not alive:
            length = draw(st.none() | SOON)
            who, kinds = draw(st.sampled_from((SAM, EVE))), draw(SOME)
            ledger.grant(minute, who, kinds, draw(st.integers(0, 5)), length)
            continue
        number = draw(st.sampled_from(alive))
        if act == "narrow":
            ledger.narrow(minute, number, draw(st.sampled_from(KINDS)))
        elif act in {"pause", "renew"}:
            getattr(ledger, act)(minute, number, draw(SOON))
        else:
            getattr(ledger, act)(minute, number)
    return ledger


@settings(max_examples=500, deadline=None)
@given(ledgers(), st.randoms(use_true_random=False))
def test_what_holds_follows_from_the_log(ledger, chance):
    """For everybody, for every kind, at every minute; in whatever order the log is read."""
    log = list(ledger.log)
    chance.shuffle(log)
    for minute in range(MINUTES):
        for who in (SAM, EVE):
            shown = {k for k in KINDS if allowed_by(log, who, MIA, k, at(minute)) is not None}

            assert shown == ledger.shown(who, minute)


@settings(max_examples=200, deadline=None)
@given(ledgers())
def test_the_rows_say_what_the_log_says(ledger):
    """A grant's row is the terms of its last entry, so the quick gate and the ledger agree."""
    now = at(MINUTES - 1)
    rows = list(ledger.terms.values())

    for who in (SAM, EVE):
        for kind in KINDS:
            quick = may_see(rows, who, MIA, kind, now)
            slow = allowed_by(ledger.log, who, MIA, kind, now)
            assert quick == (slow.grant if slow else None)
    assert {one.grant.id: one.grant for one in effective(ledger.log, now).values()} == ledger.terms


def test_a_receipt_can_be_checked_years_later():
    """What was allowed then is allowed then for ever, whatever was taken back since."""
    ledger = Ledger()
    ledger.grant(0, SAM, frozenset({Category.MOOD}), 0, None)
    ledger.narrow(5, 1, Category.MOOD)
    ledger.revoke(9, 1)

    entry = allowed_by(ledger.log, SAM, MIA, Category.MOOD, at(4))

    assert entry is not None
    assert (entry.seq, entry.what) == (1, "granted")
    assert allowed_by(ledger.log, SAM, MIA, Category.MOOD, at(5)) is None
