"""A colleague's caution, above everything that is asked and answered."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.amber_bar import AmberBox
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.scrolling_text import ScrollingText

_LINES_AT_LEAST: Final = 2
_GAP: Final = 2
_PAGES: Final = {
    Qt.Key.Key_PageUp.value: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown.value: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class CautionBar(AmberBox):
    """Who raised it and when, always whole, and the text, which scrolls where room is short.

    The bar is hidden until ``show_caution``.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, icon="flag", inset=8, parent=parent)
        self._who = Label(appearance, weight=600, colour=Look.LOCKED, wrap=True, parent=self)
        self.text = _Text(appearance, self)
        column = QVBoxLayout()
        column.setSpacing(_GAP)
        column.addWidget(self._who)
        column.addWidget(self.text)
        self.content.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.hide()

    def show_caution(self, text: str, person: str, day: str) -> None:
        """Show from its beginning what somebody warned of, and when; heard, it comes first."""
        self._who.setText(self.tr("Caution, {person}, {day}").format(person=person, day=day))
        self.text.show_text(text)
        self.text.setAccessibleName(text)
        self.setAccessibleName(
            self.tr("Caution: {text} {person}, {day}").format(text=text, person=person, day=day)
        )
        self.show()

    def height_for(self, width: int) -> int:
        """The height at which nothing has to be scrolled."""
        inner = self._inner(width)
        return self._around(inner) + self.text.words.heightForWidth(inner)

    def set_room(self, height: int) -> None:
        """Take no more than this height, unless too little could be read."""
        inner, words = self._inner(self.width()), self.text.words
        least = self._around(inner) + _LINES_AT_LEAST * words.fontMetrics().lineSpacing()
        self.setFixedHeight(min(self.height_for(self.width()), max(least, height)))

    def take_page_keys_of(self, *parts: QWidget) -> None:
        """Scroll first by PgUp and PgDn that nothing inside these parts has any use for."""
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._turn_page(event.key())
        return super().eventFilter(watched, event)

    def _turn_page(self, key: int) -> bool:
        action, scroll = _PAGES.get(key), self.text.verticalScrollBar()
        if action is None or self.isHidden() or not self.text.scrolls:
            return False
        before = scroll.value()
        scroll.triggerAction(action)
        return scroll.value() != before

    def _inner(self, width: int) -> int:
        margins = self.content.contentsMargins()
        return max(1, width - margins.left() - margins.right())

    def _around(self, inner: int) -> int:
        margins = self.content.contentsMargins()
        return margins.top() + self._who.heightForWidth(inner) + _GAP + margins.bottom()


class _Text(ScrollingText):
    """As high as its words where there is room for them."""

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.words.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.scaled(160), self.words.fontMetrics().lineSpacing())
