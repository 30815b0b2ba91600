"""SP003: compounds joined wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document
from contentlint.language import Level
from contentlint.language.packs import SPELLED
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Invalid,
    Message,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)
from contentlint.rules.spelling.check import SpellingRule


class SpellingCompound(SpellingRule):
    """Reports compounds with right parts and a wrong joint: a linking s or a hyphen that is missing or not needed.

    Where there is no doubt (*-heid*, *-teit* and *-schap* always take the s), it is an error.

    ## Why is this bad?
    A reader stumbles over a compound that is joined in an unusual way.

    ## Fix safety
    The fix is a suggestion: it joins the parts in the usual way.
    """

    dutch = """Meldt samenstellingen waarvan de delen goed zijn en de verbinding niet: een tussen-s of koppelteken
    ontbreekt of is te veel.

    Waar geen twijfel is (*-heid*, *-teit* en *-schap* krijgen altijd de s), is het een fout.

    ## Waarom is dat erg?
    Een lezer struikelt over een samenstelling die anders geschreven is dan hij gewend is.

    ## Wat herstellen doet
    contentlint doet een voorstel: de delen op de gewone manier aan elkaar.
    """

    info = RuleInfo(
        name="spelling-compound",
        code="SP003",
        family=Family.SPELLING,
        severity=Severity.WARNING,
        summary=Message(en="Compound joined wrongly", nl="Samenstelling verkeerd aan elkaar geschreven"),
        fixable=Applicability.SUGGESTION,
        languages=SPELLED,
        since="0.1.0",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("De productiviteitsgroei valt tegen.\n", language="nl"),
        Valid("Voor- en nadelen van tv-kijken.\n", language="nl"),
        Invalid("De ⟦productiviteitgroei⟧ valt tegen.\n", fixed="De productiviteitsgroei valt tegen.\n", language="nl"),
        Invalid("Hij zit thuis met een ⟦burnout⟧.\n", fixed="Hij zit thuis met een burn-out.\n", language="nl"),
    )
    level: ClassVar = Level.COMPOUND

    @on(Document)
    def check(self, _: Document) -> Iterator[Violation]:
        yield from self.findings()
