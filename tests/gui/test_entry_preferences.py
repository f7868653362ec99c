"""What a person's and a team's choices do in the windows of a check and of a new password."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer
from desktop_app.core.policy import Policy
from desktop_app.core.suggestions import Suggester
from desktop_app.gui.context import Context
from desktop_app.gui.password.password_dialog import PasswordDialog
from desktop_app.gui.verify.team_text import TeamText
from desktop_app.gui.verify.verify_dialog import Stage, VerifyDialog
from desktop_app.gui.widgets.banner import VerdictBanner
from desktop_app.gui.widgets.password_entry import PasswordEntry
from desktop_app.gui.widgets.spelling_strip import SpellingStrip
from tests.gui.by_keyboard import enter, focused, go_to, press, says, shown
from tests.gui.fakes import FakeKeys, FakeStorage

RIGHT, WRONG = "Ahorn 42", "Birke 17"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Open = Callable[[Policy], VerifyDialog]


class _German(QTranslator):
    """A catalogue that has no text but its own name."""

    def translate(
        self, context: str, _text: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str | None:
        return "de" if context == "Language" else None


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """Windows that speak German, as far as they say so."""
    catalogue = _German()
    qapp.installTranslator(catalogue)
    yield
    qapp.removeTranslator(catalogue)


@pytest.fixture
def open_dialog(
    qtbot: QtBot,
    context: Context,
    storage: FakeStorage,
    keys: FakeKeys,
    customers: dict[str, Customer],
) -> Open:
    storage.put_password(customers["104233"], RIGHT, keys)

    def build(policy: Policy) -> VerifyDialog:
        dialog = VerifyDialog(context._replace(policy=policy), customers["104233"])
        shown(qtbot, dialog)
        qtbot.waitUntil(lambda: not dialog.is_busy)
        return dialog

    return build


def entries(window: QWidget) -> list[PasswordEntry]:
    return window.findChildren(PasswordEntry)


def answered(qtbot: QtBot, dialog: VerifyDialog, word: str) -> str:
    enter(word)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    return says(dialog)


BOTH = {
    "text_after_match_de": "Adresse bestätigen.",
    "text_after_match_en": "Confirm the address.",
    "text_without_match_de": "Rückruf anbieten.",
}


def test_the_teams_text_is_in_the_windows_language(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """After a match; and where that language has none, the other's."""
    policy = replace(storage.policy, **BOTH)  # type: ignore[arg-type]
    said = answered(qtbot, open_dialog(policy), WRONG)
    assert "Rückruf anbieten." in said
    said = answered(qtbot, open_dialog(policy), RIGHT)
    assert "Confirm the address." in said
    assert "Adresse bestätigen." not in said


@pytest.mark.usefixtures("german")
def test_a_german_window_has_the_german_text(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """The same team, the other language."""
    policy = replace(storage.policy, **BOTH)  # type: ignore[arg-type]
    assert "Adresse bestätigen." in answered(qtbot, open_dialog(policy), RIGHT)


@pytest.mark.parametrize("length", [0, 40, 2_000])
def test_a_teams_text_never_hides_the_answer(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, length: int
) -> None:
    """However long it is, the banner is the same; a long one is reached by Tab and scrolls."""
    plain = open_dialog(storage.policy)
    answered(qtbot, plain, RIGHT)
    before = banner(plain).size()
    plain.done(0)
    text = ("Confirm the address. " * 100)[:length]
    dialog = open_dialog(replace(storage.policy, text_after_match_en=text))
    room = dialog.size()
    answered(qtbot, dialog, RIGHT)
    assert banner(dialog).size() == before
    assert banner(dialog).accessibleName().startswith("You may give information")
    assert dialog.size() == room
    area = dialog.findChild(TeamText)
    assert isinstance(area, TeamText)
    assert area.isVisible() == bool(length)
    if length < 2_000:
        assert area.focusPolicy() is Qt.FocusPolicy.NoFocus
        return
    go_to("From your team")
    press(Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    press(Qt.Key.Key_Tab)
    assert not area.hasFocus()


def banner(dialog: VerifyDialog) -> VerdictBanner:
    found = dialog.findChild(VerdictBanner)
    assert isinstance(found, VerdictBanner)
    return found


def test_an_entry_begins_masked(open_dialog: Open, storage: FakeStorage) -> None:
    """Unless somebody has chosen otherwise."""
    dialog = open_dialog(storage.policy)
    [entry] = entries(dialog)
    assert not entry.is_revealed


def test_an_entry_begins_shown_where_somebody_wants_it(
    qtbot: QtBot,
    context: Context,
    open_dialog: Open,
    storage: FakeStorage,
) -> None:
    """And so does the next try; F2 still masks it."""
    context.desk.preferences.change(entry_shown=True)
    dialog = open_dialog(storage.policy)
    [entry] = entries(dialog)
    assert entry.is_revealed
    strip = dialog.findChild(SpellingStrip)
    assert isinstance(strip, SpellingStrip)
    assert not strip.is_masked
    answered(qtbot, dialog, WRONG)
    assert dialog.stage is Stage.AGAIN
    assert entry.is_revealed
    assert entry.is_empty()
    QTest.keyClicks(focused(), "Z")
    press(Qt.Key.Key_F2)
    assert not entry.is_revealed


def test_a_new_password_begins_shown_too(
    qtbot: QtBot, context: Context, customers: dict[str, Customer]
) -> None:
    """Both of its entries."""
    context.desk.preferences.change(entry_shown=True)
    dialog = shown(qtbot, PasswordDialog(context, customers["104233"], Suggester()))
    assert [entry.is_revealed for entry in entries(dialog)] == [True, True]
