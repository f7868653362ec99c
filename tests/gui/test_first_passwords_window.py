"""First passwords for many, by keyboard: choose, make, print; and what stays when it ends early."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPdfWriter, QTextDocument
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QScrollArea, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import (
    Answer,
    Customer,
    CustomerDraft,
    EventKind,
    JournalQuery,
    PasswordState,
)
from desktop_app.core.errors import (
    KeyringLockedError,
    PrintingFailedError,
    StorageError,
)
from desktop_app.core.first_passwords import FirstPasswords
from desktop_app.core.secret import Secret
from desktop_app.core.suggestions import Suggester
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.desktop.printing import PrintOut, pdf_of, print_all
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.password.first_passwords_window import FirstPasswordsWindow, Stage
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.verify.key_guard import GUARD_MS
from tests.gui.by_keyboard import focused, go_to, press, says, shown
from tests.gui.fakes import FakeKeys, FakeStorage, session_of

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
REASON = "Introduction of telephone passwords"
DRAFTS = (
    CustomerDraft(number="100", name="Anna Müller", country="DE", language="de"),
    CustomerDraft(number="200", name="Ben <i>Baker</i>", company="Baker & Sons", language="en"),
    CustomerDraft(number="300", name="Carla Conti", country="AT"),
    CustomerDraft(number="400", name="Gone Away", active=False),
)


_SUGGESTED = re.compile(r"^[A-Z][a-z]+ [A-Z][a-z]+ [1-9][1-9]$", re.MULTILINE)


class Printer:
    """Takes letters instead of paper; ``fails_after`` so many, or is not chosen at all."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.fails_after: int | None = None
        self.is_chosen = True

    def __call__(self, _parent: QWidget, _title: str) -> PrintOut | None:
        return self._print if self.is_chosen else None

    def _print(self, documents: Iterable[str]) -> None:
        for html in documents:
            if len(self.letters) == self.fails_after:
                raise PrintingFailedError(len(self.letters))
            document = QTextDocument()
            document.setHtml(html)
            self.letters.append(document.toPlainText())

    def passwords(self) -> list[str]:
        """What stands in the letters in the form of a suggestion, two words and a number."""
        return [_SUGGESTED.findall(letter)[0] for letter in self.letters]


@pytest.fixture
def storage() -> FakeStorage:
    storage = FakeStorage()
    for draft in DRAFTS:
        storage.customers.add(draft)
    return storage


@pytest.fixture
def printer() -> Printer:
    return Printer()


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    assert tasks.close()


Open = Callable[[], FirstPasswordsWindow]


@pytest.fixture
def desk(appearance: Appearance, tasks: Tasks) -> Desk:
    return Desk(appearance, tasks, Preferences())


@pytest.fixture
def open_window(
    qtbot: QtBot, desk: Desk, storage: FakeStorage, printer: Printer, tmp_path: Path
) -> Open:
    keys = FakeKeys()
    session = session_of(storage, keys)
    context = Context(desk, session, storage.policies.load())
    first = FirstPasswords(
        storage.first_passwords, storage.credentials, storage.policies, keys, Suggester()
    )

    def build() -> FirstPasswordsWindow:
        window = FirstPasswordsWindow(
            context,
            first,
            ask_for_printer=printer,
            ask_for_file=lambda _parent, name: tmp_path / name,
        )
        shown(qtbot, window)
        qtbot.waitUntil(lambda: "customers chosen" in says(window) or "No customer" in says(window))
        return window

    return build


def customer(storage: FakeStorage, number: str) -> Customer:
    return storage.customers.find_number(number)


def state(storage: FakeStorage, number: str) -> PasswordState:
    return storage.customers.details(customer(storage, number).id).standing.state


def make(qtbot: QtBot, window: FirstPasswordsWindow) -> None:
    """Give the reason and let the passwords be made."""
    field = go_to("Reason")
    QTest.keyClicks(field, REASON)
    press(Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: window.stage not in {Stage.CHOOSING, Stage.MAKING}, timeout=20_000)


def wait_over(qtbot: QtBot, window: FirstPasswordsWindow) -> None:
    qtbot.waitUntil(lambda: window.stage is Stage.OVER)


