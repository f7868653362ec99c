"""Prints a page through the system's dialog, where it can also become a PDF file."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PrintPage = Callable[[QWidget, str, str], Callable[[], None] | None]
"""Asks where HTML under a title shall be printed; the job that prints it, None where nowhere.

The job may take long: it belongs into the task runner.
"""


def print_page(parent: QWidget, title: str, html: str) -> Callable[[], None] | None:
    """Ask with the system's dialog."""
    # Imported late: it brings 2 MiB that only printing needs.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("Watchword")
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    if not dialog.exec():
        return None
    return lambda: print_on(printer, html)


def print_on(device: "QPrinter", html: str) -> None:
    """Print HTML on a printer, or into the file that it stands for; blocks."""
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    document.setHtml(html)
    document.print_(device)
