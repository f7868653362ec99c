"""The choices above the journal: when, what, which answer, who, and a receipt or customer."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.customer_fields import LONGEST_NUMBER
from desktop_app.core.entities import Answer, EventKind
from desktop_app.core.journal_filter import GROUPS, Group, JournalFilter, Period
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.journal_filter_texts import group_name, kind_names, period_name
from desktop_app.gui.widgets.buttons import LinkButton
from desktop_app.gui.widgets.day_field import DayField
from desktop_app.gui.widgets.fields import ChoiceField
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.search_field import SearchField

_GAP: Final = 8
_NARROWEST_CHOICE: Final = 96
_ONE_ROW: Final = 760
_DAY_WIDTH: Final = 130


class FilterBar(QWidget):
    """Says with ``changed`` that ``chosen`` is another filter now."""

    changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.search = SearchField(
            appearance,
            placeholder=self.tr("Receipt or customer number"),
            compact=True,
            parent=self,
        )
        self.search.edit.setMaxLength(LONGEST_NUMBER)
        self.period = self._choice(self.tr("When"))
        self.kind = self._choice(self.tr("What"))
        self.answer = self._choice(self.tr("Answer"))
        self.person = self._choice(self.tr("Who"))
        self.clear_all = LinkButton(appearance, self.tr("Show everything"), parent=self)
        self.first = DayField(name=self.tr("From"), parent=self)
        self.last = DayField(name=self.tr("To"), parent=self)
        self._days = QWidget(self)
        self._fill()
        self._lay_out()
        self._connect()
        self._show_parts()

    @property
    def chosen(self) -> JournalFilter:
        """What stands in the choices now."""
        kind = self.kind.currentData()
        answer = self.answer.currentData()
        period = Period(self.period.currentData())
        in_days = period is Period.DAYS
        return JournalFilter(
            period=period,
            first=self.first.day if in_days else None,
            last=self.last.day if in_days else None,
            group=Group(kind) if kind in set(Group) else None,
            kind=EventKind(kind) if kind in set(EventKind) else None,
            answer=Answer(answer) if answer else None,
            login=self.person.currentData() or "",
            text=self.search.text().strip(),
        )

    @property
    def choices(self) -> tuple[QWidget, ...]:
        """Everything below the search, as it is read."""
        choices = (self.period, self.kind, self.answer, self.person)
        return (*choices, self.clear_all, self.first, self.last)

    def set_people(self, people: Mapping[str, str]) -> None:
        """Offer everybody in the journal: names by login; whoever is chosen stays."""
        chosen = self.person.currentData() or ""
        names = list(people.values())
        offered = sorted(
            (name if names.count(name) == 1 else f"{name} ({login})", login)
            for login, name in people.items()
        )
        with QSignalBlocker(self.person):
            self.person.clear()
            self.person.addItem(self.tr("Everybody"), "")
            for name, login in offered:
                self.person.addItem(name, login)
            self.person.setCurrentIndex(max(0, self.person.findData(chosen)))

    def look_for(self, text: str) -> None:
        """Choose everything with this receipt or customer number."""
        self._reset(text)

    def reset(self) -> None:
        """Choose everything."""
        self._reset("")

    def _reset(self, text: str) -> None:
        with QSignalBlocker(self.search):
            self.search.edit.setText(text)
        for choice in (self.period, self.kind, self.answer, self.person):
            with QSignalBlocker(choice):
                choice.setCurrentIndex(0)
        self._tell()

    # --- building --------------------------------------------------------------------------------

    def _choice(self, name: str) -> ChoiceField:
        choice = ChoiceField(self._appearance, name=name, parent=self)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(8)
        choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        choice.setMinimumWidth(_NARROWEST_CHOICE)
        return choice

    def _fill(self) -> None:
        for period in Period:
            self.period.addItem(period_name(period), period.value)
        self.kind.addItem(self.tr("Everything"), "")
        names = kind_names()
        for group, kinds in GROUPS.items():
            self.kind.addItem(group_name(group), group.value)
            for kind in kinds:
                if kind in names:
                    self.kind.addItem(f"    {names[kind]}", kind.value)
        self.answer.addItem(self.tr("Any answer"), "")
        for answer in Answer:
            self.answer.addItem(sentences.answer_word(answer), answer.value)
        self.set_people({})

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._place_choices(in_one_row=True)
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(_GAP)
        for words, day in ((self.tr("From"), self.first), (self.tr("To"), self.last)):
            label = Label(self._appearance, words, colour="text2", parent=self)
            label.setBuddy(day)
            days.addWidget(label)
            day.setFixedWidth(self._appearance.theme.scaled(_DAY_WIDTH))
            days.addWidget(day)
        days.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(self._grid)
        column.addWidget(self._days)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        in_one_row = event.size().width() >= self._appearance.theme.scaled(_ONE_ROW)
        if in_one_row != self._is_in_one_row:
            self._place_choices(in_one_row=in_one_row)

    def _place_choices(self, *, in_one_row: bool) -> None:
        """Side by side where there is room for their words, otherwise two by two."""
        self._is_in_one_row = in_one_row
        choices = (self.period, self.kind, self.answer, self.person)
        columns = len(choices) if in_one_row else 2
        for widget in (*choices, self.clear_all):
            self._grid.removeWidget(widget)
        for place, widget in enumerate(choices):
            row, column = divmod(place, columns)
            self._grid.addWidget(widget, row, column)
        self._grid.addWidget(self.clear_all, 0 if in_one_row else 1, columns)
        for column in range(len(choices) + 1):
            self._grid.setColumnStretch(column, int(column < columns))

    def _connect(self) -> None:
        self.search.edited.connect(self._tell)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.answer.currentIndexChanged.connect(self._on_answer_changed)
        for choice in (self.period, self.person):
            choice.currentIndexChanged.connect(self._tell)
        for day in (self.first, self.last):
            day.day_changed.connect(self._tell)
        self.clear_all.clicked.connect(self.reset)

    def _on_kind_changed(self) -> None:
        """Only checks have answers: another kind takes the answer away."""
        if self.kind.currentData() not in {"", Group.CHECKS.value}:
            with QSignalBlocker(self.answer):
                self.answer.setCurrentIndex(0)
        self._tell()

    def _on_answer_changed(self) -> None:
        if self.answer.currentData():
            with QSignalBlocker(self.kind):
                self.kind.setCurrentIndex(self.kind.findData(Group.CHECKS.value))
        self._tell()

    def _tell(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        chosen = self.chosen
        self._days.setVisible(chosen.period is Period.DAYS)
        self.clear_all.setEnabled(not chosen.is_empty)
