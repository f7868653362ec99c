"""The things Watchword speaks about, as immutable values that travel between the layers.

Times are aware datetimes in UTC, made by the database's clock. Customer ids are random 63-bit
numbers that are never reused.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from desktop_app.core.journal_head import JournalHead
from desktop_app.core.missing_customers import MissingCustomers
from desktop_app.core.secret import Secret


class Role(StrEnum):
    """What a person may do; each role includes the one before it."""

    AGENT = "agent"
    LEAD = "lead"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a login of their own in the database."""

    login: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDraft:
    """A customer's fields, before the database knows them.

    ``phones`` are complete numbers (``+4968515550137``) where the country is known, otherwise as
    they were typed. ``country`` is an ISO 3166 alpha-2 code or empty, ``language`` is ``de``,
    ``en`` or empty.
    """

    number: str
    name: str = ""
    company: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str = ""
    language: str = ""
    authorised: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer(CustomerDraft):
    """A customer as the database knows it."""

    id: int


class PasswordState(StrEnum):
    """What a customer's telephone password is like, without a check."""

    SET = "set"
    NONE = "none"
    LOCKED = "locked"
    BLOCKED = "blocked"
    EXPIRED = "expired"


class HitKind(StrEnum):
    """Why a customer was found, best first."""

    NUMBER = "number"
    PHONE = "phone"
    PREFIX = "prefix"
    INNER = "inner"
    SOUND = "sound"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One row of a search result."""

    customer: Customer
    kind: HitKind
    state: PasswordState
    caution: bool


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The best hits in rank order; ``more`` is true where the limit cut the list."""

    text: str
    hits: tuple[SearchHit, ...]
    more: bool


class Validity(StrEnum):
    """How long a telephone password can be used.

    One for its first use ends after ``FIRST_USE_WITHIN`` unless it has matched before that; with
    the first match it holds until it is changed.
    """

    UNTIL_CHANGED = "until-changed"
    ONE_CALL = "call"
    ONE_DAY = "24h"
    FIRST_USE = "first-use"


FIRST_USE_WITHIN = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class VerifierParameters:
    """How a verifier was computed: everything a workstation needs but the password and the key.

    ``memory_kib``, ``passes`` and ``lanes`` are Argon2id's m, t and p (RFC 9106).
    """

    salt: bytes
    memory_kib: int
    passes: int
    lanes: int
    norm_version: int
    kdf_version: int
    key_id: bytes


@dataclass(frozen=True, slots=True)
class NewCredential:
    """A verifier ready to be stored."""

    parameters: VerifierParameters
    verifier: bytes


@dataclass(frozen=True, slots=True)
class TeamKey:
    """The key outside the database; ``key_id`` tells keys apart without showing them."""

    key_id: bytes
    key: Secret[bytes]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a customer's telephone password stands at one moment.

    ``tries_allowed`` is the number of tries a fresh run has (1 between waits), ``tries_left`` how
    many of them remain. ``next_wait`` is the wait that the last of them would bring, None where it
    would block the password instead. ``opens_at`` is set while it is locked. ``set_by`` is a
    person's name, ``check_method`` the code of the identity check at that time. ``until_used`` is
    true where ``valid_until`` ends with the first match. ``attention`` is true where so many tries
    were wrong in all that a lead should look at it.
    """

    state: PasswordState
    tries_allowed: int = 0
    tries_left: int = 0
    next_wait: timedelta | None = None
    opens_at: datetime | None = None
    set_at: datetime | None = None
    set_by: str = ""
    check_method: str = ""
    valid_until: datetime | None = None
    single_use: bool = False
    last_failure_at: datetime | None = None
    attention: bool = False
    until_used: bool = False


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a workstation gets before a check; never the verifier.

    ``parameters`` is None where there is no telephone password. ``paused`` is true while this
    person's own checks pause.
    """

    customer_id: int
    generation: int
    standing: Standing
    parameters: VerifierParameters | None
    paused: bool


class Answer(StrEnum):
    """What a check says. *Not checked* is no answer: it is raised as an error."""

    MATCHES = "matches"
    DOES_NOT_MATCH = "does-not-match"
    LOCKED = "locked"
    BLOCKED = "blocked"
    EXPIRED = "expired"
    NONE = "none"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A journalled answer.

    ``standing`` is how the password stands after the check.
    """

    attempt: UUID
    customer_id: int
    answer: Answer
    receipt: str
    at: datetime
    standing: Standing


class SubmissionState(StrEnum):
    """What became of a submitted attempt."""

    CHARGED = "charged"
    REFUSED = "refused"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Submission:
    """The database's word on an attempt before anything is compared.

    ``verdict`` is set for REFUSED only; CHANGED means that the password was replaced in between
    and nothing was charged.
    """

    state: SubmissionState
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class IdentityCheck:
    """How a lead made sure who the customer is; ``method`` is one of the policy's codes."""

    method: str
    reference: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A journalled change of a customer's credential or caution."""

    receipt: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Caution:
    """A warning that every colleague sees on a customer until a lead clears it."""

    text: str
    raised_by: str
    raised_at: datetime