# --- the whole way -------------------------------------------------------------------------------


def test_at_large_text_the_list_and_its_search_are_whole(
    qtbot: QtBot, open_window: Open, appearance: Appearance
) -> None:
    """Where the screen has no room for the whole form it scrolls; nothing lies over a field."""
    appearance.set_text_factor(2.0)
    window = open_window()
    window.resize(window.minimumSize())
    search, area = focused(), window.findChild(QScrollArea)
    table = window.findChild(QTableView)
    assert isinstance(area, QScrollArea)
    assert isinstance(table, QTableView)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert search.height() >= search.sizeHint().height()
    above = search.mapTo(window, search.rect().bottomLeft()).y()
    assert above < table.mapTo(window, QPoint()).y()
    assert table.viewport().height() >= 3 * table.rowHeight(0)


def test_everybody_without_a_password_gets_a_letter(
    qtbot: QtBot, storage: FakeStorage, printer: Printer, open_window: Open
) -> None:
    """By keyboard alone: the reason, Ctrl+Enter, Enter; each password matches its customer only."""
    window = open_window()
    changes = QSignalSpy(window.changed)
    assert "3 customers chosen" in says(window)
    make(qtbot, window)
    assert window.stage is Stage.MADE
    assert "3 passwords are saved." in says(window)
    assert changes.count() == 1
    press(Key.Key_Return)
    wait_over(qtbot, window)
    assert "Look whether every page has come out." in says(window)
    assert [state(storage, number) for number in ("100", "200", "300", "400")] == [
        PasswordState.SET, PasswordState.SET, PasswordState.SET, PasswordState.NONE,
    ]  # fmt: skip
    german, english, other = printer.letters
    assert "Anna Müller" in german
    assert "Guten Tag Anna Müller," in german
    assert "Es gilt bis zum 20. Januar 2027" in german
    assert "Baker & Sons\u2028Ben <i>Baker</i>" in english or "Ben <i>Baker</i>" in english
    assert "It is valid until 20 January 2027" in english
    assert "Hello Carla Conti," in other
    words = printer.passwords()
    assert len(set(words)) == 3
    for number, word in zip(("100", "200", "300"), words, strict=True):
        verify = session_of(storage, FakeKeys()).verify
        challenge = verify.open(customer(storage, number).id)
        assert verify.check(challenge, Secret(word)).verdict.answer is Answer.MATCHES
    entries = storage.journal.entries(JournalQuery(kinds=(EventKind.PASSWORD_SET,)))
    assert [entry.personal["reason"] for entry in entries] == [REASON] * 3


def test_no_password_is_shown_or_put_on_the_clipboard(
    qtbot: QtBot, printer: Printer, open_window: Open
) -> None:
    """Not while it is made, nor before or after the printing."""
    window = open_window()
    make(qtbot, window)
    before = says(window)
    press(Key.Key_Return)
    wait_over(qtbot, window)
    for word in printer.passwords():
        assert word not in before
        assert word not in says(window)
        assert word not in QGuiApplication.clipboard().text()
    assert window._letters == []


# --- choosing ------------------------------------------------------------------------------------


def test_the_list_is_filtered_and_ticks_are_taken_with_space(
    qtbot: QtBot, storage: FakeStorage, printer: Printer, open_window: Open
) -> None:
    """Search, arrows and Space; only who has a tick gets a password."""
    window = open_window()
    QTest.keyClicks(focused(), "an")
    qtbot.waitUntil(lambda: "1 customer chosen" in says(window))
    for _ in range(2):
        press(Key.Key_Backspace)
    qtbot.waitUntil(lambda: "3 customers chosen" in says(window))
    go_to("Customers who get a letter")
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert "2 customers chosen" in says(window)
    make(qtbot, window)
    assert [state(storage, number) for number in ("100", "200", "300")] == [
        PasswordState.SET, PasswordState.NONE, PasswordState.SET,
    ]  # fmt: skip


