"""The words of the steps of setting up: before, passed and failed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.core.errors import WatchwordError
from desktop_app.core.server_errors import (
    LoginRefusedError,
    LoginShutOutError,
    ServerNotTrustedError,
    ServerUnreachableError,
)
from desktop_app.gui.setup.contract import SetupStep, StepResult
from desktop_app.gui.texts.failures import failure

translate = QCoreApplication.translate

_LONGEST_DETAIL: Final = 18


@dataclass(frozen=True, slots=True)
class StepPlace:
    """Which page of how many this is."""

    number: int
    count: int

    def words(self) -> str:
        """The same as a sentence."""
        return translate("Setup", "Step {number} of {count}.").format(
            number=self.number, count=self.count
        )


def step_name(step: SetupStep) -> str:
    """What a step is called while it has no result."""
    match step:
        case SetupStep.HOST:
            return translate("Setup", "Host")
        case SetupStep.PORT:
            return translate("Setup", "Port")
        case SetupStep.ENCRYPTION:
            return translate("Setup", "Encryption")
        case SetupStep.CERTIFICATE:
            return translate("Setup", "Certificate")
        case SetupStep.SIGN_IN:
            return translate("Setup", "Sign-in")
        case SetupStep.RIGHTS:
            return translate("Setup", "Rights and schema")
    return _made_name(step)


def _made_name(step: SetupStep) -> str:
    match step:
        case SetupStep.ROLES:
            return translate("Setup", "Roles of the team")
        case SetupStep.DATABASE:
            return translate("Setup", "Database")
        case SetupStep.SCHEMA:
            return translate("Setup", "Tables and functions")
        case SetupStep.PERSON:
            return translate("Setup", "Your login")
        case SetupStep.PROFILE:
            return translate("Setup", "Profile on this computer")
    return translate("Setup", "Team key")


def step_count(steps: Sequence[SetupStep], done: int) -> str:
    """How many of a list's steps have gone well: a test's have passed, others made something."""
    text = (
        translate("Setup", "{done} of {count} passed")
        if SetupStep.HOST in steps
        else translate("Setup", "{done} of {count} made")
    )
    return text.format(done=done, count=len(steps))


def step_passed(result: StepResult) -> str:
    """What a step that went well has shown."""
    match result.step:
        case SetupStep.HOST:
            return translate("Setup", "Host found")
        case SetupStep.PORT:
            return translate("Setup", "Port {port} answers").format(port=result.detail)
        case SetupStep.ENCRYPTION:
            if not result.detail:
                return translate("Setup", "On this computer: no encryption needed")
            return translate("Setup", "Encrypted with {protocol}").format(protocol=result.detail)
        case SetupStep.CERTIFICATE:
            if not result.detail:
                return translate("Setup", "On this computer: no certificate needed")
            return translate("Setup", "Certificate is trusted")
        case SetupStep.SIGN_IN:
            return translate("Setup", "Signed in")
        case SetupStep.RIGHTS:
            return translate("Setup", "Rights suffice")
    return step_name(result.step)


def step_detail(result: StepResult) -> str:
    """What stands at the end of a step that went well, where its words do not say it."""
    found = _found(result)
    return found if len(found) <= _LONGEST_DETAIL else ""


def step_note(result: StepResult) -> str:
    """What stands below a step that went well; also what is too long for its end."""
    if result.step is SetupStep.CERTIFICATE and result.detail:
        return translate("Setup", "Issued by “{issuer}”, until {day}").format(
            issuer=result.more, day=result.detail
        )
    found = _found(result)
    return found if len(found) > _LONGEST_DETAIL else ""


def _found(result: StepResult) -> str:
    match result.step:
        case SetupStep.ENCRYPTION | SetupStep.CERTIFICATE:
            return ""
        case SetupStep.PORT:
            return translate("Setup", "{milliseconds} ms").format(milliseconds=result.more)
    return result.detail


def step_failed(step: SetupStep) -> str:
    """What a step that did not go well means."""
    match step:
        case SetupStep.HOST:
            return translate("Setup", "Host is not known")
        case SetupStep.PORT:
            return translate("Setup", "Port does not answer")
        case SetupStep.ENCRYPTION:
            return translate("Setup", "Not encrypted")
        case SetupStep.CERTIFICATE:
            return translate("Setup", "Certificate is not trusted")
        case SetupStep.SIGN_IN:
            return translate("Setup", "Sign-in was refused")
        case SetupStep.RIGHTS:
            return translate("Setup", "Rights or schema do not fit")
    return step_name(step)


def step_remedy(step: SetupStep, error: WatchwordError) -> str:
    """What to do about a step that failed; the reader is who sets the server up."""
    match error:
        case ServerUnreachableError() if step is SetupStep.HOST:
            return translate(
                "Setup",
                "No computer of this name was found. Look at the spelling, or type its address.",
            )
        case ServerUnreachableError():
            return translate(
                "Setup",
                "Nothing answers there. Look whether PostgreSQL runs, listens on the network, and"
                " is let through the firewall.",
            )
        case ServerNotTrustedError(reason="certificate", issuer=""):
            return translate(
                "Setup",
                "This computer does not know the authority that has signed it. Choose its CA file,"
                " or ask your administrator for it.",
            )
        case ServerNotTrustedError(reason="certificate", issuer=issuer):
            return translate(
                "Setup",
                "Signed by “{issuer}”, which this computer does not know. Choose its CA file, or"
                " ask your administrator for it.",
            ).format(issuer=issuer)
        case ServerNotTrustedError(reason="host-name"):
            return translate(
                "Setup",
                "It belongs to another host. Type the name that stands in the certificate, or have"
                " a new one issued.",
            )
        case ServerNotTrustedError():
            return translate(
                "Setup",
                "The server offers no TLS, without which nothing is sent to another computer."
                " Switch it on there.",
            )
        case LoginShutOutError():
            return failure(error)
        case LoginRefusedError():
            return translate(
                "Setup",
                "The server does not take this login or its password. Nothing was changed; type"
                " them again, or see in the server's log why.",
            )
    return failure(error)


def step_not_tried(step: SetupStep, failed: SetupStep) -> str:
    """Why a step was not tried after another one had failed."""
    untrusted = {SetupStep.ENCRYPTION, SetupStep.CERTIFICATE}
    if step is SetupStep.SIGN_IN and failed in untrusted:
        return translate(
            "Setup", "Not tried: the password is never sent over an untrusted connection."
        )
    return translate("Setup", "Not tried")
