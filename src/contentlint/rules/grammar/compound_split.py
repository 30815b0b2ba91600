"""GR002: compounds written as two words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document
from contentlint.language.grammar import Topic
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
from contentlint.rules.grammar.check import GrammarRule


class CompoundSplit(GrammarRule):
    """Reports Dutch compounds that are written as two words: *download pagina*, *API specificatie*, *GitHub pagina*.

    What a dictionary or other texts write as one word is a warning, and so are two nouns that often make compounds where
    nothing else fits: *een impact analyse*. Two nouns that only look like one word are reported at the level info.

    ## Why is this bad?
    Dutch writes compounds as one word. Split, they read as two things, and a screen reader pauses in the middle.

    ## Fix safety
    The fix is a suggestion: it joins the words, with a hyphen behind an abbreviation or a name with capitals inside.
    """

    dutch = """Meldt Nederlandse samenstellingen die als twee woorden zijn geschreven: *download pagina*, *API
    specificatie*, *GitHub pagina*.

    Wat in een woordenboek of in andere teksten aan elkaar staat, krijgt een waarschuwing. Dat geldt ook voor twee
    zelfstandige naamwoorden die vaak samenstellingen vormen, waar niets anders past: *een impact analyse*. Twee
    zelfstandige naamwoorden die er alleen uitzien als één woord, krijgen een opmerking.

    ## Waarom is dat erg?
    In het Nederlands schrijf je samenstellingen aan elkaar. Los lees je ze als twee dingen, en een schermlezer pauzeert
    er middenin.

    ## Wat herstellen doet
    contentlint doet een voorstel: de woorden aan elkaar, met een koppelteken na een afkorting of na een naam met
    hoofdletters erin.
    """

    info = RuleInfo(
        name="compound-split",
        code="GR002",
        family=Family.GRAMMAR,
        severity=Severity.WARNING,
        summary=Message(en="Compound written as two words", nl="Samenstelling met een spatie erin"),
        fixable=Applicability.SUGGESTION,
        languages=("nl",),
        since="0.1.0",
    )
    one_word = Message(
        en="‘{word}’ is one word in Dutch. Write ‘{right}’.",
        nl="‘{word}’ is in het Nederlands één woord. Schrijf ‘{right}’.",
    )
    maybe = Message(
        en="‘{word}’ may be one word in Dutch: if it names one thing, write ‘{right}’.",
        nl="‘{word}’ is misschien één woord: gaat het om één ding, schrijf dan ‘{right}’.",
    )
    abbreviation = Message(
        en="An abbreviation and a noun are one word in Dutch, with a hyphen. Write ‘{right}’ instead of ‘{word}’.",
        nl="Een afkorting en een zelfstandig naamwoord vormen één woord, met een streepje. Schrijf ‘{right}’ in plaats van ‘{word}’.",
    )
    name = Message(
        en="A name and a noun are one word in Dutch, here with a hyphen. Write ‘{right}’ instead of ‘{word}’.",
        nl="Een naam en een zelfstandig naamwoord vormen één woord, hier met een streepje. Schrijf ‘{right}’ in plaats van ‘{word}’.",
    )
    topic: ClassVar = Topic.COMPOUND_SPLIT
    reasons: ClassVar = {
        "dictionary": one_word,
        "attested": one_word,
        "productive": one_word,
        "likely": maybe,
        "acronym": abbreviation,
        "name": name,
    }
    unsure: ClassVar = {"likely": Severity.INFO}
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("De startpagina heeft een API-sleutel en een GitHub-pagina.\n", language="nl"),
        Valid("Een aantal mensen uit de stad Utrecht maakte kennis met de heer De Wit.\n", language="nl"),
        Valid("This test environment has an API page.\n"),
        Invalid(
            "Kijk in de ⟦test omgeving⟧ van de bank.\n", fixed="Kijk in de testomgeving van de bank.\n", language="nl"
        ),
        Valid("In de openbare ruimte staan op de achtergrond mensen te wachten.\n", language="nl"),
        Invalid(
            "Wij maakten een ⟦conversie standaard⟧.\n", fixed="Wij maakten een conversiestandaard.\n", language="nl"
        ),
        Invalid("Lees de ⟦API documentatie⟧ goed.\n", fixed="Lees de API-documentatie goed.\n", language="nl"),
        Invalid(
            "Zij opende een ⟦PostgreSQL verbinding⟧.\n", fixed="Zij opende een PostgreSQL-verbinding.\n", language="nl"
        ),
    )

    @on(Document)
    def check(self, _: Document) -> Iterator[Violation]:
        yield from self.findings()
