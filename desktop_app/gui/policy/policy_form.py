"""All rules of the policy as one form, in sections."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.core.errors import FieldRefusedError
from desktop_app.core.policy import Policy, refusals
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.policy.method_field import MethodField
from desktop_app.gui.policy.rule_field import (
    NumberField,
    OwnTextField,
    RuleField,
    SwitchField,
)
from desktop_app.gui.texts.rule_effects import effect
from desktop_app.gui.texts.rule_values import bounds_refusal, refusal, rule_value
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.section_head import SectionHead
from desktop_app.gui.widgets.surfaces import Hairline

_TEXTS: Final = (
    ("text_after_match_de", "text_after_match_en"),
    ("text_without_match_de", "text_without_match_en"),
)


class PolicyForm(QWidget):
    """Reads and fills every rule; each change is judged at once.

    A rule whose editor has no value of its kind counts as unchanged, and as refused.
    """

    edited = Signal()

    def __init__(
        self, appearance: Appearance, policy: Policy, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._before = policy
        self._fields: dict[str, RuleField] = {}
        self._refused: tuple[str, ...] = ()
        self._policy = policy
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._build()
        self.set_values(policy, self._fields)
        for field in self._fields.values():
            field.edited.connect(self._on_field_edited)

    @property
    def policy(self) -> Policy:
        """The rules as they were typed, as far as they are any."""
        return self._policy

    @property
    def first_refused(self) -> QWidget | None:
        """The editor of the first rule that cannot be saved."""
        return self._fields[self._refused[0]].editor if self._refused else None

    @property
    def first(self) -> QWidget:
        """Where somebody begins."""
        return next(iter(self._fields.values())).editor

    def set_before(self, policy: Policy) -> None:
        """What is stored, against which changes are told."""
        self._before = policy
        self._judge()

    def set_values(self, policy: Policy, rules: Iterable[str]) -> None:
        """Fill the editors of these rules."""
        for rule in rules:
            field = self._fields[rule]
            field.blockSignals(True)
            field.set_value(getattr(policy, rule))
            field.blockSignals(False)
        self._judge()

    def set_read_only(self) -> None:
        """Only show the rules."""
        for field in self._fields.values():
            field.set_read_only()

    def mark_contested(self, rules: Iterable[str], stored: Policy) -> None:
        """Say which of the changed rules somebody else has set to another value meanwhile."""
        contested = set(rules)
        for rule, field in self._fields.items():
            value = rule_value(rule, getattr(stored, rule))
            field.set_remark(
                self.tr("Meanwhile set to: {value}. Saving puts yours in its place.").format(
                    value=value
                )
                if rule in contested
                else None
            )

    def refuse(self, error: FieldRefusedError) -> QWidget | None:
        """Say below its editor what the database refused; None where it is no rule."""
        field = self._fields.get(error.field)
        if field is None:
            return None
        field.set_refusal(refusal(error.field, error.reason, self._policy))
        return field.editor

    def take_enter(self) -> bool:
        """Whether Enter did something where the focus is."""
        return self._methods.take_enter()

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self._section(
            self.tr("Passwords"),
            "",
            "shortest_password",
            note=self.tr(
                "Counted without spaces, hyphens and dots. What everybody tries first and the"
                " customer's own data are always refused."
            ),
        )
        self._section(
            self.tr("Wrong tries"),
            "",
            "tries_until_lock",
            "first_wait_minutes",
            "tries_until_block",
            "total_until_block",
            "total_until_attention",
        )
        self._section(
            self.tr("One person's checks"),
            "",
            "person_wrong_per_day",
            "person_customers_per_hour",
        )
        self._section(self.tr("Hash of the passwords"), self.tr("Argon2id"), "memory_kib", "passes")
        self._section(
            self.tr("Answers on the screen"),
            self.tr("A screen reader in use triples these times"),
            "close_match_seconds",
            "close_refusal_seconds",
            "close_no_match_seconds",
        )
        self._section(self.tr("Pause of Watchword"), "", "pause_after_minutes")
        self._add(SwitchField(self._appearance, "pin_required", self.tr("Needed"), self))
        self._section(self.tr("Journal and team key"), "", "journal_months", "old_key_days")
        self._section(self.tr("Identity checks"), "")
        self._methods = MethodField(self._appearance, self)
        self._add(self._methods)
        self._section(
            self.tr("Texts of your own"),
            "",
            note=self.tr(
                "They stand below the answer, three lines at once. Where one is empty, windows in"
                " that language show the other."
            ),
        )
        self._column.addLayout(self._texts())

    def _section(self, title: str, remark: str, *rules: str, note: str = "") -> None:
        if self._fields:
            self._column.addWidget(Hairline(self._appearance, parent=self))
        self._column.addWidget(SectionHead(self._appearance, title, remark, self))
        if note:
            self._column.addWidget(
                Label(self._appearance, note, pixels=12, colour="text2", wrap=True, parent=self)
            )
        for rule in rules:
            self._add(NumberField(self._appearance, rule, self))

    def _add(self, field: RuleField) -> None:
        self._fields[field.rule] = field
        self._column.addWidget(field)

    def _texts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for row, rules in enumerate(_TEXTS):
            for column, rule in enumerate(rules):
                field = OwnTextField(self._appearance, rule, self)
                self._fields[rule] = field
                grid.addWidget(field, row, column)
                grid.setColumnStretch(column, 1)
        return grid

    # --- judging ---------------------------------------------------------------------------------

    def _on_field_edited(self) -> None:
        self._judge()
        self.edited.emit()

    def _judge(self) -> None:
        """Read every editor; say what is refused, and what the others do."""
        values = {rule: field.value() for rule, field in self._fields.items()}
        typed: dict[str, Any] = {rule: each for rule, each in values.items() if each is not None}
        self._policy = policy = replace(self._before, **typed)
        refused = refusals(policy)
        sentences = {rule: refusal(rule, reason, policy) for rule, reason in refused.items()}
        sentences |= {rule: bounds_refusal(rule) for rule in values.keys() - typed.keys()}
        # What the others do is computed with figures that could be saved.
        sound = replace(policy, **{rule: getattr(self._before, rule) for rule in refused})
        for rule, field in self._fields.items():
            sentence = sentences.get(rule)
            field.set_refusal(sentence)
            field.set_effect("" if sentence else effect(rule, sound))
        self._refused = tuple(rule.name for rule in fields(Policy) if rule.name in sentences)
