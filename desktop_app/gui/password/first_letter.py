"""The letter with a first password, in the customer's language.

It is made when its page is printed and kept nowhere.
"""

from datetime import timedelta
from html import escape
from types import MappingProxyType
from typing import Final

from desktop_app.core.first_passwords import FirstPassword
from desktop_app.gui.texts.letter_dates import day_of

# In the customer's language, not the user's: therefore not among the translated texts.
_GERMAN: Final = """
<p>{whom}</p>
<p>Kundennummer {number}</p>
<p>{today}</p>
<h1>Ihr Telefon-Passwort</h1>
<p>Guten Tag{name},</p>
<p>bevor wir am Telefon Auskunft zu Ihrem Kundenkonto geben, fragen wir nach Ihrem
Telefon-Passwort. So schützen wir Ihre Daten vor Anrufern, die sich als Sie ausgeben. Es lautet:</p>
<p class="password">{password}</p>
<p>Groß- und Kleinschreibung, Leerzeichen und Bindestriche spielen keine Rolle.</p>
<p><b>Es gilt bis zum {end}. Haben Sie es bis dahin einmal am Telefon verwendet, gilt es danach
weiter,</b> bis Sie es ändern oder entfernen lassen.</p>
<p>Bewahren Sie diesen Brief sicher auf, oder vernichten Sie ihn, sobald Sie sich das Passwort
gemerkt haben. Nennen Sie es nur, wenn Sie selbst bei uns anrufen, und schreiben Sie es in keine
E-Mail.</p>
<p>War der Umschlag geöffnet, als er bei Ihnen ankam? Dann rufen Sie uns bitte sofort an, unter der
Telefonnummer, die Sie von uns kennen.</p>
"""

_ENGLISH: Final = """
<p>{whom}</p>
<p>Customer number {number}</p>
<p>{today}</p>
<h1>Your telephone password</h1>
<p>Hello{name},</p>
<p>Before we give information about your customer account on the telephone, we ask for your
telephone password. It protects your data from callers who pass themselves off as you. It is:</p>
<p class="password">{password}</p>
<p>Capitals, spaces and hyphens do not matter.</p>
<p><b>It is valid until {end}. Once you have used it on the telephone before that day, it stays
valid,</b> until you have it changed or removed.</p>
<p>Keep this letter in a safe place, or destroy it as soon as you know the password. Say it only
when you have called us yourself, and never write it in an e-mail.</p>
<p>Was the envelope open when it reached you? Then please call us at once, on the telephone number
that you know from us.</p>
"""

_LETTERS: Final = MappingProxyType({"de": _GERMAN, "en": _ENGLISH})
_STYLE: Final = (
    "body { font-family: sans-serif; font-size: 11pt; } h1 { font-size: 15pt; }"
    " p { margin-bottom: 9pt; }"
    " .password { font-family: monospace; font-size: 24pt; }"
)


def letter_of(first: FirstPassword) -> str:
    """The letter as HTML; every text is shown as it is, never read as markup."""
    customer, language = first.customer, first.language
    whom = "<br>".join(map(escape, filter(None, (customer.company, customer.name))))
    body = _LETTERS[language].format(
        whom=whom,
        number=escape(customer.number),
        name=f" {escape(customer.name)}" if customer.name else "",
        today=day_of(first.at, language),
        # The last whole day: on the next one it may end before the customer calls.
        end=day_of(first.valid_until - timedelta(days=1), language),
        password=escape(first.text.reveal()),
    )
    return f'<html lang="{language}"><head><style>{_STYLE}</style></head><body>{body}</body></html>'
