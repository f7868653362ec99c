"""A second start brings the first window to the front.

Who is first is decided by the system's file lock, not here: this is only how the second start
tells the first one. It knows one message and answers nothing.
"""

import hashlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget

_SHOW: Final = b"show\n"
_PATIENCE_MS: Final = 2_000
_MOST_WAITING: Final = 8
_DIGEST_DIGITS: Final = 32


def instance_name(user: str, profile: str, home: Path) -> str:
    """The name under which the window of this user, profile and data folder is reached."""
    text = "\n".join((user, profile, str(home)))
    digest = hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
    return f"watchword-{digest[:_DIGEST_DIGITS]}"


class InstanceServer(QObject):
    """The side of the first window; ``show_requested`` asks it to come to the front.

    Only the same user's processes may connect. Whoever says something else, or nothing for two
    seconds, is disconnected, and no more than the message's length is ever read.
    """

    show_requested = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST_WAITING)
        self._server.newConnection.connect(self._on_server_connected)

    def listen(self) -> bool:
        """Listen from now on; only for the process that holds the profile's lock.

        False where the system refuses: a second start then only says that Watchword is open.
        """
        # What a crash has left; the lock says that nobody is listening there.
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_server_connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Visitor(socket, self)


class _Visitor(QObject):
    """One connection, until it has said something or its time is over."""

    def __init__(self, socket: QLocalSocket, server: InstanceServer) -> None:
        super().__init__(socket)
        self._socket = socket
        self._server = server
        self._said = b""
        socket.setReadBufferSize(len(_SHOW))
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(self._on_socket_ready)
        QTimer.singleShot(_PATIENCE_MS, self, socket.abort)
        self._on_socket_ready()

    def _on_socket_ready(self) -> None:
        self._said += self._socket.read(len(_SHOW) - len(self._said)).data()
        if self._said == _SHOW:
            self._socket.disconnectFromServer()
            self._server.show_requested.emit()
        elif not _SHOW.startswith(self._said):
            self._socket.abort()


def show_running_window(name: str, patience_ms: int = _PATIENCE_MS) -> bool:
    """Ask the window that runs under this name to come to the front; whether it heard.

    Blocks up to ``patience_ms``: for a start that ends after it.
    """
    socket = QLocalSocket()
    socket.connectToServer(name, QLocalSocket.OpenModeFlag.ReadWrite)
    if not socket.waitForConnected(patience_ms):
        return False
    socket.write(_SHOW)
    # The other side hangs up once it has heard; it may have done so already.
    unconnected = QLocalSocket.LocalSocketState.UnconnectedState
    written = socket.waitForBytesWritten(patience_ms)
    return written and (socket.state() is unconnected or socket.waitForDisconnected(patience_ms))


def bring_to_front(window: QWidget) -> None:
    """Show a window where the person is looking, as far as the system lets it."""
    state = window.windowState() & ~Qt.WindowState.WindowMinimized
    window.setWindowState(state | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
