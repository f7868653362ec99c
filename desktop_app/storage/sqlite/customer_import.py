"""An import of customers inside one transaction, batch by batch, with the same memory throughout.

A trial goes the same way and keeps what it has to remember in a temporary table only.
"""

import os
import sqlite3
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.core.customer_fields import LONGEST_FIELD, LONGEST_NUMBER, storable
from desktop_app.core.entities import (
    Customer,
    CustomerDraft,
    ImportCounts,
    ImportProgress,
    ListRow,
    RejectedRow,
    RejectReason,
)
from desktop_app.core.errors import FieldRefusedError
from desktop_app.core.missing_customers import MissingCustomers
from desktop_app.core.search_terms import index_terms
from desktop_app.storage.sqlite.customer_rows import COLUMNS, FIELDS, customer_of, stored_values
from desktop_app.storage.sqlite.search_index import Entry, add_entries, compact, remove_entries

BATCH_ROWS: Final = 5_000

_CACHE_KIB: Final = 65_536
# From this share of changed customers on, merging the lists of the index pays.
_COMPACT_SHARE: Final = 0.1
_REASONS: Final = {
    "empty": RejectReason.NUMBER_EMPTY,
    "too-long": RejectReason.CELL_TOO_LONG,
    "control": RejectReason.CONTROL_CHARACTER,
}

_NUMBERS: Final = "CREATE TEMP TABLE IF NOT EXISTS {table} (number TEXT PRIMARY KEY) WITHOUT ROWID"
_IS_LISTED: Final = """
    (EXISTS (SELECT 1 FROM temp.taken AS t WHERE t.number = c.number)
     OR EXISTS (SELECT 1 FROM temp.rejected AS t WHERE t.number = c.number))
"""
_MISSING: Final = f"FROM customer AS c WHERE c.place < :first_new AND c.active AND NOT {_IS_LISTED}"
# Whoever stands in this list is missing no more in an older one, which somebody may have before
# them.
_STRIKE_FOUND: Final = f"""
    DELETE FROM missing_customer WHERE place IN (
        SELECT c.place FROM missing_customer AS m JOIN customer AS c ON c.place = m.place
        WHERE {_IS_LISTED})
"""  # noqa: S608 - constants


@dataclass(slots=True)
class _Batch:
    """What one batch of rows asks for."""

    rows: dict[str, tuple[int, CustomerDraft]]
    rejected: list[RejectedRow]


