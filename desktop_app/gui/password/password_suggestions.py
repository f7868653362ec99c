"""Suggestions that are easy to say, in one of two languages."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.preferences import SuggestionLanguage
from desktop_app.core.suggestions import Suggestion
from desktop_app.gui.context import Desk
from desktop_app.gui.password.password_flow import SUGGESTIONS
from desktop_app.gui.texts.translation import suggested_language
from desktop_app.gui.widgets.buttons import LinkButton
from desktop_app.gui.widgets.fields import OptionRow
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.list_keys import typed_text
from desktop_app.gui.widgets.segmented import SegmentedControl

_GAP = 6


class SuggestionPanel(QWidget):
    """Four suggestions, the language they are in, and the request for more.

    They begin in ``customer_language``; where that is empty the person's preference decides, and
    another choice is kept as such.
    """

    chosen = Signal(object)
    """The ``Suggestion`` that somebody took."""

    wanted = Signal(str)
    """More are wanted, in this language."""

    typed = Signal(object)
    """The ``QKeyEvent`` of a letter that somebody types with the focus on a suggestion."""

    def __init__(self, desk: Desk, customer_language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        appearance = desk.appearance
        self._is_preference = not customer_language
        self._preferences = desk.preferences
        self._suggestions: tuple[Suggestion, ...] = ()
        title = Label(
            appearance,
            self.tr("Suggestions that are easy to say"),
            pixels=12,
            weight=500,
            colour="text2",
            wrap=True,
            parent=self,
        )
        self._language = SegmentedControl(
            appearance,
            [
                (SuggestionLanguage.GERMAN, self.tr("German")),
                (SuggestionLanguage.ENGLISH, self.tr("English")),
            ],
            name=self.tr("Language of the suggestions"),
            parent=self,
        )
        preference = desk.preferences.values.suggestion_language
        self._language.set_value(suggested_language(preference, customer_language))
        self.more = LinkButton(
            appearance, self.tr("More"), icon="refresh", keys=("Ctrl", "G"), parent=self
        )
        self._row = _SuggestionRow(desk, self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title, 1)
        head.addWidget(self._language)
        head.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._row)
        self._row.taken.connect(self._on_row_taken)
        self._row.typed.connect(self.typed)
        self._language.value_changed.connect(self._on_language_changed)
        self.more.clicked.connect(self.ask)

    def ask(self) -> None:
        """Ask for other suggestions."""
        self.wanted.emit(self._language.value())

    def set_suggestions(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Offer these; none forgets those that were offered."""
        self._suggestions = suggestions
        self._row.set_words([each.text.reveal() for each in suggestions])

    def first(self) -> QWidget | None:
        """Where the choice begins: the taken one or the first; None while there are none."""
        return self._row.first()

    def _on_row_taken(self, place: int) -> None:
        self.chosen.emit(self._suggestions[place])

    def _on_language_changed(self, language: str) -> None:
        if self._is_preference:
            self._preferences.change(suggestion_language=SuggestionLanguage(language))
        self.ask()


class _SuggestionRow(QWidget):
    """Side by side where they fit whole, otherwise in two columns or in one."""

    taken = Signal(int)
    typed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._rows = [
            OptionRow(desk.appearance, "", dot=False, mono=True, parent=self)
            for _ in range(SUGGESTIONS)
        ]
        for place, row in enumerate(self._rows):
            row.setEnabled(False)
            row.installEventFilter(self)
            self._group.addButton(row, place)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._columns = 0
        self._arrange(SUGGESTIONS)
        self._group.idToggled.connect(self._on_id_toggled)

    def set_words(self, words: Sequence[str]) -> None:
        """Show these words, none of them taken."""
        self._group.setExclusive(False)
        for place, row in enumerate(self._rows):
            row.setChecked(False)
            row.setText(words[place] if place < len(words) else "")
            row.setEnabled(place < len(words))
        self._group.setExclusive(True)
        self._fit()

    def first(self) -> QWidget | None:
        """The taken row, otherwise the first that can be taken."""
        rows = [row for row in self._rows if row.isEnabled()]
        return next((row for row in rows if row.isChecked()), rows[0] if rows else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The space takes a suggestion; any other character begins a password of one's own.
        is_press = event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and typed_text(event).strip():
            self.typed.emit(event)
            return True
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        hints = [row.sizeHint().width() for row in self._rows]
        for columns in (SUGGESTIONS, 2, 1):
            widest = [max(hints[start::columns]) for start in range(columns)]
            if sum(widest) + _GAP * (columns - 1) <= self.width():
                break
        self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, row in enumerate(self._rows):
            self._grid.addWidget(row, place // columns, place % columns)
        for column in range(SUGGESTIONS + 1):
            self._grid.setColumnStretch(column, 1 if column == columns else 0)

    def _on_id_toggled(self, place: int, checked: bool) -> None:  # noqa: FBT001
        if checked:
            self.taken.emit(place)
