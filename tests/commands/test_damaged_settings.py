"""Commands on settings that cannot be used: never silently another database than was set up."""

import json
from pathlib import Path

import pytest

from desktop_app.system.connection_settings import ConnectionSettings, connection_document
from desktop_app.system.settings import SettingsStore
from tests.commands.in_process import Workplace
from tests.commands.program import Program

TEAM = ConnectionSettings(hosts=("db.example",), database="watchword", login="anna", tls=False)
LIST = "number;name\n1;Weber\n"


@pytest.fixture
def settings(bare_program: Program) -> Path:
    """The settings file of a workstation whose usual profile is a team's."""
    bare_program.home.mkdir()
    path = bare_program.home / "settings.json"
    store = SettingsStore(path)
    store.update(lambda old: old.with_connection("lead", TEAM))
    document = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(document | {"profile": "lead"}), encoding="utf-8")
    return path


@pytest.mark.parametrize("damage", ["cut", "profile", "connections", "folder"])
def test_a_nightly_import_makes_no_database_of_its_own(
    bare_program: Program, settings: Path, damage: str
) -> None:
    """However often it runs: it is refused in one sentence, and the file stays as it is."""
    document = json.loads(settings.read_text(encoding="utf-8"))
    text = {
        "cut": settings.read_text(encoding="utf-8")[:300],
        "profile": json.dumps(document | {"profile": 7}),
        "connections": json.dumps(document | {"connections": {"lead": 7}}),
        "folder": "",
    }[damage]
    settings.unlink()
    if damage == "folder":
        settings.mkdir()
    else:
        settings.write_text(text, encoding="utf-8")
    listed = bare_program.home.parent / "list.csv"
    listed.write_text(LIST, encoding="utf-8")
    for _ in range(2):
        outcome = bare_program.run("import", str(listed), "--json")
        assert (outcome.code, outcome.document["error"]) == (1, "settings-unusable")
        assert outcome.err.count("\n") == 1
        assert "it is not known which database is meant" in outcome.err
    assert not list(bare_program.home.rglob("*.db"))
    assert not list(bare_program.home.glob("*.damaged-*"))
    if damage != "folder":
        assert settings.read_text(encoding="utf-8") == text


def test_a_named_team_profile_that_was_lost_is_not_called_gone(
    bare_program: Program, settings: Path
) -> None:
    """Its database is where it was; only the address is missing."""
    settings.write_text("{", encoding="utf-8")
    (bare_program.home / "lead.head").write_text("", encoding="utf-8")
    outcome = bare_program.run("--profile", "lead", "search", "weber")
    assert outcome.code == 1
    assert "it is not known which database is meant" in outcome.err


def test_a_database_that_is_here_is_used_by_its_name(workplace: Workplace) -> None:
    """With the warning, and without a change to the file that somebody may want to repair."""
    workplace.import_list(LIST)
    settings = workplace.home / "settings.json"
    settings.write_text("{", encoding="utf-8")
    refused = workplace.run("search", "weber")
    assert refused.code == 1
    found = workplace.run("--profile", "workstation", "search", "weber", "--json")
    assert found.code == 0
    assert found.document["customers"]
    assert "cannot be read; the usual ones were taken" in found.err
    assert settings.read_text(encoding="utf-8") == "{"


def test_one_bad_address_does_not_stop_the_usual_profile(workplace: Workplace) -> None:
    """The profile that the settings name is known for sure; the rest is told of."""
    workplace.import_list(LIST)
    settings = workplace.home / "settings.json"
    document = {
        "profile": "workstation",
        "connections": {"lead": {"hosts": 7}, "team": connection_document(TEAM)},
    }
    settings.write_text(json.dumps(document), encoding="utf-8")
    found = workplace.run("search", "weber")
    assert found.code == 0
    assert "cannot be used; the usual ones were taken: connections." in found.err
    assert json.loads(settings.read_text(encoding="utf-8")) == document


def test_a_value_that_names_no_database_is_only_told_of(workplace: Workplace) -> None:
    """A theme of no use is no reason to stop the night's work."""
    workplace.home.mkdir(exist_ok=True)
    (workplace.home / "settings.json").write_text('{"theme": "pink"}', encoding="utf-8")
    outcome = workplace.import_list(LIST)
    assert outcome.code == 0
    assert "cannot be used; the usual ones were taken: theme." in outcome.err
