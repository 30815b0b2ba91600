"""IM004: a text alternative that is a file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

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
from contentlint.rules.images.alternatives import NEEDS, alternatives

_EXTENSION = re.compile(r"\A\S*\.(?:avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)\Z", re.IGNORECASE)
_CAMERA = re.compile(
    r"\A(?:(?:IMG|DSC[NF]?|PXL|DCIM|MVIMG|GOPR|P\d)[-_ ]?\d{3,}\S*"
    r"|(?:whatsapp[-_ ]image|screenshot|screen[-_ ]shot|schermafbeelding|schermopname|scherm\xadafbeelding)[-_ ]\d{4}.*"
    r"|\d{8}_\d{6}\S*)\Z",
    re.IGNORECASE,
)


class ImageAltFilename(Rule[Options]):
    """Reports a text alternative that is the name of a file, such as a camera or a phone makes.

    ## Why is this bad?
    A screen reader reads it out, sign by sign, and nobody learns what the picture shows.
    """

    dutch = """Meldt een tekstalternatief dat de naam van een bestand is, zoals een camera of telefoon die maakt.

    ## Waarom is dat erg?
    Een schermlezer leest het teken voor teken voor, en niemand komt te weten wat er te zien is.
    """

    info = RuleInfo(
        name="image-alt-filename",
        code="IM004",
        family=Family.IMAGES,
        severity=Severity.ERROR,
        summary=Message(en="File name as text alternative", nl="Bestandsnaam als tekstalternatief"),
        wcag=("1.1.1",),
        since="0.1.0",
    )
    needs = NEEDS
    is_name = Message(
        en="‘{alt}’ is the name of a file; it tells nobody what the picture shows. Say what there is to see.",
        nl="‘{alt}’ is de naam van een bestand en vertelt niemand wat er te zien is. Schrijf op wat de afbeelding toont.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("![The team at Next.js Conf](team.jpg)\n"),
        Valid("![A screenshot of the settings, where logo.png is chosen](settings.png)\n"),
        Valid("![img](team.jpg)\n"),
        Invalid("![⟦IMG_2034.jpg⟧](img_2034.jpg)\n"),
        Invalid("![⟦whatsapp-image-2025-05-01-at-12.11⟧](team.jpg)\n"),
        Invalid('<img src="a.png" alt="⟦DSC01234⟧">\n'),
        Invalid("---\ntitle: A\nfeature: a.jpg\nfeatureAlt: ⟦a.jpg⟧\n---\n\nText.\n"),
    )

    @on(Document)
    def check_pictures(self, document: Document) -> Iterator[Violation]:
        for picture in alternatives(document, self.page):
            text = (picture.text or "").strip()
            if text and (_EXTENSION.match(text) or _CAMERA.match(text)):
                yield self.violation(picture.span, self.is_name(alt=text))
