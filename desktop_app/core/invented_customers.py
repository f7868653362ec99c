"""Invented customers for the demo, the tests and the benchmarks; the same seed, the same people.

Telephone numbers lie in the ranges that are kept for films and examples (555 01xx, with an
extension where many are needed, Ofcom's and Arcep's drama numbers); domains end in ``.example``.
"""

import unicodedata
from collections.abc import Iterator
from random import Random
from typing import Final

from desktop_app.core.entities import CustomerDraft
from desktop_app.core.invented_names import (
    AREAS,
    BRANCHES,
    CITIES,
    FIRST_NAMES_DE,
    FIRST_NAMES_WORLD,
    LEGAL_FORMS,
    MAIL_HOSTS,
    NAME_BEGINNINGS,
    NAME_ENDS,
    SURNAMES_DE,
    SURNAMES_WORLD,
    WORLD,
)

# Prime counts of numbers and the lowest number of each: i × step mod prime repeats nothing.
_NUMBER_SPACES: Final = ((899_981, 100_000), (8_999_993, 1_000_000), (89_999_999, 10_000_000))
_STEP: Final = 48_271
_LETTERED_EVERY: Final = 50

# What is spelled in another way in a domain than by dropping the accent.
_IN_DOMAINS: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "ı": "i"}
    | dict.fromkeys("'.")
)


def invent_customers(count: int, seed: int = 1) -> Iterator[CustomerDraft]:
    """``count`` customers with distinct numbers, in no particular order.

    Args:
        count: at most 89,999,999.
        seed: another one gives other people under the same numbers.
    """
    prime, lowest = next(space for space in _NUMBER_SPACES if count <= space[0])
    random = Random(seed)  # noqa: S311 - invented data, no secrets
    for index in range(count):
        number = str(lowest + (index + 1) * _STEP % prime)
        lettered = index % _LETTERED_EVERY == 1
        yield _invent(random, f"K-{number}" if lettered else number)


def _invent(random: Random, number: str) -> CustomerDraft:
    german = _chance(random, 80)
    if german:
        country = "DE" if _chance(random, 85) else _any(random, ("AT", "CH"))
        first, last = _often(random, FIRST_NAMES_DE), _surname(random)
    else:
        country = _any(random, WORLD)
        first, last = _often(random, FIRST_NAMES_WORLD), _often(random, SURNAMES_WORLD)
    company = _company(random, last) if _chance(random, 55) else ""
    domains = _domains(random, first, last, company)
    return CustomerDraft(
        number=number,
        name=f"{first} {last}",
        company=company,
        phones=_phones(random, country),
        emails=_emails(random, first, last, domains),
        domains=domains,
        country=country,
        language="de" if german else "en",
        authorised=f"{_often(random, FIRST_NAMES_DE)} {last}" if _chance(random, 10) else "",
        active=_chance(random, 97),
    )


def _chance(random: Random, percent: int) -> bool:
    return random.random() * 100 < percent


def _any(random: Random, values: tuple[str, ...]) -> str:
    return values[int(random.random() * len(values))]


def _often(random: Random, values: tuple[str, ...]) -> str:
    """One of the values; those at the beginning of the list come more often."""
    return values[int(random.random() ** 2 * len(values))]


def _surname(random: Random) -> str:
    if _chance(random, 50):
        return _often(random, SURNAMES_DE)
    if _chance(random, 94):
        return _any(random, NAME_BEGINNINGS) + _any(random, NAME_ENDS)
    return f"{_often(random, SURNAMES_DE)}-{_often(random, SURNAMES_DE)}"


def _company(random: Random, surname: str) -> str:
    branch = f"{_often(random, BRANCHES)} {_often(random, LEGAL_FORMS)}"
    if _chance(random, 45):
        return f"{surname} {branch}"
    if _chance(random, 50):
        return f"{_often(random, CITIES)} {branch}"
    if _chance(random, 50):
        return f"{surname} & {_often(random, SURNAMES_DE)} {branch}"
    return f"{_any(random, NAME_BEGINNINGS)}{_any(random, NAME_ENDS)} {branch}"


def _domains(random: Random, first: str, last: str, company: str) -> tuple[str, ...]:
    if company:
        return (f"{_in_domain(company.rsplit(' ', 1)[0])}.example",)
    if _chance(random, 20):
        return (f"{_in_domain(f'{first}-{last}')}.example",)
    return ()


def _emails(random: Random, first: str, last: str, domains: tuple[str, ...]) -> tuple[str, ...]:
    if _chance(random, 8):
        return ()
    first, last = _in_domain(first), _in_domain(last)
    host = domains[0] if domains and _chance(random, 70) else _often(random, MAIL_HOSTS)
    if _chance(random, 50):
        local = f"{first}.{last}"
    else:
        local = f"{first[0]}.{last}{random.getrandbits(6)}"
    if domains and _chance(random, 15):
        return (f"{local}@{host}", f"info@{domains[0]}")
    return (f"{local}@{host}",)


def _phones(random: Random, country: str) -> tuple[str, ...]:
    if _chance(random, 5):
        return ()
    first = _phone(random, country)
    if _chance(random, 65):
        return (first,)
    second = _phone(random, country)
    return (first,) if second == first else (first, second)


def _phone(random: Random, country: str) -> str:
    """A complete number, or now and then one as somebody typed it, its country unknown."""
    draw = random.getrandbits(30)
    if country == "GB":
        return f"+447700900{draw % 1_000:03}"
    if country == "FR":
        return f"+3319900{draw % 10_000:04}"
    code, areas = AREAS[country]
    area, line = _often(random, areas), f"01{draw % 100:02}"
    if code == "1":
        return f"+1{area}555{line}"
    extension = str(draw >> 10)[: draw >> 28]
    if code == "49" and _chance(random, 3):
        return f"0{area} / 555 {line} - {extension}" if extension else f"(0{area}) 555-{line}"
    return f"+{code}{area}555{line}{extension}"


def _in_domain(text: str) -> str:
    """A text as it is written in a domain."""
    spelled = unicodedata.normalize("NFKD", text.lower().translate(_IN_DOMAINS))
    return "-".join(spelled.encode("ascii", "ignore").decode("ascii").replace("&", " ").split())
