"""A try whose answer gets lost with the connection: found out by its id, never a verdict."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Challenge, Submission
from desktop_app.core.errors import CustomerNotFoundError, DatabaseClosedError, StorageError
from desktop_app.core.server_errors import NoAnswerError, ServerUnreachableError
from desktop_app.core.verification import VerifyCaller
from desktop_app.gui import retry
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.verify.key_guard import GUARD_MS
from desktop_app.gui.verify.verify_dialog import Stage, VerifyDialog
from desktop_app.gui.verify.verify_flow import VerifyFlow
from tests.gui.fakes import FakeStorage
from tests.gui.test_verify_dialog import (
    RIGHT,
    WRONG,
    Open,
    open_dialog,
    press,
    say,
    stage_of,
    texts,
)

__all__ = ["open_dialog"]

UNKNOWN = "Whether this try was counted is not known yet."


class Line:
    """The way to the database: ``submit`` gets through without an answer, then nothing does."""

    def __init__(self, storage: FakeStorage, monkeypatch: pytest.MonkeyPatch) -> None:
        self._storage = storage
        self._monkeypatch = monkeypatch
        self.asked: list[UUID] = []
        self.failure: StorageError | None = ServerUnreachableError("db")
        self._plain = {
            name: getattr(storage.credentials, name)
            for name in ("challenge", "submit", "was_charged")
        }

    def lose_answer(self, *, was_sent: bool) -> None:
        """The next submission is done or not, and nobody hears of it."""

        def submit(*arguments: Any) -> Submission:
            if was_sent:
                self._plain["submit"](*arguments)
            raise NoAnswerError

        def was_charged(attempt: UUID) -> bool:
            self.asked.append(attempt)
            if self.failure is not None:
                raise self.failure
            return bool(self._plain["was_charged"](attempt))

        self._monkeypatch.setattr(self._storage.credentials, "submit", submit)
        self._monkeypatch.setattr(self._storage.credentials, "was_charged", was_charged)

    def come_back(self) -> None:
        """From now on everything works."""
        self.failure = None
        self._monkeypatch.setattr(self._storage.credentials, "submit", self._plain["submit"])


@pytest.fixture
def line(storage: FakeStorage, monkeypatch: pytest.MonkeyPatch) -> Line:
    return Line(storage, monkeypatch)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits seconds waits milliseconds."""
    monkeypatch.setattr(retry, "_SECOND_MS", 1)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is asked again by itself."""
    monkeypatch.setattr(retry, "_SECOND_MS", 1_000_000)


@pytest.mark.parametrize("was_sent", [True, False])
def test_it_is_asked_for_until_it_is_known(
    qtbot: QtBot, open_dialog: Open, line: Line, quick: None, *, was_sent: bool
) -> None:
    """Always by the same id; the answer itself stays unsaid."""
    dialog = open_dialog()
    line.lose_answer(was_sent=was_sent)
    say(qtbot, dialog, WRONG)
    assert stage_of(dialog) is Stage.NOT_CHECKED
    assert UNKNOWN in texts(dialog)
    qtbot.waitUntil(lambda: len(line.asked) > 1)
    assert len(set(line.asked)) == 1
    line.come_back()
    counted = f"This try was {'' if was_sent else 'not '}counted."
    qtbot.waitUntil(lambda: counted in texts(dialog))
    assert stage_of(dialog) is Stage.NOT_CHECKED
    assert f"{4 if was_sent else 5} of 5 tries left" in texts(dialog)
    assert "The database answers again." in texts(dialog)
    assert "Nothing can be checked" not in texts(dialog)


def test_a_customer_deleted_meanwhile_is_said(
    qtbot: QtBot, open_dialog: Open, line: Line, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are no tries to show, and nothing to check any more."""
    dialog = open_dialog()
    line.lose_answer(was_sent=True)
    say(qtbot, dialog, WRONG)

    gone = CustomerNotFoundError("104233")

    def open_again(_self: VerifyCaller, _customer_id: int) -> Challenge:
        raise gone

    monkeypatch.setattr(VerifyCaller, "open", open_again)
    line.come_back()
    qtbot.waitUntil(lambda: "This try was counted." in texts(dialog))
    assert failure(gone) in texts(dialog)


def test_trying_again_asks_first(
    qtbot: QtBot, open_dialog: Open, line: Line, patient: None
) -> None:
    """F5 while the server is away changes nothing; once it is back, it says what was counted."""
    dialog = open_dialog()
    line.lose_answer(was_sent=True)
    say(qtbot, dialog, WRONG)
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: len(line.asked) == 1 and not dialog.is_busy)
    assert UNKNOWN in texts(dialog)
    line.come_back()
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: stage_of(dialog) is Stage.TYPING)
    assert "The try before was counted; its answer is lost." in texts(dialog)
    assert "4 of 5 tries left" in texts(dialog)
    say(qtbot, dialog, RIGHT)
    assert stage_of(dialog) is Stage.MATCHED


Leave = Callable[[], list[object]]


@pytest.fixture
def leave(qtbot: QtBot, open_dialog: Open, line: Line) -> Leave:
    """Close the dialog after a lost try; what its flow reports from then on."""

    def close() -> list[object]:
        dialog: VerifyDialog = open_dialog()
        line.lose_answer(was_sent=True)
        say(qtbot, dialog, WRONG)
        reports: list[object] = []
        kept: list[VerifyFlow] = []

        def keep(flow: VerifyFlow) -> None:
            flow.setParent(None)
            kept.append(flow)
            flow.ended_unread.connect(reports.append)
            flow.destroyed.connect(lambda: reports.append("gone"))

        dialog.check_left.connect(keep)
        dialog.reject()
        assert len(kept) == 1
        return reports

    return close


def test_a_closed_dialog_is_told_of_later(
    qtbot: QtBot, leave: Leave, line: Line, quick: None
) -> None:
    """Whoever does not wait for it gets the quiet line when it is known."""
    reports = leave()
    line.come_back()
    qtbot.waitUntil(lambda: len(reports) == 2)
    assert getattr(reports[0], "counted", None) is True
    assert reports[1] == "gone"


def test_a_pause_ends_the_asking(qtbot: QtBot, leave: Leave, line: Line, quick: None) -> None:
    """The database is closed, and nothing of the call is left behind."""
    line.failure = DatabaseClosedError()
    reports = leave()
    qtbot.waitUntil(lambda: reports == ["gone"])
