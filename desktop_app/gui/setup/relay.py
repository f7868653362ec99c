"""Carries the steps of a job from its worker thread to the window."""

from PySide6.QtCore import QObject, Signal

from desktop_app.gui.setup.contract import StepResult


class StepRelay(QObject):
    """Lives in the GUI thread, where ``told`` arrives; ``tell`` may be called in any thread."""

    told = Signal(object)
    """A ``StepResult``."""

    def tell(self, result: StepResult) -> None:
        """Hand one result on."""
        self.told.emit(result)
