"""A workstation database of invented customers, imported once and shared by all benchmarks."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.entities import Person, Role
from desktop_app.storage.sqlite.customer_rows import FIELDS, stored_values
from desktop_app.storage.sqlite.database import SqliteDatabase
from tests.benchmarks.imports import ImportRun, invented_rows, inventing_seconds, timed_import

if TYPE_CHECKING:
    from tests.benchmarks.office import Office

ADMIN = Person("admin", "Ada Admin", Role.ADMIN)


class Workstation:
    """The database and the floors it is compared with; each is made when first asked for."""

    def __init__(self, folder: Path, rows: int) -> None:
        self.rows = rows
        self._folder = folder

    @property
    def path(self) -> Path:
        """The database file."""
        return self._folder / "watchword.sqlite3"

    @cached_property
    def database(self) -> SqliteDatabase:
        """The database, still empty until ``imported`` is asked for."""
        database = SqliteDatabase(self.path, ADMIN, "desk-1", lambda: datetime.now(UTC))
        database.create()
        return database

    @cached_property
    def office(self) -> "Office":
        """A shared database of as many customers."""
        # Its engine is large, and a window of a workstation is measured without it.
        from tests.benchmarks.office import Office

        return Office(self.rows)

    @cached_property
    def inventing_seconds(self) -> float:
        """What inventing the customers takes: not part of any figure."""
        return inventing_seconds(self.rows)

    @cached_property
    def imported(self) -> ImportRun:
        """Import all customers into the empty database."""
        return timed_import(self.database.customers, self.rows, self.inventing_seconds)

    @cached_property
    def bare(self) -> tuple[float, int]:
        """Seconds and bytes of the bare rows under their random ids: no index, nothing checked."""
        inventing = self.inventing_seconds
        path = self._folder / "bare.sqlite3"
        marks = ", ".join("?" * (len(FIELDS) + 1))
        columns = ", ".join(FIELDS)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute(f"CREATE TABLE customer (id INTEGER PRIMARY KEY, {columns})")
            begin = time.perf_counter()
            connection.execute("BEGIN")
            connection.executemany(
                f"INSERT INTO customer VALUES ({marks})",  # noqa: S608 - question marks
                self._bare_rows(),
            )
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            seconds = time.perf_counter() - begin - inventing
        size = path.stat().st_size
        path.unlink()
        return seconds, size

    def close(self) -> None:
        """Close what was opened."""
        if "database" in vars(self):
            self.database.close()
        if "office" in vars(self):
            self.office.close()

    def _bare_rows(self) -> Iterator[tuple[int | str, ...]]:
        for row in invented_rows(self.rows):
            customer_id = int.from_bytes(os.urandom(8), "big") >> 1
            yield (customer_id, *stored_values(row.draft))
