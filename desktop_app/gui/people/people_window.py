"""Who belongs to the team, and what an administrator does about it."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.core.errors import WatchwordError
from desktop_app.core.people import TeamMember
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.file_chooser import FileChooser
from desktop_app.gui.desktop.window_geometry import remember_geometry, restore_geometry
from desktop_app.gui.latest import Latest
from desktop_app.gui.people.contract import TeamCare
from desktop_app.gui.people.invitation_dialogs import (
    InvitationDialog,
    InviteDialog,
    ResetDialog,
)
from desktop_app.gui.people.member_dialog import MemberDialog
from desktop_app.gui.people.people_table import PeopleTable
from desktop_app.gui.people.people_texts import MemberAct, act_button, act_refusal
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.dialog_frame import PlainFrame
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.progress_line import ProgressLine
from desktop_app.gui.widgets.surfaces import Area

_NAME: Final = "people"
_DEFAULT_SIZE: Final = (840, 560)
_SMALLEST_SIZE: Final = (560, 420)
_MARGIN: Final = 20

ShowDialog = Callable[[PlainFrame], None]
Read = tuple[list[TeamMember], datetime]


class PeopleWindow(PlainFrame):
    """The list, and below it what can be done with the selected person.

    ``show_dialog`` opens a dialog over it; the list is read again when that has changed something.
    """

    changed = Signal()
    """Something was changed; the journal has new entries."""

    def __init__(
        self,
        desk: Desk,
        care: TeamCare,
        chooser: FileChooser,
        show_dialog: ShowDialog,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.appearance, parent=parent)
        self._desk = desk
        self._care = care
        self._chooser = chooser
        self._show_dialog = show_dialog
        self._reading = Latest[Read](desk.tasks, self._on_read, self._on_reading_failed, self)
        self.setWindowTitle(self.tr("People"))
        self.setMinimumSize(*_SMALLEST_SIZE)
        self._build()
        self._connect()
        if not restore_geometry(self, _NAME, desk.preferences):
            self.resize(*map(desk.appearance.theme.scaled, _DEFAULT_SIZE))
        self.table.setFocus()
        self.refresh()

    @property
    def is_busy(self) -> bool:
        """Whether the list is being read."""
        return self._reading.is_busy

    def refresh(self) -> None:
        """Read the list again."""
        self._progress.start()
        self._trouble.hide()
        care = self._care
        self._reading.run(lambda: (care.people.all(), care.clock()))

    def done(self, result: int) -> None:
        """Close; where the window stood is remembered."""
        remember_geometry(self, _NAME, self._desk.preferences)
        super().done(result)

    def _build(self) -> None:
        appearance = self._desk.appearance
        self._progress = ProgressLine(appearance, parent=self)
        self._trouble = AmberBar(appearance, stacked=True, parent=self)
        self.table = PeopleTable(appearance, self)
        self._whom = Label(appearance, pixels=15, weight=600, wrap=True, parent=self)
        self._actions: dict[MemberAct, OutlineButton] = {}
        acts = Area(appearance, fill="raised", edges=Qt.Edge.TopEdge, parent=self)
        column = QVBoxLayout(acts)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        column.setSpacing(8)
        column.addWidget(self._whom)
        row = QGridLayout()
        row.setSpacing(8)
        row.setColumnStretch(len(MemberAct), 1)
        for place, act in enumerate(MemberAct):
            button = OutlineButton(appearance, act_button(act), parent=acts)
            button.clicked.connect(lambda _checked, act=act: self._ask(act))
            row.addWidget(button, 0, place)
            self._actions[act] = button
        column.addLayout(row)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(acts)
        self.add_on_top(self._progress)
        self.add_notice(self._trouble)
        self._invite = PrimaryButton(
            appearance, self.tr("Invite…"), icon="plus", keys=("Ctrl", "N"), parent=self
        )
        close = OutlineButton(appearance, self.tr("Close"), keys=("Esc",), parent=self)
        close.clicked.connect(self.reject)
        self.foot.add_leading(QWidget(self), stretch=1)
        self.foot.set_actions(self._invite, close)

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_table_chosen)
        self.table.entered.connect(self._on_table_entered)
        self._invite.clicked.connect(self._ask_whom_to_invite)
        self.bind_keys({"F5": self.refresh, "Ctrl+N": self._invite.click})
        self._on_table_chosen()

    def _on_read(self, read: Read) -> None:
        self._progress.stop()
        members, now = read
        self.table.set_members(members, now)

    def _on_reading_failed(self, error: WatchwordError) -> None:
        self._progress.stop()
        self._trouble.set_texts(self.tr("The list could not be read."), failure(error))

    def _on_table_chosen(self) -> None:
        member = self.table.member
        self._whom.setText("" if member is None else member.person.name)
        for act, button in self._actions.items():
            button.set_unavailable(act_refusal(act, member, self._care.login))

    def _on_table_entered(self) -> None:
        """Enter goes to what can be done with this person."""
        usable = [button for button in self._actions.values() if button.isEnabled()]
        if usable:
            usable[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, act: MemberAct) -> None:
        member = self.table.member
        if member is None:
            return
        if act is MemberAct.RESET:
            self._open(ResetDialog(self._desk, self._care, member, self._chooser, self))
        else:
            self._open(MemberDialog(self._desk, self._care, act, member, self))

    def _ask_whom_to_invite(self) -> None:
        self._open(InviteDialog(self._desk, self._care, self._chooser, self))

    def _open(self, dialog: MemberDialog | InvitationDialog) -> None:
        dialog.changed.connect(self._on_dialog_changed)
        dialog.finished.connect(self._on_dialog_finished)
        self._show_dialog(dialog)

    def _on_dialog_finished(self, _result: int) -> None:
        self.table.setFocus()

    def _on_dialog_changed(self) -> None:
        self.refresh()
        self.changed.emit()
