"""Series: what many days say together is looked at when a check-in ends, and when one was missed.

It is an early hint for a conversation and pages nobody: it comes on the day's list or into the
digest. What was said in the last week is not said again.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions.alerts import raise_alert
from bot.actions.check_ins import silence_and_answers
from dialogs.care import series
from dialogs.care.people import Person
from dialogs.care.plan import Plan
from dialogs.care.series import SeriesRules
from dialogs.care.warning_signs import WarningSign
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

LOOK_BACK = timedelta(days=60)
"""How far back is read: enough to learn a level of 14 days, and a bounded piece of work."""

COOLS_DOWN = timedelta(days=7)


async def look(
    uow: UnitOfWork,
    playbook: Playbook,
    client: Person,
    names: Collection[str],
    now: datetime,
    *,
    staff_only: bool = False,
) -> None:
    """Look at a client's days, and raise what begins today and was not said lately.

    Args:
        uow: The open unit of work.
        playbook: Rules and words.
        client: Whose days.
        names: What has just been recorded; where no rule of series looks at it, nothing is read.
        now: The instant.
        staff_only: Whether whatever comes of it is kept from sponsors and family.

    """
    families = series.families(playbook.series)
    if families.isdisjoint(names):
        return
    rules = own_rules(playbook, await uow.plans.current(client.id))
    readings = await silence_and_answers(uow, client.id, now, families, since=now - LOOK_BACK)
    today = now.astimezone(ZoneInfo(client.zone)).date()
    found = series.found_lately(rules, readings, client.zone, today)
    for sign in [one for one in found if not await _was_said(uow, client.id, one, now)]:
        kept = replace(sign, staff_only=True) if staff_only else sign
        await raise_alert(uow, playbook, client, kept, now)


def own_rules(playbook: Playbook, plan: Plan | None) -> SeriesRules:
    """Return the clinic's rules with the thresholds of a client's plan."""
    return series.with_thresholds(playbook.series, plan.thresholds if plan else {})


async def _was_said(uow: UnitOfWork, client_id: int, sign: WarningSign, now: datetime) -> bool:
    """Tell whether all of it was said in the last week already, by whatever way."""
    since = now - COOLS_DOWN
    told = [why for one in await uow.noticed.of_client(client_id, since)
            if one.sign == sign.sign for why in one.why]  # fmt: skip
    told += [why for alert in await uow.alerts.of_clients([client_id], since)
             if alert.sign == sign.sign for one in alert.evidence for why in one.why]  # fmt: skip
    return {why.key for why in sign.why} <= {why.key for why in told}
