"""Two years of a large team: passwords, a journal and what needs attention, past the program.

The digests are drawn and chain nothing: nobody verifies this journal.
"""

from typing import Final

from desktop_app.storage.sqlite.journal_counts import count_sealed
from tests.benchmarks.office import Office
from tests.benchmarks.workstation import Workstation

CALLERS: Final = 50_000
"""So many of the customers call; of one call in twenty it is one of the first 500."""


def fill_workstation(workstation: Workstation, entries: int) -> None:
    """Give the imported customers passwords, trouble and a journal of so many entries."""
    with workstation.database._connections.write() as connection:
        for statement in _OF_SQLITE:
            connection.execute(statement, {"entries": entries, "callers": CALLERS})
        count_sealed(connection, 0, entries)


def fill_office(office: Office, entries: int) -> None:
    """The same for the shared database, which has tidied up afterwards."""
    with office.shared.as_superuser() as connection:
        connection.execute("TRUNCATE watchword.journal_mark")
        connection.execute("ALTER TABLE watchword.journal DISABLE TRIGGER USER")
        connection.execute("TRUNCATE watchword.journal RESTART IDENTITY CASCADE")
        connection.execute("ALTER TABLE watchword.journal ENABLE TRIGGER USER")
        for statement in _OF_POSTGRES:
            text = statement.replace(":entries", str(entries)).replace(":callers", str(CALLERS))
            connection.execute(text.encode())
    office.lead.journal.seal()
    with office.shared.as_superuser() as connection:
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")


_OF_SQLITE: Final = (
    """
    INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes,
                            norm_version, kdf_version, key_id, set_at, set_by, check_method,
                            in_all, in_row, locked_until, last_failure_at)
    SELECT id, 1, randomblob(32), randomblob(16), 65536, 3, 1, 1, 1,
           CASE WHEN place % 10 THEN x'0000000000000001' ELSE x'0000000000000002' END,
           unixepoch() * 1000000 - abs(random() % (5 * 365 * 86400)) * 1000000, 'Lea', 'callback',
           CASE WHEN place % 300 = 0 THEN 40 ELSE place % 5 END,
           CASE WHEN place % 5000 = 1 THEN 10 WHEN place % 20000 = 2 THEN 5 ELSE 0 END,
           CASE WHEN place % 20000 = 2 THEN (unixepoch() + 3600) * 1000000 END,
           (unixepoch() - place % 100000) * 1000000
    FROM customer WHERE place % 25 < 17 AND :entries AND :callers
    """,
    """
    INSERT INTO team_key (key_id, state, since, made_by, ends_at)
    SELECT x'0000000000000001', 'current', 1, 'Lea', NULL WHERE :entries AND :callers
    UNION ALL SELECT x'0000000000000002', 'retired', 1, 'Lea', (unixepoch() + 9999999) * 1000000
    """,
    """
    INSERT INTO caution (customer_id, text, raised_by, raised_at)
    SELECT id, 'tried three birthdays', 'Anna', (unixepoch() - place) * 1000000
    FROM customer WHERE place % 2000 = 3 AND :entries AND :callers
    """,
    """
    WITH RECURSIVE drawn (i, caller, chance) AS (
        SELECT 1, 1, 1
        UNION ALL
        SELECT i + 1, CASE WHEN random() % 20 THEN abs(random()) % :callers + 1
                           ELSE abs(random()) % 500 + 1 END, abs(random()) % 100
        FROM drawn WHERE i < :entries
    )
    INSERT INTO journal (at, login, person, workstation, customer_id, customer_number, kind,
                         outcome, receipt, details, personal_digest, sequence, digest)
    SELECT (unixepoch() - (:entries - i) * 730 * 86400 / :entries) * 1000000,
           'desk' || (i % 30), 'Desk', 'pc', c.id, c.number,
           CASE WHEN i % 50 = 0 THEN 'password-set' WHEN i % 2 THEN 'verdict' ELSE 'attempt' END,
           CASE WHEN i % 50 = 0 THEN 'until-changed' WHEN i % 2 = 0 THEN 'charged'
                WHEN chance < 81 THEN 'matches' WHEN chance < 91 THEN 'does-not-match'
                WHEN chance < 93 THEN 'locked' ELSE 'none' END,
           'VW-' || i,
           CASE WHEN i % 50 = 0 THEN '{"check":"callback"}' ELSE '{"attempt":"1"}' END,
           x'', i, randomblob(32)
    FROM drawn JOIN customer AS c ON c.place = drawn.caller
    """,
    """
    INSERT INTO journal_mark (name, sequence, digest)
    SELECT 'head', sequence, digest FROM journal WHERE sequence = :entries AND :callers
    """,
)

