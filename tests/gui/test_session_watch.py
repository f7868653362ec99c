"""The locking of the desktop's session, told over a real bus and by Windows."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusVariant,
    QDBusVirtualObject,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.gui.pause.session_watch import SessionWatch
from desktop_app.gui.pause.windows_session_watch import WindowsSessionWatch

_SESSION_PATH = "/org/freedesktop/login1/session/_32"
_SESSION = "org.freedesktop.login1.Session"
_ROOT = QDBusConnection.VirtualObjectRegisterOption.SubPath

needs_bus = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no message bus")


class LoginDaemon(QDBusVirtualObject):
    """Answers as systemd-logind does; ``locked`` is the session's hint."""

    def __init__(self) -> None:
        super().__init__()
        self.locked = False
        self.questions: list[tuple[str, list[str]]] = []

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(  # noqa: N802 - Qt's name
        self, message: QDBusMessage, connection: QDBusConnection
    ) -> bool:
        self.questions.append((message.member(), message.arguments()))
        answers = {"GetSession": QDBusObjectPath(_SESSION_PATH), "Get": QDBusVariant(self.locked)}
        if message.member() not in answers:
            return False
        reply = message.createReply()
        reply.setArguments([answers[message.member()]])
        return connection.send(reply)


@pytest.fixture
def connect() -> Iterator[Callable[[str], QDBusConnection]]:
    """Connections to a private bus, by name."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    names: list[str] = []

    def open_connection(name: str) -> QDBusConnection:
        names.append(name)
        connection = QDBusConnection.connectToBus(address, name)
        assert connection.isConnected()
        return connection

    yield open_connection
    for name in names:
        QDBusConnection.disconnectFromBus(name)
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def desktop(connect: Callable[[str], QDBusConnection]) -> QDBusConnection:
    """The side that tells."""
    return connect("desktop")


@pytest.fixture
def login(desktop: QDBusConnection) -> LoginDaemon:
    login = LoginDaemon()
    assert desktop.registerVirtualObject("/org/freedesktop/login1", login, _ROOT)
    assert desktop.registerService("org.freedesktop.login1")
    return login


@pytest.fixture
def watch(
    qtbot: QtBot, connect: Callable[[str], QDBusConnection], login: LoginDaemon
) -> SessionWatch:
    bus = connect("watchword")
    watch = SessionWatch(bus, bus)
    qtbot.waitUntil(lambda: bool(login.questions))
    # Answers come in order: once a later question is answered, so is the first.
    watch._on_session_changed(
        QDBusMessage.createSignal(_SESSION_PATH, "org.freedesktop.DBus.Properties", "x")
    )
    qtbot.waitUntil(lambda: len(login.questions) == 2)
    return watch


def tell(
    desktop: QDBusConnection, path: str, interface: str, member: str, *arguments: object
) -> None:
    signal = QDBusMessage.createSignal(path, interface, member)
    signal.setArguments(list(arguments))
    assert desktop.send(signal)


@needs_bus
@pytest.mark.parametrize("desktop_name", ["freedesktop", "gnome", "cinnamon", "mate", "xfce"])
def test_a_screen_saver_pauses(
    qtbot: QtBot, watch: SessionWatch, desktop: QDBusConnection, desktop_name: str
) -> None:
    """Each desktop's own screen saver is understood."""
    interface = f"org.{desktop_name}.ScreenSaver"
    with qtbot.waitSignal(watch.paused):
        tell(desktop, "/ScreenSaver", interface, "ActiveChanged", True)


@needs_bus
def test_a_screen_saver_that_goes_does_not_pause(
    qtbot: QtBot, watch: SessionWatch, desktop: QDBusConnection
) -> None:
    """Coming back is told by the same signal and means nothing; the sleep after it pauses once."""
    pauses: list[bool] = []
    watch.paused.connect(lambda: pauses.append(True))
    tell(desktop, "/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", False)
    login_path, manager = "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
    with qtbot.waitSignal(watch.paused):
        tell(desktop, login_path, manager, "PrepareForSleep", True)
    assert pauses == [True]


@needs_bus
def test_the_order_to_lock_the_session_pauses(
    qtbot: QtBot, watch: SessionWatch, desktop: QDBusConnection
) -> None:
    """``loginctl lock-session`` counts for the session that the login daemon named."""
    with qtbot.waitSignal(watch.paused):
        tell(desktop, _SESSION_PATH, _SESSION, "Lock")


@needs_bus
def test_another_persons_session_does_not_pause(
    qtbot: QtBot, watch: SessionWatch, desktop: QDBusConnection
) -> None:
    """Somebody else's lock on the same computer is heard by nobody here."""
    pauses: list[bool] = []
    watch.paused.connect(lambda: pauses.append(True))
    tell(desktop, "/org/freedesktop/login1/session/_99", _SESSION, "Lock")
    with qtbot.waitSignal(watch.paused):
        tell(desktop, _SESSION_PATH, _SESSION, "Lock")
    assert pauses == [True]


@needs_bus
def test_the_hint_that_the_session_is_locked_pauses(
    qtbot: QtBot, watch: SessionWatch, desktop: QDBusConnection, login: LoginDaemon
) -> None:
    """A change of the session makes Watchword ask for the hint, which alone decides."""
    changed: tuple[Any, ...] = (
        "org.freedesktop.DBus.Properties",
        "PropertiesChanged",
        _SESSION,
        {},
        [],
    )
    asked = len(login.questions)
    with qtbot.assertNotEmitted(watch.paused):
        tell(desktop, _SESSION_PATH, *changed)
        qtbot.waitUntil(lambda: len(login.questions) > asked)
    assert login.questions[-1] == ("Get", [_SESSION, "LockedHint"])
    login.locked = True
    with qtbot.waitSignal(watch.paused):
        tell(desktop, _SESSION_PATH, *changed)


@needs_bus
def test_without_a_bus_nothing_happens(qtbot: QtBot) -> None:
    """A system without D-Bus has no session to watch and no failure to report."""
    nowhere = QDBusConnection("watchword-nowhere")
    assert not nowhere.isConnected()
    watch = SessionWatch(nowhere, nowhere)
    with qtbot.assertNotEmitted(watch.paused):
        QApplication.processEvents()


class FakeNotices:
    """Windows' messages, as addresses."""

    LOCKED = 0x1000

    def __init__(self) -> None:
        self.windows: list[int] = []

    def watch_session(self, window: int) -> bool:
        self.windows.append(window)
        return True

    def tells_of_pause(self, message: int) -> bool:
        return message == self.LOCKED


def test_windows_tells_a_window_of_its_own(qtbot: QtBot) -> None:
    """The hidden window is registered once; only a message that says so pauses."""
    notices = FakeNotices()
    watch = WindowsSessionWatch(notices)
    listener = watch._listener
    assert notices.windows == [listener.winId()]
    assert not listener.isVisible()
    kind = QByteArray(b"windows_generic_MSG")
    with qtbot.assertNotEmitted(watch.paused):
        assert listener.nativeEvent(kind, 0x2000) == (False, 0)
    with qtbot.waitSignal(watch.paused):
        assert listener.nativeEvent(kind, FakeNotices.LOCKED) == (False, 0)
    listener.deleteLater()
