"""Evidence: what the invariants are held against, and what they find."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.emulator.shapes import Call
from bot.simulation.calls import Arrived
from storage.books import Books

LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that must never be; rows appear by number, never by what is in them."""

    invariant: str
    words: str

    def __str__(self) -> str:
        """Write it on one line."""
        return f"{self.invariant}: {self.words}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the database holds, what people got, and the moment at which both were read."""

    books: Books
    journal: Sequence[Call]
    messages: Sequence[Arrived]
    now: datetime
    patience: timedelta

    @property
    def since(self) -> datetime:
        """The moment from which the journal is whole; it forgets its oldest calls.

        Of the calls at the instant of the oldest one it may have forgotten some.
        """
        if not self.journal:
            return self.now
        first = self.journal[0]
        return LONG_AGO if first.number == 1 else first.at + timedelta.resolution

    @property
    def own_messages(self) -> Sequence[Arrived]:
        """The messages to those whose rows were read."""
        if self.books.of is None:
            return self.messages
        chats = {self.chat(person) for person in self.books.of}
        return [one for one in self.messages if one.chat_id in chats]

    def overdue(self, at: datetime | None) -> bool:
        """Return whether something was due longer ago than may be."""
        return at is not None and self.now - at > self.patience

    def chat(self, person_id: int) -> int | None:
        """Return the chat of a person; None of somebody who was erased."""
        person = self.books.people.get(person_id)
        return person.chat_id if person else None


Check = Callable[[Evidence], Iterator[str]]
