"""A list of steps: each passed, failed with its remedy, or not tried with the reason."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.setup.contract import SetupStep, StepResult
from desktop_app.gui.setup.step_texts import (
    step_count,
    step_detail,
    step_failed,
    step_name,
    step_not_tried,
    step_note,
    step_passed,
    step_remedy,
)
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.surfaces import Hairline

_GAP: Final = 10
_ROW: Final = 9


class StepState(Enum):
    """How far a step is."""

    WAITING = auto()
    PASSED = auto()
    FAILED = auto()
    NOT_TRIED = auto()


_ICONS: Final = {
    StepState.WAITING: ("circle", "line_strong"),
    StepState.PASSED: ("tick-circle", Look.MATCH),
    StepState.FAILED: ("cross-octagon", Look.STOP),
    StepState.NOT_TRIED: ("minus-circle", "text3"),
}


class StepList(QWidget):
    """Shows steps in their order; ``take`` gets the results as they come."""

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        steps: Sequence[SetupStep],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self._title = Label(appearance, title, pixels=15, weight=600, wrap=True, parent=self)
        self._count = Label(appearance, pixels=12, colour="text3", parent=self)
        self._rows = {step: _StepRow(appearance, self) for step in steps}
        head = QHBoxLayout()
        head.setSpacing(_GAP)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_ROW)
        column.addLayout(head)
        for number, row in enumerate(self._rows.values()):
            if number:
                column.addWidget(Hairline(appearance, parent=self))
            column.addWidget(row)
        column.addStretch(1)
        self.reset()

    @property
    def states(self) -> dict[SetupStep, StepState]:
        """How far each step is."""
        return {step: row.state for step, row in self._rows.items()}

    @property
    def all_passed(self) -> bool:
        """Whether every step has passed."""
        return all(row.state is StepState.PASSED for row in self._rows.values())

    def reset(self) -> None:
        """No step has a result."""
        for step, row in self._rows.items():
            row.show_step(StepState.WAITING, step_name(step))
        self._tell_count()

    def take(self, result: StepResult) -> None:
        """Show how one step went; what follows a failed one is not tried."""
        row = self._rows[result.step]
        if result.error is None:
            row.show_step(
                StepState.PASSED,
                step_passed(result),
                detail=step_detail(result),
                below=step_note(result),
            )
        else:
            words = step_failed(result.step)
            sentence = step_remedy(result.step, result.error)
            row.show_step(StepState.FAILED, words, below=sentence)
            announce(row, f"{words}. {sentence}")
            for step in self._steps[self._steps.index(result.step) + 1 :]:
                reason = step_not_tried(step, result.step)
                self._rows[step].show_step(StepState.NOT_TRIED, step_name(step), below=reason)
        self._tell_count()
        if self.all_passed:
            announce(self, self._count.text())

    def _tell_count(self) -> None:
        passed = sum(row.state is StepState.PASSED for row in self._rows.values())
        begun = any(row.state is not StepState.WAITING for row in self._rows.values())
        self._count.setText(step_count(self._steps, passed) if begun else "")


class _StepRow(QWidget):
    """One step: icon, words, a detail at the end, and below what goes with it or what to do."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = StepState.WAITING
        self._icon = Icon(appearance, "circle", parent=self)
        self._words = Label(appearance, weight=500, wrap=True, parent=self)
        self._detail = Label(appearance, pixels=12, colour="text3", parent=self)
        self._below = Label(appearance, pixels=12, wrap=True, parent=self)
        line = QHBoxLayout()
        line.setSpacing(_GAP)
        line.addWidget(self._words, 1)
        line.addWidget(self._detail)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._icon)
        row.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_step(self, state: StepState, words: str, *, detail: str = "", below: str = "") -> None:
        """Show the step like this."""
        self.state = state
        self._icon.set_icon(*_ICONS[state])
        quiet = state in {StepState.WAITING, StepState.NOT_TRIED}
        self._words.setText(words)
        self._words.set_colour(Look.STOP if state is StepState.FAILED else "text")
        self._words.set_weight(600 if state is StepState.FAILED else 500)
        if quiet:
            self._words.set_colour("text2")
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._below.setText(below)
        self._below.set_colour("text" if state is StepState.FAILED else "text3")
        self._below.setVisible(bool(below))
        spoken = {
            StepState.WAITING: self.tr("{step}: still to come"),
            StepState.PASSED: self.tr("{step}: done"),
            StepState.FAILED: self.tr("{step}: failed"),
            StepState.NOT_TRIED: self.tr("{step}: not tried"),
        }[state]
        parts = (spoken.format(step=words), detail, below)
        self.setAccessibleName(". ".join(filter(None, parts)))
