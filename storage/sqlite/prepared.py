"""Statements for SQLite's own driver: each is compiled once, and then only filled in.

SQLAlchemy writes the SQL and knows how each kind of value lies in the database. What it does beside
that at every single execution costs several times what SQLite needs to find a row; see ADR 0022.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

DIALECT = SQLiteDialect_pysqlite()
_KEPT = 1_024
_LENGTHS_KEPT = 256

Values = Mapping[str, Any]
_Lengths = tuple[int, ...]
_Process = Callable[[Any], Any] | None


class _Written(NamedTuple):
    """SQL for lists of certain lengths: what goes into it, in order, and what is always the same.

    ``spread`` names the parameters into which a list falls apart.
    """

    sql: str
    slots: tuple[tuple[str, _Process], ...]
    constants: Values
    spread: Mapping[str, Sequence[str]]


class Prepared:
    """A statement, ready to be run again and again with values of the same names."""

    def __init__(self, statement: Any, names: tuple[str, ...]) -> None:
        """Compile it; use `prepared`."""
        self._core = statement.compile(dialect=DIALECT, column_keys=list(names))
        binds = self._core.binds
        self._lists = tuple(name for name in names if name in binds and binds[name].expanding)
        self._plain: _Written | None = None
        self._by_lengths: dict[_Lengths, _Written] = {}
        self._columns = tuple(getattr(statement, "exported_columns", ()))
        self._make: Callable[[Sequence[Any]], Any] | None = None
        self._results: tuple[tuple[int, Callable[[Any], Any]], ...] = ()

    def filled(self, values: Values) -> tuple[str, list[Any]]:
        """Give the SQL, and the values as the driver takes them."""
        written = self._plain or self._for_lengths(values)
        if written.constants or written.spread:
            values = {**written.constants, **values}
            for name, parts in written.spread.items():
                values.update(zip(parts, values[name], strict=True))
        return written.sql, [
            values[name] if process is None else process(values[name])
            for name, process in written.slots
        ]

    def rows(self, found: Sequence[tuple[Any, ...]], description: Any) -> list[Any]:
        """Read rows of the driver's as named tuples with values of ours."""
        make = self._make or self._learn(description)
        if not self._results:
            return [make(row) for row in found]
        rows = []
        for row in found:
            values = list(row)
            for place, process in self._results:
                values[place] = process(values[place])
            rows.append(make(values))
        return rows

    def _for_lengths(self, values: Values) -> _Written:
        lengths = tuple([len(values[name]) for name in self._lists])
        written = self._by_lengths.get(lengths)
        if written is not None:
            return written
        written = self._write(values)
        if not self._lists:
            self._plain = written
        elif len(self._by_lengths) >= _LENGTHS_KEPT:
            self._by_lengths.clear()
        self._by_lengths[lengths] = written
        return written

    def _write(self, values: Values) -> _Written:
        """Write the SQL for lists as long as these."""
        state = self._core.construct_expanded_state(values)
        spread = {name: state.parameter_expansion[name] for name in self._lists}
        whole = {part: name for name, parts in state.parameter_expansion.items() for part in parts}
        given = {*values, *(part for parts in spread.values() for part in parts)}
        order = state.positiontup or ()
        return _Written(
            state.statement,
            tuple((name, self._process(whole.get(name, name))) for name in order),
            {name: state.parameters[name] for name in order if name not in given},
            spread,
        )

    def _process(self, name: str) -> _Process:
        process: _Process = (
            self._core.binds[name].type.dialect_impl(DIALECT).bind_processor(DIALECT)
        )
        return process

    def _learn(self, description: Any) -> Callable[[Sequence[Any]], Any]:
        """Make the kind of row that this statement finds."""
        found = (
            column.type.dialect_impl(DIALECT).result_processor(DIALECT, None)
            for column in self._columns
        )
        self._results = tuple(
            (place, process) for place, process in enumerate(found) if process is not None
        )
        named: Any = namedtuple  # mypy wants to see the names
        self._make = named("Row", [column[0] for column in description], rename=True)._make
        return self._make


@lru_cache(_KEPT)
def prepared(statement: Any, names: tuple[str, ...]) -> Prepared:
    """Compile a statement for values of these names, or find it compiled.

    Args:
        statement: Of SQLAlchemy Core; a constant, so that it is found again.
        names: Of its parameters, and for INSERT and UPDATE of the columns to be set.

    """
    return Prepared(statement, names)
