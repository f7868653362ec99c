"""Prints pages through the system's dialog, where they can also become a PDF file."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import PrintingFailedError

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

PrintOut = Callable[[Iterable[str]], None]
"""Prints HTML documents, each from a page of its own on; blocks.

Raises ``PrintingFailedError``, which says how many the printer has taken.
"""

AskForPrinter = Callable[[QWidget, str], PrintOut | None]
"""Asks where something of this title shall be printed; None where nowhere."""

PrintPage = Callable[[QWidget, str, str], Callable[[], None] | None]
"""Asks where HTML under a title shall be printed; the job that prints it, None where nowhere.

The job may take long: it belongs into the task runner.
"""

_MARGIN_CM: Final = 2.0
_CM_PER_INCH: Final = 2.54


def ask_for_printer(parent: QWidget, title: str) -> PrintOut | None:
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

    def print_out(documents: Iterable[str]) -> None:
        print_all(printer, documents)
        if printer.printerState() in {
            QPrinter.PrinterState.Aborted,
            QPrinter.PrinterState.Error,
        }:
            raise PrintingFailedError(0)

    return print_out


def print_page(parent: QWidget, title: str, html: str) -> Callable[[], None] | None:
    """Ask with the system's dialog, for one document."""
    print_out = ask_for_printer(parent, title)
    return None if print_out is None else lambda: print_out([html])


def print_on(device: "QPagedPaintDevice", html: str) -> None:
    """Print one document on a printer, or into the file that it stands for; blocks."""
    print_all(device, [html])


def print_all(device: "QPagedPaintDevice", documents: Iterable[str]) -> None:
    """Print documents, each from a page of its own on; blocks.

    Each is asked for when its turn comes, and Qt's copy of it is emptied after it.

    Raises:
        PrintingFailedError: the device takes nothing, or no more.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise PrintingFailedError(0)
    done = 0
    try:
        for html in documents:
            if done and not device.newPage():
                raise PrintingFailedError(done)
            document = QTextDocument()
            document.setHtml(html)
            try:
                _paint(document, device, painter, done)
            finally:
                document.clear()
            done += 1
    finally:
        painter.end()


def pdf_of(documents: Iterable[str], title: str) -> bytes:
    """The same as a PDF file; blocks."""
    from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Watchword")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Portrait)
    print_all(writer, documents)
    buffer.close()
    return bytes(content.data())


def _paint(
    document: QTextDocument, device: "QPagedPaintDevice", painter: QPainter, done: int
) -> None:
    """Lay a document out for the device's paper and paint its pages, numbered where it has more."""
    paper = QRectF(device.pageLayout().paintRectPixels(device.logicalDpiX()))
    paper.moveTo(0, 0)
    margin = _MARGIN_CM / _CM_PER_INCH * device.logicalDpiX()
    body = paper.adjusted(margin, margin, -margin, -margin)
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(body.size()))
    count = document.pageCount()
    for number in range(count):
        if number and not device.newPage():
            raise PrintingFailedError(done)
        above = number * body.height()
        painter.save()
        painter.translate(QPointF(body.x(), body.y() - above))
        document.drawContents(painter, QRectF(0, above, body.width(), body.height()))
        painter.restore()
        if count > 1:
            foot = paper.adjusted(0, 0, -margin, -margin / 2)
            alignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            painter.drawText(foot, alignment, str(number + 1))
