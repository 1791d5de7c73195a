"""Rhythm words: a rule as people say it: ``every day 20:00``, ``Mon, Thu 18:00``."""

from collections.abc import Callable

from dialogs.care.rhythm_rules import EveryDays, Monthly, Once, Random, Weekdays, parse_rule

_WEEK = 7


def worded(rule: str, say: Callable[..., str]) -> str:
    """Word when a rule falls.

    Args:
        rule: In the grammar of ``rhythm_rules``.
        say: Words a text in the reader's language.

    Raises:
        BadRule: It is no rule.

    """
    read = parse_rule(rule)
    if isinstance(read.times, Random):
        clock = f"{read.times.begins:%H:%M}–{read.times.ends:%H:%M}"  # noqa: RUF001 - from, to
    else:
        clock = ", ".join(f"{at:%H:%M}" for at in read.times.times)
    return f"{_days(read.days, say)} {clock}"


def _days(days: Weekdays | EveryDays | Monthly | Once, say: Callable[..., str]) -> str:
    match days:
        case Weekdays(days=every) if len(every) == _WEEK:
            return say("times-every_day")
        case Weekdays(days=some):
            return ", ".join(say(f"times-day_{day}") for day in sorted(some))
        case EveryDays(step=step):
            return say("times-every_so_many", n=step)
        case Monthly(day=day):
            return say("times-monthly", day=day)
        case Once(day=once):
            return once.isoformat()