def test_nothing_is_made_without_a_reason_or_without_anybody(
    qtbot: QtBot, storage: FakeStorage, open_window: Open
) -> None:
    """The field says so and has the focus; with nobody chosen the button explains itself."""
    window = open_window()
    press(Key.Key_Return, CONTROL)
    assert "This field must not be empty." in says(window)
    assert focused().accessibleName() == "Reason"
    go_to("Choose none")
    press(Key.Key_Space)
    assert window._act.toolTip() == "Nobody is chosen"
    press(Key.Key_Return, CONTROL)
    assert window.stage is Stage.CHOOSING
    assert "set_first" not in storage.calls


def test_enter_alone_makes_nothing(qtbot: QtBot, open_window: Open) -> None:
    """So many passwords are not made in passing."""
    window = open_window()
    field = go_to("Reason")
    QTest.keyClicks(field, REASON)
    press(Key.Key_Return)
    assert window.stage is Stage.CHOOSING


# --- what ends early -----------------------------------------------------------------------------


def test_whoever_stops_keeps_what_is_made(
    qtbot: QtBot, storage: FakeStorage, printer: Printer, open_window: Open
) -> None:
    """Its letters are printed; the others are as before."""
    window = open_window()
    field = go_to("Reason")
    QTest.keyClicks(field, REASON)
    storage.hold()
    press(Key.Key_Return, CONTROL)
    assert window.stage is Stage.MAKING
    press(Key.Key_Escape)
    storage.release()
    qtbot.waitUntil(lambda: window.stage is not Stage.MAKING)
    assert window.stage in {Stage.MADE, Stage.OVER}
    made = len(window._letters)
    assert made < 3
    assert f"{3 - made} customer" in says(window)


def test_a_database_that_fails_loses_no_letter(
    qtbot: QtBot, storage: FakeStorage, printer: Printer, open_window: Open
) -> None:
    """The first is printed; whose turn it was may have one that nobody knows, and gets another."""
    storage.first_passwords.failure, storage.first_passwords.fails_after = StorageError(), 1
    window = open_window()
    make(qtbot, window)
    assert window.stage is Stage.MADE
    assert "1 password is saved." in says(window)
    assert "It ended too early." in says(window)
    press(Key.Key_Return)
    wait_over(qtbot, window)
    assert len(printer.letters) == 1
    assert "200 Ben" in window._outcome._names.toPlainText()
    storage.first_passwords.failure = None
    go_to("Make new ones")
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: window.stage is Stage.MADE, timeout=20_000)
    press(Key.Key_Return)
    wait_over(qtbot, window)
    assert "Ben" in printer.letters[1]
    assert len(printer.letters) == 2


