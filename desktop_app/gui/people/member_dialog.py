"""The question before an action on somebody, with what it means."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.people import TeamMember
from desktop_app.gui.context import Desk
from desktop_app.gui.people.contract import TeamCare
from desktop_app.gui.people.people_texts import MemberAct, wording_of
from desktop_app.gui.people.role_choice import RoleChoice
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton


class MemberDialog(QuietDialog):
    """Asks, does it, and closes; for every action but a reset, which writes an invitation."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        care: TeamCare,
        act: MemberAct,
        member: TeamMember,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.appearance, desk.tasks, title="", parent=parent)
        self._care = care
        self._act = act
        self._login = member.person.login
        wording = wording_of(act, member.person.name)
        self.setWindowTitle(wording.title)
        self.set_words(wording.title, wording.meaning)
        self._roles: RoleChoice | None = None
        if act is MemberAct.CHANGE_ROLE:
            self._roles = RoleChoice(desk.appearance, member.person.role, self)
            self.add_field(self.tr("Role"), self._roles)
        cancel = OutlineButton(desk.appearance, self.tr("Cancel"), keys=("Esc",), parent=self)
        # Of the three questions only the choice is answered where the focus begins.
        keys = () if self._roles is None else ("Enter",)
        self._confirm = PrimaryButton(desk.appearance, wording.button, keys=keys, parent=self)
        self.set_foot(self._confirm, cancel)
        cancel.clicked.connect(self.reject)
        self._confirm.clicked.connect(self._on_confirm_clicked)
        (cancel if self._roles is None else self._roles.taken()).setFocus()

    def enter_pressed(self) -> None:
        """Take the role that is chosen; whoever is asked whether they are sure presses a button."""
        if self._roles is not None:
            self._on_confirm_clicked()

    def _job(self) -> Callable[[], object]:
        care, login = self._care, self._login
        if self._roles is not None:
            role = self._roles.role
            return lambda: care.people.change_role(login, role)
        if self._act is MemberAct.RESUME:
            return lambda: care.resume(login)
        return lambda: care.people.remove(login)

    def _on_confirm_clicked(self) -> None:
        if not self.is_busy:
            self.work(self._job(), lambda _change: self._on_changed())

    def _on_changed(self) -> None:
        self.accept()
        self.changed.emit()
