"""Pacing: what may go now, what must wait, and who never waits for whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.limits import Bucket, Flood, Limits
from storage.outbox import Lane

MIA, BEN = 1, 2


def sends(limits, lane, chat, now, count):
    """Send so many, the chat's own pace aside; every message goes to another chat."""
    for number in range(count):
        limits.took(lane, chat + number, now)


@pytest.mark.parametrize(
    ("sent", "wait"),
    [
        pytest.param(3, 0.0, id="room-for-the-fourth"),
        pytest.param(4, 1.0, id="the-fifth-waits-a-second"),
        pytest.param(6, 3.0, id="what-went-anyway-is-a-debt"),
    ],
)
def test_one_chat_takes_four_at_once_then_one_a_second(sent, wait):
    limits = Limits()

    for number in range(sent):
        limits.took(Lane.REPLY, MIA, number * 1e-9)

    assert limits.wait(Lane.SOS, MIA, 1.0) == pytest.approx(max(0.0, wait - 1.0))


def test_one_chat_waiting_holds_no_other():
    limits = Limits()

    for _ in range(4):
        limits.took(Lane.REPLY, MIA, 0.0)

    assert limits.wait(Lane.REPLY, MIA, 0.5) > 0
    assert limits.wait(Lane.REPLY, BEN, 0.5) == 0


@pytest.mark.parametrize("lane", [Lane.REPLY, Lane.PROMPT, Lane.REMINDER, Lane.BULK])
def test_last_tokens_are_kept_for_alerts(lane):
    limits = Limits()

    sends(limits, lane, 10, 0.0, 3)

    assert limits.room([lane], 0.0) == 0
    assert limits.lane_wait(lane, 0.0) > 0
    assert limits.room([Lane.ALERT], 0.0) == 2


@given(st.lists(st.sampled_from([Lane.ALERT, Lane.REPLY, Lane.BULK]), min_size=1, max_size=200))
def test_never_more_than_thirty_in_any_second(lanes):
    """Telegram allows about 30 a second; we stay at or below that whatever the mix."""
    limits, now, times = Limits(), 0.0, []
    for number, lane in enumerate(lanes):
        now += limits.wait(lane, number, now)
        limits.took(lane, number, now)
        times.append(now)

    assert max(sum(at - 1 < other <= at for other in times) for at in times) <= 30


def test_bulk_told_to_wait_holds_no_alert():
    """A bulk message's 429 of five minutes says nothing about a page to the same chat."""
    limits = Limits()

    limits.told_to_wait(Lane.BULK, MIA, 300, 0.0)

    assert limits.wait(Lane.ALERT, MIA, 1.0) == 0
    assert limits.wait(Lane.REPLY, MIA, 1.0) == 0
    assert limits.wait(Lane.BULK, MIA, 1.0) == pytest.approx(299)
    assert limits.wait(Lane.BULK, BEN, 1.0) == pytest.approx(299)


def test_alert_told_to_wait_holds_everything_to_that_chat():
    limits = Limits()

    limits.told_to_wait(Lane.ALERT, MIA, 10, 0.0)

    assert limits.wait(Lane.REPLY, MIA, 4.0) == pytest.approx(6)
    assert limits.wait(Lane.ALERT, MIA, 10.0) == 0
    assert limits.wait(Lane.ALERT, BEN, 4.0) == 0


def _bulk_rate(limits, since):
    """Count what bulk may send in ten seconds."""
    now, count = since, 0
    while now < since + 10:
        now += limits.wait(Lane.BULK, 1_000_000 + count + int(since) * 1000, now) or 1e-6
        limits.took(Lane.BULK, 1_000_000 + count + int(since) * 1000, now)
        count += 1
    return count / 10


@pytest.mark.parametrize(
    ("minutes", "rate"),
    [
        pytest.param(0, 12.5, id="halved-at-once"),
        pytest.param(5, 17.5, id="one-a-second-more-each-minute"),
        pytest.param(60, 25, id="never-above-what-it-was"),
    ],
)
def test_bulk_slows_down_after_a_429_and_recovers(minutes, rate):
    limits = Limits()
    limits.told_to_wait(Lane.BULK, MIA, 1, 0.0)

    assert _bulk_rate(limits, 1.0 + minutes * 60) == pytest.approx(rate, abs=0.8)


def test_bucket_refills_no_higher_than_its_size():
    bucket = Bucket(4, 1, 0, 0.0)

    assert bucket.wait(1, 100.0) == 0
    assert bucket.level == 4


def test_clock_that_steps_back_gives_nothing_away():
    bucket = Bucket(1, 1, 1, 10.0)
    bucket.take(10.0)

    assert bucket.wait(1, 5.0) == pytest.approx(1)


@pytest.mark.parametrize(
    ("asked", "now", "worked_on"),
    [
        pytest.param(20, 0.0, 20, id="a-burst"),
        pytest.param(520, 0.0, 520, id="a-day's-reserve-after-an-outage"),
        pytest.param(1000, 0.0, 520, id="then-no-more"),
    ],
)
def test_flood(asked, now, worked_on):
    flood = Flood()

    assert sum(flood.may(MIA, now) for _ in range(asked)) == worked_on
    assert flood.may(BEN, now)
    assert flood.may(MIA, now + 1.0)
