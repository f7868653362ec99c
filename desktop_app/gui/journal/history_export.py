"""Saves a customer's history as CSV."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.core import journal_export
from desktop_app.core.entities import Customer, EventKind, JournalQuery
from desktop_app.core.spreadsheet import write_rows
from desktop_app.gui.session import Session

translate = QCoreApplication.translate

AskForFile = Callable[[QWidget, str], Path | None]
"""Asks where a file of the proposed name shall go, and before replacing one; None is nowhere."""


def ask_for_csv(parent: QWidget, name: str) -> Path | None:
    """Ask with the system's dialog."""
    dialog = QFileDialog(parent, translate("History", "Save history"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("History", "CSV files (*.csv)"))
    # The dialog adds it before it asks whether an existing file may be replaced.
    dialog.setDefaultSuffix("csv")
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    dialog.setDirectory(QStandardPaths.writableLocation(documents))
    dialog.selectFile(name)
    if not dialog.exec():
        return None
    return Path(dialog.selectedFiles()[0])


def proposed_name(customer: Customer) -> str:
    """A file name that every system takes."""
    number = "".join(char if char.isalnum() else "-" for char in customer.number)
    return f"history-{number}.csv"


def save_history(session: Session, customer: Customer, path: Path) -> int:
    """Write every entry of a customer, filtered or not, and journal that; returns how many.

    Blocks. The file appears whole, and only once its export stands in the journal.

    Raises:
        FileUnusableError: the file cannot be written.
        StorageError: the journal cannot be read or written.
    """
    journal = session.storage.journal
    with session.written_whole(path) as stream:
        entries = journal_export.every_entry(journal.entries, JournalQuery(customer_id=customer.id))
        count = write_rows(stream, journal_export.HEADS, map(journal_export.row, entries))
        journal.record(
            EventKind.EXPORTED,
            "history",
            {"customer": customer.number, "file": path.name, "rows": str(count)},
        )
    return count
