"""P9: a shared database put back to an old backup is noticed at every workstation."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.core.entities import EventKind, JournalFault, JournalFaultKind, Person
from tests.commands.shared_workplace import SharedWorkplace
from tests.storage.engines import AGENT, LEAD
from tests.storage.postgres_team import PostgresTeam, SharedDatabase

pytestmark = pytest.mark.usefixtures("qapp")  # the doctor looks at the fonts


@pytest.fixture
def database(postgres_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """An empty team database."""
    database = SharedDatabase(postgres_team)
    yield database
    database.close()


def work(workplace: SharedWorkplace, entries: int) -> JournalFault | None:
    """Open the profile, write entries and look after the journal, as the window does."""
    opened = workplace.profile.open()
    with closing(opened.storage):
        for _ in range(entries):
            opened.storage.journal.record(EventKind.EXPORTED, "journal", {"rows": "1"})
        return opened.keep_head()


def is_healthy(workplace: SharedWorkplace) -> bool:
    """Whether the doctor finds the journal to be the one that is known here."""
    checks = workplace.run("doctor", "--json").document["checks"]
    [failure] = [check["failure"] for check in checks if check["name"] == "journal"]
    assert failure in (None, "journal-fault")
    return failure is None


@pytest.mark.parametrize("person", [LEAD, AGENT], ids=["lead", "agent"])
def test_an_old_backup_that_was_put_back_is_noticed(
    tmp_path: Path, database: SharedDatabase, person: Person
) -> None:
    """With ``pg_dump`` and ``pg_restore``: cut off first, another chain once work went on."""
    server = database.team.server
    workplace = SharedWorkplace(tmp_path / "home", database, person)
    assert work(workplace, 3) is None
    backup = server.back_up(database.name)
    assert work(workplace, 4) is None
    known = workplace.profile.remembered_head.load()
    assert known is not None
    assert is_healthy(workplace)
    database.disconnect()
    server.put_back(backup)
    truncated, rewritten = JournalFaultKind.TRUNCATED, JournalFaultKind.REWRITTEN
    for entries, kind in ((0, truncated), (2, truncated), (6, rewritten)):
        assert work(workplace, entries) == JournalFault(known.sequence, kind)
        assert not is_healthy(workplace)
        assert workplace.profile.remembered_head.load() == known


def test_a_lead_who_verifies_the_journal_is_told(tmp_path: Path, database: SharedDatabase) -> None:
    """``journal verify`` fails at the known head, also where the entries say nothing wrong."""
    server = database.team.server
    lead = SharedWorkplace(tmp_path / "home", database)
    assert work(lead, 2) is None
    backup = server.back_up(database.name)
    assert work(lead, 1) is None
    known = lead.profile.remembered_head.load()
    assert known is not None
    database.disconnect()
    server.put_back(backup)
    newcomer = SharedWorkplace(tmp_path / "other", database)
    assert newcomer.run("journal", "verify").code == 0
    for kind in ("truncated", "rewritten"):
        done = lead.run("journal", "verify", "--json")
        assert (done.code, done.document["fault"]) == (1, kind)
        assert done.document["at"] <= known.sequence
        assert work(newcomer, 4) is None
