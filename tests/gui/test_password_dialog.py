"""Setting a telephone password, by keyboard only."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import (
    Answer,
    Customer,
    CustomerDraft,
    EventKind,
    JournalQuery,
    PasswordState,
)
from desktop_app.core.errors import DatabaseBusyError, DiskFullError, KeyringLockedError
from desktop_app.core.policy import Policy
from desktop_app.core.preferences import SuggestionLanguage
from desktop_app.core.secret import Secret
from desktop_app.core.suggestions import Suggester, Suggestion
from desktop_app.gui.context import Context
from desktop_app.gui.discard_bar import DiscardBar
from desktop_app.gui.notices.notice import Notice, NoticeKind
from desktop_app.gui.password.password_dialog import PasswordDialog, Stage
from desktop_app.gui.password.password_flow import PasswordFlow
from desktop_app.gui.texts import sentences
from desktop_app.gui.verify.key_guard import GUARD_MS
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.countdown import Countdown
from desktop_app.gui.widgets.fields import FormField, OptionRow, TextField
from desktop_app.gui.widgets.hint_line import HintLine, RuleHint
from desktop_app.gui.widgets.message_line import MessageLine
from desktop_app.gui.widgets.password_entry import PasswordEntry
from desktop_app.gui.widgets.receipt import CopyReceiptButton
from desktop_app.gui.widgets.shown_password import ShownPassword, SpellingTiles
from desktop_app.gui.widgets.step_strip import StepStrip
from tests.gui.fakes import FakeCredential, FakeKeys, FakeStorage

TYPED = "Zebra 58"
OLD_ONE = ("The old one stops working at once", "Each of them replaces the old one.")
OFFERED = {"de": ("Ahorn 42", "Kranich 86", "Laterne 51", "Birke 67")}
ENGLISH = ("Maple 42", "Crane 86", "Lantern 51", "Birch 67")
W = TypeVar("W", bound=QWidget)
Open = Callable[..., PasswordDialog]
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class FixedSuggester(Suggester):
    """Offers the same words always; ``asked`` lists the languages that were wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def suggest(
        self, language: str, policy: Policy, customer: CustomerDraft, count: int = 4
    ) -> tuple[Suggestion, ...]:
        self.asked.append(language)
        words = OFFERED.get(language, ENGLISH)
        return tuple(Suggestion(Secret(each), 11_000) for each in words)


@pytest.fixture
def suggester() -> FixedSuggester:
    return FixedSuggester()


@pytest.fixture
def open_dialog(
    qtbot: QtBot,
    context: Context,
    customers: dict[str, Customer],
    suggester: FixedSuggester,
) -> Iterator[Open]:
    def build(customer: Customer | None = None) -> PasswordDialog:
        dialog = PasswordDialog(context, customer or customers["104233"], suggester)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.waitUntil(lambda: all(row.isEnabled() for row in suggestions(dialog)))
        callback = dialog.findChildren(OptionRow)[0]
        qtbot.waitUntil(lambda: " " in callback.accessibleDescription())
        return dialog

    yield build
    QGuiApplication.clipboard().clear()


def suggestions(dialog: PasswordDialog) -> list[OptionRow]:
    return dialog.findChildren(OptionRow)[-4:]


def entries(dialog: PasswordDialog) -> list[PasswordEntry]:
    return dialog.findChildren(PasswordEntry)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    QTest.keyClick(focused(), key, modifiers)


def type_in(text: str) -> None:
    QTest.keyClicks(focused(), text)


def one(dialog: QWidget, kind: type[W]) -> W:
    found = dialog.findChild(kind)
    assert isinstance(found, kind)
    return found


def stage_of(dialog: PasswordDialog) -> Stage:
    return dialog.stage  # read anew: mypy takes a property for a constant


def identify(*, reference: str = "") -> None:
    """Choose the call-back and go to the suggestions."""
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    type_in(reference)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)


