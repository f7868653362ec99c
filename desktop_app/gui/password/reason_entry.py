"""What somebody says about a change: one of a few reasons, a text, the number that confirms it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from desktop_app.core.customer_fields import LONGEST_NUMBER
from desktop_app.core.enrolment import LONGEST_REASON
from desktop_app.core.entities import Customer
from desktop_app.core.errors import FieldRefusedError
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.password.reason_texts import Wording
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.widgets.fields import FormField, OptionRow, TextField


class ReasonEntry(QWidget):
    """The fields of one action; what the action does not ask for is not shown.

    Whoever types while the focus is at the reasons types their own words.
    """

    changed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        wording: Wording,
        customer: Customer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wording = wording
        self._number = customer.number
        self._group = QButtonGroup(self)
        self._choices = [OptionRow(appearance, each, parent=self) for each in wording.choices]
        self._text = TextField(placeholder=wording.hint, longest=LONGEST_REASON, parent=self)
        self._confirmation = TextField(longest=LONGEST_NUMBER, parent=self)
        self._text_field = FormField(appearance, wording.label, self._text, self)
        confirm = self.tr("Customer number, to confirm")
        self._confirm_field = FormField(appearance, confirm, self._confirmation, self)
        self._confirm_field.setVisible(wording.is_confirmed)
        self._lay_out()
        self._text.textChanged.connect(self._on_changed)
        self._confirmation.textChanged.connect(self._on_changed)
        self._group.buttonToggled.connect(self._on_changed)

    @property
    def first(self) -> QWidget:
        """Where it begins."""
        return self._choices[0] if self._choices else self._text

    @property
    def is_started(self) -> bool:
        """Whether something was chosen or typed."""
        texts = (self._text.text(), self._confirmation.text())
        return bool(self._chosen()) or any(each.strip() for each in texts)

    def text(self) -> str:
        """What was said, as one text."""
        chosen, typed = self._chosen(), self._text.text().strip()
        if chosen and typed:
            return self.tr("{reason}: {more}").format(reason=chosen, more=typed)
        return chosen or typed

    def take_focused(self) -> bool:
        """Choose the reason that has the focus and go on to the text; whether that was to do."""
        for row in self._choices:
            if row.hasFocus() and not row.isChecked():
                row.setChecked(True)
                self._text.setFocus()
                return True
        return False

    def point_out_missing(self) -> QWidget | None:
        """Say what is missing; the field to go to, None where nothing is."""
        if not self.text():
            if self._choices:
                self._text_field.set_message(self.tr("Choose a reason, or say it in your words."))
                return self.first
            return self.refuse(FieldRefusedError("reason", "empty"))
        if self._wording.is_confirmed and self._confirmation.text().strip() != self._number:
            self._confirm_field.set_message(
                self.tr("Type {number}: it cannot be undone.").format(number=self._number)
            )
            return self._confirmation
        return None

    def refuse(self, error: FieldRefusedError) -> QWidget:
        """Say why the text is refused; the field to go to."""
        self._text_field.set_message(failure(error))
        return self._text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            typed = event.text()
            if typed.isprintable() and typed.strip():
                self._text.setFocus()
                self._text.insert(typed)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for row in self._choices:
            row.installEventFilter(self)
            self._group.addButton(row)
            layout.addWidget(row)
        if self._choices:
            layout.addSpacing(6)
        layout.addWidget(self._text_field)
        layout.addSpacing(6)
        layout.addWidget(self._confirm_field)

    def _chosen(self) -> str:
        return next((row.text() for row in self._choices if row.isChecked()), "")

    def _on_changed(self) -> None:
        for field in (self._text_field, self._confirm_field):
            field.set_message(None)
        self.changed.emit()
