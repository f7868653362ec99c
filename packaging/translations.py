"""Bring the translation catalogues up to date: ``python packaging/translations.py``.

Every text in the program is collected into ``resources/translations/*.ts``, where people translate
it, and those are compiled into the ``*.qm`` files that the program reads. English needs a
catalogue for its plurals only.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
CATALOGUES = {"watchword_en.ts": ("-pluralonly", "-target-language", "en")}


def collect(folder: Path) -> None:
    """Bring the ``.ts`` files in ``folder`` up to date; texts that are gone are dropped."""
    sources = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("desktop_app/**/*.py"))
    for name, options in CATALOGUES.items():
        _run(
            "pyside6-lupdate",
            *("-source-language", "en", "-locations", "none", "-no-obsolete"),
            *options,
            *sources,
            *("-ts", str(folder / name)),
        )


def compile_all(folder: Path) -> None:
    """Compile the ``.ts`` files in ``folder`` into ``.qm`` files beside them."""
    for name in CATALOGUES:
        source = folder / name
        # A program that runs has the old one mapped into its memory, which must not change there.
        fresh = source.with_suffix(".fresh")
        _run("pyside6-lrelease", "-silent", str(source), "-qm", str(fresh))
        fresh.replace(source.with_suffix(".qm"))


def _run(tool: str, *arguments: str) -> None:
    command = str(Path(sys.executable).with_name(tool))
    result = subprocess.run(
        (command, *arguments), cwd=ROOT, capture_output=True, text=True, check=False
    )
    if result.returncode != 0:
        sys.exit(f"{tool}: {result.stdout}{result.stderr}")


if __name__ == "__main__":
    collect(FOLDER)
    compile_all(FOLDER)
