"""Passphrases of files that hold the team key: long, because a file can be guessed at offline."""

import secrets
import unicodedata
from importlib import resources

from desktop_app.core.errors import PassphraseWeakError
from desktop_app.core.secret import Secret

FEWEST_CHARACTERS = 12
FEWEST_WORDS = 6
FEWEST_GUESSES = 10**10
"""At 10 guesses a second, which the hash of these files allows one core, 30 years."""

LONGEST = 1_000

_ESTIMATED_LENGTH = 64
"""Characters that are estimated: the estimate takes quadratic time, and this many suffice."""

_SHORTEST_WORD = 3
_LONGEST_SUGGESTED = 9
_LISTS = {"en": "eff-long", "de": "ger-long"}


def canonical(passphrase: Secret[str]) -> str:
    """What is hashed: the same from every keyboard and with every spacing between the words.

    NFKC; white space at the ends removed, any between two words as one space.
    """
    return " ".join(unicodedata.normalize("NFKC", passphrase.reveal()).split())


def require_strong(passphrase: Secret[str]) -> None:
    """Pass a passphrase that takes years to guess.

    That is one of at least six different words, or of at least 12 characters, not counting spaces,
    of which zxcvbn estimates that finding them takes 10,000,000,000 tries.

    Raises:
        PassphraseWeakError: it is neither, or has more than 1,000 characters.
    """
    text = canonical(passphrase)
    words = {word for word in text.casefold().split() if len(word) >= _SHORTEST_WORD}
    letters = text.replace(" ", "")
    if len(text) <= LONGEST and (
        len(words) >= FEWEST_WORDS
        or (len(letters) >= FEWEST_CHARACTERS and _guesses(letters) >= FEWEST_GUESSES)
    ):
        return
    raise PassphraseWeakError


def suggest_passphrase(language: str) -> Secret[str]:
    """Six random words of ``en`` or ``de``, each drawn from thousands: more than 2^75 of them."""
    folder = resources.files("xkcdpass") / "static"
    listed = (folder / _LISTS[language]).read_text(encoding="utf-8").split()
    words = [word for word in listed if word.isalpha() and len(word) <= _LONGEST_SUGGESTED]
    return Secret(" ".join(secrets.SystemRandom().sample(words, FEWEST_WORDS)))


def _guesses(text: str) -> float:
    # Imported late: it takes 30 ms, and only a new passphrase needs it.
    from zxcvbn import matching, scoring

    estimated = text[:_ESTIMATED_LENGTH]
    matches = matching.omnimatch(estimated, matching.RANKED_DICTIONARIES)
    return float(scoring.most_guessable_match_sequence(estimated, matches)["guesses"])
