"""Preparing a notice: the mail program, one of several addresses, or a letter."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer
from desktop_app.core.errors import PrintingFailedError
from desktop_app.gui.context import Desk
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.notices.notice import LONGEST_LINK, Notice, NoticeKind
from desktop_app.gui.notices.notice_dialog import NoticeDialog
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from tests.gui.by_keyboard import focused, go_to, press, says, shown

Key = Qt.Key
AT = datetime(2026, 11, 22, 14, 7).astimezone(UTC)
CUSTOMER = Customer(
    id=1,
    number="104233",
    name="Anja Müller",
    emails=("anja@example.org", "office@example.org"),
    language="de",
)


class Outside:
    """The mail program and the printer; each can be missing."""

    def __init__(self) -> None:
        self.links: list[QUrl] = []
        self.letters: list[str] = []
        self.has_mail = True
        self.prints = True

    def open_url(self, link: QUrl) -> bool:
        self.links.append(link)
        return self.has_mail

    def print_page(self, _parent: QWidget, _title: str, html: str) -> Callable[[], None]:
        def job() -> None:
            if not self.prints:
                raise PrintingFailedError(0)
            document = QTextDocument()
            document.setHtml(html)
            self.letters.append(document.toPlainText())

        return job


@pytest.fixture
def outside() -> Outside:
    return Outside()


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    assert tasks.close()


Open = Callable[[Customer], NoticeDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, appearance: Appearance, tasks: Tasks, outside: Outside) -> Open:
    def build(customer: Customer) -> NoticeDialog:
        dialog = NoticeDialog(
            Desk(appearance, tasks, Preferences()),
            Notice(NoticeKind.BLOCKED, customer, AT),
            open_url=outside.open_url,
            print_page=outside.print_page,
        )
        shown(qtbot, dialog)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return dialog

    return build


def test_one_of_several_addresses_is_chosen(open_dialog: Open, outside: Outside) -> None:
    """By arrow and Enter; the notice is seen as it will be, in the customer's language."""
    dialog = open_dialog(CUSTOMER)
    assert "Ihr Telefon-Passwort ist gesperrt" in says(dialog)
    assert "zuletzt am 22. November 2026 um 14:07 Uhr" in dialog._preview.toPlainText()
    assert focused().accessibleName() == "To"
    press(Key.Key_Down)
    go_to("Open mail program")
    press(Key.Key_Space)
    (link,) = outside.links
    assert link.scheme() == "mailto"
    assert link.path() == "office@example.org"
    assert "Handed to the mail program" in says(dialog)


def test_a_single_address_needs_no_choice(open_dialog: Open, outside: Outside) -> None:
    """Space opens the mail program."""
    open_dialog(replace(CUSTOMER, emails=("anja@example.org",)))
    press(Key.Key_Space)
    assert outside.links[0].path() == "anja@example.org"


def test_without_an_address_there_is_a_letter(
    qtbot: QtBot, open_dialog: Open, outside: Outside
) -> None:
    """The mail program is off and says why; the letter has the focus."""
    dialog = open_dialog(replace(CUSTOMER, emails=()))
    assert "it can only go as a letter" in says(dialog)
    assert dialog._mail.toolTip() == "There is no e-mail address on file"
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: "Handed to the printer" in says(dialog))
    assert outside.links == []
    assert "Guten Tag Anja Müller," in outside.letters[0]


def test_a_missing_mail_program_is_told(open_dialog: Open, outside: Outside) -> None:
    """With what can be done instead."""
    outside.has_mail = False
    dialog = open_dialog(replace(CUSTOMER, emails=("anja@example.org",)))
    press(Key.Key_Space)
    assert "No mail program could be opened." in dialog.failure_text


def test_a_link_that_is_too_long_is_not_tried(open_dialog: Open, outside: Outside) -> None:
    """Windows would cut it in the middle of a sentence."""
    dialog = open_dialog(replace(CUSTOMER, emails=("a" * LONGEST_LINK,)))
    press(Key.Key_Space)
    assert outside.links == []
    assert "too long for a mail program" in dialog.failure_text


def test_a_printer_that_fails_is_told(qtbot: QtBot, open_dialog: Open, outside: Outside) -> None:
    """And may be tried again."""
    outside.prints = False
    dialog = open_dialog(replace(CUSTOMER, emails=()))
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: "The printer takes nothing" in dialog.failure_text)
    outside.prints = True
    go_to("Print as a letter…")
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: "Handed to the printer" in says(dialog))
