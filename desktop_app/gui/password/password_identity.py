"""How a lead made sure who the customer is: a method, what was checked against, a note."""

from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.enrolment import LONGEST_REASON
from desktop_app.core.entities import IdentityCheck
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.texts import sentences
from desktop_app.gui.widgets.fields import FormField, OptionRow, TextField
from desktop_app.gui.widgets.message_line import MessageLine
from desktop_app.gui.widgets.section_head import SectionHead

_CALLBACK = "callback"
_ICONS = MappingProxyType(
    {
        _CALLBACK: "phone",
        "id-document": "id-card",
        "in-person": "user",
        "signed-letter": "pen",
        "video-call": "video",
    }
)
_COLUMNS = 2


class IdentityPanel(QWidget):
    """The team's methods as option rows, and two lines of text.

    No method is chosen beforehand: what is recorded was said by somebody. ``time`` is the moment
    at which a call-back is proposed as the reference, as a text.
    """

    changed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        methods: tuple[str, ...],
        time: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._time = time
        self._phone = ""
        self._proposed = ""
        self._group = QButtonGroup(self)
        self._rows = {code: self._option(appearance, code) for code in methods}
        self._refusal = MessageLine(appearance, parent=self)
        self.reference = TextField(longest=LONGEST_REASON, parent=self)
        self.note = TextField(
            placeholder=self.tr("Anything a colleague should know"),
            longest=LONGEST_REASON,
            parent=self,
        )
        self._fields = {
            "reference": FormField(appearance, self.tr("Reference"), self.reference, self),
            "note": FormField(appearance, self.tr("Note (optional)"), self.note, self),
        }
        self._lay_out(appearance)
        self._group.buttonToggled.connect(self._on_method_toggled)
        self.reference.textChanged.connect(self._on_reference_changed)
        self.note.textChanged.connect(self._on_note_changed)

    @property
    def method(self) -> str:
        """The code of the chosen method, empty where none is chosen."""
        return next((code for code, row in self._rows.items() if row.isChecked()), "")

    @property
    def is_complete(self) -> bool:
        """Whether there is a method and a reference."""
        return bool(self.method and self.reference.text().strip())

    @property
    def is_typed_in(self) -> bool:
        """Whether there is text that somebody typed."""
        return bool(self.note.text()) or self.reference.text() not in {"", self._proposed}

    @property
    def is_refused(self) -> bool:
        """Whether it says somewhere what is wrong."""
        return bool(self._refusal.sentence or any(each.message for each in self._fields.values()))

    def check(self) -> IdentityCheck:
        """What was entered, complete or not."""
        return IdentityCheck(self.method, self.reference.text(), self.note.text())

    def set_phone(self, phone: str) -> None:
        """The number on file that a call-back goes to; without one there is no call-back."""
        self._phone = phone
        callback = self._rows.get(_CALLBACK)
        if callback is not None:
            callback.set_detail(phone or self.tr("No number on file"))
            callback.setEnabled(bool(phone))
        self._propose()

    def first_method(self) -> QWidget:
        """Where the choice of a method begins: the chosen row, or the first that can be chosen."""
        rows = [row for row in self._rows.values() if row.isEnabled()]
        return next((row for row in rows if row.isChecked()), rows[0] if rows else self.reference)

    def take_focused(self) -> None:
        """Choose the method that has the focus, if one has."""
        for row in self._rows.values():
            if row.hasFocus():
                row.setChecked(True)

    def point_out_missing(self) -> QWidget | None:
        """Say what has not been chosen or typed yet; the field to go to, None where nothing is."""
        if not self.method:
            return self.refuse("method", self.tr("Choose how you checked who this is."))
        if not self.reference.text().strip():
            return self.refuse("reference", self.tr("Say what you checked against."))
        return None

    def refuse(self, field: str, sentence: str) -> QWidget:
        """Say below ``method``, ``reference`` or ``note`` what is wrong; the field to go to."""
        if field == "method":
            self._refusal.set_sentence(sentence)
            return self.first_method()
        self._fields[field].set_message(sentence)
        return self.note if field == "note" else self.reference

    def _option(self, appearance: Appearance, code: str) -> OptionRow:
        row = OptionRow(
            appearance,
            sentences.check_method(code),
            icon=_ICONS.get(code, "shield-check"),
            parent=self,
        )
        self._group.addButton(row)
        return row

    def _lay_out(self, appearance: Appearance) -> None:
        head = SectionHead(
            appearance,
            self.tr("How did you check who this is?"),
            self.tr("Recorded with your name"),
            self,
        )
        grid = QGridLayout()
        grid.setSpacing(6)
        first_line = 0
        others = [row for code, row in self._rows.items() if code != _CALLBACK]
        if _CALLBACK in self._rows:
            # It shows the number, and so has a line of its own.
            grid.addWidget(self._rows[_CALLBACK], 0, 0, 1, _COLUMNS)
            first_line = 1
        lines = -(-len(others) // _COLUMNS)
        for place, row in enumerate(others):
            column, line = divmod(place, lines)
            grid.addWidget(row, first_line + line, column)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        texts = QHBoxLayout()
        texts.setSpacing(12)
        for field in self._fields.values():
            # A refusal below one of them leaves the other where it is.
            texts.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(head)
        layout.addLayout(grid)
        layout.addWidget(self._refusal)
        layout.addLayout(texts)

    def _on_method_toggled(self, _row: OptionRow, checked: bool) -> None:  # noqa: FBT001
        if not checked:
            return
        self._refusal.set_sentence(None)
        self._propose()
        self.changed.emit()

    def _propose(self) -> None:
        """Fill in a reference for a call-back, as long as nobody typed one."""
        untouched = self.reference.text() in {"", self._proposed}
        self._proposed = ""
        if self.method == _CALLBACK:
            self._proposed = self.tr("Called {phone} at {time}").format(
                phone=self._phone, time=self._time
            )
        if untouched:
            self.reference.setText(self._proposed)
            self.reference.setCursorPosition(0)

    def _on_reference_changed(self) -> None:
        self._fields["reference"].set_message(None)
        self.changed.emit()

    def _on_note_changed(self) -> None:
        self._fields["note"].set_message(None)
        self.changed.emit()
