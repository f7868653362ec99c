"""An import of customers into the shared database: copied into a staging table, then set-based.

Everything happens in one transaction, with the same memory throughout. What is found where is
computed here, page by page, because only this program folds words.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from psycopg.types.json import Jsonb

from desktop_app.core.customer_fields import storable
from desktop_app.core.entities import (
    CustomerDraft,
    ImportCounts,
    ImportRow,
    RejectedRow,
    RejectReason,
)
from desktop_app.core.errors import FieldRefusedError
from desktop_app.storage.postgres.connections import BoundedConnection, Row, only_row
from desktop_app.storage.postgres.customer_rows import FIELDS, index_entry

STATEMENT_SECONDS: Final = 3_600.0
"""How long one statement of an import may take: a million rows take some seconds."""

_PROGRESS_ROWS: Final = 5_000
_PAGE_ROWS: Final = 2_000
_REASONS: Final = {
    "empty": RejectReason.NUMBER_EMPTY,
    "too-long": RejectReason.CELL_TOO_LONG,
    "control": RejectReason.CONTROL_CHARACTER,
}


class CustomerImport:
    """Takes the rows of one list inside one transaction."""

    def __init__(
        self,
        connection: BoundedConnection,
        *,
        trial: bool,
        on_reject: Callable[[RejectedRow], None],
        on_progress: Callable[[int], None],
    ) -> None:
        self._connection = connection
        self._trial = trial
        self._on_reject = on_reject
        self._on_progress = on_progress
        self._taken = 0

    def run(
        self, rows: Iterable[ImportRow], given_fields: frozenset[str], source: str
    ) -> ImportCounts:
        """Insert and update customers by number; reject rows that cannot be."""
        self._connection.execute("SELECT watchword.require_lead()")
        rejected = self._copy(rows)
        counts = self._take_over(given_fields)
        rejected += self._doubles()
        for row in sorted(rejected, key=lambda each: each.line):
            self._on_reject(row)
        if not self._trial:
            self._index()
            self._finish(source, counts, len(rejected))
        return counts

    def _copy(self, rows: Iterable[ImportRow]) -> list[RejectedRow]:
        """Send every row that can be stored; those that cannot."""
        rejected: list[RejectedRow] = []
        source = iter(rows)
        with self._connection.cursor().copy(_COPY) as copy:
            while batch := list(islice(source, _PROGRESS_ROWS)):
                for row in batch:
                    try:
                        copy.write_row(_staged(row.line, _storable(row.draft)))
                    except FieldRefusedError as error:
                        reason = _REASONS[error.reason]
                        rejected.append(RejectedRow(row.line, row.draft.number, reason))
                self._taken += len(batch)
                self._on_progress(self._taken)
        return rejected

    def _take_over(self, given_fields: frozenset[str]) -> ImportCounts:
        row = only_row(
            self._connection.execute(
                "SELECT * FROM watchword.import_customers(%s, %s)",
                (sorted(given_fields), self._trial),
            )
        )
        return ImportCounts(row["new"], row["updated"], row["unchanged"])

    def _doubles(self) -> list[RejectedRow]:
        rows = self._connection.execute("SELECT * FROM watchword.import_rejected()").fetchall()
        return [RejectedRow(row["line"], row["number"], RejectReason.NUMBER_TWICE) for row in rows]

    def _index(self) -> None:
        for page in self._unindexed():
            self._connection.execute("SELECT watchword.import_index(%s)", (Jsonb(page),))

    def _unindexed(self) -> Iterator[list[dict[str, object]]]:
        with self._connection.cursor(name="unindexed") as cursor:
            cursor.execute("SELECT * FROM watchword.import_unindexed()")
            while rows := cursor.fetchmany(_PAGE_ROWS):
                yield [{"place": row["place"], **index_entry(_searched(row))} for row in rows]

    def _finish(self, source: str, counts: ImportCounts, rejected: int) -> None:
        details = {
            "source": source,
            "new": str(counts.new),
            "updated": str(counts.updated),
            "unchanged": str(counts.unchanged),
            "rejected": str(rejected),
        }
        self._connection.execute("SELECT watchword.finish_import(%s)", (Jsonb(details),))


def _searched(row: Row) -> CustomerDraft:
    """The fields by which a customer is found."""
    return CustomerDraft(
        number=row["number"],
        name=row["name"],
        company=row["company"],
        phones=tuple(row["phones"]),
        emails=tuple(row["emails"]),
        domains=tuple(row["domains"]),
    )


def _storable(draft: CustomerDraft) -> CustomerDraft:
    """A draft as it may be stored; a country or language that does not exist is left out."""
    try:
        return storable(draft)
    except FieldRefusedError as error:
        if error.reason != "unknown":
            raise
    return storable(replace(draft, country="", language=""))


def _staged(line: int, draft: CustomerDraft) -> tuple[object, ...]:
    values = (getattr(draft, name) for name in FIELDS)
    return (line, *(list(value) if isinstance(value, tuple) else value for value in values))


_COPY: Final = (
    "COPY watchword.customer_staging (line, number, name, company, phones, emails, domains,"
    " country, language, authorised, active) FROM STDIN"
)
