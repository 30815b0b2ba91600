"""AX015: something that only a colour tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import ClassVar, Final

from contentlint.document import Document, Prose
from contentlint.language.tokens import sentences
from contentlint.rules.accessibility.instructions import THING, names_thing
from contentlint.rules.base import (
    Example,
    Family,
    Invalid,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)

_KINDS: Final = frozenset(("paragraph", "item", "cell", "html"))
_COLOUR_NL: Final = "(?:rood|groen|blauw|geel|oranje|paars|grijs|roze|bruin)"
_COLOURED_NL: Final = "(?:rode|groene|blauwe|gele|oranje|paarse|grijze|roze|bruine)"
_COLOUR_EN: Final = "(?:red|green|blue|yellow|orange|purple|gr[ae]y|pink|brown)"

_COLOURS: Final[Mapping[str, str]] = {
    "nl": rf"""\b(?:
          (?:licht|donker)?{_COLOURED_NL}\s+(?:gekleurde\s+)?{THING["nl"]}\b
        | (?<=\bstaa[nt]\s)in\s+het\s+{_COLOUR_NL}\b
        | in\s+het\s+{_COLOUR_NL}\s+(?:gemarkeerd|gedrukt|aangegeven|weergegeven|getoond|gezet|staa(?:t|n))\b
        | (?:in\s+)?{_COLOUR_NL}\s+(?:gemarkeerd|gedrukt|gekleurd|gearceerd|omcirkeld|omlijnd|aangegeven|weergegeven|gemaakt)e?\b
        )""",
    "en": rf"""\b(?:
          (?:(?:light|dark)[ -]?)?{_COLOUR_EN}\s+{THING["en"]}\b
        | (?:in|marked|highlighted|shown|printed|coloured|colored|outlined|drawn)\s+(?:in\s+)?{_COLOUR_EN}(?=\s*[.,;:)]|\s+(?:are|is|must|have|need)\b)
        )""",
}


_HINTS: Final[Mapping[str, tuple[str, ...]]] = {
    "nl": ("rood", "rode", "groen", "blauw", "geel", "gele", "oranje", "paars", "grijs", "grijze", "roze", "bruin"),
    "en": ("red", "green", "blue", "yellow", "orange", "purple", "gray", "grey", "pink", "brown"),
}
"""What every match has one of; looking for these first is much faster."""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(_COLOURS[language], re.IGNORECASE | re.VERBOSE)


class ColourOnly(Rule[Options]):
    """Reports words that tell things apart by colour only: “the red fields”, “marked in green”.

    Where the sentence also has a name for it, in quotation marks or in bold, it is left alone. Dutch and English are known.

    ## Why is this bad?
    One man in twelve does not see the difference between red and green, and who listens sees no colour at all.
    """

    dutch = """Meldt woorden die dingen alleen met een kleur uit elkaar houden: ‘de rode velden’, ‘in het groen’.

    Staat er in de zin ook een naam bij, tussen aanhalingstekens of vet, dan mag het. Nederlands en Engels worden herkend.

    ## Waarom is dat erg?
    Eén op de twaalf mannen ziet het verschil tussen rood en groen niet, en wie luistert ziet helemaal geen kleur.
    """

    info = RuleInfo(
        name="colour-only",
        code="AX015",
        family=Family.ACCESSIBILITY,
        severity=Severity.INFO,
        summary=Message(en="Told by a colour only", nl="Alleen met een kleur gezegd"),
        wcag=("1.4.1",),
        languages=("nl", "en"),
        since="0.1.0",
    )
    colour = Message(
        en="Not everybody can tell colours apart. Say in words, too, what you mean by ‘{words}’, or add a sign.",
        nl="Niet iedereen ziet het verschil tussen kleuren. Zeg ook in woorden wat je met ‘{words}’ bedoelt, of zet er een "
        "teken bij.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("The red house on the square is a library.\n"),
        Valid("Press the red button **Stop**.\n"),
        Valid("Het rode huis is van de gemeente. Klik op de groene knop ‘Verder’.\n", language="nl"),
        Valid("In het groene hart wonen veel mensen. Groen Links is een partij.\n", language="nl"),
        Invalid("Please fill in the ⟦red fields⟧.\n"),
        Invalid("What is missing is ⟦marked in red⟧.\n"),
        Invalid("Vul de ⟦rode velden⟧ in.\n", language="nl"),
        Invalid("De verplichte delen staan ⟦in het groen⟧.\n", language="nl"),
        Invalid("Velden met een ⟦rode rand⟧ zijn verplicht.\n", language="nl"),
        Invalid("Wat nieuw is, is ⟦geel gemarkeerd⟧.\n", language="nl"),
    )

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        for tag in document.prose_languages:
            language = tag.partition("-")[0].lower()
            for piece in document.prose_with_any(_HINTS.get(language, ())):
                if piece.kind in _KINDS and piece.language == tag:
                    yield from self._check(piece, language)

    def _check(self, piece: Prose, language: str) -> Iterator[Violation]:
        pattern = _pattern(language)
        if not pattern.search(piece.text):
            return
        for sentence in sentences(piece.text):
            found = pattern.search(piece.text, sentence.start, sentence.end)
            if found and not names_thing(self.document, piece, sentence):
                words = " ".join(found[0].split())
                yield self.violation(piece.span_of(*found.span()), self.colour(words=words))
