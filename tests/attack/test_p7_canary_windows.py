"""P7 in the windows: what is typed into the real widgets over the real engine reaches no disk.

Afterwards the home folder (database, log, settings, crash reports), the clipboard and both output
streams are searched for the typed texts, for what is computed of them and for the key.
"""

import logging
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core import verifier
from desktop_app.core.entities import Answer, JournalQuery, VerifierParameters
from desktop_app.core.preferences import SchemeChoice
from desktop_app.core.secret import Secret
from desktop_app.core.suggestions import Suggester
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.password.password_dialog import PasswordDialog
from desktop_app.gui.password.password_dialog import Stage as SetStage
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.verify.key_guard import GUARD_MS
from desktop_app.gui.verify.verify_dialog import Stage as CheckStage
from desktop_app.gui.verify.verify_dialog import VerifyDialog
from desktop_app.gui.widgets.fields import OptionRow
from desktop_app.gui.widgets.password_entry import PasswordEntry
from desktop_app.system.clock import utc_now
from desktop_app.system.crash_reports import CrashReports
from desktop_app.system.logs import Logging
from desktop_app.window.opening import Opened, profile_opener
from tests.attack import traces
from tests.commands.in_process import CHEAP, Workplace

NUMBER = "104233"
RIGHT, WRONG = "Zwetschge 7319", "Quittenmus 5528"
CONTROL = Qt.KeyboardModifier.ControlModifier


class Scene:
    """The windows of one user, with a log as talkative as it gets."""

    def __init__(self, workplace: Workplace, context: Context, opened: Opened) -> None:
        self.workplace = workplace
        self.context = context
        self.storage = opened.session.storage
        self.key = opened.session.keys.current()
        self.customer = self.storage.customers.find_number(NUMBER)
        self.used: list[VerifierParameters] = []
        self.note_parameters()

    @property
    def database(self) -> Path:
        return self.workplace.profile.database_path

    def note_parameters(self) -> None:
        """Remember under which salt the present password is stored."""
        parameters = self.storage.credentials.challenge(self.customer.id).parameters
        assert parameters is not None
        self.used.append(parameters)

    def report(self, error: BaseException) -> None:
        """What the program does with an exception that nobody expects."""
        logging.getLogger("desktop_app.faults").error("fault", exc_info=error)
        CrashReports(self.workplace.home / "logs", utc_now, {}).write(error)

    def assert_no_traces(self, capture: pytest.CaptureFixture[str]) -> None:
        entries = self.storage.journal.entries(JournalQuery())
        (self.workplace.home / "journal.txt").write_text(repr(entries), encoding="utf-8")
        self.storage.close()
        needles = [*traces.of_bytes(self.key.key.reveal())]
        for parameters in self.used:
            for typed in (RIGHT, WRONG):
                needles += traces.of_password(typed, parameters, self.customer.id, self.key)
        assert (self.workplace.home / "logs" / "watchword.log").exists()
        assert traces.found_below([self.workplace.home.parent], needles) == []
        shown = capture.readouterr()
        held = "\0".join((shown.out, shown.err, QGuiApplication.clipboard().text()))
        assert traces.found_in(held.encode(), needles) == []


@pytest.fixture
def scene(tmp_path: Path, qapp: QApplication) -> Iterator[Scene]:
    """A customer whose password is ``RIGHT``."""
    workplace = Workplace(tmp_path / "computer" / "home")
    workplace.home.parent.mkdir()
    opened = profile_opener(workplace.profile)()
    opened.session.storage.policies.save(CHEAP)
    workplace.import_list(f"number;name;phone\n{NUMBER};Jonas Quint;+496815550137\n")
    workplace.set(NUMBER, RIGHT)
    log = Logging(workplace.home / "logs" / "watchword.log", "debug")
    log.start()
    logging.getLogger("desktop_app").info("started")
    appearance = Appearance(
        qapp, choice=SchemeChoice.LIGHT, high_contrast=False, text_factor=1.0, reduced_motion=True
    )
    tasks = Tasks()
    policy = opened.session.storage.policies.load()
    context = Context(Desk(appearance, tasks, Preferences()), opened.session, policy)
    yield Scene(workplace, context, opened)
    QGuiApplication.clipboard().clear()
    assert tasks.close()
    opened.session.storage.close()
    log.stop()
    appearance.deleteLater()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def show(qtbot: QtBot, dialog: QWidget) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


def open_check(qtbot: QtBot, scene: Scene) -> VerifyDialog:
    dialog = VerifyDialog(scene.context, scene.customer)
    show(qtbot, dialog)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    return dialog


def say(qtbot: QtBot, dialog: VerifyDialog, text: str) -> CheckStage:
    """Type, show, try to copy, and check."""
    QTest.keyClicks(focused(), text)
    press(Qt.Key.Key_F2)
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert):
        press(key, CONTROL)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    return dialog.stage


def answer_of(scene: Scene) -> str:
    return scene.storage.journal.entries(JournalQuery(limit=1))[0].outcome


def test_match_and_no_match(qtbot: QtBot, scene: Scene, capfd: pytest.CaptureFixture[str]) -> None:
    """Wrong, then right, then the receipt copied; shown, selected and copied meanwhile."""
    dialog = open_check(qtbot, scene)
    say(qtbot, dialog, WRONG)
    assert answer_of(scene) == Answer.DOES_NOT_MATCH
    qtbot.wait(GUARD_MS + 50)
    say(qtbot, dialog, RIGHT)
    assert answer_of(scene) == Answer.MATCHES
    press(Qt.Key.Key_F9)
    assert NUMBER in QGuiApplication.clipboard().text()
    dialog.reject()
    scene.assert_no_traces(capfd)


