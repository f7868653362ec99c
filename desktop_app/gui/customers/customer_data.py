"""What the main window reads from the database, always by way of the task runner."""

from dataclasses import dataclass
from datetime import datetime
from time import perf_counter

from PySide6.QtCore import QObject, Signal

from desktop_app.core.entities import Customer, CustomerDetails, OwnCheck
from desktop_app.core.errors import WatchwordError
from desktop_app.core.phones import display
from desktop_app.gui.customers.found_rows import FoundRows, rows_of
from desktop_app.gui.latest import Latest
from desktop_app.gui.session import Session
from desktop_app.gui.tasks import Tasks

_MOST_HITS = 50


@dataclass(frozen=True, slots=True)
class Found:
    """A result and how long it took, in milliseconds."""

    rows: FoundRows
    milliseconds: int


@dataclass(frozen=True, slots=True)
class CardData:
    """Everything the card shows; ``phones`` are ready to be read, ``at`` is when it was true."""

    details: CustomerDetails
    phones: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class StartData:
    """This person's checks of today and how many customers there are."""

    checks: tuple[OwnCheck, ...]
    customers: int


class CustomerData(QObject):
    """Searches, reads cards and the start page; of each kind only the newest outcome arrives."""

    found = Signal(object)
    card_read = Signal(object)
    start_read = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._search: Latest[Found] = Latest(tasks, self.found.emit, self._fail, self)
        self._card: Latest[CardData] = Latest(tasks, self.card_read.emit, self._fail, self)
        self._start: Latest[StartData] = Latest(tasks, self.start_read.emit, self._fail, self)

    @property
    def is_searching(self) -> bool:
        """Whether the newest search has not answered yet."""
        return self._search.is_busy

    def open(self, session: Session) -> None:
        """Read from this profile from now on."""
        self._session = session

    def close(self) -> None:
        """Read nothing, and let nothing that is under way arrive."""
        self._session = None
        for each in (self._search, self._card, self._start):
            each.drop()

    def search(self, text: str) -> None:
        """Look for ``text``; ``found`` follows."""
        session = self._session
        if session is None:
            return

        def job() -> Found:
            before = perf_counter()
            rows = rows_of(session.storage.customers.search(text, _MOST_HITS))
            return Found(rows, round((perf_counter() - before) * 1000))

        self._search.run(job)

    def forget_search(self) -> None:
        """Want no result any more."""
        self._search.drop()

    def read_card(self, customer: Customer) -> None:
        """Read what the card shows; ``card_read`` follows."""
        session = self._session
        if session is None:
            return

        def job() -> CardData:
            details = session.storage.customers.details(customer.id)
            phones = tuple(display(phone) for phone in details.customer.phones)
            return CardData(details, phones, session.clock())

        self._card.run(job)

    def forget_card(self) -> None:
        """Want no card any more."""
        self._card.drop()

    def read_start(self) -> None:
        """Read the start page; ``start_read`` follows."""
        session = self._session
        if session is None:
            return

        def job() -> StartData:
            midnight = session.clock().astimezone().replace(hour=0, minute=0, second=0)
            checks = session.storage.journal.own_checks(midnight.replace(microsecond=0))
            return StartData(tuple(checks), session.storage.customers.count())

        self._start.run(job)

    def _fail(self, error: WatchwordError) -> None:
        self.failed.emit(error)
