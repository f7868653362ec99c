"""Searching in the main window, by keyboard only."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Answer, Customer, LastCheck
from desktop_app.core.errors import DatabaseBusyError
from desktop_app.core.preferences import SchemeChoice
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.customers.customer_model import Column
from desktop_app.gui.texts import sentences
from desktop_app.gui.widgets.progress_line import ProgressLine
from tests.gui.fakes import AGENT, FakeClock, FakeKeys, FakeStorage, session_of
from tests.gui.main_window_driver import Driver, Modifier
from tests.gui.sample_customers import add_sample_checks, add_sample_customers

Key = Qt.Key
Customers = dict[str, Customer]


@pytest.fixture
def driver(
    qtbot: QtBot, desk: Desk, context: Context, storage: FakeStorage, customers: Customers
) -> Driver:
    driver = Driver(qtbot, desk, storage)
    driver.open(context)
    return driver


def test_what_is_typed_before_a_profile_is_open_is_searched(
    qtbot: QtBot, desk: Desk, context: Context, storage: FakeStorage, customers: Customers
) -> None:
    """The window takes keys at once; the search follows when there is a database."""
    driver = Driver(qtbot, desk, storage)
    driver.type("mulder")
    assert storage.calls[-1:] != ["search mulder"]
    driver.window.open(context)
    driver.wait_fresh()
    assert driver.selected() == "108412"


def test_first_hit_is_selected_and_its_card_shown(driver: Driver) -> None:
    """Typing is enough to see who it is and how the password stands."""
    driver.find("mul")
    assert driver.selected() == "104233"
    assert len(driver.shown_numbers()) == 12
    driver.wait_for("5 of 5 tries left")
    for words in ("Anja Müller", "+49 6851 5550137", "Also allowed to call: Jens Söhne"):
        assert driver.sees(words)
    assert driver.sees("Set 12 Mar 2025 by Tanja Lang")
    assert driver.sees("VW-5HJ2-08KC")
    assert driver.sees("12 customers, ")


def test_keys_move_in_the_results_and_the_caret_stays(driver: Driver) -> None:
    """↑ ↓ PgDn Home End choose a customer while the search keeps the keyboard."""
    driver.find("mul")
    driver.press(Key.Key_Down)
    assert driver.selected() == driver.shown_numbers()[1]
    driver.press(Key.Key_End)
    assert driver.selected() == driver.shown_numbers()[-1]
    driver.press(Key.Key_Home)
    driver.press(Key.Key_Up)
    assert driver.selected() == driver.shown_numbers()[0]
    driver.press(Key.Key_PageDown)
    assert driver.selected() != driver.shown_numbers()[0]
    assert QApplication.focusWidget() is driver.search.edit
    assert driver.search.text() == "mul"


def test_enter_verifies_the_selected_customer(driver: Driver) -> None:
    """Enter asks for the check of the selected customer, once."""
    driver.find("mul")
    driver.press(Key.Key_Down)
    second = driver.selected()
    driver.press(Key.Key_Return)
    assert driver.asked == [("verify", second)]


@pytest.mark.parametrize(
    ("key", "act"),
    [(Key.Key_Return, "verify"), (Key.Key_F4, "set_password"), (Key.Key_F3, "history")],
    ids=str,
)
def test_keys_wait_for_fresh_results(
    driver: Driver, storage: FakeStorage, key: Qt.Key, act: str
) -> None:
    """No key ever takes a customer of an earlier search."""
    driver.find("mul")
    storage.hold()
    driver.type("d")
    driver.press(key)
    assert driver.asked == []
    storage.release()
    driver.wait(lambda: bool(driver.asked))
    assert driver.asked == [(act, "108412")]


def test_typing_on_takes_a_waiting_enter_back(driver: Driver, storage: FakeStorage) -> None:
    """An Enter that waits is forgotten once the search is changed."""
    driver.find("mul")
    storage.hold()
    driver.type("d")
    driver.press(Key.Key_Return)
    driver.press(Key.Key_Backspace)
    storage.release()
    driver.wait(lambda: len(driver.shown_numbers()) == 12 and driver.sees(" ms"))
    assert driver.asked == []


def test_only_the_newest_text_is_searched(driver: Driver, storage: FakeStorage) -> None:
    """While one search runs, only the last of the following ones is kept."""
    storage.hold()
    driver.type("mulder")
    storage.release()
    driver.wait_fresh()
    searches = [call for call in storage.calls if call.startswith("search")]
    assert searches == ["search m", "search mulder"]


def test_slow_search_greys_the_old_results(driver: Driver, storage: FakeStorage) -> None:
    """After a moment a thin line says that newer results are on their way; the old ones stay."""
    driver.find("mul")
    line = driver.window.findChild(ProgressLine)
    assert isinstance(line, ProgressLine)
    assert not line.is_moving
    storage.hold()
    driver.type("d")
    driver.wait(lambda: line.is_moving)
    assert len(driver.shown_numbers()) == 12
    storage.release()
    driver.wait(lambda: driver.shown_numbers() == ["108412", "105890"])
    assert not line.is_moving


def test_late_results_do_not_move_a_users_selection(driver: Driver, storage: FakeStorage) -> None:
    """A customer chosen while a search runs stays chosen when it is answered."""
    driver.find("mul")
    storage.hold()
    driver.type("d")
    for _ in range(4):
        driver.press(Key.Key_Down)
    assert driver.selected() == "108412"
    storage.release()
    driver.wait(lambda: driver.shown_numbers() == ["108412", "105890"])
    assert driver.selected() == "108412"


def test_a_chosen_customer_that_is_gone_is_replaced_by_nobody(
    driver: Driver, storage: FakeStorage
) -> None:
    """Where the chosen customer is no hit any more, no other takes the place."""
    driver.find("mul")
    storage.hold()
    driver.type("d")
    driver.press(Key.Key_Down)
    storage.release()
    driver.wait(lambda: driver.shown_numbers() == ["108412", "105890"])
    assert driver.selected() == ""
    driver.press(Key.Key_Return)
    assert driver.asked == []


def test_refreshing_keeps_the_selection(driver: Driver, storage: FakeStorage) -> None:
    """F5 reads everything again and changes nobody's place."""
    driver.find("mul")
    driver.press(Key.Key_Down)
    chosen = driver.selected()
    before = len(storage.calls)
    driver.press(Key.Key_F5)
    driver.wait(lambda: "search mul" in storage.calls[before:])
    driver.wait_fresh()
    assert driver.selected() == chosen


