"""LK008: a link text that is too long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Link, plain_text
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

_LONG = "the report of the council about the library and its future in the town "


class LinkTextLongOptions(Options):
    """How long a link text may be."""

    max_length = option(120, en="how many characters it may have", nl="hoeveel tekens hij mag hebben", minimum=1)


class LinkTextLong(Rule[LinkTextLongOptions]):
    """Reports a link whose text is as long as a sentence or more.

    ## Why is this bad?
    A screen reader reads a link in one go, and in a list of links only the first words help to choose.
    """

    dutch = """Meldt een link met een tekst zo lang als een zin of langer.

    ## Waarom is dat erg?
    Een schermlezer leest een link in één adem voor, en in een lijst van links helpen alleen de eerste woorden bij het
    kiezen.
    """

    info = RuleInfo(
        name="link-text-long",
        code="LK008",
        family=Family.LINKS,
        severity=Severity.WARNING,
        summary=Message(en="Very long link text", nl="Heel lange linktekst"),
        wcag=("2.4.4",),
        since="0.1.0",
    )
    long = Message(
        en="This link text has {length} characters; above {limit} it is hard to find and to listen to. Link only the words "
        "that name the target.",
        nl="Deze linktekst heeft {length} tekens; boven {limit} is hij lastig te vinden en te beluisteren. Link alleen de "
        "woorden die de bestemming noemen.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("[The report of the council](/report/)\n"),
        Valid(f"[{_LONG * 2}](/report/)\n", options={"max-length": 200}),
        Invalid(f"[⟦{_LONG * 2}⟧](/report/)\n"),
        Invalid("[⟦The report of the council⟧](/report/)\n", options={"max-length": 20}),
    )

    @on(Link)
    def check_length(self, link: Link) -> Iterator[Violation]:
        length = len(" ".join(plain_text(link).split()))
        if length > self.options.max_length and link.kind not in ("autolink", "bare"):
            yield self.violation(link.content, self.long(length=length, limit=self.options.max_length))
