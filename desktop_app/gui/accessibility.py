"""What assistive technology is told about fields of which Qt tells too much or too little."""

from typing import Final

from PySide6.QtCore import QLoggingCategory, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox, QWidget

_SILENT_CLASSES: Final = frozenset({"SecretEdit"})
_NAMED_CHOICES: Final = frozenset({"ChoiceField"})


class _SilentEdit(QAccessibleWidget):
    """A named password field without a text interface.

    Qt's own interface of a masked line edit shows dots when asked, but its events carry each
    typed letter as it is over the accessibility bus. Without a text interface Qt sends no such
    event; name, role, state and focus are told as ever.
    """

    def state(self) -> QAccessible.State:
        state = super().state()
        state.passwordEdit = 1
        state.editable = 1
        return state


class _NamedChoice(QAccessibleWidget):
    """A combo box whose name is its label.

    Qt's own interface gives the text that is chosen as the name everywhere but on Windows, so
    that two fields that are both "Not known" cannot be told apart.
    """

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box, QAccessible.Role.ComboBox, "")
        self._box = box

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Value:
            return self._box.currentText()
        return super().text(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.expandable = 1
        state.expanded = int(self._box.view().isVisible())
        return state

    def childCount(self) -> int:
        return 1

    def child(self, index: int) -> QAccessibleInterface:
        if index == 0:
            return QAccessible.queryAccessibleInterface(self._box.view())
        return super().child(index)


def install_interfaces() -> None:
    """Tell of silent entries and named choices from now on; called once, before either is there."""
    # Qt would warn once for each letter that an interface without text gets: how many were typed.
    QLoggingCategory.setFilterRules("qt.accessibility.*=false")
    QAccessible.installFactory(_interface_of)


def _interface_of(class_name: str, widget: QObject | None) -> QAccessibleInterface | None:
    if class_name in _SILENT_CLASSES and isinstance(widget, QWidget):
        return _SilentEdit(widget, QAccessible.Role.EditableText, "")
    if class_name in _NAMED_CHOICES and isinstance(widget, QComboBox):
        return _NamedChoice(widget)
    return None
