"""The terminal: what a command prints, asks and shows while it works."""

import getpass
import json
import sys
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TextIO

from PySide6.QtCore import QCoreApplication

from desktop_app.core.errors import EntriesDifferError, NoTerminalError
from desktop_app.core.secret import Secret

translate = QCoreApplication.translate

_BAR_CELLS = 30
_SECONDS_BETWEEN_DRAWINGS = 0.1


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a command reads and writes; ``as_json`` prints one JSON document instead of words."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    as_json: bool = False

    def report(self, document: Mapping[str, Any], words: Callable[[], Sequence[str]]) -> None:
        """Print the result: ``document`` as JSON or the lines of ``words``."""
        if self.as_json:
            print(json.dumps(document, ensure_ascii=False), file=self.stdout)
        else:
            for line in words():
                print(line, file=self.stdout)

    def say(self, line: str) -> None:
        """Print one line at once."""
        print(line, file=self.stdout, flush=True)

    def complain(self, sentence: str) -> None:
        """Print one sentence where failures belong."""
        print(sentence, file=self.stderr)

    def ask_secret(self, prompt: str, *, from_stdin: bool) -> Secret[str]:
        """One line that is not shown while it is typed, or the first line of standard input.

        Raises:
            NoTerminalError: there is no terminal to ask at.
        """
        if from_stdin:
            return Secret(self.stdin.readline().rstrip("\r\n"))
        with warnings.catch_warnings():
            # getpass would rather read with echo than not at all.
            warnings.simplefilter("error", getpass.GetPassWarning)
            try:
                return Secret(getpass.getpass(f"{prompt} ", stream=self.stderr))
            except (getpass.GetPassWarning, EOFError, OSError):
                raise NoTerminalError from None

    def ask_secret_twice(self, prompt: str, repeat: str, *, from_stdin: bool) -> Secret[str]:
        """The same for a new secret, which is typed twice at a terminal.

        Raises:
            NoTerminalError: there is no terminal to ask at.
            EntriesDifferError: the two are not the same.
        """
        typed = self.ask_secret(prompt, from_stdin=from_stdin)
        if not from_stdin and self.ask_secret(repeat, from_stdin=False) != typed:
            raise EntriesDifferError
        return typed


class ProgressBar:
    """A bar on a terminal, nothing where the output is not one. Leaves no trace when it ends."""

    def __init__(self, stream: TextIO, share: Callable[[], float]) -> None:
        self._stream = stream if stream.isatty() else None
        self._share = share
        self._drawn_at = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._stream is not None and self._drawn_at:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def update(self, rows: int) -> None:
        """Draw the bar again, with the number of rows taken so far."""
        now = time.monotonic()
        if self._stream is None or now - self._drawn_at < _SECONDS_BETWEEN_DRAWINGS:
            return
        self._drawn_at = now
        share = min(1.0, self._share())
        full = round(share * _BAR_CELLS)
        bar = "█" * full + "░" * (_BAR_CELLS - full)
        text = translate("Commands", "%n rows", None, rows)
        self._stream.write(f"\r\x1b[K{bar} {share:4.0%}  {text}")
        self._stream.flush()


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines with aligned columns; what is not printable never reaches the terminal."""
    if not rows:
        return []
    rows = [[_printable(cell) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else "�" for character in text)


def standard_terminal(*, as_json: bool) -> Terminal:
    """The process's own streams; a character that they cannot show becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    return Terminal(sys.stdin, sys.stdout, sys.stderr, as_json)
