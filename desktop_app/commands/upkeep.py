"""``backup``, ``journal`` and ``doctor``: what an administrator looks after."""

from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QCoreApplication

from desktop_app.commands import exit_codes
from desktop_app.commands.targets import target_of
from desktop_app.commands.terminal import Terminal
from desktop_app.core.entities import JournalReport, Role
from desktop_app.core.errors import FileUnusableError, FontsMissingError, WatchwordError
from desktop_app.core.journal import head_line
from desktop_app.core.journal_head import JournalHead
from desktop_app.core.server_errors import BackupElsewhereError
from desktop_app.gui.look.font_check import fixed_font
from desktop_app.gui.texts.doctor_sentences import doctor_check, finding, journal_fault
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.texts.translation import tr
from desktop_app.profiles.base import OpenProfile, Profile
from desktop_app.profiles.checks import ProfileChecks
from desktop_app.profiles.checks_workstation import WorkstationChecks
from desktop_app.profiles.journal_care import check_journal, read_head, shorten_journal
from desktop_app.profiles.workstation import WorkstationProfile
from desktop_app.system.doctor import Check, CheckResult, Findings, Outcome, examine

translate = QCoreApplication.translate

_SECONDS_PER_CHECK = 120.0
"""Nobody waits beside a window here, and reading a large database takes its time."""


def backup(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """Copy the workstation database while it is in use."""
    if profile.backup is None:
        raise BackupElsewhereError
    target = target_of(options.file, profile.profile.files)
    profile.backup(target)
    terminal.report(
        {"file": str(target), "bytes": target.stat().st_size},
        lambda: [translate("Commands", "Backup written: {path}").format(path=target)],
    )
    return exit_codes.DONE


def journal(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """Recompute the journal's chain, print its head, or remove what is past keeping."""
    if options.action == "prune":
        removed = shorten_journal(profile)
        terminal.report({"removed": removed}, lambda: [tr("%n entries removed.", None, removed)])
        return exit_codes.DONE
    if options.action == "head":
        profile.storage.journal.seal()
        return _print_head(profile.storage.journal.head(), terminal)
    exported = read_head(options.head) if options.head else None
    if exported is not None and profile.storage.person.role is Role.AGENT:
        return _accept(profile, exported, terminal)
    report = check_journal(profile, exported)
    terminal.report(
        {
            "entries": report.entries,
            "head": head_line(report.head) if report.head else None,
            "fault": report.fault.kind.value if report.fault else None,
            "at": report.fault.sequence if report.fault else None,
        },
        lambda: _journal_words(report),
    )
    return exit_codes.FAILED if report.fault is not None else exit_codes.DONE


def _accept(profile: OpenProfile, exported: JournalHead, terminal: Terminal) -> int:
    """For an agent, who may not read the journal: it holds a head that a lead has verified."""
    fault = profile.accept_head(exported)
    terminal.report(
        {
            "head": head_line(exported),
            "fault": fault.kind.value if fault else None,
            "at": fault.sequence if fault else None,
        },
        lambda: [
            journal_fault(fault)
            if fault
            else translate("Commands", "The journal holds this entry, which is remembered here.")
        ],
    )
    return exit_codes.FAILED if fault else exit_codes.DONE


def _print_head(head: JournalHead | None, terminal: Terminal) -> int:
    line = head_line(head) if head else None
    terminal.report(
        {"head": line}, lambda: [line or translate("Commands", "The journal is empty.")]
    )
    return exit_codes.DONE


def _journal_words(report: JournalReport) -> list[str]:
    if report.fault is not None:
        return [journal_fault(report.fault)]
    lines = [
        tr("The chain holds over %n entries.", None, report.entries),
    ]
    if report.head is not None:
        lines.append(head_line(report.head))
    return lines


def write_sheet(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """Write the data sheet of the database in use."""
    # Imported here: no other command needs its many sentences.
    from desktop_app.profiles.data_sheet import write_data_sheet

    target = target_of(options.file, profile.profile.files)
    write_data_sheet(profile, target)
    terminal.report(
        {"file": str(target)},
        lambda: [translate("Commands", "Data sheet written: {path}").format(path=target)],
    )
    return exit_codes.DONE


def doctor(profile: Profile, terminal: Terminal) -> int:
    """Look whether everything works: one line each, with its remedy."""
    with suppress(FileUnusableError):  # the first check says why
        profile.folders.create()
    results: list[CheckResult] = []
    checks = _checks_of(profile)
    try:
        every = (*checks.all(), Check("fonts", _font_finding()))
        for result in examine(every, seconds=_SECONDS_PER_CHECK):
            results.append(result)
            if not terminal.as_json:
                terminal.say(_doctor_line(result))
    finally:
        checks.close()
    if terminal.as_json:
        terminal.report({"checks": [_doctor_document(result) for result in results]}, list)
    failed = any(result.outcome is Outcome.FAILED for result in results)
    return exit_codes.FAILED if failed else exit_codes.DONE


def _checks_of(profile: Profile) -> ProfileChecks:
    if isinstance(profile, WorkstationProfile):
        return WorkstationChecks(profile)
    # Imported here: other commands on a workstation's database need no PostgreSQL.
    from desktop_app.profiles.checks_shared import SharedChecks
    from desktop_app.profiles.shared import SharedProfile

    if isinstance(profile, SharedProfile):
        return SharedChecks(profile)
    raise TypeError(profile)


def _font_finding() -> Callable[[], Findings]:
    """What was found in this thread, to be told in another: fonts are asked for in the main one."""
    try:
        found = fixed_font()
    except FontsMissingError as error:
        failure_found = error

        def fail() -> Findings:
            raise failure_found

        return fail
    return lambda: found


def _doctor_line(result: CheckResult) -> str:
    name = doctor_check(result.name)
    match result.outcome:
        case Outcome.PASSED:
            found = ", ".join(map(finding, result.findings.values()))
            return translate("Commands", "passed     {name}").format(name=name) + (
                f": {found}" if found else ""
            )
        case Outcome.FAILED:
            remedy = failure(result.failure or WatchwordError())
            return translate("Commands", "failed     {name}: {remedy}").format(
                name=name, remedy=remedy
            )
        case Outcome.NOT_TRIED:
            return translate("Commands", "not tried  {name}").format(name=name)


def _doctor_document(result: CheckResult) -> dict[str, object]:
    return {
        "name": result.name,
        "outcome": result.outcome.value,
        "findings": dict(result.findings),
        "failure": str(result.failure) if result.failure else None,
        "remedy": failure(result.failure) if result.failure else None,
    }
