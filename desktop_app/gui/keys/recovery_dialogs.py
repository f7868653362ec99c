"""The recovery file: saving the team key, and taking it from there again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.core.errors import FileUnusableError, PassphraseWrongError, WatchwordError
from desktop_app.core.passphrase import require_strong
from desktop_app.core.secret import Secret
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.file_chooser import FileChooser, FileKind
from desktop_app.gui.keys.new_passphrase import NewPassphrase
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.labels import ElidedLabel
from desktop_app.gui.widgets.message_line import MessageLine

PROPOSED_NAME = "watchword-recovery.wwkey"

UseFile = Callable[[Path, Secret[str]], None]
"""Writes or reads a key file under a passphrase; blocks."""


class RecoveryDialog(QuietDialog):
    """Saves the recovery file. At a first start it is offered, and may be put off.

    With ``new_key`` the team has a key that the recovery file from before is without.

    ``save`` blocks and raises ``PassphraseWeakError``, ``FileUnusableError`` or a
    ``TeamKeyError``.
    """

    saved = Signal()

    def __init__(
        self,
        desk: Desk,
        save: UseFile,
        chooser: FileChooser,
        *,
        first_start: bool = False,
        new_key: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.appearance, desk.tasks, title="", parent=parent)
        self._save_file = save
        self._chooser = chooser
        self._is_saved = False
        self.setWindowTitle(self.tr("Recovery file"))
        self.set_words(*self._new_key_words() if new_key else self._key_words())
        first = self.add_entry(self.tr("Passphrase"))
        second = self.add_entry(self.tr("Repeat the passphrase"))
        self.new = NewPassphrase(desk, first, second, self)
        self.form.insertWidget(0, self.new)
        self._later = OutlineButton(
            desk.appearance,
            self.tr("Later") if first_start else self.tr("Cancel"),
            keys=("Esc",),
            parent=self,
        )
        self._save = PrimaryButton(desk.appearance, self.tr("Save…"), parent=self)
        self._finish = PrimaryButton(desk.appearance, self.tr("Done"), keys=("Enter",), parent=self)
        self._finish.hide()
        self.set_foot(self._save, self._later)
        self.foot.set_actions(self._finish)
        self._save.clicked.connect(self._on_save_requested)
        self.new.submitted.connect(self._on_save_requested)
        self._later.clicked.connect(self.reject)
        self._finish.clicked.connect(self.accept)
        self._first = first
        first.setFocus()

    @property
    def is_saved(self) -> bool:
        """Whether the file has been written."""
        return self._is_saved

    def enter_pressed(self) -> None:
        """Close once the file is there."""
        if self._is_saved:
            self.accept()

    def done(self, result: int) -> None:
        self.new.forget()
        super().done(result)

    def _key_words(self) -> tuple[str, str]:
        return (
            self.tr("Save the recovery file"),
            self.tr(
                "Without the team key every stored telephone password is lost, and the key is only"
                " on this computer. The recovery file is a copy of it that only a passphrase"
                " opens: keep file and passphrase apart from each other and from this computer."
            ),
        )

    def _new_key_words(self) -> tuple[str, str]:
        return (
            self.tr("Save the recovery file of the new team key"),
            self.tr(
                "The recovery file from before is without the new key: what is stored under that"
                " would be lost. This file has the new key and the ones before it, and only a"
                " passphrase opens it: keep file and passphrase apart from each other and from this"
                " computer."
            ),
        )

    def _on_save_requested(self) -> None:
        passphrase = None if self.is_busy or self._is_saved else self.new.passphrase()
        if passphrase is None:
            return
        # Judged before anybody looks for a place for the file.
        self.work(
            lambda: require_strong(passphrase),
            lambda _nothing: self._choose(passphrase),
            self._on_failed,
        )

    def _choose(self, passphrase: Secret[str]) -> None:
        def save(path: Path) -> None:
            self.work(
                lambda: self._save_file(path, passphrase),
                lambda _nothing: self._on_saved(path),
                self._on_failed,
            )

        self._chooser.new_file(self, self.tr("Save the recovery file"), PROPOSED_NAME, save)

    def _on_saved(self, path: Path) -> None:
        self._is_saved = True
        self.new.forget()
        for button in (self._save, self._later):
            button.hide()
        self.clear_form()
        self.set_words(
            self.tr("The recovery file is saved"),
            self.tr(
                "{path}\n\nMove it to a place of its own, such as a USB stick in a safe, and keep"
                " the passphrase elsewhere."
            ).format(path=path),
        )
        self._finish.show()
        self._finish.setFocus()
        self.saved.emit()

    def _on_failed(self, error: WatchwordError) -> None:
        if not self.new.refuse(error):
            self.show_failure(error)


class RestoreDialog(QuietDialog):
    """Takes the team key from a recovery file, or that of a rotation, to where it is kept here.

    ``restore`` blocks and raises ``PassphraseWrongError``, ``FileUnusableError``,
    ``ParametersRefusedError`` or a ``TeamKeyError``.
    """

    restored = Signal()
    """The key is in its place. Emitted when the dialog closes, after it has said so."""

    def __init__(
        self,
        desk: Desk,
        restore: UseFile,
        chooser: FileChooser,
        parent: QWidget | None = None,
    ) -> None:
        appearance = desk.appearance
        super().__init__(appearance, desk.tasks, title="", parent=parent)
        self._restore_from = restore
        self._chooser = chooser
        self._path: Path | None = None
        self._is_restored = False
        self.setWindowTitle(self.tr("Take the team key from a file"))
        self.set_words(
            self.tr("Take the team key from a file"),
            self.tr(
                "That is a recovery file with its passphrase, or the file of a new key with the six"
                " words that you were told. The file stays as it is."
            ),
        )
        self._name = ElidedLabel(appearance, self.tr("No file chosen"), parent=self)
        self._choose = OutlineButton(appearance, self.tr("Choose…"), parent=self)
        self._file_message = MessageLine(appearance, parent=self)
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._name, 1)
        line.addWidget(self._choose)
        self.add_field(self.tr("File"), row)
        self.form.addWidget(self._file_message)
        self._entry = self.add_entry(self.tr("Its passphrase or six words"))
        self._cancel = OutlineButton(appearance, self.tr("Cancel"), keys=("Esc",), parent=self)
        self._take = PrimaryButton(appearance, self.tr("Take the key"), parent=self)
        self._finish = PrimaryButton(appearance, self.tr("Done"), keys=("Enter",), parent=self)
        self._finish.hide()
        self.set_foot(self._take, self._cancel)
        self.foot.set_actions(self._finish)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._entry.submitted.connect(self._on_take_requested)
        self._take.clicked.connect(self._on_take_requested)
        self._cancel.clicked.connect(self.reject)
        self._finish.clicked.connect(self.accept)
        self._choose.setFocus()

    def enter_pressed(self) -> None:
        """Close once the key is there."""
        if self._is_restored:
            self.accept()

    def done(self, result: int) -> None:
        super().done(result)
        if self._is_restored:
            self._is_restored = False
            self.restored.emit()

    def _on_choose_clicked(self) -> None:
        title = self.tr("Choose the file")
        self._chooser.existing_file(self, title, FileKind.KEYS, self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self._path = path
        self._file_message.set_sentence(None)
        self._name.setText(str(path))
        self._entry.setFocus()

    def _on_take_requested(self) -> None:
        path = self._path
        if self.is_busy or self._is_restored:
            return
        if path is None:
            self._refuse_file(self.tr("Choose the file first."))
        elif self._entry.is_empty():
            self._entry.setFocus()
        else:
            passphrase = self._entry.peek()
            self.work(
                lambda: self._restore_from(path, passphrase),
                lambda _nothing: self._on_restored(),
                self._on_failed,
            )

    def _on_restored(self) -> None:
        self._is_restored = True
        for button in (self._take, self._cancel):
            button.hide()
        self.clear_form()
        self.set_words(
            self.tr("The team key is on this computer"),
            self.tr("The telephone passwords that were stored with it can be used here again."),
        )
        self._finish.show()
        self._finish.setFocus()

    def _on_failed(self, error: WatchwordError) -> None:
        if isinstance(error, PassphraseWrongError):
            self._entry.wipe()
            self._entry.set_message(failure(error))
            self._entry.setFocus()
        elif isinstance(error, FileUnusableError):
            self._refuse_file(failure(error))
        else:
            self.show_failure(error)

    def _refuse_file(self, sentence: str) -> None:
        self._file_message.set_sentence(sentence)
        self._choose.setFocus()
