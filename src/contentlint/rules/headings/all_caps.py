"""HD006: a heading in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Document, Prose
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

_WORD = re.compile(r"[^\W\d_]+")
_LONG: Final = 6  # letters; abbreviations are shorter
_CAPITALS = re.compile(rf"[^\W\d_a-zß-öø-ÿ]{{{_LONG}}}")


class HeadingAllCaps(Rule[Options]):
    """Reports a heading that is written in capitals. Abbreviations are left alone: short words do not count.

    A heading whose long words stand in capitals in the text too is a name, such as a term of a standard, and left alone.

    ## Why is this bad?
    Capitals are harder to read, and some screen readers spell them out letter by letter. The site's style sheet can show
    capitals without changing the text.
    """

    dutch = """Meldt een kop in hoofdletters. Afkortingen mogen: korte woorden tellen niet mee.

    Staan de lange woorden van een kop ook in de tekst in hoofdletters, dan zijn ze een naam, zoals een term uit een norm;
    zo’n kop mag.

    ## Waarom is dat erg?
    Hoofdletters lezen lastiger, en sommige schermlezers spellen ze letter voor letter. De vormgeving van de site kan
    hoofdletters tonen zonder dat de tekst verandert.
    """

    info = RuleInfo(
        name="heading-all-caps",
        code="HD006",
        family=Family.HEADINGS,
        severity=Severity.WARNING,
        summary=Message(en="Heading in capitals", nl="Kop in hoofdletters"),
        since="0.1.0",
    )
    capitals = Message(
        en="This heading is written in capitals, which is harder to read and may be spelled out. Write it like a sentence.",
        nl="Deze kop staat in hoofdletters; dat leest lastiger en wordt soms gespeld voorgelezen. Schrijf hem als een zin.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("## The plan\n\n## UWV en BSN\n\n## HTML, CSS, REST API\n"),
        Valid("## `GROUP BY`\n"),
        Valid("## RFC更新信息 (NEN)\n"),
        Valid("## BASIC OCTETS\n\nThe type BASIC OCTETS holds eight bits.\n"),
        Invalid("## ⟦THE LIBRARY IS OPEN⟧\n"),
        Invalid("## ⟦THE LIBRARY IS OPEN⟧\n\nThe library is OPEN again.\n"),
        Invalid("## ⟦BELANGRIJK NIEUWS⟧\n", language="nl"),
    )

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        found: list[tuple[Prose, list[str]]] = []
        for piece in document.prose_with(_CAPITALS):
            if piece.kind == "heading":
                words = _WORD.findall(piece.text)
                long = _long_words(words)
                # A long word beside another: one alone may be a name, and short ones are abbreviations.
                if long and len(words) > 1 and all(word.isupper() for word in words):
                    found.append((piece, long))
        if not found:
            return
        texts = (piece.text for piece in document.prose if piece.kind != "heading")
        in_text = {word for text in texts for word in _long_words(_WORD.findall(text))}
        for piece, long in found:
            if not in_text.issuperset(long):
                yield self.violation(piece.span, self.capitals())


def _long_words(words: list[str]) -> list[str]:
    return [word for word in words if sum(map(str.isupper, word)) >= _LONG]
