"""The customers of a ``FakeStorage``: ranked simply, compared folded."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from desktop_app.core.entities import (
    Caution,
    Change,
    Customer,
    CustomerDetails,
    CustomerDraft,
    EventKind,
    HitKind,
    ImportCounts,
    ImportProgress,
    ListRow,
    RejectedRow,
    RejectReason,
    SearchHit,
    SearchResult,
)
from desktop_app.core.errors import (
    ChangedMeanwhileError,
    CustomerNotFoundError,
    FieldRefusedError,
    NumberTakenError,
)
from desktop_app.core.list_columns import Column
from desktop_app.core.list_mapping import ListMapping
from desktop_app.core.missing_customers import MissingChoice, MissingCustomers
from desktop_app.core.receipts import looks_like_receipt
from tests.gui.fake_world import Record, World

_PLAIN = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


def folded(text: str) -> str:
    """``text`` as the fake search compares it: lower case, ``ä`` and ``ae`` alike."""
    plain = text.casefold().translate(_PLAIN)
    for pair, letter in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        plain = plain.replace(pair, letter)
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


class FakeCustomers:
    """The customers of a ``FakeStorage``."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.untold: frozenset[int] | None = frozenset()
        """What ``news`` tells the next time."""

    def count(self) -> int:
        with self._world.call("count"):
            return len(self._world.records)

    def search(self, text: str, limit: int = 50) -> SearchResult:
        with self._world.call(f"search {text}"):
            found = []
            for place, record in enumerate(self._world.records.values()):
                kind = self._kind(record.customer, text)
                if kind is not None:
                    state = self._world.standing(record).state
                    caution = record.caution is not None
                    hit = SearchHit(record.customer, kind, state, caution)
                    found.append((list(HitKind).index(kind), place, hit))
            hits = tuple(hit for _, _, hit in sorted(found, key=lambda each: each[:2]))
            return SearchResult(text, hits[:limit], more=len(hits) > limit)

    def get(self, customer_id: int) -> Customer:
        with self._world.call("get"):
            return self._world.record(customer_id).customer

    def find_number(self, number: str) -> Customer:
        with self._world.call("find_number"):
            for record in self._world.records.values():
                if record.customer.number == number:
                    return record.customer
            raise CustomerNotFoundError(number)

    def details(self, customer_id: int) -> CustomerDetails:
        with self._world.call("details"):
            record = self._world.record(customer_id)
            return CustomerDetails(
                record.customer, self._world.standing(record), record.last_check, record.caution
            )

    def add(self, draft: CustomerDraft) -> Customer:
        with self._world.call("add"):
            if not draft.number.strip():
                raise FieldRefusedError("number", "empty")
            self._require_free(draft.number)
            fields = {name: getattr(draft, name) for name in CustomerDraft.__slots__}
            customer = Customer(id=7_000_000_000_000_000_000 + len(self._world.records), **fields)
            self._world.records[customer.id] = Record(customer)
            self._world.journal(EventKind.CUSTOMER_ADDED, customer=customer)
            return customer

    def change(self, before: Customer, after: Customer) -> None:
        with self._world.call("change"):
            record = self._world.records.get(before.id)
            if record is None or record.customer != before:
                raise ChangedMeanwhileError
            if after.number != before.number:
                self._require_free(after.number)
            record.customer = after
            self._world.journal(EventKind.CUSTOMER_CHANGED, customer=after)

    def import_rows(
        self,
        rows: Iterable[ListRow],
        fields: frozenset[str],
        *,
        source: str,
        trial: bool,
        on_reject: Callable[[RejectedRow], None],
        on_progress: Callable[[ImportProgress], None],
        find_missing: bool = False,
        remember: ListMapping | None = None,
    ) -> ImportCounts:
        known = {each.customer.number for each in self._world.records.values()}
        seen, new, updated = set(), 0, 0
        for taken, row in enumerate(rows, start=1):
            if isinstance(row, RejectedRow):
                seen.add(row.number)
                on_reject(row)
            elif row.draft.number in seen:
                on_reject(RejectedRow(row.line, row.draft.number, RejectReason.NUMBER_TWICE))
            else:
                seen.add(row.draft.number)
                if row.draft.number in known:
                    updated += 1
                else:
                    new += 1
                    if not trial:
                        self.add(row.draft)
            on_progress(ImportProgress(taken, new, updated))
        missing = MissingCustomers(len(known - seen), "" if trial else source)
        if not trial:
            self._world.missing = {source: known - seen}
            if remember is not None:
                self._world.mappings[remember.kind] = remember.columns
        return ImportCounts(new, updated, 0, missing if find_missing else None)

    def export(self) -> Iterator[Customer]:
        with self._world.call("export"):
            customers = [record.customer for record in self._world.records.values()]
        yield from sorted(customers, key=lambda customer: customer.number)

    def raise_caution(self, customer_id: int, text: str, seen: Caution | None = None) -> Change:
        with self._world.call("raise_caution"):
            record = self._world.record(customer_id)
            if record.caution not in {None, seen}:
                raise ChangedMeanwhileError
            record.caution = Caution(text, self._world.person.name, self._world.clock())
            entry = self._world.journal(
                EventKind.CAUTION_RAISED, customer=record.customer, personal={"text": text}
            )
            return Change(entry.receipt, entry.at)

    def clear_caution(self, customer_id: int, seen: Caution, reason: str) -> Change:
        with self._world.call("clear_caution"):
            record = self._world.record(customer_id)
            if record.caution != seen:
                raise ChangedMeanwhileError
            record.caution = None
            entry = self._world.journal(
                EventKind.CAUTION_CLEARED, customer=record.customer, personal={"reason": reason}
            )
            return Change(entry.receipt, entry.at)

    def delete(self, customer_id: int, reason: str) -> Change:
        with self._world.call("delete"):
            record = self._world.record(customer_id)
            del self._world.records[customer_id]
            entry = self._world.journal(
                EventKind.CUSTOMER_DELETED, customer=record.customer, personal={"reason": reason}
            )
            return Change(entry.receipt, entry.at)

    def news(self) -> frozenset[int] | None:
        with self._world.call("news"):
            news, self.untold = self.untold, frozenset()
            return news

    def _require_free(self, number: str) -> None:
        if any(record.customer.number == number for record in self._world.records.values()):
            raise NumberTakenError(number)

    def _kind(self, customer: Customer, text: str) -> HitKind | None:
        receipt = looks_like_receipt(text)
        if receipt is not None:
            entries = self._world.entries
            mine = any(e.receipt == receipt and e.customer_id == customer.id for e in entries)
            return HitKind.RECEIPT if mine else None
        if customer.number == text.strip():
            return HitKind.NUMBER
        digits = "".join(letter for letter in text if letter.isdigit()).lstrip("0")
        phones = ["".join(each for each in phone if each.isdigit()) for phone in customer.phones]
        if len(digits) >= 4 and any(digits in phone for phone in phones):
            return HitKind.PHONE
        fields = (
            customer.number, customer.name, customer.company, customer.authorised,
            *customer.emails, *customer.domains,
        )  # fmt: skip
        words = [word for each in fields for word in folded(each).replace("-", " ").split()]
        kinds = {self._word_kind(wanted, words) for wanted in folded(text).split()}
        if not kinds or None in kinds:
            return None
        return HitKind.INNER if HitKind.INNER in kinds else HitKind.PREFIX

    @staticmethod
    def _word_kind(wanted: str, words: list[str]) -> HitKind | None:
        if any(word.startswith(wanted) for word in words):
            return HitKind.PREFIX
        return HitKind.INNER if any(wanted in word for word in words) else None


class FakeLists:
    """What a ``FakeStorage`` knows about imported lists."""

    def __init__(self, world: World) -> None:
        self._world = world

    def mapping(self, kind: str) -> tuple[Column, ...] | None:
        with self._world.call("mapping"):
            return self._world.mappings.get(kind)

    def missing(self, list_id: str, after: str = "", limit: int = 200) -> list[Customer]:
        with self._world.call("missing"):
            return [each.customer for each in self._of(list_id) if each.customer.number > after][
                :limit
            ]

    def set_missing_inactive(self, list_id: str, choice: MissingChoice, source: str) -> int:
        with self._world.call("set_missing_inactive"):
            chosen = [each for each in self._of(list_id) if choice.has(each.customer.id)]
            for record in chosen:
                record.customer = replace(record.customer, active=False)
            return len(chosen)

    def _of(self, list_id: str) -> list[Record]:
        if list_id not in self._world.missing:
            raise ChangedMeanwhileError
        numbers = self._world.missing[list_id]
        found = [
            each
            for each in self._world.records.values()
            if each.customer.active and each.customer.number in numbers
        ]
        return sorted(found, key=lambda each: each.customer.number)
