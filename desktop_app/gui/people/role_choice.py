"""The choice of somebody's role."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.entities import Role
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.people.people_texts import role_meaning
from desktop_app.gui.texts.sentences import role_name
from desktop_app.gui.widgets.hint_line import HintLine
from desktop_app.gui.widgets.segmented import SegmentedControl


class RoleChoice(QWidget):
    """The three roles side by side, and below them what the chosen one may do."""

    def __init__(self, appearance: Appearance, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        roles = [(each, role_name(each)) for each in Role]
        self._control = SegmentedControl(appearance, roles, name=self.tr("Role"), parent=self)
        self._control.set_value(role)
        self._control.value_changed.connect(self._on_control_value_changed)
        self._hint = HintLine(appearance, parent=self)
        self._on_control_value_changed()
        row = QHBoxLayout()
        row.addWidget(self._control)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._hint)

    @property
    def role(self) -> Role:
        """The role that is chosen."""
        return Role(self._control.value())

    def taken(self) -> QWidget:
        """The part that can have the focus."""
        return self._control.taken()

    def _on_control_value_changed(self) -> None:
        self._hint.set_text(role_meaning(self.role))
