"""What the main window does while the database does not answer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer, SearchResult
from desktop_app.core.errors import DatabaseBusyError, DatabaseMissingError, WatchwordError
from desktop_app.core.server_errors import LoginRefusedError
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.retry import RetryCountdown
from tests.gui.fakes import FakeStorage
from tests.gui.main_window_driver import Driver

Key = Qt.Key
MISSING = DatabaseMissingError("/data/watchword.db")


@pytest.fixture
def driver(
    qtbot: QtBot, desk: Desk, context: Context, storage: FakeStorage, customers: dict[str, Customer]
) -> Driver:
    driver = Driver(qtbot, desk, storage)
    driver.open(context)
    driver.find("mul")
    driver.wait_for("5 of 5 tries left")
    return driver


def break_down(driver: Driver, storage: FakeStorage) -> None:
    storage.failure = MISSING
    driver.press(Key.Key_F5)
    driver.wait_for("No answer from the database since")


def raising(error: WatchwordError) -> Callable[..., SearchResult]:
    def search(_text: str, _limit: int = 0) -> SearchResult:
        raise error

    return search


def test_failure_is_explained_and_results_stay(driver: Driver, storage: FakeStorage) -> None:
    """The amber bar says what happened; the list stays readable, every action is off."""
    break_down(driver, storage)
    assert driver.sees("The database file is gone: /data/watchword.db")
    assert driver.sees("Not connected")
    assert driver.sees("Results from")
    assert len(driver.shown_numbers()) == 12
    for name in ("Verify caller", "Set password…", "Unlock…", "History", "New customer"):
        button = driver.button(name)
        assert not button.isEnabled()
        assert button.toolTip() == "Not possible without the database"
    driver.press(Key.Key_Return)
    driver.press(Key.Key_F4)
    assert driver.asked == []


def test_try_now_brings_everything_back(driver: Driver, storage: FakeStorage) -> None:
    """F5 tries at once; with the first answer the bar goes and the actions come back."""
    break_down(driver, storage)
    storage.failure = None
    driver.press(Key.Key_F5)
    driver.wait(lambda: not driver.sees("No answer from the database"))
    driver.wait_fresh()
    assert not driver.sees("Not connected")
    driver.press(Key.Key_Return)
    assert driver.asked == [("verify", "104233")]


def test_the_window_tries_by_itself(driver: Driver, storage: FakeStorage) -> None:
    """When the countdown ends the database is asked again without anybody's help."""
    break_down(driver, storage)
    storage.failure = None
    countdown = driver.window.findChild(RetryCountdown)
    assert isinstance(countdown, RetryCountdown)
    assert countdown.seconds_left > 0
    countdown.due.emit()
    driver.wait(lambda: not driver.sees("No answer from the database"))


def test_waits_between_tries_grow(qtbot: QtBot) -> None:
    """Several failed calls of one try count once, and each failed try makes the wait longer."""
    countdown = RetryCountdown()
    waits = []
    for _ in range(7):
        countdown.failed()
        countdown.failed()
        waits.append(countdown.seconds_left)
        countdown.pause()
    assert waits == [3, 5, 10, 20, 30, 30, 30]
    countdown.stop()
    countdown.failed()
    assert countdown.seconds_left == 3
    countdown.stop()


def test_a_changed_search_keeps_old_results_greyed(driver: Driver, storage: FakeStorage) -> None:
    """Results of another text are not taken for an answer, and Enter does nothing with them."""
    storage.failure = DatabaseBusyError()
    driver.type("d")
    driver.wait_for("Another program keeps the database locked")
    assert len(driver.shown_numbers()) == 12
    driver.press(Key.Key_Return)
    assert driver.asked == []


def test_rows_of_another_search_say_so(driver: Driver, storage: FakeStorage) -> None:
    """Above the old rows stands whose they are; typing the old text, or an answer, ends it."""
    break_down(driver, storage)
    assert not driver.sees("Results for")
    driver.type("de")
    driver.wait_for("Results for “mul” from 14:07. “mulde” could not be searched yet.")
    driver.press(Key.Key_Backspace)
    driver.wait_for("“muld” could not be searched yet.")
    driver.press(Key.Key_Backspace)
    driver.wait(lambda: not driver.sees("Results for"))
    driver.type("d")
    driver.wait_for("“muld” could not be searched yet.")
    storage.failure = None
    driver.press(Key.Key_F5)
    driver.wait(lambda: not driver.sees("could not be searched yet"))
    assert driver.shown_numbers() == ["108412", "105890"]
    assert driver.sees("Tim Mulder")


