"""The window that imports customer lists."""

import tempfile
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.core.entities import CustomerDraft, ImportProgress
from desktop_app.gui.context import Desk
from desktop_app.gui.lists.import_flow import Stage
from desktop_app.gui.lists.import_window import ImportWindow
from desktop_app.gui.lists.reading_dialog import ReadingDialog
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from tests.gui.fakes import FakeClock, FakeStorage, session_of
from tests.gui.list_files import FILES, FIRST, AnsweringChooser, many, write_list
from tests.gui.sample_customers import add_sample_customers
from tests.screens._settling import settle
from tests.screens.registry import screen

BROKEN = (
    ";Ohne Nummer;;;;;",
    "200001;Zweimal;;;;;",
    "200002;Zweimal;;;;;",
    ";Ohne Nummer;;;;;",
    "300;Zu kurz",
    "301;Eva Adler;;;eva(at)example;;",
    "302;Otto Adler;;;otto@example;;",
    ";Ohne Nummer;;;;;",
    ";Ohne Nummer;;;;;",
)

ROWS = [*FIRST, *many(800), *BROKEN]


def _opened(appearance: Appearance, folder: str, rows: list[str]) -> ImportWindow:
    storage = FakeStorage(FakeClock())
    add_sample_customers(storage)
    for number in range(25):
        storage.customers.add(
            CustomerDraft(number=f"3{number:05}", name="Otto Stein", company=f"Stein {number} AG")
        )
    desk = Desk(appearance, Tasks(), Preferences())
    path = write_list(Path(folder), rows)
    window = ImportWindow(desk, session_of(storage), FILES, AnsweringChooser(), path=path)
    window.show()
    window.activateWindow()
    over = {Stage.TRIED, Stage.REFUSED, Stage.INCOMPLETE, Stage.FAILED}
    settle(lambda: window.flow.stage in over and window.mapping.is_complete)
    QTest.qWait(20)
    return window


@screen("import")
def tried(appearance: Appearance) -> QWidget:
    with tempfile.TemporaryDirectory() as folder:
        return _opened(appearance, folder, ROWS)


@screen("import-trial")
def trying(appearance: Appearance) -> QWidget:
    with tempfile.TemporaryDirectory() as folder:
        window = _opened(appearance, folder, ROWS)
        flow, run = window.flow, window.flow.run
        assert run is not None
        run.counts, run.total = None, 8_235
        run._begun -= 60
        run.progress = ImportProgress(5_104, 4_958, 121)
        flow.total = 8_235
        flow._enter(Stage.TRYING)
        return window


@screen("import-done")
def done(appearance: Appearance) -> QWidget:
    with tempfile.TemporaryDirectory() as folder:
        window = _opened(appearance, folder, ROWS)
        window.flow.start_import()
        settle(lambda: window.flow.stage is Stage.IMPORTED)
        return window


@screen("import-missing")
def missing(appearance: Appearance) -> QWidget:
    with tempfile.TemporaryDirectory() as folder:
        window = _opened(appearance, folder, ROWS)
        window.flow.start_import()
        settle(lambda: window.flow.stage is Stage.IMPORTED)
        window.outcome.look.click()
        settle(lambda: not window.missing.is_busy)
        for row in (1, 2):
            window.missing.model.toggle(row)
        return window


@screen("import-refused")
def refused(appearance: Appearance) -> QWidget:
    with tempfile.TemporaryDirectory() as folder:
        return _opened(appearance, folder, [])


@screen("import-reading")
def reading(appearance: Appearance) -> QWidget:
    with tempfile.TemporaryDirectory() as folder:
        window = _opened(appearance, folder, ROWS)
        layout = window.flow.look.layout if window.flow.look is not None else None
        return ReadingDialog(appearance, window.flow.options, layout, lambda _options: None)
