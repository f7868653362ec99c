"""Qt's own file dialog in the look of the other windows, where there is no desktop to ask for one.

The style sheet reaches its frames and colours; arrows and the pictures on its buttons are painted.
"""

from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QStyle, QToolButton

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.icon import Icon

_ARROW_ROOM: Final = 30
_PICTURES: Final = MappingProxyType(
    {
        "backButton": "chevron-left",
        "forwardButton": "chevron-right",
        "toParentButton": "chevron-up",
    }
)
"""The names that Qt gives these buttons; their own pictures are black in every theme."""


class FileDialogLook(QObject):
    """Lasts as long as the dialog; a dialog of the desktop has nothing that it could touch."""

    def __init__(self, appearance: Appearance, dialog: QFileDialog) -> None:
        super().__init__(dialog)
        self._appearance = appearance
        self._dialog = dialog
        for combo in dialog.findChildren(QComboBox):
            ComboArrow(appearance, combo)
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()

    def _on_appearance_changed(self) -> None:
        colours = self._appearance.theme.colours
        for button in self._dialog.findChildren(QToolButton):
            picture = _PICTURES.get(button.objectName())
            if picture is not None:
                icons = self._appearance.icons
                button.setIcon(icons.icon(picture, colours.text, colours.disabled_text))


class ComboArrow(Icon):
    """The arrow at the end of a box of Qt's own, which the style sheet leaves out."""

    def __init__(self, appearance: Appearance, combo: QComboBox) -> None:
        super().__init__(appearance, "chevron-down", parent=combo)
        self._combo = combo
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        combo.installEventFilter(self)
        self._place()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange}:
            self._place()
        return super().eventFilter(watched, event)

    def theme_changed(self) -> None:
        self._place()

    def _place(self) -> None:
        box = self._combo.rect()
        end = QRect(box.right() + 1 - _ARROW_ROOM, 0, _ARROW_ROOM, box.height())
        place = QRect(0, 0, self.sizeHint().width(), self.sizeHint().height())
        place.moveCenter(end.center())
        self.setGeometry(QStyle.visualRect(self._combo.layoutDirection(), box, place))
