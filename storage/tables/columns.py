"""The kinds of columns tables are made of, and the one instant type all of them share."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TextClause,
    TypeDecorator,
)
from sqlalchemy.engine import Dialect

SEAL_ROW_BYTES = 8
BIG = BigInteger().with_variant(Integer, "sqlite")  # only INTEGER counts by itself on SQLite

metadata = MetaData(
    naming_convention={
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware and in UTC on both sides, whatever the database keeps."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive time; keep UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back an aware time in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def table(name: str, *items: Any) -> Table:
    """Declare a table; a number that the database gives is never given twice."""
    counts = any(isinstance(item, Column) and item.autoincrement is True for item in items)
    return Table(name, metadata, *items, sqlite_autoincrement=counts)


def number(name: str = "id") -> Column[int]:
    """Declare a primary key that the database counts up."""
    return Column(name, BIG, primary_key=True, autoincrement=True)


def person(name: str = "person_id", *, nullable: bool = False) -> Column[int]:
    """Declare a reference to a person."""
    return Column(name, BIG, ForeignKey("people.id"), nullable=nullable)


def word(name: str, *, nullable: bool = False, primary_key: bool = False) -> Column[str]:
    """Declare a short text that is no secret: a key, a state, a name of ours."""
    return Column(name, String, nullable=nullable, primary_key=primary_key)


def count(name: str, *, nullable: bool = False) -> Column[int]:
    """Declare a whole number."""
    return Column(name, BIG, nullable=nullable)


def at(name: str, *, nullable: bool = True) -> Column[datetime]:
    """Declare an instant."""
    return Column(name, UtcDateTime, nullable=nullable)


def sealed(name: str, *, nullable: bool = False) -> Column[bytes]:
    """Declare bytes that open only with a person's key and only in their own row."""
    return Column(name, LargeBinary, nullable=nullable)


def seal_row() -> Column[bytes]:
    """Declare the random name of a row whose number is not known when its values are sealed."""
    return Column("seal_row", LargeBinary(SEAL_ROW_BYTES), nullable=False)


def index(name: str, *columns: str, where: TextClause | None = None, unique: bool = False) -> Index:
    """Declare an index, partial where ``where`` is given."""
    return Index(name, *columns, unique=unique, sqlite_where=where, postgresql_where=where)