def test_esc_leaves_sorting_then_clears(driver: Driver) -> None:
    """Esc goes back to the ranking first, then to the start page."""
    driver.find("mul")
    ranked = driver.shown_numbers()
    driver.table.header.sectionClicked.emit(Column.NUMBER)
    assert driver.shown_numbers() == sorted(ranked)
    driver.press(Key.Key_Escape)
    assert driver.shown_numbers() == ranked
    assert driver.search.text() == "mul"
    driver.press(Key.Key_Escape)
    assert driver.search.text() == ""
    driver.wait_for("No customer selected")
    assert driver.sees("Ready")


def test_second_click_on_a_head_turns_the_order(driver: Driver) -> None:
    """The same head again sorts the other way round."""
    driver.find("mul")
    for _ in range(2):
        driver.table.header.sectionClicked.emit(Column.NUMBER)
    assert driver.shown_numbers() == sorted(driver.shown_numbers(), reverse=True)


def test_nobody_matches(driver: Driver) -> None:
    """An empty result says what was searched, and a lead can add the customer."""
    driver.type("Xylander")
    driver.wait_for("No customer matches “Xylander”")
    assert driver.sees("Searched for: xylander")
    driver.button("New customer…").click()
    assert driver.asked == [("new_customer", "")]


def test_agents_are_not_offered_a_new_customer(
    qtbot: QtBot, desk: Desk, clock: FakeClock, keys: FakeKeys
) -> None:
    """What a role can never do is not shown."""
    storage = FakeStorage(clock, person=AGENT)
    driver = Driver(qtbot, desk, storage)
    driver.window.open(Context(desk, session_of(storage, keys), storage.policies.load()))
    driver.wait_for("There are no customers yet")
    driver.type("Xylander")
    driver.wait_for("No customer matches")
    assert not driver.has_button("New customer…")
    assert not driver.has_button("New customer")
    driver.press(Key.Key_N, Modifier.ControlModifier)
    assert driver.asked == []


