"""A colleague has changed the customer first: what holds, field by field."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from desktop_app.core.countries import country_names
from desktop_app.core.customer_conflict import Conflict
from desktop_app.core.entities import CustomerDraft
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.dialog_frame import DialogFrame
from desktop_app.gui.widgets.fields import OptionRow
from desktop_app.gui.widgets.labels import Label, plain_tooltip
from desktop_app.gui.widgets.message_line import MessageLine


class ConflictDialog(DialogFrame):
    """Each field that the colleague changed, with their value and one's own.

    Theirs is chosen where one has left the field alone. Where both have changed it nothing is,
    and nothing is saved before somebody has chosen. Closing it goes back to the form.
    """

    resolved = Signal(object)
    """The ``CustomerDraft`` to be saved over what is stored now."""
    reload_requested = Signal()
    """What was typed is given up for what is stored now."""

    def __init__(
        self,
        appearance: Appearance,
        conflict: Conflict,
        labels: Mapping[str, str],
        changed_by: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, scrolls=True, parent=parent)
        self._appearance = appearance
        self._conflict = conflict
        customer = conflict.theirs
        self.setWindowTitle(self.tr("Changed meanwhile"))
        self.header.set_customer(customer.name, customer.company, customer.number, "")
        self._choices = {
            field: _FieldChoice(appearance, conflict, field, labels[field], self)
            for field in conflict.fields
        }
        self._reload = OutlineButton(appearance, self.tr("Give up mine"), parent=self)
        self._back = OutlineButton(appearance, self.tr("Back"), keys=("Esc",), parent=self)
        self._save = PrimaryButton(
            appearance, self.tr("Save customer"), keys=("Ctrl", "Enter"), parent=self
        )
        self._lay_out(changed_by)
        self.set_size(600, 420, smallest=(480, 320))
        self._reload.clicked.connect(self._on_reload_clicked)
        self._back.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save_requested)
        self.bind_keys(
            {"Ctrl+Return": self._on_save_requested, "Ctrl+Enter": self._on_save_requested}
        )
        next(iter(self._choices.values())).first.setFocus()

    def _lay_out(self, changed_by: str) -> None:
        title = Label(
            self._appearance,
            self.tr("A colleague has changed this customer meanwhile"),
            pixels=15,
            weight=600,
            wrap=True,
            parent=self,
        )
        words = self.tr("Nothing is saved yet. Choose what holds; the rest is as you typed it.")
        if changed_by:
            words = f"{changed_by} {words}"
        meaning = Label(self._appearance, words, colour="text2", wrap=True, parent=self)
        self.body.setSpacing(12)
        for widget in (title, meaning, *self._choices.values()):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.foot.add_leading(self._reload)
        self.foot.add_leading(QWidget(self), stretch=1)
        self.foot.set_actions(self._save, self._back)

    def enter_pressed(self) -> None:
        """Choose what has the focus, and go on."""
        for choice in self._choices.values():
            choice.take_focused()
        self.focusNextPrevChild(True)

    def _on_save_requested(self) -> None:
        for choice in self._choices.values():
            if not choice.is_made:
                choice.point_out()
                self.point_to(choice.first)
                return
        kept = [field for field, choice in self._choices.items() if choice.is_mine]
        self.resolved.emit(self._conflict.merged(kept))
        self.accept()

    def _on_reload_clicked(self) -> None:
        self.reload_requested.emit()
        self.accept()


class _FieldChoice(QWidget):
    """Theirs or mine, for one field."""

    def __init__(
        self, appearance: Appearance, conflict: Conflict, field: str, label: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        theirs = self._value(field, conflict.theirs)
        mine = self._value(field, conflict.mine)
        is_contested = conflict.is_contested(field)
        own = self.tr("You: {value}") if is_contested else self.tr("As it was: {value}")
        rows = {
            "theirs": self.tr("Colleague: {value}").format(value=theirs),
            "mine": own.format(value=mine),
        }
        self._group = QButtonGroup(self)
        self._rows = {name: OptionRow(appearance, text, parent=self) for name, text in rows.items()}
        self._message = MessageLine(appearance, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(
            Label(appearance, label, pixels=12, weight=500, colour="text2", parent=self)
        )
        for name, row in self._rows.items():
            row.setAccessibleName(self.tr("{field}, {value}").format(field=label, value=row.text()))
            row.setToolTip(plain_tooltip(self._value(field, getattr(conflict, name))))
            self._group.addButton(row)
            layout.addWidget(row)
        layout.addWidget(self._message)
        if not is_contested:
            self._rows["theirs"].setChecked(True)
        self._group.buttonToggled.connect(lambda: self._message.set_sentence(None))

    @property
    def first(self) -> QWidget:
        """Where the choice begins."""
        chosen = self._group.checkedButton()
        return chosen if isinstance(chosen, QWidget) else self._rows["theirs"]

    @property
    def is_made(self) -> bool:
        """Whether one of both is chosen."""
        return self._group.checkedButton() is not None

    @property
    def is_mine(self) -> bool:
        """Whether one's own value is to be kept."""
        return self._rows["mine"].isChecked()

    def take_focused(self) -> None:
        """Choose the value that has the focus, if one has."""
        for row in self._rows.values():
            if row.hasFocus():
                row.setChecked(True)

    def point_out(self) -> None:
        """Say that nothing is chosen yet."""
        self._message.set_sentence(self.tr("Both of you have changed this: choose one."))

    def _value(self, field: str, draft: CustomerDraft) -> str:
        value = getattr(draft, field)
        match field:
            case "active":
                return self.tr("active") if value else self.tr("inactive")
            case "country":
                value = country_names().get(value, value)
            case "language":
                value = {"de": self.tr("German"), "en": self.tr("English")}.get(value, "")
            case "phones" | "emails" | "domains":
                value = ", ".join(value)
            case _:
                value = " ".join(value.split())
        return str(value) or self.tr("(empty)")
