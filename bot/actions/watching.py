"""Watching: what many days say together, judged when a check-in has ended or was missed.

A signal that begins today is kept for the digest, with its parts. It pages nobody by itself, and
one that has just been said is not said again for a week.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions.alerts import raise_alert
from bot.actions.check_ins import silence_and_answers
from dialogs.care.people import Person
from dialogs.care.quieting import Choices
from dialogs.care.series.days import CHECK_IN, days_of
from dialogs.care.series.rules import SeriesRules
from dialogs.care.series.tuning import tuned
from dialogs.care.series.watch import Day, Signal, replay
from dialogs.care.sign_rules import Tier
from dialogs.care.warning_signs import WarningSign, Why
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

LOOK_BACK = timedelta(days=120)
AGAIN_AFTER = timedelta(days=7)
SIGN = "series_"
SAID_ELSEWHERE = frozenset({"missed_in_a_row"})
"""Parts that a rule on single check-ins has said already."""


async def watch(uow: UnitOfWork, playbook: Playbook, person: Person, now: datetime) -> None:
    """Look at a client's days up to today, and keep what begins to show for the digest.

    Args:
        uow: The open unit of work.
        playbook: The clinic's rules.
        person: The client.
        now: The instant at which a check-in ended, or was missed.

    """
    choices = await uow.noticed.choices(person.id)
    rules = tuned(playbook.series, choices.hearing)
    days = await days_until(uow, rules, person, now)
    today = now.astimezone(ZoneInfo(person.zone)).date()
    for signal in _beginning(rules, days) if days and days[-1].on == today else ():
        sign = sign_of(signal, now)
        if sign is not None and await _is_news(uow, person, sign, choices, now):
            await raise_alert(uow, playbook, person, sign, now)


async def days_until(
    uow: UnitOfWork, rules: SeriesRules, person: Person, now: datetime
) -> list[Day]:
    """Return a client's days of the last four months, with what these rules look at."""
    wanted = {*items(rules), CHECK_IN}
    readings = await silence_and_answers(uow, person.id, now, wanted, since=now - LOOK_BACK)
    return days_of(readings, person.zone)


def items(rules: SeriesRules) -> Iterable[str]:
    """Name what the rules for many days look at."""
    yield from (part.item for part in rules.standing.parts)
    yield from (item.item for item in rules.change.items)


def sign_of(signal: Signal, now: datetime) -> WarningSign | None:
    """Make the sign of a signal; None where all of it has been said by other rules."""
    told = [(name, figures) for name, figures in signal.why if name not in SAID_ELSEWHERE]
    if not told:
        return None
    whys = tuple(
        Why(f"series_{signal.kind}", {"item": name, **{k: _figure(v) for k, v in figures.items()}})
        for name, figures in told
    )
    return WarningSign(f"{SIGN}{signal.kind}", Tier.DIGEST, whys, (now,), safety=False)


def _beginning(rules: SeriesRules, days: Sequence[Day]) -> tuple[Signal, ...]:
    """Return what begins on the last of these days."""
    *_, (_, signals) = replay(rules, days)
    return signals


def _figure(value: float) -> int | float:
    """Round a figure as people say it."""
    return int(value) if value == int(value) else round(value, 1)


async def _is_news(
    uow: UnitOfWork, person: Person, sign: WarningSign, choices: Choices, now: datetime
) -> bool:
    if choices.is_quiet(sign.sign, now):
        return False
    lately = await uow.noticed.of_client(person.id, now - AGAIN_AFTER)
    return all(one.sign != sign.sign for one in lately)
