"""Frees objects that refer to each other, in the thread of the windows only.

Python looks for them in whichever thread happens to make many objects. A closed dialog among them
would be destroyed by a worker of the task runner, and Qt ends the process over a timer or a
widget that another thread destroys.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

_INTERVAL_MS: Final = 5_000


class Collector(QObject):
    """Takes Python's own collection over for as long as it lives; made in the GUI thread.

    What exists already stays to the end and is never looked at again, so that a collection is
    short.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(collect)
        self._timer.start()


def collect() -> None:
    """Collect the oldest generation that is due by Python's own thresholds, if any is."""
    due = [
        generation
        for generation, (count, threshold) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if count > threshold > 0
    ]
    if due:
        gc.collect(max(due))
