"""Saves a customer's history as CSV."""

from pathlib import Path

from desktop_app.core import journal_export
from desktop_app.core.entities import Customer, EventKind, JournalQuery
from desktop_app.core.spreadsheet import write_rows
from desktop_app.gui.session import Session


def proposed_name(customer: Customer, ending: str = "csv") -> str:
    """A file name that every system takes."""
    number = "".join(char if char.isalnum() else "-" for char in customer.number)
    return f"history-{number}.{ending}"


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
