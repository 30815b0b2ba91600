"""CL006: rules of the site that cannot be used."""

from __future__ import annotations

from typing import ClassVar

from contentlint.rules.base import Example, Family, Message, Options, Rule, RuleInfo, Severity, Violation
from contentlint.rules.registry import RuleFileProblem


class RuleFileInvalid(Rule[Options]):
    """Reports a rule of the site, or of a plug-in, that cannot be used, at the place of the mistake.

    The other rules go on.

    ## Why is this bad?
    What that rule would have found is not reported, and everybody believes that it holds.
    """

    dutch = """Meldt een regel van de site, of van een uitbreiding, die niet te gebruiken is, op de plek van de fout.

    De andere regels gaan door.

    ## Waarom is dat erg?
    Wat die regel had gevonden, krijg je niet te zien, terwijl iedereen denkt dat hij geldt.
    """

    info = RuleInfo(
        name="rule-file-invalid",
        code="CL006",
        family=Family.CONTENTLINT,
        severity=Severity.ERROR,
        summary=Message(en="Rule of the site that cannot be used", nl="Regel van de site die niet te gebruiken is"),
        since="0.1.0",
    )
    # Only the runner reports it, once for a run; an example has one page.
    examples: ClassVar[tuple[Example, ...]] = ()

    @classmethod
    def report(cls, problem: RuleFileProblem) -> Violation:
        """Return the violation for a problem."""
        return Violation(cls.info, cls.info.severity, problem.span, problem.message)
