"""Watchword's window in a process of its own, driven by keys.

``python -m tests.benchmarks.driven_window stall|memory|import DATABASE ROWS`` prints its figures as
one line of JSON; ``import`` is the process beside the window and prints none. Everything but the
keyring is real; the team key is in memory.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from desktop_app.core import verifier
from desktop_app.core.enrolment import Enrolment
from desktop_app.core.entities import CustomerDraft, IdentityCheck, ImportRow, Validity
from desktop_app.core.errors import CustomerNotFoundError
from desktop_app.core.invented_customers import invent_customers
from desktop_app.core.secret import Secret
from desktop_app.core.spreadsheet import write_rows
from desktop_app.core.verification import VerifyCaller
from desktop_app.gui.collector import Collector
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.customers.customer_data import CustomerData, Found
from desktop_app.gui.lists.import_flow import Stage as ImportStage
from desktop_app.gui.lists.import_window import ImportWindow
from desktop_app.gui.look.appearance import STYLE_ARGUMENTS, Appearance
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.session import Session
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.verify.verify_dialog import Stage, VerifyDialog
from desktop_app.gui.widgets.search_field import SearchField
from desktop_app.gui.windows import Windows
from desktop_app.storage.sqlite.customer_rows import FIELDS
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.system.files import written_whole
from desktop_app.system.memory_keys import MemoryKeys
from tests.benchmarks.imports import resident_mib
from tests.benchmarks.queries import realistic_queries
from tests.benchmarks.window_benchmark import BEAT_MS, FEW, MANY
from tests.benchmarks.workstation import ADMIN
from tests.gui.list_files import FILES, AnsweringChooser

CHECKS: Final = 15
SEARCHES: Final = 60
IMPORTED: Final = 20_000
OUTAGE_SECONDS: Final = 4

_NUMBER: Final = "BENCHMARK-1"
_PASSWORD: Final = "Kranich Laterne 86"
_KEY_MS: Final = 40
_PAUSE_SECONDS: Final = 0.3
_PATIENCE_SECONDS: Final = 60


class Heartbeat(QObject):
    """A timer of 10 ms in the GUI thread; ``gaps`` are the milliseconds between its beats."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def begin(self) -> None:
        """Forget what was measured before."""
        self.gaps = []
        self._last = time.perf_counter()

    def _on_timer_timeout(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1_000)
        self._last = now