def test_spaces_make_no_other_search(driver: Driver, storage: FakeStorage) -> None:
    """Rows found for the same words are those of what is typed."""
    break_down(driver, storage)
    driver.type(" ")
    driver.wait(lambda: "search mul " in storage.calls)
    driver.wait_for("Next try in")
    assert not driver.sees("Results for")


def test_a_search_without_any_rows_says_that_it_waits(
    qtbot: QtBot, desk: Desk, context: Context, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """The checks of today are no answer to what is typed above them."""
    driver = Driver(qtbot, desk, storage)
    driver.open(context)
    break_down(driver, storage)
    driver.type("mul")
    driver.wait_for("“mul” could not be searched yet.")
    driver.press(Key.Key_Escape)
    driver.wait(lambda: not driver.sees("could not be searched"))


def test_nobody_found_before_is_not_taken_for_an_answer(
    driver: Driver, storage: FakeStorage
) -> None:
    """That nobody matched an earlier text says nothing about this one."""
    driver.type("zzz")
    driver.wait_for("No customer matches “mulzzz”")
    break_down(driver, storage)
    for _ in "zzz":
        driver.press(Key.Key_Backspace)
    driver.wait_for("Results for “mulzzz” from 14:07. “mul” could not be searched yet.")


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F4, Key.Key_F3], ids=lambda key: key.name)
def test_no_key_takes_a_customer_of_another_search(
    driver: Driver, storage: FakeStorage, monkeypatch: pytest.MonkeyPatch, key: Qt.Key
) -> None:
    """The search alone fails while the rest answers: what is asked for waits for its own rows."""
    search = storage.customers.search
    with monkeypatch.context() as broken:
        broken.setattr(storage.customers, "search", raising(DatabaseBusyError()))
        driver.type("de")
        driver.wait_for("“mulde” could not be searched yet.")
        driver.press(Key.Key_F5)
        driver.wait_for("Next try in")
        driver.press(key)
        assert driver.asked == []
        assert driver.sees("Not connected")
    assert storage.customers.search == search
    driver.press(Key.Key_F5)
    driver.wait(lambda: driver.shown_numbers() == ["108412", "105890"])
    driver.press(key)
    driver.wait(lambda: bool(driver.asked))
    assert {number for _act, number in driver.asked} == {"108412"}


def test_profile_that_cannot_be_opened(qtbot: QtBot, desk: Desk, storage: FakeStorage) -> None:
    """The window stands without a profile, says why, and can ask for another attempt."""
    driver = Driver(qtbot, desk, storage)
    driver.window.show_opening_failure(MISSING)
    assert driver.sees("The database could not be opened. The database file is gone")
    driver.button("Try now").click()
    driver.press(Key.Key_F5)
    assert driver.asked == [("reopen", ""), ("reopen", "")]


def test_ways_on_from_a_refused_login(qtbot: QtBot, desk: Desk, storage: FakeStorage) -> None:
    """A new invitation always, and the menu entry that hands over only where there is one."""
    driver = Driver(qtbot, desk, storage)
    driver.window.show_opening_failure(LoginRefusedError("berger"))
    assert driver.sees("join with a new invitation, or quit.")
    with qtbot.waitSignal(driver.window.join_requested):
        driver.button("Join a team…").click()
    driver.window.set_switching(possible=True)
    assert driver.sees("let somebody else take over (File, Switch person…), or quit.")
    driver.window.close_profile()
    assert not driver.has_button("Join a team…")


def test_opening_after_a_failure(
    qtbot: QtBot, desk: Desk, context: Context, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """Once the profile opens, the bar is gone."""
    driver = Driver(qtbot, desk, storage)
    driver.window.show_opening_failure(MISSING)
    driver.open(context)
    assert not driver.sees("could not be opened")
    assert driver.sees("Ready")


def test_failing_from_the_start_page(
    qtbot: QtBot, desk: Desk, context: Context, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """Without a search the start page is what fails and what comes back."""
    driver = Driver(qtbot, desk, storage)
    driver.open(context)
    break_down(driver, storage)
    storage.failure = None
    driver.press(Key.Key_F5)
    driver.wait(lambda: not driver.sees("No answer from the database"))
    assert driver.sees("Ready")
