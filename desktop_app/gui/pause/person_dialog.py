"""Switch person: whose window this workstation is to show next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.gui.context import Desk
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.fields import OptionRow


class PersonDialog(QuietDialog):
    """One row for each person who has a login on this workstation; ``people`` are never empty."""

    chosen = Signal(str)
    """The profile of the person."""

    def __init__(
        self, desk: Desk, people: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """``people`` are the profiles and logins."""
        super().__init__(
            desk.appearance,
            desk.tasks,
            title=self.tr("Switch person"),
            words=self.tr("This window closes, and another one opens with that person's login."),
            parent=parent,
        )
        self._rows = {
            profile: OptionRow(desk.appearance, login, icon="user", detail=profile, parent=self)
            for profile, login in people
        }
        for row in self._rows.values():
            self.form.addWidget(row)
        first = next(iter(self._rows.values()))
        first.setChecked(True)
        switch = PrimaryButton(desk.appearance, self.tr("Switch"), keys=("Enter",), parent=self)
        switch.clicked.connect(self._on_switch_clicked)
        cancel = OutlineButton(desk.appearance, self.tr("Cancel"), keys=("Esc",), parent=self)
        cancel.clicked.connect(self.reject)
        self.set_foot(switch, cancel)
        first.setFocus()

    def enter_pressed(self) -> None:
        """Enter takes the row that is chosen."""
        self._on_switch_clicked()

    def _on_switch_clicked(self) -> None:
        profile = next(name for name, row in self._rows.items() if row.isChecked())
        self.accept()
        self.chosen.emit(profile)
