"""What the first picture of the window does not wait for."""

import subprocess
import sys

from pytestqt.qtbot import QtBot

from desktop_app.gui.context import Desk
from tests.gui.fakes import FakeStorage
from tests.gui.main_window_driver import Driver

_LATE = (
    "argon2",
    "keyring",
    "psycopg",
    "phonenumbers",
    "sqlite3",
    "desktop_app.core.entities",
    "desktop_app.gui.customers.customer_table",
    "desktop_app.gui.customers.customer_card",
    "desktop_app.gui.session",
)
_SHOW = """
import sys
import desktop_app.gui.context, desktop_app.gui.main_window
print(*[name for name in sys.argv[1:] if name in sys.modules])
"""


def test_first_picture_imports_little() -> None:
    """Database, hash, numbering plans, keyring, list and card come after the window."""
    shown = subprocess.run(
        [sys.executable, "-c", _SHOW, *_LATE], capture_output=True, text=True, check=True
    )
    assert shown.stdout.split() == []


def test_window_completes_itself(qtbot: QtBot, desk: Desk, storage: FakeStorage) -> None:
    """List and card come up by themselves once the window is on the screen."""
    driver = Driver(qtbot, desk, storage)
    driver.wait_for("No customer selected")
    assert storage.calls == []