class EventKind(StrEnum):
    """What a journal entry records."""

    ATTEMPT = "attempt"
    VERDICT = "verdict"
    PASSWORD_SET = "password-set"  # noqa: S105 - the name of an event
    PASSWORD_REMOVED = "password-removed"  # noqa: S105 - the name of an event
    PASSWORD_REFRESHED = "password-refreshed"  # noqa: S105 - the name of an event
    UNLOCKED = "unlocked"
    CAUTION_RAISED = "caution-raised"
    CAUTION_CLEARED = "caution-cleared"
    PERSON_ADDED = "person-added"
    PERSON_JOINED = "person-joined"
    PERSON_CHANGED = "person-changed"
    PERSON_RESET = "person-reset"
    PERSON_REMOVED = "person-removed"
    PERSON_PAUSED = "person-paused"
    PERSON_RESUMED = "person-resumed"
    CUSTOMER_ADDED = "customer-added"
    CUSTOMER_CHANGED = "customer-changed"
    CUSTOMER_DELETED = "customer-deleted"
    CUSTOMERS_IMPORTED = "customers-imported"
    CUSTOMERS_DEACTIVATED = "customers-deactivated"
    CUSTOMERS_ADOPTED = "customers-adopted"
    EXPORTED = "exported"
    BACKED_UP = "backed-up"
    POLICY_CHANGED = "policy-changed"
    JOURNAL_PRUNED = "journal-pruned"
    KEY_ROTATED = "key-rotated"


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One line of the journal.

    ``sequence`` is None until the entry is sealed into the chain. ``details`` holds figures and
    codes, ``personal`` what may be erased later (references, notes, reasons); neither ever holds a
    secret. ``customer_name`` is looked up when read, it is not part of the entry.
    """

    id: int
    sequence: int | None
    at: datetime
    login: str
    person: str
    workstation: str
    customer_id: int | None
    customer_number: str
    customer_name: str
    customer_company: str
    kind: EventKind
    outcome: str
    receipt: str
    details: Mapping[str, str] = field(default_factory=dict)
    personal: Mapping[str, str] = field(default_factory=dict)


class JournalFaultKind(StrEnum):
    """What is wrong with the journal at one entry.

    ``FORGOTTEN``: the journal ends at this entry, and the head that was remembered is lost, so
    that removed entries above it would not be noticed.
    """

    EDITED = "edited"
    MISSING = "missing"
    REORDERED = "reordered"
    TRUNCATED = "truncated"
    REWRITTEN = "rewritten"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class JournalFault:
    """The first entry at which the chain does not hold."""

    sequence: int
    kind: JournalFaultKind


@dataclass(frozen=True, slots=True)
class JournalReport:
    """What verifying the chain found; ``fault`` is None where it holds."""

    entries: int
    head: JournalHead | None
    fault: JournalFault | None


@dataclass(frozen=True, slots=True)
class JournalQuery:
    """Which entries are wanted, newest first; empty fields do not filter.

    ``outcomes`` are the answers of checks, and leave nothing else. ``customer_number`` is the
    number at the time of the entry, which stays when a customer goes. Every field but ``text``,
    which is looked for inside of texts, is found by an index.
    """

    customer_id: int | None = None
    customer_number: str = ""
    kinds: tuple[EventKind, ...] = ()
    outcomes: tuple[Answer, ...] = ()
    login: str = ""
    receipt: str = ""
    text: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before_id: int | None = None
    limit: int = 200


@dataclass(frozen=True, slots=True)
class LastCheck:
    """The newest answer for a customer, whoever asked."""

    answer: Answer
    at: datetime
    person: str
    receipt: str


@dataclass(frozen=True, slots=True)
class CustomerDetails:
    """Everything the card of one customer shows."""

    customer: Customer
    standing: Standing
    last_check: LastCheck | None
    caution: Caution | None


@dataclass(frozen=True, slots=True)
class OwnCheck:
    """One of a person's own checks of today."""

    at: datetime
    customer: Customer
    answer: Answer


class RejectReason(StrEnum):
    """Why a row of a customer list is not imported."""

    NUMBER_EMPTY = "number-empty"
    NUMBER_TWICE = "number-twice"
    CELL_TOO_LONG = "cell-too-long"
    CONTROL_CHARACTER = "control-character"
    TOO_FEW_CELLS = "too-few-cells"
    TOO_MANY_CELLS = "too-many-cells"
    QUOTE_OPEN = "quote-open"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One customer read from a list; ``line`` is where the row begins in the file, from 1."""

    line: int
    draft: CustomerDraft


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that is not imported, and why. ``number`` is the customer number, if it has one."""

    line: int
    number: str
    reason: RejectReason


ListRow = ImportRow | RejectedRow
"""What a row of a list is once it was read."""


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How many rows an import has taken so far, and what it did with them."""

    rows: int
    new: int
    updated: int


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What an import did, or in a trial would do, to the customers.

    ``missing`` is None where nobody looked for customers that the list does not have.
    """

    new: int
    updated: int
    unchanged: int
    missing: MissingCustomers | None = None
