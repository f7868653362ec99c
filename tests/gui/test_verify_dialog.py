"""The verification dialog, by keyboard only."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer, Verdict
from desktop_app.core.errors import DatabaseBusyError, KeyringLockedError
from desktop_app.gui.context import Context
from desktop_app.gui.look.theme import Look
from desktop_app.gui.verify.key_guard import GUARD_MS, RELEASED_AFTER_MS
from desktop_app.gui.verify.verify_dialog import Stage, VerifyDialog
from desktop_app.gui.widgets.banner import VerdictBanner
from desktop_app.gui.widgets.spelling_strip import SpellingStrip
from tests.gui.fakes import FakeKeys, FakeStorage

RIGHT, WRONG = "Ahorn 42", "Birke 17"
Open = Callable[..., VerifyDialog]


@pytest.fixture
def open_dialog(
    qtbot: QtBot,
    context: Context,
    storage: FakeStorage,
    keys: FakeKeys,
    customers: dict[str, Customer],
) -> Open:
    storage.put_password(customers["104233"], RIGHT, keys)

    def build(number: str = "104233", *, wait: bool = True) -> VerifyDialog:
        dialog = VerifyDialog(context, customers[number])
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()  # without a window manager nobody else does
        qtbot.waitUntil(dialog.isActiveWindow)
        if wait:
            qtbot.waitUntil(lambda: not dialog.is_busy)
        return dialog

    return build


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def say(qtbot: QtBot, dialog: VerifyDialog, text: str) -> None:
    QTest.keyClicks(focused(), text)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.is_busy)


def stage_of(dialog: VerifyDialog) -> Stage:
    return dialog.stage  # read anew: mypy takes a property for a constant


def banner(dialog: VerifyDialog) -> VerdictBanner:
    found = dialog.findChild(VerdictBanner)
    assert isinstance(found, VerdictBanner)
    return found


def entry(dialog: VerifyDialog) -> QLineEdit:
    found = dialog.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def texts(dialog: VerifyDialog) -> str:
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    names = [each.accessibleName() for each in dialog.findChildren(QWidget) if each.isVisible()]
    return "\n".join((*labels, *names))


def test_type_and_enter_is_the_whole_way_to_a_match(qtbot: QtBot, open_dialog: Open) -> None:
    """The caret stands in the entry, Enter checks, the answer says that one may speak."""
    dialog = open_dialog()
    say(qtbot, dialog, RIGHT)
    assert (dialog.stage, banner(dialog).look) == (Stage.MATCHED, Look.MATCH)
    name = banner(dialog).accessibleName()
    assert name.startswith("You may give information about this account. Matches.")
    assert entry(dialog).text() == ""
    qtbot.wait(GUARD_MS + 50)
    with qtbot.waitSignal(dialog.finished):
        press(Qt.Key.Key_Return)


def test_a_wrong_word_asks_for_another_try(qtbot: QtBot, open_dialog: Open) -> None:
    """No match: permission first, tries left, and the caret is back in the empty entry."""
    dialog = open_dialog()
    say(qtbot, dialog, WRONG)
    assert (dialog.stage, banner(dialog).look) == (Stage.AGAIN, Look.STOP)
    assert banner(dialog).accessibleName().startswith("Do not give any information")
    assert "4 of 5 tries left" in texts(dialog)
    assert focused() is entry(dialog)
    assert entry(dialog).text() == ""
    qtbot.wait(GUARD_MS + 50)
    say(qtbot, dialog, RIGHT)
    assert dialog.stage is Stage.MATCHED


def test_a_match_names_the_moment_and_claims_no_try(
    qtbot: QtBot, open_dialog: Open, customers: dict[str, Customer]
) -> None:
    """Wrong tries of an earlier dialog count in the history: only the time is said here."""
    first = open_dialog()
    say(qtbot, first, WRONG)
    first.reject()
    dialog = open_dialog()
    say(qtbot, dialog, RIGHT)
    assert "Checked 14:07:00\n" in texts(dialog)
    assert " try" not in texts(dialog).partition("Checked 14:07:00")[2].splitlines()[0]


def test_the_fifth_wrong_word_locks(qtbot: QtBot, open_dialog: Open) -> None:
    """After the last try nothing more can be typed, and the time of opening is said."""
    dialog = open_dialog()
    for _ in range(5):
        qtbot.wait(GUARD_MS + 50)
        say(qtbot, dialog, WRONG)
    assert dialog.stage is Stage.REFUSED
    assert not entry(dialog).isEnabled()
    assert "Opens again at 14:22" in banner(dialog).accessibleName()


@pytest.mark.parametrize(("number", "look"), [("108412", Look.LOCKED), ("104871", Look.NONE)])
def test_what_cannot_be_checked_is_said_at_once(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, number: str, look: Look
) -> None:
    """Locked and none are answered on opening, recorded, with a receipt."""
    dialog = open_dialog(number)
    assert (dialog.stage, banner(dialog).look) == (Stage.REFUSED, look)
    word = "Locked" if look is Look.LOCKED else "No telephone password"
    assert f"{word}." in banner(dialog).accessibleName()
    assert "submit" in storage.calls
    assert "VW-" in texts(dialog)


def test_a_paused_person_is_told(qtbot: QtBot, open_dialog: Open, storage: FakeStorage) -> None:
    """A pause of one's own checks refuses every customer and does not blame this one."""
    storage.paused = True
    dialog = open_dialog()
    assert dialog.stage is Stage.REFUSED
    assert "this customer is not locked" in banner(dialog).accessibleName()


