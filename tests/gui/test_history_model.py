"""The lines of a history: what stands for what, which are wanted, and the days they fall on."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop_app.core.entities import Answer, Customer, EventKind, JournalEntry
from desktop_app.gui.journal.history_model import ROW_ROLE, HistoryModel, HistoryRow
from desktop_app.gui.journal.history_pages import (
    PAGE_LINES,
    HistoryLine,
    HistoryQuestion,
    LineKind,
    Show,
    read_page,
)
from desktop_app.gui.texts.journal_sentences import EntryWords
from tests.gui.fakes import FakeClock, FakeStorage
from tests.gui.sample_history import add_sample_history


@pytest.fixture
def customer(storage: FakeStorage, customers: dict[str, Customer]) -> Customer:
    storage.forget_entries()
    return customers["104233"]


def titles(storage: FakeStorage, question: HistoryQuestion) -> list[str]:
    return [line.words.title for line in read_page(storage.journal, question).lines]


def put(
    storage: FakeStorage, customer: Customer, kind: EventKind, attempt: str, receipt: str
) -> None:
    outcome = Answer.MATCHES if kind is EventKind.VERDICT else "charged"
    storage.put_entry(
        kind,
        outcome,
        customer,
        at=storage.clock(),
        person="Lukas Berger",
        receipt=receipt,
        details={"attempt": attempt},
    )


@pytest.mark.parametrize(
    ("show", "text", "expected"),
    [
        (Show.CHECKS, "", "Matches,Matches,Does not match,Does not match,No telephone password"),
        (Show.PASSWORD, "", "Password set,Password set"),
        (Show.LOCKS, "", "Unlocked,Locked"),
        (Show.ALL, "okafor", "Locked,Does not match"),
        (Show.CHECKS, " OKAFOR ", "Does not match"),
        (Show.ALL, "vw 3mo8 64hm", "Does not match"),
        (Show.ALL, "551", ""),
        (Show.ALL, "6851 555", "Password set"),
        (Show.ALL, "nobody", ""),
    ],
)
def test_lines_are_filtered_by_kind_and_by_what_they_say(
    storage: FakeStorage, customer: Customer, show: Show, text: str, expected: str
) -> None:
    """Segments choose kinds; the search looks for receipts, persons and words on screen."""
    add_sample_history(storage, customer)
    question = HistoryQuestion(customer.id, show, text)
    assert ",".join(titles(storage, question)) == expected


def test_only_this_customers_entries_are_read(
    storage: FakeStorage, customer: Customer, customers: dict[str, Customer]
) -> None:
    """Somebody else's history is empty."""
    add_sample_history(storage, customer)
    assert titles(storage, HistoryQuestion(customers["104871"].id)) == []


def test_an_attempt_stands_in_its_verdict(storage: FakeStorage, customer: Customer) -> None:
    """What was answered is one line; what was not is a line of its own."""
    for attempt in ("lost", "answered"):
        put(storage, customer, EventKind.ATTEMPT, attempt, "VW-0000-000A")
    put(storage, customer, EventKind.VERDICT, "answered", "VW-0000-000B")
    lines = read_page(storage.journal, HistoryQuestion(customer.id)).lines
    assert [line.kind for line in lines] == [LineKind.ENTRY, LineKind.UNANSWERED]
    checks = read_page(storage.journal, HistoryQuestion(customer.id, Show.CHECKS)).lines
    assert checks == lines


def test_pages_go_on_where_the_last_one_ended(storage: FakeStorage, customer: Customer) -> None:
    """Every check is one line, also where its attempt and its verdict fall on two pages."""
    put(storage, customer, EventKind.UNLOCKED, "", "VW-0000-000A")
    for number in range(5 * PAGE_LINES):
        put(storage, customer, EventKind.ATTEMPT, str(number), "VW-0000-000B")
        put(storage, customer, EventKind.VERDICT, str(number), "VW-0000-000C")
    put(storage, customer, EventKind.UNLOCKED, "", "VW-0000-000D")
    question = HistoryQuestion(customer.id)
    page = read_page(storage.journal, question)
    count = len(page.lines)
    assert PAGE_LINES <= count < 2 * PAGE_LINES
    while page.before_id is not None:
        page = read_page(storage.journal, question, page)
        count += len(page.lines)
        assert {line.kind for line in page.lines} == {LineKind.ENTRY}
    assert count == 5 * PAGE_LINES + 2
    searched = read_page(storage.journal, question, until_receipt="VW-0000-000A")
    assert searched.lines[-1].receipt == "VW-0000-000A"


def test_the_model_is_a_sound_list(clock: FakeClock) -> None:
    """Qt's own tester finds nothing while lines are set, added and taken away."""
    model = HistoryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_lines([line(clock, 0), line(clock, 0)], clock())
    model.append([line(clock, 0), line(clock, 1)])
    model.append([])
    assert model.rowCount() == 4
    assert model.rowCount(model.index(0)) == 0
    model.set_lines([], clock())
    assert model.rowCount() == 0


def line(clock: FakeClock, days_ago: int, receipt: str = "VW-7K3F-92QD") -> HistoryLine:
    entry = JournalEntry(
        id=1,
        sequence=1,
        at=clock() - timedelta(days=days_ago),
        login="berger",
        person="Lukas Berger",
        workstation="desk-1",
        customer_id=1,
        customer_number="104233",
        customer_name="",
        customer_company="",
        kind=EventKind.VERDICT,
        outcome=Answer.MATCHES,
        receipt=receipt,
    )
    return HistoryLine(entry, LineKind.ENTRY, EntryWords("Matches", "Lukas Berger"))


def rows_of(model: HistoryModel) -> list[tuple[str, bool, bool]]:
    rows = [model.index(place).data(ROW_ROLE) for place in range(model.rowCount())]
    assert all(isinstance(row, HistoryRow) for row in rows)
    return [(row.head, row.joins_above, row.joins_below) for row in rows]


def test_days_have_heads_and_their_lines_are_joined(clock: FakeClock) -> None:
    """The first line of a day carries its name; lines added later join the day they belong to."""
    model = HistoryModel()
    model.set_lines([line(clock, 0), line(clock, 1)], clock())
    assert rows_of(model) == [("Today", False, False), ("Yesterday", False, False)]
    model.append([line(clock, 1), line(clock, 400, "VW-0000-0001")])
    assert rows_of(model) == [
        ("Today", False, False),
        ("Yesterday", False, True),
        ("", True, False),
        ("18 October 2025", False, False),
    ]
    assert model.row_of("VW-0000-0001") == 3
    assert model.row_of("VW-9999-9999") is None


def test_a_screen_reader_is_told_the_whole_line(clock: FakeClock) -> None:
    """Day, time, words and receipt in reading order."""
    model = HistoryModel()
    model.set_lines([line(clock, 0), line(clock, 0)], clock())
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(role) == "Today. 14:07, Matches. Lukas Berger. VW-7K3F-92QD"
    assert model.index(1).data(role) == "14:07, Matches. Lukas Berger. VW-7K3F-92QD"
