"""The team's rules while a profile is open: what another administrator saves is followed soon."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.errors import WatchwordError
from desktop_app.core.policy import Policy
from desktop_app.core.ports import PolicyStore
from desktop_app.gui.tasks import Tasks

_LOOK_EVERY_MS = 60_000


class RulesInForce(QObject):
    """Reads the rules once a minute, and tells when they are others than before.

    The database obeys the newest rules by itself at every call; this is for what windows do: when
    they close, what they show, and when the program pauses.
    """

    changed = Signal(object)
    """The ``Policy`` in force now."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._store: PolicyStore | None = None
        self._policy = Policy()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def open(self, store: PolicyStore, policy: Policy) -> None:
        """Follow the rules of this profile, which were ``policy`` when it was opened."""
        self._store = store
        self._policy = policy
        self._timer.start()

    def close(self) -> None:
        """Read nothing any more."""
        self._timer.stop()
        self._store = None

    def look(self) -> None:
        """Read the rules now."""
        store = self._store
        if store is not None:
            self._tasks.run(
                self, store.load, lambda policy: self._on_read(store, policy), _try_again_later
            )

    def take(self, policy: Policy) -> None:
        """These rules have just been saved here."""
        if self._store is not None and policy != self._policy:
            self._policy = policy
            self.changed.emit(policy)

    def _on_read(self, store: PolicyStore, policy: Policy) -> None:
        if store is self._store:
            self.take(policy)


def _try_again_later(_error: WatchwordError) -> None:
    """The next minute tries again; what needs the database says itself that it does not answer."""
