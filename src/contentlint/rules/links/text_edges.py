"""LK009: spaces at the edges of a link text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Link
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


class LinkTextEdges(Rule[Options]):
    """Reports spaces at the beginning or the end of a link text.

    ## Why is this bad?
    The underline of the link sticks out into the gap between the words.

    ## Fix safety
    The fix is unsafe only in name: it moves the space out of the link, which changes the page by the underline.
    """

    dutch = """Meldt spaties aan het begin of het eind van een linktekst.

    ## Waarom is dat erg?
    De streep onder de link steekt uit in de ruimte tussen de woorden.

    ## Wat herstellen doet
    Herstellen verandert alleen de streep: de spatie komt buiten de link te staan.
    """

    info = RuleInfo(
        name="link-text-edges",
        code="LK009",
        family=Family.LINKS,
        severity=Severity.WARNING,
        summary=Message(en="Space at the edge of a link text", nl="Spatie aan de rand van een linktekst"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    space = Message(
        en="The link text begins or ends with a space, so the underline sticks out. Put the space outside the brackets.",
        nl="De linktekst begint of eindigt met een spatie, dus de streep eronder steekt uit. Zet de spatie buiten de haken.",
    )
    move = Message(en="Put the space outside the link.", nl="Zet de spatie buiten de link.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("[The report](/report/)\n"),
        Valid("[ ](/report/) is empty, which is another matter.\n"),
        Invalid("See [the report⟦ ⟧](/report/).\n", fixed="See [the report](/report/).\n"),
        Invalid("See[⟦ ⟧the report](/report/)and more.\n", fixed="See [the report](/report/)and more.\n"),
    )

    @on(Link)
    def check_edges(self, link: Link) -> Iterator[Violation]:
        if link.kind in ("autolink", "bare"):
            return
        start, end = link.content
        text = self.document[link.content]
        if not text.strip():
            return
        left, right = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
        if left:
            span = Span(start, start + left)
            before = self.document.text[max(link.span.start - 1, 0) : link.span.start]
            outside = (Edit(Span(link.span.start, link.span.start), " "),) if before.isalnum() else ()
            fix = self.unsafe_fix(self.move(), *outside, Edit(span, ""))
            yield self.violation(span, self.space(), fix=fix)
        if right:
            span = Span(end - right, end)
            after = self.document.text[link.span.end : link.span.end + 1]
            outside = (Edit(Span(link.span.end, link.span.end), " "),) if after.isalnum() else ()
            fix = self.unsafe_fix(self.move(), Edit(span, ""), *outside)
            yield self.violation(span, self.space(), fix=fix)
