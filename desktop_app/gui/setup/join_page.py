"""Joining a team: an invitation file and the six words that were told by voice."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.errors import FileUnusableError, WatchwordError
from desktop_app.core.people_errors import InvitationWordsError
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.desktop.file_chooser import FileChooser, FileKind
from desktop_app.gui.setup.contract import Joined, Ways
from desktop_app.gui.setup.wizard_page import WizardPage
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.texts.sentences import role_name
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.labels import ElidedLabel, Label
from desktop_app.gui.widgets.message_line import MessageLine


class JoinPage(WizardPage):
    """File and words; afterwards profile, certificate, login and key are in place."""

    finished = Signal(str)
    """The person has joined and wants to begin; the name of the profile."""

    def __init__(
        self,
        desk: Desk,
        ways: Ways,
        chooser: FileChooser,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent, unlock=ways.unlock)
        self._ways = ways
        self._chooser = chooser
        self._path: Path | None = None
        self._joined: Joined | None = None
        self.set_words(
            self.tr("Join my team"),
            self.tr(
                "Type the six words your administrator has told you by voice. Capitals, commas"
                " and hyphens do not matter."
            ),
        )
        appearance = desk.appearance
        self._name = ElidedLabel(appearance, self.tr("No file chosen"), parent=self)
        self._choose = OutlineButton(appearance, self.tr("Choose…"), parent=self)
        self._file_message = MessageLine(appearance, parent=self)
        self._add_file_row()
        self._entry = self.add_entry(self.tr("The six words"))
        self.add_failure_bar()
        self.body.addStretch(1)
        self._back = OutlineButton(appearance, self.tr("Back"), parent=self)
        self._go = PrimaryButton(appearance, self.tr("Join"), keys=("Enter",), parent=self)
        self._open = PrimaryButton(
            appearance, self.tr("Open Watchword"), keys=("Enter",), parent=self
        )
        self._open.hide()
        self.foot.set_actions(self._open)
        self.set_actions(self._go, self._back)
        self._choose.clicked.connect(self.choose_file)
        self._back.clicked.connect(self.go_back)
        self._go.clicked.connect(self._on_join_requested)
        self._entry.submitted.connect(self._on_join_requested)
        self._open.clicked.connect(self._on_open_clicked)

    @property
    def has_file(self) -> bool:
        """Whether a file was chosen that may be an invitation."""
        return self._path is not None

    def enter(self) -> None:
        """Begin with what is missing."""
        self.point_to(self._entry if self.has_file else self._choose)

    def choose_file(self) -> None:
        """Ask for the invitation file."""
        title = self.tr("Choose the invitation file")
        self._chooser.existing_file(self, title, FileKind.INVITATION, self.take_file)

    def take_file(self, path: Path) -> None:
        """This is to be the invitation; where it cannot be, that is said before any words."""
        self._path = None
        self._file_message.set_sentence(None)
        self._name.setText(str(path))
        self._entry.wipe()
        self.work(
            lambda: self._ways.look(path),
            lambda _nothing: self._on_looked(path),
            lambda error: self._refuse_file(failure(error)),
        )

    def _add_file_row(self) -> None:
        label = Label(
            self._desk.appearance,
            self.tr("Invitation file"),
            pixels=12,
            weight=500,
            colour="text2",
            parent=self,
        )
        label.setBuddy(self._choose)
        row = QHBoxLayout()
        row.addWidget(self._name, 1)
        row.addWidget(self._choose)
        self._file_group = QWidget(self)
        column = QVBoxLayout(self._file_group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self._file_message)
        self.body.addWidget(self._file_group)

    def _on_looked(self, path: Path) -> None:
        self._path = path
        self.enter()

    def _on_join_requested(self) -> None:
        path = self._path
        if self.is_busy or self._joined is not None:
            return
        if path is None:
            self._refuse_file(self._file_message.sentence or self.tr("Choose the file first."))
        elif self._entry.is_empty():
            self._entry.set_message(self.tr("Needed."))
            self.point_to(self._entry)
        else:
            words = self._entry.peek()
            self.work(lambda: self._ways.join(path, words), self._on_joined, self._on_failed)

    def _on_joined(self, joined: Joined) -> None:
        self._joined = joined
        self._can_go_back = False
        self.forget()
        self.hide_field(self._entry)
        for widget in (self._file_group, self._go, self._back):
            widget.hide()
        title = self.tr("You have joined the team")
        words = self.tr(
            "{name}, {role}. Your login and the team key are on this computer now. The invitation"
            " is used up; delete its file."
        ).format(name=joined.person.name, role=role_name(joined.person.role))
        self.set_words(title, words)
        announce(self, f"{title}. {words}")
        self._open.show()
        self._primary = self._open
        self.point_to(self._open)

    def _on_failed(self, error: WatchwordError) -> None:
        if isinstance(error, InvitationWordsError):
            sentence = failure(error)
            self._entry.set_message(sentence)
            announce(self._entry, sentence)
            self.point_to(self._entry)
        elif isinstance(error, FileUnusableError) and error.path == str(self._path):
            self._refuse_file(failure(error))
        else:
            self.show_failure(error)

    def _refuse_file(self, sentence: str) -> None:
        self._file_message.set_sentence(sentence)
        announce(self._choose, sentence)
        self.point_to(self._choose)

    def _on_open_clicked(self) -> None:
        if self._joined is not None:
            self.finished.emit(self._joined.profile)
