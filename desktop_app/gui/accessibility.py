"""What assistive technology is told about a field that holds a secret."""

from typing import Final

from PySide6.QtCore import QLoggingCategory, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_SILENT_CLASSES: Final = frozenset({"SecretEdit"})


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


def keep_entries_silent() -> None:
    """Use the silent interface for every ``SecretEdit`` created from now on; call it once."""
    # Qt would warn once for each letter that an interface without text gets: how many were typed.
    QLoggingCategory.setFilterRules("qt.accessibility.*=false")
    QAccessible.installFactory(_interface_of)


def _interface_of(class_name: str, widget: QObject | None) -> QAccessibleInterface | None:
    if class_name in _SILENT_CLASSES and isinstance(widget, QWidget):
        return _SilentEdit(widget, QAccessible.Role.EditableText, "")
    return None
