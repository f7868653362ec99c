"""From nothing to a checked caller: by keyboard, with a real server, TLS and keyrings."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app import app
from desktop_app.core.secret import Secret
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.setup.contract import SetupStep, Way
from desktop_app.gui.setup.step_list import StepState
from desktop_app.gui.setup.way_card import WayCard
from desktop_app.gui.setup.wizard import SetupWizard
from desktop_app.profiles.registry import profile_of
from desktop_app.system.folders import DEFAULT_PROFILE, Folders
from desktop_app.system.recovery import open_sealed
from desktop_app.system.settings import SettingsStore
from desktop_app.team.care import team_care_of
from desktop_app.window.workplace import Workplace
from tests.app.conftest import no_window_system
from tests.app.newcomer import Newcomer
from tests.app.office import CHEAP, CUSTOMERS, PASSPHRASE, WORD, Office
from tests.app.person import Person
from tests.secret_service import SecretService
from tests.storage.postgres_team import INSTALLER, PASSWORD, PostgresTeam

pytestmark = no_window_system

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier

_numbers = count(1)


class Desk:
    """A computer of its own: a folder, a keyring, and whoever sits there."""

    def __init__(
        self,
        qtbot: QtBot,
        application: QApplication,
        home: Path,
        service: SecretService,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        self.home = home
        self.folders = Folders.within(home)
        self._qtbot = qtbot
        self._application = application
        self.service = service
        self._monkeypatch = monkeypatch
        self._people: list[Person] = []

    def first_start(self, *, only: Way | None = None) -> Newcomer:
        """Start where there is no profile, or join or set up a shared database beside one."""
        self.sit_down()
        place = Workplace(self.folders, DEFAULT_PROFILE, is_demo=False)
        newcomer = Newcomer(self._qtbot, self._application, place, only=only)
        self._people.append(newcomer)
        return newcomer

    def start(self, profile: str) -> Person:
        """Start with this profile."""
        self.sit_down()
        place = Workplace(self.folders, profile, is_demo=False)
        person = Person(self._qtbot, self._application, place)
        self._people.append(person)
        return person

    def leave(self) -> None:
        """Close whatever is open."""
        for person in self._people:
            person.end()
        self._people.clear()

    def sit_down(self) -> None:
        """Use the keyring of this computer from now on."""
        self.leave()
        for name, value in self.service.variables.items():
            self._monkeypatch.setenv(name, value)


@pytest.fixture
def new_desk(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Desk]]:
    """Makes computers that know nothing of each other."""
    native = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QCoreApplication.setAttribute(native)
    desks: list[Desk] = []
    with ExitStack() as services:

        def make() -> Desk:
            service = services.enter_context(SecretService())
            home = tmp_path / f"desk-{len(desks)}"
            desks.append(Desk(qtbot, qapp, home, service, monkeypatch))
            return desks[-1]

        yield make
        for desk in reversed(desks):  # each start gives back what the one before it had
            desk.leave()
    QCoreApplication.setAttribute(native, on=False)


@pytest.fixture
def database(postgres_team: PostgresTeam) -> Iterator[str]:
    """The name of a database that is not there yet."""
    name = f"first_start_{next(_numbers)}"
    yield name
    with postgres_team.server.connect() as connection:
        found = connection.execute("SELECT FROM pg_database WHERE datname = %s", (name,))
        exists = found.fetchone() is not None
    if exists:
        postgres_team.drop(name)


def fill(person: Person, name: str, text: str) -> None:
    """Go to a field by Tab and type something else into it."""
    person.go_to(name)
    field = person.focused()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    person.type(text)


def fill_connection(person: Newcomer, team: PostgresTeam, database: str, authority: Path) -> None:
    """From the question, if it is asked, to the test of the connection."""
    person.wait(person.first.window.isVisible)
    if "Welcome to Watchword" in person.says():
        person.press(Key.Key_2)
        person.press(Key.Key_Return)
    person.wait_for("Connect to PostgreSQL")
    fill(person, "Host", "localhost")
    fill(person, "Port", str(team.server.port))
    fill(person, "Database", database)
    fill(person, "Login for setting up", INSTALLER)
    fill(person, "Password for setting up", PASSWORD)
    fill(person, "CA file", str(authority))
    person.press(Key.Key_Return)


def make(person: Newcomer, team: PostgresTeam, database: str, login: str) -> None:
    """From the question to everything that is made."""
    fill_connection(person, team, database, team.server.ca_file)
    person.wait_for("6 of 6 passed", "Encrypted with TLS", "Certificate is trusted")
    person.press_when_ready(Key.Key_Return)
    person.wait_for("Your own login")
    fill(person, "Your name, as colleagues know it", "Tanja Lang")
    fill(person, "Your login in the database", login)
    person.press(Key.Key_Return)


def set_up(person: Newcomer, team: PostgresTeam, database: str, login: str, file: Path) -> None:
    """From the question to the saved recovery file."""
    make(person, team, database, login)
    person.wait_for("Save the recovery file")
    person.enter(PASSPHRASE)
    person.enter(PASSPHRASE)
    person.choose_file(file)
    person.wait_for("The shared database is ready", str(file))
    person.press(Key.Key_Return)
    person.wait(lambda: person.profile is not None)


def invite(person: Person, login: str, file: Path) -> str:
    """Write an invitation for somebody; its words."""
    person.choose(Key.Key_T, "People…")
    person.wait_for_dialog("People")
    person.wait_for("Tanja Lang")
    person.press(Key.Key_N, CONTROL)
    person.wait_for_dialog("Invite somebody")
    person.enter("Lukas Berger")
    person.enter(login)
    person.choose_file(file)
    person.wait_for("Tell Lukas Berger these six words by voice")
    lines = [line.split() for line in person.says().splitlines()]
    words = next(" ".join(line) for line in lines if len(line) == 6 and all(map(str.isalpha, line)))
    person.press(Key.Key_Space)
    person.press(Key.Key_Return)
    person.wait_for_dialog("People")
    person.wait_for("Invited until")
    person.press(Key.Key_Escape)
    person.wait_for_dialog("")
    return words


def join(person: Newcomer, file: Path, words: str) -> None:
    """From the question to the profile in place."""
    person.wait_for("Welcome to Watchword")
    person.press(Key.Key_Return)
    person.choose_file(file)
    person.wait(lambda: person.focused().accessibleName() == "The six words")
    person.enter(words)


def test_a_team_from_nothing_to_a_checked_caller(
    new_desk: Callable[[], Desk], postgres_team: PostgresTeam, database: str, tmp_path: Path
) -> None:
    """Set up, invite, join on another computer, verify a caller there."""
    first, second = new_desk(), new_desk()
    admin, agent = f"lang{next(_numbers)}", f"berger{next(_numbers)}"
    recovery, invitation = tmp_path / "team.wwkey", tmp_path / "berger.watchword"
    newcomer = first.first_start()
    set_up(newcomer, postgres_team, database, admin, recovery)
    assert newcomer.profile == "team"
    assert SettingsStore(first.folders.settings_file).load().settings.profile == "team"
    opened = profile_of("team", first.folders).open()
    assert open_sealed(recovery, Secret(PASSPHRASE)) == opened.keys.all()
    opened.storage.policies.save(CHEAP)
    for draft in CUSTOMERS:
        opened.storage.customers.add(draft)
    Office.set_password(opened)
    opened.storage.close()
    lead = first.start("team")
    lead.wait_ready()
    assert lead.dialog() == ""
    words = invite(lead, agent, invitation)
    first.leave()
    joiner = second.first_start()
    join(joiner, invitation, "these are not the right words")
    joiner.wait_for("words")
    joiner.wait(lambda: not joiner.is_working())
    field = joiner.focused()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    joiner.enter(words.upper())
    joiner.wait_for("You have joined the team", "Lukas Berger, Agent")
    joiner.press(Key.Key_Return)
    joiner.wait(lambda: joiner.profile == "team")
    colleague = second.start("team")
    colleague.wait_ready()
    colleague.search("104233")
    colleague.press(Key.Key_Return)
    colleague.wait_for_dialog("Verify caller")
    colleague.say(WORD)
    colleague.wait_for("Matches")
    second.leave()
    # An invitation works once.
    third = new_desk().first_start()
    join(third, invitation, words)
    third.wait_for("This did not work.")
    assert third.profile is None
    third.end()
    for desk in (first, second):
        for path in filter(Path.is_file, desk.home.rglob("*")):
            content = path.read_bytes()
            assert PASSWORD.encode() not in content, path
            assert words.encode() not in content, path


def test_somebody_who_is_removed_is_out_at_once(
    new_desk: Callable[[], Desk], postgres_team: PostgresTeam, database: str, tmp_path: Path
) -> None:
    """Their window is open; after the removal it searches nothing any more."""
    first, second = new_desk(), new_desk()
    admin, agent = f"lang{next(_numbers)}", f"berger{next(_numbers)}"
    newcomer = first.first_start()
    set_up(newcomer, postgres_team, database, admin, tmp_path / "team.wwkey")
    lead = first.start("team")
    lead.wait_ready()
    words = invite(lead, agent, tmp_path / "berger.watchword")
    joiner = second.first_start()
    join(joiner, tmp_path / "berger.watchword", words)
    joiner.wait_for("You have joined the team")
    joiner.press(Key.Key_Return)
    joiner.wait(lambda: joiner.profile == "team")
    colleague = second.start("team")
    colleague.wait_ready()
    colleague.wait(lambda: not colleague.is_working())
    lead.choose(Key.Key_T, "People…")
    lead.wait_for_dialog("People")
    lead.wait_for(f"Lukas Berger, {agent}, Agent")
    lead.press(Key.Key_Home)
    assert agent < admin
    lead.go_to("Remove…")
    lead.press(Key.Key_Space)
    lead.wait_for_dialog("Remove Lukas Berger from the team")
    lead.go_to("Remove")
    lead.press(Key.Key_Space)
    lead.wait_for_dialog("People")
    lead.wait(lambda: "Lukas Berger" not in lead.says())
    lead.press(Key.Key_Escape)
    lead.wait_for_dialog("")
    colleague.press(Key.Key_F5)
    colleague.wait_for("does not accept the login")


def test_a_crash_before_the_recovery_file_loses_nothing(
    new_desk: Callable[[], Desk], postgres_team: PostgresTeam, database: str, tmp_path: Path
) -> None:
    """What was made is opened by the next start, which says that the key is not saved yet."""
    desk, admin = new_desk(), f"lang{next(_numbers)}"
    newcomer = desk.first_start()
    make(newcomer, postgres_team, database, admin)
    newcomer.wait_for("Save the recovery file")
    newcomer.press(Key.Key_Escape)
    newcomer.first.window.close()
    newcomer.wait_for("The recovery file is not saved yet.")
    assert newcomer.profile is None
    person = desk.start("team")
    person.wait_for("The team key is not saved yet.")
    person.wait_for("There are no customers yet.")


def test_a_keyring_that_is_locked_is_unlocked_on_the_way(
    new_desk: Callable[[], Desk], postgres_team: PostgresTeam, database: str
) -> None:
    """The page that needs it has the button; where it is open by then, setting up goes on."""
    desk = new_desk()
    newcomer = desk.first_start()
    desk.service.lock()
    make(newcomer, postgres_team, database, f"lang{next(_numbers)}")
    newcomer.wait_for("The system's keyring is locked.", "3 of 6 made", "Unlock…")
    newcomer.wait(lambda: not newcomer.is_working())
    desk.service.unlock()
    newcomer.press(Key.Key_Return)
    newcomer.wait_for("Save the recovery file")


def test_a_second_team_in_the_same_database_is_refused(
    new_desk: Callable[[], Desk], postgres_team: PostgresTeam, database: str, tmp_path: Path
) -> None:
    """Another computer sets the same database up: nothing is changed, and the step says why."""
    first, second = new_desk(), new_desk()
    newcomer = first.first_start()
    set_up(newcomer, postgres_team, database, f"lang{next(_numbers)}", tmp_path / "one.wwkey")
    other = second.first_start()
    make(other, postgres_team, database, f"maier{next(_numbers)}")
    other.wait(lambda: not other.is_working())
    steps = other.first.window.person.steps
    assert steps[SetupStep.SCHEMA] is StepState.PASSED
    assert steps[SetupStep.PERSON] is StepState.FAILED
    assert steps[SetupStep.KEY] is StepState.NOT_TRIED
    assert other.profile is None
    other.end()
    assert not SettingsStore(second.folders.settings_file).load().settings.connections


def test_a_wrong_authority_is_refused_before_the_password_is_sent(
    new_desk: Callable[[], Desk], postgres_team: PostgresTeam, database: str
) -> None:
    """Three steps have passed, the certificate has not; with the right file all do."""
    desk = new_desk()
    person = desk.first_start()
    server = postgres_team.server
    fill_connection(person, postgres_team, database, server.other_ca_file)
    person.wait_for("3 of 6 passed", "Certificate is not trusted", "Signed by “Watchword tests”")
    person.wait(lambda: not person.is_working())
    fill(person, "CA file", str(server.ca_file))
    person.press(Key.Key_T, CONTROL)
    person.wait_for("6 of 6 passed")


def test_this_workstation_begins_as_ever(new_desk: Callable[[], Desk]) -> None:
    """The key 3 and Enter; nothing is made before the profile is opened."""
    desk = new_desk()
    newcomer = desk.first_start()
    newcomer.wait_for("Welcome to Watchword")
    newcomer.press(Key.Key_3)
    newcomer.press(Key.Key_Return)
    newcomer.wait(lambda: newcomer.profile == DEFAULT_PROFILE)
    assert not desk.folders.database(DEFAULT_PROFILE).exists()
    person = desk.start(DEFAULT_PROFILE)
    person.wait_for_dialog("Recovery file")
    assert desk.folders.database(DEFAULT_PROFILE).exists()


def test_damaged_settings_are_said_beside_the_question(new_desk: Callable[[], Desk]) -> None:
    """They may have known a profile, so the person learns that they were lost."""
    desk = new_desk()
    desk.folders.create()
    desk.folders.settings_file.write_text("{", encoding="utf-8")
    newcomer = desk.first_start()
    newcomer.wait_for("Welcome to Watchword", "Your settings could not be read")


# --- moving up -----------------------------------------------------------------------------------


@pytest.fixture
def no_loop(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing ends the program's event loop, which is not there: the tests' own would end."""
    monkeypatch.setattr(qapp, "exit", lambda: None)
    qapp.setQuitOnLastWindowClosed(False)
    yield
    qapp.setQuitOnLastWindowClosed(True)


