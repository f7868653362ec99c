"""First passwords for many in the workstation database."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Final

from desktop_app.core.entities import (
    Change,
    NewCredential,
    PasswordState,
    Role,
    Validity,
)
from desktop_app.core.errors import PasswordPresentError
from desktop_app.core.first_password_ports import LETTER, Candidate, Candidates, Lacking, Wanted
from desktop_app.core.policy import Policy
from desktop_app.core.search_terms import beginnings, has_beginnings
from desktop_app.core.tries import is_blocked
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.credential_rows import (
    STATE_COLUMNS,
    credential_row,
    require_customer,
    tries_of,
)
from desktop_app.storage.sqlite.customer_rows import COLUMNS, customer_of, read_customers
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.new_password import store_password
from desktop_app.storage.sqlite.policies import read_policy
from desktop_app.storage.sqlite.search_index import beginnings_query
from desktop_app.storage.sqlite.session import Session
from desktop_app.storage.sqlite.standing import password_state
from desktop_app.storage.sqlite.stored import moment_or_none
from desktop_app.storage.sqlite.team_keys import require_current_key


class SqliteFirstPasswords:
    """The store of ``core.first_password_ports`` on SQLite."""

    def __init__(self, connections: Connections, session: Session, journal: JournalWriter) -> None:
        self._connections = connections
        self._session = session
        self._journal = journal

    def candidates(self, wanted: Wanted, limit: int) -> Candidates:
        """Those who can be given a first password, by number; a lead's right.

        Raises:
            NotAllowedError: the person is no lead.
        """
        self._session.require(Role.LEAD)
        with self._connections.read() as connection:
            policy = read_policy(connection)
            found = list(islice(_found(connection, wanted, policy), limit + 1))
        return Candidates(tuple(found[:limit]), more=len(found) > limit)

    def set(
        self,
        customer_id: int,
        credential: NewCredential,
        reason: str,
        replaces: datetime | None = None,
    ) -> Change:
        """Store a first password, which holds 60 days unless it is used; a lead's right.

        Raises:
            CustomerNotFoundError: there is no such customer (any more).
            KeyRotatedError: another key is the team's current one.
            NotAllowedError: the person is no lead.
            PasswordPresentError: the customer is not active, or has a password other than that of
                the letter of ``replaces``, or it was used or blocked by now.
        """
        self._session.require(Role.LEAD)
        with self._connections.write() as connection:
            require_customer(connection, customer_id)
            require_current_key(connection, self._session, credential.parameters.key_id)
            customer = read_customers(connection, [customer_id])[customer_id]
            if not (customer.active and self._may_be_given(connection, customer_id, replaces)):
                raise PasswordPresentError
            change = store_password(
                connection,
                self._session,
                self._journal,
                customer_id,
                credential,
                validity=Validity.FIRST_USE,
                method=LETTER,
                personal={"reason": reason},
            )
        self._connections.erase_traces()
        return change

    def _may_be_given(
        self, connection: sqlite3.Connection, customer_id: int, replaces: datetime | None
    ) -> bool:
        row = credential_row(connection, customer_id)
        policy = read_policy(connection)
        if row is None or password_state(row, policy, self._session.clock()) is PasswordState.NONE:
            return True
        return moment_or_none(row["set_at"]) == replaces and _is_unused_letter(row, policy)


def _is_unused_letter(row: sqlite3.Row, policy: Policy) -> bool:
    by_letter = row["until_used"] == 1 and row["check_method"] == LETTER
    return by_letter and not is_blocked(tries_of(row), policy)


def _found(connection: sqlite3.Connection, wanted: Wanted, policy: Policy) -> Iterator[Candidate]:
    words = beginnings(wanted.text)
    of_letters = wanted.lacking is Lacking.UNUSED_LETTER
    statement = _OF_LETTERS if of_letters else _WITHOUT
    values: tuple[str, ...] = (wanted.country, wanted.country)
    if words:
        statement += _SEARCHED
        values += (beginnings_query(words),)
    for row in connection.execute(f"{statement} ORDER BY number", values):
        customer = customer_of(row)
        if of_letters and not _is_unused_letter(row, policy):
            continue
        if has_beginnings(customer, words):  # the index finds the parts, in whichever order
            yield Candidate(customer, moment_or_none(row["letter_at"]))


_ACTIVE: Final = " WHERE active = 1 AND (? = '' OR country = ?)"
_WITHOUT: Final = (
    f"SELECT {COLUMNS}, NULL AS letter_at FROM customer {_ACTIVE} AND NOT EXISTS"  # noqa: S608 - constants
    " (SELECT 1 FROM credential WHERE customer_id = customer.id AND verifier IS NOT NULL)"
)
# In this order, or every customer is read for the sake of their order.
_OF_LETTERS: Final = (
    f"SELECT {COLUMNS}, {STATE_COLUMNS}, until_used, check_method, set_at AS letter_at"  # noqa: S608 - constants
    " FROM credential"
    f" CROSS JOIN customer ON customer.id = customer_id {_ACTIVE} AND until_used"
)
_SEARCHED: Final = " AND place IN (SELECT rowid FROM customer_part WHERE customer_part MATCH ?)"
