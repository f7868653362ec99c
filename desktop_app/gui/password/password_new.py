"""The new telephone password: suggested or typed twice, judged at once, and how long it holds."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.entities import Validity
from desktop_app.core.password_rules import Rule
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.core.suggestions import Suggestion
from desktop_app.gui.context import Context
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.password.password_flow import Review, is_same_password
from desktop_app.gui.password.password_suggestions import SuggestionPanel
from desktop_app.gui.texts import sentences
from desktop_app.gui.widgets.hint_line import HintLine, RuleHint
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.password_entry import PasswordEntry, reveal_last
from desktop_app.gui.widgets.section_head import SectionHead
from desktop_app.gui.widgets.segmented import SegmentedControl

_REVIEW_DELAY_MS = 120
_HINTS = (Rule.LENGTH, Rule.OWN_DATA, Rule.GUESSED_FIRST, Rule.USABLE)
_COLUMNS = 2
# A password for its first use is for letters, not for somebody who is on the telephone.
_VALIDITIES = (Validity.UNTIL_CHANGED, Validity.ONE_CALL, Validity.ONE_DAY)


class NewPasswordPanel(QWidget):
    """Both entries with everything that helps to fill them."""

    changed = Signal()

    review_wanted = Signal(object)
    """What stands in the field, as a ``Secret``; None where it is empty."""

    def __init__(
        self, context: Context, customer_language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        appearance = context.desk.appearance
        self.suggestions = SuggestionPanel(context.desk, customer_language, self)
        self.password = PasswordEntry(
            appearance, name=self.tr("Password"), compact=True, parent=self
        )
        self.repeat = PasswordEntry(appearance, name=self.tr("Repeat"), compact=True, parent=self)
        reveal_last(self.password, self.repeat)
        self._head = SectionHead(appearance, self.tr("New telephone password"), "", self)
        self._hints = _RuleHints(appearance, context.policy, self)
        self._chance = HintLine(appearance, parent=self)
        self.validity_choice = SegmentedControl(
            appearance,
            [(value, sentences.validity(value)) for value in _VALIDITIES],
            name=self.tr("How long it can be used"),
            parent=self,
        )
        self._replaces = Label(appearance, pixels=12, colour="text3", wrap=True, parent=self)
        self._chosen: Suggestion | None = None
        self._lends_room = False
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_REVIEW_DELAY_MS)
        self._lay_out(appearance)
        self._connect()
        self._show_chance()
        self._keep_room()
        self.password.set_revealed(revealed=context.desk.preferences.values.entry_shown)

    @property
    def validity(self) -> Validity:
        """How long the password is to hold."""
        return Validity(self.validity_choice.value())

    @property
    def is_typed_in(self) -> bool:
        """Whether an entry holds something."""
        return not (self.password.is_empty() and self.repeat.is_empty())

    @property
    def are_same(self) -> bool:
        """Whether both entries hold the same password."""
        if self.password.is_empty() or self.repeat.is_empty():
            return False
        return is_same_password(self.password.peek(), self.repeat.peek())

    def show_review(self, review: Review) -> None:
        """Show which rules are kept."""
        if not self.password.is_empty():
            self._hints.show_review(review)

    def say_difference(self) -> None:
        """Say below the second entry that it is not the first."""
        sentence = self.tr("The two entries are not the same.")
        if self.repeat.message != sentence:
            self.repeat.set_message(sentence)
            announce(self.repeat, sentence)

    def set_replaces(self, replaces: bool) -> None:  # noqa: FBT001 - a signal's slot
        """Say what becomes of the old password, where there is one."""
        self._head.set_remark(self.tr("The old one stops working at once") if replaces else "")
        self._replaces.setText(self.tr("Each of them replaces the old one.") if replaces else "")

    def lend_room(self, *, lent: bool) -> None:
        """Let a refusal elsewhere in the window have the line of the guessing chance, or not."""
        self._lends_room = lent
        self._keep_room()

    def toggle_revealed(self) -> None:
        """What F2 does: show or mask both entries."""
        self.password.set_revealed(revealed=not self.password.is_revealed)

    def wipe(self) -> None:
        """Forget what was typed and what was offered."""
        self._delay.stop()
        self._chosen = None
        self.suggestions.set_suggestions(())
        for entry in (self.password, self.repeat):
            entry.wipe()
            entry.set_confirmed(confirmed=False)

    # --- building --------------------------------------------------------------------------------

    def _lay_out(self, appearance: Appearance) -> None:
        entries = QGridLayout()
        entries.setHorizontalSpacing(12)
        entries.setVerticalSpacing(4)
        words = (self.tr("Password"), self.tr("Repeat"))
        for column, entry in enumerate((self.password, self.repeat)):
            label = Label(
                appearance, words[column], pixels=12, weight=500, colour="text2", parent=self
            )
            label.setBuddy(entry)
            entries.addWidget(label, 0, column)
            entries.addWidget(entry, 1, column, Qt.AlignmentFlag.AlignTop)
            entries.setColumnStretch(column, 1)
        validity = QHBoxLayout()
        validity.setSpacing(12)
        validity.addWidget(self.validity_choice)
        validity.addWidget(self._replaces, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._head)
        layout.addWidget(self.suggestions)
        layout.addLayout(entries)
        layout.addWidget(self._hints)
        layout.addWidget(self._chance)
        layout.addLayout(validity)

    def _connect(self) -> None:
        self.suggestions.chosen.connect(self._on_suggestion_chosen)
        self.suggestions.typed.connect(self._on_typed_at_suggestions)
        self._delay.timeout.connect(self._on_delay_timeout)
        self.password.content_changed.connect(self._on_password_changed)
        self.repeat.content_changed.connect(self._on_repeat_changed)
        self.repeat.left.connect(self._on_repeat_left)
        self.password.revealed_changed.connect(self._on_revealed_changed)
        self.repeat.revealed_changed.connect(self._on_revealed_changed)
        for entry in (self.password, self.repeat):
            entry.message_changed.connect(self._keep_room)

    # --- what happens ----------------------------------------------------------------------------

    def _on_suggestion_chosen(self, suggestion: Suggestion) -> None:
        self._chosen = suggestion
        for entry in (self.password, self.repeat):
            entry.put(suggestion.text)
        self.password.set_revealed(revealed=True)

    def _on_typed_at_suggestions(self, event: QKeyEvent) -> None:
        self.password.setFocus(Qt.FocusReason.TabFocusReason)  # selects what is in it
        QCoreApplication.sendEvent(self.password.field, event)

    def _on_password_changed(self) -> None:
        if self._chosen is not None and self.password.peek() != self._chosen.text:
            self._forget_chosen(self._chosen)
        self._show_same()
        self._show_chance()
        if self.password.is_empty():
            self._delay.stop()
            self._hints.clear()
            self.review_wanted.emit(None)
        else:
            self._delay.start()
        self.changed.emit()

    def _forget_chosen(self, chosen: Suggestion) -> None:
        self._chosen = None
        if self.repeat.peek() == chosen.text:
            self.repeat.put(Secret(""))

    def _on_repeat_changed(self) -> None:
        self._show_same()
        if self.repeat.length == self.password.length:
            self._on_repeat_left()  # as long as the first: nothing more is expected
        self.changed.emit()

    def _on_repeat_left(self) -> None:
        both = not (self.password.is_empty() or self.repeat.is_empty())
        if both and not self.are_same:
            self.say_difference()

    def _on_delay_timeout(self) -> None:
        if not self.password.is_empty():
            self.review_wanted.emit(self.password.peek())

    def _on_revealed_changed(self, revealed: bool) -> None:  # noqa: FBT001
        for entry in (self.password, self.repeat):
            if entry.is_revealed != revealed:
                entry.set_revealed(revealed=revealed)
        self._hints.set_revealed(revealed=revealed)

    def _show_same(self) -> None:
        self.repeat.set_confirmed(confirmed=self.are_same)
        if self.are_same or self.password.is_empty():
            self.repeat.set_message(None)

    def _keep_room(self) -> None:
        """Nothing moves when a suggestion is chosen; a refusal takes the room that is kept."""
        is_taken = bool(self._lends_room or self.password.message or self.repeat.message)
        policy = self._chance.sizePolicy()
        policy.setRetainSizeWhenHidden(not is_taken)
        self._chance.setSizePolicy(policy)
        self._chance.setVisible(bool(self._chance.text) and not is_taken)

    def _show_chance(self) -> None:
        chosen = self._chosen
        if chosen is None:
            self._chance.set_text("")
            self._keep_room()
            return
        number = sentences.grouped(chosen.one_in)
        self._chance.set_text(
            self.tr("Guessing it before the account locks: about 1 in {number}.").format(
                number=number
            )
        )
        self._keep_room()


class _RuleHints(QWidget):
    """The rules side by side, each kept, broken, or not judged yet."""

    def __init__(self, appearance: Appearance, policy: Policy, parent: QWidget) -> None:
        super().__init__(parent)
        self._policy = policy
        self._review: Review | None = None
        self._revealed = False
        self._lines = {rule: RuleHint(appearance, self) for rule in _HINTS}
        grid = QGridLayout(self)
        grid.setContentsMargins(1, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, line in enumerate(self._lines.values()):
            grid.addWidget(line, place // _COLUMNS, place % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self._show()

    def show_review(self, review: Review) -> None:
        """Show this judgement."""
        self._review = review
        self._show()

    def clear(self) -> None:
        """Nothing is judged."""
        self._review = None
        self._show()

    def set_revealed(self, *, revealed: bool) -> None:
        """Count the characters only where they can be seen."""
        self._revealed = revealed
        self._show()

    def _show(self) -> None:
        kept: dict[Rule, bool | None] = {}
        if self._review is not None:
            kept = {finding.rule: finding.ok for finding in self._review.findings}
        for rule, line in self._lines.items():
            words = sentences.rule(rule, self._policy)
            if rule is Rule.LENGTH and self._review is not None and self._revealed:
                words = self.tr("%n characters (at least {least})", None, self._review.length)
                words = words.format(least=self._policy.shortest_password)
            line.set_rule(words, kept=kept.get(rule))
