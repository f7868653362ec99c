"""How a customer's password stands and what its last check said, on the card."""

from datetime import datetime

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.entities import LastCheck, PasswordState, Standing
from desktop_app.core.first_password_ports import LETTER
from desktop_app.gui.customers.card_parts import CardLine, TitledBox, WrappedLabel
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.looks import icon_of, look_of
from desktop_app.gui.look.theme import Look
from desktop_app.gui.texts import sentences
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.tries import TriesLeft


class StandingWords(QObject):
    """The sentences about a password on file."""

    def set_by(self, standing: Standing) -> str:
        """When it was set and by whom."""
        if standing.state is PasswordState.NONE or standing.set_at is None:
            return self.tr("None on file")
        return self.tr("Set {day} by {person}").format(
            day=sentences.day(standing.set_at), person=standing.set_by
        )

    def check(self, standing: Standing) -> str:
        """How the caller's identity was checked then."""
        if not standing.check_method:
            return ""
        if standing.check_method == LETTER:
            return self.tr("Sent by letter, without an identity check")
        return self.tr("Identity check: {method}").format(
            method=sentences.check_method(standing.check_method)
        )

    def validity(self, standing: Standing, now: datetime) -> str:
        """What limits its use."""
        if standing.single_use:
            return self.tr("For one call only")
        if sentences.key_is_over(standing):
            return self.tr("Its team key was replaced and is over")
        if standing.valid_until is None:
            return ""
        moment = sentences.moment_of(standing.valid_until, now)
        if standing.state is PasswordState.EXPIRED:
            return self.tr("Expired {moment}").format(moment=moment)
        if standing.until_used:
            return self.tr("Valid until {moment}, then on if it was used").format(moment=moment)
        return self.tr("Valid until {moment}").format(moment=moment)

    def warning(self, standing: Standing, now: datetime) -> str:
        """What a lead should look at."""
        parts = []
        if standing.opens_at is not None:
            time = sentences.opening_time(standing.opens_at, now)
            parts.append(self.tr("Opens again at {time}").format(time=time))
        if standing.state is PasswordState.BLOCKED:
            parts.append(self.tr("Blocked: only a new password helps"))
        elif standing.attention:
            parts.append(self.tr("Many wrong tries in all: needs attention"))
        return "\n".join(parts)


class PasswordBox(TitledBox):
    """When the password was set, by whom, after which check, and how many tries are left."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.set_title(self.tr("Telephone password"))
        self._words = StandingWords(self)
        self._set_by = WrappedLabel(appearance, parent=self)
        self._quiet = WrappedLabel(
            appearance, pixels=12, colour="text2", line_height=16, parent=self
        )
        self._warning = WrappedLabel(
            appearance, pixels=12, weight=600, colour=Look.LOCKED, line_height=16, parent=self
        )
        self._tries = TriesLeft(appearance, quiet=True, parent=self)
        for label in (self._set_by, self._quiet, self._warning):
            self.content.addWidget(label)
        self.content.addSpacing(10)
        self.content.addWidget(self._tries)

    def show_standing(self, standing: Standing | None, now: datetime | None) -> None:
        """Show how it stands; nothing while that is being read."""
        known = standing is not None and now is not None
        self._set_by.setVisible(known)
        for part in (self._quiet, self._warning, self._tries):
            part.setVisible(False)
        if standing is None or now is None:
            return
        self._set_by.setText(self._words.set_by(standing))
        quiet = [self._words.check(standing), self._words.validity(standing, now)]
        self._show(self._quiet, "\n".join(filter(None, quiet)))
        self._show(self._warning, self._words.warning(standing, now))
        self._tries.setVisible(standing.state in _WITH_TRIES)
        show_tries(self._tries, standing)

    @staticmethod
    def _show(label: Label, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))


class LastCheckBox(TitledBox):
    """The newest answer, whoever asked, with its receipt."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.set_title(self.tr("Last verification"))
        self._icon = Icon(appearance, "tick-circle", parent=self)
        self._answer = Label(appearance, weight=600, parent=self)
        self._when = WrappedLabel(appearance, colour="text2", parent=self)
        self._receipt = Label(
            appearance, pixels=12, colour="text2", mono=True, selectable=True, parent=self
        )
        row = QHBoxLayout()
        row.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._icon, 0, top)
        row.addWidget(self._answer, 0, top)
        # Beside a long answer it takes a second line: who asked is never cut.
        row.addWidget(self._when, 1)
        self.content.setSpacing(6)
        self.content.addLayout(row)
        self.content.addWidget(self._receipt)

    def show_check(self, check: LastCheck | None, now: datetime | None) -> None:
        """Show the check, or that there was none; nothing while that is being read."""
        known = now is not None
        self._icon.setVisible(check is not None)
        self._answer.setVisible(known)
        self._when.setVisible(check is not None)
        self._receipt.setVisible(check is not None)
        self._answer.setText(self.tr("None yet"))
        self._answer.set_weight(400 if check is None else 600)
        if check is None or now is None:
            return
        look = look_of(check.answer)
        self._icon.set_icon(icon_of(look), look)
        self._answer.setText(sentences.answer_word(check.answer))
        self._when.setText(
            self.tr("{moment}, {person}").format(
                moment=sentences.moment_of(check.at, now), person=check.person
            )
        )
        self._receipt.setText(check.receipt)


class CompactLines(QWidget):
    """The same as the two boxes in one line each, for small windows."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = StandingWords(self)
        self._check = CardLine(appearance, "clock", parent=self)
        self._tries = TriesLeft(appearance, quiet=False, parent=self)
        self._standing = CardLine(appearance, "key", self._tries, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._check)
        layout.addWidget(self._standing)

    def show_card(
        self, standing: Standing | None, check: LastCheck | None, now: datetime | None
    ) -> None:
        """Show both; nothing while they are being read."""
        self._standing.setVisible(standing is not None)
        self._check.set_text("")
        if standing is None or now is None:
            return
        warning = self._words.warning(standing, now)
        if standing.state in _WITH_TRIES and not warning:
            show_tries(self._tries, standing)
        else:
            self._tries.set_note(warning.partition("\n")[0] or self._words.set_by(standing))
        if check is not None:
            self._check.set_text(
                self.tr("{answer}, {moment}").format(
                    answer=sentences.answer_word(check.answer),
                    moment=sentences.moment_of(check.at, now),
                )
            )


_WITH_TRIES = frozenset({PasswordState.SET, PasswordState.LOCKED, PasswordState.BLOCKED})


def show_tries(tries: TriesLeft, standing: Standing) -> None:
    """Let the dots say how many tries are left."""
    tries.set_tries(
        standing.tries_left,
        standing.tries_allowed,
        sentences.tries_left(standing),
        last=standing.tries_left == 1,
    )
