"""Checks of the workstation, as data; the sentences are made elsewhere.

A check is a named call that returns what it found or raises the failure. Checks of the database
and of the fonts come from outside through the same type.
"""

import os
import secrets
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from desktop_app.core.errors import (
    ClockWrongError,
    KeyringFailedError,
    OpenToOthersError,
    TimedOutError,
    WatchwordError,
)
from desktop_app.core.ports import Clock
from desktop_app.core.secret import Secret
from desktop_app.system.deadline import within
from desktop_app.system.files import create_exclusive, unusable
from desktop_app.system.folders import Folders
from desktop_app.system.keyring_store import SystemKeyring

Findings = Mapping[str, str]

SECONDS_PER_CHECK = 10.0

_EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
_LATEST = datetime(2100, 1, 1, tzinfo=UTC)
_TOLERANCE = timedelta(minutes=2)
_OTHERS = 0o077
_PROBE = ".watchword-doctor"
# What one counted try writes at most: some pages and the head of the log.
_PROBE_BYTES = 64 * 1_024
_PROBE_ENTRY = "check by watchword doctor"


class Outcome(StrEnum):
    """How a check ended."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_TRIED = "not-tried"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to be looked at; ``needs`` names the checks that must have passed before."""

    name: str
    run: Callable[[], Findings]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found.

    ``findings`` are figures and codes; ``failure`` is set where the outcome is FAILED.
    """

    name: str
    outcome: Outcome
    findings: Findings = field(default_factory=lambda: MappingProxyType({}))
    failure: WatchwordError | None = None


def examine(
    checks: Sequence[Check], *, seconds: float = SECONDS_PER_CHECK
) -> Iterator[CheckResult]:
    """Run the checks in order, each for at most so many seconds; one's failure stops no other."""
    passed: set[str] = set()
    for check in checks:
        if not passed.issuperset(check.needs):
            yield CheckResult(check.name, Outcome.NOT_TRIED)
            continue
        result = _examine_one(check, seconds)
        if result.outcome is Outcome.PASSED:
            passed.add(check.name)
        yield result


def _examine_one(check: Check, seconds: float) -> CheckResult:
    try:
        return CheckResult(check.name, Outcome.PASSED, within(seconds, check.run))
    except TimeoutError:
        return CheckResult(check.name, Outcome.FAILED, failure=TimedOutError())
    except WatchwordError as error:
        return CheckResult(check.name, Outcome.FAILED, failure=error)


def keyring_round_trip(keyring: SystemKeyring) -> Findings:
    """Whether the keyring keeps a secret and gives it back.

    Raises:
        TeamKeyError: it does not; the subclass says why.
    """
    probe = Secret(secrets.token_hex(16))
    keyring.write(_PROBE_ENTRY, probe)
    try:
        kept = keyring.read(_PROBE_ENTRY)
    finally:
        keyring.delete(_PROBE_ENTRY)
    if kept is None or kept != probe:
        raise KeyringFailedError
    return {}


def folder_rights(folders: Folders) -> Findings:
    """Whether the folders can be written to and are closed to other users.

    Raises:
        FileUnusableError: one is missing or cannot be written to; ``full`` where the disk is.
        OpenToOthersError: other users of this computer can look into it.
    """
    for folder in (folders.data, folders.settings, folders.state, folders.logs):
        probe = folder / f"{_PROBE}-{secrets.token_hex(4)}"
        _write_probe(probe)
        try:
            mode = folder.stat().st_mode
        except OSError as error:
            raise unusable(folder, error) from error
        # Windows shows no rights of others here; the user's own folders are closed there.
        if sys.platform != "win32" and mode & _OTHERS:
            raise OpenToOthersError(str(folder))
    return {"data": str(folders.data), "logs": str(folders.logs)}


def _write_probe(probe: Path) -> None:
    """Write a file and remove it: an empty one would find room on a full disk."""
    stream = create_exclusive(probe)
    try:
        try:
            with stream:
                stream.write(bytes(_PROBE_BYTES))
                stream.flush()
                os.fsync(stream.fileno())
        finally:
            probe.unlink()
    except OSError as error:
        raise unusable(probe.parent, error) from error


def clock_sanity(clock: Clock, newest_entry: Callable[[], datetime | None]) -> Findings:
    """Whether the clock can be right: after this version was made, not before the journal's end.

    ``newest_entry`` is the time of the newest journal entry, None in an empty journal.

    Raises:
        ClockWrongError: it cannot.
        StorageError: the journal cannot be read.
    """
    now = clock()
    if not _EARLIEST <= now < _LATEST:
        raise ClockWrongError("impossible")
    newest = newest_entry()
    if newest is not None and now < newest - _TOLERANCE:
        raise ClockWrongError("behind-journal")
    return {"now": now.isoformat(timespec="seconds")}
