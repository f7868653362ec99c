"""The new telephone password: suggested or typed twice, by keyboard only."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import (
    Customer,
    PasswordState,
)
from desktop_app.core.errors import DatabaseBusyError
from desktop_app.core.preferences import SuggestionLanguage
from desktop_app.gui.context import Context
from desktop_app.gui.password.password_dialog import Stage
from desktop_app.gui.texts import sentences
from desktop_app.gui.widgets.hint_line import HintLine, RuleHint
from tests.gui.fakes import FakeCredential, FakeStorage
from tests.gui.password_driver import (
    CONTROL,
    OFFERED,
    TYPED,
    FixedSuggester,
    Open,
    entries,
    flow_of,
    focused,
    identify,
    messages,
    one,
    press,
    save,
    says_old_one,
    stage_of,
    suggestions,
    texts_in,
    type_in,
    type_password,
)


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
    open_password_dialog: Open,
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
    dialog = open_password_dialog(customer)
    assert not says_old_one(dialog)
    with qtbot.waitSignal(flow_of(dialog).replaces_known):
        storage.release()
    assert says_old_one(dialog) == is_said


def test_an_old_password_that_cannot_be_asked_for_is_warned_of(
    qtbot: QtBot, open_password_dialog: Open, storage: FakeStorage
) -> None:
    """Without an answer of the database the warning stands."""
    storage.failure = DatabaseBusyError()
    dialog = open_password_dialog()
    qtbot.waitUntil(lambda: says_old_one(dialog))


def test_letters_typed_at_the_suggestions_begin_a_password(
    qtbot: QtBot, open_password_dialog: Open
) -> None:
    """Nothing of it is lost, and a suggestion that was taken goes from both entries."""
    dialog = open_password_dialog()
    identify()
    assert focused() is suggestions(dialog)[0]
    press(Qt.Key.Key_Space)
    assert [entry.peek().reveal() for entry in entries(dialog)] == [OFFERED["de"][0]] * 2
    type_in(TYPED[0])
    type_in(TYPED[1:])
    assert [entry.peek().reveal() for entry in entries(dialog)] == [TYPED, ""]


def test_a_suggestion_fills_both_entries_and_shows_them(
    qtbot: QtBot, open_password_dialog: Open
) -> None:
    """Arrow keys choose; the chance of guessing it stands there until it is edited."""
    dialog = open_password_dialog()
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
    open_password_dialog: Open,
    customers: dict[str, Customer],
    suggester: FixedSuggester,
    context: Context,
) -> None:
    """More keep the language; another one is remembered for customers whose own is unknown."""
    dialog = open_password_dialog(replace(customers["104233"], language=""))
    press(Qt.Key.Key_G, CONTROL)
    qtbot.waitUntil(lambda: suggester.asked == ["en", "en"])
    identify()
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: suggestions(dialog)[0].text() == "Ahorn 42")
    assert context.desk.preferences.values.suggestion_language == "de"


def test_a_customer_is_offered_words_of_their_own_language(
    qtbot: QtBot, open_password_dialog: Open, suggester: FixedSuggester, context: Context
) -> None:
    """It comes before the preference, which a choice for one customer leaves alone."""
    context.desk.preferences.change(suggestion_language=SuggestionLanguage.ENGLISH)
    dialog = open_password_dialog()
    assert suggester.asked == ["de"]
    identify()
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: suggestions(dialog)[0].text() == "Maple 42")
    press(Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: suggester.asked == ["de", "en", "de"])
    assert context.desk.preferences.values.suggestion_language == "en"


def test_rules_are_judged_while_typing(qtbot: QtBot, open_password_dialog: Open) -> None:
    """Each rule gets a tick or a cross, and an empty field none; the count follows F2."""
    dialog = open_password_dialog()
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
    qtbot: QtBot, open_password_dialog: Open, storage: FakeStorage
) -> None:
    """A slip of the finger is found; capitals and spaces are none."""
    dialog = open_password_dialog()
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


def test_a_difference_is_said_at_once(qtbot: QtBot, open_password_dialog: Open) -> None:
    """As soon as the second entry is as long as the first, or is left; not while it grows."""
    dialog = open_password_dialog()
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


def test_a_refused_password_stays_in_the_field(qtbot: QtBot, open_password_dialog: Open) -> None:
    """The reason stands below the password, the focus in it, and nothing is lost."""
    dialog = open_password_dialog()
    identify()
    type_password("1234", "1234")
    save(qtbot, dialog)
    assert messages(dialog) == ["It is among what everybody tries first."]
    assert entries(dialog)[0].peek().reveal() == "1234"
    assert focused() is entries(dialog)[0].focusProxy()


def test_a_refused_password_cuts_nothing(qtbot: QtBot, open_password_dialog: Open) -> None:
    """The reason takes the room that is kept for the chance of a suggestion."""
    dialog = open_password_dialog()
    identify()
    type_password("1234", "1234")
    save(qtbot, dialog)
    assert messages(dialog) == ["It is among what everybody tries first."]
    bar = one(dialog, QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)


@pytest.mark.parametrize(
    ("steps", "words"), [(1, "Works for one call"), (2, "Works until 23 Nov 2026 14:07")]
)
def test_a_password_may_hold_for_one_call_or_a_day(
    qtbot: QtBot,
    open_password_dialog: Open,
    storage: FakeStorage,
    steps: int,
    words: str,
) -> None:
    """The choice is stored and named beside the password."""
    dialog = open_password_dialog()
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


def test_f2_shows_and_masks_both_entries(open_password_dialog: Open) -> None:
    """One key for both, as they are compared by eye."""
    dialog = open_password_dialog()
    identify()
    type_password()
    press(Qt.Key.Key_F2)
    assert [entry.is_revealed for entry in entries(dialog)] == [True, True]
    press(Qt.Key.Key_F2)
    assert [entry.is_revealed for entry in entries(dialog)] == [False, False]
