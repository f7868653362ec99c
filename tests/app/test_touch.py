"""The look for news, and the small question that notices a lost connection."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Person
from desktop_app.core.server_errors import ConnectionLostError
from desktop_app.gui.tasks import Tasks
from desktop_app.window.touch import LOOKS_PER_QUESTION, News, Touch
from tests.storage.engines import LEAD


class Server:
    """Counts the questions; answers none while ``is_gone``, and late while ``gate`` is shut.

    ``news`` is what it tells at the next look.
    """

    def __init__(self) -> None:
        self.asked = self.looks = 0
        self.news: News = frozenset()
        self.is_gone = False
        self.gate = Event()
        self.gate.set()

    def ask(self) -> Person:
        self.asked += 1
        self.gate.wait()
        if self.is_gone:
            raise ConnectionLostError
        return LEAD

    def look(self) -> News:
        self.looks += 1
        news, self.news = self.news, frozenset()
        return news


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
    touch.leave()
    server.gate.set()
    tasks.close()


def tick(touch: Touch) -> None:
    """The time for the next look has come, if one is meant to come; with it goes a question."""
    if touch._timer.isActive():
        touch._looks = LOOKS_PER_QUESTION - 1
        touch._timer.timeout.emit()


def test_it_asks_again_and_again_while_there_are_answers(
    qtbot: QtBot, touch: Touch, server: Server
) -> None:
    """And hands each of them on."""
    answers: list[Person] = []
    touch.answered.connect(answers.append)
    with qtbot.assertNotEmitted(touch.lost):
        touch.keep(server.look, server.ask)
        while server.asked < 3:
            asked = server.asked
            tick(touch)
            qtbot.waitUntil(lambda: server.asked > asked and not touch._is_busy)  # noqa: B023
    assert answers == [LEAD] * 3


def test_a_server_that_is_gone_is_told(qtbot: QtBot, touch: Touch, server: Server) -> None:
    """Somebody then looks closer, and nobody asks beside them until the outage is over."""
    server.is_gone = True
    touch.keep(server.look, server.ask)
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
    touch.keep(server.look, server.ask)
    tick(touch)
    qtbot.waitUntil(lambda: server.asked == 1)
    tick(touch)
    server.gate.set()
    qtbot.waitUntil(lambda: not touch._is_busy)
    assert server.asked == 1
    tick(touch)
    qtbot.waitUntil(lambda: server.asked == 2)


def test_nothing_is_asked_during_a_pause(qtbot: QtBot, touch: Touch, server: Server) -> None:
    """What fails because the connection was closed for it is no loss; nor does a signal resume."""
    server.gate.clear()
    server.is_gone = True
    touch.keep(server.look, server.ask)
    tick(touch)
    qtbot.waitUntil(lambda: server.asked == 1)
    with qtbot.assertNotEmitted(touch.lost):
        touch.leave()
        touch.set_connected(True)
        tick(touch)
        server.gate.set()
        qtbot.waitUntil(lambda: not touch._is_busy)
    assert server.asked == 1


def test_it_looks_more_often_than_it_asks(qtbot: QtBot, touch: Touch, server: Server) -> None:
    """News come within seconds; the server is asked for its answer seven times less often."""
    touch.keep(server.look, server.ask)
    for look in range(1, 2 * LOOKS_PER_QUESTION + 1):
        touch._timer.timeout.emit()
        qtbot.waitUntil(lambda: server.looks == look and not touch._is_busy)  # noqa: B023
    assert server.asked == 2


@pytest.mark.parametrize("news", [frozenset({7, 8}), None])
def test_news_are_told(qtbot: QtBot, touch: Touch, server: Server, news: News) -> None:
    """Of some customers, or of nobody knows whom; a look that finds nothing tells nothing."""
    touch.keep(server.look, None)
    server.news = news
    with qtbot.waitSignal(touch.heard) as heard:
        tick(touch)
    assert heard.args == [news]
    with qtbot.assertNotEmitted(touch.heard):
        tick(touch)
        qtbot.waitUntil(lambda: server.looks == 2 and not touch._is_busy)
    assert server.asked == 0


def test_a_flood_of_news_is_told_once_a_look(qtbot: QtBot, touch: Touch, server: Server) -> None:
    """Whoever sends without end cannot have more read than the tick has."""
    server.gate.clear()
    touch.keep(server.look, server.ask)
    tick(touch)
    qtbot.waitUntil(lambda: server.asked == 1)
    server.news = None
    for _ in range(50):
        tick(touch)
    with qtbot.waitSignal(touch.heard):
        server.gate.set()
    assert server.looks == 1
