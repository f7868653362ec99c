"""The one form in which two ways to write a telephone password are the same (SECURITY §4).

Version 1, in this order, repeated until nothing changes:

1. NFKC, case folding, NFKC (Unicode Standard Annex 15; chapter 5.18 of the standard),
2. white space, hyphens and dots are removed,
3. ä, ö and ü become ae, oe and ue (one way; case folding has already made ß an ss).

Removing and replacing can bring characters together that combine anew, therefore the repetition:
the result is a fixed point. Accents, commas, apostrophes and everything else stay significant.

**Refused** is what nobody can say or see: control and format characters and the other invisible
code points (joiners, marks of writing direction, variation selectors, fillers, tags), lone
surrogates, private use, and code points that Unicode has not assigned. Invisible characters are
refused and not dropped, because a later version may still allow what an earlier one refused,
but can never tell apart what an earlier one made equal. The exceptions are those that are a
hyphen or a space without width, which copied text often holds: they are removed with their kind.

**Other versions of Unicode.** Unicode guarantees that NFKC and case folding of assigned
characters never change; the sets below are spelled out because categories have no such guarantee.
Together with the refusal of unassigned code points this means that a text which has a canonical
form keeps it, whichever Unicode the Python, or the language of a customer portal, brings. A newer
one merely accepts more characters.
"""

import unicodedata

from desktop_app.core.errors import ParametersRefusedError, UnusableTextError

LONGEST = 128
"""Most code points of a password, as typed and in its canonical form."""

KNOWN_VERSIONS = frozenset({1})

_WHITE_SPACE = (
    "\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028"
    "\u2029\u202f\u205f\u3000"  # the property White_Space without the control characters
    "\u200b\u2060\ufeff"  # spaces and joiners without width
)
_HYPHENS = (
    # The category dash punctuation (Pd) as of Unicode 14
    "\u002d\u058a\u05be\u1400\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2e17\u2e1a\u2e3a\u2e3b"
    "\u2e40\u2e5d\u301c\u3030\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d\U00010ead"
    "\u00ad\u2043\u2053\u2212"  # soft hyphen, hyphen bullet, swung dash, minus sign
)
_DOTS = (
    "\u002e\u06d4\u3002"  # full stops: Latin, Arabic, ideographic
    "\u00b7\u2027\u2219\u22c5\u30fb"  # middle dots
)
_REMOVED = str.maketrans("", "", _WHITE_SPACE + _HYPHENS + _DOTS)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

_REASONS = {
    "Cc": "control",
    "Cf": "control",
    "Cn": "unassigned",
    "Co": "unassigned",
    "Cs": "unassigned",
}
_SPACES_AND_HYPHENS_OF_CATEGORY_FORMAT = frozenset("\u00ad\u200b\u2060\ufeff")
_INVISIBLE_OF_OTHER_CATEGORIES = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
) | frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
"""What Unicode calls Default_Ignorable_Code_Point and puts among the letters and marks."""


def normalise(text: str, version: int = 1) -> str:
    """The canonical form of a typed password; normalising it again changes nothing.

    Raises:
        UnusableTextError: the text cannot be a password; ``reason`` says why.
        ParametersRefusedError: this program does not know the version.
    """
    if version not in KNOWN_VERSIONS:
        raise ParametersRefusedError("norm_version")
    if len(text) > LONGEST:
        raise UnusableTextError("too-long")
    while True:
        require_usable(text)
        folded = _fold(text)
        if folded == text:
            break
        text = folded
    if not text:
        raise UnusableTextError("empty")
    if len(text) > LONGEST:
        raise UnusableTextError("too-long")
    return text


def _fold(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", text).translate(_REMOVED).translate(_UMLAUTS)


def require_usable(text: str) -> None:
    """Pass a text without characters that nobody can say or see.

    Raises:
        UnusableTextError: it has one; ``control`` or ``unassigned``.
    """
    for character in text:
        if character in _SPACES_AND_HYPHENS_OF_CATEGORY_FORMAT:
            continue
        if character in _INVISIBLE_OF_OTHER_CATEGORIES:
            raise UnusableTextError("control")
        reason = _REASONS.get(unicodedata.category(character))
        if reason is not None:
            raise UnusableTextError(reason)
