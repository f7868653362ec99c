"""What somebody has typed about a customer, on its way into the database."""

from dataclasses import dataclass
from datetime import datetime

from desktop_app.core.customer_conflict import Conflict
from desktop_app.core.customer_fields import LONGEST_TEXT, items_value, storable, text_value
from desktop_app.core.entities import Customer, CustomerDraft, EventKind, JournalQuery
from desktop_app.core.phone_completion import PhoneCompleter
from desktop_app.core.ports import CustomerStore, Storage


@dataclass(frozen=True, slots=True)
class Entered:
    """The form's content as it was typed; several values stand on lines of their own."""

    number: str
    name: str
    company: str
    phones: str
    emails: str
    domains: str
    country: str
    language: str
    authorised: str
    active: bool


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What a colleague has stored meanwhile, and who it was and when, where that is known."""

    conflict: Conflict
    person: str = ""
    at: datetime | None = None


def store(customers: CustomerStore, draft: CustomerDraft, before: Customer | None) -> Customer:
    """Store a new customer, or the changed fields of one; blocks.

    Raises:
        ChangedMeanwhileError: the customer is no longer as in ``before``.
        FieldRefusedError, NumberTakenError: see ``CustomerStore.change``.
    """
    if before is None:
        return customers.add(draft)
    fields = {name: getattr(draft, name) for name in CustomerDraft.__slots__}
    customers.change(before, Customer(id=before.id, **fields))
    return customers.get(before.id)


def meanwhile(storage: Storage, before: Customer, mine: CustomerDraft) -> Meanwhile:
    """Read what is stored now and who stored it; blocks.

    Raises:
        CustomerNotFoundError: the customer was deleted.
    """
    theirs = storage.customers.get(before.id)
    query = JournalQuery(customer_id=before.id, kinds=(EventKind.CUSTOMER_CHANGED,), limit=1)
    conflict = Conflict(before, theirs, mine)
    for entry in storage.journal.entries(query):
        # An import leaves no entry for each customer: then this is an older one.
        if set(conflict.fields) <= set(entry.details.get("fields", "").split()):
            return Meanwhile(conflict, entry.person, entry.at)
    return Meanwhile(conflict)


def draft_of(entered: Entered) -> CustomerDraft:
    """What was typed as it would be stored.

    Raises:
        FieldRefusedError: a field cannot be stored.
    """
    phones = text_value("phones", entered.phones, LONGEST_TEXT)
    draft = CustomerDraft(
        number=entered.number,
        name=entered.name,
        company=entered.company,
        phones=PhoneCompleter().complete_all(phones, entered.country),
        emails=items_value("emails", entered.emails),
        domains=items_value("domains", entered.domains),
        country=entered.country,
        language=entered.language,
        authorised=entered.authorised,
        active=entered.active,
    )
    return storable(draft)
