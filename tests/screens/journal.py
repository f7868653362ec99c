"""The journal of the team and what is done with it."""

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.core.entities import Answer, EventKind, JournalFault, JournalFaultKind
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.desktop.file_chooser import SystemFileChooser
from desktop_app.gui.journal.check_dialog import CheckDialog
from desktop_app.gui.journal.journal_page import JournalPage
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.page_switch import PageSwitch
from desktop_app.gui.pages import PageName
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from tests.gui.fakes import FakeClock, FakeStorage, journal_care_of, session_of
from tests.gui.sample_customers import add_sample_customers
from tests.gui.sample_history import add_sample_history
from tests.screens._settling import settle
from tests.screens.registry import screen

NOW = datetime(2026, 11, 22, 14, 12).astimezone(UTC)


def _storage(*, recorded: bool = True) -> FakeStorage:
    storage = FakeStorage(FakeClock(NOW))
    customers = add_sample_customers(storage)
    storage.forget_entries()
    if not recorded:
        return storage
    add_sample_history(storage, customers["104233"])
    number = 0
    for customer in list(customers.values())[:5]:
        for answer in (Answer.MATCHES, Answer.MATCHES, Answer.DOES_NOT_MATCH):
            number += 1
            storage.put_entry(
                EventKind.VERDICT,
                answer.value,
                customer,
                at=NOW - timedelta(hours=number * 5, minutes=number * 7),
                person=("Lukas Berger", "Mira Okafor")[number % 2],
                receipt=f"VW-6C{number:02d}-3T5W",
                details={"in_row": "1", "tries_left": "4", "attempt": str(number)},
            )
    storage.put_entry(
        EventKind.EXPORTED,
        "customers",
        None,
        at=NOW - timedelta(minutes=40),
        person="Tanja Lang",
        receipt="VW-9Q2M-41BX",
        details={"file": "customers.csv", "rows": "8214"},
    )
    storage.put_entry(
        EventKind.POLICY_CHANGED,
        "changed",
        None,
        at=NOW - timedelta(hours=3),
        person="Ada Admin",
        receipt="VW-8K11-7PQ3",
        details={"journal_months": "24 → 12"},
    )
    return storage


def _window(
    appearance: Appearance, storage: FakeStorage, size: tuple[int, int] = (1180, 760)
) -> MainWindow:
    desk = Desk(appearance, Tasks(), Preferences())
    window = MainWindow(desk, now=storage.clock)
    window.resize(*size)
    window.show()
    window.open(Context(desk, session_of(storage), storage.policy))
    _pages(window).show(PageName.JOURNAL)
    settle(lambda: not _page(window).is_busy)
    return window


def _pages(window: MainWindow) -> PageSwitch:
    pages = window.findChild(PageSwitch)
    assert isinstance(pages, PageSwitch)
    return pages


def _page(window: MainWindow) -> JournalPage:
    page = window.findChild(JournalPage)
    assert isinstance(page, JournalPage)
    return page


@screen("journal")
def journal(appearance: Appearance) -> QWidget:
    return _window(appearance, _storage())


@screen("journal-narrow")
def narrow(appearance: Appearance) -> QWidget:
    window = _window(appearance, _storage(), (560, 480))
    QTest.keyClick(_page(window).list_view, Qt.Key.Key_Down)
    return window


@screen("journal-filtered")
def filtered(appearance: Appearance) -> QWidget:
    window = _window(appearance, _storage())
    page = _page(window)
    filters = page.filters
    filters.answer.setCurrentIndex(filters.answer.findData(Answer.DOES_NOT_MATCH.value))
    filters.period.setCurrentIndex(filters.period.findData("days"))
    filters.first.set_day(date(2026, 11, 1))
    filters.last.set_day(date(2026, 11, 21))
    settle(lambda: not page.is_busy)
    return window


@screen("journal-empty")
def empty(appearance: Appearance) -> QWidget:
    window = _window(appearance, _storage())
    _page(window).look_for("VW-0000-0000")
    settle(lambda: not _page(window).is_busy)
    return window


@screen("journal-receipt-offer")
def offer(appearance: Appearance) -> QWidget:
    window = _window(appearance, _storage())
    _pages(window).show(PageName.CUSTOMERS)
    window.search_for("VW-9Q2M-41BX")
    settle(lambda: not _page(window).is_busy)
    return window


def _dialog(appearance: Appearance, storage: FakeStorage) -> CheckDialog:
    desk = Desk(appearance, Tasks(), Preferences())
    dialog = CheckDialog(desk, journal_care_of(storage), SystemFileChooser(appearance))
    dialog.show()
    return dialog


@screen("journal-check")
def check(appearance: Appearance) -> QWidget:
    return _dialog(appearance, _storage())


@screen("journal-check-running")
def running(appearance: Appearance) -> QWidget:
    dialog = _dialog(appearance, _storage())
    dialog._set_checking(checking=True)
    dialog.show_progress(421_000, 1_000_000)
    return dialog


@screen("journal-check-holds")
def holds(appearance: Appearance) -> QWidget:
    dialog = _dialog(appearance, _storage())
    dialog.enter_pressed()
    settle(lambda: not dialog.is_checking)
    QTest.qWait(50)  # the dialog grows
    return dialog


@screen("journal-check-fault")
def fault(appearance: Appearance) -> QWidget:
    storage = _storage()
    storage.journal.fault = JournalFault(17, JournalFaultKind.EDITED)
    dialog = _dialog(appearance, storage)
    dialog.enter_pressed()
    settle(lambda: not dialog.is_checking)
    QTest.qWait(50)  # the dialog grows
    return dialog
