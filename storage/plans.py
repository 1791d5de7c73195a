"""Plans: every version that was ever agreed on; none is ever changed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update

from dialogs.care.plan import Plan
from storage.tables import HAS_NO_CARD, plans
from storage.vault import Repository, Sealed

_PLAN: Sealed[Plan] = Sealed("plans", "body", Plan)

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
    select(plans.c.client_id).where(HAS_NO_CARD).order_by(plans.c.client_id)
).limit(bindparam("limit"))
_CARD = (
    update(plans)
    .where(plans.c.client_id == bindparam("who"), HAS_NO_CARD)
    .values(card_at=bindparam("now"))
)
_ALL_CARDS = update(plans).values(card_at=None)
_NEWEST = select(func.max(plans.c.version)).where(plans.c.client_id == bindparam("client"))
_HISTORY = select(plans).where(plans.c.client_id == bindparam("client")).order_by(plans.c.version)
_VERSION = _HISTORY.where(plans.c.version == bindparam("version"))


class Plans(Repository):
    """Every client's plan, in all its versions."""

    async def current(self, client_id: int) -> Plan | None:
        """Load the plan that holds now, or None before there is any."""
        return (await self.current_many([client_id])).get(client_id)

    async def current_many(self, clients: Iterable[int]) -> dict[int, Plan]:
        """Load the plans that hold now, by client; clients without one are left out."""
        rows = await self._all(_CURRENT, {"clients": list(clients)})
        return {plan.client_id: plan for plan in await self._read(rows)}

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
        rows = await self._all(_VERSION, {"client": client_id, "version": version})
        return next(iter(await self._read(rows)), None)

    async def history(self, client_id: int) -> list[Plan]:
        """Load every version, oldest first."""
        return await self._read(await self._all(_HISTORY, {"client": client_id}))

    async def without_card(self, limit: int) -> dict[int, Plan]:
        """Load the plans of clients whose crisis card does not show their newest version yet."""
        rows = await self._all(_WITHOUT_CARD, {"limit": limit})
        return await self.current_many({row.client_id for row in rows})

    async def card_written(self, client_id: int, now: datetime) -> None:
        """Note that a client's card shows their newest plan."""
        await self._run(_CARD, {"who": client_id, "now": now})

    async def cards_lost(self) -> None:
        """Note that every card has to be written anew."""
        await self._run(_ALL_CARDS)

    async def _read(self, rows: Sequence[Row[Any]]) -> list[Plan]:
        await self._vault.open(row.client_id for row in rows)
        return [
            _PLAN.unseal(self._vault, row.client_id, _row(row.version), row.body) for row in rows
        ]


def _row(version: int) -> str:
    return str(version)
