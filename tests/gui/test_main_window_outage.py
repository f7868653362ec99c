"""What the main window does while the database does not answer."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer
from desktop_app.core.errors import DatabaseBusyError, DatabaseMissingError
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


def test_profile_that_cannot_be_opened(qtbot: QtBot, desk: Desk, storage: FakeStorage) -> None:
    """The window stands without a profile, says why, and can ask for another attempt."""
    driver = Driver(qtbot, desk, storage)
    driver.window.show_opening_failure(MISSING)
    assert driver.sees("The database could not be opened. The database file is gone")
    driver.button("Try now").click()
    driver.press(Key.Key_F5)
    assert driver.asked == [("reopen", ""), ("reopen", "")]


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
