"""The window that imports a customer list: what it holds, a trial, the import, what is missing."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.customer_import import ListOptions
from desktop_app.core.entities import RejectReason
from desktop_app.core.errors import ListUnusableError, WatchwordError
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.desktop.file_chooser import FileChooser, FileKind
from desktop_app.gui.desktop.window_geometry import remember_geometry, restore_geometry
from desktop_app.gui.lists.contract import ListFiles
from desktop_app.gui.lists.file_head import FileHead
from desktop_app.gui.lists.import_flow import ImportFlow, Stage
from desktop_app.gui.lists.mapping_table import MappingTable
from desktop_app.gui.lists.missing_page import MissingPage
from desktop_app.gui.lists.preview_table import PreviewTable
from desktop_app.gui.lists.reading_dialog import ReadingDialog
from desktop_app.gui.lists.result_page import ResultPage
from desktop_app.gui.lists.trial_panel import TrialPanel
from desktop_app.gui.session import Session
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.texts.import_texts import layout_note
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.dialog_frame import PlainFrame
from desktop_app.gui.widgets.labels import Label

_NAME: Final = "import"
_DEFAULT_SIZE: Final = (900, 680)
_SMALLEST_SIZE: Final = (720, 520)
_REJECTS_NAME: Final = "rejected-rows.csv"
_CHANGEABLE: Final = frozenset(
    {Stage.READING, Stage.REFUSED, Stage.INCOMPLETE, Stage.TRYING, Stage.TRIED, Stage.FAILED}
)
_UNTOLD: Final = frozenset({RejectReason.QUOTE_OPEN, RejectReason.NUMBER_EMPTY})
"""Rows whose customer nobody knows."""


class ImportWindow(PlainFrame):
    """Reads ``path`` at once and tries it; only the Import button writes anything.

    Closing gives up what is under way, and leaves no trace of it. Esc during an import stops it
    and keeps the window.
    """

    imported = Signal()
    """Customers have changed."""

    def __init__(
        self,
        desk: Desk,
        session: Session,
        files: ListFiles,
        chooser: FileChooser,
        *,
        path: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.appearance, parent=parent)
        self._desk = desk
        self._chooser = chooser
        self._last_stage = Stage.READING
        self.flow = ImportFlow(desk.tasks, session, files, self)
        self.setWindowTitle(self.tr("Import customers"))
        self._build(session)
        self._connect()
        self.set_size(*_DEFAULT_SIZE, smallest=_SMALLEST_SIZE)
        restore_geometry(self, _NAME, desk.preferences)
        self.head.reading.setFocus()
        self.flow.read(path, ListOptions())

    # --- building --------------------------------------------------------------------------------

    def _build(self, session: Session) -> None:
        appearance = self._desk.appearance
        self.head = FileHead(appearance, self)
        self.mapping = MappingTable(appearance, self.head.other, self)
        self.preview = PreviewTable(appearance, self)
        self.trial = TrialPanel(appearance, self)
        self._work = QWidget(self)
        column = QVBoxLayout(self._work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.mapping, 1)
        column.addWidget(self.preview)
        column.addWidget(self.trial)
        self.outcome = ResultPage(appearance, self)
        self.missing = MissingPage(appearance, self._desk.tasks, session.storage.lists, self)
        self._pages = QStackedWidget(self)
        for page in (self._work, self.outcome, self.missing):
            self._pages.addWidget(page)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._pages)
        self._again = OutlineButton(appearance, self.tr("Try again"), keys=("F5",), parent=self)
        self._failure = AmberBar(appearance, button=self._again, parent=self)
        self.add_notice(self._failure)
        self._note = Label(appearance, "", pixels=12, colour="text2", wrap=True, parent=self)
        self.foot.add_leading(self._note, stretch=1)
        self._cancel = OutlineButton(appearance, self.tr("Cancel"), keys=("Esc",), parent=self)
        self._import = PrimaryButton(
            appearance, self.tr("Import"), keys=("Ctrl", "Enter"), parent=self
        )
        self.foot.set_actions(self._import, self._cancel)

    def _connect(self) -> None:
        self.flow.changed.connect(self._on_flow_changed)
        self.flow.moved.connect(self._show_progress)
        self.mapping.chosen.connect(self.flow.choose)
        self.head.reading_requested.connect(self._ask_for_options)
        self.head.other_requested.connect(self._ask_for_file)
        self.trial.save_requested.connect(self._ask_for_target)
        self.outcome.save_requested.connect(self._ask_for_target)
        self.outcome.missing_requested.connect(self._show_missing)
        self.missing.choice_changed.connect(self._show_actions)
        self.missing.failed.connect(self._on_missing_failed)
        self.missing.finished.connect(self._on_missing_finished)
        self._again.clicked.connect(self._on_again_clicked)
        self._cancel.clicked.connect(self.reject)
        self._import.clicked.connect(self._on_primary_clicked)
        primary = self._on_primary_clicked
        self.bind_keys(
            {"Ctrl+Return": primary, "Ctrl+Enter": primary, "F5": self._on_again_clicked}
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where a large text leaves no room, the columns matter more than the preview.
        others = (self.head, self.mapping, self.trial)
        needed = sum(each.minimumSizeHint().height() for each in others)
        room = self.height() - self.foot.sizeHint().height()
        self.preview.setVisible(room >= needed + self.preview.minimumSizeHint().height())

    # --- closing ---------------------------------------------------------------------------------

    def enter_pressed(self) -> None:
        """Close the window once the list is imported."""
        if self._pages.currentWidget() is self.outcome:
            self.accept()

    def reject(self) -> None:
        """Stop an import, go back from the missing customers, or close."""
        if self.flow.stage is Stage.IMPORTING:
            self.flow.stop()
        elif self._pages.currentWidget() is self.missing:
            if not self.missing.is_busy:
                self._show_page(self.outcome)
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Close, whatever is under way: it leaves no trace."""
        remember_geometry(self, _NAME, self._desk.preferences)
        self.flow.leave()
        super().done(result)

    # --- what is shown ---------------------------------------------------------------------------

    def _on_flow_changed(self) -> None:
        flow = self.flow
        before, self._last_stage = self._last_stage, flow.stage
        layout = flow.look.layout if flow.look is not None else None
        if layout is None and flow.stage is Stage.REFUSED:
            self.head.show_unreadable(flow.source)
        else:
            self.head.show_file(flow.source, layout, flow.total)
        self.preview.show_look(flow.look)
        changeable = flow.stage in _CHANGEABLE
        self.head.set_changeable(changeable=changeable)
        self.mapping.set_changeable(changeable=changeable)
        self._note.setText(layout_note(layout) if layout is not None else "")
        self._show_error()
        self._show_progress()
        if flow.stage is Stage.IMPORTED and before is Stage.IMPORTING:
            self.outcome.show_flow(flow)
            self._show_page(self.outcome)
            announce(self.outcome, self.tr("The list is imported"))
            self.imported.emit()
        self._show_actions()
        if flow.stage is Stage.TRIED and before is Stage.TRYING:
            self._announce_trial()

    def _show_progress(self) -> None:
        flow = self.flow
        self.mapping.show_look(flow.look, flow.run)
        self.trial.show_flow(flow)
        layout = flow.look.layout if flow.look is not None else None
        if layout is not None:
            self.head.show_file(flow.source, layout, flow.total)

    def _show_error(self) -> None:
        error = self.flow.error
        self._again.setVisible(error is not None)
        if error is None:
            self._show_change()
            return
        refused = self.flow.stage is Stage.REFUSED
        happened = (
            self.tr("This file cannot be imported as it is.")
            if refused
            else self.tr("Stopped: nothing has been changed.")
        )
        self._tell(happened, error)

    def _show_change(self) -> None:
        if not self.flow.was_changed:
            self._failure.hide()
        elif self._failure.isHidden():
            happened = failure(ListUnusableError("changed"))
            self._failure.set_texts(happened)
            announce(self._failure, happened)

    def _tell(self, happened: str, error: WatchwordError) -> None:
        why = failure(error)
        self._failure.set_texts(happened, why)
        announce(self._failure, f"{happened} {why}")

    def _announce_trial(self) -> None:
        run = self.flow.run
        counts = run.counts if run is not None else None
        if run is not None and counts is not None:
            announce(
                self.trial,
                self.tr(
                    "Trial run done: {new} new, {updated} updated, {rejected} to look at"
                ).format(
                    new=grouped(counts.new),
                    updated=grouped(counts.updated),
                    rejected=grouped(run.rejects.count),
                ),
            )

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._failure.hide()
        if page is not self._work:
            self._note.setText("")
        self._show_actions()
        if page is self.missing:
            self.missing.table.setFocus()
        else:
            self._import.setFocus()

    def _show_actions(self) -> None:
        """The two buttons of the foot, on the page that is shown."""
        page = self._pages.currentWidget()
        if page is self.missing:
            count = self.missing.count
            self._cancel.setText(self.tr("Back"))
            self._import.setText(
                self.tr("Set {count} inactive", None, count).format(count=grouped(count))
            )
            self._import.set_unavailable(None if count else self.tr("Choose somebody first"))
            self._import.setEnabled(count > 0 and not self.missing.is_busy)
            self._cancel.setEnabled(not self.missing.is_busy)
        elif page is self.outcome:
            self._cancel.hide()
            self._import.setText(self.tr("Done"))
            self._import.set_keys(("Enter",))
            self._import.set_unavailable(None)
            return
        else:
            ready = self.flow.stage is Stage.TRIED
            if not ready and self._import.hasFocus():
                self._cancel.setFocus()
            self._import.set_unavailable(
                None if ready else self.tr("Possible when the trial run is done")
            )
            self._cancel.setEnabled(True)
        self._import.set_keys(("Ctrl", "Enter"))
        self._cancel.show()

    # --- what a person does ----------------------------------------------------------------------

    def _on_primary_clicked(self) -> None:
        page = self._pages.currentWidget()
        if page is self.missing:
            self.missing.set_inactive(self.flow.source)
        elif page is self.outcome:
            self.accept()
        else:
            self.flow.start_import()

    def _on_again_clicked(self) -> None:
        if self._pages.currentWidget() is self._work and self.flow.error is not None:
            self.flow.try_again()
        elif self._pages.currentWidget() is self.missing:
            self._show_missing()

    def _ask_for_file(self) -> None:
        title = self.tr("Import customers from")
        self._chooser.existing_file(self, title, FileKind.LIST, self._on_file_chosen)

    def _on_file_chosen(self, path: Path) -> None:
        self.flow.read(path, ListOptions())

    def _ask_for_options(self) -> None:
        flow = self.flow
        layout = flow.look.layout if flow.look is not None else None
        dialog = ReadingDialog(
            self._desk.appearance, flow.options, layout, self._on_options_chosen, self
        )
        dialog.lock_requested.connect(self._on_lock_requested)
        dialog.shortcuts_requested.connect(self.shortcuts_requested)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_options_chosen(self, options: ListOptions) -> None:
        self.flow.read(self.flow.path, options)

    def _ask_for_target(self) -> None:
        title = self.tr("Save the rejected rows")
        self._chooser.new_file(self, title, _REJECTS_NAME, self._save_rejects)

    def _save_rejects(self, target: Path) -> None:
        self.flow.save_rejects(
            target, lambda count: self._on_rejects_saved(target, count), self._on_rejects_failed
        )

    def _on_rejects_saved(self, target: Path, count: int) -> None:
        words = self.tr("{count} rows saved: {path}", None, count).format(
            count=grouped(count), path=target
        )
        self._note.setText(words)
        announce(self._note, words)

    def _on_rejects_failed(self, error: WatchwordError) -> None:
        self._tell(self.tr("The rejected rows were not saved."), error)

    def _show_missing(self) -> None:
        run = self.flow.run
        counts = run.counts if run is not None else None
        if run is None or counts is None or counts.missing is None:
            return
        unread = sum(group.count for group in run.rejects.groups if group.reason in _UNTOLD)
        self.missing.show_missing(counts.missing, unread)
        self._show_page(self.missing)

    def _on_missing_failed(self, error: WatchwordError) -> None:
        self._tell(self.tr("Nothing has been changed about these customers."), error)

    def _on_missing_finished(self, count: int) -> None:
        self.outcome.show_inactive(count)
        self._show_page(self.outcome)
        announce(self.outcome, self.outcome.inactive_words(count))
        self.imported.emit()
