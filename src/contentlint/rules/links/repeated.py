"""LK005: two links side by side to one target."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Link, Parent, SoftBreak, Text
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


class LinkRepeated(Rule[Options]):
    """Reports a link that stands right behind another link to the same target, such as a picture and the text below it.

    ## Why is this bad?
    Who moves through the page with the keyboard or a screen reader passes the same link twice.
    """

    dutch = """Meldt een link direct achter een andere link naar dezelfde bestemming, zoals een afbeelding met de tekst
    eronder.

    ## Waarom is dat erg?
    Wie met het toetsenbord of een schermlezer door de pagina gaat, komt twee keer langs dezelfde link.
    """

    info = RuleInfo(
        name="link-repeated",
        code="LK005",
        family=Family.LINKS,
        severity=Severity.WARNING,
        summary=Message(en="Two links side by side to one target", nl="Twee links naast elkaar naar dezelfde plek"),
        wcag=("2.4.4",),
        since="0.1.0",
    )
    repeated = Message(
        en="This link leads to the same place as the one right before it. Make one link of the two.",
        nl="Deze link leidt naar dezelfde plek als de link er vlak voor. Maak er samen één link van.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("[The report](/report/) says more; see also [its summary](/report/).\n"),
        Valid("[One](/one/) [two](/two/)\n"),
        Invalid("[![The cover of the report](cover.jpg)](/report/) ⟦[The report](/report/)⟧\n"),
        Invalid("[The](/report/)⟦[report](/report/)⟧\n"),
    )

    @on(Link)
    def check_neighbour(self, link: Link) -> Iterator[Violation]:
        parent = self.document.enclosing(link)
        previous = _before(parent, link) if parent is not None else None
        if previous is not None and link.destination and previous.destination == link.destination:
            yield self.violation(link.span, self.repeated())


def _before(parent: Parent, link: Link) -> Link | None:
    """Return the link right before another, with nothing but white space between them."""
    index = bisect_left(parent.children, link.span.start, key=lambda child: child.span.start)
    while index > 0:
        index -= 1
        child = parent.children[index]
        if isinstance(child, Link):
            return child
        if not isinstance(child, SoftBreak) and not (isinstance(child, Text) and not child.value.strip()):
            return None
    return None
