"""Plans: every version that was ever agreed on; none is ever changed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update

from dialogs.care.plan import Plan
from dialogs.care.plan.older import read_plan
from storage.claims import Due, waits
from storage.tables import HAS_NO_CARD, plans
from storage.vault import Repository, Sealed

_PLAN: Sealed[Plan] = Sealed("plans", "body", Plan, read_plan)

_later = plans.alias("later")
_ADD = insert(plans)
_CURRENT = select(plans).where(
    plans.c.client_id.in_(bindparam("clients", expanding=True)),
    plans.c.version
    == select(func.max(_later.c.version))
    .where(_later.c.client_id == plans.c.client_id)
    .scalar_subquery(),
)
_WITHOUT_CARD = (  # in the order of ix_plans_card: any other would look at every plan there is
    select(plans.c.client_id)
    .where(HAS_NO_CARD, ~waits(Due.CARD, plans.c.client_id))
    .order_by(plans.c.client_id)
    .limit(bindparam("limit"))
)
_CARD = (
    update(plans)
    .where(plans.c.client_id == bindparam("who"), HAS_NO_CARD)
    .values(card_at=bindparam("now"))
)
_ALL_CARDS = update(plans).values(card_at=None)
_NEWEST = select(func.max(plans.c.version)).where(plans.c.client_id == bindparam("client"))
_HISTORY = select(plans).where(plans.c.client_id == bindparam("client")).order_by(plans.c.version)
_AUTHORS = select(plans.c.author_id).where(
    plans.c.client_id == bindparam("client"), plans.c.at >= bindparam("since")
)
_LATEST = (
    select(plans)
    .where(plans.c.client_id == bindparam("client"))
    .order_by(plans.c.version.desc())
    .limit(bindparam("count"))
)
_SINCE = _HISTORY.where(
    plans.c.version
    >= func.coalesce(
        select(func.max(_later.c.version))
        .where(_later.c.client_id == bindparam("client"), _later.c.at < bindparam("since"))
        .scalar_subquery(),
        0,
    )
)
_VERSION = _HISTORY.where(plans.c.version == bindparam("version"))


class Plans(Repository):
    """Every client's plan, in all its versions."""

    async def current(self, client_id: int) -> Plan | None:
        """Load the plan that holds now, or None before there is any.

        Raises:
            SealBroken: There is one, and it cannot be read.

        """
        rows = await self._current([client_id])
        return None if not rows else self._plan(rows[0])

    async def current_many(self, clients: Iterable[int]) -> dict[int, Plan]:
        """Load the plans that hold now, by client.

        Clients without one are left out, and those whose plan cannot be read.
        """
        rows = await self._current(clients)
        return {plan.client_id: plan for plan in self._readable(rows, self._plan)}

    async def save(self, plan: Plan) -> Plan:
        """Keep a plan as the client's next version. Returns it with its version."""
        await self._vault.open([plan.client_id])
        newest: int | None = await self._scalar(_NEWEST, {"client": plan.client_id})
        plan = replace(plan, version=(newest or 0) + 1)
        row = {
            "client_id": plan.client_id,
            "version": plan.version,
            "author_id": plan.author_id,
            "at": plan.at,
            "body": _PLAN.seal(self._vault, plan.client_id, _row(plan.version), plan),
        }
        await self._run(_ADD, row)
        return plan

    async def version(self, client_id: int, version: int) -> Plan | None:
        """Load one version, or None if there is no such version."""
        row = await self._first(_VERSION, {"client": client_id, "version": version})
        await self._vault.open([client_id])
        return None if row is None else self._plan(row)

    async def history(self, client_id: int) -> list[Plan]:
        """Load every version that can be read, oldest first."""
        rows = await self._all(_HISTORY, {"client": client_id})
        await self._vault.open([client_id])
        return self._readable(rows, self._plan)

    async def authors(self, client_id: int, since: datetime) -> list[int | None]:
        """List who made each version since a moment."""
        rows = await self._all(_AUTHORS, {"client": client_id, "since": since})
        return [row.author_id for row in rows]

    async def latest(self, client_id: int, count: int) -> list[Plan]:
        """Load the newest so many versions that can be read, oldest first."""
        rows = await self._all(_LATEST, {"client": client_id, "count": count})
        await self._vault.open([client_id])
        return self._readable(reversed(rows), self._plan)

    async def since(self, client_id: int, since: datetime) -> list[Plan]:
        """Load the versions made since a moment, and the one that held then, oldest first."""
        rows = await self._all(_SINCE, {"client": client_id, "since": since})
        await self._vault.open([client_id])
        return self._readable(rows, self._plan)

    async def without_card(self, now: datetime, limit: int) -> list[int]:
        """List the clients whose crisis card is due: something on it has changed."""
        rows = await self._all(_WITHOUT_CARD, {"now": now, "limit": limit})
        return list(dict.fromkeys(row.client_id for row in rows))

    async def card_written(self, client_id: int, now: datetime) -> None:
        """Note that a client's card shows what is to stand on it now."""
        await self._run(_CARD, {"who": client_id, "now": now})

    async def cards_lost(self) -> None:
        """Note that every card has to be written anew."""
        await self._run(_ALL_CARDS)

    async def _current(self, clients: Iterable[int]) -> Sequence[Row[Any]]:
        rows = await self._all(_CURRENT, {"clients": list(clients)})
        await self._vault.open(row.client_id for row in rows)
        return rows

    def _plan(self, row: Row[Any]) -> Plan:
        return _PLAN.unseal(self._vault, row.client_id, _row(row.version), row.body)


def _row(version: int) -> str:
    return str(version)
