"""What a form says before it forgets what was typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.gui.appearance import Appearance
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import OutlineButton


class DiscardBar(AmberBar):
    """The question that the first Esc asks; a second Esc, or the button, answers yes.

    The focus stays where it was: to go on, one simply types on.
    """

    confirmed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self.button = OutlineButton(appearance, "", keys=("Esc",))
        super().__init__(appearance, button=self.button, parent=parent)
        self.button.setText(self.tr("Discard"))
        self.button.clicked.connect(self.confirmed)

    @property
    def is_asking(self) -> bool:
        """Whether the question is on screen."""
        return not self.isHidden()

    def ask(self, question: str = "") -> None:
        """Ask; without a question of its own, whether to discard what was typed."""
        self.set_texts(question or self.tr("Discard what was typed?"))

    def withdraw(self) -> None:
        """Somebody went on: ask no more."""
        self.hide()