def test_a_workstation_moves_up_with_its_customers(
    no_loop: None,
    new_desk: Callable[[], Desk],
    postgres_team: PostgresTeam,
    database: str,
    tmp_path: Path,
) -> None:
    """From the menu to the wizard, and with trial and recovery file to a check that matches."""
    desk = new_desk()
    desk.sit_down()
    Office(Workplace(desk.folders, DEFAULT_PROFILE, is_demo=False)).furnish()
    before = desk.start(DEFAULT_PROFILE)
    before.wait_ready()
    before.choose(Key.Key_T, "Move to a shared database…")
    before.wait(lambda: before.app.next_way is Way.SHARED and not before.app.window.isVisible())
    newcomer = desk.first_start(only=Way.SHARED)
    newcomer.wait_for("Step 1 of 3.")
    set_up(newcomer, postgres_team, database, f"lang{next(_numbers)}", tmp_path / "one.wwkey")
    person = desk.start("team")
    person.wait_for("This computer has a database of its own.")
    person.choose(Key.Key_T, "Bring in this workstation's database…")
    person.wait_for_dialog("Bring in this workstation's database")
    person.enter(INSTALLER)
    person.enter(PASSWORD)
    person.wait_for("would be brought over", "Nothing was changed yet.")
    recovery = tmp_path / "two.wwkey"
    person.enter(PASSPHRASE)
    person.enter(PASSPHRASE)
    person.choose_file(recovery)
    person.wait_for("The shared database has it all", str(recovery))
    person.press_until(Key.Key_Return, lambda: person.dialog() == "")
    person.wait_ready()
    person.wait(lambda: "This computer has a database of its own." not in person.screen())
    person.search("104233")
    person.press(Key.Key_Return)
    person.wait_for_dialog("Verify caller")
    person.say(WORD)
    person.wait_for("Matches")
    person.end()
    assert not desk.folders.database(DEFAULT_PROFILE).exists()
    assert list(desk.folders.data.glob("workstation-until-*.db"))
    assert SettingsStore(desk.folders.settings_file).load().settings.profile == "team"


