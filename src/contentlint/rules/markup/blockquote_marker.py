"""MK004: a quotation’s sign that touches the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import BlockQuote
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

_MARKER: Final = re.compile(r"^\ufeff?[ \t]*>(?=[^\s>])", re.MULTILINE)


class BlockquoteMarker(Rule[Options]):
    """Reports a line of a quotation without a space behind the ``>``. A quotation is reported once.

    ## Why is this bad?
    Hugo shows the quotation all the same, but other programs do not all take it for one, and neither do people who read the
    file.

    ## Fix safety
    The fix is safe: the page stays as it is.
    """

    dutch = """Meldt een regel van een citaat zonder spatie achter ``>``. Een citaat wordt één keer gemeld.

    ## Waarom is dat erg?
    Hugo toont het citaat wel, maar niet elk ander programma ziet er een citaat in, en wie het bestand leest ook niet.

    ## Wat herstellen doet
    Herstellen is veilig: de pagina blijft zoals ze is.
    """

    info = RuleInfo(
        name="blockquote-marker",
        code="MK004",
        family=Family.MARKUP,
        severity=Severity.INFO,
        summary=Message(en="No space behind the sign of a quotation", nl="Geen spatie achter het teken van een citaat"),
        fixable=Applicability.SAFE,
        since="0.1.0",
    )
    no_space = Message(
        en="A space belongs behind ‘>’: not every program sees a quotation in this.",
        nl="Achter ‘>’ hoort een spatie: niet elk programma ziet hier een citaat in.",
    )
    add = Message(en="Put a space behind the sign.", nl="Zet een spatie achter het teken.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("> A quotation\n>\n> of two paragraphs.\n", movable=False),
        Valid(">> A quotation in a quotation.\n\n`>code`, 5 >3\n", movable=False),
        Valid("```\n>code\n```\n", movable=False),
        Invalid("⟦>⟧A quotation\n>of two lines.\n", fixed="> A quotation\n> of two lines.\n", movable=False),
        Invalid("\ufeff⟦>⟧A quotation.\n", fixed="\ufeff> A quotation.\n", movable=False),
        Invalid("- An item\n\n  ⟦>⟧A quotation.\n", fixed="- An item\n\n  > A quotation.\n", movable=False),
    )

    @on(BlockQuote)
    def check_lines(self, quotation: BlockQuote) -> Iterator[Violation]:
        # The signs of a quotation inside another one stand behind those of the outer one.
        if self.document.enclosing(quotation, BlockQuote) is not None:
            return
        start, end = quotation.span
        text = self.document.masked
        line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        begin = start if text[line:start].strip(" \t\ufeff") else line
        ends = [match.end() for match in _MARKER.finditer(text, begin, end)]
        if ends:
            edits = (Edit(Span(place, place), " ") for place in ends)
            span = Span(ends[0] - 1, ends[0])
            yield self.violation(span, self.no_space(), fix=self.safe_fix(self.add(), *edits))