def type_password(first: str = TYPED, second: str = TYPED) -> None:
    """From the suggestions: type both entries."""
    press(Qt.Key.Key_Return)
    type_in(first)
    press(Qt.Key.Key_Return)
    type_in(second)


def save(qtbot: QtBot, dialog: PasswordDialog) -> None:
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: stage_of(dialog) is not Stage.SAVING)


def set_password(qtbot: QtBot, dialog: PasswordDialog) -> None:
    identify()
    type_password()
    save(qtbot, dialog)
    assert stage_of(dialog) is Stage.SHOWN


def matches(context: Context, customer: Customer, text: str) -> bool:
    verify = context.session.verify
    checked = verify.check(verify.open(customer.id), Secret(text))
    return checked.verdict.answer is Answer.MATCHES


def messages(dialog: PasswordDialog) -> list[str]:
    lines = dialog.findChildren(MessageLine)
    return [line.sentence for line in lines if line.sentence]


def bars(dialog: PasswordDialog) -> list[str]:
    return [bar.accessibleName() for bar in dialog.findChildren(AmberBar) if bar.isVisible()]


def texts_in(dialog: PasswordDialog) -> str:
    """Everything that a widget of the dialog holds or tells a screen reader."""
    held = []
    for widget in dialog.findChildren(QWidget):
        held += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        for name in ("text", "placeholderText"):
            held.append(str(widget.property(name) or ""))
    return "\n".join(held)


def says_old_one(dialog: PasswordDialog) -> bool:
    """Whether both remarks about an old password are on the screen, rather than neither."""
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    said = [each in texts for each in OLD_ONE]
    assert len(set(said)) == 1
    return said[0]


def flow_of(dialog: PasswordDialog) -> PasswordFlow:
    flow = dialog.findChild(PasswordFlow)
    assert isinstance(flow, PasswordFlow)
    return flow


def test_a_typed_password_is_set_with_enter_and_ctrl_enter(
    qtbot: QtBot,
    open_dialog: Open,
    context: Context,
    storage: FakeStorage,
    customers: dict[str, Customer],
) -> None:
    """The whole form is gone through with Enter; what was typed is stored with its check."""
    dialog = open_dialog()
    changes = QSignalSpy(dialog.changed)
    identify()
    type_password()
    save(qtbot, dialog)
    assert stage_of(dialog) is Stage.SHOWN
    assert matches(context, customers["104233"], TYPED)
    (entry,) = storage.journal.entries(JournalQuery(kinds=(EventKind.PASSWORD_SET,)))
    assert entry.personal["reference"].startswith("Called +49 6851 5550137 at 14:07")
    assert changes.at(0)[0].receipt == entry.receipt


@pytest.mark.parametrize(
    ("number", "used", "is_said"),
    [
        ("104233", False, True),
        ("108412", False, True),
        ("104871", False, False),
        ("104233", True, False),
    ],
    ids=["set", "locked", "none", "expired"],
)
def test_an_old_password_is_said_to_stop_where_there_is_one(
    qtbot: QtBot,
    open_dialog: Open,
    storage: FakeStorage,
    customers: dict[str, Customer],
    *,
    number: str,
    used: bool,
    is_said: bool,
) -> None:
    """Nothing is replaced where nothing would have worked; until that is known nothing is said."""
    customer = customers[number]
    if used:
        credential = FakeCredential(storage.clock(), "Tanja Lang", used=True)
        storage.put_credential(customer, credential)
    storage.hold()
    dialog = open_dialog(customer)
    assert not says_old_one(dialog)
    with qtbot.waitSignal(flow_of(dialog).replaces_known):
        storage.release()
    assert says_old_one(dialog) == is_said


