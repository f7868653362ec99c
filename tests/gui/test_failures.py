"""Every expected failure has a sentence of its own, in words and not in codes."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from typing import get_type_hints

import pytest

import desktop_app.core
from desktop_app.core.entities import JournalFaultKind
from desktop_app.core.errors import (
    DatabaseBusyError,
    DiskFullError,
    NotCheckedError,
    WatchwordError,
)
from desktop_app.core.server_errors import RightsMissingError
from desktop_app.gui.texts.failures import failure

REASONS = {
    "UnusableTextError": ("empty", "too-long", "control", "unassigned"),
    "FieldRefusedError": ("empty", "too-long", "control", "unknown", "out-of-bounds"),
    "ServerNotTrustedError": ("certificate", "host-name", "no-tls", "plaintext"),
    "DatabaseUnreadableError": ("rights", "foreign", "damaged"),
    "FileUnusableError": (
        "missing", "no-folder", "directory", "rights", "full", "exists", "damaged", "newer",
        "foreign", "failed",
    ),
    "ListUnusableError": (
        "empty", "binary", "encoding", "no-heads", "head-twice", "no-number-column",
        "unknown-field", "unknown-column", "unknown-encoding", "unknown-delimiter",
        "no-delimiter", "cell-too-long",
    ),
}  # fmt: skip


def error_types(base: type[WatchwordError] = WatchwordError) -> Iterator[type[WatchwordError]]:
    for kind in base.__subclasses__():
        yield kind
        yield from error_types(kind)


def example_of(name: str, hint: object) -> object:
    if hint is int:
        return 7
    if hint is datetime:
        return datetime(2026, 11, 22, tzinfo=UTC)
    given = {
        "cause": DatabaseBusyError(),
        "rules": (),
        "rights": (),
        "kind": JournalFaultKind.MISSING.value,
    }
    return given.get(name, f"the {name}")


def examples(kind: type[WatchwordError]) -> Iterator[WatchwordError]:
    if not is_dataclass(kind):
        yield kind()
        return
    hints = get_type_hints(kind)
    values = {
        part.name: example_of(part.name, hints[part.name])
        for part in fields(kind)
        if part.default is MISSING or part.name == "name"
    }
    if kind is NotCheckedError:
        for counted in (True, False, None):
            yield kind(**{**values, "counted": counted})
        return
    for reason in REASONS.get(kind.__name__, ("",)):
        yield kind(**{**values, "reason": reason}) if reason else kind(**values)


def all_examples() -> list[WatchwordError]:
    for module in pkgutil.iter_modules(desktop_app.core.__path__, "desktop_app.core."):
        importlib.import_module(module.name)
    return [error for kind in error_types() for error in examples(kind)]


@pytest.mark.parametrize("error", all_examples(), ids=lambda error: f"{error!r}"[:60])
def test_every_failure_has_its_sentence(error: WatchwordError) -> None:
    """Nobody ever reads a code, a class name or an unfilled field."""
    sentence = failure(error)
    assert sentence != failure(WatchwordError()), "no sentence of its own"
    assert sentence[0].isupper() or sentence[0] in "“/t{"
    assert sentence.rstrip().endswith((".", "”"))
    assert "{" not in sentence
    assert "Error" not in sentence


def test_every_reason_reads_differently() -> None:
    """Two reasons of one failure are not told with the same words."""
    for kind in error_types():
        if kind.__name__ in REASONS:
            told = [failure(error) for error in examples(kind)]
            if kind.__name__ != "UnusableTextError":
                assert len(set(told)) == len(told), kind.__name__


def test_one_missing_right_is_one() -> None:
    """Two are told as two."""
    assert "the right CREATEROLE." in failure(RightsMissingError(("CREATEROLE",)))
    several = failure(RightsMissingError(("CREATEROLE", "CREATEDB")))
    assert "the rights CREATEROLE, CREATEDB." in several


def test_a_full_disk_is_true_of_checks_and_of_writing() -> None:
    """The same sentence stands after an import as after a check."""
    sentence = failure(DiskFullError())
    assert sentence.startswith("The disk is full. Nothing was written, and no try can be counted;")
