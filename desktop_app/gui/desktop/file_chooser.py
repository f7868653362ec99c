"""Asks for a file with the system's dialog."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QDir, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.gui.desktop.file_dialog_look import FileDialogLook
from desktop_app.gui.look.appearance import Appearance

translate = QCoreApplication.translate

Chosen = Callable[[Path], None]


class FileKind(StrEnum):
    """What a file holds; the value is the ending of its name."""

    KEYS = "wwkey"
    DATABASE = "db"
    INVITATION = "watchword"
    AUTHORITY = "crt"
    HEAD = "txt"
    LIST = "csv"


class FileChooser(Protocol):
    """Two questions that are answered later, or never where the person cancels.

    The ending of the proposed name, or ``kind``, says which files are offered at first.
    """

    def new_file(self, parent: QWidget, title: str, proposed: str, chosen: Chosen) -> None:
        """Ask where a new file with the proposed name shall go."""

    def existing_file(self, parent: QWidget, title: str, kind: FileKind, chosen: Chosen) -> None:
        """Ask which file is meant."""


class SystemFileChooser:
    """The dialogs of Qt or the desktop; they go with their parent."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance

    def new_file(self, parent: QWidget, title: str, proposed: str, chosen: Chosen) -> None:
        """Ask where to save; the question about an existing file is left to who writes it."""
        kind = FileKind(Path(proposed).suffix.removeprefix("."))
        dialog = self._dialog(parent, title, kind, chosen)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(kind)
        dialog.selectFile(proposed)
        dialog.open()

    def existing_file(self, parent: QWidget, title: str, kind: FileKind, chosen: Chosen) -> None:
        """Ask for a file that is there."""
        dialog = self._dialog(parent, title, kind, chosen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def _dialog(self, parent: QWidget, title: str, kind: FileKind, chosen: Chosen) -> QFileDialog:
        dialog = QFileDialog(parent, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setDirectory(_first_folder())
        dialog.setNameFilters(
            [f"{_kind_name(kind)} ({_patterns(kind)})", translate("FileChooser", "All files (*)")]
        )
        dialog.fileSelected.connect(lambda name: chosen(Path(name)))
        FileDialogLook(self._appearance, dialog)
        return dialog


def _first_folder() -> str:
    """The documents, or the home folder where there are none; Qt would take the current one."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if documents and Path(documents).is_dir() else QDir.homePath()


def _kind_name(kind: FileKind) -> str:
    match kind:
        case FileKind.KEYS:
            return translate("FileChooser", "Watchword key files")
        case FileKind.DATABASE:
            return translate("FileChooser", "Copies of the database")
        case FileKind.INVITATION:
            return translate("FileChooser", "Invitations to Watchword")
        case FileKind.AUTHORITY:
            return translate("FileChooser", "Certificates")
        case FileKind.HEAD:
            return translate("FileChooser", "Text files")
        case FileKind.LIST:
            return translate("FileChooser", "Lists as CSV")


def _patterns(kind: FileKind) -> str:
    """Certificates and lists have one of several endings."""
    match kind:
        case FileKind.AUTHORITY:
            return "*.crt *.pem"
        case FileKind.LIST:
            return "*.csv *.txt *.tsv"
    return f"*.{kind}"
