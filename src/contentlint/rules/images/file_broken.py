"""IM010: a picture file that cannot be shown."""

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
)
from contentlint.rules.images.files import shown_pictures

_CUT = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154")
_GIF = bytes.fromhex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b")


class ImageFileBroken(Rule[Options]):
    """Reports a picture whose file is damaged, is no picture at all, or is of another kind than its name says.

    Files that Git keeps elsewhere (Git LFS) and vector pictures are not judged.

    ## Why is this bad?
    Readers see an empty place or half a picture, and Hugo may stop when it is to make the picture smaller.
    """

    dutch = """Meldt een afbeelding waarvan het bestand beschadigd is, helemaal geen afbeelding is, of van een andere soort
    dan de naam zegt.

    Bestanden die Git elders bewaart (Git LFS) en vectorafbeeldingen worden niet beoordeeld.

    ## Waarom is dat erg?
    Lezers zien een lege plek of een halve afbeelding, en Hugo kan stoppen als het de afbeelding moet verkleinen.
    """

    info = RuleInfo(
        name="image-file-broken",
        code="IM010",
        family=Family.IMAGES,
        severity=Severity.ERROR,
        summary=Message(en="Picture file that cannot be shown", nl="Afbeelding die niet te tonen is"),
        since="0.1.0",
    )
    no_picture = Message(
        en="‘{name}’ is no picture, whatever its name says. Save the picture again.",
        nl="‘{name}’ is geen afbeelding, al zegt de naam van wel. Sla de afbeelding opnieuw op.",
    )
    damaged = Message(
        en="‘{name}’ is damaged: the end of the file is missing. Copy the picture again.",
        nl="‘{name}’ is beschadigd: het eind van het bestand ontbreekt. Kopieer de afbeelding opnieuw.",
    )
    other_kind = Message(
        en="‘{name}’ is in fact a {format} picture, so some programs will not show it. Rename or convert it.",
        nl="‘{name}’ is in werkelijkheid een {format}-afbeelding, dus niet elk programma toont haar. Hernoem of zet haar om.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("![Ice](ice.png)\n", files={"hugo.toml": "", "content/post/ice.png": None}),
        Valid("![Ice](ice.svg)\n", files={"hugo.toml": "", "content/post/ice.svg": "<svg/>"}),
        Valid("![Ice](https://example.org/ice.png)\n"),
        Invalid("![Ice](⟦ice.png⟧)\n", files={"hugo.toml": "", "content/post/ice.png": "no picture"}),
        Invalid("![Ice](⟦ice.png⟧)\n", files={"hugo.toml": "", "content/post/ice.png": _CUT}),
        Invalid('<img src="⟦ice.png⟧" alt="Ice">\n', files={"hugo.toml": "", "content/post/ice.png": _GIF}),
    )

    @on(Document)
    def check_files(self, document: Document) -> Iterator[Violation]:
        for span, _, name, picture in shown_pictures(document, self.page):
            if not picture.format:
                yield self.violation(span, self.no_picture(name=name))
            elif picture.cut_off:
                yield self.violation(span, self.damaged(name=name))
            elif picture.format != picture.expected:
                message = self.other_kind(name=name, format=picture.format)
                yield self.violation(span, message, severity=Severity.WARNING)
