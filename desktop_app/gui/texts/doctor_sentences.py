"""The words for what can be looked after: the checks, the key's place, the journal's chain."""

from PySide6.QtCore import QCoreApplication

from desktop_app.core.entities import JournalFault, JournalFaultKind

translate = QCoreApplication.translate


def doctor_check(name: str) -> str:
    """What a check of the workstation looks at; a name that is not known is its own name."""
    names = {
        "folders": translate("Doctor", "Folders"),
        "keyring": translate("Doctor", "Keyring of the system"),
        "team-key": translate("Doctor", "Team key"),
        "database": translate("Doctor", "Database"),
        "role": translate("Doctor", "Role in the team"),
        "schema": translate("Doctor", "Version of the database"),
        "integrity": translate("Doctor", "Soundness of the database"),
        "journal": translate("Doctor", "Chain of the journal"),
        "server": translate("Doctor", "Database server"),
        "tls": translate("Doctor", "Encryption and certificate"),
        "certificate": translate("Doctor", "End of the certificate"),
        "login": translate("Doctor", "Login to the database"),
        "server-log": translate("Doctor", "Log of the server"),
        "held-up": translate("Doctor", "Work of others at the server"),
        "server-clock": translate("Doctor", "Clock beside the server's"),
        "clock": translate("Doctor", "Clock"),
        "fonts": translate("Doctor", "Fonts"),
    }
    return names.get(name, name)


def finding(text: str) -> str:
    """What a check found: a figure is its own word, a code gets one."""
    if text == "not-made-yet":
        return translate("Doctor", "not made yet")
    return text


def key_place(place: str) -> str:
    """Where the team key of a profile is kept: ``keyring`` or ``vault``."""
    if place == "vault":
        return translate(
            "Doctor", "The team key is in a vault file, which its passphrase opens at each start."
        )
    return translate("Doctor", "The team key is in the keyring of this computer's system.")


def journal_fault(fault: JournalFault) -> str:
    """What is wrong at which entry, what that means, and what to do."""
    return _fault_text(fault.kind).format(entry=fault.sequence)


def _fault_text(kind: JournalFaultKind) -> str:
    match kind:
        case JournalFaultKind.EDITED:
            return translate(
                "Doctor",
                "Entry {entry} was edited after it was written. The entries before it are sound;"
                " do not rely on this one, and compare it with a backup.",
            )
        case JournalFaultKind.MISSING:
            return translate(
                "Doctor",
                "Entry {entry} is missing: it was removed. The entries before it are sound;"
                " look for it in a backup.",
            )
        case JournalFaultKind.REORDERED:
            return translate(
                "Doctor",
                "The order of the entries was changed from entry {entry} on. The entries before it"
                " are sound; compare the others with a backup.",
            )
        case JournalFaultKind.TRUNCATED:
            return translate(
                "Doctor",
                "The journal ends before entry {entry}, which was there earlier: its newest entries"
                " were removed, or an old copy is in use. Find out who replaced the database, and"
                " compare it with a backup.",
            )
        case JournalFaultKind.REWRITTEN:
            return translate(
                "Doctor",
                "Entry {entry} is not the one seen earlier: the journal was written anew. Do not"
                " rely on any entry; compare the database with a backup.",
            )
        case JournalFaultKind.FORGOTTEN:
            return translate(
                "Doctor",
                "The journal ends at entry {entry}, but what this computer remembered of its end is"
                " gone or damaged: newer entries may have been removed. Compare the journal with a"
                " backup or an exported head; “watchword journal verify --head FILE” makes this"
                " computer remember again.",
            )
