"""IM005: a text alternative that only fills the place."""

from __future__ import annotations

import re
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
from contentlint.rules.images.alternatives import NEEDS, alternatives

PLACEHOLDERS: Final = frozenset(
    """afbeelding afbeeldingen alt alt-tekst alternatief foto fotootje illustratie omslagfoto picture plaatje
    plaatjes schermafbeelding tekst afb fig figuur alt-text image img photo pic placeholder screenshot text tbd
    test todo untitled undefined null naamloos invullen xxx""".split()
)
"""Texts that fill the place of an alternative; only the whole text counts, for each may be a word of a good one."""

_NUMBER = re.compile(r"[ _-]?\d{1,3}\Z")
_SPOKEN = re.compile(r"\w")
_EMOJI = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")


class ImageAltPlaceholderOptions(Options):
    """What counts as a placeholder."""

    extend = option((), en="further texts that only fill the place", nl="nog meer teksten die alleen de plaats vullen")


class ImageAltPlaceholder(Rule[ImageAltPlaceholderOptions]):
    """Reports a text alternative that is only a word such as “photo” or “todo”, or only signs.

    ## Why is this bad?
    Readers who cannot see the picture hear that there is one, and not what it shows.
    """

    dutch = """Meldt een tekstalternatief dat alleen een woord als ‘foto’ of ‘todo’ is, of alleen uit tekens bestaat.

    ## Waarom is dat erg?
    Wie de afbeelding niet kan zien, hoort dat er een is, maar niet wat erop staat.
    """

    info = RuleInfo(
        name="image-alt-placeholder",
        code="IM005",
        family=Family.IMAGES,
        severity=Severity.ERROR,
        summary=Message(en="Placeholder as text alternative", nl="Invulwoord als tekstalternatief"),
        wcag=("1.1.1",),
        since="0.1.0",
    )
    needs = NEEDS
    filler = Message(
        en="‘{alt}’ does not say what the picture shows. Describe what a reader would miss without it.",
        nl="‘{alt}’ zegt niet wat er te zien is. Beschrijf wat een lezer zonder de afbeelding zou missen.",
    )
    signs = Message(
        en="‘{alt}’ cannot be read aloud. Describe in words what the picture shows.",
        nl="‘{alt}’ is niet voor te lezen. Beschrijf in woorden wat de afbeelding toont.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("![A photo of the market in the rain](market.jpg)\n"),
        Valid("![🎉](party.jpg)\n\n![](line.svg)\n"),
        Valid("![Grafiek](graph.png)\n"),
        Invalid("![⟦foto⟧](market.jpg) and ![⟦Afbeelding 12⟧](market.jpg)\n"),
        Invalid('![⟦TODO⟧](market.jpg) and ![⟦""⟧](line.svg)\n'),
        Invalid('<img src="a.png" alt="⟦image⟧">\n'),
        Invalid("![⟦Stock picture⟧](market.jpg)\n", options={"extend": ["stock picture"]}),
    )

    def begin(self) -> None:
        self.placeholders = PLACEHOLDERS | {text.strip().lower() for text in self.options.extend}

    @on(Document)
    def check_pictures(self, document: Document) -> Iterator[Violation]:
        for picture in alternatives(document, self.page):
            text = (picture.text or "").strip()
            if not text:
                continue
            if _NUMBER.sub("", text.lower()).strip(" .:;-_()[]") in self.placeholders:
                yield self.violation(picture.span, self.filler(alt=text))
            elif not _SPOKEN.search(text) and not _EMOJI.search(text):
                yield self.violation(picture.span, self.signs(alt=text))
