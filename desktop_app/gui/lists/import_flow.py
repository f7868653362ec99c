"""One list on its way into the database: read, tried, imported; every step in the task runner."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.customer_import import ListLayout, ListOptions, inspect_list, preview_rows
from desktop_app.core.entities import ImportCounts, ImportRow
from desktop_app.core.errors import ListUnusableError, WatchwordError
from desktop_app.core.list_columns import Column
from desktop_app.core.phone_completion import PhoneCompleter
from desktop_app.core.spreadsheet import write_rows
from desktop_app.gui.lists.contract import ListFiles
from desktop_app.gui.lists.import_run import ImportRun, ListFile
from desktop_app.gui.session import Session
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.texts.import_texts import reject_heads
from desktop_app.gui.texts.sentences import reject_reason

PREVIEWED: Final = 3

_SETTLE_MS: Final = 250
"""Somebody who goes through the choices of a column with the arrow keys is not there yet."""


class Stage(Enum):
    """How far a list has come."""

    READING = auto()
    REFUSED = auto()
    """It cannot be read as it is."""
    INCOMPLETE = auto()
    """No column is the customer number."""
    TRYING = auto()
    TRIED = auto()
    FAILED = auto()
    """A trial or an import could not be made; the database is as it was."""
    IMPORTING = auto()
    IMPORTED = auto()


@dataclass(frozen=True, slots=True)
class ListLook:
    """What a ``version`` of a list looks like; ``preview`` is empty without a number column."""

    version: Hashable
    layout: ListLayout
    preview: tuple[ImportRow, ...]


class ImportFlow(QObject):
    """Lives in the windows' thread. ``changed`` tells of another stage, ``moved`` of progress.

    ``run`` is the trial or import that is under way or has ended, ``error`` what stopped the last
    step, ``was_stopped`` whether a person gave up the last import, ``was_changed`` whether
    somebody wrote the list after it was looked at: then it is read and tried anew by itself.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, tasks: Tasks, session: Session, files: ListFiles, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._storage = session.storage
        self._written_whole = session.written_whole
        self._files = files
        self._reading: object = None
        self._under_way: ImportRun | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._try)
        self.path = Path()
        self.options = ListOptions()
        self.stage = Stage.READING
        self.look: ListLook | None = None
        self.total: int | None = None
        self.run: ImportRun | None = None
        self.error: WatchwordError | None = None
        self.was_stopped = False
        self.was_changed = False

    @property
    def source(self) -> str:
        """What the journal calls the list."""
        return self._files.name(self.path)

    # --- reading ---------------------------------------------------------------------------------

    def read(self, path: Path, options: ListOptions) -> None:
        """Find out what a list looks like, then try it."""
        self._read(path, options, None)

    def _read(self, path: Path, options: ListOptions, before: ListLayout | None) -> None:
        self._begin_anew()
        self.path, self.options = path, options
        self.look, self.total = None, None
        token = self._reading = object()
        files, remembered = self._files, self._storage.lists.mapping

        def look() -> ListLook:
            with files.open(path) as stream:
                version = files.version(stream)
                layout = inspect_list(stream, options, remembered, complete=False)
            if before is not None and layout.heads == before.heads:
                layout = replace(layout, columns=before.columns)
            return look_of(version, layout)

        self._tasks.run(
            self,
            look,
            lambda found: self._on_read(token, found),
            lambda error: self._on_refused(token, error),
        )
        self._enter(Stage.READING)

    def choose(self, columns: Sequence[Column]) -> None:
        """Import these columns; the trial begins anew."""
        if self.look is not None:
            self._begin_anew()
            layout = replace(self.look.layout, columns=tuple(sorted(columns)))
            self.look = look_of(self.look.version, layout)
            self._prepare()

    def try_again(self) -> None:
        """Read, or try, the list once more after a failure."""
        if self.look is None:
            self.read(self.path, self.options)
        else:
            self.choose(self.look.layout.columns)

    def _on_read(self, token: object, found: ListLook) -> None:
        if token is self._reading:
            self.look = found
            self._prepare()

    def _on_refused(self, token: object, error: WatchwordError) -> None:
        if token is self._reading:
            self.error = error
            self._enter(Stage.REFUSED)

    def _prepare(self) -> None:
        if self.look is not None and has_number(self.look.layout):
            self._settle.start()
            self._enter(Stage.TRYING)
        else:
            self._enter(Stage.INCOMPLETE)

    # --- trying and importing --------------------------------------------------------------------

    def start_import(self) -> None:
        """Import what was tried."""
        if self.stage is Stage.TRIED:
            self._begin_anew()
            self._begin(trial=False)
            self._enter(Stage.IMPORTING)

    def stop(self) -> None:
        """Give up an import; what it has written is undone."""
        if self._under_way is not None:
            self._under_way.give_up()

    def leave(self) -> None:
        """The window closes: give up what is under way and forget what was put aside."""
        self._begin_anew()

    def _try(self) -> None:
        # One that was given up holds the customers until it has ended: then this comes again.
        if self.stage is Stage.TRYING and self._under_way is None:
            self._begin(trial=True)

    def _begin(self, *, trial: bool) -> None:
        if self.look is None:
            return
        look = self.look
        file = ListFile(self.path, look.version, look.layout, self.source, self.total)
        run = ImportRun(file, self._files.new_spool(), trial=trial, parent=self)
        run.changed.connect(self._on_run_changed)
        self.run = self._under_way = run
        customers, files = self._storage.customers, self._files
        self._tasks.run(
            self,
            lambda: run.make(customers, files),
            lambda counts: self._on_made(run, counts),
            lambda error: self._on_not_made(run, error),
        )

    def _on_run_changed(self) -> None:
        if self.run is not None:
            self.total = self.run.total
            self.moved.emit()

    def _on_made(self, run: ImportRun, counts: ImportCounts | None) -> None:
        if not self._ended(run):
            return
        if counts is not None:
            run.counts = counts
            self._enter(Stage.TRIED if run.trial else Stage.IMPORTED)
            return
        self._drop()
        self.was_stopped = True
        self._prepare()

    def _on_not_made(self, run: ImportRun, error: WatchwordError) -> None:
        if not self._ended(run):
            return
        self._drop()
        match error, self.look:
            case ListUnusableError(reason="changed"), ListLook(layout=layout):
                self._read(self.path, self.options, layout)
                self.was_changed = True
                self.changed.emit()
            case _:
                self.error = error
                unusable = isinstance(error, ListUnusableError)
                self._enter(Stage.REFUSED if unusable else Stage.FAILED)

    def _ended(self, run: ImportRun) -> bool:
        """Note that a run has ended; whether anybody still waits for it."""
        self._under_way = None
        if run is self.run:
            return True
        run.spool.close()
        run.deleteLater()
        if not self._settle.isActive():
            self._try()
        return False

    def _begin_anew(self) -> None:
        """Forget the run that is shown; one under way is given up."""
        self._settle.stop()
        self._reading = None
        self.error = None
        self.was_stopped = False
        self.was_changed = False
        if self._under_way is not None:
            self._under_way.give_up()
            self.run = None
        self._drop()

    def _drop(self) -> None:
        if self.run is not None:
            self.run.spool.close()
            self.run.deleteLater()
            self.run = None

    def _enter(self, stage: Stage) -> None:
        self.stage = stage
        self.changed.emit()

    # --- what was rejected -----------------------------------------------------------------------

    def save_rejects(
        self,
        target: Path,
        saved: Callable[[int], None],
        failed: Callable[[WatchwordError], None],
    ) -> None:
        """Write the rejected rows of the last trial or import as CSV."""
        if self.run is None or self.run.counts is None:
            return
        spool, heads, written_whole = self.run.spool, reject_heads(), self._written_whole

        def save() -> int:
            rows = ((str(row.line), row.number, reject_reason(row.reason)) for row in spool.rows())
            with written_whole(target) as stream:
                return write_rows(stream, heads, rows)

        self._tasks.run(self, save, saved, failed)


def has_number(layout: ListLayout) -> bool:
    """Whether a column is the customer number."""
    return any(field == "number" for _, field in layout.columns)


def look_of(version: Hashable, layout: ListLayout) -> ListLook:
    """A layout with its first customers as they would be stored."""
    rows = preview_rows(layout, PhoneCompleter()) if has_number(layout) else []
    customers = [row for row in rows if isinstance(row, ImportRow)]
    return ListLook(version, layout, tuple(customers[:PREVIEWED]))
