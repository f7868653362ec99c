"""The rotation of the team key in the window: at an admin's computer, and at a colleague's."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app.core import verifier
from desktop_app.core.entities import TeamKey
from desktop_app.core.secret import Secret
from desktop_app.system.clock import utc_now
from desktop_app.system.recovery import open_sealed, write_sealed
from desktop_app.system.sealed_file import FLOOR
from desktop_app.window import keys
from desktop_app.window.workplace import Workplace
from tests.app.conftest import Start, no_window_system
from tests.app.office import PASSPHRASE, WORD
from tests.app.shared_office import SharedOffice
from tests.app.test_verifying import ask
from tests.storage.engines import ADMIN, AGENT, LEAD
from tests.storage.postgres_team import PostgresTeam, SharedDatabase

pytestmark = no_window_system

Key = Qt.Key

WORDS = "abacus drift lemon orbit stone wagon"


@pytest.fixture
def database(postgres_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """An empty team database."""
    database = SharedDatabase(postgres_team)
    yield database
    database.close()


def announced(database: SharedDatabase, office: SharedOffice, path: Path) -> TeamKey:
    """A new key that an admin elsewhere has announced and written into a file."""
    new = verifier.new_team_key()
    write_sealed(path, (new, office.key), Secret(WORDS), created=utc_now(), cost=FLOOR)
    admin = database.open(ADMIN)
    admin.team_keys.report([office.key.key_id])
    admin.team_keys.announce(new.key_id)
    admin.team_keys.report([office.key.key_id, new.key_id])
    return new


def test_a_colleague_takes_the_new_key(
    start: Start, place: Workplace, database: SharedDatabase, keyring: None, tmp_path: Path
) -> None:
    """The quiet line says what to do; with the file and six words the key is here and in use."""
    office = SharedOffice(place, database, AGENT)
    office.furnish()
    with office.opened() as opened:
        opened.storage.team_keys.report(opened.keys.kept_ids())
    path = tmp_path / "new.wwkey"
    new = announced(database, office, path)
    person = start()
    person.wait_for("The team is changing to a new key", "Take the key…")
    person.choose(Key.Key_F, "Team key", "Take the key from a file…")
    person.wait_for_dialog("Take the team key from a file")
    person.press(Key.Key_Space)
    person.choose_file(path)
    person.wait_for(str(path))
    person.enter(WORDS)
    person.wait_for("The team key is on this computer")
    person.press(Key.Key_Return)
    person.wait_for_dialog("")
    person.wait(lambda: "changing to a new key" not in person.screen())
    storage = database.open(AGENT)
    person.wait(lambda: storage.credentials.current_key_id() == new.key_id)
    person.search("104233")
    ask(person)
    person.say(WORD)
    person.wait_for("Matches")
    person.wait(lambda: storage.credentials.keys_in_use() == {new.key_id: 1})


@pytest.mark.usefixtures("keyring")
def test_an_open_window_learns_of_a_new_key(
    start: Start,
    place: Workplace,
    database: SharedDatabase,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody has to start again to find the menu entry that they are sent to."""
    monkeypatch.setattr(keys, "_LOOK_EVERY_MS", 200)
    office = SharedOffice(place, database, AGENT)
    office.furnish()
    with office.opened() as opened:
        opened.storage.team_keys.report(opened.keys.kept_ids())
    person = start()
    person.wait_ready()
    assert "changing to a new key" not in person.screen()
    announced(database, office, tmp_path / "new.wwkey")
    person.wait_for("The team is changing to a new key", "Take the key…")


def test_an_admin_rotates_and_saves_the_new_key(
    start: Start, place: Workplace, database: SharedDatabase, keyring: None, tmp_path: Path
) -> None:
    """From the menu: a file, six words, and then the recovery file is insisted on."""
    office = SharedOffice(place, database, ADMIN)
    office.furnish()
    lead = database.open(LEAD)
    lead.team_keys.report([office.key.key_id])
    person = start()
    person.wait_ready()
    person.choose(Key.Key_F, "Team key", "Rotate the team key…")
    person.wait_for_dialog("Rotate the team key")
    person.wait_for("Make a new key for the team")
    path = tmp_path / "new.wwkey"
    person.go_to("Make a new key…")
    person.press(Key.Key_Space)
    person.choose_file(path)
    person.wait_for("Tell your colleagues these six words by voice")
    [words] = [text for text in person.labels() if len(text.split()) == 6 and text.islower()]
    new, old = open_sealed(path, Secret(words))
    assert old.key_id == office.key.key_id
    assert lead.credentials.current_key_id() == old.key_id
    person.press(Key.Key_Space)
    person.press(Key.Key_Return)
    person.wait_for_dialog("Recovery file")
    person.wait_for("Save the recovery file of the new team key")
    person.press(Key.Key_Escape)
    person.wait_for_dialog("")
    person.wait_for("The new team key is not saved yet: the recovery file from before is without")
    person.choose(Key.Key_F, "Team key", "Save the recovery file…")
    person.wait_for_dialog("Recovery file")
    person.wait_for("Save the recovery file of the new team key")
    person.enter(PASSPHRASE)
    person.enter(PASSPHRASE)
    saved = tmp_path / "recovery.wwkey"
    person.choose_file(saved)
    person.wait_for("The recovery file is saved")
    assert new.key_id in {key.key_id for key in open_sealed(saved, Secret(PASSPHRASE))}
    person.press(Key.Key_Return)
    person.wait_for_dialog("")
    person.choose(Key.Key_F, "Team key", "Rotate the team key…")
    person.wait_for("A new key waits for the team", f"{LEAD.name} · desk-1")
    person.go_to("Use it now")
    person.press(Key.Key_Space)
    person.wait_for("The new key is in use")
    assert lead.credentials.current_key_id() == new.key_id
    person.press(Key.Key_Return)
    person.wait_for_dialog("")
