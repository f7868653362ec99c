"""What a form says before it forgets what was typed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import OutlineButton


class DiscardBar(AmberBar):
    """The question that the first Esc asks; the button or Ctrl+D answers yes, Esc takes it back.

    Esc never answers yes: pressed twice in haste, it must not throw away what was typed. The
    focus stays where it was: to go on, one simply types on.
    """

    confirmed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self.button = OutlineButton(appearance, "", keys=("Ctrl", "D"))
        super().__init__(appearance, button=self.button, parent=parent)
        self.button.clicked.connect(self.confirmed)
        # A shortcut of a hidden widget is not heard, so these hold only while the bar asks.
        QShortcut(QKeySequence("Ctrl+D"), self).activated.connect(self.button.click)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.withdraw)

    @property
    def is_asking(self) -> bool:
        """Whether the question is on screen."""
        return not self.isHidden()

    def ask(self, question: str = "", answer: str = "") -> None:
        """Ask whether to discard what was typed, or ``question`` with ``answer`` on the button."""
        self.button.setText(answer or self.tr("Discard"))
        self.set_texts(question or self.tr("Discard what was typed?"), self.tr("Esc goes back."))
        announce(self, self.accessibleName())

    def withdraw(self) -> None:
        """Somebody goes on: ask no more."""
        self.hide()
