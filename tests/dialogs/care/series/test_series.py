"""Series: standing, change and silence, on each side of each boundary."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.care.series import Day, Watch, replay
from dialogs.care.series.chart import Chart
from dialogs.care.series.watch import drop_in_answers, standing_parts
from dialogs.playbook import load

START = date(2026, 3, 1)


@pytest.fixture(scope="module")
def rules():
    return load().series


def days(*values, item="craving"):
    """One day after the other; None was asked and not answered."""
    return [
        Day(START + timedelta(days=number), {item: value}) for number, value in enumerate(values)
    ]


def together(**items):
    """Several items, day by day; shorter ones begin later."""
    longest = max(map(len, items.values()))
    rows = []
    for number in range(longest):
        values = {
            name: series[number - longest + len(series)]
            for name, series in items.items()
            if number >= longest - len(series)
        }
        rows.append(Day(START + timedelta(days=number), values))
    return rows


def raised(rules, rows):
    """List what begins, as (day from 0, kind, the names of its parts)."""
    return [
        ((day.on - START).days, signal.kind, tuple(name for name, _ in signal.why))
        for day, signals in replay(rules, rows)
        for signal in signals
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param(together(use=[1], craving=[0, 7, 7]), ["use", "craving"], id="use-craving"),
        pytest.param(together(use=[1], craving=[0, 7, 6]), None, id="one-day-of-craving-too-few"),
        pytest.param(together(use=[1], confidence=[3, 3]), ["use", "confidence"], id="confidence"),
        pytest.param(together(use=[1], confidence=[4, 4]), None, id="confidence-four"),
        pytest.param(together(confidence=[3, 3], craving=[7, 7]), ["confidence", "craving"],
                     id="without-use"),
        pytest.param(together(craving=[10, 10, 10]), None, id="craving-alone-is-not-enough"),
        pytest.param(together(use=[1, *[0] * 6], craving=[7, 7]), ["use", "craving"],
                     id="use-seven-days-ago"),
        pytest.param(together(use=[1, *[0] * 7], craving=[7, 7]), None, id="use-eight-days-ago"),
    ],
)  # fmt: skip
def test_where_somebody_stands_is_shown_by_its_parts(rules, rows, found):
    signals = [signal for _, each in replay(rules, rows) for signal in each]
    standing = [signal for signal in signals if signal.kind == "standing"]

    assert [[name for name, _ in signal.why] for signal in standing] == ([found] if found else [])


def test_of_one_item_the_gravest_part_counts(rules):
    parts = standing_parts(rules.standing, days(8.0, 8.0))

    assert [(part.item, part.points) for part, _ in parts] == [("craving", 2)]
    assert parts[0][1] == {"count": 2.0, "days": 3.0, "last": 8.0, "points": 2.0}


def test_what_goes_on_is_not_said_again(rules):
    rows = together(use=[1, 1, 1, 1], craving=[8, 8, 8, 8])

    assert [one for one in raised(rules, rows) if one[1] == "standing"] == [
        (1, "standing", ("use", "craving"))
    ]


def test_a_level_is_learned_before_it_may_speak(rules):
    """Thirteen answered days and a jump say nothing; with fourteen the same jump does."""
    short, enough = days(*[2] * 13, 9), days(*[2] * 14, 9)

    assert not raised(rules, short)
    assert raised(rules, enough) == [(14, "change", ("craving",))]


@pytest.mark.parametrize(
    ("item", "usual", "worse", "better"),
    [("craving", 3, 9, 0), ("mood", 6, 1, 10), ("sleep", 6, 1, 10), ("confidence", 7, 1, 10)],
)
def test_only_a_change_for_the_worse_is_said(rules, item, usual, worse, better):
    down = raised(rules, days(*[usual] * 20, *[worse] * 5, item=item))
    up = raised(rules, days(*[usual] * 20, *[better] * 5, item=item))

    assert (item,) in [why for _, kind, why in down if kind == "change"]
    assert "change" not in {kind for _, kind, _ in up}


def test_the_level_is_frozen_in_an_alarm_and_the_next_alarm_is_a_new_one(rules):
    rows = days(*[2] * 20, *[8] * 15, *[2] * 15, *[8] * 5)

    assert len([one for one in raised(rules, rows) if one[1] == "change"]) == 2


def test_a_slow_drift_is_found(rules):
    rows = days(*[2] * 21, *[2 + step * 0.35 for step in range(14)])

    assert "change" in {kind for _, kind, _ in raised(rules, rows)}


@pytest.mark.parametrize(
    ("rows", "on"),
    [
        pytest.param([5, 5, None, None], [], id="two-missed"),
        pytest.param([5, 5, None, None, None], [4], id="three-missed"),
        pytest.param([5, *[None] * 6], [3], id="said-once"),
        pytest.param([5, None, None, 5, None, None, None], [6], id="begun-again"),
    ],
)
def test_silence_is_said_as_silence(rules, rows, on):
    found = raised(rules, days(*rows))

    assert [number for number, kind, why in found if "missed_in_a_row" in why] == on


@pytest.mark.parametrize(
    ("before", "recent", "found"),
    [
        pytest.param([5] * 28, [5, None] * 3 + [5], None, id="four-of-seven"),
        pytest.param([5] * 28, [5, None, None] * 2 + [5], (3.0, 7.0, 1.0), id="three-of-seven"),
        pytest.param([5, None] * 14, [None] * 7, None, id="half-was-usual"),
        pytest.param([5] * 13, [None] * 7, None, id="too-few-days-before"),
        pytest.param([5] * 14, [None] * 7, (0.0, 7.0, 1.0), id="just-enough-days-before"),
    ],
)
def test_a_drop_in_answers_needs_something_to_drop_from(rules, before, recent, found):
    figures = drop_in_answers(rules.silence, days(*before, *recent))

    assert (figures and (figures["answered"], figures["of"], figures["before"])) == found


def test_days_come_in_order(rules):
    watch = Watch(rules)
    watch.see(Day(START, {"craving": 1}))

    with pytest.raises(ValueError, match="is not after"):
        watch.see(Day(START, {"craving": 1}))


@given(values=st.lists(st.floats(0, 10), min_size=14, max_size=60), shift=st.floats(-5, 5))
@settings(max_examples=60, deadline=None)
def test_a_chart_does_not_care_where_its_scale_begins(rules, values, shift):
    """Everything moved by the same amount, the usual level too, raises the same alarms."""
    item = rules.change.items[0]
    moved = item.model_copy(update={"usual": item.usual + shift})
    one, other = Chart(item, rules.change), Chart(moved, rules.change)
    limit = rules.change.limit

    for value in values:
        begins = one.feed(value)
        same = other.feed(value + shift)
        near = abs(one.away - limit) < 1e-6
        assert begins == same or near


@given(
    values=st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=1, max_size=80),
)
@settings(max_examples=60, deadline=None)
def test_days_without_an_answer_change_no_level(rules, values):
    known = [value for value in values if value is not None]

    def changes(rows):
        found = (signal for _, each in replay(rules, rows) for signal in each)
        return [signal.why for signal in found if signal.kind == "change"]

    assert changes(days(*values)) == changes(days(*known))


def test_every_rule_names_its_source_and_owner(rules):
    for one in (rules.standing, rules.change, rules.silence):
        assert one.source
        assert one.owner
