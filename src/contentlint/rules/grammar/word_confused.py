"""GR003: words mixed up with other words."""

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


class WordConfused(GrammarRule):
    """Reports Dutch words that are mixed up with another: *iets anders als*, *me tas*, *jou* for *jouw*, *hun* for *zij*.

    Only what can be told from the neighbouring words is reported: *als* behind *groter* and the like only where no verb follows
    (*groter als ik*), since it is mostly right there.

    ## Why is this bad?
    The sentence says something else than was meant, or sounds careless.

    ## Fix safety
    The fix is a suggestion: it writes the other word.
    """

    dutch = """Meldt Nederlandse woorden die met een ander woord verward zijn: *iets anders als*, *tenslotte* voor *ten
    slotte*, *jou* voor *jouw*.

    Alleen wat uit de woorden ernaast blijkt, wordt gemeld: *als* na *groter* en dergelijke alleen waar een persoon de zin
    afsluit (*groter als ik*), want verder is het daar meestal juist.

    ## Waarom is dat erg?
    De zin zegt iets anders dan bedoeld, of komt slordig over.

    ## Wat herstellen doet
    contentlint doet een voorstel: het andere woord.
    """

    info = RuleInfo(
        name="word-confused",
        code="GR003",
        family=Family.GRAMMAR,
        severity=Severity.WARNING,
        summary=Message(en="Word mixed up with another", nl="Woord verward met een ander woord"),
        fixable=Applicability.SUGGESTION,
        languages=("nl",),
        since="0.1.0",
    )
    than = Message(
        en="Behind ‘anders’ comes ‘dan’, not ‘als’. Write ‘{right}’.",
        nl="Na ‘anders’ komt ‘dan’, niet ‘als’. Schrijf ‘{right}’.",
    )
    more_than = Message(
        en="Behind a comparison such as ‘groter’ comes ‘dan’, not ‘als’. Write ‘{right}’.",
        nl="Na een vergelijking als ‘groter’ komt ‘dan’, niet ‘als’. Schrijf ‘{right}’.",
    )
    they = Message(
        en="‘Hun’ cannot do anything: who does something is ‘zij’. Write ‘{right}’.",
        nl="‘Hun’ kan niet zelf iets doen: wie iets doet, is ‘zij’. Schrijf ‘{right}’.",
    )
    finally_ = Message(
        en="For ‘lastly’ write ‘{right}’, in two words; ‘tenslotte’ means ‘after all’.",
        nl="Bedoel je ‘als laatste’? Dan is het ‘{right}’, los. ‘Tenslotte’ betekent ‘immers’.",
    )
    your = Message(
        en="If it belongs to you, write ‘{right}’ with a w.",
        nl="Is het van jou, dan schrijf je ‘{right}’, met een w.",
    )
    you = Message(
        en="‘Jouw’ with a w comes before what is yours. Here write ‘{right}’.",
        nl="‘Jouw’ met een w staat voor iets wat van jou is. Schrijf hier ‘{right}’.",
    )
    my = Message(
        en="If it belongs to you, write ‘{right}’; ‘me’ is informal for ‘mij’.",
        nl="Is het van jezelf, dan schrijf je ‘{right}’. ‘Me’ betekent ‘mij’.",
    )
    them = Message(
        en="Behind a word such as ‘van’ or ‘met’ comes ‘{right}’, not ‘{word}’.",
        nl="Na een voorzetsel als ‘van’ of ‘met’ schrijf je ‘{right}’, niet ‘{word}’.",
    )
    as_much = Message(
        en="What is equal is compared with ‘als’, not with ‘dan’. Write ‘{right}’.",
        nl="Is iets gelijk, dan vergelijk je met ‘als’, niet met ‘dan’. Schrijf ‘{right}’.",
    )
    which = Message(
        en="A word with ‘het’ is followed by ‘dat’. Write ‘{right}’ instead of ‘{word}’.",
        nl="Naar een het-woord verwijs je met ‘dat’. Schrijf ‘{right}’ in plaats van ‘{word}’.",
    )
    topic: ClassVar = Topic.WORD_CONFUSED
    reasons: ClassVar = {
        "as-much": as_much,
        "finally": finally_,
        "more-than": more_than,
        "my": my,
        "than": than,
        "them": them,
        "they": they,
        "which": which,
        "you": you,
        "your": your,
    }
    certain: ClassVar = Severity.WARNING
    unsure: ClassVar = {"your": Severity.INFO}
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Het is tenslotte feest. Niemand anders als jij kan dat.\n", language="nl"),
        Valid("Dit is voor jou. Er zijn meer mensen als vrijwilliger bij.\n", language="nl"),
        Invalid(
            "Het is iets anders ⟦als⟧ een gewone les.\n",
            fixed="Het is iets anders dan een gewone les.\n",
            language="nl",
        ),
        Valid("Hij voelt zich beter als ik lach. Het is groter als het regent.\n", language="nl"),
        Invalid("De heg is groter ⟦als⟧ ik.\n", fixed="De heg is groter dan ik.\n", language="nl"),
        Valid("Hun hebben en houden is weg. Hun moeders komen.\n", language="nl"),
        Invalid("⟦Hun⟧ hebben gelijk.\n", fixed="Zij hebben gelijk.\n", language="nl"),
        Invalid("⟦Tenslotte⟧ ruimen we op.\n", fixed="Ten slotte ruimen we op.\n", language="nl"),
        Valid("Dat kost me tijd. Zij gaf me brood. Het is van jouw zus, en ik reken op hun hulp.\n", language="nl"),
        Invalid("Ik ga met ⟦me⟧ vrienden mee.\n", fixed="Ik ga met mijn vrienden mee.\n", language="nl"),
        Invalid("Wij houden van ⟦jouw⟧.\n", fixed="Wij houden van jou.\n", language="nl"),
        Invalid("Wij gaan met ⟦hun⟧ mee.\n", fixed="Wij gaan met hen mee.\n", language="nl"),
        Invalid("Zij is even oud ⟦dan⟧ ik.\n", fixed="Zij is even oud als ik.\n", language="nl"),
        Invalid("Het boek ⟦die⟧ ik las, was dik.\n", fixed="Het boek dat ik las, was dik.\n", language="nl"),
        Invalid("Wij bellen ⟦jou⟧ bakker.\n", fixed="Wij bellen jouw bakker.\n", language="nl"),
    )

    @on(Document)
    def check(self, _: Document) -> Iterator[Violation]:
        yield from self.findings()
