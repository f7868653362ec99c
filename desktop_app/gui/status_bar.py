"""Where the data is, what the window is doing, and who sits here."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.buttons import Ink, ThemedButton
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.key_cap import CapGround
from desktop_app.gui.widgets.labels import ElidedLabel, Label
from desktop_app.gui.widgets.surfaces import Area
from desktop_app.gui.widgets.themed import Themed

_HEIGHT: Final = 30
_ICON: Final = 14
_LINE_HEIGHT: Final = 16
_MOMENT_MS: Final = 4_000


class StatusBar(Area):
    """One line; what does not matter in a narrow window is left out there."""

    lock_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, edges=Qt.Edge.TopEdge, parent=parent)
        self._narrow = False
        self._lasting = ""
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(_MOMENT_MS)
        self._moment.timeout.connect(self._on_moment_timeout)
        self._icon = self._new_icon(appearance, "monitor")
        self._place = Label(appearance, pixels=12, colour="text2", parent=self)
        self._place_note = Label(appearance, pixels=12, colour="text3", parent=self)
        self._first_line = _Separator(appearance, self)
        self._state = ElidedLabel(appearance, pixels=12, colour="text2", parent=self)
        self._person_icon = self._new_icon(appearance, "user")
        self._person = Label(appearance, pixels=12, colour="text2", parent=self)
        self._role_name = Label(appearance, pixels=12, colour="text3", parent=self)
        self._second_line = _Separator(appearance, self)
        self._lock = _LockButton(appearance, self)
        self._lock.clicked.connect(self.lock_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 1, 16, 0)
        layout.setSpacing(6)
        for widget in (self._icon, self._place, self._place_note):
            layout.addWidget(widget)
        layout.addWidget(self._first_line)
        layout.addWidget(self._state, 1)
        for widget in (self._person_icon, self._person, self._role_name):
            layout.addWidget(widget)
        layout.addWidget(self._second_line)
        layout.addWidget(self._lock)
        self.theme_changed()
        self.set_profile("", "", "")

    def set_profile(self, place: str, person: str, role: str) -> None:
        """Name the database and who uses it; empty while no profile is open."""
        self._place.setText(place)
        self._person.setText(person)
        self._role_name.setText(role)
        self.set_connected(connected=True)

    def set_connected(self, *, connected: bool) -> None:
        """Say whether the database answers."""
        if connected:
            self._icon.set_icon("monitor", "text2")
            self._place_note.setText("")
        else:
            self._icon.set_icon("warning", Look.LOCKED)
            self._place_note.setText(self.tr("Not connected"))
        self._show()

    def set_state(self, text: str) -> None:
        """Say what the window shows or does."""
        self._lasting = text
        self._moment.stop()
        self._state.setText(text)
        self._show()

    def show_for_a_moment(self, text: str) -> None:
        """Say why a key did nothing, also aloud; then the state comes back."""
        self._state.setText(text)
        self._show()
        self._moment.start()
        announce(self, text)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out the role and the way to lock, which the menu has too."""
        self._narrow = narrow
        self._show()

    def theme_changed(self) -> None:
        self.setFixedHeight(self.theme.scaled(_HEIGHT))

    def _on_moment_timeout(self) -> None:
        self.set_state(self._lasting)

    def _show(self) -> None:
        place, person = bool(self._place.text()), bool(self._person.text())
        self._icon.setVisible(place)
        self._place.setVisible(place)
        self._place_note.setVisible(place and bool(self._place_note.text()))
        self._first_line.setVisible(place and bool(self._state.text()))
        self._person_icon.setVisible(person)
        self._person.setVisible(person)
        roomy = person and not self._narrow
        self._role_name.setVisible(roomy)
        self._second_line.setVisible(roomy)
        self._lock.setVisible(roomy)

    def _new_icon(self, appearance: Appearance, name: str) -> Icon:
        return Icon(appearance, name, side=_ICON, line_height=_LINE_HEIGHT, parent=self)


class _Separator(Themed, QWidget):
    """A hairline with room on both sides, which goes with it."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self.setFixedSize(13, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(6, 0, 1, self.height(), self.theme.colours.line)


class _LockButton(ThemedButton):
    font_pixels = 12
    weight = 400

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, "", keys=("Ctrl", "L"), parent=parent)
        self.setText(self.tr("Lock"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def padding(self) -> int:
        return 0

    def ink(self) -> Ink:
        colours = self.theme.colours
        ink = colours.text if self.underMouse() else colours.text2
        return Ink(ink, None, None, CapGround.PLAIN)
