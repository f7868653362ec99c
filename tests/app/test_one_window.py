"""What belongs to the program itself: one window, the demo, faults, its end, its settings."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import EventKind, JournalQuery
from desktop_app.demo import DemoFolder
from desktop_app.gui.look.theme import Scheme
from desktop_app.system.folders import Folders
from desktop_app.window.workplace import Workplace
from tests.app.conftest import Start, no_window_system
from tests.app.office import WORD, Office
from tests.app.person import PATIENCE_MS, Person
from tests.secret_service import SecretService

pytestmark = no_window_system

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ROOT = Path(__file__).parents[2]
CANARY = "Zebrafink 4711 Kanarienvogel"


def program(*arguments: str, variables: Mapping[str, str]) -> "subprocess.Popen[str]":
    """Start the program as a user does."""
    return subprocess.Popen(
        [sys.executable, "-m", "desktop_app", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def end_of(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """Exit code and everything that was said."""
    said, _ = process.communicate(timeout=60)
    return process.returncode, said


# --- one window ----------------------------------------------------------------------------------


def test_a_second_start_brings_the_first_to_the_front(
    keyring: None, home: Path, qtbot: QtBot
) -> None:
    """It ends with 0 and without a word; the first goes on and ends in order on SIGTERM."""
    variables = {"WATCHWORD_HOME": str(home)}
    first = program("--profile", "workstation", variables=variables)
    try:
        log = home / "logs" / "watchword.log"
        qtbot.waitUntil(lambda: log.exists() and database_of(home).exists(), timeout=30_000)
        assert end_of_second(first, variables) == (0, "")
        assert first.poll() is None
    finally:
        first.send_signal(signal.SIGTERM)
        code, said = end_of(first)
        assert code == 0, said
        assert "Traceback" not in said


def end_of_second(first: "subprocess.Popen[str]", variables: Mapping[str, str]) -> tuple[int, str]:
    """How a second start ends, once the first is listening."""
    code, said = end_of(program(variables=variables))
    while code == 1 and first.poll() is None:
        code, said = end_of(program(variables=variables))
    return code, said


def test_the_question_how_to_begin_is_one_window_too(
    keyring: None, home: Path, qtbot: QtBot
) -> None:
    """A start without a profile asks; a second one ends, and without an answer nothing is made."""
    variables = {"WATCHWORD_HOME": str(home)}
    first = program(variables=variables)
    try:
        qtbot.waitUntil((home / "logs" / "watchword.log").exists, timeout=30_000)
        assert end_of_second(first, variables) == (0, "")
        assert first.poll() is None
    finally:
        first.send_signal(signal.SIGTERM)
        code, said = end_of(first)
    assert code == 0, said
    assert "Traceback" not in said
    assert not database_of(home).exists()
    assert not Folders.within(home).settings_file.exists()


def test_an_unknown_profile_is_one_sentence(home: Path) -> None:
    """A slip of the finger makes no database."""
    variables = {"WATCHWORD_HOME": str(home)}
    process = program("--profile", "offce", variables=variables)
    try:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("There is no profile “offce”")
    finally:
        process.kill()
        process.communicate()
    assert not list(home.glob("*.db"))


def database_of(home: Path) -> Path:
    """The database of the usual profile."""
    return Folders.within(home).database("workstation")


# --- the demo ------------------------------------------------------------------------------------


def test_the_demo_is_all_there_and_goes_without_a_trace(
    qtbot: QtBot, qapp: QApplication, no_keyring: None, home: Path
) -> None:
    """It says whom to try, which matches; Ctrl+L and back twice; closed, its folder is gone."""
    folder = DemoFolder()
    person = Person(qtbot, qapp, Workplace(folder.folders, "demo", is_demo=True))
    try:
        person.wait_for("Demo: the customers are invented", "Ahorn 42")
        number = demo_number(person)
        for _ in range(2):
            person.search(number)
            person.press(Key.Key_Return)
            person.wait_for_dialog("Verify caller")
            person.say("Ahorn 42")
            person.wait_for("Matches")
            person.press_until(Key.Key_Return, lambda: person.dialog() == "")
            person.press(Key.Key_L, CONTROL)
            person.wait_for("Watchword is locked")
            person.press(Key.Key_Return)
            person.wait_ready()
        person.wait_for("Demo: the customers are invented", "Ahorn 42")
    finally:
        person.end()
        folder.remove()
    assert not folder.folders.data.exists()
    assert not home.exists()


def demo_number(person: Person) -> str:
    """The number of the first customer that the strip names."""
    strip = next(line for line in person.says().splitlines() if "Passwords to try: " in line)
    return strip.split("Passwords to try: ")[1].split(" ")[0]


# --- faults --------------------------------------------------------------------------------------


def fault_in_slot(person: Person) -> None:
    """An exception in a slot of the GUI thread."""

    def fail() -> None:
        raise RuntimeError(CANARY)

    QTimer.singleShot(0, person.app.window, fail)


def fault_in_worker(person: Person) -> None:
    """An exception in a job of the task runner."""

    def fail() -> None:
        raise RuntimeError(CANARY)

    person.app._tasks.run(person.app.window, fail, lambda _nothing: None, lambda _error: None)


@pytest.mark.parametrize("cause", [fault_in_slot, fault_in_worker])
def test_a_fault_is_told_calmly_and_reported_safely(
    start: Start,
    office: Office,
    expected_faults: Callable[[], list[Path]],
    cause: Callable[[Person], None],
    capfd: pytest.CaptureFixture[str],
) -> None:
    """One dialog, one report without the exception's message; the window goes on."""
    person = start()
    person.wait_ready()
    cause(person)
    person.wait_for("Something went wrong in Watchword", "A report was written")
    [report] = expected_faults()
    assert str(report) in person.says()
    assert "RuntimeError" in report.read_text(encoding="utf-8")
    written = [path.read_bytes() for path in person.folder().rglob("*") if path.is_file()]
    assert not any(CANARY.encode() in each for each in written)
    assert CANARY not in person.screen()
    assert CANARY not in capfd.readouterr().err
    person.press(Key.Key_Escape)
    person.wait_for_dialog("")
    person.search("104233")


