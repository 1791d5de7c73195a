"""The life of an alert: somebody takes it or it climbs, and at its end there is never silence."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import TypeAdapter

from dialogs.care.escalation import (
    OPEN,
    Alert,
    AlertState,
    Evidence,
    Ladder,
    Outcome,
    Rung,
    acknowledge,
    escalate,
    let_time_pass,
    merge,
    open_alert,
    pages,
    pass_on,
    resolve,
    rungs_passed_over,
    still_on_it,
    withdraw,
)
from dialogs.care.evidence import MOST, has_news
from dialogs.care.warning_signs import Tier, WarningSign, Why
from dialogs.errors import AlertClosed, AlreadyTaken, NotAllowed, NotTaken

NOW = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ANA, BEN, SAM = 3, 4, 5
LADDER = Ladder((Rung((ANA,), 15), Rung((BEN,), 15), Rung((SAM,), 15, repeats=2)), 30, 15)
STAYS = Ladder((Rung((ANA,), None),), 1440, None)
CRAVING = Why("craving", {"value": 8})


def minutes(count: float) -> datetime:
    return NOW + timedelta(minutes=count)


def sign(
    tier: Tier = Tier.NOW,
    *,
    why: Why = CRAVING,
    at: datetime = NOW,
    safety: bool = False,
    staff_only: bool = False,
) -> WarningSign:
    return WarningSign("craving_unsafe", tier, (why,), (at,), safety=safety, staff_only=staff_only)


def opened(ladder=LADDER, **kwargs):
    return open_alert(sign(), 1, ladder, NOW, **kwargs)


def after(*waits, alert=None, skip=frozenset()):
    """Let time pass at each of these minutes."""
    alert = alert or opened()
    for wait in waits:
        alert = let_time_pass(alert, minutes(wait), skip=skip)
    return alert


def test_the_first_page_leaves_at_once():
    """Nobody waits 15 minutes for the first rung."""
    alert = opened()

    assert pages(None, alert) == (ANA,)
    assert (alert.state, alert.rung, alert.next_at) == (AlertState.RAISED, 0, minutes(15))


@pytest.mark.parametrize(
    ("at", "rung"),
    [
        pytest.param(minutes(15) - SECOND, 0, id="a-second-early"),
        pytest.param(minutes(15), 1, id="on-time"),
        pytest.param(minutes(180), 1, id="three-hours-down-climbs-one-rung"),
    ],
)
def test_it_climbs_when_the_time_has_run_out_and_never_before(at, rung):
    """After a downtime the next rung gets its full 15 minutes."""
    alert = opened()

    later = let_time_pass(alert, at)

    assert later.rung == rung
    assert (later is alert) is (rung == 0)
    assert later.next_at == (minutes(15) if rung == 0 else at + timedelta(minutes=15))


def test_nobody_answers():
    """Three rungs, the last paged twice more, then unanswered: five pages, and no timer left."""
    alert, paged = opened(), [ANA]
    for wait in range(15, 90, 15):
        before, alert = alert, let_time_pass(alert, minutes(wait))
        paged += pages(before, alert)

    assert paged == [ANA, BEN, SAM, SAM, SAM]
    assert (alert.state, alert.next_at) == (AlertState.UNANSWERED, None)
    assert let_time_pass(alert, minutes(10**6)) is alert


def test_acknowledging_stops_the_climb():
    """Whoever has it is given half an hour before we ask."""
    taken = acknowledge(opened(), ANA, minutes(5))

    assert (taken.state, taken.taken_by, taken.taken_at) == ("acknowledged", ANA, minutes(5))
    assert taken.next_at == minutes(35)
    assert pages(opened(), taken) == ()
    assert let_time_pass(taken, minutes(15)) is taken


def test_a_second_tap_changes_nothing():
    """A double tap is not a second decision."""
    taken = acknowledge(opened(), ANA, minutes(5))

    assert acknowledge(taken, ANA, minutes(6)) is taken


def test_the_second_person_is_told_who_was_faster():
    """Two people at once: one takes it, the other learns who."""
    taken = acknowledge(opened(), ANA, minutes(5))

    with pytest.raises(AlreadyTaken) as refused:
        acknowledge(taken, BEN, minutes(5))
    assert refused.value.by == ANA


def test_the_timer_and_the_tap_at_the_same_instant():
    """Both orders end with somebody on it, and the fence tells storage which came first."""
    alert = opened()
    tap_first = acknowledge(alert, ANA, minutes(15))
    timer_first = let_time_pass(alert, minutes(15))

    assert let_time_pass(tap_first, minutes(15)) is tap_first
    assert acknowledge(timer_first, ANA, minutes(15)).taken_by == ANA
    assert tap_first.fence == timer_first.fence == alert.fence + 1


def test_taken_and_silent_is_reminded_and_then_back_on_the_ladder():
    """A promise that nobody keeps must not end the climb."""
    taken = acknowledge(opened(), ANA, NOW)
    reminded = let_time_pass(taken, minutes(30))
    back = let_time_pass(reminded, minutes(45))

    assert (reminded.state, reminded.reminded_at) == ("acknowledged", minutes(30))
    assert pages(taken, reminded) == ()
    assert let_time_pass(reminded, minutes(45) - SECOND) is reminded
    assert (back.state, back.rung, back.taken_by, back.reminded_at) == ("raised", 1, None, None)
    assert pages(reminded, back) == (BEN,)


def test_a_word_from_whoever_has_it_starts_the_silence_again():
    """Somebody who is on the phone with the client is not silent."""
    reminded = after(30, alert=acknowledge(opened(), ANA, NOW))

    heard = still_on_it(reminded, ANA, minutes(40))

    assert (heard.next_at, heard.reminded_at) == (minutes(70), None)


@pytest.mark.parametrize(
    "alert",
    [
        pytest.param(opened(), id="nobody-has-it"),
        pytest.param(acknowledge(opened(), ANA, NOW), id="somebody-else-has-it"),
    ],
)
def test_only_the_taker_can_say_they_are_on_it(alert):
    """Else anybody could hold the ladder still."""
    with pytest.raises(AlreadyTaken):
        still_on_it(alert, BEN, NOW)


def test_silence_on_the_last_rung_pages_it_again():
    """There is nobody above, so the same people are paged, as often as anybody would be."""
    alert = acknowledge(after(15, 30), SAM, minutes(31))

    back = after(61, 76, alert=alert)

    assert (back.state, back.rung, back.repeat) == ("raised", 2, 1)
    assert pages(alert, back) == (SAM,)


def test_whoever_has_it_closes_it():
    """And closed it stays: nothing moves it any more."""
    closed = resolve(acknowledge(opened(), ANA, NOW), ANA, Outcome.REACHED_SAFE, minutes(90))

    assert (closed.state, closed.outcome, closed.next_at) == ("resolved", "reached_safe", None)
    assert closed.taken_by == ANA
    assert closed.state not in OPEN
    assert let_time_pass(closed, minutes(10**6)) is closed


@pytest.mark.parametrize(
    "alert",
    [
        pytest.param(opened(), id="raised"),
        pytest.param(after(15, 30, 45, 60, 75), id="unanswered"),
        pytest.param(pass_on(acknowledge(opened(), ANA, NOW), ANA, NOW), id="passed-on"),
    ],
)
def test_nobody_closes_what_nobody_has(alert):
    """An old button must not stop the climb to somebody who has yet to be reached."""
    with pytest.raises(NotTaken):
        resolve(alert, ANA, Outcome.REACHED_SAFE, minutes(90))


def test_nobody_closes_what_another_has():
    """Only whoever has it can know how it went."""
    with pytest.raises(AlreadyTaken) as refused:
        resolve(acknowledge(opened(), ANA, NOW), BEN, Outcome.REACHED_SAFE, minutes(90))
    assert refused.value.by == ANA


def test_somebody_else_closes_it_when_its_holder_is_gone():
    """It counts as theirs: whoever is gone hears no more of it."""
    alert = acknowledge(opened(), ANA, NOW)

    closed = resolve(alert, BEN, Outcome.REACHED_SAFE, minutes(90), holder_gone=True)

    assert (closed.state, closed.taken_by) == ("resolved", BEN)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda a: acknowledge(a, BEN, NOW), id="take"),
        pytest.param(lambda a: escalate(a, NOW), id="climb"),
        pytest.param(lambda a: pass_on(a, ANA, NOW), id="pass-on"),
        pytest.param(lambda a: still_on_it(a, BEN, NOW), id="report"),
        pytest.param(lambda a: resolve(a, BEN, Outcome.NOT_NEEDED, NOW), id="close-again"),
        pytest.param(lambda a: withdraw(a, NOW), id="withdraw"),
        pytest.param(lambda a: merge(a, sign(), LADDER, NOW), id="join"),
    ],
)
def test_a_closed_alert_does_not_reopen(change):
    """A button of yesterday must not wake anybody today."""
    with pytest.raises(AlertClosed):
        change(resolve(acknowledge(opened(), ANA, NOW), ANA, Outcome.REACHED_SAFE, NOW))


def test_an_unanswered_alert_can_still_be_taken():
    """Whoever wakes up at six and reads it must be able to say "I'm on it"."""
    alert = after(15, 30, 45, 60, 75)

    assert acknowledge(alert, ANA, minutes(600)).taken_by == ANA
    with pytest.raises(AlertClosed):
        escalate(alert, minutes(600))


@pytest.mark.parametrize(
    ("skip", "first", "passed"),
    [
        pytest.param(set(), (ANA,), 0, id="everybody-there"),
        pytest.param({ANA}, (BEN,), 1, id="first-rung-empty"),
        pytest.param({ANA, BEN}, (SAM,), 2, id="two-rungs-empty"),
        pytest.param({ANA, BEN, SAM}, (), 0, id="nobody-at-all"),
    ],
)
def test_empty_rungs_are_passed_over_at_once(skip, first, passed):
    """Nobody on a rung is no reason to wait; the admin hears of it."""
    alert = opened(skip=skip)

    assert pages(None, alert, skip=skip) == first
    assert rungs_passed_over(None, alert) == passed
    assert alert.state == (AlertState.RAISED if first else AlertState.UNANSWERED)


def test_a_ladder_without_rungs_is_unanswered_from_the_start():
    """Silence is never the answer to an alert, not even of a clinic without people."""
    alert = opened(Ladder((), 30, 15))

    assert (alert.state, alert.next_at) == (AlertState.UNANSWERED, None)
    assert pages(None, alert) == ()


def test_people_who_left_are_passed_over_on_the_way():
    """The snapshot goes on without them."""
    alert = opened()

    up = escalate(alert, minutes(1), skip={BEN})

    assert pages(alert, up, skip={BEN}) == (SAM,)
    assert rungs_passed_over(alert, up) == 1


def test_the_last_rung_that_has_anybody_is_repeated():
    """Where the sponsor's grant was revoked the on-call is paged again, not the empty rung."""
    skip = {SAM}
    alert, paged = opened(), [ANA]
    for wait in range(15, 75, 15):
        before, alert = alert, let_time_pass(alert, minutes(wait), skip=skip)
        paged += pages(before, alert, skip=skip)

    assert paged == [ANA, BEN, BEN, BEN]
    assert alert.state is AlertState.UNANSWERED


