"""Somebody at the keyboard of a first start: the same keys and the same screen, another window."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.preferences import SchemeChoice
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.setup.contract import Way
from desktop_app.system.settings import SettingsStore
from desktop_app.window.first_start import FirstStart
from desktop_app.window.workplace import Workplace
from tests.app.person import Person


class Newcomer(Person):
    """Answers the question how to begin; ``profile`` is there afterwards."""

    def __init__(
        self,
        qtbot: QtBot,
        application: QApplication,
        place: Workplace,
        *,
        only: Way | None = None,
    ) -> None:
        self._qtbot = qtbot
        self._application = application
        self._place = place
        self._has_ended = False
        self._appearance = Appearance(application, choice=SchemeChoice.LIGHT)
        loaded = SettingsStore(place.folders.settings_file).load()
        place.folders.create()
        self.first = FirstStart(application, place, loaded, self._appearance, only=only)
        self.first.start()

    @property
    def profile(self) -> str | None:
        """What the first start has led to."""
        return self.first.profile

    def end(self) -> None:
        """What the program does before the profile's own window opens: again, nothing."""
        if self._has_ended:
            return
        self._has_ended = True
        self.first.close()
        self.first.deleteLater()
        self._appearance.deleteLater()
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def front(self) -> QWidget:
        """The window that takes keys: the dialog on top, or the wizard."""
        return QApplication.activeModalWidget() or self.first.window

    def is_working(self) -> bool:
        """Whether a job is under way."""
        return self.first.window.page.is_busy
