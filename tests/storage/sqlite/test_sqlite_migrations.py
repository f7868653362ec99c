"""Migrations: from nothing and from every older schema to the newest, all or nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.core.errors import DatabaseNewerError
from desktop_app.storage.sqlite import migrations

VERSIONS = sorted(migrations.steps())


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """An empty database."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        yield opened


def schema(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    rows = connection.execute(
        "SELECT name, ifnull(sql, '') FROM sqlite_schema ORDER BY name"
    ).fetchall()
    return [(name, sql) for name, sql in rows]


def test_steps_are_numbered_without_gaps() -> None:
    """The number of a step is the version that it leads to."""
    assert list(range(1, len(VERSIONS) + 1)) == VERSIONS


@pytest.mark.parametrize("version", [0, *VERSIONS])
def test_every_older_schema_becomes_the_newest(
    connection: sqlite3.Connection, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The result is the same from wherever one starts."""
    known = migrations.steps()
    with monkeypatch.context() as patch:
        older = {number: text for number, text in known.items() if number <= version}
        patch.setattr(migrations, "steps", lambda: older or {0: ""})
        migrations.migrate(connection)
    assert connection.execute("PRAGMA user_version").fetchone() == (version,)
    migrations.migrate(connection)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrations.migrate(fresh)
        assert schema(connection) == schema(fresh)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSIONS[-1],)
    assert connection.execute("PRAGMA application_id").fetchone() == (migrations.APPLICATION_ID,)


def test_a_step_that_fails_leaves_nothing(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither half a schema nor its number."""
    broken = {1: "CREATE TABLE first (a);\nCREATE TABLE first (a);\n"}
    monkeypatch.setattr(migrations, "steps", lambda: broken)
    with pytest.raises(sqlite3.OperationalError):
        migrations.migrate(connection)
    assert schema(connection) == []
    assert connection.execute("PRAGMA user_version").fetchone() == (0,)


def test_the_newest_schema_is_left_alone(tmp_path: Path) -> None:
    """Opening an up-to-date database writes nothing."""
    path = tmp_path / "new.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrations.migrate(connection)
        before = path.read_bytes()
        migrations.migrate(connection)
    assert path.read_bytes() == before


def test_a_newer_schema_is_refused(connection: sqlite3.Connection) -> None:
    """With both numbers."""
    connection.execute("PRAGMA user_version = 999")
    with pytest.raises(DatabaseNewerError) as refused:
        migrations.migrate(connection)
    assert (refused.value.found, refused.value.known) == (999, VERSIONS[-1])


def test_a_script_is_cut_into_statements() -> None:
    """Bodies of triggers, comments and quoted semicolons stay in one piece."""
    script = (
        "-- first; still a comment\nCREATE TABLE a (b TEXT DEFAULT ';');\n\n"
        "CREATE TRIGGER t BEFORE DELETE ON a\nBEGIN\n    SELECT 1;\n    SELECT 2;\nEND;\n"
    )
    first, second = migrations.statements(script)
    assert first.startswith("-- first")
    assert second.strip().endswith("END;")


def test_a_script_that_ends_too_early_is_a_mistake() -> None:
    """A forgotten semicolon does not lose a statement silently."""
    with pytest.raises(ValueError, match="middle of a statement"):
        list(migrations.statements("CREATE TABLE a (b);\nCREATE TABLE c (d)\n"))
