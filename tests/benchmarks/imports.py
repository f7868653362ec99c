"""Imports of invented customers, timed the same way on every engine."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.entities import ImportProgress, ImportRow, RejectedRow
from desktop_app.core.invented_customers import invent_customers
from desktop_app.core.ports import CustomerStore

FIELDS = frozenset(
    {
        "number", "name", "company", "phones", "emails", "domains", "country", "language",
        "authorised", "active",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ImportRun:
    """What an import took.

    ``seconds`` are without inventing the customers. ``early_mib`` is how much the process had
    grown after three tenths of the rows, ``late_mib`` at the end; None where the system does not
    tell.
    """

    seconds: float
    early_mib: float | None
    late_mib: float | None


def invented_rows(count: int) -> Iterator[ImportRow]:
    """The rows of a list with so many customers."""
    for line, draft in enumerate(invent_customers(count), start=2):
        yield ImportRow(line, draft)


def inventing_seconds(count: int) -> float:
    """What inventing the customers takes: not part of any figure."""
    begin = time.perf_counter()
    for _ in invented_rows(count):
        pass
    return time.perf_counter() - begin


def timed_import(customers: CustomerStore, count: int, inventing: float) -> ImportRun:
    """Import so many customers, of which inventing takes as long as that."""
    sizes: list[float] = []
    before = resident_mib()

    def on_progress(progress: ImportProgress) -> None:
        size = resident_mib()
        if size is not None and before is not None and progress.rows >= count * 3 / 10:
            sizes.append(size - before)

    begin = time.perf_counter()
    customers.import_rows(
        invented_rows(count),
        FIELDS,
        source="invented",
        trial=False,
        on_reject=_no_rejects,
        on_progress=on_progress,
    )
    seconds = time.perf_counter() - begin - inventing
    early, late = (sizes[0], sizes[-1]) if sizes else (None, None)
    return ImportRun(seconds, early, late)


def resident_mib() -> float | None:
    """How much memory this process holds now; None where /proc is missing."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return None
    pages = int(statm.read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 2**20


def _no_rejects(rejected: RejectedRow) -> None:
    raise AssertionError(rejected)
