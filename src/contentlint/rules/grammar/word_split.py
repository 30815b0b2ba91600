"""GR005: fixed phrases in one word too many or too few."""

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


class WordSplit(GrammarRule):
    """Reports Dutch phrases that are written apart or joined wrongly: *er voor zorgen*, *ondermeer*, *teveel*, *gebruik maken*.

    ## Why is this bad?
    A reader expects the usual form and has to read again; searching and screen readers stumble too.

    ## Fix safety
    The fix is a suggestion: it writes the phrase the usual way.
    """

    dutch = """Meldt Nederlandse woorden die ten onrechte los of aan elkaar staan: *er voor zorgen*, *ondermeer*,
    *teveel*, *gebruik maken*.

    ## Waarom is dat erg?
    Een lezer verwacht de gewone vorm en moet opnieuw lezen; ook zoekfuncties en schermlezers struikelen erover.

    ## Wat herstellen doet
    contentlint doet een voorstel: de gewone schrijfwijze.
    """

    info = RuleInfo(
        name="word-split",
        code="GR005",
        family=Family.GRAMMAR,
        severity=Severity.WARNING,
        summary=Message(en="Phrase split or joined wrongly", nl="Woorden verkeerd los of aan elkaar"),
        fixable=Applicability.SUGGESTION,
        languages=("nl",),
        since="0.1.0",
    )
    joined = Message(
        en="‘{word}’ is more than one word. Write ‘{right}’.",
        nl="‘{word}’ schrijf je los. Schrijf ‘{right}’.",
    )
    too_much = Message(
        en="‘{word}’ as one word is a thing (‘een {word}’). Here it is two words: ‘{right}’.",
        nl="‘{word}’ als één woord is een ding (‘een {word}’). Hier zijn het twee woorden: ‘{right}’.",
    )
    at_least = Message(
        en="Before a number it is two words: ‘{right}’, or write ‘minstens’.",
        nl="Voor een getal zijn het twee woorden: ‘{right}’. ‘Minstens’ kan ook.",
    )
    fixed = Message(
        en="The fixed phrase is ‘{right}’, not ‘{word}’.",
        nl="De vaste uitdrukking is ‘{right}’, niet ‘{word}’.",
    )
    there = Message(
        en="‘{word}’ is one word here. Write ‘{right}’.",
        nl="‘{word}’ is hier één woord. Schrijf ‘{right}’.",
    )
    verb = Message(
        en="Here the parts of this verb make one word. Write ‘{right}’ instead of ‘{word}’.",
        nl="Dit werkwoord schrijf je hier aan elkaar. Schrijf ‘{right}’ in plaats van ‘{word}’.",
    )
    counted = Message(
        en="‘{word}’ is one word, with a hyphen. Write ‘{right}’.",
        nl="‘{word}’ is één woord, met een streepje. Schrijf ‘{right}’.",
    )
    topic: ClassVar = Topic.WORD_SPLIT
    reasons: ClassVar = {
        "joined": joined,
        "too-much": too_much,
        "at-least": at_least,
        "counted": counted,
        "fixed": fixed,
        "there": there,
        "verb": verb,
    }
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Een teveel aan zon. Er is niets van over, en er staat voor tien euro.\n", language="nl"),
        Valid("Wij maken gebruik van de zaal en doen er mee wat we willen.\n", language="nl"),
        Valid("Het is te allen tijde open en kost ten minste tien euro.\n", language="nl"),
        Invalid("Wij zorgen ⟦er voor⟧ dat het warm is.\n", fixed="Wij zorgen ervoor dat het warm is.\n", language="nl"),
        Invalid("Dat is ⟦ondermeer⟧ leuk.\n", fixed="Dat is onder meer leuk.\n", language="nl"),
        Valid("Hij is 10 jaar en speelt in een 4-delige serie.\n", language="nl"),
        Invalid("Haar ⟦10 jarige⟧ zus.\n", fixed="Haar 10-jarige zus.\n", language="nl"),
        Invalid("Dat is ⟦teveel⟧ werk.\n", fixed="Dat is te veel werk.\n", language="nl"),
        Invalid("Het kost ⟦tenminste⟧ tien euro.\n", fixed="Het kost ten minste tien euro.\n", language="nl"),
        Invalid("De zaal is ⟦ten alle tijden⟧ open.\n", fixed="De zaal is te allen tijde open.\n", language="nl"),
        Invalid("Wie ⟦er toe⟧ doet, komt.\n", fixed="Wie ertoe doet, komt.\n", language="nl"),
        Invalid(
            "Leden kunnen ⟦gebruik maken⟧ van de zaal.\n",
            fixed="Leden kunnen gebruikmaken van de zaal.\n",
            language="nl",
        ),
    )

    @on(Document)
    def check(self, _: Document) -> Iterator[Violation]:
        yield from self.findings()
