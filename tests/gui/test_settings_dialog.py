"""Settings, the fault dialog and the about dialog."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import __version__
from desktop_app.core.preferences import Language, SchemeChoice, TextSize
from desktop_app.gui.about_dialog import AboutDialog
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.crash_dialog import CrashDialog, CrashNotice
from desktop_app.gui.settings_dialog import SettingsDialog
from tests.gui.by_keyboard import at_rest, go_to, press, says, shown

REPORT = Path("logs") / "crash-20261122T130700Z-00.txt"


def _nowhere(_folder: Path) -> None:
    """No folder is opened."""


def test_the_colours_change_at_once(qtbot: QtBot, desk: Desk) -> None:
    """An arrow key is enough, and the choice is kept."""
    desk.appearance.set_choice(SchemeChoice.LIGHT)
    desk.preferences.change(theme="light")
    dialog = at_rest(qtbot, SettingsDialog(desk))
    press(Qt.Key.Key_Right)
    assert desk.appearance.choice is SchemeChoice.DARK
    assert desk.preferences.values.theme == "dark"
    assert dialog.isVisible()


def test_every_choice_is_kept(qtbot: QtBot, desk: Desk) -> None:
    """Key caps, alphabet, language and screen capture, by Tab and Space or arrows."""
    dialog = at_rest(qtbot, SettingsDialog(desk, can_exclude=True))
    go_to("Show pictures of keys")
    press(Qt.Key.Key_Space)
    go_to("DIN 5009")
    press(Qt.Key.Key_Right)
    go_to("As the window")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    go_to("Allow screen capture")
    press(Qt.Key.Key_Space)
    assert dialog.isVisible()
    values = desk.preferences.values
    assert not values.key_caps
    assert not desk.appearance.theme.key_caps
    assert values.alphabet == "older-german"
    assert values.suggestion_language == "en"
    assert values.allow_screen_capture


def test_the_text_size_changes_at_once(qtbot: QtBot, desk: Desk) -> None:
    """Every text grows, the dialog with it; as the system is the way back."""
    dialog = at_rest(qtbot, SettingsDialog(desk))
    height = dialog.height()
    go_to("Show pictures of keys")
    press(Qt.Key.Key_Backtab)
    for _ in range(3):
        press(Qt.Key.Key_Right)
    assert desk.preferences.values.text_size == TextSize.LARGE
    assert desk.appearance.theme.text_factor == 1.5
    assert desk.appearance.theme.fonts.sans().pixelSize() == 20
    qtbot.waitUntil(lambda: dialog.height() > height)
    for _ in range(3):
        press(Qt.Key.Key_Left)
    assert desk.preferences.values.text_size.factor is None


def test_the_dialog_is_whole_when_the_text_becomes_larger(qtbot: QtBot, desk: Desk) -> None:
    """It becomes wider at once, and stays on the screen; no label is pushed out at its side."""
    dialog = at_rest(qtbot, SettingsDialog(desk))
    width = dialog.width()
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    go_to("Show pictures of keys")
    press(Qt.Key.Key_Backtab)
    for _ in range(4):
        press(Qt.Key.Key_Right)
    assert desk.appearance.theme.text_factor == 2.0
    screen = dialog.screen().availableGeometry()
    qtbot.waitUntil(lambda: dialog.width() >= min(2 * width, screen.width()))
    content = area.widget()
    assert content is not None
    qtbot.waitUntil(lambda: content.width() == area.viewport().width())
    assert area.horizontalScrollBar().value() == 0
    qtbot.waitUntil(lambda: screen.contains(dialog.frameGeometry()))


def test_the_language_is_one_that_is_installed(qtbot: QtBot, desk: Desk) -> None:
    """It is said when another one comes; a language without a catalogue counts as the system's."""
    desk.preferences.change(language=Language.GERMAN)
    dialog = at_rest(qtbot, SettingsDialog(desk))
    assert "Deutsch" not in [each.text() for each in dialog.findChildren(QRadioButton)]
    assert "next start" not in says(dialog)
    go_to("DIN 5009")
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Right)
    assert desk.preferences.values.language is Language.ENGLISH
    assert "The language changes with the next start." in says(dialog)


