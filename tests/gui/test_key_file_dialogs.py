"""Recovery file and vault file, by keyboard only."""

from importlib import resources
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import (
    FileUnusableError,
    KeyringLockedError,
    PassphraseWrongError,
    WatchwordError,
)
from desktop_app.core.secret import Secret
from desktop_app.gui.context import Desk
from desktop_app.gui.keys.recovery_dialogs import PROPOSED_NAME, RecoveryDialog, RestoreDialog
from desktop_app.gui.keys.vault_dialogs import VaultDialog, VaultUnlockDialog
from desktop_app.gui.widgets.password_entry import PasswordEntry
from tests.gui.by_keyboard import at_rest, enter, focused, go_to, press, says, typed_texts
from tests.gui.fixed_files import FixedFile

STRONG = "regal mundart kuchen segel anker birne"
FILE = Path("recovery.wwkey")


class KeyFile:
    """Remembers what is written or read with it; ``failure`` is raised instead."""

    def __init__(self, failure: WatchwordError | None = None) -> None:
        self.failure = failure
        self.used: list[tuple[Path, str]] = []

    def __call__(self, path: Path, passphrase: Secret[str]) -> None:
        if self.failure is not None:
            raise self.failure
        self.used.append((path, passphrase.reveal()))

    def vault(self, passphrase: Secret[str]) -> None:
        self(FILE, passphrase)


@pytest.fixture
def file() -> KeyFile:
    return KeyFile()


def test_tab_leads_to_the_repetition_and_typing_on_shows_nothing(
    qtbot: QtBot, desk: Desk, file: KeyFile
) -> None:
    """The spaces of a passphrase press no button that would show it; the buttons come after."""
    dialog = at_rest(qtbot, RecoveryDialog(desk, file, FixedFile(FILE), first_start=True))
    for _ in range(2):
        QTest.keyClicks(focused(), STRONG)
        press(Qt.Key.Key_Tab)
    assert typed_texts(dialog) == [STRONG, STRONG]
    assert focused().accessibleName() == "Show what was typed"
    entries = dialog.findChildren(PasswordEntry)
    assert not any(entry.is_revealed for entry in entries)
    press(Qt.Key.Key_Space)
    assert [entry.is_revealed for entry in entries] == [True, False]


def test_a_recovery_file_is_saved(qtbot: QtBot, desk: Desk, file: KeyFile) -> None:
    """Passphrase twice, a place, and then the window says where it lies."""
    chooser = FixedFile(FILE)
    dialog = at_rest(qtbot, RecoveryDialog(desk, file, chooser, first_start=True))
    enter(STRONG)
    with qtbot.waitSignal(dialog.saved):
        enter(STRONG)
    assert file.used == [(FILE, STRONG)]
    assert chooser.asked == [PROPOSED_NAME]
    assert "recovery.wwkey" in says(dialog)
    assert typed_texts(dialog) == []
    with qtbot.waitSignal(dialog.accepted):
        press(Qt.Key.Key_Return)


def test_after_a_rotation_it_is_about_the_new_key(qtbot: QtBot, desk: Desk, file: KeyFile) -> None:
    """Whoever has a recovery file learns why another one is needed."""
    dialog = at_rest(qtbot, RecoveryDialog(desk, file, FixedFile(FILE), new_key=True))
    assert "Save the recovery file of the new team key" in says(dialog)
    assert "The recovery file from before is without the new key" in says(dialog)


def test_it_may_be_put_off(qtbot: QtBot, desk: Desk, file: KeyFile) -> None:
    """Later is a button and Esc, and nothing typed stays behind."""
    dialog = at_rest(qtbot, RecoveryDialog(desk, file, FixedFile(FILE), first_start=True))
    enter(STRONG)
    go_to("Later")
    with qtbot.waitSignal(dialog.rejected):
        press(Qt.Key.Key_Escape)
    assert not dialog.is_saved
    assert typed_texts(dialog) == []


