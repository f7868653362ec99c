"""The rows that are not imported, by reason."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.list_checks import ListChecks
from desktop_app.core.list_import import RejectGroup, Rejects
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.texts.import_texts import lines_of, looks_wrong
from desktop_app.gui.texts.sentences import grouped, reject_reason
from desktop_app.gui.widgets.buttons import LinkButton
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.labels import ElidedLabel, Label

_SHOWN: Final = 3


class RejectsPanel(QWidget):
    """The most frequent reasons with their first lines; all of them can be saved.

    Then come the fields that look wrong in rows which are imported all the same.
    """

    save_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = Label(appearance, self.tr("Rows to look at"), pixels=15, weight=600, parent=self)
        self.save = LinkButton(appearance, self.tr("Save as CSV…"), flush=True, parent=self)
        self.save.clicked.connect(self.save_requested)
        self._none = Label(appearance, "", colour="text3", pixels=12, wrap=True, parent=self)
        self._more = Label(appearance, "", colour="text3", pixels=12, parent=self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self._more, 1)
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

    def show_rejects(
        self, rejects: Rejects | None, checks: ListChecks | None, *, is_over: bool
    ) -> None:
        """Show what was found so far; what ``is_over`` can be saved."""
        groups = rejects.groups if rejects is not None else []
        lines = [_rejected(group) for group in groups]
        if checks is not None:
            lines += [_doubtful(checks, field) for field in checks.fields]
        for place, reason in enumerate(self._reasons):
            reason.setVisible(place < len(lines))
            if place < len(lines):
                reason.show_line(lines[place])
        more = max(0, len(lines) - _SHOWN)
        words = self.tr("and {count} other reasons", None, more).format(count=more)
        self._more.setText(words if more else "")
        is_nothing = not lines and is_over
        self._none.setText(self.tr("Nothing: every row can be imported.") if is_nothing else "")
        self._none.setVisible(is_nothing)
        self.save.setVisible(bool(groups))
        self.save.set_unavailable(
            None if is_over else self.tr("Possible when the list was read to its end")
        )


@dataclass(frozen=True, slots=True)
class _Line:
    icon: str
    look: Look
    count: int
    words: str
    where: str


def _rejected(group: RejectGroup) -> _Line:
    where = lines_of(tuple(group.lines), group.count)
    return _Line("cross-octagon", Look.STOP, group.count, reject_reason(group.reason), where)


def _doubtful(checks: ListChecks, field: str) -> _Line:
    count = checks.counts[field]
    where = lines_of(tuple(checks.lines[field]), count)
    return _Line("warning", Look.LOCKED, count, looks_wrong(field), where)


class _Reason(QWidget):
    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = Icon(appearance, "cross-octagon", colour=Look.STOP, parent=self)
        self._count = Label(appearance, "", weight=600, parent=self)
        self._words = ElidedLabel(appearance, parent=self)
        self._lines = Label(appearance, "", pixels=12, colour="text2", parent=self)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        for column, widget in enumerate((self._icon, self._count, self._words, self._lines)):
            layout.addWidget(widget, 0, column)
        layout.setColumnStretch(2, 1)
        self.hide()

    def show_line(self, line: _Line) -> None:
        self._icon.set_icon(line.icon, line.look)
        self._count.setText(grouped(line.count))
        self._words.setText(line.words)
        self._lines.setText(line.where)
        self.setAccessibleName(f"{line.count} {line.words}, {line.where}")
