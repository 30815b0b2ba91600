"""GR004: words that stand twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document, Prose
from contentlint.language.grammar import GrammarFinding, Topic
from contentlint.rules.base import (
    Applicability,
    BoundMessage,
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
from contentlint.text import Edit


class WordRepeated(GrammarRule):
    """Reports a word that stands twice in a row, in Dutch and English.

    Words that can rightly stand twice (*dat dat*, *had had*, *heel heel*) are let through, and so are names. A little word
    such as *de* or *the* is an error; a longer word may be meant so, and is worth a look only.

    ## Why is this bad?
    It is nearly always left over from editing, and a screen reader reads it aloud.

    ## Fix safety
    The fix is unsafe: it takes one of the two words out of the page.
    """

    dutch = """Meldt een woord dat twee keer achter elkaar staat, in het Nederlands en het Engels.

    Woorden die terecht twee keer kunnen staan (*dat dat*, *had had*, *heel heel*) worden doorgelaten, en namen ook. Bij
    een klein woord als *de* of *the* is het een fout; een langer woord kan zo bedoeld zijn en krijgt alleen een
    opmerking.

    ## Waarom is dat erg?
    Het is bijna altijd blijven staan bij het redigeren, en een schermlezer leest het voor.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: een van de twee woorden verdwijnt.
    """

    info = RuleInfo(
        name="word-repeated",
        code="GR004",
        family=Family.GRAMMAR,
        severity=Severity.ERROR,
        summary=Message(en="Word repeated", nl="Woord herhaald"),
        fixable=Applicability.UNSAFE,
        languages=("nl", "en"),
        since="0.1.0",
    )
    repeated = Message(
        en="‘{right}’ stands here twice in a row. Take one out.",
        nl="‘{right}’ staat hier twee keer achter elkaar. Haal er één weg.",
    )
    take_out = Message(en="Take out the second ‘{word}’.", nl="Haal de tweede ‘{word}’ weg.")
    topic: ClassVar = Topic.WORD_REPEATED
    reasons: ClassVar = {"repeated": repeated}
    unsure: ClassVar = {"repeated": Severity.INFO}
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Ik weet dat dat klopt. Het is heel heel mooi in Baden Baden.\n", language="nl"),
        Valid("He had had enough of that that day.\n"),
        Invalid("Zet het op ⟦de de⟧ tafel.\n", fixed="Zet het op de tafel.\n", language="nl"),
        Invalid("Put it on ⟦the the⟧ table.\n", fixed="Put it on the table.\n"),
        Invalid("Een mooie ⟦tafel tafel⟧ van hout.\n", fixed="Een mooie tafel van hout.\n", language="nl"),
    )

    def tell(self, finding: GrammarFinding, piece: Prose, message: BoundMessage, severity: Severity) -> Violation:
        word = finding.replacements[0]
        second = piece.span_of(finding.start + len(word), finding.end)
        fix = self.unsafe_fix(self.take_out(word=word), Edit(second, ""))
        return self.violation(piece.span_of(finding.start, finding.end), message, severity=severity, fix=fix)

    @on(Document)
    def check(self, _: Document) -> Iterator[Violation]:
        yield from self.findings()