def test_a_weak_passphrase_is_refused_before_a_place_is_asked_for(
    qtbot: QtBot, desk: Desk, file: KeyFile
) -> None:
    """The sentence stands below the first entry, and the focus with it."""
    chooser = FixedFile(FILE)
    dialog = at_rest(qtbot, RecoveryDialog(desk, file, chooser))
    enter("watchword")
    enter("watchword")
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert "too easy to guess" in says(dialog)
    assert focused().accessibleName() == "Passphrase"
    assert (chooser.asked, file.used) == ([], [])


def test_two_different_passphrases_are_refused(qtbot: QtBot, desk: Desk, file: KeyFile) -> None:
    """Other spacing between the words is the same passphrase, another word is not."""
    dialog = at_rest(qtbot, RecoveryDialog(desk, file, FixedFile(FILE)))
    enter(STRONG)
    enter(f"{STRONG}n")
    assert "not the same" in says(dialog)
    entry = focused()
    assert isinstance(entry, QLineEdit)
    entry.clear()
    with qtbot.waitSignal(dialog.saved):
        enter(f" {STRONG.replace(' ', '  ')}")


def test_suggested_words_are_shown_and_typed_once(qtbot: QtBot, desk: Desk, file: KeyFile) -> None:
    """Ctrl+G shows six words of the window's language, never on the clipboard, gone with it."""
    QGuiApplication.clipboard().clear()
    dialog = at_rest(qtbot, RecoveryDialog(desk, file, FixedFile(FILE)))
    press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(typed_texts(dialog)))
    [words] = typed_texts(dialog)
    english = resources.files("xkcdpass") / "static" / "eff-long"
    assert set(words.split()) <= set(english.read_text(encoding="utf-8").split())
    assert len(words.split()) == 6
    assert words in says(dialog)
    assert focused().accessibleName() == "Repeat the passphrase"
    assert QGuiApplication.clipboard().text() == ""
    with qtbot.waitSignal(dialog.saved):
        enter(words)
    assert file.used == [(FILE, words)]
    assert words not in says(dialog)


def test_a_cancelled_place_keeps_what_was_typed(qtbot: QtBot, desk: Desk, file: KeyFile) -> None:
    """The person may choose again without typing again."""
    chooser = FixedFile(None)
    dialog = at_rest(qtbot, RecoveryDialog(desk, file, chooser))
    enter(STRONG)
    enter(STRONG)
    qtbot.waitUntil(lambda: chooser.asked == [PROPOSED_NAME])
    assert typed_texts(dialog) == [STRONG, STRONG]
    chooser.path = FILE
    go_to("Save…")
    with qtbot.waitSignal(dialog.saved):
        press(Qt.Key.Key_Return)


def test_a_file_that_is_there_is_left_alone(qtbot: QtBot, desk: Desk) -> None:
    """The failure is said, and the dialog stays for another name."""
    file = KeyFile(FileUnusableError("recovery.wwkey", "exists"))
    dialog = at_rest(qtbot, RecoveryDialog(desk, file, FixedFile(FILE)))
    enter(STRONG)
    enter(STRONG)
    qtbot.waitUntil(lambda: bool(dialog.failure_text))
    assert "was left as it is" in dialog.failure_text
    assert not dialog.is_saved


