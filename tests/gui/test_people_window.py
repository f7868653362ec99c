"""The people of the team, by keyboard only."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import NotAllowedError
from desktop_app.core.people_errors import LastAdminError
from desktop_app.gui.context import Desk
from desktop_app.gui.people.people_model import Column, PeopleModel
from desktop_app.gui.people.people_texts import MemberAct, act_button
from desktop_app.gui.people.people_window import PeopleWindow
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.widgets.dialog_frame import PlainFrame
from tests.gui.by_keyboard import enter, focused, go_to, press, says, shown
from tests.gui.fake_people import WORDS, FakeTeam
from tests.gui.fixed_files import FixedFile

Key = Qt.Key
FILE = Path("huber.watchword")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def team() -> FakeTeam:
    return FakeTeam()


@pytest.fixture
def chooser() -> FixedFile:
    return FixedFile(FILE)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, team: FakeTeam, chooser: FixedFile) -> PeopleWindow:
    def show(dialog: PlainFrame) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        dialog.activateWindow()

    window = shown(qtbot, PeopleWindow(desk, team.care, chooser, show))
    qtbot.waitUntil(lambda: not window.is_busy)
    return window


@pytest.fixture
def select(window: PeopleWindow) -> Callable[[str], None]:
    """Moves the selection by the arrow keys."""

    def select(login: str) -> None:
        for _ in range(10):
            member = window.table.member
            if member is not None and member.person.login == login:
                return
            press(Key.Key_Down)
        raise AssertionError(login)

    return select


def dialog_over(qtbot: QtBot, window: PeopleWindow) -> QuietDialog:
    """The dialog that came up over the window."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QuietDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QuietDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def back_in(qtbot: QtBot, window: PeopleWindow) -> None:
    """The dialog is gone and the list is read again."""
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    qtbot.waitUntil(lambda: not window.is_busy)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def open_act(act: MemberAct) -> None:
    go_to(act_button(act))
    press(Key.Key_Space)


def rows(window: PeopleWindow) -> list[list[str]]:
    model = window.table.model()
    return [
        [str(model.index(row, column).data()) for column in Column]
        for row in range(model.rowCount())
    ]


def test_the_list_says_who_is_there_and_how(window: PeopleWindow) -> None:
    """Role, last seen, an open invitation, one that is over, a pause."""
    found = {row[1]: row for row in rows(window)}
    assert found["berger"] == ["Lukas Berger", "berger", "Agent", "today 14:03", "Active"]
    assert found["maier"][4] == "Checks paused since today 13:07"
    assert found["oezdemir"][3:] == ["Never", "Invited until 27 Nov 2026"]
    assert found["wolf"][4] == "Invitation is over"


def test_the_model_keeps_qts_rules(qapp: QApplication, team: FakeTeam) -> None:
    """Empty and filled, also while the rows change; a row is spoken as one sentence."""
    model = PeopleModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_members(team.all(), team.clock())
    model.set_members([], team.clock())
    model.set_members(team.all(), team.clock())
    whole = model.index(0, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert whole == "Lukas Berger, berger, Agent, today 14:03, Active"
    assert tester.model() is model


def test_a_pause_is_ended(
    qtbot: QtBot, window: PeopleWindow, team: FakeTeam, select: Callable[[str], None]
) -> None:
    """The dialog says what it means; afterwards the same person is selected and active."""
    select("maier")
    open_act(MemberAct.RESUME)
    dialog = dialog_over(qtbot, window)
    assert "Ask first what happened" in says(dialog)
    go_to("Resume")
    press(Key.Key_Space)
    back_in(qtbot, window)
    assert team.done == [("resume", "maier")]
    assert window.table.member is not None
    assert window.table.member.paused_at is None
    assert window.table.member.person.login == "maier"


def test_a_role_is_changed(
    qtbot: QtBot, window: PeopleWindow, team: FakeTeam, select: Callable[[str], None]
) -> None:
    """Arrows choose, the hint says what the role may do, Enter takes it; Tab goes on."""
    select("berger")
    open_act(MemberAct.CHANGE_ROLE)
    dialog = dialog_over(qtbot, window)
    press(Key.Key_Right)
    assert "reads the journal" in says(dialog)
    press(Key.Key_Tab)
    button = focused()
    assert isinstance(button, QPushButton)
    assert button.text() == "Change role"
    press(Key.Key_Backtab)
    press(Key.Key_Return)
    back_in(qtbot, window)
    assert team.done == [("role", "berger", "lead")]
    assert rows(window)[0][2] == "Team lead"


def test_somebody_is_removed_after_a_confirmation(
    qtbot: QtBot, window: PeopleWindow, team: FakeTeam, select: Callable[[str], None]
) -> None:
    """The focus is on Cancel, so that Enter alone removes nobody; the meaning is said."""
    select("berger")
    open_act(MemberAct.REMOVE)
    dialog = dialog_over(qtbot, window)
    assert "disconnected at once" in says(dialog)
    assert "rotate the key" in says(dialog)
    press(Key.Key_Return)
    back_in(qtbot, window)
    assert team.done == []
    open_act(MemberAct.REMOVE)
    dialog_over(qtbot, window)
    go_to("Remove")
    with qtbot.waitSignal(window.changed):
        press(Key.Key_Space)
    back_in(qtbot, window)
    assert team.done == [("remove", "berger")]
    assert "berger" not in {row[1] for row in rows(window)}


def test_a_refusal_stays_in_the_dialog(
    qtbot: QtBot, window: PeopleWindow, team: FakeTeam, select: Callable[[str], None]
) -> None:
    """The server's answer is said as a sentence, and nothing else happens."""
    select("berger")
    open_act(MemberAct.REMOVE)
    dialog = dialog_over(qtbot, window)
    team.failure = LastAdminError()
    go_to("Remove")
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: bool(dialog.failure_text))
    team.failure = None
    press(Key.Key_Escape)
    back_in(qtbot, window)
    assert "berger" in team.members


