"""Set, remove and unlock a telephone password on a customer's behalf."""

from desktop_app.core import password_rules, verifier
from desktop_app.core.entities import Change, Customer, IdentityCheck, Validity
from desktop_app.core.errors import FieldRefusedError, IdentityCheckIncompleteError
from desktop_app.core.key_choice import key_for_new
from desktop_app.core.policy import Policy
from desktop_app.core.ports import CredentialStore, CustomerStore, Keys, PolicyStore
from desktop_app.core.secret import Secret

LONGEST_REASON = 500


class Enrolment:
    """What a lead does to a customer's telephone password, each after a check or with a reason."""

    def __init__(
        self,
        customers: CustomerStore,
        credentials: CredentialStore,
        policies: PolicyStore,
        keys: Keys,
    ) -> None:
        self._customers = customers
        self._credentials = credentials
        self._policies = policies
        self._keys = keys

    def review(
        self, customer: Customer, typed: Secret[str], policy: Policy
    ) -> tuple[password_rules.Finding, ...]:
        """Which rules a new password keeps and which it breaks, in the order they are shown."""
        return password_rules.review(typed, policy, customer)

    def set(
        self, customer_id: int, typed: Secret[str], check: IdentityCheck, validity: Validity
    ) -> Change:
        """Store a new telephone password; the old one stops at once.

        Raises:
            IdentityCheckIncompleteError: no known method, or no reference.
            KeyRotatedError: the team has begun to use another key in this very moment.
            PasswordRefusedError: the password breaks a rule.
            TeamKeyError: the team's current key cannot be had; nothing was stored.
            StorageError: nothing was stored.
            NotAllowedError: the person is no lead.
        """
        policy = self._policies.load()
        complete = complete_check(check, policy)
        customer = self._customers.get(customer_id)
        password_rules.require_accepted(typed, policy, customer)
        key = key_for_new(self._credentials, self._keys)
        credential = verifier.new_credential(typed, policy, customer_id, key)
        return self._credentials.set(customer_id, credential, validity, complete)

    def remove(self, customer_id: int, reason: str) -> Change:
        """Remove the telephone password.

        Raises:
            FieldRefusedError: the reason is empty or too long.
            NoCredentialError: there is none.
        """
        return self._credentials.remove(customer_id, required_reason(reason))

    def unlock(self, customer_id: int, reason: str) -> Change:
        """End the wait; the count of wrong tries stays.

        Raises:
            FieldRefusedError: the reason is empty or too long.
            NothingToUnlockError: no wait runs.
        """
        return self._credentials.unlock(customer_id, required_reason(reason))


def complete_check(check: IdentityCheck, policy: Policy) -> IdentityCheck:
    """An identity check as it is recorded, without white space around its texts.

    Raises:
        IdentityCheckIncompleteError: no known method, or no reference.
        FieldRefusedError: reference or note is too long.
    """
    if check.method not in policy.check_methods:
        raise IdentityCheckIncompleteError("method")
    reference = check.reference.strip()
    if not reference:
        raise IdentityCheckIncompleteError("reference")
    note = check.note.strip()
    for field, value in (("reference", reference), ("note", note)):
        if len(value) > LONGEST_REASON:
            raise FieldRefusedError(field, "too-long")
    return IdentityCheck(check.method, reference, note)


def required_reason(text: str) -> str:
    """A reason as it is recorded, without white space around it.

    Raises:
        FieldRefusedError: it is empty or too long.
    """
    stripped = text.strip()
    if not stripped:
        raise FieldRefusedError("reason", "empty")
    if len(stripped) > LONGEST_REASON:
        raise FieldRefusedError("reason", "too-long")
    return stripped
