"""The sentences of the team page."""

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop_app.core.attention import Attention, AttentionKind
from desktop_app.core.team_figures import PORTAL_CHECK, TeamDay, TeamFigures, TeamTotals
from desktop_app.gui.team.chart_parts import Part, amount_of
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.texts.translation import tr

translate = QCoreApplication.translate

_WEEK: Final = 7
_DAYS_OF_A_YEAR: Final = 365


# --- tiles ---------------------------------------------------------------------------------------


def percent(part: int, whole: int) -> str:
    """A share: ``68%``, and never 100% or 0% where it is not quite that."""
    if not whole:
        return "0%"
    share = 100 * part / whole
    shown = 99 if part < whole and share > 99 else 1 if 0 < share < 1 else round(share)  # noqa: PLR2004
    return translate("Team", "{number}%").format(number=shown)


def of_customers(totals: TeamTotals) -> str:
    """How many customers have a password."""
    return translate("Team", "{part} of {whole}").format(
        part=grouped(totals.passwords), whole=grouped(totals.customers)
    )


def about_locked(totals: TeamTotals) -> str:
    """What becomes of the passwords that are locked or blocked now."""
    said = []
    if totals.opens_at is not None:
        time = sentences.opening_time(totals.opens_at, totals.at)
        said.append(
            translate("Team", "1 opens again at {time}").format(time=time)
            if totals.locked == 1
            else translate("Team", "the first opens at {time}").format(time=time)
        )
    if totals.blocked:
        said.append(tr("%n are blocked", None, totals.blocked))
    return translate("Team", ", ").join(said) or translate("Team", "nobody waits")


def usually_failed(figures: TeamFigures) -> str:
    """What is usual on such a day of the week."""
    usual = figures.usually_failed()
    day = _day_text(figures.today.day, translate("Team", "dddd", "date format"))
    if usual is None:
        return translate("Team", "no earlier {day} to compare with").format(day=day)
    return translate("Team", "usually {number} on a {day}").format(number=usual, day=day)


def matched_today(today: TeamDay) -> str:
    """How many of today's checks matched."""
    if not today.checks:
        return translate("Team", "none yet")
    return translate("Team", "{number} matched, {share}").format(
        number=grouped(today.matches), share=percent(today.matches, today.checks)
    )


# --- chart ---------------------------------------------------------------------------------------


def axis_day(day: date, *, with_month: bool) -> tuple[str, str]:
    """The two lines below a bar: day of the week, day of the month."""
    day_of_week = _day_text(day, translate("Team", "ddd", "date format"))
    return day_of_week, _date_below(day, with_month=with_month)


def axis_today(day: date, *, with_month: bool) -> tuple[str, str]:
    """The same for the day that is not over."""
    return translate("Team", "Today"), _date_below(day, with_month=with_month)


def _date_below(day: date, *, with_month: bool) -> str:
    return _day_text(day, translate("Team", "d MMM", "date format")) if with_month else str(day.day)


def day_name(day: date) -> str:
    """A day in a sentence: ``Mon 10 Nov``."""
    return _day_text(day, translate("Team", "ddd d MMM", "date format"))


def bar_sentence(day: TeamDay) -> str:
    """Everything a bar shows, for its tooltip and for the screen reader."""
    name = day_name(day.day)
    if not day.checks:
        return translate("Team", "{day}: no checks").format(day=name)
    return translate(
        "Team",
        "{day}: {checks}. {matches} match, {failed} do not match, {locked} locked,"
        " {without} without a password.",
    ).format(
        day=name,
        checks=tr("%n checks", None, day.checks),
        matches=amount_of(day, Part.MATCHES),
        failed=amount_of(day, Part.FAILED),
        locked=amount_of(day, Part.LOCKED),
        without=amount_of(day, Part.WITHOUT),
    )


def identity_check(code: str) -> str:
    """How it was made sure who the customer is."""
    if code == PORTAL_CHECK:
        return translate("Team", "Signed in to the portal")
    return sentences.check_method(code) or translate("Team", "Not known")


# --- what needs attention ------------------------------------------------------------------------


def attention_title(item: Attention) -> str:
    """Whom it is about, in one line; several customers can be of one company."""
    if item.kind is AttentionKind.OLD_KEY:
        return tr("%n passwords under an old team key", None, item.amount)
    if item.customer is None:
        return item.person
    names = filter(None, (item.customer.company, item.customer.name))
    return " · ".join(names) or item.customer.number


def attention_reason(item: Attention, now: datetime) -> str:
    """Why, in one line."""
    when = "" if item.at is None else _moment(item.at, now)
    match item.kind:
        case AttentionKind.LOCKED:
            tries = tr("%n wrong tries in a row", None, item.amount)
            return translate("Team", "{tries}, last {when}").format(tries=tries, when=when)
        case AttentionKind.BLOCKED:
            return translate("Team", "Blocked since {when}").format(when=when)
        case AttentionKind.PAUSED:
            return translate("Team", "Own checks pause since {when}").format(when=when)
        case AttentionKind.CAUTION:
            return translate("Team", "Caution: {text}").format(text=" ".join(item.note.split()))
        case AttentionKind.OLD_KEY:
            return translate("Team", "Each is renewed at its next match")
        case AttentionKind.OLD_PASSWORD:
            return tr("Password is %n years old", None, _years(item, now))
    return _counted_reason(item)


def _counted_reason(item: Attention) -> str:
    """The same where several things together are the reason."""
    if item.kind is AttentionKind.MANY_WRONG:
        return tr("%n wrong tries since it was set", None, item.amount)
    if item.kind is AttentionKind.NO_PASSWORD:
        return tr("%n calls this month without a password", None, item.amount)
    if item.amount == item.calls:
        return tr("Failed on the last %n calls", None, item.calls)
    return translate("Team", "Failed on {failed} of the last {calls} calls").format(
        failed=item.amount, calls=item.calls
    )


def attention_action(item: Attention) -> str:
    """What Enter does; empty where there is nothing to do but wait."""
    match item.kind:
        case AttentionKind.LOCKED:
            return translate("Team", "Unlock…")
        case AttentionKind.BLOCKED | AttentionKind.NO_PASSWORD:
            return translate("Team", "Set password…")
        case AttentionKind.PAUSED:
            return translate("Team", "Resume…")
        case AttentionKind.FAILING | AttentionKind.MANY_WRONG | AttentionKind.OLD_PASSWORD:
            return translate("Team", "History")
        case AttentionKind.CAUTION:
            return translate("Team", "Clear caution…")
        case AttentionKind.OLD_KEY:
            return ""


def _years(item: Attention, now: datetime) -> int:
    return 0 if item.at is None else (now - item.at).days // _DAYS_OF_A_YEAR


def _moment(moment: datetime, now: datetime) -> str:
    """A moment as short as it is clear: time, yesterday, day of the week, date."""
    time = sentences.clock_time(moment)
    days = (now.astimezone().date() - moment.astimezone().date()).days
    if days <= 0:
        return time
    if days == 1:
        return translate("Team", "yesterday {time}").format(time=time)
    if days < _WEEK:
        day = _day_text(moment.astimezone().date(), translate("Team", "ddd", "date format"))
        return translate("Team", "{day} {time}").format(day=day, time=time)
    return sentences.day(moment)


def _day_text(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