def test_head_of_the_checks_stands_clear_of_its_line(
    qtbot: QtBot, desk: Desk, context: Context, storage: FakeStorage, customers: Customers
) -> None:
    """Its height holds in a small window too, and after a change of the theme."""
    add_sample_checks(storage, customers)
    driver = Driver(qtbot, desk, storage)
    driver.window.resize(960, 540)
    driver.open(context)
    desk.appearance.set_choice(SchemeChoice.DARK)
    QApplication.processEvents()
    (title,) = [
        label
        for label in driver.window.findChildren(QLabel)
        if label.text() == "Your last checks today"
    ]
    assert title.height() > title.sizeHint().height()


@pytest.mark.parametrize(
    ("region", "written"), [("C", "11,000"), ("en_GB", "11,000"), ("de_DE", "11.000")]
)
def test_large_numbers_are_grouped(region: str, written: str) -> None:
    """As the region does it; a system without a region groups as well."""
    before = QLocale()
    QLocale.setDefault(QLocale(region))
    try:
        assert sentences.grouped(11_000) == written
    finally:
        QLocale.setDefault(before)


def test_start_page_shows_own_checks_and_opens_them(
    qtbot: QtBot, desk: Desk, context: Context, storage: FakeStorage, customers: Customers
) -> None:
    """The checks of today are there before typing; ↓ and Enter open one."""
    add_sample_checks(storage, customers)
    driver = Driver(qtbot, desk, storage)
    driver.open(context)
    assert driver.checks().model().rowCount() == 5
    assert driver.sees("Start typing to search 13 customers.")
    driver.press(Key.Key_Down)
    driver.press(Key.Key_Down)
    driver.press(Key.Key_Return)
    driver.wait_fresh()
    assert driver.search.text() == "100377"
    assert driver.selected() == "100377"
    assert driver.asked == []


NOBODY_YET = "There are no customers yet"


@pytest.fixture
def empty(qtbot: QtBot, desk: Desk, context: Context, storage: FakeStorage) -> Driver:
    """A window over a database without customers."""
    driver = Driver(qtbot, desk, storage)
    driver.window.open(context)
    driver.wait_for(NOBODY_YET)
    return driver


def come_back(driver: Driver) -> None:
    """Work in another window and come back to this one."""
    other = QWidget()
    driver.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    driver.wait(other.isActiveWindow)
    driver.window.activateWindow()
    driver.wait(driver.window.isActiveWindow)
    other.close()


@pytest.mark.parametrize("notice", ["coming back", "a while", "clearing the search"])
def test_customers_that_somebody_else_brings_are_noticed(
    empty: Driver, storage: FakeStorage, notice: str
) -> None:
    """An import beside the open window ends what the start page says of an empty list."""
    add_sample_customers(storage)
    match notice:
        case "coming back":
            come_back(empty)
        case "a while":
            empty.window.look_for_customers()
        case _:
            empty.find("mul")
            empty.press(Key.Key_Escape)
    empty.wait_for("Start typing to search 13 customers.")
    assert not empty.sees(NOBODY_YET)


def test_a_start_page_with_customers_asks_no_more(driver: Driver, storage: FakeStorage) -> None:
    """Nothing is read where nothing on the screen can be wrong in a way that matters."""
    asked = storage.calls.count("count")
    come_back(driver)
    driver.window.look_for_customers()
    driver.find("mul")
    assert storage.calls.count("count") == asked


