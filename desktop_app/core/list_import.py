"""Importing a customer list that is open, from its rows to the customers, on trial or for good."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from desktop_app.core.customer_import import ListLayout, read_rows
from desktop_app.core.entities import (
    ImportCounts,
    ImportProgress,
    ListRow,
    RejectedRow,
    RejectReason,
)
from desktop_app.core.list_checks import ListChecks
from desktop_app.core.list_mapping import ListMapping
from desktop_app.core.phone_completion import PhoneCompleter
from desktop_app.core.ports import CustomerStore

_ROWS_KEPT: Final = 5


@dataclass(slots=True)
class RejectGroup:
    """The rows that are rejected for one reason, and the lines of the first ones."""

    reason: RejectReason
    count: int
    lines: list[int]


class Rejects:
    """Counts rejected rows, keeps the first few, and hands each on to ``write``."""

    def __init__(self, write: Callable[[RejectedRow], object]) -> None:
        self._write = write
        self._groups: dict[RejectReason, RejectGroup] = {}
        self.count = 0
        self.first: list[RejectedRow] = []

    @property
    def groups(self) -> list[RejectGroup]:
        """By reason, the most frequent first."""
        return sorted(self._groups.values(), key=lambda group: -group.count)

    def __call__(self, row: RejectedRow) -> None:
        """Take one more."""
        group = self._groups.setdefault(row.reason, RejectGroup(row.reason, 0, []))
        self.count += 1
        group.count += 1
        if len(self.first) < _ROWS_KEPT:
            self.first.append(row)
        if len(group.lines) < _ROWS_KEPT:
            group.lines.append(row.line)
        self._write(row)


@dataclass(frozen=True, slots=True)
class ListImport:
    """One open list, how it is read, and what the journal calls it.

    ``through`` may stop the import between two rows by an exception of its own.
    """

    stream: BinaryIO
    layout: ListLayout
    source: str
    through: Callable[[Iterator[ListRow]], Iterator[ListRow]] = iter

    def run(
        self,
        customers: CustomerStore,
        rejects: Rejects,
        on_progress: Callable[[ImportProgress], None],
        *,
        trial: bool,
        attended: bool = False,
        checks: ListChecks | None = None,
    ) -> ImportCounts:
        """Import it, or see what an import would do.

        Where a person has looked at it (``attended``) its columns are remembered, and customers
        that it does not have are looked for.

        Raises:
            ListUnusableError: it cannot be read to its end.
            StorageError: the customers cannot be written.
        """
        rows = read_rows(self.stream, self.layout, PhoneCompleter(), checks)
        return customers.import_rows(
            self.through(rows),
            self.layout.fields,
            source=self.source,
            trial=trial,
            on_reject=rejects,
            on_progress=on_progress,
            find_missing=attended,
            remember=ListMapping(self.layout.kind, self.layout.columns) if attended else None,
        )
