"""The identity checks a lead may choose from: the usual ones, and the team's own by name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.policy import CHECK_METHODS, LONGEST_METHOD, MOST_METHODS, method_refusal
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.policy.rule_field import RuleField
from desktop_app.gui.texts.rule_values import method_refused
from desktop_app.gui.texts.sentences import check_method
from desktop_app.gui.widgets.buttons import OutlineButton
from desktop_app.gui.widgets.fields import CheckBox, FormField, TextField

_RULE = "check_methods"
_LABEL_HEIGHT = 20
_TYPED_MOST = LONGEST_METHOD + 1  # so that a longer name is refused, not cut


class MethodField(RuleField):
    """A box for each check, ticked where it may be chosen, and a field for one of the team's own.

    One of the team's own that is not ticked is forgotten when the rules are saved.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        body = QWidget()
        super().__init__(appearance, _RULE, body, parent=parent)
        self._appearance = appearance
        self._boxes: dict[str, CheckBox] = {}
        self._stored: tuple[str, ...] = ()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._name = TextField(longest=_TYPED_MOST)
        self._own = FormField(appearance, self.tr("One of your own"), self._name, self)
        self._add = OutlineButton(appearance, self.tr("Add"), icon="plus", parent=self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._own, 1)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addSpacing(appearance.theme.scaled(_LABEL_HEIGHT))  # in line with the field
        beside.addWidget(self._add)
        beside.addStretch(1)
        row.addLayout(beside)
        self._column.addLayout(row)
        for code in CHECK_METHODS:
            self._add_box(code)
        self.setTabOrder(list(self._boxes.values())[-1], self._name)
        self.setTabOrder(self._name, self._add)
        self._add.clicked.connect(self._on_add_clicked)
        self._name.textChanged.connect(lambda: self._own.set_message(None))

    def value(self) -> tuple[str, ...]:
        chosen = tuple(code for code, box in self._boxes.items() if box.isChecked())
        # The order means nothing: the same checks are no change.
        return self._stored if set(chosen) == set(self._stored) else chosen

    def set_value(self, value: object) -> None:
        chosen = tuple(map(str, value)) if isinstance(value, (tuple, list)) else ()
        self._stored = chosen
        for code in chosen:
            if code not in self._boxes:
                self._add_box(code)
        for code, box in self._boxes.items():
            box.setChecked(code in chosen)
        self.show_default()

    def set_read_only(self) -> None:
        for box in self._boxes.values():
            box.setEnabled(False)
        for widget in (self._own, self._add):
            widget.hide()
        super().set_read_only()

    def take_enter(self) -> bool:
        """Add the name that is being typed; whether there was one."""
        if not (self._name.hasFocus() and self._name.text().strip()):
            return False
        self._on_add_clicked()
        return True

    def _add_box(self, code: str) -> CheckBox:
        box = CheckBox(self._appearance, check_method(code), self.editor)
        if self._boxes:
            self.setTabOrder(list(self._boxes.values())[-1], box)
        box.setEnabled(not self._is_read_only)
        self._boxes[code] = box
        self._column.insertWidget(len(self._boxes) - 1, box)
        box.show()  # a layout would do so in the next turn, and Tab would pass it by until then
        box.toggled.connect(self.edited)
        return box

    def _on_add_clicked(self) -> None:
        name = self._name.text().strip()
        reason = self._reason_against(name)
        if reason is not None:
            self._own.set_message(method_refused(reason))
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        box = self._add_box(name)
        self._name.clear()
        box.setChecked(True)

    def _reason_against(self, name: str) -> str | None:
        taken = {word.casefold() for code in self._boxes for word in (code, check_method(code))}
        if name.casefold() in taken or len(self._boxes) >= MOST_METHODS:
            return "taken" if name.casefold() in taken else "many"
        return method_refusal(name)
