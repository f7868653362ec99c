"""The small question that notices a lost connection while nobody does anything."""

from collections.abc import Iterator
from threading import Event

import pytest
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
def touch(qapp: object) -> Iterator[Touch]:
    tasks = Tasks()
    yield Touch(tasks, every_ms=5)
    tasks.close()


def test_it_asks_again_and_again_while_there_are_answers(
    qtbot: QtBot, touch: Touch, server: Server
) -> None:
    """And says nothing."""
    with qtbot.assertNotEmitted(touch.lost):
        touch.keep(server.ask)
        qtbot.waitUntil(lambda: server.asked > 3)


def test_a_server_that_is_gone_is_told(qtbot: QtBot, touch: Touch, server: Server) -> None:
    """Somebody then looks closer, which is not asked for twice during the outage."""
    touch.lost.connect(lambda: touch.set_connected(False))
    server.is_gone = True
    with qtbot.waitSignal(touch.lost):
        touch.keep(server.ask)
    asked = server.asked
    qtbot.wait(50)
    assert server.asked == asked
    server.is_gone = False
    touch.set_connected(True)
    qtbot.waitUntil(lambda: server.asked > asked)


def test_one_question_at_a_time(qtbot: QtBot, touch: Touch, server: Server) -> None:
    """A slow server is not asked a second time before it has answered."""
    server.gate.clear()
    touch.keep(server.ask)
    qtbot.waitUntil(lambda: server.asked == 1)
    qtbot.wait(50)
    assert server.asked == 1
    server.gate.set()
    qtbot.waitUntil(lambda: server.asked > 1)


def test_nothing_is_asked_during_a_pause(qtbot: QtBot, touch: Touch, server: Server) -> None:
    """What fails because the connection was closed for it is no loss; nor does a signal resume."""
    server.gate.clear()
    server.is_gone = True
    touch.keep(server.ask)
    qtbot.waitUntil(lambda: server.asked == 1)
    with qtbot.assertNotEmitted(touch.lost):
        touch.keep(None)
        touch.set_connected(True)
        server.gate.set()
        qtbot.wait(50)
    assert server.asked == 1
