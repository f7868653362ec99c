"""Settings survive every file, and nothing is lost silently."""

import errno
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import FileUnusableError
from desktop_app.core.preferences import (
    Language,
    PreferenceValues,
    SchemeChoice,
    SuggestionLanguage,
)
from desktop_app.core.spelling import Alphabet
from desktop_app.system.settings import LogLevel, Settings, SettingsFault, SettingsStore

CHANGED = Settings(
    profile="team",
    preferences=PreferenceValues(
        theme=SchemeChoice.DARK,
        language=Language.GERMAN,
        key_caps=False,
        alphabet=Alphabet.ICAO,
        suggestion_language=SuggestionLanguage.ENGLISH,
        allow_screen_capture=True,
        geometries={"main@HDMI-1": "AdnQywADAAA="},
        columns={"customers": "AAAA/w=="},
    ),
    log_level=LogLevel.DEBUG,
)
NAMES = sorted({*Settings.__slots__, *PreferenceValues.__slots__})
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_what_is_saved_is_loaded(path: Path) -> None:
    """Every setting comes back as it was."""
    store = SettingsStore(path)
    store.save(CHANGED)
    loaded = store.load()
    assert loaded.settings == CHANGED
    assert loaded.warning is None


def test_a_first_start_has_defaults_and_no_warning(path: Path) -> None:
    """No file is no fault."""
    loaded = SettingsStore(path).load()
    assert (loaded.settings, loaded.warning) == (Settings(), None)


def test_fields_of_another_version_are_kept(path: Path) -> None:
    """A newer version's settings survive this version's save."""
    path.write_text('{"theme": "dark", "sound": {"volume": 3}}', encoding="utf-8")
    store = SettingsStore(path)
    lighter = PreferenceValues(theme=SchemeChoice.LIGHT)
    store.save(replace(store.load().settings, preferences=lighter))
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["sound"] == {"volume": 3}
    assert document["theme"] == "light"


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b" " * 1_048_577])
def test_a_damaged_file_is_put_aside(path: Path, data: bytes) -> None:
    """Defaults come with a warning that says where the damaged file is now."""
    path.write_bytes(data)
    loaded = SettingsStore(path).load()
    assert loaded.settings == Settings()
    assert loaded.warning is not None
    assert loaded.warning.fault is SettingsFault.DAMAGED
    assert loaded.warning.moved_to is not None
    assert loaded.warning.moved_to.read_bytes() == data
    assert not path.exists()


def test_a_second_damaged_file_does_not_replace_the_first(path: Path) -> None:
    """Each damaged file gets a name of its own."""
    store = SettingsStore(path)
    for text in ("one", "two"):
        path.write_text(text, encoding="utf-8")
        store.load()
    kept = sorted(path.parent.iterdir())
    assert [file.read_text(encoding="utf-8") for file in kept] == ["one", "two"]


def test_a_damaged_file_that_cannot_be_moved_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the right to rename it, the warning says that it still stands there."""

    def refuse(*_: object) -> None:
        raise PermissionError

    path.write_text("damaged", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", refuse)
    warning = SettingsStore(path).load().warning
    assert warning is not None
    assert (warning.fault, warning.moved_to) == (SettingsFault.DAMAGED, None)
    assert path.read_text(encoding="utf-8") == "damaged"


def test_values_of_no_use_are_said_even_where_no_copy_can_be_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk does not keep the settings from being loaded."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    path.write_text('{"theme": "pink"}', encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    warning = SettingsStore(path).load().warning
    assert warning is not None
    assert (warning.fault, warning.moved_to) == (SettingsFault.VALUES, None)


def test_damaged_files_do_not_pile_up_for_ever(path: Path) -> None:
    """After a hundred of them the next one stays where it is."""
    for number in range(1, 101):
        path.with_name(f"settings.json.damaged-{number}").write_text("", encoding="utf-8")
    path.write_text("{", encoding="utf-8")
    warning = SettingsStore(path).load().warning
    assert warning is not None
    assert warning.moved_to is None
    path.write_text('{"theme": "pink"}', encoding="utf-8")
    warning = SettingsStore(path).load().warning
    assert warning is not None
    assert warning.moved_to is None


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    """Something else in the file's place gives defaults and a warning; it stays untouched."""
    loaded = SettingsStore(tmp_path).load()
    assert loaded.settings == Settings()
    assert loaded.warning is not None
    assert loaded.warning.fault is SettingsFault.UNREADABLE


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("key_caps", 1),
        ("profile", 7),
        ("geometries", ["a"]),
        ("geometries", {"main": 3}),
        ("profiles", [1]),
        ("recovery_files", 7),
    ],
)
def test_a_value_of_no_use_falls_back_alone(path: Path, name: str, value: object) -> None:
    """One bad value does not cost the others, is named, and a copy of the file stays."""
    text = json.dumps({"language": "de", name: value})
    path.write_text(text, encoding="utf-8")
    loaded = SettingsStore(path).load()
    assert loaded.settings == Settings(preferences=PreferenceValues(language=Language.GERMAN))
    assert loaded.warning is not None
    assert loaded.warning.fault is SettingsFault.VALUES
    assert loaded.warning.fields == (name,)
    assert loaded.warning.moved_to is not None
    assert loaded.warning.moved_to.read_text(encoding="utf-8") == text


@given(values=st.dictionaries(st.sampled_from(NAMES), JSON))
def test_no_json_stops_the_start(values: dict[str, Any], tmp_path_factory: Any) -> None:
    """Whatever stands in the file, loading gives settings."""
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    assert isinstance(SettingsStore(path).load().settings, Settings)


def test_a_failed_save_is_typed(tmp_path: Path) -> None:
    """A folder that is gone is the expected failure of a file."""
    with pytest.raises(FileUnusableError):
        SettingsStore(tmp_path / "gone" / "settings.json").save(Settings())
