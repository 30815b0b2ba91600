"""CL002: a suppression that names nothing known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from contentlint.document.suppressions import ACTIONS, RuleReference, Suppression
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Fix,
    Invalid,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Valid,
    Violation,
)
from contentlint.text import Edit


class SuppressionUnknown(Rule[Options]):
    """Reports a suppression that names a rule or an action that does not exist.

    ## Why is this bad?
    It silences nothing, and whoever wrote it believes that it does.

    ## Fix safety
    The fix writes the nearest name there is; whether that one was meant is for a person to say.
    """

    dutch = """Meldt het onderdrukken van een regel die niet bestaat, en een opdracht aan contentlint die niet bestaat.

    ## Waarom is dat erg?
    Er wordt niets onderdrukt, terwijl wie het schreef denkt van wel.

    ## Wat herstellen doet
    contentlint stelt de naam voor die er het meest op lijkt; alleen een mens weet of die bedoeld is.
    """

    info = RuleInfo(
        name="suppression-unknown",
        code="CL002",
        family=Family.CONTENTLINT,
        severity=Severity.WARNING,
        summary=Message(en="Suppression names an unknown rule", nl="Onderdrukking noemt een onbekende regel"),
        fixable=Applicability.SUGGESTION,
        since="0.1.0",
    )
    unknown_rule = Message(
        en="There is no rule ‘{key}’, so this silences nothing. Look it up with: contentlint rules",
        nl="Er is geen regel ‘{key}’, dus dit onderdrukt niets. Zoek hem op met: contentlint rules",
    )
    unknown_rule_near = Message(
        en="There is no rule ‘{key}’, so this silences nothing. Did you mean ‘{near}’?",
        nl="Er is geen regel ‘{key}’, dus dit onderdrukt niets. Bedoel je ‘{near}’?",
    )
    unknown_action = Message(
        en="‘contentlint-{action}’ is not understood, so this does nothing. Use one of: {actions}.",
        nl="‘contentlint-{action}’ wordt niet begrepen, dus dit doet niets. Gebruik een van deze: {actions}.",
    )
    replace = Message(en="Write ‘{near}’.", nl="Schrijf ‘{near}’.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("<!-- contentlint-disable-next-line HD002 -->\n\n#### Deep\n"),
        Valid("<!-- contentlint-disable heading-level-skip -- imported -->\n\n#### Deep\n"),
        Invalid(
            "<!-- contentlint-disable-line ⟦heading-level-skp⟧ -->\n",
            fixed="<!-- contentlint-disable-line heading-level-skip -->\n",
        ),
        Invalid(
            "---\ntitle: A\ncontentlint:\n  disable: [⟦HD0002⟧]\n---\n\nText.\n",
            fixed="---\ntitle: A\ncontentlint:\n  disable: [HD002]\n---\n\nText.\n",
        ),
        Invalid("⟦<!-- contentlint-ignore HD002 -->⟧\n"),
    )

    @classmethod
    def report(
        cls,
        suppressions: Sequence[Suppression],
        meant: Mapping[RuleReference, set[str]],
        suggest: Mapping[str, str | None],
    ) -> Iterator[Violation]:
        """Yield a violation for each unknown action and each unknown rule.

        Args:
            suppressions: those of the document.
            meant: the names of the rules that each reference means; empty when unknown.
            suggest: the nearest known key for each unknown one.
        """
        for suppression in suppressions:
            if suppression.action not in ACTIONS:
                actions = ", ".join(f"contentlint-{action}" for action in ACTIONS)
                message = cls.unknown_action(action=suppression.action, actions=actions)
                yield Violation(cls.info, cls.info.severity, suppression.span, message)
                continue
            for reference in suppression.rules:
                if meant[reference]:
                    continue
                near = suggest.get(reference.key)
                if near is None:
                    yield Violation(cls.info, cls.info.severity, reference.span, cls.unknown_rule(key=reference.key))
                    continue
                fix = Fix(Applicability.SUGGESTION, cls.replace(near=near), (Edit(reference.span, near),))
                message = cls.unknown_rule_near(key=reference.key, near=near)
                yield Violation(cls.info, cls.info.severity, reference.span, message, (near,), fix)
