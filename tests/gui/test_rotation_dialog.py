"""The rotation of the team key, by keyboard only."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import KeyRotatedError, WatchwordError
from desktop_app.core.secret import Secret
from desktop_app.core.team_keys import (
    KeyFile,
    KeyHolder,
    KeyOverview,
    KeyState,
    KnownKey,
    KnownKeys,
)
from desktop_app.gui.context import Desk
from desktop_app.gui.keys.rotation_dialog import PROPOSED_NAME, Rotation, RotationDialog
from tests.gui.by_keyboard import at_rest, go_to, press, says
from tests.gui.fixed_files import FixedFile

FILE = Path("new.wwkey")
WORDS = "regal mundart kuchen segel anker birne"
NOW = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)
OLD, NEW = b"key id 1", b"key id 2"

CURRENT = KnownKey(OLD, KeyState.CURRENT, NOW, "Ada Admin")
ANNOUNCED = KnownKey(NEW, KeyState.ANNOUNCED, NOW, "Ada Admin")
HOLDER = KeyHolder("agent", "Anna Agent", "desk-7", OLD, NOW, NOW, is_waited_for=True)


class Steps:
    """A team's key and what was done to it; ``failure`` is raised instead."""

    def __init__(self, *keys: KnownKey, holders: tuple[KeyHolder, ...] = ()) -> None:
        self.known = KeyOverview(KnownKeys(keys), holders, {OLD: 12})
        self.failure: WatchwordError | None = None
        self.is_in_use = False
        self.begun: list[Path] = []
        self.started = 0

    def begin(self, path: Path) -> KeyFile:
        if self.failure is not None:
            raise self.failure
        self.begun.append(path)
        return KeyFile(Secret(WORDS), NEW, self.is_in_use)

    def start(self) -> None:
        if self.failure is not None:
            raise self.failure
        self.started += 1

    @property
    def rotation(self) -> Rotation:
        return Rotation(lambda: self.known, self.begin, self.start)


def dialog_of(qtbot: QtBot, desk: Desk, steps: Steps) -> RotationDialog:
    return at_rest(qtbot, RotationDialog(desk, steps.rotation, FixedFile(FILE)))


@pytest.mark.parametrize(
    ("is_in_use", "sentence"),
    [(False, "used once every computer has it"), (True, "The new key is in use")],
)
def test_a_new_key_is_made_and_its_words_are_shown(
    qtbot: QtBot, desk: Desk, *, is_in_use: bool, sentence: str
) -> None:
    """A place, then six words to be told; they are gone with the dialog, which then says so."""
    steps = Steps(CURRENT)
    steps.is_in_use = is_in_use
    chooser = FixedFile(FILE)
    dialog = at_rest(qtbot, RotationDialog(desk, steps.rotation, chooser))
    assert "Make a new key for the team" in says(dialog)
    go_to("Make a new key…")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: WORDS in says(dialog))
    assert (steps.begun, chooser.asked) == ([FILE], [PROPOSED_NAME])
    assert sentence in says(dialog)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        with qtbot.assertNotEmitted(dialog.rotated):
            press(key)
        assert WORDS in says(dialog)
    press(Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.rotated):
        press(Qt.Key.Key_Return)
    assert WORDS not in says(dialog)


def test_closing_it_rotates_nothing(qtbot: QtBot, desk: Desk) -> None:
    """Esc leaves the key as it is, and nobody insists on a recovery file."""
    steps = Steps(CURRENT)
    dialog = dialog_of(qtbot, desk, steps)
    with qtbot.assertNotEmitted(dialog.rotated), qtbot.waitSignal(dialog.rejected):
        press(Qt.Key.Key_Escape)
    assert (steps.begun, steps.started) == ([], 0)


def test_what_is_left_under_an_old_key_is_counted(qtbot: QtBot, desk: Desk) -> None:
    """With the day from which a new password is needed."""
    retired = KnownKey(OLD, KeyState.RETIRED, NOW, "Ada Admin", NOW + timedelta(days=90))
    newer = replace(CURRENT, key_id=NEW)
    text = says(dialog_of(qtbot, desk, Steps(newer, retired)))
    assert "12 passwords are still under a key that was replaced" in text
    assert "The first of them expire 20" in text


def test_who_is_missing_is_named(qtbot: QtBot, desk: Desk) -> None:
    """By name and computer, at most eight of them; who has it is not waited for."""
    holders = tuple(
        replace(HOLDER, name=f"Person {number}", is_waited_for=number != 0) for number in range(12)
    )
    text = says(dialog_of(qtbot, desk, Steps(ANNOUNCED, CURRENT, holders=holders)))
    assert "Ada Admin announced it" in text
    assert "Person 1 · desk-7" in text
    assert "Person 8" in text
    assert "Person 9" not in text
    assert "Person 0" not in text
    assert "and 3 more" in text


def test_the_file_can_be_written_again(qtbot: QtBot, desk: Desk) -> None:
    """For a colleague who has lost it."""
    steps = Steps(ANNOUNCED, CURRENT, holders=(HOLDER,))
    dialog = dialog_of(qtbot, desk, steps)
    go_to("Write its file again…")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: WORDS in says(dialog))
    assert steps.begun == [FILE]


def test_an_admin_waits_for_nobody(qtbot: QtBot, desk: Desk) -> None:
    """The dialog says what that means for who is missing."""
    steps = Steps(ANNOUNCED, CURRENT, holders=(HOLDER,))
    dialog = dialog_of(qtbot, desk, steps)
    assert "waits for nobody" in says(dialog)
    go_to("Use it now")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "The new key is in use" in says(dialog))
    assert steps.started == 1
    with qtbot.waitSignal(dialog.rotated):
        press(Qt.Key.Key_Return)


def test_a_failure_is_said_and_the_dialog_stays(qtbot: QtBot, desk: Desk) -> None:
    """Somebody else was quicker."""
    steps = Steps(CURRENT)
    steps.failure = KeyRotatedError()
    dialog = dialog_of(qtbot, desk, steps)
    go_to("Make a new key…")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "changed at the same time" in dialog.failure_text)
    assert dialog.isVisible()