def test_somebody_who_was_reset_joins_anew_from_the_window_that_refuses_them(
    no_loop: None,
    new_desk: Callable[[], Desk],
    postgres_team: PostgresTeam,
    database: str,
    tmp_path: Path,
) -> None:
    """The refused window has the way to the invitation page, and the same profile works again."""
    first, second = new_desk(), new_desk()
    agent = f"berger{next(_numbers)}"
    newcomer = first.first_start()
    set_up(newcomer, postgres_team, database, f"lang{next(_numbers)}", tmp_path / "team.wwkey")
    lead = first.start("team")
    lead.wait_ready()
    words = invite(lead, agent, tmp_path / "berger.watchword")
    joiner = second.first_start()
    join(joiner, tmp_path / "berger.watchword", words)
    joiner.wait_for("You have joined the team")
    again = tmp_path / "again.watchword"
    second.leave()
    first.sit_down()
    opened = profile_of("team", first.folders).open()
    care = team_care_of(opened)
    assert care is not None
    words = care.invitations.again(agent, again).reveal()
    opened.storage.close()
    refused = second.start("team")
    refused.wait_for("Not signed in", "join with a new invitation")
    refused.go_to("Join a team…")
    refused.press(Key.Key_Space)
    refused.wait(lambda: refused.app.next_way is Way.JOIN and not refused.app.window.isVisible())
    joiner = second.first_start(only=Way.JOIN)
    joiner.wait_for("Choose…")
    joiner.press(Key.Key_Space)
    joiner.choose_file(again)
    joiner.wait(lambda: joiner.focused().accessibleName() == "The six words")
    joiner.enter(words)
    joiner.wait_for("You have joined the team")
    joiner.press(Key.Key_Return)
    joiner.wait(lambda: joiner.profile == "team")
    second.start("team").wait_ready()