def test_one_of_two_on_a_rung_is_enough():
    """A rung is empty only when all of it is."""
    pair = Ladder((Rung((ANA, BEN), 15), Rung((SAM,), 15)), 30, 15)
    alert = opened(pair, skip={ANA})

    assert pages(None, alert, skip={ANA}) == (BEN,)


@pytest.mark.parametrize(
    ("alert", "by"),
    [
        pytest.param(opened(), ANA, id="paged"),
        pytest.param(acknowledge(opened(), ANA, NOW), ANA, id="taken"),
    ],
)
def test_passing_on_climbs(alert, by):
    """Somebody who cannot says so, and the next person is paged without waiting."""
    passed = pass_on(alert, by, minutes(1))

    assert (passed.state, passed.taken_by) == ("raised", None)
    assert pages(alert, passed) == (BEN,)


def test_nobody_passes_on_what_another_has_taken():
    """Ana has it: Ben's old button does not take it from her."""
    with pytest.raises(AlreadyTaken):
        pass_on(acknowledge(opened(), ANA, NOW), BEN, NOW)


def test_a_today_alert_is_one_message_and_stays():
    """It waits on the counselor's list and does not climb."""
    alert = open_alert(sign(Tier.TODAY), 1, STAYS, NOW)

    assert pages(None, alert) == (ANA,)
    assert alert.next_at is None
    taken = acknowledge(alert, ANA, NOW)
    assert after(1440, alert=taken).next_at is None


