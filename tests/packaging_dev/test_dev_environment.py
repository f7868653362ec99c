"""The stamps of packaging/dev_environment.py: what is seen as ready, outdated or half made."""

import sys
from pathlib import Path

import pytest

import dev_environment
from dev_environment import LOCKS, SYSTEM_PACKAGES, Environment


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """A checkout with both locks and a finished environment for both commands."""
    (tmp_path / "packaging").mkdir()
    for part, lock in LOCKS.items():
        (tmp_path / "packaging" / lock).write_text(f"{part}==1\n", encoding="utf-8")
    environment = Environment(str(tmp_path))
    python = Path(environment.python)
    python.parent.mkdir(parents=True)
    python.touch()
    for part in LOCKS:
        environment.finish(part)
    return environment


def change_lock(environment: Environment, part: str) -> None:
    Path(environment.lock_path(part)).write_text("other==2\n", encoding="utf-8")


def test_a_finished_environment_is_ready(environment: Environment) -> None:
    """Both commands find what they need."""
    assert environment.is_ready("run")
    assert environment.is_ready("test")
    assert not environment.is_unsound()


def test_an_absent_environment_is_not_ready(tmp_path: Path, environment: Environment) -> None:
    """A fresh clone has no stamp."""
    fresh = Environment(str(tmp_path / "clone"))
    Path(fresh.lock_path("run")).parent.mkdir(parents=True)
    for part in LOCKS:
        source = Path(environment.lock_path(part)).read_text(encoding="utf-8")
        Path(fresh.lock_path(part)).write_text(source, encoding="utf-8")
    assert not fresh.is_ready("run")
    assert fresh.is_unsound()


def test_a_changed_lock_is_seen(environment: Environment) -> None:
    """Other requirements: the environment is made anew for both commands."""
    change_lock(environment, "run")
    assert not environment.is_ready("run")
    assert not environment.is_ready("test")
    assert environment.is_unsound()


def test_a_changed_test_lock_leaves_the_application_ready(environment: Environment) -> None:
    """Starting Watchword does not depend on what the tests require."""
    change_lock(environment, "test")
    assert environment.is_ready("run")
    assert not environment.is_ready("test")
    assert environment.is_unsound()


def test_the_tests_of_a_ready_application_are_an_addition(tmp_path: Path) -> None:
    """Without any trace of the tests' packages nothing has to be made anew."""
    (tmp_path / "packaging").mkdir()
    environment = Environment(str(tmp_path))
    for part in LOCKS:
        change_lock(environment, part)
    Path(environment.python).parent.mkdir(parents=True)
    Path(environment.python).touch()
    environment.finish("run")
    assert not environment.is_ready("test")
    assert not environment.is_unsound()


def test_an_interrupted_part_is_unsound(environment: Environment) -> None:
    """A part that was begun and not finished cannot be built upon."""
    environment.begin("test")
    assert not environment.is_ready("test")
    assert environment.is_unsound()
    environment.abandon("test")
    assert not environment.is_unsound()


def test_a_stamp_cut_short_is_not_believed(environment: Environment) -> None:
    """After a loss of power half a stamp may be all there is."""
    stamp = Path(environment.folder, "run.stamp")
    stamp.write_text(stamp.read_text(encoding="utf-8")[:-5], encoding="utf-8")
    assert not environment.is_ready("run")


def test_a_vanished_python_is_seen(environment: Environment) -> None:
    """A stamp is worth nothing if the interpreter is gone."""
    Path(environment.python).unlink()
    assert not environment.is_ready("run")


def test_another_python_is_seen(environment: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment belongs to one Python."""
    monkeypatch.setattr(sys, "base_prefix", "elsewhere")
    assert not environment.is_ready("run")


def test_another_system_package_is_seen(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package added to the list is looked for at the next start."""
    longer = {**SYSTEM_PACKAGES, "test": (*SYSTEM_PACKAGES["test"], "xdotool")}
    monkeypatch.setattr(dev_environment, "SYSTEM_PACKAGES", longer)
    assert environment.is_ready("run")
    assert not environment.is_ready("test")


def test_a_moved_checkout_is_seen(environment: Environment, tmp_path: Path) -> None:
    """The programs of an environment name its folder, so they do not survive a move."""
    moved = tmp_path.with_name(tmp_path.name + "-moved")
    tmp_path.rename(moved)
    assert not Environment(str(moved)).is_ready("run")


def test_a_checkout_may_have_any_name(tmp_path: Path) -> None:
    """Letters beyond ASCII and names that are no text at all are stamped like others."""
    for name in ("Jürgens Ablage", "\udcff"):
        root = tmp_path / name
        (root / "packaging").mkdir(parents=True)
        environment = Environment(str(root))
        change_lock(environment, "run")
        Path(environment.python).parent.mkdir(parents=True)
        Path(environment.python).touch()
        environment.finish("run")
        assert environment.is_ready("run")


def test_windows_has_its_own_folders() -> None:
    """The interpreter lies in Scripts on Windows and in bin elsewhere."""
    assert Path(Environment("root", windows=True).python) == Path(
        "root", ".venv", "Scripts", "python.exe"
    )
    assert Path(Environment("root", windows=False).python) == Path("root", ".venv", "bin", "python")
