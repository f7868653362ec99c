"""``verify``, ``set``, ``unlock`` and ``remove``: the work at the telephone without a window."""

import time
from argparse import Namespace
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.commands import exit_codes
from desktop_app.commands.keys import bring_key, report_keys, unlock_vault
from desktop_app.commands.terminal import Terminal
from desktop_app.core.customer_fields import number_value
from desktop_app.core.enrolment import complete_check
from desktop_app.core.entities import (
    Answer,
    Caution,
    Change,
    Customer,
    IdentityCheck,
    JournalQuery,
    Standing,
    Validity,
    Verdict,
)
from desktop_app.core.errors import (
    CustomerNotFoundError,
    FieldRefusedError,
    NotCheckedError,
    PasswordRefusedError,
    RefreshRefusedError,
    StorageError,
    TeamKeyError,
    VaultLockedError,
)
from desktop_app.core.password_rules import Rule
from desktop_app.core.secret import Secret
from desktop_app.core.verification import Checked, VerifyCaller
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.team_text import team_text
from desktop_app.profiles.base import OpenProfile
from desktop_app.system.deadline import within

translate = QCoreApplication.translate

_ANSWERED_WITHIN = 5.0
"""Seconds after which whoever has typed knows what is known by then."""


def verify(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """Check the password a caller says; the exit code is the answer."""
    customer = _customer(profile, options.number)
    try:
        caution = profile.storage.customers.details(customer.id).caution
        refused = _refused(profile, customer)
        if refused is not None:
            return _report_verdict(profile, terminal, customer, refused, caution)
        if caution is not None:
            terminal.complain(_caution_words(caution))
        checked, typed = _checked(profile, terminal, customer, options)
    except (StorageError, TeamKeyError) as error:
        raise NotCheckedError(counted=False, cause=error) from error
    code = _report_verdict(profile, terminal, customer, checked.verdict, caution)
    # What is written besides the check comes after it: nobody waits for it at the telephone.
    # Where it cannot be renewed the old verifier stays valid, and the verdict stands.
    with suppress(StorageError, TeamKeyError, RefreshRefusedError, KeyboardInterrupt):
        report_keys(profile, terminal)
        profile.verify_caller.refresh(checked, typed)
    return code


def _refused(profile: OpenProfile, customer: Customer) -> Verdict | None:
    verify_caller = profile.verify_caller
    return verify_caller.refuse(verify_caller.open(customer.id))


def _checked(
    profile: OpenProfile, terminal: Terminal, customer: Customer, options: Namespace
) -> tuple[Checked, Secret[str]]:
    verify_caller = profile.verify_caller
    challenge = verify_caller.open(customer.id)
    try:
        verify_caller.fetch_key(challenge)
    except VaultLockedError:
        unlock_vault(profile, terminal)
        verify_caller.fetch_key(challenge)
    typed = terminal.ask_password(
        translate("Commands", "Password the caller says:"), from_stdin=options.password_stdin
    )
    begun = time.monotonic()
    try:
        return verify_caller.check(challenge, typed), typed
    except NotCheckedError as error:
        raise _settled(verify_caller, error, begun + _ANSWERED_WITHIN) from error.cause


def _settled(verify_caller: VerifyCaller, error: NotCheckedError, until: float) -> NotCheckedError:
    """The failure, with the knowledge whether the try was counted where it comes in time."""
    left = until - time.monotonic()
    if error.counted is not None or left <= 0:
        return error
    try:
        return within(left, lambda: verify_caller.settle(error))
    except (StorageError, TimeoutError):
        return error


def set_password(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """Set a telephone password after an identity check."""
    customer = _customer(profile, options.number)
    policy = profile.storage.policies.load()
    check = complete_check(IdentityCheck(options.check, options.reference, options.note), policy)
    bring_key(profile, terminal)
    typed = terminal.ask_new_password(
        translate("Commands", "New telephone password:"),
        translate("Commands", "The same again:"),
        from_stdin=options.password_stdin,
    )
    validity = Validity(options.valid) if options.valid else Validity.UNTIL_CHANGED
    try:
        change = profile.enrolment.set(customer.id, typed, check, validity)
    except PasswordRefusedError as error:
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
    customer = _customer(profile, options.number)
    change = profile.enrolment.unlock(customer.id, options.reason)
    _report_change(terminal, customer, change, translate("Commands", "Unlocked."))
    return exit_codes.DONE


def remove(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """Remove a telephone password."""
    customer = _customer(profile, options.number)
    change = profile.enrolment.remove(customer.id, options.reason)
    _report_change(terminal, customer, change, translate("Commands", "Password removed."))
    return exit_codes.DONE


def resume(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """End the pause of a person's checks."""
    own = profile.storage.person.login
    login = options.login or own
    if login != own and not profile.storage.journal.entries(JournalQuery(login=login, limit=1)):
        raise FieldRefusedError("login", "unknown")
    change = profile.storage.credentials.resume(login)
    terminal.report(
        {"login": login, "receipt": change.receipt, "at": change.at.isoformat()},
        lambda: [translate("Commands", "Checks of {login} may go on.").format(login=login)],
    )
    return exit_codes.DONE


def _customer(profile: OpenProfile, typed: str) -> Customer:
    """The customer with this number, written as an import would store it."""
    try:
        number = number_value(typed)
    except FieldRefusedError:
        raise CustomerNotFoundError(typed) from None
    return profile.storage.customers.find_number(number)


def _report_verdict(
    profile: OpenProfile,
    terminal: Terminal,
    customer: Customer,
    verdict: Verdict,
    caution: Caution | None,
) -> int:
    own_text = _own_text(profile, verdict.answer)
    terminal.report(
        {
            "customer": customer.number,
            "name": customer.name,
            "company": customer.company,
            "answer": verdict.answer.value,
            "receipt": verdict.receipt,
            "at": verdict.at.isoformat(),
            **_standing(verdict.standing),
            "caution": caution.text if caution else None,
            "team_text": own_text,
        },
        lambda: [
            " · ".join(filter(None, (customer.number, customer.name, customer.company))),
            f"{sentences.told_answer(verdict.answer)}. {sentences.permission(verdict.answer)}",
            sentences.next_step(verdict),
            *([own_text] if own_text else []),
            *([_caution_words(caution)] if caution else []),
            _receipt_words(verdict.receipt),
        ],
    )
    return exit_codes.OF_ANSWER[verdict.answer]


def _own_text(profile: OpenProfile, answer: Answer) -> str:
    """The team's own text for an answer; a verdict does not fail for want of it."""
    try:
        policy = profile.storage.policies.load()
    except StorageError:
        return ""
    return team_text(policy, answer)


def _caution_words(caution: Caution) -> str:
    text = " ".join(caution.text.split())
    return translate("Commands", "Caution: {text} ({person})").format(
        text=text, person=caution.raised_by
    )


def _report_change(terminal: Terminal, customer: Customer, change: Change, sentence: str) -> None:
    terminal.report(
        {"customer": customer.number, "receipt": change.receipt, "at": change.at.isoformat()},
        lambda: [sentence, _receipt_words(change.receipt)],
    )


def _receipt_words(receipt: str) -> str:
    return translate("Commands", "Receipt {receipt}").format(receipt=receipt)


def _standing(standing: Standing) -> dict[str, Any]:
    opens_at = standing.opens_at
    return {
        "tries_left": standing.tries_left,
        "opens_at": opens_at.isoformat() if opens_at else None,
    }