def test_an_old_password_that_cannot_be_asked_for_is_warned_of(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """Without an answer of the database the warning stands."""
    storage.failure = DatabaseBusyError()
    dialog = open_dialog()
    qtbot.waitUntil(lambda: says_old_one(dialog))


def test_no_method_is_chosen_beforehand(qtbot: QtBot, open_dialog: Open) -> None:
    """Nothing is recorded as checked that nobody said was checked."""
    dialog = open_dialog()
    assert not any(row.isChecked() for row in dialog.findChildren(OptionRow))
    press(Qt.Key.Key_Return, CONTROL)
    assert stage_of(dialog) is Stage.TYPING
    assert messages(dialog) == ["Choose how you checked who this is."]
    assert focused() is dialog.findChildren(OptionRow)[0]


def test_arrow_keys_choose_a_method(open_dialog: Open) -> None:
    """The methods are one choice, moved through with the arrow keys."""
    dialog = open_dialog()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    chosen = [row.text() for row in dialog.findChildren(OptionRow) if row.isChecked()]
    assert chosen == ["ID document shown"]


def test_enter_chooses_the_method_that_has_the_focus(open_dialog: Open) -> None:
    """Enter takes the focused method and goes on to the reference."""
    dialog = open_dialog()
    press(Qt.Key.Key_Return)
    chosen = [row.text() for row in dialog.findChildren(OptionRow) if row.isChecked()]
    assert chosen == ["Call-back to number on file"]
    assert focused() is dialog.findChildren(QLineEdit)[0]


def test_the_reference_of_a_call_back_is_a_proposal(open_dialog: Open) -> None:
    """Another method takes the proposed text away, but never a typed one."""
    dialog = open_dialog()
    reference = dialog.findChildren(QLineEdit)[0]
    press(Qt.Key.Key_Space)
    assert reference.text() == "Called +49 6851 5550137 at 14:07"
    press(Qt.Key.Key_Down)
    assert reference.text() == ""
    press(Qt.Key.Key_Return)
    type_in("Passport 4711")
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Up)
    assert reference.text() == "Passport 4711"


def test_without_a_number_on_file_there_is_no_call_back(
    open_dialog: Open, customers: dict[str, Customer]
) -> None:
    """A call-back goes to a stored number or nowhere."""
    dialog = open_dialog(replace(customers["104233"], phones=()))
    callback = dialog.findChildren(OptionRow)[0]
    assert not callback.isEnabled()
    assert callback.accessibleDescription() == "No number on file"
    assert focused() is dialog.findChildren(OptionRow)[1]


def test_a_reference_is_required(qtbot: QtBot, open_dialog: Open) -> None:
    """Without a reference nothing is saved, and the reason stands below the field."""
    dialog = open_dialog()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, CONTROL)
    fields = [field.message for field in dialog.findChildren(FormField) if field.message]
    assert fields == ["Say what you checked against."]
    assert focused() is dialog.findChildren(QLineEdit)[0]


def test_a_typed_reference_replaces_the_proposed_one(open_dialog: Open) -> None:
    """Enter leads to the proposal as Tab does: selected."""
    dialog = open_dialog()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    type_in("Ticket 77")
    assert dialog.findChildren(TextField)[0].text() == "Ticket 77"


def test_letters_typed_at_the_suggestions_begin_a_password(qtbot: QtBot, open_dialog: Open) -> None:
    """Nothing of it is lost, and a suggestion that was taken goes from both entries."""
    dialog = open_dialog()
    identify()
    assert focused() is suggestions(dialog)[0]
    press(Qt.Key.Key_Space)
    assert [entry.peek().reveal() for entry in entries(dialog)] == [OFFERED["de"][0]] * 2
    type_in(TYPED[0])
    type_in(TYPED[1:])
    assert [entry.peek().reveal() for entry in entries(dialog)] == [TYPED, ""]


def test_a_suggestion_fills_both_entries_and_shows_them(qtbot: QtBot, open_dialog: Open) -> None:
    """Arrow keys choose; the chance of guessing it stands there until it is edited."""
    dialog = open_dialog()
    identify()
    assert focused() is suggestions(dialog)[0]
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Right)
    assert [entry.peek().reveal() for entry in entries(dialog)] == ["Kranich 86"] * 2
    assert all(entry.is_revealed for entry in entries(dialog))
    chance = [line for line in dialog.findChildren(HintLine) if "guess" in line.text.lower()]
    assert [line.text for line in chance] == [
        f"Guessing it before the account locks: about 1 in {sentences.grouped(11_000)}."
    ]
    press(Qt.Key.Key_Return)
    type_in("7")
    assert chance[0].isHidden()


