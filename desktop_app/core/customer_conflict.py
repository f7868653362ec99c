"""Two people have edited one customer: what the other one changed, and one record of both."""

from collections.abc import Collection
from dataclasses import dataclass

from desktop_app.core.entities import Customer, CustomerDraft

FIELDS = CustomerDraft.__slots__


@dataclass(frozen=True, slots=True)
class Conflict:
    """``before`` is what both began with, ``theirs`` what is stored now, ``mine`` was typed."""

    before: Customer
    theirs: Customer
    mine: CustomerDraft

    @property
    def fields(self) -> tuple[str, ...]:
        """What the other one changed, except where both say the same, in the record's order."""
        return tuple(
            field
            for field in FIELDS
            if getattr(self.theirs, field)
            not in (getattr(self.before, field), getattr(self.mine, field))
        )

    def is_contested(self, field: str) -> bool:
        """Whether both have changed this field: nobody but a person can say which holds."""
        return bool(getattr(self.mine, field) != getattr(self.before, field))

    def merged(self, kept: Collection[str]) -> CustomerDraft:
        """One record: of ``fields`` those in ``kept`` are mine and the others theirs.

        Everything else is as it was typed.
        """
        others = set(self.fields) - set(kept)
        return CustomerDraft(
            **{
                field: getattr(self.theirs if field in others else self.mine, field)
                for field in FIELDS
            }
        )