def test_a_reset_writes_an_invitation_and_shows_its_words_once(
    qtbot: QtBot, window: PeopleWindow, team: FakeTeam, select: Callable[[str], None]
) -> None:
    """A stolen computer: said that the key should be rotated; the words are gone afterwards."""
    QGuiApplication.clipboard().clear()
    select("berger")
    open_act(MemberAct.RESET)
    dialog = dialog_over(qtbot, window)
    assert "rotate the key" in says(dialog)
    go_to("Reset and save the invitation…")
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: WORDS in says(dialog))
    assert str(FILE) in says(dialog)
    assert QGuiApplication.clipboard().text() == ""
    assert isinstance(dialog, QDialog)
    press(Key.Key_Space)
    press(Key.Key_Return)
    back_in(qtbot, window)
    assert team.done == [("reset", "berger", FILE.name)]
    assert WORDS not in says(window)


def test_somebody_is_invited(
    qtbot: QtBot, window: PeopleWindow, team: FakeTeam, chooser: FixedFile
) -> None:
    """Ctrl+N, name, login, role; the file's name is proposed and the list has the new one."""
    press(Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_over(qtbot, window)
    enter("Rosa Huber")
    enter("huber")
    qtbot.waitUntil(lambda: WORDS in says(dialog))
    assert "never together with the words" in says(dialog)
    assert "7 days" in says(dialog)
    assert chooser.asked == ["huber.watchword"]
    press(Key.Key_Space)
    press(Key.Key_Return)
    back_in(qtbot, window)
    assert team.done == [("invite", "huber", "agent", FILE.name)]
    assert rows(window)[-1][4] == "Invited until 29 Nov 2026"


def test_no_stray_key_ends_the_only_showing_of_the_words(
    qtbot: QtBot, window: PeopleWindow, chooser: FixedFile
) -> None:
    """Enter, Esc and the window's cross leave them there; a ticked box lets Done close it."""
    press(Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_over(qtbot, window)
    enter("Rosa Huber")
    enter("huber")
    qtbot.waitUntil(lambda: WORDS in says(dialog))
    for leave in (lambda: press(Key.Key_Return), lambda: press(Key.Key_Escape), dialog.close):
        leave()
        assert dialog.isVisible()
        assert WORDS in says(dialog)
        assert isinstance(focused(), QCheckBox)
    [done] = [each for each in dialog.findChildren(QPushButton) if each.text() == "Done"]
    assert (done.isEnabled(), done.toolTip()) == (False, "Tell the words first")
    press(Key.Key_Space)
    assert done.isEnabled()
    go_to("Done")
    press(Key.Key_Return)
    back_in(qtbot, window)


def test_a_pause_takes_the_words_off_the_screen_whoever_has_them(
    qtbot: QtBot, window: PeopleWindow
) -> None:
    """Ctrl+L asks nothing; somebody who has lost the words resets the login."""
    press(Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_over(qtbot, window)
    enter("Rosa Huber")
    enter("huber")
    qtbot.waitUntil(lambda: WORDS in says(dialog))
    with qtbot.waitSignal(dialog.lock_requested):
        press(Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()


def test_a_login_that_cannot_be_used_is_said_beside_its_field(
    qtbot: QtBot, window: PeopleWindow, team: FakeTeam
) -> None:
    """One with capitals before anybody is asked, one that is taken after the server was."""
    press(Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_over(qtbot, window)
    enter("Rosa Huber")
    enter("Rosa")
    assert "small letters" in says(dialog)
    field = focused()
    assert isinstance(field, QLineEdit)
    field.setText("berger")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert focused() is field
    assert dialog.failure_text == ""
    assert team.done == []


def test_what_is_not_possible_says_why(window: PeopleWindow, select: Callable[[str], None]) -> None:
    """One's own login is another administrator's business; a pause that is none needs no end."""
    select("lang")
    reasons = {
        each.text(): each.accessibleDescription()
        for each in window.findChildren(QPushButton)
        if each.text() in set(map(act_button, MemberAct))
    }
    assert reasons == {
        "Change role…": "Another administrator has to do this for you",
        "Resume…": "Only needed while somebody's checks are paused",
        "Reset…": "Another administrator has to do this for you",
        "Remove…": "Another administrator has to do this for you",
    }


def test_enter_goes_to_what_can_be_done(
    window: PeopleWindow, select: Callable[[str], None]
) -> None:
    """Nothing is done by it."""
    select("maier")
    press(Key.Key_Return)
    button = focused()
    assert isinstance(button, QPushButton)
    assert button.text() == "Change role…"


def test_a_list_that_cannot_be_read_says_why(
    qtbot: QtBot, window: PeopleWindow, team: FakeTeam
) -> None:
    """The last one stays; F5 tries again."""
    team.failure = NotAllowedError()
    press(Key.Key_F5)
    qtbot.waitUntil(lambda: "could not be read" in says(window))
    assert len(rows(window)) == len(team.members)
    team.failure = None
    team.clock.now += timedelta(minutes=1)
    press(Key.Key_F5)
    qtbot.waitUntil(lambda: "could not be read" not in says(window))
