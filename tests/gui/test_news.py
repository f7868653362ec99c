"""What a window does with the news that a customer's caution has changed."""

import pytest
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer
from desktop_app.core.errors import DatabaseBusyError
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.verify.caution_bar import CautionBar
from desktop_app.gui.verify.verify_dialog import Stage, VerifyDialog
from tests.gui.fakes import FakeStorage
from tests.gui.main_window_driver import Driver

NUMBER, OTHER = "104233", "108412"
TEXT = "Tried three birthdays"


@pytest.fixture
def driver(
    qtbot: QtBot, desk: Desk, context: Context, storage: FakeStorage, customers: dict[str, Customer]
) -> Driver:
    """A main window in which a customer is selected."""
    driver = Driver(qtbot, desk, storage)
    driver.open(context)
    driver.find(NUMBER)
    driver.wait_for("5 of 5 tries left")
    return driver


@pytest.fixture
def dialog(qtbot: QtBot, context: Context, customers: dict[str, Customer]) -> VerifyDialog:
    dialog = VerifyDialog(context, customers[NUMBER])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def reads(storage: FakeStorage) -> int:
    return storage.calls.count("details")


def shows_caution(dialog: VerifyDialog) -> bool:
    bars = [bar for bar in dialog.findChildren(CautionBar) if bar.isVisible()]
    return any(TEXT in bar.accessibleName() for bar in bars)


def test_only_who_is_shown_is_read_again(
    driver: Driver, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """News of others, true or made up, cost nothing; unclear ones cost one card."""
    before = reads(storage)
    driver.window.follow_news(frozenset({customers[OTHER].id, 4711}))
    assert reads(storage) == before
    storage.put_caution(customers[NUMBER], TEXT, "Lukas Berger")
    driver.window.follow_news(None)
    driver.wait_for(TEXT)
    assert reads(storage) == before + 1


def test_whom_nobody_shows_any_more_is_not_read(driver: Driver, storage: FakeStorage) -> None:
    """After a pause has begun there is nothing on the screen to read again."""
    driver.window.close_profile()
    before = reads(storage)
    driver.window.follow_news(None)
    assert reads(storage) == before


def test_an_open_check_takes_news_of_its_customer_only(
    qtbot: QtBot, dialog: VerifyDialog, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """What is being typed stays, and so does the focus."""
    qtbot.waitUntil(lambda: not dialog.is_busy)
    entry = dialog.findChild(QLineEdit)
    assert isinstance(entry, QLineEdit)
    QTest.keyClicks(entry, "Zeb")
    storage.put_caution(customers[NUMBER], TEXT, "Lukas Berger")
    before = reads(storage)
    dialog.follow_news(frozenset({customers[OTHER].id}))
    assert reads(storage) == before
    dialog.follow_news(frozenset({customers[NUMBER].id}))
    qtbot.waitUntil(lambda: shows_caution(dialog))
    assert len(entry.text()) == 3


def test_news_during_the_opening_are_read_after_it(
    qtbot: QtBot, dialog: VerifyDialog, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """The opening may have read the customer before the caution was there."""
    storage.put_caution(customers[NUMBER], TEXT, "Lukas Berger")
    dialog.follow_news(None)
    qtbot.waitUntil(lambda: shows_caution(dialog))
    qtbot.waitUntil(lambda: reads(storage) == 2)


def test_news_that_cannot_be_read_change_nothing(
    qtbot: QtBot, dialog: VerifyDialog, storage: FakeStorage
) -> None:
    """The check itself tells what does not work."""
    qtbot.waitUntil(lambda: not dialog.is_busy)
    failures = QSignalSpy(dialog._flow.failed)
    storage.failure = DatabaseBusyError()
    before = reads(storage)
    dialog.follow_news(None)
    qtbot.waitUntil(lambda: reads(storage) > before)
    storage.failure = None
    dialog.follow_news(None)
    qtbot.waitUntil(lambda: reads(storage) > before + 1)
    assert failures.count() == 0
    assert dialog.stage in {Stage.TYPING, Stage.REFUSED}
