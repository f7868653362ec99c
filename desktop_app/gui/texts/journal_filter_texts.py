"""The words by which entries of the journal are chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop_app.core.entities import EventKind
from desktop_app.core.journal_filter import Group, Period

translate = QCoreApplication.translate


def period_name(period: Period) -> str:
    """A span of days up to today, or the choice of any."""
    match period:
        case Period.ANY:
            return translate("Journal", "Any time")
        case Period.TODAY:
            return translate("Journal", "Today")
        case Period.WEEK:
            return translate("Journal", "Last 7 days")
        case Period.MONTH:
            return translate("Journal", "Last 30 days")
        case Period.YEAR:
            return translate("Journal", "Last 365 days")
        case Period.DAYS:
            return translate("Journal", "From … to …")


def group_name(group: Group) -> str:
    """Several kinds of entries in a word or two."""
    match group:
        case Group.CHECKS:
            return translate("Journal", "Checks")
        case Group.PASSWORDS:
            return translate("Journal", "Passwords")
        case Group.LOCKS:
            return translate("Journal", "Locks and cautions")
        case Group.CUSTOMERS:
            return translate("Journal", "Customers")
        case Group.PEOPLE:
            return translate("Journal", "People")
        case Group.RULES:
            return translate("Journal", "Rules and team key")
        case Group.FILES:
            return translate("Journal", "Files and upkeep")


def kind_names() -> Mapping[EventKind, str]:
    """The kinds that can be chosen alone, in words: all but attempt and verdict, the checks."""
    return {
        EventKind.PASSWORD_SET: translate("Journal", "Password set"),
        EventKind.PASSWORD_REMOVED: translate("Journal", "Password removed"),
        EventKind.PASSWORD_REFRESHED: translate("Journal", "Stored form renewed"),
        EventKind.UNLOCKED: translate("Journal", "Unlocked"),
        EventKind.CAUTION_RAISED: translate("Journal", "Caution raised"),
        EventKind.CAUTION_CLEARED: translate("Journal", "Caution cleared"),
        EventKind.PERSON_PAUSED: translate("Journal", "Checks paused"),
        EventKind.PERSON_RESUMED: translate("Journal", "Checks resumed"),
        EventKind.CUSTOMER_ADDED: translate("Journal", "Customer added"),
        EventKind.CUSTOMER_CHANGED: translate("Journal", "Customer changed"),
        EventKind.CUSTOMER_DELETED: translate("Journal", "Customer deleted"),
        EventKind.CUSTOMERS_IMPORTED: translate("Journal", "Customers imported"),
        EventKind.CUSTOMERS_DEACTIVATED: translate("Journal", "Customers set inactive"),
        EventKind.CUSTOMERS_ADOPTED: translate("Journal", "Workstation's database taken over"),
        EventKind.PERSON_ADDED: translate("Journal", "Person added"),
        EventKind.PERSON_JOINED: translate("Journal", "Invitation accepted"),
        EventKind.PERSON_CHANGED: translate("Journal", "Role changed"),
        EventKind.PERSON_RESET: translate("Journal", "Login reset"),
        EventKind.PERSON_REMOVED: translate("Journal", "Person removed"),
        EventKind.POLICY_CHANGED: translate("Journal", "Rules changed"),
        EventKind.KEY_ROTATED: translate("Journal", "Team key changed"),
        EventKind.EXPORTED: translate("Journal", "Exported"),
        EventKind.BACKED_UP: translate("Journal", "Backup written"),
        EventKind.JOURNAL_PRUNED: translate("Journal", "Journal shortened"),
    }
