"""How a module of this folder offers figures: functions marked with ``@benchmark``."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from tests.benchmarks.workstation import Workstation

_MARK = "__benchmark__"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    ``floor`` is measured in the same run. ``budget`` bounds ``figure / floor`` where
    ``is_ratio``, otherwise ``figure`` itself, in its unit. A figure without a budget only
    explains another one.
    """

    name: str
    unit: str
    figure: float
    floor: float | None = None
    budget: float | None = None
    is_ratio: bool = True

    @property
    def ratio(self) -> float | None:
        """How many times the floor."""
        return self.figure / self.floor if self.floor else None

    @property
    def kept(self) -> bool | None:
        """Whether the budget is kept; None without one."""
        if self.budget is None:
            return None
        measured = self.ratio if self.is_ratio else self.figure
        return measured is not None and measured <= self.budget


Benchmark = Callable[[Workstation], Sequence[Figure]]


def benchmark(name: str) -> Callable[[Benchmark], Benchmark]:
    """Mark a function that measures figures on a workstation database of invented customers."""

    def mark(function: Benchmark) -> Benchmark:
        setattr(function, _MARK, name)
        return function

    return mark


def all_benchmarks() -> dict[str, Benchmark]:
    """The benchmarks of every module in this folder by name, modules in alphabetical order."""
    return {name: found for module in _modules() for name, found in _benchmarks_of(module)}


def _modules() -> Iterator[ModuleType]:
    for info in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if info.name.endswith("_benchmark"):
            yield importlib.import_module(f"tests.benchmarks.{info.name}")


def _benchmarks_of(module: ModuleType) -> Iterator[tuple[str, Benchmark]]:
    for value in vars(module).values():
        name = getattr(value, _MARK, None)
        if isinstance(name, str) and value.__module__ == module.__name__:
            yield name, value
