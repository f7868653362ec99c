"""The team's own text that goes with an answer."""

from desktop_app.core.entities import Answer
from desktop_app.core.policy import Policy
from desktop_app.gui.texts.translation import window_language


def team_text(policy: Policy, answer: Answer) -> str:
    """What the team says to this answer, in the windows' language where it has one; or nothing."""
    own_text = policy.after_match if answer is Answer.MATCHES else policy.without_match
    return own_text(window_language())


def has_team_text(policy: Policy) -> bool:
    """Whether any answer has a text of the team's own."""
    return any(team_text(policy, answer) for answer in (Answer.MATCHES, Answer.DOES_NOT_MATCH))
