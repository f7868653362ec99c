"""Customers and journal as CSV: whole, safe in a spreadsheet, and read again unchanged."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.core import customer_export, journal_export
from desktop_app.core.customer_fields import storable
from desktop_app.core.customer_import import ListLayout, ListOptions, inspect_list, read_rows
from desktop_app.core.entities import (
    Customer,
    CustomerDraft,
    EventKind,
    ImportRow,
    JournalEntry,
    JournalQuery,
    RejectedRow,
)
from desktop_app.core.errors import FieldRefusedError
from desktop_app.core.journal_export import Exported
from desktop_app.core.phone_completion import PhoneCompleter
from desktop_app.core.spreadsheet import original_cell, write_rows

WEBER = CustomerDraft(
    number="104233",
    name="Jonas Weber",
    company="Weber IT-Service",
    phones=("+4934375550147", "+496815550142 ext. 12"),
    emails=("j.weber@mulde-it.example", "buero@mulde-it.example"),
    domains=("mulde-it.example", "weber.example"),
    country="DE",
    language="de",
    authorised="Jens Söhne\nInes Albrecht; only invoices",
)
NEWEST = datetime(2026, 11, 22, 14, 7, 3, 456789, tzinfo=UTC)


def customer_of(draft: CustomerDraft) -> Customer:
    return Customer(id=1, **{name: getattr(draft, name) for name in CustomerDraft.__slots__})


def imported(*drafts: CustomerDraft) -> tuple[ListLayout, list[CustomerDraft]]:
    text = io.StringIO(newline="")
    write_rows(text, customer_export.HEADS, map(customer_export.row, map(customer_of, drafts)))
    stream = io.BytesIO(text.getvalue().encode())
    layout = inspect_list(stream, ListOptions())
    rows = list(read_rows(stream, layout, PhoneCompleter()))
    assert not any(isinstance(row, RejectedRow) for row in rows)
    return layout, [row.draft for row in rows if isinstance(row, ImportRow)]


def test_every_exported_field_is_recognised_by_an_import() -> None:
    """The heads lead each column back to the field it came from."""
    layout, _ = imported(WEBER)
    recognised = {customer_export.HEADS[index]: field for index, field in layout.columns}
    assert recognised == {head: head for head in customer_export.HEADS if head != "active"}


@pytest.mark.parametrize(
    "draft",
    [
        WEBER,
        CustomerDraft(number="1"),
        CustomerDraft(number="=1+1", name="@home", company="-10 %", authorised="+1 colleague"),
        CustomerDraft(number="2", name="＋home", company="＠", authorised="－1\n=2\n＝3"),
        CustomerDraft(number="'7", name="O'Hara", company="'=quoted", authorised='"', country="IE"),
        CustomerDraft(number="8", phones=("06851/5550137", "4711")),
        CustomerDraft(number="9", phones=("+390655501234", "+12125550123"), country="IT"),
    ],
    ids=lambda draft: draft.number,
)
def test_exported_customers_are_imported_unchanged(draft: CustomerDraft) -> None:
    """Several values, line ends, quotes and what a spreadsheet would compute all survive."""
    _, drafts = imported(WEBER, draft)
    assert drafts == [WEBER, draft]


@given(st.text(min_size=1), st.text(), st.text(), st.sampled_from(["", "DE", "FR", "US"]))
def test_any_text_that_was_imported_once_survives_the_second_time(
    name: str, company: str, authorised: str, country: str
) -> None:
    """Whatever a field holds after one import is what it holds after export and import."""
    draft = CustomerDraft(
        number="104233", name=name, company=company, authorised=authorised, country=country
    )
    try:
        stored = storable(draft)
    except FieldRefusedError:
        return
    assume(not {stored.name, stored.company, stored.authorised} & {"NULL", "\\N"})
    _, [read] = imported(stored)
    assert read == stored


def entry_of(number: int) -> JournalEntry:
    return JournalEntry(
        id=number,
        sequence=number if number < 3 else None,
        at=NEWEST,
        login="lang",
        person="Tanja Lang",
        workstation="desk-1",
        customer_id=1,
        customer_number="104233",
        customer_name="Anja Müller",
        customer_company="Müller & Söhne",
        kind=EventKind.UNLOCKED,
        outcome="unlocked",
        receipt="VW-7K3F-92QD",
        details={"b": "2", "a": "=1"},
        personal={"reason": "called back"},
    )


class Pages:
    """A journal of so many entries."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.queries: list[JournalQuery] = []

    def entries(self, query: JournalQuery) -> list[JournalEntry]:
        self.queries.append(query)
        newest = self._count if query.before_id is None else query.before_id - 1
        return [entry_of(number) for number in range(newest, max(0, newest - query.limit), -1)]


def test_an_entry_is_one_row_with_everything_in_it() -> None:
    """Each head has its cell; what was not sealed yet has no number."""
    cells = dict(zip(journal_export.HEADS, journal_export.row(entry_of(1)), strict=True))
    assert cells["at"] == "2026-11-22T14:07:03.456789+00:00"
    assert (cells["sequence"], cells["kind"], cells["receipt"]) == ("1", "unlocked", "VW-7K3F-92QD")
    assert (cells["details"], cells["personal"]) == ("a==1\nb=2", "reason=called back")
    assert journal_export.row(entry_of(9))[0] == ""


def test_an_exported_journal_is_read_back_by_any_reader_of_csv() -> None:
    """Line ends inside a cell are quoted, and the escape can be undone."""
    text = io.StringIO(newline="")
    written = journal_export.write_entries(text, [entry_of(2), entry_of(1)])
    assert written == Exported(entries=2, counted_tries=0)
    text.seek(1)
    read = [tuple(original_cell(cell) for cell in row) for row in csv.reader(text)]
    wanted = [
        journal_export.HEADS,
        journal_export.row(entry_of(2)),
        journal_export.row(entry_of(1)),
    ]
    assert read == wanted


def test_tries_that_were_counted_are_told_from_other_entries() -> None:
    """A check has two entries, one for the try and one for its answer: the file keeps both."""
    entries = [
        replace(entry_of(number), kind=kind)
        for number, kind in (
            (3, EventKind.VERDICT),
            (2, EventKind.ATTEMPT),
            (1, EventKind.UNLOCKED),
        )
    ]
    text = io.StringIO(newline="")
    assert journal_export.write_entries(text, entries) == Exported(entries=3, counted_tries=1)
    text.seek(0)
    assert [row["kind"] for row in csv.DictReader(text)] == ["verdict", "attempt", "unlocked"]


def test_every_entry_is_read_page_by_page() -> None:
    """However many there are, none is left out or read twice, and the filters stay."""
    journal = Pages(2_500)
    query = JournalQuery(customer_id=1, limit=3)
    read = [entry.id for entry in journal_export.every_entry(journal.entries, query)]
    assert read == list(range(2_500, 0, -1))
    assert {asked.customer_id for asked in journal.queries} == {1}
    assert len(journal.queries) == 4