def test_ctrl_g_asks_for_more_and_the_switch_for_another_language(
    qtbot: QtBot,
    open_dialog: Open,
    customers: dict[str, Customer],
    suggester: FixedSuggester,
    context: Context,
) -> None:
    """More keep the language; another one is remembered for customers whose own is unknown."""
    dialog = open_dialog(replace(customers["104233"], language=""))
    press(Qt.Key.Key_G, CONTROL)
    qtbot.waitUntil(lambda: suggester.asked == ["en", "en"])
    identify()
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: suggestions(dialog)[0].text() == "Ahorn 42")
    assert context.desk.preferences.values.suggestion_language == "de"


def test_a_customer_is_offered_words_of_their_own_language(
    qtbot: QtBot, open_dialog: Open, suggester: FixedSuggester, context: Context
) -> None:
    """It comes before the preference, which a choice for one customer leaves alone."""
    context.desk.preferences.change(suggestion_language=SuggestionLanguage.ENGLISH)
    dialog = open_dialog()
    assert suggester.asked == ["de"]
    identify()
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: suggestions(dialog)[0].text() == "Maple 42")
    press(Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: suggester.asked == ["de", "en", "de"])
    assert context.desk.preferences.values.suggestion_language == "en"


def test_rules_are_judged_while_typing(qtbot: QtBot, open_dialog: Open) -> None:
    """Each rule gets a tick or a cross, and an empty field none; the count follows F2."""
    dialog = open_dialog()
    hints = dialog.findChildren(RuleHint)
    identify()
    press(Qt.Key.Key_Return)
    type_in("Mül".replace("ü", "u"))
    qtbot.waitUntil(lambda: hints[0].kept is False)
    assert hints[0].text == "At least 4 characters"
    type_in("ler")
    qtbot.waitUntil(lambda: hints[0].kept is True)
    assert [hint.kept for hint in hints][1] is False
    press(Qt.Key.Key_F2)
    assert hints[0].text == "6 characters (at least 4)"
    for _ in range(6):
        press(Qt.Key.Key_Backspace)
    assert [hint.kept for hint in hints] == [None] * 4


