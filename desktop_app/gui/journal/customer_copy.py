"""A customer's own copy of everything that is stored about them (Article 15 GDPR).

It is in the customer's language. Nobody of the team is named, and no workstation: who of them
asked is not the customer's data. What can be used to guess a password (verifier, salt, parameters)
is no information about the customer that could be understood, and stays out.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from desktop_app.core.document import Block, Document, Heading, Paragraph, Table
from desktop_app.core.entities import (
    Customer,
    CustomerDetails,
    EventKind,
    JournalEntry,
    PasswordState,
)
from desktop_app.core.phones import display
from desktop_app.core.policy import Policy
from desktop_app.gui.journal.copy_words import COPIES
from desktop_app.gui.journal.history_pages import HistoryLine, LineKind
from desktop_app.gui.texts.letter_dates import day_of, language_of, time_of


class CustomerCopy:
    """Writes the document in the customer's language, in ``language`` where it is unknown."""

    def __init__(self, details: CustomerDetails, language: str) -> None:
        self._details = details
        self._language = language_of(details.customer, language)
        self._words = COPIES[self._language]

    def document(self, lines: Iterable[HistoryLine], policy: Policy, now: datetime) -> Document:
        """The copy as of ``now``; ``lines`` are the customer's whole history."""
        words, caution = self._words, self._details.caution
        kept = words["purpose.kept-one" if policy.journal_months == 1 else "purpose.kept"]
        blocks: list[Block] = [
            Paragraph(words["intro"].format(moment=self._moment(now))),
            Heading(words["data"]),
            Table(tuple(self._fields(self._details.customer))),
            Heading(words["password"]),
            Table(tuple(self._password())),
            Paragraph(words["password.stored"]),
        ]
        if caution is not None:
            blocks += [
                Heading(words["caution"]),
                Table(((self._moment(caution.raised_at), caution.text),)),
            ]
        rows = tuple((self._moment(line.entry.at), self.told(line), line.receipt) for line in lines)
        heads = (words["head.when"], words["head.what"], words["head.receipt"])
        blocks += [
            Heading(words["recorded"]),
            Table(rows, heads) if rows else Paragraph(words["recorded.nothing"]),
            Heading(words["purpose"]),
            Paragraph(words["purpose.why"]),
            Paragraph(kept.format(months=policy.journal_months)),
        ]
        return Document(words["title"], self._language, tuple(blocks))

    def told(self, line: HistoryLine) -> str:
        """What a line of the history says to the customer."""
        entry = line.entry
        match line.kind:
            case LineKind.UNANSWERED:
                return self._words["answer.missing"]
            case LineKind.LOCK:
                return "\n".join(self._locked(entry))
            case LineKind.ENTRY if entry.kind is EventKind.VERDICT:
                return "\n".join(self._answered(entry))
        return "\n".join(self._happened(entry))

    def _fields(self, customer: Customer) -> Iterator[tuple[str, str]]:
        """Every field; one that is empty says so."""
        words = self._words
        for name, text in (
            ("number", customer.number),
            ("name", customer.name),
            ("company", customer.company),
            ("phones", "\n".join(map(display, customer.phones))),
            ("emails", "\n".join(customer.emails)),
            ("domains", "\n".join(customer.domains)),
            ("country", customer.country),
            ("language", words.get(f"language.{customer.language}", customer.language)),
            ("authorised", customer.authorised),
            ("active", words["yes"] if customer.active else words["no"]),
        ):
            yield words[f"field.{name}"], text or words["nothing"]

    def _password(self) -> Iterator[tuple[str, str]]:
        words, standing = self._words, self._details.standing
        yield words["state"], words[f"state.{standing.state.value}"]
        if standing.state is PasswordState.NONE:
            return
        for name, moment in (
            ("set-at", standing.set_at),
            ("valid-until", standing.valid_until),
            ("opens-at", standing.opens_at),
            ("last-failure", standing.last_failure_at),
        ):
            if moment is not None:
                yield words[name], self._moment(moment)
        if standing.check_method:
            yield words["check"], self._check(standing.check_method)
        if standing.state is PasswordState.SET:
            left = words["tries.left"].format(
                left=standing.tries_left, allowed=standing.tries_allowed
            )
            yield words["tries"], left
        if standing.single_use:
            yield words["valid-for"], words["valid-for.call"]

    def _answered(self, entry: JournalEntry) -> Iterator[str]:
        yield self._words.get(f"answer.{entry.outcome}", self._words["kind.other"])
        if "tries_left" in entry.details:
            yield self._words["left"].format(count=entry.details["tries_left"])

    def _locked(self, entry: JournalEntry) -> Iterator[str]:
        words, details = self._words, entry.details
        if details.get("blocked"):
            yield words["blocked"]
        else:
            until = datetime.fromisoformat(details["locked_until"])
            yield words["locked.until"].format(moment=self._moment(until))
        kind = "in-all" if details.get("blocked") == "in-all" else "in-row"
        count = details.get(kind.replace("-", "_"), "")
        if count:
            yield words[f"wrong.{kind}"].format(count=count)

    def _happened(self, entry: JournalEntry) -> Iterator[str]:
        words, details, personal = self._words, entry.details, entry.personal
        changed = details.get("fields", "").split()
        fields = ", ".join(words.get(f"field.{field}", field) for field in changed)
        yield words.get(f"kind.{entry.kind.value}", words["kind.other"]).format(fields=fields)
        if "check" in details:
            yield words["identity"].format(check=self._check(details["check"]))
        if f"validity.{entry.outcome}" in words:
            yield words[f"validity.{entry.outcome}"]
        if "text" in personal:
            yield personal["text"]
        for name in ("reason", "reference", "note"):
            if personal.get(name):
                yield words[name].format(text=personal[name])

    def _check(self, code: str) -> str:
        """How somebody's identity was checked; a code of the team's own is its own name."""
        return self._words.get(f"check.{code}", code)

    def _moment(self, moment: datetime) -> str:
        return self._words["moment"].format(
            day=day_of(moment, self._language), time=time_of(moment)
        )
