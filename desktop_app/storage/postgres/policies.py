"""The team's rules in a shared database."""

from dataclasses import asdict, fields

from psycopg.types.json import Jsonb

from desktop_app.core.policy import Policy, require_bounds
from desktop_app.storage.postgres.connections import Connections


class PostgresPolicies:
    """The policy store of ``core.ports`` on PostgreSQL."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def load(self) -> Policy:
        """The rules in force."""
        row = self._connections.one("SELECT * FROM watchword.policy")
        values = {rule.name: row[rule.name] for rule in fields(Policy)}
        values["check_methods"] = tuple(values["check_methods"])
        return Policy(**values)

    def save(self, policy: Policy, before: Policy | None = None) -> None:
        """Replace the rules; an admin's action, journalled where something changes.

        Raises:
            ChangedMeanwhileError: the rules are no longer as in ``before``.
            FieldRefusedError: a rule is out of its bounds.
            NotAllowedError: the person is no admin.
        """
        require_bounds(policy)
        self._connections.one(
            "SELECT watchword.save_policy(%s, %s)",
            (Jsonb(asdict(policy)), None if before is None else Jsonb(asdict(before))),
        )
