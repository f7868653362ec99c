"""How far a trial or an import is, and what it has found."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_app.gui.lists.import_flow import ImportFlow, Stage
from desktop_app.gui.lists.rejects_panel import RejectsPanel
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.texts.import_texts import progress_words
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.widgets.labels import ElidedLabel, Label
from desktop_app.gui.widgets.surfaces import Area

_HEIGHT: Final = 134
_INSET: Final = 20
_BAR_HEIGHT: Final = 8
_RUNNING: Final = frozenset({Stage.TRYING, Stage.IMPORTING})


class TrialPanel(Area):
    """Progress and counts at the leading side, rejected rows at the trailing one."""

    save_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._title = Label(appearance, "", pixels=15, weight=600, parent=self)
        self._state = ElidedLabel(appearance, colour="text2", parent=self)
        self._state.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Rows read"))
        self._counts = Counts(appearance, self)
        self._note = Label(appearance, "", pixels=12, colour="text2", wrap=True, parent=self)
        self.rejects = RejectsPanel(appearance, self)
        self.rejects.save_requested.connect(self.save_requested)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._state, 1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(head)
        left.addWidget(self._bar)
        left.addWidget(self._counts)
        left.addWidget(self._note)
        left.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_INSET, 14, _INSET, 8)
        layout.setSpacing(24)
        layout.addLayout(left, 1)
        layout.addWidget(self.rejects, 1)
        self.theme_changed()

    def show_flow(self, flow: ImportFlow) -> None:
        """Show where a list is now."""
        run = flow.run
        is_import = flow.stage in {Stage.IMPORTING, Stage.IMPORTED}
        self._title.setText(self.tr("Import") if is_import else self.tr("Trial run"))
        self._note.setText(self._sentence(flow))
        self._counts.show_counts(flow)
        over = run is not None and run.counts is not None
        if run is None:
            self.rejects.show_rejects(None, None, is_over=False)
        else:
            self.rejects.show_rejects(run.rejects, run.checks, is_over=over)
        self._show_progress(flow)

    def _show_progress(self, flow: ImportFlow) -> None:
        run, total = flow.run, flow.total
        if run is not None and run.counts is not None:
            self._bar.setRange(0, 1)
            self._bar.setValue(1)
            rows = run.progress.rows
            self._state.setText(
                self.tr("{count} rows read", None, rows).format(count=grouped(rows))
            )
        elif run is not None and total is not None:
            self._bar.setRange(0, max(1, total))
            self._bar.setValue(run.progress.rows)
            self._state.setText(progress_words(run.progress.rows, total, run.seconds_left))
        elif flow.stage in _RUNNING:
            self._bar.setRange(0, 0)
            self._state.setText(self.tr("Counting the rows…"))
        else:
            self._bar.setRange(0, 1)
            self._bar.setValue(0)
            self._state.setText("")

    def _sentence(self, flow: ImportFlow) -> str:
        match flow.stage:
            case Stage.IMPORTING:
                return self.tr("Everything is taken over at the end, or nothing.")
            case Stage.INCOMPLETE:
                return self.tr("Choose the column that holds the customer number.")
            case Stage.REFUSED | Stage.READING:
                return self.tr("Nothing has been changed.")
        if flow.was_stopped:
            return self.tr("The import was stopped, and nothing has been changed.")
        run = flow.run
        missing = run.counts.missing if run is not None and run.counts is not None else None
        if missing is not None and missing.count:
            return self.tr(
                "{count} active customers are not in this file. Nothing has been changed yet.",
                None,
                missing.count,
            ).format(count=grouped(missing.count))
        return self.tr("Nothing has been changed yet. Choosing another column starts again.")

    def theme_changed(self) -> None:
        self.setMinimumHeight(self.theme.scaled(_HEIGHT))
        self._bar.setFixedHeight(self.theme.scaled(_BAR_HEIGHT))
        self._title.setMinimumHeight(self.rejects.save.sizeHint().height())


class Counts(QWidget):
    """New, updated and rejected rows, figures first."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for words in (
            self.tr("new"),
            self.tr("updated"),
            self.tr("unchanged"),
            self.tr("to look at"),
        ):
            figure = Label(appearance, "", weight=600, parent=self)
            label = Label(appearance, words, parent=self)
            layout.addWidget(figure)
            layout.addWidget(label)
            layout.addSpacing(16)
            self._pairs.append((figure, label))
        layout.addStretch(1)

    def show_counts(self, flow: ImportFlow) -> None:
        """Show what a trial or import has found so far."""
        run = flow.run
        figures: tuple[int | None, ...] = (None, None, None, None)
        if run is not None and run.counts is not None:
            counts = run.counts
            figures = (counts.new, counts.updated, counts.unchanged, run.rejects.count)
        elif run is not None and run.progress.rows:
            figures = (run.progress.new, run.progress.updated, None, run.rejects.count)
        for (figure, label), number in zip(self._pairs, figures, strict=True):
            figure.setText("" if number is None else grouped(number))
            figure.setVisible(number is not None)
            label.setVisible(number is not None)
