"""The form of one customer, by keyboard only."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer, EventKind, JournalQuery
from desktop_app.core.errors import DiskFullError
from desktop_app.gui.context import Context
from desktop_app.gui.customers.conflict_dialog import ConflictDialog
from desktop_app.gui.customers.customer_form import CustomerForm
from desktop_app.gui.verify.key_guard import GUARD_MS
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.fields import ChoiceField, FormField, OptionRow
from tests.gui.fakes import FakeStorage

Open = Callable[..., CustomerForm]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_form(qtbot: QtBot, context: Context, customers: dict[str, Customer]) -> Open:
    def build(number: str | None = None) -> CustomerForm:
        form = CustomerForm(context, customers[number] if number else None)
        qtbot.addWidget(form)
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        return form

    return build


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def type_in(text: str) -> None:
    QTest.keyClicks(focused(), text)


def save(qtbot: QtBot, form: CustomerForm) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not form.is_busy)


def refusals(form: CustomerForm) -> dict[str, str]:
    fields = form.findChildren(FormField)
    return {each.editor.accessibleName(): each.message for each in fields if each.message}


def bars(form: CustomerForm) -> list[str]:
    return [bar.accessibleName() for bar in form.findChildren(AmberBar) if bar.isVisible()]


def test_a_new_customer_is_typed_from_field_to_field(
    qtbot: QtBot, open_form: Open, storage: FakeStorage
) -> None:
    """Every field is reached with Tab in reading order; numbers are completed with the country."""
    form = open_form()
    saved = QSignalSpy(form.saved)
    values = (
        *("200001", "Eva Klein", "Klein Druck", "Germ", "Germ"),
        *("06851 5550177, 0171 5550188", "eva@example.org; post@example.org", "klein.example"),
        "Max Klein",
    )
    for value in values:
        type_in(value)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)  # no longer an active customer
    save(qtbot, form)
    stored = storage.customers.find_number("200001")
    assert stored == Customer(
        id=stored.id,
        number="200001",
        name="Eva Klein",
        company="Klein Druck",
        phones=("+4968515550177", "+491715550188"),
        emails=("eva@example.org", "post@example.org"),
        domains=("klein.example",),
        country="DE",
        language="de",
        authorised="Max Klein",
        active=False,
    )
    assert saved.at(0)[0] == stored
    assert not form.isVisible()


def test_enter_goes_to_the_next_field(open_form: Open) -> None:
    """Enter saves nothing by itself."""
    form = open_form()
    first = focused()
    press(Qt.Key.Key_Return)
    assert focused() is not first
    assert focused().accessibleName() == "Name"
    assert form.isVisible()


def test_a_customer_without_a_number_is_refused_at_the_number(
    qtbot: QtBot, open_form: Open
) -> None:
    """The reason stands below the field, which gets the focus; typing takes it away."""
    form = open_form()
    press(Qt.Key.Key_Tab)
    type_in("Eva Klein")
    save(qtbot, form)
    sentence = "This field must not be empty. Nothing was saved."
    assert refusals(form) == {"Customer number": sentence}
    assert focused().accessibleName() == "Customer number"
    type_in("2")
    assert refusals(form) == {}


def test_a_number_that_is_taken_is_refused_at_the_number(qtbot: QtBot, open_form: Open) -> None:
    """Two customers never share a number."""
    form = open_form()
    type_in("104233")
    save(qtbot, form)
    assert refusals(form)["Customer number"].startswith("Another customer has the number 104233.")


def test_an_edited_customer_keeps_what_was_not_touched(
    qtbot: QtBot, open_form: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """Only the company changes."""
    form = open_form("104233")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    type_in("Neue GmbH")
    save(qtbot, form)
    before = customers["104233"]
    assert storage.customers.get(before.id) == replace(before, company="Neue GmbH")
    entries = storage.journal.entries(JournalQuery(kinds=(EventKind.CUSTOMER_CHANGED,)))
    assert len(entries) == 1


def test_somebody_elses_change_is_not_overwritten(
    qtbot: QtBot, open_form: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """It is shown first, as it is; behind it the typed text stays, and both are there in the end.

    A name is not read as HTML where it is shown.
    """
    form = open_form("104233")
    before = customers["104233"]
    storage.customers.change(before, replace(before, name="Anja <b>Neumann</b>"))
    type_in("999999")
    save(qtbot, form)
    dialog = form.findChild(ConflictDialog)
    assert isinstance(dialog, ConflictDialog)
    assert storage.customers.get(before.id).name == "Anja <b>Neumann</b>"
    hints = {row.toolTip() for row in dialog.findChildren(OptionRow)}
    assert "<qt>Anja &lt;b&gt;Neumann&lt;/b&gt;</qt>" in hints
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not form.isVisible())
    stored = storage.customers.get(before.id)
    assert (stored.name, stored.number) == ("Anja <b>Neumann</b>", "999999")


def test_two_people_who_changed_the_same_are_no_conflict(
    qtbot: QtBot, open_form: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """Nobody is asked which of two equal numbers holds."""
    form = open_form("104233")
    before = customers["104233"]
    storage.customers.change(before, replace(before, number="999999"))
    type_in("999999")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not form.isVisible())
    assert form.findChild(ConflictDialog) is None


def test_a_failure_keeps_everything_for_another_try(
    qtbot: QtBot, open_form: Open, storage: FakeStorage
) -> None:
    """A full disk loses no typed text."""
    form = open_form()
    type_in("200001")
    storage.failure = DiskFullError()
    save(qtbot, form)
    assert bars(form)[0].startswith("Not saved. What you typed is still here. The disk is full.")
    storage.failure = None
    save(qtbot, form)
    assert storage.customers.find_number("200001").number == "200001"


def test_esc_asks_where_something_was_changed(qtbot: QtBot, open_form: Open) -> None:
    """A form as it was opened closes at once."""
    form = open_form("104233")
    press(Qt.Key.Key_Tab)
    type_in("x")
    press(Qt.Key.Key_Escape)
    assert bars(form) == ["Discard what was typed? Esc goes back."]
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Escape)
    assert bars(form) == []
    assert form.isVisible()
    press(Qt.Key.Key_Escape)
    QTest.keyClick(focused(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert not form.isVisible()
    other = open_form("104233")
    press(Qt.Key.Key_Escape)
    assert not other.isVisible()


def test_choices_are_named_by_their_labels(open_form: Open) -> None:
    """A screen reader tells apart two fields that are both "Not known"."""
    form = open_form()
    interfaces = [
        QAccessible.queryAccessibleInterface(choice) for choice in form.findChildren(ChoiceField)
    ]
    names = [each.text(QAccessible.Text.Name) for each in interfaces]
    values = [each.text(QAccessible.Text.Value) for each in interfaces]
    assert names == ["Country", "Language"]
    assert values == ["Not known", "Not known"]
    for each in interfaces:
        assert each.role() is QAccessible.Role.ComboBox
        assert each.childCount() == 1
        assert each.child(0).role() is QAccessible.Role.List


def test_the_countries_open_below_their_field(qtbot: QtBot, open_form: Open) -> None:
    """Two hundred names scroll in a short list, each with room for a finger."""
    form = open_form()
    country = form.findChildren(ChoiceField)[0]
    country.showPopup()
    names = country.view()
    qtbot.waitUntil(names.isVisible)
    below = country.mapToGlobal(country.rect().bottomLeft()).y()
    assert names.mapToGlobal(names.rect().topLeft()).y() >= below
    assert names.height() < form.height()
    assert names.sizeHintForRow(0) >= 24
    country.hidePopup()


def test_tab_stops_at_nothing_without_a_name(qtbot: QtBot, open_form: Open) -> None:
    """The area that scrolls is no stop; every stop says what it is."""
    open_form()
    first = focused()
    stops = [first]
    while len(stops) < 50:
        press(Qt.Key.Key_Tab)
        if focused() is first:
            break
        stops.append(focused())
    assert not any(isinstance(each, QScrollArea) for each in stops)
    names = [
        QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in stops
    ]
    assert all(names)


def test_page_keys_scroll_what_has_no_stop(qtbot: QtBot, open_form: Open) -> None:
    """Text between the fields is reached without a pointer."""
    form = open_form()
    form.resize(form.minimumSize())
    area = form.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_a_country_that_is_not_in_the_list_survives_an_edit(
    qtbot: QtBot, open_form: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """Nothing is lost because a list is short."""
    before = customers["104233"]
    rare = replace(before, country="ZZ")
    storage.customers.change(before, rare)
    customers["104233"] = rare
    form = open_form("104233")
    type_in("104234")
    save(qtbot, form)
    assert storage.customers.get(before.id).country == "ZZ"


def test_countries_stand_in_the_order_of_their_names(open_form: Open) -> None:
    """Typing a country's first letters finds it; the stored value is its ISO code."""
    form = open_form()
    choice = form.findChildren(QComboBox)[0]
    names = [choice.itemText(row) for row in range(1, choice.count())]
    assert names == sorted(names)
    assert choice.itemData(choice.findText("Switzerland")) == "CH"
