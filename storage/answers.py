"""Answers: what people have said, each kept with what it was before."""

from collections.abc import Container, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from dialogs.care.sign_rules import family
from dialogs.care.warning_signs import Reading
from dialogs.engine.session import Answer, Session
from storage.tables import answers
from storage.vault import Repository, Sealed

_ANSWER: Sealed[Answer] = Sealed("answers", "body", Answer)

_ADD = insert(answers).returning(answers.c.id)
_STANDS = answers.c.superseded_at.is_(None)
_SUPERSEDE = (
    update(answers)
    .where(
        answers.c.session_id == bindparam("session"),
        answers.c.step.in_(bindparam("steps", expanding=True)),
        _STANDS,
    )
    .values(superseded_at=bindparam("now"))
)
_FORGET = delete(answers).where(answers.c.session_id == bindparam("session"))
_OF_SESSION = (
    select(answers)
    .where(answers.c.session_id == bindparam("session"), _STANDS)
    .order_by(answers.c.id)
)
_READINGS = (  # two weeks of them at every answer: no column that is not needed
    select(
        answers.c.person_id,
        answers.c.session_id,
        answers.c.name,
        answers.c.seal_row,
        answers.c.body,
    )
    .where(
        answers.c.person_id == bindparam("person"),
        answers.c.at >= bindparam("since"),
        answers.c.name.is_not(None),
        _STANDS,
    )
    .order_by(answers.c.at, answers.c.id)
)
_READINGS_UNTIL = _READINGS.where(answers.c.at < bindparam("until"))

_NAMED = (
    select(
        answers.c.person_id,
        answers.c.session_id,
        answers.c.name,
        answers.c.seal_row,
        answers.c.body,
    )
    .where(
        answers.c.person_id == bindparam("person"),
        answers.c.name.in_(bindparam("names", expanding=True)),
        _STANDS,
    )
    .order_by(answers.c.at, answers.c.id)
)


class Answers(Repository):
    """What was answered, skipped and declined; a corrected answer is kept behind its correction."""

    async def add(self, session: Session, answer: Answer) -> int:
        """Keep an answer. Returns its number."""
        await self._vault.open([session.person_id])
        seal_row = self._new_seal_row()
        row = {
            "seal_row": seal_row,
            "session_id": session.id,
            "person_id": session.person_id,
            "step": answer.step,
            "name": answer.name,
            "at": answer.at,
            "body": _ANSWER.seal(self._vault, session.person_id, seal_row, answer),
        }
        answer_id: int = await self._scalar(_ADD, row)
        return answer_id

    async def correct(self, session: Session, answer: Answer) -> int:
        """Keep an answer in place of an earlier one to the same question, which stays behind it."""
        await self.drop(session.id, [answer.step], answer.edited_at or answer.at)
        return await self.add(session, answer)

    async def drop(self, session_id: str, steps: Iterable[str], now: datetime) -> None:
        """Note that answers no longer apply; they are kept, and count no more."""
        values = {"session": session_id, "steps": list(steps), "now": now}
        await self._run(_SUPERSEDE, values)

    async def forget(self, session_id: str) -> None:
        """Delete what was answered in a session whose answers are kept elsewhere."""
        await self._run(_FORGET, {"session": session_id})

    async def of_session(self, session_id: str) -> list[Answer]:
        """Load the answers of a session that stand, in the order given."""
        rows = await self._all(_OF_SESSION, {"session": session_id})
        return [answer for _, answer in await self._read(rows)]

    async def readings(
        self,
        person_id: int,
        since: datetime,
        until: datetime | None = None,
        *,
        families: Container[str] | None = None,
    ) -> list[Reading]:
        """Load a person's readings that stand, oldest first.

        What was answered for the client alone is left out: nothing that others read, and no
        rule, may rest on it.

        Args:
            person_id: Whose.
            since: From when, included.
            until: To when, not included; None: up to the newest.
            families: Of which names (see `sign_rules.family`); None: all. The others stay sealed.

        """
        values: dict[str, Any] = {"person": person_id, "since": since}
        if until is None:
            rows = await self._all(_READINGS, values)
        else:
            rows = await self._all(_READINGS_UNTIL, values | {"until": until})
        if families is not None:
            rows = [row for row in rows if family(row.name) in families]
        return await self._readings(rows)

    async def named(self, person_id: int, names: Iterable[str]) -> list[Reading]:
        """Load a person's readings of these names that stand, from whenever, oldest first."""
        rows = await self._all(_NAMED, {"person": person_id, "names": list(names)})
        return await self._readings(rows)

    async def own_words(self, person_id: int, since: datetime) -> list[tuple[str, str, datetime]]:
        """Load what was typed in place of an option, as name, words and UTC time, oldest first."""
        rows = await self._all(_READINGS, {"person": person_id, "since": since})
        return [
            (row.name, answer.words, answer.at)
            for row, answer in await self._read(rows)
            if answer.value == "other" and answer.words and not answer.private
        ]

    async def _readings(self, rows: Sequence[Row[Any]]) -> list[Reading]:
        return [
            _reading(row, answer) for row, answer in await self._read(rows) if not answer.private
        ]

    async def _read(self, rows: Sequence[Row[Any]]) -> list[tuple[Row[Any], Answer]]:
        await self._vault.open(row.person_id for row in rows)
        return self._readable(rows, self._answer)

    def _answer(self, row: Row[Any]) -> tuple[Row[Any], Answer]:
        return row, _ANSWER.unseal(self._vault, row.person_id, row.seal_row, row.body)


def _reading(row: Row[Any], answer: Answer) -> Reading:
    return Reading(
        name=row.name,
        value=answer.value,
        at=answer.at,
        session_id=row.session_id,
        kind=answer.kind,
        late=answer.late,
        about=answer.about,
    )
