"""What should be stored: everybody's replies played again by the engine, without a database.

The real program was killed, and heard some replies twice and some late. What it kept must be what
one quiet run of the same replies gives: nothing lost, nothing doubled.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.cast import LANGUAGE
from dialogs.engine import screens
from dialogs.engine.definition import Call, Wait
from dialogs.engine.events import Answered, Declined, Skipped, Unanswered
from dialogs.engine.player import PLAYABLE, Player
from dialogs.engine.session import Answer, Elapsed, Reply, Session, Tapped, Turn
from dialogs.errors import DialogError
from dialogs.playbook import Playbook
from storage.books import Books
from tests.drills.people import Done

FIX_POSITION = 1

_RECORDS = (Answered, Skipped, Declined, Unanswered)


@dataclass(slots=True)
class Compared:
    """How what is stored compares with the quiet run."""

    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)


def compare(
    books: Books, replies: Sequence[Done], shown: Mapping[str, int], playbook: Playbook
) -> Compared:
    """Play every session again and hold it against what is stored.

    Args:
        books: What the database holds.
        replies: What everybody did, in order.
        shown: The latest turn of each session that its person was shown: what was replied to
            any earlier turn is acknowledged.
        playbook: The dialogs.

    """
    compared = Compared()
    rows = Counter((row.session_id, row.answer.step) for row in books.answers)
    by_session: dict[str, list[Done]] = defaultdict(list)
    for done in replies:
        by_session[done.place[0]].append(done)
    for session_id, given in by_session.items():
        turns = {done.place[1] for done in given if done.place[1] < shown.get(session_id, 0)}
        compared.acknowledged += len(turns)
        stored = books.sessions.get(session_id)
        if stored is None:
            compared.lost += [f"session {session_id} is not stored"] if turns else []
            continue
        again = _Again(playbook, stored, given, books)
        if not again.play():
            turn = again.session.turn
            compared.unexplained.append(f"session {session_id} left turn {turn} without a reply")
            continue
        compared.lost += again.differences()
        for step, count in again.recorded.items():
            if rows[session_id, step] != count:
                found = f"session {session_id}: {rows[session_id, step]} rows of {step}"
                compared.doubled.append(f"{found}, {count} were given")
    return compared


class _Again:
    """One session, played again as far as the stored one has come."""

    def __init__(
        self, playbook: Playbook, stored: Session, given: Sequence[Done], books: Books
    ) -> None:
        self._playbook = playbook
        self._stored = stored
        self._player: Player = playbook.player(stored.dialog)
        self._given: dict[int, list[Reply]] = defaultdict(list)
        for done in given:
            if done.reply not in self._given[done.place[1]]:
                self._given[done.place[1]].append(done.reply)
        self._silent = {
            row.answer.step
            for row in books.answers
            if row.session_id == stored.id and row.answer.kind == "expired"
        }
        self.recorded: Counter[str] = Counter()
        begun = self._player.open(stored.id, stored.person_id, stored.facts, stored.started_at)
        self.session = begun.session

    def play(self) -> bool:
        """Play up to the stored turn; return whether the replies explain every turn."""
        while self.session.turn < self._stored.turn:
            before = self.session.turn
            self._fall_silent()
            for reply in self._given[before]:
                if self.session.turn == before:
                    self._take(reply)
            if self.session.turn == before and not self._pass_time():
                return False
        self._fall_silent()
        return True

    def differences(self) -> Iterator[str]:
        """Name the questions whose answers differ."""
        mine, stored = _told(self.session), _told(self._stored)
        for step in sorted(mine.keys() | stored.keys()):
            if mine.get(step) != stored.get(step):
                yield f"session {self._stored.id}: {step} is not what was answered"

    def _take(self, reply: Reply) -> None:
        if self.session.state not in PLAYABLE:
            return
        read = screens.reader(self._playbook.texts, LANGUAGE, self._player, self.session)
        try:
            now = self.session.touched_at
            self._follow(self._player.play(self.session, reply, now, read=read))
        except DialogError:
            return

    def _pass_time(self) -> bool:
        """Let time pass, or a called dialog come back, where no reply explains what is stored."""
        step = self._player.dialog.by_name[self.session.step]
        if isinstance(step, Call):
            self._follow(self._player.resume(self.session, self.session.touched_at))
        elif isinstance(step, Wait):
            due_at = self.session.due_at or self.session.touched_at
            self._follow(self._player.play(self.session, Elapsed(), due_at))
        elif self._stored.state == "expired" and self.session.turn + 1 == self._stored.turn:
            self._follow(self._player.expire(self.session, self.session.touched_at))
        else:
            return False
        return True

    def _fall_silent(self) -> None:
        """Let the silence at a safety question pass, if it did."""
        step = self.session.step
        if step in self._silent and self.session.due_at and not self.session.answer(step):
            self._silent.discard(step)
            self._follow(self._player.play(self.session, Elapsed(), self.session.due_at))

    def _follow(self, turn: Turn) -> None:
        self.session = turn.session
        steps = {event.step for event in turn.events if isinstance(event, _RECORDS)}
        self.recorded.update(step for step in steps if turn.session.answer(step) is not None)


def opens_a_list(reply: Reply) -> bool:
    """Return whether a reply may only have opened the list of answers to put right."""
    return isinstance(reply, Tapped) and reply.option == FIX_POSITION


def _told(session: Session) -> dict[str, tuple[object, ...]]:
    return {answer.step: _content(answer) for answer in session.answers}


def _content(answer: Answer) -> tuple[object, ...]:
    return answer.kind, answer.value, answer.words
