"""The terminal: what a command prints, asks and shows while it works."""

import getpass
import json
import os
import sys
import time
import unicodedata
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

from desktop_app.commands.interrupts import nothing_changed_yet
from desktop_app.core.errors import EntriesDifferError, NoTerminalError
from desktop_app.core.secret import Secret
from desktop_app.gui.texts.translation import tr

_BAR_CELLS = 30
_SECONDS_BETWEEN_DRAWINGS = 0.1
_LONGEST_LINE = 4_096
"""Characters of standard input that are read for a password; the rules refuse a longer one."""


class OutputLostError(Exception):
    """Standard output cannot be written to: its reader is gone, or its disk is full."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a command reads and writes; ``as_json`` prints one JSON document instead of words.

    Whatever cannot be printed in a line (control characters of an imported list, for one) is
    replaced: it must not reach the terminal as a command.
    """

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    as_json: bool = False

    def report(self, document: Mapping[str, Any], words: Callable[[], Sequence[str]]) -> None:
        """Print the result: ``document`` as JSON or the lines of ``words``.

        Raises:
            OutputLostError: it cannot be printed.
        """
        if self.as_json:
            encoding = (self.stdout.encoding or "utf-8").lower().replace("-", "")
            line = json.dumps(document, ensure_ascii=encoding != "utf8")
            with _output():
                print(line, file=self.stdout, flush=True)
            return
        with _output():
            for line in words():
                print(printable(line), file=self.stdout)
            self.stdout.flush()

    def say(self, line: str) -> None:
        """Print one line at once.

        Raises:
            OutputLostError: it cannot be printed.
        """
        with _output():
            print(printable(line), file=self.stdout, flush=True)

    def complain(self, sentence: str) -> None:
        """Print one sentence where failures and notices belong; there is nobody else to tell."""
        with suppress(OSError):
            print(printable(sentence), file=self.stderr, flush=True)

    def ask_password(
        self, prompt: str, *, from_stdin: bool, option: str = "--password-stdin"
    ) -> Secret[str]:
        """One line that is not shown while it is typed, or the first line of standard input.

        ``option`` is what asks for ``from_stdin``.

        Raises:
            NoTerminalError: there is no terminal to ask at.
        """
        if from_stdin and not self.stdin.isatty():
            return Secret(self.stdin.readline(_LONGEST_LINE).rstrip("\r\n"))
        return _ask_unseen(prompt, option)

    def ask_new_password(self, prompt: str, repeat: str, *, from_stdin: bool) -> Secret[str]:
        """The same for a new one, which is typed twice at a terminal.

        Raises:
            NoTerminalError: there is no terminal to ask at.
            EntriesDifferError: the two are not the same.
        """
        typed = self.ask_password(prompt, from_stdin=from_stdin)
        if from_stdin and not self.stdin.isatty():
            return typed
        return _same(typed, _ask_unseen(repeat, "--password-stdin"))

    def ask_passphrase(self, prompt: str) -> Secret[str]:
        """The passphrase of a file; only a person at a terminal has it.

        Raises:
            NoTerminalError: there is no terminal to ask at.
        """
        return _ask_unseen(prompt, "")

    def ask_new_passphrase(self, prompt: str, repeat: str) -> Secret[str]:
        """A new passphrase, typed twice.

        Raises:
            NoTerminalError: there is no terminal to ask at.
            EntriesDifferError: the two are not the same.
        """
        return _same(_ask_unseen(prompt, ""), _ask_unseen(repeat, ""))


def _ask_unseen(prompt: str, otherwise: str) -> Secret[str]:
    with warnings.catch_warnings(), nothing_changed_yet():
        # getpass would rather read with echo than not at all.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return Secret(getpass.getpass(f"{prompt} "))
        except (getpass.GetPassWarning, EOFError, OSError):
            raise NoTerminalError(otherwise) from None


def _same(first: Secret[str], second: Secret[str]) -> Secret[str]:
    if first != second:
        raise EntriesDifferError
    return first


@contextmanager
def _output() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputLostError from error


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
        self._stream.write(f"\r\x1b[K{bar} {share:4.0%}  {counted_rows(rows)}")
        self._stream.flush()


def counted_rows(rows: int) -> str:
    """``1 row``, ``42 rows``."""
    return tr("%n rows", None, rows)


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines with aligned columns."""
    if not rows:
        return []
    rows = [[printable(cell) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def printable(text: str) -> str:
    """``text`` with everything replaced that is neither a character to be seen nor a space."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() or unicodedata.category(character) == "Zs" else "�"
        for character in text
    )


def standard_terminal(*, as_json: bool) -> Terminal:
    """The process's own streams; one that is closed is an empty one.

    A character that the output cannot show becomes a question mark, a byte of the input that is
    no text becomes what no password has.
    """
    stdin = sys.stdin or _no_stream()
    stdout, stderr = sys.stdout or _no_stream(), sys.stderr or _no_stream()
    for stream, errors in ((stdin, "surrogateescape"), (stdout, "replace"), (stderr, "replace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)
    return Terminal(stdin, stdout, stderr, as_json)


def _no_stream() -> TextIO:
    return Path(os.devnull).open("r+", encoding="utf-8")
