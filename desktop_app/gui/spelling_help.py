"""The spelling alphabet a user works with: its choice, its table and the words of an entry."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.spelling import SPACE, Alphabet, spell, table
from desktop_app.gui.context import Desk
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.segmented import SegmentedControl
from desktop_app.gui.widgets.spelling_table import SpellingTable

translate = QCoreApplication.translate


def spelled(text: str, alphabet: Alphabet) -> list[tuple[str, str]]:
    """Pairs of a character and its word; a space is a visible sign with a word of its own."""
    return [
        ("␣", translate("Spelling", "Space")) if each.word == SPACE else (each.character, each.word)
        for each in spell(text, alphabet)
    ]


class AlphabetChoice(SegmentedControl):
    """DIN 5009, the older German table or ICAO; the choice is remembered."""

    alphabet_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk.appearance,
            [
                (Alphabet.DIN_5009, translate("Spelling", "DIN 5009")),
                (Alphabet.OLDER_GERMAN, translate("Spelling", "Older")),
                (Alphabet.ICAO, translate("Spelling", "ICAO")),
            ],
            name=translate("Spelling", "Spelling alphabet"),
            parent=parent,
        )
        self._preferences = desk.preferences
        self.set_value(desk.preferences.values.alphabet)
        self.value_changed.connect(self._on_value_changed)

    @property
    def alphabet(self) -> Alphabet:
        """The chosen alphabet."""
        return Alphabet(self.value())

    def _on_value_changed(self, value: str) -> None:
        self._preferences.change(alphabet=Alphabet(value))
        self.alphabet_changed.emit()


class AlphabetPanel(QWidget):
    """The look-up table with the choice of alphabet above it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = AlphabetChoice(desk, self)
        title = Label(desk.appearance, self.tr("Spelling alphabet"), weight=600, parent=self)
        self._table = SpellingTable(desk.appearance, name=self.tr("Spelling alphabet"), parent=self)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.choice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._table)
        layout.addStretch(1)
        self.choice.alphabet_changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self._table.set_entries(
            [(each.character, each.word) for each in table(self.choice.alphabet)]
        )
