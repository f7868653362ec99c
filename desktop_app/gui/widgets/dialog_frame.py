"""The frames of dialogs: what to press below, and for a customer whose it is above."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.desktop.window_geometry import (
    available_area,
    fit_to_screen,
    keep_on_screen,
)
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.labels import ElidedLabel, Label
from desktop_app.gui.widgets.surfaces import Area
from desktop_app.gui.widgets.tab_order import tab_through

_MARGIN: Final = 20
_BODY_MARGIN: Final = 14
_FOOT_HEIGHT: Final = 56
_HEADER_HEIGHT: Final = 72
_PLATFORMS_WITH_PRIMARY_FIRST: Final = frozenset(
    {QDialogButtonBox.ButtonLayout.WinLayout.value, QDialogButtonBox.ButtonLayout.KdeLayout.value}
)
_PAGE_KEYS: Final = MappingProxyType(
    {
        Qt.Key.Key_PageUp.value: QAbstractSlider.SliderAction.SliderPageStepSub,
        Qt.Key.Key_PageDown.value: QAbstractSlider.SliderAction.SliderPageStepAdd,
    }
)


class CustomerHeader(Area):
    """Name and company at the leading edge, number and telephone at the trailing one."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, fill="surface", edges=Qt.Edge.BottomEdge, parent=parent)
        self._name = ElidedLabel(appearance, pixels=20, weight=600, parent=self)
        self._company = ElidedLabel(appearance, colour="text2", parent=self)
        self._number = Label(appearance, pixels=15, mono=True, parent=self)
        self._phone = Label(appearance, colour="text2", parent=self)
        trailing = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._number.setAlignment(trailing)
        self._phone.setAlignment(trailing)
        layout = QGridLayout(self)
        layout.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(0, 1)
        layout.addWidget(self._name, 0, 0)
        layout.addWidget(self._company, 1, 0)
        layout.addWidget(self._number, 0, 1)
        layout.addWidget(self._phone, 1, 1)
        self.theme_changed()

    def set_customer(self, name: str, company: str, number: str, phone: str) -> None:
        """Whom the window is about; empty texts take no room beside the others."""
        self._name.setText(name)
        self._company.setText(company)
        self._number.setText(number)
        self._phone.setText(phone)

    def theme_changed(self) -> None:
        self.setFixedHeight(self.theme.scaled(_HEADER_HEIGHT))


