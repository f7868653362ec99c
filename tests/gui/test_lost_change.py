"""A change whose answer gets lost: nobody may say that it was not saved."""

from desktop_app.core.server_errors import ConnectionLostError, NoAnswerError, ServerBusyError
from desktop_app.gui.texts.failures import unsaved

NOT_SAVED = "Not saved."


def test_only_a_lost_answer_leaves_it_open() -> None:
    """A server that refuses has saved nothing; one that went silent may have."""
    for lost in (ConnectionLostError(), NoAnswerError()):
        assert unsaved(lost, NOT_SAVED) == (
            "It may have been saved or not. What you typed is still here."
        )
    assert unsaved(ServerBusyError(), NOT_SAVED) == NOT_SAVED