def test_two_different_entries_are_not_saved(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """A slip of the finger is found; capitals and spaces are none."""
    dialog = open_dialog()
    identify()
    type_password(TYPED, "Zebra 85")
    press(Qt.Key.Key_Return, CONTROL)
    assert messages(dialog) == ["The two entries are not the same."]
    assert "set" not in storage.calls
    for _ in range(2):
        press(Qt.Key.Key_Backspace)
    type_in("5 8")
    assert messages(dialog) == []
    save(qtbot, dialog)
    assert stage_of(dialog) is Stage.SHOWN


def test_a_difference_is_said_at_once(qtbot: QtBot, open_dialog: Open) -> None:
    """As soon as the second entry is as long as the first, or is left; not while it grows."""
    dialog = open_dialog()
    first, second = entries(dialog)
    difference = "The two entries are not the same."
    first.setFocus()
    type_in("Zebra58")
    second.setFocus()
    type_in("Zebra8")
    assert second.message == ""
    type_in("5")
    assert second.message == difference
    press(Qt.Key.Key_Backspace)
    assert second.message == ""
    first.setFocus()
    assert second.message == difference
    second.setFocus()
    press(Qt.Key.Key_Backspace)
    type_in("58")
    assert second.message == ""
    assert stage_of(dialog) is Stage.TYPING


def test_a_refused_password_stays_in_the_field(qtbot: QtBot, open_dialog: Open) -> None:
    """The reason stands below the password, the focus in it, and nothing is lost."""
    dialog = open_dialog()
    identify()
    type_password("1234", "1234")
    save(qtbot, dialog)
    assert messages(dialog) == ["It is among what everybody tries first."]
    assert entries(dialog)[0].peek().reveal() == "1234"
    assert focused() is entries(dialog)[0].focusProxy()


def test_after_a_failure_everything_is_still_there(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """A full disk loses nothing; the same text is saved with the next Ctrl+Enter."""
    dialog = open_dialog()
    identify()
    type_password()
    storage.failure = DiskFullError()
    save(qtbot, dialog)
    assert bars(dialog)[0].startswith("Not saved. What you typed is still here. The disk is full.")
    storage.failure = None
    save(qtbot, dialog)
    assert stage_of(dialog) is Stage.SHOWN
    assert "Not saved" not in "".join(bars(dialog))


def test_a_locked_keyring_is_said_before_anything_is_typed(
    qtbot: QtBot, open_dialog: Open, keys: FakeKeys
) -> None:
    """Nobody types a password that cannot be saved."""
    keys.failure = KeyringLockedError()
    dialog = open_dialog()
    qtbot.waitUntil(lambda: bool(bars(dialog)))
    assert bars(dialog)[0].startswith("Nothing can be saved now. The system's keyring is locked.")


def test_esc_asks_once_where_something_was_typed(qtbot: QtBot, open_dialog: Open) -> None:
    """The first Esc asks, typing goes on; Ctrl+D is the answer that closes and wipes."""
    dialog = open_dialog()
    identify()
    type_password()
    press(Qt.Key.Key_D, CONTROL)  # nothing was asked
    press(Qt.Key.Key_Escape)
    assert bars(dialog) == ["Discard what was typed? Esc goes back."]
    type_in("9")
    assert bars(dialog) == []
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Escape)
    assert len(bars(dialog)) == 1
    press(Qt.Key.Key_D, CONTROL)
    assert not dialog.isVisible()
    assert TYPED not in texts_in(dialog)


def test_no_number_of_esc_throws_away_what_was_typed(qtbot: QtBot, open_dialog: Open) -> None:
    """Too soon after the question Esc does nothing, later it takes the question back."""
    dialog = open_dialog()
    identify()
    type_password()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert bars(dialog) == ["Discard what was typed? Esc goes back."]
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Escape)
    assert bars(dialog) == []
    assert dialog.isVisible()
    assert [entry.peek().reveal() for entry in entries(dialog)] == [TYPED] * 2


def test_esc_closes_an_untouched_form(open_dialog: Open) -> None:
    """A proposed reference is not something typed."""
    dialog = open_dialog()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_password_is_shown_once_and_spelled(qtbot: QtBot, open_dialog: Open) -> None:
    """Large, letter by letter, named to a screen reader; the form holds it no more."""
    dialog = open_dialog()
    set_password(qtbot, dialog)
    shown, tiles = dialog.findChild(ShownPassword), dialog.findChild(SpellingTiles)
    assert isinstance(shown, ShownPassword)
    assert isinstance(tiles, SpellingTiles)
    assert shown.is_shown
    assert shown.accessibleDescription() == TYPED
    assert tiles.accessibleDescription().startswith("Z Zwickau, e Essen")
    assert all(entry.is_empty() for entry in entries(dialog))
    assert all(not row.text() for row in suggestions(dialog))
    assert one(dialog, StepStrip).accessibleName() == "Step 3 of 3: Hand over"


def test_ten_characters_leave_room_for_the_receipt(qtbot: QtBot, open_dialog: Open) -> None:
    """At the usual size the receipt and its button are read without scrolling."""
    dialog = open_dialog()
    identify()
    type_password("Laterne 51", "Laterne 51")
    save(qtbot, dialog)
    area, button = one(dialog, QScrollArea), one(dialog, CopyReceiptButton)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    bottom = button.mapTo(area.viewport(), QPoint(0, button.height())).y()
    assert bottom <= area.viewport().height()


