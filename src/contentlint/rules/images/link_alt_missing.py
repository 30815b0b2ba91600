"""IM014: a link whose only content is a picture without a text alternative."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import HtmlElement, Image, Link, SoftBreak, Text
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


class ImageLinkAltMissing(Rule[Options]):
    """Reports a link that holds only a picture, when the picture has no text alternative.

    ## Why is this bad?
    The alternative is the text of the link. Without it a screen reader says “link”, and perhaps an address.
    """

    dutch = """Meldt een link met alleen een afbeelding, als die afbeelding geen tekstalternatief heeft.

    ## Waarom is dat erg?
    Het tekstalternatief is de tekst van de link. Zonder die tekst zegt een schermlezer ‘link’, en misschien een adres.
    """

    info = RuleInfo(
        name="image-link-alt-missing",
        code="IM014",
        family=Family.IMAGES,
        severity=Severity.ERROR,
        summary=Message(
            en="Linked picture without a text alternative", nl="Gelinkte afbeelding zonder tekstalternatief"
        ),
        wcag=("1.1.1", "2.4.4", "4.1.2"),
        since="0.1.0",
    )
    nameless = Message(
        en="This picture is a link and has no text alternative, so nobody hears where it leads. Write that as its "
        "alternative.",
        nl="Deze afbeelding is een link en heeft geen tekstalternatief, dus niemand hoort waar hij heen leidt. Schrijf dat "
        "als alternatief.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("[![Home](logo.svg)](/)\n"),
        Valid("[![](icon.svg) The annual report](/report/)\n"),
        Valid('<a href="/"><img src="logo.svg" alt="Home"></a>\n'),
        Invalid("⟦[![](logo.svg)](/)⟧\n"),
        Invalid('⟦<a href="/">⟧<img src="logo.svg" alt=""></a>\n'),
    )

    @on(Link)
    def check_link(self, link: Link) -> Iterator[Violation]:
        pictures = [child for child in link.children if isinstance(child, Image)]
        others = [
            child
            for child in link.children
            if not isinstance(child, Image | SoftBreak) and not (isinstance(child, Text) and not child.value.strip())
        ]
        if pictures and not others and not any(picture.alt.strip() for picture in pictures):
            yield self.violation(link.span, self.nameless())

    @on(HtmlElement)
    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        if element.name != "a" or element.end is None or element.attribute("href") is None:
            return
        if any(
            (attribute := element.attribute(name)) and attribute.value
            for name in ("aria-label", "aria-labelledby", "title")
        ):
            return
        start, end = element.span.end, element.end.start
        elements = self.document.html_elements
        first = bisect_left(elements, start, key=lambda other: other.span.start)
        inside = [other for other in elements[first : first + 2] if other.span.start < end]
        if len(inside) == 1 and inside[0].name == "img":
            text = self.document.text[start : inside[0].span.start] + self.document.text[inside[0].span.end : end]
            alt = inside[0].attribute("alt")
            if not text.strip() and not (alt and alt.value and alt.value.strip()):
                yield self.violation(element.span, self.nameless())
