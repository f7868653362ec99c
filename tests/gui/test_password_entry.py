"""The password entry: what it promises about the text that is typed into it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QClipboard,
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QInputMethodQueryEvent,
    QKeyEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.secret import Secret
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.password_entry import PasswordEntry
from desktop_app.gui.widgets.reveal_button import RevealButton
from desktop_app.gui.widgets.secret_edit import LONGEST_ENTRY, SecretEdit

TYPED = "geheim42"
KEYS_THAT_TAKE_TEXT_OUT = [
    (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier),
]
UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
REDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def entry(appearance: Appearance, qtbot: QtBot) -> PasswordEntry:
    widget = PasswordEntry(appearance, name="Password the caller says")
    qtbot.addWidget(widget)
    widget.resize(400, 60)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.setFocus()
    return widget


@pytest.fixture
def clipboards(qapp: QApplication) -> QClipboard:
    clipboard = qapp.clipboard()
    clipboard.setText("untouched")
    if clipboard.supportsSelection():
        clipboard.setText("untouched", QClipboard.Mode.Selection)
    return clipboard


def edit_of(entry: PasswordEntry) -> SecretEdit:
    edit = entry.findChild(SecretEdit)
    assert edit is not None
    return edit


def type_text(entry: PasswordEntry, text: str) -> None:
    QTest.keyClicks(edit_of(entry), text)


def assert_untouched(clipboard: QClipboard) -> None:
    assert clipboard.text() == "untouched"
    if clipboard.supportsSelection():
        assert clipboard.text(QClipboard.Mode.Selection) == "untouched"


def test_is_masked_until_asked(entry: PasswordEntry) -> None:
    """The field starts masked; showing is a choice that can be taken back."""
    type_text(entry, TYPED)
    assert edit_of(entry).echoMode() is QLineEdit.EchoMode.Password
    assert TYPED not in edit_of(entry).displayText()
    assert entry.revealed_text() is None
    entry.toggle_revealed()
    assert entry.revealed_text() == Secret(TYPED)
    entry.toggle_revealed()
    assert entry.revealed_text() is None


def test_take_returns_the_text_once(entry: PasswordEntry) -> None:
    """Taking wipes the field, masks it and leaves no way back by undo or redo."""
    type_text(entry, TYPED)
    entry.set_revealed(revealed=True)
    type_text(entry, "x")
    assert entry.take() == Secret(TYPED + "x")
    assert entry.is_empty()
    assert not entry.is_revealed
    edit = edit_of(entry)
    assert not edit.isUndoAvailable()
    entry.set_revealed(revealed=True)
    for key, modifiers in (UNDO, REDO):
        QTest.keyClick(edit, key, modifiers)
    edit.undo()
    edit.redo()
    assert entry.is_empty()


def test_undo_key_does_nothing_while_shown(entry: PasswordEntry) -> None:
    """Deleted letters do not come back by the undo key."""
    entry.set_revealed(revealed=True)
    type_text(entry, TYPED)
    QTest.keyClick(edit_of(entry), Qt.Key.Key_Backspace)
    QTest.keyClick(edit_of(entry), *UNDO)
    assert entry.peek() == Secret(TYPED[:-1])


@pytest.mark.parametrize("revealed", [False, True])
@pytest.mark.parametrize(("key", "modifiers"), KEYS_THAT_TAKE_TEXT_OUT)
def test_no_key_takes_text_out(
    entry: PasswordEntry,
    clipboards: QClipboard,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    *,
    revealed: bool,
) -> None:
    """Copying, cutting and the deleting keys that copy leave both clipboards alone."""
    type_text(entry, TYPED)
    entry.set_revealed(revealed=revealed)
    edit_of(entry).selectAll()
    QTest.keyClick(edit_of(entry), key, modifiers)
    edit_of(entry).home(False)
    QTest.keyClick(edit_of(entry), key, modifiers)
    assert_untouched(clipboards)


def test_mouse_selection_reaches_no_clipboard(entry: PasswordEntry, clipboards: QClipboard) -> None:
    """Marking shown text with the mouse does not fill the selection that a middle click pastes."""
    type_text(entry, TYPED)
    entry.set_revealed(revealed=True)
    edit = edit_of(entry)
    QTest.mouseDClick(edit, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    QTest.mousePress(edit, Qt.MouseButton.LeftButton, pos=QPoint(2, 10))
    QTest.mouseMove(edit, QPoint(150, 10))
    QTest.mouseRelease(edit, Qt.MouseButton.LeftButton, pos=QPoint(150, 10))
    edit.selectAll()
    QTest.mouseRelease(edit, Qt.MouseButton.LeftButton, pos=QPoint(150, 10))
    assert_untouched(clipboards)


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier),
        (
            Qt.Key.Key_Left,
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier,
        ),
    ],
)
def test_keyboard_selection_reaches_no_clipboard(
    entry: PasswordEntry,
    clipboards: QClipboard,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
) -> None:
    """Marking shown text with the keyboard marks it, and fills no selection of the system."""
    entry.put(Secret("Kanarie 42"))
    entry.set_revealed(revealed=True)
    edit = entry.findChild(SecretEdit)
    assert isinstance(edit, SecretEdit)
    QTest.keyClick(edit, key, modifiers)
    assert edit.selectedText()
    assert_untouched(clipboards)


def test_text_can_be_neither_dragged_nor_completed(entry: PasswordEntry) -> None:
    """Drag, drop and completion are off."""
    edit = edit_of(entry)
    assert not edit.dragEnabled()
    assert not edit.acceptDrops()
    assert edit.completer() is None


def test_menu_offers_no_way_out(entry: PasswordEntry, qtbot: QtBot) -> None:
    """The context menu pastes and empties; it neither copies, cuts nor undoes."""
    QGuiApplication.clipboard().setText("Birke 17")
    type_text(entry, TYPED)
    edit = edit_of(entry)
    edit.contextMenuEvent(
        QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), edit.mapToGlobal(QPoint(1, 1))
        )
    )
    menu = edit.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Paste", "Empty the field"]
    paste, empty = menu.actions()
    empty.trigger()
    assert entry.is_empty()
    paste.trigger()
    assert entry.peek() == Secret("Birke 17")
    menu.close()
    qtbot.waitUntil(lambda: edit.findChild(QMenu) is None)


def test_pasting_is_allowed(entry: PasswordEntry) -> None:
    """What the customer wrote can be pasted."""
    QGuiApplication.clipboard().setText("Laterne 31")
    QTest.keyClick(edit_of(entry), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert entry.peek() == Secret("Laterne 31")


@pytest.mark.parametrize("revealed", [False, True])
def test_input_methods_learn_nothing(entry: PasswordEntry, *, revealed: bool) -> None:
    """The hints against learning hold whether the text is masked or shown."""
    entry.set_revealed(revealed=revealed)
    hints = edit_of(entry).inputMethodHints()
    for hint in (
        Qt.InputMethodHint.ImhSensitiveData,
        Qt.InputMethodHint.ImhHiddenText,
        Qt.InputMethodHint.ImhNoPredictiveText,
        Qt.InputMethodHint.ImhNoAutoUppercase,
    ):
        assert hint in hints


def test_input_methods_are_told_nothing_while_masked(entry: PasswordEntry) -> None:
    """The query that input methods send is answered without text and without the caret's place."""
    type_text(entry, TYPED)
    edit_of(entry).selectAll()
    event = QInputMethodQueryEvent(Qt.InputMethodQuery.ImQueryAll)
    QApplication.sendEvent(edit_of(entry), event)
    for query in (
        Qt.InputMethodQuery.ImSurroundingText,
        Qt.InputMethodQuery.ImCurrentSelection,
        Qt.InputMethodQuery.ImTextBeforeCursor,
        Qt.InputMethodQuery.ImTextAfterCursor,
    ):
        assert event.value(query) == ""
    assert event.value(Qt.InputMethodQuery.ImCursorPosition) == 0
    assert event.value(Qt.InputMethodQuery.ImEnabled)


