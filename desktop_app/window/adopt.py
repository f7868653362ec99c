"""A workstation's own database beside a shared one: the way from the one into the other."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.core.entities import Role
from desktop_app.core.errors import WatchwordError
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.file_chooser import SystemFileChooser
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.setup.contract import Adopting
from desktop_app.profiles.base import OpenProfile

translate = QCoreApplication.translate

_TOPIC = "adopt"


class AdoptionOffer(QObject):
    """Offers it to an administrator while the shared database is empty."""

    dialog_wanted = Signal(object)
    """A ``PlainFrame`` to be opened."""

    adopted = Signal()
    """The profile has other customers and another team key: it is to be opened again."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._adopting: Adopting | None = None
        window.adopt_requested.connect(self._show_dialog)

    def look_after(self, opened: OpenProfile) -> None:
        """Find out whether there is something to bring over."""
        self.leave()
        if opened.profile.is_shared and opened.storage.person.role is Role.ADMIN:
            self._desk.tasks.run(self, lambda: _found(opened), self._on_found, _ignore)

    def leave(self) -> None:
        """The profile is closed: offer nothing any more."""
        self._on_found(None)

    def _on_found(self, adopting: Adopting | None) -> None:
        self._adopting = adopting
        self._window.set_adopting(possible=adopting is not None)
        if adopting is None:
            self._window.notices.hide(_TOPIC)
            return
        self._window.notices.show_text(
            translate(
                "App",
                "This computer has a database of its own. While the shared one is empty, its"
                " customers and telephone passwords can be brought over.",
            ),
            translate("App", "Bring over…"),
            self._show_dialog,
            topic=_TOPIC,
        )

    def _show_dialog(self) -> None:
        from desktop_app.gui.setup.adopt_dialog import AdoptDialog

        if self._adopting is not None:
            dialog = AdoptDialog(
                self._desk, self._adopting, SystemFileChooser(self._desk.appearance), self._window
            )
            dialog.adopted.connect(self.adopted)
            self.dialog_wanted.emit(dialog)


def _found(opened: OpenProfile) -> Adopting | None:
    from desktop_app.team.moving_up import moving_up_to  # imports both engines

    return moving_up_to(opened)


def _ignore(_error: WatchwordError) -> None:
    """The next opening looks again."""
