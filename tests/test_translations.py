"""The catalogues hold every text of the program, and the compiled ones are those."""

import ast
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator

import translations

FOLDER = translations.FOLDER


def messages(catalogue: Path) -> Iterator[tuple[str, str, ET.Element]]:
    for context in ET.parse(catalogue).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            yield name, message.findtext("source") or "", message


@pytest.mark.parametrize("name", sorted(translations.CATALOGUES))
def test_catalogue_is_fresh_and_whole(name: str, tmp_path: Path) -> None:
    """No text is missing, none is left over, none is untranslated."""
    shutil.copy(FOLDER / name, tmp_path / name)
    translations.collect(tmp_path)
    now = {(context, text) for context, text, _ in messages(FOLDER / name)}
    fresh = {(context, text) for context, text, _ in messages(tmp_path / name)}
    assert now == fresh, "run: python packaging/translations.py"
    for _context, text, message in messages(FOLDER / name):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, f"unfinished: {text}"
        for form in translation.iter("numerusform"):
            assert form.text, f"unfinished: {text}"


@pytest.mark.parametrize("name", sorted(translations.CATALOGUES))
def test_compiled_catalogue_is_that_of_its_source(name: str, tmp_path: Path) -> None:
    """What the program reads is what the translators wrote."""
    shutil.copy(FOLDER / name, tmp_path / name)
    translations.compile_all(tmp_path)
    compiled = Path(name).with_suffix(".qm")
    assert (tmp_path / compiled).read_bytes() == (FOLDER / compiled).read_bytes()


def test_every_plural_is_known_to_the_catalogue() -> None:
    """A call that lupdate does not take for a plural would show "1 tries left" for ever."""
    known = {text for _, text, _ in messages(FOLDER / "watchword_en.ts")}
    for path in (translations.ROOT / "desktop_app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and re.search(r"%L?n\b", value):
                assert value in known, f"{path.name}: {value}"


def test_one_is_not_many() -> None:
    """The English catalogue gives the singular its own form."""
    translator = QTranslator()
    assert translator.load(str(FOLDER / "watchword_en.qm"))
    assert translator.translate("", "%n tries left", None, 1) == "%n try left"
    assert translator.translate("", "%n tries left", None, 4) == "%n tries left"


def test_tools_stand_beside_the_interpreter() -> None:
    """The tools are those of the locked PySide6, not of the system."""
    assert any(Path(sys.executable).parent.glob("pyside6-lupdate*"))
