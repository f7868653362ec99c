"""The window's composition root: makes everything, connects it, and takes it down in order."""

import gc
import os
import sys
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.core.errors import FileUnusableError, WatchwordError
from desktop_app.gui.context import Desk
from desktop_app.gui.look.appearance import STYLE_ARGUMENTS, Appearance
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.texts.translation import install_catalogue
from desktop_app.system.folders import Folders
from desktop_app.system.hardening import harden
from desktop_app.system.instance_lock import InstanceLock
from desktop_app.system.settings import LoadedSettings, SettingsStore
from desktop_app.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.work import Work

translate = QCoreApplication.translate

_SAVE_AFTER_MS = 500


def run_window(*, demo: bool = False, profile: str | None = None) -> int:
    """Show the window until it is closed; the exit code.

    Without a profile it is the one that the settings name.
    """
    from desktop_app.system.display import has_display

    if not has_display(os.environ):
        return _refuse_window()
    harden(window=True)
    application = QApplication([sys.argv[0], *STYLE_ARGUMENTS])
    install_catalogue(application, "en")
    application.setApplicationName("watchword")
    application.setApplicationDisplayName(translate("App", "Watchword"))
    if demo:
        from desktop_app.demo import DemoFolder

        folder = DemoFolder()
        try:
            return _run(application, Workplace(folder.folders, "demo", is_demo=True))
        finally:
            folder.remove()
    folders = Folders.of_user(os.environ)
    loaded = SettingsStore(folders.settings_file).load()
    place = Workplace(folders, profile or loaded.settings.profile, is_demo=False)
    return _run(application, place, loaded)


def _run(application: QApplication, place: Workplace, loaded: LoadedSettings | None = None) -> int:
    try:
        place.folders.create()
        lock = InstanceLock(place.folders.lock_file(place.profile))
        if not lock.acquire():
            return _show_running_window(place)
    except WatchwordError as error:
        return _complain(error)
    try:
        app = App(application, place, loaded)
        app.start()
        code = application.exec()
        app.close()
        return code
    finally:
        lock.release()


class App(QObject):
    """One running window, from the first picture to the last saved setting.

    What the first picture does not need is imported and made after it. ``loaded`` are the
    settings where they were needed before.
    """

    def __init__(
        self, application: QApplication, place: Workplace, loaded: LoadedSettings | None = None
    ) -> None:
        super().__init__()
        self._application = application
        self._place = place
        self._store = SettingsStore(place.folders.settings_file)
        loaded = loaded or self._store.load()
        self._warning = loaded.warning
        self._preferences = Preferences(loaded.settings.preferences)
        values = self._preferences.values
        appearance = Appearance(application, choice=values.theme, key_caps=values.key_caps)
        self._tasks = Tasks()
        self._desk = Desk(appearance, self._tasks, self._preferences)
        self.window = MainWindow(self._desk)
        self._work: Work | None = None
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.setInterval(_SAVE_AFTER_MS)
        self._save.timeout.connect(self._on_save_timeout)
        self._preferences.changed.connect(self._save.start)

    def start(self) -> None:
        """Show the window; everything else follows when it is on the screen."""
        self.window.completed.connect(self._load_work)
        self.window.show()
        self.window.activateWindow()

    def close(self) -> None:
        """End every job, then save and close what is open."""
        if self._work is not None:
            self._work.stop_waiting()
        self._tasks.close()
        if self._work is not None:
            self._work.close()
        self._on_save_timeout()

    def _load_work(self) -> None:
        """Import what opens the profile beside the event loop, so that keys get through."""
        self._tasks.run(self, _import_work, self._start_work, self.window.show_opening_failure)

    def _start_work(self, work: "type[Work]") -> None:
        from desktop_app.gui.accessibility import install_interfaces

        install_interfaces()  # before anything can ask for a secret
        # Modules and windows stay to the end: without them a collection keeps no key waiting.
        gc.freeze()
        gc.enable()
        self._work = work(self._application, self._desk, self.window, self._store, self._place)
        self._work.start(self._warning)

    def _on_save_timeout(self) -> None:
        """Keep the preferences; a failure costs only them and is no reason to interrupt a call."""
        values = self._preferences.values
        with suppress(FileUnusableError):
            self._store.update(lambda old: replace(old, preferences=values))


def _import_work() -> "type[Work]":
    from desktop_app.work import Work

    return Work


def _refuse_window() -> int:
    sys.stderr.write(
        translate(
            "App",
            "There is no display to show a window on. Commands still work: add --help to see them",
        )
        + "\n"
    )
    return 1


def _complain(error: WatchwordError) -> int:
    """Say why there is no window: on the terminal, and where nobody looks at one in a box."""
    from PySide6.QtWidgets import QMessageBox

    from desktop_app.gui.texts.failures import failure

    sentence = failure(error)
    sys.stderr.write(sentence + "\n")
    box = QMessageBox(QMessageBox.Icon.Warning, translate("App", "Watchword"), sentence)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
    return 1


def _show_running_window(place: Workplace) -> int:
    """Bring the window that holds the profile to the front instead of opening a second one."""
    from desktop_app.core.errors import AlreadyRunningError
    from desktop_app.gui.desktop.single_instance import show_running_window
    from desktop_app.gui.texts.failures import failure
    from desktop_app.work import instance_of

    if show_running_window(instance_of(place)):
        return 0
    sys.stderr.write(failure(AlreadyRunningError()) + "\n")
    return 1
