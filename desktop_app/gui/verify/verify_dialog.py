"""Verify caller: type what the caller says, see in one glance whether to speak."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop_app.core.entities import (
    Answer,
    Caution,
    Customer,
    PasswordState,
    Role,
    Standing,
    Verdict,
)
from desktop_app.core.errors import NotCheckedError, UnusableTextError
from desktop_app.gui.context import Context
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.notices.notice import Notice, NoticeKind
from desktop_app.gui.spelling_help import AlphabetPanel, spelled
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.texts.team_text import has_team_text, team_text
from desktop_app.gui.verify.caution_bar import CautionBar
from desktop_app.gui.verify.closing import Closing
from desktop_app.gui.verify.key_guard import KeyGuard
from desktop_app.gui.verify.verify_flow import Opening, Settled, VerifyFlow
from desktop_app.gui.verify.verify_panels import AnswerPanel, NotCheckedPanel, show_standing
from desktop_app.gui.verify.verify_texts import match_line, refusal_line, refusal_note
from desktop_app.gui.widgets.buttons import ButtonSize, OutlineButton, PrimaryButton
from desktop_app.gui.widgets.dialog_frame import DialogFrame
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.password_entry import PasswordEntry
from desktop_app.gui.widgets.spelling_strip import SpellingStrip
from desktop_app.gui.widgets.tries import TriesLeft

if TYPE_CHECKING:
    from datetime import datetime

_WIDTH, _HEIGHT = 560, 480
_COUNTDOWN_SHOWN_LAST = 20


class Stage(StrEnum):
    """Where the dialog stands."""

    TYPING = "typing"
    CHECKING = "checking"
    MATCHED = "matched"
    AGAIN = "again"
    REFUSED = "refused"
    NOT_CHECKED = "not-checked"
    OPENING_AGAIN = "opening-again"


class VerifyDialog(DialogFrame):
    """One customer's check. It is modal to its window and closes by itself after an answer.

    What a lead may do instead is requested from outside by the signals; the dialog has closed by
    then.
    """

    password_requested = Signal(object)
    unlock_requested = Signal(object)
    caution_requested = Signal(object)
    notice_requested = Signal(object)
    """The ``Notice`` to a customer whose password is blocked."""
    check_left = Signal(object)
    """The ``VerifyFlow`` of a check that is still under way: whoever wants its end keeps it."""

    def __init__(self, context: Context, customer: Customer, parent: QWidget | None = None) -> None:
        appearance = context.desk.appearance
        super().__init__(appearance, scrolls=True, parent=parent)
        self._context = context
        self._customer = customer
        self._is_lead = context.session.storage.person.role is not Role.AGENT
        self._begins_shown = context.desk.preferences.values.entry_shown
        self._stage = Stage.TYPING
        self._answer: Answer | None = None
        self._known_caution: Caution | None = None
        self.setWindowTitle(self.tr("Verify caller"))
        self.header.set_customer(customer.name, customer.company, customer.number, "")
        self._build()
        scaled = appearance.theme.scaled
        size = scaled(_WIDTH), scaled(_HEIGHT) + self._answers.team_text_height
        self.set_size(_WIDTH, _HEIGHT, smallest=size)
        self._guard = KeyGuard(self)
        self._closing.expired.connect(self.reject)
        self._flow = VerifyFlow(context.session, context.desk.tasks, customer, self)
        self._connect()
        self._bind_keys()
        self._flow.open()

    @property
    def stage(self) -> Stage:
        """Where the dialog stands."""
        return self._stage

    @property
    def is_busy(self) -> bool:
        """Whether the database or the hash is at work."""
        return self._flow.is_busy

    def follow_news(self, customers: frozenset[int] | None) -> None:
        """Read the caution again if this is one of these customers, None for whoever it is."""
        if customers is None or self._customer.id in customers:
            self._flow.read_caution()

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        appearance = self._context.desk.appearance
        self._caution = CautionBar(appearance, self)
        self.add_notice_below_header(self._caution)
        self._caution.take_page_keys_of(self, self.ground)
        self._tries = TriesLeft(appearance, parent=self)
        self._entry = PasswordEntry(
            appearance, name=self.tr("Password the caller says"), parent=self
        )
        self._check = PrimaryButton(
            appearance, self.tr("Check"), keys=("Enter",), size=ButtonSize.ENTRY, parent=self
        )
        self._strip = SpellingStrip(appearance, self)
        self._line = Label(appearance, pixels=12, colour="text2", parent=self)
        self._alphabet = AlphabetPanel(self._context.desk, self)
        has_text = has_team_text(self._context.policy)
        self._answers = AnswerPanel(appearance, has_team_text=has_text, parent=self)
        self._not_checked = NotCheckedPanel(appearance, self)
        self._below = QStackedWidget(self)
        for panel in (self._alphabet, self._answers, self._not_checked):
            self._below.addWidget(panel)
        self._hint = Label(appearance, pixels=12, colour="text3", wrap=True, parent=self)
        self._set_password = OutlineButton(
            appearance, self.tr("Set password…"), icon="key", keys=("F4",), parent=self
        )
        self._unlock = OutlineButton(
            appearance, self.tr("Unlock…"), icon="unlock", keys=("F7",), parent=self
        )
        self._notice = OutlineButton(
            appearance, self.tr("Prepare a notice…"), icon="mail", parent=self
        )
        self._blocked_at: datetime | None = None
        self._closing = Closing(appearance, self)
        self._cancel = OutlineButton(appearance, self.tr("Cancel"), keys=("Esc",), parent=self)
        self._done = _DoneButton(appearance, self.tr("Done"), keys=("Enter",), parent=self)
        self._lay_out()

    def _lay_out(self) -> None:
        title = Label(
            self._context.desk.appearance,
            self.tr("Password the caller says"),
            weight=600,
            parent=self,
        )
        above = QHBoxLayout()
        above.addWidget(title)
        above.addStretch(1)
        above.addWidget(self._tries)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._entry, 1)
        row.addWidget(self._check, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(8)
        self.body.addLayout(above)
        self.body.addLayout(row)
        self.body.addWidget(self._strip)
        self.body.addWidget(self._line)
        self.body.addWidget(self._below, 1)
        self._line.setFixedHeight(self._strip.sizeHint().height())
        for widget in (self._hint, self._closing.countdown):
            self.foot.add_leading(widget, stretch=1)
        for button in (self._set_password, self._unlock, self._notice):
            self.foot.add_leading(button)
        self._gap = QWidget(self)
        self.foot.add_leading(self._gap, stretch=1)
        self.foot.set_actions(self._done, self._cancel)
        self._show_typing()

    def _connect(self) -> None:
        self._entry.submitted.connect(self._on_check_requested)
        self._entry.content_changed.connect(self._on_entry_changed)
        self._entry.revealed_changed.connect(self._spell)
        self._entry.caret_moved.connect(self._strip.set_caret)
        self._check.clicked.connect(self._on_check_requested)
        self._alphabet.choice.alphabet_changed.connect(self._spell)
        self._not_checked.again.clicked.connect(self._on_again_requested)
        self._cancel.clicked.connect(self.reject)
        self._done.clicked.connect(self.reject)
        self._set_password.clicked.connect(self._on_password_requested)
        self._unlock.clicked.connect(self._on_unlock_requested)
        self._notice.clicked.connect(self._on_notice_requested)
        self._flow.opened.connect(self._on_flow_opened)
        self._flow.checking.connect(self._on_flow_checking)
        self._flow.answered.connect(self._on_flow_answered)
        self._flow.refused.connect(self._on_flow_refused)
        self._flow.failed.connect(self._on_flow_failed)
        self._flow.settled.connect(self._on_flow_settled)
        self._flow.caution_read.connect(self._on_flow_caution_read)
        self._context.desk.appearance.changed.connect(self._on_appearance_changed)

    def _bind_keys(self) -> None:
        self.bind_keys(
            {
                "F2": self._entry.toggle_revealed,
                "F4": self._set_password.click,
                "F5": self._not_checked.again.click,
                "F7": self._unlock.click,
                "Shift+F7": self._on_caution_requested,
                "F8": self._closing.keep_open,
                "F9": self._answers.receipt.copy_button.click,
            }
        )

    # --- what happens ----------------------------------------------------------------------------

    def _on_check_requested(self) -> None:
        if self._stage in {Stage.TYPING, Stage.AGAIN} and not self._entry.is_empty():
            self._flow.check(self._entry.take())

    def _on_entry_changed(self) -> None:
        self._check.setEnabled(self._may_check())
        self._closing.restart()
        self._spell()

    def _on_flow_opened(self, opening: Opening) -> None:
        customer = self._customer
        self.header.set_customer(customer.name, customer.company, customer.number, opening.phone)
        self._show_caution(opening.caution)
        if opening.verdict is None:
            self._show_standing(opening.challenge.standing)
            if self._stage is Stage.OPENING_AGAIN:
                self._show_typing()
                if opening.counted is not None:
                    self._hint.setText(sentences.earlier_counted(was_counted=opening.counted))

    def _on_flow_caution_read(self, caution: Caution | None) -> None:
        """A colleague has raised or cleared one: whoever is typing types on."""
        if caution == self._known_caution:
            return
        self._show_caution(caution)
        if caution is not None:
            announce(self._caution, self._caution.accessibleName(), interrupts=False)

    def _on_flow_checking(self) -> None:
        self._stage = Stage.CHECKING
        self._closing.stop()
        self._entry.set_note(self.tr("The typed text has been erased"))
        self._check.setEnabled(False)
        self._answers.show_checking()
        self._below.setCurrentWidget(self._answers)

    def _on_flow_answered(self, verdict: Verdict) -> None:
        self._answer = verdict.answer
        self._show_standing(verdict.standing)
        match verdict.answer:
            case Answer.MATCHES:
                self._show_match(verdict)
            case Answer.DOES_NOT_MATCH if verdict.standing.tries_left:
                self._show_again()
            case _:
                self._show_refusal(verdict)
        self._answers.show_verdict(
            verdict,
            self._customer,
            self._context.session.storage.person.name,
            team_text(self._context.policy, verdict.answer),
        )
        self._below.setCurrentWidget(self._answers)
        self._share_room()
        self.bring_into_sight(self._answers.banner)
        self._guard.arm()

    def _on_flow_refused(self, error: UnusableTextError) -> None:
        self._show_typing()
        self._entry.set_message(failure(error))

    def _on_flow_failed(self, error: NotCheckedError) -> None:
        self._stage = Stage.NOT_CHECKED
        self._answer = None
        self._answers.clear()
        self._closing.stop()
        self._entry.set_note(self.tr("Nothing can be checked now"))
        self._check.setEnabled(False)
        self._not_checked.show_failure(error)
        self._below.setCurrentWidget(self._not_checked)
        self.bring_into_sight(self._not_checked)
        self._show_foot(self._cancel, self.tr("No answer means no information."))
        self._not_checked.again.setFocus()
        self._guard.arm()

    def _on_flow_settled(self, settled: Settled) -> None:
        """The database answers again; only a person goes on from here."""
        if settled.standing is None:
            self._not_checked.show_failure(settled.error)
            return
        self._show_standing(settled.standing)
        self._entry.set_note(self.tr("Not checked"))
        self._not_checked.show_settled(settled.error.counted)

    def _on_again_requested(self) -> None:
        if self._stage is Stage.NOT_CHECKED and not self._flow.is_busy:
            self._stage = Stage.OPENING_AGAIN
            self._flow.open()

    def _on_password_requested(self) -> None:
        if self._set_password.isVisible():
            self.reject()
            self.password_requested.emit(self._customer)

    def _on_unlock_requested(self) -> None:
        if self._unlock.isVisible():
            self.reject()
            self.unlock_requested.emit(self._customer)

    def _on_notice_requested(self) -> None:
        if self._blocked_at is not None:
            self.reject()
            self.notice_requested.emit(Notice(NoticeKind.BLOCKED, self._customer, self._blocked_at))

    def _on_caution_requested(self) -> None:
        self.reject()
        self.caution_requested.emit(self._customer)

    def done(self, result: int) -> None:
        """Close; whatever was typed is wiped first. A check under way goes on without a window."""
        self._entry.wipe()
        self._closing.stop()
        if self._flow.leave():
            self.check_left.emit(self._flow)
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._entry.wipe()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    # --- what is shown ---------------------------------------------------------------------------

    def _show_typing(self) -> None:
        self._stage = Stage.TYPING
        self._answer = None
        self._entry.set_note(None)
        self._entry.set_revealed(revealed=self._begins_shown)
        self._spell()
        self._show_line(None)
        self._check.setEnabled(self._may_check())
        self._below.setCurrentWidget(self._alphabet)
        self._show_foot(self._cancel, self.tr("Capitals, spaces and hyphens do not matter."))
        self._entry.setFocus()

    def _show_again(self) -> None:
        self._stage = Stage.AGAIN
        self._entry.set_note(None)
        self._entry.set_placeholder(self.tr("Ask the caller to say it again"))
        self._entry.set_revealed(revealed=self._begins_shown)
        self._show_line(None)
        self._check.setEnabled(False)
        self._check.set_keys(())
        self._cancel.setText(self.tr("Close"))
        self._show_foot(self._cancel, self.tr("Never tell the caller what was wrong."))
        self._start_closing(self._context.policy.close_no_match_seconds)
        self._entry.setFocus()

    def _show_match(self, verdict: Verdict) -> None:
        self._stage = Stage.MATCHED
        self._entry.set_note(self.tr("The typed text has been erased"))
        self._check.set_keys(())
        self._show_line(match_line(verdict))
        self._done.setText(self.tr("Done"))
        self._done.set_keys(("Enter",))
        self._show_foot(self._done, "")
        self._closing.start(self._context.policy.close_match_seconds)
        self._done.setFocus()

    def _show_refusal(self, verdict: Verdict) -> None:
        self._stage = Stage.REFUSED
        self._entry.set_note(refusal_note(verdict.answer))
        self._check.setEnabled(False)
        self._check.set_keys(())
        self._show_line(refusal_line(verdict, self._context.session.clock()))
        self._done.setText(self.tr("Close"))
        self._done.set_keys(("Esc",))
        self._show_foot(self._done, "")
        state = verdict.standing.state
        self._unlock.setVisible(self._is_lead and state is PasswordState.LOCKED)
        self._set_password.setVisible(
            self._is_lead
            and state in {PasswordState.NONE, PasswordState.EXPIRED, PasswordState.BLOCKED}
            and verdict.answer is not Answer.PAUSED
        )
        self._notice.setVisible(self._is_lead and state is PasswordState.BLOCKED)
        self._blocked_at = verdict.standing.last_failure_at or verdict.at
        self._start_closing(self._context.policy.close_refusal_seconds)
        self._done.setFocus()

    def _start_closing(self, seconds: int) -> None:
        self._closing.start(seconds, shown_last=_COUNTDOWN_SHOWN_LAST)

    def _show_foot(self, action: QWidget, hint: str) -> None:
        for button in (self._done, self._cancel):
            button.setVisible(button is action)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._gap.setVisible(not hint)
        for button in (self._unlock, self._set_password, self._notice):
            button.setVisible(False)

    def _show_line(self, text: str | None) -> None:
        self._strip.setVisible(text is None)
        self._line.setVisible(text is not None)
        self._line.setText(text or "")

    def _show_standing(self, standing: Standing) -> None:
        show_standing(self._tries, standing, self._answer)

    def _show_caution(self, caution: Caution | None) -> None:
        self._known_caution = caution
        if caution is None:
            self._caution.hide()
            return
        day = sentences.moment_of(caution.raised_at, self._context.session.clock())
        self._caution.show_caution(caution.text, caution.raised_by, day)
        QTimer.singleShot(0, self, self._make_room)

    def _on_appearance_changed(self) -> None:
        QTimer.singleShot(0, self, self._make_room)  # when everything has its new size

    def _make_room(self) -> None:
        """Grow until the caution is whole, as far as the screen permits."""
        if self._caution.isVisible():
            missing = self._caution.height_for(self._caution.width()) - self._room_for_caution()
            self.grow_to(self.height() + max(0, missing))
            self._share_room()
            if self._below.currentWidget() is self._answers:
                self.bring_into_sight(self._answers.banner)

    def _share_room(self) -> None:
        """Where room is short the caution scrolls as soon as the answer would be covered."""
        banner = self._answers.banner
        free = self._room_for_caution() + self.body_height()
        free -= banner.heightForWidth(banner.width())
        self._caution.set_room(free)

    def _room_for_caution(self) -> int:
        """What is left for it at the present height, if the rest is whole."""
        return self.room_above() - self.header.height() - self.body.contentsMargins().top()

    def _spell(self) -> None:
        shown = self._entry.revealed_text()
        if shown is None:
            self._strip.set_masked()
        else:
            alphabet = self._alphabet.choice.alphabet
            self._strip.set_characters(spelled(shown.reveal(), alphabet))

    def _may_check(self) -> bool:
        return self._stage in {Stage.TYPING, Stage.AGAIN} and not self._entry.is_empty()


class _DoneButton(PrimaryButton):
    """Closes by Enter, Esc or mouse, not by Space: somebody may type on, not seeing the answer."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
