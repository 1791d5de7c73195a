"""One open transaction, and the repositories that work in it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cached_property

from storage.alerts import Alerts
from storage.answers import Answers
from storage.check_ins import CheckIns
from storage.circle import Circle
from storage.claims import Connection
from storage.consents import Consents
from storage.definitions import Definitions
from storage.duty import Roster
from storage.erasures import Erasures
from storage.noticed import Noticed
from storage.outbox import Outbox
from storage.people import People
from storage.plans import Plans
from storage.records import Records
from storage.sessions import Sessions
from storage.stuck import Stuck
from storage.suggestions import Suggestions
from storage.trail import KEY_PROOF, Meta, Trail
from storage.vault import Vault


class UnitOfWork:
    """One open transaction. What is read, decided and saved in it belongs together.

    ``asked_by`` is the person whose own update it works on; None: nobody asked, time has passed.
    """

    asked_by: int | None = None

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault
        self._callbacks: list[Callable[[], None]] = []

    def on_commit(self, callback: Callable[[], None]) -> None:
        """Call this once all of it is on the disk, and not at all if it never is."""
        self._callbacks.append(callback)

    @asynccontextmanager
    async def apart(self) -> AsyncIterator[None]:
        """Do a part that is undone alone if it fails, while the rest goes on."""
        async with self._connection.begin_nested():
            yield

    async def rewrap_keys(self, after: int, limit: int) -> int | None:
        """Wrap the next data keys anew, as `Vault.rewrap`; with the last of them, the proof."""
        last = await self._vault.rewrap(after, limit)
        if last is None:
            await self.meta.set(KEY_PROOF, self._vault.proof().hex())
        return last

    def committed(self) -> None:
        """Call what waits for the commit; for `Database` to say."""
        for callback in self._callbacks:
            callback()

    @cached_property
    def people(self) -> People:
        """Everybody the bot knows."""
        return People(self._connection, self._vault)

    @cached_property
    def sessions(self) -> Sessions:
        """Running dialogs."""
        return Sessions(self._connection, self._vault)

    @cached_property
    def definitions(self) -> Definitions:
        """The versions of dialogs on which sessions run."""
        return Definitions(self._connection, self._vault)

    @cached_property
    def answers(self) -> Answers:
        """What was answered."""
        return Answers(self._connection, self._vault)

    @cached_property
    def check_ins(self) -> CheckIns:
        """What is planned, and how it went."""
        return CheckIns(self._connection, self._vault)

    @cached_property
    def plans(self) -> Plans:
        """What was agreed on."""
        return Plans(self._connection, self._vault)

    @cached_property
    def suggestions(self) -> Suggestions:
        """What somebody wants changed in a plan."""
        return Suggestions(self._connection, self._vault)

    @cached_property
    def alerts(self) -> Alerts:
        """What a human must take."""
        return Alerts(self._connection, self._vault)

    @cached_property
    def duty(self) -> Roster:
        """Who is on call, who is away, and when staff work."""
        return Roster(self._connection, self._vault)

    @cached_property
    def noticed(self) -> Noticed:
        """What is only read in a digest."""
        return Noticed(self._connection, self._vault)

    @cached_property
    def consents(self) -> Consents:
        """Who may see what."""
        return Consents(self._connection, self._vault)

    @cached_property
    def circle(self) -> Circle:
        """What goes back and forth with supporters."""
        return Circle(self._connection, self._vault)

    @cached_property
    def erasures(self) -> Erasures:
        """Who has asked to be forgotten."""
        return Erasures(self._connection, self._vault)

    @cached_property
    def records(self) -> Records:
        """All that somebody has answered, for themselves."""
        return Records(self._connection, self._vault)

    @cached_property
    def outbox(self) -> Outbox:
        """What is to be sent."""
        return Outbox(self._connection, self._vault)

    @cached_property
    def stuck(self) -> Stuck:
        """What was due and failed."""
        return Stuck(self._connection, self._vault)

    @cached_property
    def trail(self) -> Trail:
        """Who did what."""
        return Trail(self._connection, self._vault)

    @cached_property
    def meta(self) -> Meta:
        """Small facts about the installation."""
        return Meta(self._connection, self._vault)
