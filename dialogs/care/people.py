"""People: who somebody is, and what they are to whom.

A role is never a property of a person. It is a membership, person x client x role:
Sam may be a client, and another client's sponsor.
"""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum


class Role(StrEnum):
    """What a person is in one client's care, or in the clinic as a whole."""

    CLIENT = "client"
    COUNSELOR = "counselor"
    SPONSOR = "sponsor"
    FAMILY = "family"
    ADMIN = "admin"


class PersonState(StrEnum):
    """Whether we may and can write to somebody."""

    ACTIVE = "active"
    LEFT = "left"
    BLOCKED = "blocked"
    ERASED = "erased"


class Reach(StrEnum):
    """How the people of somebody's team may reach them outside this chat."""

    CALL = "call"
    WRITE = "write"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes to the bot.

    ``country`` is ISO 3166-1 alpha-2, ``zone`` an IANA name, ``language`` a catalogue's
    folder name. Quiet hours are local wall time; they run over midnight when
    ``quiet_from`` is the later of the two. Until ``paused_until`` (UTC) nothing is asked.
    ``discreet`` covers what comes unasked on a locked screen; ``phrase`` are words, "" for none,
    that stand above what their counselor sends through the bot.
    """

    id: int
    chat_id: int | None
    name: str
    language: str
    country: str | None
    zone: str
    state: PersonState
    quiet_from: time
    quiet_to: time
    discreet: bool
    paused_until: datetime | None = None
    reach: Reach = Reach.CALL
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """One role of one person; ``client_id`` is None where the role is the whole clinic's.

    Whoever takes a break is neither asked nor told anything until ``paused_until``, in UTC.
    """

    person_id: int
    client_id: int | None
    role: Role
    since: datetime
    paused_until: datetime | None = None

    def is_paused(self, now: datetime) -> bool:
        """Return whether this person takes a break from this role."""
        return self.paused_until is not None and now < self.paused_until


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever is asking for something, with all that they are to anybody.

    ``system`` marks the bot's own beats and the command line; no chat ever carries it.
    """

    person_id: int | None
    memberships: tuple[Membership, ...]
    system: bool = False

    def roles_for(self, client_id: int | None) -> frozenset[Role]:
        """Return the actor's roles in this client's care (None: in the clinic as a whole)."""
        return frozenset(m.role for m in self.memberships if m.client_id == client_id)

    def is_role(self, role: Role) -> bool:
        """Return whether the actor holds this role for anybody."""
        return any(membership.role is role for membership in self.memberships)


STRANGER = Actor(None, ())
SYSTEM = Actor(None, (), system=True)


@dataclass(frozen=True, slots=True)
class CareTeam:
    """Everybody around one client, the client included."""

    client_id: int
    members: tuple[Membership, ...]

    def people(self, role: Role) -> tuple[int, ...]:
        """Return the ids of those who hold this role, longest-serving first."""
        found = [member for member in self.members if member.role is role]
        return tuple(member.person_id for member in sorted(found, key=lambda m: m.since))