def test_a_digest_sign_makes_no_alert():
    """It is read in the morning; nobody is paged."""
    with pytest.raises(ValueError, match="digest"):
        open_alert(sign(Tier.DIGEST), 1, LADDER, NOW)


@pytest.mark.parametrize(
    "alert",
    [
        pytest.param(opened(), id="untaken"),
        pytest.param(acknowledge(opened(), ANA, NOW), id="taken"),
    ],
)
def test_the_same_evidence_again_pages_nobody(alert):
    """The same sign twice is one alert."""
    assert merge(alert, sign(), LADDER, minutes(1)) is alert


def test_new_evidence_joins_without_a_page():
    """Its why-line is added and the climb goes on as before."""
    alert = opened()
    use = Why("use", {"answer": "yes"})

    joined = merge(alert, sign(why=use, safety=True), LADDER, minutes(1))

    assert joined.evidence == (Evidence(NOW, (CRAVING,)), Evidence(NOW, (use,)))
    assert joined.safety
    assert (joined.next_at, pages(alert, joined)) == (alert.next_at, ())


def test_the_same_sign_a_week_later_is_new_evidence():
    """The words are the same, the evening is another: it must not vanish."""
    alert = acknowledge(opened(), ANA, NOW)
    week = NOW + timedelta(days=7)

    joined = merge(alert, sign(at=week), LADDER, week)

    assert [one.at for one in joined.evidence] == [NOW, week]
    assert has_news(alert, joined)
    assert pages(alert, joined) == ()


