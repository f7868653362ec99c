"""The course of one verification dialog, without its widgets."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop_app.core.entities import Answer, Caution, Challenge, Customer, Standing, Verdict
from desktop_app.core.errors import (
    CustomerNotFoundError,
    DatabaseClosedError,
    NotCheckedError,
    TeamKeyError,
    UnusableTextError,
    WatchwordError,
)
from desktop_app.core.phones import display
from desktop_app.core.secret import Secret
from desktop_app.core.verification import ANSWER_SECONDS, Checked
from desktop_app.gui.retry import RetryCountdown
from desktop_app.gui.session import Session
from desktop_app.gui.tasks import Task, Tasks


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known before the first check.

    ``phone`` is the customer's first number as it is shown. ``verdict`` is set where there is
    nothing to check: the enquiry is recorded already.
    ``key_failure`` is set where the key cannot be had, so that no check will work.
    ``counted`` tells of an earlier try of the same flow that had no answer, None where there was
    none or it was told already.
    """

    challenge: Challenge
    phone: str
    caution: Caution | None
    verdict: Verdict | None
    key_failure: TeamKeyError | None
    counted: bool | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """A check without an answer, by now with the knowledge whether its try was counted.

    ``standing`` is the customer's after it, None where the customer is gone.
    """

    error: NotCheckedError
    standing: Standing | None


