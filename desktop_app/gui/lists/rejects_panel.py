"""The rows that are not imported, by reason."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.list_import import Rejects
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.texts.import_texts import lines_of
from desktop_app.gui.texts.sentences import grouped, reject_reason
from desktop_app.gui.widgets.buttons import LinkButton
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.labels import ElidedLabel, Label

_SHOWN: Final = 3


class RejectsPanel(QWidget):
    """The most frequent reasons with their first lines; all of them can be saved."""

    save_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = Label(appearance, self.tr("Rows to look at"), pixels=15, weight=600, parent=self)
        self.save = LinkButton(appearance, self.tr("Save as CSV…"), flush=True, parent=self)
        self.save.clicked.connect(self.save_requested)
        self._none = Label(appearance, "", colour="text3", pixels=12, wrap=True, parent=self)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.save)
        self._reasons = [_Reason(appearance, self) for _ in range(_SHOWN)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        for reason in self._reasons:
            layout.addWidget(reason)
        layout.addWidget(self._none)
        layout.addStretch(1)

    def show_rejects(self, rejects: Rejects | None, *, is_over: bool) -> None:
        """Show what was rejected so far; what ``is_over`` can be saved."""
        groups = rejects.groups if rejects is not None else []
        for place, reason in enumerate(self._reasons):
            reason.setVisible(place < len(groups))
            if place < len(groups):
                group = groups[place]
                lines = lines_of(tuple(group.lines), group.count)
                reason.show_reason(group.count, reject_reason(group.reason), lines)
        more = len(groups) - _SHOWN
        if more > 0:
            self._none.setText(self.tr("and {count} other reasons", None, more).format(count=more))
        elif not groups and is_over:
            self._none.setText(self.tr("Nothing: every row can be imported."))
        else:
            self._none.setText("")
        self._none.setVisible(bool(self._none.text()))
        self.save.setVisible(bool(groups))
        self.save.set_unavailable(
            None if is_over else self.tr("Possible when the list was read to its end")
        )


class _Reason(QWidget):
    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        icon = Icon(appearance, "cross-octagon", colour=Look.STOP, parent=self)
        self._count = Label(appearance, "", weight=600, parent=self)
        self._words = ElidedLabel(appearance, parent=self)
        self._lines = Label(appearance, "", pixels=12, colour="text2", parent=self)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        for column, widget in enumerate((icon, self._count, self._words, self._lines)):
            layout.addWidget(widget, 0, column)
        layout.setColumnStretch(2, 1)
        self.hide()

    def show_reason(self, count: int, words: str, lines: str) -> None:
        self._count.setText(grouped(count))
        self._words.setText(words)
        self._lines.setText(lines)
        self.setAccessibleName(f"{count} {words}, {lines}")
