"""The title of a part of a form, with a remark at its end."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.labels import Label

_TITLE_SHARE: Final = 3
_REMARK_SHARE: Final = 2


class SectionHead(QWidget):
    """Both wrap where the window is narrow or the text large."""

    def __init__(
        self, appearance: Appearance, title: str, remark: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = Label(appearance, title, pixels=15, weight=600, wrap=True, parent=self)
        self._end = Label(appearance, remark, pixels=12, colour="text3", wrap=True, parent=self)
        self._end.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(words, _TITLE_SHARE)
        layout.addWidget(self._end, _REMARK_SHARE)

    def set_remark(self, remark: str) -> None:
        """Show another remark, or none."""
        self._end.setText(remark)
