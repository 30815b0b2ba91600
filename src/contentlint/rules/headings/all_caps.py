"""HD006: a heading in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Prose
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


class HeadingAllCaps(Rule[Options]):
    """Reports a heading that is written in capitals. Abbreviations are left alone: short words do not count.

    ## Why is this bad?
    Capitals are harder to read, and some screen readers spell them out letter by letter. The site's style sheet can show
    capitals without changing the text.
    """

    dutch = """Meldt een kop in hoofdletters. Afkortingen mogen: korte woorden tellen niet mee.

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
        Invalid("## ⟦THE LIBRARY IS OPEN⟧\n"),
        Invalid("## ⟦BELANGRIJK NIEUWS⟧\n", language="nl"),
    )

    @on(Prose)
    def check_capitals(self, piece: Prose) -> Iterator[Violation]:
        if piece.kind != "heading":
            return
        words = _WORD.findall(piece.text)
        # Two long words: one alone may be a name, and short ones are abbreviations.
        if sum(len(word) > 5 for word in words) >= 1 and len(words) > 1 and all(word.isupper() for word in words):
            yield self.violation(piece.span, self.capitals())
