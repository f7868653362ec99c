"""A new passphrase, typed twice, with six random words on request."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.errors import EntriesDifferError, PassphraseWeakError, WatchwordError
from desktop_app.core.passphrase import canonical, suggest_passphrase
from desktop_app.core.secret import Secret
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.texts.translation import suggested_language
from desktop_app.gui.widgets.buttons import LinkButton
from desktop_app.gui.widgets.hint_line import HintLine
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.password_entry import PasswordEntry, reveal_last
from desktop_app.gui.widgets.surfaces import Box


class NewPassphrase(QWidget):
    """Two masked entries; suggested words are shown to be written down, and fill the first one.

    The second is always typed, from the note: that shows that it can be read.
    """

    submitted = Signal()

    def __init__(
        self, desk: Desk, first: PasswordEntry, second: PasswordEntry, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._first = first
        self._second = second
        appearance = desk.appearance
        self._suggest = LinkButton(
            appearance,
            self.tr("Suggest six words"),
            keys=("Ctrl", "G"),
            flush=True,
            parent=self,
        )
        self._box = Box(appearance, parent=self)
        self._shown = Label(
            appearance, pixels=18, weight=600, mono=True, wrap=True, parent=self._box
        )
        self._hint = HintLine(appearance, icon="pen", parent=self._box)
        self._hint.set_text(self.tr("Write these words on paper, then type them below from it."))
        inner = QVBoxLayout(self._box)
        inner.setContentsMargins(15, 11, 15, 11)
        inner.setSpacing(6)
        inner.addWidget(self._shown)
        inner.addWidget(self._hint)
        self._box.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        layout.addWidget(self._suggest, 0, Qt.AlignmentFlag.AlignLeft)
        self._suggest.clicked.connect(self._on_suggest_clicked)
        reveal_last(first, second)
        first.submitted.connect(second.setFocus)
        second.submitted.connect(self.submitted)
        for entry in (first, second):
            entry.content_changed.connect(self._on_entry_changed)
        QShortcut(QKeySequence("Ctrl+G"), parent).activated.connect(self._suggest.click)

    @property
    def is_typed_in(self) -> bool:
        """Whether an entry holds something."""
        return not (self._first.is_empty() and self._second.is_empty())

    def passphrase(self) -> Secret[str] | None:
        """What was typed; None where the entries differ, which is then said below the second."""
        first, second = self._first.peek(), self._second.peek()
        if canonical(first) == canonical(second):
            return first
        self._second.set_message(failure(EntriesDifferError()))
        self._second.setFocus()
        return None

    def refuse(self, error: WatchwordError) -> bool:
        """Say below the first entry that it is too weak; False where that is not the failure."""
        if not isinstance(error, PassphraseWeakError):
            return False
        sentence = failure(error)
        self._first.set_message(sentence)
        self._first.setFocus()
        announce(self._first, sentence)
        return True

    def forget(self) -> None:
        """Wipe the entries and take the words off the screen."""
        for entry in (self._first, self._second):
            entry.wipe()
        self._shown.clear()
        self._box.hide()

    def show_suggestion(self, words: Secret[str]) -> None:
        """Show these words and fill the first entry with them."""
        self._shown.setText(words.reveal())
        self._box.show()
        self._first.put(words)
        self._second.wipe()
        self._second.setFocus()
        announce(self._shown, words.reveal())

    def _on_suggest_clicked(self) -> None:
        language = suggested_language(self._desk.preferences.values.suggestion_language)
        self._desk.tasks.run(
            self, lambda: suggest_passphrase(language), self.show_suggestion, self._on_failed
        )

    def _on_failed(self, error: WatchwordError) -> None:
        self._first.set_message(failure(error))

    def _on_entry_changed(self) -> None:
        self._second.set_message(None)