def test_a_missing_key_makes_nothing(
    qtbot: QtBot, storage: FakeStorage, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is said, and nobody has got a password."""

    def locked(_self: FakeKeys) -> None:
        raise KeyringLockedError

    monkeypatch.setattr(FakeKeys, "current", locked)
    window = open_window()
    make(qtbot, window)
    assert window.stage is Stage.OVER
    assert "It ended too early." in says(window)
    assert state(storage, "100") is PasswordState.NONE


def test_whoever_got_a_password_meanwhile_is_left_out(
    qtbot: QtBot, storage: FakeStorage, printer: Printer, open_window: Open
) -> None:
    """And named."""
    window = open_window()
    storage.put_password(customer(storage, "200"), "Zebra 58", FakeKeys())
    make(qtbot, window)
    assert "2 passwords are saved." in says(window)
    assert "200 Ben" in window._outcome._names.toPlainText()


def test_a_printer_that_fails_is_told_by_the_customers_it_concerns(
    qtbot: QtBot, storage: FakeStorage, printer: Printer, open_window: Open
) -> None:
    """Their passwords are forgotten; new ones take their place and are printed."""
    printer.fails_after = 1
    window = open_window()
    make(qtbot, window)
    press(Key.Key_Return)
    wait_over(qtbot, window)
    assert "2 letters were not printed" in says(window)
    assert window._outcome._names.toPlainText().splitlines() == [
        "200 Ben <i>Baker</i> Baker & Sons", "300 Carla Conti",
    ]  # fmt: skip
    assert window._letters == []
    printer.fails_after = None
    go_to("Make new ones")
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: window.stage is Stage.MADE, timeout=20_000)
    press(Key.Key_Return)
    wait_over(qtbot, window)
    assert ["Carla" in letter for letter in printer.letters] == [False, False, True]


def test_a_print_dialog_that_is_cancelled_changes_nothing(
    qtbot: QtBot, printer: Printer, open_window: Open
) -> None:
    """The letters are still there to be printed."""
    printer.is_chosen = False
    window = open_window()
    make(qtbot, window)
    press(Key.Key_Return)
    assert window.stage is Stage.MADE
    printer.is_chosen = True
    press(Key.Key_Return)
    wait_over(qtbot, window)
    assert len(printer.letters) == 3


def test_closing_with_letters_unprinted_asks(qtbot: QtBot, open_window: Open) -> None:
    """Esc asks, Esc goes back, Ctrl+D closes; the passwords are forgotten then."""
    window = open_window()
    make(qtbot, window)
    press(Key.Key_Escape)
    assert "Close without printing?" in says(window)
    qtbot.wait(GUARD_MS + 50)
    press(Key.Key_Escape)
    assert window.isVisible()
    assert "Close without printing?" not in says(window)
    press(Key.Key_Escape)
    qtbot.wait(GUARD_MS + 50)
    press(Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window._letters == []


def test_a_lock_closes_at_once_and_forgets(
    qtbot: QtBot, storage: FakeStorage, open_window: Open
) -> None:
    """Whoever was given a password is found among those whose letter was not used."""
    window = open_window()
    make(qtbot, window)
    window.done(0)
    assert window._letters == []
    again = open_window()
    go_to("Search")
    press(Key.Key_Backtab)
    press(Key.Key_Right)
    qtbot.waitUntil(lambda: again._choice.question.lacking.value == "unused-letter")
    qtbot.waitUntil(lambda: "3 customers chosen" in says(again))


# --- a file --------------------------------------------------------------------------------------


def test_letters_can_be_saved_as_a_file_which_is_journalled(
    qtbot: QtBot, storage: FakeStorage, open_window: Open, tmp_path: Path
) -> None:
    """A PDF file that only this user can read, after a warning."""
    window = open_window()
    make(qtbot, window)
    assert "Whoever gets hold of a PDF file can read every password in it" in says(window)
    go_to("Save as PDF…")
    press(Key.Key_Space)
    wait_over(qtbot, window)
    content = (tmp_path / "first-passwords.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 3
    [entry] = storage.journal.entries(JournalQuery(kinds=(EventKind.EXPORTED,)))
    assert (entry.outcome, entry.details) == (
        "first-passwords",
        {"file": "first-passwords.pdf", "rows": "3"},
    )


def test_a_file_that_cannot_be_written_leaves_the_letters_to_the_printer(
    qtbot: QtBot, storage: FakeStorage, printer: Printer, open_window: Open, tmp_path: Path
) -> None:
    """Nothing has left the window."""
    (tmp_path / "first-passwords.pdf").mkdir()
    window = open_window()
    make(qtbot, window)
    go_to("Save as PDF…")
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: "The letters were not saved." in says(window))
    assert window.stage is Stage.MADE
    go_to("Print…")
    press(Key.Key_Return)
    wait_over(qtbot, window)
    assert len(printer.letters) == 3


def test_no_password_is_on_the_disk_before_the_journal_has_the_file(
    qtbot: QtBot,
    storage: FakeStorage,
    open_window: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The database may hang, and whoever then kills the program leaves what was written."""
    written: list[int] = []

    def hang(*_: object) -> str:
        written.extend(file.stat().st_size for file in tmp_path.iterdir())
        raise StorageError

    window = open_window()
    make(qtbot, window)
    monkeypatch.setattr(storage.journal, "record", hang)
    go_to("Save as PDF…")
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: "The letters were not saved." in says(window))
    assert written == [0]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_each_document_begins_on_a_page_of_its_own(qtbot: QtBot) -> None:
    """A long one takes more, a device that takes nothing is told."""
    long = "<p>line</p>" * 200
    content = pdf_of(["<p>one</p>", long, "<p>three</p>"], "Letters")
    assert content.count(b"/Type /Page\n") >= 5
    with pytest.raises(PrintingFailedError) as refused:
        print_all(QPdfWriter("/nowhere/at/all.pdf"), ["<p>one</p>"])
    assert refused.value.printed == 0
