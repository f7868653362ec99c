"""How a second start reaches the first window, over real local sockets."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.desktop import single_instance
from desktop_app.gui.desktop.single_instance import (
    InstanceServer,
    bring_to_front,
    instance_name,
    show_running_window,
)


@pytest.fixture
def name() -> str:
    return instance_name("test", str(uuid4()), Path())


@pytest.fixture
def server(qtbot: QtBot, name: str) -> Iterator[InstanceServer]:
    server = InstanceServer(name)
    assert server.listen()
    yield server
    server.close()


def connected(qtbot: QtBot, name: str) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(name)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.ConnectedState)
    return socket


_SECOND_START = """
import sys
from PySide6.QtCore import QCoreApplication
from desktop_app.gui.desktop.single_instance import show_running_window
application = QCoreApplication([])
sys.exit(0 if show_running_window(sys.argv[1]) else 1)
"""


def test_a_second_start_is_heard(qtbot: QtBot, server: InstanceServer, name: str) -> None:
    """The first window is asked to come to the front, and the second start learns that it was."""
    command = [sys.executable, "-c", _SECOND_START, name]
    with qtbot.waitSignal(server.show_requested, timeout=20_000):
        second = subprocess.Popen(command, cwd=Path(__file__).parents[2])
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode == 0


def test_without_a_first_window_nobody_hears(name: str) -> None:
    """The second start learns it at once."""
    assert not show_running_window(name)


@pytest.mark.parametrize("said", [b"hide\n", b"show me", b"s\0", b"x" * 100_000])
def test_anything_else_is_hung_up_on(
    qtbot: QtBot, server: InstanceServer, name: str, said: bytes
) -> None:
    """There is one message; what is longer or different does nothing."""
    socket = connected(qtbot, name)
    with qtbot.assertNotEmitted(server.show_requested), qtbot.waitSignal(socket.disconnected):
        socket.write(said)


def test_a_message_in_pieces_is_one(qtbot: QtBot, server: InstanceServer, name: str) -> None:
    """A transport may divide it anywhere."""
    socket = connected(qtbot, name)
    socket.write(b"sh")
    socket.flush()
    qtbot.wait(20)
    with qtbot.waitSignal(server.show_requested):
        socket.write(b"ow\n")


def test_who_says_nothing_is_hung_up_on(
    qtbot: QtBot, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A silent connection is not kept."""
    monkeypatch.setattr(single_instance, "_PATIENCE_MS", 10)
    server = InstanceServer(name)
    assert server.listen()
    socket = QLocalSocket()
    with qtbot.assertNotEmitted(server.show_requested), qtbot.waitSignal(socket.disconnected):
        socket.connectToServer(name)
    server.close()


def test_what_a_crash_left_is_no_obstacle(name: str) -> None:
    """The place of a window that ended without cleaning up is taken over."""
    first = QLocalServer()
    assert first.listen(name)
    left = Path(first.fullServerName())
    kept = left.with_name(f"{left.name}-kept")
    if left.exists():  # a file where sockets are files
        left.rename(kept)
    first.close()
    if kept.exists():
        kept.rename(left)
    server = InstanceServer(name)
    assert server.listen()
    server.close()


def test_each_profile_user_and_folder_has_its_own_name() -> None:
    """Only starts that share everything meet, and the name tells none of it."""
    names = {
        instance_name("lukas", "workstation", Path("/home/lukas")),
        instance_name("tanja", "workstation", Path("/home/lukas")),
        instance_name("lukas", "team", Path("/home/lukas")),
        instance_name("lukas", "workstation", Path("/srv/demo")),
    }
    assert len(names) == 4
    assert not any("lukas" in name or "team" in name for name in names)


@pytest.mark.qt_log_ignore("does not support raise")  # what the offscreen platform says
def test_a_minimised_window_comes_back(qtbot: QtBot) -> None:
    """It is shown again at its size, also when it was maximised before."""
    window = QWidget()
    qtbot.addWidget(window)
    window.showMaximized()
    window.showMinimized()
    bring_to_front(window)
    assert window.isVisible()
    assert not window.isMinimized()
    assert bool(window.windowState() & Qt.WindowState.WindowMaximized)
