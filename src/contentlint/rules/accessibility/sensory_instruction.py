"""AX014: an instruction that only eyes or ears can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import ClassVar, Final

from contentlint.document import Document, Prose
from contentlint.language.tokens import sentences
from contentlint.rules.accessibility.instructions import THING, is_instruction, names_thing
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

_SENSES: Final[Mapping[str, str]] = {
    "nl": rf"""\b(?:
          {THING["nl"]}\s+(?:hier)?(?:rechts|links|rechtsboven|linksboven|rechtsonder|linksonder|hiernaast)\b
        | {THING["nl"]}\s+(?:aan\s+de|in\s+de)\s+(?:(?:linker|rechter)(?:kant|zijde|hoek|\s+kolom|kolom|balk|bovenhoek|onderhoek))
        | (?:rechter|linker)(?:\s*-?\s*)(?:kolom|balk|menu|knop|paneel|zijbalk|vak)\b
        | (?:ronde|vierkante|driehoekige|rechthoekige|ovale|grote|kleine)\s+{THING["nl"]}\b
        | (?:na|bij|hoor\s+je|hoort\s+u)\s+(?:de|een)\s+(?:piep|toon|pieptoon)\b
        )""",
    "en": rf"""\b(?:
          {THING["en"]}\s+(?:on|to|at|in)\s+(?:the|your)\s+(?:far\s+)?
            (?:(?:upper|lower|top|bottom)[ -])?(?:right|left)(?:-hand)?(?:\s+(?:side|corner|column|menu))?\b
        | {THING["en"]}\s+(?:at|in)\s+the\s+(?:top|bottom|upper|lower)\s+(?:right|left)\b
        | (?:right|left)-?hand\s+(?:column|menu|bar|panel|pane|button|side)\b
        | (?:round|square|triangular|rectangular|oval)\s+{THING["en"]}\b
        | (?:big|large|small)\s+(?:buttons?|icons?|arrows?|circles?|squares?|dots?)\b
        | (?:after|when\s+you\s+hear)\s+(?:the|a)\s+(?:beep|tone|sound)\b
        )""",
}


_HINTS: Final[Mapping[str, tuple[str, ...]]] = {
    "nl": ("rechts", "links", "rechter", "linker", "hiernaast", "ronde", "vierkante", "hoekige", "ovale", "grote", "kleine",
           "piep", "toon"),
    "en": ("right", "left", "round", "square", "angular", "oval", "big", "large", "small", "beep", "tone", "sound"),
}  # fmt: skip
"""What every match has one of; looking for these first is much faster."""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(_SENSES[language], re.IGNORECASE | re.VERBOSE)


class SensoryInstruction(Rule[Options]):
    """Reports an instruction that points at something only by its place, shape, size or sound.

    “The round button on the right” is reported; “the button Save on the right” has a name, and is not. “Above” and “below”
    are fine: they also hold for who reads from top to bottom. Dutch and English are known.

    ## Why is this bad?
    Who listens to the page, or sees it on a phone where everything stands in one column, cannot find what is meant.
    """

    dutch = """Meldt een aanwijzing die iets alleen met zijn plaats, vorm, grootte of geluid aanduidt.

    ‘De ronde knop rechts’ wordt gemeld; ‘de knop Bewaren rechts’ heeft een naam, en die mag. ‘Hierboven’ en ‘hieronder’ zijn
    goed: die kloppen ook voor wie van boven naar beneden leest. Nederlands en Engels worden herkend.

    ## Waarom is dat erg?
    Wie naar de pagina luistert, of haar op een telefoon ziet waar alles onder elkaar staat, kan niet vinden wat er wordt
    bedoeld.
    """

    info = RuleInfo(
        name="sensory-instruction",
        code="AX014",
        family=Family.ACCESSIBILITY,
        severity=Severity.INFO,
        summary=Message(
            en="Instruction by place, shape or sound only", nl="Aanwijzing met alleen plaats, vorm of geluid"
        ),
        wcag=("1.3.3",),
        languages=("nl", "en"),
        since="0.1.0",
    )
    unnamed = Message(
        en="‘{words}’ says where it is or what it looks like, which not everybody can see. Also say what it is called.",
        nl="‘{words}’ zegt waar het staat of hoe het eruitziet, en dat ziet niet iedereen. Zeg ook hoe het heet.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Click the button **Save** on the right. See the list below.\n"),
        Valid("The town has a square button factory. Rights are on the right.\n"),
        Valid("Klik op de knop ‘Bewaren’ rechtsboven. Zie hieronder.\n", language="nl"),
        Valid("De ronde tafel staat links. Klik op `de knop rechts`.\n", language="nl"),
        Invalid("Click the ⟦button on the right⟧ to go on.\n"),
        Invalid("Press the ⟦round icon⟧ and wait.\n"),
        Invalid("Klik op de ⟦knop rechtsboven⟧ om verder te gaan.\n", language="nl"),
        Invalid("Kies in de ⟦rechterkolom⟧ een datum.\n", language="nl"),
        Invalid("Spreek in ⟦na de piep⟧ en druk op een toets.\n", language="nl"),
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
            if (
                found
                and is_instruction(piece.text[sentence.start : sentence.end], language)
                and not names_thing(self.document, piece, sentence)
            ):
                words = " ".join(found[0].split())
                yield self.violation(piece.span_of(*found.span()), self.unnamed(words=words))
