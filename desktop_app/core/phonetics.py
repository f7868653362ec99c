"""Kölner Phonetik: German names that sound alike get the same code.

Hans Joachim Postel, "Die Kölner Phonetik. Ein Verfahren zur Identifizierung von Personennamen auf
der Grundlage der Gestaltanalyse", IBM-Nachrichten 19 (1969), pages 925-931.
"""

from typing import Final

_SPELLED: Final = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s", "é": "e", "è": "e"})
_CODES: Final = (
    dict.fromkeys("aeijouy", "0")
    | dict.fromkeys("fvw", "3")
    | dict.fromkeys("gkq", "4")
    | dict.fromkeys("mn", "6")
    | dict.fromkeys("sz", "8")
    | {"b": "1", "l": "5", "r": "7"}
)


def sound_code(word: str) -> str:
    """The code of one word: the digits 0 to 8, empty where it has no letter that sounds.

    Letters beyond a to z, ä, ö, ü, ß, é and è are passed over.
    """
    letters = [letter for letter in word.lower().translate(_SPELLED) if "a" <= letter <= "z"]
    coded = ""
    for place, letter in enumerate(letters):
        before = letters[place - 1] if place else ""
        after = letters[place + 1] if place + 1 < len(letters) else ""
        for digit in _code(letter, before, after):
            if digit != coded[-1:]:
                coded += digit
    return coded[:1] + coded[1:].replace("0", "")


def _code(letter: str, before: str, after: str) -> str:
    """The digits of one letter between its neighbours; an h is silent."""
    if letter == "p":
        return "3" if after == "h" else "1"
    if letter in "dt":
        return "8" if after and after in "csz" else "2"
    if letter == "x":
        return "8" if before and before in "ckq" else "48"
    if letter == "c":
        return _code_of_c(before, after)
    return _CODES.get(letter, "")


def _code_of_c(before: str, after: str) -> str:
    hard_after = "ahkloqrux" if not before else "ahkoqux"
    hard = bool(after) and after in hard_after and before not in {"s", "z"}
    return "4" if hard else "8"
