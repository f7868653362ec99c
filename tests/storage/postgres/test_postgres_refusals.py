"""What a connection that could not be made means, in whatever language the server speaks."""

import psycopg
import pytest

from desktop_app.core.server_errors import (
    LoginRefusedError,
    LoginShutOutError,
    NotConnectedError,
    ServerBusyError,
    ServerNotReadyError,
    ServerNotTrustedError,
    ServerReadOnlyError,
    ServerUnreachableError,
)
from desktop_app.storage.postgres.faults import connect_failure
from desktop_app.storage.postgres.server import Server

SERVER = Server(hosts=("watchword",), database="watchword")
AT = 'connection to server at "watchword" (192.0.2.1), port 5432 failed: '


@pytest.mark.parametrize(
    "said",
    [
        'FATAL:  password authentication failed for user "anna"',
        "FATAL:  Passwort-Authentifizierung für Benutzer »anna« fehlgeschlagen",
        "FATAL:  authentification par mot de passe échouée pour l'utilisateur « anna »",
        "FATAL:  la autentificación password falló para el usuario «anna»",
        'FATAL:  ユーザー"anna"のパスワード認証に失敗しました',
        "FATAL:  Rolle »anna« hat keine Berechtigung zum Einloggen",
        "FATAL:  kein pg_hba.conf-Eintrag für Host »192.0.2.7«, Benutzer »anna«",
    ],
)
def test_a_refused_login_is_known_in_every_language(said: str) -> None:
    """The names in it are the same everywhere."""
    failure = connect_failure(psycopg.OperationalError(AT + said), SERVER, "anna")
    assert isinstance(failure, LoginRefusedError)
    assert failure.login == "anna"


@pytest.mark.parametrize(
    "said",
    [
        "FATAL:  keine Berechtigung für Datenbank »watchword«\nDETAIL:  CONNECT-Privileg fehlt.",
        "FATAL:  Datenbank »watchword« existiert nicht",
        "FATAL:  zu viele Verbindungen für Datenbank »watchword«",
        'FATAL:  database "watchword" is not currently accepting connections',
        "FATAL:  la base de données « watchword » n'existe pas",
    ],
)
def test_a_database_that_nobody_is_let_into_is_no_wrong_password(said: str) -> None:
    """The login was taken by then: what the server says names the database alone."""
    failure = connect_failure(psycopg.OperationalError(AT + said), SERVER, "anna")
    assert isinstance(failure, LoginShutOutError)
    assert (failure.login, failure.database) == ("anna", "watchword")


@pytest.mark.parametrize("whom", ['role "anna"', 'database "watchword"'])
def test_too_many_connections_pass_by_themselves(whom: str) -> None:
    """Where the server says it in English, it is known exactly."""
    said = psycopg.OperationalError(f"{AT}FATAL:  too many connections for {whom}")
    assert isinstance(connect_failure(said, SERVER, "anna"), ServerBusyError)


@pytest.mark.parametrize(
    "said",
    [
        "FATAL:  the database system is starting up",
        "FATAL:  das Datenbanksystem startet",
        "FATAL:  sorry, too many clients already",
        "FATAL:  tut mir leid, schon zu viele Verbindungen",
        "FATAL:  die verbleibenden Verbindungen sind für Superuser reserviert",
        "ВАЖНО:  извините, уже слишком много клиентов",
        "致命的エラー:  データベースシステムは起動処理中です",
    ],
)
def test_a_server_that_answers_is_not_away(said: str) -> None:
    """It takes no connections at present: nobody looks for a fault of the network."""
    failure = connect_failure(psycopg.OperationalError(AT + said), SERVER, "anna")
    assert isinstance(failure, ServerNotReadyError)


@pytest.mark.parametrize(
    "said",
    [
        AT + "Connection refused\n\tIs the server running on that host?",
        AT + "timeout expired",
        AT + "server closed the connection unexpectedly",
        AT + "SSL error: unexpected eof while reading",
        'could not translate host name "watchword" to address: Name or service not known',
    ],
)
def test_a_server_that_is_away_is_no_refused_login(said: str) -> None:
    """Also where host and database have the same name."""
    failure = connect_failure(psycopg.OperationalError(said), SERVER, "anna")
    assert isinstance(failure, ServerUnreachableError)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("certificate verify failed", "certificate"),
        ("EVP lib", "certificate"),
        ("provider signature failure", "certificate"),
        ("wrong version number", "no-tls"),
        ("unsupported protocol", "no-tls"),
    ],
)
def test_tls_that_cannot_be_set_up_is_no_network_fault(said: str, reason: str) -> None:
    """Whatever words the TLS library has for it, nobody is sent to look at the network."""
    failure = connect_failure(psycopg.OperationalError(f"{AT}SSL error: {said}"), SERVER, "anna")
    assert isinstance(failure, ServerNotTrustedError)
    assert failure.reason == reason


def test_nothing_was_sent_where_there_is_no_connection() -> None:
    """Whoever asks whether a try was counted need not ask a server."""
    certificate = psycopg.OperationalError(AT + "SSL error: certificate verify failed")
    untrusted = connect_failure(certificate, SERVER, "anna")
    assert isinstance(untrusted, ServerNotTrustedError)
    assert isinstance(untrusted, NotConnectedError)


def test_a_standby_is_no_refused_login() -> None:
    """None of the hosts takes changes at present."""
    standby = psycopg.OperationalError(AT + "session is read-only")
    assert isinstance(connect_failure(standby, SERVER, "anna"), ServerReadOnlyError)
