"""What belongs to a person, to the demo and to a locked window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.shortcuts_dialog import ShortcutsDialog
from desktop_app.gui.status_bar import StatusBar
from desktop_app.gui.widgets.search_field import SearchField
from tests.gui.fakes import AGENT, FakeClock, FakeKeys, FakeStorage, session_of
from tests.gui.main_window_driver import Driver, Modifier
from tests.gui.sample_customers import add_sample_checks, add_sample_customers

Key = Qt.Key


@pytest.fixture
def lead(
    qtbot: QtBot, desk: Desk, context: Context, storage: FakeStorage, customers: dict[str, Customer]
) -> Driver:
    driver = Driver(qtbot, desk, storage)
    driver.open(context)
    return driver


@pytest.fixture
def agent(qtbot: QtBot, desk: Desk, clock: FakeClock, keys: FakeKeys) -> Driver:
    storage = FakeStorage(clock, person=AGENT)
    customers = add_sample_customers(storage)
    storage.put_caution(customers["104233"], "Tried three birthdays.", "Tanja Lang")
    driver = Driver(qtbot, desk, storage)
    driver.open(Context(desk, session_of(storage, keys), storage.policies.load()))
    return driver


def bar_of(driver: Driver) -> StatusBar:
    bar = driver.window.findChild(StatusBar)
    assert isinstance(bar, StatusBar)
    return bar


def state_text(driver: Driver) -> str:
    return bar_of(driver)._state.text()


def open_card(driver: Driver, number: str, words: str) -> None:
    driver.find(number)
    driver.wait_for(words)


def test_function_keys_ask_for_a_leads_windows(lead: Driver) -> None:
    """F3, F4 and Shift+F7 act on the selected customer from the search."""
    open_card(lead, "104233", "5 of 5 tries left")
    lead.press(Key.Key_F3)
    lead.press(Key.Key_F4)
    lead.press(Key.Key_F7, Modifier.ShiftModifier)
    assert lead.asked == [
        ("history", "104233"),
        ("set_password", "104233"),
        ("raise_caution", "104233"),
    ]


def test_unlock_is_only_there_for_the_locked(lead: Driver) -> None:
    """For others the button says why, and so does the status bar when F7 is pressed."""
    open_card(lead, "104233", "5 of 5 tries left")
    unlock = lead.button("Unlock…")
    assert not unlock.isEnabled()
    assert unlock.toolTip() == unlock.accessibleDescription() == "Only needed when locked"
    assert "Only needed when locked" not in state_text(lead)
    lead.press(Key.Key_F7)
    assert state_text(lead) == "Only needed when locked"
    assert lead.asked == []
    lead.search.clear()
    open_card(lead, "108412", "Opens again at 14:19")
    lead.press(Key.Key_F7)
    assert lead.asked == [("unlock", "108412")]


def test_nothing_can_be_done_to_nobody(lead: Driver) -> None:
    """Without a selected customer no key asks for anything."""
    for key in (Key.Key_F3, Key.Key_F4, Key.Key_F7):
        lead.press(key)
        assert state_text(lead) == "No customer selected"
        bar_of(lead).set_state("Ready")
    lead.press(Key.Key_Return)
    assert lead.asked == []


def test_a_reason_in_the_status_bar_passes(lead: Driver) -> None:
    """What the window does comes back by itself, at once where it changes."""
    bar = bar_of(lead)
    lead.press(Key.Key_F7)
    assert state_text(lead) == "No customer selected"
    bar._moment.timeout.emit()
    assert state_text(lead) == "Ready"
    lead.press(Key.Key_F7)
    open_card(lead, "104233", "5 of 5 tries left")
    assert state_text(lead).startswith("1 customer, ")


def test_agents_see_what_agents_may_do(agent: Driver) -> None:
    """Verify and the caution are there, the leads' actions are not, not even by key."""
    open_card(agent, "104233", "5 of 5 tries left")
    assert agent.sees("Caution, Tanja Lang, today 14:07 Tried three birthdays.")
    for name in ("Set password…", "Unlock…", "History"):
        assert not agent.has_button(name)
    for key in (Key.Key_F3, Key.Key_F4, Key.Key_F7):
        agent.press(key)
    agent.press(Key.Key_F7, Modifier.ShiftModifier)
    agent.press(Key.Key_Return)
    assert agent.asked == [("raise_caution", "104233"), ("verify", "104233")]
    assert agent.sees("Lukas Berger")
    assert agent.sees("Agent")