class CustomerImport:
    """Takes the rows of one list. Nothing else may write customers in the same transaction."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        given_fields: frozenset[str],
        *,
        trial: bool,
        find_missing: bool,
        on_reject: Callable[[RejectedRow], None],
    ) -> None:
        self._connection = connection
        self._given = given_fields - {"number"}
        self._trial = trial
        self._find_missing = find_missing
        self._on_reject = on_reject
        self._rows = 0
        self._new = self._updated = self._unchanged = 0
        self._remembered = False
        self._first_new = self._last_place() + 1
        self._next_place = self._first_new

    @property
    def progress(self) -> ImportProgress:
        """How far it is."""
        return ImportProgress(self._rows, self._new, self._updated)

    def take(self, rows: Sequence[ListRow]) -> None:
        """Insert and update the customers of some rows; reject those that cannot be."""
        batch = self._accepted(rows)
        known = self._known(list(batch.rows))
        for number in self._taken_before(batch.rows, known):
            line, _ = batch.rows.pop(number)
            batch.rejected.append(RejectedRow(line, number, RejectReason.NUMBER_TWICE))
        new = [draft for number, (_, draft) in batch.rows.items() if number not in known]
        self._update(batch, known)
        self._insert(new)
        self._remember([number for number in batch.rows if self._trial or number in known])
        for row in sorted(batch.rejected, key=lambda rejected: rejected.line):
            self._on_reject(row)
        if self._find_missing or not self._trial:
            self._remember_rejected(batch.rejected)
        self._rows += len(rows)

    def finish(self) -> ImportCounts:
        """Leave the index in good shape; what the import did."""
        changed = self._new + self._updated
        for table in ("taken", "rejected"):
            self._connection.execute(_NUMBERS.format(table=table))
        missing = self._missing() if self._find_missing else None
        if missing is None and not self._trial:
            self._connection.execute(_STRIKE_FOUND)
        if not self._trial and changed > self._next_place * _COMPACT_SHARE:
            compact(self._connection)
        return ImportCounts(self._new, self._updated, self._unchanged, missing)

    def _missing(self) -> MissingCustomers:
        """Count the active customers that were there before and stand in no row; keep them."""
        if self._trial:
            row = self._connection.execute(
                f"SELECT count(*) {_MISSING}",
                {"first_new": self._first_new},
            ).fetchone()
            return MissingCustomers(row[0])
        list_id = os.urandom(8).hex()
        self._connection.execute("DELETE FROM missing_customer")
        found = self._connection.execute(
            f"INSERT INTO missing_customer (place, list_id) SELECT place, :list_id {_MISSING}",
            {"first_new": self._first_new, "list_id": list_id},
        )
        return MissingCustomers(found.rowcount, list_id)

    def _remember_rejected(self, rows: Sequence[RejectedRow]) -> None:
        """Their customers are in the list, if not in a form that can be imported."""
        numbers = [(row.number,) for row in rows if row.number]
        if numbers:
            self._connection.execute(_NUMBERS.format(table="rejected"))
            self._connection.executemany(
                "INSERT OR IGNORE INTO temp.rejected (number) VALUES (?)", numbers
            )

    def _accepted(self, rows: Sequence[ListRow]) -> _Batch:
        batch = _Batch({}, [])
        for row in rows:
            if isinstance(row, RejectedRow):
                batch.rejected.append(row)
                continue
            draft = row.draft
            try:
                if not _is_plain(draft):
                    draft = storable(draft)
            except FieldRefusedError as error:
                reason = _REASONS.get(error.reason, RejectReason.CONTROL_CHARACTER)
                batch.rejected.append(RejectedRow(row.line, draft.number, reason))
                continue
            if draft.number in batch.rows:
                rejected = RejectedRow(row.line, draft.number, RejectReason.NUMBER_TWICE)
                batch.rejected.append(rejected)
            else:
                batch.rows[draft.number] = (row.line, draft)
        return batch

    def _known(self, numbers: Sequence[str]) -> dict[str, tuple[int, Customer]]:
        """The stored customers with these numbers, by number, with their places."""
        if self._next_place == 1:
            return {}
        marks = ", ".join("?" * len(numbers))
        rows = self._connection.execute(
            f"SELECT {COLUMNS} FROM customer WHERE number IN ({marks})",  # noqa: S608 - constants
            numbers,
        )
        return {row["number"]: (row["place"], customer_of(row)) for row in rows}

    def _taken_before(
        self, rows: dict[str, tuple[int, CustomerDraft]], known: dict[str, tuple[int, Customer]]
    ) -> list[str]:
        """The numbers that an earlier batch had."""
        taken = [number for number, (place, _) in known.items() if place >= self._first_new]
        if self._remembered:
            marks = ", ".join("?" * len(rows))
            taken += [
                row[0]
                for row in self._connection.execute(
                    f"SELECT number FROM temp.taken WHERE number IN ({marks})",  # noqa: S608 - marks
                    list(rows),
                )
            ]
        return taken

    def _remember(self, numbers: Sequence[str]) -> None:
        """Keep numbers that cannot be told from the places of this import's new customers."""
        if not numbers:
            return
        if not self._remembered:
            self._connection.execute(_NUMBERS.format(table="taken"))
            self._remembered = True
        self._connection.executemany(
            "INSERT INTO temp.taken (number) VALUES (?)", [(number,) for number in numbers]
        )

    def _insert(self, drafts: Sequence[CustomerDraft]) -> None:
        self._new += len(drafts)
        if self._trial or not drafts:
            return
        places = range(self._next_place, self._next_place + len(drafts))
        self._next_place += len(drafts)
        marks = ", ".join("?" * (len(FIELDS) + 2))
        self._connection.executemany(
            f"INSERT INTO customer ({COLUMNS}) VALUES ({marks})",  # noqa: S608 - constants
            [
                (place, customer_id, *stored_values(draft))
                for place, customer_id, draft in zip(
                    places, new_ids(len(drafts)), drafts, strict=True
                )
            ],
        )
        add_entries(
            self._connection,
            [(place, index_terms(draft)) for place, draft in zip(places, drafts, strict=True)],
        )

    def _update(self, batch: _Batch, known: dict[str, tuple[int, Customer]]) -> None:
        changes = []
        for number, (_, draft) in batch.rows.items():
            if number not in known:
                continue
            place, before = known[number]
            after = replace(before, **{name: getattr(draft, name) for name in self._given})
            if after == before:
                self._unchanged += 1
            else:
                changes.append((place, before, after))
        self._updated += len(changes)
        if not self._trial:
            update_rows(self._connection, changes)

    def _last_place(self) -> int:
        row = self._connection.execute("SELECT max(place) FROM customer").fetchone()
        return int(row[0] or 0)


def update_rows(
    connection: sqlite3.Connection, changes: Sequence[tuple[int, Customer, Customer]]
) -> None:
    """Replace rows and, where they say something else now, their entries in the index.

    ``changes`` are (place, before, after).
    """
    assignments = ", ".join(f"{column} = ?" for column in FIELDS)
    connection.executemany(
        f"UPDATE customer SET {assignments} WHERE place = ?",  # noqa: S608 - constants
        [(*stored_values(after), place) for place, _, after in changes],
    )
    removed: list[Entry] = []
    added: list[Entry] = []
    for place, before, after in changes:
        old, new = index_terms(before), index_terms(after)
        if old != new:
            removed.append((place, old))
            added.append((place, new))
    remove_entries(connection, removed)
    add_entries(connection, added)


def new_ids(count: int) -> list[int]:
    """Random customer ids of 63 bits.

    Two equal ones among a million customers come up once in ten million imports; the UNIQUE
    constraint then undoes the import.
    """
    return [value >> 1 for value in struct.unpack(f"={count}Q", os.urandom(8 * count))]


@contextmanager
def import_resources(connection: sqlite3.Connection) -> Iterator[None]:
    """More cache while an import runs, so that it does not write the same pages again and again."""
    before = connection.execute("PRAGMA cache_size").fetchone()[0]
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {before}")
        for table in ("taken", "rejected"):
            connection.execute(f"DROP TABLE IF EXISTS temp.{table}")


def _is_plain(draft: CustomerDraft) -> bool:
    """Whether a draft is so ordinary that looking at every field by itself is not needed."""
    text = f"{draft.name}{draft.company}{draft.authorised}"
    items = f"{''.join(draft.phones)}{''.join(draft.emails)}{''.join(draft.domains)}"
    return (
        0 < len(draft.number) <= LONGEST_NUMBER
        and draft.number.isascii()
        and draft.number.isprintable()
        and text.isprintable()
        and items.isprintable()
        and len(text) + len(items) <= LONGEST_FIELD
    )
