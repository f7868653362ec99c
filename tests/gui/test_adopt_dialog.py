"""Bringing a workstation's database into a shared one, by keyboard only."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import FileUnusableError, PassphraseWrongError
from desktop_app.core.people_errors import DatabaseInUseError
from desktop_app.core.server_errors import LoginRefusedError
from desktop_app.gui.context import Desk
from desktop_app.gui.setup.adopt_dialog import AdoptDialog
from tests.gui.by_keyboard import at_rest, enter, focused, go_to, press, says, typed_texts
from tests.gui.fake_adopting import ARCHIVE, FakeAdopting
from tests.gui.fixed_files import FixedFile

STRONG = "regal mundart kuchen segel anker birne"
FILE = Path("team.wwkey")
OWNER = "installer"
PASSWORD = "the owners own"


def tried(qtbot: QtBot, desk: Desk, adopting: FakeAdopting) -> AdoptDialog:
    """A dialog after a trial that went well."""
    dialog = at_rest(qtbot, AdoptDialog(desk, adopting, FixedFile(FILE)))
    enter(OWNER)
    enter(PASSWORD)
    qtbot.waitUntil(lambda: dialog.is_tried)
    return dialog


def test_a_trial_comes_first(qtbot: QtBot, desk: Desk) -> None:
    """It says what would be brought over; nothing was done, and Cancel is still there."""
    adopting = FakeAdopting()
    dialog = tried(qtbot, desk, adopting)
    assert adopting.tried == [OWNER]
    assert adopting.done == []
    assert "3 customers, 1 telephone password, 0 cautions would be brought over" in says(dialog)
    with qtbot.waitSignal(dialog.rejected):
        press(Qt.Key.Key_Escape)
    assert typed_texts(dialog) == [OWNER]


def test_everything_is_brought_over_with_its_recovery_file(qtbot: QtBot, desk: Desk) -> None:
    """Passphrase twice, a place; the dialog says where everything lies before it closes."""
    adopting = FakeAdopting()
    dialog = tried(qtbot, desk, adopting)
    assert focused().accessibleName() == "Passphrase of the recovery file"
    enter(STRONG)
    enter(STRONG)
    qtbot.waitUntil(lambda: dialog.is_adopted)
    assert adopting.done == [(OWNER, "", FILE, STRONG)]
    assert str(ARCHIVE) in says(dialog)
    assert str(FILE) in says(dialog)
    with qtbot.waitSignal(dialog.adopted):
        press(Qt.Key.Key_Return)


def test_a_vault_is_opened_for_it(qtbot: QtBot, desk: Desk) -> None:
    """Its passphrase is asked with the login, and again where it was wrong."""
    adopting = FakeAdopting(needs_vault=True)
    dialog = at_rest(qtbot, AdoptDialog(desk, adopting, FixedFile(FILE)))
    enter(OWNER)
    enter(PASSWORD)
    assert focused().accessibleName() == "Passphrase of the vault file"
    enter("wrong")
    qtbot.waitUntil(lambda: dialog.is_tried)
    adopting.failure = PassphraseWrongError()
    enter(STRONG)
    enter(STRONG)
    qtbot.waitUntil(lambda: focused().accessibleName() == "Passphrase of the vault file")
    adopting.failure = None
    assert not dialog.is_adopted


def test_a_refused_login_is_said_beside_it(qtbot: QtBot, desk: Desk) -> None:
    """And empty fields are, before anybody is asked."""
    adopting = FakeAdopting()
    adopting.failure = LoginRefusedError(OWNER)
    dialog = at_rest(qtbot, AdoptDialog(desk, adopting, FixedFile(FILE)))
    go_to("Trial run")
    press(Qt.Key.Key_Return)
    assert "Needed." in says(dialog)
    enter(OWNER)
    enter("wrong")
    qtbot.waitUntil(lambda: "does not take this login" in says(dialog))
    assert focused().accessibleName() == "Password for setting up, never stored"
    assert dialog.failure_text == ""


def test_other_failures_stand_below(qtbot: QtBot, desk: Desk) -> None:
    """A database that is not empty, a file that cannot be written."""
    adopting = FakeAdopting()
    adopting.failure = DatabaseInUseError()
    dialog = at_rest(qtbot, AdoptDialog(desk, adopting, FixedFile(FILE)))
    enter(OWNER)
    enter(PASSWORD)
    qtbot.waitUntil(lambda: bool(dialog.failure_text))
    adopting.failure = None
    go_to("Trial run")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.is_tried)
    adopting.failure = FileUnusableError(str(FILE), "exists")
    enter(STRONG)
    enter(STRONG)
    qtbot.waitUntil(lambda: "was left as it is" in dialog.failure_text)
    assert not dialog.is_adopted
