"""Six words that are told by voice, shown once, until somebody says that they have them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.secret import Secret
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.fields import CheckBox
from desktop_app.gui.widgets.hint_line import HintLine
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.surfaces import Box


class SpokenWords(Box):
    """The words large and evenly spaced, with a line below them; hidden until they are there.

    They are not shown again, so no stray Enter or Esc may end that: a box is ticked first.
    """

    noted = Signal(bool)
    """Somebody says that they have told or written down the words, or takes that back."""

    def __init__(self, appearance: Appearance, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._words = Label(appearance, pixels=18, weight=600, mono=True, wrap=True, parent=self)
        line = HintLine(appearance, icon="pen", parent=self)
        line.set_text(hint)
        self._box = CheckBox(
            appearance, self.tr("I have told the words, or written them down"), parent=self
        )
        self._box.toggled.connect(self.noted)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(15, 11, 15, 11)
        inner.setSpacing(6)
        inner.addWidget(self._words)
        inner.addWidget(line)
        inner.addWidget(self._box)
        self.hide()

    @property
    def is_waiting(self) -> bool:
        """Whether there are words on the screen that nobody says to have."""
        return bool(self._words.text()) and not self._box.isChecked()

    def show_words(self, words: Secret[str]) -> None:
        """Show them, also to a screen reader; the focus goes to the box."""
        self._words.setText(words.reveal())
        self._box.setChecked(False)
        self.noted.emit(False)
        self.show()
        self.point_to_box()
        announce(self._words, words.reveal())

    def point_to_box(self) -> None:
        """Put the focus on what is missing."""
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Take them off the screen."""
        self._words.clear()
        self.hide()
