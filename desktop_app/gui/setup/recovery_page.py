"""Saving the recovery file, without which setting up does not end."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import WatchwordError
from desktop_app.core.passphrase import require_strong
from desktop_app.core.secret import Secret
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.file_chooser import FileChooser
from desktop_app.gui.keys.new_passphrase import NewPassphrase
from desktop_app.gui.keys.recovery_dialogs import PROPOSED_NAME
from desktop_app.gui.setup.contract import SharedSetup, Unlock
from desktop_app.gui.setup.step_texts import StepPlace
from desktop_app.gui.setup.wizard_page import WizardPage
from desktop_app.gui.widgets.buttons import PrimaryButton


class RecoveryPage(WizardPage):
    """A passphrase twice and a place for the file; there is no way past it.

    ``has_own`` is for a workstation whose own customers are still to be brought over.
    """

    finished = Signal()
    """The file is saved, and somebody wants to begin."""

    def __init__(
        self,
        desk: Desk,
        setup: SharedSetup,
        chooser: FileChooser,
        *,
        place: StepPlace,
        unlock: Unlock,
        has_own: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent, unlock=unlock)
        self._setup = setup
        self._chooser = chooser
        self._has_own = has_own
        self._is_saved = False
        self._can_go_back = False
        self.set_words(
            self.tr("Save the recovery file"),
            self.tr(
                "{step} Without the team key every stored telephone password is lost. The recovery"
                " file is a copy of it that only a passphrase opens: keep file and passphrase apart"
                " from each other and from this computer."
            ).format(step=place.words()),
        )
        self._first = self.add_entry(self.tr("Passphrase"))
        self._second = self.add_entry(self.tr("Repeat the passphrase"))
        self.new = NewPassphrase(desk, self._first, self._second, self)
        self.body.insertWidget(0, self.new)
        self.add_failure_bar()
        self.body.addStretch(1)
        appearance = desk.appearance
        self._save = PrimaryButton(appearance, self.tr("Save…"), parent=self)
        self._open = PrimaryButton(
            appearance, self.tr("Open Watchword"), keys=("Enter",), parent=self
        )
        self._open.hide()
        self.foot.set_actions(self._open)
        self.set_actions(self._save)
        self._save.clicked.connect(self._on_save_requested)
        self.new.submitted.connect(self._on_save_requested)
        self._open.clicked.connect(self.finished)

    @property
    def is_saved(self) -> bool:
        """Whether the file has been written."""
        return self._is_saved

    def enter(self) -> None:
        """Begin with the passphrase."""
        self.point_to(self._first)

    def may_close(self) -> bool:
        """Only with the file saved."""
        if not super().may_close():
            return False
        if not self._is_saved:
            self.warn(
                self.tr("The recovery file is not saved yet."),
                self.tr(
                    "The team key is on this computer only. Save the file first, then close this"
                    " window."
                ),
            )
        return self._is_saved

    def forget(self) -> None:
        """The passphrase and the suggested words too."""
        self.new.forget()

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
                lambda: self._setup.save_recovery_file(path, passphrase),
                lambda _nothing: self._on_saved(path),
                self._on_failed,
            )

        self._chooser.new_file(self, self.tr("Save the recovery file"), PROPOSED_NAME, save)

    def _on_saved(self, path: Path) -> None:
        self._is_saved = True
        self.forget()
        for entry in (self._first, self._second):
            self.hide_field(entry)
        for widget in (self.new, self._save):
            widget.hide()
        words = self.tr(
            "The recovery file is saved: {path}\n\nMove it to a place of its own, such as a USB"
            " stick in a safe, and keep the passphrase elsewhere. Invite your colleagues with"
            " “People…” in the menu Tools."
        ).format(path=path)
        if self._has_own:
            still = self.tr(
                "The shared database is still empty. Your customers and their telephone passwords"
                " are in this workstation's own: bring them over first, with “Bring over…” in the"
                " window that opens now."
            )
            words = f"{words}\n\n{still}"
        self.set_words(self.tr("The shared database is ready"), words)
        self._open.show()
        self._primary = self._open
        self.point_to(self._open)

    def _on_failed(self, error: WatchwordError) -> None:
        if not self.new.refuse(error):
            self.show_failure(error)