def test_a_missing_reference_leaves_the_note_in_its_line(open_dialog: Open) -> None:
    """The reason stands below the reference and moves nothing beside it."""
    dialog = open_dialog()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, CONTROL)
    QApplication.processEvents()
    reference, note = dialog.findChildren(TextField)
    assert reference.mapTo(dialog, QPoint()).y() == note.mapTo(dialog, QPoint()).y()


def test_a_refused_password_cuts_nothing(qtbot: QtBot, open_dialog: Open) -> None:
    """The reason takes the room that is kept for the chance of a suggestion."""
    dialog = open_dialog()
    identify()
    type_password("1234", "1234")
    save(qtbot, dialog)
    assert messages(dialog) == ["It is among what everybody tries first."]
    bar = one(dialog, QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_a_missing_answer_cuts_nothing(qtbot: QtBot, open_dialog: Open) -> None:
    """The reason has the line of the guessing chance, which comes back afterwards."""
    dialog = open_dialog()
    suggestions(dialog)[0].click()
    chance = dialog.findChildren(HintLine)[-1]
    assert chance.text.startswith("Guessing it")
    bar = one(dialog, QScrollArea).verticalScrollBar()
    for sentence in ("Choose how you checked who this is.", "Say what you checked against."):
        assert chance.isVisible()
        press(Qt.Key.Key_Return, CONTROL)
        assert messages(dialog) == [sentence]
        assert not chance.isVisible()
        QApplication.processEvents()
        assert bar.maximum() == 0
        dialog.findChildren(OptionRow)[1].click()
    type_in("Passport 123")
    assert chance.isVisible()


def test_a_bar_lengthens_the_window_instead_of_covering_the_form(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """What was not saved, then the question of Esc, and the form is whole beside both."""
    dialog = open_dialog()
    bar = one(dialog, QScrollArea).verticalScrollBar()
    usual = dialog.height()
    identify()
    type_password()
    storage.failure = DiskFullError()
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.height() > usual)
    first = dialog.height()
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.height() > first)
    assert len(bars(dialog)) == 2
    assert (bar.maximum(), bar.isVisible()) == (0, False)
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())


def test_a_bar_leaves_a_window_alone_that_was_made_small(qtbot: QtBot, open_dialog: Open) -> None:
    """The body of such a window scrolls in any case; its size is its user's."""
    dialog = open_dialog()
    dialog.resize(dialog.minimumSize())
    bar = one(dialog, QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    identify(reference="File 7")
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(bars(dialog)))
    QApplication.processEvents()
    assert dialog.size() == dialog.minimumSize()


def test_f2_hides_the_password_for_good(qtbot: QtBot, open_dialog: Open) -> None:
    """Afterwards no widget holds it, and nothing brings it back."""
    dialog = open_dialog()
    set_password(qtbot, dialog)
    press(Qt.Key.Key_F2)
    assert stage_of(dialog) is Stage.HIDDEN
    press(Qt.Key.Key_F2)
    assert TYPED not in texts_in(dialog)
    assert "Essen" not in texts_in(dialog)


def test_time_hides_the_password(qtbot: QtBot, open_dialog: Open) -> None:
    """The countdown starts at two minutes and ends in the same way as F2."""
    dialog = open_dialog()
    set_password(qtbot, dialog)
    countdown = dialog.findChild(Countdown)
    assert isinstance(countdown, Countdown)
    assert 118 <= countdown.seconds_left <= 120
    countdown.finished.emit()
    assert stage_of(dialog) is Stage.HIDDEN
    assert TYPED not in texts_in(dialog)


def test_enter_finishes_but_never_by_a_double_press(qtbot: QtBot, open_dialog: Open) -> None:
    """The Enter that saved cannot close what nobody has read yet."""
    dialog = open_dialog()
    set_password(qtbot, dialog)
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert TYPED not in texts_in(dialog)


def test_esc_asks_while_the_password_is_shown(qtbot: QtBot, open_dialog: Open) -> None:
    """It cannot be shown again, so that Esc alone does not take it away."""
    dialog = open_dialog()
    set_password(qtbot, dialog)
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Escape)
    assert "Close? The password cannot be shown again. Esc goes back." in bars(dialog)
    assert one(dialog, DiscardBar).button.text() == "Close"
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not one(dialog, DiscardBar).is_asking
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_D, CONTROL)
    assert not dialog.isVisible()


