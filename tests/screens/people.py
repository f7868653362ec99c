"""The people of a team, and what is asked before something is done about one of them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.server_errors import ServerUnreachableError
from desktop_app.gui.context import Desk
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.people.invitation_dialogs import InvitationDialog, InviteDialog, ResetDialog
from desktop_app.gui.people.member_dialog import MemberDialog
from desktop_app.gui.people.people_texts import MemberAct
from desktop_app.gui.people.people_window import PeopleWindow
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.widgets.dialog_frame import PlainFrame
from tests.gui.fake_people import FakeTeam
from tests.gui.fixed_files import FixedFile
from tests.screens._settling import settle
from tests.screens.registry import screen

_FILE = Path("/home/tanja/Documents/huber.watchword")


def _desk(appearance: Appearance) -> Desk:
    return Desk(appearance, Tasks(), Preferences())


def _window(appearance: Appearance, team: FakeTeam) -> PeopleWindow:
    window = PeopleWindow(_desk(appearance), team.care, FixedFile(_FILE), PlainFrame.open)
    window.show()
    window.activateWindow()
    settle(window.isActiveWindow)
    settle(lambda: not window.is_busy)
    return window


def _shown(dialog: QuietDialog) -> QuietDialog:
    dialog.show()
    dialog.activateWindow()
    settle(dialog.isActiveWindow)
    settle(lambda: not dialog.is_busy)
    QApplication.processEvents()
    return dialog


def _type(text: str) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QWidget)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@screen("people")
def people(appearance: Appearance) -> QWidget:
    window = _window(appearance, FakeTeam())
    for _ in range(2):
        QTest.keyClick(window.table, Qt.Key.Key_Down)
    return window


@screen("people-narrow")
def people_narrow(appearance: Appearance) -> QWidget:
    window = _window(appearance, FakeTeam())
    window.resize(560, 480)
    return window


@screen("people-offline")
def people_offline(appearance: Appearance) -> QWidget:
    team = FakeTeam()
    team.failure = ServerUnreachableError("db1.support.example")
    return _window(appearance, team)


@screen("people-invite")
def people_invite(appearance: Appearance) -> QWidget:
    dialog = InviteDialog(_desk(appearance), FakeTeam().care, FixedFile(None))
    _shown(dialog)
    _type("Rosa Huber")
    _type("Rosa")
    return _shown(dialog)


@screen("people-invited")
def people_invited(appearance: Appearance) -> QWidget:
    dialog: InvitationDialog = InviteDialog(_desk(appearance), FakeTeam().care, FixedFile(_FILE))
    _shown(dialog)
    _type("Rosa Huber")
    _type("huber")
    settle(lambda: dialog.is_written)
    return _shown(dialog)


@screen("people-role")
def people_role(appearance: Appearance) -> QWidget:
    team = FakeTeam()
    member = team.members["berger"]
    return _shown(MemberDialog(_desk(appearance), team.care, MemberAct.CHANGE_ROLE, member))


@screen("people-remove")
def people_remove(appearance: Appearance) -> QWidget:
    team = FakeTeam()
    member = team.members["berger"]
    return _shown(MemberDialog(_desk(appearance), team.care, MemberAct.REMOVE, member))


@screen("people-reset")
def people_reset(appearance: Appearance) -> QWidget:
    team = FakeTeam()
    member = team.members["berger"]
    return _shown(ResetDialog(_desk(appearance), team.care, member, FixedFile(_FILE)))
