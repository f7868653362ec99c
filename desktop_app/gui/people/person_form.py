"""The fields that say who a person is: name and login, and why one cannot be used."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.core.errors import FieldRefusedError
from desktop_app.core.people import (
    LONGEST_LOGIN,
    LONGEST_NAME,
    require_login,
    require_person_name,
)
from desktop_app.core.people_errors import LoginTakenError
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.widgets.fields import FormField, TextField

translate = QCoreApplication.translate


class PersonForm(QWidget):
    """Name and login of somebody; Enter goes on, and after the last field it is ``submitted``."""

    submitted = Signal()

    def __init__(
        self, appearance: Appearance, *, name_label: str, login_label: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._name_edit = TextField(longest=LONGEST_NAME, parent=self)
        self._login_edit = TextField(longest=LONGEST_LOGIN, parent=self)
        self._name = FormField(appearance, name_label, self._name_edit, self)
        self._login = FormField(appearance, login_label, self._login_edit, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._name)
        column.addWidget(self._login)
        self._name_edit.returnPressed.connect(self._login_edit.setFocus)
        self._login_edit.returnPressed.connect(self.submitted)
        for field, edit in ((self._name, self._name_edit), (self._login, self._login_edit)):
            edit.textChanged.connect(lambda _text, field=field: field.set_message(None))

    @property
    def name(self) -> str:
        """The name as it was typed."""
        return self._name_edit.text().strip()

    @property
    def login(self) -> str:
        """The login as it was typed."""
        return self._login_edit.text().strip()

    def fill(self, name: str, login: str) -> None:
        """Propose a name and a login."""
        self._name_edit.propose(name)
        self._login_edit.propose(login)

    def first_empty(self) -> QWidget:
        """Where somebody begins."""
        return self._login_edit if self.name and not self.login else self._name_edit

    def refused_field(self) -> QWidget | None:
        """The first field that cannot be used, which then says why."""
        for check, text in ((require_person_name, self.name), (require_login, self.login)):
            try:
                check(text)
            except FieldRefusedError as error:
                return self.refuse(error)
        return None

    def refuse(self, error: Exception) -> QLineEdit | None:
        """The field that ``error`` is about, which then says so; None where it is another one."""
        match error:
            case LoginTakenError():
                self._login.set_message(failure(error))
                return self._login_edit
            case FieldRefusedError(field="login", reason=reason):
                self._login.set_message(_login_refused(reason))
                return self._login_edit
            case FieldRefusedError(field="name", reason=reason):
                self._name.set_message(_name_refused(reason))
                return self._name_edit
        return None

    def focus(self) -> None:
        """Begin at the first empty field."""
        self.first_empty().setFocus(Qt.FocusReason.OtherFocusReason)


def _login_refused(reason: str) -> str:
    match reason:
        case "empty":
            return translate("People", "Needed.")
        case "too-long":
            return translate("People", "No login is longer than 63 characters.")
    return translate(
        "People",
        "A login has small letters a to z and digits, and between them dots, hyphens and"
        " underscores; it begins with a letter. Some words are reserved.",
    )


def _name_refused(reason: str) -> str:
    match reason:
        case "empty":
            return translate("People", "Needed.")
        case "too-long":
            return translate("People", "No name is longer than 200 characters.")
    return translate("People", "The name has a character that cannot be shown.")
