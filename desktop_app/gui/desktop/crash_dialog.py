"""What is shown when Watchword has met a fault of its own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.gui.context import Desk
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.widgets.buttons import LinkButton, OutlineButton, PrimaryButton

OpenFolder = Callable[[Path], None]


class CrashDialog(QuietDialog):
    """Says that there was a fault and where its report lies; nothing of the fault itself.

    ``report`` is None where the report could not be written.
    """

    quit_requested = Signal()

    def __init__(
        self,
        desk: Desk,
        report: Path | None,
        open_folder: OpenFolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.appearance, desk.tasks, title="", parent=parent)
        self.setWindowTitle(self.tr("Watchword"))
        self.set_words(self.tr("Something went wrong in Watchword"), self._words_about(report))
        leave = OutlineButton(desk.appearance, self.tr("Quit"), parent=self)
        go_on = PrimaryButton(desk.appearance, self.tr("Go on"), keys=("Esc",), parent=self)
        show: LinkButton | None = None
        if report is not None:
            folder = report.parent
            show = LinkButton(desk.appearance, self.tr("Open folder"), parent=self)
            show.clicked.connect(lambda: open_folder(folder))
        self.set_foot(go_on, leave, side=show)
        go_on.clicked.connect(self.reject)
        leave.clicked.connect(self._on_leave_clicked)
        go_on.setFocus()

    def _words_about(self, report: Path | None) -> str:
        happened = self.tr(
            "What you were doing may not have been finished: look before you repeat it. A check"
            " without an answer on the screen is no permission."
        )
        if report is None:
            return f"{happened}\n\n{self.tr('A report could not be written.')}"
        written = self.tr(
            "A report was written, without personal data, so that the fault can be found:\n{path}"
        ).format(path=report)
        return f"{happened}\n\n{written}"

    def _on_leave_clicked(self) -> None:
        self.reject()
        self.quit_requested.emit()


class CrashNotice(QObject):
    """Shows a ``CrashDialog`` for the excepthook, never two at a time."""

    quit_requested = Signal()

    def __init__(self, desk: Desk, open_folder: OpenFolder, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._open_folder = open_folder
        self._window = window
        self._dialog: CrashDialog | None = None

    @property
    def dialog(self) -> CrashDialog | None:
        """The dialog on the screen."""
        return self._dialog

    def show(self, report: Path | None) -> None:
        """Tell of one fault; while another one is still told of, the report is enough."""
        if self._dialog is not None:
            return
        dialog = CrashDialog(self._desk, report, self._open_folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.quit_requested.connect(self.quit_requested)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.open()

    def _on_dialog_finished(self) -> None:
        self._dialog = None
