"""One process of the start benchmark: ``python -m tests.benchmarks.shown_window bare|watchword``.

Prints one line of JSON as soon as the window is on the screen, and after that ends (``bare``) or
types a search and prints a second line when its answer is there (``watchword``).
"""

import json
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)


class FirstPicture(QObject):
    """Calls back when a window has been painted whole for the first time."""

    def __init__(self, window: QWidget, shown: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._shown = shown
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # Delivered when the window, its children and the flush to the screen are through.
            QCoreApplication.postEvent(
                self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value
            )
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.User:
            self._shown()
            return True
        return super().event(event)


def main(which: str) -> int:
    """Show one of the two windows."""
    if which == "bare":
        return _bare()
    return _watchword()


def _say(**words: object) -> None:
    sys.stdout.write(json.dumps({"at": time.monotonic(), **words}) + "\n")
    sys.stdout.flush()


def _is_ready_to_type(window: QWidget) -> bool:
    field = window.focusWidget()
    return window.isVisible() and isinstance(field, QLineEdit) and field.isEnabled()


def _bare() -> int:
    application = QApplication([sys.argv[0]])
    window = QMainWindow()
    central = QWidget(window)
    layout = QVBoxLayout(central)
    field, table = QLineEdit(central), QTableWidget(50, 6, central)
    layout.addWidget(field)
    layout.addWidget(table)
    window.setCentralWidget(central)
    window.resize(1180, 760)
    field.setFocus()

    def shown() -> None:
        _say(ready=_is_ready_to_type(window))
        application.quit()

    FirstPicture(window, shown)
    window.show()
    return application.exec()


def _watchword() -> int:
    import os

    from desktop_app.app import App
    from desktop_app.system.folders import Folders
    from desktop_app.system.hardening import harden
    from desktop_app.system.instance_lock import InstanceLock

    t0 = time.monotonic()
    harden(window=True)
    application = QApplication([sys.argv[0]])
    folders = Folders.of_user(os.environ)
    folders.create()
    lock = InstanceLock(folders.lock_file("workstation"))
    lock.acquire()
    app = App(application, folders, "workstation", is_demo=False)

    def shown() -> None:
        _say(ready=_is_ready_to_type(app.window))
        application.quit()

    FirstPicture(app.window, shown)
    app.start()
    code = application.exec()
    app.close()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