def test_typed_and_cancelled(qtbot: QtBot, scene: Scene, capfd: pytest.CaptureFixture[str]) -> None:
    """What is never sent is nowhere either."""
    dialog = open_check(qtbot, scene)
    QTest.keyClicks(focused(), WRONG)
    dialog.reject()
    scene.assert_no_traces(capfd)


def test_an_exception_in_the_worker(
    qtbot: QtBot,
    scene: Scene,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A bug that quotes text and key in its message: not checked, reported without either."""

    def digest(typed: Secret[str], *_others: object) -> Secret[bytes]:
        raise ValueError(typed.reveal(), scene.key.key.reveal())

    # pytest-qt's own hook would print the message.
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: scene.report(error))
    monkeypatch.setattr(verifier, "digest", digest)
    dialog = open_check(qtbot, scene)
    assert say(qtbot, dialog, RIGHT) is CheckStage.NOT_CHECKED
    reports = scene.workplace.home / "logs"
    qtbot.waitUntil(lambda: len(list(reports.glob("crash-*.txt"))) == 1)
    monkeypatch.undo()
    dialog.reject()
    scene.assert_no_traces(capfd)


def _move_away(scene: Scene) -> Callable[[], None]:
    moved = scene.database.with_name("moved.db")
    scene.database.rename(moved)

    def move_back() -> None:
        moved.rename(scene.database)

    return move_back


def _lock(scene: Scene) -> Callable[[], None]:
    other = sqlite3.connect(scene.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other.close


def _fill(scene: Scene) -> Callable[[], None]:
    """No entry can be written any more, as on a full disk."""
    with closing(sqlite3.connect(scene.database)) as other, other:
        other.execute(
            "CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'full'); END"
        )

    def empty() -> None:
        with closing(sqlite3.connect(scene.database)) as other, other:
            other.execute("DROP TRIGGER full")

    return empty


@pytest.mark.parametrize("outage", [_move_away, _lock, _fill])
def test_a_database_outage(
    qtbot: QtBot,
    scene: Scene,
    capfd: pytest.CaptureFixture[str],
    outage: Callable[[Scene], Callable[[], None]],
) -> None:
    """Gone, locked, not to be written to: not checked, tried again, and never a verdict."""
    dialog = open_check(qtbot, scene)
    end = outage(scene)
    assert say(qtbot, dialog, RIGHT) is CheckStage.NOT_CHECKED
    dialog.reject()
    end()
    scene.assert_no_traces(capfd)


# --- setting -------------------------------------------------------------------------------------


def open_form(qtbot: QtBot, scene: Scene) -> PasswordDialog:
    """The form with an identity check done, at its first password entry."""
    dialog = PasswordDialog(scene.context, scene.customer, Suggester())
    show(qtbot, dialog)
    rows = dialog.findChildren(OptionRow)
    qtbot.waitUntil(lambda: all(row.isEnabled() for row in rows[-4:]))
    qtbot.waitUntil(lambda: " " in rows[0].accessibleDescription())
    press(Qt.Key.Key_Space)
    for _ in range(4):  # method, reference, note, suggestions
        press(Qt.Key.Key_Return)
    assert dialog.findChildren(PasswordEntry)[0].isAncestorOf(focused())
    return dialog


def type_twice(qtbot: QtBot, dialog: PasswordDialog, first: str, second: str) -> SetStage:
    """Type, show, try to copy, type again, save."""
    QTest.keyClicks(focused(), first)
    press(Qt.Key.Key_F2)
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_Insert):
        press(key, CONTROL)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), second)
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: stage_of(dialog) is not SetStage.SAVING)
    return stage_of(dialog)


def stage_of(dialog: PasswordDialog) -> SetStage:
    return dialog.stage  # read anew: mypy takes a property for a constant


def test_setting_and_handing_over(
    qtbot: QtBot, scene: Scene, capfd: pytest.CaptureFixture[str]
) -> None:
    """Saved, shown once, copied in vain, gone; the one before it as well."""
    dialog = open_form(qtbot, scene)
    assert type_twice(qtbot, dialog, WRONG, WRONG) is SetStage.SHOWN
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        press(key, CONTROL)
    scene.note_parameters()
    assert len({parameters.salt for parameters in scene.used}) == 2
    dialog.close()
    scene.assert_no_traces(capfd)


def test_two_different_entries(
    qtbot: QtBot, scene: Scene, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nothing is saved, and neither of them is anywhere."""
    dialog = open_form(qtbot, scene)
    assert type_twice(qtbot, dialog, RIGHT, WRONG) is SetStage.TYPING
    dialog.close()
    scene.assert_no_traces(capfd)


def test_a_password_that_cannot_be_saved(
    qtbot: QtBot, scene: Scene, capfd: pytest.CaptureFixture[str]
) -> None:
    """The database fails at the last step."""
    dialog = open_form(qtbot, scene)
    end = _fill(scene)
    assert type_twice(qtbot, dialog, WRONG, WRONG) is SetStage.TYPING
    end()
    dialog.close()
    scene.assert_no_traces(capfd)
