"""AX005: sound or a film that starts by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import HtmlElement
from contentlint.rules.accessibility.elements import ElementRule, has, value
from contentlint.rules.base import (
    Example,
    Family,
    Invalid,
    Message,
    Options,
    RuleInfo,
    Severity,
    Valid,
    Violation,
)

_PLAYS: Final = re.compile(r"[?&](?:autoplay|auto_play)=(?:1|true)\b", re.IGNORECASE)
_SILENT: Final = re.compile(r"[?&](?:muted?|background)=(?:1|true)\b", re.IGNORECASE)


class MediaAutoplay(ElementRule[Options]):
    """Reports sound or a film that starts by itself: ``autoplay`` on ``<audio>`` or ``<video>``, or in a frame’s address.

    A film without sound (``muted``) that can be stopped, or that ends, is left alone. With buttons to stop it
    (``controls``) sound is a warning.

    ## Why is this bad?
    The sound drowns the voice of a screen reader, so that people cannot find the button to stop it. What keeps moving
    draws the eyes away from the text.
    """

    dutch = """Meldt geluid of een film die vanzelf begint: ``autoplay`` bij ``<audio>`` of ``<video>``, of in het adres van een
    ingesloten venster.

    Een film zonder geluid (``muted``) die te stoppen is of die ophoudt, mag. Met knoppen om te stoppen (``controls``) is
    geluid een waarschuwing.

    ## Waarom is dat erg?
    Het geluid overstemt een schermlezer, zodat je de knop om het te stoppen niet kunt vinden. Wat blijft bewegen trekt de
    ogen weg van de tekst.
    """

    info = RuleInfo(
        name="media-autoplay",
        code="AX005",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="Sound or film that starts by itself", nl="Geluid of film die vanzelf begint"),
        wcag=("1.4.2", "2.2.2"),
        since="0.1.0",
    )
    sound = Message(
        en="This starts playing by itself and drowns the voice of a screen reader. Remove autoplay, and add controls.",
        nl="Dit begint vanzelf te spelen en overstemt een schermlezer. Haal autoplay weg en voeg controls toe.",
    )
    endless = Message(
        en="This film starts by itself, never ends and cannot be stopped, which keeps people from reading. Add controls.",
        nl="Deze film begint vanzelf, houdt nooit op en is niet te stoppen; dat leidt af van de tekst. Voeg controls toe.",
    )
    frame = Message(
        en="This film starts by itself, so its sound drowns the voice of a screen reader. Take autoplay out of the address.",
        nl="Deze film begint vanzelf, en het geluid overstemt een schermlezer. Haal autoplay uit het adres.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('<video controls src="a.mp4"></video>\n\n<audio controls src="a.mp3"></audio>\n'),
        Valid(
            '<video autoplay muted src="a.mp4"></video>\n\n<video autoplay muted loop controls src="a.mp4"></video>\n'
        ),
        Valid('<iframe title="A film" src="https://www.youtube.com/embed/x?autoplay=0"></iframe>\n'),
        Invalid('<video ⟦autoplay⟧ src="a.mp4"></video>\n'),
        Invalid('<audio controls ⟦autoplay="autoplay"⟧ src="a.mp3"></audio>\n'),
        Invalid('<video ⟦autoplay⟧ muted loop src="a.mp4"></video>\n'),
        Invalid('<iframe title="A film" src="⟦https://www.youtube.com/embed/x?rel=0&amp;autoplay=1⟧"></iframe>\n'),
    )

    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        if element.name in ("audio", "video") and (autoplay := element.attribute("autoplay")):
            if not has(element, "muted"):
                severity = Severity.WARNING if has(element, "controls") else Severity.ERROR
                yield self.violation(autoplay.span, self.sound(), severity=severity)
            elif element.name == "video" and has(element, "loop") and not has(element, "controls"):
                yield self.violation(autoplay.span, self.endless(), severity=Severity.WARNING)
        elif element.name == "iframe" and (source := element.attribute("src")) and source.value_span:
            address = value(element, "src")
            if _PLAYS.search(address) and not _SILENT.search(address):
                yield self.violation(source.value_span, self.frame(), severity=Severity.WARNING)
