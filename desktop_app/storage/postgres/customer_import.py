"""An import of customers into the shared database: copied into a staging table, then set-based.

Everything happens in one transaction, with the same memory throughout. While the server takes over
one batch of rows, this program folds the next one: both have work all the time.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final, LiteralString

import psycopg
from psycopg.types.json import Jsonb

from desktop_app.core.entities import (
    ImportCounts,
    ImportProgress,
    ListRow,
    RejectedRow,
    RejectReason,
)
from desktop_app.core.list_mapping import ListMapping, mapping_text
from desktop_app.core.missing_customers import MissingCustomers
from desktop_app.storage.import_rows import accepted
from desktop_app.storage.postgres.connections import (
    ANSWER_SECONDS,
    BoundedConnection,
    Row,
    Values,
    only_row,
)
from desktop_app.storage.postgres.customer_rows import FIELDS, draft_of, stored_values
from desktop_app.storage.postgres.search_index import IndexColumns, index_columns

STATEMENT_SECONDS: Final = 3_600.0
"""How long one statement of an import may take: the index of a million rows takes a minute."""

_BATCH_ROWS: Final = 5_000
_PROGRESS_SECONDS: Final = 0.2
_NO_COLUMNS: Final = IndexColumns("", "", "", "")


@dataclass(slots=True)
class _Batch:
    """Some rows of the list: those to copy, as the lines of a COPY, and those that cannot be."""

    size: int
    lines: list[str] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)


class CustomerImport:
    """Takes the rows of one list inside one transaction."""

    def __init__(
        self,
        connection: BoundedConnection,
        given_fields: frozenset[str],
        *,
        trial: bool,
        find_missing: bool,
        remember: ListMapping | None,
        on_reject: Callable[[RejectedRow], None],
        on_progress: Callable[[ImportProgress], None],
    ) -> None:
        self._connection = connection
        self._given = sorted(given_fields - {"number"})
        self._trial = trial
        self._find_missing = find_missing
        self._remember = remember
        self._on_reject = on_reject
        self._on_progress = on_progress
        self._last_before = 0
        self._taken = self._rejected = 0
        self._counts = ImportCounts(0, 0, 0)

    def run(self, rows: Iterable[ListRow], source: str) -> ImportCounts:
        """Insert and update customers by number; reject rows that cannot be."""
        begun = self._connection.execute("SELECT watchword.begin_import() AS last_before")
        self._last_before = only_row(begun)["last_before"]
        with ThreadPoolExecutor(max_workers=1) as server:
            before: Future[_Batch] | None = None
            for batch in self._batches(rows):
                if before is not None:
                    self._report(before.result())
                before = server.submit(self._take_over, batch)
            if before is not None:
                self._report(before.result())
            missing = self._missing(server) if self._find_missing else None
            if not self._trial:
                self._finish(server, source)
        return replace(self._counts, missing=missing)

    def _batches(self, rows: Iterable[ListRow]) -> Iterator[_Batch]:
        source = iter(rows)
        while taken := list(islice(source, _BATCH_ROWS)):
            batch = _Batch(len(taken))
            for row in taken:
                draft = row if isinstance(row, RejectedRow) else accepted(row)
                if isinstance(draft, RejectedRow):
                    batch.rejected.append(draft)
                    continue
                found_by = _NO_COLUMNS if self._trial else index_columns(draft)
                *texts, active = stored_values(draft)
                values = (str(row.line), *texts, "t" if active else "f", *found_by)
                batch.lines.append(_copied("\t".join(values)))
            yield batch

    def _take_over(self, batch: _Batch) -> _Batch:
        """Copy and take over a batch; runs beside the preparation of the next one."""
        with self._connection.cursor().copy(_COPY) as copy:
            copy.write("".join(batch.lines))
        staged = only_row(
            self._connection.execute(
                "SELECT new, known, doubles, changed FROM watchword.import_staged(%s, %s, %s)",
                (self._given, self._trial, self._last_before),
            )
        )
        changed = staged["changed"]
        if changed and not self._trial:
            entries = Jsonb([_index_entry(row) for row in changed])
            self._connection.execute("SELECT watchword.import_index(%s)", (entries,))
        self._counts = ImportCounts(
            self._counts.new + staged["new"],
            self._counts.updated + len(changed),
            self._counts.unchanged + staged["known"] - len(changed),
        )
        batch.rejected += [
            RejectedRow(line, number, RejectReason.NUMBER_TWICE)
            for line, number in staged["doubles"]
        ]
        if batch.rejected and (self._find_missing or not self._trial):
            numbers = [row.number for row in batch.rejected if row.number.isprintable()]
            self._connection.execute("SELECT watchword.import_rejected(%s)", (numbers,))
        return batch

    def _report(self, batch: _Batch) -> None:
        for row in sorted(batch.rejected, key=lambda each: each.line):
            self._on_reject(row)
        self._rejected += len(batch.rejected)
        self._taken += batch.size
        self._tell()

    def _tell(self) -> None:
        self._on_progress(ImportProgress(self._taken, self._counts.new, self._counts.updated))

    def _missing(self, server: ThreadPoolExecutor) -> MissingCustomers:
        found = self._waited(
            server,
            "SELECT list_id, missing FROM watchword.import_missing(%s, %s)",
            (self._last_before, self._trial),
        )
        return MissingCustomers(found["missing"], "" if self._trial else found["list_id"])

    def _finish(self, server: ThreadPoolExecutor, source: str) -> None:
        """Keep the mapping, bring the index up to date, write the journal."""
        details = {
            "source": source,
            "new": str(self._counts.new),
            "updated": str(self._counts.updated),
            "unchanged": str(self._counts.unchanged),
            "rejected": str(self._rejected),
        }
        if self._remember is not None:
            self._connection.execute(
                "SELECT watchword.save_list_columns(%s, %s)",
                (self._remember.kind, mapping_text(self._remember.columns)),
            )
        self._waited(server, "SELECT watchword.finish_import(%s)", (Jsonb(details),))

    def _waited(self, server: ThreadPoolExecutor, statement: LiteralString, values: Values) -> Row:
        """The row of a statement that takes long; who waits for progress can stop the import."""
        working = server.submit(self._connection.execute, statement, values)
        try:
            while wait([working], _PROGRESS_SECONDS).not_done:
                self._tell()
        finally:
            if not working.done():
                with suppress(psycopg.Error):
                    self._connection.cancel_safe(timeout=ANSWER_SECONDS)
        return only_row(working.result())


def _copied(line: str) -> str:
    """A row with tabs between its values as COPY reads it; no value has a tab in it."""
    return line.replace("\\", "\\\\").replace("\n", "\\n") + "\n"


def _index_entry(row: Row) -> dict[str, object]:
    return {"place": row["place"], **index_columns(draft_of(row))._asdict()}


_COPY: Final = (
    "COPY watchword.customer_staging"
    f" (line, {', '.join(FIELDS)}, {', '.join(IndexColumns._fields)}) FROM STDIN"
)
