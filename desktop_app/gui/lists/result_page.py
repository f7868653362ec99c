"""What an import has done, and what may follow."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.gui.lists.import_flow import ImportFlow
from desktop_app.gui.lists.rejects_panel import RejectsPanel
from desktop_app.gui.lists.trial_panel import Counts
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.widgets.buttons import OutlineButton
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.surfaces import Box
from desktop_app.gui.widgets.tab_order import tab_through

_ICON = 24


class ResultPage(QWidget):
    """Counts, rejected rows, and the customers that the file did not have."""

    save_requested = Signal()
    missing_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        icon = Icon(
            appearance,
            "tick-circle",
            colour=Look.MATCH,
            side=_ICON,
            line_height=_ICON,
            parent=self,
        )
        title = Label(
            appearance, self.tr("The list is imported"), pixels=20, weight=600, parent=self
        )
        self._words = Label(appearance, "", colour="text2", wrap=True, parent=self)
        self._counts = Counts(appearance, self)
        self.rejects = RejectsPanel(appearance, self)
        self.rejects.save_requested.connect(self.save_requested)
        self._box = Box(appearance, parent=self)
        self._missing = Label(appearance, "", weight=600, wrap=True, parent=self._box)
        self._explained = Label(
            appearance,
            self.tr(
                "Nothing was changed about them: an import deletes nobody. They can be set"
                " inactive."
            ),
            colour="text2",
            wrap=True,
            parent=self._box,
        )
        self.look = OutlineButton(appearance, self.tr("Look at them…"), parent=self._box)
        self.look.clicked.connect(self.missing_requested)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(icon)
        head.addWidget(title, 1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._missing)
        words.addWidget(self._explained)
        inner = QHBoxLayout(self._box)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.setSpacing(16)
        inner.addLayout(words, 1)
        inner.addWidget(self.look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 12)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._words)
        layout.addWidget(self._counts)
        layout.addWidget(self._box)
        layout.addWidget(self.rejects, 1)
        tab_through(self._box, self.rejects)

    def show_flow(self, flow: ImportFlow) -> None:
        """Show what the import has done."""
        run = flow.run
        counts = run.counts if run is not None else None
        if run is None or counts is None:
            return
        self._words.setText(
            self.tr("{file}. The columns are remembered for the next file of this kind.").format(
                file=flow.source
            )
        )
        self._counts.show_counts(flow)
        self.rejects.show_rejects(run.rejects, None, is_over=True)
        missing = counts.missing.count if counts.missing is not None else 0
        self._box.setVisible(missing > 0)
        self._missing.setText(
            self.tr("{count} active customers are not in this file.", None, missing).format(
                count=grouped(missing)
            )
        )

    def inactive_words(self, count: int) -> str:
        """How many are inactive now."""
        words = self.tr("{count} customers are inactive now.", None, count)
        return words.format(count=grouped(count))

    def show_inactive(self, count: int) -> None:
        """Say that some of them are inactive now."""
        self._missing.setText(self.inactive_words(count))
        self._explained.setText(
            self.tr("They stay in the database, and can be made active again one by one.")
        )
        self.look.hide()
