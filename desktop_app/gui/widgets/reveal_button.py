"""The button inside a password entry that shows or hides what was typed."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.buttons import Ink, ThemedButton
from desktop_app.gui.widgets.key_cap import CapGround
from desktop_app.gui.widgets.painting import RING_WIDTH, draw_box

_RADIUS = 5
_PADDING = 4


class RevealButton(ThemedButton):
    """Reached with Tab; a click leaves the focus in the field. Its ring lies inside the field."""

    font_pixels = 12
    weight = 400
    has_outer_ring = False

    def __init__(
        self, appearance: Appearance, *, icon_only: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, "", icon="eye", parent=parent)
        self._icon_only = icon_only
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if not icon_only:
            self.set_keys(("F2",))
        self.set_revealed(revealed=False)

    def set_revealed(self, *, revealed: bool) -> None:
        """Offer to hide what is shown, or to show what is masked."""
        words = self.tr("Hide") if revealed else self.tr("Show")
        spoken = self.tr("Hide what was typed") if revealed else self.tr("Show what was typed")
        self.set_icon_name("eye-off" if revealed else "eye")
        self.setText("" if self._icon_only else words)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken if self._icon_only else "")

    def padding(self) -> int:
        return _PADDING

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            accent = self.theme.colours.accent
            bounds = QRectF(self.rect())
            draw_box(QPainter(self), bounds, radius=_RADIUS, outline=accent, width=RING_WIDTH)

    def ink(self) -> Ink:
        colours = self.theme.colours
        fill = colours.hover if self.isDown() or self.underMouse() else None
        return Ink(colours.text2, fill, None, CapGround.PLAIN)
