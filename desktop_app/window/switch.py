"""The hot desk: several people use one workstation, each with a login of their own."""

import sys

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal

from desktop_app.gui.context import Desk
from desktop_app.gui.main_window import MainWindow
from desktop_app.profiles.base import Profile
from desktop_app.profiles.registry import colleagues_of

translate = QCoreApplication.translate


class PersonSwitch(QObject):
    """Offers the other people of this workstation, and lets one of them take it over.

    Each has a profile, and so a login, a keyring entry and a PIN of their own. The window of the
    next person is a start of its own: nothing of the last one is left in its memory.
    """

    dialog_wanted = Signal(object)
    """A ``PlainFrame`` to be opened."""

    left = Signal()
    """Somebody else's window is coming up: close this one."""

    def __init__(self, desk: Desk, window: MainWindow, profile: Profile) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._profile = profile
        window.switch_requested.connect(self._on_window_switch_requested)
        self._desk.tasks.run(
            self, lambda: bool(colleagues_of(profile)), self._on_colleagues_known, _ignore
        )

    def _on_colleagues_known(self, are_there: bool) -> None:  # noqa: FBT001 - a task's result
        self._window.set_switching(possible=are_there)

    def _on_window_switch_requested(self) -> None:
        from desktop_app.gui.pause.person_dialog import PersonDialog

        people = colleagues_of(self._profile)
        if people:
            dialog = PersonDialog(self._desk, people, self._window)
            dialog.chosen.connect(self._on_dialog_chosen)
            self.dialog_wanted.emit(dialog)

    def _on_dialog_chosen(self, profile: str) -> None:
        if start_for(profile):
            self.left.emit()
        else:
            self._window.notices.show_text(
                translate("App", "The other window could not be started. This one stays."),
                topic="switch",
            )


def start_for(profile: str) -> bool:
    """Start this program once more, for another profile; whether the system has done so."""
    # A packaged program is its own executable; otherwise Python is, and is told what to run.
    module = [] if getattr(sys, "frozen", False) else ["-m", "desktop_app"]
    done, _pid = QProcess.startDetached(sys.executable, [*module, "--profile", profile], "")
    return bool(done)


def _ignore(_outcome: object) -> None:
    """Without settings nobody else is known."""
