"""What a connection that could not be made means, in whatever language the server speaks."""

import psycopg
import pytest

from desktop_app.core.server_errors import (
    LoginRefusedError,
    NotConnectedError,
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
        "FATAL:  keine Berechtigung für Datenbank »watchword«",
        "FATAL:  Datenbank »watchword« existiert nicht",
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
        AT + "Connection refused\n\tIs the server running on that host?",
        AT + "timeout expired",
        AT + "server closed the connection unexpectedly",
        AT + "FATAL:  the database system is starting up",
        AT + "FATAL:  das Datenbanksystem startet",
        AT + "FATAL:  sorry, too many clients already",
        'could not translate host name "watchword" to address: Name or service not known',
    ],
)
def test_a_server_that_is_away_is_no_refused_login(said: str) -> None:
    """Also where host and database have the same name."""
    failure = connect_failure(psycopg.OperationalError(said), SERVER, "anna")
    assert isinstance(failure, ServerUnreachableError)


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
