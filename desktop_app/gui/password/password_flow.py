"""The course of setting a telephone password, without its widgets."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop_app.core.entities import (
    Change,
    Customer,
    IdentityCheck,
    PasswordState,
    Validity,
)
from desktop_app.core.errors import TeamKeyError, UnusableTextError, WatchwordError
from desktop_app.core.normalise import normalise
from desktop_app.core.password_rules import Finding
from desktop_app.core.phones import display
from desktop_app.core.policy import NORM_VERSION
from desktop_app.core.secret import Secret
from desktop_app.core.suggestions import Suggester, Suggestion
from desktop_app.gui.context import Context
from desktop_app.gui.latest import Latest

SUGGESTIONS = 4
_IN_USE = frozenset({PasswordState.SET, PasswordState.LOCKED})


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known before anything is typed.

    ``phone`` is the customer's first number as it is shown, or empty; ``key_failure`` is set
    where no password could be saved now.
    """

    phone: str
    key_failure: TeamKeyError | None


@dataclass(frozen=True, slots=True)
class Review:
    """The rules that the typed text keeps and breaks, and how many characters of it count."""

    findings: tuple[Finding, ...]
    length: int


class PasswordFlow(QObject):
    """Fetches what the window needs, judges what is typed, and saves it.

    Only the newest review and the newest suggestions arrive. While a password is being saved,
    ``save`` is ignored. After ``failed`` nothing was saved and ``save`` may be called again.
    """

    opened = Signal(object)
    """An ``Opening``."""
    replaces_known = Signal(bool)
    """Whether the customer has a password that works until the new one is saved."""
    suggested = Signal(object)
    """A tuple of ``Suggestion``."""
    reviewed = Signal(object)
    """A ``Review``."""
    saving = Signal()
    saved = Signal(object)
    """A ``Change``."""
    failed = Signal(object)
    """The ``WatchwordError`` for which nothing was saved."""

    def __init__(
        self,
        context: Context,
        customer: Customer,
        suggester: Suggester,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = context.session
        self._tasks = context.desk.tasks
        self._policy = context.policy
        self._customer = customer
        self._suggester = suggester
        self._is_saving = False
        self._reviews: Latest[Review] = Latest(
            self._tasks, self.reviewed.emit, self._on_side_job_failed, self
        )
        self._suggestions: Latest[tuple[Suggestion, ...]] = Latest(
            self._tasks, self.suggested.emit, self._on_side_job_failed, self
        )

    @property
    def is_saving(self) -> bool:
        """Whether a password is being saved."""
        return self._is_saving

    def open(self) -> None:
        """Fetch the telephone number, and see whether the key can be had and a password is set."""
        self._tasks.run(self, self._opening, self.opened.emit, self.failed.emit)
        customer_id, customers = self._customer.id, self._session.storage.customers
        self._tasks.run(
            self,
            lambda: customers.details(customer_id).standing.state,
            lambda state: self.replaces_known.emit(state in _IN_USE),
            lambda _error: self.replaces_known.emit(True),  # unknown: a warning does no harm
        )

    def suggest(self, language: str) -> None:
        """Draw new suggestions, in ``de`` or ``en``."""
        self._suggestions.run(
            lambda: self._suggester.suggest(language, self._policy, self._customer, SUGGESTIONS)
        )

    def review(self, typed: Secret[str]) -> None:
        """Judge what is typed so far."""
        self._reviews.run(lambda: self._review(typed))

    def drop_review(self) -> None:
        """Want no judgement any more: the field is empty."""
        self._reviews.drop()

    def save(self, typed: Secret[str], check: IdentityCheck, validity: Validity) -> None:
        """Save the password; the old one stops at once."""
        if self._is_saving:
            return
        customer_id = self._customer.id
        self._is_saving = True
        self._tasks.run(
            self,
            lambda: self._session.enrolment.set(customer_id, typed, check, validity),
            self._on_saved,
            self._on_save_failed,
        )
        self.saving.emit()

    def _opening(self) -> Opening:
        phones = self._customer.phones
        phone = display(phones[0]) if phones else ""
        try:
            self._session.keys.current()
        except TeamKeyError as error:
            return Opening(phone, error)
        return Opening(phone, None)

    def _review(self, typed: Secret[str]) -> Review:
        findings = self._session.enrolment.review(self._customer, typed, self._policy)
        return Review(findings, counted_length(typed))

    def _on_saved(self, change: Change) -> None:
        self._is_saving = False
        self._reviews.drop()
        self._suggestions.drop()
        self.saved.emit(change)

    def _on_save_failed(self, error: WatchwordError) -> None:
        self._is_saving = False
        self.failed.emit(error)

    def _on_side_job_failed(self, _error: WatchwordError) -> None:
        """Only a bug ends here, and it is reported elsewhere: hints and offers stay as they are."""


def counted_length(typed: Secret[str]) -> int:
    """How many characters count, 0 where the text can be no password."""
    try:
        return len(normalise(typed.reveal(), NORM_VERSION))
    except UnusableTextError:
        return 0


def is_same_password(one: Secret[str], other: Secret[str]) -> bool:
    """Whether a caller who says the one has said the other: capitals and spaces do not matter."""
    if one == other:
        return True
    try:
        canonical = [normalise(each.reveal(), NORM_VERSION) for each in (one, other)]
    except UnusableTextError:
        return False
    return canonical[0] == canonical[1]
