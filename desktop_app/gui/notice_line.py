"""Quiet lines under the menu bar."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.gui.customers.card_parts import WrappedLabel
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.buttons import IconButton, LinkButton
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.surfaces import Area


class NoticeLine(Area):
    """A sentence, an action, and a way to dismiss both; hidden until there is something to say."""

    def __init__(
        self,
        appearance: Appearance,
        *,
        icon: str = "info",
        dismissible: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, fill="raised", edges=Qt.Edge.BottomEdge, parent=parent)
        self._callback: Callable[[], None] | None = None
        self._text = WrappedLabel(appearance, colour="text2", parent=self)
        self._action = LinkButton(appearance, "", parent=self)
        self._action.clicked.connect(self._on_action_clicked)
        dismiss = IconButton(appearance, "cross", self.tr("Dismiss"), self)
        dismiss.setVisible(dismissible)
        dismiss.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 7)
        layout.setSpacing(8)
        layout.addWidget(Icon(appearance, icon, parent=self))
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(dismiss)
        self.hide()

    def show_text(
        self, text: str, button_text: str = "", callback: Callable[[], None] | None = None
    ) -> None:
        """Say this; the button, if it has words, calls ``callback``."""
        self._text.setText(text)
        self._text.updateGeometry()
        self._callback = callback
        self._action.setText(button_text)
        self._action.setVisible(bool(button_text))
        self.setAccessibleName(text)
        self.show()

    def _on_action_clicked(self) -> None:
        if self._callback is not None:
            self._callback()
