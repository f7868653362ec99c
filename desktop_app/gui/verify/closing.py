"""When a window with an answer closes by itself."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.steady_clock import seconds_since_start
from desktop_app.gui.widgets.countdown import Countdown

_EXTENSION = 5 * 60
_LONGEST = 30 * 60
_READER_FACTOR = 3


class Closing(QObject):
    """Takes an answer off the screen in time, so that it is never there for the next call.

    Keeping it open adds 5 minutes at a time, until 30 minutes after the answer; from then on the
    countdown says how old the answer is. A screen reader in use triples the first time.
    """

    expired = Signal()

    def __init__(
        self,
        appearance: Appearance,
        parent: QObject,
        clock: Callable[[], float] = seconds_since_start,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._since = 0.0
        self._seconds = 0.0
        self._shown_last: float | None = None
        self._extended = False
        self.countdown = Countdown(
            appearance,
            self._sentence,
            keep_open=(self.tr("Keep open"), "F8"),
            clock=clock,
        )
        self.countdown.finished.connect(self.expired)
        self.countdown.keep_open_clicked.connect(self.keep_open)

    def start(self, seconds: float, *, shown_last: float | None = None) -> None:
        """Close in ``seconds``; ``shown_last`` shows the countdown only for so many of them."""
        self._since = self._clock()
        self._seconds = seconds * (_READER_FACTOR if QAccessible.isActive() else 1)
        self._shown_last = shown_last
        self._extended = False
        self.countdown.start(self._seconds, shown_last=shown_last)

    def restart(self) -> None:
        """Give the whole time again, as after typing; the age of the answer goes on."""
        if self.countdown.seconds_left and not self._extended:
            self.countdown.start(self._seconds, shown_last=self._shown_last)

    def keep_open(self) -> None:
        """Add 5 minutes, as far as the answer's age allows it."""
        left = self.countdown.seconds_left
        if not left:
            return
        age = self._clock() - self._since
        extended = min(left + _EXTENSION, max(left, _LONGEST - age))
        self._extended = True
        self.countdown.start(extended)

    def stop(self) -> None:
        """Do not close by itself."""
        self.countdown.stop()

    def _sentence(self, seconds: int) -> str:
        minutes, rest = divmod(seconds, 60)
        time = f"{minutes}:{rest:02}" if minutes else f"{rest} s"
        if not self._extended:
            return self.tr("Closes in {time}").format(time=time)
        age = int((self._clock() - self._since) // 60)
        return self.tr("Checked %n min ago, closes in {time}", None, age).format(time=time)
