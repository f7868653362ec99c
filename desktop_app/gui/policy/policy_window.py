"""The team's rules in a window: leads look at them, administrators edit them."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import ChangedMeanwhileError, FieldRefusedError, WatchwordError
from desktop_app.core.policy import Policy
from desktop_app.core.policy_changes import changed_rules, merge, weakened_rules
from desktop_app.core.ports import PolicyStore
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.desktop.window_geometry import remember_geometry, restore_geometry
from desktop_app.gui.discard_bar import DiscardBar
from desktop_app.gui.policy.policy_form import PolicyForm
from desktop_app.gui.policy.weaker_dialog import WeakerDialog
from desktop_app.gui.texts.failures import failure, unsaved
from desktop_app.gui.texts.rule_names import rule_name
from desktop_app.gui.texts.rule_values import value_change
from desktop_app.gui.verify.key_guard import KeyGuard
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.dialog_frame import PlainFrame
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.progress_line import ProgressLine

_NAME: Final = "policy"
_DEFAULT_SIZE: Final = (760, 720)
_SMALLEST_SIZE: Final = (560, 480)

ShowDialog = Callable[[PlainFrame], None]


class PolicyWindow(PlainFrame):
    """Every rule with its default and its effect.

    ``policy`` is as it was last read; it is read again at once. ``show_dialog`` opens a dialog over
    the window. What another administrator saves meanwhile is told and never overwritten unseen.
    ``done`` closes without asking, ``reject`` asks where something was changed.
    """

    saved = Signal(object)
    """The ``Policy`` that is stored now. The window closes after it."""

    def __init__(
        self,
        desk: Desk,
        store: PolicyStore,
        policy: Policy,
        show_dialog: ShowDialog,
        *,
        may_edit: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.appearance, scrolls=True, parent=parent)
        self._desk = desk
        self._store = store
        self._before = policy
        self._show_dialog = show_dialog
        self._may_edit = may_edit
        self._is_reading = False
        self._is_saving = False
        self._agreed: frozenset[tuple[str, object]] = frozenset()
        self.setWindowTitle(self.tr("Rules of the team"))
        self._build()
        self._guard = KeyGuard(self)
        self._connect()
        self.set_size(*_DEFAULT_SIZE, smallest=_SMALLEST_SIZE)
        restore_geometry(self, _NAME, desk.preferences)
        self.form.first.setFocus()
        self._read()

    @property
    def is_busy(self) -> bool:
        """Whether the rules are being read or saved."""
        return self._is_reading or self._is_saving

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        appearance = self._desk.appearance
        self.form = PolicyForm(appearance, self._before, self)
        self._progress = ProgressLine(appearance, parent=self)
        self._failure = AmberBar(appearance, stacked=True, parent=self)
        self._discard = DiscardBar(appearance, self)
        note = Label(appearance, self._note(), colour="text2", wrap=True, parent=self)
        self.add_on_top(self._progress)
        self.body.setSpacing(14)
        self.body.addWidget(note)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        for bar in (self._failure, self._discard):
            self.add_notice(bar)
        self.foot.add_leading(QWidget(self), stretch=1)
        self._close = OutlineButton(
            appearance,
            self.tr("Cancel") if self._may_edit else self.tr("Close"),
            keys=("Esc",),
            parent=self,
        )
        self._save = PrimaryButton(
            appearance, self.tr("Save rules"), keys=("Ctrl", "Enter"), parent=self
        )
        if self._may_edit:
            self.foot.set_actions(self._save, self._close)
        else:
            self._save.hide()
            self.form.set_read_only()
            self.foot.set_actions(self._close)

    def _note(self) -> str:
        if not self._may_edit:
            return self.tr("Only administrators change the rules.")
        return self.tr(
            "Limits hold from the next try, other windows follow within a minute, a needed PIN is"
            " asked for at the next start or after the next pause."
        )

    def _connect(self) -> None:
        self.form.edited.connect(self._discard.withdraw)
        self._close.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save_requested)
        self._discard.confirmed.connect(self._on_discard_confirmed)
        keys = ("Ctrl+Return", "Ctrl+Enter") if self._may_edit else ()
        self.bind_keys(dict.fromkeys(keys, self._on_save_requested))

    # --- what happens ----------------------------------------------------------------------------

    def enter_pressed(self) -> None:
        """Add the identity check that is being typed, or go on to the next field."""
        if self.form.take_enter():
            return
        self.focusNextPrevChild(True)
        field = self.focusWidget()
        if field is not None:
            self.point_to(field)

    def reject(self) -> None:
        """Close, but ask first where something was changed."""
        if self._is_saving:
            return  # the outcome should be seen
        if self._has_changes():
            self._discard.ask()
            self._guard.arm()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Close; where the window stood is remembered."""
        remember_geometry(self, _NAME, self._desk.preferences)
        super().done(result)

    def _has_changes(self) -> bool:
        return self.form.policy != self._before or self.form.first_refused is not None

    def _read(self) -> None:
        self._is_reading = True
        self._begin()
        self._desk.tasks.run(self, self._store.load, self._on_read, self._on_reading_failed)

    def _on_read(self, stored: Policy) -> None:
        self._end()
        self._take(stored)

    def _on_reading_failed(self, error: WatchwordError) -> None:
        self._end()
        self._failure.set_texts(self.tr("The rules could not be read again."), failure(error))

    def _on_discard_confirmed(self) -> None:
        super().reject()

    def _on_save_requested(self) -> None:
        if self.is_busy:
            return
        refused = self.form.first_refused
        if refused is not None:
            self.point_to(refused)
            return
        policy = self.form.policy
        weaker = weakened_rules(self._before, policy)
        values = frozenset((rule, getattr(policy, rule)) for rule in weaker)
        if values <= self._agreed:
            self._save_rules(policy)
            return
        question = WeakerDialog(self._desk, self._before, policy, weaker, self)
        question.accepted.connect(lambda: self._on_agreed(policy, values))
        self._show_dialog(question)

    def _on_agreed(self, policy: Policy, values: frozenset[tuple[str, object]]) -> None:
        self._agreed |= values
        self._save_rules(policy)

    def _save_rules(self, policy: Policy) -> None:
        self._is_saving = True
        self._begin()
        store, before = self._store, self._before
        self._desk.tasks.run(
            self,
            lambda: _save(store, policy, before),
            lambda stored: self._on_saved(policy, stored),
            self._on_failed,
        )

    def _on_saved(self, policy: Policy, stored: Policy | None) -> None:
        self._end()
        if stored is not None and stored != policy:
            self._tell_meanwhile(stored)
            return
        self.saved.emit(policy)
        self.accept()

    def _on_failed(self, error: WatchwordError) -> None:
        self._end()
        if isinstance(error, FieldRefusedError):
            field = self.form.refuse(error)
            if field is not None:
                self.point_to(field)
                return
        self._failure.set_texts(
            unsaved(error, self.tr("Not saved. What you typed is still here.")), failure(error)
        )

    def _tell_meanwhile(self, stored: Policy) -> None:
        """Somebody else was first: say what has changed, and bring it together with one's own."""
        changes = [
            self.tr("{rule}: {change}").format(
                rule=rule_name(rule),
                change=value_change(rule, getattr(self._before, rule), getattr(stored, rule)),
            )
            for rule in changed_rules(self._before, stored)
        ]
        self._take(stored)
        self._failure.set_texts(
            self.tr("Another administrator has changed rules meanwhile. Yours are not saved yet."),
            self.tr("{changes}. Look at them, then save again.").format(changes="; ".join(changes)),
        )
        announce(self._failure, self._failure.accessibleName())

    def _take(self, stored: Policy) -> None:
        merged = merge(self._before, self.form.policy, stored)
        self._before = stored
        self.form.set_before(stored)
        self.form.set_values(merged.policy, merged.taken)
        self.form.mark_contested(merged.contested, stored)

    def _begin(self) -> None:
        for bar in (self._failure, self._discard):
            bar.hide()
        self._progress.start()

    def _end(self) -> None:
        self._is_reading = self._is_saving = False
        self._progress.stop()


def _save(store: PolicyStore, policy: Policy, before: Policy) -> Policy | None:
    """Save the rules; where others have been saved meanwhile, those instead. Blocks."""
    try:
        store.save(policy, before)
    except ChangedMeanwhileError:
        return store.load()
    return None
