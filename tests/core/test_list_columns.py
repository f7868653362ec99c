"""Columns are recognised by German and English heads, or taken as a person says."""

import pytest

from desktop_app.core.errors import ListUnusableError
from desktop_app.core.list_columns import (
    FIELDS,
    find_columns,
    fold_head,
    is_known_head,
    looks_secret,
)


def fields(heads: str, *chosen: tuple[str, str]) -> dict[str, str]:
    """Head to field of the columns that are imported."""
    split = heads.split(",")
    return {split[index].strip(): field for index, field in find_columns(split, chosen)}


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Kundennr", "number"), ("Kunden-Nr.", "number"), ("KUNDENNUMMER", "number"),
        ("customerID", "number"), ("Customer No", "number"), ("customer_number", "number"),
        ("Debitoren-Nr", "number"), ("Vorname", "first_name"), ("First Name", "first_name"),
        ("Nachname", "last_name"), ("surname", "last_name"), ("contactName", "name"),
        ("Ansprechpartner", "name"), ("Firma", "company"), ("companyName", "company"),
        ("Telefon", "phone"), ("Tel.", "phone"), ("Telefon 2", "phone"), ("Mobil", "phone"),
        ("Telefon (geschäftlich)", "phone"), ("Business Phone", "phone"), ("phone", "phone"),
        ("E-Mail", "email"), ("Mail", "email"), ("E-Mail (privat)", "email"), ("Domain", "domain"),
        ("Domains", "domain"), ("Land", "country"), ("country", "country"), ("Sprache", "language"),
        ("Berechtigte", "authorised"), ("Bevollmächtigte", "authorised"),
        ("BEVOLLMAECHTIGTE", "authorised"), ("Authorized callers", "authorised"),
    ],
)  # fmt: skip
def test_heads_are_recognised(head: str, field: str) -> None:
    """Whatever their case, punctuation and spelling of umlauts."""
    assert is_known_head(head)
    assert fields(f"ID,{head}").get(head) == (field)


@pytest.mark.parametrize(
    "head",
    ["Fax", "Telefax", "Telefon/Fax", "Phone (fax)", "Ort", "Rabattgruppe", "Kennwort", "Password",
     "", "...", "Privat"],
)  # fmt: skip
def test_other_heads_are_left_out(head: str) -> None:
    """A fax is no telephone, and passwords are never imported."""
    assert not is_known_head(head)
    assert head not in fields(f"Kundennr,{head},Telefon")


def test_several_columns_go_to_one_field_only_where_a_field_holds_several() -> None:
    """Every phone, e-mail and domain; of the other fields the column with the best head."""
    found = fields("id,Kundennr,Telefon,Mobil,E-Mail,Mail 2,Firma,company,Name,Kundenname")
    assert found == {
        "Kundennr": "number",
        "Telefon": "phone",
        "Mobil": "phone",
        "E-Mail": "email",
        "Mail 2": "email",
        "Firma": "company",
        "Name": "name",
    }


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        ("Nr,Vorname,Nachname", {"Vorname": "first_name", "Nachname": "last_name"}),
        ("Nr,Name,Vorname", {"Name": "last_name", "Vorname": "first_name"}),
        ("Nr,Vorname,Nachname,Ansprechpartner", {"Vorname": "first_name", "Nachname": "last_name"}),
        ("Nr,Vorname,Ansprechpartner", {"Ansprechpartner": "name"}),
        ("Nr,Vorname", {"Vorname": "first_name"}),
        ("Nr,Nachname", {"Nachname": "last_name"}),
        ("Nr,Name", {"Name": "name"}),
    ],
)
def test_names_in_one_or_two_columns(heads: str, names: dict[str, str]) -> None:
    """Beside a first name, a column called Name holds the last name."""
    assert fields(heads) == {"Nr": "number", **names}


def test_chosen_columns_come_first() -> None:
    """A chosen field takes no recognised column, and a chosen column no recognised field."""
    assert fields("Kundennr,Alt,Telefon,Notruf", ("number", "alt"), ("phone", "Notruf")) == {
        "Alt": "number",
        "Notruf": "phone",
    }
    assert fields("Nr,Telefon,Fax", ("authorised", "Telefon"), ("phone", "Fax")) == {
        "Nr": "number",
        "Telefon": "authorised",
        "Fax": "phone",
    }


def test_chosen_names_replace_recognised_ones() -> None:
    """A name in one column or in two, never both."""
    heads = "Nr,Vorname,Nachname,Ansprechpartner,Titel"
    assert fields(heads, ("name", "Ansprechpartner")) == {"Nr": "number", "Ansprechpartner": "name"}
    assert fields("Nr,Ansprechpartner,A,B", ("first_name", "A"), ("last_name", "B")) == {
        "Nr": "number",
        "A": "first_name",
        "B": "last_name",
    }


def test_an_exact_head_is_preferred_to_a_similar_one() -> None:
    """Where heads differ in case only, the one that was typed is meant."""
    assert find_columns(["nr", "NR", "x"], [("number", "NR")]) == ((1, "number"),)


@pytest.mark.parametrize(
    ("heads", "chosen", "reason", "name"),
    [
        ("Kundennr,Telefon,Telefon", [], "head-twice", "Telefon"),
        ("Kundennr,Kunden-Nr", [], "head-twice", "Kundennr"),
        ("Nr,x,x", [("name", "x")], "head-twice", "x"),
        ("Nr,x", [("name", "y")], "unknown-column", "y"),
        ("Nr,", [("name", "?")], "unknown-column", "?"),
        ("Nr,x", [("password", "x")], "unknown-field", "password"),
        ("Firma,Telefon", [], "no-number-column", ""),
        ("a,b", [], "no-number-column", ""),
        ("104233,Meyer", [], "no-heads", ""),
        ("Meyer,a@meyer.example", [], "no-heads", ""),
    ],
)
def test_unusable_heads_have_a_reason(
    heads: str, chosen: list[tuple[str, str]], reason: str, name: str
) -> None:
    """Nothing is guessed where heads are missing, doubled or unknown."""
    with pytest.raises(ListUnusableError) as caught:
        find_columns(heads.split(","), chosen)
    assert (caught.value.reason, caught.value.name) == (reason, name)


def test_doubled_heads_that_are_not_imported_do_not_matter() -> None:
    """Two columns for remarks, or without a head, are no obstacle."""
    assert fields("Kundennr,Bemerkung,Bemerkung,,") == {"Kundennr": "number"}


def test_every_field_has_a_head_of_its_own_name() -> None:
    """The names for --map are recognised as heads, but for those that need a word more."""
    assert {field for field in FIELDS if is_known_head(field)} == set(FIELDS)
    assert fold_head("E-Mail Größe") == "emailgrosse"


@pytest.mark.parametrize(
    "head",
    ["password", "Passwort", "Kennwort", "PIN", "Telefon-PIN", "Pin Code", "secret",
     "Telefonpasswort", "Telephone password", "Kunden_Kennwort", "Geheimzahl", "pwd"],
)  # fmt: skip
def test_heads_of_readable_passwords_are_noticed(head: str) -> None:
    """As people call such a column in either language; it belongs to no field."""
    assert looks_secret(head)
    assert not is_known_head(head)


@pytest.mark.parametrize("head", ["Telefon", "Spinnerei", "Company", "PLZ", "Shipping", "Pass", ""])
def test_other_heads_are_no_passwords(head: str) -> None:
    """A warning that comes for nothing is not read when it counts."""
    assert not looks_secret(head)
