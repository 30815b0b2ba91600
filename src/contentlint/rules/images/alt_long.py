"""IM007: a text alternative that is too long to listen to."""

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
from contentlint.rules.images.alternatives import NEEDS, alternatives

_LONG = "a street full of people " * 7


class ImageAltLongOptions(Options):
    """How long an alternative may be."""

    max_length = option(150, en="how many characters it may have", nl="hoeveel tekens het mag hebben", minimum=1)
    max_length_feature = option(
        250,
        en="the same for the main picture, named in the front matter",
        nl="hetzelfde voor de hoofdafbeelding, genoemd in de front matter",
        minimum=1,
    )


class ImageAltLong(Rule[ImageAltLongOptions]):
    """Reports a text alternative that is very long.

    ## Why is this bad?
    A screen reader reads it in one go, without headings or pauses, and nobody can go back a sentence. What needs so many
    words helps every reader, and belongs in the text beside the picture.
    """

    dutch = """Meldt een heel lang tekstalternatief.

    ## Waarom is dat erg?
    Een schermlezer leest het in één adem voor, zonder koppen of pauzes, en niemand kan een zin terug. Wat zo veel
    woorden nodig heeft, is voor elke lezer nuttig en hoort in de tekst naast de afbeelding.
    """

    info = RuleInfo(
        name="image-alt-long",
        code="IM007",
        family=Family.IMAGES,
        severity=Severity.WARNING,
        summary=Message(en="Very long text alternative", nl="Heel lang tekstalternatief"),
        wcag=("1.1.1",),
        since="0.1.0",
    )
    needs = NEEDS
    long = Message(
        en="This text alternative has {length} characters; above {limit} it is hard to listen to. Say the main thing here and "
        "the rest in the text.",
        nl="Dit tekstalternatief heeft {length} tekens; boven {limit} is het lastig te beluisteren. Zet hier het "
        "belangrijkste en de rest in de tekst.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("![A street full of people](street.jpg)\n"),
        Valid(f"---\ntitle: A\nfeatureAlt: {_LONG.strip()}\n---\n\nText.\n"),
        Valid(f"![{_LONG.strip()}](street.jpg)\n", options={"max-length": 400}),
        Invalid(f"![⟦{_LONG.strip()}⟧](street.jpg)\n"),
        Invalid(
            "---\ntitle: A\nfeatureAlt: ⟦A street full of people⟧\n---\n\nText.\n", options={"max-length-feature": 10}
        ),
    )

    @on(Document)
    def check_pictures(self, document: Document) -> Iterator[Violation]:
        for picture in alternatives(document, self.page):
            length = len(" ".join((picture.text or "").split()))
            limit = self.options.max_length_feature if picture.kind == "front-matter" else self.options.max_length
            if length > limit:
                yield self.violation(picture.span, self.long(length=length, limit=limit))