@pytest.mark.parametrize(
    ("alert", "after", "told"),
    [
        pytest.param(acknowledge(opened(), ANA, NOW), 1, True, id="taken"),
        pytest.param(opened(), 14, False, id="being-paged-at-this-moment"),
        pytest.param(open_alert(sign(Tier.TODAY), 1, STAYS, NOW), 719, False, id="of-this-morning"),
        pytest.param(open_alert(sign(Tier.TODAY), 1, STAYS, NOW), 720, True, id="of-yesterday"),
    ],
)
def test_who_hears_of_new_evidence(alert, after, told):
    """Whoever has it, or has had it on their list; a page that just left says it by itself."""
    at = minutes(after)

    assert has_news(alert, merge(alert, sign(alert.tier, at=at), STAYS, at)) is told


@pytest.mark.parametrize(
    ("tier", "after", "told"),
    [
        pytest.param(Tier.NOW, 9, False, id="now-9-minutes"),
        pytest.param(Tier.NOW, 10, True, id="now-10-minutes"),
        pytest.param(Tier.TODAY, 719, False, id="today-almost-12-hours"),
        pytest.param(Tier.TODAY, 720, True, id="today-12-hours"),
    ],
)
def test_news_is_told_once_and_then_let_be(tier, after, told):
    """Ten answers in a row are one word to whoever has the alert; none of them is lost."""
    taken = acknowledge(open_alert(sign(tier), 1, STAYS, NOW), ANA, NOW)
    once = merge(taken, sign(tier, at=minutes(1)), STAYS, minutes(1))
    again = minutes(1 + after)

    more = merge(once, sign(tier, at=again), STAYS, again)

    assert has_news(taken, once)
    assert has_news(once, more) is told
    assert len(more.evidence) == 3


def test_whoever_takes_it_hears_of_the_next_word_at_once():
    """What another was told does not count for them."""
    first = merge(acknowledge(opened(), ANA, NOW), sign(at=minutes(1)), LADDER, minutes(1))
    other = acknowledge(pass_on(first, ANA, minutes(2)), BEN, minutes(3))

    assert has_news(other, merge(other, sign(at=minutes(4)), LADDER, minutes(4)))


def test_evidence_does_not_grow_without_end():
    """What raised it stays, and the latest; nobody reads a hundred lines."""
    alert = opened()
    for minute in range(100):
        alert = merge(alert, sign(at=minutes(minute)), LADDER, minutes(minute))

    assert [alert.evidence[0].at, alert.evidence[-1].at] == [NOW, minutes(99)]
    assert len(alert.evidence) == MOST


STAFF = Ladder((Rung((ANA,), 15, repeats=2),), 30, 15)


