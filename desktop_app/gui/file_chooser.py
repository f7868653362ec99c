"""Asks for a file with the system's dialog."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate

Chosen = Callable[[Path], None]


class FileChooser(Protocol):
    """Two questions that are answered later, or never where the person cancels."""

    def new_file(self, parent: QWidget, title: str, proposed: str, chosen: Chosen) -> None:
        """Ask where a new file with the proposed name shall go."""

    def existing_file(self, parent: QWidget, title: str, chosen: Chosen) -> None:
        """Ask which file is meant."""


class SystemFileChooser:
    """The dialogs of Qt or the desktop; they go with their parent."""

    def new_file(self, parent: QWidget, title: str, proposed: str, chosen: Chosen) -> None:
        """Ask where to save; the question about an existing file is left to who writes it."""
        dialog = _dialog(parent, title, chosen)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(Path(proposed).suffix.removeprefix("."))
        dialog.selectFile(proposed)
        dialog.open()

    def existing_file(self, parent: QWidget, title: str, chosen: Chosen) -> None:
        """Ask for a file that is there."""
        dialog = _dialog(parent, title, chosen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()


def _dialog(parent: QWidget, title: str, chosen: Chosen) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    dialog.setDirectory(QStandardPaths.writableLocation(documents))
    dialog.setNameFilters(
        [
            translate("FileChooser", "Watchword key files (*.wwkey)"),
            translate("FileChooser", "All files (*)"),
        ]
    )
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    return dialog
