"""What is printed of a customer's history, and what the customer gets of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.core.document import Block, Document, Heading, Paragraph, Table
from desktop_app.core.entities import Customer, CustomerDetails, PasswordState
from desktop_app.core.phones import display
from desktop_app.core.policy import Policy
from desktop_app.gui.journal.history_pages import HistoryLine, line_of
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.journal_sentences import long_day
from desktop_app.gui.texts.translation import tr

translate = QCoreApplication.translate


def history_document(customer: Customer, lines: Iterable[HistoryLine], now: datetime) -> Document:
    """The lines of a history as they stand on the screen, for the team's own use."""
    rows = tuple(
        (_moment(line.entry.at), line.words.title, _told(line), line.receipt) for line in lines
    )
    heads = (
        translate("Report", "When"),
        translate("Report", "What"),
        translate("Report", "Details"),
        translate("Report", "Receipt"),
    )
    name = " ".join(filter(None, (customer.number, customer.name, customer.company)))
    printed = translate("Report", "Printed on {moment}. For the team only.")
    return Document(
        translate("Report", "History of customer {customer}").format(customer=name),
        _language(),
        (Paragraph(printed.format(moment=_moment(now))), Table(rows, heads)),
    )


def customer_document(
    details: CustomerDetails, lines: Iterable[HistoryLine], policy: Policy, now: datetime
) -> Document:
    """Everything that is stored about a customer, for the customer (Article 15 GDPR).

    Nobody of the team is named, and no workstation: who of them asked is not the customer's data.
    What can be used to guess a password (verifier, salt, parameters) is no information about the
    customer that could be understood, and stays out.
    """
    blocks: list[Block] = [
        Paragraph(
            translate(
                "Report",
                "This is what Watchword stores about you. As of {moment}.",
            ).format(moment=_moment(now))
        ),
        Heading(translate("Report", "Your data")),
        Table(tuple(_fields(details.customer))),
        Heading(translate("Report", "Your telephone password")),
        *_password(details),
    ]
    if details.caution is not None:
        caution = details.caution
        blocks += [
            Heading(translate("Report", "A caution for our team")),
            Table(((_moment(caution.raised_at), caution.text),)),
        ]
    rows = tuple((_moment(line.entry.at), _neutral(line), line.receipt) for line in lines)
    blocks.append(Heading(translate("Report", "What was recorded")))
    if rows:
        heads = (
            translate("Report", "When"),
            translate("Report", "What"),
            translate("Report", "Receipt"),
        )
        blocks.append(Table(rows, heads))
    else:
        blocks.append(Paragraph(translate("Report", "Nothing has been recorded.")))
    blocks += [
        Heading(translate("Report", "What it is for, and how long it is kept")),
        Paragraph(
            translate(
                "Report",
                "The telephone password shows us that it is you who calls. Every check is recorded"
                " so that it can be seen who was given information and when.",
            )
        ),
        Paragraph(
            tr(
                "What was recorded is removed after %n months, whole months at a time. Your data"
                " is kept as long as you are a customer.",
                None,
                policy.journal_months,
            )
        ),
    ]
    return Document(translate("Report", "Your data in Watchword"), _language(), tuple(blocks))


def _fields(customer: Customer) -> Iterator[tuple[str, str]]:
    """Every field; one that is empty says so."""
    active = translate("Report", "yes") if customer.active else translate("Report", "no")
    for name, text in (
        (translate("Report", "Customer number"), customer.number),
        (translate("Report", "Name"), customer.name),
        (translate("Report", "Company"), customer.company),
        (translate("Report", "Telephone"), "\n".join(map(display, customer.phones))),
        (translate("Report", "E-mail"), "\n".join(customer.emails)),
        (translate("Report", "Domains"), "\n".join(customer.domains)),
        (translate("Report", "Country"), customer.country),
        (translate("Report", "Language"), customer.language),
        (translate("Report", "Authorised callers"), customer.authorised),
        (translate("Report", "Active"), active),
    ):
        yield name, text or translate("Report", "nothing stored")


def _password(details: CustomerDetails) -> Iterator[Block]:
    standing = details.standing
    rows = [(translate("Report", "State"), sentences.state_word(standing.state))]
    if standing.state is not PasswordState.NONE:
        for name, moment in (
            (translate("Report", "Set on"), standing.set_at),
            (translate("Report", "Valid until"), standing.valid_until),
            (translate("Report", "Opens again"), standing.opens_at),
            (translate("Report", "Last wrong try"), standing.last_failure_at),
        ):
            if moment is not None:
                rows.append((name, _moment(moment)))
        if standing.check_method:
            method = sentences.check_method(standing.check_method)
            rows.append((translate("Report", "How we made sure that it was you"), method))
        if standing.tries_allowed:
            tries = f"{standing.tries_left} / {standing.tries_allowed}"
            rows.append((translate("Report", "Tries left"), tries))
        if standing.single_use:
            rows.append((translate("Report", "Valid for"), translate("Report", "one call")))
    yield Table(tuple(rows))
    yield Paragraph(
        translate(
            "Report",
            "The password itself is not stored. What is stored can only tell whether a password"
            " that is typed in is the same one; nobody can read it back.",
        )
    )


def _neutral(line: HistoryLine) -> str:
    """The words of a line with the team in place of a colleague."""
    team = translate("Report", "our team")
    entry = replace(line.entry, login="", person=team, workstation="")
    words = line_of(entry, line.kind).words
    return "\n".join(filter(None, (words.title, words.text, words.note)))


def _told(line: HistoryLine) -> str:
    return "\n".join(filter(None, (line.words.text, line.words.note)))


def _moment(moment: datetime) -> str:
    """A day in full and the time, as the workstation's clock shows it."""
    return f"{long_day(moment.astimezone().date())}, {sentences.clock_time(moment)}"


def _language() -> str:
    return QLocale().name().partition("_")[0] or "en"
