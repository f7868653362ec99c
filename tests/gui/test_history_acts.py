"""What leaves a customer's history: paper, and the customer's own copy, on both engines."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.enrolment import Enrolment
from desktop_app.core.entities import Customer, EventKind, JournalQuery
from desktop_app.core.ports import Storage
from desktop_app.core.verification import VerifyCaller
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.desktop.printing import print_on
from desktop_app.gui.journal.history_window import HistoryWindow
from desktop_app.gui.session import Session
from desktop_app.system.files import written_whole
from tests.gui.by_keyboard import go_to, press, says, shown
from tests.gui.fakes import FakeKeys
from tests.storage.engines import (
    AGENT,
    LEAD,
    Engine,
    SqliteEngine,
    add_customer,
    check,
    set_password,
)
from tests.storage.postgres_team import PostgresEngine

Open = Callable[[Path | None], HistoryWindow]


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database."""
    made: SqliteEngine | PostgresEngine
    if request.param == "sqlite":
        made = SqliteEngine(tmp_path)
    else:
        made = PostgresEngine(request.getfixturevalue("postgres_team"))
    yield made
    made.close()


@pytest.fixture
def lead(engine: Engine) -> Storage:
    return engine.open(LEAD)


@pytest.fixture
def customer(engine: Engine, lead: Storage) -> Customer:
    """Somebody with a password, checks, an unlock and a caution."""
    customer = add_customer(lead)
    set_password(lead, customer)
    agent = engine.open(AGENT)
    for _ in range(5):
        check(agent, customer, "wrong")
    lead.credentials.unlock(customer.id, "called back <b>twice</b>")
    check(agent, customer, "right")
    agent.customers.raise_caution(customer.id, "tried three birthdays")
    return customer


@pytest.fixture
def printed() -> list[str]:
    """What was printed, as HTML."""
    return []


@pytest.fixture
def open_window(
    qtbot: QtBot, desk: Desk, engine: Engine, customer: Customer, printed: list[str]
) -> Open:
    lead = engine.open(LEAD)

    def take(_parent: QWidget, _title: str, html: str) -> Callable[[], None]:
        return lambda: printed.append(html)

    def build(target: Path | None) -> HistoryWindow:
        keys = FakeKeys()
        session = Session(
            storage=lead,
            keys=keys,
            verify=VerifyCaller(lead.credentials, lead.policies, keys),
            enrolment=Enrolment(lead.customers, lead.credentials, lead.policies, keys),
            clock=engine.clock,
            written_whole=written_whole,
            place="",
        )
        window = HistoryWindow(
            Context(desk, session, lead.policies.load()),
            customer,
            ask_for_file=lambda _parent, _name: target,
            print_page=take,
        )
        shown(qtbot, window)
        qtbot.waitUntil(lambda: not window.is_busy)
        return window

    return build


def newest(lead: Storage) -> tuple[EventKind, str]:
    [entry] = lead.journal.entries(JournalQuery(limit=1))
    return entry.kind, entry.outcome


def test_the_customer_gets_everything_but_names(
    qtbot: QtBot, open_window: Open, lead: Storage, customer: Customer, tmp_path: Path
) -> None:
    """By Tab and Space: fields, password, checks, reasons and cautions; no colleague, no verifier;
    and the journal says that it was made.
    """
    target = tmp_path / "customer-data.html"
    window = open_window(target)
    go_to("For the customer…")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Saved:" in says(window))
    page = target.read_text(encoding="utf-8")
    for part in (
        customer.number,
        customer.name,
        "nothing stored",
        "Call-back to a telephone number on file",
        "the telephone password did not match.<br>Tries left: 4",
        "Locked until ",
        "Wrong tries in a row: 5",
        "Unlocked.",
        '<html lang="en">',
        "called back &lt;b&gt;twice&lt;/b&gt;",
        "T-4711",
        "tried three birthdays",
        "our team",
        "after 24 months",
        "VW-",
    ):
        assert part in page, part
    assert f"Saved: {target}. Read the reasons" in says(window)
    for name in ("Lea", "Anna", "desk-1", "agent", "verifier", "salt"):
        assert name not in page, name
    assert newest(lead) == (EventKind.EXPORTED, "for-customer")
    [entry] = lead.journal.entries(JournalQuery(limit=1))
    assert entry.details == {"customer": customer.number, "file": target.name}


def test_it_can_be_plain_text(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    """The ending of the name decides."""
    target = tmp_path / "data.TXT"
    window = open_window(target)
    go_to("For the customer…")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Saved:" in says(window))
    assert target.read_text(encoding="utf-8").startswith("Your data in Watchword\n=====")


def test_a_file_that_cannot_be_written_is_not_journalled(
    qtbot: QtBot, open_window: Open, lead: Storage, tmp_path: Path
) -> None:
    """The bar says so, and nothing claims that the customer got something."""
    window = open_window(tmp_path / "missing" / "data.html")
    go_to("For the customer…")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "The customer's data was not saved." in says(window))
    assert newest(lead)[0] is not EventKind.EXPORTED


def test_what_is_shown_is_printed(qtbot: QtBot, open_window: Open, printed: list[str]) -> None:
    """Ctrl+P prints the lines of the filter with who did them, for the team."""
    window = open_window(None)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "handed to the printer" in says(window))
    [page] = printed
    assert "History of customer 104233 Jonas Weber" in page
    assert "Lea Lead" in page
    assert page.count("Does not match") == 5


def test_paper_is_a_pdf_too(qtbot: QtBot, tmp_path: Path) -> None:
    """The printing itself, into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    target = tmp_path / "page.pdf"
    printer.setOutputFileName(str(target))
    print_on(printer, "<h1>History</h1><table><tr><th>a</th><td>b</td></tr></table>")
    assert target.read_bytes().startswith(b"%PDF-")
