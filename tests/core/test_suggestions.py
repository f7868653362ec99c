"""Suggestions that are easy to say and distinct by ear."""

import re

import pytest

from desktop_app.core import unsuitable_words
from desktop_app.core.entities import CustomerDraft
from desktop_app.core.normalise import normalise
from desktop_app.core.password_rules import review
from desktop_app.core.phonetics import sound_code
from desktop_app.core.policy import Policy
from desktop_app.core.suggestions import MOST_AT_ONCE, Suggester

CUSTOMER = CustomerDraft(number="104233", name="Anja Müller")
LANGUAGES = ("de", "en")
UNHEARD_DIGITS = {"de": "03", "en": "09"}
UNSUITABLE = {"de": unsuitable_words.GERMAN, "en": unsuitable_words.ENGLISH}


@pytest.fixture(scope="module")
def suggester() -> Suggester:
    return Suggester()


def draw(suggester: Suggester, language: str, count: int = 4) -> list[tuple[str, str]]:
    drawn = suggester.suggest(language, Policy(), CUSTOMER, count)
    texts = [suggestion.text.reveal().split(" ") for suggestion in drawn]
    return [(word.lower(), number) for word, number in texts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_easy_word_and_two_clear_digits(suggester: Suggester, language: str) -> None:
    """4 to 8 plain letters, nothing unsuitable, no digit that is easily misheard."""
    for _ in range(50):
        for word, number in draw(suggester, language):
            assert re.fullmatch("[a-z]{4,8}", word)
            assert word not in UNSUITABLE[language]
            assert re.fullmatch("[2-9][1-9]", number)
            assert number[0] != number[1]
            assert not set(UNHEARD_DIGITS[language]) & set(number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shown_together_is_distinct_by_ear(suggester: Suggester, language: str) -> None:
    """No two share the first letter, the sound of the word, or the digits in any order."""
    for _ in range(50):
        shown = draw(suggester, language, MOST_AT_ONCE)
        assert len(shown) == MOST_AT_ONCE
        assert len({word[0] for word, _ in shown}) == MOST_AT_ONCE
        assert len({sound_code(word) for word, _ in shown}) == MOST_AT_ONCE
        assert len({frozenset(number) for _, number in shown}) == MOST_AT_ONCE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shortest", [3, 6, 9, 10, 11, 18, 19, 32])
def test_every_suggestion_keeps_the_rules(
    suggester: Suggester, language: str, shortest: int
) -> None:
    """However long the policy wants it: more words instead of a refusal."""
    policy = Policy(shortest_password=shortest)
    for suggestion in suggester.suggest(language, policy, CUSTOMER):
        assert all(finding.ok for finding in review(suggestion.text, policy, CUSTOMER))
        assert len(normalise(suggestion.text.reveal())) >= shortest


def test_no_more_than_can_be_told_apart(suggester: Suggester) -> None:
    """Asked for too many, it gives as many as stay distinct."""
    assert len(suggester.suggest("en", Policy(), CUSTOMER, 100)) == MOST_AT_ONCE


def test_the_customers_own_words_are_not_suggested() -> None:
    """A word of the customer's name is drawn again."""
    suggester = Suggester()
    suggester._words["de"] = ("ahorn", "birke", "laterne", "kranich", "mutter")
    customer = CustomerDraft(number="1", name="Birke Ahorn")
    for _ in range(20):
        words = {
            suggestion.text.reveal().split()[0]
            for suggestion in suggester.suggest("de", Policy(), customer, 3)
        }
        assert words == {"Laterne", "Kranich", "Mutter"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guessing_chance_is_computed(suggester: Suggester, language: str) -> None:
    """Words times numbers, divided by the tries until blocked, with two digits that count."""
    chance = suggester.guess_chance(language, Policy())
    assert chance >= 10_000
    assert re.fullmatch("[1-9][0-9]0*", str(chance))
    half = suggester.guess_chance(language, Policy(tries_until_block=20))
    assert chance / 2 * 0.9 <= half <= chance / 2 * 1.1
    assert suggester.suggest(language, Policy(), CUSTOMER, 1)[0].one_in == chance


def test_the_guessing_chance_of_few_words() -> None:
    """The arithmetic: 2 words, or 4 pairs of them, 49 numbers, 10 tries."""
    suggester = Suggester()
    suggester._words["de"] = ("ahorn", "birke")
    assert suggester.guess_chance("de", Policy()) == 9
    assert suggester.guess_chance("de", Policy(shortest_password=12)) == 19


def test_a_suggestion_is_a_secret(suggester: Suggester) -> None:
    """The repr of a suggestion tells no password."""
    assert "•••" in repr(suggester.suggest("de", Policy(), CUSTOMER, 1)[0])
