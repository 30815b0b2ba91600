"""IM012: a picture that tells where it was taken."""

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
)
from contentlint.rules.images.files import shown_pictures

_PLACED = binascii.a2b_base64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAAgGVYSWZNTQAqAAAACAABiCUABAAAAAEAAAAaAAAAAAAEAAEAAgAAAAJOAAAAAAIABQAA"
    "AAMAAABQAAMAAgAAAAJFAAAAAAQABQAAAAMAAABoAAAAAAAAADQAAAABAAAABQAAAAEAAAAAAAAAAQAAAAQAAAABAAAAEgAAAAEAAAAAAAAAAXypYi0A"
    "AAAMSURBVHicYzjBxQUAAnoA3WcnQn0AAAAASUVORK5CYII="
)
_SITE: Final[dict[str, str | bytes | None]] = {"hugo.toml": "", "content/post/ice.png": _PLACED}


class ImageMetadataPrivate(Rule[Options]):
    """Reports a picture whose file tells the place where it was taken, or the name of the camera’s owner.

    Hugo publishes such files as they are, unless a theme makes a smaller copy of them.

    ## Why is this bad?
    Anyone can read it: where somebody lives, where a meeting was held, who was there with a camera.
    """

    dutch = """Meldt een afbeelding waarvan het bestand vertelt waar ze gemaakt is, of hoe de eigenaar van de camera heet.

    Hugo publiceert zulke bestanden zoals ze zijn, tenzij een thema er een kleinere kopie van maakt.

    ## Waarom is dat erg?
    Iedereen kan het lezen: waar iemand woont, waar een bijeenkomst was, wie er met een camera bij was.
    """

    info = RuleInfo(
        name="image-metadata-private",
        code="IM012",
        family=Family.IMAGES,
        severity=Severity.WARNING,
        summary=Message(en="Picture tells where it was taken", nl="Afbeelding vertelt waar ze gemaakt is"),
        since="0.1.0",
    )
    place = Message(
        en="‘{name}’ tells everyone where it was taken. Save a copy without location data, and use that.",
        nl="‘{name}’ vertelt iedereen waar ze gemaakt is. Bewaar een kopie zonder locatiegegevens, en gebruik die.",
    )
    owner = Message(
        en="‘{name}’ names the owner of the camera. Save a copy without such data if that must stay private.",
        nl="‘{name}’ noemt de eigenaar van de camera. Bewaar een kopie zonder die gegevens als dat privé moet blijven.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("![Ice](ice.png)\n", files={"hugo.toml": "", "content/post/ice.png": None}),
        Valid("![Ice](https://example.org/ice.png)\n", files=_SITE),
        Invalid("![Ice](⟦ice.png⟧)\n", files=_SITE),
        Invalid("![Ice][i] and ![again](ice.png)\n\n[i]: ⟦ice.png⟧\n", files=_SITE, movable=False),
    )

    @on(Document)
    def check_files(self, document: Document) -> Iterator[Violation]:
        for span, _, name, picture in shown_pictures(document, self.page):
            if picture.place:
                yield self.violation(span, self.place(name=name))
            elif picture.owner:
                yield self.violation(span, self.owner(name=name), severity=Severity.INFO)
