"""Asks where an exported file shall go."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate

AskForFile = Callable[[QWidget, str], Path | None]
"""Asks where a file of the proposed name shall go, and before replacing one; None is nowhere."""


def ask_for_file(parent: QWidget, name: str) -> Path | None:
    """Ask with the system's dialog; the ending of ``name`` says what kind of file it is."""
    ending = Path(name).suffix.removeprefix(".")
    dialog = QFileDialog(parent, translate("SaveAs", "Save as"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(_filters(ending))
    # The dialog adds it before it asks whether an existing file may be replaced.
    dialog.setDefaultSuffix(ending)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    dialog.setDirectory(QStandardPaths.writableLocation(documents))
    dialog.selectFile(name)
    if not dialog.exec():
        return None
    return Path(dialog.selectedFiles()[0])


def _filters(ending: str) -> list[str]:
    page = translate("SaveAs", "Pages for a browser (*.html)")
    text = translate("SaveAs", "Plain text (*.txt)")
    match ending:
        case "pdf":
            return [translate("SaveAs", "PDF files (*.pdf)")]
        case "csv":
            return [translate("SaveAs", "CSV files (*.csv)")]
        case "html":
            return [page, text]
    return [text, page]
