"""IM006: a text alternative that begins with "picture of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document
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
from contentlint.rules.images.alternatives import NEEDS, alternatives
from contentlint.text import Edit, Span

_PREFIX = re.compile(
    r"\s*(?P<prefix>(?:(?:een|de|het)\s+)?(?:afbeelding|foto|plaatje|illustratie|figuur)\s+(?:van|met|waarop)\s+"
    r"|(?:(?:an?|the)\s+)?(?:image|picture|photo|photograph|graphic|illustration)\s+(?:of|showing)\s+"
    r"|(?:afbeelding|foto|plaatje|illustratie|image|picture|photo|illustration)\s?:\s+)(?=\S)",
    re.IGNORECASE,
)


class ImageAltPrefix(Rule[Options]):
    """Reports a text alternative that begins with “photo of”, “image of” or the like.

    Where it matters that it is a photo, a drawing or a painting, in a history or in art, the words may well stay.

    ## Why is this bad?
    A screen reader says already that there is a picture; the listener has to sit through the words at each one.

    ## Fix safety
    The fix is a suggestion: it takes the words away, and a person must see whether the rest still reads well.
    """

    dutch = """Meldt een tekstalternatief dat begint met ‘foto van’, ‘afbeelding van’ en dergelijke.

    Waar het ertoe doet dat het een foto, tekening of schilderij is, bij geschiedenis of kunst, kunnen die woorden prima
    blijven staan.

    ## Waarom is dat erg?
    Een schermlezer zegt al dat er een afbeelding is; de luisteraar moet die woorden bij elke afbeelding opnieuw
    uitzitten.

    ## Wat herstellen doet
    contentlint stelt voor die woorden weg te laten; kijk zelf of de rest nog goed loopt.
    """

    info = RuleInfo(
        name="image-alt-prefix",
        code="IM006",
        family=Family.IMAGES,
        severity=Severity.WARNING,
        summary=Message(
            en="Text alternative begins with “picture of”", nl="Tekstalternatief begint met ‘afbeelding van’"
        ),
        fixable=Applicability.SUGGESTION,
        wcag=("1.1.1",),
        since="0.1.0",
    )
    needs = NEEDS
    needless = Message(
        en="‘{prefix}’ is needless: a screen reader says already that this is a picture. Begin with what it shows.",
        nl="‘{prefix}’ is overbodig: een schermlezer zegt al dat dit een afbeelding is. Begin met wat erop staat.",
    )
    leave_out = Message(en="Leave the words out.", nl="Laat die woorden weg.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("![The market in the rain](market.jpg)\n"),
        Valid("![Photographers on the square](square.jpg)\n"),
        Valid("![foto](market.jpg)\n"),
        Invalid("![⟦Foto van ⟧de markt](market.jpg)\n", fixed="![De markt](market.jpg)\n"),
        Invalid("![⟦An image of ⟧two cats](cats.jpg)\n", fixed="![Two cats](cats.jpg)\n"),
    )

    @on(Document)
    def check_pictures(self, document: Document) -> Iterator[Violation]:
        for picture in alternatives(document, self.page):
            written = document[picture.span]
            if not picture.text or (match := _PREFIX.match(written)) is None:
                continue
            start = picture.span.start + match.start("prefix")
            span = Span(start, picture.span.start + match.end())
            following = written[match.end()]
            # The letter behind the words takes over their capital.
            letter = following.upper() if match["prefix"][0].isupper() else following
            fix = self.suggest(self.leave_out(), Edit(Span(start, span.end + 1), letter))
            yield self.violation(span, self.needless(prefix=match["prefix"].strip()), fix=fix)
