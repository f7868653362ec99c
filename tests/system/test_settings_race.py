import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from desktop_app.system.settings import SettingsStore

CHANGE = """
import sys
from dataclasses import replace
from pathlib import Path
from desktop_app.system.settings import SettingsStore

store = SettingsStore(Path(sys.argv[1]))
for number in range(25):
    store.update(lambda old: replace(old, profiles=(*old.profiles, f"other-{number}")))
"""


def test_two_processes_lose_none_of_each_others_changes(tmp_path: Path) -> None:
    """A nightly command and the window both change settings: everything is kept."""
    path = tmp_path / "settings.json"
    store = SettingsStore(path)
    with subprocess.Popen([sys.executable, "-c", CHANGE, str(path)]) as other:
        for number in range(25):
            store.update(
                lambda old, number=number: replace(  # type: ignore[misc]  # bound at once
                    old, recovery_files=(*old.recovery_files, f"own-{number}")
                )
            )
    assert other.returncode == 0
    settings = store.load().settings
    assert len(settings.profiles) == 25
    assert len(settings.recovery_files) == 25
