"""A visit: who is here with this update, and what they may be given to work with."""

from dataclasses import dataclass
from datetime import datetime

from aiogram.filters import Command

from dialogs.care.people import Actor, Person
from dialogs.errors import NotJoined
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

Who = tuple[UnitOfWork, Playbook, Actor, Person]


def command(*names: str) -> Command:
    """Let these commands through however they are written: some keyboards make it ``/Sos``."""
    return Command(*names, ignore_case=True)


@dataclass(frozen=True, slots=True)
class Visit:
    """One update's visitor, inside its unit of work. ``guest`` is None for a stranger.

    ``earlier`` is what they wrote shortly before this message, oldest first.
    """

    uow: UnitOfWork
    playbook: Playbook
    actor: Actor
    guest: Person | None
    language: str
    now: datetime
    earlier: tuple[str, ...] = ()

    @property
    def person(self) -> Person:
        """The visitor. Raises NotJoined for somebody of whom nothing is stored."""
        if self.guest is None:
            raise NotJoined
        return self.guest

    @property
    def who(self) -> Who:
        """What every action takes first."""
        return self.uow, self.playbook, self.actor, self.person

    def words(self, key: str) -> str:
        """Word a text in the visitor's language."""
        return self.playbook.texts.say(self.language, key)