def test_an_empty_list_is_not_asked_for_during_an_outage(
    empty: Driver, storage: FakeStorage
) -> None:
    """The tries of the outage do that already."""
    storage.failure = DatabaseBusyError()
    empty.press(Key.Key_F5)
    empty.wait_for("Next try in")
    asked = storage.calls.count("own_checks")
    come_back(empty)
    empty.window.look_for_customers()
    assert storage.calls.count("own_checks") == asked


def test_an_agent_is_told_who_brings_customers(
    qtbot: QtBot, desk: Desk, keys: FakeKeys, clock: FakeClock
) -> None:
    """A command that the role may not use is no advice."""
    storage = FakeStorage(clock, person=AGENT)
    driver = Driver(qtbot, desk, storage)
    driver.window.open(Context(desk, session_of(storage, keys), storage.policies.load()))
    driver.wait_for(f"{NOBODY_YET}. A team lead imports or adds them.")


def test_typing_in_the_list_goes_to_the_search(driver: Driver) -> None:
    """F6 reaches the list; letters typed there belong to the search."""
    driver.find("mul")
    driver.press(Key.Key_F6)
    assert QApplication.focusWidget() is driver.table
    driver.press(Key.Key_Down)
    driver.type("d")
    assert QApplication.focusWidget() is driver.search.edit
    assert driver.search.text() == "muld"


def test_f6_walks_through_the_areas(driver: Driver) -> None:
    """Search, list, card and back again, in both directions."""
    driver.find("mul")
    driver.wait_for("5 of 5 tries left")
    driver.press(Key.Key_F6)
    driver.press(Key.Key_F6)
    assert driver.window.focusWidget() not in (driver.table, driver.search.edit)
    driver.press(Key.Key_F6)
    assert QApplication.focusWidget() is driver.search.edit
    driver.press(Key.Key_F6, Modifier.ShiftModifier)
    driver.press(Key.Key_F6, Modifier.ShiftModifier)
    assert QApplication.focusWidget() is driver.table


def test_enter_in_the_list_verifies(driver: Driver) -> None:
    """The list acts on Enter as the search does."""
    driver.find("mul")
    driver.press(Key.Key_F6)
    driver.press(Key.Key_Return)
    assert driver.asked == [("verify", "104233")]


def test_ctrl_f_selects_the_search(driver: Driver) -> None:
    """Ctrl+F makes ready for the next caller."""
    driver.find("mul")
    driver.press(Key.Key_F6)
    driver.press(Key.Key_F, Modifier.ControlModifier)
    assert driver.search.edit.selectedText() == "mul"


def test_another_window_may_search(driver: Driver) -> None:
    """A call that comes in is searched as if it had been typed."""
    driver.window.search_for("103991")
    driver.wait_fresh()
    assert driver.selected() == "103991"


def test_a_colleagues_pause_is_not_said_to_be_the_readers(
    driver: Driver, storage: FakeStorage, customers: Customers
) -> None:
    """The last verification on the card is whoever's it was."""
    last = LastCheck(Answer.PAUSED, storage.clock(), "Otto Other", "VW-0000-0001")
    storage.put_last_check(customers["104233"], last)
    driver.find("104233")
    driver.wait_for("Otto Other")
    assert driver.sees("Checks paused")
    assert not driver.sees("Your checks pause")


def test_a_change_elsewhere_is_shown(
    driver: Driver, storage: FakeStorage, customers: Customers
) -> None:
    """After a dialog the card and the list show what it has changed."""
    driver.find("104233")
    driver.wait_for("Telephone password: set")
    storage.credentials.remove(customers["104233"].id, "asked for it")
    driver.window.refresh_customer(customers["104233"].id)
    driver.wait_for("None on file")
    assert driver.table.model().index(0, Column.PASSWORD).data() == "None"
