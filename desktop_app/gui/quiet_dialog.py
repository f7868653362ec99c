"""The base of the dialogs about Watchword itself: a title, a few words, a form, one job at a time.

What blocks runs in the task runner; meanwhile the form is switched off and a thin bar moves.
"""

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.core.errors import WatchwordError
from desktop_app.core.passphrase import LONGEST
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import ThemedButton
from desktop_app.gui.widgets.dialog_frame import PlainFrame
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.password_entry import PasswordEntry
from desktop_app.gui.widgets.progress_line import ProgressLine

T = TypeVar("T")

_WIDTH: Final = 520
_NARROWEST: Final = 360
_LOWEST: Final = 160
_LABEL_GAP: Final = 4
_FIELD_GAP: Final = 12


class QuietDialog(PlainFrame):
    """As high as its content, at most as high as the screen; then the content scrolls.

    ``form`` is the layout to fill. ``done`` wipes every entry, whatever closes the dialog.
    """

    def __init__(
        self,
        appearance: Appearance,
        tasks: Tasks,
        *,
        title: str,
        words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, scrolls=True, parent=parent)
        self._appearance = appearance
        self._tasks = tasks
        self._is_busy = False
        self._switched_off: list[QWidget] = []
        self._focus_before: QWidget | None = None
        self.setWindowTitle(title)
        self.setMinimumSize(appearance.theme.scaled(_NARROWEST), _LOWEST)
        self._progress = ProgressLine(appearance, parent=self)
        self.add_on_top(self._progress)
        self._title = Label(appearance, title, pixels=15, weight=600, wrap=True, parent=self)
        self._words = Label(appearance, words, colour="text2", wrap=True, parent=self)
        self._words.setVisible(bool(words))
        self._failure = AmberBar(appearance, stacked=True, parent=self)
        self._form = QWidget(self)
        self.form = QVBoxLayout(self._form)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setSpacing(_FIELD_GAP)
        self.body.setSpacing(_FIELD_GAP)
        self.body.addWidget(self._title)
        self.body.addWidget(self._words)
        self.body.addWidget(self._form)
        self.body.addWidget(self._failure)
        self.body.addStretch(1)
        for key in ("Ctrl+L", "F1"):
            QShortcut(QKeySequence(key), self).activated.connect(
                self._on_lock_requested if key == "Ctrl+L" else self.shortcuts_requested.emit
            )
        QShortcut(QKeySequence("F2"), self).activated.connect(self._on_reveal_requested)
        appearance.changed.connect(self._be_wide)

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way."""
        return self._is_busy

    @property
    def failure_text(self) -> str:
        """What did not work, or nothing."""
        return "" if self._failure.isHidden() else self._failure.accessibleName()

    def set_foot(
        self, primary: QPushButton, *others: QPushButton, side: QPushButton | None = None
    ) -> None:
        """The dialog's actions, in the platform's order, and a side action at the other end."""
        if side is not None:
            self.foot.add_leading(side)
        self.foot.add_leading(QWidget(self), stretch=1)
        self.foot.set_actions(primary, *others)

    def set_words(self, title: str, words: str) -> None:
        """Say something else at the top, and to the screen reader."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        announce(self._title, f"{title}. {words}")

    def add_entry(self, label: str) -> PasswordEntry:
        """Add a masked entry with its label above it."""
        entry = PasswordEntry(
            self._appearance, name=label, compact=True, longest=LONGEST, parent=self
        )
        self.add_field(label, entry)
        return entry

    def add_field(self, label: str, field: QWidget) -> None:
        """Add a field with its label above it."""
        words = Label(self._appearance, label, pixels=12, weight=500, colour="text2", parent=self)
        words.setBuddy(field)
        group = QWidget(self)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_LABEL_GAP)
        column.addWidget(words)
        column.addWidget(field)
        self.form.addWidget(group)

    def set_field_visible(self, field: QWidget, *, visible: bool) -> None:
        """Show or hide a field that was added, with its label."""
        group = field.parentWidget()
        if group is not None:
            group.setVisible(visible)

    def clear_form(self) -> None:
        """Take the form off the screen; the entries are wiped."""
        for entry in self.findChildren(PasswordEntry):
            entry.wipe()
        self._form.hide()

    def work(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WatchwordError], None] | None = None,
    ) -> None:
        """Run ``job``; while it runs the form and the foot's buttons are off."""
        self._is_busy = True
        self._failure.hide()
        self._progress.start()
        self._switch_off()
        self._tasks.run(
            self,
            job,
            lambda result: self._end(lambda: done(result)),
            lambda error: self._end(lambda: (failed or self.show_failure)(error)),
        )

    def show_failure(self, error: WatchwordError) -> None:
        """Say below the form what did not work."""
        sentence = failure(error)
        self._failure.set_texts(self.tr("This did not work."), sentence)
        announce(self._failure, sentence)

    def reject(self) -> None:
        """Close, unless a job is under way: its outcome should be seen."""
        if not self._is_busy:
            super().reject()

    def done(self, result: int) -> None:
        for entry in self.findChildren(PasswordEntry):
            entry.wipe()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        self.resize(0, _LOWEST)
        self._be_wide()
        self._fit()
        super().showEvent(event)  # looks for a place, for the size that it has by now
        self._ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def _end(self, then: Callable[[], object]) -> None:
        self._is_busy = False
        self._progress.stop()
        for widget in self._switched_off:
            widget.setEnabled(True)
        self._switched_off.clear()
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        then()

    def _switch_off(self) -> None:
        wanted = [*self.findChildren(PasswordEntry), *self.findChildren(ThemedButton)]
        self._switched_off = [each for each in wanted if each.isEnabledTo(self)]
        self._focus_before = self.focusWidget()
        # The frame keeps the focus, so that Esc and Ctrl+L are still heard.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in self._switched_off:
            widget.setEnabled(False)

    def _on_lock_requested(self) -> None:
        self.done(0)
        self.lock_requested.emit()

    def _on_reveal_requested(self) -> None:
        for entry in self.findChildren(PasswordEntry):
            if entry.isAncestorOf(self.focusWidget()):
                entry.toggle_revealed()

    def _be_wide(self) -> None:
        """Have the usual width at the size that texts have now."""
        widest = self.screen().availableGeometry().width()
        width = min(self._appearance.theme.scaled(_WIDTH), widest)
        self.resize(max(self.width(), width), self.height())

    def _fit(self) -> None:
        """Grow with the content; a window that somebody made larger stays so."""
        self.keep_whole()
        foot = max(self.foot.sizeHint().height(), self.foot.minimumHeight())
        self.grow_to(self.body_height() + foot + self._progress.height())
        focus = self.focusWidget()
        if self._scroll_area is not None and self._ground.isAncestorOf(focus):
            self._scroll_area.ensureWidgetVisible(focus)
