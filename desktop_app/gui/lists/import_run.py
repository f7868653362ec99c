"""One trial or import under way in a worker, as the windows' thread sees it."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop_app.core.customer_import import ListLayout, count_rows
from desktop_app.core.entities import ImportCounts, ImportProgress, ListRow
from desktop_app.core.errors import ListUnusableError
from desktop_app.core.list_checks import ListChecks
from desktop_app.core.list_import import ListImport, Rejects
from desktop_app.core.ports import CustomerStore
from desktop_app.gui.lists.contract import ListFiles, RejectSpool
from desktop_app.gui.long_job import LongJob
from desktop_app.gui.steady_clock import seconds_since_start

_STOP_EVERY: Final = 500
_FIRST_GUESS_SECONDS: Final = 1.0


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list as it is to be read, as long as it has the ``version`` that was looked at.

    ``total`` is the number of its rows where that is known.
    """

    path: Path
    version: Hashable
    layout: ListLayout
    source: str
    total: int | None


class ImportRun(LongJob):
    """How far it is and what it has found. The worker writes ``rejects``, the window reads them.

    ``counts`` is None until it has come to its end.
    """

    changed = Signal()
    """There is progress to be shown."""
    _counted = Signal(int)
    _moved = Signal(object)

    def __init__(self, file: ListFile, spool: RejectSpool, *, trial: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._file = file
        self._begun = seconds_since_start()
        self.trial = trial
        self.spool = spool
        self.rejects = Rejects(spool.write)
        self.checks = ListChecks()
        self.total = file.total
        self.progress = ImportProgress(0, 0, 0)
        self.counts: ImportCounts | None = None
        # Bound methods of an object of the windows' thread: they are called there.
        self._counted.connect(self._on_counted)
        self._moved.connect(self._on_moved)

    @property
    def seconds_left(self) -> float | None:
        """How long the rest will take at the present pace, None where nobody can say yet."""
        passed, done = seconds_since_start() - self._begun, self.progress.rows
        if self.total is None or not 0 < done < self.total or passed < _FIRST_GUESS_SECONDS:
            return None
        return passed / done * (self.total - done)

    def make(self, customers: CustomerStore, files: ListFiles) -> ImportCounts | None:
        """Do it, in a worker; None where it was given up.

        What was put aside is forgotten unless it comes to its end: the window may be gone by then.
        """
        counts = None
        try:
            counts = self.or_none(lambda: self._make(customers, files))
        finally:
            if counts is None:
                self.spool.close()
        return counts

    def _make(self, customers: CustomerStore, files: ListFiles) -> ImportCounts:
        file = self._file
        with files.open(file.path) as stream:

            def require_same() -> None:
                if files.version(stream) != file.version:
                    raise ListUnusableError("changed")

            require_same()
            if file.total is None:
                self._counted.emit(count_rows(stream, file.layout, self._go_on))
            through = partial(self._through, require_same)
            return ListImport(stream, file.layout, file.source, through).run(
                customers,
                self.rejects,
                self._tell,
                trial=self.trial,
                attended=True,
                checks=self.checks if self.trial else None,
            )

    def _through(
        self, require_same: Callable[[], None], rows: Iterator[ListRow]
    ) -> Iterator[ListRow]:
        for count, row in enumerate(rows):
            self._go_on(count)
            yield row
        require_same()  # what was written meanwhile has been read in part

    def _go_on(self, count: int) -> None:
        """Stop between two rows where a person has given it up."""
        if count % _STOP_EVERY == 0:
            self.tell(count)

    def _tell(self, progress: ImportProgress) -> None:
        self.tell(progress.rows)
        self._moved.emit(progress)

    def _on_counted(self, total: int) -> None:
        self.total = total
        self._begun = seconds_since_start()
        self.changed.emit()

    def _on_moved(self, progress: ImportProgress) -> None:
        self.progress = progress
        self.changed.emit()
