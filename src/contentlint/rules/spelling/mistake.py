"""SP001: words that are certainly misspelt."""

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


class SpellingMistake(SpellingRule):
    """Reports words that are certainly misspelt.

    A word is reported here when a rule of spelling explains the mistake, or when no dictionary knows it, a frequent word is very near
    and nothing speaks for a name, a term or a word of another language. Doubtful words are left to ``spelling-unknown-word``.

    ## Why is this bad?
    Mistakes slow readers down and cost a text its authority. Screen readers pronounce a misspelt word wrongly.

    ## Fix safety
    The fix is a suggestion: it puts the likeliest word in place; look whether it is the one that was meant.
    """

    dutch = """Meldt woorden die zeker verkeerd gespeld zijn.

    Een woord komt hier als een spellingregel de fout verklaart, of als geen woordenboek het kent, een veelgebruikt
    woord er heel dichtbij komt en niets erop wijst dat het een naam, een vakwoord of een woord uit een andere taal is.
    Twijfelgevallen zijn voor ``spelling-unknown-word``.

    ## Waarom is dat erg?
    Fouten houden lezers op en maken een tekst minder gezaghebbend. Schermlezers spreken een verkeerd gespeld woord
    verkeerd uit.

    ## Wat herstellen doet
    contentlint stelt het waarschijnlijkste woord voor; kijk of dat bedoeld is.
    """

    info = RuleInfo(
        name="spelling-mistake",
        code="SP001",
        family=Family.SPELLING,
        severity=Severity.ERROR,
        summary=Message(en="Spelling mistake", nl="Spelfout"),
        fixable=Applicability.SUGGESTION,
        languages=SPELLED,
        since="0.1.0",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Het artikel is op tijd verschenen.\n", language="nl"),
        Valid("Wij gebruiken `geinteresseerd` als voorbeeld.\n", language="nl"),
        Invalid(
            "Zij is erg ⟦geinteresseerd⟧ in muziek.\n", fixed="Zij is erg geïnteresseerd in muziek.\n", language="nl"
        ),
        Invalid(
            "We zijn nog ⟦onmidellijk⟧ vertrokken.\n", fixed="We zijn nog onmiddellijk vertrokken.\n", language="nl"
        ),
        Invalid("This will ⟦definately⟧ be the best year.\n", fixed="This will definitely be the best year.\n"),
    )
    level: ClassVar = Level.MISTAKE

    @on(Document)
    def check(self, _: Document) -> Iterator[Violation]:
        yield from self.findings()
