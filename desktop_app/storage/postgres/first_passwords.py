"""First passwords for many in a shared database; what may be replaced is the database's to say."""

from datetime import datetime
from typing import Final

from desktop_app.core.entities import Change, NewCredential
from desktop_app.core.first_password_ports import Candidate, Candidates, Lacking, Wanted
from desktop_app.core.search_terms import beginnings
from desktop_app.storage.postgres.connections import Connections
from desktop_app.storage.postgres.credentials import credential_values
from desktop_app.storage.postgres.customer_rows import customer_of
from desktop_app.storage.postgres.search_index import in_ascii
from desktop_app.storage.postgres.standing import change_of

_LONGEST_SECONDS: Final = 60


class PostgresFirstPasswords:
    """The store of ``core.first_password_ports`` on PostgreSQL."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def candidates(self, wanted: Wanted, limit: int) -> Candidates:
        """Those who can be given a first password, by number; a lead's right.

        Raises:
            NotAllowedError: the person is no lead.
        """
        words = [in_ascii(word) for word in beginnings(wanted.text)]
        of_letters = wanted.lacking is Lacking.UNUSED_LETTER
        # Words that few have are looked for in every customer there is.
        with self._connections.work(_LONGEST_SECONDS) as connection:
            rows = connection.execute(
                "SELECT * FROM watchword.first_password_candidates(%s, %s::text[], %s, %s)",
                (of_letters, words, wanted.country, limit + 1),
            ).fetchall()
        found = tuple(Candidate(customer_of(row), row["letter_at"]) for row in rows)
        return Candidates(found[:limit], more=len(found) > limit)

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
        return change_of(
            self._connections.one(
                "SELECT * FROM watchword.set_first_password("
                "%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
                (customer_id, *credential_values(credential), reason, replaces),
            )
        )
