"""The window of the first start: one question, and the pages of the way that was chosen."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.file_chooser import FileChooser
from desktop_app.gui.desktop.window_geometry import fit_to_screen
from desktop_app.gui.setup.choice_page import ChoicePage
from desktop_app.gui.setup.connection_page import ConnectionPage
from desktop_app.gui.setup.contract import OwnerLogin, ServerAddress, Way, Ways
from desktop_app.gui.setup.join_page import JoinPage
from desktop_app.gui.setup.person_page import PersonPage
from desktop_app.gui.setup.recovery_page import RecoveryPage
from desktop_app.gui.setup.step_texts import StepPlace
from desktop_app.gui.setup.wizard_page import WizardPage

_SIZE: Final = (720, 560)
_SMALLEST: Final = (640, 520)


class SetupWizard(QWidget):
    """Shown where there is no profile; closing it early leaves everything as it was.

    Where a shared database has been made, it closes only with the recovery file saved. With
    ``only`` somebody who has a profile joins a team or sets a shared database up, and is asked
    nothing else.
    """

    finished = Signal(str)
    """There is a profile to be opened; its name."""

    def __init__(
        self, desk: Desk, ways: Ways, chooser: FileChooser, *, only: Way | None = None
    ) -> None:
        super().__init__()
        self._ways = ways
        self.setWindowTitle(self.tr("Set up Watchword"))
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.choice = ChoicePage(desk, self)
        self.join = JoinPage(desk, ways, chooser, self)
        before = 1 if only is None else 0
        places = [StepPlace(before + number, before + 3) for number in (1, 2, 3)]
        self.connection = ConnectionPage(desk, ways.shared, chooser, place=places[0], parent=self)
        self.person = PersonPage(
            desk, ways.shared, self._given, place=places[1], unlock=ways.unlock, parent=self
        )
        self.recovery = RecoveryPage(
            desk,
            ways.shared,
            chooser,
            place=places[2],
            unlock=ways.unlock,
            has_own=only is Way.SHARED,
            parent=self,
        )
        self.person.form.fill(ways.name, ways.login)
        self._made = ""
        for page in self._pages():
            self._stack.addWidget(page)
        self._connect()
        first = {Way.JOIN: self.join, Way.SHARED: self.connection}
        for way, page in first.items():
            if only is way:
                self._stack.setCurrentWidget(page)
                page.back_requested.connect(self.close)
            else:
                page.back_requested.connect(lambda: self._show(self.choice))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*map(desk.appearance.theme.scaled, _SIZE))

    @property
    def page(self) -> WizardPage:
        """The page that is shown."""
        return self._pages()[self._stack.currentIndex()]

    def showEvent(self, event: QShowEvent) -> None:
        fit_to_screen(self)
        super().showEvent(event)
        self.page.enter()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.page.may_close():
            event.ignore()
            return
        for page in self._pages():
            page.forget()
        super().closeEvent(event)

    def _pages(self) -> tuple[WizardPage, ...]:
        return (self.choice, self.join, self.connection, self.person, self.recovery)

    def _given(self) -> tuple[ServerAddress, OwnerLogin]:
        return self.connection.address(), self.connection.owner()

    def _connect(self) -> None:
        self.choice.chosen.connect(self._on_way_chosen)
        self.choice.quit_requested.connect(self.close)
        self.person.back_requested.connect(lambda: self._show(self.connection))
        self.connection.connected.connect(lambda: self._show(self.person))
        self.person.created.connect(self._on_created)
        self.join.finished.connect(self._finish)
        self.recovery.finished.connect(lambda: self._finish(self._made))

    def _show(self, page: WizardPage) -> None:
        self._stack.setCurrentWidget(page)
        page.introduce()
        page.enter()

    def _on_way_chosen(self, way: Way) -> None:
        match way:
            case Way.JOIN:
                self._show(self.join)
                if not self.join.has_file:
                    self.join.choose_file()
            case Way.SHARED:
                self._show(self.connection)
            case Way.WORKSTATION:
                self._finish(self._ways.workstation)

    def _on_created(self, profile: str) -> None:
        self._made = profile
        self.connection.forget()  # the owner's password has done its work
        self._show(self.recovery)

    def _finish(self, profile: str) -> None:
        self.finished.emit(profile)
        self.close()
