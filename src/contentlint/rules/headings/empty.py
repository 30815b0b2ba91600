"""HD003: a heading without text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document, Heading, InlineHtml, ShortcodeTag, descendants, plain_text
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
from contentlint.site import outline


class HeadingEmpty(Rule[Options]):
    """Reports a heading that has no text, or only a picture without a text alternative.

    ## Why is this bad?
    A screen reader announces a heading and then nothing. In a list of headings it is a blank line.
    """

    dutch = """Meldt een kop zonder tekst, of met alleen een afbeelding zonder tekstalternatief.

    ## Waarom is dat erg?
    Een schermlezer kondigt een kop aan en zegt dan niets. In een lijst van koppen is het een lege regel.
    """

    info = RuleInfo(
        name="heading-empty",
        code="HD003",
        family=Family.HEADINGS,
        severity=Severity.ERROR,
        summary=Message(en="Heading without text", nl="Kop zonder tekst"),
        wcag=("1.3.1", "2.4.6"),
        since="0.1.0",
    )
    empty = Message(
        en="This heading has no text; a screen reader announces a heading and then nothing. Write one, or remove it.",
        nl="Deze kop heeft geen tekst; een schermlezer kondigt een kop aan en zegt dan niets. Vul hem in of haal hem weg.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("## News\n\n## ![The logo](logo.svg)\n\n## `code`\n"),
        Valid("## {{< title >}}\n", files={"hugo.toml": "", "layouts/_shortcodes/title.html": "x"}),
        Invalid("⟦##⟧\n\nText.\n"),
        Invalid("⟦## ![](logo.svg)⟧\n"),
        Invalid("⟦### &nbsp;⟧\n"),
        Invalid("⟦## <!-- to do -->⟧\n"),
        Invalid("⟦<h2>⟧<b> </b></h2>\n"),
    )

    @on(Document)
    def check_raw(self, document: Document) -> Iterator[Violation]:
        for heading in outline(document, self.page):
            if heading.source == "html" and not heading.text:
                yield self.violation(heading.span, self.empty())

    @on(Heading)
    def check_text(self, heading: Heading) -> Iterator[Violation]:
        if not plain_text(heading).strip() and not self._shows_something_else(heading):
            yield self.violation(heading.span, self.empty())

    def _shows_something_else(self, heading: Heading) -> bool:
        """Whether a shortcode or raw HTML may put text there; a comment does not."""
        return any(
            isinstance(node, ShortcodeTag)
            or (isinstance(node, InlineHtml) and not self.document.text.startswith("<!--", node.span.start))
            for node in descendants(heading)
        )
