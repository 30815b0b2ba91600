"""IM003: a picture without a text alternative."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document, Link
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
from contentlint.rules.images.alternatives import NEEDS, Alternative, alternatives

_HUGO = {"hugo.toml": 'title = "Site"\n'}


class ImageAltMissing(Rule[Options]):
    """Reports a picture without a text alternative, in Markdown, in HTML and in a shortcode that shows a picture.

    A picture that says nothing may be marked so: ``<!-- contentlint: decorative -->`` on its line or the line above it;
    in HTML with ``alt=""``. In Markdown an empty alternative may be meant so, which is why that is a warning only.

    ## Why is this bad?
    Who cannot see the picture, or cannot load it, does not learn what it shows. A screen reader may read the file's name.
    """

    dutch = """Meldt een afbeelding zonder tekstalternatief, in Markdown, in HTML en in een shortcode die een afbeelding
    toont.

    Een afbeelding die niets te zeggen heeft, kun je zo aanmerken: met ``<!-- contentlint: decorative -->`` op dezelfde
    regel of de regel erboven; in HTML met ``alt=""``. In Markdown kan een leeg tekstalternatief de bedoeling zijn, dus
    daar is het maar een waarschuwing.

    ## Waarom is dat erg?
    Wie de afbeelding niet kan zien of niet kan laden, komt niet te weten wat erop staat. Een schermlezer leest
    misschien de bestandsnaam voor.
    """

    info = RuleInfo(
        name="image-alt-missing",
        code="IM003",
        family=Family.IMAGES,
        severity=Severity.ERROR,
        summary=Message(en="Picture without a text alternative", nl="Afbeelding zonder tekstalternatief"),
        wcag=("1.1.1",),
        since="0.1.0",
    )
    needs = NEEDS
    no_attribute = Message(
        en='This picture has no text alternative; a screen reader may read its file name. Add alt="…" and say what it '
        'shows, or alt="" when it only decorates.',
        nl="Deze afbeelding heeft geen tekstalternatief; een schermlezer leest misschien de bestandsnaam voor. Voeg "
        'alt="…" toe met wat erop staat, of alt="" als ze alleen versiert.',
    )
    no_parameter = Message(
        en='This picture has no text alternative, so readers who cannot see it miss what it shows. Add alt="…".',
        nl='Deze afbeelding heeft geen tekstalternatief, dus wie haar niet ziet mist wat erop staat. Voeg alt="…" toe.',
    )
    empty = Message(
        en="The text alternative of this picture is empty. Write between the square brackets what it shows; if it only "
        "decorates, put <!-- contentlint: decorative --> on the line above.",
        nl="Het tekstalternatief van deze afbeelding is leeg. Schrijf tussen de vierkante haken wat erop staat; versiert ze "
        "alleen, zet dan <!-- contentlint: decorative --> op de regel erboven.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("![Three people at a table](team.jpg)\n"),
        Valid('<img src="line.svg" alt="">\n\n<img src="line.svg" role="presentation">\n'),
        Valid("<!-- contentlint: decorative -->\n![](line.svg)\n"),
        Valid('A. {{< figure src="team.jpg" alt="Three people" >}}\n', files=_HUGO),
        Invalid("⟦![](team.jpg)⟧\n"),
        Invalid('⟦<img src="team.jpg">⟧\n'),
        Invalid('A. ⟦{{< figure src="team.jpg" title="The team" >}}⟧\n', files=_HUGO),
        Invalid("⟦![ ][team]⟧\n\n[team]: team.jpg\n"),
    )

    @on(Document)
    def check_pictures(self, document: Document) -> Iterator[Violation]:
        for picture in alternatives(document, self.page):
            if picture.decorative or (picture.text and picture.text.strip()) or self._is_only_content_of_link(picture):
                continue
            if picture.kind == "html" and picture.text is None:
                yield self.violation(picture.span, self.no_attribute())
            elif picture.kind == "shortcode":
                yield self.violation(picture.span, self.no_parameter())
            elif picture.kind == "markdown":
                yield self.violation(picture.span, self.empty(), severity=Severity.WARNING)

    def _is_only_content_of_link(self, picture: Alternative) -> bool:
        """Whether the picture is all there is of a link; then it is the link that has no name, another rule's matter."""
        if picture.kind != "markdown" or picture.node is None:
            return False
        parent = self.document.enclosing(picture.node)
        return isinstance(parent, Link) and len(parent.children) == 1
