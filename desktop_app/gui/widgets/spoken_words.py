"""Six words that are told by voice, shown once."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.secret import Secret
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.hint_line import HintLine
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.surfaces import Box


class SpokenWords(Box):
    """The words large and evenly spaced, with a line below them; hidden until they are there."""

    def __init__(self, appearance: Appearance, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._words = Label(appearance, pixels=18, weight=600, mono=True, wrap=True, parent=self)
        line = HintLine(appearance, icon="pen", parent=self)
        line.set_text(hint)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(15, 11, 15, 11)
        inner.setSpacing(6)
        inner.addWidget(self._words)
        inner.addWidget(line)
        self.hide()

    def show_words(self, words: Secret[str]) -> None:
        """Show them, also to a screen reader."""
        self._words.setText(words.reveal())
        self.show()
        announce(self._words, words.reveal())

    def forget(self) -> None:
        """Take them off the screen."""
        self._words.clear()
        self.hide()
