"""FM002: a page without front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from contentlint.document import Document
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
from contentlint.rules.front_matter.pages import is_page
from contentlint.text import Span

_UNOPENED: Final = re.compile(
    r"\s*(?P<first>(?i:title|date|draft|description|author|tags):[ \t][^\r\n]+)\r?\n(?:[\w-]+:[^\r\n]*\r?\n|[ \t]*-[ \t][^\r\n]*\r?\n)*"
    r"---[ \t]*(?:\r?\n|\Z)"
)
_SITE: Final[Mapping[str, str | None]] = {"hugo.toml": ""}


class FrontMatterMissing(Rule[Options]):
    """Reports a page of a Hugo site that has text and no front matter. It is a remark: Hugo builds such a page.

    Where only the first line of the front matter is missing, it is an error.

    ## Why is this bad?
    Without front matter a page has no title and no date. Browsers show no name for it, screen readers have nothing to
    announce, and in lists it stands at the end as an empty line.
    """

    dutch = """Meldt een pagina van een Hugo-site met tekst en zonder front matter. Het is een opmerking: Hugo bouwt
    zo’n pagina wel. Ontbreekt alleen de eerste regel van de front matter, dan is het een fout.

    ## Waarom is dat erg?
    Zonder front matter heeft een pagina geen titel en geen datum. Browsers tonen er geen naam voor, schermlezers hebben
    niets om aan te kondigen, en in lijsten staat de pagina achteraan als een lege regel.
    """

    info = RuleInfo(
        name="front-matter-missing",
        code="FM002",
        family=Family.FRONT_MATTER,
        severity=Severity.INFO,
        summary=Message(en="Page without front matter", nl="Pagina zonder front matter"),
        wcag=("2.4.2",),
        since="0.1.0",
    )
    unopened = Message(
        en="A line with three dashes is missing above this, so Hugo shows these lines as text, and the page has no title.",
        nl="Hierboven ontbreekt een regel met drie streepjes, dus Hugo toont deze regels als tekst en de pagina heeft geen "
        "titel.",
    )
    missing = Message(
        en="This page has no front matter, so it has no title and no date. Put a block with ‘title:’ at the top.",
        nl="Deze pagina heeft geen front matter, dus geen titel en geen datum. Zet bovenaan een blok met ‘title:’.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\ntitle: Wonen\n---\n\nTekst.\n", files=_SITE),
        Valid("Geen pagina van een site.\n", movable=False),
        Valid(
            "Een deel van een andere pagina.\n",
            path="content/post/deel.md",
            files={**_SITE, "content/post/index.md": "x"},
            movable=False,
        ),
        Valid("Welkom.\n", path="content/_index.md", files=_SITE, movable=False),
        Valid("Een stukje.\n", path="content/_delen/stuk.md", files=_SITE, movable=False),
        Invalid("⟦title: Wonen⟧\ndate: 2025-01-01\n---\n\nTekst.\n", files=_SITE, movable=False),
        Invalid("⟦⟧Tekst.\n", files=_SITE, movable=False),
        Invalid("⟦⟧## Kop\n\nTekst.\n", path="content/los.md", files=_SITE, movable=False),
    )

    @on(Document)
    def check_document(self, document: Document) -> Iterator[Violation]:
        """Report a text that begins without front matter."""
        if document.front_matter is not None or document.front_matter_problems:
            return
        if is_page(self.page) and self.page.kind != "home" and document[document.body].strip():
            start = document.body.start
            if unopened := _UNOPENED.match(document.text, *document.body):
                span = Span(unopened.start("first"), unopened.end("first"))
                yield self.violation(span, self.unopened(), severity=Severity.ERROR)
            else:
                yield self.violation(Span(start, start), self.missing())
