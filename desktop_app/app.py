"""The window's composition root: makes everything, connects it, and takes it down in order."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.core.errors import FileUnusableError, ProfileUnknownError, WatchwordError
from desktop_app.core.preferences import Language
from desktop_app.gui.context import Desk
from desktop_app.gui.look.appearance import STYLE_ARGUMENTS, Appearance
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.texts.translation import install_catalogue, speak
from desktop_app.profiles.known import is_known, may_be_made
from desktop_app.system.folders import Folders
from desktop_app.system.hardening import harden
from desktop_app.system.instance_lock import InstanceLock
from desktop_app.system.settings import LoadedSettings, SettingsStore
from desktop_app.window.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.gui.setup.contract import Way
    from desktop_app.profiles.base import Profile
    from desktop_app.window.work import Work

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

        speak(application, Language.SYSTEM)
        folder = DemoFolder()
        try:
            return _run(application, Workplace(folder.folders, "demo", is_demo=True))
        finally:
            folder.remove()
    return _run_profile(application, Folders.of_user(os.environ), profile)


def _run_profile(application: QApplication, folders: Folders, profile: str | None) -> int:
    """The window of a profile; without any, somebody is asked first how to begin."""
    loaded = SettingsStore(folders.settings_file).recovered()
    speak(application, loaded.settings.preferences.language)
    place = Workplace(folders, profile or loaded.settings.profile, is_demo=False)
    if is_known(place.profile, folders, loaded.settings):
        return _run(application, place, loaded)
    if profile is not None:
        if may_be_made(profile):
            return _run(application, place, loaded)
        return _complain(ProfileUnknownError(profile))
    return _ask_how_to_begin(application, place, loaded, _appearance(application, loaded))


def _ask_how_to_begin(
    application: QApplication,
    place: Workplace,
    loaded: LoadedSettings,
    appearance: Appearance,
    *,
    only: "Way | None" = None,
) -> int:
    """Show the wizard, and then the window of the profile that has come of it.

    With ``only`` there is a profile already, to which giving up leads back.
    """
    chosen: list[str] = []

    def ask() -> int:
        from desktop_app.window.first_start import FirstStart

        first = FirstStart(application, place, loaded, appearance, only=only)
        first.start()
        code = application.exec()
        first.close()
        if first.profile is not None:
            chosen.append(first.profile)
        return code

    code = _alone(place, ask)
    if only is not None and not chosen:
        chosen.append(place.profile)
    if not chosen:
        return code
    return _run(application, replace(place, profile=chosen[0]), appearance=appearance)


def _run(
    application: QApplication,
    place: Workplace,
    loaded: LoadedSettings | None = None,
    appearance: Appearance | None = None,
) -> int:
    leaving: list[tuple[Appearance, Way]] = []

    def run() -> int:
        app = App(application, place, loaded, appearance)
        app.start()
        code = application.exec()
        app.close()
        if app.next_way is not None:
            leaving.append((app.appearance, app.next_way))
            app.window.deleteLater()
        return code

    code = _alone(place, run)
    if not leaving:
        return code
    kept, way = leaving[0]
    found = SettingsStore(place.folders.settings_file).recovered()
    return _ask_how_to_begin(application, place, found, kept, only=way)


def _alone(place: Workplace, run: Callable[[], int]) -> int:
    """Run the one window of this place; where another process has it, that comes to the front."""
    try:
        place.folders.create()
        lock = InstanceLock(place.folders.lock_file(place.profile))
        if not lock.acquire():
            return _show_running_window(place)
    except WatchwordError as error:
        return _complain(error)
    try:
        return run()
    finally:
        lock.release()


def _appearance(application: QApplication, loaded: LoadedSettings) -> Appearance:
    values = loaded.settings.preferences
    return Appearance(
        application,
        choice=values.theme,
        key_caps=values.key_caps,
        text_factor=values.text_size.factor,
    )


class App(QObject):
    """One running window, from the first picture to the last saved setting.

    What the first picture does not need is imported and made after it. ``loaded`` are the
    settings and ``appearance`` the look where they were needed before.
    """

    def __init__(
        self,
        application: QApplication,
        place: Workplace,
        loaded: LoadedSettings | None = None,
        appearance: Appearance | None = None,
    ) -> None:
        super().__init__()
        self._application = application
        self._place = place
        self._store = SettingsStore(place.folders.settings_file)
        loaded = loaded or self._store.recovered()
        self._warning = loaded.warning
        self._preferences = Preferences(loaded.settings.preferences)
        self._tasks = Tasks()
        look = appearance or _appearance(application, loaded)
        self._desk = Desk(look, self._tasks, self._preferences)
        self.window = MainWindow(self._desk)
        self._work: Work | None = None
        self._is_loading = False
        self._log_level = loaded.settings.log_level
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.setInterval(_SAVE_AFTER_MS)
        self._save.timeout.connect(self._on_save_timeout)
        self._preferences.changed.connect(self._save.start)

    @property
    def appearance(self) -> Appearance:
        """The look, which outlives the window."""
        return self._desk.appearance

    @property
    def next_way(self) -> "Way | None":
        """What the window was closed for, where the wizard is to follow."""
        return self._work.next_way if self._work is not None else None

    def start(self) -> None:
        """Show the window; everything else follows when it is on the screen."""
        self.window.completed.connect(self._load_work)
        self.window.reopen_requested.connect(self._load_work)
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
        if self._work is None and not self._is_loading:
            self._is_loading = True
            self._tasks.run(self, self._find_work, self._start_work, self._on_loading_failed)

    def _find_work(self) -> "tuple[type[Work], Profile | None]":
        from desktop_app.profiles.registry import profile_of
        from desktop_app.window.work import Work

        place = self._place
        if place.is_demo:
            return Work, None
        return Work, profile_of(place.profile, place.folders, self._store)

    def _on_loading_failed(self, error: WatchwordError) -> None:
        self._is_loading = False
        self.window.show_opening_failure(error)

    def _start_work(self, found: "tuple[type[Work], Profile | None]") -> None:
        from desktop_app.gui.accessibility import install_interfaces
        from desktop_app.gui.collector import Collector

        install_interfaces()  # before anything can ask for a secret
        Collector(self)
        work, profile = found
        self._work = work(
            self._application,
            self._desk,
            self.window,
            self._place,
            profile,
            log_level=self._log_level,
        )
        self._work.start(self._warning)

    def _on_save_timeout(self) -> None:
        """Keep the preferences; a failure costs only them and is no reason to interrupt a call."""
        values = self._preferences.values
        with suppress(FileUnusableError):
            self._store.update(lambda old: replace(old, preferences=values))


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
    from desktop_app.window.work import instance_of

    if show_running_window(instance_of(place)):
        return 0
    sys.stderr.write(failure(AlreadyRunningError()) + "\n")
    return 1
