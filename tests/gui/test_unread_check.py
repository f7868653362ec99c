"""A verification dialog that is closed before its answer has come."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer, Verdict
from desktop_app.core.errors import DatabaseBusyError
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.verify.verify_dialog import VerifyDialog
from desktop_app.gui.verify.verify_flow import VerifyFlow
from desktop_app.gui.widgets.banner import VerdictBanner
from desktop_app.gui.windows import Windows
from tests.gui.fakes import FakeKeys, FakeStorage
from tests.gui.main_window_driver import Driver

RIGHT, WRONG = "Ahorn 42", "Birke 17"
NOTICE = "The check of 104233 was ended unread"
CloseDuring = Callable[[str], None]


@pytest.fixture
def driver(
    qtbot: QtBot, desk: Desk, storage: FakeStorage, keys: FakeKeys, customers: dict[str, Customer]
) -> Driver:
    storage.put_password(customers["104233"], RIGHT, keys)
    return Driver(qtbot, desk, storage)


@pytest.fixture
def windows(driver: Driver, context: Context) -> Windows:
    windows = Windows(driver.window)
    windows.open(context)
    driver.open(context)
    return windows


@pytest.fixture
def close_during(driver: Driver, windows: Windows, storage: FakeStorage) -> CloseDuring:
    """Type into the check of 104233 and close its window while the database is at it."""

    def close(typed: str) -> None:
        driver.find("104233")
        driver.wait_for("5 of 5 tries left")
        driver.press(Qt.Key.Key_Return)
        driver.wait(lambda: bool(dialogs(driver)) and not dialogs(driver)[0].is_busy)
        [dialog] = dialogs(driver)
        driver.wait(dialog.isActiveWindow)
        storage.hold()
        driver.type(typed)
        driver.press(Qt.Key.Key_Return)
        assert dialog.is_busy
        dialog.close()
        driver.wait(lambda: not dialogs(driver))

    return close


def dialogs(driver: Driver) -> list[VerifyDialog]:
    return [each for each in driver.window.findChildren(VerifyDialog) if each.isVisible()]


def is_quiet(driver: Driver, windows: QObject) -> bool:
    """Whether nothing but the notice is left: no answer anywhere, no flow."""
    banners = [each for each in QApplication.allWidgets() if isinstance(each, VerdictBanner)]
    return not banners and not windows.findChildren(VerifyFlow)


def test_a_wrong_try_is_shown_and_told(
    driver: Driver, windows: Windows, storage: FakeStorage, close_during: CloseDuring
) -> None:
    """The check runs to its end: the card shows what is left, a quiet line says why."""
    close_during(WRONG)
    assert not driver.sees(NOTICE)
    storage.release()
    driver.wait_for(f"{NOTICE}; its try is on record. Check again before you give any information.")
    driver.wait_for("4 of 5 tries left")
    driver.wait(lambda: is_quiet(driver, windows))
    assert storage.calls.count("submit") == 1


def test_a_match_is_not_given_away(
    driver: Driver, windows: Windows, storage: FakeStorage, close_during: CloseDuring
) -> None:
    """The same words as after a wrong one, and no answer in any window."""
    close_during(RIGHT)
    storage.release()
    driver.wait_for(f"{NOTICE}; its try is on record. Check again before you give any information.")
    driver.wait(lambda: is_quiet(driver, windows))


def test_a_check_that_failed_says_whether_it_counts(
    driver: Driver,
    windows: Windows,
    storage: FakeStorage,
    close_during: CloseDuring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without an answer there is nothing on record to look up."""

    def busy(_attempt: UUID) -> Verdict:
        raise DatabaseBusyError

    monkeypatch.setattr(storage.credentials, "result", busy)
    close_during(WRONG)
    storage.release()
    driver.wait_for(f"{NOTICE} and has no answer. This try was counted.")
    driver.wait(lambda: is_quiet(driver, windows))


def test_a_pause_stays_silent(
    driver: Driver, windows: Windows, storage: FakeStorage, close_during: CloseDuring
) -> None:
    """Nothing of a customer comes up on a window that was locked meanwhile."""
    close_during(WRONG)
    windows.close()
    driver.window.close_profile()
    storage.release()
    driver.wait(lambda: is_quiet(driver, windows))
    assert not driver.sees("104233")


def test_what_was_no_password_is_not_told(
    driver: Driver, windows: Windows, storage: FakeStorage, close_during: CloseDuring
) -> None:
    """Nothing was counted and nothing happened."""
    close_during(" . ")
    storage.release()
    driver.wait(lambda: is_quiet(driver, windows))
    assert "submit" not in storage.calls
    assert not driver.sees(NOTICE)
