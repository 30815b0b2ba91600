"""IM013: a picture that keeps moving."""

from __future__ import annotations

import binascii
from collections.abc import Iterator
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
    option,
)
from contentlint.rules.images.files import shown_pictures

_MOVING = binascii.a2b_base64(
    "R0lGODlhAQABAIEAAAAAAAAAAAAAAAAAACH/C05FVFNDQVBFMi4wAwEAAAAh+QQAkAEAACwAAAAAAQABAAAIBAABBAQAIfkEAZABAQAsAAAAAAEAAQCB"
    "////AAAAAAAAAAAACAQAAQQEADs="
)
_SITE: Final[dict[str, str | bytes | None]] = {"hugo.toml": "", "content/post/ice.gif": _MOVING}


class ImageAnimatedOptions(Options):
    """How long a picture may move."""

    max_seconds = option(5, en="how many seconds it may move", nl="hoeveel seconden ze mag bewegen", minimum=0)
    endless = option(default=False, en="whether it may repeat without end", nl="of ze eindeloos mag herhalen")


class ImageAnimated(Rule[ImageAnimatedOptions]):
    """Reports a picture that moves for more than five seconds, or without end.

    ## Why is this bad?
    Movement that nobody can stop keeps people from reading, above all people who find it hard to concentrate.
    """

    dutch = """Meldt een afbeelding die langer dan vijf seconden beweegt, of eindeloos.

    ## Waarom is dat erg?
    Beweging die je niet kunt stoppen houdt mensen van het lezen af, vooral wie zich moeilijk kan concentreren.
    """

    info = RuleInfo(
        name="image-animated",
        code="IM013",
        family=Family.IMAGES,
        severity=Severity.WARNING,
        summary=Message(en="Picture that keeps moving", nl="Afbeelding die blijft bewegen"),
        wcag=("2.2.2",),
        since="0.1.0",
    )
    moving = Message(
        en="‘{name}’ keeps moving, and readers cannot stop it. Use a film with a pause button, or a still picture.",
        nl="‘{name}’ blijft bewegen, en lezers kunnen dat niet stoppen. Gebruik een filmpje met een pauzeknop, of een "
        "stilstaande afbeelding.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("![Ice](ice.png)\n", files={"hugo.toml": "", "content/post/ice.png": None}),
        Valid("![Ice](https://example.org/ice.gif)\n", files=_SITE),
        Valid("![Ice](ice.gif)\n", files=_SITE, options={"max-seconds": 60, "endless": True}),
        Invalid("![Ice](⟦ice.gif⟧)\n", files=_SITE),
        Invalid('<img src="⟦ice.gif⟧" alt="Ice">\n', files=_SITE),
    )

    @on(Document)
    def check_files(self, document: Document) -> Iterator[Violation]:
        for span, _, name, picture in shown_pictures(document, self.page):
            endless = picture.endless and not self.options.endless
            if picture.seconds and (endless or picture.seconds > self.options.max_seconds):
                yield self.violation(span, self.moving(name=name))
