"""Search hits made ready to be painted.

Making them takes phone formatting and comparing texts, so it is part of the search's job and runs
in the task runner, not while painting.
"""

from dataclasses import dataclass

from desktop_app.core.entities import Customer, HitKind, PasswordState, SearchHit, SearchResult
from desktop_app.core.phones import display
from desktop_app.core.search_terms import highlight, search_terms


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and the ranges of it, start and end, that the search found."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One customer of a result.

    ``phone`` is the number that was found, otherwise the first. ``elsewhere`` are the texts with a
    hit that the list has no column for: other phones, e-mails, domains, authorised callers.
    """

    customer: Customer
    kind: HitKind
    state: PasswordState
    caution: bool
    number: MarkedText
    name: MarkedText
    company: MarkedText
    phone: MarkedText
    elsewhere: tuple[MarkedText, ...]


@dataclass(frozen=True, slots=True)
class FoundRows:
    """A result in rank order; ``more`` is true where there are further hits.

    ``searched`` is the text as it was compared: folded words, or the digits of a number.
    """

    text: str
    searched: str
    rows: tuple[FoundRow, ...]
    more: bool


def rows_of(result: SearchResult) -> FoundRows:
    """The rows of a result."""
    rows = tuple(_row(hit, result.text) for hit in result.hits)
    terms = search_terms(result.text)
    searched = " ".join(terms.words) if terms is not None else ""
    return FoundRows(result.text, searched, rows, result.more)


def _row(hit: SearchHit, query: str) -> FoundRow:
    customer = hit.customer

    def marked(text: str) -> MarkedText:
        return MarkedText(text, highlight(text, query))

    phones = [marked(display(phone)) for phone in customer.phones]
    phone = next((each for each in phones if each.marks), phones[0] if phones else MarkedText(""))
    others = [*customer.emails, *customer.domains, customer.authorised]
    elsewhere = [*(each for each in phones if each is not phone), *map(marked, others)]
    return FoundRow(
        customer=customer,
        kind=hit.kind,
        state=hit.state,
        caution=hit.caution,
        number=marked(customer.number),
        name=marked(customer.name),
        company=marked(customer.company),
        phone=phone,
        elsewhere=tuple(each for each in elsewhere if each.marks),
    )
