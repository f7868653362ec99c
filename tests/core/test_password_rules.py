"""Which new passwords are accepted."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.entities import CustomerDraft
from desktop_app.core.errors import PasswordRefusedError
from desktop_app.core.password_rules import Finding, Rule, require_accepted, review
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret

CUSTOMER = CustomerDraft(
    number="104233",
    name="Anja Müller",
    company="Müller & Söhne Webdesign GmbH",
    phones=("+4968515550137", "0171/9238846"),
    emails=("anja.privat@mueller-soehne.example",),
    domains=("schaukelpferd.example",),
    authorised="Herr Kranich darf alles",
)


def broken(typed: str, policy: Policy | None = None) -> set[str]:
    findings = review(Secret(typed), policy or Policy(), CUSTOMER)
    return {finding.rule.value for finding in findings if finding.ok is False}


@pytest.mark.parametrize(
    "typed", ["7391", "5820", "Ahorn 42", "Kranich 86", "Käsekuchen", "Blaubeere", "grüne Wiese"]
)
def test_short_words_and_digits_are_accepted(typed: str) -> None:
    """A short word or short digit sequence is enough."""
    assert broken(typed) == set()
    require_accepted(Secret(typed), Policy(), CUSTOMER)


def test_most_pins_are_accepted() -> None:
    """Of all 4-digit PINs only the obvious and the customer's own are refused."""
    refused = [pin for number in range(0, 10_000, 7) if broken(pin := f"{number:04d}")]
    assert len(refused) < 80


@pytest.mark.parametrize("typed", ["abc", "a-b c.", "äa"])
def test_too_short_after_normalisation(typed: str) -> None:
    """The length counts characters of the canonical form."""
    assert "length" in broken(typed)


def test_the_policy_says_how_short() -> None:
    """ä counts as two, a hyphen not at all."""
    assert "length" not in broken("häcksl", Policy(shortest_password=7))
    assert "length" in broken("hack-sl", Policy(shortest_password=7))


@pytest.mark.parametrize(
    ("typed", "rule"), [("", Rule.LENGTH), ("x" * 129, Rule.LENGTH), ("ab\u200ecd", Rule.USABLE)]
)
def test_unusable_text_is_judged_by_one_rule_only(typed: str, rule: Rule) -> None:
    """What has no canonical form breaks one rule; the others cannot be judged."""
    assert review(Secret(typed), Policy(), CUSTOMER) == tuple(
        Finding(each, False if each is rule else None) for each in Rule
    )


@pytest.mark.parametrize(
    "typed",
    [
        "104233",
        "10-42-33",
        "4233",
        "Anja",
        "ANJA7",
        "Müller",
        "mueller",
        "Muller",
        "Söhne 12",
        "Webdesigner",
        "gmbh",
        "0137",
        "06851 5550137",
        "+49 (6851) 5550137",
        "0049 6851 5550137",
        "01719238846",
        "+49 171 9238846",
        "Privat",
        "Schaukelpferd",
        "schaukel",
    ],
)
def test_the_customers_own_data_is_refused(typed: str) -> None:
    """Number, name, company, telephone, e-mail, domain: whole, in part, or with additions."""
    assert "own-data" in broken(typed)


@pytest.mark.parametrize("typed", ["Kranich", "0515", "ler", "müh", "rose (0137"])
def test_what_only_resembles_own_data_is_not_own_data(typed: str) -> None:
    """Names of authorised callers, short pieces and digits beside words are no own data."""
    assert "own-data" not in broken(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "1234", "0000", "1111", "1212", "4321", "2580", "0852", "2026", "1998", "abcd", "123456",
        "qwertz", "password", "Passwort", "Passwort 1", "Kennwort", "Telefon-Passwort", "geheim",
        "Geheim!", "hallo", "2024Hallo", "Losung", "maria", "asdf",
    ],
)  # fmt: skip
def test_what_is_guessed_first_is_refused(typed: str) -> None:
    """Runs, keypad lines, years and what everybody says first, in German, too."""
    assert "guessed-first" in broken(typed)


def test_a_customer_without_data_has_none() -> None:
    """Empty and unusable fields break nothing."""
    bare = CustomerDraft(number="\x07", phones=("", "unknown"))
    assert all(finding.ok for finding in review(Secret("7391"), Policy(), bare))


def test_all_broken_rules_are_named() -> None:
    """A refusal tells every reason at once, and not the password."""
    with pytest.raises(PasswordRefusedError) as refused:
        require_accepted(Secret("anja"), Policy(shortest_password=6), CUSTOMER)
    assert refused.value.rules == ("length", "own-data", "guessed-first")
    assert "anja" not in str(refused.value)


@given(st.text(max_size=140))
def test_every_text_is_judged(text: str) -> None:
    """Whatever is typed has a finding for each rule, in their order."""
    findings = review(Secret(text), Policy(), CUSTOMER)
    assert [finding.rule for finding in findings] == list(Rule)


def test_the_customers_data_does_not_stay_in_the_estimator() -> None:
    """The estimator's shared tables hold nothing of a customer afterwards."""
    review(Secret("schaukel"), Policy(), CUSTOMER)
    dictionaries = sys.modules["zxcvbn.matching"].RANKED_DICTIONARIES
    assert not any(
        re.search("schaukelpferd|104233", word) for d in dictionaries.values() for word in d
    )