def test_composed_letters_arrive(entry: PasswordEntry) -> None:
    """A letter composed by an input method is typed like any other."""
    event = QInputMethodEvent("", [])
    event.setCommitString("ß")
    QApplication.sendEvent(edit_of(entry), event)
    assert entry.peek() == Secret("ß")


@pytest.mark.parametrize("revealed", [False, True])
def test_screen_readers_get_no_text(entry: PasswordEntry, *, revealed: bool) -> None:
    """The field is a named password field without a text interface, so no event carries letters."""
    type_text(entry, TYPED)
    entry.set_revealed(revealed=revealed)
    interface = QAccessible.queryAccessibleInterface(edit_of(entry))
    assert interface is not None
    assert interface.role() is QAccessible.Role.EditableText
    assert interface.state().passwordEdit
    assert interface.text(QAccessible.Text.Name) == "Password the caller says"
    assert interface.text(QAccessible.Text.Value) == ""
    assert interface.textInterface() is None


def test_masked_again_when_the_window_is_left(entry: PasswordEntry, qtbot: QtBot) -> None:
    """Another window in front masks what was shown."""
    type_text(entry, TYPED)
    entry.set_revealed(revealed=True)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(lambda: not entry.is_revealed)


def test_more_than_fits_is_refused_visibly(entry: PasswordEntry) -> None:
    """The 129th character is left out and the field says so until there is room."""
    entry.put(Secret("x" * LONGEST_ENTRY))
    type_text(entry, "y")
    assert entry.peek() == Secret("x" * LONGEST_ENTRY)
    assert "128" in entry.message
    QTest.keyClick(edit_of(entry), Qt.Key.Key_Backspace)
    assert not entry.message