class Painted(QObject):
    """Notes when a widget has been painted for the first time."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at: float | None = None
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint and self.at is None:
            self.at = time.perf_counter()
        return False


class DrivenWindow:
    """The window with an open profile, whose search has the focus."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.application = QApplication([sys.argv[0], *STYLE_ARGUMENTS])
        self.storage = _database(path)
        self._tasks = Tasks()
        self.desk = desk = Desk(Appearance(self.application), self._tasks, Preferences())
        self.window = MainWindow(desk)
        self.windows = Windows(self.window)
        self.window.show()
        self.window.activateWindow()
        self._open(desk)
        field, data = self.window.findChild(SearchField), self.window.findChild(CustomerData)
        assert isinstance(field, SearchField)
        assert isinstance(data, CustomerData)
        self.edit: QLineEdit = field.edit
        self._answered = ""
        data.found.connect(self._on_data_found)
        self.rest(1.0)
        Collector(self.window)  # as the window's own start does

    def close(self) -> None:
        """Take it down in order."""
        self.window.close()
        self._tasks.close()
        self.storage.close()

    def rest(self, seconds: float) -> None:
        """Let the event loop run; unlike ``QTest.qWait`` it lets other threads run too."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1_000), loop.quit)
        loop.exec()

    def wait(self, reached: Callable[[], bool]) -> None:
        """Let the event loop run until something is reached."""
        end = time.perf_counter() + _PATIENCE_SECONDS
        while not reached():
            if time.perf_counter() > end:
                raise TimeoutError
            self.rest(0.01)

    def type(self, text: str) -> None:
        """Type as fast as a fast typist; letters outside ASCII too."""
        for letter in text:
            self.edit.insert(letter)
            self.rest(_KEY_MS / 1_000)

    def search(self, text: str) -> None:
        """Replace the search in one go and wait until its rows are shown."""
        self.edit.setText(text)
        self.rest(0.002)
        self.wait(lambda: self._answered == text)

    def _on_data_found(self, found: Found) -> None:
        self._answered = found.rows.text

    def _open(self, desk: Desk) -> None:
        storage = self.storage
        keys = MemoryKeys((verifier.new_team_key(),))
        enrolment = Enrolment(storage.customers, storage.credentials, storage.policies, keys)
        try:
            customer = storage.customers.find_number(_NUMBER)
        except CustomerNotFoundError:
            customer = storage.customers.add(CustomerDraft(number=_NUMBER, name="Sofie Wendt"))
        check = IdentityCheck("callback", "benchmark")
        enrolment.set(customer.id, Secret(_PASSWORD), check, Validity.UNTIL_CHANGED)
        self.session = session = Session(
            storage=storage,
            keys=keys,
            verify=VerifyCaller(storage.credentials, storage.policies, keys),
            enrolment=enrolment,
            clock=lambda: datetime.now(UTC),
            written_whole=written_whole,
            place="This workstation",
        )
        context = Context(desk, session, storage.policies.load())
        self.window.open(context)
        self.windows.open(context)


def measure_stalls(driven: DrivenWindow, rows: int) -> dict[str, list[float]]:
    """The gaps of the heartbeat in each flow; ``dialog`` has the times until it was painted."""
    queries = realistic_queries(rows, SEARCHES)
    heartbeat = Heartbeat()
    gaps: dict[str, list[float]] = {}

    @contextmanager
    def flow(name: str) -> Iterator[None]:
        heartbeat.begin()
        yield
        gaps[name] = heartbeat.gaps

    with flow("checks"):
        dialogs = [_check(driven) for _ in range(CHECKS)]
    with flow("searches"):
        _type_searches(driven, queries)
    with flow("import"):
        _type_while_importing(driven, queries, rows)
    customers = _write_list(driven.path.with_suffix(".csv"), rows)
    with flow("import in the window"):
        _import_in_window(driven, customers)
    if sys.platform != "win32":  # there an open file cannot be taken away
        with flow("outage"):
            _lose_database(driven)
    gaps["dialog"] = dialogs
    return gaps


def measure_memory(driven: DrivenWindow, rows: int) -> dict[str, float | None]:
    """MiB in use after a few and after many searches."""
    queries = realistic_queries(rows, MANY)
    for query in queries[:FEW]:
        driven.search(query)
    few = resident_mib()
    for query in queries[FEW:]:
        driven.search(query)
    return {"few": few, "many": resident_mib()}


def _check(driven: DrivenWindow) -> float:
    """One check by keys; milliseconds from Enter until its dialog was painted."""
    driven.search(_NUMBER)
    begin = time.perf_counter()
    QTest.keyClick(driven.edit, Qt.Key.Key_Return)
    driven.wait(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, VerifyDialog)
    painted = Painted(dialog)
    driven.wait(lambda: painted.at is not None)
    entry = dialog.focusWidget()
    assert entry is not None
    QTest.keyClicks(entry, _PASSWORD)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    driven.wait(lambda: dialog.stage is Stage.MATCHED)
    ended = _has_ended(dialog)
    dialog.reject()
    driven.wait(ended)
    driven.rest(_PAUSE_SECONDS)  # the list is read again
    assert painted.at is not None
    return (painted.at - begin) * 1_000


def _has_ended(dialog: QDialog) -> Callable[[], bool]:
    finished: list[int] = []
    dialog.finished.connect(finished.append)
    return lambda: bool(finished)


def _type_searches(driven: DrivenWindow, queries: Iterable[str]) -> None:
    for query in queries:
        driven.edit.clear()
        driven.type(query)


def _type_while_importing(driven: DrivenWindow, queries: Iterable[str], rows: int) -> None:
    """The import is a command, so it runs in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.driven_window", "import"]
    process = subprocess.Popen([*command, str(driven.path), str(rows)], stdout=subprocess.DEVNULL)
    for query in cycle(queries):
        if process.poll() is not None:
            break
        _type_searches(driven, [query])
    if process.returncode:
        raise RuntimeError(process.returncode)


def _write_list(path: Path, rows: int) -> Path:
    drafts = islice(invent_customers(rows + 2 * IMPORTED), rows + IMPORTED, None)
    with path.open("w", encoding="utf-8", newline="") as stream:
        lines = ((d.number, d.name, d.company, " ".join(d.emails), d.country) for d in drafts)
        write_rows(stream, ("number", "name", "company", "email", "country"), lines)
    return path


def _import_in_window(driven: DrivenWindow, path: Path) -> None:
    """A trial run of new customers, and their import."""
    window = ImportWindow(
        driven.desk, driven.session, FILES, AnsweringChooser(), path=path, parent=driven.window
    )
    window.open()
    driven.wait(lambda: window.flow.stage is ImportStage.TRIED)
    window.flow.start_import()
    driven.wait(lambda: window.flow.stage is ImportStage.IMPORTED)
    window.done(0)


def _import(path: Path, rows: int) -> None:
    storage = _database(path)
    drafts = islice(invent_customers(rows + IMPORTED), rows, None)
    storage.customers.import_rows(
        (ImportRow(line, draft) for line, draft in enumerate(drafts, start=2)),
        frozenset(FIELDS),
        source="benchmark",
        trial=False,
        on_reject=lambda _row: None,
        on_progress=lambda _rows: None,
    )
    storage.close()


def _database(path: Path) -> SqliteDatabase:
    storage = SqliteDatabase(path, ADMIN, "desk-1", lambda: datetime.now(UTC))
    storage.open()
    return storage


def _lose_database(driven: DrivenWindow) -> None:
    aside = driven.path.with_suffix(".aside")
    driven.path.rename(aside)
    driven.type("sofie wendt")
    driven.rest(OUTAGE_SECONDS)
    aside.rename(driven.path)
    QTest.keyClick(driven.edit, Qt.Key.Key_F5)
    driven.rest(OUTAGE_SECONDS)


def main(what: str, path: Path, rows: int) -> int:
    """Measure and print the figures, or import what the flow of that name imports."""
    if what == "import":
        _import(path, rows)
        return 0
    driven = DrivenWindow(path)
    measure = {"stall": measure_stalls, "memory": measure_memory}[what]
    print(json.dumps(measure(driven, rows)))
    driven.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