def is_ready(window: MainWindow) -> bool:
    """Whether its profile is open."""
    return any(each.text() == "Ready" for each in window.findChildren(QLabel))


@pytest.fixture
def played(qapp: QApplication) -> Iterator[list[str]]:
    """Plays somebody at a program that runs its own event loops: what they met, in order."""
    met: list[str] = []

    def play() -> None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and isinstance(window, SetupWizard):
                is_question = window.page is window.choice
                pages = {window.choice: "question", window.connection: "shared"}
                met.append(pages.get(window.page, "join"))
                if is_question:
                    window.choice.findChildren(WayCard)[-1].click()
                QTest.keyClick(window.page, Key.Key_Return if is_question else Key.Key_Escape)
            elif window.isVisible() and isinstance(window, MainWindow) and is_ready(window):
                ways = (window.move_requested.emit, window.join_requested.emit, window.close)
                way = ways[met.count("window")]
                met.append("window")
                way()

    timer = QTimer()
    timer.setInterval(100)
    timer.timeout.connect(play)
    timer.start()
    yield met
    timer.stop()


def test_the_program_goes_from_window_to_window(
    qapp: QApplication, new_desk: Callable[[], Desk], played: list[str]
) -> None:
    """The question, the workstation's window, the wizard given up twice, the same window again."""
    desk = new_desk()
    desk.sit_down()
    assert app._run_profile(qapp, desk.folders, None) == 0
    assert played == ["question", "window", "shared", "window", "join", "window"]
