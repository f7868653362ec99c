"""The words of the notices.

In the customer's language, not the user's: therefore they are not among the translated texts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """One language. ``of`` has subject and paragraphs by kind; ``always`` ends every notice."""

    greeting: str
    of: Mapping[str, tuple[str, tuple[str, ...]]]
    always: tuple[str, ...]


_GERMAN: Final = NoticeWords(
    greeting="Guten Tag{name},",
    of=MappingProxyType(
        {
            "set": (
                "Ihr Telefon-Passwort wurde neu gesetzt",
                (
                    (
                        "für Ihr Kundenkonto {number} wurde am {day} um {time} Uhr ein neues"
                        " Telefon-Passwort gesetzt. Ein früheres gilt nicht mehr."
                    ),
                    "Wenn Sie das nicht veranlasst haben, rufen Sie uns bitte sofort an.",
                ),
            ),
            "removed": (
                "Ihr Telefon-Passwort wurde entfernt",
                (
                    (
                        "für Ihr Kundenkonto {number} wurde am {day} um {time} Uhr das"
                        " Telefon-Passwort entfernt. Solange keines gesetzt ist, geben wir am"
                        " Telefon keine Auskunft zu diesem Konto."
                    ),
                    (
                        "Wenn Sie das nicht veranlasst haben, rufen Sie uns bitte sofort an."
                        " Möchten Sie ein neues Telefon-Passwort, prüfen wir vorher, dass wirklich"
                        " Sie es sind."
                    ),
                ),
            ),
            "blocked": (
                "Ihr Telefon-Passwort ist gesperrt",
                (
                    (
                        "für Ihr Kundenkonto {number} wurde am Telefon zu oft ein falsches"
                        " Telefon-Passwort genannt, zuletzt am {day} um {time} Uhr. Es ist deshalb"
                        " gesperrt und kann nicht mehr verwendet werden."
                    ),
                    (
                        "Wenn Sie das nicht selbst waren, rufen Sie uns bitte sofort an: Dann hat"
                        " jemand versucht, sich als Sie auszugeben."
                    ),
                    (
                        "Waren Sie es selbst, setzen wir gern ein neues Telefon-Passwort. Vorher"
                        " prüfen wir, dass wirklich Sie es sind."
                    ),
                ),
            ),
        }
    ),
    always=(
        (
            "Verwenden Sie dafür bitte die Telefonnummer, die Sie von uns kennen. In dieser"
            " Nachricht steht absichtlich keine."
        ),
        (
            "Ein Telefon-Passwort schreiben wir nie in eine E-Mail. Bitte senden auch Sie es"
            " niemals per E-Mail."
        ),
    ),
)

_ENGLISH: Final = NoticeWords(
    greeting="Hello{name},",
    of=MappingProxyType(
        {
            "set": (
                "Your telephone password has been set",
                (
                    (
                        "A new telephone password was set for your customer account {number} on"
                        " {day} at {time}. An earlier one is no longer valid."
                    ),
                    "If you did not ask for this, please call us at once.",
                ),
            ),
            "removed": (
                "Your telephone password has been removed",
                (
                    (
                        "The telephone password of your customer account {number} was removed on"
                        " {day} at {time}. As long as there is none, we give no information about"
                        " this account on the telephone."
                    ),
                    (
                        "If you did not ask for this, please call us at once. If you would like a"
                        " new telephone password, we first make sure that it is really you."
                    ),
                ),
            ),
            "blocked": (
                "Your telephone password is blocked",
                (
                    (
                        "Somebody on the telephone gave a wrong telephone password for your"
                        " customer account {number} too many times, most recently on {day} at"
                        " {time}. It is therefore blocked and can no longer be used."
                    ),
                    (
                        "If that was not you, please call us at once: then somebody has tried to"
                        " pass themselves off as you."
                    ),
                    (
                        "If it was you, we will gladly set a new telephone password. Before that,"
                        " we make sure that it is really you."
                    ),
                ),
            ),
        }
    ),
    always=(
        (
            "Please use the telephone number that you know from us. This message intentionally"
            " does not contain one."
        ),
        (
            "We never write a telephone password in an e-mail. Please never send it by e-mail"
            " yourself."
        ),
    ),
)

NOTICES: Final[Mapping[str, NoticeWords]] = MappingProxyType({"de": _GERMAN, "en": _ENGLISH})
