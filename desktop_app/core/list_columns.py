"""Which column of a customer list holds which field, by its head or because a person said so."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from desktop_app.core.errors import ListUnusableError

Column = tuple[int, str]
"""A column's index, from 0, and the field it goes to."""

SEVERAL = frozenset({"phone", "email", "domain"})
# What a head may be called, folded; the name to prefer stands first.
_HEADS = {
    "number": "kundennummer kundennr kundenr kdnummer kdnr knr kundenid kdid customernumber"
    " customerno customernr customerid custno custid clientnumber clientno clientid debitorennummer"
    " debitorennr debitornummer debitornr accountnumber accountno accountid account nummer number"
    " nr no id",
    "first_name": "vorname rufname firstname givenname forename",
    "last_name": "nachname familienname zuname surname lastname familyname",
    "name": "ansprechpartner ansprechperson kontaktperson kontaktname contactname contactperson"
    " fullname name kontakt contact kundenname customername inhaber owner",
    "company": "firma firmenname firmenbezeichnung unternehmen unternehmensname company companyname"
    " organisation organization organisationsname organizationname",
    "phone": "telefon telefonnummer telefonnr telnr tel telefone telefonnummern fon phone"
    " phonenumber phoneno phones telephone telephonenumber rufnummer rufnummern festnetz"
    " festnetznummer mobil mobiltelefon mobilnummer mobilnr mobilfunk mobile mobilephone"
    " mobilenumber handy handynummer handynr cell cellphone",
    "email": "email emailadresse emailadressen emailaddress emails mail mailadresse mailaddress"
    " epost",
    "domain": "domain domains domainname domainnamen domainnames",
    "country": "land landescode landercode landeskurzel landerkennzeichen landeskennzeichen lkz"
    " country countrycode countryname landname nation staat",
    "language": "sprache sprachcode korrespondenzsprache language languagecode lang locale",
    "authorised": "berechtigte berechtigt berechtigtepersonen auskunftsberechtigte"
    " auskunftsberechtigt bevollmachtigte authorised authorized authorisedcallers authorizedcallers"
    " authorisedpersons authorizedpersons",
}
FIELDS = tuple(_HEADS)
_REMARKS = frozenset({
    "privat", "private", "geschaftlich", "dienstlich", "buro", "zentrale", "work", "home", "office",
    "business", "main", "direkt", "direct",
})  # fmt: skip
_SECRET = re.compile(
    r".*(passwor[dt]|passwd|passphrase|kennwort|codewor[dt]|losungswort|geheim(wort|zahl|nummer|code)|secret).*"
    r"|(telefon|telephone|phone|hotline|service|kunden|customer)?(pin|pwd?)(code|nr|nummer|number|no)?"
)
_WORD = re.compile(r"[^\W_]+")
_DATA = re.compile(r"\s*[\d+(][\d\s()/.+-]*|.*@.*")
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})


def is_known_head(head: str) -> bool:
    """Whether a column with this head is recognised."""
    return _recognised(head) is not None


def looks_secret(head: str) -> bool:
    """Whether a column with this head seems to hold passwords or PINs in readable form."""
    return _SECRET.fullmatch(fold_head(head)) is not None


def find_columns(
    heads: Sequence[str], chosen: Sequence[tuple[str, str]] = (), *, complete: bool = True
) -> tuple[Column, ...]:
    """The columns to import: those that were ``chosen`` as (field, head), then the recognised ones.

    A chosen field takes no other column. Phones, e-mails and domains take every column that is
    recognised, other fields the best one; first and last name go before a name in one column. A
    head that appears twice is an error where one of its columns would be imported, because nobody
    can tell which one is meant. Unless the columns have to be ``complete``, neither that nor a
    missing customer number is an error.

    Raises:
        ListUnusableError: ``no-heads``, ``no-number-column``, ``head-twice``, ``unknown-field`` or
            ``unknown-column``.
    """
    columns = [(_chosen_index(heads, field, head), field) for field, head in chosen]
    columns += _find_others(heads, {index for index, _ in columns}, {field for _, field in columns})
    if not complete:
        return tuple(sorted(columns))
    _refuse_twice(heads, columns[len(chosen) :])
    if all(field != "number" for _, field in columns):
        looks_like_data = any(_DATA.fullmatch(head) for head in heads)
        reason = "no-heads" if looks_like_data and not columns else "no-number-column"
        raise ListUnusableError(reason)
    return tuple(sorted(columns))


def _chosen_index(heads: Sequence[str], field: str, head: str) -> int:
    if field not in _HEADS:
        raise ListUnusableError("unknown-field", name=field)
    wanted = head.strip()
    found = [index for index, other in enumerate(heads) if other.strip() == wanted] or [
        index for index, other in enumerate(heads) if fold_head(other) == fold_head(wanted) != ""
    ]
    if not found:
        raise ListUnusableError("unknown-column", name=head)
    if len(found) > 1:
        raise ListUnusableError("head-twice", name=head)
    return found[0]


def _find_others(heads: Sequence[str], taken: set[int], chosen: set[str]) -> list[Column]:
    blocked = set(chosen)
    if "name" in chosen:
        blocked |= {"first_name", "last_name"}
    elif chosen & {"first_name", "last_name"}:
        blocked.add("name")
    found: dict[str, list[tuple[int, int]]] = {}
    for index, head in enumerate(heads):
        recognised = _recognised(head)
        if index not in taken and recognised is not None and recognised[0] not in blocked:
            field, rank = recognised
            found.setdefault(field, []).append((rank, index))
    columns: list[Column] = []
    for field, ranked in found.items():
        used = ranked if field in SEVERAL else [min(ranked)]
        columns += [(index, field) for _, index in used]
    return _settle_names(heads, columns)


def _settle_names(heads: Sequence[str], columns: list[Column]) -> list[Column]:
    """First and last name, or the name in one column; beside a first name, Name is the last."""
    fields = {field: index for index, field in columns}
    if "first_name" in fields and "last_name" not in fields and "name" in fields:
        if fold_head(heads[fields["name"]]) == "name":
            return [(i, "last_name" if field == "name" else field) for i, field in columns]
        return [column for column in columns if column[1] != "first_name"]
    if "last_name" in fields:
        return [column for column in columns if column[1] != "name"]
    return columns


def _refuse_twice(heads: Sequence[str], columns: list[Column]) -> None:
    folded = [fold_head(head) for head in heads]
    for index, _ in columns:
        if folded.count(folded[index]) > 1:
            raise ListUnusableError("head-twice", name=heads[index].strip())


def fold_head(head: str) -> str:
    """A column head without case, accents, spaces and punctuation, as heads are compared."""
    return "".join(_words(head))


def _recognised(head: str) -> tuple[str, int] | None:
    """The field of a head and how far it stands from the name to prefer."""
    words = _words(head)
    if any("fax" in word for word in words):
        return None
    plain = "".join(word for word in words if word not in _REMARKS)
    return _FIELD_OF.get("".join(words)) or _FIELD_OF.get(plain.rstrip("0123456789"))


def _words(head: str) -> list[str]:
    text = head.casefold().replace("ae", "a").replace("oe", "o").replace("ue", "u")
    decomposed = unicodedata.normalize("NFKD", text.translate(_UMLAUTS))
    stripped = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _WORD.findall(stripped)


def _fields_by_head() -> Mapping[str, tuple[str, int]]:
    return MappingProxyType(
        {
            fold_head(head): (field, rank)
            for field, names in _HEADS.items()
            for rank, head in enumerate(names.split(" "))
        }
    )


_FIELD_OF = _fields_by_head()
