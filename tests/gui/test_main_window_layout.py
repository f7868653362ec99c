"""The main window in every size, and what it remembers."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer
from desktop_app.core.preferences import SchemeChoice
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.customers.customer_bar import CustomerBar
from desktop_app.gui.customers.customer_card import CustomerCard
from desktop_app.gui.customers.customer_header import CustomerHeader
from desktop_app.gui.customers.customer_model import Column, CustomerModel
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.window_layout import NewButton, layout_for
from tests.gui.fakes import FakeStorage
from tests.gui.main_window_driver import Driver

Key = Qt.Key


@pytest.mark.parametrize(
    ("width", "wide", "card", "button"),
    [
        (1180, True, True, NewButton.WORDS),
        (1040, True, True, NewButton.WORDS),
        (1039, False, True, NewButton.ICON),
        (860, False, True, NewButton.ICON),
        (859, False, False, NewButton.ICON),
        (700, False, False, NewButton.ICON),
        (699, False, False, NewButton.NONE),
    ],
)
def test_what_there_is_room_for(width: int, *, wide: bool, card: bool, button: NewButton) -> None:
    """Parts go one after the other as the window gets less wide."""
    layout = layout_for(width, 760, 1.0)
    assert (layout.wide, layout.card, layout.new_button) == (wide, card, button)


def test_large_text_needs_a_larger_window() -> None:
    """At 200 % text size a full window has the room of half of it."""
    assert layout_for(1180, 760, 2.0) == layout_for(590, 380, 1.0)
    assert layout_for(1180, 619, 1.0).small
    assert not layout_for(1180, 620, 1.0).small


@pytest.fixture
def filled(context: Context, customers: dict[str, Customer]) -> Context:
    """A desk at which a database with customers is open."""
    return context


def visible(driver: Driver, kind: type[QWidget]) -> bool:
    part = driver.window.findChild(kind)
    return isinstance(part, QWidget) and part.isVisible()


def test_narrow_window_has_a_bar_and_its_card_on_demand(
    qtbot: QtBot, filled: Context, storage: FakeStorage
) -> None:
    """Rows take two lines; "Details" shows the card in the list's place, Esc goes back."""
    driver = Driver(qtbot, filled.desk, storage, (560, 680))
    driver.open(filled)
    driver.find("mul")
    driver.wait_for("104233, 5 of 5 tries left")
    assert driver.table.rowHeight(0) == 48
    assert driver.table.isColumnHidden(Column.COMPANY)
    assert not visible(driver, CustomerCard)
    driver.button("Details").click()
    assert visible(driver, CustomerCard)
    assert not visible(driver, CustomerBar)
    assert not driver.table.isVisible()
    driver.press(Key.Key_Escape)
    assert driver.table.isVisible()
    assert driver.search.text() == "mul"
    driver.press(Key.Key_Return)
    assert driver.asked == [("verify", "104233")]


def test_layout_follows_the_windows_size(
    qtbot: QtBot, filled: Context, storage: FakeStorage
) -> None:
    """Phone column, card and hints come and go while the window is resized."""
    driver = Driver(qtbot, filled.desk, storage)
    driver.open(filled)
    driver.find("mul")
    assert not driver.table.isColumnHidden(Column.PHONE)
    assert driver.has_button("New customer")
    driver.window.resize(960, 540)
    qtbot.waitUntil(lambda: driver.table.isColumnHidden(Column.PHONE))
    assert visible(driver, CustomerCard)
    assert driver.table.rowHeight(0) == 38
    assert not driver.has_button("New customer")
    driver.wait_for("Matches, today 09:14")
    driver.window.resize(600, 700)
    qtbot.waitUntil(lambda: not visible(driver, CustomerCard))
    driver.window.resize(1180, 760)
    qtbot.waitUntil(lambda: not driver.table.isColumnHidden(Column.PHONE))
    assert driver.table.rowHeight(0) == 38


def test_smallest_window(qtbot: QtBot, desk: Desk, storage: FakeStorage) -> None:
    """560 by 480 is possible, and nothing asks for more."""
    driver = Driver(qtbot, desk, storage, (300, 300))
    assert driver.window.size() == QSize(560, 480)
    assert driver.window.minimumSizeHint().width() <= 560


