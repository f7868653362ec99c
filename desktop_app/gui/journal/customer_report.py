"""What is printed of a customer's history."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop_app.core.document import Document, Paragraph, Table
from desktop_app.core.entities import Customer
from desktop_app.gui.journal.history_pages import HistoryLine
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.journal_sentences import long_day
from desktop_app.gui.texts.translation import window_language

translate = QCoreApplication.translate


def history_document(customer: Customer, lines: Iterable[HistoryLine], now: datetime) -> Document:
    """The lines of a history as they stand on the screen, for the team's own use."""
    rows = tuple(
        (_moment(line.entry.at), line.words.title, _told(line), line.receipt) for line in lines
    )
    heads = (
        translate("Report", "When"),
        translate("Report", "What"),
        translate("Report", "Details"),
        translate("Report", "Receipt"),
    )
    name = " ".join(filter(None, (customer.number, customer.name, customer.company)))
    printed = translate("Report", "Printed on {moment}. For the team only.")
    return Document(
        translate("Report", "History of customer {customer}").format(customer=name),
        window_language(),
        (Paragraph(printed.format(moment=_moment(now))), Table(rows, heads)),
    )


def _told(line: HistoryLine) -> str:
    return "\n".join(filter(None, (line.words.text, line.words.note)))


def _moment(moment: datetime) -> str:
    """A day in full and the time, as the workstation's clock shows it."""
    return f"{long_day(moment.astimezone().date())}, {sentences.clock_time(moment)}"
