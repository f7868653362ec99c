"""What PySide6 does to the imports of everybody else."""

import subprocess
import sys

_SHOW = """
import builtins, linecache
before = builtins.__import__
from desktop_app.plain_imports import import_qt_plainly
import_qt_plainly()
import desktop_app.gui.main_window
print(builtins.__import__ is before, [name for name in linecache.cache if "desktop_app" in name])
"""


def test_no_source_is_read_on_import() -> None:
    """Python's own import is back, and no module's text stays in memory."""
    shown = subprocess.run(
        [sys.executable, "-c", _SHOW], capture_output=True, text=True, check=True
    )
    assert shown.stdout.split(maxsplit=1) == ["True", "[]\n"]
