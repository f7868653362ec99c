"""Settings survive every file, and nothing is lost silently."""

import errno
import json
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


def _put_aside(path: Path) -> list[Path]:
    return sorted(path.parent.glob("settings.json.damaged-*"))


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
def test_a_damaged_file_is_told_of_and_stays(path: Path, data: bytes) -> None:
    """However often it is loaded: a copy at every command would fill the folder."""
    path.write_bytes(data)
    store = SettingsStore(path)
    for _ in range(2):
        loaded = store.load()
        assert loaded.settings == Settings()
        assert loaded.warning is not None
        assert loaded.warning.fault is SettingsFault.DAMAGED
        assert loaded.warning.hides_profiles
    assert path.read_bytes() == data
    assert list(path.parent.iterdir()) == [path]


def test_nothing_is_saved_over_a_damaged_file_unseen(path: Path) -> None:
    """A nightly command must not turn the settings that were lost into none at all."""
    path.write_text("{", encoding="utf-8")
    with pytest.raises(FileUnusableError) as refusal:
        SettingsStore(path).update(lambda old: replace(old, profiles=("workstation",)))
    assert refusal.value.reason == "damaged"
    assert path.read_text(encoding="utf-8") == "{"


def test_what_somebody_is_told_of_is_put_aside_once(path: Path) -> None:
    """The window begins a new file beside the old one, and the next start has nothing to say."""
    text = '{"language": "de", "connections": 7}'
    path.write_text(text, encoding="utf-8")
    store = SettingsStore(path)
    loaded = store.recovered()
    assert loaded.warning is not None
    assert loaded.settings.preferences.language is Language.GERMAN
    assert store.recovered().warning is None
    assert store.load().settings == loaded.settings
    assert [file.read_text(encoding="utf-8") for file in _put_aside(path)] == [text]


def test_a_second_damaged_file_does_not_replace_the_first(path: Path) -> None:
    """Each damaged file gets a name of its own."""
    store = SettingsStore(path)
    for text in ("one", "two"):
        path.write_text(text, encoding="utf-8")
        store.recovered()
    assert [file.read_text(encoding="utf-8") for file in _put_aside(path)] == ["one", "two"]


def test_a_file_system_without_links_keeps_the_damaged_file_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then it is renamed."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "no links")

    path.write_text("damaged", encoding="utf-8")
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    SettingsStore(path).recovered()
    assert [file.read_text(encoding="utf-8") for file in _put_aside(path)] == ["damaged"]


def test_a_damaged_file_that_cannot_be_put_aside_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the right to move it, the window starts all the same and says so every time."""

    def refuse(*_: object) -> None:
        raise PermissionError

    path.write_text("damaged", encoding="utf-8")
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    assert SettingsStore(path).recovered().warning is not None
    assert path.read_text(encoding="utf-8") == "damaged"


def test_damaged_files_do_not_pile_up_for_ever(path: Path) -> None:
    """After a hundred of them the next one stays where it is."""
    for number in range(1, 101):
        path.with_name(f"settings.json.damaged-{number}").write_text("", encoding="utf-8")
    path.write_text("{", encoding="utf-8")
    assert SettingsStore(path).recovered().warning is not None
    assert path.read_text(encoding="utf-8") == "{"


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
    SettingsStore(path).update(lambda old: replace(old, log_level=LogLevel.DEBUG))
    assert [file.read_text(encoding="utf-8") for file in _put_aside(path)] == [text]


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


def test_a_profile_of_no_use_is_not_changed_into_the_usual_one(path: Path) -> None:
    """The name falls back, and nothing is saved before somebody was told."""
    path.write_text('{"language": "de", "profile": 7}', encoding="utf-8")
    warning = SettingsStore(path).load().warning
    assert warning is not None
    assert (warning.fields, warning.hides_profiles) == (("profile",), True)