def test_note_switches_off_and_wipes(entry: PasswordEntry) -> None:
    """A field with a note holds nothing and takes nothing."""
    type_text(entry, TYPED)
    entry.set_note("The typed text has been erased")
    assert entry.is_empty()
    entry.toggle_revealed()
    assert not entry.is_revealed
    assert edit_of(entry).accessibleDescription() == "The typed text has been erased"
    entry.set_note(None)
    assert edit_of(entry).isEnabled()


def test_signals_carry_no_text(entry: PasswordEntry, qtbot: QtBot) -> None:
    """A listener learns that something changed, never what."""
    with qtbot.waitSignal(entry.content_changed) as blocker:
        type_text(entry, "a")
    assert blocker.args == []


def test_enter_submits_once_per_press(entry: PasswordEntry) -> None:
    """Enter is emitted for the press and not for the key's repetition."""
    pressed: list[bool] = []
    entry.submitted.connect(lambda: pressed.append(True))
    QTest.keyClick(edit_of(entry), Qt.Key.Key_Return)
    repeated = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        "\r",
        True,
    )
    QApplication.sendEvent(edit_of(entry), repeated)
    assert pressed == [True]


def test_reveal_button_keeps_the_focus_in_the_field(entry: PasswordEntry) -> None:
    """Showing by mouse does not stop the typing; the button says what it will do."""
    button = entry.findChild(RevealButton)
    assert button is not None
    assert button.accessibleName() == "Show what was typed"
    button.click()
    assert entry.is_revealed
    assert button.accessibleName() == "Hide what was typed"
    assert button.focusPolicy() is Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize(
    "held",
    [
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.MetaModifier,
    ],
)
def test_a_letter_with_alt_is_not_typed(entry: PasswordEntry, held: Qt.KeyboardModifier) -> None:
    """It opens menus or moves windows; nobody sees behind dots that it was typed as well."""
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_B, held, "b")
    QApplication.sendEvent(edit_of(entry), event)
    assert not event.isAccepted()
    assert entry.is_empty()


@pytest.mark.parametrize(
    "held",
    [
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.GroupSwitchModifier,
        Qt.KeyboardModifier.NoModifier,
    ],
)
def test_altgr_types(entry: PasswordEntry, held: Qt.KeyboardModifier) -> None:
    """As Windows reports it, and as X11 does: the sign is composed and typed."""
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_At, held, "@")
    QApplication.sendEvent(edit_of(entry), event)
    assert edit_of(entry).text() == "@"
