"""A workstation database of invented customers, imported once and shared by all benchmarks."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from desktop_app.core.entities import ImportRow, Person, RejectedRow, Role
from desktop_app.core.invented_customers import invent_customers
from desktop_app.storage.sqlite.customer_rows import FIELDS, stored_values
from desktop_app.storage.sqlite.database import SqliteDatabase

ADMIN = Person("admin", "Ada Admin", Role.ADMIN)


@dataclass(frozen=True, slots=True)
class ImportRun:
    """What the import took.

    ``seconds`` are without inventing the customers. ``early_mib`` is how much the process had
    grown after three tenths of the rows, ``late_mib`` at the end; None where the system does not
    tell.
    """

    seconds: float
    early_mib: float | None
    late_mib: float | None


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
    def inventing_seconds(self) -> float:
        """What inventing the customers takes: not part of any figure."""
        begin = time.perf_counter()
        for _ in self._import_rows():
            pass
        return time.perf_counter() - begin

    @cached_property
    def imported(self) -> ImportRun:
        """Import all customers into the empty database."""
        inventing = self.inventing_seconds
        database = self.database
        sizes: list[float] = []
        before = resident_mib()

        def on_progress(taken: int) -> None:
            size = resident_mib()
            if size is not None and before is not None and taken >= self.rows * 3 / 10:
                sizes.append(size - before)

        begin = time.perf_counter()
        database.customers.import_rows(
            self._import_rows(),
            frozenset(FIELDS),
            source="invented",
            trial=False,
            on_reject=_no_rejects,
            on_progress=on_progress,
        )
        seconds = time.perf_counter() - begin - inventing
        early, late = (sizes[0], sizes[-1]) if sizes else (None, None)
        return ImportRun(seconds, early, late)

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
        """Close the database, if it was opened."""
        if "database" in vars(self):
            self.database.close()

    def _import_rows(self) -> Iterator[ImportRow]:
        for line, draft in enumerate(invent_customers(self.rows), start=2):
            yield ImportRow(line, draft)

    def _bare_rows(self) -> Iterator[tuple[int | str, ...]]:
        for row in self._import_rows():
            customer_id = int.from_bytes(os.urandom(8), "big") >> 1
            yield (customer_id, *stored_values(row.draft))


def resident_mib() -> float | None:
    """How much memory this process holds now; None where /proc is missing."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return None
    pages = int(statm.read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 2**20


def _no_rejects(rejected: RejectedRow) -> None:
    raise AssertionError(rejected)
