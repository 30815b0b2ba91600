"""IM011: a picture file that is very large."""

from __future__ import annotations

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
    option,
)
from contentlint.rules.images.files import shown_pictures

_LARGE = (
    bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
    )
    + b"\0\0\x07\xd0tEXtComment\0"
    + b"x" * 1992
    + b"\0\0\0\0\0\0\0\0IEND\xaeB`\x82"
)


class ImageFileHeavyOptions(Options):
    """How large a picture may be."""

    max_kilobytes = option(
        2000, en="how many kilobytes the file may have", nl="hoeveel kilobyte het bestand mag hebben", minimum=1
    )
    max_megapixels = option(
        30, en="how many million pixels it may have", nl="hoeveel miljoen pixels ze mag hebben", minimum=1
    )


class ImageFileHeavy(Rule[ImageFileHeavyOptions]):
    """Reports a picture file of many megabytes or pixels. The main picture is left alone: themes make it smaller.

    ## Why is this bad?
    Readers with a slow or paid connection wait for it, or pay for it, before they see the page.
    """

    dutch = """Meldt een afbeelding van veel megabytes of pixels. De hoofdafbeelding blijft buiten schot: die verkleint het
    thema.

    ## Waarom is dat erg?
    Lezers met een trage of dure verbinding wachten erop, of betalen ervoor, voor ze de pagina zien.
    """

    info = RuleInfo(
        name="image-file-heavy",
        code="IM011",
        family=Family.IMAGES,
        severity=Severity.WARNING,
        summary=Message(en="Very large picture file", nl="Heel grote afbeelding"),
        since="0.1.0",
    )
    bytes_ = Message(
        en="‘{name}’ is {size} kB; above {limit} kB many readers have to wait for it. Save it smaller.",
        nl="‘{name}’ is {size} kB; boven {limit} kB moeten veel lezers erop wachten. Sla haar kleiner op.",
    )
    pixels = Message(
        en="‘{name}’ has {width} by {height} pixels, far more than a screen shows. Save it smaller.",
        nl="‘{name}’ heeft {width} bij {height} pixels, veel meer dan een scherm toont. Sla haar kleiner op.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("![Ice](ice.png)\n", files={"hugo.toml": "", "content/post/ice.png": None}),
        Valid(
            "![Ice](ice.png)\n", files={"hugo.toml": "", "content/post/ice.png": None}, options={"max-megapixels": 1}
        ),
        Invalid(
            "![Ice](⟦ice.png⟧)\n", files={"hugo.toml": "", "content/post/ice.png": _LARGE}, options={"max-kilobytes": 1}
        ),
        Invalid(
            '<img src="⟦ice.png⟧" alt="Ice">\n',
            files={"hugo.toml": "", "content/post/ice.png": _LARGE},
            options={"max-kilobytes": 1},
        ),
    )

    @on(Document)
    def check_files(self, document: Document) -> Iterator[Violation]:
        for span, _, name, picture in shown_pictures(document, self.page):
            if span.start < document.body.start:
                continue
            size = round(picture.size / 1000)
            if size > self.options.max_kilobytes:
                message = self.bytes_(name=name, size=size, limit=self.options.max_kilobytes)
                yield self.violation(span, message)
            elif picture.width * picture.height > self.options.max_megapixels * 1_000_000:
                yield self.violation(span, self.pixels(name=name, width=picture.width, height=picture.height))
