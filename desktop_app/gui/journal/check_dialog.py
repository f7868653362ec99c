"""Checks the journal's chain, and saves its head for a later check."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop_app.core.entities import JournalReport
from desktop_app.core.errors import WatchwordError
from desktop_app.core.journal_head import JournalHead
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.desktop.file_chooser import FileChooser, FileKind
from desktop_app.gui.journal.contract import JournalCare
from desktop_app.gui.long_job import LongJob
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.texts.doctor_sentences import journal_fault
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.labels import Label

PROPOSED_NAME: Final = "watchword-journal-head.txt"

_GROUP: Final = 8
_IN_LINE: Final = 4


class CheckDialog(QuietDialog):
    """Reads every entry once it is told to; can be stopped, and closing stops it too."""

    ended = Signal()
    """A check came to its end, or was stopped."""

    def __init__(
        self, desk: Desk, care: JournalCare, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        appearance = desk.appearance
        super().__init__(appearance, desk.tasks, title="", parent=parent)
        self.setWindowTitle(self.tr("Check the journal"))
        self._care = care
        self._chooser = chooser
        self._job: LongJob | None = None
        self._length = 0
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Entries checked"))
        self._bar.hide()
        self._counted = Label(appearance, "", colour="text2", wrap=True, parent=self)
        self._fault = AmberBar(appearance, stacked=True, parent=self)
        self._head = Label(appearance, "", mono=True, parent=self)
        for label in (self._counted, self._head):
            label.hide()
        for widget in (self._bar, self._counted, self._fault, self._head):
            self.form.addWidget(widget)
        self._start = PrimaryButton(appearance, self.tr("Check now"), parent=self)
        self._stop = PrimaryButton(appearance, self.tr("Stop"), parent=self)
        self._stop.hide()
        self._compare = OutlineButton(appearance, self.tr("Check with a saved head…"), parent=self)
        self._save = OutlineButton(appearance, self.tr("Save the head…"), parent=self)
        self._close = OutlineButton(appearance, self.tr("Close"), keys=("Esc",), parent=self)
        self.set_foot(self._start, self._stop, self._close, side=self._save)
        self.form.addWidget(self._compare)
        self._connect()
        self._say(
            self.tr("Check the journal"),
            self.tr(
                "Every entry is read and the chain over all of them computed anew. It must hold"
                " the newest entry that this computer has seen, or one that you have saved."
                " Entries that were changed, removed or moved are found."
            ),
        )
        self._start.setFocus()

    @property
    def is_checking(self) -> bool:
        """Whether entries are being read."""
        return self._job is not None

    def reject(self) -> None:
        """Close; what is under way is stopped."""
        if self._job is not None:
            self._job.give_up()
        super().reject()

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.give_up()
        super().done(result)

    def enter_pressed(self) -> None:
        """Begin."""
        if self._start.isVisible():
            self._check(None)

    def _connect(self) -> None:
        self._start.clicked.connect(lambda: self._check(None))
        self._stop.clicked.connect(self._on_stop_clicked)
        self._compare.clicked.connect(self._on_compare_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._close.clicked.connect(self.reject)

    def _say(self, title: str, words: str) -> None:
        self.set_words(title, words)

    # --- checking --------------------------------------------------------------------------------

    def _on_compare_clicked(self) -> None:
        title = self.tr("The saved head")
        self._chooser.existing_file(self, title, FileKind.HEAD, self._check)

    def _check(self, head_file: Path | None) -> None:
        if self._job is not None:
            return
        job = self._job = LongJob(self)
        job.progressed.connect(self._on_job_progressed)
        care = self._care
        self._fault.hide()
        self._head.hide()
        self._bar.setRange(0, 0)
        self._set_checking(checking=True)

        def check() -> JournalReport | None:
            return LongJob.or_none(lambda: care.check(head_file, job.tell))

        self._tasks.run(self, care.length, self._on_length, self._ignore_length)
        self._tasks.run(self, check, self._on_checked, self._on_check_failed)

    def show_progress(self, count: int, length: int) -> None:
        """Say how many entries were read, and of how many."""
        self._bar.setRange(0, length)
        self._bar.setValue(count)
        self._counted.show()
        self._counted.setText(
            self.tr("{count} of {length} entries").format(
                count=grouped(count), length=grouped(length)
            )
        )

    def _on_length(self, length: int) -> None:
        self._length = length
        if self._job is not None:
            self.show_progress(0, length)

    def _ignore_length(self, _error: WatchwordError) -> None:
        """The check itself says what does not work."""

    def _on_job_progressed(self, count: int) -> None:
        if self._job is not None:
            self.show_progress(count, self._length)

    def _on_stop_clicked(self) -> None:
        if self._job is not None:
            self._job.give_up()

    def _on_checked(self, report: JournalReport | None) -> None:
        self._set_checking(checking=False)
        if report is None:
            self._say(self.tr("Stopped"), self.tr("The journal was not checked to its end."))
        elif report.fault is not None:
            title = self.tr("The journal does not hold")
            self._say(title, "")
            self._fault.set_texts(journal_fault(report.fault))
            announce(self._fault, f"{title}. {journal_fault(report.fault)}")
        else:
            self._say(
                self.tr("The journal holds"),
                self.tr("All %n entries are as they were written.", None, report.entries),
            )
            self._show_head(report.head)
        self.ended.emit()

    def _on_check_failed(self, error: WatchwordError) -> None:
        self._set_checking(checking=False)
        self.show_failure(error)
        self.ended.emit()

    def _set_checking(self, *, checking: bool) -> None:
        if not checking:
            self._job = None
        self._bar.setVisible(checking)
        self._counted.hide()
        for button in (self._compare, self._save):
            button.setEnabled(not checking)
        self._start.setVisible(not checking)
        self._stop.setVisible(checking)
        (self._stop if checking else self._start).setFocus()

    def _show_head(self, head: JournalHead | None) -> None:
        if head is not None:
            digits = head.digest.hex()
            groups = [digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP)]
            lines = (" ".join(groups[:_IN_LINE]), " ".join(groups[_IN_LINE:]))
            self._head.setText("\n".join((grouped(head.sequence), *lines)))
            self._head.show()

    # --- the head --------------------------------------------------------------------------------

    def _on_save_clicked(self) -> None:
        title = self.tr("Save the head")
        self._chooser.new_file(self, title, PROPOSED_NAME, self._save_head)

    def _save_head(self, target: Path) -> None:
        care = self._care
        self.work(lambda: care.save_head(target), lambda head: self._on_saved(target, head))

    def _on_saved(self, target: Path, head: JournalHead | None) -> None:
        if head is None:
            self._say(self.tr("Nothing to save"), self.tr("The journal is empty."))
            return
        self._say(
            self.tr("Head saved"),
            self.tr(
                "Entry {entry} and its hash: {path}. Keep it where nobody who can write the"
                " database can replace it."
            ).format(entry=grouped(head.sequence), path=target),
        )
        self._show_head(head)
