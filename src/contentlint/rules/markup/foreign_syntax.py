"""MK010: marks of other programs that Hugo shows as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import BlockQuote, CodeBlock, Document, HtmlBlock, Image, ListItem, Paragraph, Text
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
from contentlint.text import Span

_ALERT = re.compile(r"\[!\w+\][+-]?")
_CONTAINER = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<mark>:::+[ \t]*(?:\{[\w.-]+\}|\w[\w-]*))", re.MULTILINE
)
_CONTENTS = re.compile(r"(?:\[TOC\]|\[\[_?TOC_?\]\]|\{:toc\}|\{\{TOC\}\})", re.IGNORECASE)
_MARKED = re.compile(r"(?<![=\w])==(?=[^\s=])[^=\n]{0,200}?(?<=[^\s=])==(?![=\w])")
_BOX = re.compile(r"\[\](?=[ \t]+\w)")
_SIZED = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^\s()]{1,300}[ \t]+=\d*x?\d*\)")
_SITE: Final = {"hugo.toml": ""}
_MARK: Final = ("markup", "goldmark", "extensions", "extras", "mark", "enable")


class ForeignSyntax(Rule[Options]):
    """Reports marks that mean something to other programs and nothing to Hugo.

    They are ``:::note``, ``[TOC]``, ``==marked==``, ``[!NOTE]``, ``- [] task`` and ``![…](a.png =100x)``. Where
    the settings or templates of the site do give them a meaning, nothing is reported.

    ## Why is this bad?
    Readers see the marks, and what was meant does not happen.
    """

    dutch = """Meldt tekens die voor andere programma’s iets betekenen en voor Hugo niets.

    Dat zijn ``:::note``, ``[TOC]``, ``==gemarkeerd==``, ``[!NOTE]``, ``- [] taak`` en ``![…](a.png =100x)``. Geven
    de instellingen of sjablonen van de site er wel een betekenis aan, dan komt er geen melding.

    ## Waarom is dat erg?
    Lezers zien de tekens staan, en wat bedoeld was gebeurt niet.
    """

    info = RuleInfo(
        name="foreign-syntax",
        code="MK010",
        family=Family.MARKUP,
        severity=Severity.WARNING,
        summary=Message(en="Marks of another program", nl="Tekens van een ander programma"),
        since="0.1.0",
    )
    shown = Message(
        en="Hugo gives ‘{found}’ no meaning, so readers see these signs. Take them away, or ask for a shortcode.",
        nl="Voor Hugo betekent ‘{found}’ niets, dus lezers zien deze tekens. Haal ze weg, of vraag om een shortcode.",
    )
    box = Message(
        en="Without a space between the brackets Hugo makes no tick box, and readers see ‘[]’. Write [ ].",
        nl="Zonder spatie tussen de haken maakt Hugo er geen aankruisvakje van, en zien lezers ‘[]’. Schrijf [ ].",
    )
    size = Message(
        en="Hugo reads no size here, so it shows this as text and no picture. Take the size away.",
        nl="Hugo leest hier geen afmeting, dus dit verschijnt als tekst en niet als afbeelding. Haal de afmeting weg.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Is a == b? Write [TOC] where it belongs, `==x==`, 1:::2.\n\n- [ ] task\n", files=_SITE),
        Valid(":::note\nx\n:::\n"),
        Valid("> [!NOTE]\n> x\n", files={**_SITE, "layouts/_markup/render-blockquote.html": "{{ .Text }}"}),
        Valid("A ==word==.\n", files={"hugo.toml": "[markup.goldmark.extensions.extras.mark]\nenable = true\n"}),
        Invalid("⟦:::note⟧\nMind the gap.\n:::\n", files=_SITE),
        Invalid("⟦[TOC]⟧\n\nA ⟦==word==⟧.\n", files=_SITE),
        Invalid("- ⟦[]⟧ task\n- [x] done\n", files=_SITE),
        Invalid("> ⟦[!NOTE]⟧\n> Mind the gap.\n", files=_SITE),
        Invalid("⟦![A cat](cat.png =100x)⟧\n", files=_SITE),
    )

    def applies(self) -> bool:
        return self.page.in_content

    @on(BlockQuote)
    def check_alert(self, quote: BlockQuote) -> Iterator[Violation]:
        site = self.page.site
        first = quote.children[0] if quote.children else None
        if not isinstance(first, Paragraph) or not site.complete or site.render_hook("blockquote") is not None:
            return
        if match := _ALERT.match(self.document.masked, first.span.start, first.span.end):
            yield self._report(Span(*match.span()))

    @on(Document)
    def check_containers(self, document: Document) -> Iterator[Violation]:
        """Look at the lines themselves: a parser may take colons for a definition."""
        found = list(_CONTAINER.finditer(document.masked, document.body.start)) if ":::" in document.text else []
        code = [node.span for node in document.nodes if isinstance(node, CodeBlock | HtmlBlock)] if found else []
        for match in found:
            if not any(span.start <= match.start("mark") < span.end for span in code):
                yield self._report(Span(*match.span("mark")))

    @on(Paragraph)
    def check_block(self, paragraph: Paragraph) -> Iterator[Violation]:
        start, end = paragraph.span
        text = self.document.masked[start:end]
        if _CONTENTS.fullmatch(text.strip()) and not any(isinstance(child, Image) for child in paragraph.children):
            yield self._report(Span(start, start + len(text.rstrip())))

    @on(ListItem)
    def check_box(self, item: ListItem) -> Iterator[Violation]:
        first = item.children[0] if item.children else None
        if first is not None and (match := _BOX.match(self.document.masked, first.span.start, first.span.end)):
            yield self.violation(Span(*match.span()), self.box())

    @on(Text)
    def check_text(self, text: Text) -> Iterator[Violation]:
        for match in _SIZED.finditer(text.value) if " =" in text.value else ():
            span = Span(text.span.start + match.start(), text.span.start + match.end())
            if self.document[span] == match[0]:
                yield self.violation(span, self.size())
        if "==" not in text.value or self.page.site.configuration.flag(*_MARK):
            return
        for match in _MARKED.finditer(text.value):
            span = Span(text.span.start + match.start(), text.span.start + match.end())
            if self.document[span] == match[0]:
                yield self._report(span)

    def _report(self, span: Span) -> Violation:
        found = self.document[span]
        return self.violation(span, self.shown(found=found if len(found) <= 40 else found[:39] + "…"))
