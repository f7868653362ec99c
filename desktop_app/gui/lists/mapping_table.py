"""Which column of a list goes where: one line for each column, to be changed by keyboard."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.list_columns import FIELDS, Column
from desktop_app.gui.lists.column_checks import ColumnCheck, column_checks
from desktop_app.gui.lists.import_flow import ListLook
from desktop_app.gui.lists.import_run import ImportRun
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.texts.import_texts import column_name, field_name
from desktop_app.gui.widgets.dialog_frame import scrolling
from desktop_app.gui.widgets.fields import ChoiceField
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.labels import ElidedLabel, Label
from desktop_app.gui.widgets.surfaces import Area

_NOWHERE: Final = ""
_INSET: Final = 20
_HEAD_HEIGHT: Final = 30
_ROW_HEIGHT: Final = 35
_LEAST_ROWS: Final = 2
_NAME_WIDTH: Final = 148
_ARROW_WIDTH: Final = 34
_CHOICE_WIDTH: Final = 210
_CHECK_WIDTH: Final = 148
_ROWS_PER_TURN: Final = 2
"""More at once would hold up the event loop: a list may have hundreds of columns."""


class MappingTable(QWidget):
    """``chosen`` carries the columns to import after a change; only one can be the number.

    ``before`` is the widget from which Tab leads to the first choice.
    """

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, before: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._before = before
        self._look: ListLook | None = None
        self._run: ImportRun | None = None
        self._lines: list[_Line] = []
        self._ground = QWidget(self)
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._area = scrolling(self._ground)
        self._heads = _Heads(appearance, self)
        self._build = QTimer(self)
        self._build.setInterval(0)
        self._build.timeout.connect(self._add_lines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heads)
        layout.addWidget(self._area, 1)
        self._area.setMinimumHeight(appearance.theme.scaled(_LEAST_ROWS * _ROW_HEIGHT))
        self._area.verticalScrollBar().rangeChanged.connect(self._fit_heads)

    @property
    def fields(self) -> list[ChoiceField]:
        """The choices, in the order of the columns."""
        return [line.choice for line in self._lines]

    @property
    def is_complete(self) -> bool:
        """Whether every column has its line."""
        return not self._build.isActive()

    @property
    def whole_height(self) -> int:
        """The height in which nothing scrolls."""
        count = len(self._look.layout.heads) if self._look is not None else 0
        theme = self._appearance.theme
        return theme.scaled(_HEAD_HEIGHT) + count * theme.scaled(_ROW_HEIGHT)

    def show_look(self, look: ListLook | None, run: ImportRun | None) -> None:
        """Show a list's columns; another list builds its lines little by little."""
        before, self._look, self._run = self._look, look, run
        same = (
            before is not None
            and look is not None
            and before.layout.preview is look.layout.preview
            and len(self._lines) <= len(look.layout.heads)
        )
        if not same:
            self._clear()
            if look is not None:
                self._build.start()
        self._refresh()

    def set_changeable(self, *, changeable: bool) -> None:
        """Whether another mapping can be chosen now."""
        for line in self._lines:
            line.choice.setEnabled(changeable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_heads()

    def _clear(self) -> None:
        self._build.stop()
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines.clear()

    def _add_lines(self) -> None:
        look = self._look
        heads = look.layout.heads if look is not None else ()
        for index in range(len(self._lines), min(len(self._lines) + _ROWS_PER_TURN, len(heads))):
            line = _Line(self._appearance, index, self._ground)
            line.choice.activated.connect(line.announce)
            line.changed.connect(self._on_line_changed)
            self._column.insertWidget(index, line)
            line.show()  # now, so that Tab reaches it at once
            before = self._lines[-1].choice if self._lines else self._before
            QWidget.setTabOrder(before, line.choice)
            self._lines.append(line)
        if len(self._lines) == len(heads):
            self._build.stop()
        self._refresh()

    def _refresh(self) -> None:
        look = self._look
        if look is None:
            return
        fields = dict(look.layout.columns)
        checks = column_checks(look, self._run)
        first = next((record.cells for record in look.layout.preview if record.cells), [])
        for index, line in enumerate(self._lines):
            head = look.layout.heads[index]
            line.show_column(
                column_name(head, index, has_heads=look.layout.has_heads),
                fields.get(index, _NOWHERE),
                first[index] if index < len(first) else "",
                checks[index],
            )

    def _on_line_changed(self, index: int) -> None:
        field = self._lines[index].field
        for line in self._lines:
            # A customer has one number; whoever says which column it is means this one.
            if line.index != index and field == line.field == "number":
                line.set_field(_NOWHERE)
        columns: tuple[Column, ...] = tuple(
            (line.index, line.field) for line in self._lines if line.field != _NOWHERE
        )
        self.chosen.emit(columns)

    def _fit_heads(self) -> None:
        bar = self._area.verticalScrollBar()
        self._heads.set_bar_width(bar.sizeHint().width() if bar.maximum() > 0 else 0)


class _Heads(Area):
    """What stands in which column of the table."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, fill="raised", edges=Qt.Edge.BottomEdge, parent=parent)
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(0)
        self._words = [
            Label(appearance, words, pixels=12, weight=600, colour="text2", parent=self)
            for words in (
                self.tr("Column in file"),
                self.tr("Goes to"),
                self.tr("First row"),
                self.tr("Check"),
            )
        ]
        for label, stretch in zip(self._words, (0, 0, 1, 0), strict=True):
            self._layout.addWidget(label, stretch)
        self.theme_changed()

    def set_bar_width(self, width: int) -> None:
        """Leave room for the scroll bar of the lines below."""
        self._layout.setContentsMargins(_INSET, 0, _INSET + width, 0)

    def theme_changed(self) -> None:
        scaled = self.theme.scaled
        self.setFixedHeight(scaled(_HEAD_HEIGHT))
        self.set_bar_width(0)
        self._words[0].setFixedWidth(scaled(_NAME_WIDTH + _ARROW_WIDTH) + 12)
        self._words[1].setFixedWidth(scaled(_CHOICE_WIDTH) + 12)
        self._words[3].setFixedWidth(scaled(_CHECK_WIDTH))


class _Choice(ChoiceField):
    """Where a column goes; the wheel scrolls the table and never chooses."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Line(Area):
    """One column of the list."""

    changed = Signal(int)

    def __init__(self, appearance: Appearance, index: int, parent: QWidget) -> None:
        super().__init__(appearance, fill="surface", edges=Qt.Edge.BottomEdge, parent=parent)
        self.index = index
        self._shown = _NOWHERE
        self._told: ColumnCheck | None = None
        self._name = ElidedLabel(appearance, mono=True, parent=self)
        self._name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._arrow = Icon(appearance, "arrow-right", parent=self)
        self.choice = _Choice(appearance, name="", parent=self)
        for field in FIELDS:
            self.choice.addItem(field_name(field), field)
        self.choice.addItem(self.tr("Do not import"), _NOWHERE)
        self._first = ElidedLabel(appearance, colour="text2", parent=self)
        self._icon = Icon(appearance, "minus-circle", parent=self)
        self._check = ElidedLabel(appearance, pixels=12, parent=self)
        self._end = QWidget(self)
        end = QHBoxLayout(self._end)
        end.setContentsMargins(0, 0, 0, 0)
        end.setSpacing(6)
        end.addWidget(self._icon)
        end.addWidget(self._check, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_INSET, 0, _INSET, 0)
        layout.setSpacing(0)
        layout.addWidget(self._name)
        layout.addWidget(self._arrow)
        layout.addSpacing(12)
        layout.addWidget(self.choice)
        layout.addSpacing(12)
        layout.addWidget(self._first, 1)
        layout.addWidget(self._end)
        self.theme_changed()

    @property
    def field(self) -> str:
        """The field that is chosen; empty where the column is not imported."""
        return str(self.choice.currentData())

    def set_field(self, field: str) -> None:
        """Choose another field without telling anybody."""
        self._shown = field
        self.choice.setCurrentIndex(self.choice.findData(field))

    def announce(self) -> None:
        """Tell of a choice that is another one than before."""
        if self.field != self._shown:
            self._shown = self.field
            self.changed.emit(self.index)

    def show_column(self, name: str, field: str, first: str, check: ColumnCheck) -> None:
        """Show what the column holds and what is found in it."""
        self._name.setText(name)
        self.choice.setAccessibleName(self.tr("{column} goes to").format(column=name))
        self.choice.setAccessibleDescription(check.words)
        if field != self.field:
            self.set_field(field)
        self._shown = field
        self._first.setText(self.tr("hidden") if check.is_secret else " ".join(first.split()))
        if check != self._told:
            self._told = check
            self._icon.set_icon(check.icon, check.colour)
            self._check.setText(check.words)

    def theme_changed(self) -> None:
        scaled = self.theme.scaled
        self.setFixedHeight(scaled(_ROW_HEIGHT))
        self._name.setFixedWidth(scaled(_NAME_WIDTH))
        self._arrow.setFixedWidth(scaled(_ARROW_WIDTH))
        self.choice.setFixedWidth(scaled(_CHOICE_WIDTH))
        self._end.setFixedWidth(scaled(_CHECK_WIDTH))
