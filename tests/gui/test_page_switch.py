"""The pages of the main window: who has them, and what the keys do on each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer, Person, Role
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.journal.journal_page import JournalPage
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.pages import Page, PageMaker, PageName
from tests.gui.fakes import FakeStorage
from tests.gui.main_window_driver import Driver, focused_is

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class NotedPage(Page):
    """A page that notes what it is told."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.told: list[str] = []
        self.label = QLabel(title, self)
        self.label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        QVBoxLayout(self).addWidget(self.label)

    def open(self, context: Context) -> None:
        self.told.append(f"open {context.session.place}")

    def close_profile(self) -> None:
        self.told.append("close")

    def enter(self) -> None:
        self.told.append("enter")
        self.state_changed.emit(f"{self.label.text()} is here")

    def take_focus(self) -> None:
        self.label.setFocus()

    def refresh(self) -> None:
        self.told.append("refresh")

    def move_focus(self, step: int) -> None:
        self.told.append(f"move {step}")


class Pages(Driver):
    """A main window with a team page and a journal that only take notes."""

    def __init__(self, qtbot: QtBot, desk: Desk, storage: FakeStorage) -> None:
        makers = [
            PageMaker(PageName.TEAM, lambda _desk, parent: NotedPage("Team's page", parent)),
            PageMaker(PageName.JOURNAL, lambda _desk, parent: NotedPage("All entries", parent)),
        ]
        window = MainWindow(desk, now=storage.clock, makers=makers)
        super().__init__(qtbot, desk, storage, window=window)

    def page(self, title: str) -> NotedPage:
        found = [each for each in self.window.findChildren(NotedPage) if each.label.text() == title]
        assert len(found) == 1
        return found[0]

    def segments(self) -> list[QRadioButton]:
        return [each for each in self.window.findChildren(QRadioButton) if each.isVisible()]


@pytest.fixture
def pages(
    qtbot: QtBot, context: Context, storage: FakeStorage, customers: dict[str, Customer]
) -> Pages:
    """A lead's window with the sample customers."""
    assert customers
    driver = Pages(qtbot, context.desk, storage)
    driver.open(context)
    return driver


def test_ctrl_and_a_digit_show_a_page(pages: Pages) -> None:
    """The page comes up with the keyboard in it, is told once, and the status bar is its own."""
    pages.press(Key.Key_2, Modifier.ControlModifier)
    team = pages.page("Team's page")
    assert team.isVisible()
    assert focused_is(team.label)
    assert not pages.search.isVisible()
    pages.wait_for("Team's page is here")
    pages.press(Key.Key_3, Modifier.ControlModifier)
    assert not team.isVisible()
    pages.wait_for("All entries is here")
    pages.press(Key.Key_1, Modifier.ControlModifier)
    assert focused_is(pages.search.edit)
    pages.wait_for("Ready")
    pages.press(Key.Key_2, Modifier.ControlModifier)
    assert [each for each in team.told if each != "close"] == [
        "open This workstation",
        "enter",
        "enter",
    ]


def test_control_is_chosen_from_by_arrow_keys(pages: Pages) -> None:
    """The keyboard stays in the control, so that a second press goes one page further."""
    first = next(each for each in pages.segments() if each.text() == "Customers")
    first.setFocus()
    pages.press(Key.Key_Right)
    assert pages.page("Team's page").isVisible()
    pages.press(Key.Key_Right)
    assert pages.page("All entries").isVisible()
    assert [each.text() for each in pages.segments() if each.isChecked()] == ["Journal"]


def test_keys_go_to_the_page_that_is_shown(pages: Pages) -> None:
    """F5 and F6 are the page's; Ctrl+F goes back to the search; Esc leaves its text alone."""
    pages.find("mul")
    pages.press(Key.Key_2, Modifier.ControlModifier)
    team = pages.page("Team's page")
    for key in (Key.Key_F5, Key.Key_F6, Key.Key_Escape):
        pages.press(key)
    assert team.told[-2:] == ["refresh", "move 1"]
    pages.press(Key.Key_F, Modifier.ControlModifier)
    assert focused_is(pages.search.edit)
    assert pages.search.text() == "mul"


def test_ctrl_f_stays_on_a_page_that_has_a_search(
    qtbot: QtBot, context: Context, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """In the journal it is for the next receipt or number, whatever had the keyboard."""
    assert customers
    driver = Driver(qtbot, context.desk, storage)
    driver.open(context)
    driver.press(Key.Key_3, Modifier.ControlModifier)
    page = driver.window.findChild(JournalPage)
    assert isinstance(page, JournalPage)
    driver.wait(lambda: not page.is_busy)
    driver.type("104233")
    driver.wait(lambda: not page.is_busy)
    page.save.setFocus()
    driver.press(Key.Key_F, Modifier.ControlModifier)
    assert focused_is(page.filters.search.edit)
    assert page.filters.search.edit.selectedText() == "104233"


def test_nobody_acts_on_a_customer_out_of_sight(pages: Pages) -> None:
    """F4 on another page changes nothing for the customer who is selected in the hidden list."""
    pages.find("104233")
    pages.press(Key.Key_2, Modifier.ControlModifier)
    pages.press(Key.Key_F4)
    assert pages.asked == []
    pages.wait_for("Choose the customer on the page “Customers” first")
    pages.press(Key.Key_1, Modifier.ControlModifier)
    pages.press(Key.Key_F4)
    assert pages.asked == [("set_password", "104233")]


@pytest.mark.usefixtures("customers")
def test_agents_have_the_customers_only(
    qtbot: QtBot, context: Context, storage: FakeStorage
) -> None:
    """No control, no menu entries, no keys."""
    storage.person = Person("agent", "Lukas Berger", Role.AGENT)
    driver = Pages(qtbot, context.desk, storage)
    driver.open(context)
    driver.press(Key.Key_2, Modifier.ControlModifier)
    assert driver.segments() == []
    assert driver.window.findChildren(NotedPage) == []
    assert driver.search.isVisible()


def test_locking_takes_the_page_off_the_screen(pages: Pages, context: Context) -> None:
    """Closed with the profile; the customers come first when it is opened again."""
    pages.press(Key.Key_2, Modifier.ControlModifier)
    team = pages.page("Team's page")
    pages.window.close_profile()
    assert team.told[-1] == "close"
    assert not team.isVisible()
    assert pages.segments() == []
    pages.window.open(context)
    assert team.told[-1] == "open This workstation"
    assert pages.search.isVisible()
    assert pages.segments()


def test_a_search_from_elsewhere_shows_the_customers(pages: Pages) -> None:
    """A new customer's number or a call that comes in is not searched out of sight."""
    pages.press(Key.Key_3, Modifier.ControlModifier)
    pages.window.search_for("104233")
    pages.wait_fresh()
    assert pages.selected() == "104233"


def test_what_another_window_has_changed_is_read_again(
    pages: Pages, customers: dict[str, Customer]
) -> None:
    """The page that is shown is refreshed and keeps the keyboard."""
    pages.press(Key.Key_2, Modifier.ControlModifier)
    team = pages.page("Team's page")
    pages.window.refresh_customer(customers["104233"].id)
    assert team.told[-1] == "refresh"
    assert focused_is(team.label)
    pages.press(Key.Key_F5)
    assert team.told[-1] == "refresh"