def test_typing_may_begin_before_the_database_has_answered(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """Fast fingers: Enter before the salt has come is one try, checked when it has."""
    storage.hold()
    dialog = open_dialog(wait=False)
    QTest.keyClicks(focused(), RIGHT)
    press(Qt.Key.Key_Return)
    assert entry(dialog).text() == ""
    storage.release()
    qtbot.waitUntil(lambda: dialog.stage is Stage.MATCHED)
    assert storage.calls.count("submit") == 1


def test_enter_twice_is_one_try(qtbot: QtBot, open_dialog: Open, storage: FakeStorage) -> None:
    """A double press neither checks twice nor closes the answer unread."""
    dialog = open_dialog()
    QTest.keyClicks(focused(), WRONG)
    press(Qt.Key.Key_Return)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space):
        press(key)
    assert dialog.isVisible()
    assert storage.calls.count("submit") == 1


def test_a_held_key_closes_nothing_even_where_repeats_are_not_marked(
    qtbot: QtBot, open_dialog: Open
) -> None:
    """X11 sends presses of a held Enter that look like new ones."""
    dialog = open_dialog()
    say(qtbot, dialog, RIGHT)
    for _ in range(12):
        qtbot.wait(100)
        press(Qt.Key.Key_Return)
        assert dialog.isVisible()
    qtbot.wait(RELEASED_AFTER_MS + 50)
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_typing_on_does_not_close_an_answer(qtbot: QtBot, open_dialog: Open) -> None:
    """Words meant for the entry neither press the closing button nor reach another field."""
    dialog = open_dialog("104871")
    qtbot.wait(GUARD_MS + 50)
    QTest.keyClicks(focused(), "correct horse")
    assert dialog.isVisible()


def test_a_held_key_does_not_close_an_answer(qtbot: QtBot, open_dialog: Open) -> None:
    """Enter that is still held from the check closes nothing, however long it is held."""
    dialog = open_dialog()
    say(qtbot, dialog, RIGHT)
    qtbot.wait(GUARD_MS + 50)
    repeated = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    QApplication.sendEvent(focused(), repeated)
    assert dialog.isVisible()


@pytest.mark.parametrize("step", ["challenge", "submit", "result"])
def test_a_failing_database_is_never_an_answer(
    qtbot: QtBot,
    open_dialog: Open,
    storage: FakeStorage,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    """P11: whichever step fails, there is no banner, and it says whether the try was counted."""

    def fail(*_arguments: object) -> None:
        raise DatabaseBusyError

    monkeypatch.setattr(storage.credentials, step, fail)
    dialog = open_dialog()
    if step != "challenge":
        say(qtbot, dialog, RIGHT)
    assert stage_of(dialog) is Stage.NOT_CHECKED
    assert banner(dialog).look is None
    assert f"This try was {'' if step == 'result' else 'not '}counted." in texts(dialog)
    monkeypatch.undo()
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: dialog.stage is Stage.TYPING)
    say(qtbot, dialog, RIGHT)
    assert dialog.stage is Stage.MATCHED


