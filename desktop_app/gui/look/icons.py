"""The application's own icons: one set, painted in whatever colour the text beside them has."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.resources import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_LARGEST_CACHE: Final = 512
LOGO: Final = "logo"


class Icons:
    """Renders ``resources/icons/NAME.svg`` and keeps the pixmaps by name, colour, size and ratio.

    An unknown name is a bug and raises ``FileNotFoundError``.
    """

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """The icon as a square of ``size`` logical pixels for a screen of that pixel ratio."""
        key = (name, colour.rgba(), size, ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            if len(self._pixmaps) >= _LARGEST_CACHE:
                self._pixmaps.clear()
            pixmap = self._rendered(name, colour, size, ratio)
            self._pixmaps[key] = pixmap
        return pixmap

    def paint(self, painter: QPainter, target: QRectF, name: str, colour: QColor) -> None:
        """Paint the icon as a square in the middle of ``target``, on whole device pixels."""
        ratio = painter.device().devicePixelRatioF()
        size = round(min(target.width(), target.height()))
        left = target.x() + (target.width() - size) / 2
        top = target.y() + (target.height() - size) / 2
        snapped = QRectF(round(left * ratio) / ratio, round(top * ratio) / ratio, size, size)
        painter.drawPixmap(snapped.topLeft(), self.pixmap(name, colour, size, ratio))

    def icon(self, name: str, colour: QColor, disabled: QColor, size: int = 16) -> "QIcon":
        """The icon for a menu or another place where Qt does the painting."""
        from PySide6.QtGui import QIcon  # this class costs the start 1.5 ms

        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, colour, size, ratio))
            icon.addPixmap(self.pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
        return icon

    def application_icon(self) -> "QIcon":
        """The logo at the sizes that task bars and title bars ask for."""
        from PySide6.QtGui import QIcon  # this class costs the start 1.5 ms

        icon = QIcon()
        for size in (16, 24, 32, 48, 64, 128, 256):
            icon.addPixmap(self.pixmap(LOGO, QColor(), size))
        return icon

    def _rendered(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        source = self._sources.get(name)
        if source is None:
            source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
            self._sources[name] = source
        svg = source.replace("currentColor", colour.name())
        pixels = round(size * ratio)
        pixmap = QPixmap(QSize(pixels, pixels))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
