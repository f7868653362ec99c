"""What a command's exit code says (PRODUCT: The command line)."""

from desktop_app.core.entities import Answer

DONE = 0
FAILED = 1
WRONG_USAGE = 2
NOT_CHECKED = 6

OF_ANSWER = {
    Answer.MATCHES: 0,
    Answer.DOES_NOT_MATCH: 3,
    Answer.LOCKED: 4,
    Answer.BLOCKED: 4,
    Answer.PAUSED: 4,
    Answer.NONE: 5,
    Answer.EXPIRED: 5,
}
