"""IM008: a text alternative that repeats what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document, HtmlElement, Image, Link, Paragraph, ShortcodeTag, plain_text
from contentlint.rules.accessibility.elements import elements_around, words_inside
from contentlint.rules.base import (
    BoundMessage,
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
from contentlint.rules.images.alternatives import NEEDS, Alternative, alternatives

_WORD = re.compile(r"\w+")
_HUGO = {"hugo.toml": 'title = "Site"\n'}


class ImageAltRepeats(Rule[Options]):
    """Reports a text alternative that says the same as the caption, the title of the picture, or the text around it.

    A name of one or two words under a portrait is left alone.

    ## Why is this bad?
    A screen reader says the same thing twice, and what is to be seen in the picture not once.
    """

    dutch = """Meldt een tekstalternatief dat hetzelfde zegt als het bijschrift, de titel van de afbeelding of de tekst
    eromheen.

    Een naam van een of twee woorden onder een portret mag.

    ## Waarom is dat erg?
    Een schermlezer zegt twee keer hetzelfde, en geen enkele keer wat er te zien is.
    """

    info = RuleInfo(
        name="image-alt-repeats",
        code="IM008",
        family=Family.IMAGES,
        severity=Severity.WARNING,
        summary=Message(
            en="Text alternative repeats what stands beside it", nl="Tekstalternatief herhaalt wat ernaast staat"
        ),
        wcag=("1.1.1",),
        since="0.1.0",
    )
    needs = NEEDS
    repeats = Message(
        en="The text alternative is the same as {what}, so some readers hear it twice. Say what is to be seen.",
        nl="Het tekstalternatief is hetzelfde als {what}, dus sommige lezers horen het twee keer. Zeg wat er te zien is.",
    )
    the_caption = Message(en="the caption", nl="het bijschrift")
    the_title = Message(en="the picture’s title", nl="de titel van de afbeelding")
    the_text = Message(en="the text beside it", nl="de tekst ernaast")
    the_page = Message(en="the title of the page", nl="de titel van de pagina")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('![Three people at a long table](team.jpg "Our team in the first year")\n'),
        Valid('A. {{< figure src="a.jpg" alt="Jane Smith" caption="Jane Smith" >}}\n', files=_HUGO),
        Invalid('![⟦Our team in the first year⟧](team.jpg "Our team in the first year.")\n'),
        Invalid('A. {{< figure src="a.jpg" alt="⟦The new town hall⟧" caption="The new town hall" >}}\n', files=_HUGO),
        Invalid('<a href="/report/"><img src="cover.jpg" alt="⟦The annual report⟧"> The annual report</a>\n'),
        Invalid("[![⟦The annual report⟧](cover.jpg) The annual report](/report/)\n"),
    )

    @on(Document)
    def check_pictures(self, document: Document) -> Iterator[Violation]:
        for picture in alternatives(document, self.page):
            words = _words(picture.text or "")
            if len(words) > 2 and (message := self._repeated(document, picture, words)):
                yield self.violation(picture.span, message)

    def _repeated(self, document: Document, picture: Alternative, words: list[str]) -> BoundMessage | None:
        node = picture.node
        if isinstance(node, ShortcodeTag):
            caption = node.parameter("caption")
            # Where the caption stands in for a missing alternative there is nothing written twice.
            if caption is not None and caption.value_span != picture.span and _words(str(caption.value)) == words:
                return self.repeats(what=self.the_caption)
        elif isinstance(node, Image):
            if _words(node.title) == words:
                return self.repeats(what=self.the_title)
            around = document.enclosing(node, Link, Paragraph)
            if around is not None and _words(plain_text(around)) == words * 2:
                return self.repeats(what=self.the_text)
        elif isinstance(node, HtmlElement):
            link = next((other for other in elements_around(document, node) if other.name in ("a", "button")), None)
            if link is not None and _words(words_inside(document, link)) == words:
                return self.repeats(what=self.the_text)
        elif picture.kind == "front-matter" and document.front_matter is not None:
            title = document.front_matter.get("title")
            if title is not None and _words(str(title.value.python)) == words:
                return self.repeats(what=self.the_page)
        return None


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
