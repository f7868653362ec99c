"""The small form in which somebody says why they unlock, remove, warn, clear or delete."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.entities import Caution, Change, Customer, CustomerDetails
from desktop_app.core.errors import ChangedMeanwhileError, FieldRefusedError, WatchwordError
from desktop_app.core.phones import display
from desktop_app.gui.context import Context
from desktop_app.gui.discard_bar import DiscardBar
from desktop_app.gui.notices.notice import Notice, NoticeKind
from desktop_app.gui.password.reason_entry import ReasonEntry
from desktop_app.gui.password.reason_texts import Action, meaning_of, wording_of
from desktop_app.gui.texts.failures import failure, unsaved
from desktop_app.gui.texts.receipt_line import change_line
from desktop_app.gui.verify.key_guard import KeyGuard
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import LinkButton, OutlineButton, PrimaryButton
from desktop_app.gui.widgets.dialog_frame import DialogFrame
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.progress_line import ProgressLine
from desktop_app.gui.widgets.receipt import ReceiptRow


class ReasonDialog(DialogFrame):
    """One action on one customer, with its reason.

    What has a receipt for a ticket shows it before it closes, a change of the caution closes at
    once. ``done`` closes without asking, ``reject`` asks where something was typed.
    """

    changed = Signal(object)
    """The ``Change`` that was made."""
    notice_wanted = Signal(object)
    """The ``Notice`` that may be prepared."""

    def __init__(
        self, context: Context, customer: Customer, action: Action, parent: QWidget | None = None
    ) -> None:
        super().__init__(context.desk.appearance, scrolls=True, parent=parent)
        self._context = context
        self._customer = customer
        self._action = action
        self._wording = wording_of(action)
        self._is_busy = False
        self._change: Change | None = None
        self._seen: Caution | None = None
        self._is_read = False
        self.setWindowTitle(self._wording.title)
        self.header.set_customer(customer.name, customer.company, customer.number, "")
        self._build()
        self.set_size(560, 360, smallest=(480, 320))
        self._guard = KeyGuard(self)
        self._connect()
        self._read()
        self._entry.first.setFocus()

    @property
    def is_busy(self) -> bool:
        """Whether the change is being made."""
        return self._is_busy

    @property
    def is_done(self) -> bool:
        """Whether the change has been made."""
        return self._change is not None

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        appearance, words = self._context.desk.appearance, self._wording
        title = Label(appearance, words.title, pixels=15, weight=600, wrap=True, parent=self)
        self._meaning = Label(appearance, words.meaning, wrap=True, parent=self)
        self._more = Label(appearance, colour="text2", wrap=True, parent=self)
        self._more.hide()
        self._entry = ReasonEntry(appearance, words, self._customer, self)
        self._receipt = ReceiptRow(appearance, self)
        self._receipt.hide()
        self._prepare = LinkButton(
            appearance, self.tr("Prepare a notice…"), icon="mail", parent=self
        )
        self._prepare.setVisible(self._action is Action.REMOVE)
        self._receipt.add_action(self._prepare)
        self._progress = ProgressLine(appearance, parent=self)
        self._failure = AmberBar(appearance, stacked=True, parent=self)
        self._discard = DiscardBar(appearance, self)
        self._note = Label(
            appearance,
            self.tr("Recorded with your name"),
            pixels=12,
            colour="text3",
            wrap=True,
            parent=self,
        )
        self._cancel = OutlineButton(appearance, self.tr("Cancel"), keys=("Esc",), parent=self)
        self._save = PrimaryButton(
            appearance, words.button, icon=words.icon, keys=("Enter",), parent=self
        )
        self._close_button = PrimaryButton(
            appearance, self.tr("Close"), keys=("Enter",), parent=self
        )
        self._close_button.hide()
        self.body.setSpacing(12)
        for widget in (title, self._meaning, self._more, self._entry, self._receipt):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.add_below_header(self._progress)
        for bar in (self._failure, self._discard):
            self.add_notice(bar)
        self.foot.add_leading(self._note, stretch=1)
        self.foot.set_actions(self._save, self._cancel)
        self.foot.set_actions(self._close_button)

    def _connect(self) -> None:
        self._entry.changed.connect(self._discard.withdraw)
        self._save.clicked.connect(self._on_save_requested)
        self._cancel.clicked.connect(self.reject)
        self._close_button.clicked.connect(self.accept)
        self._prepare.clicked.connect(self._on_prepare_clicked)
        self._discard.confirmed.connect(self._on_discard_confirmed)
        self.bind_keys(
            {
                "F9": self._receipt.copy_button.click,
                "Ctrl+Return": self._on_save_requested,
                "Ctrl+Enter": self._on_save_requested,
            }
        )

    # --- what happens ----------------------------------------------------------------------------

    def enter_pressed(self) -> None:
        """Do it; afterwards close."""
        if self.is_done:
            self.accept()
        elif not self._entry.take_focused():
            self._on_save_requested()

    def reject(self) -> None:
        """Close, but ask first where something was typed and nothing was changed."""
        if self._is_busy:
            return
        if self.is_done:
            self.accept()
        elif self._entry.is_started:
            self._discard.ask()
            self._guard.arm()
        else:
            super().reject()

    def _on_discard_confirmed(self) -> None:
        super().reject()

    def _on_save_requested(self) -> None:
        unread = self._action is Action.CLEAR_CAUTION and not self._is_read
        if self._is_busy or self.is_done or unread:
            return
        missing = self._entry.point_out_missing()
        if missing is not None:
            self.point_to(missing)
            return
        text = self._entry.text()
        self._is_busy = True
        for bar in (self._failure, self._discard):
            bar.hide()
        self._progress.start()
        self._context.desk.tasks.run(
            self, lambda: self._carry_out(text), self._on_changed, self._on_failed
        )

    def _on_details(self, found: tuple[CustomerDetails, str]) -> None:
        details, phone = found
        self._seen, self._is_read = details.caution, True
        customer = self._customer
        self.header.set_customer(customer.name, customer.company, customer.number, phone)
        if self.is_done:
            return
        more = meaning_of(self._action, details)
        if self._action is Action.UNLOCK:
            self._meaning.setText(more)
        else:
            self._more.setText(more)
            self._more.setVisible(bool(more))

    def _on_details_failed(self, error: WatchwordError) -> None:
        self._failure.set_texts(self.tr("The customer could not be read."), failure(error))

    def _on_changed(self, change: Change) -> None:
        self._is_busy = False
        self._change = change
        self._progress.stop()
        self.changed.emit(change)
        if not self._wording.done:
            self.accept()
            return
        person = self._context.session.storage.person.name
        self._receipt.set_receipt(
            change.receipt,
            change_line(
                self._wording.line,
                change.receipt,
                change.at,
                self._customer,
                person,
                subject=self._wording.subject,
            ),
        )
        self._meaning.setText(self._wording.done)
        for earlier in (self._more, self._entry, self._failure, self._save, self._cancel):
            earlier.hide()
        for later in (self._receipt, self._close_button):
            later.show()
        self._guard.arm()
        self._close_button.setFocus()

    def _on_prepare_clicked(self) -> None:
        if self._change is not None:
            self.notice_wanted.emit(Notice(NoticeKind.REMOVED, self._customer, self._change.at))

    def _on_failed(self, error: WatchwordError) -> None:
        self._is_busy = False
        self._progress.stop()
        if isinstance(error, FieldRefusedError):
            self.point_to(self._entry.refuse(error))
        elif isinstance(error, ChangedMeanwhileError):
            self._failure.set_texts(
                self._wording.overtaken, self.tr("What you typed is still here.")
            )
            # Whoever presses Enter twice has not read what is about to be shown.
            self._guard.arm()
            self._read()
        else:
            self._failure.set_texts(
                unsaved(error, self.tr("Not done. What you typed is still here.")), failure(error)
            )

    def _read(self) -> None:
        self._context.desk.tasks.run(self, self._details, self._on_details, self._on_details_failed)

    # --- in the task runner ----------------------------------------------------------------------

    def _details(self) -> tuple[CustomerDetails, str]:
        details = self._context.session.storage.customers.details(self._customer.id)
        phones = details.customer.phones
        return details, display(phones[0]) if phones else ""

    def _carry_out(self, text: str) -> Change:
        session, customer_id, seen = self._context.session, self._customer.id, self._seen
        match self._action:
            case Action.UNLOCK:
                return session.enrolment.unlock(customer_id, text)
            case Action.REMOVE:
                return session.enrolment.remove(customer_id, text)
            case Action.RAISE_CAUTION:
                return session.storage.customers.raise_caution(customer_id, text, seen)
            case Action.CLEAR_CAUTION:
                if seen is None:  # nobody clears what they have not read
                    raise ChangedMeanwhileError
                return session.storage.customers.clear_caution(customer_id, seen, text)
            case Action.DELETE:
                return session.storage.customers.delete(customer_id, text)
