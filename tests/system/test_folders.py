"""Where things lie, and what a profile may be called."""

import os
import stat
import sys
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from desktop_app.core.errors import FieldRefusedError, FileUnusableError
from desktop_app.system.folders import Folders, require_profile


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    """With WATCHWORD_HOME nothing is kept anywhere else."""
    folders = Folders.of_user({"WATCHWORD_HOME": str(tmp_path)})
    places = (folders.data, folders.settings, folders.state, folders.logs)
    assert all(place.is_relative_to(tmp_path) for place in places)


def test_a_relative_home_does_not_follow_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative WATCHWORD_HOME is made absolute once."""
    monkeypatch.chdir(tmp_path)
    assert Folders.of_user({"WATCHWORD_HOME": "here"}).data == tmp_path / "here"


def test_the_systems_places_are_used_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the variable the platform's conventions hold, as platformdirs knows them."""
    variables = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    for chosen in ("", "relative", str(tmp_path)):
        for variable in variables:
            monkeypatch.setenv(variable, chosen and f"{chosen}/{variable}")
        folders = Folders.of_user(os.environ)
        name = "Watchword" if sys.platform == "win32" else "watchword"
        usual = PlatformDirs(name, appauthor=False, roaming=False)
        assert folders.data == usual.user_data_path
        assert folders.settings == usual.user_config_path
        assert folders.state == usual.user_state_path
        assert folders.logs == usual.user_log_path


def test_folders_are_closed_to_others(tmp_path: Path) -> None:
    """Made folders belong to this user alone, whatever the umask; made ones are no error."""
    folders = Folders.within(tmp_path / "home")
    before = os.umask(0)
    try:
        folders.create()
        folders.create()
    finally:
        os.umask(before)
    for folder in (folders.data, folders.logs):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    """A file where the folder should be is a typed failure."""
    (tmp_path / "home").write_text("", encoding="utf-8")
    with pytest.raises(FileUnusableError):
        Folders.within(tmp_path / "home").create()


@pytest.mark.parametrize("name", ["workstation", "team-2", "a", "0", "shared_db"])
def test_profile_names_become_file_names(name: str, tmp_path: Path) -> None:
    """A good name names the files of the profile."""
    folders = Folders.within(tmp_path)
    assert require_profile(name) == name
    assert folders.database(name) == tmp_path / f"{name}.db"
    assert folders.vault(name) == tmp_path / f"{name}.vault"
    assert folders.lock_file(name) == tmp_path / f"{name}.lock"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "empty"),
        ("x" * 65, "too-long"),
        ("../other", "unknown"),
        ("a/b", "unknown"),
        ("a\\b", "unknown"),
        ("Team", "unknown"),
        ("-team", "unknown"),
        ("team.", "unknown"),
        ("team\n", "unknown"),
        ("nul", "unknown"),
        ("com1", "unknown"),
        ("büro", "unknown"),
    ],
)
def test_a_name_that_could_lead_elsewhere_is_refused(name: str, reason: str) -> None:
    """No profile name reaches another folder, a Windows device, or two files at once."""
    with pytest.raises(FieldRefusedError) as caught:
        require_profile(name)
    assert (caught.value.field, caught.value.reason) == ("profile", reason)


def test_files_of_every_profile_are_in_use(tmp_path: Path) -> None:
    """What belongs to another profile is known by its name; other files and names are not ours."""
    folders = Folders.within(tmp_path)
    for name in ("team.db", "a.ca.pem", "list.csv", "NUL.db", "con.db", "x.y.db", ".db"):
        (tmp_path / name).write_bytes(b"")
    in_use = folders.files_in_use("workstation")
    assert {path.stem for path in in_use if path.suffix == ".db"} == {"team", "a", "workstation"}
    assert set(folders.files_of("team")) <= set(in_use)
    assert tmp_path / "logs" / "watchword.log.4" in in_use
    assert len(in_use) == len(set(in_use))
    assert Folders.within(tmp_path / "gone").files_in_use("a") == (
        Folders.within(tmp_path / "gone").files_of("a")
    )
