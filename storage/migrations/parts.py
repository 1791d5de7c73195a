"""What steps are made of. Add to this, but never change it: steps of the past rely on it."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def table(name: str, *items: Any) -> None:
    """Make a table; a number that the database gives is never given twice."""
    counts = any(isinstance(item, sa.Column) and item.autoincrement is True for item in items)
    op.create_table(name, *items, sqlite_autoincrement=counts)


def index(
    name: str, of_table: str, columns: str, *, where: str | None = None, unique: bool = False
) -> None:
    """Make an index of columns given in one string, partial where ``where`` is given."""
    only = None if where is None else sa.text(where)
    op.create_index(
        name, of_table, columns.split(), unique=unique, sqlite_where=only, postgresql_where=only
    )


def forbid_change(name: str) -> None:
    """Let the database refuse to change or delete a row of this table."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'append-only'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {name}_append_only BEFORE UPDATE OR DELETE ON {name} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {name}_no_{change.lower()} BEFORE {change} ON {name} "
            "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
        )


def many(kind: Callable[..., sa.Column[Any]], names: str, **options: Any) -> list[sa.Column[Any]]:
    """Name several columns of one kind, given in one string."""
    return [kind(name, **options) for name in names.split()]


def column(name: str, *kind: Any, nullable: bool = False, **options: Any) -> sa.Column[Any]:
    """Name a column of any kind, filled in unless ``nullable``."""
    return sa.Column(name, *kind, nullable=nullable, **options)


def number(name: str = "id") -> sa.Column[Any]:
    """Name a primary key that the database counts up."""
    return sa.Column(name, _BIG, primary_key=True, autoincrement=True)


def person(name: str, **options: Any) -> sa.Column[Any]:
    """Name a reference to a person."""
    return column(name, _BIG, sa.ForeignKey("people.id"), autoincrement=False, **options)


def count(name: str, **options: Any) -> sa.Column[Any]:
    """Name a whole number."""
    return column(name, _BIG, autoincrement=False, **options)


def word(name: str, **options: Any) -> sa.Column[Any]:
    """Name a text."""
    return column(name, sa.String, **options)


def at(name: str, **options: Any) -> sa.Column[Any]:
    """Name an instant."""
    return column(name, sa.DateTime(timezone=True), **options)


def data(name: str, **options: Any) -> sa.Column[Any]:
    """Name bytes, sealed or keyed."""
    return column(name, sa.LargeBinary, **options)


def widen(name: str, *items: Any, new: str, indexes: Callable[[], None]) -> None:
    """Give a table more columns at its end, ``new`` by name; its indexes are made once more.

    SQLite writes a table's columns down as text; so that this is the same however a database came
    to be, the table is made anew under its name and filled from the old one.
    """
    added = new.split()
    if op.get_bind().dialect.name == "postgresql":
        for one in items:
            if isinstance(one, sa.Column) and one.name in added:
                op.add_column(name, one)
        indexes()
        return
    kept = ", ".join(c.name for c in items if isinstance(c, sa.Column) and c.name not in added)
    op.rename_table(name, f"{name}_before")
    table(name, *items)
    op.execute(f"INSERT INTO {name} ({kept}) SELECT {kept} FROM {name}_before")  # noqa: S608 - our own names
    op.drop_table(f"{name}_before")
    indexes()


def narrow(name: str, *items: Any, indexes: Callable[[], None], gone: str) -> None:
    """Take columns back from a table, ``gone`` by name; its indexes are made once more."""
    if op.get_bind().dialect.name == "postgresql":
        for one in gone.split():
            op.drop_column(name, one)
        return
    kept = ", ".join(c.name for c in items if isinstance(c, sa.Column))
    op.rename_table(name, f"{name}_after")
    table(name, *items)
    op.execute(f"INSERT INTO {name} ({kept}) SELECT {kept} FROM {name}_after")  # noqa: S608 - our own names
    op.drop_table(f"{name}_after")
    indexes()
