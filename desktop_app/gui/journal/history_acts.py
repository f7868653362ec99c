"""What leaves the window of a customer's history: paper, a CSV file, the customer's own copy."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.core.entities import Customer
from desktop_app.gui.context import Context
from desktop_app.gui.desktop.printing import PrintPage
from desktop_app.gui.desktop.save_as import AskForFile
from desktop_app.gui.journal.history_export import (
    history_page,
    proposed_name,
    save_for_customer,
    save_history,
)
from desktop_app.gui.journal.history_pages import HistoryQuestion
from desktop_app.gui.session import Session
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.texts.journal_counts import saved_entries
from desktop_app.gui.widgets.buttons import LinkButton

T = TypeVar("T")


class HistoryActs(QWidget):
    """Two side actions, and ``save_csv`` for the window's button; one at a time."""

    began = Signal()
    finished = Signal(str)
    """What was done, in a sentence."""
    failed = Signal(str, str)
    """What was not done, and why."""

    def __init__(
        self,
        context: Context,
        customer: Customer,
        ask_for_file: AskForFile,
        print_page: PrintPage,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._customer = customer
        self._ask_for_file = ask_for_file
        self._print_page = print_page
        self._question = HistoryQuestion(customer.id)
        self._is_busy = False
        appearance = context.desk.appearance
        self.print = LinkButton(appearance, self.tr("Print…"), parent=self)
        self.hand_out = LinkButton(appearance, self.tr("For the customer…"), parent=self)
        self.hand_out.setToolTip(
            self.tr("Everything stored about the customer, without colleagues' names")
        )
        self.print.clicked.connect(self._on_print_clicked)
        self.hand_out.clicked.connect(self._on_hand_out_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.print, self.hand_out):
            row.addWidget(button)
        row.addStretch(1)

    @property
    def is_busy(self) -> bool:
        """Whether something is written or printed."""
        return self._is_busy

    def set_question(self, question: HistoryQuestion) -> None:
        """Which lines are printed: those that are shown."""
        self._question = question

    def save_csv(self) -> None:
        """Ask for a file and save every entry of the customer."""
        customer = self._customer
        self._write(
            proposed_name(customer),
            lambda session, path: save_history(session, customer, path),
            lambda path, exported: saved_entries(exported, path),
            self.tr("The history was not saved."),
        )

    def _on_hand_out_clicked(self) -> None:
        customer = self._customer
        self._write(
            proposed_name(customer, "customer-data", "html"),
            lambda session, path: save_for_customer(session, customer, path),
            lambda path, _nothing: self.tr(
                "Saved: {path}. Read the reasons and notes in it before you hand it out."
            ).format(path=path),
            self.tr("The customer's data was not saved."),
        )

    def _write(
        self,
        proposed: str,
        write: Callable[[Session, Path], T],
        said: Callable[[Path, T], str],
        failed: str,
    ) -> None:
        if self._is_busy:
            return
        path = self._ask_for_file(self, proposed)
        if path is not None:
            session = self._context.session
            self._run(
                lambda: write(session, path),
                lambda outcome: self.finished.emit(said(path, outcome)),
                failed,
            )

    def _on_print_clicked(self) -> None:
        if self._is_busy:
            return
        session, question, customer = self._context.session, self._question, self._customer
        failed = self.tr("The history was not printed.")

        def print_it(html: str) -> None:
            job = self._print_page(self, self.tr("Print the history"), html)
            if job is None:
                self.finished.emit("")
            else:
                said = self.tr("The history was handed to the printer.")
                self._run(job, lambda _nothing: self.finished.emit(said), failed)

        self._run(lambda: history_page(session, question, customer), print_it, failed)

    def _run(self, job: Callable[[], T], done: Callable[[T], None], failed: str) -> None:
        self._is_busy = True
        self.began.emit()

        def end(then: Callable[[], None]) -> None:
            self._is_busy = False
            then()

        self._context.desk.tasks.run(
            self,
            job,
            lambda result: end(lambda: done(result)),
            lambda error: end(lambda: self.failed.emit(failed, failure(error))),
        )
