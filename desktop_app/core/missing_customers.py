"""Customers that are in the database and not in an imported list."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MissingCustomers:
    """How many active customers a list did not have.

    ``list_id`` names them until the next import of whoever looks for them too; it is empty after
    a trial. Every other import takes those out of them that its list has.
    """

    count: int
    list_id: str = ""


@dataclass(frozen=True, slots=True)
class MissingChoice:
    """Some of them: only those with these ``ids``, or ``everyone`` but those."""

    ids: frozenset[int] = frozenset()
    everyone: bool = False

    def has(self, customer_id: int) -> bool:
        """Whether this customer is meant."""
        return (customer_id in self.ids) is not self.everyone

    def toggled(self, customer_id: int) -> "MissingChoice":
        """The same with this customer taken in or out."""
        return MissingChoice(self.ids ^ {customer_id}, self.everyone)

    def count(self, of: int) -> int:
        """How many are meant, out of so many."""
        return of - len(self.ids) if self.everyone else len(self.ids)