class VerifyFlow(QObject):
    """Opens a customer's check and carries out one check after the other.

    While one is under way, further calls are ignored: one typed text is one try. Whatever fails
    ends in ``failed`` and never in a verdict; the next ``check`` or ``open`` starts afresh.
    """

    opened = Signal(object)
    """An ``Opening``; a check that was asked for meanwhile follows by itself."""
    checking = Signal()
    answered = Signal(object)
    """A ``Verdict``."""
    refused = Signal(object)
    """An ``UnusableTextError``: the text can be no password, nothing was counted."""
    failed = Signal(object)
    """A ``NotCheckedError``."""
    settled = Signal(object)
    """``Settled``, after the last one: the database answers, and nothing was checked."""
    caution_read = Signal(object)
    """The ``Caution`` on the customer by now, or None."""
    ended_unread = Signal(object)
    """The check that was under way at ``leave`` has ended: a ``NotCheckedError``, or None where its
    answer is on record, which nobody has seen and nobody is told. It comes again when it is known
    whether the try was counted."""

    def __init__(
        self, session: Session, tasks: Tasks, customer: Customer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._customer = customer
        self._challenge: Challenge | None = None
        self._task: Task[Opening] | Task[Checked] | None = None
        self._pending: Secret[str] | None = None
        self._is_left = False
        self._is_caution_outdated = False
        self._unclear: NotCheckedError | None = None
        self._countdown = RetryCountdown(self)
        self._countdown.due.connect(self._settle)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._task is not None

    def open(self) -> None:
        """Fetch salt, parameters and key while the agent is still typing."""
        if self._task is None:
            self._challenge = None
            self._task = self._tasks.run(self, self._opening, self._on_opened, self._on_open_failed)

    def check(self, typed: Secret[str]) -> None:
        """Check what was typed; before the opening has ended, as soon as it has."""
        if self._pending is not None or (self._task is not None and self._challenge is not None):
            return
        self.checking.emit()
        if self._challenge is None:
            self._pending = typed
            self.open()
        else:
            self._start(self._challenge, typed)

    def read_caution(self) -> None:
        """Read what colleagues have raised; ``caution_read`` follows, after ``opened``."""
        if self._challenge is None:
            self._is_caution_outdated = True
            return
        self._is_caution_outdated = False
        customers, about = self._session.storage.customers, self._customer.id
        self._tasks.run(
            self,
            lambda: customers.details(about).caution,
            self.caution_read.emit,
            lambda _error: None,  # the check itself tells what does not work
        )

    def leave(self) -> bool:
        """Show nothing any more; whether a check is under way, which ``ended_unread`` reports.

        So does a check that has ended while nobody knows yet whether its try was counted.

        Then the flow needs an owner that outlives the dialog, and goes by itself when it has
        reported. A check that still waits for the opening is given up: it was no try.
        """
        self._pending = None
        is_under_way = self._task is not None and self._challenge is not None
        self._is_left = is_under_way or self._unclear is not None
        return self._is_left

    def _start(self, challenge: Challenge, typed: Secret[str]) -> None:
        self._task = self._tasks.run(
            self,
            lambda: self._session.verify.check(challenge, typed),
            lambda checked: self._on_checked(checked, typed),
            self._on_check_failed,
        )

    def _opening(self) -> Opening:
        with self._session.storage.credentials.within(ANSWER_SECONDS):
            return self._opened_now()

    def _opened_now(self) -> Opening:
        session = self._session
        unclear = self._unclear
        counted = session.verify.settle(unclear).counted if unclear is not None else None
        challenge = session.verify.open(self._customer.id)
        details = session.storage.customers.details(self._customer.id)
        phone = display(details.customer.phones[0]) if details.customer.phones else ""
        opening = Opening(challenge, phone, details.caution, None, None, counted)
        verdict = session.verify.refuse(challenge)
        if verdict is not None:
            return replace(opening, verdict=verdict)
        try:
            session.verify.fetch_key(challenge)
        except TeamKeyError as error:
            return replace(opening, key_failure=error)
        return opening

    def _on_opened(self, opening: Opening) -> None:
        self._task = None
        unclear, self._unclear = self._unclear, None
        self._countdown.stop()
        if self._is_left:
            if unclear is not None:
                self._end_unread(NotCheckedError(opening.counted, unclear.cause, unclear.attempt))
            return
        self._challenge = opening.challenge
        pending, self._pending = self._pending, None
        self.opened.emit(opening)
        if self._is_caution_outdated:
            self.read_caution()
        if opening.verdict is not None:
            self.answered.emit(opening.verdict)
        elif opening.key_failure is not None:
            self.failed.emit(NotCheckedError(counted=False, cause=opening.key_failure))
        elif pending is not None:
            self._start(opening.challenge, pending)

    def _on_open_failed(self, error: WatchwordError) -> None:
        self._task = self._pending = None
        if self._unclear is not None:
            error = NotCheckedError(None, error, self._unclear.attempt)
        elif not isinstance(error, NotCheckedError):
            error = NotCheckedError(counted=False, cause=error)
        self.failed.emit(error)

    def _on_checked(self, checked: Checked, typed: Secret[str]) -> None:
        self._task = None
        if self._is_left:
            self._end_unread(None)
        else:
            self.answered.emit(checked.verdict)
        if checked.verdict.answer is Answer.MATCHES:
            # A failed renewal changes nothing: the old verifier stays valid.
            self._tasks.run(
                self,
                lambda: self._session.verify.refresh(checked, typed),
                lambda _renewed: None,
                lambda _error: None,
            )

    def _on_check_failed(self, error: WatchwordError) -> None:
        self._task = None
        if isinstance(error, UnusableTextError):
            if self._is_left:
                self.deleteLater()  # nothing was counted: there is nothing to report
            else:
                self.refused.emit(error)
            return
        if not isinstance(error, NotCheckedError):
            error = NotCheckedError(counted=None, cause=error)
        if error.counted is None and error.attempt is not None:
            self._unclear = error
            self._countdown.failed()
        if self._is_left:
            self._end_unread(error)
        else:
            self.failed.emit(error)

    def _end_unread(self, error: NotCheckedError | None) -> None:
        self.ended_unread.emit(error)
        if self._unclear is None:
            self.deleteLater()

    # --- whether a try was counted that had no answer --------------------------------------------

    def _settle(self) -> None:
        """Ask for it by the attempt's id; while the database does not answer, again and again."""
        unclear = self._unclear
        if unclear is not None:
            self._tasks.run(
                self,
                lambda: self._settled_now(unclear),
                self._on_settled,
                self._on_not_settled,
            )

    def _settled_now(self, unclear: NotCheckedError) -> Settled:
        verify = self._session.verify
        error = verify.settle(unclear)
        try:
            return Settled(error, verify.open(self._customer.id).standing)
        except CustomerNotFoundError as gone:
            return Settled(NotCheckedError(error.counted, gone, error.attempt), None)

    def _on_not_settled(self, error: WatchwordError) -> None:
        if not isinstance(error, DatabaseClosedError):
            self._countdown.failed()
        elif self._is_left:
            self.deleteLater()  # a pause has begun: the journal tells

    def _on_settled(self, settled: Settled) -> None:
        if self._unclear is None:  # another opening was faster
            return
        self._unclear = None
        if self._is_left:
            self._end_unread(settled.error)
        else:
            self.settled.emit(settled)
