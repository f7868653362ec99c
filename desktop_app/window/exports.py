"""The files that the main window's menus write: a backup and the data sheet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QObject

from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.file_chooser import SystemFileChooser
from desktop_app.gui.desktop.save_as import ask_for_file
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.texts.failures import failure
from desktop_app.window.opening import Opened

translate = QCoreApplication.translate

PROPOSED_SHEET = "watchword-data-sheet.html"


class Exports(QObject):
    """Asks where, writes what ``opened`` gives at that moment, and says in a notice what came."""

    def __init__(self, desk: Desk, window: MainWindow, opened: Callable[[], Opened | None]) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._opened = opened
        window.backup_requested.connect(self._ask_for_backup)
        window.data_sheet_requested.connect(self._ask_for_data_sheet)

    def _ask_for_backup(self) -> None:
        proposed = f"watchword-{QDate.currentDate().toString('yyyy-MM-dd')}.db"
        SystemFileChooser(self._desk.appearance).new_file(
            self._window, translate("App", "Copy the database to"), proposed, self._back_up
        )

    def _back_up(self, target: Path) -> None:
        opened = self._opened()
        if opened is None or opened.session.offer_backup is None:
            return
        back_up = opened.session.offer_backup
        self._write(
            lambda: back_up(target),
            translate("App", "Backup written: {path}").format(path=target),
            topic="backup",
        )

    def _ask_for_data_sheet(self) -> None:
        target = ask_for_file(self._window, PROPOSED_SHEET)
        opened = self._opened()
        if target is None or opened is None or opened.profile is None:
            return
        # Imported late: few people ever ask for it.
        from desktop_app.profiles.data_sheet import write_data_sheet

        profile = opened.profile
        self._write(
            lambda: write_data_sheet(profile, target),
            translate("App", "Data sheet written: {path}").format(path=target),
            topic="data-sheet",
        )

    def _write(self, job: Callable[[], None], done: str, *, topic: str) -> None:
        def tell(text: str) -> None:
            self._window.notices.show_text(text, topic=topic)

        self._desk.tasks.run(
            self, job, lambda _nothing: tell(done), lambda error: tell(failure(error))
        )