@pytest.mark.parametrize(
    ("alert", "paged", "taken_by"),
    [
        pytest.param(opened(), (ANA,), None, id="raised"),
        pytest.param(after(15, 30), (ANA,), None, id="the-sponsor-is-being-asked"),
        pytest.param(acknowledge(after(15, 30), SAM, minutes(31)), (ANA,), None, id="sponsors"),
        pytest.param(acknowledge(after(15, 30), ANA, minutes(31)), (), ANA, id="counselors"),
    ],
)
def test_what_a_sponsor_must_not_see_goes_to_the_counselors(alert, paged, taken_by):
    """Words of violence join an alert that had climbed: from now on it is the counselors'."""
    joined = merge(alert, sign(at=minutes(32), staff_only=True), STAFF, minutes(32))

    assert (joined.staff_only, joined.ladder, joined.taken_by) == (True, STAFF, taken_by)
    assert pages(alert, joined) == paged
    assert escalate(joined, minutes(50)).state == "raised"


def test_worse_pages_again():
    """What could wait until the morning cannot wait any more."""
    alert = acknowledge(open_alert(sign(Tier.TODAY), 1, STAYS, NOW), ANA, NOW)

    worse = merge(alert, sign(Tier.NOW), LADDER, minutes(1))

    assert (worse.tier, worse.state, worse.rung) == (Tier.NOW, "raised", 0)
    assert worse.next_at == minutes(16)
    assert pages(alert, worse) == (ANA,)


def test_milder_evidence_does_not_lower_an_alert():
    """An alert only ever gets graver."""
    assert merge(opened(), sign(Tier.TODAY), STAYS, minutes(1)).tier is Tier.NOW


def test_the_same_again_after_nobody_answered_pages_again():
    """An unanswered alert is still open, so the next sign must not vanish into it."""
    alert = after(15, 30, 45, 60, 75)

    again = merge(alert, sign(), LADDER, minutes(90))

    assert (again.state, again.rung, again.next_at) == ("raised", 0, minutes(105))
    assert pages(alert, again) == (ANA,)


def test_a_corrected_answer_withdraws_an_untaken_alert():
    """Nobody needs to call about a typing mistake."""
    gone = withdraw(opened(), NOW)

    assert (gone.state, gone.outcome, gone.taken_by) == ("resolved", "withdrawn", None)


@pytest.mark.parametrize(
    "alert",
    [
        pytest.param(replace(opened(), safety=True), id="a-safety-answer"),
        pytest.param(acknowledge(opened(), ANA, NOW), id="somebody-is-on-it"),
    ],
)
def test_a_safety_alert_is_closed_by_a_human_only(alert):
    """A frightened person may take back an answer that was true."""
    with pytest.raises(NotAllowed):
        withdraw(alert, NOW)


@pytest.mark.parametrize(
    ("alert", "change"),
    [
        pytest.param(opened(), lambda a: escalate(a, NOW), id="climb"),
        pytest.param(opened(), lambda a: acknowledge(a, ANA, NOW), id="take"),
        pytest.param(
            acknowledge(opened(), ANA, NOW),
            lambda a: resolve(a, ANA, Outcome.NOT_NEEDED, NOW),
            id="close",
        ),
        pytest.param(opened(), lambda a: withdraw(a, NOW), id="withdraw"),
    ],
)
def test_every_change_raises_the_fence(alert, change):
    """A timer that holds an older fence finds out when it saves."""
    assert change(alert).fence > alert.fence


@pytest.mark.parametrize(
    ("alert", "is_new"),
    [
        pytest.param(after(15), True, id="climbed"),
        pytest.param(acknowledge(opened(), ANA, NOW), False, id="taken"),
        pytest.param(merge(opened(), sign(at=minutes(1)), LADDER, minutes(1)), False, id="joined"),
        pytest.param(merge(after(15, 30, 45, 60, 75), sign(), LADDER, NOW), True, id="anew"),
        pytest.param(pass_on(acknowledge(opened(), ANA, NOW), ANA, NOW), True, id="passed-on"),
    ],
)
def test_a_round_is_the_fence_under_which_its_pages_were_laid(alert, is_new):
    """Old pages count for nothing once others are asked, and still count after a mere word."""
    assert (alert.round == alert.fence) is is_new
    assert (alert.round == opened().round) is not is_new


def test_an_alert_survives_being_stored():
    """Storage keeps the ladder's snapshot and the why-lines as JSON."""
    adapter = TypeAdapter(Alert)
    alert = acknowledge(after(15), BEN, minutes(16))
    alert = resolve(alert, BEN, Outcome.COULD_NOT_REACH, minutes(20))

    assert adapter.validate_json(adapter.dump_json(alert)) == alert
