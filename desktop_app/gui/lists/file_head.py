"""Which file is being imported, how it is read, and the ways to another one."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.customer_import import ListLayout
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.texts.import_texts import delimiter_name, encoding_name
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.widgets.buttons import OutlineButton
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.labels import ElidedLabel
from desktop_app.gui.widgets.surfaces import Area

_ICON: Final = 24


class FileHead(Area):
    """The file's name, and its rows, columns, encoding and separator as far as they are known."""

    reading_requested = Signal()
    other_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, fill="surface", edges=Qt.Edge.BottomEdge, parent=parent)
        icon = Icon(appearance, "document", side=_ICON, line_height=_ICON, parent=self)
        self._name = ElidedLabel(
            appearance, pixels=15, weight=600, mode=Qt.TextElideMode.ElideMiddle, parent=self
        )
        self._details = ElidedLabel(appearance, pixels=12, colour="text2", parent=self)
        self.reading = OutlineButton(appearance, self.tr("Reading options…"), parent=self)
        self.other = OutlineButton(appearance, self.tr("Other file…"), parent=self)
        self.reading.clicked.connect(self.reading_requested)
        self.other.clicked.connect(self.other_requested)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._details)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(icon)
        layout.addLayout(words, 1)
        layout.addWidget(self.reading)
        layout.addWidget(self.other)

    def show_file(self, name: str, layout: ListLayout | None, rows: int | None) -> None:
        """Show what is known of a file so far."""
        self._name.setText(name)
        self._name.setAccessibleName(name)
        parts = []
        if layout is None:
            parts.append(self.tr("Reading…"))
        else:
            if rows is not None:
                parts.append(self.tr("{count} rows", None, rows).format(count=grouped(rows)))
            parts.append(self.tr("%n columns", None, len(layout.heads)))
            parts.append(encoding_name(layout.encoding))
            parts.append(
                self.tr("separated by {separator}").format(
                    separator=delimiter_name(layout.delimiter)
                )
            )
            if layout.is_remembered:
                parts.append(self.tr("columns as the last time"))
        self._details.setText(", ".join(parts))

    def show_unreadable(self, name: str) -> None:
        """Show a file that cannot be read as it is."""
        self._name.setText(name)
        self._details.setText(self.tr("Cannot be read as it is"))

    def set_changeable(self, *, changeable: bool) -> None:
        """Whether another file, or another way to read it, can be chosen."""
        self.reading.setEnabled(changeable)
        self.other.setEnabled(changeable)
