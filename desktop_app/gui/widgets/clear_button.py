"""The way to empty the search field with the mouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.buttons import Ink, ThemedButton
from desktop_app.gui.widgets.key_cap import CapGround


class ClearButton(ThemedButton):
    """Empties the search with the mouse; the keyboard has Esc."""

    font_pixels = 12
    weight = 400
    has_outer_ring = False

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, "", keys=("Esc",), parent=parent)
        self.setAccessibleName(self.tr("Clear"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_wordless(wordless=False)

    def set_wordless(self, *, wordless: bool) -> None:
        """Show the key alone, where the window is narrow."""
        self.setText("" if wordless and self.theme.key_caps else self.tr("Clear"))

    def padding(self) -> int:
        return 4

    def ink(self) -> Ink:
        colours = self.theme.colours
        ink = colours.text if self.underMouse() else colours.text3
        return Ink(ink, None, None, CapGround.PLAIN)
