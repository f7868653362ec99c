"""The pause of the app: no customer on the screen, entries wiped, keys and connection dropped."""

import sys

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtDBus import QDBusConnection

from desktop_app.core.entities import Person
from desktop_app.core.policy import Policy
from desktop_app.gui.context import Desk
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.pause.idle_watch import IdleWatch
from desktop_app.gui.pause.lock_screen import LockScreen
from desktop_app.gui.pause.session_watch import SessionWatch
from desktop_app.gui.pause.windows_session_watch import WindowsSessionWatch
from desktop_app.gui.windows import Windows
from desktop_app.profiles.base import Profile
from desktop_app.profiles.pin import ProfilePin
from desktop_app.system.clock import utc_now


class Pause(QObject):
    """Begins by Ctrl+L, by idleness, and when the system's session locks; ends at the lock screen.

    ``profile`` and ``pin`` are None in the demo, which has no PIN and does not pause by idleness.
    """

    begun = Signal()
    """Drop keys and connections, and open nothing until ``ended``."""
    ended = Signal()
    """Somebody may go on: the profile is to be opened again."""

    def __init__(
        self,
        application: QCoreApplication,
        desk: Desk,
        window: MainWindow,
        windows: Windows,
        *,
        profile: Profile | None,
        pin: ProfilePin | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._windows = windows
        self._profile = profile
        self._person_name = ""
        self._minutes = None if pin is None else Policy().pause_after_minutes
        self._is_paused = False
        self._screen = LockScreen(desk.appearance, desk.tasks, pin, utc_now, window)
        window.keep_page(self._screen)
        self._screen.unlocked.connect(self._on_screen_unlocked)
        self._screen.quit_requested.connect(window.close)
        self._idle = IdleWatch(application, parent=self)
        self._idle.paused.connect(self.begin)
        window.lock_requested.connect(self.begin)
        self._watch_session()

    @property
    def is_paused(self) -> bool:
        """Whether the lock screen is shown."""
        return self._is_paused

    def know(self, person: Person) -> None:
        """The profile is open, and so it is known what its person is called."""
        self._person_name = person.name

    def watch(self, minutes: int) -> None:
        """A profile is open: begin by itself after so many minutes without input."""
        self._minutes = minutes
        self._idle.start(minutes)

    def follow(self, policy: Policy) -> None:
        """The rules have changed while a profile is open."""
        minutes = policy.pause_after_minutes
        if self._minutes not in {None, minutes} and not self._is_paused:
            self.watch(minutes)

    def begin(self) -> None:
        """Take everything off the screen now."""
        if self._is_paused:
            return
        self._is_paused = True
        self._idle.stop()
        self.begun.emit()
        self._windows.close()
        self._window.close_profile()
        self._name_person()
        self._window.show_instead(self._screen)
        self._screen.lock()
        self._screen.focus()

    def _name_person(self) -> None:
        """Whoever comes to the desk knows whose PIN is wanted; the settings may have grown."""
        profile = self._profile
        if profile is not None:
            settings = profile.settings.load().settings
            is_only = {*settings.connections, *settings.profiles} <= {profile.name}
            self._screen.name_person(
                profile.login, name=self._person_name, profile="" if is_only else profile.name
            )

    def _watch_session(self) -> None:
        if sys.platform == "win32":
            from desktop_app.system.windows import load_windows

            watch: SessionWatch | WindowsSessionWatch = WindowsSessionWatch(load_windows(), self)
        else:
            watch = SessionWatch(QDBusConnection.systemBus(), QDBusConnection.sessionBus(), self)
        watch.paused.connect(self.begin)

    def _on_screen_unlocked(self) -> None:
        self._is_paused = False
        if self._minutes is not None:
            # Also where the profile cannot be opened: whoever opens it later may be another one.
            self._idle.start(self._minutes)
        self.ended.emit()
