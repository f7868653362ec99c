"""Old months go, the chain still holds, and the data sheet says all of what is stored."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.core.document import html_of
from desktop_app.core.entities import EventKind, JournalQuery, Role
from desktop_app.core.policy import Policy
from desktop_app.gui.texts.data_sheet import data_sheet, described_tables
from desktop_app.gui.texts.data_sheet_columns import column_sentence, described_columns
from desktop_app.profiles.base import OpenProfile
from desktop_app.profiles.data_sheet import facts_of
from desktop_app.profiles.journal_care import shorten_journal
from tests.commands.in_process import CHEAP, Workplace
from tests.commands.shared_workplace import SharedWorkplace
from tests.storage.engines import ADMIN, AGENT, MovableClock
from tests.storage.postgres_team import PostgresEngine

AnyWorkplace = Workplace | SharedWorkplace
_MONTHS = timedelta(days=31)


class Desk:
    """A computer of one engine, and the clock of its database."""

    def __init__(self, workplace: AnyWorkplace, clock: MovableClock) -> None:
        self.workplace = workplace
        self.clock = clock

    def opened(self) -> OpenProfile:
        return self.workplace.profile.open()


@pytest.fixture(params=["sqlite", "postgres"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """An administrator's computer."""
    if request.param == "sqlite":
        workplace = Workplace(tmp_path / "home")
        with workplace.opened() as opened:
            opened.storage.policies.save(CHEAP)
        yield Desk(workplace, workplace.clock)
        return
    engine = PostgresEngine(request.getfixturevalue("postgres_team"))
    yield Desk(SharedWorkplace(tmp_path / "home", engine, ADMIN), engine.clock)
    engine.close()


def record(desk: Desk, what: str) -> None:
    opened = desk.opened()
    opened.storage.journal.record(EventKind.EXPORTED, what, {})
    opened.keep_head()
    opened.storage.close()


def test_old_months_are_removed_and_the_rest_verifies(desk: Desk) -> None:
    """Nothing before the policy's months is over; then all of it, once; verify holds each time."""
    run = desk.workplace.run
    record(desk, "old")
    desk.clock.advance(23 * _MONTHS)
    record(desk, "newer")
    assert run("journal", "prune", "--json").document == {"removed": 0}
    assert run("journal", "verify").code == 0
    desk.clock.advance(2 * _MONTHS)
    pruned = run("journal", "prune", "--json")
    assert pruned.code == 0
    assert pruned.document["removed"] >= 1
    opened = desk.opened()
    outcomes = [entry.outcome for entry in opened.storage.journal.entries(JournalQuery())]
    opened.storage.close()
    assert "old" not in outcomes
    assert {"newer", "pruned"} <= set(outcomes)
    verified = run("journal", "verify")
    assert verified.code == 0
    assert "The chain holds" in verified.out
    assert run("journal", "prune").out == "0 entries removed.\n"


def test_a_shorter_time_removes_at_once(desk: Desk) -> None:
    """Where an administrator keeps a month only, the next shortening removes the others."""
    record(desk, "old")
    desk.clock.advance(3 * _MONTHS)
    record(desk, "new")
    opened = desk.opened()
    opened.storage.policies.save(Policy(memory_kib=19 * 1024, passes=2, journal_months=1))
    assert shorten_journal(opened) >= 1
    assert opened.verify_journal().fault is None
    opened.storage.close()


def test_a_journal_that_is_not_the_known_one_is_evidence(desk: Desk) -> None:
    """What this workstation remembers is lost: nothing is removed, and the command says why."""
    record(desk, "old")
    desk.clock.advance(40 * _MONTHS)
    desk.workplace.profile.remembered_head._path.unlink()
    refused = desk.workplace.run("journal", "prune")
    assert refused.code == 1
    assert "gone or damaged" in refused.err
    opened = desk.opened()
    entries = opened.storage.journal.entries(JournalQuery(kinds=(EventKind.EXPORTED,)))
    opened.storage.close()
    assert [entry.outcome for entry in entries] == ["old"]


def test_every_column_has_its_sentence(desk: Desk) -> None:
    """Of the running engine: each table its purpose, time and readers, each column what it is."""
    opened = desk.opened()
    facts = facts_of(opened)
    opened.storage.close()
    assert sorted(facts.tables.keys() - described_tables(facts)) == []
    silent = [
        f"{table}.{column}"
        for table, columns in facts.tables.items()
        for column in columns
        if not column_sentence(table, column)
    ]
    assert silent == []
    page = html_of(data_sheet(facts))
    for table, columns in facts.tables.items():
        assert f"<h2>{table}</h2>" in page
        for column in columns:
            assert f">{column}</th>" in page or f">{column}</td>" in page


def test_no_sentence_outlives_its_column(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """What neither engine stores any more is not described either."""
    engine = PostgresEngine(request.getfixturevalue("postgres_team"))
    shared = engine.open(AGENT).tables()
    engine.close()
    workplace = Workplace(tmp_path / "home")
    with workplace.opened() as opened:
        own = opened.storage.tables()
    stored = {
        (table, column)
        for tables in (own, shared)
        for table, columns in tables.items()
        for column in columns
    }
    assert sorted(described_columns() - stored) == []


def test_the_sheet_is_a_page_or_a_text(desk: Desk, tmp_path: Path) -> None:
    """By the ending of the file; what is kept and where stands in both."""
    run = desk.workplace.run
    page, text = tmp_path / "sheet.html", tmp_path / "sheet.txt"
    outcome = run("data-sheet", str(page), "--json")
    assert (outcome.code, outcome.document) == (0, {"file": str(page)})
    assert run("data-sheet", str(text)).out == f"Data sheet written: {text}\n"
    for content in (page.read_text(encoding="utf-8"), text.read_text(encoding="utf-8")):
        assert "24 months" in content
        assert "journal_personal" in content
        assert str(desk.workplace.profile.folders.data) in content.replace("\n  ", "")
    place = "PostgreSQL" if desk.workplace.profile.is_shared else "One file"
    assert place in page.read_text(encoding="utf-8")
    missing = run("data-sheet", str(tmp_path / "no" / "sheet.html"))
    assert missing.code == 1


def test_an_agent_may_have_the_sheet(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """What is stored about whom is no secret: nothing of the rows is in it."""
    engine = PostgresEngine(request.getfixturevalue("postgres_team"))
    workplace = SharedWorkplace(tmp_path / "home", engine, AGENT)
    opened = workplace.profile.open()
    assert opened.storage.person.role is Role.AGENT
    opened.storage.close()
    assert workplace.run("data-sheet", str(tmp_path / "sheet.txt")).code == 0
    engine.close()
