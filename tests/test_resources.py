"""Resources are found wherever the program was put: source tree, wheel, frozen build."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import resources

ROOT = Path(resources.__file__).parents[1]

BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
FIND = "from desktop_app.resources import resource; print(resource('style', 'tokens.json'))"


def relative_files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def run(program: str, *arguments: str, folder: Path) -> str:
    """What a program prints that imports from its own folder first."""
    return subprocess.run(
        (sys.executable, "-c", program, *arguments),
        cwd=folder,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.strip()


@pytest.fixture
def wheel(tmp_path: Path) -> Iterator[Path]:
    """An unpacked wheel of this checkout."""
    built = tmp_path / "built"
    built.mkdir()
    name = run(BUILD, str(built), folder=ROOT).splitlines()[-1]
    unpacked = tmp_path / "site-packages"
    with zipfile.ZipFile(built / name) as archive:
        archive.extractall(unpacked)
    yield unpacked
    shutil.rmtree(unpacked)


def test_the_source_tree_is_found() -> None:
    """A checkout's resources lie beside the package."""
    assert resources.resource("style", "tokens.json") == ROOT / "resources/style/tokens.json"
    assert resources.resource("style", "tokens.json").is_file()


def test_a_wheel_holds_every_resource_and_finds_it(wheel: Path) -> None:
    """What was built and unpacked has the files of the source tree and leads to its own."""
    assert relative_files(wheel / "desktop_app/resources") == relative_files(ROOT / "resources")
    assert Path(run(FIND, folder=wheel)) == wheel / "desktop_app/resources/style/tokens.json"


def test_a_wheel_brings_nothing_but_the_package(wheel: Path) -> None:
    """Tests, packaging and a folder called resources stay out of site-packages."""
    assert {path.name.split("-")[0] for path in wheel.iterdir()} == {"desktop_app", "watchword"}


def test_a_frozen_build_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder that PyInstaller names comes before every other place."""
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.resource("icons") == tmp_path / "resources/icons"
