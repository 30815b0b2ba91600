"""GR001: verbs with the wrong ending."""

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


class VerbForm(GrammarRule):
    """Reports Dutch verbs whose d, t or dt does not fit the sentence: *hij word*, *werkt je samen*, *dat gebeurd*, *is gebeurt*.

    The surroundings of the verb decide, so only what leaves no room for another reading is reported:
    as an error where there is no doubt at all, else as a warning.

    ## Why is this bad?
    Readers trip over it, and many think less of the text and of who wrote it.

    ## Fix safety
    The fix is a suggestion: it writes the other form.
    """

    dutch = """Meldt Nederlandse werkwoorden waarvan de d, t of dt niet bij de zin past: *hij word*, *werkt je samen*,
    *dat gebeurd*, *is gebeurt*.

    De woorden rond het werkwoord geven de doorslag; alleen waar geen andere lezing mogelijk is, komt er een melding.
    Zonder enige twijfel is het een fout, anders een waarschuwing.

    ## Waarom is dat erg?
    Lezers struikelen erover, en velen nemen de tekst en wie hem schreef minder serieus.

    ## Wat herstellen doet
    contentlint doet een voorstel: de andere vorm.
    """

    info = RuleInfo(
        name="verb-form",
        code="GR001",
        family=Family.GRAMMAR,
        severity=Severity.WARNING,
        summary=Message(en="Verb with the wrong ending", nl="Werkwoord met de verkeerde uitgang"),
        fixable=Applicability.SUGGESTION,
        languages=("nl",),
        since="0.1.0",
    )
    you_behind = Message(
        en="A verb loses its t when ‘je’ or ‘jij’ comes behind it. Write ‘{right}’ instead of ‘{word}’.",
        nl="Komt ‘je’ of ‘jij’ achter het werkwoord, dan valt de t weg. Schrijf ‘{right}’ in plaats van ‘{word}’.",
    )
    with_i = Message(
        en="A verb with ‘ik’ has no extra t. Write ‘{right}’ instead of ‘{word}’.",
        nl="Bij ‘ik’ krijgt het werkwoord geen extra t. Schrijf ‘{right}’ in plaats van ‘{word}’.",
    )
    third = Message(
        en="This verb is in the present tense here and ends in a t. Write ‘{right}’ instead of ‘{word}’.",
        nl="Dit werkwoord staat hier in de tegenwoordige tijd en eindigt op een t. Schrijf ‘{right}’ in plaats van ‘{word}’.",
    )
    participle = Message(
        en="A past participle belongs here, and this one ends in a d. Write ‘{right}’ instead of ‘{word}’.",
        nl="Hier hoort een voltooid deelwoord, en dat eindigt op een d. Schrijf ‘{right}’ in plaats van ‘{word}’.",
    )
    topic: ClassVar = Topic.VERB_FORM
    reasons: ClassVar = {
        "you-behind": you_behind,
        "i-before": with_i,
        "i-behind": with_i,
        "third": third,
        "participle": participle,
    }
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Word je lid, dan krijg je korting. Wat vind je daarvan?\n", language="nl"),
        Valid("Dat geeft je meer tijd, en wat er gebeurd is vertelt je baas.\n", language="nl"),
        Valid("De kamer wordt gebruikt en het bestand is verwijderd.\n", language="nl"),
        Valid("He said that dat gebeurd in a Dutch text.\n"),
        Invalid("Daarna ⟦wordt⟧ je lid van de club.\n", fixed="Daarna word je lid van de club.\n", language="nl"),
        Invalid("Dat ⟦gebeurd⟧ elke dag in de keuken.\n", fixed="Dat gebeurt elke dag in de keuken.\n", language="nl"),
        Invalid("De zaal is ⟦bedoelt⟧ voor feesten.\n", fixed="De zaal is bedoeld voor feesten.\n", language="nl"),
        Invalid("Morgen ⟦vind⟧ de vergadering plaats.\n", fixed="Morgen vindt de vergadering plaats.\n", language="nl"),
        Invalid("Ik ⟦werkt⟧ al jaren in de tuin.\n", fixed="Ik werk al jaren in de tuin.\n", language="nl"),
    )

    @on(Document)
    def check(self, _: Document) -> Iterator[Violation]:
        yield from self.findings()
