"""The question before a person's checks go on."""

from PySide6.QtWidgets import QWidget

from desktop_app.core.ports import CredentialStore
from desktop_app.gui.context import Desk
from desktop_app.gui.people.people_texts import MemberAct, wording_of
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton


class ResumeDialog(QuietDialog):
    """Asks, ends the pause, and is accepted; a refusal is said in the dialog."""

    def __init__(
        self,
        desk: Desk,
        credentials: CredentialStore,
        login: str,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        wording = wording_of(MemberAct.RESUME, name)
        super().__init__(desk.appearance, desk.tasks, title=wording.title, parent=parent)
        self.set_words(wording.title, wording.meaning)
        self._credentials = credentials
        self._login = login
        cancel = OutlineButton(desk.appearance, self.tr("Cancel"), keys=("Esc",), parent=self)
        confirm = PrimaryButton(desk.appearance, wording.button, parent=self)
        self.set_foot(confirm, cancel)
        cancel.clicked.connect(self.reject)
        confirm.clicked.connect(self._on_confirm_clicked)
        cancel.setFocus()

    def _on_confirm_clicked(self) -> None:
        credentials, login = self._credentials, self._login
        if not self.is_busy:
            self.work(lambda: credentials.resume(login), lambda _change: self.accept())
