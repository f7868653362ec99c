"""The history over the real workstation database."""

import csv
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.enrolment import Enrolment
from desktop_app.core.entities import Customer, EventKind, JournalQuery
from desktop_app.core.policy import Policy
from desktop_app.core.verification import VerifyCaller
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.journal.history_export import save_history
from desktop_app.gui.journal.history_pages import HistoryQuestion, Show, read_page
from desktop_app.gui.journal.history_window import HistoryWindow
from desktop_app.gui.session import Session
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.system.files import written_whole
from tests.gui.fakes import FakeKeys
from tests.storage.engines import ADMIN, SqliteEngine, add_customer, check, set_password, submit


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[SqliteEngine]:
    engine = SqliteEngine(tmp_path)
    yield engine
    engine.close()


@pytest.fixture
def database(engine: SqliteEngine) -> SqliteDatabase:
    return engine.open(ADMIN)


@pytest.fixture
def customer(engine: SqliteEngine, database: SqliteDatabase) -> Customer:
    """Somebody whose day had everything in it."""
    customer = add_customer(database)
    check(database, customer, "right")
    set_password(database, customer)
    submit(database, customer, "right")
    for _ in range(Policy().tries_until_lock - 1):
        check(database, customer, "wrong")
    check(database, customer, "wrong")
    database.credentials.unlock(customer.id, "called back")
    check(database, customer, "right")
    database.customers.raise_caution(customer.id, "three birthdays")
    seen = database.customers.details(customer.id).caution
    assert seen is not None
    database.customers.clear_caution(customer.id, seen, "explained by the customer")
    engine.clock.advance(timedelta(days=1))
    database.credentials.remove(customer.id, "wish")
    return customer


def session_of(engine: SqliteEngine, database: SqliteDatabase) -> Session:
    keys = FakeKeys()
    stores = (database.credentials, database.policies, keys)
    return Session(
        storage=database,
        keys=keys,
        verify=VerifyCaller(*stores),
        enrolment=Enrolment(database.customers, *stores),
        clock=engine.clock,
        written_whole=written_whole,
        place="",
    )


def spoken(database: SqliteDatabase, customer: Customer, show: Show = Show.ALL) -> list[str]:
    page = read_page(database.journal, HistoryQuestion(customer.id, show))
    return [f"{line.words.title}: {line.words.text}" for line in page.lines]


def test_every_event_of_the_engine_has_its_words(
    database: SqliteDatabase, customer: Customer
) -> None:
    """From a new customer to a removed password, the abandoned try included."""
    locked = spoken(database, customer, Show.LOCKS)[2]
    assert locked.startswith("Locked: After 5 wrong tries in a row, until ")
    assert spoken(database, customer) == [
        "Password removed: Ada Admin. Reason: wish",
        "Caution cleared: Ada Admin. Reason: explained by the customer",
        "Caution raised: Ada Admin",
        "Matches: Ada Admin, try number 6",
        "Unlocked: Ada Admin. Reason: called back",
        "Locked: Ada Admin, asked for a check; nothing was compared",
        locked,
        "Does not match: Ada Admin, 0 tries left",
        "Does not match: Ada Admin, 1 try left",
        "Does not match: Ada Admin, 2 tries left",
        "Does not match: Ada Admin, 3 tries left",
        "Not answered: Ada Admin, counted as a wrong try",
        "Password set: Ada Admin, by call-back to number on file",
        "No telephone password: Ada Admin",
        "Customer added: Ada Admin",
    ]


def test_saving_writes_the_whole_history_and_records_it(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer, tmp_path: Path
) -> None:
    """Attempts are in the file too, and the export is sealed into the chain like all else."""
    target = tmp_path / "history.csv"
    saved = save_history(session_of(engine, database), customer, target)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    entries = database.journal.entries(JournalQuery(customer_id=customer.id))
    assert [row["receipt"] for row in rows] == [entry.receipt for entry in entries]
    assert len(rows) == saved.entries
    [exported] = database.journal.entries(JournalQuery(kinds=(EventKind.EXPORTED,)))
    assert exported.details["rows"] == str(saved.entries)
    database.journal.seal()
    assert database.journal.verify().fault is None


def test_the_window_reads_the_real_journal(
    qtbot: QtBot, desk: Desk, engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """Each line once, in the worker threads' own connections."""
    context = Context(desk, session_of(engine, database), Policy())
    receipt = database.journal.entries(JournalQuery(kinds=(EventKind.UNLOCKED,)))[0].receipt
    window = HistoryWindow(context, customer, highlight_receipt=receipt)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: not window.is_busy)
    assert window.list_view.model().rowCount() == len(spoken(database, customer))
    assert "Unlocked" in str(window.list_view.currentIndex().data())
