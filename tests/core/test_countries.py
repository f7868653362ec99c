"""Country names and codes in lists become ISO codes."""

import phonenumbers
import pytest

from desktop_app.core.countries import country_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("DE", "DE"), ("de", "DE"), ("DEU", "DE"), ("Germany", "DE"), (" Deutschland ", "DE"),
        ("D", "DE"), ("UK", "GB"), ("Großbritannien", "GB"), ("Grossbritannien", "GB"),
        ("U.S.A.", "US"), ("usa", "US"), ("Österreich", "AT"), ("Oesterreich", "AT"),
        ("OSTERREICH", "AT"), ("México", "MX"), ("Schweiz", "CH"), ("Suisse", "CH"),
        ("Côte d’Ivoire", "CI"), ("Россия", "RU"), ("", ""), ("NULL", ""), ("Atlantis", ""),
    ],
)  # fmt: skip
def test_countries_are_recognised(text: str, code: str) -> None:
    """Codes and names in several languages, whatever their case and accents."""
    assert country_code(text) == code


def test_every_country_with_a_numbering_plan_is_known_by_its_code() -> None:
    """No country that phonenumbers can complete numbers for is missing."""
    assert {country_code(region) for region in phonenumbers.SUPPORTED_REGIONS} == set(
        phonenumbers.SUPPORTED_REGIONS
    )
