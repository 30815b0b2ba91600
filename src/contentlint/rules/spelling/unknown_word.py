"""SP002: words in no dictionary."""

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


class SpellingUnknownWord(SpellingRule):
    """Reports words that no dictionary, list of terms or word list of the site knows.

    Names inside a sentence, acronyms, English words, software terms, and new compounds of known words are passed over.
    A sentence or a quotation in another language is checked in that language, when there is a dictionary for it.

    ## Why is this bad?
    It may be a mistake, or jargon that readers do not know. Right words go into the site's word list, so that a real mistake stands out.
    `contentlint words add` puts them there, and `contentlint words suggest` lists those of a whole site.

    ## Fix safety
    The fix is a suggestion: it puts a similar word in place, which may not be the one that was meant.
    """

    dutch = """Meldt woorden die in geen woordenboek, lijst van vaktermen of woordenlijst van de site staan.

    Namen binnen een zin, letterwoorden, Engelse woorden, softwaretermen en nieuwe samenstellingen van bekende woorden
    worden overgeslagen. Een zin of citaat in een andere taal wordt in die taal nagekeken, als daar een woordenboek voor is.

    ## Waarom is dat erg?
    Het kan een fout zijn, of vaktaal die lezers niet kennen. Zet goede woorden in de woordenlijst van de site, zodat
    een echte fout opvalt. Dat doet `contentlint words add`; `contentlint words suggest` somt ze op voor een hele site.

    ## Wat herstellen doet
    contentlint stelt een woord voor dat erop lijkt; dat hoeft niet te zijn wat er bedoeld is.
    """

    info = RuleInfo(
        name="spelling-unknown-word",
        code="SP002",
        family=Family.SPELLING,
        severity=Severity.WARNING,
        summary=Message(en="Word in no dictionary", nl="Woord dat in geen woordenboek staat"),
        fixable=Applicability.SUGGESTION,
        languages=SPELLED,
        since="0.1.0",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("We fietsen met Frodo naar Zutphen.\n", language="nl"),
        Valid("De AI-dwang groeit, net als de AI's.\n", language="nl"),
        Invalid("De hele ⟦frobelstrunk⟧ is weg.\n", language="nl"),
        Invalid("There was a ⟦snorblefitz⟧ in the garden.\n"),
    )
    level: ClassVar = Level.UNKNOWN

    @on(Document)
    def check(self, _: Document) -> Iterator[Violation]:
        yield from self.findings()