class FootBar(Area):
    """A note or side actions at the leading edge, the window's actions at the trailing one."""

    def __init__(
        self, appearance: Appearance, *, margin: int = _MARGIN, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, edges=Qt.Edge.TopEdge, parent=parent)
        self._leading = QHBoxLayout()
        self._trailing = QHBoxLayout()
        for part in (self._leading, self._trailing):
            part.setSpacing(8)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(margin, 1, margin, 0)
        layout.setSpacing(16)
        layout.addLayout(self._leading, 1)
        layout.addLayout(self._trailing)
        self.theme_changed()

    def add_leading(self, widget: QWidget, *, stretch: int = 0) -> None:
        """Add a note, a side action or a countdown."""
        self._leading.addWidget(widget, stretch)

    def set_actions(self, primary: QPushButton, *others: QPushButton) -> None:
        """The window's actions, in the order of this platform, which Tab follows."""
        hint = QStyle.StyleHint.SH_DialogButtonLayout
        first = self.style().styleHint(hint, None, self) in _PLATFORMS_WITH_PRIMARY_FIRST
        for button in (primary, *others) if first else (*others, primary):
            self._trailing.addWidget(button)
        tab_through(*self._stops())  # as they stand, not as they were made

    def _stops(self) -> list[QWidget]:
        parts = (self._leading, self._trailing)
        items = [part.itemAt(place) for part in parts for place in range(part.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [each for each in widgets if isinstance(each, QPushButton)]

    def theme_changed(self) -> None:
        self.setMinimumHeight(self.theme.scaled(_FOOT_HEIGHT))


class PlainFrame(QDialog):
    """Body and foot. ``body`` is the layout to fill; ``scrolls`` lets it be higher.

    What is added above or as a notice stays in sight while the body scrolls, also by PgUp and
    PgDn. Esc closes as in every dialog; Enter presses no button by itself and calls
    ``enter_pressed``. F1 asks for the list of shortcuts, Ctrl+L for the pause of the whole program.
    """

    shortcuts_requested = Signal()
    lock_requested = Signal()

    def __init__(
        self, appearance: Appearance, *, scrolls: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_usual_size = False
        self._given_height = 0
        self.foot = FootBar(appearance, parent=self)
        self._ground = QWidget(self)
        self.body = QVBoxLayout(self._ground)
        self.body.setContentsMargins(_MARGIN, _BODY_MARGIN, _MARGIN, _BODY_MARGIN)
        self.body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._scroll_area = scrolling(self._ground) if scrolls else None
        self._frame = layout
        layout.addWidget(self._scroll_area or self._ground, 1)
        layout.addWidget(self.foot)

    def bind_keys(self, keys: Mapping[str, Callable[[], object]]) -> None:
        """Let each key, such as ``Ctrl+S``, do something; F1 and Ctrl+L come by themselves."""
        everywhere: Mapping[str, Callable[[], object]] = {
            "F1": self.shortcuts_requested.emit,
            "Ctrl+L": self._on_lock_requested,
        }
        for key, action in {**everywhere, **keys}.items():
            QShortcut(QKeySequence(key), self).activated.connect(action)

    def enter_pressed(self) -> None:
        """Enter alone was pressed where no field or button took it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._scroll_area is not None and event.key() in _PAGE_KEYS:
            self._scroll_area.verticalScrollBar().triggerAction(_PAGE_KEYS[event.key()])
            return
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        others = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not others and not event.isAutoRepeat():
            self.enter_pressed()

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_usual_size:
            self._is_usual_size = False
            self.keep_whole()  # the style sheet has given the scroll bar its width by now
            self._uncover_body()
            self._ground.installEventFilter(self)
        fit_to_screen(self)  # before Qt looks for a place
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._ground and event.type() is QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self.keep_whole)
            self._keep_body_uncovered()
        return super().eventFilter(watched, event)

    def add_on_top(self, widget: QWidget) -> None:
        """Put something above all the rest."""
        self._frame.insertWidget(0, widget)

    def add_notice(self, bar: QWidget) -> None:
        """Put a bar above the foot; it takes room only while it is shown.

        The window grows for it where the body would otherwise be cut, and stays so.
        """
        notice = _Notice(bar, (0, 8), self)
        notice.appearing.connect(self._keep_body_uncovered)
        self._frame.insertWidget(self._frame.count() - 1, notice)

    def set_size(self, width: int, height: int, *, smallest: tuple[int, int]) -> None:
        """The usual size at the usual text, and the smallest that somebody may give the window.

        Larger text makes the usual size larger, and what must not be cut makes both so. To be
        called when everything has been added.
        """
        scaled = self.foot.theme.scaled
        self.setMinimumSize(*smallest)
        self.resize(scaled(width), scaled(height))
        self.keep_whole()
        self._is_usual_size = True

    def keep_whole(self) -> None:
        """Be wide enough for everything that is shown now."""
        needed = self._frame.minimumSize().width()
        if self._scroll_area is not None:
            content = self._ground.minimumSizeHint().width()
            needed = max(needed, content + self._scroll_area.verticalScrollBar().sizeHint().width())
        before = self.width()
        self.setMinimumWidth(max(self.minimumWidth(), needed))
        fit_to_screen(self)
        if self.isVisible() and self.width() > before:
            keep_on_screen(self)

    def grow_to(self, height: int) -> None:
        """Be at least this high, as far as the screen permits, and stay on the screen."""
        screen = available_area(self)
        frame = self.frameGeometry().height() - self.height()
        height = min(max(height, self.height()), screen.height() - frame)
        self._given_height = height
        self.resize(self.width(), height)
        keep_on_screen(self)
        self.judge_scroll_bar()

    @property
    def ground(self) -> QWidget:
        """What the body is laid out on."""
        return self._ground

    def body_height(self) -> int:
        """The height that the body needs at the present width."""
        return max(
            self.body.totalHeightForWidth(self.width()), self.body.totalMinimumSize().height()
        )

    def room_above(self) -> int:
        """What the window has left above the body at its present height, if that is whole."""
        return self.height() - self.foot.height() - self.body_height()

    def judge_scroll_bar(self) -> None:
        """Take the scroll bar away where the body fits without it.

        Qt measures with the bar that is there, and so keeps it for the room that it takes itself.
        """
        if self._scroll_area is not None:
            self._scroll_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._scroll_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def back_to_top(self) -> None:
        """Show the beginning of the body."""
        if self._scroll_area is not None:
            self._scroll_area.verticalScrollBar().setValue(0)

    def point_to(self, field: QWidget) -> None:
        """Give a field the focus and bring it into sight."""
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._scroll_area is not None:
            self._scroll_area.ensureWidgetVisible(field)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll the body to a part of it that has just appeared; its beginning matters most."""
        QTimer.singleShot(0, self, lambda: self._scroll_to(part))  # when it has its place

    def _scroll_to(self, part: QWidget) -> None:
        if self._scroll_area is not None and part.isVisible():
            bar = self._scroll_area.verticalScrollBar()
            top = part.mapTo(self._ground, QPoint()).y()
            below = top + part.height() - self._scroll_area.viewport().height()
            bar.setValue(min(top, max(bar.value(), below)))

    def _keep_body_uncovered(self) -> None:
        """Grow for what is about to take room, in the body or below it."""
        area = self._scroll_area
        # Where the body scrolls already, there was no room, or somebody took it.
        if area is not None and self.isVisible() and area.verticalScrollBar().maximum() == 0:
            QTimer.singleShot(0, self, self._uncover_body)

    def _uncover_body(self) -> None:
        area = self._scroll_area
        if area is not None and self.height() >= self._given_height:  # else somebody made it lower
            self._frame.activate()
            self.grow_to(self.height() + self.body_height() - area.height())

    def _on_lock_requested(self) -> None:
        self.done(QDialog.DialogCode.Rejected)  # asks nothing: a pause waits for nobody
        self.lock_requested.emit()


class DialogFrame(PlainFrame):
    """The frame of a window about one customer: header, body and foot."""

    def __init__(
        self, appearance: Appearance, *, scrolls: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, scrolls=scrolls, parent=parent)
        self.header = CustomerHeader(appearance, self)
        self.add_on_top(self.header)

    def add_below_header(self, widget: QWidget) -> None:
        """Put something between the header and the body."""
        self._frame.insertWidget(1, widget)

    def add_notice_below_header(self, bar: QWidget) -> None:
        """Put a bar above the body; it takes room only while it is shown."""
        self.add_below_header(_Notice(bar, (_BODY_MARGIN, 0), self))


class _Notice(QWidget):
    """A bar with the frame's margins, there only while the bar is shown."""

    appearing = Signal()

    def __init__(self, bar: QWidget, room: tuple[int, int], parent: QWidget) -> None:
        """Keep ``room`` above and below it."""
        super().__init__(parent)
        self._bar = bar
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, room[0], _MARGIN, room[1])
        layout.addWidget(bar)
        bar.installEventFilter(self)
        self.setVisible(not bar.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            is_shown = not self._bar.isHidden()
            if is_shown and self.isHidden():
                self.appearing.emit()
            self.setVisible(is_shown)
        return super().eventFilter(watched, event)


def scrolling(content: QWidget) -> QScrollArea:
    """The content on the window's ground, with a scroll bar where it is higher than its room."""
    content.setProperty("ground", "bg")
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the focus of its fields scrolls it
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