def test_f9_copies_the_receipt_and_nothing_of_the_password(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """The one line for the ticket names customer, time, person and receipt."""
    dialog = open_dialog()
    set_password(qtbot, dialog)
    press(Qt.Key.Key_F9)
    line = QGuiApplication.clipboard().text()
    receipt = storage.journal.entries(JournalQuery())[0].receipt
    assert line.startswith("Telephone password · customer 104233 · new password set · ")
    assert line.endswith(f" · Tanja Lang · {receipt}")
    assert TYPED not in line


@pytest.mark.parametrize(
    ("steps", "words"), [(1, "Works for one call"), (2, "Works until 23 Nov 2026 14:07")]
)
def test_a_password_may_hold_for_one_call_or_a_day(
    qtbot: QtBot,
    open_dialog: Open,
    storage: FakeStorage,
    steps: int,
    words: str,
) -> None:
    """The choice is stored and named beside the password."""
    dialog = open_dialog()
    customer = storage.customers.find_number("104233")
    identify()
    type_password()
    press(Qt.Key.Key_Return)
    for _ in range(steps):
        press(Qt.Key.Key_Right)
    save(qtbot, dialog)
    assert words in texts_in(dialog)
    standing = storage.customers.details(customer.id).standing
    assert standing.single_use is (steps == 1)
    if steps == 2:
        storage.clock.advance(timedelta(days=1))
        standing = storage.customers.details(customer.id).standing
        assert standing.state is PasswordState.EXPIRED


def test_a_notice_may_be_prepared_when_the_password_is_saved(
    qtbot: QtBot, open_dialog: Open, customers: dict[str, Customer]
) -> None:
    """Also for a customer without an e-mail address, who gets a letter; reached by Tab."""
    dialog = open_dialog(customers["104871"])
    changes, notices = QSignalSpy(dialog.changed), QSignalSpy(dialog.notice_wanted)
    set_password(qtbot, dialog)
    for _ in range(12):
        press(Qt.Key.Key_Tab)
        if "Prepare a notice…" in str(focused().property("text")):
            break
    press(Qt.Key.Key_Space)
    if not notices.count():
        qtbot.wait(GUARD_MS + 50)
        press(Qt.Key.Key_Space)
    assert notices.at(0) == [Notice(NoticeKind.SET, customers["104871"], changes.at(0)[0].at)]


def test_closing_while_saving_forgets_and_still_reports_the_change(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """Esc waits for the answer; a lock closes at once, and the change arrives all the same."""
    dialog = open_dialog()
    changes = QSignalSpy(dialog.changed)
    identify()
    type_password()
    storage.hold()
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    press(Qt.Key.Key_L, CONTROL)
    assert not dialog.isVisible()
    storage.release()
    qtbot.waitUntil(lambda: changes.count() == 1)
    assert TYPED not in texts_in(dialog)


def test_f2_shows_and_masks_both_entries(open_dialog: Open) -> None:
    """One key for both, as they are compared by eye."""
    dialog = open_dialog()
    identify()
    type_password()
    press(Qt.Key.Key_F2)
    assert [entry.is_revealed for entry in entries(dialog)] == [True, True]
    press(Qt.Key.Key_F2)
    assert [entry.is_revealed for entry in entries(dialog)] == [False, False]


def test_the_focused_field_is_in_sight_in_the_smallest_window(open_dialog: Open) -> None:
    """The body scrolls with the focus; header, steps and foot stay."""
    dialog = open_dialog()
    dialog.resize(dialog.minimumSize())
    identify()
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    for _ in range(3):
        press(Qt.Key.Key_Return)
        place = focused().mapTo(area.viewport(), QPoint(0, focused().height()))
        assert 0 < place.y() <= area.viewport().height()
    assert area.horizontalScrollBar().maximum() == 0
