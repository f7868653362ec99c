"""What agents type, made from invented customers: the same rows, the same queries."""

from collections.abc import Callable
from random import Random

from desktop_app.core.entities import CustomerDraft
from desktop_app.core.invented_customers import invent_customers

_PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_SOUNDS = (("ei", "ai"), ("ck", "k"), ("tt", "t"), ("mm", "m"), ("f", "v"), ("tz", "z"))
_SHORTEST = 2


def realistic_queries(rows: int, count: int = 500, seed: int = 7) -> list[str]:
    """Queries of two and more characters, of every kind, for a database of ``rows`` customers."""
    random = Random(seed)  # noqa: S311 - a workload
    chosen = _sample(rows, count * 2, random)
    queries: list[str] = []
    for place, customer in enumerate(chosen):
        query = _KINDS[place % len(_KINDS)](customer, random).strip()
        if len(query) >= _SHORTEST:
            queries.append(query)
    return queries[:count]


def _sample(rows: int, count: int, random: Random) -> list[CustomerDraft]:
    step = max(1, rows // count)
    drafts = [
        draft for index, draft in enumerate(invent_customers(rows)) if index % step == step // 2
    ]
    random.shuffle(drafts)
    return drafts


def _beginning(text: str, random: Random) -> str:
    return text[: random.randint(_SHORTEST, max(_SHORTEST, len(text)))]


def _surname(customer: CustomerDraft) -> str:
    return customer.name.rsplit(" ", 1)[-1]


def _typing_surname(customer: CustomerDraft, random: Random) -> str:
    return _beginning(_surname(customer).lower(), random)


def _typing_name(customer: CustomerDraft, random: Random) -> str:
    first, last = customer.name.split(" ", 1)
    return f"{first} {_beginning(last, random)}"


def _surname_first(customer: CustomerDraft, random: Random) -> str:
    first, last = customer.name.split(" ", 1)
    return f"{last} {_beginning(first, random)}"


def _whole_name(customer: CustomerDraft, _random: Random) -> str:
    return customer.name.translate(_PLAIN)


def _typing_company(customer: CustomerDraft, random: Random) -> str:
    return _beginning(customer.company or customer.name, random)


def _company_words(customer: CustomerDraft, random: Random) -> str:
    words = (customer.company or customer.name).split()
    return " ".join(random.sample(words, min(2, len(words))))


def _email(customer: CustomerDraft, random: Random) -> str:
    address = customer.emails[0] if customer.emails else customer.name
    return _beginning(address, random)


def _domain(customer: CustomerDraft, _random: Random) -> str:
    return customer.domains[0] if customer.domains else _surname(customer)


def _number(customer: CustomerDraft, random: Random) -> str:
    return random.choice((customer.number, _beginning(customer.number, random)))


def _phone(customer: CustomerDraft, random: Random) -> str:
    if not customer.phones:
        return customer.number
    stored = customer.phones[0]
    if not stored.startswith("+49"):
        return stored
    national = stored[3:]
    return random.choice(
        (
            stored,
            f"0049 {national[:3]} {national[3:]}",
            f"0{national[:3]}/{national[3:]}",
            _beginning(f"0{national[:4]} {national[4:]}", random).ljust(4, "5"),
        )
    )


def _inner(customer: CustomerDraft, random: Random) -> str:
    text = _surname(customer)
    start = random.randint(1, max(1, len(text) - 4))
    return text[start : start + random.randint(3, 6)]


def _misheard(customer: CustomerDraft, _random: Random) -> str:
    name = _surname(customer)
    for written, heard in _SOUNDS:
        if written in name:
            return name.replace(written, heard)
    return name + "e"


_KINDS: tuple[Callable[[CustomerDraft, Random], str], ...] = (
    _typing_surname,
    _typing_name,
    _typing_surname,
    _whole_name,
    _typing_company,
    _number,
    _phone,
    _email,
    _surname_first,
    _company_words,
    _domain,
    _inner,
    _misheard,
)
