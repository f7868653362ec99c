"""The models of the customer list and of a person's checks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop_app.core.entities import (
    Answer,
    Customer,
    HitKind,
    OwnCheck,
    PasswordState,
    SearchHit,
    SearchResult,
)
from desktop_app.gui.customers.customer_model import UNSORTED, Column, CustomerModel
from desktop_app.gui.customers.found_rows import FoundRows, rows_of
from desktop_app.gui.customers.own_checks import OwnChecksModel
from tests.gui.fakes import FakeClock, FakeStorage

Role = Qt.ItemDataRole
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def found(storage: FakeStorage, customers: dict[str, Customer]) -> FoundRows:
    return rows_of(storage.customers.search("mul"))


def numbers(model: QAbstractItemModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_model_keeps_qts_rules(qapp: object, found: FoundRows) -> None:
    """Filling, sorting and clearing break none of the rules that views rely on."""
    model = CustomerModel()
    tester = QAbstractItemModelTester(model, STRICT)
    model.set_rows(found)
    for column in Column:
        model.sort(column, Qt.SortOrder.DescendingOrder)
    model.sort(UNSORTED)
    model.set_rows(FoundRows("x", "x", (), more=False))
    model.clear()
    assert tester.model() is model


def test_a_caution_that_came_up_is_in_the_row(
    qapp: object, found: FoundRows, customers: dict[str, Customer]
) -> None:
    """It is spoken with the row, stays when the list is sorted, and goes again; others stay."""
    model = CustomerModel()
    tester = QAbstractItemModelTester(model, STRICT)
    model.set_rows(found)
    about = found.rows[1].customer.id
    before = [row.caution for row in model.rows]
    model.set_caution(about, has_caution=True)
    model.set_caution(17, has_caution=True)
    model.sort(Column.NAME)
    model.sort(UNSORTED)
    assert model.index(1, Column.NUMBER).data(Role.AccessibleTextRole).endswith(", caution")
    model.set_caution(about, has_caution=False)
    assert [row.caution for row in model.rows] == before
    assert tester.model() is model


def test_checks_model_keeps_qts_rules(
    qapp: object, customers: dict[str, Customer], clock: FakeClock
) -> None:
    """The list of own checks breaks none of the rules either, and reads as one sentence."""
    model = OwnChecksModel()
    tester = QAbstractItemModelTester(model, STRICT)
    model.set_checks((OwnCheck(clock.today_at(9, 14), customers["104233"], Answer.MATCHES),))
    spoken = model.index(0, 0).data(Role.AccessibleTextRole)
    assert spoken.endswith("104233, Anja Müller, Müller & Söhne Webdesign GmbH, Matches")
    model.set_checks(())
    assert tester.model() is model


def test_rows_are_in_rank_order_until_sorted(qapp: object, found: FoundRows) -> None:
    """Sorting by a head orders the rows, and leaving it brings the ranking back."""
    model = CustomerModel()
    model.set_rows(found)
    ranked = numbers(model)
    model.sort(Column.NUMBER, Qt.SortOrder.AscendingOrder)
    assert numbers(model) == sorted(ranked)
    assert model.sorted_by == Column.NUMBER
    model.sort(Column.NUMBER, Qt.SortOrder.DescendingOrder)
    assert numbers(model) == sorted(ranked, reverse=True)
    model.sort(UNSORTED)
    assert numbers(model) == ranked


def test_state_sorts_by_urgency(qapp: object, found: FoundRows) -> None:
    """What needs somebody's attention comes first."""
    model = CustomerModel()
    model.set_rows(found)
    model.sort(Column.PASSWORD)
    states = [model.index(row, Column.PASSWORD).data() for row in range(model.rowCount())]
    assert states[:2] == ["Locked", "None"]
    assert states[-1] == "Set"


def test_sorting_keeps_a_place_on_its_customer(qapp: object, found: FoundRows) -> None:
    """A selection moves along with its customer when the rows are sorted."""
    model = CustomerModel()
    model.set_rows(found)
    place = QPersistentModelIndex(model.index(0, 0))
    model.sort(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert place.data() == "104233"


def test_row_is_spoken_as_a_whole(qapp: object, found: FoundRows) -> None:
    """The first cell of a row tells a screen reader everything the row shows."""
    model = CustomerModel()
    model.set_rows(found)
    spoken = model.index(0, Column.NUMBER).data(Role.AccessibleTextRole)
    assert spoken == (
        "104233, Anja Müller, Müller & Söhne Webdesign GmbH, +49 6851 5550137,"
        " anja@mueller-soehne.example, telephone password: set"
    )
    chip = model.index(0, Column.PASSWORD).data(Role.AccessibleTextRole)
    assert chip == "Telephone password: set"


def test_found_phone_is_the_one_that_is_shown(customers: dict[str, Customer]) -> None:
    """Of several numbers the list shows the one that the search met."""
    customer = replace(customers["104233"], phones=("+4968515550137", "+4917612345678"))
    hit = SearchHit(customer, HitKind.PHONE, PasswordState.SET, caution=False)
    rows = rows_of(SearchResult("0176 1234", (hit,), more=False))
    assert rows.rows[0].phone.text == "+49 176 12345678"
    assert rows.rows[0].phone.marks


def test_hits_without_a_column_are_kept(found: FoundRows) -> None:
    """An e-mail that was met is there to be shown after the company."""
    weber = found.rows[-1]
    assert weber.number.text == "105890"
    assert not weber.name.marks
    assert not weber.company.marks
    assert [each.text for each in weber.elsewhere] == ["j.weber@mulde-it.example"]
