"""What a notice has to tell a customer now: the latest thing that became of their password."""

from desktop_app.core.entities import Customer, EventKind, JournalQuery, PasswordState
from desktop_app.core.ports import Storage
from desktop_app.gui.notices.notice import Notice, NoticeKind


def latest_change(storage: Storage, customer: Customer) -> Notice | None:
    """The notice that is due, None where no password was ever set, or none that is recorded.

    Blocks. A password that is there says itself when it was set or blocked; of one that was
    removed only the journal knows.

    Raises:
        CustomerNotFoundError: the customer is gone.
        NotAllowedError: the person is no lead.
        StorageError: the database cannot be read.
    """
    details = storage.customers.details(customer.id)
    standing = details.standing
    if standing.state is PasswordState.BLOCKED and standing.last_failure_at is not None:
        return Notice(NoticeKind.BLOCKED, details.customer, standing.last_failure_at)
    if standing.state is not PasswordState.NONE and standing.set_at is not None:
        return Notice(NoticeKind.SET, details.customer, standing.set_at)
    removed = (EventKind.PASSWORD_REMOVED,)
    query = JournalQuery(customer_id=customer.id, kinds=removed, limit=1)
    for entry in storage.journal.entries(query):
        return Notice(NoticeKind.REMOVED, details.customer, entry.at)
    return None
