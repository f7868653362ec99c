"""``verify``, ``set``, ``unlock`` and ``remove``: the work at the telephone without a window."""

from argparse import Namespace
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.commands import exit_codes
from desktop_app.commands.terminal import Terminal
from desktop_app.core.entities import Change, Customer, IdentityCheck, Standing, Validity, Verdict
from desktop_app.core.errors import (
    NotCheckedError,
    PasswordRefusedError,
    RefreshRefusedError,
    StorageError,
    TeamKeyError,
)
from desktop_app.core.password_rules import Rule
from desktop_app.core.verification import VerifyCaller
from desktop_app.gui import sentences
from desktop_app.profile import OpenProfile

translate = QCoreApplication.translate


def verify(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """Check the password a caller says; the exit code is the answer."""
    customer = profile.storage.customers.find_number(options.number)
    verify_caller = profile.verify_caller
    try:
        verdict = _verdict(verify_caller, terminal, customer, options)
    except (StorageError, TeamKeyError) as error:
        raise NotCheckedError(counted=False, cause=error) from error
    terminal.report(
        {
            "customer": customer.number,
            "answer": verdict.answer.value,
            "receipt": verdict.receipt,
            "at": verdict.at.isoformat(),
            **_standing(verdict.standing),
        },
        lambda: [
            f"{sentences.answer_word(verdict.answer)}. {sentences.permission(verdict.answer)}",
            sentences.next_step(verdict),
            translate("Commands", "Receipt {receipt}").format(receipt=verdict.receipt),
        ],
    )
    return exit_codes.OF_ANSWER[verdict.answer]


def _verdict(
    verify_caller: VerifyCaller, terminal: Terminal, customer: Customer, options: Namespace
) -> Verdict:
    challenge = verify_caller.open(customer.id)
    refused = verify_caller.refuse(challenge)
    if refused is not None:
        return refused
    verify_caller.fetch_key(challenge)
    typed = terminal.ask_secret(
        translate("Commands", "Password the caller says:"), from_stdin=options.password_stdin
    )
    checked = verify_caller.check(challenge, typed)
    # Where it cannot be renewed the old verifier stays valid, and the verdict stands.
    with suppress(StorageError, TeamKeyError, RefreshRefusedError):
        verify_caller.refresh(checked, typed)
    return checked.verdict


def set_password(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """Set a telephone password after an identity check."""
    customer = profile.storage.customers.find_number(options.number)
    check = IdentityCheck(options.check, options.reference, options.note)
    typed = terminal.ask_secret_twice(
        translate("Commands", "New telephone password:"),
        translate("Commands", "The same again:"),
        from_stdin=options.password_stdin,
    )
    validity = Validity(options.valid) if options.valid else Validity.UNTIL_CHANGED
    try:
        change = profile.enrolment.set(customer.id, typed, check, validity)
    except PasswordRefusedError as error:
        policy = profile.storage.policies.load()
        for rule in error.rules:
            terminal.complain(sentences.broken_rule(Rule(rule), policy))
        raise
    _report_change(
        terminal,
        customer,
        change,
        translate("Commands", "Password saved. The customer must note it now."),
    )
    return exit_codes.DONE


def unlock(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """End the wait of a locked telephone password."""
    customer = profile.storage.customers.find_number(options.number)
    change = profile.enrolment.unlock(customer.id, options.reason)
    _report_change(terminal, customer, change, translate("Commands", "Unlocked."))
    return exit_codes.DONE


def remove(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """Remove a telephone password."""
    customer = profile.storage.customers.find_number(options.number)
    change = profile.enrolment.remove(customer.id, options.reason)
    _report_change(terminal, customer, change, translate("Commands", "Password removed."))
    return exit_codes.DONE


def resume(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """End the pause of a person's checks."""
    login = options.login or profile.storage.person.login
    change = profile.storage.credentials.resume(login)
    terminal.report(
        {"login": login, "receipt": change.receipt, "at": change.at.isoformat()},
        lambda: [translate("Commands", "Checks of {login} may go on.").format(login=login)],
    )
    return exit_codes.DONE


def _report_change(terminal: Terminal, customer: Customer, change: Change, sentence: str) -> None:
    terminal.report(
        {"customer": customer.number, "receipt": change.receipt, "at": change.at.isoformat()},
        lambda: [
            sentence,
            translate("Commands", "Receipt {receipt}").format(receipt=change.receipt),
        ],
    )


def _standing(standing: Standing) -> dict[str, Any]:
    opens_at = standing.opens_at
    return {
        "tries_left": standing.tries_left,
        "opens_at": opens_at.isoformat() if opens_at else None,
    }
