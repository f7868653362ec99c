"""The vault file: where the team key lies on a computer without a usable keyring."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import PassphraseWrongError, WatchwordError
from desktop_app.core.secret import Secret
from desktop_app.gui.context import Desk
from desktop_app.gui.keys.new_passphrase import NewPassphrase
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton

UsePassphrase = Callable[[Secret[str]], None]
"""Makes or opens the vault under a passphrase; blocks."""


class VaultDialog(QuietDialog):
    """Makes the vault file.

    ``create`` blocks and raises ``PassphraseWeakError`` or ``FileUnusableError``.
    """

    created = Signal()

    def __init__(self, desk: Desk, create: UsePassphrase, parent: QWidget | None = None) -> None:
        super().__init__(desk.appearance, desk.tasks, title="", parent=parent)
        self._create_vault = create
        self.setWindowTitle(self.tr("Vault file"))
        self.set_words(
            self.tr("Make a vault file for the team key"),
            self.tr(
                "This computer has no keyring that keeps secrets, so the team key goes into a file"
                " that only a passphrase opens. Watchword asks for it at each start; without it,"
                " searching works, checking and setting passwords do not."
            ),
        )
        first = self.add_entry(self.tr("Passphrase"))
        second = self.add_entry(self.tr("Repeat the passphrase"))
        self.new = NewPassphrase(desk, first, second, self)
        self.form.insertWidget(0, self.new)
        later = OutlineButton(desk.appearance, self.tr("Later"), keys=("Esc",), parent=self)
        self._create = PrimaryButton(desk.appearance, self.tr("Make the vault"), parent=self)
        self.set_foot(self._create, later)
        self._create.clicked.connect(self._on_create_requested)
        self.new.submitted.connect(self._on_create_requested)
        later.clicked.connect(self.reject)
        first.setFocus()

    def done(self, result: int) -> None:
        self.new.forget()
        super().done(result)

    def _on_create_requested(self) -> None:
        passphrase = None if self.is_busy else self.new.passphrase()
        if passphrase is not None:
            self.work(
                lambda: self._create_vault(passphrase),
                lambda _nothing: self._on_created(),
                self._on_failed,
            )

    def _on_created(self) -> None:
        self.accept()
        self.created.emit()

    def _on_failed(self, error: WatchwordError) -> None:
        if not self.new.refuse(error):
            self.show_failure(error)


class VaultUnlockDialog(QuietDialog):
    """Asks for the vault's passphrase; without it, searching works and checking does not.

    ``unlock`` blocks and raises ``PassphraseWrongError``, ``FileUnusableError`` or
    ``ParametersRefusedError``.
    """

    unlocked = Signal()

    def __init__(self, desk: Desk, unlock: UsePassphrase, parent: QWidget | None = None) -> None:
        super().__init__(desk.appearance, desk.tasks, title="", parent=parent)
        self._unlock_vault = unlock
        self.setWindowTitle(self.tr("Vault file"))
        self.set_words(
            self.tr("Open the vault file"),
            self.tr(
                "Its passphrase is needed to check and set telephone passwords. You can search"
                " without it."
            ),
        )
        self._entry = self.add_entry(self.tr("Passphrase of the vault file"))
        without = OutlineButton(
            desk.appearance, self.tr("Go on without"), keys=("Esc",), parent=self
        )
        self._open = PrimaryButton(desk.appearance, self.tr("Open"), keys=("Enter",), parent=self)
        self.set_foot(self._open, without)
        self._open.clicked.connect(self._on_open_requested)
        self._entry.submitted.connect(self._on_open_requested)
        without.clicked.connect(self.reject)
        self._entry.setFocus()

    def _on_open_requested(self) -> None:
        if self.is_busy or self._entry.is_empty():
            return
        passphrase = self._entry.take()
        self.work(
            lambda: self._unlock_vault(passphrase),
            lambda _nothing: self._on_unlocked(),
            self._on_failed,
        )

    def _on_unlocked(self) -> None:
        self.accept()
        self.unlocked.emit()

    def _on_failed(self, error: WatchwordError) -> None:
        if isinstance(error, PassphraseWrongError):
            self._entry.set_message(failure(error))
        else:
            self.show_failure(error)
        self._entry.setFocus()
