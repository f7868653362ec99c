"""A passphrase protects a file that can be copied, so it must be long; spacing does not matter."""

import pytest

from desktop_app.core.errors import PassphraseWeakError
from desktop_app.core.passphrase import canonical, require_strong, suggest_passphrase
from desktop_app.core.secret import Secret


@pytest.mark.parametrize(
    "text",
    [
        "abacus drift lemon orbit stone wagon",
        "  Abacus\tdrift lemon  orbit stone wagon ",
        "mK7#pQ2xvL9w",
        "Sommerferien in Dresden",
    ],
)
def test_strong_passphrases_pass(text: str) -> None:
    """Six different words, or twelve characters that are hard to guess."""
    require_strong(Secret(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mK7#pQ2xvL9",
        "passwordpassword",
        "qwertzuiopasdf",
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "watchword123",
        "a b c d e f g h",
        "one one one one one one",
        "x" * 1_001,
    ],
)
def test_weak_passphrases_are_refused(text: str) -> None:
    """Short ones, guessable ones, repeated words and endless ones."""
    with pytest.raises(PassphraseWeakError):
        require_strong(Secret(text))


@pytest.mark.parametrize("language", ["en", "de"])
def test_suggestions_are_strong_and_new_each_time(language: str) -> None:
    """Six different words, which the check accepts; two draws differ."""
    first, second = suggest_passphrase(language), suggest_passphrase(language)
    assert first != second
    assert len(set(first.reveal().split())) == 6
    require_strong(first)


def test_keyboards_and_spaces_make_no_difference() -> None:
    """Composed and decomposed umlauts and any white space lead to the same key."""
    composed, decomposed = Secret("Grüße  aus\u00a0Köln "), Secret("Gru\u0308ße aus Ko\u0308ln")
    assert canonical(composed) == canonical(decomposed)
    assert canonical(Secret("Ab")) != canonical(Secret("ab"))
