"""Queries: what runs on every tick or answer finds its rows by an index, however many there are."""

import re
import sqlite3
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Delete, Select, Update
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from storage import alerts, check_ins, consents, definitions, plans, sessions, stuck, trail, vault
from storage.outbox import receipts, statements
from storage.people import erasure, invitations, register

MODULES = (
    alerts,
    check_ins,
    consents,
    definitions,
    invitations,
    plans,
    receipts,
    register,
    sessions,
    statements,
    stuck,
    trail,
    vault,
    erasure,
)
READ_WHOLE = {
    "_ALL_CARDS": "every card is to be written anew",
    "_IN_USE": "half a statement",
    "_LET_GO": "a handful of versions, once an hour",
    "_WITH_ROLE": "a clinic's staff, rarely asked for",
    "_LAST": "one row, from the end of the primary key",
    "_END": "half a statement",
    "_TAKE_BACK": "half a statement",
    "PENDING": "a figure for the metrics",
    "_OPEN_INVITATIONS": "a figure, asked for when one is made",
}

FEW = {"SCAN CONSTANT ROW", "SCAN invitations"}


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

    whole = [step for step in plan if step.startswith("SCAN") and "INDEX" not in step]
    assert [step for step in whole if step not in FEW] == []


def test_every_module_is_looked_at():
    assert all(isinstance(module, ModuleType) for module in MODULES)
    assert len(_statements()) > 60
