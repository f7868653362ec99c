"""The personal PIN of the window's profile: set by wish, or because the team's rules want one."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.core.errors import WatchwordError
from desktop_app.gui.context import Desk
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.texts.failures import failure
from desktop_app.profiles.pin import ProfilePin
from desktop_app.system.clock import utc_now

if TYPE_CHECKING:
    from desktop_app.gui.pause.pin_dialog import PinDialog

translate = QCoreApplication.translate

_TOPIC: Final = "pin"


class PinCare(QObject):
    """Sees to it that there is a PIN where the team's rules want one.

    It is asked for at each opening of the profile. Whoever closes the dialog without setting one
    is back at the lock screen, from which the way leads to the dialog again. A keyring that cannot
    keep a PIN (none, locked, failing) keeps nobody from their work: that a PIN is missing stays on
    the screen with the reason and a button, and the next opening asks again.
    """

    dialog_wanted = Signal(object)
    """A ``PlainFrame`` to be opened."""

    declined = Signal()
    """There could be a PIN, and nobody has set one: Watchword is to be locked."""

    def __init__(self, desk: Desk, window: MainWindow, pin: ProfilePin) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._pin = pin
        self._is_open = False
        self._is_required = False

    def look_after(self, *, required: bool) -> None:
        """The profile is open: ask for a PIN where one is ``required`` and missing."""
        self._is_open = True
        self._is_required = required
        if required:
            self._look()

    def leave(self) -> None:
        """The profile is closed: ask for nothing any more."""
        self._is_open = False

    def show(self) -> None:
        """Set, change or remove the PIN; removing is not offered where one is required."""
        if self._is_open:
            self.dialog_wanted.emit(self._dialog())

    def _look(self) -> None:
        if self._is_open:
            self._desk.tasks.run(self, self._pin.is_missing, self._on_known, self._on_failed)

    def _on_known(self, is_missing: bool) -> None:  # noqa: FBT001 - a task's result
        if not self._is_open:
            return
        self._window.notices.hide(_TOPIC)
        if is_missing:
            dialog = self._dialog()
            dialog.rejected.connect(lambda: self._on_dialog_rejected(dialog.failure_text))
            self.dialog_wanted.emit(dialog)

    def _on_failed(self, error: WatchwordError) -> None:
        self._say(failure(error))

    def _on_dialog_rejected(self, reason: str) -> None:
        if reason:
            self._say(reason)
        elif self._is_open:
            self.declined.emit()

    def _say(self, reason: str) -> None:
        if self._is_open:
            self._window.notices.show_text(
                translate("App", "Your team wants everybody to have a PIN. {reason}").format(
                    reason=reason
                ),
                translate("App", "Try again"),
                self._look,
                topic=_TOPIC,
                stays=True,
            )

    def _dialog(self) -> "PinDialog":
        from desktop_app.gui.pause.pin_dialog import PinDialog

        dialog = PinDialog(
            self._desk, self._pin, utc_now, required=self._is_required, parent=self._window
        )
        dialog.saved.connect(
            lambda: self._confirm(
                translate("App", "The PIN is saved. It is asked for after the next pause.")
            )
        )
        dialog.removed.connect(lambda: self._confirm(translate("App", "The PIN is removed.")))
        return dialog

    def _confirm(self, sentence: str) -> None:
        if self._is_open:
            self._window.say_for_a_moment(sentence)
