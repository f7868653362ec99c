import copy
import pickle

import pytest

from desktop_app.core.secret import Secret


@pytest.mark.parametrize("secret", [Secret("canary"), Secret(b"canary")])
def test_secret_never_shows_itself(secret: Secret[str] | Secret[bytes]) -> None:
    """Every way of making a text of a secret gives the mask."""
    shown = (str(secret), repr(secret), f"{secret}", f"{secret!r:>30}", "%s" % secret)  # noqa: UP031
    assert all("canary" not in text for text in shown)
    assert secret.reveal() in {"canary", b"canary"}


def test_secret_is_not_serialised() -> None:
    """Neither pickling nor copying takes a secret along."""
    for take in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            take(Secret("canary"))


def test_secrets_compare_by_value() -> None:
    """Two entries can be compared without being revealed."""
    assert Secret("a") == Secret("a")
    assert Secret("ä") != Secret("a")
    assert Secret(b"a") == Secret(b"a")
    assert Secret("a") != "a"
    assert Secret("a")
    assert not Secret("")
    with pytest.raises(TypeError):
        hash(Secret("a"))
