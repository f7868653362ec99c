"""The frame of every page of the first start: what it is about above, what to press below."""

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.errors import KeyringLockedError, WatchwordError
from desktop_app.core.passphrase import LONGEST
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.setup.contract import Unlock
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import OutlineButton, ThemedButton
from desktop_app.gui.widgets.dialog_frame import FootBar, scrolling
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.password_entry import PasswordEntry
from desktop_app.gui.widgets.progress_line import ProgressLine
from desktop_app.gui.widgets.surfaces import Area

T = TypeVar("T")

MARGIN: Final = 28
FIELD_GAP: Final = 12
_LABEL_GAP: Final = 4


class WizardPage(QWidget):
    """One step: its heading, its scrolling body, its foot, and one job at a time.

    Where the keyring is locked, ``unlock`` is offered, and then done again what had failed.
    Enter presses ``primary`` where no field or button takes it. ``back_requested`` is the wish for
    the page before, which Esc and Alt+Left make as well.
    """

    back_requested = Signal()

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, unlock: Unlock | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._unlock = unlock
        self._is_busy = False
        self._can_go_back = True
        self._switched_off: list[QWidget] = []
        self._focus_before: QWidget | None = None
        self._primary: QPushButton | None = None
        appearance = desk.appearance
        self._progress = ProgressLine(appearance, parent=self)
        self._title = Label(appearance, pixels=20, weight=600, wrap=True, parent=self)
        self._words = Label(appearance, colour="text2", wrap=True, parent=self)
        self._unlocker = OutlineButton(appearance, self.tr("Unlock…"), parent=self)
        self._unlocker.clicked.connect(self._on_unlock_requested)
        self._failure = AmberBar(appearance, stacked=True, button=self._unlocker, parent=self)
        self.head = self._new_head()
        ground = QWidget(self)
        self.body = QVBoxLayout(ground)
        self.body.setContentsMargins(MARGIN, 16, MARGIN, 16)
        self.body.setSpacing(FIELD_GAP)
        self._scroll = scrolling(ground)
        self.foot = FootBar(appearance, margin=MARGIN, parent=self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self._progress)
        self.column.addWidget(self.head)
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self.foot)
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.activated.connect(self.go_back)
        reveal = QShortcut(QKeySequence("F2"), self)
        reveal.activated.connect(self._on_reveal_requested)

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way."""
        return self._is_busy

    @property
    def failure_text(self) -> str:
        """What did not work, or nothing."""
        return "" if self._failure.isHidden() else self._failure.accessibleName()

    def may_close(self) -> bool:
        """Whether the window may be closed now; a page that refuses says why."""
        if self._is_busy:
            self.warn(
                self.tr("Something is under way."),
                self.tr("The window can be closed when it has ended."),
            )
        return not self._is_busy

    def introduce(self) -> None:
        """Have the screen reader say what the page is about."""
        announce(self, f"{self._title.text()}. {self._words.text()}")

    def enter(self) -> None:
        """The page is shown: put the focus where somebody begins."""

    def forget(self) -> None:
        """The page is left for good or the window closes: no secret stays in an entry."""
        for entry in self.findChildren(PasswordEntry):
            entry.wipe()

    def go_back(self) -> None:
        """Ask for the page before, unless a job is under way or there is no way back."""
        if self._can_go_back and not self._is_busy:
            self.back_requested.emit()

    def set_words(self, title: str, words: str) -> None:
        """What the page is about."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def set_actions(self, primary: QPushButton, *others: QPushButton) -> None:
        """The page's actions; ``primary`` is what Enter presses."""
        self._primary = primary
        self.foot.add_leading(QWidget(self), stretch=1)
        self.foot.set_actions(primary, *others)

    def work(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WatchwordError], None] | None = None,
    ) -> None:
        """Run ``job``; while it runs fields and buttons are off."""
        self._is_busy = True
        self._failure.hide()
        self._progress.start()
        self._switch_off()
        self._desk.tasks.run(
            self,
            job,
            lambda result: self._end(lambda: done(result)),
            lambda error: self._end(lambda: (failed or self.show_failure)(error)),
        )

    def show_failure(self, error: WatchwordError) -> None:
        """Say at the end of the body what did not work."""
        self.warn(self.tr("This did not work."), failure(error))
        self.offer_unlocking(error)

    def offer_unlocking(self, error: WatchwordError) -> None:
        """Put the button that unlocks the keyring into the bar, where that is what failed."""
        if self._unlock is not None and isinstance(error, KeyringLockedError):
            self._unlocker.show()
            self.point_to(self._unlocker)

    def warn(self, happened: str, sentence: str) -> None:
        """Say something at the end of the body that has to be read now."""
        self._unlocker.hide()
        self._failure.set_texts(happened, sentence)
        announce(self._failure, f"{happened} {sentence}")
        self._scroll.ensureWidgetVisible(self._failure)

    def point_to(self, field: QWidget) -> None:
        """Give a field the focus and bring it into sight."""
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        # Once a sentence that has come with it has found its room.
        QTimer.singleShot(0, field, lambda: self._scroll.ensureWidgetVisible(field))

    def add_entry(self, label: str) -> PasswordEntry:
        """Add a masked entry with its label above it."""
        appearance = self._desk.appearance
        group = QWidget(self)
        entry = PasswordEntry(appearance, name=label, compact=True, longest=LONGEST, parent=group)
        words = Label(appearance, label, pixels=12, weight=500, colour="text2", parent=group)
        words.setBuddy(entry)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_LABEL_GAP)
        column.addWidget(words)
        column.addWidget(entry)
        self.body.addWidget(group)
        return entry

    @staticmethod
    def hide_field(field: QWidget) -> None:
        """Take a field that was added off the page, with its label."""
        group = field.parentWidget()
        if group is not None:
            group.hide()

    def add_failure_bar(self) -> None:
        """Put the bar of what did not work behind what the body has so far."""
        self.body.addWidget(self._failure)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(self.focusWidget(), QLineEdit):
            pass  # a field has taken it, and passes it on all the same
        elif self._primary is not None and not event.isAutoRepeat() and not self._is_busy:
            self._primary.click()

    def _new_head(self) -> QWidget:
        head = Area(self._desk.appearance, edges=Qt.Edge.BottomEdge, parent=self)
        column = QVBoxLayout(head)
        column.setContentsMargins(MARGIN, 16, MARGIN, 14)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._words)
        return head

    def _switch_off(self) -> None:
        wanted = [
            *self.findChildren(PasswordEntry),
            *self.findChildren(ThemedButton),
            *(each for each in self.findChildren(QLineEdit) if not _is_inside_entry(each)),
        ]
        # A file dialog that is closing is a child of the page as well, and soon gone.
        mine = (each for each in wanted if each.window() is self.window())
        self._switched_off = [each for each in mine if each.isEnabledTo(self)]
        self._focus_before = self.focusWidget()
        # The page keeps the focus, so that no key is lost to another window.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in self._switched_off:
            widget.setEnabled(False)

    def _end(self, then: Callable[[], object]) -> None:
        self._is_busy = False
        self._failure.hide()
        self._progress.stop()
        for widget in self._switched_off:
            widget.setEnabled(True)
        self._switched_off.clear()
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        then()

    def _on_unlock_requested(self) -> None:
        if self._unlock is not None and not self._is_busy:
            self.work(self._unlock, lambda _nothing: self._repeat())

    def _repeat(self) -> None:
        if self._primary is not None:
            self._primary.click()

    def _on_reveal_requested(self) -> None:
        for entry in self.findChildren(PasswordEntry):
            if entry.isAncestorOf(self.focusWidget()):
                entry.toggle_revealed()


def _is_inside_entry(edit: QLineEdit) -> bool:
    field = edit.parentWidget()
    return field is not None and isinstance(field.parentWidget(), PasswordEntry)