def test_locking_takes_customers_off_the_screen(
    lead: Driver, storage: FakeStorage, customers: dict[str, Customer], context: Context
) -> None:
    """Nothing of a customer is left in any widget, and going on starts afresh."""
    add_sample_checks(storage, customers)
    open_card(lead, "mul", "5 of 5 tries left")
    lead.press(Key.Key_L, Modifier.ControlModifier)
    assert lead.asked == [("lock", "")]
    lead.window.close_profile()
    lead.wait_for("Watchword is locked")
    for words in ("Müller", "104233", "Mulder", "Tanja Lang", "VW-"):
        assert not lead.sees(words)
    assert lead.search.text() == ""
    assert lead.shown_numbers() == []
    assert lead.checks().model().rowCount() == 0
    lead.press(Key.Key_F4)
    lead.press(Key.Key_Return)
    assert lead.asked[1:] == [("resume", "")]
    lead.open(context)
    lead.find("mulder")
    assert lead.selected() == "108412"


def test_late_answers_do_not_reach_a_locked_window(lead: Driver, storage: FakeStorage) -> None:
    """What was under way when the window was locked never appears."""
    storage.hold()
    lead.type("mul")
    lead.window.close_profile()
    storage.release()
    lead.wait(lambda: "search m" in storage.calls)
    lead.wait_for("Locked")
    assert lead.shown_numbers() == []


def test_demo_says_whom_to_try(lead: Driver) -> None:
    """The strip names customers with their demo passwords and stays."""
    lead.window.notices.show_demo([("104233", "Anja Müller", "Ahorn 42")])
    assert lead.sees("104233 Anja Müller: Ahorn 42")
    assert not any(
        each.isVisible() and each.accessibleName() == "Dismiss"
        for each in lead.window.findChildren(type(lead.button("Lock")))
    )


def test_notice_is_answered_or_dismissed(lead: Driver) -> None:
    """One quiet line with one button; × takes it away."""
    created: list[bool] = []
    lead.window.notices.show_text("No keyring.", "Create…", lambda: created.append(True))
    lead.button("Create…").click()
    assert created == [True]
    lead.button("Dismiss").click()
    assert not lead.sees("No keyring.")
    lead.window.notices.show_text("No keyring.", "Create…", lambda: None)
    lead.window.notices.hide()
    assert not lead.sees("No keyring.")


def test_f1_shows_all_shortcuts(lead: Driver, qtbot: QtBot) -> None:
    """The list of keys opens over the window, and Esc closes it."""
    lead.press(Key.Key_F1)
    dialog = lead.window.findChild(ShortcutsDialog)
    assert isinstance(dialog, QDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    lead.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: lead.window.findChild(ShortcutsDialog) is None)


def test_copying_the_customer_number(lead: Driver) -> None:
    """The number goes to the clipboard for the ticket."""
    open_card(lead, "104233", "5 of 5 tries left")
    lead.button("Copy the customer number").click()
    assert QApplication.clipboard().text() == "104233"


def test_enter_before_the_profile_is_open_is_kept(
    qtbot: QtBot,
    desk: Desk,
    context: Context,
    storage: FakeStorage,
    customers: dict[str, Customer],
) -> None:
    """With list and card there, and nobody to ask yet: the check opens with the first result."""
    driver = Driver(qtbot, desk, storage)
    with qtbot.waitSignal(driver.window.completed, raising=False, timeout=1):
        pass
    driver.type("104233")
    driver.press(Key.Key_Return)
    assert driver.asked == []
    driver.window.open(context)
    driver.wait(lambda: driver.asked == [("verify", "104233")])


@pytest.mark.usefixtures("customers")
@pytest.mark.parametrize("more", ["", "3"])
def test_enter_in_the_first_picture_is_kept(
    qtbot: QtBot, desk: Desk, context: Context, storage: FakeStorage, more: str
) -> None:
    """Before there is a list at all; typing on takes it back."""
    window = MainWindow(desk, now=storage.clock)
    qtbot.addWidget(window)
    verified: list[str] = []
    window.act_requested.connect(lambda _act, who: verified.append(who.number))
    field = window.findChild(SearchField)
    assert isinstance(field, SearchField)
    QTest.keyClicks(field.edit, "10423" if more else "104233")
    QTest.keyClick(field.edit, Key.Key_Return)
    QTest.keyClicks(field.edit, more)
    window.show()
    window.open(context)
    qtbot.waitUntil(lambda: "search 104233" in storage.calls)
    bar = window.findChild(StatusBar)
    assert isinstance(bar, StatusBar)
    qtbot.waitUntil(lambda: bar._state.text().startswith("1 customer"))
    assert verified == ([] if more else ["104233"])


def test_a_window_that_nobody_sees_yet_comes_up(qtbot: QtBot, desk: Desk) -> None:
    """A window that starts covered or minimised is not painted, and is complete all the same."""
    window = MainWindow(desk)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.completed):
        pass
    assert window.findChild(StatusBar) is not None
