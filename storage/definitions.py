"""Definitions: the exact dialogs on which sessions run, words included, until the last one ends."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, delete, insert, select

from dialogs.engine.versions import Definition
from storage.claims import insert_once
from storage.tables import SESSION_RUNS, definition_words, definitions, sessions
from storage.vault import Repository

_GET = select(definitions.c.document).where(definitions.c.fingerprint == bindparam("id"))
_WORDS = select(definition_words).where(definition_words.c.fingerprint == bindparam("id"))
_ADD_WORDS = insert(definition_words)
_IN_USE = select(sessions.c.fingerprint).where(SESSION_RUNS)
_LET_GO: tuple[Any, ...] = tuple(
    delete(table).where(
        table.c.fingerprint.not_in(bindparam("present", expanding=True)),
        table.c.fingerprint.not_in(_IN_USE),
    )
    for table in (definition_words, definitions)  # in this order: words refer to their definition
)


class Definitions(Repository):
    """Every version of a dialog on which somebody may still go on. Nothing in it is of a person."""

    async def keep(self, kept: Definition) -> None:
        """Keep a version; one that is kept already costs a statement and changes nothing."""
        row = {"fingerprint": kept.fingerprint, "document": kept.document}
        if await self._changed(insert_once(self._dialect, definitions), row) != 1:
            return
        words = [
            {"fingerprint": kept.fingerprint, "language": language, "words": source}
            for language, source in kept.words.items()
        ]
        await self._run(_ADD_WORDS, words)

    async def get(self, fingerprint: str) -> Definition | None:
        """Give back a version, if it was kept."""
        document: str | None = await self._scalar(_GET, {"id": fingerprint})
        if document is None:
            return None
        rows = await self._all(_WORDS, {"id": fingerprint})
        return Definition(document, {row.language: row.words for row in rows})

    async def let_go(self, present: Iterable[str]) -> int:
        """Let go of the versions on which no session is running any more. Returns how many.

        Args:
            present: The fingerprints on which sessions begin today; these stay.

        """
        values = {"present": list(present)}
        return [await self._changed(statement, values) for statement in _LET_GO][-1]
