"""Sets, changes and removes the personal PIN that ends the pause of the app."""

from collections.abc import Callable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import EntriesDifferError, FieldRefusedError, WatchwordError
from desktop_app.core.ports import Clock
from desktop_app.core.secret import Secret
from desktop_app.gui.context import Desk
from desktop_app.gui.pause import pin_sentences
from desktop_app.gui.pause.pin_gate import PinKeeper, PinStanding
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.widgets.buttons import LinkButton, OutlineButton, PrimaryButton
from desktop_app.gui.widgets.password_entry import reveal_last


class PinDialog(QuietDialog):
    """Asks for the present PIN first, where there is one; its tries count as on the lock screen.

    ``required`` is for a team whose rules want a PIN: then there is no removing it.
    """

    saved = Signal()
    """A PIN was set or changed."""

    removed = Signal()
    """There is no PIN any more."""

    def __init__(
        self,
        desk: Desk,
        keeper: PinKeeper,
        clock: Clock,
        *,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.appearance, desk.tasks, title="", parent=parent)
        self._keeper = keeper
        self._clock = clock
        self._required = required
        self._is_set: bool | None = None
        self.setWindowTitle(self.tr("Personal PIN"))
        self.set_words(self.tr("Personal PIN"), self._meaning())
        self._present = self.add_entry(self.tr("Present PIN"))
        self._first = self.add_entry(self.tr("New PIN, 4 to 64 characters"))
        self._second = self.add_entry(self.tr("Repeat the new PIN"))
        reveal_last(self._present, self._first, self._second)
        appearance = desk.appearance
        self._remove = LinkButton(appearance, self.tr("Remove the PIN"), parent=self)
        cancel = OutlineButton(appearance, self.tr("Cancel"), keys=("Esc",), parent=self)
        self._save = PrimaryButton(appearance, self.tr("Save the PIN"), parent=self)
        self.set_foot(self._save, cancel, side=self._remove)
        self._present.submitted.connect(self._first.setFocus)
        self._first.submitted.connect(self._second.setFocus)
        self._second.submitted.connect(self._on_save_requested)
        self._second.content_changed.connect(lambda: self._second.set_message(None))
        self._save.clicked.connect(self._on_save_requested)
        self._remove.clicked.connect(self._on_remove_requested)
        cancel.clicked.connect(self.reject)
        self._show_standing(is_set=False)
        self.work(keeper.standing, self._on_standing, self._on_unreadable)

    def _on_standing(self, standing: PinStanding) -> None:
        self._is_set = standing.is_set
        self._show_standing(is_set=standing.is_set)
        (self._present if standing.is_set else self._first).setFocus()
        if standing.opens_at is not None:
            self._present.set_message(pin_sentences.waiting(standing.opens_at, self._clock()))

    def _on_unreadable(self, error: WatchwordError) -> None:
        # Without knowing whether there is a PIN, none is set over it.
        self._save.setEnabled(False)
        self.show_failure(error)

    def _on_save_requested(self) -> None:
        if self.is_busy or self._is_set is None:
            return
        pin = self._first.peek()
        if pin != self._second.peek():
            self._second.set_message(failure(EntriesDifferError()))
            self._second.setFocus()
            return
        self._carry_out(lambda: self._keeper.set(pin), self.saved)

    def _on_remove_requested(self) -> None:
        if not self.is_busy and self._is_set:
            self._carry_out(self._keeper.clear, self.removed)

    def _carry_out(self, change: Callable[[], None], done: SignalInstance) -> None:
        present = self._present.take() if self._is_set else None
        self.work(
            lambda: self._changed(present, change),
            lambda refused: self._on_changed(refused, done),
            self._on_failed,
        )

    def _changed(
        self, present: Secret[str] | None, change: Callable[[], None]
    ) -> PinStanding | None:
        """In the task runner: the standing where the present PIN was wrong, None once changed."""
        if present is not None and not self._keeper.verify(present):
            return self._keeper.standing()
        change()
        return None

    def _on_changed(self, refused: PinStanding | None, done: SignalInstance) -> None:
        if refused is not None:
            self._present.set_message(pin_sentences.refused(refused, self._clock()))
            self._present.setFocus()
            return
        self.accept()
        done.emit()

    def _on_failed(self, error: WatchwordError) -> None:
        if isinstance(error, FieldRefusedError):
            self._first.set_message(
                self.tr("A PIN has 4 to 64 characters. Nothing was saved; choose another one.")
            )
            self._first.setFocus()
        else:
            self.show_failure(error)

    def _show_standing(self, *, is_set: bool) -> None:
        self.set_field_visible(self._present, visible=is_set)
        self._remove.setVisible(is_set and not self._required)

    def _meaning(self) -> str:
        meaning = self.tr(
            "The PIN ends the pause of Watchword on this computer, so that nobody goes on where"
            " you left off. It is no telephone password and opens nothing else."
        )
        if not self._required:
            return meaning
        return f"{self.tr('Your team wants everybody to have a PIN.')} {meaning}"