_OF_POSTGRES: Final = (
    "DELETE FROM watchword.team_key",
    """
    INSERT INTO watchword.team_key (key_id, state, since, made_by, ends_at)
    VALUES ('\\x0000000000000001', 'current', now(), 'Lea', NULL),
           ('\\x0000000000000002', 'retired', now(), 'Lea', now() + interval '90 days')
    """,
    """
    INSERT INTO watchword.credential (
        customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version,
        kdf_version, key_id, set_at, set_by, check_method, in_all, in_row, locked_until,
        last_failure_at)
    SELECT id, 1, sha256(place::text::bytea), substr(sha256(place::text::bytea), 1, 16), 65536, 3,
           1, 1, 1,
           CASE WHEN place % 10 > 0 THEN '\\x0000000000000001'::bytea
                ELSE '\\x0000000000000002' END,
           now() - random() * interval '5 years', 'Lea', 'callback',
           CASE WHEN place % 300 = 0 THEN 40 ELSE place % 5 END,
           CASE WHEN place % 5000 = 1 THEN 10 WHEN place % 20000 = 2 THEN 5 ELSE 0 END,
           CASE WHEN place % 20000 = 2 THEN now() + interval '1 hour' END,
           now() - place % 100000 * interval '1 second'
    FROM watchword.customer WHERE place % 25 < 17
    """,
    """
    INSERT INTO watchword.caution (customer_id, text, raised_by, raised_at)
    SELECT id, 'tried three birthdays', 'Anna', now() - place * interval '1 second'
    FROM watchword.customer WHERE place % 2000 = 3
    """,
    """
    INSERT INTO watchword.journal (at, login, person, workstation, customer_id, customer_number,
                                   kind, outcome, receipt, details, personal_digest, sequence,
                                   digest)
    SELECT now() - (:entries - i) * interval '730 days' / :entries,
           'desk' || (i % 30), 'Desk', 'pc', c.id, c.number,
           CASE WHEN i % 50 = 0 THEN 'password-set' WHEN i % 2 = 1 THEN 'verdict'
                ELSE 'attempt' END,
           CASE WHEN i % 50 = 0 THEN 'until-changed' WHEN i % 2 = 0 THEN 'charged'
                WHEN chance < 81 THEN 'matches' WHEN chance < 91 THEN 'does-not-match'
                WHEN chance < 93 THEN 'locked' ELSE 'none' END,
           'VW-' || i,
           CASE WHEN i % 50 = 0 THEN '{"check": "callback"}' ELSE '{"attempt": "1"}' END,
           '', i, sha256(i::text::bytea)
    FROM (SELECT i, random() * 100 AS chance,
                 CASE WHEN random() < 0.05 THEN 1 + (random() * 499)::integer
                      ELSE 1 + (random() * (:callers - 1))::integer END AS caller
          FROM generate_series(1, :entries) AS i) AS drawn
    JOIN watchword.customer AS c ON c.place = drawn.caller
    """,
    """
    INSERT INTO watchword.journal_mark (name, sequence, digest)
    SELECT 'head', sequence, digest FROM watchword.journal WHERE sequence = :entries
    """,
)
