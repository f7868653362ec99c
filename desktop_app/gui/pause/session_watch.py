"""Notices over D-Bus that the person's desktop session is locked or the computer goes to sleep.

What a desktop tells differs: systemd-logind knows of suspending, of ``loginctl lock-session`` and
of the desktops that set the session's ``LockedHint``; screen savers announce themselves.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

_LOGIN: Final = "org.freedesktop.login1"
_LOGIN_PATH: Final = "/org/freedesktop/login1"
_MANAGER: Final = "org.freedesktop.login1.Manager"
_SESSION: Final = "org.freedesktop.login1.Session"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_SCREEN_SAVERS: Final = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class SessionWatch(QObject):
    """Emits ``paused`` when the session is locked or the computer is about to sleep.

    It may come more than once for one lock. Without a bus, or with nobody on it who tells,
    nothing happens; nothing here waits for an answer.
    """

    paused = Signal()

    def __init__(
        self,
        system_bus: QDBusConnection,
        session_bus: QDBusConnection,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._system = system_bus
        for name in _SCREEN_SAVERS:
            self._listen(session_bus, ("", "", name, "ActiveChanged"), "_on_pause_told(bool)")
        sleep = (_LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep")
        self._listen(system_bus, sleep, "_on_pause_told(bool)")
        # "auto" is the caller's session, or its user's where the desktop's service manager
        # started the application.
        self._ask(_LOGIN_PATH, _MANAGER, "GetSession", ["auto"], self._on_session_answered)

    @Slot(bool)
    def _on_pause_told(self, active: bool) -> None:  # noqa: FBT001 - D-Bus's signal
        if active:
            self.paused.emit()

    @Slot()
    def _on_session_locked(self) -> None:
        self.paused.emit()

    @Slot(QDBusMessage)
    def _on_session_changed(self, message: QDBusMessage) -> None:
        arguments = [_SESSION, "LockedHint"]
        self._ask(message.path(), _PROPERTIES, "Get", arguments, self._on_hint_answered)

    def _on_session_answered(self, watcher: QDBusPendingCallWatcher) -> None:
        path = _first_of(watcher)
        if not isinstance(path, QDBusObjectPath):
            return
        session = path.path()
        lock = (_LOGIN, session, _SESSION, "Lock")
        self._listen(self._system, lock, "_on_session_locked()")
        change = (_LOGIN, session, _PROPERTIES, "PropertiesChanged")
        self._listen(self._system, change, "_on_session_changed(QDBusMessage)")

    def _on_hint_answered(self, watcher: QDBusPendingCallWatcher) -> None:
        hint = _first_of(watcher)
        if isinstance(hint, QDBusVariant) and hint.variant() is True:
            self.paused.emit()

    def _listen(self, bus: QDBusConnection, signal: tuple[str, str, str, str], slot: str) -> None:
        """Have a signal, given as service, path, interface and name, call a slot."""
        # PySide6's stub asks for bytes, its code for what SLOT returns.
        connect: Callable[..., bool] = bus.connect
        connect(*signal, self, SLOT(slot))

    def _ask(
        self,
        path: str,
        interface: str,
        method: str,
        arguments: list[str],
        answered: Callable[[QDBusPendingCallWatcher], None],
    ) -> None:
        call = QDBusMessage.createMethodCall(_LOGIN, path, interface, method)
        call.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(call), self)
        watcher.finished.connect(answered)
        watcher.finished.connect(watcher.deleteLater)


def _first_of(watcher: QDBusPendingCallWatcher) -> object:
    """The answer's first value; None where there was none."""
    values = [] if watcher.isError() else watcher.reply().arguments()
    return values[0] if values else None
