"""What the rules of the policy are called on screen."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def rule_name(rule: str) -> str:
    """The name of a rule of ``Policy``; a rule that is not known is its own name."""
    names = {
        "shortest_password": translate("Rules", "Shortest password"),
        "tries_until_lock": translate("Rules", "Wrong tries in a row until locked"),
        "first_wait_minutes": translate("Rules", "Minutes of the first wait"),
        "tries_until_block": translate("Rules", "Wrong tries in a row until blocked"),
        "total_until_block": translate("Rules", "Wrong tries in all until blocked"),
        "total_until_attention": translate("Rules", "Wrong tries in all until it needs attention"),
        "person_wrong_per_day": translate("Rules", "One person's wrong tries within 24 hours"),
        "person_customers_per_hour": translate(
            "Rules", "Customers with one person's wrong tries within an hour"
        ),
        "memory_kib": translate("Rules", "Memory of the hash in MiB"),
        "passes": translate("Rules", "Passes of the hash"),
        "lanes": translate("Rules", "Lanes of the hash"),
        "close_match_seconds": translate("Rules", "Seconds until a match closes"),
        "close_refusal_seconds": translate("Rules", "Seconds until a refusal closes"),
        "close_no_match_seconds": translate("Rules", "Seconds until “Does not match” closes"),
        "pause_after_minutes": translate("Rules", "Minutes idle until Watchword locks"),
        "pin_required": translate("Rules", "PIN needed after a pause"),
        "journal_months": translate("Rules", "Months that the journal is kept"),
        "old_key_days": translate("Rules", "Days that an old team key stays usable"),
        "text_after_match_de": translate("Rules", "What may be said after a match, in German"),
        "text_after_match_en": translate("Rules", "What may be said after a match, in English"),
        "text_without_match_de": translate("Rules", "What to do without a match, in German"),
        "text_without_match_en": translate("Rules", "What to do without a match, in English"),
        "check_methods": translate("Rules", "Ways to check an identity"),
    }
    return names.get(rule, rule)
