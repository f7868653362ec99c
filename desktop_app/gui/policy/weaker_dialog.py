"""The question before rules are saved that protect less."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.policy import Policy
from desktop_app.gui.context import Desk
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.texts.rule_effects import effect
from desktop_app.gui.texts.rule_names import rule_name
from desktop_app.gui.texts.rule_values import value_change
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.labels import Label


class WeakerDialog(QuietDialog):
    """Says of each weaker rule what it is then, and asks once; the answer is its result."""

    def __init__(
        self,
        desk: Desk,
        before: Policy,
        after: Policy,
        rules: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.appearance, desk.tasks, title="", parent=parent)
        title = self.tr("Save weaker rules?")
        self.setWindowTitle(title)
        self.set_words(title, self.tr("From then on these rules protect less, or keep less:"))
        for rule in rules:
            change = value_change(rule, getattr(before, rule), getattr(after, rule))
            named = self.tr("{rule}: {change}").format(rule=rule_name(rule), change=change)
            part = QWidget(self)
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            column.addWidget(Label(desk.appearance, named, weight=600, wrap=True, parent=part))
            column.addWidget(
                Label(desk.appearance, effect(rule, after), colour="text2", wrap=True, parent=part)
            )
            self.form.addWidget(part)
        cancel = OutlineButton(desk.appearance, self.tr("Go back"), keys=("Esc",), parent=self)
        save = PrimaryButton(desk.appearance, self.tr("Save weaker rules"), parent=self)
        self.set_foot(save, cancel)
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self.accept)
        cancel.setFocus(Qt.FocusReason.OtherFocusReason)
