"""The demo: what it shows is there, and nothing is left behind."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.entities import Answer, Customer, PasswordState
from desktop_app.core.secret import Secret
from desktop_app.core.verification import VerifyCaller
from desktop_app.demo import CUSTOMERS, PASSWORDS, Demo, DemoFolder, open_demo
from desktop_app.system.people import WorkstationUser
from tests.storage.engines import MovableClock

USER = WorkstationUser("lang", "Tanja Lang", "desk-1")
_ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder() -> Iterator[DemoFolder]:
    folder = DemoFolder()
    yield folder
    folder.remove()


@pytest.fixture
def demo(folder: DemoFolder) -> Iterator[Demo]:
    demo = open_demo(folder.folders, USER, MovableClock())
    yield demo
    demo.storage.close()


def check(demo: Demo, number: str, typed: str) -> Answer:
    verify = VerifyCaller(demo.storage.credentials, demo.storage.policies, demo.keys)
    challenge = verify.open(demo.storage.customers.find_number(number).id)
    return verify.check(challenge, Secret(typed)).verdict.answer


def test_three_customers_can_be_tried(demo: Demo) -> None:
    """The passwords that are shown match; each customer is named as in the list."""
    assert tuple(password for _, _, password in demo.to_try) == PASSWORDS
    for number, name, password in demo.to_try:
        customer = demo.storage.customers.find_number(number)
        assert name in {customer.name, customer.company}
        assert name
        assert check(demo, number, password) is Answer.MATCHES
    number, _, _ = demo.to_try[0]
    assert check(demo, number, "Birke 17") is Answer.DOES_NOT_MATCH


def test_who_was_called_back_can_be(demo: Demo) -> None:
    """The identity check of the customers to try was a call-back: their number is on file."""
    for number, _, _ in demo.to_try:
        customer = demo.storage.customers.find_number(number)
        assert customer.phones
        assert customer.active
        assert demo.storage.customers.details(customer.id).standing.check_method == "callback"


def test_the_list_is_full_and_in_several_states(demo: Demo) -> None:
    """2,000 customers; some with a password, some of those locked, most without."""
    storage = demo.storage
    assert storage.customers.count() == CUSTOMERS == 2_000
    states = {storage.customers.details(each.id).standing.state for each in customers_of(demo)}
    assert {PasswordState.SET, PasswordState.NONE, PasswordState.LOCKED} <= states


def customers_of(demo: Demo) -> Iterator[Customer]:
    return demo.storage.customers.export()


def test_the_person_starts_with_a_clean_slate(demo: Demo) -> None:
    """The wrong tries of the demo are a colleague's: own checks do not pause."""
    number, _, _ = demo.to_try[1]
    customer = demo.storage.customers.find_number(number)
    assert not demo.storage.credentials.challenge(customer.id).paused
    assert demo.storage.journal.verify().fault is None


def test_nothing_is_left_behind(folder: DemoFolder) -> None:
    """The folder is this user's alone and goes with the database, its log and everything else."""
    home = folder.folders.data
    if sys.platform != "win32":
        assert stat.S_IMODE(home.stat().st_mode) == 0o700
    demo = open_demo(folder.folders, USER, MovableClock())
    assert any(home.iterdir())
    demo.storage.close()
    folder.remove()
    assert not home.exists()


def test_demos_are_apart() -> None:
    """Two at a time do not meet."""
    first, second = DemoFolder(), DemoFolder()
    try:
        assert first.folders.data != second.folders.data
    finally:
        first.remove()
        second.remove()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_the_program_leaves_nothing_behind(tmp_path: Path, end: signal.Signals) -> None:
    """Started as a user does and ended from outside: no folder, no database, no settings."""
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    environment = {
        **os.environ,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),  # fontconfig's
        "TMPDIR": str(temporary),
        "QT_QPA_PLATFORM": "offscreen",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        "PYTHONPATH": str(_ROOT),
    }
    environment.pop("WATCHWORD_HOME", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "--demo"],
        env=environment,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    while process.poll() is None and not list(temporary.glob("watchword-demo-*/demo.db")):
        os.sched_yield()
    process.send_signal(end)
    out, _ = process.communicate(timeout=60)
    assert b"Traceback" not in out, out.decode()
    assert not list(temporary.glob("watchword-demo-*"))
    assert not [path for path in home.rglob("*") if path.is_file()]
