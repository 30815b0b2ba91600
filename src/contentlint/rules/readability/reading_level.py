"""RD002: how hard a page is to read, by a formula."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Document
from contentlint.language.reading import readability
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
    option,
)
from contentlint.rules.readability.running_text import running_text
from contentlint.text import Span

_FORMULAS: Final = {"nl": "Flesch-Douma", "en": "Flesch"}
_HARD = (
    "The municipality investigates the accessibility characteristics of organisational communication instruments, "
    "considering administrative responsibilities, international regulations and methodological considerations. "
)
_EASY = "We went to the park. The sun was out. A dog ran to us and sat down. We had tea and cake. "


class ReadingLevelOptions(Options):
    """When a page counts as hard."""

    min_score = option(
        40, en="the lowest score that is not reported", nl="de laagste score die niet wordt gemeld", minimum=0
    )
    min_words = option(
        100,
        en="how many words a page must have to be judged",
        nl="hoeveel woorden een pagina moet hebben om beoordeeld te worden",
        minimum=1,
    )


class ReadingLevel(Rule[ReadingLevelOptions]):
    """Reports a page whose reading ease is low: Flesch for English, Flesch-Douma for Dutch.

    Flesch is 206.835 − 1.015 × words in a sentence − 84.6 × syllables in a word; Flesch-Douma is 206.84 − 0.93 × words in a
    sentence − 77 × syllables in a word. About 100 is very easy and about 0 very hard.

    The formulas know lengths and nothing else: short, muddled sentences score well, and Dutch compounds score badly although
    readers know them. Counting syllables is nearly right, not exactly. Use the score to compare pages of one site, and look
    at the sentences that ``sentence-long`` reports; it says nothing of levels such as B1.

    ## Why is this bad?
    Long words in long sentences shut out readers who are tired, in a hurry, or still learning the language.
    """

    dutch = """Meldt een pagina die volgens een formule moeilijk te lezen is: Flesch-Douma voor Nederlands, Flesch voor
    Engels.

    Flesch-Douma is 206,84 − 0,93 × woorden per zin − 77 × lettergrepen per woord; Flesch is 206,835 − 1,015 × woorden per
    zin − 84,6 × lettergrepen per woord. Ongeveer 100 is heel makkelijk en ongeveer 0 heel moeilijk.

    De formules kennen alleen lengtes: korte, verwarde zinnen scoren goed, en Nederlandse samenstellingen scoren slecht
    ook al kent iedereen ze. De lettergrepen zijn bijna goed geteld, niet helemaal. Vergelijk er pagina’s van één site
    mee, en kijk naar de zinnen die ``sentence-long`` meldt; over een niveau als B1 zegt de score niets.

    ## Waarom is dat erg?
    Lange woorden in lange zinnen sluiten lezers uit die moe zijn, haast hebben of de taal nog leren.
    """

    info = RuleInfo(
        name="reading-level",
        code="RD002",
        family=Family.READABILITY,
        severity=Severity.INFO,
        summary=Message(en="Page that is hard to read", nl="Pagina die moeilijk leest"),
        wcag=("3.1.5",),
        default=False,
        languages=("nl", "en"),
        since="0.1.0",
    )
    hard = Message(
        en="Reading ease {score} of 100 by the {formula} formula: {length} words in a sentence, {syllables} syllables in a "
        "word. It counts lengths only; shorter sentences and words help most.",
        nl="Leesgemak {score} van 100 volgens de formule {formula}: {length} woorden per zin, {syllables} lettergrepen per "
        "woord. Die telt alleen lengtes; kortere zinnen en woorden helpen het meest.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid(_EASY * 6 + "\n", movable=False),
        Valid(_HARD + "\n", movable=False),
        Valid(_HARD * 6 + "\n", options={"min-score": 0, "min-words": 10_000}, movable=False),
        Invalid("⟦⟧" + _HARD * 6 + "\n", movable=False),
        Invalid("⟦⟧" + _EASY + "\n", options={"min-score": 120, "min-words": 10}, movable=False),
    )

    @on(Document)
    def check_page(self, document: Document) -> Iterator[Violation]:
        language = document.language.partition("-")[0].lower()
        found = readability((piece.text for piece in running_text(document)), language)
        if found is None or found.words < self.options.min_words or found.score >= self.options.min_score:
            return
        start = document.body.start
        message = self.hard(
            score=max(round(found.score), 0),
            formula=_FORMULAS[language],
            length=round(found.sentence_length),
            syllables=f"{found.syllables_per_word:.1f}".replace(".", "," if language == "nl" else "."),
        )
        yield self.violation(Span(start, start), message)
