"""HD009: a heading that shows as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import ListItem, Paragraph, Text
from contentlint.rules.base import (
    Applicability,
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
from contentlint.text import Edit, Span

_MARKER = re.compile(r"(#{2,6}|#)(?=[^\s#])")
_HASHTAG = re.compile(r"#[\w-]+(?:\s+#[\w-]+)*\s*\Z")


class HeadingNotRendered(Rule[Options]):
    """Reports a line that begins like a heading but lacks the space behind the signs, so that the signs show on the page.

    One sign may be a hashtag or a number: it is reported only where a capitalised text of several words follows.

    ## Why is this bad?
    Readers see the number signs, and the section has no heading.

    ## Fix safety
    The fix is unsafe: it makes a heading of the line, which is what was meant.
    """

    dutch = """Meldt een regel die begint als een kop maar zonder spatie achter de hekjes, zodat de hekjes op de pagina
    komen.

    Eén hekje kan bij een hashtag of een nummer horen: dan komt er alleen een melding als er een tekst van meer woorden
    met een hoofdletter volgt.

    ## Waarom is dat erg?
    Lezers zien de hekjes, en het deel heeft geen kop.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: van de regel komt een kop, zoals bedoeld was.
    """

    info = RuleInfo(
        name="heading-not-rendered",
        code="HD009",
        family=Family.HEADINGS,
        severity=Severity.ERROR,
        summary=Message(en="Heading that shows as plain text", nl="Kop die als gewone tekst verschijnt"),
        fixable=Applicability.UNSAFE,
        wcag=("1.3.1",),
        since="0.1.0",
    )
    needs = r"#[^\s#]"
    no_space = Message(
        en="Without a space behind ‘{marker}’ this is no heading: readers see the signs. Put a space behind them.",
        nl="Zonder spatie achter ‘{marker}’ is dit geen kop: lezers zien de tekens. Zet er een spatie achter.",
    )
    add_space = Message(en="Put a space behind the signs.", nl="Zet een spatie achter de tekens.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("## A heading\n\n#metoo #hugo\n\n#1 of the list\n\n#nederland is a hashtag\n"),
        Valid("C\n##\n\n\\##Kop\n"),
        Invalid("⟦##⟧Kop\n", fixed="## Kop\n"),
        Invalid("Text.\n\n⟦#⟧The new library\n", fixed="Text.\n\n# The new library\n"),
        Invalid("⟦###⟧2. What next\n", fixed="### 2. What next\n"),
    )

    @on(Paragraph, ListItem)
    def check_start(self, block: Paragraph | ListItem) -> Iterator[Violation]:
        first = block.children[0] if block.children else None
        # Behind a backslash the sign is meant as a sign.
        if not isinstance(first, Text) or self.document.text[first.span.start - 1 : first.span.start] == "\\":
            return
        line = self.document[first.span]
        match = _MARKER.match(line)
        if match is None:
            return
        rest = line[match.end() :]
        if len(match[0]) == 1 and (_HASHTAG.match(line) or not rest[0].isupper() or " " not in rest.strip()):
            return
        span = Span(first.span.start, first.span.start + len(match[0]))
        fix = self.unsafe_fix(self.add_space(), Edit(Span(span.end, span.end), " "))
        yield self.violation(span, self.no_space(marker=match[0]), fix=fix)
