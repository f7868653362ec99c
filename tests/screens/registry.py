"""How a module of this folder offers pictures: functions marked with ``@screen``."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from PySide6.QtWidgets import QWidget

from desktop_app.gui.look.appearance import Appearance

Builder = Callable[[Appearance], QWidget]
_MARK = "__screen__"


@dataclass(frozen=True, slots=True)
class Screen:
    """One picture: its file's name and the function that builds the widget with fixed data.

    The file is ``NAME.png`` in light and ``NAME-dark.png`` in dark, with ``light_suffix`` put
    after the name of the light one.
    """

    name: str
    light_suffix: str
    build: Builder


def screen(name: str, *, light_suffix: str = "") -> Callable[[Builder], Builder]:
    """Mark a function that returns a widget of its final size, ready to be shown."""

    def mark(build: Builder) -> Builder:
        setattr(build, _MARK, Screen(name, light_suffix, build))
        return build

    return mark


def all_screens() -> list[Screen]:
    """The pictures of every module in this folder, by name."""
    found = [each for module in _modules() for each in _screens_of(module)]
    return sorted(found, key=lambda each: each.name)


def _modules() -> Iterator[ModuleType]:
    for info in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if not info.name.startswith("_") and info.name != "registry":
            yield importlib.import_module(f"tests.screens.{info.name}")


def _screens_of(module: ModuleType) -> Iterator[Screen]:
    for value in vars(module).values():
        mark = getattr(value, _MARK, None)
        if isinstance(mark, Screen) and value.__module__ == module.__name__:
            yield mark
