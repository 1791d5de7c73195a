"""The register: who there is, in which roles, and how somebody is forgotten."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from dialogs.care.people import Actor, Membership, Person, PersonState, Reach, Role
from dialogs.messages import given_name
from storage.claims import insert_once
from storage.people.cards import Cards
from storage.people.erasure import forget
from storage.people.invitations import Invitations
from storage.people.pairings import Pairings
from storage.tables import ON_THE_STAFF, memberships, people
from storage.vault import CHAT, Sealed

QUIET_FROM = time(21, 30)
QUIET_TO = time(8, 0)

_NAME: Sealed[str] = Sealed("people", "name", str)
_PHRASE: Sealed[str] = Sealed("people", "phrase", str)

_ADD = insert(people).returning(people.c.id)
_CHANGE = update(people).where(people.c.id == bindparam("who"))
_BY_CHAT = select(people).where(people.c.chat_index == bindparam("chat_index"))
_MANY = select(people).where(people.c.id.in_(bindparam("ids", expanding=True)))
_IS_IN = memberships.c.left_at.is_(None)
_ROLES_OF = (
    select(memberships)
    .where(memberships.c.person_id.in_(bindparam("ids", expanding=True)), _IS_IN)
    .order_by(memberships.c.id)
)
_TEAM_OF = (
    select(memberships)
    .where(memberships.c.client_id == bindparam("client"), _IS_IN)
    .order_by(memberships.c.id)
)
_WITH_ROLE = (
    select(memberships.c.person_id)
    .where(memberships.c.role == bindparam("role"), _IS_IN)
    .distinct()
    .order_by(memberships.c.person_id)
)
_STAFF = (
    select(memberships.c.person_id)
    .where(ON_THE_STAFF, memberships.c.role == bindparam("role"))
    .order_by(memberships.c.person_id)
)
_LEAVE = update(memberships).where(
    memberships.c.person_id == bindparam("who"),
    memberships.c.client_id.is_not_distinct_from(bindparam("client")),
    memberships.c.role == bindparam("what"),
    _IS_IN,
)
_WITHDRAW = delete(memberships).where(
    memberships.c.person_id == bindparam("who"),
    memberships.c.client_id.is_not_distinct_from(bindparam("client")),
    memberships.c.role == bindparam("what"),
    _IS_IN,
)
_PAUSE = (
    update(memberships)
    .where(
        memberships.c.person_id == bindparam("who"),
        memberships.c.client_id == bindparam("client"),
        _IS_IN,
    )
    .values(paused_until=bindparam("until"))
)
_SET_STATE = (
    update(people)
    .where(people.c.id == bindparam("who"), people.c.state != PersonState.ERASED)
    .values(state=bindparam("new"), state_at=bindparam("now"))
)
_END = update(memberships).where(_IS_IN).values(left_at=bindparam("now"))
_END_OWN = _END.where(memberships.c.person_id == bindparam("who"))
_END_TEAM = _END.where(memberships.c.client_id == bindparam("who"))


class People(Invitations, Pairings, Cards):
    """Everybody the bot knows."""

    async def add(
        self,
        chat_id: int | None,
        name: str,
        *,
        language: str,
        country: str | None,
        zone: str,
        now: datetime,
    ) -> Person:
        """Take in somebody new, with a data key of their own and the usual quiet hours."""
        blank = Person(
            id=0,
            chat_id=chat_id,
            name=name,
            language=language,
            country=country,
            zone=zone,
            state=PersonState.ACTIVE,
            quiet_from=QUIET_FROM,
            quiet_to=QUIET_TO,
            discreet=False,
        )
        state = {"state": PersonState.ACTIVE, "joined_at": now, "state_at": now}
        person = replace(blank, id=await self._scalar(_ADD, _plain(blank) | state))
        await self._vault.create(person.id)
        await self._run(_CHANGE, {"who": person.id} | self._sealed(person))
        return person

    async def by_chat(self, chat_id: int) -> Person | None:
        """Find whoever writes from this chat."""
        row = await self._first(_BY_CHAT, {"chat_index": self._blind_chat(chat_id)})
        if row is None:
            return None
        await self._vault.open([row.id])
        return self._person(row)

    async def get(self, person_id: int) -> Person:
        """Load somebody.

        Raises:
            LookupError: There is nobody of this number.
            SealBroken: There is, and they cannot be read.

        """
        row = await self._first(_MANY, {"ids": [person_id]})
        if row is None:
            raise LookupError(f"there is no person {person_id}")
        await self._vault.open([person_id])
        return self._person(row)

    async def many(self, ids: Iterable[int]) -> dict[int, Person]:
        """Load many people at once, by id.

        Numbers that nobody has are left out, and people who cannot be read.
        """
        rows = await self._all(_MANY, {"ids": list(ids)})
        await self._vault.open(row.id for row in rows)
        return {person.id: person for person in self._readable(rows, self._person)}

    async def update(self, person: Person) -> None:
        """Save what has changed about somebody, all but their state (see `blocked`)."""
        await self._vault.open([person.id])
        await self._run(_CHANGE, {"who": person.id} | _plain(person) | self._sealed(person))
        await self.card_due(person.id)
        await self.cards_due_by(person.id)

    async def blocked(self, person_id: int, now: datetime) -> None:
        """Note that the bot can no longer reach somebody."""
        await self._set_state(person_id, PersonState.BLOCKED, now)

    async def reachable(self, person_id: int, now: datetime) -> None:
        """Note that somebody can be reached (again)."""
        await self._set_state(person_id, PersonState.ACTIVE, now)

    async def left(self, person_id: int, now: datetime) -> None:
        """Note that somebody has left; their memberships end."""
        await self._set_state(person_id, PersonState.LEFT, now)
        await self._end_memberships(person_id, now)

    async def memberships(self, person_id: int) -> tuple[Membership, ...]:
        """Load what somebody is, and to whom; longest-serving first."""
        return (await self.actor(person_id)).memberships

    async def members_of(self, client_id: int) -> tuple[Membership, ...]:
        """Load everybody in one client's care, the client included; longest-serving first."""
        return tuple(_membership(row) for row in await self._all(_TEAM_OF, {"client": client_id}))

    async def actor(self, person_id: int) -> Actor:
        """Load somebody as the one who asks for something."""
        return (await self.actors([person_id]))[person_id]

    async def actors(self, ids: Iterable[int]) -> dict[int, Actor]:
        """Load many people as those who ask for something."""
        wanted = list(ids)
        found: dict[int, list[Membership]] = {person_id: [] for person_id in wanted}
        for row in await self._all(_ROLES_OF, {"ids": wanted}):
            found[row.person_id].append(_membership(row))
        return {person_id: Actor(person_id, tuple(roles)) for person_id, roles in found.items()}

    async def with_role(self, role: Role) -> list[Person]:
        """Load everybody who holds a role for anybody, by number."""
        ids = [row.person_id for row in await self._all(_WITH_ROLE, {"role": role})]
        found = await self.many(ids)
        return [found[person_id] for person_id in ids if person_id in found]

    async def staff(self, role: Role) -> list[Person]:
        """Load everybody who holds a role for the clinic as a whole, by number."""
        ids = [row.person_id for row in await self._all(_STAFF, {"role": role})]
        found = await self.many(ids) if ids else {}
        return [found[person_id] for person_id in ids if person_id in found]

    async def join(self, person_id: int, client_id: int | None, role: Role, now: datetime) -> None:
        """Give somebody a role in a client's care (None: in the clinic); once is enough."""
        row = {"person_id": person_id, "client_id": client_id, "role": role, "since": now}
        await self._run(insert_once(self._dialect, memberships), row)
        await self._team_changed(client_id, role)

    async def leave(self, person_id: int, client_id: int | None, role: Role, now: datetime) -> None:
        """Take a role from somebody."""
        key = {"who": person_id, "client": client_id, "what": role}
        await self._run(_LEAVE, key | {"left_at": now})
        await self._team_changed(client_id, role)

    async def withdraw(self, person_id: int, client_id: int | None, role: Role) -> None:
        """Undo a role that was only offered: it leaves no trace here."""
        await self._run(_WITHDRAW, {"who": person_id, "client": client_id, "what": role})

    async def pause(self, person_id: int, client_id: int, until: datetime | None) -> None:
        """Let somebody take a break from a client's care until a moment; None ends it."""
        await self._run(_PAUSE, {"who": person_id, "client": client_id, "until": until})
        await self.card_due(client_id)

    async def erase(self, person_id: int, now: datetime) -> None:
        """Forget somebody for good: what they said is deleted, and their key destroyed."""
        chat_id = (await self.get(person_id)).chat_id
        if chat_id is not None:
            await self.leave_card(person_id, chat_id)
        await self._end_memberships(person_id, now)
        await self._set_state(person_id, PersonState.ERASED, now)
        await forget(self._connection, person_id)
        await self._vault.destroy(person_id)

    async def _set_state(self, person_id: int, state: PersonState, now: datetime) -> None:
        await self._run(_SET_STATE, {"who": person_id, "new": state, "now": now})
        await self.cards_due_by(person_id)

    async def _team_changed(self, client_id: int | None, role: Role) -> None:
        if role in {Role.COUNSELOR, Role.SPONSOR} and client_id is not None:
            await self.card_due(client_id)

    async def _end_memberships(self, person_id: int, now: datetime) -> None:
        await self.card_due(person_id)
        await self.cards_due_by(person_id)
        for statement in (_END_OWN, _END_TEAM):
            await self._run(statement, {"who": person_id, "now": now})

    def _blind_chat(self, chat_id: int) -> bytes:
        return self._vault.blind("chat", str(chat_id))

    def _sealed(self, person: Person) -> dict[str, bytes | None]:
        row, chat_id = str(person.id), person.chat_id
        phrase = _PHRASE.seal(self._vault, person.id, row, person.phrase) if person.phrase else None
        name = _NAME.seal(self._vault, person.id, row, given_name(person.name))
        named = {"name": name, "phrase": phrase}
        if chat_id is None:
            return {**named, "chat": None, "chat_index": None}
        chat = CHAT.seal(self._vault, person.id, row, chat_id)
        return {**named, "chat": chat, "chat_index": self._blind_chat(chat_id)}

    def _person(self, row: Row[Any]) -> Person:
        vault, owner, place = self._vault, row.id, str(row.id)
        return Person(
            id=row.id,
            chat_id=None if row.chat is None else CHAT.unseal(vault, owner, place, row.chat),
            name="" if row.name is None else _NAME.unseal(vault, owner, place, row.name),
            language=row.language,
            country=row.country,
            zone=row.zone,
            state=PersonState(row.state),
            quiet_from=row.quiet_from,
            quiet_to=row.quiet_to,
            discreet=row.discreet,
            paused_until=row.paused_until,
            reach=Reach(row.reach or Reach.CALL),
            phrase="" if row.phrase is None else _PHRASE.unseal(vault, owner, place, row.phrase),
        )


def _plain(person: Person) -> dict[str, Any]:
    return {
        "language": person.language,
        "country": person.country,
        "zone": person.zone,
        "quiet_from": person.quiet_from,
        "quiet_to": person.quiet_to,
        "discreet": person.discreet,
        "paused_until": person.paused_until,
        "reach": person.reach,
    }


def _membership(row: Row[Any]) -> Membership:
    role = Role(row.role)
    return Membership(row.person_id, row.client_id, role, row.since, row.paused_until)
