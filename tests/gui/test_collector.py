"""Objects that refer to each other are freed by the windows' thread."""

import gc
import threading
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.collector import Collector, collect
from desktop_app.gui.tasks import Tasks

if TYPE_CHECKING:
    from desktop_app.core.errors import WatchwordError


class Forgotten(QWidget):
    """A widget that nobody has but itself."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def make_circles() -> None:
    """Enough objects for Python to look for some to free, were it left to do so."""
    for _ in range(2_000):
        circle: list[object] = []
        circle.append(circle)


def forget_a_widget() -> list[str]:
    """The thread in which it is freed, once it is."""
    found: list[str] = []
    weakref.finalize(Forgotten(), lambda: found.append(threading.current_thread().name))
    return found


def test_a_worker_frees_no_widget(qtbot: QtBot) -> None:
    """However much it makes; the window's thread frees it when it looks often enough."""
    owner = QObject()
    Collector(owner)  # what is there already stays
    freed_in = forget_a_widget()
    tasks = Tasks()
    done: list[None] = []
    failures: list[WatchwordError] = []
    tasks.run(owner, make_circles, done.append, failures.append)
    qtbot.waitUntil(lambda: bool(done))
    assert tasks.close()
    assert freed_in == []
    for _ in range(200):
        make_circles()
        collect()
    assert freed_in == [threading.current_thread().name]


def test_nothing_is_collected_before_it_is_due() -> None:
    """A look that finds little new work does none."""
    gc.collect()
    before = [generation["collections"] for generation in gc.get_stats()]
    collect()
    assert [generation["collections"] for generation in gc.get_stats()] == before