@pytest.mark.parametrize("factor", [1.5, 2.0])
def test_large_text_makes_rows_taller(
    qapp: QApplication, qtbot: QtBot, filled: Context, storage: FakeStorage, factor: float
) -> None:
    """The system's text size makes rows higher, it cuts nothing off."""
    appearance = Appearance(
        qapp, choice=SchemeChoice.LIGHT, high_contrast=False, text_factor=factor
    )
    large = Desk(appearance, filled.desk.tasks, filled.desk.preferences)
    driver = Driver(qtbot, large, storage, (1180, 760))
    driver.open(Context(large, filled.session, filled.policy))
    driver.find("mul")
    assert driver.table.rowHeight(0) >= round(38 * factor)
    assert driver.search.height() >= round(48 * factor)
    bar = driver.window.menuBar()
    for action in (each for each in bar.actions() if each.isVisible()):
        assert bar.rect().contains(bar.actionGeometry(action)), action.text()


def test_the_text_size_changes_while_a_window_is_open(
    qtbot: QtBot, filled: Context, storage: FakeStorage
) -> None:
    """Rows and fields grow and shrink again, as in a window that was opened with that size."""
    appearance = filled.desk.appearance
    driver = Driver(qtbot, filled.desk, storage, (1180, 760))
    driver.open(filled)
    driver.find("mul")
    appearance.set_text_factor(2.0)
    qtbot.waitUntil(lambda: driver.table.rowHeight(0) >= 76)
    assert driver.search.height() >= 96
    assert driver.window.menuBar().height() >= 70
    appearance.set_text_factor(1.0)
    qtbot.waitUntil(lambda: driver.table.rowHeight(0) == 38)
    assert driver.window.menuBar().height() < 40


def test_right_to_left(
    qapp: QApplication, qtbot: QtBot, filled: Context, storage: FakeStorage
) -> None:
    """In languages that read from the right the card stands at the left."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        driver = Driver(qtbot, filled.desk, storage)
        driver.open(filled)
        driver.find("mul")
        card = driver.window.findChild(CustomerCard)
        assert isinstance(card, CustomerCard)
        left = card.mapTo(driver.window, QPoint(0, 0)).x()
        assert left < driver.table.mapTo(driver.window, QPoint(0, 0)).x()
        driver.window.grab()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_geometry_is_remembered(qtbot: QtBot, desk: Desk, storage: FakeStorage) -> None:
    """The next window is as large as the last one was."""
    first = Driver(qtbot, desk, storage, (700, 600))
    first.window.close()
    window = MainWindow(desk)
    qtbot.addWidget(window)
    assert window.size() == QSize(700, 600)


def header(appearance: Appearance, qtbot: QtBot) -> CustomerHeader:
    header = CustomerHeader(appearance)
    header.setModel(CustomerModel(header))
    qtbot.addWidget(header)
    header.resize(824, 31)
    header.arrange()
    return header


def test_columns_are_remembered(appearance: Appearance, qtbot: QtBot) -> None:
    """Widths and hidden columns survive, whatever there is room for meanwhile."""
    first = header(appearance, qtbot)
    first.resizeSection(Column.NAME, 222)
    menu = QMenu()
    qtbot.addWidget(menu)
    phone = next(each for each in first.column_actions(menu) if each.text() == "Phone")
    phone.setChecked(False)
    second = header(appearance, qtbot)
    second.set_room(frozenset({Column.COMPANY}), two_lines=False)
    second.restore(first.saved())
    second.set_room(frozenset(), two_lines=False)
    assert second.sectionSize(Column.NAME) == 222
    assert second.isSectionHidden(Column.PHONE)
    assert not second.isSectionHidden(Column.COMPANY)


@pytest.mark.parametrize(
    "saved", ["", "null", "[]", '{"widths": 3}', '{"widths": {"x": 1}, "hidden": ["number", "y"]}']
)
def test_nonsense_is_not_restored(appearance: Appearance, qtbot: QtBot, saved: str) -> None:
    """What is no column state changes nothing; the number can never be hidden."""
    fresh = header(appearance, qtbot)
    before = fresh.saved()
    fresh.restore(saved)
    assert fresh.saved() == before
    assert not fresh.isSectionHidden(Column.NUMBER)
