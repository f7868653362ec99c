"""The team key of the window's profile: what is missing, and the way to it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.core.errors import (
    KeyMissingError,
    KeyringLockedError,
    KeyringMissingError,
    TeamKeyError,
    VaultLockedError,
    WatchwordError,
)
from desktop_app.core.secret import Secret
from desktop_app.gui.context import Desk
from desktop_app.gui.failures import failure
from desktop_app.gui.file_chooser import SystemFileChooser
from desktop_app.gui.main_window import MainWindow
from desktop_app.profile import OpenProfile
from desktop_app.system.recovery import open_sealed

translate = QCoreApplication.translate

_UNLOCK_SECONDS = 120.0


class TeamKeyCare(QObject):
    """Sees to it that there is a team key, and that it is saved.

    What is missing is said in a quiet line with the way to it. Searching works meanwhile.
    """

    dialog_wanted = Signal(object)
    """A ``QDialog`` to be opened over the window."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._profile: OpenProfile | None = None
        window.recovery_requested.connect(self._offer_recovery)

    def look_after(self, profile: OpenProfile) -> None:
        """Make the first key, or find out what is missing."""
        self._profile = profile
        self._desk.tasks.run(self, profile.require_key, self._on_key_ready, self._on_key_missing)

    # --- what was found --------------------------------------------------------------------------

    def _on_key_ready(self, is_first: bool) -> None:  # noqa: FBT001 - a task's result
        profile = self._profile
        if profile is None:
            return
        self._window.hide_notice()
        if is_first:
            self._remind()
            self._offer_recovery(first_start=True)
        else:
            self._desk.tasks.run(
                self, lambda: profile.has_recovery_file, self._on_saved_known, _ignore
            )

    def _on_saved_known(self, is_saved: bool) -> None:  # noqa: FBT001 - a task's result
        if not is_saved and self._profile is not None:
            self._remind()

    def _remind(self) -> None:
        self._say(
            translate(
                "App",
                "The team key is not saved yet. If this computer's keyring is lost, no telephone"
                " password can be checked any more.",
            ),
            translate("App", "Recovery file…"),
            self._offer_recovery,
        )

    def _on_key_missing(self, error: WatchwordError) -> None:
        if self._profile is None or not isinstance(error, TeamKeyError):
            return
        match error:
            case VaultLockedError():
                self._say(failure(error), translate("App", "Open…"), self._ask_passphrase)
                self._ask_passphrase()
            case KeyringMissingError():
                self._say(failure(error), translate("App", "Vault file…"), self._offer_vault)
            case KeyringLockedError():
                self._say(failure(error), translate("App", "Unlock…"), self._unlock_keyring)
            case KeyMissingError():
                self._say(failure(error), translate("App", "Recovery file…"), self._offer_restore)
            case _:
                self._say(failure(error), translate("App", "Try again"), self._try_again)

    def _say(self, text: str, button: str, action: Callable[[], None]) -> None:
        self._window.show_notice(text, button, action)

    # --- what is offered -------------------------------------------------------------------------

    def _try_again(self) -> None:
        if self._profile is not None:
            self.look_after(self._profile)

    def _ask_passphrase(self) -> None:
        from desktop_app.gui.vault_dialogs import VaultUnlockDialog

        profile = self._profile
        if profile is not None:
            dialog = VaultUnlockDialog(self._desk, profile.keys.vault.unlock, self._window)
            dialog.unlocked.connect(self._try_again)
            self.dialog_wanted.emit(dialog)

    def _offer_vault(self) -> None:
        from desktop_app.gui.vault_dialogs import VaultDialog

        profile = self._profile
        if profile is not None:
            dialog = VaultDialog(self._desk, profile.keys.vault.create, self._window)
            dialog.created.connect(self._try_again)
            self.dialog_wanted.emit(dialog)

    def _offer_restore(self) -> None:
        from desktop_app.gui.recovery_dialogs import RestoreDialog

        profile = self._profile
        if profile is None:
            return

        def restore(path: Path, passphrase: Secret[str]) -> None:
            profile.keys.restore(open_sealed(path, passphrase), passphrase)

        dialog = RestoreDialog(self._desk, restore, SystemFileChooser(), self._window)
        dialog.restored.connect(self._try_again)
        self.dialog_wanted.emit(dialog)

    def _offer_recovery(self, *, first_start: bool = False) -> None:
        from desktop_app.gui.recovery_dialogs import RecoveryDialog

        profile = self._profile
        if profile is not None:
            dialog = RecoveryDialog(
                self._desk,
                profile.save_recovery_file,
                SystemFileChooser(),
                first_start=first_start,
                parent=self._window,
            )
            dialog.saved.connect(self._try_again)
            self.dialog_wanted.emit(dialog)

    def _unlock_keyring(self) -> None:
        from desktop_app.system.secret_service import Unlock

        self._desk.tasks.run(
            self,
            lambda: Unlock().run(_UNLOCK_SECONDS),
            lambda _nothing: self._try_again(),
            self._on_key_missing,
        )


def _ignore(_outcome: object) -> None:
    """The notice comes with the next look."""
