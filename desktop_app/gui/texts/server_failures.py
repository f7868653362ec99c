"""The sentences for what can happen to the connection with a shared database."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.core import server_errors

translate = QCoreApplication.translate


def _unreachable(error: server_errors.ServerUnreachableError) -> str:
    return translate(
        "Failures",
        "The database server {host} does not answer. Nothing can be checked; look at the network"
        " connection, then try again.",
    ).format(host=error.host)


def _not_ready(error: server_errors.ServerNotReadyError) -> str:
    return translate(
        "Failures",
        "The database server {host} answers, but takes no connections at present. Nothing can be"
        " checked; try again in a moment, and if it stays so tell your administrator.",
    ).format(host=error.host)


def _connection_lost(_: server_errors.ConnectionLostError) -> str:
    return translate(
        "Failures",
        "The connection to the database was lost. Nothing can be checked until it is back;"
        " try again.",
    )


def _no_answer(_: server_errors.NoAnswerError) -> str:
    return translate(
        "Failures",
        "The database server did not answer in time. Nothing can be checked until it does;"
        " try again.",
    )


def _server_busy(_: server_errors.ServerBusyError) -> str:
    return translate(
        "Failures",
        "The database server is busy with somebody else's work. Nothing was done; try again in a"
        " moment.",
    )


def _server_read_only(_: server_errors.ServerReadOnlyError) -> str:
    return translate(
        "Failures",
        "The database server takes no changes at present. Nothing can be checked, because no try"
        " can be counted; if it stays so, tell your administrator.",
    )


def _server_disk_full(_: server_errors.ServerDiskFullError) -> str:
    return translate(
        "Failures",
        "The disk of the database server is full. Nothing was written, and no try can be counted;"
        " tell your administrator.",
    )


def _not_trusted(error: server_errors.ServerNotTrustedError) -> str:
    match error.reason:
        case "certificate":
            text = translate(
                "Failures",
                "The certificate of {host} is not from the authority your team trusts. No"
                " password was sent; tell your administrator.",
            )
        case "host-name":
            text = translate(
                "Failures",
                "The certificate of {host} belongs to another server. No password was sent;"
                " tell your administrator.",
            )
        case "plaintext":
            text = translate(
                "Failures",
                "Without encryption only a database on this computer can be used, and {host} is"
                " another one. Nothing was sent; switch encryption on.",
            )
        case _:
            text = translate(
                "Failures",
                "{host} does not offer the encryption that protects your password. No password"
                " was sent; tell your administrator.",
            )
    return text.format(host=error.host)


def _authority_missing(error: server_errors.AuthorityMissingError) -> str:
    return translate(
        "Failures",
        "There is no CA file {path}, without which the database server cannot prove who it is."
        " Nothing was sent; put the file there, or ask your administrator for it.",
    ).format(path=error.path)


def _login_refused(error: server_errors.LoginRefusedError) -> str:
    return translate(
        "Failures",
        "The database does not accept the login {login}. Nothing can be checked; ask your"
        " administrator, who can find out why or invite you anew.",
    ).format(login=error.login)


def _login_shut_out(error: server_errors.LoginShutOutError) -> str:
    return translate(
        "Failures",
        "The server does not let the login {login} into the database {database}. Nothing can be"
        " checked; try again in a moment, and if it stays so tell your administrator: the server's"
        " log says why.",
    ).format(login=error.login, database=error.database)


def _login_missing(error: server_errors.LoginMissingError) -> str:
    return translate(
        "Failures",
        "The password of the login {login} is not on this computer. Nothing can be checked; ask"
        " your administrator for a new invitation.",
    ).format(login=error.login)


def _certificate_expiring(error: server_errors.CertificateExpiringError) -> str:
    return translate(
        "Failures",
        "The certificate of {host} ends on {day}. From then on nothing can be checked; have your"
        " administrator renew it.",
    ).format(host=error.host, day=error.day)


def _server_logs_values(error: server_errors.ServerLogsValuesError) -> str:
    return translate(
        "Failures",
        "The server writes what checks send into its log. Whoever reads the log could pass a check;"
        " have its administrator set {setting}.",
    ).format(setting=error.remedy)


def _work_held_up(error: server_errors.WorkHeldUpError) -> str:
    if not error.logins:
        return translate(
            "Failures",
            "Entries of the journal have not been sealed since {since}, and nobody is known to hold"
            " them up. Have the server's administrator look at its log.",
        ).format(since=error.unsealed_since)
    return translate(
        "Failures",
        "{logins} kept a transaction open for more than 10 minutes, which no check does. It can"
        " hold up the work of others; ask what runs there, and reset the login if nobody knows.",
    ).format(logins=", ".join(error.logins))


def _backup_elsewhere(_: server_errors.BackupElsewhereError) -> str:
    return translate(
        "Failures",
        "A shared database is backed up on its server, by the server's administrator. Nothing was"
        " written.",
    )


def _database_older(error: server_errors.DatabaseOlderError) -> str:
    if error.found == 0:
        return translate(
            "Failures",
            "This database was not set up for Watchword. Nothing can be checked; ask your"
            " administrator.",
        )
    return translate(
        "Failures",
        "The shared database has version {found}, this Watchword needs {known}. Nothing can be"
        " checked until your administrator upgrades it.",
    ).format(found=error.found, known=error.known)


def _server_too_old(error: server_errors.ServerTooOldError) -> str:
    return translate(
        "Failures",
        "The server is PostgreSQL {found}, Watchword needs {known} or newer. Nothing was changed;"
        " upgrade the server.",
    ).format(found=error.found, known=error.known)


def _rights_missing(error: server_errors.RightsMissingError) -> str:
    if len(error.rights) == 1:
        text = translate(
            "Failures",
            "This login lacks the right {rights}. Nothing was changed; use another login or have"
            " it granted.",
        )
    else:
        text = translate(
            "Failures",
            "This login lacks the rights {rights}. Nothing was changed; use another login or have"
            " them granted.",
        )
    return text.format(rights=", ".join(error.rights))


SERVER_SENTENCES: Mapping[type, Callable[[Any], str]] = MappingProxyType(
    {
        server_errors.ServerUnreachableError: _unreachable,
        server_errors.ServerNotReadyError: _not_ready,
        server_errors.ConnectionLostError: _connection_lost,
        server_errors.NoAnswerError: _no_answer,
        server_errors.ServerBusyError: _server_busy,
        server_errors.ServerReadOnlyError: _server_read_only,
        server_errors.ServerDiskFullError: _server_disk_full,
        server_errors.ServerNotTrustedError: _not_trusted,
        server_errors.AuthorityMissingError: _authority_missing,
        server_errors.LoginRefusedError: _login_refused,
        server_errors.LoginShutOutError: _login_shut_out,
        server_errors.LoginMissingError: _login_missing,
        server_errors.CertificateExpiringError: _certificate_expiring,
        server_errors.ServerLogsValuesError: _server_logs_values,
        server_errors.WorkHeldUpError: _work_held_up,
        server_errors.BackupElsewhereError: _backup_elsewhere,
        server_errors.DatabaseOlderError: _database_older,
        server_errors.ServerTooOldError: _server_too_old,
        server_errors.RightsMissingError: _rights_missing,
    }
)
