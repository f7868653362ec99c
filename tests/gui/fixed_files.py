"""A file chooser in which somebody has always made up their mind."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.gui.desktop.file_chooser import Chosen, FileKind


class FixedFile:
    """Answers every question with ``path``, or cancels while it is None; remembers the asked."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.asked: list[str] = []

    def new_file(self, parent: QWidget, title: str, proposed: str, chosen: Chosen) -> None:
        self.asked.append(proposed)
        if self.path is not None:
            chosen(self.path)

    def existing_file(self, parent: QWidget, title: str, kind: FileKind, chosen: Chosen) -> None:
        self.asked.append(title)
        if self.path is not None:
            chosen(self.path)
