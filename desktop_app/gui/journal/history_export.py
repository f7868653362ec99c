"""What leaves the window of a customer's history: CSV, paper, and what the customer gets."""

from pathlib import Path
from typing import Final

from desktop_app.core import journal_export
from desktop_app.core.document import html_of, text_of
from desktop_app.core.entities import Customer, EventKind, JournalQuery
from desktop_app.core.journal_export import Exported
from desktop_app.gui.journal.customer_copy import CustomerCopy
from desktop_app.gui.journal.customer_report import history_document
from desktop_app.gui.journal.history_pages import HistoryQuestion, every_line
from desktop_app.gui.session import Session
from desktop_app.gui.texts.translation import window_language

FOR_CUSTOMER: Final = "for-customer"
"""The outcome of an export that the customer gets."""


def proposed_name(customer: Customer, what: str = "history", ending: str = "csv") -> str:
    """A file name that every system takes."""
    number = "".join(char if char.isalnum() else "-" for char in customer.number)
    return f"{what}-{number}.{ending}"


def history_page(session: Session, question: HistoryQuestion, customer: Customer) -> str:
    """The lines of a history as HTML, to be printed for the team. Blocks.

    Raises:
        StorageError: the journal cannot be read.
    """
    lines = every_line(session.storage.journal, question)
    return html_of(history_document(customer, lines, session.clock()))


def save_for_customer(session: Session, customer: Customer, path: Path) -> None:
    """Write what is stored about a customer, for them and in their language; journal that. Blocks.

    A file that ends with ``.txt`` is plain text, every other one a page for a browser.

    Raises:
        CustomerNotFoundError: the customer is gone.
        FileUnusableError: the file cannot be written.
        StorageError: the database cannot be read or written.
    """
    storage = session.storage
    details = storage.customers.details(customer.id)
    lines = every_line(storage.journal, HistoryQuestion(customer.id))
    copy = CustomerCopy(details, window_language())
    document = copy.document(lines, storage.policies.load(), session.clock())
    with session.written_whole(path) as stream:
        stream.write((text_of if path.suffix.lower() == ".txt" else html_of)(document))
        storage.journal.record(
            EventKind.EXPORTED, FOR_CUSTOMER, {"customer": customer.number, "file": path.name}
        )


def save_history(session: Session, customer: Customer, path: Path) -> Exported:
    """Write every entry of a customer, filtered or not, and journal that.

    Blocks. The file appears whole, and only once its export stands in the journal.

    Raises:
        FileUnusableError: the file cannot be written.
        StorageError: the journal cannot be read or written.
    """
    journal = session.storage.journal
    with session.written_whole(path) as stream:
        entries = journal_export.every_entry(journal.entries, JournalQuery(customer_id=customer.id))
        exported = journal_export.write_entries(stream, entries)
        journal.record(
            EventKind.EXPORTED,
            "history",
            {"customer": customer.number, "file": path.name, "rows": str(exported.entries)},
        )
    return exported
