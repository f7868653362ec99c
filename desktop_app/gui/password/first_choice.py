"""Who gets a first password by letter, and why."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.countries import country_names
from desktop_app.core.enrolment import LONGEST_REASON
from desktop_app.core.entities import FIRST_USE_WITHIN
from desktop_app.core.first_password_ports import (
    MOST_AT_ONCE,
    Candidate,
    Candidates,
    Lacking,
    Wanted,
)
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.password.candidate_table import CandidateTable
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.texts.translation import tr
from desktop_app.gui.widgets.buttons import LinkButton
from desktop_app.gui.widgets.fields import ChoiceField, FormField, TextField
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.segmented import SegmentedControl

_TYPING_PAUSE_MS: Final = 250


class FirstChoice(QWidget):
    """The filter, the list, and the reason that is recorded with each password."""

    wanted = Signal(object)
    """Another ``Wanted`` is looked for."""
    changed = Signal()
    """Other customers are chosen, or the reason is another one."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._more = False
        self._lacking = SegmentedControl(
            appearance,
            [
                (Lacking.NO_PASSWORD, self.tr("Without a password")),
                (Lacking.UNUSED_LETTER, self.tr("Letter not used yet")),
            ],
            name=self.tr("Which customers"),
            parent=self,
        )
        self.text = TextField(
            placeholder=self.tr("Name, company, number, e-mail, domain"), parent=self
        )
        self.country = ChoiceField(appearance, name=self.tr("Country"), parent=self)
        self.country.addItem(self.tr("All countries"), "")
        for code, name in sorted(country_names().items(), key=lambda each: each[1]):
            self.country.addItem(name, code)
        self.table = CandidateTable(appearance, self)
        self._count = Label(appearance, pixels=12, colour="text2", wrap=True, parent=self)
        self._everybody = LinkButton(appearance, self.tr("Choose all"), parent=self)
        self._nobody = LinkButton(appearance, self.tr("Choose none"), parent=self)
        self.reason = TextField(
            placeholder=self.tr("Recorded with each password, with your name"),
            longest=LONGEST_REASON,
            parent=self,
        )
        self._reason_field = FormField(appearance, self.tr("Reason"), self.reason, self)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_TYPING_PAUSE_MS)
        self._lay_out(appearance)
        self._connect()

    @property
    def question(self) -> Wanted:
        """Who is looked for."""
        return Wanted(
            Lacking(self._lacking.value()), self.text.text().strip(), self.country.currentData()
        )

    @property
    def chosen(self) -> tuple[Candidate, ...]:
        """Who gets a letter."""
        return self.table.chosen

    def show_candidates(self, found: Candidates) -> None:
        """Show who was found."""
        self._more = found.more
        self.table.set_candidates(found.found)

    def refuse_reason(self, sentence: str) -> QWidget:
        """Say what is wrong with the reason; the field to go to."""
        self._reason_field.set_message(sentence)
        return self.reason

    def _lay_out(self, appearance: Appearance) -> None:
        about = Label(
            appearance,
            self.tr(
                "Each gets a letter with a password of their own. It is valid for {days} days; once"
                " it was used, it stays valid. No identity is checked: whoever opens the letter has"
                " the password."
            ).format(days=FIRST_USE_WITHIN.days),
            colour="text2",
            wrap=True,
            parent=self,
        )
        filters = QGridLayout()
        filters.setHorizontalSpacing(12)
        filters.addWidget(self._lacking, 0, 0, 1, 2)
        filters.addWidget(FormField(appearance, self.tr("Search"), self.text, self), 1, 0)
        filters.addWidget(FormField(appearance, self.tr("Country"), self.country, self), 1, 1)
        filters.setColumnStretch(0, 3)
        filters.setColumnStretch(1, 2)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._count, 1)
        below.addWidget(self._everybody)
        below.addWidget(self._nobody)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)
        layout.addWidget(self._reason_field)

    def _connect(self) -> None:
        self._delay.timeout.connect(self._ask)
        self.text.textChanged.connect(self._delay.start)
        self.country.currentIndexChanged.connect(self._ask)
        self._lacking.value_changed.connect(self._ask)
        self.table.changed.connect(self._on_table_changed)
        self._everybody.clicked.connect(lambda: self.table.set_all(chosen=True))
        self._nobody.clicked.connect(lambda: self.table.set_all(chosen=False))
        self.reason.textChanged.connect(self._on_reason_changed)

    def _ask(self) -> None:
        self._delay.stop()
        self.wanted.emit(self.question)

    def _on_table_changed(self) -> None:
        words = tr("%n customers chosen.", None, len(self.chosen))
        if self._more:
            rest = self.tr("More are found; {most} at most are shown and done at once.")
            words = f"{words} {rest.format(most=grouped(MOST_AT_ONCE))}"
        elif self.table.model().rowCount() == 0:
            words = self.tr("No customer is found.")
        self._count.setText(words)
        self.changed.emit()

    def _on_reason_changed(self) -> None:
        self._reason_field.set_message(None)
        self.changed.emit()
