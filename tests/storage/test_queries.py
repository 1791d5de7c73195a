"""Queries: what runs on every tick or answer finds its rows by an index, however many there are."""

import re
import sqlite3
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Delete, Select, Update
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from storage import (
    alerts,
    answers,
    check_ins,
    circle,
    consents,
    definitions,
    duty,
    erasures,
    noticed,
    plans,
    records,
    sessions,
    stuck,
    suggestions,
    trail,
    vault,
)
from storage.outbox import receipts, statements
from storage.people import erasure, invitations, pairings, register
from storage.tables import metadata

MODULES = (
    alerts,
    answers,
    check_ins,
    circle,
    consents,
    definitions,
    duty,
    erasures,
    invitations,
    pairings,
    noticed,
    plans,
    receipts,
    records,
    register,
    sessions,
    statements,
    stuck,
    suggestions,
    trail,
    vault,
    erasure,
)
READ_WHOLE = {
    "_ALL_POISON": "hardly anything is ever put aside; once in an erasure",
    "_ALL_CARDS": "every card is to be written anew",
    "_IN_USE": "half a statement",
    "_LET_GO": "a handful of versions, once an hour",
    "_COUNT": "a figure for the metrics; hardly anything is ever stuck",
    "_WITH_ROLE": "a clinic's staff, rarely asked for",
    "_LAST": "one row, from the end of the primary key",
    "_END": "half a statement",
    "_TAKE_BACK": "half a statement",
    "PENDING": "a figure for the metrics",
    "_OPEN_INVITATIONS": "a figure, asked for when one is made",
}

FEW = {"SCAN CONSTANT ROW", "SCAN invitations"}


PARTIAL = {
    index.name
    for table in metadata.tables.values()
    for index in table.indexes
    if index.dialect_options["sqlite"]["where"] is not None
}


def _reads_whole(step: str) -> bool:
    """Tell whether a step of a plan reads a whole table; a partial index holds only what is due."""
    if "AUTOMATIC" in step:
        return True
    return step.startswith("SCAN") and not PARTIAL & set(step.split())


def _statements() -> list[object]:
    found = {
        f"{module.__name__}.{name}.{number}": statement
        for module in MODULES
        for name, value in vars(module).items()
        for number, statement in enumerate(value if isinstance(value, tuple) else (value,))
        if isinstance(statement, Select | Update | Delete) and name not in READ_WHOLE
    }
    return [pytest.param(statement, id=name) for name, statement in found.items()]


def _plan(path: Path, statement: Any) -> list[str]:
    sql = str(statement.compile(dialect=SQLiteDialect_pysqlite()))
    sql = re.sub(r"__\[POSTCOMPILE_\w+\]", "1", sql)
    with sqlite3.connect(path) as connection:
        rows = connection.execute(f"EXPLAIN QUERY PLAN {sql}", [None] * sql.count("?")).fetchall()
    connection.close()
    return [detail for *_, detail in rows]


@pytest.mark.parametrize("statement", _statements())
def test_no_table_is_read_whole(home, statement):
    plan = _plan(home / "handrail.db", statement)

    assert [step for step in plan if _reads_whole(step) and step not in FEW] == []


@pytest.mark.parametrize(
    ("step", "whole"),
    [
        pytest.param("SEARCH people USING INTEGER PRIMARY KEY (rowid=?)", False, id="by-key"),
        pytest.param("SCAN outbox USING INDEX ix_outbox_pending", False, id="only-what-is-due"),
        pytest.param("SCAN people", True, id="every-row"),
        pytest.param("SCAN check_ins USING INDEX ix_check_ins_client", True, id="every-row-sorted"),
        pytest.param("SCAN plans USING INDEX sqlite_autoindex_plans_1", True, id="its-own-index"),
        pytest.param(
            "SEARCH p USING AUTOMATIC COVERING INDEX (id=?)", True, id="an-index-for-the-moment"
        ),
    ],
)
def test_what_counts_as_reading_a_whole_table(step, whole):
    """In the order of an index that holds every row, every row is read all the same."""
    assert _reads_whole(step) is whole


def test_every_module_is_looked_at():
    assert all(isinstance(module, ModuleType) for module in MODULES)
    assert len(_statements()) > 60
