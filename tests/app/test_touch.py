"""The small question that notices a lost connection while nobody does anything."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.server_errors import ConnectionLostError
from desktop_app.gui.tasks import Tasks
from desktop_app.window.touch import Touch


class Server:
    """Counts the questions; answers none while ``is_gone``, and late while ``gate`` is shut."""

    def __init__(self) -> None:
        self.asked = 0
        self.is_gone = False
        self.gate = Event()
        self.gate.set()

    def ask(self) -> None:
        self.asked += 1
        self.gate.wait()
        if self.is_gone:
            raise ConnectionLostError


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.gate.set()


@pytest.fixture
def touch(qtbot: QtBot, server: Server) -> Iterator[Touch]:
    holder, tasks = QWidget(), Tasks()
    qtbot.addWidget(holder)  # which takes its timer along, in this thread
    touch = Touch(tasks, holder)
    yield touch
    touch.keep(None)
    server.gate.set()
    tasks.close()


def tick(touch: Touch) -> None:
    """The time for the next question has come, if one is meant to come."""
    if touch._timer.isActive():
        touch._timer.timeout.emit()


def test_it_asks_again_and_again_while_there_are_answers(
    qtbot: QtBot, touch: Touch, server: Server
) -> None:
    """And says nothing."""
    with qtbot.assertNotEmitted(touch.lost):
        touch.keep(server.ask)
        while server.asked < 3:
            asked = server.asked
            tick(touch)
            qtbot.waitUntil(lambda: server.asked > asked and not touch._is_asking)  # noqa: B023


def test_a_server_that_is_gone_is_told(qtbot: QtBot, touch: Touch, server: Server) -> None:
    """Somebody then looks closer, and nobody asks beside them until the outage is over."""
    server.is_gone = True
    touch.keep(server.ask)
    with qtbot.waitSignal(touch.lost):
        tick(touch)
    touch.set_connected(False)
    tick(touch)
    assert server.asked == 1
    server.is_gone = False
    touch.set_connected(True)
    tick(touch)
    qtbot.waitUntil(lambda: server.asked == 2)


def test_one_question_at_a_time(qtbot: QtBot, touch: Touch, server: Server) -> None:
    """A slow server is not asked a second time before it has answered."""
    server.gate.clear()
    touch.keep(server.ask)
    tick(touch)
    qtbot.waitUntil(lambda: server.asked == 1)
    tick(touch)
    server.gate.set()
    qtbot.waitUntil(lambda: not touch._is_asking)
    assert server.asked == 1
    tick(touch)
    qtbot.waitUntil(lambda: server.asked == 2)


def test_nothing_is_asked_during_a_pause(qtbot: QtBot, touch: Touch, server: Server) -> None:
    """What fails because the connection was closed for it is no loss; nor does a signal resume."""
    server.gate.clear()
    server.is_gone = True
    touch.keep(server.ask)
    tick(touch)
    qtbot.waitUntil(lambda: server.asked == 1)
    with qtbot.assertNotEmitted(touch.lost):
        touch.keep(None)
        touch.set_connected(True)
        tick(touch)
        server.gate.set()
        qtbot.waitUntil(lambda: not touch._is_asking)
    assert server.asked == 1