def test_a_bug_is_never_an_answer(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P11: a crash in the worker ends as not checked, and nobody claims to know the count."""

    def crash(_attempt: UUID) -> Verdict:
        raise ZeroDivisionError

    monkeypatch.setattr(storage.credentials, "result", crash)
    dialog = open_dialog()
    with qtbot.captureExceptions():
        say(qtbot, dialog, RIGHT)
    assert dialog.stage is Stage.NOT_CHECKED
    assert "not known yet" in texts(dialog)


def test_a_locked_keyring_is_known_before_the_caller_speaks(
    qtbot: QtBot, open_dialog: Open, keys: FakeKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the key the dialog says so on opening."""

    def locked(_key_id: bytes) -> None:
        raise KeyringLockedError

    monkeypatch.setattr(keys, "find", locked)
    dialog = open_dialog()
    assert dialog.stage is Stage.NOT_CHECKED
    assert "keyring is locked" in texts(dialog)


def test_reveal_spells_and_masks_again(qtbot: QtBot, open_dialog: Open) -> None:
    """F2 shows what was typed with its spelling; the check masks it again."""
    dialog = open_dialog()
    strip = dialog.findChild(SpellingStrip)
    assert isinstance(strip, SpellingStrip)
    QTest.keyClicks(focused(), "Ab")
    assert strip.is_masked
    press(Qt.Key.Key_F2)
    assert strip.accessibleName() == "A Aachen, b Berlin"
    say(qtbot, dialog, "x")
    assert strip.is_masked
    assert entry(dialog).echoMode() is QLineEdit.EchoMode.Password


def test_the_receipt_is_one_line_without_the_password(qtbot: QtBot, open_dialog: Open) -> None:
    """F9 copies number, answer, time, person and receipt, and nothing that was typed."""
    dialog = open_dialog()
    say(qtbot, dialog, RIGHT)
    press(Qt.Key.Key_F9)
    line = QGuiApplication.clipboard().text()
    assert line.startswith("Telephone password · customer 104233 · matches · ")
    assert line.endswith(" · this call only")
    assert "\n" not in line
    assert "Ahorn" not in line


def test_a_lead_is_offered_the_next_step(qtbot: QtBot, open_dialog: Open) -> None:
    """F7 on a locked and F4 on a missing password lead on, and close this dialog."""
    locked = open_dialog("108412")
    asked = QSignalSpy(locked.unlock_requested)
    press(Qt.Key.Key_F7)
    assert asked.count() == 1
    assert not locked.isVisible()
    missing = open_dialog("104871")
    asked = QSignalSpy(missing.password_requested)
    press(Qt.Key.Key_F4)
    assert asked.count() == 1


def test_what_no_password_can_be_is_no_try(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """Only spaces and dots: a sentence below the entry, nothing counted."""
    dialog = open_dialog()
    say(qtbot, dialog, " . ")
    assert dialog.stage is Stage.TYPING
    assert "Nothing was counted" in texts(dialog)
    assert "submit" not in storage.calls


def test_a_caution_is_seen_before_the_caller_speaks(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """What a colleague warned of stands above the entry."""
    storage.put_caution(customers["104233"], "Tried three birthdays.", "Lukas Berger")
    assert "Tried three birthdays." in texts(open_dialog())


def test_closing_wipes_the_entry(qtbot: QtBot, open_dialog: Open) -> None:
    """Esc leaves nothing of what was typed."""
    dialog = open_dialog()
    QTest.keyClicks(focused(), RIGHT)
    edit = entry(dialog)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert edit.text() == ""


def test_a_match_closes_by_itself(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """An answer is never on screen for the next call."""
    dialog = open_dialog()
    say(qtbot, dialog, RIGHT)
    countdown = dialog._closing
    with qtbot.waitSignal(dialog.finished):
        countdown.start(0.01)
