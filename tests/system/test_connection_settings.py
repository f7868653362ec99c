"""The address of a shared database in the settings file."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import FieldRefusedError
from desktop_app.system.connection_settings import (
    ConnectionSettings,
    connection_document,
    connection_of,
    require_connection,
)
from desktop_app.system.settings import SettingsFault, SettingsStore

TEAM = ConnectionSettings(
    hosts=("db1.example", "db2.example"),
    database="watchword",
    login="anna",
    port=5433,
    own_authority=True,
)
PLAIN = ConnectionSettings(hosts=("localhost",), database="w", login="lukas", tls=False)


def test_the_settings_keep_several_shared_databases(tmp_path: Path) -> None:
    """Each under the name of its profile, and readable for a person who opens the file."""
    path = tmp_path / "settings.json"
    store = SettingsStore(path)
    store.update(lambda old: old.with_connection("team", TEAM).with_connection("test", PLAIN))
    store.update(lambda old: replace(old, profile="team"))
    settings = SettingsStore(path).load().settings
    assert settings.connections == {"team": TEAM, "test": PLAIN}
    assert settings.profile == "team"
    written = json.loads(path.read_text(encoding="utf-8"))
    assert written["connections"]["team"]["hosts"] == ["db1.example", "db2.example"]


def test_a_forgotten_profile_leaves_nothing(tmp_path: Path) -> None:
    """Also not as the one that is used where none is named."""
    store = SettingsStore(tmp_path / "settings.json")
    store.update(
        lambda old: replace(
            old.with_connection("team", TEAM).with_connection("test", PLAIN),
            profile="team",
            profiles=("team", "test"),
            recovery_files=("team",),
        )
    )
    store.update(lambda old: old.without_profile("team"))
    settings = store.load().settings
    assert settings.connections == {"test": PLAIN}
    assert (settings.profile, settings.profiles) == ("workstation", ("test",))
    assert settings.recovery_files == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"hosts": ()}, "hosts"),
        ({"hosts": ("",)}, "hosts"),
        ({"hosts": ("a,b",)}, "hosts"),
        ({"hosts": ("a b",)}, "hosts"),
        ({"database": " "}, "database"),
        ({"database": "x" * 256}, "database"),
        ({"login": "an\nna"}, "login"),
        ({"port": 0}, "port"),
        ({"port": 65_536}, "port"),
    ],
)
def test_an_address_that_libpq_would_misread_is_refused(change: dict[str, Any], field: str) -> None:
    """Before it is stored, with the field's name."""
    with pytest.raises(FieldRefusedError) as caught:
        require_connection(replace(TEAM, **change))
    assert caught.value.field == field


@given(
    st.dictionaries(
        st.sampled_from(["hosts", "database", "login", "port", "tls", "own_authority"]),
        st.one_of(
            st.none(), st.booleans(), st.integers(), st.text(), st.lists(st.text()), st.floats()
        ),
    )
)
def test_what_somebody_else_wrote_is_read_as_it_is_meant_or_not_at_all(
    document: dict[str, Any],
) -> None:
    """No value of another kind gets into an address."""
    try:
        connection = connection_of(document)
    except (FieldRefusedError, KeyError, TypeError):
        return
    assert connection_of(connection_document(connection)) == connection


def test_a_damaged_address_is_told_of(tmp_path: Path) -> None:
    """Its profile must not become a database of this workstation without a word."""
    path = tmp_path / "settings.json"
    path.write_text('{"connections": {"team": {"hosts": 7}}}', encoding="utf-8")
    warning = SettingsStore(path).load().warning
    assert warning is not None
    assert (warning.fault, warning.fields) == (SettingsFault.VALUES, ("connections",))


def test_a_damaged_address_costs_no_other_profile(tmp_path: Path) -> None:
    """Each address is read by itself."""
    path = tmp_path / "settings.json"
    good = connection_document(TEAM)
    path.write_text(
        json.dumps({"connections": {"bad": {"hosts": 7}, "../x": good, "team": good}}),
        encoding="utf-8",
    )
    loaded = SettingsStore(path).load()
    assert loaded.settings.connections == {"team": TEAM}
    assert loaded.warning is not None
    assert loaded.warning.fields == ("connections",)
