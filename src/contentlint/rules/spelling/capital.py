"""SP004: words with the wrong capitals."""

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


class SpellingCapital(SpellingRule):
    """Reports words that exist, but with other capitals.

    ## Why is this bad?
    Readers recognise names and languages by their capital.

    ## Fix safety
    The fix is a suggestion: it writes the capitals as the dictionary or the site's word list does.
    """

    dutch = """Meldt woorden die bestaan, maar met andere hoofdletters.

    ## Waarom is dat erg?
    Lezers herkennen namen en talen aan hun hoofdletter.

    ## Wat herstellen doet
    contentlint doet een voorstel: de hoofdletters zoals in het woordenboek of de woordenlijst van de site.
    """

    info = RuleInfo(
        name="spelling-capital",
        code="SP004",
        family=Family.SPELLING,
        severity=Severity.WARNING,
        summary=Message(en="Capitals of a word wrong", nl="Hoofdletters van een woord verkeerd"),
        fixable=Applicability.SUGGESTION,
        languages=SPELLED,
        since="0.1.0",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Zij spreekt Nederlands en Frans.\n", language="nl"),
        Valid("Nederlands is een taal.\n", language="nl"),
        Invalid("Zij spreekt vloeiend ⟦nederlands⟧.\n", fixed="Zij spreekt vloeiend Nederlands.\n", language="nl"),
        Invalid("De cursus begint in ⟦Januari⟧.\n", fixed="De cursus begint in januari.\n", language="nl"),
        Invalid("Wij wonen in ⟦duitsland⟧.\n", fixed="Wij wonen in Duitsland.\n", language="nl"),
    )
    level: ClassVar = Level.CAPITAL

    @on(Document)
    def check(self, _: Document) -> Iterator[Violation]:
        yield from self.findings()
