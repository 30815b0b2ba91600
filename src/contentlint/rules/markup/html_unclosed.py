"""MK005: an HTML tag that reaches further than it should."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document, HtmlBlock, InlineHtml
from contentlint.document.html_nesting import Leak, LeakKind, leaks
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
from contentlint.site import drops_html
from contentlint.text import Span

_SITE = {"hugo.toml": "[markup.goldmark.renderer]\nunsafe = true\n", "layouts/_shortcodes/end.html": "</div>"}


class HtmlUnclosed(Rule[Options]):
    """Reports HTML that a browser takes to reach further than the writer meant.

    That is an element which nothing closes, a closing tag which closes a part of the theme, and a comment without an end.

    What browsers close by themselves, such as a list item, a paragraph or a ``<span>`` at the end of its paragraph, is left
    alone, and so is what a shortcode may close.

    ## Why is this bad?
    The rest of the page ends up inside the element: in bold, in a box, or not shown at all.
    """

    dutch = """Meldt HTML die volgens een browser verder reikt dan de schrijver bedoelde.

    Dat is een element dat nergens wordt gesloten, een sluittag die een deel van het thema sluit, en commentaar zonder
    eind.

    Wat browsers zelf sluiten, zoals een onderdeel van een lijst, een alinea of een ``<span>`` aan het eind van zijn
    alinea, blijft buiten beschouwing, en wat een shortcode kan sluiten ook.

    ## Waarom is dat erg?
    De rest van de pagina komt in het element terecht: vet, in een kader, of helemaal niet in beeld.
    """

    info = RuleInfo(
        name="html-unclosed",
        code="MK005",
        family=Family.MARKUP,
        severity=Severity.ERROR,
        summary=Message(en="HTML that is not closed", nl="HTML die niet gesloten is"),
        since="0.1.0",
    )
    needs = r"<[A-Za-z/!?]"
    messages: ClassVar = {
        LeakKind.OPEN: Message(
            en="‘<{name}>’ is never closed, so the rest of the page becomes part of it. Put ‘</{name}>’ where it ends.",
            nl="‘<{name}>’ wordt nergens gesloten, dus de rest van de pagina komt erin te staan. Zet ‘</{name}>’ waar het "
            "ophoudt.",
        ),
        LeakKind.FORMATTING: Message(
            en="‘<{name}>’ is never closed, so what follows looks like it, too. Put ‘</{name}>’ where it ends.",
            nl="‘<{name}>’ wordt nergens gesloten, dus wat erna komt ziet er ook zo uit. Zet ‘</{name}>’ waar het ophoudt.",
        ),
        LeakKind.STRAY: Message(
            en="‘</{name}>’ closes nothing on this page, but a part of the theme, so the page falls apart. Take it away.",
            nl="‘</{name}>’ sluit niets op deze pagina maar een deel van het thema, dus de pagina valt uit elkaar. Haal het "
            "weg.",
        ),
        LeakKind.COMMENT: Message(
            en="This comment is never closed, so readers see nothing of what follows. Put ‘-->’ where it ends.",
            nl="Dit commentaar wordt nergens gesloten, dus lezers zien niets van wat erna komt. Zet ‘-->’ waar het ophoudt.",
        ),
    }
    slash = Message(
        en="Browsers do not read the slash in ‘<{name}/>’, so the rest of the page becomes part of it. Put ‘</{name}>’ where "
        "it ends.",
        nl="Browsers slaan de streep in ‘<{name}/>’ over, dus de rest van de pagina komt erin te staan. Zet ‘</{name}>’ waar "
        "het ophoudt.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('<div class="box">\n\n**Bold** and <b>bold</b><br>\n\n</div>\n'),
        Valid("<ul>\n<li>One\n<li>Two\n</ul>\n\n<p>A paragraph\n\n<img src='a.png' alt='A'>\n"),
        Valid('A <span class="x">word\n\nand <b>two\n\nparagraphs</b>, <my-clock>and\n\nmore.\n'),
        Valid('<svg viewBox="0 0 9 9"><path d="M0 0"/><g/></svg>\n\n`<div>` and &lt;div>\n'),
        Valid("<div>\n\nText.\n\n{{< end >}}\n", files=_SITE),
        Valid("<div>\n", files={"hugo.toml": ""}),
        Valid("- <div>in an item\n\nAfter it.\n"),
        Invalid("⟦<div>⟧\n\nText.\n", movable=False),
        Invalid("Some ⟦<b>⟧bold text.\n\nAnd more.\n"),
        Invalid("Text.\n\n⟦</div>⟧\n\nMore.\n"),
        Invalid("Text.\n\n⟦<!-- to do⟧\n\nMore.\n", movable=False),
        Invalid("⟦<div/>⟧\n\nText.\n", movable=False),
        Invalid("⟦<details>⟧<summary>More</summary>\n\nText.\n", movable=False),
    )

    def applies(self) -> bool:
        return any(isinstance(node, HtmlBlock | InlineHtml) for node in self.document.markdown.nodes)

    @on(Document)
    def check_nesting(self, document: Document) -> Iterator[Violation]:
        found = leaks(document.masked, document.markdown.nodes)
        if not found:
            return
        unbalanced = self._unbalanced()
        for leak in found:
            token = leak.token
            # A shortcode of which nothing is known may open or close anything.
            if unbalanced is None or token.name in unbalanced:
                continue
            # What Hugo leaves out is html-dropped; an open comment takes the text below it along.
            if leak.kind is not LeakKind.COMMENT and drops_html(document, self.page):
                continue
            span = self._first_line(token.span) if leak.kind is LeakKind.COMMENT else token.span
            yield self.violation(span, self._message(leak)(name=token.name))

    def _message(self, leak: Leak) -> Message:
        return self.slash if leak.kind is LeakKind.OPEN and leak.token.self_closing else self.messages[leak.kind]

    def _first_line(self, span: Span) -> Span:
        text = self.document[span]
        return Span(span.start, span.start + len(text.splitlines()[0].rstrip()))

    def _unbalanced(self) -> frozenset[str] | None:
        """Return the elements that shortcodes of this page open or close on their own; None when that is not known."""
        names: set[str] = set()
        for tag in self.document.shortcodes.tags:
            template = self.page.shortcodes.find(tag.name)
            if template is None:
                return None
            names |= template.unbalanced
        return frozenset(names)
