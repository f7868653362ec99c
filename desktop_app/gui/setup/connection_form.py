"""The fields that say where a shared database is and who owns it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.host_address import HIGHEST_PORT, host_address
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.setup.contract import OwnerLogin, ServerAddress, SetupStep
from desktop_app.gui.setup.step_list import StepState
from desktop_app.gui.widgets.buttons import OutlineButton
from desktop_app.gui.widgets.fields import FormField, TextField
from desktop_app.gui.widgets.hint_line import HintLine
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.password_entry import PasswordEntry, reveal_last

_USUAL_PORT: Final = 5432
_USUAL_DATABASE: Final = "watchword"
_LONGEST: Final = 255
_LONGEST_PATH: Final = 4_096
_LONGEST_PASSWORD: Final = 1_000
_PORT_WIDTH: Final = 84
_GAP: Final = 12


class ConnectionForm(QWidget):
    """Host, port, database, the CA file, and the login for setting up with its password.

    Enter goes to the next field; in the last one it is ``submitted``.
    """

    changed = Signal()
    submitted = Signal()
    browse_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._host = self._field(self.tr("Host"), _LONGEST)
        self._port = self._field(self.tr("Port"), 5)
        self._database = self._field(self.tr("Database"), _LONGEST)
        self._login = self._field(self.tr("Login for setting up"), _LONGEST)
        self._line(self._port).propose(str(_USUAL_PORT))
        self._line(self._database).propose(_USUAL_DATABASE)
        self._password = PasswordEntry(
            appearance,
            name=self.tr("Password for setting up"),
            compact=True,
            longest=_LONGEST_PASSWORD,
            parent=self,
        )
        # Tab follows the order in which the fields are made.
        self._authority = self._field(self.tr("CA file"), _LONGEST_PATH)
        self._line(self._authority).setPlaceholderText(self.tr("System certificates"))
        self._browse = OutlineButton(appearance, self.tr("Browse…"), parent=self)
        self._browse.clicked.connect(self.browse_requested)
        reveal_last(self._password, last=self._browse)
        self._compose()
        self._connect()

    def address(self) -> ServerAddress:
        """Where the database is; ``refused_field`` has found nothing."""
        authority = self._text(self._authority)
        return ServerAddress(
            hosts=tuple(host.strip() for host in self._text(self._host).split(",")),
            port=int(self._text(self._port)),
            database=self._text(self._database),
            authority=Path(authority) if authority else None,
        )

    def owner(self) -> OwnerLogin:
        """The login for setting up, which stays in its fields."""
        return OwnerLogin(self._text(self._login), self._password.peek())

    def set_authority(self, path: Path) -> None:
        """Fill the CA file in."""
        self._line(self._authority).setText(str(path))
        self._line(self._authority).setFocus()

    def refuse_authority(self, sentence: str) -> QWidget:
        """Say why the CA file cannot be used; its field."""
        self._authority.set_message(sentence)
        return self._line(self._authority)

    def first_empty(self) -> QWidget:
        """Where somebody begins."""
        for field in (self._host, self._login):
            if not self._text(field):
                return self._line(field)
        return self._password if self._password.is_empty() else self._line(self._host)

    def refused_field(self) -> QWidget | None:
        """The first field that cannot be used, which then says why."""
        for field in (self._host, self._database, self._login):
            field.set_message(None if self._text(field) else self.tr("Needed."))
        hosts = self._text(self._host).split(",")
        if self._text(self._host) and not all(_is_host(host.strip()) for host in hosts):
            self._host.set_message(
                self.tr(
                    "A host has no spaces, and its own port behind a colon. Commas between several."
                )
            )
        port = self._text(self._port)
        is_port = port.isascii() and port.isdecimal() and 1 <= int(port) <= HIGHEST_PORT
        self._port.set_message(None if is_port else self.tr("1 to 65535"))
        self._authority.set_message(None)
        for field in (self._host, self._port, self._database, self._login):
            if field.message:
                return field.editor
        if self._password.is_empty():
            self._password.set_message(self.tr("Needed."))
            return self._password
        return None

    def field_for(self, steps: Mapping[SetupStep, StepState]) -> QWidget | None:
        """What should be looked at after a failed test; it says what is needed where it can."""
        failed = next((step for step, state in steps.items() if state is StepState.FAILED), None)
        match failed:
            case SetupStep.HOST:
                return self._line(self._host)
            case SetupStep.PORT:
                return self._line(self._port)
            case SetupStep.CERTIFICATE:
                self._authority.set_message(self.tr("Needed: your team's CA file (.crt or .pem)"))
                return self._browse
            case SetupStep.SIGN_IN:
                return self._password
        return None

    def _field(self, label: str, longest: int) -> FormField:
        return FormField(self._appearance, label, TextField(longest=longest, parent=self), self)

    @staticmethod
    def _line(field: FormField) -> TextField:
        editor = field.editor
        if not isinstance(editor, TextField):
            raise TypeError(editor)
        return editor

    def _text(self, field: FormField) -> str:
        return self._line(field).text().strip()

    def _compose(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        self._port.setFixedWidth(self._appearance.theme.scaled(_PORT_WIDTH))
        column.addLayout(_row((self._host, 1), (self._port, 0)))
        column.addLayout(_row((self._database, 1), (self._login, 1)))
        column.addLayout(self._password_group())
        column.addLayout(self._authority_row())
        promise = HintLine(self._appearance, icon="shield", parent=self)
        promise.set_text(
            self.tr("Encryption cannot be switched off for a host that is not this computer.")
        )
        column.addWidget(promise)

    def _password_group(self) -> QVBoxLayout:
        words = Label(
            self._appearance,
            self.tr("Password for setting up"),
            pixels=12,
            weight=500,
            colour="text2",
            parent=self,
        )
        words.setBuddy(self._password)
        once = HintLine(self._appearance, icon="key", parent=self)
        once.set_text(self.tr("Used now and never stored"))
        group = QVBoxLayout()
        group.setSpacing(4)
        group.addWidget(words)
        group.addWidget(self._password)
        group.addWidget(once)
        return group

    def _authority_row(self) -> QHBoxLayout:
        row = _row((self._authority, 1))
        beside = QVBoxLayout()
        beside.setContentsMargins(0, self._appearance.theme.scaled(20), 4, 0)
        beside.addWidget(self._browse)
        beside.addStretch(1)
        row.addLayout(beside)
        return row

    def _connect(self) -> None:
        order = (self._host, self._port, self._database, self._login)
        followers: list[QWidget] = [*(self._line(field) for field in order[1:]), self._password]
        for field, follower in zip(order, followers, strict=True):
            self._line(field).returnPressed.connect(_focuser(follower))
        self._password.submitted.connect(self.submitted)
        self._line(self._authority).returnPressed.connect(self.submitted)
        for field in (*order, self._authority):
            self._line(field).textChanged.connect(_clearer(field))
            self._line(field).textChanged.connect(self.changed)
        self._password.content_changed.connect(self.changed)


def _focuser(widget: QWidget) -> Callable[[], None]:
    return lambda: widget.setFocus(Qt.FocusReason.OtherFocusReason)


def _clearer(field: FormField) -> Callable[[], None]:
    return lambda: field.set_message(None)


def _is_host(host: str) -> bool:
    try:
        return bool(host_address(host, 1)) and host.isprintable() and " " not in host
    except ValueError:
        return False


def _row(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for widget, stretch in parts:
        row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
    return row