# --- the end -------------------------------------------------------------------------------------


def test_a_check_under_way_is_not_lost_by_closing(start: Start, office: Office) -> None:
    """The window closes at once; the try is on record, with its answer or without one."""
    person = start()
    person.wait_ready()
    person.search("104233")
    person.press(Key.Key_Return)
    person.wait_for_dialog("Verify caller")
    person.wait_for("5 of 5 tries left")
    person.say("Birke 17")
    person.end()
    with office.opened() as opened:
        assert opened.storage.journal.verify().fault is None
        customer = opened.storage.customers.find_number("104233")
        standing = opened.storage.customers.details(customer.id).standing
        kinds = (EventKind.ATTEMPT,)
        charged = opened.storage.journal.entries(JournalQuery(kinds=kinds))
        assert standing.tries_left == 5 - len(charged)
        opened.storage.close()
    again = start()
    again.wait_ready()
    again.search("104233")
    again.press(Key.Key_Return)
    again.wait_for_dialog("Verify caller")
    again.say(WORD)
    again.wait_for("Matches")


def test_the_keyrings_prompt_does_not_hold_up_the_end(
    start: Start, office: Office, prompting_secret_service: SecretService
) -> None:
    """Closed while the desktop asks for the keyring's password: nothing waits for the answer."""
    prompting_secret_service.lock()
    person = start()
    person.wait_for("Unlock…")
    person.go_to("Unlock…")
    with prompting_secret_service.prompt_expected():
        person.press(Key.Key_Space)
    assert person.is_working()
    person.end()
    assert person.app._tasks.close(0)


def test_a_form_with_changes_does_not_hold_up_the_systems_end(
    start: Start, office: Office, qapp: QApplication
) -> None:
    """SIGTERM: nobody is asked whether to discard."""
    if sys.platform == "win32":
        pytest.skip("there is no such signal")
    person = start()
    person.wait_ready()
    person.press(Key.Key_N, CONTROL)
    person.wait_for_dialog("New customer")
    person.type("104250")
    QTimer.singleShot(0, person.app, lambda: os.kill(os.getpid(), signal.SIGTERM))
    QTimer.singleShot(PATIENCE_MS, person.app, lambda: qapp.exit(9))
    qapp.setQuitOnLastWindowClosed(False)  # its event would end the next test's loops
    code = qapp.exec()
    qapp.setQuitOnLastWindowClosed(True)
    assert code == 0
    assert not person.app.window.isVisible()
    assert QApplication.activeModalWidget() is None


# --- settings ------------------------------------------------------------------------------------


def test_settings_are_kept(start: Start, office: Office) -> None:
    """Size of the window, the theme and the pictures of keys come back at the next start."""
    person = start()
    person.wait_ready()
    person.app.window.resize(700, 620)
    person.press(Key.Key_Comma, CONTROL)
    person.wait_for_dialog("Settings")
    person.press(Key.Key_Right)
    person.press(Key.Key_Right)
    person.go_to("Show pictures of keys")
    person.press(Key.Key_Space)
    person.press(Key.Key_Escape)
    person.wait_for_dialog("")
    person.end()
    kept = json.loads((person.folder() / "settings.json").read_text(encoding="utf-8"))
    assert kept["theme"] == "dark"
    assert kept["key_caps"] is False
    again = start()
    again.wait_ready()
    assert (again.app.window.width(), again.app.window.height()) == (700, 620)
    theme = again.app._desk.appearance.theme
    assert theme.scheme is Scheme.DARK
    assert not theme.key_caps


def test_damaged_settings_are_said_and_kept_aside(start: Start, office: Office) -> None:
    """The line stays beside what the key has to say."""
    office.place.folders.settings_file.write_text("{", encoding="utf-8")
    person = start()
    person.wait_ready()
    person.wait_for("Your settings could not be read", "The team key is not saved yet.")
    assert list(person.folder().glob("settings.json.damaged-*"))


def test_a_german_system_changes_nothing_that_breaks(tmp_path: Path, no_keyring: None) -> None:
    """The whole start and end under a German locale: no fault."""
    home = tmp_path / "home"
    process = program(
        "--profile",
        "workstation",
        variables={"WATCHWORD_HOME": str(home), "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"},
    )
    while process.poll() is None and not database_of(home).exists():
        os.sched_yield()
    process.send_signal(signal.SIGTERM)
    code, said = end_of(process)
    assert code == 0, said
    assert "Traceback" not in said
    assert not list(home.glob("logs/crash-*"))