def test_entries_may_begin_shown(qtbot: QtBot, desk: Desk) -> None:
    """Masked is the default; the note says when they are masked in any case."""
    dialog = at_rest(qtbot, SettingsDialog(desk))
    assert not desk.preferences.values.entry_shown
    assert "loses the keyboard masks them in any case" in says(dialog)
    go_to("Show telephone passwords while typing")
    press(Qt.Key.Key_Space)
    assert desk.preferences.values.entry_shown


def test_screen_capture_is_offered_where_it_means_something(qtbot: QtBot, desk: Desk) -> None:
    """Only where the system can keep windows out of recordings, with the reason beside it."""
    without = at_rest(qtbot, SettingsDialog(desk))
    assert "capture" not in says(without)
    offered = at_rest(qtbot, SettingsDialog(desk, can_exclude=True))
    boxes = [box.text() for box in offered.findChildren(QCheckBox)]
    assert "Allow screen capture" in boxes
    assert "remote support" in says(offered)


def test_the_pin_is_asked_for_from_here(qtbot: QtBot, desk: Desk) -> None:
    """Where there can be none the button says why."""
    dialog = at_rest(qtbot, SettingsDialog(desk))
    go_to("Personal PIN…")
    with qtbot.waitSignal(dialog.pin_requested):
        press(Qt.Key.Key_Return)
    demo = at_rest(qtbot, SettingsDialog(desk, pin_unavailable="Off in the demo"))
    reasons = [each.accessibleDescription() for each in demo.findChildren(QWidget)]
    assert "Off in the demo" in reasons


def test_a_fault_says_where_its_report_is(qtbot: QtBot, desk: Desk) -> None:
    """The folder can be opened; Enter goes on, and nothing about the fault is shown."""
    opened: list[Path] = []
    dialog = at_rest(qtbot, CrashDialog(desk, REPORT, opened.append))
    assert str(REPORT) in says(dialog)
    go_to("Open folder")
    press(Qt.Key.Key_Return)
    assert opened == [Path("logs")]
    go_to("Go on")
    with qtbot.assertNotEmitted(dialog.quit_requested), qtbot.waitSignal(dialog.rejected):
        press(Qt.Key.Key_Return)


def test_without_a_report_there_is_no_folder(qtbot: QtBot, desk: Desk) -> None:
    """It is said that none could be written."""
    dialog = at_rest(qtbot, CrashDialog(desk, None, _nowhere))
    assert "could not be written" in says(dialog)
    with pytest.raises(AssertionError):
        go_to("Open folder")


def test_one_fault_is_told_at_a_time(qtbot: QtBot, desk: Desk) -> None:
    """A fault that repeats opens no second window; after the first one another may be told."""
    window = shown(qtbot, QWidget())
    notice = CrashNotice(desk, _nowhere, window)
    notice.show(REPORT)
    first = notice.dialog
    assert first is not None
    notice.show(REPORT)
    assert notice.dialog is first
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    go_to("Quit")
    with qtbot.waitSignal(notice.quit_requested):
        press(Qt.Key.Key_Return)
    notice.show(REPORT)
    assert notice.dialog is not None
    assert notice.dialog is not first


def test_about_names_version_licence_and_sources(qtbot: QtBot, desk: Desk) -> None:
    """Plain text, closed by Enter and by Esc."""
    dialog = at_rest(qtbot, AboutDialog(desk))
    text = says(dialog)
    for part in (__version__, "MIT", "Qt", "Creative Commons Attribution 3.0", "dys2p"):
        assert part in text
    with qtbot.waitSignal(dialog.accepted):
        press(Qt.Key.Key_Return)
