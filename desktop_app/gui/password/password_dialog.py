"""Set password: an identity check, a new telephone password, and its handing over."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop_app.core.entities import Change, Customer
from desktop_app.core.errors import (
    FieldRefusedError,
    IdentityCheckIncompleteError,
    PasswordRefusedError,
    UnusableTextError,
    WatchwordError,
)
from desktop_app.core.password_rules import Rule
from desktop_app.core.secret import Secret
from desktop_app.core.suggestions import Suggester
from desktop_app.gui.context import Context
from desktop_app.gui.discard_bar import DiscardBar
from desktop_app.gui.password.password_flow import Opening, PasswordFlow
from desktop_app.gui.password.password_handover import HandOverPanel
from desktop_app.gui.password.password_identity import IdentityPanel
from desktop_app.gui.password.password_new import NewPasswordPanel
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.failures import failure, unsaved
from desktop_app.gui.verify.key_guard import KeyGuard
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.countdown import Countdown
from desktop_app.gui.widgets.dialog_frame import DialogFrame
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.progress_line import ProgressLine
from desktop_app.gui.widgets.step_strip import StepStrip
from desktop_app.gui.widgets.surfaces import Hairline

_SHOWN_SECONDS = 120
_READER_FACTOR = 3
_IDENTITY, _PASSWORD, _HAND_OVER = range(3)


class Stage(StrEnum):
    """Where the dialog stands."""

    TYPING = "typing"
    SAVING = "saving"
    SHOWN = "shown"
    HIDDEN = "hidden"


class PasswordDialog(DialogFrame):
    """A lead sets one customer's telephone password.

    ``done`` closes it at once and forgets everything typed or shown; ``reject`` asks first where
    something would be lost.
    """

    changed = Signal(object)
    """The ``Change``: the password is saved. The dialog is still open then, to hand it over."""
    notice_wanted = Signal(object)
    """The ``Notice`` that may be prepared."""

    def __init__(
        self,
        context: Context,
        customer: Customer,
        suggester: Suggester,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context.desk.appearance, scrolls=True, parent=parent)
        self._context = context
        self._customer = customer
        self._stage = Stage.TYPING
        self._pending: Secret[str] | None = None
        self.setWindowTitle(self.tr("Set telephone password"))
        self.header.set_customer(customer.name, customer.company, customer.number, "")
        self._flow = PasswordFlow(context, customer, suggester, self)
        self._build()
        self.set_size(640, 680, smallest=(560, 520))
        self._guard = KeyGuard(self)
        self._connect()
        self._bind_keys()
        self._identity.set_phone(next(iter(customer.phones), ""))
        self._flow.open()
        self._new.suggestions.ask()
        self._identity.first_method().setFocus()

    @property
    def stage(self) -> Stage:
        """Where the dialog stands."""
        return self._stage

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        context, appearance = self._context, self._context.desk.appearance
        names = [self.tr("Identity check"), self.tr("New password"), self.tr("Hand over")]
        self._steps = StepStrip(appearance, names, self)
        now = sentences.clock_time(context.session.clock())
        self._identity = IdentityPanel(appearance, context.policy.check_methods, now, self)
        self._line = Hairline(appearance, parent=self)
        self._new = NewPasswordPanel(context, self._customer.language, self)
        self._hand_over = HandOverPanel(context, self._customer, self)
        self._failure = AmberBar(appearance, stacked=True, parent=self)
        self._discard = DiscardBar(appearance, self)
        self._progress = ProgressLine(appearance, parent=self)
        self._note = Label(
            appearance,
            self.tr("Nobody can read it once saved."),
            pixels=12,
            colour="text3",
            wrap=True,
            parent=self,
        )
        self._cancel = OutlineButton(appearance, self.tr("Cancel"), keys=("Esc",), parent=self)
        self._save = PrimaryButton(
            appearance, self.tr("Save password"), keys=("Ctrl", "Enter"), parent=self
        )
        self._countdown = Countdown(appearance, self._hidden_in, parent=self)
        self._hide = OutlineButton(
            appearance, self.tr("Hide now"), icon="eye-off", keys=("F2",), parent=self
        )
        self._finish = PrimaryButton(appearance, self.tr("Finish"), keys=("Enter",), parent=self)
        self._lay_out()

    def _lay_out(self) -> None:
        self.add_below_header(self._progress)
        self.add_below_header(self._steps)
        self.body.setContentsMargins(20, 12, 20, 8)
        self.body.setSpacing(11)
        for widget in (self._identity, self._line, self._new):
            self.body.addWidget(widget)
        self.body.addWidget(self._hand_over, 1)
        self.body.addStretch(0)
        for bar in (self._failure, self._discard):
            self.add_notice(bar)
        self.foot.add_leading(self._note, stretch=1)
        self.foot.add_leading(self._countdown, stretch=1)
        self.foot.set_actions(self._save, self._cancel)
        self.foot.set_actions(self._finish, self._hide)
        for later in (self._hand_over, self._finish, self._hide):
            later.hide()

    def _connect(self) -> None:
        self._identity.changed.connect(self._on_form_changed)
        self._new.changed.connect(self._on_form_changed)
        self._new.review_wanted.connect(self._on_review_wanted)
        self._new.suggestions.wanted.connect(self._flow.suggest)
        for entry in (self._new.password, self._new.repeat):
            entry.submitted.connect(self.enter_pressed)
        self._save.clicked.connect(self._on_save_requested)
        self._cancel.clicked.connect(self.reject)
        self._discard.confirmed.connect(self._close)
        self._hide.clicked.connect(self._on_hide_requested)
        self._finish.clicked.connect(self._close)
        self._countdown.finished.connect(self._on_hide_requested)
        self._hand_over.notice_wanted.connect(self.notice_wanted)
        self._flow.opened.connect(self._on_flow_opened)
        self._flow.replaces_known.connect(self._new.set_replaces)
        self._flow.suggested.connect(self._new.suggestions.set_suggestions)
        self._flow.reviewed.connect(self._new.show_review)
        self._flow.saved.connect(self._on_flow_saved)
        self._flow.failed.connect(self._on_flow_failed)

    def _bind_keys(self) -> None:
        self.bind_keys(
            {
                "F2": self._on_reveal_requested,
                "F9": self._hand_over.receipt.copy_button.click,
                "Ctrl+G": self._new.suggestions.more.click,
                "Ctrl+Return": self._on_save_requested,
                "Ctrl+Enter": self._on_save_requested,
            }
        )

    # --- what happens ----------------------------------------------------------------------------

    def reject(self) -> None:
        """Close, but ask first where something typed, or a password still shown, would be lost."""
        if self._stage is Stage.SAVING:
            return
        if self._stage is Stage.SHOWN:
            question = self.tr("Close? The password cannot be shown again.")
            self._discard.ask(question, self.tr("Close"))
        elif self._is_typed_in():
            self._discard.ask()
        else:
            self._close()
            return
        self._guard.arm()

    def done(self, result: int) -> None:
        """Close; whatever was typed or shown is forgotten first."""
        self._pending = None
        self._new.wipe()
        self._hand_over.forget()
        self._countdown.stop()
        super().done(result)

    def _close(self) -> None:
        self.done(int(self._stage in {Stage.SHOWN, Stage.HIDDEN}))

    def _on_form_changed(self) -> None:
        self._discard.withdraw()
        self._new.lend_room(lent=self._identity.is_refused)
        self._steps.set_current(_PASSWORD if self._identity.is_complete else _IDENTITY)

    def _on_review_wanted(self, typed: Secret[str] | None) -> None:
        if typed is None:
            self._flow.drop_review()
        else:
            self._flow.review(typed)

    def _on_save_requested(self) -> None:
        if self._stage is not Stage.TYPING:
            return
        missing = self._first_missing()
        if missing is not None:
            self.point_to(missing)
            return
        self._stage = Stage.SAVING
        for bar in (self._failure, self._discard):
            bar.hide()
        self._progress.start()
        self._pending = self._new.password.peek()
        self._flow.save(self._pending, self._identity.check(), self._new.validity)

    def _on_flow_opened(self, opening: Opening) -> None:
        customer = self._customer
        self.header.set_customer(customer.name, customer.company, customer.number, opening.phone)
        self._identity.set_phone(opening.phone)
        if opening.key_failure is not None:
            self._failure.set_texts(
                self.tr("Nothing can be saved now."), failure(opening.key_failure)
            )

    def _on_flow_saved(self, change: Change) -> None:
        text, self._pending = self._pending, None
        validity = self._new.validity
        self._progress.stop()
        self._new.wipe()
        self.changed.emit(change)
        if text is None:  # closed in the meantime
            return
        self._stage = Stage.SHOWN
        self._steps.set_current(_HAND_OVER)
        form = (self._identity, self._line, self._new, self._note, self._save, self._cancel)
        for earlier in form:
            earlier.hide()
        self._hand_over.show_password(text, change, validity)
        for later in (self._hand_over, self._finish, self._hide):
            later.show()
        self._countdown.start(_SHOWN_SECONDS * (_READER_FACTOR if QAccessible.isActive() else 1))
        self._guard.arm()
        self.keep_whole()
        self.back_to_top()
        self._finish.setFocus()

    def _on_flow_failed(self, error: WatchwordError) -> None:
        self._stage = Stage.TYPING
        self._pending = None
        self._progress.stop()
        field = self._refuse(error)
        if field is not None:
            self.point_to(field)
            return
        self._failure.set_texts(
            unsaved(error, self.tr("Not saved. What you typed is still here.")), failure(error)
        )

    def _on_reveal_requested(self) -> None:
        if self._stage is Stage.SHOWN:
            self._on_hide_requested()
        elif self._stage is Stage.TYPING:
            self._new.toggle_revealed()

    def _on_hide_requested(self) -> None:
        self._stage = Stage.HIDDEN
        self._countdown.stop()
        self._discard.withdraw()
        self._hand_over.forget()
        self._hide.set_unavailable(self.tr("The password is hidden for good"))
        self._note.show()
        self._finish.setFocus()

    # --- what is shown ---------------------------------------------------------------------------

    def enter_pressed(self) -> None:
        """Choose the method that has the focus; go on to the next field, or finish."""
        if self._stage in {Stage.SHOWN, Stage.HIDDEN}:
            self._close()
            return
        self._identity.take_focused()
        fields = self._fields()
        focused = QApplication.focusWidget()
        place = next(
            (
                place
                for place, field in enumerate(fields)
                if field is focused or (focused is not None and field.isAncestorOf(focused))
            ),
            -1,
        )
        following = fields[min(place + 1, len(fields) - 1)]
        self.point_to(following)
        if isinstance(following, QLineEdit):
            following.selectAll()  # as Tab does: what is typed replaces a proposal

    def _fields(self) -> list[QWidget]:
        new = self._new
        suggestion = new.suggestions.first()
        return [
            self._identity.first_method(),
            self._identity.reference,
            self._identity.note,
            *([suggestion] if suggestion is not None else []),
            new.password,
            new.repeat,
            new.validity_choice.taken(),
            self._save,
        ]

    def _first_missing(self) -> QWidget | None:
        """Say at the first thing that is missing what it is; the field to go to."""
        new = self._new
        missing = self._identity.point_out_missing()
        if missing is not None:
            new.lend_room(lent=True)
            return missing
        if new.password.is_empty():
            new.password.set_message(self.tr("Type a password, or choose a suggestion."))
            return new.password
        if not new.are_same:
            new.say_difference()
            return new.repeat
        return None

    def _refuse(self, error: WatchwordError) -> QWidget | None:
        """Show a refusal below its field; the field, or None where it belongs to none."""
        match error:
            case IdentityCheckIncompleteError() | FieldRefusedError():
                self._new.lend_room(lent=True)
                return self._identity.refuse(error.field, failure(error))
            case PasswordRefusedError():
                rule = Rule(error.rules[0])
                sentence = sentences.broken_rule(rule, self._context.policy)
                self._new.password.set_message(sentence)
                return self._new.password
            case UnusableTextError():
                self._new.password.set_message(failure(error))
                return self._new.password
        return None

    def _is_typed_in(self) -> bool:
        return self._identity.is_typed_in or self._new.is_typed_in

    def _hidden_in(self, seconds: int) -> str:
        minutes, rest = divmod(seconds, 60)
        return self.tr("Hidden in {minutes}:{rest:02}").format(minutes=minutes, rest=rest)
