"""Measures Watchword against floors taken in the same run.

``python -m tests.benchmarks [NAME …] [--rows N] [--json FILE]``; without names all of them. The
exit code is 1 where a budget is not kept.
"""

import argparse
import json
import platform
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.registry import Figure, all_benchmarks
from tests.benchmarks.workstation import Workstation

ROWS = 1_000_000


def main(arguments: Sequence[str]) -> int:
    """Run the benchmarks that are named and print their figures as one table."""
    benchmarks = all_benchmarks()
    options = _parsed(arguments, list(benchmarks))
    figures: list[Figure] = []
    with TemporaryDirectory(prefix="watchword-benchmarks-") as folder:
        workstation = Workstation(Path(folder), options.rows)
        print(f"{options.rows:,} customers, SQLite {sqlite3.sqlite_version}, {platform.platform()}")
        print(_line("figure", "value", "floor", "ratio", "budget", ""))
        for name in options.names or benchmarks:
            for figure in benchmarks[name](workstation):
                figures.append(figure)
                print(_row(figure), flush=True)
        workstation.close()
    if options.json is not None:
        options.json.write_text(_as_json(options.rows, figures), encoding="utf-8")
    return 1 if any(figure.kept is False for figure in figures) else 0


def _parsed(arguments: Sequence[str], names: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names))
    parser.add_argument("--rows", type=int, default=ROWS, help=f"customers (default {ROWS:,})")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    options = parser.parse_args(arguments)
    unknown = set(options.names) - set(names)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    return options


def _row(figure: Figure) -> str:
    budget = ""
    if figure.budget is not None:
        budget = f"≤ {figure.budget:g} {'×' if figure.is_ratio else figure.unit}"
    return _line(
        figure.name,
        f"{figure.figure:.2f} {figure.unit}",
        "" if figure.floor is None else f"{figure.floor:.2f} {figure.unit}",
        "" if figure.ratio is None else f"{figure.ratio:.2f} ×",
        budget,
        {None: "", True: "kept", False: "NOT KEPT"}[figure.kept],
    )


def _line(name: str, *cells: str) -> str:
    figure, floor, ratio, budget, kept = cells
    return f"{name:<44}{figure:>14}{floor:>14}{ratio:>10}{budget:>11}  {kept}".rstrip()


def _as_json(rows: int, figures: Sequence[Figure]) -> str:
    measured = [asdict(figure) | {"ratio": figure.ratio, "kept": figure.kept} for figure in figures]
    return json.dumps({"rows": rows, "figures": measured}, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
