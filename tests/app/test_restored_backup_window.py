"""P9: the window of every workstation says that a shared database was put back to an old backup."""

from collections.abc import Iterator

import pytest

from desktop_app.core.entities import EventKind, JournalFault, JournalFaultKind
from desktop_app.gui.texts.doctor_sentences import journal_fault
from desktop_app.window.workplace import Workplace
from tests.app.conftest import Start, no_window_system
from tests.app.shared_office import SharedOffice
from tests.storage.postgres_team import PostgresTeam, SharedDatabase

pytestmark = no_window_system


@pytest.fixture
def database(postgres_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """An empty team database."""
    database = SharedDatabase(postgres_team)
    yield database
    database.close()


@pytest.fixture
def team(place: Workplace, database: SharedDatabase, keyring: None) -> SharedOffice:
    """A workstation whose person is a lead of the team."""
    office = SharedOffice(place, database)
    office.furnish()
    return office


def test_the_window_tells_of_an_old_backup(start: Start, team: SharedOffice) -> None:
    """By the journal's head that this workstation remembers, in a notice that stays."""
    server = team.database.team.server
    with team.opened() as opened:
        assert opened.keep_head() is None
    backup = server.back_up(team.database.name)
    with team.opened() as opened:
        opened.storage.journal.record(EventKind.EXPORTED, "journal", {"rows": "1"})
        assert opened.keep_head() is None
    known = team.profile.remembered_head.load()
    assert known is not None
    team.database.disconnect()
    server.put_back(backup)
    person = start()
    person.wait_ready()
    person.wait_for(journal_fault(JournalFault(known.sequence, JournalFaultKind.TRUNCATED)))
