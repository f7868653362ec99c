"""Brings a workstation's own database into the shared one: a trial run first."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import PassphraseWrongError, WatchwordError
from desktop_app.core.handover import HandedOver
from desktop_app.core.passphrase import require_strong
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import LoginRefusedError
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.file_chooser import FileChooser
from desktop_app.gui.keys.new_passphrase import NewPassphrase
from desktop_app.gui.keys.recovery_dialogs import PROPOSED_NAME
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.setup.contract import Adopting, OwnerLogin, SetupStep
from desktop_app.gui.setup.step_texts import step_remedy
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.fields import FormField, TextField
from desktop_app.gui.widgets.password_entry import PasswordEntry, reveal_last

_LONGEST_LOGIN = 255


class AdoptDialog(QuietDialog):
    """The login for setting up, a trial, the recovery file, and then everything is brought over.

    The team key of the workstation becomes the team's, so it is saved before anything moves.
    """

    adopted = Signal()
    """Everything is in the shared database. Emitted when the dialog closes, having said so."""

    def __init__(
        self, desk: Desk, adopting: Adopting, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.appearance, desk.tasks, title="", parent=parent)
        self._adopting = adopting
        self._chooser = chooser
        self._counts: HandedOver | None = None
        self._is_adopted = False
        self.setWindowTitle(self.tr("Bring in this workstation's database"))
        self.set_words(
            self.tr("Bring in this workstation's database"),
            self.tr(
                "Its customers, telephone passwords and cautions go into the shared database,"
                " which must still be empty. The passwords stay valid. A trial run comes first and"
                " changes nothing."
            ),
        )
        self._build(desk)
        self._connect()
        self._login_edit.setFocus()

    @property
    def is_tried(self) -> bool:
        """Whether the trial run has gone well."""
        return self._counts is not None

    @property
    def is_adopted(self) -> bool:
        """Whether everything was brought over."""
        return self._is_adopted

    def enter_pressed(self) -> None:
        """Close once everything is there."""
        if self._is_adopted:
            self.accept()

    def done(self, result: int) -> None:
        self._new.forget()
        super().done(result)
        if self._is_adopted:
            self._is_adopted = False
            self.adopted.emit()

    # --- building --------------------------------------------------------------------------------

    def _build(self, desk: Desk) -> None:
        appearance = desk.appearance
        self._login_edit = TextField(longest=_LONGEST_LOGIN, parent=self)
        self._login = FormField(appearance, self.tr("Login for setting up"), self._login_edit, self)
        self.form.addWidget(self._login)
        self._password = self.add_entry(self.tr("Password for setting up, never stored"))
        self._vault = self.add_entry(self.tr("Passphrase of the vault file"))
        self.set_field_visible(self._vault, visible=self._adopting.needs_vault)
        reveal_last(self._password, self._vault)
        self._first = self.add_entry(self.tr("Passphrase of the recovery file"))
        self._second = self.add_entry(self.tr("Repeat the passphrase"))
        self._new = NewPassphrase(desk, self._first, self._second, self)
        self.form.insertWidget(self.form.count() - 2, self._new)
        self._show_recovery(visible=False)
        self._cancel = OutlineButton(appearance, self.tr("Cancel"), keys=("Esc",), parent=self)
        self._try = PrimaryButton(appearance, self.tr("Trial run"), parent=self)
        self._bring = PrimaryButton(
            appearance, self.tr("Save the recovery file and bring over…"), parent=self
        )
        self._finish = PrimaryButton(appearance, self.tr("Done"), keys=("Enter",), parent=self)
        self._bring.hide()
        self._finish.hide()
        self.set_foot(self._try, self._cancel)
        for button in (self._bring, self._finish):
            self.foot.set_actions(button)

    def _connect(self) -> None:
        self._login_edit.returnPressed.connect(self._password.setFocus)
        self._login_edit.textChanged.connect(lambda: self._login.set_message(None))
        self._password.submitted.connect(self._on_password_submitted)
        self._vault.submitted.connect(self._on_try_requested)
        self._try.clicked.connect(self._on_try_requested)
        self._new.submitted.connect(self._on_bring_requested)
        self._bring.clicked.connect(self._on_bring_requested)
        self._cancel.clicked.connect(self.reject)
        self._finish.clicked.connect(self.accept)

    def _show_recovery(self, *, visible: bool) -> None:
        self._new.setVisible(visible)
        for entry in (self._first, self._second):
            self.set_field_visible(entry, visible=visible)

    # --- the trial -------------------------------------------------------------------------------

    def _on_password_submitted(self) -> None:
        if self._adopting.needs_vault:
            self._vault.setFocus()
        else:
            self._on_try_requested()

    def _owner(self) -> OwnerLogin:
        return OwnerLogin(self._login_edit.text().strip(), self._password.peek())

    def _on_try_requested(self) -> None:
        if self.is_busy or self.is_tried:
            return
        if not self._login_edit.text().strip():
            self._login.set_message(self.tr("Needed."))
            self._login_edit.setFocus()
            return
        for entry in self._needed():
            if entry.is_empty():
                entry.set_message(self.tr("Needed."))
                entry.setFocus()
                return
        owner = self._owner()
        self.work(lambda: self._adopting.trial(owner), self._on_tried, self._on_failed)

    def _needed(self) -> tuple[PasswordEntry, ...]:
        return (self._password, self._vault) if self._adopting.needs_vault else (self._password,)

    def _on_tried(self, counts: HandedOver) -> None:
        self._counts = counts
        for field in (self._login_edit, self._password, self._vault):
            self.set_field_visible(field, visible=False)
        self.set_words(
            self.tr("The trial run went well"),
            self.tr(
                "{what} would be brought over. Nothing was changed yet.\n\nThe workstation's team"
                " key becomes the team's: save its recovery file now, without which nothing is"
                " brought over."
            ).format(what=self._listed(counts)),
        )
        self._show_recovery(visible=True)
        self._try.hide()
        self._bring.show()
        self._first.setFocus()

    def _listed(self, counts: HandedOver) -> str:
        return ", ".join(
            (
                self.tr("%n customers", "", counts.customers),
                self.tr("%n telephone passwords", "", counts.passwords),
                self.tr("%n cautions", "", counts.cautions),
            )
        )

    # --- bringing over ---------------------------------------------------------------------------

    def _on_bring_requested(self) -> None:
        passphrase = None if self.is_busy or self._is_adopted else self._new.passphrase()
        if passphrase is not None:
            self.work(
                lambda: require_strong(passphrase),
                lambda _nothing: self._choose(passphrase),
                self._on_failed,
            )

    def _choose(self, passphrase: Secret[str]) -> None:
        owner = self._owner()
        vault = self._vault.peek() if self._adopting.needs_vault else None

        def bring(path: Path) -> None:
            self.work(
                lambda: self._adopting.run(owner, vault, path, passphrase),
                lambda done: self._on_adopted(path, *done),
                self._on_failed,
            )

        self._chooser.new_file(self, self.tr("Save the recovery file"), PROPOSED_NAME, bring)

    def _on_adopted(self, recovery: Path, counts: HandedOver, archive: Path) -> None:
        self._is_adopted = True
        self._new.forget()
        self.clear_form()
        self.set_words(
            self.tr("The shared database has it all"),
            self.tr(
                "{what} were brought over.\n\nRecovery file: {recovery}. Keep it and its"
                " passphrase apart.\n\nThe old database with its journal is kept, read-only:"
                " {archive}"
            ).format(what=self._listed(counts), recovery=recovery, archive=archive),
        )
        for button in (self._bring, self._cancel):
            button.hide()
        self._finish.show()
        self._finish.setFocus()

    def _on_failed(self, error: WatchwordError) -> None:
        if isinstance(error, LoginRefusedError) and not self.is_tried:
            self._password.set_message(step_remedy(SetupStep.SIGN_IN, error))
            self._password.setFocus()
        elif isinstance(error, PassphraseWrongError) and self._adopting.needs_vault:
            self.set_field_visible(self._vault, visible=True)
            self._vault.set_message(failure(error))
            self._vault.setFocus()
        elif not self._new.refuse(error):
            self.show_failure(error)
