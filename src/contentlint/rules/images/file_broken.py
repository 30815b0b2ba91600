"""IM010: a picture file that cannot be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
from contentlint.site import PictureFault

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8"/></svg>'
_CUT = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154")
_GIF = bytes.fromhex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b")


class ImageFileBroken(Rule[Options]):
    """Reports a picture whose file is damaged, is no picture at all, or is of another kind than its name says.

    Files that Git keeps elsewhere (Git LFS) are not judged.

    ## Why is this bad?
    Readers see an empty place or half a picture, and Hugo may stop when it is to make the picture smaller.
    """

    dutch = """Meldt een afbeelding waarvan het bestand beschadigd is, helemaal geen afbeelding is, of van een andere soort
    dan de naam zegt.

    Bestanden die Git elders bewaart (Git LFS) worden niet beoordeeld.

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
    empty = Message(
        en="‘{name}’ is empty: the file has no content, so readers see nothing. Copy the picture again.",
        nl="‘{name}’ is leeg: er staat niets in het bestand, dus lezers zien niets. Kopieer de afbeelding opnieuw.",
    )
    damaged = Message(
        en="‘{name}’ is damaged, so readers see nothing or half of it. Save or copy the picture again.",
        nl="‘{name}’ is beschadigd, dus lezers zien niets of maar de helft. Sla de afbeelding opnieuw op of kopieer haar.",
    )
    too_large = Message(
        en="‘{name}’ says it has hundreds of millions of pixels, which browsers and Hugo cannot unpack. Save it smaller.",
        nl="‘{name}’ zegt honderden miljoenen pixels te hebben; dat kunnen browsers en Hugo niet uitpakken. Sla haar kleiner op.",
    )
    no_namespace = Message(
        en='‘{name}’ lacks xmlns="http://www.w3.org/2000/svg", so browsers show nothing. Add it to <svg>, or save it again.',
        nl='In ‘{name}’ ontbreekt xmlns="http://www.w3.org/2000/svg", dus browsers tonen niets. Zet het bij <svg>, of sla de '
        "afbeelding opnieuw op.",
    )
    other_kind = Message(
        en="‘{name}’ is in fact a {format} picture, so some programs will not show it. Rename or convert it.",
        nl="‘{name}’ is in werkelijkheid een {format}-afbeelding, dus niet elk programma toont haar. Hernoem of zet haar om.",
    )
    _fault_messages: ClassVar[Mapping[PictureFault | None, Message]] = {
        PictureFault.EMPTY: empty,
        PictureFault.NO_PICTURE: no_picture,
        PictureFault.DAMAGED: damaged,
        PictureFault.TOO_LARGE: too_large,
        PictureFault.NO_NAMESPACE: no_namespace,
    }
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("![Ice](ice.png)\n", files={"hugo.toml": "", "content/post/ice.png": None}),
        Valid("![Ice](ice.svg)\n", files={"hugo.toml": "", "content/post/ice.svg": _SVG}),
        Valid("![Ice](https://example.org/ice.png)\n"),
        Invalid("![Ice](⟦ice.png⟧)\n", files={"hugo.toml": "", "content/post/ice.png": "no picture"}),
        Invalid("![Ice](⟦ice.png⟧)\n", files={"hugo.toml": "", "content/post/ice.png": _CUT}),
        Invalid("![Ice](⟦ice.png⟧)\n", files={"hugo.toml": "", "content/post/ice.png": ""}),
        Invalid("![Ice](⟦ice.svg⟧)\n", files={"hugo.toml": "", "content/post/ice.svg": "<html></html>"}),
        Invalid("![Ice](⟦ice.svg⟧)\n", files={"hugo.toml": "", "content/post/ice.svg": _SVG[:60]}),
        Invalid("![Ice](⟦ice.svg⟧)\n", files={"hugo.toml": "", "content/post/ice.svg": "<svg></svg>"}),
        Invalid('<img src="⟦ice.png⟧" alt="Ice">\n', files={"hugo.toml": "", "content/post/ice.png": _GIF}),
    )

    @on(Document)
    def check_files(self, document: Document) -> Iterator[Violation]:
        for span, _, name, picture in shown_pictures(document, self.page):
            if (message := self._fault_messages.get(picture.fault)) is not None:
                yield self.violation(span, message(name=name))
            elif picture.format != picture.expected:
                found = self.other_kind(name=name, format=picture.format)
                yield self.violation(span, found, severity=Severity.WARNING)
