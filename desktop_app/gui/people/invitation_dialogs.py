"""Writing an invitation, for somebody new or somebody whose login is reset."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.entities import Person, Role
from desktop_app.core.errors import WatchwordError
from desktop_app.core.people import TeamMember
from desktop_app.core.secret import Secret
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.file_chooser import FileChooser, FileKind
from desktop_app.gui.people.contract import TeamCare
from desktop_app.gui.people.people_texts import MemberAct, wording_of
from desktop_app.gui.people.person_form import PersonForm
from desktop_app.gui.people.role_choice import RoleChoice
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.spoken_words import SpokenWords

Write = Callable[[Path], Secret[str]]


class InvitationDialog(QuietDialog):
    """Asks for a place, writes the file, and shows its words once, to be told by voice."""

    changed = Signal()
    """An invitation was written; the list of the people has changed."""

    def __init__(self, desk: Desk, chooser: FileChooser, parent: QWidget | None = None) -> None:
        super().__init__(desk.appearance, desk.tasks, title="", parent=parent)
        self._chooser = chooser
        self._is_written = False
        appearance = desk.appearance
        self._cancel = OutlineButton(appearance, self.tr("Cancel"), keys=("Esc",), parent=self)
        self._finish = PrimaryButton(appearance, self.tr("Done"), keys=("Enter",), parent=self)
        self._finish.hide()
        self._spoken = SpokenWords(
            appearance,
            self.tr("They are not shown again. Who loses them is invited anew with “Reset…”."),
            parent=self,
        )
        self.body.insertWidget(2, self._spoken)
        self._cancel.clicked.connect(self.reject)
        self._finish.clicked.connect(self.accept)
        self._spoken.noted.connect(self._on_words_noted)

    @property
    def is_written(self) -> bool:
        """Whether the file is there and the words are shown."""
        return self._is_written

    def set_write_button(self, button: PrimaryButton) -> None:
        """The button that begins; the others are here."""
        self._write_button = button
        self.set_foot(button, self._cancel)
        self.foot.set_actions(self._finish)

    def write(self, login: str, name: str, write: Write) -> None:
        """Ask where the invitation shall go, and write it there."""

        def chosen(path: Path) -> None:
            self.work(
                lambda: write(path), lambda words: self._on_written(path, name, words), self.refuse
            )

        title = self.tr("Save the invitation")
        self._chooser.new_file(self, title, f"{login}.{FileKind.INVITATION}", chosen)

    def refuse(self, error: WatchwordError) -> None:
        """Say what did not work."""
        self.show_failure(error)

    def enter_pressed(self) -> None:
        """Close once somebody has the words."""
        if self._is_written and not self._spoken.is_waiting:
            self.accept()

    def reject(self) -> None:
        """Close, unless nobody has the words yet."""
        if self._spoken.is_waiting:
            self._spoken.point_to_box()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._spoken.forget()
        super().done(result)

    def _on_written(self, path: Path, name: str, words: Secret[str]) -> None:
        self._is_written = True
        self.clear_form()
        self.set_words(
            self.tr("Tell {name} these six words by voice").format(name=name),
            self.tr(
                "The invitation is saved: {path}\n\nSend the file as you like, but never together"
                " with the words. It works once and for 7 days. The team key in it outlives it:"
                " if file and words have fallen into wrong hands, rotate the key."
            ).format(path=path),
        )
        for button in (self._write_button, self._cancel):
            button.hide()
        self._finish.show()
        self._spoken.show_words(words)
        self.changed.emit()

    def _on_words_noted(self, noted: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._finish.set_unavailable(None if noted else self.tr("Tell the words first"))


class InviteDialog(InvitationDialog):
    """Makes a login for somebody new."""

    def __init__(
        self, desk: Desk, care: TeamCare, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, chooser, parent)
        self._care = care
        self.setWindowTitle(self.tr("Invite somebody"))
        self.set_words(
            self.tr("Invite somebody"),
            self.tr(
                "You save a file for the new colleague and get six words for it. With both,"
                " Watchword on their computer is ready."
            ),
        )
        appearance = desk.appearance
        self._person = PersonForm(
            appearance,
            name_label=self.tr("Name"),
            login_label=self.tr("Login in the database"),
            parent=self,
        )
        self._roles = RoleChoice(appearance, Role.AGENT, self)
        self.form.addWidget(self._person)
        self.add_field(self.tr("Role"), self._roles)
        button = PrimaryButton(appearance, self.tr("Save the invitation…"), parent=self)
        button.clicked.connect(self._on_write_requested)
        self._person.submitted.connect(self._on_write_requested)
        self.set_write_button(button)
        self._person.focus()

    def refuse(self, error: WatchwordError) -> None:
        """Beside its field where it is about one."""
        field = self._person.refuse(error)
        if field is None:
            super().refuse(error)
        else:
            field.setFocus()

    def _on_write_requested(self) -> None:
        refused = None if self.is_busy or self.is_written else self._person.refused_field()
        if refused is not None:
            refused.setFocus()
        elif not self.is_busy and not self.is_written:
            person = Person(self._person.login, self._person.name, self._roles.role)
            invitations = self._care.invitations
            self.write(person.login, person.name, lambda path: invitations.new(person, path))


class ResetDialog(InvitationDialog):
    """Takes somebody's login out of use and invites them anew."""

    def __init__(
        self,
        desk: Desk,
        care: TeamCare,
        member: TeamMember,
        chooser: FileChooser,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, chooser, parent)
        person = member.person
        wording = wording_of(MemberAct.RESET, person.name)
        self.setWindowTitle(wording.title)
        self.set_words(wording.title, wording.meaning)
        button = PrimaryButton(desk.appearance, wording.button, parent=self)
        invitations = care.invitations
        button.clicked.connect(
            lambda: self.write(
                person.login, person.name, lambda path: invitations.again(person.login, path)
            )
        )
        self.set_write_button(button)
        self._cancel.setFocus()
