"""One rule of the policy on screen: its editor, what it does, and the way back to its default."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.policy import Policy
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.texts.rule_names import rule_name
from desktop_app.gui.texts.rule_values import KIB_PER_MIB, bounds_of, rule_value
from desktop_app.gui.widgets.buttons import LinkButton
from desktop_app.gui.widgets.fields import CheckBox, FormField, LinesField, TextField
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.message_line import MessageLine

_NUMBER_WIDTH: Final = 96
_LONGEST_NUMBER: Final = 7
_EDITOR_SHARE: Final = 5
_EFFECT_SHARE: Final = 6
_TEXT_LINES: Final = 4
_MEMORY: Final = "memory_kib"


class RuleField(QWidget):
    """The editor of one rule with its name above it; subclasses read and fill it.

    ``is_wide`` lets the editor have the whole width, and says neither effect nor default.
    """

    edited = Signal()

    def __init__(
        self,
        appearance: Appearance,
        rule: str,
        editor: QWidget,
        *,
        is_wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rule = rule
        self.editor = editor
        self._default = getattr(Policy(), rule)
        self._is_wide = is_wide
        self._is_read_only = False
        self._effect = Label(appearance, pixels=12, colour="text2", wrap=True, parent=self)
        self._usual = Label(appearance, pixels=12, colour="text3", wrap=True, parent=self)
        self._back = LinkButton(appearance, self.tr("Back to the default"), flush=True, parent=self)
        # As high as the link that takes its place: nothing moves while somebody types.
        self._usual.setMinimumHeight(self._back.sizeHint().height())
        self._bounds = Label(appearance, bounds_of(rule), pixels=12, colour="text3", parent=self)
        self._field = FormField(appearance, rule_name(rule), editor, self, wraps=True)
        self._remark = MessageLine(appearance, look=Look.LOCKED, icon="warning", parent=self)
        self._lay_out()
        self._back.clicked.connect(self._on_back_clicked)
        self.edited.connect(self.show_default)

    def value(self) -> object | None:
        """What stands in the editor, None where it is no value of the rule's kind."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Fill the editor."""
        raise NotImplementedError

    def set_read_only(self) -> None:
        """Only show the rule."""
        self._is_read_only = True
        self.show_default()

    def set_effect(self, sentence: str) -> None:
        """Say what the rule does with its present value."""
        if sentence != self._effect.text():
            self._effect.setText(sentence)
        self._describe()

    def set_refusal(self, sentence: str | None) -> None:
        """Say below the editor why its content is refused, or take that back."""
        if (sentence or "") != self._field.message:
            self._field.set_message(sentence)
        self._describe()

    def set_remark(self, sentence: str | None) -> None:
        """Say what somebody else has done to the rule meanwhile."""
        self._remark.set_sentence(sentence)

    def show_default(self) -> None:
        """Mark the default as such, or offer the way back to it."""
        if self._is_wide:
            return
        is_default = self.value() == self._default
        usual = rule_value(self.rule, self._default)
        self._back.setVisible(not is_default and not self._is_read_only)
        self._back.setAccessibleName(
            self.tr("Back to the default of {rule}: {value}").format(
                rule=rule_name(self.rule), value=usual
            )
        )
        if not isinstance(self._default, tuple):  # a list would be longer than the window is wide
            self._back.setText(self.tr("Back to {value}").format(value=usual))
        self._usual.setVisible(is_default or self._is_read_only)
        self._usual.setText(
            self.tr("Default") if is_default else self.tr("Default: {value}").format(value=usual)
        )

    def _lay_out(self) -> None:
        under = QVBoxLayout()
        under.setSpacing(4)
        under.addWidget(self._field)
        under.addWidget(self._remark)
        under.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addLayout(under, _EDITOR_SHARE)
        if self._is_wide:
            for widget in (self._effect, self._usual, self._back, self._bounds):
                widget.hide()
            return
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._usual)
        below.addWidget(self._back)
        below.addWidget(self._bounds)
        below.addStretch(1)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(self._effect)
        beside.addLayout(below)
        beside.addStretch(1)
        row.addLayout(beside, _EFFECT_SHARE)

    def _describe(self) -> None:
        said = self._field.message or f"{self._effect.text()} {self._bounds.text()}".strip()
        self.editor.setAccessibleDescription(said)

    def _on_back_clicked(self) -> None:
        self.set_value(self._default)
        self.edited.emit()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)


class NumberField(RuleField):
    """A whole number; memory is typed in MiB."""

    def __init__(self, appearance: Appearance, rule: str, parent: QWidget | None = None) -> None:
        self._edit = TextField(longest=_LONGEST_NUMBER)
        self._edit.setMaximumWidth(appearance.theme.scaled(_NUMBER_WIDTH))
        self._stored = 0
        super().__init__(appearance, rule, self._edit, parent=parent)
        self._edit.textChanged.connect(self.edited)

    def value(self) -> int | None:
        text = self._edit.text().strip()
        if not (text.isascii() and text.isdecimal()):
            # Memory that no window has set need not be whole MiB.
            return self._stored if text == self._words(self._stored) else None
        return int(text) * self._unit()

    def set_value(self, value: object) -> None:
        if isinstance(value, int):
            self._stored = value
            self._edit.setText(self._words(value))
        self.show_default()

    def set_read_only(self) -> None:
        self._edit.setReadOnly(True)
        super().set_read_only()

    def _unit(self) -> int:
        return KIB_PER_MIB if self.rule == _MEMORY else 1

    def _words(self, value: int) -> str:
        return f"{value / self._unit():g}" if value % self._unit() else str(value // self._unit())


class SwitchField(RuleField):
    """Yes or no."""

    def __init__(
        self, appearance: Appearance, rule: str, words: str, parent: QWidget | None = None
    ) -> None:
        self._box = CheckBox(appearance, words)
        super().__init__(appearance, rule, self._box, parent=parent)
        self._box.toggled.connect(self.edited)

    def value(self) -> bool:
        return self._box.isChecked()

    def set_value(self, value: object) -> None:
        self._box.setChecked(bool(value))
        self.show_default()

    def set_read_only(self) -> None:
        self._box.setEnabled(False)
        super().set_read_only()


class OwnTextField(RuleField):
    """A text of the team's own."""

    def __init__(self, appearance: Appearance, rule: str, parent: QWidget | None = None) -> None:
        self._lines = LinesField(appearance, lines=_TEXT_LINES)
        super().__init__(appearance, rule, self._lines, is_wide=True, parent=parent)
        self._lines.textChanged.connect(self.edited)

    def value(self) -> str:
        return self._lines.toPlainText()

    def set_value(self, value: object) -> None:
        self._lines.setPlainText(str(value))

    def set_read_only(self) -> None:
        self._lines.setReadOnly(True)
        super().set_read_only()
