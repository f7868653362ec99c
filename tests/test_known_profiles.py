"""Which profiles are on a workstation."""

from pathlib import Path

import pytest

from desktop_app.profiles.known import is_known
from desktop_app.system.folders import DEFAULT_PROFILE, Folders
from desktop_app.system.settings import Settings


def test_what_nobody_may_look_into_has_no_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence comes from whoever opens it; simulated, because the superuser may look."""
    folders = Folders.within(tmp_path)
    folders.database(DEFAULT_PROFILE).touch()
    assert is_known(DEFAULT_PROFILE, folders, Settings())

    def refuse(path: Path) -> bool:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "exists", refuse)
    assert not is_known(DEFAULT_PROFILE, folders, Settings())