def test_a_key_is_taken_from_a_file(qtbot: QtBot, desk: Desk, file: KeyFile) -> None:
    """Choose the file, type its passphrase; the dialog says that it worked before it closes."""
    dialog = at_rest(qtbot, RestoreDialog(desk, file, FixedFile(FILE)))
    press(Qt.Key.Key_Return)
    enter(STRONG)
    qtbot.waitUntil(lambda: "can be used here again" in says(dialog))
    assert file.used == [(FILE, STRONG)]
    with qtbot.waitSignal(dialog.restored):
        press(Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_without_a_file_nothing_is_tried(qtbot: QtBot, desk: Desk, file: KeyFile) -> None:
    """The sentence stands below the file, and the focus goes there."""
    dialog = at_rest(qtbot, RestoreDialog(desk, file, FixedFile(None)))
    press(Qt.Key.Key_Return)
    go_to("Its passphrase or six words")
    enter(STRONG)
    assert "Choose the file first." in says(dialog)
    assert focused().property("text") == "Choose…"
    assert not dialog.is_busy


@pytest.mark.parametrize(
    ("failure", "said", "field"),
    [
        (PassphraseWrongError(), "does not open the file", "Its passphrase or six words"),
        (FileUnusableError("recovery.wwkey", "foreign"), "not made by Watchword", ""),
        (KeyringLockedError(), "keyring is locked", "Its passphrase or six words"),
    ],
)
def test_what_fails_is_said_where_it_is_put_right(
    qtbot: QtBot, desk: Desk, failure: WatchwordError, said: str, field: str
) -> None:
    """Passphrase, file and keyring each have their place."""
    dialog = at_rest(qtbot, RestoreDialog(desk, KeyFile(failure), FixedFile(FILE)))
    press(Qt.Key.Key_Return)
    enter(STRONG)
    qtbot.waitUntil(lambda: said in says(dialog))
    assert focused().accessibleName() == field
    assert dialog.isVisible()


def test_a_vault_is_made(qtbot: QtBot, desk: Desk, file: KeyFile) -> None:
    """Passphrase twice, Enter, done."""
    dialog = at_rest(qtbot, VaultDialog(desk, file.vault))
    enter(STRONG)
    with qtbot.waitSignal(dialog.created):
        enter(STRONG)
    assert file.used == [(FILE, STRONG)]
    assert typed_texts(dialog) == []


def test_a_vault_that_cannot_be_written_is_said(qtbot: QtBot, desk: Desk) -> None:
    """The dialog stays with what was typed."""
    full = KeyFile(FileUnusableError("workstation.vault", "full"))
    dialog = at_rest(qtbot, VaultDialog(desk, full.vault))
    enter(STRONG)
    enter(STRONG)
    qtbot.waitUntil(lambda: "disk is full" in dialog.failure_text)
    assert typed_texts(dialog) == [STRONG, STRONG]


def test_a_vault_is_opened(qtbot: QtBot, desk: Desk, file: KeyFile) -> None:
    """A wrong passphrase is said and wiped; the right one opens."""
    file.failure = PassphraseWrongError()
    dialog = at_rest(qtbot, VaultUnlockDialog(desk, file.vault))
    enter("something else")
    qtbot.waitUntil(lambda: "does not open the file" in says(dialog))
    assert typed_texts(dialog) == []
    file.failure = None
    with qtbot.waitSignal(dialog.unlocked):
        enter(STRONG)


def test_going_on_without_the_vault_is_possible(qtbot: QtBot, desk: Desk, file: KeyFile) -> None:
    """Esc leaves it shut; the words say what then works."""
    dialog = at_rest(qtbot, VaultUnlockDialog(desk, file.vault))
    assert "You can search without it." in says(dialog)
    with qtbot.waitSignal(dialog.rejected):
        press(Qt.Key.Key_Escape)
    assert file.used == []


def test_a_passphrase_as_long_as_the_command_line_allows_fits(
    qtbot: QtBot, desk: Desk, file: KeyFile
) -> None:
    """A file made elsewhere can be opened here."""
    dialog = at_rest(qtbot, VaultUnlockDialog(desk, file.vault))
    [entry] = dialog.findChildren(QLineEdit)
    assert entry.maxLength() == 1_000


def test_while_a_job_runs_esc_does_not_hide_its_outcome(
    qtbot: QtBot, desk: Desk, file: KeyFile
) -> None:
    """The form is off meanwhile, and the window closes by itself."""
    dialog = at_rest(qtbot, VaultUnlockDialog(desk, file.vault))
    enter(STRONG)
    assert dialog.is_busy
    assert not any(entry.isEnabled() for entry in dialog.findChildren(QLineEdit))
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.unlocked):
        pass


def test_a_dialog_opens_over_the_middle_of_its_window(
    qtbot: QtBot, desk: Desk, file: KeyFile
) -> None:
    """Its place is found for the size that its content gives it."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(100, 80, 900, 640)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    dialog = RecoveryDialog(desk, file, FixedFile(FILE), parent=window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    away = dialog.geometry().center() - window.geometry().center()
    assert abs(away.x()) <= 20  # the frame, which Qt can only guess here
