"""All keys of the windows, on one page."""

from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QDialog,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.desktop.window_geometry import fit_to_screen
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.buttons import PrimaryButton
from desktop_app.gui.widgets.dialog_frame import FootBar
from desktop_app.gui.widgets.labels import Label

_SCROLL_KEYS: Final = MappingProxyType(
    {
        Qt.Key.Key_Up.value: QAbstractSlider.SliderAction.SliderSingleStepSub,
        Qt.Key.Key_Down.value: QAbstractSlider.SliderAction.SliderSingleStepAdd,
        Qt.Key.Key_PageUp.value: QAbstractSlider.SliderAction.SliderPageStepSub,
        Qt.Key.Key_PageDown.value: QAbstractSlider.SliderAction.SliderPageStepAdd,
        Qt.Key.Key_Home.value: QAbstractSlider.SliderAction.SliderToMinimum,
        Qt.Key.Key_End.value: QAbstractSlider.SliderAction.SliderToMaximum,
    }
)


class ShortcutsDialog(QDialog):
    """Esc, Enter and F1 close it."""

    def __init__(
        self, appearance: Appearance, *, is_lead: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All shortcuts"))
        self._appearance = appearance
        ground = QWidget(self)
        ground.setProperty("ground", "bg")
        self._grid = QGridLayout(ground)
        self._grid.setContentsMargins(20, 16, 20, 16)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._row = 0
        for title, keys in self._sections(is_lead=is_lead):
            self._add_section(title, keys)
        self._grid.setRowStretch(self._row, 1)
        area = self._area = QScrollArea(self)
        area.setWidget(ground)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys scroll it where the focus is
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = PrimaryButton(appearance, self.tr("Close"), keys=("Esc",), parent=self)
        close.clicked.connect(self.accept)
        close.installEventFilter(self)
        foot = FootBar(appearance, parent=self)
        foot.add_leading(QWidget(foot), stretch=1)
        foot.set_actions(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(foot)
        theme = appearance.theme
        self.resize(theme.scaled(520), theme.scaled(620))
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        fit_to_screen(self)
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            action = _SCROLL_KEYS.get(event.key())
            if action is not None:
                self._area.verticalScrollBar().triggerAction(action)
                return True
        return super().eventFilter(watched, event)

    def _add_section(self, title: str, keys: list[tuple[str, str]]) -> None:
        if self._row:
            self._grid.setRowMinimumHeight(self._row, 8)
            self._row += 1
        heading = Label(self._appearance, title, pixels=15, weight=600, parent=self)
        self._grid.addWidget(heading, self._row, 0, 1, 2)
        self._row += 1
        for key, meaning in keys:
            name = Label(self._appearance, key, weight=500, colour="text2", parent=self)
            words = Label(self._appearance, meaning, wrap=True, parent=self)
            name.setBuddy(words)
            self._grid.addWidget(name, self._row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, self._row, 1)
            self._row += 1

    def _sections(self, *, is_lead: bool) -> list[tuple[str, list[tuple[str, str]]]]:
        sections = [
            (self.tr("Customers"), self._main_keys(is_lead=is_lead)),
            (self.tr("Verify caller"), self._verify_keys()),
        ]
        if is_lead:
            sections.append((self.tr("Set password"), self._set_keys()))
            sections.append((self.tr("Team"), self._team_keys()))
            sections.append((self.tr("Journal and history"), self._journal_keys()))
        return sections

    def _main_keys(self, *, is_lead: bool) -> list[tuple[str, str]]:
        keys = [
            ("↑ ↓ PgUp PgDn Home End", self.tr("Move in the results; the caret stays")),
            ("Enter", self.tr("Verify the selected customer")),
            ("Esc", self.tr("Back to the ranking, then clear the search")),
            ("Ctrl+F", self.tr("Search")),
            ("Shift+F7", self.tr("Raise a caution")),
            ("F5", self.tr("Refresh, try the connection now")),
            ("F6, Shift+F6", self.tr("Next or previous area: search, list, card")),
            ("Ctrl+L", self.tr("Lock Watchword")),
            ("Ctrl+,", self.tr("Settings")),
            ("Ctrl+Q", self.tr("Quit")),
        ]
        if is_lead:
            keys[5:5] = [
                ("Ctrl+N", self.tr("New customer")),
                ("Ctrl+I", self.tr("Import customers")),
                ("F3", self.tr("History")),
                ("F4", self.tr("Set password")),
                ("F7", self.tr("Unlock")),
                ("Ctrl+1, Ctrl+2, Ctrl+3", self.tr("Customers, team, journal")),
            ]
        return keys

    def _team_keys(self) -> list[tuple[str, str]]:
        return [
            ("Enter", self.tr("Do what the selected line needs")),
            ("← → Home End", self.tr("From bar to bar")),
            ("F6, Shift+F6", self.tr("Next or previous area: checks, what needs attention")),
        ]

    def _journal_keys(self) -> list[tuple[str, str]]:
        return [
            ("Enter", self.tr("History of the customer of an entry")),
            ("Ctrl+F", self.tr("Find an entry")),
            ("Ctrl+S", self.tr("Save as CSV")),
            ("Ctrl+P", self.tr("Print the history")),
            ("Esc", self.tr("Show every entry, or close the history")),
        ]

    def _verify_keys(self) -> list[tuple[str, str]]:
        return [
            ("Enter", self.tr("Check; then done")),
            ("F2", self.tr("Show or hide the entry")),
            ("F8", self.tr("Keep the answer open")),
            ("F9", self.tr("Copy the receipt")),
            ("Esc", self.tr("Cancel or close")),
        ]

    def _set_keys(self) -> list[tuple[str, str]]:
        return [
            ("Enter", self.tr("Next field")),
            ("Ctrl+Enter", self.tr("Save the password")),
            ("Ctrl+G", self.tr("More suggestions")),
            ("Ctrl+D", self.tr("Discard, once Esc has asked")),
            ("F2", self.tr("Show or hide the entry")),
            ("F9", self.tr("Copy the receipt")),
        ]
