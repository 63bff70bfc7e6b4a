"""The verbs of a person's own data, over all tables: whatever table is added, it is told and deleted too.

A column called `member` says whose row it is: the row goes with them. One marked as MENTIONED names somebody in a row
that is another's or nobody's: it forgets them. So do rows that outlive their owner.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Delete, RowMapping, Table, Update, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.privacy import Records
from bot.community.store.columns import MENTIONED, OUTLIVES, OWNER
from bot.community.store.database import Database
from bot.community.store.tables import TABLES

__all__ = ["People"]


class People:
    """What is kept of somebody, on all servers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def records_of(self, user: int) -> Records:
        """Every row that names them; nobody else is named in it."""

        async def read(connection: AsyncConnection) -> Records:
            found: dict[str, list[dict[str, Any]]] = {}
            for table, columns in _naming_people():
                rows = await connection.execute(select(table).where(or_(*(each == user for each in columns))))
                found[table.name] = [_without_others(row, columns, user) for row in rows.mappings()]
            return {name: rows for name, rows in found.items() if rows}

        return await self._database.read(read)

    async def forget(self, user: int) -> int:
        """Deletes or blanks all of it; the number of rows. Raises StoreError; then all is as it was."""

        async def forgotten(connection: AsyncConnection) -> int:
            rows = 0
            for table, columns in _naming_people():
                for column in columns:
                    for statement in _forgetting(table, column, user):
                        rows += (await connection.execute(statement)).rowcount
            return rows

        return await self._database.write(forgotten)


def _forgetting(table: Table, column: Column[Any], user: int) -> Iterator[Delete | Update]:
    blanked = update(table).where(column == user).values({column.name: None})
    if column.name != OWNER:
        yield blanked
        return
    if OUTLIVES in table.info:
        yield blanked.where(table.info[OUTLIVES])
    yield delete(table).where(column == user)


def _naming_people() -> Iterator[tuple[Table, list[Column[Any]]]]:
    """Tables that name people, and by which columns: whose row it is comes first."""
    for table in TABLES.sorted_tables:
        columns = [each for each in table.columns if each.name == OWNER or each.info == MENTIONED]
        if columns:
            yield table, sorted(columns, key=lambda each: each.name != OWNER)


def _without_others(row: RowMapping, columns: list[Column[Any]], user: int) -> dict[str, Any]:
    people = {each.name for each in columns}
    return {name: value for name, value in row.items() if name not in people or value == user}
