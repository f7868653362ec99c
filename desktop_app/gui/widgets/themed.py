"""What every own-painted widget shares: it reads the theme in force and follows its changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.icons import Icons
from desktop_app.gui.look.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    _Base = QWidget
else:
    _Base = object


class Themed(_Base):
    """Mix-in for widgets; their constructor calls ``follow`` once.

    A subclass overrides ``theme_changed`` when repainting and measuring anew is not enough.
    """

    _appearance: Appearance

    def follow(self, appearance: Appearance) -> None:
        """Use this appearance from now on."""
        self._appearance = appearance
        appearance.changed.connect(self._on_appearance_changed)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._appearance.theme

    @property
    def icons(self) -> Icons:
        """The icon set."""
        return self._appearance.icons

    def theme_changed(self) -> None:
        """Called after the theme changed, before the widget is measured and painted again."""

    def mirrored(self, rect: QRectF) -> QRectF:
        """The rectangle where it belongs in the widget's reading direction."""
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return rect
        return QRectF(self.width() - rect.right(), rect.y(), rect.width(), rect.height())

    def _on_appearance_changed(self) -> None:
        self.theme_changed()
        self.updateGeometry()
        self.update()
