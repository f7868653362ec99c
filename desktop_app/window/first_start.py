"""The composition root of the first start: the wizard, and what its three ways do."""

import gc
import os
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from desktop_app.core.errors import FieldRefusedError, FileUnusableError
from desktop_app.core.people import require_login
from desktop_app.gui.accessibility import install_interfaces
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.file_chooser import SystemFileChooser
from desktop_app.gui.desktop.quit_signals import QuitSignals
from desktop_app.gui.desktop.single_instance import InstanceServer, bring_to_front
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.setup.contract import Way, Ways
from desktop_app.gui.setup.wizard import SetupWizard
from desktop_app.gui.tasks import Tasks
from desktop_app.system.clock import utc_now
from desktop_app.system.folders import DEFAULT_PROFILE
from desktop_app.system.keyring_backend import choose_backend
from desktop_app.system.keyring_store import SystemKeyring
from desktop_app.system.logs import Logging
from desktop_app.system.people import who_is_here
from desktop_app.system.settings import LoadedSettings, SettingsStore
from desktop_app.team.joining import Join
from desktop_app.team.server_setup import ServerSetup
from desktop_app.window.faults import Faults
from desktop_app.window.work import instance_of, screen_privacy
from desktop_app.window.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.system.secret_service import Unlock

translate = QCoreApplication.translate


class FirstStart(QObject):
    """The window of a start without a profile, until there is one or somebody quits."""

    def __init__(
        self,
        application: QApplication,
        place: Workplace,
        loaded: LoadedSettings,
        appearance: Appearance,
        *,
        only: Way | None = None,
    ) -> None:
        super().__init__()
        self._application = application
        self._store = SettingsStore(place.folders.settings_file)
        self._log = Logging(place.folders.log_file, loaded.settings.log_level)
        with suppress(FileUnusableError):  # a log that cannot be written stops nobody
            self._log.start()
        self._tasks = Tasks()
        preferences = Preferences(loaded.settings.preferences)
        desk = Desk(appearance, self._tasks, preferences)
        self.profile: str | None = None
        self._unlocking: Unlock | None = None
        install_interfaces()  # before anything can ask for a secret
        self.window = SetupWizard(desk, self._ways(place), SystemFileChooser(appearance), only=only)
        self.window.finished.connect(self._on_window_finished)
        if loaded.warning is not None:
            self.window.choice.say(
                translate(
                    "App",
                    "Your settings could not be read and are the usual ones again. The old file"
                    " is kept beside the new one.",
                )
            )
        privacy = screen_privacy(desk, self.window)
        if privacy is not None:
            privacy.protect(self.window)
        self._faults = Faults(desk, self.window, place.folders)
        self._quit_signals = QuitSignals(application.exit, self)
        self._faults.quit_requested.connect(application.exit)
        self._server = InstanceServer(instance_of(place), self)
        self._server.show_requested.connect(lambda: bring_to_front(self.window))

    def start(self) -> None:
        """Show the window."""
        gc.enable()
        self._server.listen()
        self.window.show()
        self.window.activateWindow()

    def close(self) -> None:
        """End every job and take the window down."""
        if self._unlocking is not None:
            self._unlocking.cancel()
        self._quit_signals.close()
        self._server.close()
        self._tasks.close()
        self._faults.close()
        self._log.stop()
        self.window.hide()
        self.window.deleteLater()

    def _ways(self, place: Workplace) -> Ways:
        user = who_is_here()
        keyring = SystemKeyring(lambda: choose_backend(os.environ))
        common = (place.folders, self._store, keyring, user, utc_now)
        join = Join(*common)
        return Ways(
            look=join.look,
            join=join,
            shared=ServerSetup(*common),
            workstation=DEFAULT_PROFILE,
            unlock=self._unlock_keyring,
            name=user.name,
            login=_usable(user.login),
        )

    def _unlock_keyring(self) -> None:
        """Let somebody unlock the system's keyring; ``close`` breaks that off."""
        from desktop_app.system.secret_service import UNLOCK_SECONDS, Unlock

        self._unlocking = Unlock()
        self._unlocking.run(UNLOCK_SECONDS)

    def _on_window_finished(self, profile: str) -> None:
        self.profile = profile
        with suppress(FileUnusableError):  # then the question comes again at the next start
            self._store.update(lambda old: replace(old, profile=profile))


def _usable(login: str) -> str:
    """The system's login where the database can have the same."""
    try:
        return require_login(login.lower())
    except FieldRefusedError:
        return ""
