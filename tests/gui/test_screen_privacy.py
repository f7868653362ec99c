"""Which windows are kept out of recordings, and when."""

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.desktop.screen_privacy import ScreenPrivacy
from desktop_app.gui.preferences import Preferences


class Capture:
    """What the system was told last about each window."""

    def __init__(self) -> None:
        self.excluded: dict[int, bool] = {}

    def __call__(self, window: int, *, excluded: bool) -> bool:
        self.excluded[window] = excluded
        return True


@pytest.fixture
def capture() -> Capture:
    return Capture()


@pytest.fixture
def preferences() -> Preferences:
    return Preferences()


@pytest.fixture
def privacy(capture: Capture, preferences: Preferences) -> ScreenPrivacy:
    return ScreenPrivacy(capture, preferences)


def test_a_dialog_is_excluded_before_it_is_seen(
    qtbot: QtBot, privacy: ScreenPrivacy, capture: Capture
) -> None:
    """The system is told at the moment the window is shown, and again after it was closed."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    privacy.protect(dialog)
    assert capture.excluded == {}
    dialog.show()
    assert capture.excluded == {dialog.winId(): True}
    dialog.close()
    capture.excluded.clear()
    dialog.show()
    assert capture.excluded == {dialog.winId(): True}


def test_a_part_of_a_window_protects_it_while_shown(
    qtbot: QtBot, privacy: ScreenPrivacy, capture: Capture
) -> None:
    """The main window is excluded while its lock screen asks for the PIN, and only then."""
    window = QWidget()
    qtbot.addWidget(window)
    part = QLabel("PIN", window)
    window.setMinimumSize(200, 100)
    QVBoxLayout(window).addWidget(part)
    part.hide()
    privacy.protect(part)
    window.show()
    assert capture.excluded == {}
    part.show()
    assert capture.excluded == {window.winId(): True}
    part.hide()
    assert capture.excluded == {window.winId(): False}


def test_remote_support_is_let_in_at_once(
    qtbot: QtBot, privacy: ScreenPrivacy, capture: Capture, preferences: Preferences
) -> None:
    """The person's choice holds for the windows that are open, in both directions."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    privacy.protect(dialog)
    assert capture.excluded[dialog.winId()]
    preferences.change(allow_screen_capture=True)
    assert not capture.excluded[dialog.winId()]
    preferences.change(allow_screen_capture=False)
    assert capture.excluded[dialog.winId()]


def test_a_window_that_is_gone_is_forgotten(
    qtbot: QtBot, privacy: ScreenPrivacy, capture: Capture, preferences: Preferences
) -> None:
    """Closing and deleting a dialog leaves nothing to apply a choice to."""
    dialog = QDialog()
    privacy.protect(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.deleteLater()
    capture.excluded.clear()
    preferences.change(allow_screen_capture=True)
    assert capture.excluded == {}
